"""What is asked, judged or measured rather than counted: surveys, assessments, figures, baselines.

The day such a fact is about is the last day of the time it looks back on.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen, validators
from attrs.converters import optional

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Fact, Lifecycle, Rank, Thread
from vaerebro_events.domain.problem_words import names_of
from vaerebro_events.domain.references import IndicatorKey, PartyKey, indicator_key, party_key
from vaerebro_events.domain.values import HUNDRED, exact, not_negative, per_cent, whole, yes_or_no
from vaerebro_events.errors import (
    AlreadyMeasured,
    AlreadyThere,
    BaselineAgreed,
    InvalidValue,
    NoBaseline,
    UnknownIndicator,
    UnknownParty,
    WrongBaseline,
    WrongIndicator,
)
from vaerebro_events.text import Text

if TYPE_CHECKING:
    from vaerebro_events.domain.plan import Indicator, Plan


# Which fact an indicator takes, by how the plan says it is measured.
TAKES = {
    "survey": "survey-answered",
    "assessment": "assessment-made",
    "measurement": "indicator-measured",
    "count": "baseline-counted",
}


@frozen
class IndicatorFact(Fact):
    """A fact that measures one indicator of the plan."""

    indicator: IndicatorKey = field(converter=indicator_key)

    def _measured_by(self, plan: "Plan", source: str) -> "Indicator":
        indicator = plan.indicator(self.indicator)
        if indicator is None:
            raise UnknownIndicator(self.indicator, plan.name, names_of(plan.indicators))
        if indicator.source != source:
            raise WrongIndicator(self.indicator, TAKES[indicator.source])
        return indicator


@frozen
class SurveyAnswered(IndicatorFact):
    """So many were asked, so many answered, and so many of the answers were positive."""

    tag = "survey-answered"
    rank = Rank.MEASURED
    says = Text(da="svarede på en undersøgelse", en="answered a survey")
    title = Text(da="Spørgeskema besvaret", en="Survey answered")
    key = ("indicator", "occurred_on")

    asked: int = field(validator=whole())
    answered: int = field(validator=whole())
    positive: int = field(validator=whole())

    def __attrs_post_init__(self) -> None:
        if self.answered > self.asked:
            why = Text(da=f"kun {self.asked} blev spurgt", en=f"only {self.asked} were asked")
            raise InvalidValue("answered", self.answered, why)
        if self.positive > self.answered:
            why = Text(da=f"kun {self.answered} svarede", en=f"only {self.answered} answered")
            raise InvalidValue("positive", self.positive, why)

    def fits(self, plan: "Plan") -> None:
        self._measured_by(plan, "survey")


@frozen
class AssessmentMade(IndicatorFact):
    """A party that the plan names has judged whether it is so."""

    tag = "assessment-made"
    rank = Rank.MEASURED
    says = Text(da="blev vurderet", en="were assessed")
    title = Text(da="Vurdering foretaget", en="Assessment made")
    key = ("indicator", "party", "occurred_on")

    party: PartyKey = field(converter=party_key)
    positive: bool = field(validator=yes_or_no)

    def fits(self, plan: "Plan") -> None:
        indicator = self._measured_by(plan, "assessment")
        parties = tuple(party.key for party in indicator.parties)
        if self.party not in parties:
            raise UnknownParty(self.party, self.indicator, parties)


@frozen
class Measured:
    """The state of one indicator: the positions of its figures, by the day each is about."""

    indicator: str
    days: Mapping[date, int]
    baseline: int | None = None


def _unmeasured(indicator: str) -> Measured:
    return Measured(indicator, {})


def _measured_step(measured: Measured, entry: Entry) -> Measured:
    match entry.fact:
        case IndicatorMeasured():
            before = measured.days.get(entry.occurred_on)
            if before is not None:
                raise AlreadyMeasured(measured.indicator, entry.occurred_on, before)
            return evolve(measured, days={**measured.days, entry.occurred_on: entry.position})
        case BaselineCounted():
            if measured.baseline:
                raise AlreadyThere("baseline of", measured.indicator, measured.baseline)
            return evolve(measured, baseline=entry.position)
        case _:
            return measured


MEASURED = Lifecycle("indicator", _unmeasured, _measured_step)


@frozen
class IndicatorMeasured(IndicatorFact):
    """A figure of a register, an election or a published survey came: per cent, with its benchmark's.

    The day it is about is the last day of what it measures. `benchmark` is the figure of those the
    indicator is compared with, measured with it.
    """

    tag = "indicator-measured"
    rank = Rank.MEASURED
    says = Text(da="blev målt", en="were measured")
    title = Text(da="Indikator målt", en="Indicator measured")
    key = ("indicator", "occurred_on")

    percent: Decimal = field(converter=exact, validator=per_cent)
    benchmark: Decimal | None = field(
        default=None, converter=optional(exact), validator=validators.optional(per_cent)
    )

    def threads(self) -> tuple[Thread, ...]:
        return (Thread(MEASURED, (self.indicator,)),)

    def fits(self, plan: "Plan") -> None:
        self._measured_by(plan, "measurement")


@frozen
class BaselineCounted(IndicatorFact):
    """The baseline of an indicator was counted or measured, where the agreement does not give it.

    A whole number for what is counted, per cent for what is measured. The day it is about is the
    last day of what it covers.
    """

    tag = "baseline-counted"
    rank = Rank.MEASURED
    says = Text(da="fik et basistal", en="got a baseline")
    title = Text(da="Basistal opgjort", en="Baseline counted")
    key = ("indicator",)

    figure: Decimal = field(converter=exact, validator=not_negative)

    def threads(self) -> tuple[Thread, ...]:
        return (Thread(MEASURED, (self.indicator,)),)

    def fits(self, plan: "Plan") -> None:
        indicator = plan.indicator(self.indicator)
        if indicator is None:
            raise UnknownIndicator(self.indicator, plan.name, names_of(plan.indicators))
        if indicator.baseline is None:
            raise NoBaseline(self.indicator)
        if indicator.baseline.figure is not None:
            raise BaselineAgreed(self.indicator, indicator.baseline.figure)
        if indicator.source == "count" and self.figure != int(self.figure):
            raise WrongBaseline(self.indicator, self.figure, Text(da="et helt tal", en="a whole number"))
        if indicator.source == "measurement" and self.figure > HUNDRED:
            needs = Text(da="procent, fra 0 til 100", en="per cent, from 0 to 100")
            raise WrongBaseline(self.indicator, self.figure, needs)


FACTS: tuple[type[Fact], ...] = (SurveyAnswered, AssessmentMade, IndicatorMeasured, BaselineCounted)
