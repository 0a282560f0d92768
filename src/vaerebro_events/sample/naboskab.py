"""Neighbours in the sample: what they do together by block, and how block after block gets organised.

Six blocks of eight are organised in all their stairwells at the end, a seventh in three. The activities
grow from the baseline of 2020 by what is asked for in 2021 and 2022, and fall back in 2023.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from vaerebro_events.domain.entry import Draft
from vaerebro_events.domain.neighbourhood import BlockOrganised, NeighbourActivityHeld, OrganisationEnded
from vaerebro_events.sample.days import SATURDAY, evenly, every
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.notebook import Notebook
from vaerebro_events.sample.people import People
from vaerebro_events.sample.recordings import NETWORK_WORKER, Recording, at_work
from vaerebro_events.sample.slips import written_twice

ACTIVITY = "naboskab"
ALL = ("1", "2", "3", "4", "5")


@frozen
class Organised:
    """A local organisation: its name, its day, its block and form, its stairwells, and its end."""

    name: str
    on: date
    block: str
    form: str
    stairwells: tuple[str, ...]
    ended: date | None = None


# 2020: one block. 2021 and 2022: two each. 2023: one, and a block half way. Block 8 has none.
_ORGANISED = (
    Organised("bo-1", date(2020, 9, 22), "block-1", "block-council", ALL),
    Organised("bo-2", date(2020, 10, 27), "block-2", "other", ("1", "2"), date(2022, 8, 31)),
    Organised("bo-3", date(2021, 6, 8), "block-2", "block-council", ("3", "4", "5")),
    Organised("bo-4", date(2021, 10, 12), "block-3", "stairwell-representatives", ALL),
    Organised("bo-5", date(2022, 4, 26), "block-4", "block-council", ALL),
    Organised("bo-6", date(2022, 9, 6), "block-5", "stairwell-representatives", ("1", "2", "3")),
    Organised("bo-7", date(2022, 10, 4), "block-2", "stairwell-representatives", ("1", "2")),
    Organised("bo-8", date(2022, 11, 15), "block-5", "block-council", ("4", "5")),
    Organised("bo-9", date(2023, 5, 9), "block-6", "block-council", ALL),
    Organised("bo-10", date(2023, 10, 24), "block-7", "stairwell-representatives", ("1", "2", "4")),
)  # fmt: skip

# How many activities a year had, and in which blocks.
_ACTIVITIES: Final[Mapping[int, tuple[int, tuple[int, ...]]]] = {
    2020: (12, (1, 2, 3)),
    2021: (15, (1, 2, 3, 4)),
    2022: (21, (1, 2, 3, 4, 5, 6)),
    2023: (14, (1, 3, 4, 5, 6, 7)),
}
_WHOLE_BLOCK = 60  # of 100 activities


def naboskab(seed: int, _: People) -> Iterator[Recording]:
    """Everything recorded about neighbours, in any order."""
    book = Notebook(Dice.of(seed, ACTIVITY), ACTIVITY, NETWORK_WORKER)
    for organised in _ORGANISED:
        name, block, stairwells = organised.name, organised.block, organised.stairwells
        book.note(organised.on, BlockOrganised(ACTIVITY, name, block, organised.form, stairwells))
        if organised.ended is not None:
            book.note(organised.ended, OrganisationEnded(ACTIVITY, name))
    for year in _ACTIVITIES:
        _activities(book, year)
    return book.recordings()


def _activities(book: Notebook, year: int) -> None:
    """Saturdays from spring to autumn; the first of a year is written down twice."""
    number, blocks = _ACTIVITIES[year]
    first = date(year, 3, 14) + timedelta(days=(SATURDAY - date(year, 3, 14).weekday()) % 7)
    days = evenly(list(every(first, date(year, 11, 20), 7)), number)
    for position, day in enumerate(days):
        block = blocks[position % len(blocks)]
        whole = book.dice.chance(_WHOLE_BLOCK)
        stairwells = () if whole else tuple(sorted(book.dice.some(ALL, book.dice.whole(1, 3))))
        fact = NeighbourActivityHeld(ACTIVITY, f"block-{block}", stairwells)
        if position:
            book.remark(day, fact)
        else:
            _twice(book, Draft(fact, day))


def _twice(book: Notebook, draft: Draft) -> None:
    assert draft.on is not None
    first, again, mended = (at_work(book.dice, draft.on + timedelta(days=days)) for days in (2, 5, 13))
    book.write(*written_twice(draft, book.by, (first, again), mended))
