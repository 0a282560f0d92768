"""The facts that hold now, a table for each kind: in the shape that `vaerebro import` reads."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, cast

from attrs import frozen

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Fact
from vaerebro_events.forms.fields import Field, FieldKind, fields_of, fillable
from vaerebro_events.forms.titles import written_keys
from vaerebro_events.forms.words import choice_name, fact_name, field_name
from vaerebro_events.projections.replay import Replay
from vaerebro_events.tables.columns import Column, Kind, Table, yes_no
from vaerebro_events.tables.entry_rows import KINDS
from vaerebro_events.tables.matching import key_of
from vaerebro_events.tables.sheets_of_facts import DAY, ROW_ID, ROW_ID_NAME
from vaerebro_events.text import Language

_NOT_IN_A_CELL = (FieldKind.PLAN, FieldKind.OTHER)
_BETWEEN = frozenset(",;")


@frozen
class _Told:
    """How the values of fields are told in cells: codes and the plan's keys as they are written in forms."""

    language: Language
    written: Mapping[str, Mapping[str, str]]

    def cell(self, field: Field, value: Any) -> Any:
        """A field's value; of a list, all in one cell."""
        if field.several:
            each = cast(tuple[Any, ...], value)
            told = [str(self._one(field, one)) for one in each]
            # Titles stand side by side only where none of them holds what is between them.
            return ", ".join(map(str, each) if _BETWEEN & set("".join(told)) else told) or None
        return None if value is None else self._one(field, value)

    def _one(self, field: Field, value: Any) -> Any:
        match field.kind:
            case FieldKind.CHOICE:
                return choice_name(value).in_(self.language)
            case FieldKind.KEY:
                return self.written.get(field.of, {}).get(value, value)
            case FieldKind.YES_NO:
                return yes_no(value, self.language)
            case _:
                return value


def goes_in_rows(kind: type[Fact]) -> bool:
    """Whether a person could fill in such a fact in one row.

    >>> from vaerebro_events import FamilyAttended, PlanRevised
    >>> from vaerebro_events.tables.fact_rows import goes_in_rows
    >>> goes_in_rows(FamilyAttended), goes_in_rows(PlanRevised)
    (True, False)
    """
    return fillable(kind) and all(field.kind not in _NOT_IN_A_CELL for field in fields_of(kind))


def fact_tables(replay: Replay, language: Language) -> tuple[Sequence[Table], Sequence[type[Fact]]]:
    """A table for each kind of fact that holds, and the kinds of which some cannot stand in one.

    Entries are as their newest amendments have them; retracted ones are not there, nor those about days
    after the replay's. A fact with an empty list where one must be filled in cannot stand in a row.
    """
    held: dict[type[Fact], list[Entry]] = {}
    left_out: dict[type[Fact], None] = {}
    for entry in replay.history:
        kind = type(entry.fact)
        if goes_in_rows(kind) and not _lists_nothing(entry.fact):
            held.setdefault(kind, []).append(entry)
        else:
            left_out[kind] = None
    kinds = replay.facts.values()
    told = _Told(language, {} if replay.plan is None else written_keys(replay.plan, language))
    tables = [_table(kind, held[kind], told) for kind in kinds if kind in held]
    return tables, [kind for kind in kinds if kind in left_out]


def _lists_nothing(fact: Fact) -> bool:
    """Whether a list that must be filled in is empty: its cell would be, too, as if it were forgotten."""
    lists = (field for field in fields_of(type(fact)) if field.several and field.required)
    return any(not getattr(fact, field.name) for field in lists)


def _table(kind: type[Fact], entries: Sequence[Entry], told: _Told) -> Table:
    columns = [Column(DAY, field_name(DAY), Kind.DAY), *(_column(field, kind) for field in fields_of(kind))]
    alike = _alike(entries)
    if alike:
        columns.append(Column(ROW_ID, ROW_ID_NAME, Kind.TEXT))
    rows = (_row(entry, alike, told) for entry in entries)
    return Table(kind.tag, fact_name(kind), tuple(columns), len(entries), rows)


def _column(field: Field, kind: type[Fact]) -> Column:
    # A cell for several keys, or for yes and no, holds words.
    words = field.several or field.kind is FieldKind.YES_NO
    held = Kind.TEXT if words else KINDS.get(field.kind, Kind.TEXT)
    return Column(field.name, field_name(field.name, kind), held)


def _alike(entries: Iterable[Entry]) -> frozenset[int]:
    """The positions of entries that are told apart by nothing that stands in their rows."""
    groups: dict[Hashable, list[int]] = {}
    for entry in entries:
        groups.setdefault(key_of(entry.fact, entry.occurred_on), []).append(entry.position)
    return frozenset(position for group in groups.values() if len(group) > 1 for position in group)


def _row(entry: Entry, alike: frozenset[int], told: _Told) -> tuple[Any, ...]:
    """A fact as a row; where its sheet has names for rows, its own is the entry's id, if it needs one."""
    fields = fields_of(type(entry.fact))
    cells = (told.cell(field, getattr(entry.fact, field.name)) for field in fields)
    name = (str(entry.id) if entry.position in alike else None,) if alike else ()
    return (entry.occurred_on, *cells, *name)
