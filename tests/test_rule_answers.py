"""The share of positive answers, and what named parties have found."""

from datetime import date
from fractions import Fraction

import pytest

from given import NEXT_YEAR, PROGRAMME, YEAR, status_of
from vaerebro_events import Aim, AssessmentMade, Draft, Logbook, Part, Period, State, SurveyAnswered
from vaerebro_events.projections.rules import Assessed, Share
from vaerebro_events.projections.rules.answers import ShareOf

MEANINGFUL = "lommepengejob-meaningful"
GROWTH = "lommepengejob-growth-seen"
HALF = Share(MEANINGFUL, 50)
MORE_THAN_HALF = Share(MEANINGFUL, 50, more_than=True)
HALF_OF_ASKED = Share(MEANINGFUL, 50, ShareOf.ASKED)
SEEN = Assessed(GROWTH)
JUNE = date(2021, 6, 30)
LAST_DAY = date(2021, 12, 31)


def survey(asked: int, answered: int, positive: int, on: date = JUNE) -> Draft:
    return Draft(SurveyAnswered(MEANINGFUL, asked, answered, positive), on)


def assessed(party: str, on: date = JUNE, *, positive: bool = True) -> Draft:
    return Draft(AssessmentMade(GROWTH, party, positive), on)


def both(*, positive: bool = True) -> list[Draft]:
    return [assessed("estate-staff", positive=positive), assessed("cafe", positive=positive)]


@pytest.mark.parametrize(
    ("rule", "answers", "value", "state"),
    [
        (HALF, (20, 10, 5), Fraction(1, 2), State.MET),
        (HALF, (20, 9, 4), Fraction(4, 9), State.NOT_MET),
        (HALF, (20, 10, 10), Fraction(1), State.MET),
        (HALF, (20, 10, 0), Fraction(0), State.NOT_MET),
        (HALF, (20, 0, 0), None, State.AWAITING_MEASUREMENT),
        (MORE_THAN_HALF, (20, 10, 5), Fraction(1, 2), State.NOT_MET),
        (MORE_THAN_HALF, (20, 11, 6), Fraction(6, 11), State.MET),
        (MORE_THAN_HALF, (2, 0, 0), None, State.AWAITING_MEASUREMENT),
        (HALF_OF_ASKED, (20, 10, 10), Fraction(1, 2), State.MET),
        (HALF_OF_ASKED, (20, 10, 9), Fraction(9, 20), State.NOT_MET),
        (HALF_OF_ASKED, (20, 0, 0), Fraction(0), State.NOT_MET),
        (HALF_OF_ASKED, (0, 0, 0), None, State.AWAITING_MEASUREMENT),
    ],
)
def test_half_of_the_answers_are_positive(
    logbook: Logbook, rule: Share, answers: tuple[int, int, int], value: Fraction | None, state: State
) -> None:
    logbook.record(survey(*answers))

    status = status_of(rule, logbook.replay(on=LAST_DAY))

    assert (value, Fraction(1, 2), state) == (status.value, status.target, status.state)
    assert (Aim.MORE_THAN if rule.more_than else Aim.AT_LEAST) is status.aim
    assert answers == tuple(part.value for part in status.parts)


def test_rounds_of_one_period_are_taken_together(logbook: Logbook) -> None:
    logbook.record(survey(10, 10, 2), survey(10, 10, 8, on=LAST_DAY))

    status = status_of(HALF, logbook.replay(on=LAST_DAY))

    assert (Fraction(1, 2), (2, 3)) == (status.value, status.counted)


def test_a_survey_counts_in_the_period_of_its_day(logbook: Logbook) -> None:
    logbook.record(survey(10, 10, 8, on=date(2022, 1, 1)))
    replay = logbook.replay(on=date(2022, 12, 31))

    assert State.AWAITING_MEASUREMENT is status_of(HALF, replay).state
    assert State.MET is status_of(HALF, replay, NEXT_YEAR).state


@pytest.mark.parametrize(("positive", "state"), [(5, State.ON_TRACK), (4, State.BEHIND)])
def test_while_the_period_runs_the_share_so_far_decides(
    logbook: Logbook, positive: int, state: State
) -> None:
    logbook.record(survey(10, 10, positive))

    assert state is status_of(HALF, logbook.replay(on=date(2021, 12, 30))).state
    assert state is status_of(HALF, logbook.replay(on=JUNE), PROGRAMME).state


def test_before_a_survey_is_known_its_share_is_awaited(logbook: Logbook) -> None:
    logbook.record(survey(10, 10, 5))

    assert State.AWAITING_MEASUREMENT is status_of(HALF, logbook.replay(on=LAST_DAY, known=1)).state
    assert State.MET is status_of(HALF, logbook.replay(on=LAST_DAY, known=2)).state


