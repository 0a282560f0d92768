"""From a history to the statuses: each criterion, in each reading, for each of its periods."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import evolve

from vaerebro_events.domain.calendar import ONE_DAY, add_months
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.meetings import SeriesPlanned
from vaerebro_events.domain.plan import Criterion, PeriodKind, Plan, Reading
from vaerebro_events.projections.history import View
from vaerebro_events.projections.rules import JudgingRule
from vaerebro_events.projections.status import Period, Status, state_of


def _programme(view: View, _: Criterion, reading: Reading) -> Iterator[Period]:
    plan = view.plan
    yield Period("programme", reading.first_day or plan.first_day, reading.last_day or plan.last_day)


def _years(view: View, _: Criterion, reading: Reading) -> Iterator[Period]:
    first_day, last_day = reading.first_day or view.plan.first_day, reading.last_day or view.plan.last_day
    for year in range(first_day.year, last_day.year + 1):
        first = max(first_day, date(year, 1, 1))
        yield Period(str(year), first, min(last_day, date(year, 12, 31)))


def _seasons(view: View, criterion: Criterion, _: Reading) -> Iterator[Period]:
    for entry in view.of(SeriesPlanned.tag, {"activity": str(criterion.activity)}):
        plan = entry.fact
        assert isinstance(plan, SeriesPlanned)
        yield Period(plan.series, plan.first_day, plan.last_day, plan.series, entry.position)


def _deadline(view: View, _: Criterion, reading: Reading) -> Iterator[Period]:
    last_day = reading.last_day or view.plan.last_day
    yield Period(f"by-{last_day}", reading.first_day or view.plan.first_day, last_day)


def _window(view: View, _: Criterion, reading: Reading) -> Iterator[Period]:
    starts, months = reading.starts, reading.months
    assert starts is not None
    assert months is not None
    plan = view.plan
    for entry in view.of(starts.fact, starts.where):
        first = entry.occurred_on
        last = add_months(first, months) - ONE_DAY
        yield Period(reading.key, first, last, planned=entry.position)
        return
    yield Period(reading.key, plan.first_day, plan.last_day, begun=False)


# What a reading is judged for: the programme, its years, the seasons planned so far, the time up to a
# deadline, or the months from an event on.
PERIODS: Mapping[PeriodKind, Callable[[View, Criterion, Reading], Iterator[Period]]] = {
    PeriodKind.PROGRAMME: _programme,
    PeriodKind.YEAR: _years,
    PeriodKind.SEASON: _seasons,
    PeriodKind.DEADLINE: _deadline,
    PeriodKind.WINDOW: _window,
}


def judge(view: View, criterion: Criterion, reading: Reading, period: Period) -> Status:
    """The status of one reading for one period."""
    rule = reading.rule
    assert isinstance(rule, JudgingRule)
    judgement = rule.judge(view.within_reach(period), period)
    state = state_of(judgement, period, view.on)
    default = reading.key == criterion.default_reading
    return Status(criterion.key, reading.key, default, period, state, judgement, rule)


def _overlap(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last


def opposed(status: Status, others: Iterable[Status]) -> tuple[Status, ...]:
    """Those of other readings of the same criterion that judge an overlapping period the other way."""
    verdict = status.state.verdict
    if verdict is None:
        return ()
    return tuple(
        other
        for other in others
        if other.criterion == status.criterion
        and other.reading != status.reading
        and other.state.verdict is (not verdict)
        and _overlap(status.period, other.period)
    )


def statuses(plan: Plan, history: Sequence[Entry], on: date) -> tuple[Status, ...]:
    """The statuses of all criteria of a plan, as a history up to the day `on` has them."""
    view = View(on, plan, history)
    found: list[Status] = []
    for criterion in plan.criteria:
        rows = [
            judge(view, criterion, reading, period)
            for reading in criterion.readings
            for period in PERIODS[reading.period](view, criterion, reading)
        ]
        found.extend(evolve(row, disagree=bool(opposed(row, rows))) for row in rows)
    return tuple(found)
