"""Milestones of the sample: set each year for the year to come, and most of them reached.

Two are reached late, one is dropped, two are moved, and the last one set is never reached.
"""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from vaerebro_events.domain.entry import Draft
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.milestones import (
    MilestoneDropped,
    MilestoneMoved,
    MilestoneReached,
    MilestoneSet,
)
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.recordings import LEADER, Recording, at_work


@frozen
class Milestone:
    """A milestone: set on a day and due on another, moved on a day to another, reached or dropped, or not."""

    key: str
    activity: str | None
    set_on: date
    due: date
    moved: tuple[tuple[date, date], ...] = ()
    reached: date | None = None
    dropped: date | None = None

    def facts(self) -> Iterator[tuple[date, Fact]]:
        """What is recorded about it, each with its day."""
        yield self.set_on, MilestoneSet(self.key, self.due, self.activity)
        yield from ((day, MilestoneMoved(self.key, due)) for day, due in self.moved)
        if self.reached is not None:
            yield self.reached, MilestoneReached(self.key)
        if self.dropped is not None:
            yield self.dropped, MilestoneDropped(self.key)


_FOR_2020, _FOR_2021 = date(2020, 1, 23), date(2020, 12, 3)
_FOR_2022, _FOR_2023 = date(2021, 12, 2), date(2022, 12, 1)
_MILESTONES = (
    Milestone("redaktion-dannet", "redaktion", _FOR_2020, date(2020, 9, 30), reached=date(2020, 9, 2)),
    Milestone(
        "arbejdsgruppe-dannet", "ivaerksaetteri", _FOR_2020, date(2020, 9, 30), reached=date(2020, 11, 25)
    ),
    Milestone("kulturfestival-2020", "netvaerk", _FOR_2020, date(2020, 8, 31), dropped=date(2020, 5, 28)),
    Milestone(
        "husudvalg-valgt", "frivillige", _FOR_2020, date(2020, 10, 31),
        moved=((date(2020, 9, 10), date(2021, 4, 30)), (date(2021, 3, 18), date(2021, 9, 30))),
        reached=date(2021, 9, 20),
    ),
    Milestone("infoskærme-i-drift", "redaktion", _FOR_2021, date(2021, 6, 30), reached=date(2021, 5, 19)),
    Milestone(
        "fædrelegestue-gennemført", "legestue", _FOR_2021, date(2021, 10, 31), reached=date(2021, 11, 2)
    ),
    Milestone("midtvejsevaluering", None, _FOR_2022, date(2022, 6, 30), reached=date(2022, 5, 19)),
    Milestone("nyhedsbrev-udsendt", "redaktion", _FOR_2022, date(2022, 3, 31), reached=date(2022, 3, 2)),
    Milestone("overdragelse-aftalt", None, _FOR_2023, date(2023, 11, 30), reached=date(2023, 11, 28)),
    Milestone(
        "alle-blokke-organiseret", "naboskab", _FOR_2023, date(2023, 6, 30),
        moved=((date(2023, 6, 15), date(2023, 12, 15)),),
    ),
)  # fmt: skip


def milestones(seed: int) -> Iterator[Recording]:
    """Everything recorded about milestones; those of a year are set together."""
    dice = Dice.of(seed, "milestones")
    by_day: dict[date, list[Draft]] = {}
    for milestone in _MILESTONES:
        for day, fact in milestone.facts():
            by_day.setdefault(day, []).append(Draft(fact, day))
    for day, drafts in by_day.items():
        yield Recording(at_work(dice, day), LEADER, drafts)
