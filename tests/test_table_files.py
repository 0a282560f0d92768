"""Sheets are read as the program that made them shows them; what cannot be read says so in one sentence."""

import subprocess
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_workbooks import SHEET, Made, fill, table, with_cells, with_members, workbook, zip_bomb
from vaerebro_events import VaerebroError
from vaerebro_events.errors import (
    DamagedTable,
    EmptyTable,
    LockedWorkbook,
    NotATable,
    NotText,
    OldWorkbook,
    RowNotRead,
    TableNotOpened,
    TableTooLarge,
    TooManyCells,
)
from vaerebro_events.forms.reading import read_day
from vaerebro_events.tables import csv_file, sheet, workbook_look
from vaerebro_events.tables.files import hidden_sheets, read_sheets
from vaerebro_events.tables.sheet import BadCell, NotComputed

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def rows_of(path: Path) -> list[tuple[int, tuple[object, ...]]]:
    """The rows of the only sheet."""
    (only,) = ([(row.number, row.cells) for row in each.rows] for each in read_sheets(path))
    return only


def written(path: Path, content: str | bytes, encoding: str = "utf-8") -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


# Workbooks.


def test_a_workbook_has_its_rows_under_the_numbers_that_excel_shows(tmp_path: Path) -> None:
    path = table(
        tmp_path / "f.xlsx", [[], [None, "Dag", "Fremmødte"], [], [None, date(2021, 3, 4), 31.0], []]
    )

    assert [(2, (None, "Dag", "Fremmødte")), (4, (None, date(2021, 3, 4), 31))] == rows_of(path)


def test_blanks_at_the_end_of_a_text_and_empty_cells_at_the_end_of_a_row_are_no_more(tmp_path: Path) -> None:
    path = table(tmp_path / "f.xlsx", [["f-017 \u00a0", " ", "x", "\u00a0"], ["  "], [2.5, True, 3.0]])

    assert [(1, ("f-017", None, "x")), (3, (2.5, True, 3))] == rows_of(path)


def test_a_time_of_day_stays_with_its_day(tmp_path: Path) -> None:
    def make(book: Made) -> None:
        day = book.add_format({"num_format": "d.m.yyyy hh:mm"})
        book.add_worksheet().write_datetime(0, 0, datetime(2021, 3, 4, 17, 30), day)  # noqa: DTZ001 a cell has no zone

    ((_, (cell,)),) = rows_of(workbook(tmp_path / "f.xlsx", make))

    assert datetime(2021, 3, 4, 17, 30) == cell  # noqa: DTZ001


def test_merged_cells_have_their_value_all_over(tmp_path: Path) -> None:
    def make(book: Made) -> None:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 2, "Fremmødeliste")
        sheet.merge_range(1, 0, 3, 0, "familieakademi")
        sheet.merge_range(1, 3, 2, 4, "")
        fill(book, sheet, [[], [None, 1, 2], [None, 3, None, None, None, 9], [None, 4]])

    path = workbook(tmp_path / "f.xlsx", make)

    title = ("Fremmødeliste",) * 3
    rows = [("familieakademi", 1, 2), ("familieakademi", 3, None, None, None, 9), ("familieakademi", 4)]
    assert [(1, title), *enumerate(rows, 2)] == rows_of(path)


def test_what_is_merged_over_the_whole_sheet_ends_where_its_cells_end(tmp_path: Path) -> None:
    cells = "<row r='1'><c r='A1'><v>7</v></c></row><row r='2'><c r='C2'><v>8</v></c></row>"
    merged = "<mergeCells count='1'><mergeCell ref='A1:XFD1048576'/></mergeCells>"

    assert [(1, (7, 7, 7)), (2, (7, 7, 7))] == rows_of(with_cells(tmp_path / "f.xlsx", cells, merged))


def test_a_formula_has_the_value_that_was_stored_with_it(tmp_path: Path) -> None:
    def make(book: Made) -> None:
        sheet = book.add_worksheet()
        for column, value in enumerate((31, "f-017", "#REF!", "#DIV/0!")):
            sheet.write_formula(0, column, "=A2", None, value)

    assert [(1, (31, "f-017", BadCell("#REF!"), BadCell("#DIV/0!")))] == rows_of(
        workbook(tmp_path / "f.xlsx", make)
    )


