"""Attendance lists are read as people keep them, and say by their cells what cannot be read."""

import csv
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from made_lists import Attendance, Told, lists
from made_workbooks import Made, fill, table, workbook
from vaerebro_events import VOCABULARY
from vaerebro_events.forms.fields import fields_of
from vaerebro_events.forms.reading import read_day, read_value
from vaerebro_events.tables.attendance_list import attendance_lines
from vaerebro_events.tables.files import read_sheets
from vaerebro_events.tables.line import Absence, Line, Problem, Written
from vaerebro_events.tables.sheet import BadCell, NotComputed, Row, Sheet
from vaerebro_events.tables.sheets_of_facts import Found, Ignored

ABOVE = (["Fremmødeliste"], ["Aktivitet", "FamilieAkademi"], ["Sæson", "2021-forår"], ["Hvem", "familier"])
NUMBERS, DAYS = ["Møde nr.", 1, 2], ["Dag", "4.3.2021", "11.3.2021"]
HEAD = (*ABOVE, NUMBERS, DAYS)  # rows 1 to 6


def found_in(*rows: Sequence[object]) -> tuple[Found, ...] | None:
    numbered = [Row(number, tuple(cells)) for number, cells in enumerate(rows, 1) if cells]
    return attendance_lines(Sheet("Ark1", numbered))


def lines_in(*rows: Sequence[object]) -> list[str]:
    """The lines of a list in short: the tag, the meeting, who or how many; problems fail."""
    found = found_in(*rows)
    assert found is not None
    assert [] == problems_in(*rows)
    return [short(each) for each in found if isinstance(each, Line)]


def short(line: Line) -> str:
    names = ("meeting", "family", "resident", "youth", "kind", "who", "heads", "vulnerable")
    return " ".join([line.tag, *(str(line.written[name].value) for name in names if name in line.written)])


def problem(each: Problem) -> str:
    why = each.why.in_("en")
    return f"{each.column or ''}{each.row or ''}: {why}"


def problems_in(*rows: Sequence[object]) -> list[str]:
    return [problem(each) for each in found_in(*rows) or () if isinstance(each, Problem)]


def notes_in(*rows: Sequence[object]) -> list[str]:
    return [each.what.en for each in found_in(*rows) or () if isinstance(each, Ignored)]


def away_in(*rows: Sequence[object]) -> list[str]:
    """Those who did not come, in short, and where that stands."""
    found = [each for each in found_in(*rows) or () if isinstance(each, Absence)]
    return [f"{each.column}{each.line.row} {short(each.line)}" for each in found]


def told_by(line: Line) -> Told:
    kind = VOCABULARY.facts[line.tag]
    plain = {
        field.name: read_value(field, line.written[field.name].value)
        for field in fields_of(kind)
        if field.name in line.written
    }
    return kind(**plain), read_day(line.written["occurred_on"].value)


