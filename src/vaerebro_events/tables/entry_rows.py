"""The entries of a logbook as a table: as they were recorded, and which of them hold."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Any, cast

import orjson
from attrs import frozen

from vaerebro_events.domain.amendments import Amendment, Retracted
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Fact
from vaerebro_events.forms.fields import Field, FieldKind, fields_of
from vaerebro_events.forms.words import choice_name, fact_name, field_name
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.terminal.facts import titled
from vaerebro_events.reports.terminal.named import Named
from vaerebro_events.tables.columns import Column, Kind, Table, yes_no
from vaerebro_events.tables.log_lines import codec_of
from vaerebro_events.text import Language, Text

KINDS: Mapping[FieldKind, Kind] = {
    FieldKind.WHOLE: Kind.WHOLE,
    FieldKind.EXACT: Kind.EXACT,
    FieldKind.YES_NO: Kind.YES_NO,
    FieldKind.DAY: Kind.DAY,
    FieldKind.PLAN: Kind.LONG,
    FieldKind.OTHER: Kind.LONG,
}


def _column(name: str, kind: Kind, da: str, en: str) -> Column:
    return Column(name, Text(da=da, en=en), kind)


# What an entry says beside its fact's fields. `amends` is a field of amendments.
_BEFORE = (
    _column("position", Kind.WHOLE, "Post", "Entry"),
    _column("batch_end", Kind.WHOLE, "Registreret sammen til og med post", "Recorded together up to entry"),
    _column("id", Kind.TEXT, "Id", "Id"),
    _column("recorded_at", Kind.INSTANT, "Registreret", "Recorded"),
    _column("occurred_on", Kind.DAY, "Dag", "Day"),
    _column("role", Kind.TEXT, "Rolle", "Role"),
    _column("user", Kind.TEXT, "Bruger", "User"),
    _column("tag", Kind.TEXT, "Kode", "Tag"),
    _column("title", Kind.TEXT, "Hændelse", "Fact"),
)
_AFTER = (
    _column("amended_by", Kind.WHOLE, "Rettet af post", "Amended by entry"),
    _column("in_force", Kind.YES_NO, "Gælder", "In force"),
    _column("evidence", Kind.LONG, "Bilag", "Evidence"),
    _column("clock", Kind.INSTANT, "Uret viste", "Clock said"),
)
_OWN = frozenset(column.name for column in (*_BEFORE, *_AFTER))


def entries_table(replay: Replay, language: Language, *, in_words: bool = False) -> Table:
    """The entries as they were recorded, an entry a row, with each field of any fact as a column.

    Which of them hold is what is known at the replay's position; its day `on` leaves none out. For people,
    codes and the plan's keys can be told `in_words`.

    >>> from vaerebro_events import Actor, Logbook
    >>> from vaerebro_events.tables.entry_rows import entries_table
    >>> logbook = Logbook.create(":memory:", actor=Actor("family-worker", "u-3"))
    >>> table = entries_table(logbook.replay(), "en")
    >>> [column.name for column in table.columns][:5]
    ['position', 'batch_end', 'id', 'recorded_at', 'occurred_on']
    """
    fields = _fields(tuple(replay.facts.values()))
    columns = tuple(Column(_named(name), field_name(name), kind) for name, kind in fields.items())
    return Table(
        "entries",
        Text(da="Poster", en="Entries"),
        (*_BEFORE, *columns, *_AFTER),
        replay.position,
        _Rows(replay, fields, language, Named(replay, language) if in_words else None).each(),
    )


def _named(field: str) -> str:
    return f"fact_{field}" if field in _OWN else field


@lru_cache(maxsize=8)
def _fields(kinds: tuple[type[Fact], ...]) -> Mapping[str, Kind]:
    """The fields of these kinds of fact, each with what stands in it in all of them."""
    found: dict[str, Kind] = {}
    for kind in kinds:
        for field in fields_of(kind):
            own = Kind.TEXT if field.several else KINDS.get(field.kind, Kind.TEXT)
            long = Kind.LONG if KINDS.get(field.kind) is Kind.LONG else own
            before = found.setdefault(field.name, long)
            if before is not long:
                found[field.name] = Kind.TEXT
    return found


@frozen(eq=False)
class _Rows:
    """The rows of entries; `named` has the titles, where keys and codes are told in words."""

    replay: Replay
    fields: Mapping[str, Kind]
    language: Language
    named: Named | None

    def each(self) -> Iterator[tuple[Any, ...]]:
        """A row for each entry."""
        log, amendments = self.replay.log, self.replay.amendments
        by_position = {entry.position: entry for entry in log if isinstance(entry.fact, Amendment)}
        for entry in log:
            role = entry.actor.role
            yield (
                entry.position,
                entry.batch_end,
                str(entry.id),
                entry.recorded_at,
                entry.occurred_on,
                role if self.named is None else self.named.post(role),
                entry.actor.user,
                entry.fact.tag,
                fact_name(type(entry.fact)).in_(self.language),
                *self._cells(entry.fact),
                amendments.get(entry.position),
                _in_force(entry, amendments, by_position),
                ", ".join(f"{shown.document} {shown.sha256}" for shown in entry.evidence) or None,
                entry.clock,
            )

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {name: at for at, name in enumerate(self.fields)}

    @cached_property
    def _plain(self) -> Callable[[Fact], dict[str, Any]]:
        return codec_of(self.replay).plain_fact

    def _cells(self, fact: Fact) -> tuple[Any, ...]:
        told: list[Any] = [None] * len(self.fields)
        for field in fields_of(type(fact)):
            told[self._places[field.name]] = self._cell(fact, field)
        return tuple(told)

    def _cell(self, fact: Fact, field: Field) -> Any:
        if KINDS.get(field.kind) is Kind.LONG:
            return orjson.dumps(self._plain(fact)["fact"][field.name]).decode()
        if self.named is None:
            return _cell(getattr(fact, field.name), self.fields[field.name], self.language)
        value = titled(fact, field, self.named.of_field)
        if isinstance(value, tuple):
            return "; ".join(self._worded(each) for each in cast(Iterable[Any], value)) or None
        return _cell(self._worded(value), self.fields[field.name], self.language)

    def _worded(self, value: Any) -> Any:
        return choice_name(value).in_(self.language) if isinstance(value, StrEnum) else value


def _in_force(entry: Entry, amendments: Mapping[int, int], by_position: Mapping[int, Entry]) -> bool:
    """Whether it holds: an amendment that is the newest; another entry that is not retracted."""
    if isinstance(entry.fact, Amendment):
        return amendments[entry.fact.amends] == entry.position
    newest = amendments.get(entry.position)
    return newest is None or not isinstance(by_position[newest].fact, Retracted)


def _cell(value: Any, kind: Kind, language: Language) -> Any:
    """A field's value as its column has it."""
    if value is None:
        return None
    if isinstance(value, tuple):
        return ",".join(str(each) for each in cast(Iterable[Any], value)) or None
    if kind not in (Kind.TEXT, Kind.LONG):
        return value
    return yes_no(value, language) if isinstance(value, bool) else str(value)
