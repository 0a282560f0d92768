"""What keeps a plan from being adopted in what it promises beside its criteria: posts, hours, duties.

That money or posts do not add up keeps no plan from being adopted: the agreement may say so itself.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from vaerebro_events.domain.commitments import Duty, Every
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.follow_up import ReportSent
from vaerebro_events.domain.picking import fact_problems
from vaerebro_events.domain.plan import Plan
from vaerebro_events.domain.problem_words import keyed, no_key, no_such, outside
from vaerebro_events.domain.references import is_reference
from vaerebro_events.errors import PlanProblem
from vaerebro_events.text import Text


def commitment_problems(plan: Plan, facts: Mapping[str, type[Fact]]) -> Iterator[PlanProblem]:
    """All that does not fit in a plan's posts, co-financed hours and duties, each with its place."""
    yield from _posts(plan)
    yield from _cofinancing(plan)
    for duty in plan.duties:
        for why in (*_duty_days(plan, duty), *_duty_fact(plan, duty, facts)):
            yield PlanProblem(keyed("duties", duty.key), why)


def _twice(keys: Iterable[str]) -> Iterator[str]:
    return (key for key, times in Counter(keys).items() if times > 1)


def _posts(plan: Plan) -> Iterator[PlanProblem]:
    areas = {area.key for area in plan.areas}
    for post in plan.posts:
        for share in post.shares:
            if share.area not in areas:
                yield PlanProblem(keyed("posts", post.key), no_such("area", share.area))
        for area in _twice(share.area for share in post.shares):
            why = Text(
                da=f"indsatsområdet »{area}« har mere end én andel af den",
                en=f"the area «{area}» has more than one share of it",
            )
            yield PlanProblem(keyed("posts", post.key), why)


def _cofinancing(plan: Plan) -> Iterator[PlanProblem]:
    """Hours are reckoned by party and activity, so each pair is there once."""
    parties = {party.key for party in plan.parties}
    for agreed in plan.cofinancing:
        place = keyed("cofinancing", agreed.party, agreed.activity)
        if agreed.party not in parties:
            yield PlanProblem(place, no_such("party", agreed.party))
        if not plan.has_activity(agreed.activity):
            yield PlanProblem(place, no_such("activity", agreed.activity))
    pairs = Counter((agreed.party, agreed.activity) for agreed in plan.cofinancing)
    for (party, activity), times in pairs.items():
        if times > 1:
            why = Text(da=f"de to står der {times} gange", en=f"the two stand there {times} times")
            yield PlanProblem(keyed("cofinancing", party, activity), why)


def _duty_days(plan: Plan, duty: Duty) -> Iterator[Text]:
    if duty.last_day is None:
        return
    if duty.every is not Every.ONCE:
        yield Text(
            da=f"last_day hører til en forpligtelse, der kommer én gang, ikke til en for hver »{duty.every}«",
            en=f"last_day belongs to a duty that comes once, not to one of each {duty.every}",
        )
    elif not plan.first_day <= duty.last_day <= plan.last_day:
        yield outside("last_day", duty.last_day)


def _duty_fact(plan: Plan, duty: Duty, facts: Mapping[str, type[Fact]]) -> Iterator[Text]:
    """It must be one that somebody can record: of a report, only those are taken that a duty names."""
    yield from fact_problems(plan, facts, duty.fact, duty.where)
    if duty.fact != ReportSent.tag:
        return
    report = duty.where.get("report")
    if report is None or isinstance(report, tuple):
        yield Text(
            da="where.report skal nævne den ene rapport, der sendes",
            en="where.report must name the one report that is sent",
        )
    elif isinstance(report, str) and not is_reference(report):
        yield no_key(report).at("where.report")
