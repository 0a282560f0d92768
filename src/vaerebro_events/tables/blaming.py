"""Where what the log refuses stands in a file: the cell of what the refusal names."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import asdict, frozen

from vaerebro_events.domain.fact import Fact
from vaerebro_events.errors import (
    InvalidValue,
    MeetingNotHeld,
    NotRegistered,
    NotThere,
    UnknownJob,
    UnknownSeries,
    VaerebroError,
)
from vaerebro_events.forms.fields import Field, FieldKind, fields_of
from vaerebro_events.tables.line import Line, Problem, Written
from vaerebro_events.tables.reading_lines import Ready
from vaerebro_events.tables.sheets_of_facts import DAY
from vaerebro_events.text import Text

_NAMES = (FieldKind.REFERENCE, FieldKind.KEY)
# What is refused since something was not recorded before.
_MISSING = (NotRegistered, UnknownSeries, MeetingNotHeld, UnknownJob, NotThere)


def refused(ready: Ready, error: VaerebroError, more: Text | None = None) -> Problem:
    """The problem that an error is to a row, at the cell of what it names; `more` is said after it."""
    if isinstance(error, InvalidValue):
        return ready.problem(error)
    why = error if more is None else Text.each(lambda language: error.in_(language) + more.in_(language))
    cell = next(reversed(named_by(ready, error)), None)
    if cell is None or not cell.column or (is_mark(ready) and cell.row is None):
        return ready.problem(why)
    return Problem(ready.sheet, cell.row or ready.row, cell.column, why)


def named_by(ready: Ready, error: VaerebroError) -> Sequence[Written]:
    """The cells of what an error names, from the widest on: a season before its meeting."""
    told: Mapping[str, Any] = asdict(error, recurse=False)
    return [
        ready.written[each.name]
        for each in fields_of(type(ready.fact))
        if each.name in ready.written and _is_told(each, getattr(ready.fact, each.name), told)
    ]


def _is_told(field: Field, value: object, told: Mapping[str, Any]) -> bool:
    if field.kind is FieldKind.DAY or value is None:
        return False
    return told.get(field.name) == value or (field.kind in _NAMES and value in told.values())


def is_mark(ready: Ready) -> bool:
    """Whether a row is a mark of an attendance list: its day stands above."""
    day = ready.written.get(DAY)
    return day is not None and day.row is not None


@frozen
class Failed:
    """A row that cannot be recorded: what kind of fact it is, and what is written in it."""

    sheet: str
    row: int
    kind: type[Fact]
    cells: frozenset[str]

    @classmethod
    def of(cls, row: Line | Ready, kind: type[Fact]) -> "Failed":
        return cls(row.sheet, row.row, kind, frozenset(_plainly(each) for each in row.written.values()))


def due_to(ready: Ready, error: VaerebroError, failed: Iterable[Failed]) -> Failed | None:
    """The row that would have recorded what an error misses, if it could be recorded itself."""
    if not isinstance(error, _MISSING):
        return None
    names = {_plainly(each) for each in named_by(ready, error)}
    earlier = (each for each in failed if each.kind.rank < ready.fact.rank and names <= each.cells)
    return next(earlier, None) if names else None


def _plainly(written: Written) -> str:
    return str(written.value).strip().casefold()
