"""JSON lines imported: plain facts, and the entries of an exported log as they hold."""

import json
from datetime import date
from pathlib import Path

import pytest

from clocks import SettableClock
from given import AFTERWARDS, a_spring, evening, family, new_logbook, noon
from sheets_to_import import Taken
from vaerebro_events import Logbook
from vaerebro_events.tables.log_lines import log_lines


@pytest.fixture
def logbook() -> Logbook:
    """A spring in which two families are registered and the fifth evening was held."""
    opened = new_logbook(SettableClock(noon(AFTERWARDS)))
    opened.record(*a_spring("f-1", "f-2"), *evening(5, "f-1"))
    return opened


def lines(folder: Path, *told: object) -> Path:
    path = folder / "poster.jsonl"
    path.write_text("\n".join(told if isinstance(told, str) else json.dumps(told) for told in told))
    return path


A_SLIP = {"amends": 2, "reason": "slip"}
NEWCOMER = {
    "tag": "participant-registered",
    "occurred_on": "2021-02-04",
    "fact": {"kind": "family", "who": "f-3"},
}


def test_plain_lines_bring_ids_and_evidence(logbook: Logbook, tmp_path: Path) -> None:
    own = "00000000-0000-0000-0000-00000000002a"
    shown = [{"document": "list-7", "sha256": "7" * 64}]

    done = Taken(logbook, lines(tmp_path, {**NEWCOMER, "id": own, "evidence": shown}))

    entry = done.done.entries[0]
    assert (own, "list-7") == (str(entry.id), entry.evidence[0].document)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "the line is no JSON object"),
        ([], "the line is no JSON object"),
        (
            {"tag": "x"},
            "the line must have «tag», «occurred_on» and «fact», and may have «id» and «evidence»",
        ),
        ({**NEWCOMER, "id": "a"}, "the line is not a whole entry: badly formed hexadecimal UUID string"),
        (
            {**NEWCOMER, "occurred_on": "30.2.2021"},
            "Day cannot be '30.2.2021': the calendar has no such day.",
        ),
        (
            {**NEWCOMER, "tag": "retracted", "fact": A_SLIP},
            "«retracted» is not imported",
        ),
        ({"position": 2}, "the line is not a whole entry: an entry has the fields"),
    ],
)
def test_a_line_that_is_no_fact_is_told(logbook: Logbook, tmp_path: Path, line: object, says: str) -> None:
    [(sheet, row, column, why)] = Taken(logbook, lines(tmp_path, line)).problems

    assert ("poster.jsonl", 1, None) == (sheet, row, column)
    assert why.startswith(says)


def test_lines_of_an_export_are_taken_as_they_hold(logbook: Logbook, tmp_path: Path) -> None:
    logbook.correct(4, family("f-2").fact, reason="wrong-day", on=date(2021, 1, 2))
    logbook.retract(6, reason="slip")
    (tmp_path / "log.jsonl").write_bytes(b"".join(log_lines(logbook.replay())))
    anew = new_logbook(SettableClock(noon(AFTERWARDS)))

    done = Taken(anew, tmp_path / "log.jsonl")

    held = sorted(
        (entry.occurred_on, str(entry.id)) for entry in logbook.replay().history if entry.position > 1
    )
    assert held == sorted((entry.occurred_on, str(entry.id)) for entry in done.done.entries)
    assert [
        "«Plan adopted» is not imported (1)",
        "what the file itself retracts is not imported (1)",
    ] == [what for _, what in done.ignored]


def test_lines_that_amend_what_is_not_there_or_come_twice_are_told(logbook: Logbook, tmp_path: Path) -> None:
    logbook.retract(6, reason="slip")
    exported = list(log_lines(logbook.replay()))
    path = tmp_path / "log.jsonl"
    path.write_bytes(b"".join([exported[1], exported[1], exported[-1]]))

    done = Taken(logbook, path)

    assert [
        "entry 2 is in the file twice: import the lines of one logbook at a time",
        "it amends entry 6, which is not in the file",
    ] == [why for *_, why in done.problems]
