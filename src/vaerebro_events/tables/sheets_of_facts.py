"""Sheets of facts, a fact in each row: their kind, where the header is, and what its columns mean."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache

from attrs import frozen

from vaerebro_events.domain.fact import Fact
from vaerebro_events.forms.fields import fields_of, fillable
from vaerebro_events.forms.words import fact_name, field_name, field_names
from vaerebro_events.tables.line import Absence, Line, Problem, Written
from vaerebro_events.tables.sheet import Row, Sheet, column_letters
from vaerebro_events.text import Text

Kinds = Mapping[str, type[Fact]]

DAY, ROW_ID, TAG = "occurred_on", "row_id", "tag"
ROW_ID_NAME = Text(da="Nr.", en="Row id")
TAG_NAME = Text(da="Hændelse", en="Fact")
WHY = Text(da="Hvorfor", en="Why")
GUIDE = Text(da="Vejledning", en="Guide")
LISTS = Text(da="Lister", en="Lists")
WHY_NAMES = frozenset((WHY.da.casefold(), WHY.en.casefold()))
# Sheets that are there for people alone.
SILENT = frozenset(word.casefold() for name in (GUIDE, LISTS, WHY) for word in (name.da, name.en))
HEADER_WITHIN = 10
_DAY_NAMES = ("dato", "date")  # beside its own
ENOUGH = 2  # so many known names make a row the header; a title above it may have one

NO_HEADER = Text(
    da="Ingen af de første rækker har navne på kolonner: skriv {names}.",
    en="None of the first rows has names of columns: write {names}.",
)
NO_COLUMN = Text(da="Der mangler kolonner: tilføj {names}.", en="Columns are missing: add {names}.")
IGNORED = Text(
    da="Kolonne {column} (»{name}«) hører ikke til og er ikke læst.",
    en="Column {column} («{name}») is not known, and was not read.",
)
TWICE = Text(
    da="»{name}« er navnet på to kolonner: behold den ene.",
    en="«{name}» is the name of two columns: keep one.",
)
NOT_SO = Text(
    da="»{tag}« kan ikke hentes ind fra et regneark.", en="«{tag}» cannot be imported from a sheet."
)
NO_SUCH = Text(
    da="Der er ingen hændelse »{tag}«: skriv dens navn, såsom »{near}«.",
    en="There is no fact «{tag}»: write its name, such as «{near}».",
)
HIDDEN_ROWS = Text(da="Skjulte rækker er læst med: {named}.", en="Hidden rows were read, too: {named}.")
HIDDEN_COLUMNS = Text(
    da="Skjulte kolonner er læst med: {named}.", en="Hidden columns were read, too: {named}."
)
_COMPARED = 60  # characters of a name, when the nearest is looked for
_NAMED_HIDDEN = 10
WHICH = Text(da="Skriv, hvilken hændelse rækken handler om.", en="Write which fact the row is about.")


@frozen
class Ignored:
    """What a sheet has that is no part of any fact, said once."""

    sheet: str
    what: Text


Found = Line | Absence | Problem | Ignored


def plainly(cell: object) -> str:
    """A name as it is compared: small letters, single blanks, without the colon or star at its end."""
    return " ".join(cell.split()).rstrip(":* ").casefold() if isinstance(cell, str) else ""


@lru_cache(maxsize=8)
def _kinds_by_name(kinds: tuple[type[Fact], ...]) -> Mapping[str, type[Fact]]:
    found: dict[str, type[Fact]] = {}
    for kind in kinds:
        title = fact_name(kind)
        found.update((plainly(word), kind) for word in (title.en, title.da, kind.tag))
    return found


def kind_named(name: object, kinds: Kinds) -> type[Fact] | None:
    """The kind of fact of that title, in either language, or tag; a sheet's copy counts as the sheet."""
    plain = re.sub(r" \(\d+\)$", "", plainly(name))
    return _kinds_by_name(tuple(kinds.values())).get(plain)


@lru_cache(maxsize=512)
def _names(kinds: tuple[type[Fact], ...]) -> Mapping[str, str]:
    """The fields by all the names of their columns."""
    found: dict[str, str] = dict.fromkeys(_DAY_NAMES, DAY)
    for kind in kinds:
        for name in (DAY, *(field.name for field in fields_of(kind))):
            labels = [word for label in field_names(name, kind) for word in (label.en, label.da)]
            found.update((plainly(word), name) for word in (name, name.replace("_", " "), *labels))
    for name, label, more in ((ROW_ID, ROW_ID_NAME, "nr"), (TAG, TAG_NAME, TAG)):
        found.update((plainly(word), name) for word in (name, label.da, label.en, more))
    return found


@frozen
class Header:
    """A header: the row it stands in, the fields by the places of their columns, and the names not known."""

    row: int
    fields: Mapping[int, str]
    unknown: Mapping[int, str]
    twice: tuple[str, ...] = ()


def header_of(rows: Sequence[Row], kind: type[Fact] | None, kinds: Kinds) -> Header | None:
    """The header of a sheet of that kind, or of one whose rows say their kind; nothing where it has none."""
    names = _names((kind,) if kind is not None else tuple(filter(fillable, kinds.values())))
    found = [_header(row, names) for row in rows[:HEADER_WITHIN]]
    for least in (ENOUGH, 1):
        for header in found:
            if len(header.fields) >= least and (kind is not None or TAG in header.fields.values()):
                return header
    return None


