"""Rules for what is asked or judged: the share of positive answers, and assessments by named parties."""

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.indicators import AssessmentMade, SurveyAnswered
from vaerebro_events.domain.picking import Facts
from vaerebro_events.domain.plan import IndicatorSource, Plan, Words
from vaerebro_events.domain.values import whole
from vaerebro_events.projections.history import View
from vaerebro_events.projections.judgement import Aim, Growth, Judgement, LeftOut, Part, State, Why
from vaerebro_events.projections.rules.rule import JudgingRule, indicator_problems, more_than, positions
from vaerebro_events.projections.status import Period
from vaerebro_events.text import Text


class ShareOf(StrEnum):
    """Of whom the share is taken: of those who answered, or of all who were asked."""

    ANSWERED = "answered"
    ASKED = "asked"


WHOLE = 100  # per cent


@frozen
class Share(JudgingRule):
    """The share of positive answers to a survey, over all its rounds in the period taken together.

    Settings: `of` those who answered, or of all who were asked; whether it must be `more_than` the
    per cent named. The three numbers are shown as parts.
    """

    kind = "share"

    indicator: str
    percent: int = field(validator=whole(1))
    of: ShareOf = ShareOf.ANSWERED
    more_than: bool = False

    def judge(self, view: View, period: Period) -> Judgement:
        rounds = view.within(period, SurveyAnswered.tag, {"indicator": self.indicator})
        surveys = [_survey(entry) for entry in rounds]
        asked = sum(survey.asked for survey in surveys)
        answered = sum(survey.answered for survey in surveys)
        positive = sum(survey.positive for survey in surveys)
        base = answered if self.of is ShareOf.ANSWERED else asked
        return Judgement(
            Growth.LEVEL,
            Fraction(self.percent, WHOLE),
            Fraction(positive, base) if base else None,
            (Part("asked", asked), Part("answered", answered), Part("positive", positive)),
            positions(rounds),
            lacks=None if base else State.AWAITING_MEASUREMENT,
            aim=Aim.MORE_THAN if self.more_than else Aim.AT_LEAST,
        )

    def sentence(self, words: Words) -> str:
        title = words.indicator(self.indicator)
        answered = self.of is ShareOf.ANSWERED
        if words.language == "da":
            positive = "svarene skal være positive" if answered else "alle adspurgte skal svare positivt"
            least = "Mere end" if self.more_than else "Mindst"
            return f"{least} {self.percent} % af {positive}: »{title}«."
        base = "those who answered" if answered else "all who were asked"
        least = "More than" if self.more_than else "At least"
        return f"{least} {self.percent} % of {base} must give a positive answer: «{title}»."

    def problems(self, plan: Plan, facts: Facts) -> Iterator[Text]:
        yield from indicator_problems(plan, self.indicator, IndicatorSource.SURVEY)
        if self.percent > WHOLE:
            yield more_than("percent", self.percent, WHOLE)
        if self.percent == WHOLE and self.more_than:
            yield Text(da="more_than 100 procent nås aldrig", en="more_than 100 per cent is never reached")


@frozen
class Assessed(JudgingRule):
    """Every party that the plan names for an indicator has assessed it; the newest of each is positive."""

    kind = "assessed"

    indicator: str

    def judge(self, view: View, period: Period) -> Judgement:
        indicator = view.plan.indicator(self.indicator)
        parties = () if indicator is None else tuple(party.key for party in indicator.parties)
        newest: dict[str, Entry] = {}
        left_out: list[LeftOut] = []
        for entry in view.within(period, AssessmentMade.tag, {"indicator": self.indicator}):
            party = _assessment(entry).party
            if party in newest:
                left_out.append(LeftOut(newest[party].position, Why.SUPERSEDED, (entry.position,)))
            newest[party] = entry
        positive = sum(_assessment(entry).positive for entry in newest.values())
        return Judgement(
            Growth.LEVEL,
            len(parties),
            positive,
            tuple(Part(key, int(_assessment(newest[key]).positive)) for key in parties if key in newest),
            positions(newest.values()),
            tuple(left_out),
            lacks=None if all(party in newest for party in parties) else State.AWAITING_ASSESSMENT,
        )

    def sentence(self, words: Words) -> str:
        title, parties = words.indicator(self.indicator), words.parties(self.indicator)
        if words.language == "da":
            return f"Alle parter ({parties}) skal have svaret ja i deres seneste vurdering: »{title}«."
        return f"All parties ({parties}) must have said yes in their newest assessment: «{title}»."

    def problems(self, plan: Plan, facts: Facts) -> Iterator[Text]:
        yield from indicator_problems(plan, self.indicator, IndicatorSource.ASSESSMENT)


def _survey(entry: Entry) -> SurveyAnswered:
    assert isinstance(entry.fact, SurveyAnswered)
    return entry.fact


def _assessment(entry: Entry) -> AssessmentMade:
    assert isinstance(entry.fact, AssessmentMade)
    return entry.fact
