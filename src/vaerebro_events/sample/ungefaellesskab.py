"""Active youth communities in the sample: a course a year, and events by the youths for others.

2020: a course broken off and one event, after which nobody was asked. 2021 has what is asked for. In
2022 fewer than half found the events good; in 2023 the course was one short.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from vaerebro_events.domain.attendance import YouthAttended
from vaerebro_events.domain.entry import Draft
from vaerebro_events.domain.indicators import SurveyAnswered
from vaerebro_events.domain.meetings import MeetingCancelled, SeriesCompleted, SeriesPlanned
from vaerebro_events.sample.days import weekly
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.notebook import Notebook
from vaerebro_events.sample.people import People
from vaerebro_events.sample.recordings import YOUTH_WORKER, Recording, at_work, report
from vaerebro_events.sample.slips import Slips, did_not_come, wrong_figure, wrong_person

ACTIVITY = "ungefaellesskab"
INDICATOR = "ungefaellesskab-positive"
_MEETINGS = 8


@frozen
class Course:
    """A course: its first day, how many youths, and how many of its meetings were held."""

    series: str
    first_day: date
    youths: int
    held: int = _MEETINGS


_COURSES = (
    Course("medborgerskab-2020", date(2020, 10, 20), 6, held=6),
    Course("medborgerskab-2021", date(2021, 8, 31), 8),
    Course("medborgerskab-2022", date(2022, 3, 1), 9),
    Course("medborgerskab-2023", date(2023, 8, 29), 7),
)
_EVENTS = (
    date(2020, 9, 12),
    date(2021, 9, 25), date(2021, 11, 27),
    date(2022, 5, 21), date(2022, 8, 27), date(2022, 11, 19),
    date(2023, 4, 29), date(2023, 9, 23), date(2023, 11, 18),
)  # fmt: skip
# The day a survey is about, the day it was told, how many answered, and how many positively.
_SURVEYS = (
    (date(2021, 9, 25), date(2021, 10, 4), 21, 16),
    (date(2021, 11, 27), date(2021, 12, 13), 17, 12),
    (date(2022, 8, 27), date(2022, 9, 5), 24, 11),
    (date(2022, 11, 19), date(2022, 11, 28), 16, 7),
    (date(2023, 9, 23), date(2023, 10, 9), 26, 19),
    (date(2023, 11, 18), date(2024, 1, 9), 19, 15),
)
_SLIPS: Final[Slips] = {
    ("medborgerskab-2021", 5): (wrong_person, 7),
    ("medborgerskab-2022", 4): (did_not_come, 3),
    ("arrangement-2023", 1): (wrong_figure, 4),
}
_LATE: Final[Mapping[tuple[str, int], date]] = {("medborgerskab-2021", 7): date(2021, 11, 8)}


def ungefaellesskab(seed: int, people: People) -> Iterator[Recording]:
    """Everything recorded about youth communities, in any order."""
    book = Notebook(Dice.of(seed, ACTIVITY), ACTIVITY, YOUTH_WORKER, YouthAttended, late=_LATE)
    groups = {course.first_day.year: _course(book, people, course) for course in _COURSES}
    numbers: dict[int, int] = {}
    for day in _EVENTS:
        number = numbers[day.year] = numbers.get(day.year, 0) + 1
        _event(book, day, number, groups[day.year])
    for on, told, answered, positive in _SURVEYS:
        asked = answered + book.dice.whole(3, 14)
        fact = SurveyAnswered(INDICATOR, asked, answered, positive)
        draft = Draft(fact, on, evidence=(report(INDICATOR, on, seed),))
        book.write(Recording(at_work(book.dice, told), book.by, (draft,)))
    return book.recordings(_SLIPS)


def _course(book: Notebook, people: People, course: Course) -> list[str]:
    """All are there the first time. Gives the youths of the course."""
    series, days = course.series, list(weekly(course.first_day, _MEETINGS))
    plan = SeriesPlanned(ACTIVITY, series, _MEETINGS, days[0], days[-1], "youths-17-25")
    book.note(days[0] - timedelta(days=20), plan)
    youths = people.youths.mixed(book.dice, again=2, new=course.youths - 2)
    for number, day in enumerate(days, 1):
        if number > course.held:
            book.note(day, MeetingCancelled(ACTIVITY, series, number))
            continue
        came = youths if number == 1 else book.dice.some(youths, len(youths) - book.dice.whole(1, 3))
        book.meeting(series, number, day, came)
    if course.held == _MEETINGS:
        book.note(days[-1], SeriesCompleted(ACTIVITY, series))
    return youths


def _event(book: Notebook, day: date, number: int, youths: list[str]) -> None:
    """Some of the youths run it; other residents are counted, a few known by an alias."""
    came = book.dice.some(youths, book.dice.whole(3, 5))
    heads = len(came) + book.dice.whole(22, 60)
    aliases = book.dice.whole(0, 4)
    place = "outdoors" if day.month in range(5, 10) else "beboerhuset"
    book.event(
        f"arrangement-{day.year}",
        number,
        day,
        how=(place, "youths"),
        came=came,
        heads=(heads, 0),
        aliases=aliases,
    )
