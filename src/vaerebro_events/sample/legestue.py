"""The playgroup in the sample: two courses of eight weeks a year, each for a group of its own.

2020: the spring's was broken off. 2021: both had pairs enough, but on a rainy day in each too few came,
so the readings disagree. 2022: enough every time, and a ninth week in spring, since the group wanted it.
2023: the autumn's never had five pairs.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from vaerebro_events.domain.attendance import FamilyAttended
from vaerebro_events.domain.meetings import MeetingCancelled, SeriesCompleted, SeriesPlanned
from vaerebro_events.sample.days import weekly
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.notebook import Notebook
from vaerebro_events.sample.people import People
from vaerebro_events.sample.recordings import FAMILY_WORKER, Recording
from vaerebro_events.sample.slips import Slips, wrong_figure, wrong_person

ACTIVITY = "legestue"
WEEKS = 8
ENOUGH, TOO_FEW = 5, 4  # pairs of parent and child


@frozen
class Course:
    """A course: for whom, when, how many pairs, how many weeks were held, and in which too few came."""

    series: str
    group: str
    first_day: date
    pairs: int
    held: int = WEEKS
    thin: tuple[int, ...] = ()


_COURSES = (
    Course("2020-forår", "awaiting-day-care", date(2020, 2, 18), 7, held=4),
    Course("2020-efterår", "language", date(2020, 9, 1), 7),
    Course("2021-forår", "newly-arrived", date(2021, 4, 13), 8, thin=(5,)),
    Course("2021-efterår", "fathers", date(2021, 9, 7), 7, thin=(3, 7)),
    Course("2022-forår", "awaiting-day-care", date(2022, 3, 1), 8, held=9),
    Course("2022-efterår", "language", date(2022, 9, 6), 9),
    Course("2023-forår", "newly-arrived", date(2023, 2, 21), 7),
    Course("2023-efterår", "fathers", date(2023, 9, 5), TOO_FEW),
)
# Somebody counted pairs for heads, and nobody has mended it.
_MISCOUNTED = ("2023-forår", 6)
_SLIPS: Final[Slips] = {
    ("2020-efterår", 6): (wrong_person, 7),
    ("2022-forår", 5): (wrong_figure, 7),
    ("2022-efterår", 4): (wrong_person, 21),
}
_LATE: Final[Mapping[tuple[str, int], date]] = {("2021-forår", 8): date(2021, 8, 16)}


def legestue(seed: int, people: People) -> Iterator[Recording]:
    """Everything recorded about the playgroup, in any order."""
    book = Notebook(Dice.of(seed, ACTIVITY), ACTIVITY, FAMILY_WORKER, FamilyAttended, late=_LATE)
    for course in _COURSES:
        _course(book, course, people.families.mixed(book.dice, again=2, new=course.pairs - 2))
    return book.recordings(_SLIPS)


def _course(book: Notebook, course: Course, pairs: list[str]) -> None:
    series, days = course.series, list(weekly(course.first_day, max(course.held, WEEKS)))
    plan = SeriesPlanned(ACTIVITY, series, WEEKS, days[0], days[WEEKS - 1], course.group)
    book.note(days[0] - timedelta(days=14), plan)
    for number, day in enumerate(days, 1):
        if number > course.held:
            book.note(day, MeetingCancelled(ACTIVITY, series, number))
            continue
        came = pairs if number == 1 else book.dice.some(pairs, _many(book.dice, course, number))
        heads = len(came) // 2 if (series, number) == _MISCOUNTED else 2 * len(came)
        book.meeting(series, number, day, came, (heads + book.dice.whole(0, 2), 0))
    if course.held >= WEEKS:
        book.note(days[-1], SeriesCompleted(ACTIVITY, series))


def _many(dice: Dice, course: Course, number: int) -> int:
    """How many pairs come to a meeting: never all, so that the regulars can be told from the others."""
    if number in course.thin or course.pairs <= TOO_FEW:
        return dice.whole(TOO_FEW - 1, TOO_FEW)
    return dice.whole(ENOUGH, course.pairs - 1)
