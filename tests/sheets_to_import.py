"""Facts as people write them into sheets: in Danish or English, in any order of rows and columns."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from given import WORKER
from made_workbooks import fill, workbook
from vaerebro_events import Draft, Fact, Logbook
from vaerebro_events.forms.fields import Field, FieldKind, fields_of, fillable
from vaerebro_events.forms.words import choice_name, fact_name, field_name
from vaerebro_events.tables.importing import Asked, Import, imported, looked_at
from vaerebro_events.tables.matching import key_of
from vaerebro_events.text import Language, Text

Rows = list[list[Any]]
LANGUAGES: SearchStrategy[Language] = st.sampled_from(["da", "en"])
DAY, ROW_ID, TAG = Text(da="Dag", en="Day"), Text(da="Nr.", en="Row id"), Text(da="Hændelse", en="Fact")


def a_book(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """A workbook of these sheets."""

    def make(book: Any) -> None:
        for name, rows in sheets.items():
            fill(book, book.add_worksheet(name), rows)

    return workbook(path, make)


def stands_in_rows(kind: type[Fact]) -> bool:
    """Whether a row can hold such a fact."""
    nested = (FieldKind.PLAN, FieldKind.OTHER)
    return fillable(kind) and not any(field.kind in nested for field in fields_of(kind))


@frozen
class Cell:
    """How somebody writes values into cells."""

    language: Language
    draw: DrawFn

    def day(self, day: date) -> object:
        return self.draw(st.sampled_from([day, day.isoformat(), f"{day.day}.{day.month}.{day.year}"]))

    def of(self, value: object) -> object:  # noqa: PLR0911 a plain case for each kind of value
        match value:
            case None | ():
                return None
            case bool():
                words = {"da": ("ja", "nej"), "en": ("yes", "no")}[self.language]
                return self.draw(st.sampled_from([value, words[0 if value else 1]]))
            case date():
                return self.day(value)
            case Decimal():
                return f"{value:f}".replace(".", "," if self.language == "da" else ".")
            case StrEnum():
                return self.draw(st.sampled_from([str(value), choice_name(value).in_(self.language)]))
            case tuple():
                return ", ".join(str(self.of(each)) for each in cast(tuple[object, ...], value))
            case _:
                return value


@frozen
class Written:
    """A fact as it is written: by the names of its columns."""

    draft: Draft
    cells: Mapping[str, object]


@st.composite
def written(draw: DrawFn, drafts: Sequence[Draft], language: Language) -> list[Written]:
    """Facts, each as a row; what no key tells apart has a name of its own."""
    keys = [key_of(draft.fact, _day(draft)) for draft in drafts]
    times = Counter(keys)
    cell = Cell(language, draw)
    found: list[Written] = []
    for number, (draft, key) in enumerate(zip(drafts, keys, strict=True), 1):
        cells = {
            _label(field, language): cell.of(getattr(draft.fact, field.name)) for field in _fields(draft)
        }
        cells[DAY.in_(language)] = cell.day(_day(draft))
        if times[key] > 1:
            cells[ROW_ID.in_(language)] = f"r-{number}"
        found.append(Written(draft, cells))
    return found


def _fields(draft: Draft) -> tuple[Field, ...]:
    return fields_of(type(draft.fact))


def _label(field: Field, language: Language) -> str:
    return field_name(field.name).in_(language)


def _day(draft: Draft) -> date:
    assert draft.on is not None
    return draft.on


@st.composite
def sheets_by_kind(draw: DrawFn, drafts: Sequence[Draft]) -> dict[str, Rows]:
    """A sheet for each kind of fact, its columns and rows in any order."""
    language = draw(LANGUAGES)
    by_kind: dict[type[Fact], list[Written]] = defaultdict(list)
    for each in draw(st.permutations(draw(written(drafts, language)))):
        by_kind[type(each.draft.fact)].append(each)
    return {fact_name(kind).in_(language): draw(_table(rows)) for kind, rows in by_kind.items()}


@st.composite
def one_sheet(draw: DrawFn, drafts: Sequence[Draft]) -> dict[str, Rows]:
    """One sheet with all facts in this order, which says of each row what it is."""
    language = draw(LANGUAGES)
    rows = draw(written(drafts, language))
    named = [
        Written(each.draft, {**each.cells, TAG.in_(language): _name(each.draft.fact, language)})
        for each in rows
    ]
    return {"Ark1": draw(_table(named))}


def _name(fact: Fact, language: Language) -> str:
    return fact_name(type(fact)).in_(language)


@st.composite
def _table(draw: DrawFn, rows: Sequence[Written]) -> Rows:
    names = draw(st.permutations(sorted({name for row in rows for name in row.cells})))
    above = draw(st.sampled_from([[], [["2021"]], [["Logbog 2021"], [], ["Skrevet af"]]]))
    return [*above, names, *([row.cells.get(name) for name in names] for row in rows)]


class Taken:
    """An import of sheets into a logbook, and what came of it."""

    def __init__(self, logbook: Logbook, path: Path, **asked: Any) -> None:
        before = logbook.position
        self.done: Import = imported(logbook, looked_at(logbook, Asked(path, **asked), WORKER), WORKER)
        self.recorded: list[object] = [entry.fact for entry in logbook.entries(before)]

    @property
    def problems(self) -> list[tuple[str, int | None, str | None, str]]:
        return [(each.sheet, each.row, each.column, each.why.in_("en")) for each in self.done.problems]

    @property
    def ignored(self) -> list[tuple[str, str]]:
        return [(each.sheet, each.what.en) for each in self.done.ignored]