@given(made=lists())
def test_an_attendance_written_in_any_way_reads_back(
    made: tuple[Attendance, list[list[object]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    told, rows = made
    path = table(tmp_path_factory.mktemp("list") / "f.xlsx", rows)

    (found,) = (attendance_lines(sheet) for sheet in read_sheets(path))

    assert found is not None
    assert [] == [each for each in found if isinstance(each, Problem)]
    read = [told_by(each) for each in found if isinstance(each, Line)]
    assert sorted(map(repr, told.told())) == sorted(map(repr, read))


def test_an_evening_in_a_list() -> None:
    rows = (
        *HEAD,
        ["f-017", "x"],
        ["f-018", "ny"],
        ["Fremmødte", 31],
        ["I udsat position", 4],
        ["Aflyst", None, "x"],
    )

    expected = [
        "participant-registered family f-018",
        "meeting-held 1",
        "family-attended 1 f-017",
        "family-attended 1 f-018",
        "heads-counted 1 31 4",
        "meeting-cancelled 2",
    ]
    assert expected == lines_in(*rows)


def test_a_list_in_a_csv_file(tmp_path: Path) -> None:
    with (tmp_path / "f.csv").open("w", encoding="cp1252", newline="") as file:
        csv.writer(file, delimiter=";").writerows((*HEAD, [], ["f-017", "x"], ["Fremmødte", "31"]))

    (found,) = (attendance_lines(sheet) for sheet in read_sheets(tmp_path / "f.csv"))

    assert ["meeting-held 1", "family-attended 1 f-017", "heads-counted 1 31"] == [
        short(each) for each in found or () if isinstance(each, Line)
    ]


def test_titles_that_are_merged_over_columns_are_said_once(tmp_path: Path) -> None:
    def make(book: Made) -> None:
        sheet = book.add_worksheet()
        fill(
            book,
            sheet,
            [[], [None, None, "FamilieAkademi"], [None, None, "2021-forår"], ["Dag", date(2021, 3, 4)]],
        )
        sheet.merge_range("A1:F1", "Fremmødeliste")
        sheet.merge_range("A2:B2", "Aktivitet")
        sheet.merge_range("A3:B3", "Sæson")
        sheet.write_row("A5", ["f-017", "x"])

    (found,) = (attendance_lines(sheet) for sheet in read_sheets(workbook(tmp_path / "f.xlsx", make)))

    assert ["meeting-held 1", "family-attended 1 f-017"] == [
        short(each) for each in found or () if isinstance(each, Line)
    ]


def test_every_cell_says_where_it_stands() -> None:
    found = found_in(*HEAD, [], ["f-017", None, "ny"], ["Fremmødte", None, 31], ["I udsat position", None, 4])

    assert found is not None
    registered, held, attended, counted = (each for each in found if isinstance(each, Line))
    assert ("Ark1", 8, 6, 8, 9) == (held.sheet, registered.row, held.row, attended.row, counted.row)
    day = Written("C", "11.3.2021", 6)
    assert {
        "kind": Written("B", "family", 4),
        "who": Written("A", "f-017"),
        "occurred_on": day,
    } == registered.written
    common = {
        "activity": Written("B", "FamilieAkademi", 2),
        "series": Written("B", "2021-forår", 3),
        "meeting": Written("C", 2),
        "occurred_on": day,
    }
    assert common == held.written
    assert {**common, "family": Written("A", "f-017")} == attended.written
    assert {**common, "heads": Written("C", 31, 9), "vulnerable": Written("C", 4, 10)} == counted.written


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["Dag", "Aktivitet", "Sæson", "Møde nr.", "Familie"],
            ["4.3.2021", "familieakademi", "2021-forår", 1, "f-017"],
        ],
        [["Vejledning"], ["Skriv x for dem, der kom"]],
        [["Aktivitet", "FamilieAkademi"], ["Dag", "4.3.2021"], ["f-017", "x"]],
        [["Fremmødeliste"], ["f-017", "x"]],
        [*[["Bemærkning"]] * 20, *HEAD],
        [],
    ],
)
def test_what_is_no_attendance_list(rows: list[list[object]]) -> None:
    assert found_in(*rows) is None


def test_meetings_that_are_only_planned_are_not_told() -> None:
    assert [] == lines_in(*HEAD, ["f-017", None, "-"], ["f-018", 0, "nej"], ["Fremmødte", 0], ["Aflyst"])
    assert [] == lines_in(["Fremmødeliste"], ["Aktivitet"], ["Sæson"], NUMBERS, ["Dag"], ["f-017"])


def test_heads_alone_say_that_a_meeting_was_held() -> None:
    assert ["meeting-held 2", "heads-counted 2 12"] == lines_in(*HEAD, ["Fremmødte", 0, 12])


def test_no_heads_are_counted_where_somebody_came() -> None:
    rows = (*HEAD, ["f-017", "x"], ["Fremmødte", 0, 0], ["I udsat position", 0, 0])

    assert ["meeting-held 1", "family-attended 1 f-017", "heads-counted 1 0 0"] == lines_in(*rows)


def test_a_label_may_have_its_value_in_its_own_cell() -> None:
    rows = (["Aktivitet: FamilieAkademi", "Sæson: 2021-forår"], DAYS, ["f-017", "x"])

    held = next(each for each in found_in(*rows) or () if isinstance(each, Line))

    assert {Written("A", "FamilieAkademi", 1), Written("B", "2021-forår", 1)} == {
        held.written["activity"],
        held.written["series"],
    }


def test_totals_are_not_read() -> None:
    rows = (*ABOVE, [*NUMBERS, "I alt"], DAYS, ["f-017", "x", None, 1], ["I alt", 1, 0, 1])

    assert ["meeting-held 1", "family-attended 1 f-017"] == lines_in(*rows)
    assert [
        "Row 8 («I alt») is a total, and was not read.",
        "Column D («I alt») is a total, and was not read.",
    ] == notes_in(*rows)