def test_a_corrected_figure_changes_the_share(logbook: Logbook) -> None:
    [entry] = logbook.record(survey(10, 10, 5))

    logbook.correct(entry.position, SurveyAnswered(MEANINGFUL, 10, 10, 4), reason="wrong-figure")

    assert State.NOT_MET is status_of(HALF, logbook.replay(on=LAST_DAY)).state


@pytest.mark.parametrize(
    ("made", "value", "state"),
    [
        ([], 0, State.AWAITING_ASSESSMENT),
        ([assessed("cafe")], 1, State.AWAITING_ASSESSMENT),
        (both(), 2, State.MET),
        ([assessed("cafe"), assessed("estate-staff", positive=False)], 1, State.NOT_MET),
        (both(positive=False), 0, State.NOT_MET),
    ],
)
def test_every_named_party_says_yes(logbook: Logbook, made: list[Draft], value: int, state: State) -> None:
    if made:
        logbook.record(*made)

    status = status_of(SEEN, logbook.replay(on=LAST_DAY))

    assert (value, 2, state) == (status.value, status.target, status.state)


def test_the_newest_assessment_of_a_party_counts(logbook: Logbook) -> None:
    logbook.record(*both(positive=False))
    logbook.record(assessed("cafe", on=LAST_DAY), assessed("estate-staff", on=LAST_DAY))

    status = status_of(SEEN, logbook.replay(on=LAST_DAY))

    assert (2, State.MET, {4, 5}) == (status.value, status.state, set(status.counted))
    assert [("superseded", (5,)), ("superseded", (4,))] == [
        (item.why.value, item.because) for item in status.left_out
    ]
    assert {Part("cafe", 1), Part("estate-staff", 1)} == set(status.parts)


def test_an_assessment_counts_in_the_period_of_its_day(logbook: Logbook) -> None:
    logbook.record(assessed("cafe"), assessed("estate-staff", on=date(2022, 1, 1)))
    replay = logbook.replay(on=date(2022, 12, 31))

    states = [status_of(SEEN, replay, period).state for period in (YEAR, NEXT_YEAR, PROGRAMME)]

    assert [State.AWAITING_ASSESSMENT, State.AWAITING_ASSESSMENT, State.ON_TRACK] == states


def test_a_retracted_assessment_is_awaited_again(logbook: Logbook) -> None:
    [_, of_the_cafe] = logbook.record(*both())

    logbook.retract(of_the_cafe.position, reason="slip")

    assert State.MET is status_of(SEEN, logbook.replay(on=LAST_DAY, known=3)).state
    assert State.AWAITING_ASSESSMENT is status_of(SEEN, logbook.replay(on=LAST_DAY)).state


def test_what_nobody_is_named_for_needs_nobody(logbook: Logbook) -> None:
    # A plan with such a rule cannot be adopted; judged all the same it asks for no one.
    status = status_of(Assessed("mood"), logbook.replay(on=LAST_DAY), Period("2021", JUNE, LAST_DAY))

    assert (0, 0) == (status.value, status.target)


@pytest.mark.parametrize(
    ("rule", "danish", "english"),
    [
        (
            HALF,
            (
                "Mindst 50 % af svarene skal være positive: »Lommepengejobbet var meningsfuldt, og jeg lærte "
                "noget«."
            ),
            (
                "At least 50 % of those who answered must give a positive answer: «The lommepengejob was "
                "meaningful, and I learned something»."
            ),
        ),
        (
            MORE_THAN_HALF,
            (
                "Mere end 50 % af svarene skal være positive: »Lommepengejobbet var meningsfuldt, og jeg "
                "lærte noget«."
            ),
            (
                "More than 50 % of those who answered must give a positive answer: «The lommepengejob was "
                "meaningful, and I learned something»."
            ),
        ),
        (
            HALF_OF_ASKED,
            (
                "Mindst 50 % af alle adspurgte skal svare positivt: »Lommepengejobbet var meningsfuldt, og "
                "jeg lærte noget«."
            ),
            (
                "At least 50 % of all who were asked must give a positive answer: «The lommepengejob was "
                "meaningful, and I learned something»."
            ),
        ),
        (
            SEEN,
            (
                "Alle parter (ejendomsdriften, caféen) skal have svaret ja i deres seneste vurdering: »De "
                "unge udvikler sig og tager ansvar«."
            ),
            (
                "All parties (the estate staff, the café) must have said yes in their newest assessment: "
                "«The youths develop and take responsibility»."
            ),
        ),
        (
            Assessed("mood"),
            "Alle parter () skal have svaret ja i deres seneste vurdering: »mood«.",
            "All parties () must have said yes in their newest assessment: «mood».",
        ),
    ],
)
def test_the_rule_says_itself(logbook: Logbook, rule: Share | Assessed, danish: str, english: str) -> None:
    replay = logbook.replay()

    status = status_of(rule, replay)

    assert danish == replay.sentence(status, "da")
    assert english == replay.sentence(status, "en")
