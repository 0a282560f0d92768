"""The rules once more, straight from their words and without an index: what the library is held against."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import floor
from typing import TypeVar

from attrs import frozen

from vaerebro_events import (
    ActivityFact,
    AssessmentMade,
    Criterion,
    Entry,
    Fact,
    FritidsjobEnded,
    FritidsjobHeldSixMonths,
    FritidsjobStarted,
    LommepengejobCompleted,
    LommepengejobStarted,
    MeetingHeld,
    Period,
    Plan,
    SeriesPlanned,
    SurveyAnswered,
)
from vaerebro_events.domain.plan import PeriodKind, Reading
from vaerebro_events.domain.values import JobRef
from vaerebro_events.projections.rules import (
    Assessed,
    CompleteSeries,
    Count,
    Distinct,
    Established,
    KeptSixMonths,
    Share,
)

F = TypeVar("F", bound=ActivityFact)
Figure = int | Fraction
Parts = dict[str, tuple[int, int | None]]


@frozen
class Found:
    """The figure, its target, the figures within it, and what is not known yet."""

    value: Figure | None
    target: Figure
    parts: Parts
    lacks: str | None = None


def _fits(fact: Fact, tag: str, where: dict[str, object]) -> bool:
    return fact.tag == tag and all(getattr(fact, name) == value for name, value in where.items())


def _in(period: Period, entry: Entry) -> bool:
    """A season takes its own entries, whatever their days; other periods take their days."""
    if period.series is not None:
        return getattr(entry.fact, "series", None) == period.series
    return period.first <= entry.occurred_on <= period.last


def _count(rule: Count, history: Sequence[Entry], period: Period) -> Found:
    here = [e for e in history if _fits(e.fact, rule.fact, dict(rule.where)) and _in(period, e)]
    if rule.across is None:
        return Found(len(here), rule.target, {})
    over = {getattr(entry.fact, rule.across.of) for entry in here}
    return Found(len(here), rule.target, {rule.across.of: (len(over), rule.across.target)})


def _distinct(rule: Distinct, history: Sequence[Entry], period: Period) -> Found:
    ever = [e for e in history if _fits(e.fact, rule.fact, dict(rule.where))]
    value = 0
    for one in {getattr(entry.fact, rule.of) for entry in ever}:
        theirs = [entry for entry in ever if getattr(entry.fact, rule.of) == one]
        if rule.first_ever:
            value += _in(period, theirs[0])
        else:
            value += sum(_in(period, entry) for entry in theirs) >= rule.at_least
    return Found(value, rule.target, {})


def _complete(rule: CompleteSeries, history: Sequence[Entry], period: Period) -> Found:
    value, parts = 0, Parts()
    held = [(e, e.fact) for e in history if isinstance(e.fact, MeetingHeld)]
    for series in {fact.series for _, fact in held}:
        days = [e.occurred_on for e, f in held if (f.activity, f.series) == (rule.activity, series)]
        until = [day for day in days if day <= period.last]
        if any(period.holds(day) for day in days):
            parts[series] = (len(until), None)
        value += len(days) >= rule.meetings and period.holds(days[rule.meetings - 1])
    return Found(value, rule.target, parts)


def _months_later(day: date, months: int) -> date:
    """The same day some months later; the last of the month where it lacks that day."""
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    for number in range(day.day, 0, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    raise AssertionError(day)


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
        and day >= _months_later(_first_day(rule, history, fact.job), 6)
    ]
    of_them = {who for day, who in kept for on, fact in courses if fact.youth == who and on <= day}
    return Found(
        len({who for _, who in kept}), rule.target, {"lommepengejobbere": (len(of_them), rule.of_them)}
    )


def _established(rule: Established, history: Sequence[Entry], period: Period) -> Found:
    here = [e for e in history if _fits(e.fact, rule.fact, dict(rule.where)) and _in(period, e)]
    return Found(len(here), rule.target, {})


def _share(rule: Share, history: Sequence[Entry], period: Period) -> Found:
    rounds = [
        entry.fact
        for entry in history
        if isinstance(entry.fact, SurveyAnswered)
        and entry.fact.indicator == rule.indicator
        and _in(period, entry)
    ]
    names = ("asked", "answered", "positive")
    sums = {name: sum(getattr(fact, name) for fact in rounds) for name in names}
    parts: Parts = {name: (figure, None) for name, figure in sums.items()}
    if not sums[rule.of]:
        return Found(None, Fraction(rule.percent, 100), parts, "awaiting_measurement")
    return Found(Fraction(sums["positive"], sums[rule.of]), Fraction(rule.percent, 100), parts)


def _assessed(rule: Assessed, plan: Plan, history: Sequence[Entry], period: Period) -> Found:
    parties = [
        party.key for indicator in plan.indicators if indicator.key == rule.indicator
        for party in indicator.parties
    ]  # fmt: skip
    newest: dict[str, bool] = {}
    for entry in history:
        fact = entry.fact
        if isinstance(fact, AssessmentMade) and fact.indicator == rule.indicator and _in(period, entry):
            newest[fact.party] = fact.positive
    parts: Parts = {party: (int(positive), None) for party, positive in newest.items()}
    lacks = None if set(newest) == set(parties) else "awaiting_assessment"
    return Found(sum(newest.values()), len(parties), parts, lacks)


def found(  # noqa: PLR0911 one return a rule
    plan: Plan, reading: Reading, history: Sequence[Entry], period: Period
) -> Found:
    """What the rule of a reading says of a period."""
    match reading.rule:
        case Count() as rule:
            return _count(rule, history, period)
        case Distinct() as rule:
            return _distinct(rule, history, period)
        case CompleteSeries() as rule:
            return _complete(rule, history, period)
        case KeptSixMonths() as rule:
            return kept_six_months(rule, history, period)
        case Established() as rule:
            return _established(rule, history, period)
        case Share() as rule:
            return _share(rule, history, period)
        case Assessed() as rule:
            return _assessed(rule, plan, history, period)
        case rule:
            raise AssertionError(rule)


def state(rule: object, result: Found, period: Period, on: date) -> str:  # noqa: PLR0911 one return a state
    """The table of states in the order in which it is read."""
    figures = [(result.value, result.target), *result.parts.values()]
    asked = [(value, target) for value, target in figures if value is not None and target is not None]
    reached = all(value >= target for value, target in asked)
    if period.first > on:
        return "not_started"
    if result.lacks:
        return result.lacks
    if on >= period.last:
        return "met" if reached else "not_met"
    if isinstance(rule, Share | Assessed):
        return "on_track" if reached else "behind"
    if reached:
        return "met"
    if isinstance(rule, Established):
        return "open"
    gone = Fraction((on - period.first).days + 1, (period.last - period.first).days + 1)
    return "on_track" if all(value >= floor(target * gone) for value, target in asked) else "behind"


def periods(plan: Plan, criterion: Criterion, reading: Reading, history: Sequence[Entry]) -> list[Period]:
    """The programme, its calendar years, or the activity's seasons as far as they are planned."""
    if reading.period is PeriodKind.PROGRAMME:
        return [Period("programme", plan.first_day, plan.last_day)]
    if reading.period is PeriodKind.YEAR:
        years = range(plan.first_day.year, plan.last_day.year + 1)
        spans = [(str(year), date(year, 1, 1), date(year + 1, 1, 1) - timedelta(days=1)) for year in years]
        return [Period(key, max(a, plan.first_day), min(b, plan.last_day)) for key, a, b in spans]
    return [
        Period(fact.series, fact.first_day, fact.last_day, fact.series)
        for fact in (entry.fact for entry in history)
        if isinstance(fact, SeriesPlanned) and fact.activity == criterion.activity
    ]
