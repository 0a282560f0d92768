"""The rules, by kind. A new rule: one class in a module here, and one line in `RULES`."""

from vaerebro_events.domain.plan import Rule
from vaerebro_events.projections.rules.answers import Assessed, Share
from vaerebro_events.projections.rules.combining import AllOf, AnyOf
from vaerebro_events.projections.rules.contact import InContact
from vaerebro_events.projections.rules.counting import Count
from vaerebro_events.projections.rules.coverage import Coverage
from vaerebro_events.projections.rules.distinct import Distinct
from vaerebro_events.projections.rules.growing import Growing
from vaerebro_events.projections.rules.jobs import KeptSixMonths
from vaerebro_events.projections.rules.measuring import Closer, LevelWith, Moved
from vaerebro_events.projections.rules.presence import Established
from vaerebro_events.projections.rules.rule import CountingRule, JudgingRule
from vaerebro_events.projections.rules.series import CompleteSeries

RULES: tuple[type[Rule], ...] = (
    Count,
    Distinct,
    CompleteSeries,
    KeptSixMonths,
    Established,
    InContact,
    Coverage,
    Growing,
    Share,
    Assessed,
    Moved,
    Closer,
    LevelWith,
    AllOf,
    AnyOf,
)

__all__ = [
    "RULES",
    "AllOf",
    "AnyOf",
    "Assessed",
    "Closer",
    "CompleteSeries",
    "Count",
    "CountingRule",
    "Coverage",
    "Distinct",
    "Established",
    "Growing",
    "InContact",
    "JudgingRule",
    "KeptSixMonths",
    "LevelWith",
    "Moved",
    "Share",
]
