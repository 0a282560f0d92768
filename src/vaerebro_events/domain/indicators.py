"""What is asked and judged rather than counted: surveys and assessments.

The day such a fact is about is the last day of the time it looks back on.
"""

from typing import TYPE_CHECKING

from attrs import field, frozen

from vaerebro_events.domain.fact import Fact, Rank
from vaerebro_events.domain.text import Text
from vaerebro_events.domain.values import (
    IndicatorKey,
    PartyKey,
    indicator_key,
    party_key,
    whole,
    yes_or_no,
)
from vaerebro_events.errors import InvalidValue, UnknownIndicator, UnknownParty, WrongIndicator

if TYPE_CHECKING:
    from vaerebro_events.domain.plan import Indicator, Plan


@frozen
class IndicatorFact(Fact):
    """A fact that measures one indicator of the plan."""

    indicator: IndicatorKey = field(converter=indicator_key)

    def _measured_by(self, plan: "Plan", source: str) -> "Indicator":
        indicator = plan.indicator(self.indicator)
        if indicator is None:
            raise UnknownIndicator(self.indicator, plan.name)
        if indicator.source != source:
            raise WrongIndicator(self.indicator, indicator.source)
        return indicator


@frozen
class SurveyAnswered(IndicatorFact):
    """So many were asked, so many answered, and so many of the answers were positive."""

    tag = "survey-answered"
    rank = Rank.MEASURED
    says = Text(da="svarede på en undersøgelse", en="answered a survey")

    asked: int = field(validator=whole())
    answered: int = field(validator=whole())
    positive: int = field(validator=whole())

    def __attrs_post_init__(self) -> None:
        if self.answered > self.asked:
            raise InvalidValue("answered", self.answered, f"only {self.asked} were asked")
        if self.positive > self.answered:
            raise InvalidValue("positive", self.positive, f"only {self.answered} answered")

    def fits(self, plan: "Plan") -> None:
        self._measured_by(plan, "survey")


@frozen
class AssessmentMade(IndicatorFact):
    """A party that the plan names has judged whether it is so."""

    tag = "assessment-made"
    rank = Rank.MEASURED
    says = Text(da="blev vurderet", en="were assessed")

    party: PartyKey = field(converter=party_key)
    positive: bool = field(validator=yes_or_no)

    def fits(self, plan: "Plan") -> None:
        indicator = self._measured_by(plan, "assessment")
        parties = tuple(party.key for party in indicator.parties)
        if self.party not in parties:
            raise UnknownParty(self.party, self.indicator, parties)


FACTS: tuple[type[Fact], ...] = (SurveyAnswered, AssessmentMade)
