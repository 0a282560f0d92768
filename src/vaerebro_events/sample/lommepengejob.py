"""Lommepengejob as the staff of the sample record it: two courses a year, parents met, guidance given."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from attrs import frozen

from vaerebro_events.domain.amendments import Reason
from vaerebro_events.domain.entry import Draft
from vaerebro_events.domain.jobs import (
    GuidanceGiven,
    LommepengejobAbandoned,
    LommepengejobCompleted,
    LommepengejobStarted,
    ParentsMet,
)
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.people import numbered
from vaerebro_events.sample.recordings import YOUTH_WORKER, Mending, Recording, at_work, days_after
from vaerebro_events.sample.slips import noted

ACTIVITY = "lommepengejob"

_PARENTS_MET = 70  # of 100 youths
_RETURNING = 2  # youths of a course who were in one the year before


@frozen
class LateTold:
    """What was written down late about a course's last days: completions, and that one was none."""

    completed: int
    on: date
    told: date
    false_mended: date


@frozen
class Course:
    """A course: its days, how many start and how many of them leave early."""

    first_day: date
    last_day: date
    starts: int
    leaves: int
    late: LateTold | None = None


# Completed: 19 in 2020, which just misses the goal; 21 in 2021, of which New Year's Eve knows too few;
# 24 in 2022; 20 in 2023, which just reaches it.
COURSES = (
    Course(date(2020, 5, 18), date(2020, 8, 14), 11, 2),
    Course(date(2020, 8, 31), date(2020, 12, 4), 12, 2),
    Course(date(2021, 3, 22), date(2021, 6, 18), 12, 1),
    Course(
        date(2021, 8, 30),
        date(2021, 12, 17),
        13,
        3,
        LateTold(4, on=date(2021, 12, 21), told=date(2022, 1, 10), false_mended=date(2022, 1, 25)),
    ),
    Course(date(2022, 3, 14), date(2022, 6, 17), 13, 1),
    Course(date(2022, 8, 29), date(2022, 12, 9), 14, 2),
    Course(date(2023, 3, 13), date(2023, 6, 16), 12, 1),
    Course(date(2023, 8, 28), date(2023, 12, 8), 10, 1),
)


@frozen
class Place:
    """A youth's lommepengejob in a course."""

    youth: str
    job: str
    began: date

    def started(self) -> Draft:
        """The start."""
        return Draft(LommepengejobStarted(ACTIVITY, self.youth, self.job), self.began)

    def completed(self, day: date) -> Draft:
        """The completion."""
        return Draft(LommepengejobCompleted(ACTIVITY, self.youth, self.job), day)

    def abandoned(self, day: date) -> Draft:
        """The end before time."""
        return Draft(LommepengejobAbandoned(ACTIVITY, self.youth, self.job), day)


@frozen
class Completion:
    """Who completed a course, and when."""

    youth: str
    day: date


def lommepengejob(dice: Dice, youths: Iterator[str]) -> tuple[list[Recording], list[Completion]]:
    """Everything recorded about lommepengejob, in any order, and who completed a course."""
    jobs = numbered("l")
    recordings: list[Recording] = []
    completions: list[Completion] = []
    for course in COURSES:
        year_before = [one.youth for one in completions if one.day.year == course.first_day.year - 1]
        back = [youth for youth in year_before if _not_since(youth, completions, course)]
        known = dice.some(back, _RETURNING)
        new = [next(youths) for _ in range(course.starts - len(known))]
        places = [
            Place(youth, next(jobs), _began(course, number)) for number, youth in enumerate((*new, *known), 1)
        ]
        recordings.extend(_started(dice, places))
        recordings.extend(_followed(dice, course, places))
        recordings.extend(_ended(dice, course, places))
        completions.extend(Completion(place.youth, course.last_day) for place in places[course.leaves :])
    return recordings, completions


def _not_since(youth: str, completions: Sequence[Completion], course: Course) -> bool:
    return all(one.day.year < course.first_day.year for one in completions if one.youth == youth)


def _began(course: Course, number: int) -> date:
    """Most start on the first day, every sixth a week later."""
    return course.first_day + timedelta(days=0 if number % 6 else 7)


def _started(dice: Dice, places: Sequence[Place]) -> Iterator[Recording]:
    for day in sorted({place.began for place in places}):
        drafts = [place.started() for place in places if place.began == day]
        yield Recording(at_work(dice, day), YOUTH_WORKER, drafts)


def _followed(dice: Dice, course: Course, places: Sequence[Place]) -> Iterator[Recording]:
    days = (course.last_day - course.first_day).days
    for place in places:
        if dice.chance(_PARENTS_MET):
            day = days_after(place.began, dice.whole(1, 25))
            yield from noted(dice, Draft(ParentsMet(ACTIVITY, place.youth), day), YOUTH_WORKER)
        for about in ("getting", "getting", "keeping")[: dice.whole(0, 3)]:
            day = days_after(place.began, dice.whole(10, days - 10))
            yield from noted(dice, Draft(GuidanceGiven(ACTIVITY, place.youth, about), day), YOUTH_WORKER)


def _ended(dice: Dice, course: Course, places: Sequence[Place]) -> Iterator[Recording]:
    leave, complete = places[: course.leaves], places[course.leaves :]
    if course.late is not None:
        yield from _told_late(dice, course.last_day, course.late, leave[0], complete)
        leave, complete = leave[1:], complete[course.late.completed :]
    for place in leave:
        day = days_after(place.began, dice.whole(14, 45))
        yield Recording(
            at_work(dice, days_after(day, dice.whole(0, 5))), YOUTH_WORKER, (place.abandoned(day),)
        )
    drafts = [place.completed(course.last_day) for place in complete]
    yield Recording(at_work(dice, course.last_day), YOUTH_WORKER, drafts)


def _told_late(
    dice: Dice, last_day: date, late: LateTold, left: Place, complete: Sequence[Place]
) -> Iterator[Recording]:
    """One was said to have completed and had left; others completed and nobody wrote it down in time."""
    false = left.completed(last_day)
    yield Recording(at_work(dice, last_day), YOUTH_WORKER, (false,))
    told = [place.completed(late.on) for place in complete[: late.completed]]
    yield Recording(at_work(dice, late.told), YOUTH_WORKER, told)
    gone = left.abandoned(last_day - timedelta(days=9))
    mending = Mending(false, Reason.DID_NOT_HAPPEN)
    yield Recording(at_work(dice, late.false_mended), YOUTH_WORKER, (mending, gone))
