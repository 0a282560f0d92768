"""Given: an agreement with money, parties and hours, and what is recorded of following it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve

from clocks import SettableClock
from given import AFTERWARDS, JOBS, new_logbook, noon, the_plan
from vaerebro_events import Draft, FollowUpMade, HoursCofinanced, Plan, PlanRevised, Replay, Text
from vaerebro_events.domain.commitments import CoFinancing, Money, Post, Share
from vaerebro_events.domain.plan import Area, Party, Settings

ESTATE, SCHOOL = "driften", "skolen"
SEASONS, INSIGHT = "familieakademi.seasons", "familieakademi.new-insight"
FIRST, LAST = date(2020, 1, 1), date(2023, 12, 31)


def text(words: str) -> Text:
    """The same words in both languages."""
    return Text(da=words, en=words)


def areas_of(*money: Money | None, plan: Plan | None = None) -> tuple[Area, ...]:
    """The plan's three areas with this money."""
    areas = (plan or the_plan()).areas
    return tuple(evolve(area, money=own) for area, own in zip(areas, money, strict=True))


def gives(party: str, hours_a_week: str | None, activity: str = JOBS) -> CoFinancing:
    """A party is to give hours to an activity."""
    number = None if hours_a_week is None else Decimal(hours_a_week)
    return CoFinancing(party, activity, text("timer"), number)


def agreed(**changes: Any) -> Plan:
    """A plan of two criteria in which all adds up, but for what is changed."""
    criteria = tuple(criterion for criterion in the_plan().criteria if criterion.key in (SEASONS, INSIGHT))
    plain = tuple(evolve(each, readings=each.readings[:1], open_questions=()) for each in criteria)
    plan = evolve(
        the_plan(),
        criteria=tuple(evolve(each, default_reading=each.readings[0].key) for each in plain),
        indicators=tuple(each for each in the_plan().indicators if each.baseline is None),
        settings=Settings(),
        areas=areas_of(Money(500, 100), Money(300, 50), Money(200, 50)),
        money=Money(1000, 200),
        parties=(Party(ESTATE, text("driften")), Party(SCHOOL, text("skolen"))),
        posts=(Post("leader", text("leder"), (Share(the_plan().areas[0].key, 100),)),),
        cofinancing=(gives(ESTATE, "10"),),
        duties=(),
    )
    return evolve(plan, **changes)


AGREED = agreed()


def saw(on: date, *criteria: str, body: str = "board", **further: Any) -> Draft:
    """A body met and saw these criteria, as of the day before."""
    fields = {"as_of": on, "as_known": 1, **further}
    return Draft(FollowUpMade(body, criteria, **fields), on)  # pyright: ignore[reportArgumentType] it is converted


def hours(party: str, amount: str, first: date, last: date, activity: str = JOBS) -> Draft:
    """A party gave hours to an activity, from a first day to a last."""
    return Draft(HoursCofinanced(activity, party, Decimal(amount), first_day=first), last)


def revised(
    plan: Plan, on: date, holds_from: date, kind: str = "delaftale", revision: str = "r-1", **further: Any
) -> Draft:
    """The board approved a revised plan on a day; it holds from another."""
    return Draft(PlanRevised(revision, kind, holds_from, plan, **further), on)  # pyright: ignore[reportArgumentType] it is converted


def replay_of(drafts: Sequence[Draft], on: date, plan: Plan = AGREED, known: int | None = None) -> Replay:
    """What a day looks like when all this was recorded, one by one, after the programme."""
    with new_logbook(SettableClock(noon(AFTERWARDS)), plan=plan) as logbook:
        for draft in drafts:
            logbook.record(draft)
        return logbook.replay(on=on, known=known)
