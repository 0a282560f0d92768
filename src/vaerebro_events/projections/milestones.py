"""Milestones against the milestone plan: due when at first, due when now, and what became of them."""

from datetime import date
from enum import StrEnum

from attrs import evolve, frozen

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.milestones import (
    MilestoneDropped,
    MilestoneFact,
    MilestoneMoved,
    MilestoneReached,
    MilestoneSet,
)
from vaerebro_events.projections.replay import Replay


class MilestoneState(StrEnum):
    """How a milestone stands on a day, against the day it is due now."""

    NOT_YET = "not-yet"
    OVERDUE = "overdue"
    REACHED = "reached"
    REACHED_LATE = "reached-late"
    DROPPED = "dropped"


@frozen
class Milestone:
    """A milestone: the day first set for it, the day it is due now, how often it moved, and how it ended.

    `entries` are the positions of what is recorded of it, in order of days.
    """

    key: str
    activity: str | None
    first_due: date
    due: date
    moves: int
    ended_on: date | None
    state: MilestoneState
    entries: tuple[int, ...]


def milestones(replay: Replay) -> tuple[Milestone, ...]:
    """The milestones set by the day asked about, by the day they are due now.

    One that is set again after it ended is another one, of the same key.

    >>> from datetime import date
    >>> from vaerebro_events import Actor, Logbook, MilestoneMoved, MilestoneSet
    >>> from vaerebro_events.projections.milestones import milestones
    >>> with Logbook.create(":memory:", actor=Actor("leader", "u-1")) as logbook:
    ...     set_ = logbook.record(MilestoneSet("m-1", date(2021, 6, 30)), on=date(2021, 1, 4))
    ...     moved = logbook.record(MilestoneMoved("m-1", date(2021, 9, 30)), on=date(2021, 6, 1))
    ...     [milestone] = milestones(logbook.replay(on=date(2021, 10, 1)))
    >>> milestone.due.isoformat(), milestone.moves, milestone.state.value
    ('2021-09-30', 1, 'overdue')
    """
    running: dict[str, Milestone] = {}
    ended: list[Milestone] = []
    for entry in replay.history:
        fact = entry.fact
        if isinstance(fact, MilestoneSet):
            start = MilestoneState.NOT_YET
            running[fact.milestone] = Milestone(
                fact.milestone, fact.activity, fact.due, fact.due, 0, None, start, (entry.position,)
            )
        elif isinstance(fact, MilestoneFact):
            milestone = _after(running[fact.milestone], entry)
            running[fact.milestone] = milestone
            if milestone.ended_on is not None:
                ended.append(running.pop(fact.milestone))
    late = (_unless_late(milestone, replay.on) for milestone in running.values())
    return tuple(sorted((*ended, *late), key=lambda each: (each.due, each.entries)))


def _after(milestone: Milestone, entry: Entry) -> Milestone:
    """A milestone after one more entry of it."""
    fact, day = entry.fact, entry.occurred_on
    told = evolve(milestone, entries=(*milestone.entries, entry.position))
    if isinstance(fact, MilestoneMoved):
        return evolve(told, due=fact.due, moves=milestone.moves + 1)
    if isinstance(fact, MilestoneReached):
        state = MilestoneState.REACHED if day <= milestone.due else MilestoneState.REACHED_LATE
        return evolve(told, ended_on=day, state=state)
    assert isinstance(fact, MilestoneDropped)
    return evolve(told, ended_on=day, state=MilestoneState.DROPPED)


def _unless_late(milestone: Milestone, on: date) -> Milestone:
    return evolve(milestone, state=MilestoneState.OVERDUE) if milestone.due < on else milestone
