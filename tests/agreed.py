"""Given: an agreement with one criterion, revised and read in other ways as the tests need it."""

from datetime import date

from attrs import evolve

from given import NEIGHBOURS, neighbours, plan_with
from vaerebro_events import Draft, Logbook, Plan, PlanRevised, ReadingChosen, Text
from vaerebro_events.domain.plan import Activity, PeriodKind, Reading
from vaerebro_events.projections.rules import Count

_TEXT = Text(da="aktiviteter", en="activities")
APPROVED = date(2022, 3, 1)


def asked(target: int, period: PeriodKind = PeriodKind.YEAR) -> Plan:
    """A plan that asks for so many activities of neighbours, each year or in the whole programme."""
    return plan_with(Count("neighbour-activity-held", target, _TEXT, {"activity": NEIGHBOURS}), period)


def asked_in(*targets: int) -> Plan:
    """A plan that can be read in several ways: «at-least-1», «at-least-2» … each year."""
    plan = asked(1)
    criterion = plan.criteria[0]
    rules = [Count("neighbour-activity-held", target, _TEXT, {"activity": NEIGHBOURS}) for target in targets]
    readings = [Reading(f"at-least-{rule.target}", _TEXT, PeriodKind.YEAR, rule) for rule in rules]
    own = evolve(criterion, readings=tuple(readings), default_reading=readings[0].key)
    return evolve(plan, criteria=(own,))


def by(day: date, target: int = 2) -> Plan:
    """A plan that asks for so many by a day."""
    plan = asked(target)
    only = evolve(plan.criteria[0].readings[0], period=PeriodKind.DEADLINE, last_day=day)
    return evolve(plan, criteria=(evolve(plan.criteria[0], readings=(only,)),))


def with_activity(plan: Plan, key: str) -> Plan:
    """The plan with one more activity."""
    return evolve(plan, activities=(*plan.activities, Activity(key, plan.areas[0].key, _TEXT)))


def revised(plan: Plan, holds_from: date, name: str = "r-1", on: date = APPROVED) -> Draft:
    """The board approves a revised plan on a day; it holds from another."""
    return Draft(PlanRevised(name, "delaftale", holds_from, plan), on)


def chosen(reading: str, on: date = APPROVED, criterion: str = "asked") -> Draft:
    """The board chooses a reading."""
    return Draft(ReadingChosen(criterion, reading), on)


def activities(logbook: Logbook, *days: date) -> None:
    """Neighbours did something together on these days."""
    if days:
        logbook.record(*[neighbours(day) for day in days])
