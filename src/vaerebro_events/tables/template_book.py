"""The workbook that a template becomes: its formats, and the lists that cells let people choose from."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from io import BytesIO
from typing import Any

from attrs import field, frozen
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it brings no types

from vaerebro_events.tables.sheet import column_letters
from vaerebro_events.tables.sheets_of_facts import LISTS
from vaerebro_events.text import Language

DATES: Mapping[Language, str] = {"da": "d.m.yyyy", "en": "yyyy-mm-dd"}
BLUE, PALE, LINE, GREY = "#1F4E79", "#DCE6F1", "#BFBFBF", "#595959"
FORMATS: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_color": BLUE},
    "heading": {"bold": True, "font_size": 12, "font_color": BLUE, "bottom": 1, "bottom_color": LINE},
    "label": {"bold": True, "valign": "top"},
    "text": {"text_wrap": True, "valign": "top"},
    "note": {"italic": True, "font_color": GREY},
    "link": {"font_color": "#0563C1", "underline": 1, "valign": "top"},
    "required": {"bold": True, "bg_color": BLUE, "font_color": "white", "border": 1, "border_color": LINE},
    "optional": {"bg_color": PALE, "border": 1, "border_color": LINE},
    "field": {"num_format": "@", "border": 1, "border_color": LINE},
    "input": {"num_format": "@", "border": 1, "border_color": LINE, "bg_color": "#FFF9E5"},
    "number": {"bold": True, "align": "center", "bg_color": PALE, "border": 1, "border_color": LINE},
    "mark": {"align": "center", "border": 1, "border_color": LINE},
    "count": {"num_format": "0", "align": "center", "border": 1, "border_color": LINE, "bg_color": "#F2F2F2"},
    "counted": {"bold": True, "border": 1, "border_color": LINE, "bg_color": "#F2F2F2"},
}
# What may be written for each kind of key or reference (`ActivityKey`, `FamilyRef`).
Options = Mapping[str, Sequence[str]]
HIGHEST = 32  # of a title beside a cell, as Excel takes it
LONGEST = 255  # of what is said there


@frozen(eq=False)
class Book:
    """A workbook in the making, in a language."""

    language: Language
    _bytes: BytesIO = field(factory=BytesIO)
    _lists: dict[tuple[str, ...], tuple[str, str]] = field(factory=dict[tuple[str, ...], tuple[str, str]])

    @cached_property
    def _workbook(self) -> Any:
        safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        return Workbook(self._bytes, safe)

    @cached_property
    def _formats(self) -> Mapping[str, Any]:
        day = {"num_format": DATES[self.language], "align": "center", "border": 1, "border_color": LINE}
        return {name: self._workbook.add_format({**look}) for name, look in {**FORMATS, "day": day}.items()}

    def format(self, name: str) -> Any:
        """A look of cells."""
        return self._formats[name]

    def sheet(self, name: str) -> Any:
        """A new sheet, after those there are; printed across the paper and on its whole width."""
        sheet = self._workbook.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        return sheet

    def choice(self, title: str, options: Sequence[str]) -> dict[str, Any]:
        """What lets a cell choose one of these: a list on the last sheet, under this title."""
        place = self._lists.setdefault(tuple(options), (title, column_letters(len(self._lists))))[1]
        name = LISTS.in_(self.language)
        return {"validate": "list", "source": f"='{name}'!${place}$2:${place}${len(options) + 1}"}

    def done(self) -> bytes:
        """The whole workbook, with the lists last."""
        sheet = self.sheet(LISTS.in_(self.language))
        sheet.freeze_panes(1, 0)
        for at, (options, (title, _)) in enumerate(self._lists.items()):
            sheet.write_string(0, at, title, self.format("optional"))
            for row, option in enumerate(options, 1):
                sheet.write_string(row, at, option)
            sheet.set_column(at, at, min(60, max(len(title), *map(len, options)) + 2))
        self._workbook.close()
        return self._bytes.getvalue()


def beside(title: str, message: str) -> dict[str, str]:
    """What is said beside a cell that is being filled in."""
    return {"input_title": title[:HIGHEST], "input_message": message[:LONGEST]}


def sentence(text: str) -> str:
    """Words as a sentence of their own."""
    return f"{text[0].upper()}{text[1:]}."
