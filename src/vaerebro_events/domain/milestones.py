"""Milestones of the milestone plan: set for a day, moved to another, reached, or dropped."""

from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen
from attrs.converters import optional

from vaerebro_events.domain.fact import Fact, Rank, Thread
from vaerebro_events.domain.problem_words import names_of
from vaerebro_events.domain.references import ActivityKey, MilestoneRef, activity_key, milestone_ref
from vaerebro_events.domain.spells import Turn, spell
from vaerebro_events.domain.values import plain_day
from vaerebro_events.errors import UnknownActivity
from vaerebro_events.text import Text

if TYPE_CHECKING:
    from vaerebro_events.domain.plan import Plan


@frozen
class MilestoneFact(Fact):
    """A fact of one milestone."""

    milestone: MilestoneRef = field(converter=milestone_ref)

    def threads(self) -> tuple[Thread, ...]:
        return (spell("milestone", "", self.milestone),)


@frozen
class MilestoneSet(MilestoneFact):
    """A milestone was set, to be reached by a day; of an activity, or of the whole programme."""

    tag = "milestone-set"
    rank = Rank.PLANNED
    turn = Turn.BEGINS
    says = Text(da="blev fastsat", en="were set")
    title = Text(da="Milepæl sat", en="Milestone set")
    key = ("milestone",)

    due: date = field(validator=plain_day)
    activity: ActivityKey | None = field(default=None, converter=optional(activity_key))

    def fits(self, plan: "Plan") -> None:
        if self.activity is not None and not plan.has_activity(self.activity):
            raise UnknownActivity(self.activity, plan.name, names_of(plan.activities))


@frozen
class MilestoneMoved(MilestoneFact):
    """A milestone was given another day."""

    tag = "milestone-moved"
    rank = Rank.STARTED
    turn = Turn.GOES_ON
    says = Text(da="blev flyttet", en="were moved")
    title = Text(da="Milepæl flyttet", en="Milestone moved")

    due: date = field(validator=plain_day)


@frozen
class MilestoneReached(MilestoneFact):
    """A milestone was reached."""

    tag = "milestone-reached"
    rank = Rank.CHECKED
    turn = Turn.ENDS
    says = Text(da="blev nået", en="were reached")
    title = Text(da="Milepæl nået", en="Milestone reached")
    key = ("milestone",)


@frozen
class MilestoneDropped(MilestoneFact):
    """A milestone was given up."""

    tag = "milestone-dropped"
    rank = Rank.ENDED
    turn = Turn.ENDS
    says = Text(da="blev opgivet", en="were given up")
    title = Text(da="Milepæl opgivet", en="Milestone dropped")
    key = ("milestone",)


FACTS: tuple[type[Fact], ...] = (MilestoneSet, MilestoneMoved, MilestoneReached, MilestoneDropped)
