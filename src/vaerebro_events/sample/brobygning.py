"""Bridges to leisure activities in the sample: begun in September 2020, half a year late.

Eight families came in its first half year, since winter closed it again. Two clubs were in by New Year
and four within the first year, so its readings disagree.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from vaerebro_events.domain.attendance import FamilyAttended
from vaerebro_events.domain.meetings import MeetingCancelled, SeriesCompleted, SeriesPlanned
from vaerebro_events.domain.partners import (
    ActivityStarted,
    CooperationBegun,
    CooperationEnded,
    JointInitiativeHeld,
)
from vaerebro_events.sample.days import weekly
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.notebook import Notebook
from vaerebro_events.sample.people import People
from vaerebro_events.sample.recordings import YOUTH_WORKER, Recording
from vaerebro_events.sample.slips import Slips, wrong_day, wrong_person

ACTIVITY = "brobygning"
STARTED = date(2020, 9, 1)

# Club, first day, and last.
_CLUBS: tuple[tuple[str, date, date | None], ...] = (
    ("fodboldklubben", date(2020, 9, 8), None),
    ("svoemmeklubben", date(2020, 10, 20), date(2022, 6, 17)),
    ("badmintonklubben", date(2021, 4, 27), None),
    ("gymnastikforeningen", date(2021, 6, 15), None),
    ("spejderne", date(2022, 9, 20), None),
)
_INITIATIVES = (
    (date(2020, 10, 3), "aaben-hal-2020", ("club",)),
    (date(2021, 9, 11), "foreningsdag-2021", ("club", "school")),
    (date(2022, 9, 10), "foreningsdag-2022", ("club", "school")),
    (date(2023, 9, 9), "foreningsdag-2023", ("club", "school", "other")),
)


@frozen
class Introduction:
    """A season of introductions to sports: its first day, how many meet, and how many times it did."""

    series: str
    first_day: date
    families: int
    held: int = 6
    again: int = 4


_MEETINGS = 6
_INTRODUCTIONS = (
    Introduction("sportsintro-2020", date(2020, 9, 16), 8, again=5),
    Introduction("sportsintro-2021", date(2021, 9, 8), 12),
    Introduction("sportsintro-2022", date(2022, 9, 7), 13),
    Introduction("sportsintro-2023", date(2023, 9, 6), 11, held=5),
)
# Holiday activities: their first day, how many days, and how many families.
_HOLIDAYS = (
    (date(2021, 6, 28), 4, 14), (date(2021, 10, 18), 3, 11),
    (date(2022, 2, 14), 3, 10), (date(2022, 6, 27), 4, 16), (date(2022, 10, 17), 3, 12),
    (date(2023, 2, 13), 3, 12), (date(2023, 6, 26), 4, 17), (date(2023, 10, 16), 3, 9),
)  # fmt: skip
_SLIPS: Final[Slips] = {
    ("sportsintro-2021", 4): (wrong_person, 9),
    ("sportsintro-2022", 3): (wrong_day, 5),
}
_LATE: Final[Mapping[tuple[str, int], date]] = {("ferie-2022-06", 3): date(2022, 10, 3)}


def brobygning(seed: int, people: People) -> Iterator[Recording]:
    """Everything recorded about bridges to leisure activities, in any order."""
    book = Notebook(Dice.of(seed, ACTIVITY), ACTIVITY, YOUTH_WORKER, FamilyAttended, late=_LATE)
    book.note(STARTED, ActivityStarted(ACTIVITY), told=STARTED)
    for club, first, last in _CLUBS:
        book.note(first, CooperationBegun(ACTIVITY, club, "club"))
        if last is not None:
            book.note(last, CooperationEnded(ACTIVITY, club))
    for day, initiative, partners in _INITIATIVES:
        book.note(day, *(JointInitiativeHeld(ACTIVITY, initiative, partner) for partner in partners))
    for introduction in _INTRODUCTIONS:
        _introduced(book, people, introduction)
    for first, days, families in _HOLIDAYS:
        _on_holiday(book, people, first, days, families)
    return book.recordings(_SLIPS)


def _introduced(book: Notebook, people: People, introduction: Introduction) -> None:
    """All come the first time, and most of them again."""
    series, days = introduction.series, list(weekly(introduction.first_day, _MEETINGS))
    plan = SeriesPlanned(ACTIVITY, series, _MEETINGS, days[0], days[-1], "families")
    book.note(days[0] - timedelta(days=13), plan)
    new = introduction.families - introduction.again
    families = people.families.mixed(book.dice, again=introduction.again, new=new)
    for number, day in enumerate(days, 1):
        if number > introduction.held:
            book.note(day, MeetingCancelled(ACTIVITY, series, number))
            continue
        came = families if number == 1 else book.dice.some(families, len(families) - book.dice.whole(1, 4))
        book.meeting(series, number, day, came, (2 * len(came) + book.dice.whole(1, 6), 0))
    if introduction.held == _MEETINGS:
        book.note(days[-1], SeriesCompleted(ACTIVITY, series))


def _on_holiday(book: Notebook, people: People, first: date, days: int, number: int) -> None:
    families = people.families.mixed(book.dice, again=number - 3, new=3)
    for day in range(days):
        came = book.dice.some(families, len(families) - book.dice.whole(0, 5))
        heads = 2 * len(came) + book.dice.whole(0, 8)
        on = first + timedelta(days=day)
        book.event(
            f"ferie-{first:%Y-%m}", day + 1, on, how=("outdoors", "staff"), came=came, heads=(heads, 0)
        )
