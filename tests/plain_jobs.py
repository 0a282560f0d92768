"""Jobs kept six months, straight from the words: every engagement that leads up to a job, one by one."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from plain_picks import Found, months_later
from vaerebro_events import (
    ActivityFact,
    Entry,
    FritidsjobEnded,
    FritidsjobHeldSixMonths,
    FritidsjobStarted,
    LommepengejobCompleted,
    LommepengejobStarted,
    Period,
)
from vaerebro_events.domain.references import JobRef
from vaerebro_events.projections.rules import KeptSixMonths

F = TypeVar("F", bound=ActivityFact)


def _of(history: Sequence[Entry], kind: type[F], rule: KeptSixMonths) -> list[tuple[date, F]]:
    """The facts of a kind in the rule's activity, with their days."""
    return [
        (entry.occurred_on, entry.fact)
        for entry in history
        if isinstance(entry.fact, kind) and entry.fact.activity == rule.activity
    ]


def _first_day(rule: KeptSixMonths, history: Sequence[Entry], job: JobRef) -> date:
    """The earliest start among all engagements that lead up to the job closely enough."""
    starts = {fact.job: (day, fact) for day, fact in _of(history, FritidsjobStarted, rule)}
    ends = {fact.job: day for day, fact in _of(history, FritidsjobEnded, rule)}
    reached, unseen = {job}, {job}
    while unseen:
        day, this = starts[unseen.pop()]
        for other, (began, start) in starts.items():
            if other in reached or other not in ends or start.youth != this.youth or not start.ordinary:
                continue
            gap = (day - ends[other]).days - 1
            same = start.employer == this.employer or not rule.new_employer_breaks
            if began <= day and gap <= rule.longest_gap_days and same:
                reached.add(other)
                unseen.add(other)
    return min(starts[other][0] for other in reached)


def kept_six_months(rule: KeptSixMonths, history: Sequence[Entry], period: Period) -> Found:
    ordinary = {fact.job: fact.ordinary for _, fact in _of(history, FritidsjobStarted, rule)}
    ends = {fact.job: day for day, fact in _of(history, FritidsjobEnded, rule)}
    courses = _of(history, LommepengejobCompleted if rule.completed else LommepengejobStarted, rule)
    kept = [
        (day, fact.youth)
        for day, fact in _of(history, FritidsjobHeldSixMonths, rule)
        if period.holds(day)
        and ordinary[fact.job]
        and ends.get(fact.job, day) >= day
        and day >= months_later(_first_day(rule, history, fact.job), 6)
    ]
    of_them = {who for day, who in kept for on, fact in courses if fact.youth == who and on <= day}
    return Found(
        len({who for _, who in kept}), rule.target, {"lommepengejobbere": (len(of_them), rule.of_them, None)}
    )
