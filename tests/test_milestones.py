"""Milestones: set, moved, reached or dropped, against the day they are due."""

from datetime import date

from given import AFTERWARDS, JOBS
from given_governance import LAST, replay_of
from vaerebro_events import Draft, MilestoneDropped, MilestoneMoved, MilestoneReached, MilestoneSet
from vaerebro_events.projections.milestones import Milestone, MilestoneState, milestones

DUE = date(2021, 6, 30)
set_ = Draft(MilestoneSet("m-1", DUE, JOBS), date(2021, 1, 4))
moved = Draft(MilestoneMoved("m-1", date(2021, 9, 30)), date(2021, 6, 1))


def reached(on: date) -> Draft:
    return Draft(MilestoneReached("m-1"), on)


def state_of(*drafts: Draft, on: date = LAST) -> str:
    [milestone] = milestones(replay_of(drafts, on=on))
    return milestone.state.value


def test_a_milestone_is_late_when_its_day_has_gone() -> None:
    assert "not-yet" == state_of(set_, on=DUE)
    assert "overdue" == state_of(set_, on=date(2021, 7, 1))
    assert "overdue" == state_of(set_, on=AFTERWARDS)


def test_a_milestone_is_reached_in_time_or_late() -> None:
    assert "reached" == state_of(set_, reached(DUE))
    assert "reached-late" == state_of(set_, reached(date(2021, 7, 1)))
    # It was reached, but that was not so yet.
    assert "overdue" == state_of(set_, reached(date(2021, 7, 2)), on=date(2021, 7, 1))


def test_a_moved_milestone_is_held_against_its_new_day() -> None:
    assert "not-yet" == state_of(set_, moved, on=date(2021, 9, 30))
    assert "overdue" == state_of(set_, moved, on=date(2021, 10, 1))
    assert "reached" == state_of(set_, moved, reached(date(2021, 9, 30)))
    # What is moved later in the year has not moved yet.
    assert "not-yet" == state_of(set_, moved, on=date(2021, 5, 31))


def test_a_milestone_that_moved_keeps_the_day_first_set() -> None:
    again = Draft(MilestoneMoved("m-1", date(2021, 12, 31)), date(2021, 9, 1))

    [milestone] = milestones(replay_of([set_, moved, again, reached(date(2021, 12, 1))], on=LAST))

    assert (
        Milestone(
            "m-1",
            JOBS,
            first_due=DUE,
            due=date(2021, 12, 31),
            moves=2,
            ended_on=date(2021, 12, 1),
            state=MilestoneState.REACHED,
            entries=(2, 3, 4, 5),
        )
        == milestone
    )


def test_a_milestone_that_is_given_up_is_not_late() -> None:
    dropped = Draft(MilestoneDropped("m-1"), date(2021, 12, 1))

    [milestone] = milestones(replay_of([set_, dropped], on=LAST))

    assert ("dropped", date(2021, 12, 1)) == (milestone.state.value, milestone.ended_on)


def test_a_milestone_set_again_is_another_one() -> None:
    again = Draft(MilestoneSet("m-1", date(2022, 6, 30)), date(2022, 1, 4))

    found = milestones(replay_of([set_, reached(DUE), again], on=date(2022, 3, 1)))

    assert [("reached", JOBS, (2, 3)), ("not-yet", None, (4,))] == [
        (each.state.value, each.activity, each.entries) for each in found
    ]


def test_milestones_come_by_the_day_they_are_due() -> None:
    first = Draft(MilestoneSet("m-2", date(2021, 6, 29)), date(2021, 1, 5))
    of_the_same_day = Draft(MilestoneSet("m-0", DUE), date(2021, 1, 5))

    found = milestones(replay_of([set_, first, of_the_same_day], on=LAST))

    assert ["m-2", "m-1", "m-0"] == [each.key for each in found]


def test_before_they_are_set_or_known_there_are_none() -> None:
    assert () == milestones(replay_of([set_], on=date(2021, 1, 3)))
    assert () == milestones(replay_of([set_], on=LAST, known=1))
