"""JSON lines imported: plain facts, and the entries of an exported log as they hold."""

import json
from datetime import date
from pathlib import Path

import pytest

from clocks import SettableClock
from given import AFTERWARDS, a_spring, evening, family, new_logbook, noon, the_plan
from sheets_to_import import Taken
from vaerebro_events import VOCABULARY, Logbook, MeetingHeld
from vaerebro_events.codec import Codec
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


NO_ID = "«id» is no UUID: leave it out, and one is made."
NO_EVIDENCE = "«evidence» is not a list of objects with «document» and «sha256»."
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
        ("{", "The line is no JSON object."),
        ([], "The line is no JSON object."),
        (
            {"tag": "x"},
            "The line must have «tag», «occurred_on» and «fact», and may have «id» and «evidence».",
        ),
        (
            '{"tag": "family-attended", "tag": "participant-registered"}',
            "«tag» stands twice in the line: keep one.",
        ),
        (
            '{"tag": "x", "occurred_on": "2021-02-04", "fact": {"who": "f-3", "who": "f-4"}}',
            "«who» stands twice in the line: keep one.",
        ),
        ({**NEWCOMER, "id": "a"}, NO_ID),
        ({**NEWCOMER, "id": 5}, NO_ID),
        ({**NEWCOMER, "evidence": ["list-7"]}, NO_EVIDENCE),
        ({**NEWCOMER, "evidence": 7}, NO_EVIDENCE),
        ({**NEWCOMER, "evidence": [{"document": "list-7"}]}, NO_EVIDENCE),
        (
            {**NEWCOMER, "tag": "family-atended"},
            "There is no fact «family-atended»: write its name, such as «family-attended».",
        ),
        (
            {**NEWCOMER, "tag": None},
            "There is no fact «None»: write its name, such as «",
        ),
        (
            {**NEWCOMER, "occurred_on": 44259},
            "Day cannot be 44259: it is a number: format the cell as a date",
        ),
        (
            {**NEWCOMER, "fact": {"kind": "family", "who": "f-3", "hat": 1}},
            "«participant-registered» does not",
        ),
        ({**NEWCOMER, "fact": {"kind": "family"}}, "«Who» is missing: fill it in"),
        (
            {**NEWCOMER, "occurred_on": "30.2.2021"},
            "Day cannot be '30.2.2021': the calendar has no such day.",
        ),
        (
            {**NEWCOMER, "tag": "retracted", "fact": A_SLIP},
            "«retracted» is not imported: it is recorded by a command of its own.",
        ),
        (
            {**NEWCOMER, "tag": "plan-adopted", "fact": 7},
            "The line must have",
        ),
        (
            {**NEWCOMER, "tag": "plan-adopted", "fact": {}},
            "«plan-adopted» is not imported: it is recorded by a command of its own.",
        ),
        ({"position": 2}, "The line is not a whole entry: an entry has the fields"),
    ],
)
def test_a_line_that_is_no_fact_is_told(logbook: Logbook, tmp_path: Path, line: object, says: str) -> None:
    [(sheet, row, column, why)] = Taken(logbook, lines(tmp_path, line)).problems

    assert ("poster.jsonl", 1, None) == (sheet, row, column)
    assert why.startswith(says)


def test_an_entry_of_another_form_is_told_without_words_of_python(logbook: Logbook, tmp_path: Path) -> None:
    entry = json.loads(next(log_lines(logbook.replay())))

    for wrong in ({"id": 5}, {"id": "a"}, {"actor": 7}, {"evidence": 7}):
        [(*_, why)] = Taken(logbook, lines(tmp_path, entry | wrong)).problems

        form = "its fields have not the form in which «vaerebro export» writes them"
        assert f"The line is not a whole entry: {form}." == why


@pytest.mark.parametrize("meeting", [6, 6.0, "6", "6,0"])
def test_the_fields_of_a_plain_line_are_read_as_cells_are(
    logbook: Logbook, tmp_path: Path, meeting: object
) -> None:
    fact = {"activity": "FamilieAkademi", "series": "2021-forår", "meeting": meeting}
    held = {"tag": "meeting-held", "occurred_on": "11.2.2021", "fact": fact}

    assert [MeetingHeld("familieakademi", "2021-forår", 6)] == Taken(logbook, lines(tmp_path, held)).recorded


def test_a_plan_and_other_values_with_fields_of_their_own_are_read_from_lines(
    logbook: Logbook, tmp_path: Path
) -> None:
    plan = Codec.of(VOCABULARY).plain_plan(the_plan())
    told = {"revision": "r-1", "kind": "delaftale", "holds_from": "2021-02-04", "plan": plan}
    revised = {"tag": "plan-revised", "occurred_on": "2021-02-04", "fact": told}

    assert [the_plan()] == [fact.plan for fact in Taken(logbook, lines(tmp_path, revised)).recorded]  # type: ignore[attr-defined]  # it is a revision


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
        "«Plan adopted» is not imported (1).",
        "What the file itself retracts is not imported (1).",
    ] == [what for _, what in done.ignored]


def test_lines_that_amend_what_is_not_there_or_come_twice_are_told(logbook: Logbook, tmp_path: Path) -> None:
    logbook.retract(6, reason="slip")
    exported = list(log_lines(logbook.replay()))
    path = tmp_path / "log.jsonl"
    path.write_bytes(b"".join([exported[1], exported[1], exported[-1]]))

    done = Taken(logbook, path)

    assert [
        "Entry 2 is in the file twice: import the lines of one logbook at a time.",
        "It amends entry 6, which is not in the file.",
    ] == [why for *_, why in done.problems]