def test_a_formula_without_a_stored_value_is_not_taken_for_an_empty_cell(tmp_path: Path) -> None:
    cells = (
        "<row r='2'><c r='B2'><f>A1</f></c><c r='C2' t='str'><f>A1</f><v></v></c><c r='D2'><v>7</v></c></row>"
        "<row r='3'><c r='E3'><f>A1</f><v/></c></row><row r='5'><c r='A5'><f>A1</f></c></row>"
    )

    assert [
        (2, (None, NotComputed(), None, 7)),
        (3, (None, None, None, None, NotComputed())),
        (5, (NotComputed(),)),
    ] == rows_of(with_cells(tmp_path / "f.xlsx", cells))


def test_a_sheet_of_formulas_alone_has_them_all(tmp_path: Path) -> None:
    cells = "<row r='2'><c r='B2'><f>A1</f></c></row>"

    assert [(2, (None, NotComputed()))] == rows_of(with_cells(tmp_path / "f.xlsx", cells))


def test_a_cell_with_hours_is_no_text_and_shows_them(tmp_path: Path) -> None:
    def make(book: Made) -> None:
        sheet = book.add_worksheet()
        sheet.write_number(0, 0, 0.75, book.add_format({"num_format": "hh:mm"}))
        sheet.write_number(0, 1, 44259.5, book.add_format({"num_format": "[h]:mm"}))

    assert [(1, (BadCell("18:00"), BadCell("1062228:00")))] == rows_of(workbook(tmp_path / "f.xlsx", make))


def test_cells_say_which_of_them_are_merged(tmp_path: Path) -> None:
    def make(book: Made) -> None:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 1, 0, 2, "x")
        sheet.write(1, 3, "y")

    (only,) = ([row.merged for row in each.rows] for each in read_sheets(workbook(tmp_path / "f.xlsx", make)))

    assert [{1, 2}, set()] == only


def test_rows_and_columns_that_are_hidden_are_read_and_named(tmp_path: Path) -> None:
    def make(book: Made) -> None:
        sheet = book.add_worksheet()
        fill(book, sheet, [["a", "b", "c"], ["d"], ["e"]])
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_row(4, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})
        sheet.set_column(4, 5, None, None, {"hidden": True})

    ((rows, hidden_rows, hidden_columns),) = (
        ([row.cells for row in each.rows], each.hidden_rows, each.hidden_columns)
        for each in read_sheets(workbook(tmp_path / "f.xlsx", make))
    )

    assert [("a", "b", "c"), ("d",), ("e",)] == rows
    assert ((2,), (1,)) == (hidden_rows, hidden_columns)


def test_a_cell_that_is_an_error_shows_itself_where_it_is_refused(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "f.xlsx", lambda book: book.add_worksheet().write_formula("B2", "=1/0", None, "#N/A")
    )

    ((_, (_, cell)),) = rows_of(path)

    with pytest.raises(VaerebroError, match="Day cannot be #N/A: write a day as 2021-03-04"):
        read_day(cell)


def test_hidden_sheets_are_left_out_and_named(tmp_path: Path) -> None:
    def make(book: Made) -> None:
        for name in ("Møde holdt", "Gammelt", "Meget gammelt", "Tomt"):
            book.add_worksheet(name).write(0, 0, name)
        book.get_worksheet_by_name("Gammelt").hide()
        book.get_worksheet_by_name("Meget gammelt").very_hidden()
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "='Møde holdt'!$A$1:$A$3"})
        book.add_chartsheet("Diagram").set_chart(chart)

    path = workbook(tmp_path / "f.xlsx", make)

    assert ["Møde holdt", "Tomt"] == [each.name for each in read_sheets(path)]
    assert ("Gammelt", "Meget gammelt") == hidden_sheets(path)
    assert () == hidden_sheets(written(tmp_path / "f.csv", "a;b"))


