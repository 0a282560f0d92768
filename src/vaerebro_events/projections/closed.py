"""Closed periods: which they are, and which entries about them came later."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from vaerebro_events.domain.agreements import Decision
from vaerebro_events.domain.amendments import Corrected, Retracted, told_of
from vaerebro_events.domain.closing import PROGRAMME, PeriodClosed, closing_day
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.follow_up import EvaluationHeld, ReportSent
from vaerebro_events.domain.plan import Plan
from vaerebro_events.errors import UnknownPeriod
from vaerebro_events.projections.status import Period

if TYPE_CHECKING:
    from vaerebro_events.projections.replay import Replay

# What looks back on a period comes after it, and changes no figure of it.
_LOOKS_BACK = (Decision, PeriodClosed, EvaluationHeld, ReportSent)


def closing_period(plan: Plan, period: str) -> Period:
    """A period that can be closed: a year of the programme, or the whole of it.

    Raises: `UnknownPeriod`.
    """
    last = closing_day(plan, period)
    if period == PROGRAMME:
        return Period(period, plan.first_day, last)
    return next(Period(period, first, end) for year, first, end in plan.years() if str(year) == period)


def closings(replay: "Replay") -> Mapping[str, Entry]:
    """The closings that hold, by the name of the period."""
    found = (entry for entry in replay.history if isinstance(entry.fact, PeriodClosed))
    return {entry.fact.period: entry for entry in found if isinstance(entry.fact, PeriodClosed)}


def _days(log: Sequence[Entry]) -> Iterator[tuple[Entry, set[date]]]:
    """Each entry with the days it is about: an amendment is about the day it leaves, too.

    What it says, or leaves, of decisions and of what looks back on a period is about no day.
    """
    said: dict[int, Entry] = {}
    for entry in log:
        at = told_of(entry)
        before = said.get(at, entry)
        said[at] = before if isinstance(entry.fact, Retracted) else entry
        yield entry, {each.occurred_on for each in (before, said[at]) if not _looks_back(each)}


def _looks_back(entry: Entry) -> bool:
    fact = entry.fact.fact if isinstance(entry.fact, Corrected) else entry.fact
    return isinstance(fact, _LOOKS_BACK)


def after_closing(replay: "Replay") -> Mapping[int, tuple[str, ...]]:
    """The entries about a closed period that its closing did not know, by position: which periods."""
    plan, closed = replay.plan, closings(replay)
    if plan is None or not closed:
        return {}
    found: dict[int, tuple[str, ...]] = {}
    spans = {key: span for key in closed if (span := _span(plan, key)) is not None}
    for entry, about in _days(replay.log):
        late = tuple(
            key
            for key, span in spans.items()
            if entry.position > closing_fact(closed[key]).as_known
            and any(span.first <= day <= span.last for day in about)
        )
        if late:
            found[entry.position] = late
    return found


def _span(plan: Plan, period: str) -> Period | None:
    try:
        return closing_period(plan, period)
    except UnknownPeriod:  # a revised plan may be shorter
        return None


def closing_fact(entry: Entry) -> PeriodClosed:
    """What the entry of a closing says."""
    assert isinstance(entry.fact, PeriodClosed)
    return entry.fact
