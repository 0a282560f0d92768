"""Files as people make them, and as nobody should: workbooks, CSV files, and zips that are neither."""

import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it brings no types

# A workbook or a sheet of xlsxwriter, which brings no types.
Made = Any
SHEET = "xl/worksheets/sheet1.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(path: Path, make: Callable[[Made], None]) -> Path:
    """A workbook that `make` has filled."""
    book: Made = Workbook(str(path))
    make(book)
    book.close()
    return path


def table(path: Path, rows: Iterable[Sequence[object]], name: str = "Ark1") -> Path:
    """A workbook with one sheet of these rows; days are cells with days."""
    return workbook(path, lambda book: fill(book, book.add_worksheet(name), rows))


def fill(book: Made, sheet: Made, rows: Iterable[Sequence[object]]) -> None:
    """Writes rows into a sheet."""
    day = book.add_format({"num_format": "d.m.yyyy"})
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, date | datetime):
                sheet.write_datetime(row, column, cell, day)
            elif cell is not None:
                sheet.write(row, column, cell)


def with_members(path: Path, changed: Mapping[str, bytes | None]) -> Path:
    """The same workbook with other members in its zip, or without those that are nothing."""
    with zipfile.ZipFile(path) as file:
        members = {name: file.read(name) for name in file.namelist()}
    kept = {name: content for name, content in {**members, **changed}.items() if content is not None}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in kept.items():
            file.writestr(name, content)
    return path


def with_cells(path: Path, cells: str, merged: str = "") -> Path:
    """A workbook whose one sheet has this XML for its rows, and for what is merged."""
    table(path, [["x"]])
    xml = f'<worksheet xmlns="{_MAIN}"><sheetData>{cells}</sheetData>{merged}</worksheet>'
    return with_members(path, {SHEET: xml.encode()})


def zip_bomb(path: Path, megabytes: int) -> Path:
    """A workbook that is small, and unpacks to so much."""
    table(path, [["x"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as file, file.open("xl/bomb.xml", "w") as member:
        for _ in range(megabytes):
            member.write(b" " * (1 << 20))
    return path
