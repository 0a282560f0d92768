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
from vaerebro_events.domain.problem_words import keyed, no_key, no_such, outside, within
from vaerebro_events.domain.references import is_reference
from vaerebro_events.domain.values import HUNDRED, looks_like_cpr
from vaerebro_events.errors import PlanProblem
from vaerebro_events.text import Text, Wording, day_in

THE_PLAN = Text(da="planen", en="the plan")
CPR_IN_IT = Text(
    da="noget i den ligner et CPR-nummer, og dem rummer logbogen ingen af",
    en="something in it looks like a CPR number, and the log holds none",
)
NAMES_ITS_ACTIVITY = Text(
    da="et kriterium for en aktivitet nævner sin aktivitet",
    en="a criterion of an activity names its activity",
)
NO_READING = Text(
    da="det har ingen opgørelse, så ingen regel afgør det", en="it has no reading, so no rule decides it"
)
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
                yield PlanProblem(table, no_key(key))
    if looks_like_cpr(repr(plan)):
        yield PlanProblem(THE_PLAN, CPR_IN_IT)


def _doubles(plan: Plan) -> Iterator[PlanProblem]:
    tables: Mapping[Wording, Iterable[str]] = {
        "areas": [area.key for area in plan.areas],
        "activities": [activity.key for activity in plan.activities],
        "blocks": [block.key for block in plan.blocks],
        "places": [place.key for place in plan.places],
        "indicators": [indicator.key for indicator in plan.indicators],
        "criteria": [criterion.key for criterion in plan.criteria],
        "parties": [party.key for party in plan.parties],
        "posts": [post.key for post in plan.posts],
        "duties": [duty.key for duty in plan.duties],
        **{_of("parties", each.key): [party.key for party in each.parties] for each in plan.indicators},
        **{_of("groups", each.key): [group.key for group in each.groups] for each in plan.activities},
        **{_of("stairwells", each.key): each.stairwells for each in plan.blocks},
    }
    for table, keys in tables.items():
        for key, times in Counter(keys).items():
            if times > 1:
                yield PlanProblem(
                    keyed(table, key),
                    Text(da=f"nøglen bruges {times} gange", en=f"the key is used {times} times"),
                )


def _of(table: str, key: str) -> Text:
    return Text(da=f"{table} i »{key}«", en=f"{table} of «{key}»")


def _unknown(plan: Plan) -> Iterator[PlanProblem]:
    areas = {area.key for area in plan.areas}
    for activity in plan.activities:
        if activity.area not in areas:
            yield PlanProblem(keyed("activities", activity.key), no_such("area", activity.area))
    for criterion in plan.criteria:
        if criterion.area not in areas:
            yield PlanProblem(keyed("criteria", criterion.key), no_such("area", criterion.area))
        if criterion.activity is not None and not plan.has_activity(criterion.activity):
            yield PlanProblem(keyed("criteria", criterion.key), no_such("activity", criterion.activity))
    of = {activity.key: activity.area for activity in plan.activities}
    for criterion in plan.criteria:
        area = of.get(str(criterion.activity), criterion.area)
        if area != criterion.area and {area, criterion.area} <= areas:
            one, other = criterion.activity, criterion.area
            why = Text(
                da=f"dets aktivitet »{one}« hører til et andet indsatsområde end »{other}«",
                en=f"its activity «{one}» belongs to another area than «{other}»",
            )
            yield PlanProblem(keyed("criteria", criterion.key), why)


def _indicators(plan: Plan) -> Iterator[PlanProblem]:
    for indicator in plan.indicators:
        for why in (*_indicator_problems(indicator), *_due_problems(plan, indicator)):
            yield PlanProblem(keyed("indicators", indicator.key), why)


def _indicator_problems(indicator: Indicator) -> Iterator[Text]:
    baseline, source = indicator.baseline, indicator.source
    if source is IndicatorSource.ASSESSMENT and not indicator.parties:
        yield Text(da="en vurdering skal have sine parter", en="an assessment needs its parties")
    if baseline is None:
        return
    if source in (IndicatorSource.SURVEY, IndicatorSource.ASSESSMENT):
        yield Text(
            da=f"det, der opgøres ved »{source}«, har intet basistal",
            en=f"what is measured by {source} has no baseline",
        )
    for name, figure in (("figure", baseline.figure), ("benchmark", baseline.benchmark)):
        if figure is None:
            continue
        if source is IndicatorSource.COUNT and (figure < 0 or figure != int(figure)):
            yield Text(
                da=f"baseline.{name} er {figure}, men det er en optælling: et helt tal, 0 eller mere",
                en=f"baseline.{name} is {figure}, but it is a count: a whole number, 0 or more",
            )
        if source is IndicatorSource.MEASUREMENT and not 0 <= figure <= HUNDRED:
            yield Text(
                da=f"baseline.{name} er {figure}, men det er procent: fra 0 til 100",
                en=f"baseline.{name} is {figure}, but it is per cent: from 0 to 100",
            )
    if baseline.benchmark is not None and baseline.figure is None:
        yield Text(
            da="baseline.benchmark står uden baseline.figure",
            en="baseline.benchmark stands without baseline.figure",
        )


def _due_problems(plan: Plan, indicator: Indicator) -> Iterator[Text]:
    """A baseline may be of a day before the programme, but it comes before the programme ends."""
    baseline = indicator.baseline
    if baseline is None or baseline.due is None:
        return
    if baseline.figure is not None:
        yield Text(
            da="baseline.due står ved siden af baseline.figure: det, aftalen giver, har ingen frist",
            en="baseline.due stands beside baseline.figure: what the agreement gives is not due",
        )
    if not EARLIEST <= baseline.due <= plan.last_day:
        due, earliest = _danish(baseline.due), _danish(EARLIEST)
        yield Text(
            da=f"baseline.due er {due}, men det er en dag fra {earliest} til aftaleperiodens sidste",
            en=f"baseline.due is {baseline.due}, but it is a day from {EARLIEST} to the programme's last",
        )


