"""From a history to the statuses: each criterion, in each reading, for each of its periods."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from operator import attrgetter

from attrs import evolve, frozen

from vaerebro_events.domain.agreements import Agreements, Choice, Version
from vaerebro_events.domain.calendar import ONE_DAY, add_months
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.meetings import SeriesPlanned
from vaerebro_events.domain.plan import Criterion, PeriodKind, Reading
from vaerebro_events.projections.history import View
from vaerebro_events.projections.rules import JudgingRule
from vaerebro_events.projections.status import Period, Status, state_of

Key = tuple[str, str, str]


def _programme(view: View, _: Criterion, reading: Reading) -> Iterator[Period]:
    plan = view.plan
    yield Period("programme", reading.first_day or plan.first_day, reading.last_day or plan.last_day)


def _years(view: View, _: Criterion, reading: Reading) -> Iterator[Period]:
    for year, first_day, last_day in view.plan.years():
        first = max(first_day, reading.first_day or first_day)
        last = min(last_day, reading.last_day or last_day)
        if first <= last:
            yield Period(str(year), first, last)


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


@frozen
class Judged:
    """What is to be judged: a reading of a criterion for a period, in the view of a version of the plan."""

    view: View
    version: Version
    criterion: Criterion
    reading: Reading
    period: Period
    choice: Choice | None = None

    @property
    def key(self) -> Key:
        """Criterion, reading and period, as a status has them."""
        return (self.criterion.key, self.reading.key, self.period.key)

    def status(self) -> Status:
        """The status of it."""
        view, period, rule = self.view, self.period, self.reading.rule
        assert isinstance(rule, JudgingRule)
        judgement = rule.judge(view.within_reach(period), period)
        return Status(
            self.criterion.key,
            self.reading.key,
            self.choice is not None or self.reading.key == self.criterion.default_reading,
            period,
            state_of(judgement, period, view.on),
            judgement,
            rule,
            version=self.version.position,
            chosen=None if self.choice is None else self.choice.position,
        )


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


def _judged(view: View, version: Version, agreements: Agreements) -> Iterator[Judged]:
    """All that a version of the plan could judge, in each of the readings that are judged."""
    for criterion in version.plan.criteria:
        choice = agreements.chosen(criterion)
        for reading in agreements.readings(criterion):
            for period in PERIODS[reading.period](view, criterion, reading):
                yield Judged(view, version, criterion, reading, period, choice)


def to_judge(agreements: Agreements, history: Sequence[Entry], on: date) -> list[Judged]:
    """What is judged on a day: each period by the version that holds on its last day, or on that day.

    Where a revision moves the end of a period, so that none of the versions that have it judges it by
    this, the one in force on the day does; where more than one does, the latest.
    """
    found: dict[Key, Judged] = {}
    left: dict[Key, Judged] = {}
    known: dict[int, set[Key]] = {}
    view = View(on, agreements.held[0].plan, history)
    for version in agreements.until(on):
        view = view.under(version.plan)
        judged = {each.key: each for each in _judged(view, version, agreements)}
        known[version.position] = {*judged}
        for key, each in judged.items():
            holds = agreements.on(min(each.period.last, on)) is version
            (found if holds else left)[key] = each
    newest = agreements.on(on)
    for key, each in left.items():
        ended_under = agreements.on(min(each.period.last, on))
        if each.version is newest and ended_under is not None and key in known[ended_under.position]:
            found.setdefault(key, each)
    return list(found.values())


def _in_order(judged: Sequence[Judged], agreements: Agreements, on: date) -> Iterator[list[Judged]]:
    """What is judged, criterion by criterion: those of the version in force, then those it has no more.

    Under several versions, the periods of a reading come in order of time.
    """
    by_criterion: dict[str, dict[str, list[Judged]]] = {}
    newest = agreements.on(on)
    assert newest is not None
    for criterion in newest.plan.criteria:
        by_criterion[criterion.key] = {}
    for each in judged:
        by_criterion.setdefault(each.criterion.key, {}).setdefault(each.reading.key, []).append(each)
    for by_reading in by_criterion.values():
        if len(agreements.until(on)) > 1:
            for rows in by_reading.values():
                rows.sort(key=attrgetter("period.first", "period.last"))
        yield list(chain.from_iterable(by_reading.values()))


def statuses(agreements: Agreements, history: Sequence[Entry], on: date) -> tuple[Status, ...]:
    """The statuses of all criteria agreed, as a history up to the day `on` has them."""
    if not agreements.held:
        return ()
    found: list[Status] = []
    for judged in _in_order(to_judge(agreements, history, on), agreements, on):
        rows = [each.status() for each in judged]
        found.extend(evolve(row, disagree=bool(opposed(row, rows))) for row in rows)
    return tuple(found)
