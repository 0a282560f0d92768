"""What is decided about the plan and the logbook itself."""

from typing import Any

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
    version = 2
    says = Text(da="blev vedtaget", en="were adopted")
    amendable = False

    plan: Plan


def before_blocks(fields: dict[str, Any]) -> dict[str, Any]:
    """Lifts a plan of version 1, which knew no blocks, places, groups and baselines, and has none."""
    return fields


@frozen
class MarkedAsSample(Fact):
    """What this logbook holds is made up, from this seed number; nobody in it exists."""

    tag = "marked-as-sample"
    rank = Rank.PLAN
    says = Text(da="blev mærket som eksempel", en="were marked as a sample")
    amendable = False

    seed: int = field(validator=whole())


FACTS: tuple[type[Fact], ...] = (PlanAdopted, MarkedAsSample)
