"""Sentences about what is measured, counted once as a baseline, judged by parties, or asked of people."""

from datetime import date
from decimal import Decimal

from criteria.saying import Drafts, says
from vaerebro_events import AssessmentMade, BaselineCounted, Draft, IndicatorMeasured, SurveyAnswered


@says("{indicator:name} is {percent:percent} % on {day:day}")
def measured_alone(indicator: str, percent: Decimal, day: date) -> Drafts:
    return [Draft(IndicatorMeasured(indicator, percent, None), day)]


@says("{indicator:name} is {percent:percent} % against {benchmark:percent} % on {day:day}")
def measured(indicator: str, percent: Decimal, benchmark: Decimal, day: date) -> Drafts:
    return [Draft(IndicatorMeasured(indicator, percent, benchmark), day)]


@says("{indicator:name} starts from {figure:percent} counted on {day:day}")
def baseline(indicator: str, figure: Decimal, day: date) -> Drafts:
    return [Draft(BaselineCounted(indicator, figure), day)]


@says("{parties:names} say(s) yes to {indicator:name} on {day:day}")
def yes(parties: list[str], indicator: str, day: date) -> Drafts:
    return [Draft(AssessmentMade(indicator, party, True), day) for party in parties]  # noqa: FBT003 they say yes


@says("{parties:names} say(s) no to {indicator:name} on {day:day}")
def no(parties: list[str], indicator: str, day: date) -> Drafts:
    return [Draft(AssessmentMade(indicator, party, False), day) for party in parties]  # noqa: FBT003 they say no


@says("{positive:number} of {answered:number} answers to {indicator:name} are positive on {day:day}")
def survey(positive: int, answered: int, indicator: str, day: date) -> Drafts:
    return [Draft(SurveyAnswered(indicator, answered, answered, positive), day)]


@says("nothing is recorded")
def nothing() -> Drafts:
    return []
