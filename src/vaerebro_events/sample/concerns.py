"""What stood in the way in the sample, who was told of changes, and what parties disagreed about.

Restrictions close activities twice and staff are away once; one barrier is never lifted. One disagreement
is settled by the nearest managers, another goes all the way to the board.
"""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from vaerebro_events.domain.concerns import (
    BarrierKind,
    BarrierLifted,
    BarrierReported,
    Change,
    DisagreementRaised,
    DisagreementSettled,
    DisagreementTakenUp,
    Level,
    PartiesNotified,
)
from vaerebro_events.domain.entry import Actor, Draft
from vaerebro_events.domain.fact import Fact
from vaerebro_events.sample.days import CLOSED
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.recordings import (
    FAMILY_WORKER,
    LEADER,
    NETWORK_WORKER,
    YOUTH_WORKER,
    Recording,
    at_work,
)

_RESTRICTED = (
    ("netvaerk", NETWORK_WORKER),
    ("lommepengejob", YOUTH_WORKER),
    ("familieakademi", FAMILY_WORKER),
    ("legestue", FAMILY_WORKER),
)


@frozen
class Barrier:
    """A barrier in an activity: by whom it was reported, from when, and its last day, if it has one."""

    activity: str
    by: Actor
    key: str
    kind: BarrierKind
    first: date
    last: date | None


_BARRIERS = (
    *(
        Barrier(activity, by, "corona", BarrierKind.RESTRICTIONS, first, last)
        for first, last in CLOSED
        for activity, by in _RESTRICTED
    ),
    Barrier(
        "lommepengejob", YOUTH_WORKER, "vakant-stilling", BarrierKind.STAFF,
        date(2020, 8, 3), date(2020, 10, 30),
    ),
    Barrier(
        "moedre-faedre", FAMILY_WORKER, "rekruttering-af-fædre", BarrierKind.RECRUITMENT,
        date(2022, 8, 22), None,
    ),
    Barrier(
        "netvaerk", NETWORK_WORKER, "ombygning-af-caféen", BarrierKind.PREMISES,
        date(2023, 1, 9), date(2023, 3, 3),
    ),
)  # fmt: skip

_HOUSING, _MUNICIPALITY, _LIBRARY = "dab-gab", "gladsaxe", "library"
_NOTIFIED = (
    (date(2020, 8, 6), _HOUSING, (_MUNICIPALITY,), Change.STAFF),
    (date(2021, 2, 3), _MUNICIPALITY, (_HOUSING,), Change.ORGANISATION),
    (date(2022, 8, 25), _LIBRARY, (_HOUSING, _MUNICIPALITY), Change.STAFF),
    (date(2023, 9, 28), _MUNICIPALITY, (_HOUSING, _LIBRARY), Change.BUDGET),
)

_INVOLVED, _MANAGERS, _BOARD = Level.THOSE_INVOLVED, Level.NEAREST_MANAGERS, Level.BOARD
_DISAGREEMENTS: tuple[tuple[date, Fact], ...] = (
    (date(2021, 8, 24), DisagreementRaised("lokaler-i-beboerhuset", _INVOLVED)),
    (date(2021, 9, 21), DisagreementTakenUp("lokaler-i-beboerhuset", _MANAGERS)),
    (date(2021, 10, 7), DisagreementSettled("lokaler-i-beboerhuset", _MANAGERS)),
    (date(2022, 9, 29), DisagreementRaised("bibliotekets-timer", _INVOLVED)),
    (date(2022, 10, 13), DisagreementTakenUp("bibliotekets-timer", _MANAGERS)),
    (date(2022, 11, 17), DisagreementTakenUp("bibliotekets-timer", _BOARD)),
    (date(2023, 5, 16), DisagreementSettled("bibliotekets-timer", _BOARD)),
)


def concerns(seed: int) -> Iterator[Recording]:
    """Every barrier, notice and disagreement, recorded when it was told."""
    dice = Dice.of(seed, "concerns")
    for barrier in _BARRIERS:
        reported = BarrierReported(barrier.activity, barrier.key, barrier.kind)
        yield _told(dice, barrier.by, barrier.first, reported)
        if barrier.last is not None:
            yield _told(dice, barrier.by, barrier.last, BarrierLifted(barrier.activity, barrier.key))
    for day, by, notified, change in _NOTIFIED:
        yield _told(dice, LEADER, day, PartiesNotified(by, notified, change))
    for day, fact in _DISAGREEMENTS:
        yield _told(dice, LEADER, day, fact)


def _told(dice: Dice, by: Actor, day: date, fact: Fact) -> Recording:
    return Recording(at_work(dice, day), by, (Draft(fact, day),))
