"""Resident-driven family networks in the sample: one a year but for 2022, and what each of them does.

Together they do enough from 2021 on. Each of them does so only in 2022, so the readings disagree.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import frozen

from vaerebro_events.domain.attendance import FamilyAttended
from vaerebro_events.domain.networks import FamilyJoined, NetworkEnded, NetworkFormed
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.notebook import Notebook
from vaerebro_events.sample.people import People
from vaerebro_events.sample.recordings import FAMILY_WORKER, Recording
from vaerebro_events.sample.slips import Slips, wrong_figure, wrong_person

ACTIVITY = "familienetvaerk"


@frozen
class Network:
    """A network: its first and last day, its families, and the days on which it did something."""

    name: str
    formed: date
    families: int
    place: str
    days: tuple[date, ...]
    ended: date | None = None


_NETWORKS = (
    Network(
        "soendagsfamilierne",
        date(2020, 8, 30),
        8,
        "beboerhuset",
        (
            date(2020, 9, 20), date(2020, 11, 8),
            date(2021, 5, 9), date(2021, 6, 13), date(2021, 9, 19), date(2021, 11, 14),
            date(2022, 3, 13), date(2022, 5, 22), date(2022, 9, 18), date(2022, 11, 13),
            date(2023, 3, 12), date(2023, 5, 21), date(2023, 10, 8),
        ),
    ),
    Network(
        "moedregruppen",
        date(2021, 6, 2),
        7,
        "beboerhuset",
        (date(2021, 10, 6), date(2022, 2, 9), date(2022, 6, 1), date(2022, 10, 5), date(2023, 2, 8)),
        date(2023, 6, 14),
    ),
    Network(
        "legepladsfamilierne",
        date(2023, 4, 23),
        9,
        "outdoors",
        (date(2023, 5, 14), date(2023, 6, 11), date(2023, 8, 20), date(2023, 9, 24)),
    ),
)  # fmt: skip
# In 2020 nobody in a vulnerable position was among those who came.
_FIRST_YEAR = 2020
_SLIPS: Final[Slips] = {
    ("soendagsfamilierne-2021", 3): (wrong_person, 11),
    ("soendagsfamilierne-2022", 2): (wrong_figure, 6),
}


def familienetvaerk(seed: int, people: People) -> Iterator[Recording]:
    """Everything recorded about family networks, in any order."""
    book = Notebook(Dice.of(seed, ACTIVITY), ACTIVITY, FAMILY_WORKER, FamilyAttended)
    for network in _NETWORKS:
        _network(book, people, network)
    return book.recordings(_SLIPS)


def _network(book: Notebook, people: People, network: Network) -> None:
    name, again = network.name, network.families // 2
    families = people.families.mixed(book.dice, again=again, new=network.families - again)
    book.note(
        network.formed,
        NetworkFormed(ACTIVITY, name, inclusive=True),
        *(FamilyJoined(ACTIVITY, name, family) for family in families),
    )
    numbers: dict[int, int] = {}
    for day in network.days:
        number = numbers[day.year] = numbers.get(day.year, 0) + 1
        # Nobody is missing when a year begins, and one or two are later.
        missing = 0 if number == 1 else book.dice.whole(1, 2)
        came = book.dice.some(families, len(families) - missing)
        heads = 2 * len(came) + book.dice.whole(2, 9)
        vulnerable = 0 if day.year == _FIRST_YEAR else book.dice.whole(1, 4)
        book.network_event(name, number, day, network.place, came=came, heads=(heads, vulnerable))
    if network.ended is not None:
        book.note(network.ended, NetworkEnded(ACTIVITY, name))
