"""What a file leaves open stays as it is; and what an attendance list no longer says is to be retracted."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import orjson
import pytest

from at_the_desk import vaerebro
from clocks import SettableClock
from given import AFTERWARDS, WORKER, a_spring, came, evening, new_logbook, noon
from sheets_to_import import Taken, a_book
from vaerebro_events import HeadsCounted, Logbook, NeighbourActivityHeld, Reason

Cells = list[Any]
FIFTH = date(2021, 2, 4)
HEADS: Cells = ["Dag", "Aktivitet", "Sæson", "Møde nr.", "Fremmødte"]
AT_FIVE: Cells = ["4.2.2021", "FamilieAkademi", "2021-forår", 5]
WHO = ("--role", "family-worker", "--user", "u-3")


@pytest.fixture
def logbook() -> Logbook:
    """A spring in which two families are registered and both came to the fifth evening."""
    opened = new_logbook(SettableClock(noon(AFTERWARDS)))
    opened.record(*a_spring("f-1", "f-2"), *evening(5, "f-1", "f-2"))
    return opened


def take(
    logbook: Logbook, folder: Path, sheets: Mapping[str, Sequence[Sequence[Any]]], **asked: Any
) -> Taken:
    return Taken(logbook, a_book(folder / "ark.xlsx", sheets), **asked)


def counted(logbook: Logbook) -> list[HeadsCounted]:
    facts = (entry.fact for entry in logbook.replay().history)
    return [fact for fact in facts if isinstance(fact, HeadsCounted)]


def heads(vulnerable: int, of: int = 31) -> HeadsCounted:
    return HeadsCounted("familieakademi", "2021-forår", 5, of, vulnerable)


@pytest.mark.parametrize("more", [[], [None], [" "]], ids=["no column", "nothing", "blanks"])
def test_what_a_row_leaves_open_stays_as_it_is(logbook: Logbook, tmp_path: Path, more: Cells) -> None:
    logbook.record(heads(6), on=FIFTH)
    header = [*HEADS, *["I udsat position" for _ in more]]

    done = take(logbook, tmp_path, {"Fremmødte talt": [header, [*AT_FIVE, 31, *more]]}, amend=True)

    assert [] == done.recorded
    assert 1 == len(done.done.already)


def test_a_changed_row_changes_only_what_it_says(logbook: Logbook, tmp_path: Path) -> None:
    logbook.record(heads(6), on=FIFTH)

    take(logbook, tmp_path, {"Fremmødte talt": [HEADS, [*AT_FIVE, 32]]}, amend=True)

    assert [heads(6, of=32)] == counted(logbook)


def test_what_a_row_says_must_go_with_what_it_leaves_open(logbook: Logbook, tmp_path: Path) -> None:
    logbook.record(heads(6), on=FIFTH)

    done = take(logbook, tmp_path, {"Fremmødte talt": [HEADS, [*AT_FIVE, 4]]}, amend=True)

    assert [] == done.recorded
    assert [("Fremmødte talt", 2)] == [(sheet, row) for sheet, row, *_ in done.problems]


def test_a_line_of_json_leaves_open_what_it_does_not_say(logbook: Logbook, tmp_path: Path) -> None:
    logbook.record(heads(6), on=FIFTH)
    fact = {"activity": "familieakademi", "series": "2021-forår", "meeting": 5, "heads": 31}
    path = tmp_path / "poster.jsonl"
    path.write_bytes(orjson.dumps({"tag": "heads-counted", "occurred_on": "2021-02-04", "fact": fact}))

    done = Taken(logbook, path, amend=True)

    assert ([], 1) == (done.recorded, len(done.done.already))


def test_of_two_rows_about_the_same_the_fuller_one_holds(logbook: Logbook, tmp_path: Path) -> None:
    rows = [[*HEADS, "I udsat position"], [*AT_FIVE, 31, None], [*AT_FIVE, 31, 6]]

    done = take(logbook, tmp_path, {"Fremmødte talt": rows})

    assert [heads(6)] == done.recorded
    assert [(2, 3)] == [(each.ready.row, each.first.row) for each in done.done.repeated]


def test_where_all_of_a_fact_names_it_less_of_it_is_still_there(logbook: Logbook, tmp_path: Path) -> None:
    held = NeighbourActivityHeld("naboskab", "block-1", ("1",))
    logbook.record(held, on=FIFTH)
    rows = [["Dag", "Aktivitet", "Blok"], ["4.2.2021", "naboskab", "block-1"]]

    done = take(logbook, tmp_path, {"neighbour-activity-held": rows})

    assert ([], 1) == (done.recorded, len(done.done.already))


def a_list(*marks: object) -> Mapping[str, Sequence[Cells]]:
    """The list of the fifth evening, with these marks of f-1 and f-2."""
    rows = [[who, mark] for who, mark in zip(("f-1", "f-2"), marks, strict=True)]
    above: list[Cells] = [
        ["Aktivitet", "FamilieAkademi"],
        ["Sæson", "2021-forår"],
        ["Møde nr.", 5],
        ["Dag", FIFTH],
    ]
    return {"Hold 1": [*above, *rows]}


def families(logbook: Logbook) -> list[object]:
    tag = "family-attended"
    return [entry.fact for entry in logbook.replay().history if entry.fact.tag == tag]


def test_a_mark_that_was_removed_is_a_proposed_retraction(logbook: Logbook, tmp_path: Path) -> None:
    proposed = take(logbook, tmp_path, a_list("x", None))
    amended = take(logbook, tmp_path, a_list("x", None), amend=True)
    again = take(logbook, tmp_path, a_list("x", None), amend=True)

    assert [came("f-2", 5).fact] == [each.was.fact for each in proposed.done.changes]
    assert [] == proposed.recorded
    assert ["did-not-happen"] == [fact.reason for fact in amended.recorded]  # type: ignore[attr-defined]  # it is a retraction
    assert [came("f-1", 5).fact] == families(logbook)
    assert ([], []) == (again.recorded, again.done.changes)


def test_a_mark_set_again_does_not_turn_a_retraction_back(logbook: Logbook, tmp_path: Path) -> None:
    take(logbook, tmp_path, a_list("x", None), amend=True, reason=Reason.SLIP)

    done = take(logbook, tmp_path, a_list("x", "x"), amend=True)

    assert [] == done.recorded
    assert [None] == [each.now for each in done.done.since]


def test_what_was_brought_back_can_be_retracted_again(logbook: Logbook, tmp_path: Path) -> None:
    entry = take(logbook, tmp_path, a_list("x", None), amend=True).done.entries[0]
    logbook.correct(entry.fact.amends, came("f-2", 5).fact, reason="wrongly-amended", on=FIFTH)  # type: ignore[attr-defined]  # it is a retraction

    take(logbook, tmp_path, a_list("x", None), amend=True)

    assert [came("f-1", 5).fact] == families(logbook)


def test_an_absence_that_another_sheet_contradicts_is_not_told(logbook: Logbook, tmp_path: Path) -> None:
    attended = [[*HEADS[:4], "Familie"], [*AT_FIVE, "f-2"]]

    done = take(logbook, tmp_path, {**a_list("x", None), "Familie deltog": attended}, amend=True)

    assert ([], []) == (done.recorded, done.done.changes)


def test_a_removed_mark_is_shown_in_a_few_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Logbook.create("logbog.db", actor=WORKER) as logbook:
        logbook.record(*a_spring("f-1", "f-2"), *evening(5, "f-1", "f-2"))
    a_book(Path("ark.xlsx"), a_list("x", None))

    danish = vaerebro("import", "logbog.db", "ark.xlsx", *WHO, "--lang", "da").output
    english = vaerebro("import", "logbog.db", "ark.xlsx", *WHO).output
    told = orjson.loads(vaerebro("import", "logbog.db", "ark.xlsx", *WHO, "--json").output)

    assert "f-2, møde 5: deltog → deltog ikke\n" in danish
    assert "f-2, meeting 5: came → did not come\n" in english
    assert [(7, None)] == [(each["position"], each["after"]) for each in told["changes"]]
