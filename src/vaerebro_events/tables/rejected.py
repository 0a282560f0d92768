"""The rows of a file that were not recorded, in a file of their own that can be mended and imported."""

import re
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime, time
from io import BytesIO
from itertools import chain, count
from pathlib import Path
from typing import Any, cast

import orjson
from attrs import frozen
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it brings no types

from vaerebro_events.codec import Codec
from vaerebro_events.domain.values import looks_like_cpr, safe
from vaerebro_events.errors import NotWritten
from vaerebro_events.errors.said import why_of
from vaerebro_events.forms.words import fact_name
from vaerebro_events.placing import beside, put
from vaerebro_events.tables.files import read_sheets
from vaerebro_events.tables.importing import Import
from vaerebro_events.tables.json_lines import WHY as WHY_KEY
from vaerebro_events.tables.line import Problem
from vaerebro_events.tables.reading_lines import Ready
from vaerebro_events.tables.sheet import Row
from vaerebro_events.tables.sheets_of_facts import WHY, WHY_NAMES, SheetOfFacts, plainly
from vaerebro_events.tables.taking_in import JSON_LINES
from vaerebro_events.tables.workbook_out import MOST_CHARACTERS
from vaerebro_events.text import Language, Text

REJECTED = Text(da="afvist", en="rejected")
SHEET, ROW, COLUMN = Text(da="Ark", en="Sheet"), Text(da="Række", en="Row"), Text(da="Kolonne", en="Column")
Made = Any  # xlsxwriter has no types of its own
_NAMED_SO = re.compile(rf"-({REJECTED.da}|{REJECTED.en})(-\d+)?$")
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_FIRST_YEAR = 1900
_WIDTH, _WIDE = 16, 70
_EXACT = 10**15  # from here on a workbook's numbers lose digits
HIDDEN = "…"
LANGUAGES: tuple[Language, ...] = ("da", "en")
_SETTINGS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def is_lines(path: Path) -> bool:
    """Whether a file is read as JSON lines, so that its bad rows are lines, too."""
    return path.suffix.casefold() in JSON_LINES


def endings_for(path: Path) -> tuple[str, ...]:
    """What the name of a file for the bad rows of a file ends in."""
    return JSON_LINES if is_lines(path) else (".xlsx",)


def place_for(path: Path, language: Language, wanted: Path | None = None) -> Path:
    """Where the bad rows of a file go: as wanted, or beside it; a name that no file has."""
    suffix = path.suffix if is_lines(path) else ".xlsx"
    stem = _NAMED_SO.sub("", path.stem)
    place = wanted or path.with_name(f"{stem}-{REJECTED.in_(language)}{suffix}")
    number, free = 1, place
    while free.exists():
        number += 1
        free = place.with_name(f"{place.stem}-{number}{place.suffix}")
    return free


@frozen
class Rest:
    """Where the bad rows of a file are to go: they are written first under another name beside it.

    So it shows before anything is recorded whether they can be written there.
    """

    path: Path
    codec: Codec
    language: Language
    wanted: Path | None = None

    @property
    def place(self) -> Path:
        """Where they would go now."""
        return place_for(self.path, self.language, self.wanted)

    @contextmanager
    def begun(self, look: Import) -> Generator["Begun"]:
        """The bad rows, written and not yet in their place. Raises: `NotWritten`."""
        begun = Begun(self, look, beside(self.place))
        try:
            begun.write(look)
            yield begun
        finally:
            with suppress(OSError):
                begun.made.unlink(missing_ok=True)


@frozen
class Begun:
    """The bad rows of a file as they were when it was looked at, under another name."""

    rest: Rest
    look: Import
    made: Path

    def finish(self, done: Import) -> Path:
        """Brings the bad rows to their place, once the rest is recorded. Raises: `NotWritten`."""
        if done.problems != self.look.problems:  # somebody recorded in between
            self.write(done)
        while True:
            place = self.rest.place
            try:
                put(self.made, place)
            except FileExistsError:
                continue
            except OSError as error:
                raise NotWritten(str(place), why_of(error)) from None
            return place

    def write(self, look: Import) -> None:
        """Writes the bad rows. Raises: `NotWritten`."""
        try:
            write_rejected(look, self.made, self.rest.codec, self.rest.language)
        except OSError as error:
            raise NotWritten(str(self.rest.place), why_of(error)) from None