@pytest.mark.parametrize(
    "name",
    ["Antal", "Antal familier", "I alt familier", "Ialt", "Sum", "Sum:", "Total pr. møde", "Fremmøde i alt"],
)
def test_no_total_is_taken_for_somebody(name: str) -> None:
    rows = (*HEAD, ["f-017", "x"], [name, "1", "ny"])

    assert ["meeting-held 1", "family-attended 1 f-017"] == lines_in(*rows)
    assert [f"Row 8 («{name}») is a total, and was not read."] == notes_in(*rows)


def test_somebody_whose_reference_begins_like_a_total_is_read() -> None:
    assert "family-attended 1 sum7" in lines_in(*HEAD, ["sum7", "x"])


def test_an_empty_total_is_not_worth_a_word() -> None:
    assert [] == notes_in(*ABOVE, [*NUMBERS, "I alt"], DAYS, ["f-017", "x"], ["I alt"])


def test_who_did_not_come_to_a_meeting_is_told() -> None:
    rows = (
        *HEAD,
        ["f-017", "x"],
        ["f-018", "nej"],
        ["f-019", "x"],
        ["f-019"],
        ["f-018"],
        [None, None],
        ["Aflyst", None, "x"],
    )

    expected = ["B8 family-attended 1 f-018"]
    expected += [f"C{row} family-attended 2 f-{who}" for row, who in ((7, "017"), (8, "018"), (9, "019"))]
    assert expected == away_in(*rows)


def test_nobody_is_away_from_a_meeting_of_which_nothing_is_told_or_that_is_wrong() -> None:
    assert [] == away_in(*HEAD, ["f-017"], ["f-018"])
    assert [] == away_in(*ABOVE, NUMBERS, ["Dag"], ["f-017", "x"], ["f-018"])
    assert [] == away_in(*HEAD, ["f-017", "x"], ["f-018", "måske"])


@pytest.mark.parametrize(
    ("days", "numbers"),
    [
        (["11.3.2021", "4.3.2021", "18.3.2021"], [2, 1, 3]),
        (["4.3.2021", None, "4.3.2021"], [1, 2]),
        (["11.3.2021", "i går", "4.3.2021"], [2, 1]),
    ],
)
def test_meetings_without_numbers_are_numbered_by_their_days(days: list[object], numbers: list[int]) -> None:
    marks = [None if day is None else "x" for day in days]

    found = found_in(*ABOVE, ["Dag", *days], ["f-017", *marks])

    held = [each for each in found or () if isinstance(each, Line) and each.tag == "meeting-held"]
    assert numbers == [each.written["meeting"].value for each in held]


def sheet_of(path: Path, make: Callable[[Made], None]) -> list[Found]:
    """What a workbook says whose sheet has this list, and more that `make` puts into it."""

    def made(book: Made) -> None:
        sheet = book.add_worksheet()
        fill(book, sheet, HEAD)
        make(sheet)

    (found,) = (attendance_lines(sheet) for sheet in read_sheets(workbook(path / "f.xlsx", made)))
    return list(found or ())


def test_a_mark_that_is_merged_over_meetings_is_no_mark_of_any(tmp_path: Path) -> None:
    def make(sheet: Made) -> None:
        sheet.merge_range("B7:C7", "x")
        sheet.write_row("A7", ["f-017"])
        sheet.write_row("A8", ["f-018", "x"])
        sheet.write_row("A9", ["Fremmødte"])
        sheet.merge_range("B9:C9", 31)

    found = sheet_of(tmp_path, make)

    why = "The mark is merged over several cells: unmerge them, and write one in each that it holds for."
    told = [problem(each) for each in found if isinstance(each, Problem)]
    assert [f"{place}: {why}" for place in ("B7", "B9", "C7", "C9")] == told
    assert [] == [each for each in found if isinstance(each, Line | Absence)]


def test_a_reference_that_is_merged_over_columns_is_no_mark(tmp_path: Path) -> None:
    def make(sheet: Made) -> None:
        sheet.merge_range("A7:B7", "f-017")
        sheet.write("C7", "x")

    found = sheet_of(tmp_path, make)

    assert ["meeting-held 2", "family-attended 2 f-017"] == [
        short(each) for each in found if isinstance(each, Line) or pytest.fail(str(each))
    ]


CAME = ["f-017", "x"]
NO_MARK = "is no mark: write x for came, new for came and is new, or leave the cell empty."
NO_VALUE = "The formula has no stored value: open the file in the spreadsheet program, and save it."
NO_NUMBER = (
    "is filled in, and has no meeting's number: write it, or take the column out («Total» is not read)."
)
AGAIN = "stands here for the second time: another attendance list needs a sheet of its own."


