"""Tables as an Excel workbook, a sheet each: real dates and numbers, and texts that are never formulas."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from attrs import frozen
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it brings no types
from xlsxwriter.format import Format  # type: ignore[import-untyped]  # it brings no types
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # it brings no types

from vaerebro_events.domain.calendar import COPENHAGEN
from vaerebro_events.tables.columns import Column, Kind, Table, Watch, yes_no
from vaerebro_events.text import Language, Text

MOST_ROWS = 1_048_575  # besides the header
MOST_CHARACTERS = 32_767
_FIRST_YEAR = 1900
_WIDTHS = {Kind.DAY: 11, Kind.INSTANT: 19, Kind.WHOLE: 8, Kind.EXACT: 10, Kind.YES_NO: 8, Kind.LONG: 40}
_WIDTH = 16
_ROOM = 3  # for the button of the filter
DANISH_TIME = Text(da="(dansk tid)", en="(Danish time)")
_SETTINGS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


@frozen(eq=False)
class _Sheet:
    """A sheet that is being written, and how its cells look."""

    sheet: Worksheet
    day: Format
    instant: Format
    language: Language

    def write(self, row: int, at: int, cell: Any) -> None:
        match cell:
            case None:
                return
            case bool():
                self.sheet.write_string(row, at, yes_no(cell, self.language))
            case datetime():
                local = cell.astimezone(COPENHAGEN).replace(tzinfo=None)
                self.sheet.write_datetime(row, at, local, self.instant)
            case date() if cell.year >= _FIRST_YEAR:
                self.sheet.write_datetime(row, at, datetime.combine(cell, time()), self.day)
            case int() | Decimal():
                self.sheet.write_number(row, at, float(cell))
            case _:
                text = str(cell)
                fits = len(text) <= MOST_CHARACTERS
                self.sheet.write_string(row, at, text if fits else f"{text[: MOST_CHARACTERS - 1]}…")


def write_workbook(
    tables: Sequence[Table], path: Path, language: Language, made: datetime, watch: Watch
) -> None:
    """Writes tables, each a sheet with the titles of its columns; `made` is when the workbook says it was.

    Days before 1900, which Excel does not know, are texts; a text longer than a cell holds is cut. A table
    may have `MOST_ROWS`.
    """
    opened: Any = Workbook(str(path), _SETTINGS)  # its types are partial
    with opened as workbook:
        workbook.set_properties({"created": made.astimezone(UTC).replace(tzinfo=None)})
        bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        day = workbook.add_format({"num_format": "dd-mm-yyyy" if language == "da" else "yyyy-mm-dd"})
        instant = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        for table in tables:
            sheet = _Sheet(workbook.add_worksheet(table.title.in_(language)), day, instant, language)
            _write(table, sheet, bold, watch)


def _write(table: Table, sheet: _Sheet, bold: Format, watch: Watch) -> None:
    for at, column in enumerate(table.columns):
        title = _title(column, sheet.language)
        longest = max(map(len, title.split()))
        sheet.sheet.set_column(at, at, max(_WIDTHS.get(column.kind, _WIDTH), longest + _ROOM))
        sheet.sheet.write_string(0, at, title, bold)
    sheet.sheet.freeze_panes(1, 0)
    for number, row in enumerate(watch(table.rows, table.count), 1):
        for at, cell in enumerate(row):
            sheet.write(number, at, cell)
    sheet.sheet.autofilter(0, 0, max(table.count, 1), len(table.columns) - 1)


def _title(column: Column, language: Language) -> str:
    title = column.title.in_(language)
    return f"{title} {DANISH_TIME.in_(language)}" if column.kind is Kind.INSTANT else title
