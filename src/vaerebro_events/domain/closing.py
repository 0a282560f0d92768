"""Closing a period: what was reported, on which entries it rests, by which library and plan."""

import re
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen
from attrs.converters import optional

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Fact, Lifecycle, Rank, Thread
from vaerebro_events.domain.references import (
    CriterionKey,
    PeriodKey,
    ReadingKey,
    criterion_key,
    period_key,
    reading_key,
    reference,
)
from vaerebro_events.domain.values import a_position, checked_text, safe
from vaerebro_events.errors import AlreadyClosed, InvalidValue, UnknownPeriod
from vaerebro_events.text import Text

if TYPE_CHECKING:
    from vaerebro_events.domain.plan import Plan

PROGRAMME = "programme"
_FIGURE = re.compile(r"-?[0-9]{1,30}(?:/[0-9]{1,30})?")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,63}")

A_FIGURE = Text(
    da="det skal være et helt tal eller en brøk, såsom 3/4",
    en="it must be a whole number, or a fraction such as 3/4",
)
A_VERSION = Text(da="det skal være en version såsom 1.2.0", en="it must be a version such as 1.2.0")
STATUSES = Text(da="det skal være en tuple af ReportedStatus", en="it must be a tuple of ReportedStatus")


def _figure(value: str) -> str:
    # Digits of a figure may be such as a CPR number has; a closing says what the log says, and nothing else.
    if not isinstance(value, str) or not _FIGURE.fullmatch(value):  # pyright: ignore[reportUnnecessaryIsInstance] callers may be untyped
        raise InvalidValue("figure", safe(value), A_FIGURE)
    return value


def _period(value: str) -> str:
    return reference("period", value)


def _state(value: str) -> str:
    return reference("state", value)


def _library(value: str) -> str:
    return checked_text("library", value, _VERSION, A_VERSION)


@frozen
class ReportedStatus:
    """One status as it was reported: criterion, reading, period, state, value and target, exact, as text."""

    criterion: CriterionKey = field(converter=criterion_key)
    reading: ReadingKey = field(converter=reading_key)
    period: str = field(converter=_period)
    state: str = field(converter=_state)
    value: str | None = field(default=None, converter=optional(_figure))
    target: str | None = field(default=None, converter=optional(_figure))

    @property
    def key(self) -> tuple[str, str, str]:
        """Criterion, reading and period: what a status is found by."""
        return (self.criterion, self.reading, self.period)


def _reported(_: object, __: object, value: tuple[ReportedStatus, ...]) -> None:
    if not isinstance(value, tuple) or not all(isinstance(each, ReportedStatus) for each in value):  # pyright: ignore[reportUnnecessaryIsInstance] callers may be untyped
        raise InvalidValue("statuses", safe(value), STATUSES)


@frozen
class Closed:
    """The state of one period: the position at which it was closed."""

    period: str
    position: int | None = None


def _closed_step(closed: Closed, entry: Entry) -> Closed:
    if closed.position is not None:
        raise AlreadyClosed(closed.period, closed.position)
    return evolve(closed, position=entry.position)


CLOSED = Lifecycle("closing", Closed, _closed_step)


@frozen
class PeriodClosed(Fact):
    """A period of the programme was closed: its statuses as reported, known as of a position.

    It is about the period's last day. `library` is the version of this library, and `plan_entry` the
    entry of the version of the plan, that decided.
    """

    tag = "period-closed"
    rank = Rank.MEASURED
    says = Text(da="blev lukket", en="were closed")
    title = Text(da="Periode lukket", en="Period closed")

    period: PeriodKey = field(converter=period_key)
    as_known: int = field(validator=a_position)
    library: str = field(converter=_library)
    plan_entry: int = field(validator=a_position)
    statuses: tuple[ReportedStatus, ...] = field(validator=_reported)

    def threads(self) -> tuple[Thread, ...]:
        return (Thread(CLOSED, (self.period,)),)

    def positions_told(self) -> tuple[int, ...]:
        return (self.as_known, self.plan_entry)

    def fits(self, plan: "Plan") -> None:
        closing_day(plan, self.period)


def periods(plan: "Plan") -> tuple[str, ...]:
    """The names of the periods that can be closed: each year of the programme, and the whole of it."""
    return (*(str(year) for year, _, _ in plan.years()), PROGRAMME)


def closing_day(plan: "Plan", period: str) -> date:
    """The last day of a period that can be closed.

    Raises: `UnknownPeriod`.
    """
    if period == PROGRAMME:
        return plan.last_day
    for year, _, last in plan.years():
        if str(year) == period:
            return last
    raise UnknownPeriod(str(safe(period)), periods(plan))


FACTS: tuple[type[Fact], ...] = (PeriodClosed,)
