"""The rules, by kind. A new rule: one class in a module here, and one line in `RULES`."""

from vaerebro_events.domain.plan import Rule
from vaerebro_events.projections.rules.answers import Assessed, Share
from vaerebro_events.projections.rules.counting import Count, Distinct
from vaerebro_events.projections.rules.jobs import KeptSixMonths
from vaerebro_events.projections.rules.presence import Established
from vaerebro_events.projections.rules.rule import JudgingRule
from vaerebro_events.projections.rules.series import CompleteSeries

RULES: tuple[type[Rule], ...] = (
    Count,
    Distinct,
    CompleteSeries,
    KeptSixMonths,
    Established,
    Share,
    Assessed,
)

__all__ = [
    "RULES",
    "Assessed",
    "CompleteSeries",
    "Count",
    "Distinct",
    "Established",
    "JudgingRule",
    "KeptSixMonths",
    "Share",
]
