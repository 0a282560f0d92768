"""What happens with others: activities start, cooperations, joint initiatives, bodies, pieces sent out.

A new fact about partners: one class here, one line in `FACTS`, one golden file.
"""

from enum import StrEnum

from attrs import field, frozen

from vaerebro_events.domain.fact import ActivityFact, Fact, Rank, Thread
from vaerebro_events.domain.references import (
    BodyRef,
    InitiativeRef,
    PartnerRef,
    PieceRef,
    body_ref,
    initiative_ref,
    partner_ref,
    piece_ref,
)
from vaerebro_events.domain.spells import SpellFact, Turn, spell
from vaerebro_events.domain.values import choice
from vaerebro_events.text import Text


@frozen
class ActivityStarted(SpellFact):
    """An activity of the plan is under way from this day on."""

    tag = "activity-started"
    rank = Rank.STARTED
    turn = Turn.BEGINS
    says = Text(da="gik i gang", en="started")
    title = Text(da="Aktivitet sat i gang", en="Activity started")

    def threads(self) -> tuple[Thread, ...]:
        return (spell("activity", self.activity, self.activity),)


class PartnerKind(StrEnum):
    """What somebody outside the project is."""

    ENTERPRISE = "enterprise"
    CLUB = "club"
    SCHOOL = "school"
    DAY_CARE = "day-care"
    LIBRARY = "library"
    AUTHORITY = "authority"
    OTHER = "other"


def _partner_kind(value: str) -> PartnerKind:
    return choice(PartnerKind, "kind", value)


@frozen
class CooperationFact(SpellFact):
    """A fact of the cooperation with one partner in an activity."""

    partner: PartnerRef = field(converter=partner_ref)

    def threads(self) -> tuple[Thread, ...]:
        return (spell("cooperation", self.activity, self.partner),)


@frozen
class CooperationBegun(CooperationFact):
    """A cooperation or contact with a partner began."""

    tag = "cooperation-begun"
    rank = Rank.STARTED
    turn = Turn.BEGINS
    says = Text(
        da="begyndte et samarbejde med den boligsociale indsats", en="began to cooperate with the project"
    )
    title = Text(da="Samarbejde begyndt", en="Cooperation begun")

    kind: PartnerKind = field(converter=_partner_kind)


@frozen
class CooperationEnded(CooperationFact):
    """A cooperation ended; the day is its last."""

    tag = "cooperation-ended"
    rank = Rank.ENDED
    turn = Turn.ENDS
    says = Text(da="sluttede samarbejdet", en="ended the cooperation")
    title = Text(da="Samarbejde ophørt", en="Cooperation ended")


def _together_with(value: str) -> PartnerKind:
    return choice(PartnerKind, "together_with", value)


@frozen
class JointInitiativeHeld(ActivityFact):
    """The project and others developed or held an initiative together; with several, one fact for each."""

    tag = "joint-initiative-held"
    rank = Rank.HELD
    says = Text(da="blev gennemført", en="were carried out")
    title = Text(da="Fælles initiativ gennemført", en="Joint initiative held")

    initiative: InitiativeRef = field(converter=initiative_ref)
    together_with: PartnerKind = field(converter=_together_with)


class BodyKind(StrEnum):
    """What residents and staff set up."""

    GROUP = "group"
    CHANNEL = "channel"
    WORKING_GROUP = "working-group"
    COMMITTEE = "committee"


def _body_kind(value: str) -> BodyKind:
    return choice(BodyKind, "kind", value)


@frozen
class BodyFact(SpellFact):
    """A fact of one group, channel, working group or committee."""

    body: BodyRef = field(converter=body_ref)

    def threads(self) -> tuple[Thread, ...]:
        return (spell("body", self.activity, self.body),)


@frozen
class BodyEstablished(BodyFact):
    """A group, channel, working group or committee was set up."""

    tag = "body-established"
    rank = Rank.STARTED
    turn = Turn.BEGINS
    says = Text(da="blev etableret", en="were set up")
    title = Text(da="Gruppe etableret", en="Body established")

    kind: BodyKind = field(converter=_body_kind)


@frozen
class BodyDissolved(BodyFact):
    """A group, channel, working group or committee is no longer there; the day is its last."""

    tag = "body-dissolved"
    rank = Rank.ENDED
    turn = Turn.ENDS
    says = Text(da="blev nedlagt", en="were dissolved")
    title = Text(da="Gruppe nedlagt", en="Body dissolved")


@frozen
class PieceSentOut(SpellFact):
    """A piece of communication was sent out: a story, a film, a paper."""

    tag = "piece-sent-out"
    rank = Rank.HELD
    turn = Turn.BEGINS
    says = Text(da="blev udsendt", en="were sent out")
    title = Text(da="Kommunikation udsendt", en="Piece sent out")
    key = ("activity", "piece")

    piece: PieceRef = field(converter=piece_ref)

    def threads(self) -> tuple[Thread, ...]:
        return (spell("piece", self.activity, self.piece),)


FACTS: tuple[type[Fact], ...] = (
    ActivityStarted,
    CooperationBegun,
    CooperationEnded,
    JointInitiativeHeld,
    BodyEstablished,
    BodyDissolved,
    PieceSentOut,
)
