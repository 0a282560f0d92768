"""What happens in the blocks: neighbour activities, and local organisations that cover stairwells (opgange).

A new fact about blocks: one class here, one line in `FACTS`, one golden file.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen

from vaerebro_events.domain.fact import ActivityFact, Fact, Rank, Thread
from vaerebro_events.domain.references import (
    BlockKey,
    OrganisationRef,
    StairwellKey,
    block_key,
    organisation_ref,
    stairwell_keys,
)
from vaerebro_events.domain.spells import SpellFact, Turn, spell
from vaerebro_events.domain.values import choice
from vaerebro_events.errors import InvalidValue, UnknownBlock, UnknownStairwell
from vaerebro_events.text import Text

if TYPE_CHECKING:
    from vaerebro_events.domain.plan import Plan


def _fits(plan: "Plan", block: str, stairwells: tuple[str, ...]) -> None:
    found = plan.block(block)
    if found is None:
        raise UnknownBlock(block, tuple(each.key for each in plan.blocks))
    for stairwell in stairwells:
        if stairwell not in found.stairwells:
            raise UnknownStairwell(stairwell, block, found.stairwells)


@frozen
class NeighbourActivityHeld(ActivityFact):
    """Neighbours did something together in some stairwells of a block, or in all of it (none named)."""

    tag = "neighbour-activity-held"
    rank = Rank.HELD
    says = Text(da="blev afholdt", en="were held")
    title = Text(da="Naboskabsaktivitet afholdt", en="Neighbour activity held")

    block: BlockKey = field(converter=block_key)
    stairwells: tuple[StairwellKey, ...] = field(default=(), converter=stairwell_keys)

    def fits(self, plan: "Plan") -> None:
        super().fits(plan)
        _fits(plan, self.block, self.stairwells)


class OrganisationForm(StrEnum):
    """How neighbours organise themselves."""

    BLOCK_COUNCIL = "block-council"
    STAIRWELL_REPRESENTATIVES = "stairwell-representatives"
    OTHER = "other"


def _form(value: str) -> OrganisationForm:
    return choice(OrganisationForm, "form", value)


@frozen
class OrganisationFact(SpellFact):
    """A fact of one local organisation."""

    organisation: OrganisationRef = field(converter=organisation_ref)

    def threads(self) -> tuple[Thread, ...]:
        return (spell("organisation", self.activity, self.organisation),)


@frozen
class BlockOrganised(OrganisationFact):
    """A local organisation of a block began; it covers these stairwells."""

    tag = "block-organised"
    rank = Rank.STARTED
    turn = Turn.BEGINS
    says = Text(da="fik en lokal organisering", en="got a local organisation")
    title = Text(da="Blok organiseret", en="Block organised")

    block: BlockKey = field(converter=block_key)
    form: OrganisationForm = field(converter=_form)
    stairwells: tuple[StairwellKey, ...] = field(converter=stairwell_keys)

    def __attrs_post_init__(self) -> None:
        if not self.stairwells:
            why = Text(
                da="en organisering omfatter mindst én opgang",
                en="an organisation covers at least one stairwell",
            )
            raise InvalidValue("stairwells", "", why)

    def fits(self, plan: "Plan") -> None:
        super().fits(plan)
        _fits(plan, self.block, self.stairwells)


@frozen
class OrganisationEnded(OrganisationFact):
    """A local organisation ended; the day is its last."""

    tag = "organisation-ended"
    rank = Rank.ENDED
    turn = Turn.ENDS
    says = Text(da="ophørte", en="ended")
    title = Text(da="Organisering ophørt", en="Organisation ended")


FACTS: tuple[type[Fact], ...] = (NeighbourActivityHeld, BlockOrganised, OrganisationEnded)
