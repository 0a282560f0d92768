"""The versions that the small plan is revised into: longer, shorter, with more, with less, other targets.

Each says something of its own for the same facts, so that it matters which version judges a period.
"""

from datetime import date
from typing import Any

from attrs import evolve

from stories import SMALL_PLAN
from vaerebro_events import Criterion, Plan, Rule
from vaerebro_events.domain.plan import Activity, Block, Party, Place, Reading
from vaerebro_events.projections.rules import AllOf, AnyOf, Coverage, Growing
from vaerebro_events.text import Text

_TEXT = Text(da="ny", en="new")


def _raised(rule: Rule) -> Rule:
    """The rule with a target one higher, and so with all rules in it."""
    found: Any = rule
    match rule:
        case AllOf() | AnyOf():
            return evolve(rule, rules=tuple(map(_raised, rule.rules)))
        case Growing():
            return evolve(rule, rule=_raised(rule.rule))
        case _ if isinstance(rule, Coverage) or not hasattr(rule, "target"):
            return rule  # there are no more blocks than are asked for
        case _:
            raised: Rule = evolve(found, target=found.target + 1)
            return raised


def _with_rules_raised(criterion: Criterion) -> Criterion:
    readings = tuple(evolve(reading, rule=_raised(reading.rule)) for reading in criterion.readings)
    return evolve(criterion, readings=readings)


def _last_reading_alone(criterion: Criterion) -> Criterion:
    kept = criterion.readings[-1:]
    return evolve(criterion, readings=kept, default_reading=kept[0].key)


def _within(reading: Reading, last_day: date) -> Reading:
    """The reading in a programme that ends on this day."""
    return reading if reading.last_day is None else evolve(reading, last_day=min(reading.last_day, last_day))


def _ending(plan: Plan, last_day: date) -> Plan:
    criteria = tuple(
        evolve(criterion, readings=tuple(_within(reading, last_day) for reading in criterion.readings))
        for criterion in plan.criteria
    )
    return evolve(plan, last_day=last_day, criteria=criteria)


RAISED = evolve(SMALL_PLAN, criteria=tuple(map(_with_rules_raised, SMALL_PLAN.criteria)))
LONGER = evolve(SMALL_PLAN, last_day=date(2024, 6, 30))
SHORTER = _ending(RAISED, date(2022, 8, 31))
# Every second criterion, the last one first; of these, the last reading alone.
LESS = evolve(
    SMALL_PLAN,
    criteria=tuple(map(_last_reading_alone, SMALL_PLAN.criteria[::-2])),
    duties=(),
    parties=SMALL_PLAN.parties[:1],
)
MORE = evolve(
    RAISED,
    activities=(*SMALL_PLAN.activities, Activity("skak", "all", _TEXT)),
    places=(*SMALL_PLAN.places, Place("moon", _TEXT)),
    blocks=(*SMALL_PLAN.blocks, Block("b-9", _TEXT, ("a",))),
    parties=(*SMALL_PLAN.parties, Party("cafe", _TEXT)),
    criteria=(
        evolve(SMALL_PLAN.criteria[0], key="nothing"),
        *SMALL_PLAN.criteria[1:],
        *RAISED.criteria[:1],
    ),
)
ANOTHER = evolve(SMALL_PLAN, name="another")
REVISED = (RAISED, LONGER, SHORTER, LESS, MORE)
