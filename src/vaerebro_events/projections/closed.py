"""Closed periods: which they are, and which entries about them came later."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from vaerebro_events.domain.amendments import Corrected, Retracted, told_of
from vaerebro_events.domain.closing import PROGRAMME, PeriodClosed
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.follow_up import EvaluationHeld, ReportSent
from vaerebro_events.domain.governance import PlanAdopted, PlanRevised, ReadingChosen
from vaerebro_events.projections.status import Period

if TYPE_CHECKING:
    from vaerebro_events.projections.replay import Replay

# What looks back on a period comes after it, and changes no figure of it.
_LOOKS_BACK = (PlanAdopted, PeriodClosed, EvaluationHeld, ReportSent)


def closings(replay: "Replay") -> Mapping[str, Entry]:
    """The closings that hold, by the name of the period."""
    found = (entry for entry in replay.history if isinstance(entry.fact, PeriodClosed))
    return {entry.fact.period: entry for entry in found if isinstance(entry.fact, PeriodClosed)}


def _told(log: Sequence[Entry]) -> Iterator[tuple[Entry, tuple[Entry, Entry]]]:
    """Each entry with what holds of it before and after: an amendment is about the day it leaves, too."""
    said: dict[int, Entry] = {}
    for entry in log:
        at = told_of(entry)
        before = said.get(at, entry)
        said[at] = before if isinstance(entry.fact, Retracted) else entry
        yield entry, (before, said[at])


def _touches(entry: Entry, span: Period) -> bool:
    """Whether what an entry says is about a period: its day, or what it decides for it."""
    fact = entry.fact.fact if isinstance(entry.fact, Corrected) else entry.fact
    match fact:
        case PlanRevised():
            return fact.holds_from <= span.last
        case ReadingChosen():
            return True
        case _:
            return not isinstance(fact, _LOOKS_BACK) and span.holds(entry.occurred_on)


def after_closing(replay: "Replay") -> Mapping[int, tuple[str, ...]]:
    """The entries about a closed period that its closing did not know, by position: which periods.

    A revision is about the periods that end on the first day it holds or later, a chosen reading about all.
    """
    closed = closings(replay)
    if not closed:
        return {}
    found: dict[int, tuple[str, ...]] = {}
    spans = {key: _span(replay, closing) for key, closing in closed.items()}
    for entry, told in _told(replay.log):
        late = tuple(
            key
            for key, span in spans.items()
            if entry.position > closing_fact(closed[key]).as_known
            and any(_touches(each, span) for each in told)
        )
        if late:
            found[entry.position] = late
    return found


def _span(replay: "Replay", closing: Entry) -> Period:
    """The days that a closing is about: up to its own, whatever the period's end has become since."""
    version = replay.agreements.on(closing.occurred_on)
    assert version is not None
    plan, period = version.plan, closing_fact(closing).period
    first = plan.first_day if period == PROGRAMME else max(plan.first_day, date(int(period), 1, 1))
    return Period(period, first, closing.occurred_on)


def closing_fact(entry: Entry) -> PeriodClosed:
    """What the entry of a closing says."""
    assert isinstance(entry.fact, PeriodClosed)
    return entry.fact