def test_an_empty_sheet_has_no_rows(tmp_path: Path) -> None:
    assert [] == rows_of(table(tmp_path / "f.xlsx", []))


def test_cells_that_do_not_say_where_they_are_follow_one_another(tmp_path: Path) -> None:
    cells = (
        "<row><c><v>1</v></c><c t='e'><v>#N/A</v></c></row><row><c t='inlineStr'><is><t>x</t></is></c></row>"
    )

    assert [(1, (1, BadCell("#N/A"))), (2, ("x",))] == rows_of(with_cells(tmp_path / "f.xlsx", cells))


def test_days_as_text_and_days_that_are_none_are_left_to_be_read(tmp_path: Path) -> None:
    path = table(tmp_path / "f.xlsx", [["4.3.2021", "30.2.2021"]])

    assert [(1, ("4.3.2021", "30.2.2021"))] == rows_of(path)


# CSV files.


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_csv_file_of_whatever_program(tmp_path: Path, encoding: str, delimiter: str, newline: str) -> None:
    rows = [
        ["Dag", "Fremmødte", "Beløb"],
        [],
        ["4.3.2021", "31", '"77,97"'],
        ["", " ", ""],
        ["5.3.2021 ", "Ø", ""],
    ]
    text = newline.join(delimiter.join(row) for row in rows)

    path = written(tmp_path / "Fremmødte talt.csv", text, encoding)

    expected = [(1, ("Dag", "Fremmødte", "Beløb")), (3, ("4.3.2021", "31", "77,97")), (5, ("5.3.2021", "Ø"))]
    assert expected == rows_of(path)
    assert ["Fremmødte talt"] == [each.name for each in read_sheets(path)]


def test_a_csv_file_from_a_danish_excel_has_semicolons_and_decimal_commas(tmp_path: Path) -> None:
    text = "Dag;Tal;Andel\r\n4.3.2021;77,97;1,5\r\n5.3.2021;78,01;1,25\r\n"

    expected = [
        (1, ("Dag", "Tal", "Andel")),
        (2, ("4.3.2021", "77,97", "1,5")),
        (3, ("5.3.2021", "78,01", "1,25")),
    ]
    assert expected == rows_of(written(tmp_path / "f.csv", text, "cp1252"))


def test_a_first_line_that_says_the_delimiter_is_no_row(tmp_path: Path) -> None:
    assert [(2, ("a;b", "c"))] == rows_of(written(tmp_path / "f.csv", "sep=,\r\na;b,c\r\n"))


def test_a_row_is_numbered_by_the_line_in_which_it_begins(tmp_path: Path) -> None:
    text = '"Dag\nog ""tid""";x\n"en;to\r\n";y\nslut;z\n'

    expected = [(1, ('Dag\nog "tid"', "x")), (3, ("en;to", "y")), (5, ("slut", "z"))]
    assert expected == rows_of(written(tmp_path / "f.txt", text))


def test_the_apostrophe_that_made_a_cell_safe_is_taken_away(tmp_path: Path) -> None:
    path = written(tmp_path / "f.tsv", "'=1+1\t'+45\t'-1\t'@x\t'x\t''=\t-1")

    assert [(1, ("=1+1", "+45", "-1", "@x", "'x", "''=", "-1"))] == rows_of(path)


CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from(";,\t\n'\"=æ"), max_size=6)


