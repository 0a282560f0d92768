"""Activities that build networks in the sample: a café, a culture club, a grill, a festival, and networks.

Five inclusive networks are there in 2023, three years after the first. A network out of an outside
course is found sustainable in 2021, which New Year's Eve does not know yet, and in 2022.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from vaerebro_events.domain.networks import (
    NetworkEnded,
    NetworkFormed,
    NetworkFoundSustainable,
    ResidentJoined,
)
from vaerebro_events.domain.partners import CooperationBegun, JointInitiativeHeld
from vaerebro_events.sample.days import THURSDAY, TUESDAY, YEARS, every, monthly, weekly
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.notebook import Notebook
from vaerebro_events.sample.people import People
from vaerebro_events.sample.recordings import NETWORK_WORKER, Recording
from vaerebro_events.sample.slips import Slips, wrong_day, wrong_figure, wrong_person

ACTIVITY = "netvaerk"
_LAST_DAY = date(2023, 12, 12)


@frozen
class Network:
    """A network: its name, its first day, what it is, and what became of it."""

    name: str
    formed: date
    place: str
    members: int
    inclusive: bool = True
    outside_course: bool = False
    sustainable: date | None = None
    told: date | None = None
    ended: date | None = None


_NETWORKS = (
    Network("strikkenetvaerket", date(2020, 2, 11), "beboerhuset", 7, sustainable=date(2022, 5, 10)),
    Network("gaagruppen", date(2020, 8, 25), "outdoors", 8),
    Network(
        "sundt-fodslag",
        date(2021, 4, 28),
        "elsewhere",
        6,
        inclusive=False,
        outside_course=True,
        sustainable=date(2021, 11, 17),
        told=date(2022, 1, 19),
    ),
    Network("madklubben", date(2021, 9, 14), "beboerhuset", 8),
    Network(
        "dansk-i-praksis",
        date(2022, 2, 15),
        "library",
        7,
        outside_course=True,
        sustainable=date(2022, 10, 12),
    ),
    Network("braetspilsaften", date(2023, 3, 14), "beboerhuset", 6),
    Network(
        "tackle-netvaerket",
        date(2023, 5, 9),
        "beboerhuset",
        5,
        inclusive=False,
        outside_course=True,
        ended=date(2023, 11, 14),
    ),
)
BETWEEN = timedelta(weeks=7)
_GRILLS = 5
# The culture festival: not in 2020, and a small one in 2021.
_FESTIVALS = ((date(2021, 9, 18), 180, 260), (date(2022, 9, 17), 420, 560), (date(2023, 9, 16), 450, 620))
_SLIPS: Final[Slips] = {
    ("tirsdagscafe-2020", 8): (wrong_person, 7),
    ("kulturklub-2021", 4): (wrong_day, 8),
    ("tirsdagscafe-2022", 6): (wrong_figure, 2),
    ("kulturklub-2023", 6): (wrong_person, 30),
}
_LATE: Final[Mapping[tuple[str, int], date]] = {
    ("tirsdagscafe-2021", 3): date(2021, 7, 5),
    ("sommergrill-2022", 4): date(2022, 9, 1),
}


def netvaerk(seed: int, people: People) -> Iterator[Recording]:
    """Everything recorded about activities that build networks, in any order."""
    book = Notebook(Dice.of(seed, ACTIVITY), ACTIVITY, NETWORK_WORKER, late=_LATE)
    book.note(date(2020, 1, 16), CooperationBegun(ACTIVITY, "biblioteket", "library"))
    book.note(date(2021, 3, 3), CooperationBegun(ACTIVITY, "sundhedscentret", "authority"))
    regulars: list[str] = []
    for year in YEARS:
        stay = book.dice.some(regulars, 10)
        regulars = [*stay, *people.residents.mixed(book.dice, again=2, new=5, but=stay)]
        _cafe(book, year, regulars)
        _culture_club(book, year, regulars)
        _grill(book, year)
    for day, least, most in _FESTIVALS:
        heads = book.dice.whole(least, most)
        book.event(
            "kulturfestival", day.year - YEARS[0], day, how=("outdoors", "residents"), heads=(heads, 0)
        )
    for network in _NETWORKS:
        _network(book, people, network)
    return book.recordings(_SLIPS)


def _cafe(book: Notebook, year: int, regulars: list[str]) -> None:
    """The café on the first Tuesday: regulars by reference, a guest or two by an alias, and all heads."""
    for number, day in enumerate(monthly(year, TUESDAY, 2, but=(7,)), 1):
        came = book.dice.some(regulars, book.dice.whole(4, len(regulars) - 2))
        heads = len(came) + book.dice.whole(9, 20)
        aliases = book.dice.whole(0, 2)
        vulnerable = book.dice.whole(2, 5)
        how = ("beboerhuset", "staff")
        book.event(
            f"tirsdagscafe-{year}",
            number,
            day,
            how=how,
            came=came,
            heads=(heads, vulnerable),
            aliases=aliases,
        )


def _culture_club(book: Notebook, year: int, regulars: list[str]) -> None:
    for number, day in enumerate(monthly(year, THURSDAY, 2, but=(6, 7, 8, 12)), 1):
        came = book.dice.some(regulars, book.dice.whole(3, 6))
        heads = len(came) + book.dice.whole(4, 11)
        book.event(f"kulturklub-{year}", number, day, how=("library", "staff"), came=came, heads=(heads, 0))
        if number == 1:
            book.remark(day, JointInitiativeHeld(ACTIVITY, f"kulturklub-{year}", "library"))


def _grill(book: Notebook, year: int) -> None:
    for number, day in enumerate(weekly(date(year, 8, 3), _GRILLS), 1):
        heads = book.dice.whole(30, 85)
        how = ("outdoors", "residents")
        book.event(f"sommergrill-{year}", number, day, how=how, heads=(heads, book.dice.whole(0, 6)))


def _network(book: Notebook, people: People, network: Network) -> None:
    name, formed = network.name, network.formed
    members = people.residents.mixed(book.dice, again=network.members // 2, new=network.members // 2)
    book.note(
        formed,
        NetworkFormed(ACTIVITY, name, inclusive=network.inclusive, outside_course=network.outside_course),
        *(ResidentJoined(ACTIVITY, name, who) for who in members),
    )
    numbers: dict[int, int] = {}
    for day in every(formed + BETWEEN, network.ended or _LAST_DAY, BETWEEN.days):
        number = numbers[day.year] = numbers.get(day.year, 0) + 1
        came = book.dice.some(members, book.dice.whole(3, len(members)))
        book.network_event(name, number, day, network.place, came=came)
    if network.sustainable is not None:
        book.note(network.sustainable, NetworkFoundSustainable(ACTIVITY, name), told=network.told)
    if network.ended is not None:
        book.note(network.ended, NetworkEnded(ACTIVITY, name))