def _header(row: Row, names: Mapping[str, str]) -> Header:
    fields: dict[int, str] = {}
    unknown: dict[int, str] = {}
    twice: list[str] = []
    for at, cell in enumerate(row.cells):
        name = names.get(plainly(cell))
        if name in fields.values():
            twice.append(str(cell))
        elif name is not None:
            fields[at] = name
        elif cell is not None and plainly(cell) not in WHY_NAMES:
            unknown[at] = str(cell)
    return Header(row.number, fields, unknown, tuple(twice))


@frozen
class SheetOfFacts:
    """A sheet with a fact in each row; `kind` is theirs, where the rows do not say it themselves."""

    sheet: str
    kind: type[Fact] | None
    header: Header | None
    rows: Sequence[Row]
    kinds: Kinds

    @classmethod
    def of(
        cls, name: str, rows: Sequence[Row], kinds: Kinds, kind: type[Fact] | None = None
    ) -> "SheetOfFacts | None":
        """The sheet, if it is one: by its name, by the `kind` said of it, or by a column that says it."""
        kind = kind or kind_named(name, kinds)
        header = header_of(rows, kind, kinds)
        if kind is None and header is None:
            return None
        below = [row for row in rows if header is not None and row.number > header.row and any(_told(row))]
        return cls(name, kind, header, rows if header is None else below, kinds)

    def found(self) -> Iterator[Found]:
        """Its facts as lines, what is wrong with its columns, and what is left unread."""
        if not self.rows:
            return
        problems = list(self._problems())
        yield from problems
        if self.header is None:
            return
        for at, name in self.header.unknown.items():
            yield Ignored(self.sheet, filled(IGNORED, column=column_letters(at), name=name))
        for row in () if problems else self.rows:
            yield self._line(row, self.header)

    def _problems(self) -> Iterator[Problem]:
        if self.kind is not None and not fillable(self.kind):
            yield self._problem(filled(NOT_SO, tag=self.kind.named()))
        elif self.header is None:
            assert self.kind is not None
            yield self._problem(filled(NO_HEADER, names=_labels(_required(self.kind), self.kind)))
        else:
            for name in self.header.twice:
                yield self._problem(filled(TWICE, name=name), self.header.row)
            missing = [DAY, *([] if self.kind is None else _required(self.kind))]
            missing = [name for name in dict.fromkeys(missing) if name not in self.header.fields.values()]
            if missing:
                yield self._problem(filled(NO_COLUMN, names=_labels(missing, self.kind)), self.header.row)

    def _problem(self, why: Text, row: int | None = None) -> Problem:
        return Problem(self.sheet, row, None, why)

    def _line(self, row: Row, header: Header) -> Line | Problem:
        cells = {at: row.cells[at] if at < len(row.cells) else None for at in header.fields}
        written = {name: Written(column_letters(at), cells[at]) for at, name in header.fields.items()}
        named = written.pop(TAG, None)
        said = None if named is None else named.value
        kind = self.kind if said is None else kind_named(said, self.kinds)
        if kind is None:
            why = WHICH if said is None else _no_such(said, self.kinds)
            return Problem(self.sheet, row.number, None if named is None else named.column, why)
        if not fillable(kind):
            return Problem(self.sheet, row.number, None, filled(NOT_SO, tag=kind.named()))
        return Line(self.sheet, row.number, kind.tag, written)


def _no_such(said: object, kinds: Kinds) -> Text:
    """That there is no such kind, and what the nearest is called."""
    names = _kinds_by_name(tuple(kinds.values()))
    return no_such(said, fact_name(names[nearest(plainly(said), tuple(names))]))


def no_such(said: object, near: Text | str) -> Text:
    """That there is no such kind, and what the nearest is called."""
    return filled(NO_SUCH, tag=str(said), near=near)


@lru_cache(maxsize=512)
def nearest(said: str, names: tuple[str, ...]) -> str:
    """That of the names which what was said is likest to."""
    return get_close_matches(said[:_COMPARED], names, n=1, cutoff=0)[0]


def hidden_parts(sheet: Sheet) -> Iterator[Ignored]:
    """That rows or columns of a sheet are hidden, and were read."""
    for text, names in (
        (HIDDEN_ROWS, [str(number) for number in sheet.hidden_rows]),
        (HIDDEN_COLUMNS, [column_letters(at) for at in sheet.hidden_columns]),
    ):
        if names:
            more = ", …" if len(names) > _NAMED_HIDDEN else ""
            yield Ignored(sheet.name, filled(text, named=", ".join(names[:_NAMED_HIDDEN]) + more))


def _told(row: Row) -> Iterator[bool]:
    return (cell is not None and cell != "" for cell in row.cells)


def _required(kind: type[Fact]) -> list[str]:
    return [DAY, *(field.name for field in fields_of(kind) if field.required)]


def _labels(names: Sequence[str], kind: type[Fact] | None) -> Text:
    labels = [field_name(name, kind) for name in names]
    return Text(
        da=", ".join(f"»{label.da}«" for label in labels), en=", ".join(f"«{label.en}»" for label in labels)
    )


def filled(text: Text, **told: Text | str) -> Text:
    """A text with what it tells filled in, in each language."""
    return Text.each(
        lambda lang: text.in_(lang).format(**{name: Text.of(value).in_(lang) for name, value in told.items()})
    )


def is_silent(sheet: str) -> bool:
    """Whether a sheet of that name is there for people alone: the guide, what to choose from, the reasons."""
    return plainly(sheet) in SILENT
