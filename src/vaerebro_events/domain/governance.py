"""What is decided about the plan and the logbook itself."""

from attrs import field, frozen

from vaerebro_events.domain.fact import Fact, Rank
from vaerebro_events.domain.plan import Plan
from vaerebro_events.domain.text import Text
from vaerebro_events.domain.values import whole


@frozen
class PlanAdopted(Fact):
    """The plan is adopted, whole: from here on the log alone says what is agreed."""

    tag = "plan-adopted"
    rank = Rank.PLAN
    says = Text(da="blev vedtaget", en="were adopted")
    amendable = False

    plan: Plan


@frozen
class MarkedAsSample(Fact):
    """What this logbook holds is made up, from this seed number; nobody in it exists."""

    tag = "marked-as-sample"
    rank = Rank.PLAN
    says = Text(da="blev mærket som eksempel", en="were marked as a sample")
    amendable = False

    seed: int = field(validator=whole())


FACTS: tuple[type[Fact], ...] = (PlanAdopted, MarkedAsSample)
