"""Entrepreneurship in the sample: a working group, contacts to enterprises, and workshops for residents.

The working group was set up in time and written down after New Year. It was dissolved when its work was
done. Contacts pass the goal in the last year; residents come in numbers from 2022 on.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from vaerebro_events.domain.partners import (
    BodyDissolved,
    BodyEstablished,
    CooperationBegun,
    CooperationEnded,
)
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.notebook import Notebook
from vaerebro_events.sample.people import People
from vaerebro_events.sample.recordings import LEADER, Recording
from vaerebro_events.sample.slips import Slips, wrong_person

ACTIVITY = "ivaerksaetteri"
_GROUP = "arbejdsgruppen"
_FORMED, _FORMED_TOLD, _DISSOLVED = date(2020, 11, 25), date(2021, 1, 13), date(2022, 6, 30)

# Enterprises, the day each came in, and the day one left.
_ENTERPRISES: tuple[tuple[str, date, date | None], ...] = (
    ("virksomhed-1", date(2021, 3, 16), None),
    ("virksomhed-2", date(2021, 10, 7), date(2022, 11, 30)),
    ("virksomhed-3", date(2022, 2, 22), None),
    ("virksomhed-4", date(2022, 9, 1), None),
    ("virksomhed-5", date(2023, 1, 24), None),
    ("virksomhed-6", date(2023, 8, 29), None),
)
# A year's evenings, and how many residents took part in them.
_WORKSHOPS = (
    ((date(2021, 10, 26), date(2021, 11, 23)), 6),
    ((date(2022, 3, 22), date(2022, 4, 19), date(2022, 5, 24), date(2022, 9, 20), date(2022, 10, 25)), 12),
    ((date(2023, 2, 21), date(2023, 3, 21), date(2023, 4, 18), date(2023, 9, 19), date(2023, 11, 7)), 14),
)
_SLIPS: Final[Slips] = {("vaerksted-2022", 4): (wrong_person, 8)}


def ivaerksaetteri(seed: int, people: People) -> Iterator[Recording]:
    """Everything recorded about entrepreneurship, in any order."""
    book = Notebook(Dice.of(seed, ACTIVITY), ACTIVITY, LEADER)
    book.note(_FORMED, BodyEstablished(ACTIVITY, _GROUP, "working-group"), told=_FORMED_TOLD)
    book.note(_DISSOLVED, BodyDissolved(ACTIVITY, _GROUP))
    for enterprise, first, last in _ENTERPRISES:
        book.note(first, CooperationBegun(ACTIVITY, enterprise, "enterprise"))
        if last is not None:
            book.note(last, CooperationEnded(ACTIVITY, enterprise))
    for days, residents in _WORKSHOPS:
        _workshops(book, days, people.residents.mixed(book.dice, again=4, new=residents - 4))
    return book.recordings(_SLIPS)


def _workshops(book: Notebook, days: tuple[date, ...], residents: list[str]) -> None:
    """All come to the first evening, and half of them to the others."""
    for number, day in enumerate(days, 1):
        came = residents if number == 1 else book.dice.some(residents, len(residents) // 2)
        heads = len(came) + book.dice.whole(1, 4)
        how = ("beboerhuset", "staff")
        book.event(f"vaerksted-{day.year}", number, day, how=how, came=came, heads=(heads, 0))
