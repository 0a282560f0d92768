"""A logbook of what falls due, told day by day, and what it says is due."""

from datetime import date
from pathlib import Path
from typing import Any

from clocks import SettableClock
from given import new_logbook, noon
from stories import AFTERWARDS
from vaerebro_events import Draft, Logbook, Plan, PlanRevised, read_plan
from vaerebro_events.projections.due import Due, due

PLAN = read_plan(Path(__file__).with_name("due_plan.toml"))
Told = tuple[date, Draft]


def at_once(*drafts: Draft) -> list[Told]:
    """Each is told on its own day."""
    return [(draft.on, draft) for draft in drafts if draft.on is not None]


def logbook_of(*told: Told) -> Logbook:
    """A logbook in which each was recorded at noon of a day, asked long afterwards."""
    clock = SettableClock(noon(date(2020, 1, 1), 6))
    logbook = new_logbook(clock, plan=PLAN)
    for day, draft in sorted(told, key=lambda one: one[0]):
        clock.set(noon(day))
        logbook.record(draft)
    clock.set(AFTERWARDS)
    return logbook


def due_of(
    logbook: Logbook, kind: str, on: date, *, known: date | int | None = None, subject: str | None = None
) -> list[Due]:
    """What is due of a kind on a day, as known then or by the end, maybe of one subject alone."""
    items = due(logbook.replay(on, known))
    return [item for item in items if item.kind == kind and subject in (None, item.subject)]


def said(items: list[Due], *names: str) -> list[Any]:
    """These fields of each: one alone, or several together."""
    found = [tuple(getattr(item, name) for name in names) for item in items]
    return [one[0] for one in found] if len(names) == 1 else found


def days(items: list[Due]) -> list[tuple[str, str]]:
    """From when to when each is to be done."""
    return [(item.first.isoformat(), item.last.isoformat()) for item in items]


def revised(plan: Plan, holds_from: date, ref: str = "r-1") -> Draft:
    """The agreement is revised, as approved on the day from which it holds."""
    return Draft(PlanRevised(ref, "delaftale", holds_from, plan), holds_from)
