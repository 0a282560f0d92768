"""Volunteers in the sample: some twenty of them, their contact with the staff, what they do in Beboerhuset.

In December 2020 they are counted for the baseline. 2021 stays below the growth asked for, 2022 passes
it, and in 2023 it holds though two have drifted away. Their activities in the house miss theirs by a
hair in 2021, when the house was closed until Easter.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from attrs import define, field

from vaerebro_events.domain.partners import BodyEstablished
from vaerebro_events.domain.volunteering import VolunteerContacted, VolunteerRecruited, VolunteerStopped
from vaerebro_events.sample.days import FRIDAY, MONDAY, WEDNESDAY, YEARS, evenly, every, monthly
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.notebook import Notebook
from vaerebro_events.sample.people import People, without
from vaerebro_events.sample.recordings import NETWORK_WORKER, Recording
from vaerebro_events.sample.slips import Slips, did_not_come, wrong_figure, wrong_person

ACTIVITY = "frivillige"
IN_THE_HOUSE = ("beboerhuset", "volunteers")

# The day, how many begin and how many stop. 20 at the end of 2020, then 21, 25 and 24 in contact.
_COMING_AND_GOING = (
    (date(2020, 1, 20), 14, 0),
    (date(2020, 2, 17), 4, 0),
    (date(2020, 6, 29), 0, 2),
    (date(2020, 9, 14), 5, 0),
    (date(2020, 10, 26), 0, 1),
    (date(2021, 9, 6), 3, 0),
    (date(2021, 10, 4), 0, 1),
    (date(2021, 11, 29), 0, 1),
    (date(2022, 3, 7), 4, 0),
    (date(2022, 5, 30), 0, 2),
    (date(2022, 9, 12), 3, 0),
    (date(2022, 10, 31), 0, 1),
    (date(2023, 2, 6), 3, 0),
    (date(2023, 5, 22), 0, 3),
    (date(2023, 9, 11), 2, 0),
    (date(2023, 10, 30), 0, 1),
)
# Whoever stopped in November 2021 said so to nobody until January.
_TOLD: Final[Mapping[date, date]] = {date(2021, 11, 29): date(2022, 1, 24)}
# Among those who begin is one who had stopped before.
_ONE_COMES_BACK = date(2023, 2, 6)
# All are spoken to: rung up in the lockdowns, thanked at a dinner in the other years.
_ROUNDS = (
    date(2020, 4, 6), date(2020, 12, 7), date(2021, 1, 25),
    date(2021, 12, 6), date(2022, 11, 21), date(2023, 12, 4),
)  # fmt: skip
_DRIFTING = 2
_DRIFT_FROM = date(2022, 12, 1)
_CONTACTS = ("contact", "contact", "sparring", "sparring", "training")

_HOUSE_ACTIVITIES: Final[Mapping[int, int]] = {2020: 13, 2021: 14, 2022: 22, 2023: 20}
_SLIPS: Final[Slips] = {
    ("syvaerksted-2021", 7): (wrong_person, 6),
    ("faellesspisning-2022", 4): (wrong_figure, 3),
    ("syvaerksted-2022", 11): (did_not_come, 5),
    ("syvaerksted-2023", 9): (wrong_person, 41),
}
_LATE: Final[Mapping[tuple[str, int], date]] = {("syvaerksted-2022", 5): date(2022, 9, 5)}


@define
class Volunteers:
    """Who volunteers at a time, who has stopped, and who drifts away without a word."""

    now: list[str] = field(factory=list[str])
    stopped: list[str] = field(factory=list[str])
    drifting: list[str] = field(factory=list[str])


def frivillige(seed: int, people: People) -> Iterator[Recording]:
    """Everything recorded about the volunteers, in any order."""
    book = Notebook(Dice.of(seed, ACTIVITY), ACTIVITY, NETWORK_WORKER, late=_LATE)
    _followed(book, people, Volunteers())
    for year in YEARS:
        _house(book, people, year)
    day = date(2021, 9, 20)
    book.note(day, BodyEstablished(ACTIVITY, "husudvalget", "committee"))
    return book.recordings(_SLIPS)


def _followed(book: Notebook, people: People, volunteers: Volunteers) -> None:
    """The years as they go: comings and goings, monthly meetings, and rounds to all."""
    changes = {day: (begin, stop) for day, begin, stop in _COMING_AND_GOING}
    # The meeting of the Monday on which somebody begins or stops is left out: all went to that.
    meetings = {day for year in YEARS for day in monthly(year, MONDAY, 2, but=(7, 12))} - set(changes)
    meetings = {day for day in meetings if day > _COMING_AND_GOING[0][0]}
    for day in sorted((*changes, *meetings, *_ROUNDS)):
        if day >= _DRIFT_FROM and not volunteers.drifting:
            volunteers.drifting = book.dice.some(volunteers.now, _DRIFTING)
        if day in changes:
            _came_and_went(book, people, volunteers, day, changes[day])
        else:
            _contacted(book, volunteers, day)


def _came_and_went(
    book: Notebook, people: People, volunteers: Volunteers, day: date, change: tuple[int, int]
) -> None:
    begin, stop = change
    back = book.dice.some(volunteers.stopped, 1) if day == _ONE_COMES_BACK else []
    begins = [*back, *people.residents.new(begin - len(back))]
    stops = book.dice.some(without(volunteers.now, volunteers.drifting), stop)
    facts = (
        *(VolunteerRecruited(ACTIVITY, who) for who in begins),
        *(VolunteerStopped(ACTIVITY, who) for who in stops),
    )
    book.note(day, *facts, told=_TOLD.get(day))
    volunteers.stopped = without([*volunteers.stopped, *stops], back)
    volunteers.now = without([*volunteers.now, *begins], stops)


def _contacted(book: Notebook, volunteers: Volunteers, day: date) -> None:
    there = without(volunteers.now, volunteers.drifting)
    if day not in _ROUNDS:
        there = book.dice.some(there, len(there) * book.dice.whole(30, 60) // 100)
    facts = [VolunteerContacted(ACTIVITY, who, book.dice.one(_CONTACTS)) for who in there]
    book.note(day, *facts)


def _house(book: Notebook, people: People, year: int) -> None:
    """Communal dinners on Fridays, and a sewing workshop on Wednesdays, as many as the year had."""
    dinners = list(monthly(year, FRIDAY, 4, but=(7, 12)))
    for number, day in enumerate(dinners, 1):
        guests = book.dice.whole(38, 72)
        heads = (guests, guests // 9)
        book.event(f"faellesspisning-{year}", number, day, how=IN_THE_HOUSE, heads=heads)
    wednesdays = list(every(_first_wednesday(year), date(year, 11, 25), 7))
    circle = people.residents.mixed(book.dice, again=6, new=4)
    for number, day in enumerate(evenly(wednesdays, _HOUSE_ACTIVITIES[year] - len(dinners)), 1):
        came = book.dice.some(circle, book.dice.whole(4, 7))
        heads = (len(came) + book.dice.whole(0, 3), 1)
        book.event(f"syvaerksted-{year}", number, day, how=IN_THE_HOUSE, came=came, heads=heads)


def _first_wednesday(year: int) -> date:
    """The first Wednesday after the holidays."""
    day = date(year, 1, 8)
    return day + timedelta(days=(WEDNESDAY - day.weekday()) % 7)
