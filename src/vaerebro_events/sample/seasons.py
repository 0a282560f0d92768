"""When FamilieAkademi met in the sample: eight seasons of Thursdays, and what came between."""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from vaerebro_events.domain.entry import Draft
from vaerebro_events.domain.meetings import SeriesPlanned

ACTIVITY = "familieakademi"
MEETINGS = 16
WEEK = timedelta(days=7)

# Thursdays in school holidays, at Easter and on Ascension Day.
_CLOSED = frozenset(
    {
        date(2020, 2, 13), date(2020, 4, 9), date(2020, 10, 15),
        date(2021, 4, 1), date(2021, 5, 13), date(2021, 10, 21),
        date(2022, 2, 17), date(2022, 4, 14), date(2022, 10, 20),
        date(2023, 2, 16), date(2023, 4, 6), date(2023, 10, 19),
    }
)  # fmt: skip


@frozen
class Evening:
    """One meeting that was held: its season, its number there, and its day."""

    season: str
    number: int
    day: date


@frozen
class Season:
    """A season: its first Thursday, the meetings cancelled, and those held on another day instead."""

    key: str
    first_day: date
    cancelled: tuple[int, ...] = ()
    moved: tuple[tuple[int, date], ...] = ()

    def days(self) -> Iterator[tuple[int, date]]:
        """The planned meetings: number and day."""
        day, number = self.first_day, 0
        while number < MEETINGS:
            if day not in _CLOSED:
                number += 1
                yield number, day
            day += WEEK

    def evenings(self) -> Iterator[Evening]:
        """The meetings that were held."""
        for number, day in (*self.days(), *self.moved):
            if number not in self.cancelled or (number, day) in self.moved:
                yield Evening(self.key, number, day)

    def plan(self) -> Draft:
        """The season as the family worker plans it, two weeks before."""
        *_, (_, last_day) = self.days()
        fact = SeriesPlanned(ACTIVITY, self.key, MEETINGS, self.first_day, last_day)
        return Draft(fact, max(date(2020, 1, 6), self.first_day - 2 * WEEK))


# The first seasons meet two lockdowns, and the third and fourth the rest of the pandemic.
SEASONS = (
    Season(
        "2020-forår",
        date(2020, 1, 16),
        cancelled=tuple(range(8, MEETINGS + 1)),
        moved=(
            (8, date(2020, 6, 4)),
            (9, date(2020, 6, 11)),
            (10, date(2020, 6, 18)),
            (11, date(2020, 6, 25)),
        ),
    ),
    Season("2020-efterår", date(2020, 8, 27), cancelled=(5, 15, 16)),
    Season("2021-forår", date(2021, 3, 4)),
    Season("2021-efterår", date(2021, 8, 26), cancelled=(12, 13, 16)),
    Season("2022-forår", date(2022, 1, 13)),
    Season("2022-efterår", date(2022, 8, 25)),
    Season("2023-forår", date(2023, 1, 12)),
    Season("2023-efterår", date(2023, 8, 24), cancelled=(11,)),
)
# Two evenings of December 2021 were written down in January: New Year's Eve knew nothing of them.
TOLD_AFTER_NEW_YEAR = (
    Evening("2021-efterår", 14, date(2021, 12, 2)),
    Evening("2021-efterår", 15, date(2021, 12, 9)),
)
# On this one the attendance of one family stood under another's reference until January.
MIXED_UP = Evening("2021-efterår", 10, date(2021, 11, 4))
