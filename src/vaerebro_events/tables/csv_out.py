"""A table as CSV (RFC 4180), in the form that the language's spreadsheets read."""

import csv
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from attrs import frozen

from vaerebro_events.tables.columns import Table, Watch, yes_no
from vaerebro_events.text import Language

# A cell that begins so is a formula to some spreadsheets; an apostrophe before it makes it text.
FORMULA_LIKE = ("=", "+", "-", "@", "\t", "\r", "'")


@frozen
class CsvForm:
    """How cells are written: what is between them, the decimal sign, the words, and a mark before all.

    The mark (U+FEFF) tells a spreadsheet that the file is UTF-8.
    """

    delimiter: str
    decimal: str
    language: Language
    encoding: str = "utf-8-sig"


FORMS: Mapping[Language, CsvForm] = {"da": CsvForm(";", ",", "da"), "en": CsvForm(",", ".", "en")}
# What other programs read best.
FOR_PROGRAMS = CsvForm(",", ".", "en", "utf-8")


def as_text(text: str) -> str:
    """A text as a cell holds it, so that no spreadsheet takes it for a formula.

    >>> from vaerebro_events.tables.csv_out import as_text
    >>> as_text("=1+1"), as_text("f-017")
    ("'=1+1", 'f-017')
    """
    return f"'{text}" if text.startswith(FORMULA_LIKE) else text


def write_csv(table: Table, path: Path, form: CsvForm, watch: Watch) -> None:
    """Writes a table: the columns' names, and its rows."""
    with path.open("x", encoding=form.encoding, newline="") as file:
        writer = csv.writer(file, delimiter=form.delimiter)
        writer.writerow([column.name for column in table.columns])
        for row in watch(table.rows, table.count):
            writer.writerow([_CELLS[type(cell)](cell, form) for cell in row])


_CELLS: Mapping[type, Callable[[Any, CsvForm], str]] = {
    type(None): lambda _, __: "",
    bool: lambda cell, form: yes_no(cell, form.language),
    int: lambda cell, _: str(cell),
    Decimal: lambda cell, form: f"{cell:f}".replace(".", form.decimal),
    date: lambda cell, _: cell.isoformat(),
    datetime: lambda cell, _: cell.isoformat(timespec="microseconds"),
    str: lambda cell, _: as_text(cell),
}
