"""What keeps a plan from being adopted, each with its place in the file.

A new check: one function here, and a line in `CHECKS`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from vaerebro_events.domain.commitment_problems import commitment_problems
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.picking import fact_problems
from vaerebro_events.domain.plan import (
    Criterion,
    Indicator,
    IndicatorSource,
    PeriodKind,
    Plan,
    Reading,
    Rule,
)
from vaerebro_events.domain.references import REFERENCE_FORM, is_reference
from vaerebro_events.domain.values import HUNDRED, looks_like_cpr
from vaerebro_events.errors import PlanProblem

LEVELS = ("area", "activity")
# What is due is reckoned by months and days from a plan's days, and every such day must be one there is.
EARLIEST, LATEST = date(1900, 1, 1), date(2999, 12, 31)
_MONTH_AND_DAY = re.compile(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


def plan_problems(plan: Plan, facts: Mapping[str, type[Fact]]) -> tuple[PlanProblem, ...]:
    """All that keeps the plan from being adopted, each with its place in the file."""
    found = [problem for check in CHECKS for problem in check(plan)]
    for criterion in plan.criteria:
        found.extend(_reading_problems(plan, criterion, facts))
    found.extend(commitment_problems(plan, facts))
    return tuple(found)


def _names(plan: Plan) -> Iterator[PlanProblem]:
    """Keys must be such as facts can name, and no text may hold what looks like a CPR number."""
    keys = {
        "name": [plan.name],
        "areas": [area.key for area in plan.areas],
        "activities": [activity.key for activity in plan.activities],
        "groups": [group.key for activity in plan.activities for group in activity.groups],
        "blocks": [block.key for block in plan.blocks],
        "stairwells": [stairwell for block in plan.blocks for stairwell in block.stairwells],
        "places": [place.key for place in plan.places],
        "indicators": [indicator.key for indicator in plan.indicators],
        "parties": [
            party.key
            for parties in (plan.parties, *(indicator.parties for indicator in plan.indicators))
            for party in parties
        ],
        "posts": [post.key for post in plan.posts],
        "duties": [duty.key for duty in plan.duties],
        "criteria": [criterion.key for criterion in plan.criteria],
        "readings": [reading.key for criterion in plan.criteria for reading in criterion.readings],
    }
    for table, named in keys.items():
        for key in named:
            if not is_reference(key):
                yield PlanProblem(table, f"«{key}» is no key: {REFERENCE_FORM}")
    if looks_like_cpr(repr(plan)):
        yield PlanProblem("the plan", "something in it looks like a CPR number, and the log holds none")


def _doubles(plan: Plan) -> Iterator[PlanProblem]:
    tables: Mapping[str, Iterable[str]] = {
        "areas": [area.key for area in plan.areas],
        "activities": [activity.key for activity in plan.activities],
        "blocks": [block.key for block in plan.blocks],
        "places": [place.key for place in plan.places],
        "indicators": [indicator.key for indicator in plan.indicators],
        "criteria": [criterion.key for criterion in plan.criteria],
        "parties": [party.key for party in plan.parties],
        "posts": [post.key for post in plan.posts],
        "duties": [duty.key for duty in plan.duties],
        **{f"parties of «{each.key}»": [party.key for party in each.parties] for each in plan.indicators},
        **{f"groups of «{each.key}»": [group.key for group in each.groups] for each in plan.activities},
        **{f"stairwells of «{each.key}»": each.stairwells for each in plan.blocks},
    }
    for table, keys in tables.items():
        for key, times in Counter(keys).items():
            if times > 1:
                yield PlanProblem(f"{table} «{key}»", f"the key is used {times} times")


def _unknown(plan: Plan) -> Iterator[PlanProblem]:
    areas = {area.key for area in plan.areas}
    for activity in plan.activities:
        if activity.area not in areas:
            yield PlanProblem(f"activities «{activity.key}»", f"there is no area «{activity.area}»")
    for criterion in plan.criteria:
        if criterion.area not in areas:
            yield PlanProblem(f"criteria «{criterion.key}»", f"there is no area «{criterion.area}»")
        if criterion.activity is not None and not plan.has_activity(criterion.activity):
            why = f"there is no activity «{criterion.activity}»"
            yield PlanProblem(f"criteria «{criterion.key}»", why)
    of = {activity.key: activity.area for activity in plan.activities}
    for criterion in plan.criteria:
        area = of.get(str(criterion.activity), criterion.area)
        if area != criterion.area and {area, criterion.area} <= areas:
            why = f"its activity «{criterion.activity}» belongs to another area than «{criterion.area}»"
            yield PlanProblem(f"criteria «{criterion.key}»", why)


def _indicators(plan: Plan) -> Iterator[PlanProblem]:
    for indicator in plan.indicators:
        for why in (*_indicator_problems(indicator), *_due_problems(plan, indicator)):
            yield PlanProblem(f"indicators «{indicator.key}»", why)


def _indicator_problems(indicator: Indicator) -> Iterator[str]:
    baseline, source = indicator.baseline, indicator.source
    if source is IndicatorSource.ASSESSMENT and not indicator.parties:
        yield "an assessment needs its parties"
    if baseline is None:
        return
    if source in (IndicatorSource.SURVEY, IndicatorSource.ASSESSMENT):
        yield f"what is measured by {source} has no baseline"
    for name, figure in (("figure", baseline.figure), ("benchmark", baseline.benchmark)):
        if figure is None:
            continue
        if source is IndicatorSource.COUNT and (figure < 0 or figure != int(figure)):
            yield f"baseline.{name} is {figure}, but it is a count: a whole number, 0 or more"
        if source is IndicatorSource.MEASUREMENT and not 0 <= figure <= HUNDRED:
            yield f"baseline.{name} is {figure}, but it is per cent: from 0 to 100"
    if baseline.benchmark is not None and baseline.figure is None:
        yield "baseline.benchmark stands without baseline.figure"


def _due_problems(plan: Plan, indicator: Indicator) -> Iterator[str]:
    """A baseline may be of a day before the programme, but it comes before the programme ends."""
    baseline = indicator.baseline
    if baseline is None or baseline.due is None:
        return
    if baseline.figure is not None:
        yield "baseline.due stands beside baseline.figure: what the agreement gives is not due"
    if not EARLIEST <= baseline.due <= plan.last_day:
        yield f"baseline.due is {baseline.due}, but it is a day from {EARLIEST} to the programme's last"


def _restated(plan: Plan) -> Iterator[PlanProblem]:
    known = {criterion.key for criterion in plan.criteria}
    for criterion in plan.criteria:
        if criterion.same_as == criterion.key:
            yield PlanProblem(f"criteria «{criterion.key}»", "same_as: it names itself")
        elif criterion.same_as is not None and criterion.same_as not in known:
            yield PlanProblem(
                f"criteria «{criterion.key}»", f"same_as: there is no criterion «{criterion.same_as}»"
            )


def _levels(plan: Plan) -> Iterator[PlanProblem]:
    for criterion in plan.criteria:
        if criterion.level not in LEVELS:
            why = f"level is «{criterion.level}», but it is one of {', '.join(LEVELS)}"
            yield PlanProblem(f"criteria «{criterion.key}»", why)
        elif criterion.level == "activity" and criterion.activity is None:
            yield PlanProblem(f"criteria «{criterion.key}»", "a criterion of an activity names its activity")


def _spans(plan: Plan) -> Iterator[PlanProblem]:
    if plan.last_day < plan.first_day:
        yield PlanProblem("last_day", "it is before first_day")
    for name, day in (("first_day", plan.first_day), ("last_day", plan.last_day)):
        if not EARLIEST <= day <= LATEST:
            yield PlanProblem(name, f"{day} is no day from {EARLIEST} to {LATEST}")
    for closed in plan.settings.closed_days:
        if not _MONTH_AND_DAY.fullmatch(closed):
            yield PlanProblem("settings, closed_days", f"«{closed}» is no month and day, such as 12-24")


def _reading_problems(
    plan: Plan, criterion: Criterion, facts: Mapping[str, type[Fact]]
) -> Iterator[PlanProblem]:
    place = f"criteria «{criterion.key}»"
    keys = [reading.key for reading in criterion.readings]
    if not keys:
        yield PlanProblem(place, "it has no reading, so no rule decides it")
    elif criterion.default_reading not in keys:
        yield PlanProblem(place, f"default_reading «{criterion.default_reading}» is none of its readings")
    for key, times in Counter(keys).items():
        if times > 1:
            yield PlanProblem(place, f"the reading «{key}» is there {times} times")
    for reading in criterion.readings:
        at = f"{place}, reading «{reading.key}»"
        for why in (*_period_problems(plan, reading), *_start_problems(plan, reading, facts)):
            yield PlanProblem(at, why)
        if reading.period is PeriodKind.SEASON:
            for why in _season_problems(criterion.activity, reading.rule, facts):
                yield PlanProblem(at, why)
        for why in reading.rule.problems(plan, facts):
            yield PlanProblem(f"{at}, rule", why)


def _period_problems(plan: Plan, reading: Reading) -> Iterator[str]:
    """What does not fit in the days of a reading's periods."""
    first, last = reading.first_day or plan.first_day, reading.last_day or plan.last_day
    for name, day in (("first_day", reading.first_day), ("last_day", reading.last_day)):
        if day is None:
            continue
        if reading.period in (PeriodKind.SEASON, PeriodKind.WINDOW):
            yield f"a {reading.period} has no {name}"
        elif not plan.first_day <= day <= plan.last_day:
            yield f"{name} ({day}) lies outside the programme"
    if last < first and plan.first_day <= plan.last_day:
        yield f"last_day ({last}) is before first_day ({first})"
    if reading.period is PeriodKind.DEADLINE and reading.last_day is None:
        yield "a deadline needs its last_day"
    if reading.period is PeriodKind.WINDOW and (reading.starts is None or reading.months is None):
        yield "a window needs the event that starts it (starts) and its months"
    if reading.period is not PeriodKind.WINDOW and (reading.starts, reading.months) != (None, None):
        yield f"starts and months belong to a window, not to a {reading.period}"


def _start_problems(plan: Plan, reading: Reading, facts: Mapping[str, type[Fact]]) -> Iterator[str]:
    if reading.starts is not None:
        for why in fact_problems(plan, facts, reading.starts.fact, reading.starts.where):
            yield f"starts: {why}"


def _season_problems(activity: str | None, rule: Rule, facts: Mapping[str, type[Fact]]) -> Iterator[str]:
    if activity is None:
        yield "a reading by season needs an activity"
    else:
        yield from rule.season_problems(activity, facts)


CHECKS: tuple[Callable[[Plan], Iterator[PlanProblem]], ...] = (
    _names,
    _doubles,
    _unknown,
    _indicators,
    _restated,
    _levels,
    _spans,
)