@pytest.mark.parametrize(
    ("rows", "problems"),
    [
        (
            [*HEAD, ["f-017", "måske", BadCell("#REF!")]],
            [
                f"B7: «måske» {NO_MARK}",
                f"C7: «#REF!» {NO_MARK}",
            ],
        ),
        (
            [*HEAD, ["f-017", "x", NotComputed()], ["Aflyst", None, NotComputed()]],
            [f"C7: {NO_VALUE}", f"C8: {NO_VALUE}"],
        ),
        (
            [*HEAD, ["Aflyst", "måske"]],
            [f"B7: «måske» {NO_MARK}"],
        ),
        (
            [*HEAD, CAME, ["Aflyst", "ny"]],
            [f"B8: «ny» {NO_MARK}"],
        ),
        (
            [*ABOVE, NUMBERS, ["Dag", "4.3.2021"], ["f-017", "x", "x"]],
            ["C6: Column C is filled in, and the meeting has no day: write it in the row «Day»."],
        ),
        (
            [*ABOVE, NUMBERS, CAME],
            ["B5: Column B is filled in, and the meeting has no day: write it in the row «Day»."],
        ),
        (
            [*ABOVE, DAYS, ["f-017", "x", "x", "x"]],
            ["D5: Column D is filled in, and the meeting has no day: write it in the row «Day»."],
        ),
        (
            [*ABOVE, NUMBERS, ["Dag", "30.2.2021", "i går"], ["f-017", "x", "x"]],
            [
                "B6: Day cannot be '30.2.2021': the calendar has no such day.",
                "C6: Day cannot be 'i går': write a day as 2021-03-04 or 4.3.2021.",
            ],
        ),
        (
            [*ABOVE, ["Møde nr.", 1, True, "Bemærkning"], DAYS, ["f-017", None, "x", "syg"]],
            [
                f"C5: Column C {NO_NUMBER}",
                f"D5: Column D {NO_NUMBER}",
            ],
        ),
        (
            [*HEAD, [None, "x", "ny"], CAME],
            ["A7: The row has marks and begins with no reference: write it, or delete the marks."],
        ),
        (
            [*HEAD, ["f-017", "ny", "ny"]],
            ["C7: «f-017» is new for the second time in the row: write x here."],
        ),
        (
            [*HEAD, CAME, ["Aflyst", "x"]],
            ["B8: The meeting is cancelled, and there are marks or heads too: delete one of them."],
        ),
        (
            [*HEAD, ["I udsat position", 4]],
            ["B7: There are some in a vulnerable position, and no heads: write how many came."],
        ),
        (
            [*ABOVE, ["Møde nr.", 1, 1], DAYS, ["f-017", "x", "x"]],
            ["C5: Meeting 1 stands in column B as well: mend one of the numbers."],
        ),
        (
            [*HEAD, CAME, ["Sæson"], ["Sæson", "2021-efterår"], ["Møde nr.", 1], ["f-017", "ukendt"]],
            [f"A9: «Season» {AGAIN}"],
        ),
        (
            [*HEAD, ["Fremmødte", 31], ["Fremmødte", 32]],
            [f"A8: «Heads» {AGAIN}"],
        ),
        (
            [["Fremmødeliste"], ["Sæson"], ["Hvem", "hunde"], DAYS, ["f-017", "x", "?"]],
            [
                ": «Activity» is missing above the list: write it in a cell, with its value to the right.",
                "A2: There is nothing to the right of «Season»: write it there.",
                "B3: «hunde» are no participants: write families, residents or youths.",
                f"C5: «?» {NO_MARK}",
            ],
        ),
        (
            [["Aktivitet", "Sæson", "2021-forår"], DAYS, CAME],
            ["A1: There is nothing to the right of «Activity»: write it there."],
        ),
    ],
)
def test_what_cannot_be_read_says_its_cell(rows: list[list[object]], problems: list[str]) -> None:
    assert problems == problems_in(*rows)


def test_what_is_wrong_in_one_place_leaves_the_others_to_be_read() -> None:
    found = found_in(*HEAD, ["f-017", "x", "x"], ["f-018", "?", "x"], ["Aflyst", None, "x"])

    assert ["meeting-held 1", "family-attended 1 f-017"] == [
        short(each) for each in found or () if isinstance(each, Line)
    ]
    assert ["B8", "C9"] == [problem(each)[:2] for each in found or () if isinstance(each, Problem)]