def write_rejected(look: Import, place: Path, codec: Codec, language: Language) -> None:
    """Writes the rows of a file that have problems, as they stand there, each with what is wrong.

    What looks like a CPR number is left out. Raises: `OSError`.
    """
    if is_lines(look.asked.path):
        place.write_bytes(b"".join(_lines(look, codec)))
        return
    made = BytesIO()
    with Workbook(made, _SETTINGS) as workbook:
        book = _Book.of(workbook, language)
        for sheet in read_sheets(look.asked.path):
            problems = [each for each in look.problems if each.sheet == sheet.name]
            if problems:
                rows = list(sheet.rows)
                of_facts = SheetOfFacts.of(sheet.name, rows, codec.vocabulary.facts, look.asked.kind)
                book.write(sheet.name, rows, of_facts, problems)
        book.write_reasons(look.problems)
    place.write_bytes(made.getvalue())


def _lines(look: Import, codec: Codec) -> Iterator[bytes]:
    """The lines with problems, each with `why`; what is no fact stands as it is."""
    why = _by_row(look.problems)
    facts = {each.row: each for each in look.refused}
    with look.asked.path.open("rb") as file:
        for row, line in enumerate(file, 1):
            if row not in why:
                continue
            if row in facts:
                yield orjson.dumps({**_plain(facts[row], codec), WHY_KEY: _in_both(why[row])}) + b"\n"
            else:
                yield _safe_line(line.rstrip(b"\r\n")) + b"\n"


def _safe_line(line: bytes) -> bytes:
    """A line without what looks like a CPR number; all of it, where it is no JSON."""
    if not looks_like_cpr(line.decode(errors="replace")):
        return line
    try:
        return orjson.dumps(_safe(orjson.loads(line)))
    except ValueError:
        return orjson.dumps(HIDDEN)


def _safe(told: object) -> object:
    match told:
        case dict():
            fields = cast(dict[str, object], told)
            return {str(safe(name)): _safe(value) for name, value in fields.items()}
        case list():
            return [_safe(each) for each in cast(list[object], told)]
        case _:
            return safe(told)


def _text(cell: object) -> str:
    """A cell's text, no longer than a cell can hold."""
    text = str(safe(cell))
    return text if len(text) <= MOST_CHARACTERS else f"{text[: MOST_CHARACTERS - 1]}…"


def _plain(ready: Ready, codec: Codec) -> dict[str, Any]:
    """A fact as a line of its own, as it is to be imported once it is mended."""
    told = codec.plain_fact(ready.fact)
    plain = {"tag": told["tag"], "occurred_on": ready.on.isoformat(), "fact": told["fact"]}
    shown = [{"document": each.document, "sha256": each.sha256} for each in ready.evidence]
    return (
        plain | ({} if ready.id is None else {"id": str(ready.id)}) | ({"evidence": shown} if shown else {})
    )


def _in_both(problems: Sequence[Problem]) -> dict[str, str]:
    return {language: _why(problems, language) for language in LANGUAGES}


def _why(problems: Iterable[Problem], language: Language) -> str:
    return " ".join(
        f"{each.column}: {each.why.in_(language)}" if each.column else each.why.in_(language)
        for each in problems
    )


def _by_row(problems: Iterable[Problem]) -> Mapping[int | None, list[Problem]]:
    found: dict[int | None, list[Problem]] = defaultdict(list)
    for each in problems:
        found[each.row].append(each)
    return found


