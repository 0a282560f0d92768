"""What cannot be read as a table, and the sentence that says so. A new error of tables: one case here."""

from collections.abc import Callable
from pathlib import Path

import pytest

from made_workbooks import table, with_cells, zip_bomb
from provoked import Case, Desk, Try
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
from vaerebro_events.tables.files import read_sheets

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
FAR_OUT = "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>2</v></c></row>"


def reading(name: str, make: Callable[[Path], object]) -> Try:
    """Reads a file of that name that has been made."""

    def attempt(desk: Desk) -> None:
        path = desk.folder / name
        make(path)
        for sheet in read_sheets(path):
            list(sheet.rows)

    return attempt


def holding(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def cut_short(path: Path) -> None:
    path.write_bytes(table(path, [["f-017", "x"]]).read_bytes()[:-100])


CASES: list[Case] = [
    Case(
        TableNotOpened,
        "FOLDER/nej.xlsx cannot be read (No such file or directory): check the name, and that you may "
        "read the file.",
        (),
        reading("nej.xlsx", lambda _: None),
    ),
    Case(
        TableNotOpened,
        "FOLDER/mappe.csv cannot be read (Is a directory): check the name, and that you may read the file.",
        (),
        reading("mappe.csv", Path.mkdir),
    ),
    Case(
        EmptyTable,
        "FOLDER/f.csv is empty: save the file again from the program that it was made in.",
        (),
        reading("f.csv", holding(b"")),
    ),
    Case(
        NotATable,
        "FOLDER/f.docx is neither a workbook (.xlsx) nor a CSV file: open it in the program that made it,"
        " and save it as one of them.",
        (),
        reading("f.docx", holding(b"PK\3\4")),
    ),
    Case(
        OldWorkbook,
        "FOLDER/f.xls is a workbook in the old format (.xls): open it, and save it as .xlsx.",
        (),
        reading("f.xls", holding(OLE)),
    ),
    Case(
        LockedWorkbook,
        "FOLDER/f.xlsx is locked with a password: save a copy without one, and delete it afterwards.",
        (),
        reading("f.xlsx", holding(OLE + "EncryptedPackage".encode("utf-16-le"))),
    ),
    Case(
        DamagedTable,
        "FOLDER/f.xlsx is damaged or cut short: fetch the file again, or open it in Excel and save it anew.",
        (),
        reading("f.xlsx", cut_short),
    ),
    Case(
        NotText,
        "FOLDER/f.csv is not text, as a CSV file is: save it again as «CSV UTF-8».",
        (),
        reading("f.csv", holding(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")),
    ),
    Case(
        RowNotRead,
        "The row from line 2 of FOLDER/f.csv cannot be read: a quotation mark has no counterpart, or the "
        "file is cut short; add the mark, or remove it.",
        (),
        reading("f.csv", holding(b'Dag;Familie\n4.3.2021;"f-017\n5.3.2021;f-018\n')),
    ),
    Case(
        TableTooLarge,
        "FOLDER/f.xlsx unpacks to 301 MB, and at most 300 MB are read: remove pictures and sheets that "
        "need not be read, or divide the file.",
        (),
        reading("f.xlsx", lambda path: zip_bomb(path, 301)),
    ),
    Case(
        TooManyCells,
        "The sheet Ark1 of FOLDER/f.xlsx reaches over 17179869184 cells, and at most 2000000 are read: "
        "delete what stands far down or far out, or divide the file.",
        (),
        reading("f.xlsx", lambda path: with_cells(path, FAR_OUT)),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_no_table_is_said_in_one_sentence(case: Case, tmp_path: Path) -> None:
    case.check(tmp_path)
