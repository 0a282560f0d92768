"""What a file is to a logbook: new, there already, changed, put right since, or wrong."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clocks import SettableClock
from given import AFTERWARDS, WORKER, a_spring, came, evening, family, new_logbook, noon, season
from provoked import says_not_registered
from sheets_to_import import Taken, a_book
from vaerebro_events import FamilyAttended, HeadsCounted, Logbook, MeetingHeld, ParticipantRegistered
from vaerebro_events.tables.importing import Asked, imported, looked_at

Cells = list[Any]
Sheets = Mapping[str, Sequence[Sequence[Any]]]

FAMILIES = "Deltager registreret"
ATTENDED: Cells = ["Dag", "Aktivitet", "Sæson", "Møde nr.", "Familie"]
HEADS: Cells = ["Dag", "Aktivitet", "Sæson", "Møde nr.", "Fremmødte"]
AT_FIVE: Cells = ["4.2.2021", "FamilieAkademi", "2021-forår", 5]
FIFTH = date(2021, 2, 4)


@pytest.fixture
def logbook() -> Logbook:
    """A spring in which two families are registered and the fifth evening was held."""
    opened = new_logbook(SettableClock(noon(AFTERWARDS)))
    opened.record(*a_spring("f-1", "f-2"), *evening(5, "f-1"))
    return opened


def take(logbook: Logbook, folder: Path, sheets: Sheets, **asked: Any) -> Taken:
    return Taken(logbook, a_book(folder / "ark.xlsx", sheets), **asked)


def test_new_rows_are_recorded_in_the_order_of_their_days(logbook: Logbook, tmp_path: Path) -> None:
    sheets: Sheets = {
        "Familie deltog": [ATTENDED, [*AT_FIVE, "f-3"]],
        FAMILIES: [["Hvem", "Slags", "Dag"], ["f-3", "familie", "4.2.2021"]],
    }

    done = take(logbook, tmp_path, sheets)

    newcomer = ParticipantRegistered("family", "f-3")
    assert [newcomer, came("f-3", 5).fact] == done.recorded
    assert {FIFTH} == {entry.occurred_on for entry in done.done.entries}


def test_a_row_that_the_logbook_says_already_is_not_recorded_again(logbook: Logbook, tmp_path: Path) -> None:
    done = take(logbook, tmp_path, {"Familie deltog": [ATTENDED, [*AT_FIVE, "f-1"]]})

    assert [] == done.recorded
    assert [came("f-1", 5).fact] == [each.entry.fact for each in done.done.already]


def test_a_changed_row_is_proposed_and_recorded_only_when_asked_for(logbook: Logbook, tmp_path: Path) -> None:
    counted = HeadsCounted("familieakademi", "2021-forår", 5, 31)
    entry = logbook.record(counted, on=FIFTH)[0]
    sheets: Sheets = {"Fremmødte talt": [HEADS, [*AT_FIVE, 32]]}

    proposed = take(logbook, tmp_path, sheets)
    amended = take(logbook, tmp_path, sheets, amend=True)
    again = take(logbook, tmp_path, sheets, amend=True)

    assert [] == proposed.recorded
    assert [entry.position] == [each.was.position for each in proposed.done.changes]
    assert ["corrected"] == [each.fact.tag for each in amended.done.entries]
    assert 32 == next(each.fact for each in logbook.replay().history if each.position == entry.position).heads  # type: ignore[attr-defined]  # it counts heads
    assert [] == again.recorded
    assert 1 == len(again.done.already)


def test_a_meeting_is_moved_to_another_day_with_those_who_came(logbook: Logbook, tmp_path: Path) -> None:
    moved = ["5.2.2021", *AT_FIVE[1:]]
    sheets: Sheets = {
        "Møde afholdt": [ATTENDED[:4], moved],
        "Familie deltog": [ATTENDED, [*moved, "f-1"], [*moved, "f-2"], [*moved, "f-99"]],
    }

    done = take(logbook, tmp_path, sheets, amend=True, only_good=True)

    assert [("Familie deltog", 4)] == [(sheet, row) for sheet, row, _, _ in done.problems]
    assert 3 == len(done.done.entries)
    held = [each for each in logbook.replay().history if isinstance(each.fact, MeetingHeld | FamilyAttended)]
    assert {date(2021, 2, 5)} == {entry.occurred_on for entry in held}


def test_what_was_retracted_since_is_said_and_not_recorded(logbook: Logbook, tmp_path: Path) -> None:
    sheets: Sheets = {"Familie deltog": [ATTENDED, [*AT_FIVE, "f-2"]]}
    entry = take(logbook, tmp_path, sheets).done.entries[0]
    logbook.retract(entry.position, reason="did-not-happen")

    done = take(logbook, tmp_path, sheets)

    assert [] == done.recorded
    assert [(entry.position, None)] == [(each.was.position, each.now) for each in done.done.since]


def test_what_was_corrected_since_is_not_turned_back(logbook: Logbook, tmp_path: Path) -> None:
    sheets: Sheets = {"Familie deltog": [ATTENDED, [*AT_FIVE, "f-2"]]}
    entry = take(logbook, tmp_path, sheets).done.entries[0]
    logbook.record(family("f-3"))
    logbook.correct(entry.position, came("f-3", 5).fact, reason="wrong-person")

    done = take(logbook, tmp_path, sheets, amend=True)

    assert [] == done.recorded
    assert [came("f-3", 5).fact] == [each.now.fact for each in done.done.since if each.now]


def test_a_former_figure_does_not_turn_a_correction_back(logbook: Logbook, tmp_path: Path) -> None:
    entry = logbook.record(HeadsCounted("familieakademi", "2021-forår", 5, 31), on=FIFTH)[0]
    logbook.correct(
        entry.position, HeadsCounted("familieakademi", "2021-forår", 5, 32), reason="wrong-figure"
    )

    done = take(logbook, tmp_path, {"Fremmødte talt": [HEADS, [*AT_FIVE, 31]]}, amend=True)

    assert [] == done.recorded
    assert 1 == len(done.done.since)


def test_two_rows_that_say_the_same_are_one(logbook: Logbook, tmp_path: Path) -> None:
    sheets: Sheets = {"Familie deltog": [ATTENDED, [*AT_FIVE, "f-2"], [*AT_FIVE, "f-2"]]}

    done = take(logbook, tmp_path, sheets)

    assert [came("f-2", 5).fact] == done.recorded
    assert [(3, 2)] == [(each.ready.row, each.first.row) for each in done.done.repeated]


def test_two_rows_that_contradict_each_other_are_both_wrong(logbook: Logbook, tmp_path: Path) -> None:
    sheets: Sheets = {"Fremmødte talt": [HEADS, [*AT_FIVE, 31], [*AT_FIVE, 32]]}

    done = take(logbook, tmp_path, sheets)

    says = "It contradicts row {} of «Fremmødte talt», which is about the same: keep the right one."
    assert [("Fremmødte talt", 2, None, says.format(3)), ("Fremmødte talt", 3, None, says.format(2))] == (
        done.problems
    )


def test_a_row_with_a_name_of_its_own_is_known_by_it(logbook: Logbook, tmp_path: Path) -> None:
    def contact(*rows: Sequence[object]) -> Sheets:
        header = ["Nr.", "Dag", "Aktivitet", "Frivillig", "Om"]
        return {"Kontakt med frivillig": [header, *rows]}

    logbook.record(ParticipantRegistered("resident", "r-1"), on=date(2021, 1, 4))
    sheets: Sheets = {
        "Frivillig rekrutteret": [["Dag", "Aktivitet", "Frivillig"], ["5.1.2021", "frivillige", "r-1"]]
    }
    take(logbook, tmp_path, sheets)
    same = ["6.1.2021", "frivillige", "r-1", "kontakt"]
    first = take(logbook, tmp_path, contact([1, *same], [2, *same]))
    changed = take(logbook, tmp_path, contact([1, *same], [2, *same[:3], "sparring"]), amend=True)

    assert 2 == len(first.recorded)
    assert [1, 1] == [len(changed.done.already), len(changed.recorded)]


def test_all_that_is_wrong_is_told_by_its_cell_and_nothing_is_recorded(
    logbook: Logbook, tmp_path: Path
) -> None:
    sheets: Sheets = {
        "Familie deltog": [
            ATTENDED,
            ["30.2.2021", "FamilieAkademi", "2021-forår", "fem", "f-1"],
            [*AT_FIVE, None],
            [*AT_FIVE, "f-77"],
            [*AT_FIVE, "f-2"],
        ],
        "Familie kom i netværk": [["Dag", "Familie"], ["4.2.2021", "f-1"]],
    }

    done = take(logbook, tmp_path, sheets)

    assert [] == done.recorded
    assert [
        ("Familie deltog", 2, "A", "Day cannot be '30.2.2021': the calendar has no such day."),
        ("Familie deltog", 2, "D", "Meeting no. cannot be 'fem': write a whole number, such as 31."),
        ("Familie deltog", 3, "E", "«Family» is missing: fill it in."),
        (
            "Familie deltog",
            4,
            "E",
            says_not_registered("family", "f-77", FIFTH),
        ),
        ("Familie kom i netværk", 1, None, "Columns are missing: add «Activity», «Network»."),
    ] == done.problems


def test_a_row_that_clashes_with_another_is_told_by_it(logbook: Logbook, tmp_path: Path) -> None:
    header = ["Nr.", "Dag", "Slags", "Hvem"]
    sheets: Sheets = {
        FAMILIES: [header, ["a", "4.2.2021", "familie", "f-3"], ["b", "5.2.2021", "familie", "f-3"]]
    }

    done = take(logbook, tmp_path, sheets)

    assert done.problems[0][3].endswith(" (entry 7 would be row 2 of «Deltager registreret»)")


def test_columns_and_sheets_that_are_not_read_are_said(logbook: Logbook, tmp_path: Path) -> None:
    sheets: Sheets = {
        "Vejledning": [["Sådan gør du"], ["Plan: vaerebro-2020-2023"]],
        "Noter": [["husk kaffe"]],
        FAMILIES: [["Hvem:", " slags ", "DAG *", "Bemærkning"], ["f-3", "familie", "4.2.2021", "hej"]],
    }

    done = take(logbook, tmp_path, sheets)

    assert 1 == len(done.recorded)
    assert [
        ("Noter", "The sheet is neither a kind of fact nor an attendance list, and was not read."),
        (FAMILIES, "Column D («Bemærkning») is not known, and was not read."),
    ] == done.ignored


@pytest.mark.parametrize(
    ("name", "rows", "says"),
    [
        (FAMILIES, [["hej"]], "None of the first rows has names of columns: write «Day», «Kind», «Who»."),
        ("Rettelse", [["Dag"], ["4.2.2021"]], "«Correction» cannot be imported from a sheet."),
        (FAMILIES, [["Dag", "Day", "Slags", "Hvem"], ["x"]], "«Day» is the name of two columns: keep one."),
    ],
)
def test_a_sheet_without_its_columns_is_told_once(
    logbook: Logbook, tmp_path: Path, name: str, rows: Sequence[Sequence[object]], says: str
) -> None:
    assert [says] == [why for *_, why in take(logbook, tmp_path, {name: rows}).problems]


def test_a_sheet_may_say_in_each_row_what_it_is(logbook: Logbook, tmp_path: Path) -> None:
    rows: list[Cells] = [
        ["Hændelse", "Dag", "Slags", "Hvem"],
        ["Deltager registreret", "4.2.2021", "familie", "f-3"],
        ["participant-registered", "4.2.2021", "youth", "y-1"],
        ["Kaffe drukket", "4.2.2021", "familie", "f-4"],
        [None, "4.2.2021", "familie", "f-5"],
        ["Annullering", "4.2.2021", "familie", "f-5"],
    ]

    done = take(logbook, tmp_path, {"Ark1": rows}, only_good=True)

    assert ["f-3", "y-1"] == [fact.who for fact in done.recorded]  # type: ignore[attr-defined]  # they are registered
    assert [4, 5, 6] == [row for _, row, _, _ in done.problems]


def test_an_attendance_list_is_read_beside_sheets_of_facts(logbook: Logbook, tmp_path: Path) -> None:
    rows: list[Cells] = [
        ["Fremmødeliste"],
        ["Aktivitet", "FamilieAkademi"],
        ["Sæson", "2021-forår"],
        ["Møde nr.", 5, 6],
        ["Dag", FIFTH, date(2021, 2, 11)],
        ["f-1", "x", "x"],
        ["f-77", None, "x"],
    ]

    done = take(logbook, tmp_path, {"Hold 1": rows}, only_good=True)

    assert [MeetingHeld("familieakademi", "2021-forår", 6), came("f-1", 6).fact] == done.recorded
    assert [("Hold 1", 7, "C")] == [(sheet, row, column) for sheet, row, column, _ in done.problems]


def test_what_somebody_else_recorded_in_between_is_looked_at_again(logbook: Logbook, tmp_path: Path) -> None:
    path = a_book(tmp_path / "ark.xlsx", {"Familie deltog": [ATTENDED, [*AT_FIVE, "f-2"]]})
    look = looked_at(logbook, Asked(path), WORKER)
    logbook.record(came("f-2", 5))

    done = imported(logbook, look, WORKER)

    assert [] == list(done.entries)
    assert 1 == len(done.already)


def test_nothing_is_taken_from_a_sheet_that_plans_a_season_again_otherwise(
    logbook: Logbook, tmp_path: Path
) -> None:
    header = ["Dag", "Aktivitet", "Sæson", "Antal møder", "Første dag", "Sidste dag"]
    row = ["4.1.2021", "FamilieAkademi", "2021-forår", 12, "7.1.2021", "22.4.2021"]

    done = take(logbook, tmp_path, {"Season planned": [header, row]})

    assert [season().fact] == [each.was.fact for each in done.done.changes]
    assert [] == done.recorded


def test_what_a_fact_itself_refuses_is_told_by_its_cell(logbook: Logbook, tmp_path: Path) -> None:
    organised = ["Dag", "Aktivitet", "Organisering", "Blok", "Form", "Opgange"]
    sheets: Sheets = {
        "Fremmødte talt": [HEADS, [*AT_FIVE, -1]],
        "Blok organiseret": [organised, ["4.2.2021", "naboskab", "o-1", "Blok 1", "andet", " "]],
    }

    done = take(logbook, tmp_path, sheets)

    assert [("Fremmødte talt", 2, "E"), ("Blok organiseret", 2, "F")] == [
        (sheet, row, column) for sheet, row, column, _ in done.problems
    ]


def test_an_empty_day_is_missing(logbook: Logbook, tmp_path: Path) -> None:
    done = take(logbook, tmp_path, {"Familie deltog": [ATTENDED, [" ", *AT_FIVE[1:], "f-2"]]})

    assert [("Familie deltog", 2, "«Day» is missing: fill it in.")] == [
        (sheet, row, why) for sheet, row, _, why in done.problems
    ]