@frozen(eq=False)
class _Book:
    """The workbook of bad rows as it is written."""

    book: Made
    day: Made
    bold: Made
    red: Made
    language: Language

    @classmethod
    def of(cls, book: Made, language: Language) -> "_Book":
        day = book.add_format({"num_format": "dd-mm-yyyy" if language == "da" else "yyyy-mm-dd"})
        red = book.add_format({"font_color": "#9C0006", "text_wrap": True, "valign": "top"})
        return cls(book, day, book.add_format({"bold": True}), red, language)

    def write(
        self, name: str, rows: Sequence[Row], of_facts: SheetOfFacts | None, problems: Sequence[Problem]
    ) -> None:
        """A sheet's bad rows under its header; all of it, where they cannot stand alone."""
        why = _by_row(problems)
        if of_facts is None or of_facts.header is None or None in why or of_facts.header.row in why:
            self._write_whole(name, rows, problems)
            return
        kind = of_facts.kind
        sheet = self._sheet(name if kind is None else fact_name(kind).in_(self.language))
        header = next(row for row in rows if row.number == of_facts.header.row)
        kept = [at for at, cell in enumerate(header.cells) if plainly(cell) not in WHY_NAMES]
        self._put(sheet, 0, [*(header.cells[at] for at in kept), WHY.in_(self.language)], self.bold)
        bad = (row for row in rows if row.number in why)
        for at, row in enumerate(bad, 1):
            cells = [row.cells[each] if each < len(row.cells) else None for each in kept]
            self._put(sheet, at, cells)
            sheet.write_string(at, len(kept), _text(_why(why[row.number], self.language)), self.red)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(kept) - 1, _WIDTH)
        sheet.set_column(len(kept), len(kept), _WIDE)

    def _write_whole(self, name: str, rows: Sequence[Row], problems: Sequence[Problem]) -> None:
        """A sheet as it stands, such as an attendance list, with a remark at each cell that is wrong."""
        sheet = self._sheet(name)
        for row in rows:
            self._put(sheet, row.number - 1, row.cells)
        sheet.set_column(0, 0, _WIDTH)
        at: dict[str, list[Problem]] = defaultdict(list)
        for each in problems:
            at[f"{each.column or 'A'}{each.row or 1}"].append(each)
        for cell, found in at.items():
            sheet.write_comment(cell, _text("\n".join(each.why.in_(self.language) for each in found)))

    def write_reasons(self, problems: Sequence[Problem]) -> None:
        """All problems in a sheet of their own, which is not read when the workbook is imported."""
        sheet = self._sheet(WHY.in_(self.language))
        names = (SHEET, ROW, COLUMN, WHY)
        self._put(sheet, 0, [name.in_(self.language) for name in names], self.bold)
        for at, each in enumerate(problems, 1):
            told = (each.sheet, each.row, each.column, each.why.in_(self.language))
            self._put(sheet, at, told)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, 0, _WIDTH)
        sheet.set_column(3, 3, _WIDE)

    def _sheet(self, name: str) -> Made:
        taken: set[str] = {sheet.get_name().casefold() for sheet in self.book.worksheets()}
        plain = _NOT_IN_A_NAME.sub(" ", _text(name)).strip("' ")[:_LONGEST_NAME] or SHEET.in_(self.language)
        more = (f"{plain[: _LONGEST_NAME - 5]} ({number})" for number in count(2))
        free = next(each for each in chain([plain], more) if each.casefold() not in taken)
        return self.book.add_worksheet(free)

    def _put(self, sheet: Made, row: int, cells: Iterable[object], look: Made = None) -> None:
        for at, cell in enumerate(cells):
            match cell:
                case None:
                    pass
                case bool():
                    sheet.write_boolean(row, at, cell, look)
                case int() | float() if abs(cell) < _EXACT and cell == safe(cell):
                    sheet.write_number(row, at, cell, look)
                case date() if cell.year >= _FIRST_YEAR:
                    sheet.write_datetime(row, at, datetime.combine(cell, time()), self.day)
                case _:
                    sheet.write_string(row, at, _text(cell), look)
