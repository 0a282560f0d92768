"""What happens with networks: they form, families and residents join, they are found sustainable, they end.

A new fact about networks: one class here, one line in `FACTS`, one golden file.
"""

from attrs import field, frozen

from vaerebro_events.domain.fact import Fact, Rank, Thread
from vaerebro_events.domain.participants import family, resident
from vaerebro_events.domain.references import (
    FamilyRef,
    NetworkRef,
    ResidentRef,
    family_ref,
    network_ref,
    resident_ref,
)
from vaerebro_events.domain.spells import SpellFact, Turn, spell
from vaerebro_events.domain.values import yes_or_no
from vaerebro_events.text import Text


def network(activity: str, name: str) -> Thread:
    """The lifecycle of a network: every fact that names it belongs to it."""
    return spell("network", activity, name)


@frozen
class NetworkFact(SpellFact):
    """A fact of one network of an activity."""

    network: NetworkRef = field(converter=network_ref)

    def threads(self) -> tuple[Thread, ...]:
        return (network(self.activity, self.network),)


@frozen
class NetworkFormed(NetworkFact):
    """A network was formed: open to all (`inclusive`) or not, out of a course held by others or not."""

    tag = "network-formed"
    rank = Rank.STARTED
    turn = Turn.BEGINS
    says = Text(da="blev dannet", en="were formed")
    title = Text(da="Netværk dannet", en="Network formed")

    inclusive: bool = field(validator=yes_or_no)
    outside_course: bool = field(default=False, validator=yes_or_no)


@frozen
class FamilyJoined(NetworkFact):
    """A family joined a network."""

    tag = "family-joined"
    rank = Rank.ATTENDED
    turn = Turn.GOES_ON
    says = Text(da="kom med i et netværk", en="joined a network")
    title = Text(da="Familie kom i netværk", en="Family joined network")

    family: FamilyRef = field(converter=family_ref)

    def threads(self) -> tuple[Thread, ...]:
        return (*super().threads(), family(self.family))


@frozen
class ResidentJoined(NetworkFact):
    """A resident joined a network."""

    tag = "resident-joined"
    rank = Rank.ATTENDED
    turn = Turn.GOES_ON
    says = Text(da="kom med i et netværk", en="joined a network")
    title = Text(da="Beboer kom i netværk", en="Resident joined network")

    resident: ResidentRef = field(converter=resident_ref)

    def threads(self) -> tuple[Thread, ...]:
        return (*super().threads(), resident(self.resident))


@frozen
class NetworkFoundSustainable(NetworkFact):
    """The staff found that a network carries itself."""

    tag = "network-found-sustainable"
    rank = Rank.CHECKED
    turn = Turn.GOES_ON
    says = Text(da="blev vurderet som bæredygtige", en="were found sustainable")
    title = Text(da="Netværk vurderet bæredygtigt", en="Network found sustainable")


@frozen
class NetworkEnded(NetworkFact):
    """A network ended; the day is its last."""

    tag = "network-ended"
    rank = Rank.ENDED
    turn = Turn.ENDS
    says = Text(da="ophørte", en="ended")
    title = Text(da="Netværk ophørt", en="Network ended")


FACTS: tuple[type[Fact], ...] = (
    NetworkFormed,
    FamilyJoined,
    ResidentJoined,
    NetworkFoundSustainable,
    NetworkEnded,
)