@given(rows=st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=6))
def test_a_csv_file_with_all_cells_in_quotes_reads_back(
    rows: list[list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    quoted = [";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    path = written(tmp_path_factory.mktemp("csv") / "f.csv", "\r\n".join(quoted), "utf-8-sig")

    def plain(row: list[str]) -> tuple[object, ...]:
        return sheet.whole_row(
            (cell[1:] if cell[:2] in ("'=", "'+", "'-", "'@") else cell).rstrip() or None for cell in row
        )

    assert [plain(row) for row in rows if plain(row)] == [cells for _, cells in rows_of(path)]


# What cannot be read.


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    for path in (tmp_path / "nej.xlsx", tmp_path / "nej.csv", tmp_path, Path("/dev/null"), Path("a\0b.csv")):
        for read in (read_sheets, hidden_sheets):
            with pytest.raises(TableNotOpened):
                read(path)


REFUSED: dict[str, tuple[str, bytes, type[VaerebroError]]] = {
    "nothing in a workbook": ("f.xlsx", b"", EmptyTable),
    "nothing in a CSV file": ("f.csv", b"", EmptyTable),
    "a text named as a workbook": ("f.xlsx", b"Dag;Familie", NotATable),
    "a file of another kind": ("f.docx", b"PK\3\4", NotATable),
    "a file without a kind": ("f", b"Dag;Familie", NotATable),
    "the beginning of a zip": ("f.xlsx", b"PK\3\4", DamagedTable),
    "a workbook of before 2007": ("f.xls", OLE + b"Workbook", OldWorkbook),
    "an old workbook with a new name": ("f.xlsx", OLE + b"Workbook", OldWorkbook),
    "a workbook with a password": ("f.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), LockedWorkbook),
    "a workbook named as CSV": ("f.csv", b"PK\3\4\x14\0\6\0", NotText),
    "a picture named as CSV": ("f.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", NotText),
    "letters of no encoding": ("f.csv", b"Dag;Bel\x81b", NotText),
    "UTF-16 without its mark": ("f.csv", "Dag;Familie".encode("utf-16-le"), NotText),
    "UTF-16 cut within a letter": ("f.csv", "Dag;Familie".encode("utf-16")[:-1], DamagedTable),
    "UTF-8 cut within a letter": ("f.csv", "Fremmødte;møde".encode()[:-3], DamagedTable),
    "a quotation mark that stays open": (
        "f.csv",
        b'Dag;Familie\n4.3.2021;"f-017\n5.3.2021;f-018\n',
        RowNotRead,
    ),
    "a letter after a quotation mark": ("f.csv", b'Dag;Familie\n"Huset" her;f-017\n', RowNotRead),
}


@pytest.mark.parametrize(("name", "content", "error"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_table_is_said(
    tmp_path: Path, name: str, content: bytes, error: type[VaerebroError]
) -> None:
    with pytest.raises(error):
        list(rows_of(written(tmp_path / name, content)))


def test_a_csv_file_that_ends_in_a_letter_of_windows_is_whole(tmp_path: Path) -> None:
    assert [(1, ("Dag", "Br\u00f8"))] == rows_of(written(tmp_path / "f.csv", "Dag;Brø", "cp1252"))


def test_a_workbook_cut_anywhere_is_damaged(tmp_path: Path) -> None:
    content = table(tmp_path / "f.xlsx", [["f-017", "x"]] * 50).read_bytes()

    for kept in range(4, len(content), 97):
        with pytest.raises(DamagedTable):
            rows_of(written(tmp_path / "cut.xlsx", content[:kept]))


DAMAGE = st.lists(st.tuples(st.integers(0, 1 << 16), st.integers(0, 255)), min_size=1, max_size=5)


def damaged(content: bytes, damage: list[tuple[int, int]]) -> bytes:
    changed = bytearray(content)
    for at, byte in damage:
        changed[at % len(changed)] = byte
    return bytes(changed)


def read_or_refused(path: Path) -> bool:
    try:
        for each in read_sheets(path):
            list(each.rows)
    except (DamagedTable, NotATable, TableTooLarge, TooManyCells):
        return True
    return True


@given(damage=DAMAGE)
def test_a_damaged_zip_is_read_or_refused(
    damage: list[tuple[int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = table(tmp_path_factory.mktemp("damaged") / "f.xlsx", [["f-017", "x", 1.5]] * 3)

    assert read_or_refused(written(path, damaged(path.read_bytes(), damage)))


@given(
    damage=DAMAGE, member=st.sampled_from([SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "_rels/.rels"])
)
def test_damaged_xml_is_read_or_refused(
    damage: list[tuple[int, int]], member: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = table(tmp_path_factory.mktemp("damaged") / "f.xlsx", [["f-017", "x", 1.5, date(2021, 3, 4)]] * 3)
    with zipfile.ZipFile(path) as file:
        content = damaged(file.read(member), damage)

    assert read_or_refused(with_members(path, {member: content}))


MEMBERS: dict[str, tuple[dict[str, bytes | None], type[VaerebroError]]] = {
    "no workbook in the zip": ({"_rels/.rels": None}, NotATable),
    "a document of another kind": (
        {"_rels/.rels": b"<r><Relationship Id='a' Type='x/officeDocument' Target='word/document.xml'/></r>"},
        NotATable,
    ),
    "no sheet where it should be": ({SHEET: None}, DamagedTable),
    "a sheet that is no XML": ({SHEET: b"<worksheet><row>"}, DamagedTable),
    "texts that grow": ({SHEET: b"<!DOCTYPE w [<!ENTITY a 'aaaa'>]><w>&a;</w>"}, DamagedTable),
    "a text that is not there": (
        {SHEET: b"<worksheet><sheetData><row><c r='A1' t='s'><v>7</v></c></row></sheetData></worksheet>"},
        DamagedTable,
    ),
    "a cell that is nowhere": ({SHEET: b"<w><row r='1'><c r='A'><v>7</v></c></row></w>"}, DamagedTable),
}


@pytest.mark.parametrize(("members", "error"), MEMBERS.values(), ids=MEMBERS)
def test_a_workbook_that_is_wrong_within_is_refused(
    tmp_path: Path, members: dict[str, bytes | None], error: type[VaerebroError]
) -> None:
    path = with_members(table(tmp_path / "f.xlsx", [["x"]]), members)

    with pytest.raises(error):
        rows_of(path)


def test_what_is_packed_beyond_belief_is_not_unpacked(tmp_path: Path) -> None:
    with pytest.raises(TableTooLarge, match="unpacks to 30 MB, and at most 10 MB are read"):
        hidden_sheets(zip_bomb(tmp_path / "f.xlsx", 30))


def test_cells_far_out_that_are_empty_count_nothing(tmp_path: Path) -> None:
    cells = "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576' s='0'/></row>"

    assert [(1, (1,))] == rows_of(with_cells(tmp_path / "f.xlsx", cells))


def test_one_long_text_in_all_cells_does_not_take_all_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_look, "MOST_MEGABYTES", 1)
    path = table(tmp_path / "f.xlsx", [["x" * 32_000] * 10] * 10)

    with pytest.raises(TableTooLarge, match="unpacks to 3 MB, and at most 1 MB are read"):
        read_sheets(path)


def test_a_csv_file_may_not_be_too_large_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_file, "MOST_CELLS", 5)
    with pytest.raises(TooManyCells, match=r"The sheet f of .* reaches over 6 cells, and at most 5 are read"):
        rows_of(written(tmp_path / "f.csv", "a;b;c\nd;e;f\n"))
    monkeypatch.setattr(csv_file, "MOST_MEGABYTES", 1)
    with pytest.raises(TableTooLarge):
        read_sheets(written(tmp_path / "f.csv", b"x;y\n" * (1 << 19)))


# The peak of the process's own memory: that of `getrusage` begins with what its parent had.
MEASURED = """
import re, sys
from pathlib import Path
from vaerebro_events.tables.files import read_sheets
cells = sum(len(row.cells) for sheet in read_sheets(sys.argv[1]) for row in sheet.rows)
[peak] = re.findall(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
print(cells, int(peak) >> 10)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells a process's own peak")
def test_ten_megabytes_of_cells_are_read_in_less_than_three_hundred(tmp_path: Path) -> None:
    text = "<c t='inlineStr'><is><t>f-{:06} " + "x" * 41 + "</t></is></c>"
    rows = ("".join(text.format(cell) for cell in range(row, row + 10)) for row in range(0, 200_000, 10))
    path = with_cells(tmp_path / "f.xlsx", "".join(f"<row>{cells}</row>" for cells in rows))

    told = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, check=True
    )
    cells, megabytes = map(int, told.stdout.split())

    assert 200_000 == cells
    assert megabytes < 300
