"""Who takes part: references and kinds, nothing else. A new kind of participant: one word here."""

from enum import StrEnum
from functools import lru_cache

from attrs import evolve, field, frozen

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Fact, Lifecycle, Rank, Thread
from vaerebro_events.domain.references import ParticipantRef, participant_ref
from vaerebro_events.domain.values import choice
from vaerebro_events.errors import AlreadyRegistered, NotRegistered
from vaerebro_events.text import Text


class ParticipantKind(StrEnum):
    """What a participant reference stands for."""

    FAMILY = "family"
    YOUTH = "youth"
    RESIDENT = "resident"


def _kind(value: str) -> ParticipantKind:
    return choice(ParticipantKind, "kind", value)


@frozen
class ParticipantRegistered(Fact):
    """A family, a youth or a resident is known to the project from this day on, under an opaque reference."""

    tag = "participant-registered"
    rank = Rank.REGISTERED
    says = Text(da="blev registreret", en="were registered")
    title = Text(da="Deltager registreret", en="Participant registered")
    key = ("kind", "who")

    kind: ParticipantKind = field(converter=_kind)
    who: ParticipantRef = field(converter=participant_ref)

    def threads(self) -> tuple[Thread, ...]:
        return (Thread(PARTICIPANT, (self.kind, self.who)),)


@frozen
class Participant:
    """The state of one participant: where the registration stands, once there is one."""

    kind: str
    who: str
    registered: int | None = None


def _step(participant: Participant, entry: Entry) -> Participant:
    registering = isinstance(entry.fact, ParticipantRegistered)
    if registering and participant.registered:
        raise AlreadyRegistered(participant.kind, participant.who, participant.registered)
    if registering:
        return evolve(participant, registered=entry.position)
    if not participant.registered:
        raise NotRegistered(participant.kind, participant.who, entry.occurred_on)
    return participant


PARTICIPANT = Lifecycle("participant", Participant, _step)


@lru_cache(maxsize=1 << 14)
def family(who: str) -> Thread:
    """The lifecycle of a family: every fact that names a family belongs to it."""
    return Thread(PARTICIPANT, (ParticipantKind.FAMILY, who))


@lru_cache(maxsize=1 << 14)
def youth(who: str) -> Thread:
    """The lifecycle of a youth: every fact that names a youth belongs to it."""
    return Thread(PARTICIPANT, (ParticipantKind.YOUTH, who))


@lru_cache(maxsize=1 << 14)
def resident(who: str) -> Thread:
    """The lifecycle of a resident: every fact that names a resident belongs to it."""
    return Thread(PARTICIPANT, (ParticipantKind.RESIDENT, who))
