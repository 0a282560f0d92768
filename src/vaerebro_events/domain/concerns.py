"""What stands in the way of the programme, or changes it: barriers, notices, disagreements.

Those who answer for an activity report barriers; parties notify one another through the board; a
disagreement goes from those involved over the nearest managers to the board.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen

from vaerebro_events.domain.fact import Fact, Rank, Thread
from vaerebro_events.domain.references import (
    BarrierRef,
    DisagreementRef,
    PartyKey,
    barrier_ref,
    disagreement_ref,
    party_key,
    party_keys,
)
from vaerebro_events.domain.spells import SpellFact, Turn, spell
from vaerebro_events.domain.values import choice
from vaerebro_events.errors import UnknownPartyOfPlan
from vaerebro_events.text import Text

if TYPE_CHECKING:
    from vaerebro_events.domain.plan import Plan


class BarrierKind(StrEnum):
    """What stands in the way."""

    STAFF = "staff"
    PREMISES = "premises"
    RECRUITMENT = "recruitment"
    PARTNER = "partner"
    FUNDING = "funding"
    RESTRICTIONS = "restrictions"
    OTHER = "other"


def _barrier_kind(value: str) -> BarrierKind:
    return choice(BarrierKind, "kind", value)


@frozen
class BarrierFact(SpellFact):
    """A fact of one barrier in an activity."""

    barrier: BarrierRef = field(converter=barrier_ref)

    def threads(self) -> tuple[Thread, ...]:
        return (spell("barrier", self.activity, self.barrier),)


@frozen
class BarrierReported(BarrierFact):
    """A barrier to reaching the goals of an activity was reported to the leader."""

    tag = "barrier-reported"
    rank = Rank.STARTED
    turn = Turn.BEGINS
    says = Text(da="blev meldt som barriere", en="were reported as a barrier")
    title = Text(da="Barriere meldt", en="Barrier reported")

    kind: BarrierKind = field(converter=_barrier_kind)


@frozen
class BarrierLifted(BarrierFact):
    """A barrier is no longer there; the day is its last."""

    tag = "barrier-lifted"
    rank = Rank.ENDED
    turn = Turn.ENDS
    says = Text(da="ophørte som barriere", en="were lifted as a barrier")
    title = Text(da="Barriere fjernet", en="Barrier lifted")


class Change(StrEnum):
    """What kind of change a party tells of."""

    STAFF = "staff"
    ORGANISATION = "organisation"
    BUDGET = "budget"
    ACTIVITY = "activity"
    OTHER = "other"


def _change(value: str) -> Change:
    return choice(Change, "change", value)


@frozen
class PartiesNotified(Fact):
    """A party notified others, through the board, of a change that matters to the programme."""

    tag = "parties-notified"
    rank = Rank.CHECKED
    says = Text(da="blev underrettet", en="were notified")
    title = Text(da="Parter underrettet", en="Parties notified")

    by: PartyKey = field(converter=party_key)
    notified: tuple[PartyKey, ...] = field(converter=party_keys)
    change: Change = field(converter=_change)

    def fits(self, plan: "Plan") -> None:
        parties = tuple(party.key for party in plan.parties)
        for party in (self.by, *self.notified):
            if party not in parties:
                raise UnknownPartyOfPlan(party, parties)


class Level(StrEnum):
    """Where a disagreement is handled, from the nearest to the highest."""

    THOSE_INVOLVED = "those-involved"
    NEAREST_MANAGERS = "nearest-managers"
    BOARD = "board"


def _level(value: str) -> Level:
    return choice(Level, "level", value)


@frozen
class DisagreementFact(Fact):
    """A fact of one disagreement between parties, and the level it is handled at."""

    disagreement: DisagreementRef = field(converter=disagreement_ref)
    level: Level = field(converter=_level)

    def threads(self) -> tuple[Thread, ...]:
        return (spell("disagreement", "", self.disagreement),)


@frozen
class DisagreementRaised(DisagreementFact):
    """A disagreement was raised at a level."""

    tag = "disagreement-raised"
    rank = Rank.STARTED
    turn = Turn.BEGINS
    says = Text(da="blev rejst", en="were raised")
    title = Text(da="Uenighed rejst", en="Disagreement raised")
    key = ("disagreement",)


@frozen
class DisagreementTakenUp(DisagreementFact):
    """A disagreement was taken up at another level, where it could not be settled before."""

    tag = "disagreement-taken-up"
    rank = Rank.CHECKED
    turn = Turn.GOES_ON
    says = Text(da="blev løftet til et andet niveau", en="were taken up")
    title = Text(da="Uenighed løftet", en="Disagreement taken up")


@frozen
class DisagreementSettled(DisagreementFact):
    """A disagreement was settled at a level."""

    tag = "disagreement-settled"
    rank = Rank.ENDED
    turn = Turn.ENDS
    says = Text(da="blev afklaret", en="were settled")
    title = Text(da="Uenighed afgjort", en="Disagreement settled")
    key = ("disagreement",)


FACTS: tuple[type[Fact], ...] = (
    BarrierReported,
    BarrierLifted,
    PartiesNotified,
    DisagreementRaised,
    DisagreementTakenUp,
    DisagreementSettled,
)
