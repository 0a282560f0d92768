"""Hours that others gave in the sample, told by the quarter.

In 2020 the library was closed for months and gave less than agreed. Nobody ever told its hours of one
quarter in 2022, when it had a vacant post; another quarter was told with a wrong figure, and mended.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from attrs import evolve, frozen

from vaerebro_events.domain.amendments import Reason
from vaerebro_events.domain.calendar import ONE_DAY, add_months
from vaerebro_events.domain.entry import Actor, Draft
from vaerebro_events.domain.follow_up import HoursCofinanced
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.recordings import (
    FAMILY_WORKER,
    NETWORK_WORKER,
    Mending,
    Recording,
    at_work,
    days_after,
    report,
)

Quarters = tuple[str | None, str | None, str | None, str | None]


@frozen
class Given:
    """The hours that a party gave to an activity, by year and quarter; nothing where nobody told them."""

    party: str
    activity: str
    by: Actor
    years: dict[int, Quarters]


_GIVEN = (
    Given(
        "library", "netvaerk", NETWORK_WORKER,
        {
            2020: ("31", "9", "36", "24"),
            2021: ("18", "42.5", "40", "41"),
            2022: ("39", "38", None, "40.5"),
            2023: ("42", "37", "38.5", "43"),
        },
    ),
    Given(
        "gladsaxe", "familieakademi", FAMILY_WORKER,
        {
            2020: ("84", "12", "66", "90"),
            2021: ("48", "102", "78", "108"),
            2022: ("114", "96", "72", "114"),
            2023: ("108", "90", "78", "96"),
        },
    ),
)  # fmt: skip
# One quarter's hours were told as those of the half-year.
_MISREAD, _MISREAD_HOURS, _MENDED_AFTER_DAYS = ("gladsaxe", date(2021, 6, 30)), Decimal(150), 20
_TOLD_AFTER_DAYS = 11, 24


def cofinancing(seed: int) -> Iterator[Recording]:
    """The hours of every party, quarter by quarter."""
    dice = Dice.of(seed, "cofinancing")
    for given in _GIVEN:
        for year, quarters in given.years.items():
            for number, hours in enumerate(quarters):
                if hours is not None:
                    yield from _quarter(dice, given, date(year, 3 * number + 1, 1), Decimal(hours), seed)


def _quarter(dice: Dice, given: Given, first: date, hours: Decimal, seed: int) -> Iterator[Recording]:
    last = add_months(first, 3) - ONE_DAY
    fact = HoursCofinanced(given.activity, given.party, hours, first)
    right = Draft(fact, last, evidence=(report(f"timer-{given.party}", last, seed),))
    told = days_after(last, dice.whole(*_TOLD_AFTER_DAYS))
    if (given.party, last) != _MISREAD:
        yield Recording(at_work(dice, told), given.by, (right,))
        return
    wrong = evolve(right, fact=evolve(fact, hours=_MISREAD_HOURS))
    yield Recording(at_work(dice, told), given.by, (wrong,))
    mending = Mending(wrong, Reason.WRONG_FIGURE, right)
    mended = days_after(told, _MENDED_AFTER_DAYS)
    yield Recording(at_work(dice, mended), given.by, (mending,))
