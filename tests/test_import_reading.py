"""What people have in their sheets beside good cells: keys that are none, formulas, hidden rows, totals."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clocks import SettableClock
from given import AFTERWARDS, a_spring, came, evening, new_logbook, noon, the_plan
from made_workbooks import Made, fill, workbook
from sheets_to_import import Taken, a_book
from vaerebro_events import Logbook
from vaerebro_events.tables.reading_lines import FileFacts
from vaerebro_events.tables.taking_in import facts_of_file

Cells = Sequence[object]
FIFTH, SIXTH = date(2021, 2, 4), date(2021, 2, 11)
CAME = ["Dag", "Aktivitet", "Sæson", "Møde nr.", "Familie"]
AT_FIVE: list[object] = [FIFTH, "FamilieAkademi", "2021-forår", 5]
ABOVE: list[Cells] = [["Fremmødeliste"], ["Aktivitet", "FamilieAkademi"], ["Sæson", "2021-forår"]]
NO_SUCH_KEY = "the plan has no such key"
NOT_COMPUTED = "The formula has no stored value: open the file in the spreadsheet program, and save it."


@pytest.fixture
def logbook() -> Logbook:
    """A spring in which two families are registered and the fifth evening was held."""
    opened = new_logbook(SettableClock(noon(AFTERWARDS)))
    opened.record(*a_spring("f-1", "f-2"), *evening(5, "f-1"))
    return opened


def take(logbook: Logbook, folder: Path, name: str, *rows: Cells) -> Taken:
    return Taken(logbook, a_book(folder / "ark.xlsx", {name: rows}))


def test_a_key_that_the_plan_does_not_have_is_told_at_its_cell_with_all_else(
    logbook: Logbook, tmp_path: Path
) -> None:
    row = [FIFTH, "FamilieAkademiet", "2021-forår", "fem", "f-2"]

    done = take(logbook, tmp_path, "Familie deltog", CAME, row)

    assert [
        (
            2,
            "B",
            f"Activity cannot be 'FamilieAkademiet': {NO_SUCH_KEY} (did you mean «FamilieAkademi»?).",
        ),
        (2, "D", "Meeting no. cannot be 'fem': write a whole number, such as 31."),
    ] == [(row, column, why) for _, row, column, why in done.problems]


def test_one_of_several_keys_is_told(logbook: Logbook, tmp_path: Path) -> None:
    header = ["Dag", "Aktivitet", "Organisering", "Blok", "Form", "Opgange"]
    block = the_plan().blocks[0]
    row = [FIFTH, "naboskab", "o-1", block.title.en, "andet", f"{block.stairwells[0]}, nr. 999"]

    done = take(logbook, tmp_path, "Blok organiseret", header, row)

    [(_, _, column, why)] = done.problems
    assert ("F", "Stairwells cannot be 'nr. 999': the plan has no such key") == (column, why.split(" (")[0])


def test_a_wrong_activity_of_a_list_is_told_once_where_it_stands(logbook: Logbook, tmp_path: Path) -> None:
    above = [["Fremmødeliste"], ["Aktivitet", "Akademi"], ["Sæson", "2021-forår"]]

    done = take(
        logbook, tmp_path, "Ark1", *above, ["Dag", FIFTH, SIXTH], ["f-1", "x", "x"], ["f-2", "x", "x"]
    )

    assert [("B", 2)] == [(column, row) for _, row, column, _ in done.problems]


@pytest.mark.parametrize("name", ["dato", "Dato", "Date", "date", "dag", "DAG"])
def test_the_day_may_be_called_a_date(logbook: Logbook, tmp_path: Path, name: str) -> None:
    done = take(logbook, tmp_path, "Familie deltog", [name, *CAME[1:]], [*AT_FIVE, "f-2"])

    assert [came("f-2", 5).fact] == done.recorded


def test_columns_that_are_not_known_are_named_beside_those_that_are_missing(
    logbook: Logbook, tmp_path: Path
) -> None:
    done = take(logbook, tmp_path, "Familie deltog", [*CAME[:-1], "Familien"], [*AT_FIVE, "f-2"])

    assert ["Columns are missing: add «Family»."] == [why for *_, why in done.problems]
    assert ["Column E («Familien») is not known, and was not read."] == [what for _, what in done.ignored]


def test_a_formula_without_a_value_is_told_also_where_a_cell_may_be_empty(
    logbook: Logbook, tmp_path: Path
) -> None:
    def make(book: Made) -> None:
        sheet = book.add_worksheet("Fremmødte talt")
        header = ["Dag", "Aktivitet", "Sæson", "Møde nr.", "Fremmødte", "I udsat position"]
        fill(book, sheet, [header, [*AT_FIVE, 31]])
        sheet.write_formula("F2", "=E2-20", None, "")

    done = Taken(logbook, workbook(tmp_path / "ark.xlsx", make))

    assert [("Fremmødte talt", 2, "F", NOT_COMPUTED)] == done.problems


def test_hidden_rows_and_columns_are_read_and_said(logbook: Logbook, tmp_path: Path) -> None:
    def make(book: Made) -> None:
        sheet = book.add_worksheet("Familie deltog")
        fill(book, sheet, [CAME, [*AT_FIVE, "f-2"], *[[]] * 9, *[[None, "x"]] * 11])
        for row in range(1, 30):
            sheet.set_row(row, None, None, {"hidden": True})
        sheet.set_column(4, 4, None, None, {"hidden": True})

    done = Taken(logbook, workbook(tmp_path / "ark.xlsx", make))

    assert [
        "Hidden rows were read, too: 2, 12, 13, 14, 15, 16, 17, 18, 19, 20, ….",
        "Hidden columns were read, too: E.",
    ] == [what for _, what in done.ignored]


def facts_in(logbook: Logbook, folder: Path, *rows: Cells, **sheets: Any) -> FileFacts:
    return facts_of_file(a_book(folder / "ark.xlsx", {"Ark1": rows, **sheets}), logbook.replay())


def test_who_did_not_come_is_read_as_the_attendance_that_it_would_have_been(
    logbook: Logbook, tmp_path: Path
) -> None:
    facts = facts_in(logbook, tmp_path, *ABOVE, ["Dag", FIFTH], ["f-1"], ["f-2", "x"], [True])

    assert [(came("f-1", 1).fact, FIFTH, 5, "B")] == [
        (each.fact, each.on, each.row, each.written["meeting"].column) for each in facts.absent
    ]


def test_totals_are_left_out_and_said(logbook: Logbook, tmp_path: Path) -> None:
    facts = facts_in(logbook, tmp_path, *ABOVE, ["Dag", FIFTH], ["f-1", "x"], ["Antal familier", 1])

    assert ["Row 6 («Antal familier») is a total, and was not read."] == [
        each.what.en for each in facts.ignored
    ]
