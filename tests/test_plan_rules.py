"""What in a plan does not fit together: rules, indicators, seasons."""

import pytest
from attrs import evolve

from given import plan_with, the_plan
from vaerebro_events import VOCABULARY, Codec, Text
from vaerebro_events.domain.plan import IndicatorSource, PeriodKind, Words
from vaerebro_events.projections.rules import Assessed, Count, Distinct, KeptSixMonths, Share

UNIT = Text(da="familier", en="families")


@pytest.mark.parametrize(
    ("rule", "period", "wrong"),
    [
        (Share("mood", 50), PeriodKind.YEAR, "rule: there is no indicator «mood»"),
        (
            Share("lommepengejob-growth-seen", 50),
            PeriodKind.YEAR,
            "rule: the indicator «lommepengejob-growth-seen» is measured by assessment, not by survey",
        ),
        (
            Assessed("lommepengejob-meaningful"),
            PeriodKind.YEAR,
            "rule: the indicator «lommepengejob-meaningful» is measured by survey, not by assessment",
        ),
        (Share("lommepengejob-meaningful", 101), PeriodKind.YEAR, "rule: percent is 101, more than 100"),
        (
            Share("lommepengejob-meaningful", 50),
            PeriodKind.SEASON,
            "a «share» cannot be judged by season",
        ),
        (KeptSixMonths("lommepengejob", 5, 6), PeriodKind.YEAR, "rule: of_them (6) is more than target (5)"),
        (KeptSixMonths("chess", 5, 5), PeriodKind.YEAR, "rule: there is no activity «chess»"),
        (
            KeptSixMonths("lommepengejob", 5, 5),
            PeriodKind.SEASON,
            "a «kept-six-months» cannot be judged by season",
        ),
        (
            Distinct("family-attended", "family", 8, UNIT, at_least=2, first_ever=True),
            PeriodKind.YEAR,
            "rule: first_ever and at_least do not go together",
        ),
        (
            Distinct("family-attended", "child", 8, UNIT),
            PeriodKind.YEAR,
            "rule: the fact «family-attended» has no field «child»; it has activity, family, meeting, series",
        ),
    ],
)
def test_a_rule_that_does_not_fit_is_told(
    rule: Share | Assessed | KeptSixMonths | Distinct, period: PeriodKind, wrong: str
) -> None:
    plan = plan_with(rule, period)

    [problem] = plan.problems(VOCABULARY.facts)

    assert ("criteria «asked», reading «only»", wrong) == tuple(
        str(problem).replace(", rule: ", ": rule: ").split(": ", 1)
    )


def test_a_reading_by_season_needs_an_activity() -> None:
    plan = plan_with(Count("meeting-held", 1, UNIT), PeriodKind.SEASON)
    plan = evolve(plan, criteria=(evolve(plan.criteria[0], activity=None),))

    [problem] = plan.problems(VOCABULARY.facts)

    assert "criteria «asked», reading «only»: a reading by season needs an activity" == str(problem)


def test_a_rule_by_season_needs_facts_with_a_season() -> None:
    plan = plan_with(Count("participant-registered", 1, UNIT), PeriodKind.SEASON)

    assert 1 == len(plan.problems(VOCABULARY.facts))


def test_an_assessment_needs_its_parties() -> None:
    plan = the_plan()
    indicators = [evolve(each, parties=()) for each in plan.indicators]
    wrong = evolve(plan, indicators=tuple(indicators)).problems(VOCABULARY.facts)

    assert ["indicators «lommepengejob-growth-seen»: an assessment needs its parties"] == [
        str(each) for each in wrong
    ]
    assert IndicatorSource.ASSESSMENT is plan.indicators[1].source


def test_a_plan_comes_back_from_plain_data() -> None:
    codec = Codec(VOCABULARY)

    assert the_plan() == codec.plan("again", codec.plain_plan(the_plan()))


def test_words_of_what_the_plan_does_not_have_are_its_keys() -> None:
    words = Words("en", the_plan(), VOCABULARY.facts)

    assert ("mood", "") == (words.indicator("mood"), words.parties("mood"))
