"""Active mothers and fathers in the sample: a course for each a year, bydelsmødre, and their networks.

2020: a small course for mothers, and one for fathers that winter broke off. 2021 has all that is asked
for, 2022 a father too few, and in 2023 too few have begun as bydelsmødre by New Year.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from vaerebro_events.domain.attendance import ResidentCompleted
from vaerebro_events.domain.meetings import MeetingCancelled, SeriesCompleted, SeriesPlanned
from vaerebro_events.domain.networks import NetworkFormed, ResidentJoined
from vaerebro_events.domain.volunteering import BydelsmorBegan, BydelsmorStopped
from vaerebro_events.sample.days import weekly
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.notebook import Notebook
from vaerebro_events.sample.people import People
from vaerebro_events.sample.recordings import FAMILY_WORKER, Recording
from vaerebro_events.sample.slips import Slips, did_not_come, wrong_day, wrong_person

ACTIVITY = "moedre-faedre"


@frozen
class Course:
    """A course: for whom, when, how many take part and complete, and how many act as bydelsmødre when."""

    series: str
    group: str
    first_day: date
    meetings: int
    members: int
    complete: int
    held: int | None = None
    act: tuple[tuple[date, int], ...] = ()
    stop: date | None = None


_COURSES = (
    Course("moedre-2020", "mothers", date(2020, 8, 19), 10, 9, 7, act=((date(2020, 11, 30), 4),)),
    Course("faedre-2020", "fathers", date(2020, 11, 3), 6, 4, 0, held=5),
    Course(
        "moedre-2021",
        "mothers",
        date(2021, 4, 14),
        10,
        11,
        9,
        act=((date(2021, 9, 1), 4), (date(2021, 11, 3), 2)),
        stop=date(2022, 9, 30),
    ),
    Course("faedre-2021", "fathers", date(2021, 9, 14), 6, 6, 5),
    Course(
        "moedre-2022",
        "mothers",
        date(2022, 4, 20),
        10,
        12,
        8,
        act=((date(2022, 9, 14), 3), (date(2022, 12, 7), 2)),
        stop=date(2023, 8, 31),
    ),
    Course("faedre-2022", "fathers", date(2022, 9, 13), 6, 5, 4),
    Course("moedre-2023", "mothers", date(2023, 8, 23), 10, 10, 7, act=((date(2023, 11, 29), 3),)),
    Course("faedre-2023", "fathers", date(2023, 4, 18), 6, 7, 6),
)

# A network, the course its members come from, its first day, and the days on which it did something.
_NETWORKS = (
    (
        "moedrenetvaerket",
        "moedre-2021",
        date(2022, 1, 26),
        (
            date(2022, 3, 9), date(2022, 5, 18), date(2022, 9, 28), date(2022, 11, 9),
            date(2023, 2, 1), date(2023, 3, 29), date(2023, 5, 31), date(2023, 9, 27), date(2023, 11, 15),
        ),
    ),
    ("faedrenetvaerket", "faedre-2023", date(2023, 6, 13), (date(2023, 8, 26), date(2023, 10, 28))),
)  # fmt: skip
_SLIPS: Final[Slips] = {
    ("moedre-2020", 6): (wrong_person, 7),
    ("faedre-2021", 4): (wrong_day, 6),
    ("moedre-2022", 7): (did_not_come, 13),
    ("moedre-2023", 5): (wrong_person, 5),
}
_LATE: Final[Mapping[tuple[str, int], date]] = {
    ("moedre-2021", 9): date(2021, 8, 10),
    ("moedre-2022", 8): date(2022, 8, 10),
}


def moedre_faedre(seed: int, people: People) -> Iterator[Recording]:
    """Everything recorded about mothers and fathers, in any order."""
    book = Notebook(Dice.of(seed, ACTIVITY), ACTIVITY, FAMILY_WORKER, late=_LATE)
    members = {course.series: _course(book, people, course) for course in _COURSES}
    for name, series, formed, days in _NETWORKS:
        _network(book, name, formed, days, members[series])
    return book.recordings(_SLIPS)


def _course(book: Notebook, people: People, course: Course) -> list[str]:
    """All come the first time, most of them again. Gives those who took part."""
    series, days = course.series, list(weekly(course.first_day, course.meetings))
    held = course.held or course.meetings
    plan = SeriesPlanned(ACTIVITY, series, course.meetings, days[0], days[-1], course.group)
    book.note(days[0] - timedelta(days=27), plan)
    members = people.residents.new(course.members)
    for number, day in enumerate(days, 1):
        if number > held:
            book.note(day, MeetingCancelled(ACTIVITY, series, number))
            continue
        came = members if number == 1 else book.dice.some(members, len(members) - book.dice.whole(1, 3))
        book.meeting(series, number, day, came)
    if held == course.meetings:
        _completed(book, course, days[-1], book.dice.some(members, course.complete))
    return members


def _completed(book: Notebook, course: Course, day: date, complete: list[str]) -> None:
    """The last day of a course, and those who went on as bydelsmødre; one of them stops later."""
    completions = (ResidentCompleted(ACTIVITY, course.series, who) for who in complete)
    book.note(day, *completions, SeriesCompleted(ACTIVITY, course.series))
    first, left = complete[0], complete
    for began, number in course.act:
        acting, left = left[:number], left[number:]
        book.note(began, *(BydelsmorBegan(ACTIVITY, who) for who in acting))
    if course.stop is not None:
        book.note(course.stop, BydelsmorStopped(ACTIVITY, first))


def _network(book: Notebook, name: str, formed: date, days: tuple[date, ...], those: list[str]) -> None:
    members = book.dice.some(those, 6)
    book.note(
        formed,
        NetworkFormed(ACTIVITY, name, inclusive=True),
        *(ResidentJoined(ACTIVITY, name, who) for who in members),
    )
    numbers: dict[int, int] = {}
    for day in days:
        number = numbers[day.year] = numbers.get(day.year, 0) + 1
        came = book.dice.some(members, book.dice.whole(4, 6))
        heads = len(came) + book.dice.whole(6, 16)
        book.network_event(name, number, day, "beboerhuset", came=came, heads=(heads, 0))