def _danish(day: date) -> str:
    return day_in(day, "da")


def _restated(plan: Plan) -> Iterator[PlanProblem]:
    known = {criterion.key for criterion in plan.criteria}
    for criterion in plan.criteria:
        if criterion.same_as == criterion.key:
            why = Text(da="det nævner sig selv", en="it names itself").at("same_as")
            yield PlanProblem(keyed("criteria", criterion.key), why)
        elif criterion.same_as is not None and criterion.same_as not in known:
            why = no_such("criterion", criterion.same_as).at("same_as")
            yield PlanProblem(keyed("criteria", criterion.key), why)


def _levels(plan: Plan) -> Iterator[PlanProblem]:
    for criterion in plan.criteria:
        if criterion.level not in LEVELS:
            known = ", ".join(LEVELS)
            why = Text(
                da=f"level er »{criterion.level}«, men det er en af {known}",
                en=f"level is «{criterion.level}», but it is one of {known}",
            )
            yield PlanProblem(keyed("criteria", criterion.key), why)
        elif criterion.level == "activity" and criterion.activity is None:
            yield PlanProblem(keyed("criteria", criterion.key), NAMES_ITS_ACTIVITY)


def _spans(plan: Plan) -> Iterator[PlanProblem]:
    if plan.last_day < plan.first_day:
        why = Text(da="den ligger før first_day", en="it is before first_day")
        yield PlanProblem("last_day", why)
    for name, day in (("first_day", plan.first_day), ("last_day", plan.last_day)):
        if not EARLIEST <= day <= LATEST:
            why = Text(
                da=f"{_danish(day)} er ikke en dag fra {_danish(EARLIEST)} til {_danish(LATEST)}",
                en=f"{day} is no day from {EARLIEST} to {LATEST}",
            )
            yield PlanProblem(name, why)
    for closed in plan.settings.closed_days:
        if not _MONTH_AND_DAY.fullmatch(closed):
            why = Text(
                da=f"»{closed}« er ikke måned og dag, såsom 12-24",
                en=f"«{closed}» is no month and day, such as 12-24",
            )
            yield PlanProblem("settings, closed_days", why)


def _reading_problems(
    plan: Plan, criterion: Criterion, facts: Mapping[str, type[Fact]]
) -> Iterator[PlanProblem]:
    place = keyed("criteria", criterion.key)
    keys = [reading.key for reading in criterion.readings]
    if not keys:
        yield PlanProblem(place, NO_READING)
    elif criterion.default_reading not in keys:
        default = criterion.default_reading
        why = Text(
            da=f"default_reading »{default}« er ingen af dets opgørelser",
            en=f"default_reading «{default}» is none of its readings",
        )
        yield PlanProblem(place, why)
    for key, times in Counter(keys).items():
        if times > 1:
            why = Text(
                da=f"opgørelsen »{key}« er der {times} gange",
                en=f"the reading «{key}» is there {times} times",
            )
            yield PlanProblem(place, why)
    for reading in criterion.readings:
        at = within(place, keyed("reading", reading.key))
        for why in (*_period_problems(plan, reading), *_start_problems(plan, reading, facts)):
            yield PlanProblem(at, why)
        if reading.period is PeriodKind.SEASON:
            by_season = _season_problems(criterion.activity, reading.rule, facts)
            yield from (PlanProblem(at, why) for why in by_season)
        yield from (PlanProblem(within(at, "rule"), why) for why in reading.rule.problems(plan, facts))


def _period_problems(plan: Plan, reading: Reading) -> Iterator[Text]:
    """What does not fit in the days of a reading's periods."""
    first, last = reading.first_day or plan.first_day, reading.last_day or plan.last_day
    for name, day in (("first_day", reading.first_day), ("last_day", reading.last_day)):
        if day is None:
            continue
        if reading.period in (PeriodKind.SEASON, PeriodKind.WINDOW):
            yield Text(da=f"en »{reading.period}« har ingen {name}", en=f"a {reading.period} has no {name}")
        elif not plan.first_day <= day <= plan.last_day:
            yield outside(name, day)
    if last < first and plan.first_day <= plan.last_day:
        yield Text(
            da=f"last_day ({_danish(last)}) ligger før first_day ({_danish(first)})",
            en=f"last_day ({last}) is before first_day ({first})",
        )
    if reading.period is PeriodKind.DEADLINE and reading.last_day is None:
        yield Text(da="en »deadline« skal have sin last_day", en="a deadline needs its last_day")
    if reading.period is PeriodKind.WINDOW and (reading.starts is None or reading.months is None):
        yield Text(
            da="et »window« skal have det, der starter det (starts), og sine måneder (months)",
            en="a window needs the event that starts it (starts) and its months",
        )
    if reading.period is not PeriodKind.WINDOW and (reading.starts, reading.months) != (None, None):
        yield Text(
            da=f"starts og months hører til et »window«, ikke til en »{reading.period}«",
            en=f"starts and months belong to a window, not to a {reading.period}",
        )


def _start_problems(plan: Plan, reading: Reading, facts: Mapping[str, type[Fact]]) -> Iterator[Text]:
    if reading.starts is not None:
        for why in fact_problems(plan, facts, reading.starts.fact, reading.starts.where):
            yield why.at("starts")


def _season_problems(activity: str | None, rule: Rule, facts: Mapping[str, type[Fact]]) -> Iterator[Wording]:
    if activity is None:
        yield Text(
            da="en opgørelse pr. sæson skal have en aktivitet", en="a reading by season needs an activity"
        )
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
