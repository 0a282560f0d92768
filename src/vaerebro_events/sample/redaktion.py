"""The residents' editorial group in the sample: formed, dissolved, formed anew; and what it sent out."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from vaerebro_events.domain.partners import BodyDissolved, BodyEstablished, PieceSentOut
from vaerebro_events.sample.days import WEDNESDAY, YEARS, monthly
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.notebook import Notebook
from vaerebro_events.sample.people import People
from vaerebro_events.sample.recordings import NETWORK_WORKER, Recording
from vaerebro_events.sample.slips import Slips, did_not_come, wrong_person

ACTIVITY = "redaktion"


@frozen
class Group:
    """An editorial group: its days, and how many members."""

    name: str
    formed: date
    members: int
    dissolved: date | None = None


# The first group fell apart when its members moved away; half a year later there was a new one.
_GROUPS = (
    Group("redaktionen", date(2020, 9, 2), 6, date(2022, 8, 31)),
    Group("den-nye-redaktion", date(2023, 2, 8), 7),
)
_CHANNELS = ((date(2021, 5, 19), "skaermene"), (date(2022, 3, 2), "nyhedsbrevet"))
# One piece in 2020, which is too few; enough in the years after.
_PIECES = (
    date(2020, 11, 25),
    date(2021, 6, 16), date(2021, 9, 22), date(2021, 12, 1),
    date(2022, 4, 6), date(2022, 6, 15),
    date(2023, 4, 19), date(2023, 6, 14), date(2023, 9, 13), date(2023, 11, 22),
)  # fmt: skip
_SLIPS: Slips = {
    ("redaktionsmoede-2021", 4): (wrong_person, 14),
    ("redaktionsmoede-2023", 5): (did_not_come, 7),
}


def redaktion(seed: int, people: People) -> Iterator[Recording]:
    """Everything recorded about the editorial group, in any order."""
    book = Notebook(Dice.of(seed, ACTIVITY), ACTIVITY, NETWORK_WORKER)
    for day, channel in _CHANNELS:
        book.note(day, BodyEstablished(ACTIVITY, channel, "channel"))
    for number, day in enumerate(_PIECES, 1):
        book.note(day, PieceSentOut(ACTIVITY, f"indslag-{number:02}"))
    for group in _GROUPS:
        book.note(group.formed, BodyEstablished(ACTIVITY, group.name, "group"))
        if group.dissolved is not None:
            book.note(group.dissolved, BodyDissolved(ACTIVITY, group.name))
        _met(book, group, people.residents.mixed(book.dice, again=3, new=group.members - 3))
    return book.recordings(_SLIPS)


def _met(book: Notebook, group: Group, members: list[str]) -> None:
    """All are there when a year begins, some of them later."""
    for year in YEARS:
        days = [day for day in monthly(year, WEDNESDAY, 3, but=(7, 12)) if _there(group, day)]
        for number, day in enumerate(days, 1):
            came = members if number == 1 else book.dice.some(members, book.dice.whole(3, len(members) - 1))
            book.event(f"redaktionsmoede-{year}", number, day, how=("beboerhuset", "residents"), came=came)


def _there(group: Group, day: date) -> bool:
    return group.formed <= day and (group.dissolved is None or day <= group.dissolved)
