"""Figures that others publish, moved from the baseline: at all, or by so many percentage points."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from given import NEXT_YEAR, PROGRAMME, YEAR, baseline, measured, reasons, status_of
from vaerebro_events import Aim, IndicatorMeasured, Logbook, State
from vaerebro_events.projections.rules import Moved
from vaerebro_events.projections.rules.measuring import Direction

# The baselines of the agreement: safety 75, charged youths 2.1, basic school only 27.8 per cent.
RISEN = Moved("safety", Direction.UP)
RISEN_BY_FIVE = Moved("safety", Direction.UP, Decimal(5))
FALLEN = Moved("youth-charged", Direction.DOWN)
FALLEN_BY_THREE = Moved("basic-school-only", Direction.DOWN, Decimal(3))
# Its baseline is not in the agreement.
MORE_PARENTS = Moved("parent-meetings", Direction.UP)
JUNE = date(2021, 6, 30)
LAST_DAY = date(2021, 12, 31)


@pytest.mark.parametrize(
    ("rule", "percent", "state"),
    [
        (RISEN, "75.01", State.MET),
        (RISEN, "75", State.NOT_MET),
        (RISEN, "74.99", State.NOT_MET),
        (RISEN_BY_FIVE, "80", State.MET),
        (RISEN_BY_FIVE, "80.01", State.MET),
        (RISEN_BY_FIVE, "79.99", State.NOT_MET),
        (FALLEN, "2.09", State.MET),
        (FALLEN, "0", State.MET),
        (FALLEN, "2.1", State.NOT_MET),
        (FALLEN, "2.11", State.NOT_MET),
        (FALLEN_BY_THREE, "24.8", State.MET),
        (FALLEN_BY_THREE, "24.79", State.MET),
        (FALLEN_BY_THREE, "24.81", State.NOT_MET),
    ],
)
def test_any_move_is_one_beyond_the_baseline_and_so_many_points_are_enough(
    logbook: Logbook, rule: Moved, percent: str, state: State
) -> None:
    logbook.record(measured(rule.indicator, percent, JUNE))

    assert state is status_of(rule, logbook.replay(on=LAST_DAY)).state


@pytest.mark.parametrize(
    ("rule", "baseline", "target", "aim"),
    [
        (RISEN, Fraction(75, 100), Fraction(75, 100), Aim.MORE_THAN),
        (RISEN_BY_FIVE, Fraction(75, 100), Fraction(80, 100), Aim.AT_LEAST),
        (FALLEN, Fraction(21, 1000), Fraction(21, 1000), Aim.LESS_THAN),
        (FALLEN_BY_THREE, Fraction(278, 1000), Fraction(248, 1000), Aim.AT_MOST),
    ],
)
def test_the_figures_are_exact(
    logbook: Logbook, rule: Moved, baseline: Fraction, target: Fraction, aim: Aim
) -> None:
    logbook.record(measured(rule.indicator, "33.3", JUNE))

    status = status_of(rule, logbook.replay(on=LAST_DAY))

    assert (Fraction(333, 1000), baseline, target, aim) == (
        status.value,
        status.baseline,
        status.target,
        status.aim,
    )
    assert status.benchmark is None


def test_the_newest_figure_of_the_period_holds(logbook: Logbook) -> None:
    # Recorded in another order than that of their days.
    logbook.record(measured("safety", "76", LAST_DAY), measured("safety", "90", JUNE))

    status = status_of(RISEN_BY_FIVE, logbook.replay(on=LAST_DAY))

    assert (Fraction(76, 100), (2,), State.NOT_MET) == (status.value, status.counted, status.state)
    assert [(3, "superseded", (2,))] == reasons(status)


@pytest.mark.parametrize(
    ("day", "in_the_year", "in_the_next"),
    [
        (date(2020, 12, 31), None, None),
        (date(2021, 1, 1), Fraction(4, 5), None),
        (LAST_DAY, Fraction(4, 5), None),
        (date(2022, 1, 1), None, Fraction(4, 5)),
    ],
)
def test_a_figure_holds_in_the_period_of_its_day(
    logbook: Logbook, day: date, in_the_year: Fraction | None, in_the_next: Fraction | None
) -> None:
    logbook.record(measured("safety", "80", day))
    replay = logbook.replay(on=date(2022, 12, 31))

    assert in_the_year == status_of(RISEN, replay, YEAR).value
    assert in_the_next == status_of(RISEN, replay, NEXT_YEAR).value
    assert Fraction(4, 5) == status_of(RISEN, replay, PROGRAMME).value


@pytest.mark.parametrize(("percent", "state"), [("75.1", State.ON_TRACK), ("75", State.BEHIND)])
def test_a_move_may_still_be_lost_before_the_period_is_over(
    logbook: Logbook, percent: str, state: State
) -> None:
    logbook.record(measured("safety", percent, JUNE))

    assert state is status_of(RISEN, logbook.replay(on=LAST_DAY), PROGRAMME).state
    assert state is status_of(RISEN, logbook.replay(on=JUNE)).state


def test_first_the_baseline_is_awaited_then_the_measurement(logbook: Logbook) -> None:
    logbook.record(baseline("parent-meetings", "40"))
    logbook.record(measured("parent-meetings", "40.1", JUNE))

    statuses = [status_of(MORE_PARENTS, logbook.replay(on=LAST_DAY, known=known)) for known in (1, 2, 3)]

    assert [State.AWAITING_BASELINE, State.AWAITING_MEASUREMENT, State.MET] == [s.state for s in statuses]
    assert [None, Fraction(2, 5), Fraction(2, 5)] == [status.target for status in statuses]
    assert [(), (2,), (2, 3)] == [status.counted for status in statuses]


def test_without_its_baseline_a_figure_says_nothing(logbook: Logbook) -> None:
    logbook.record(measured("parent-meetings", "99", JUNE))

    status = status_of(MORE_PARENTS, logbook.replay(on=LAST_DAY))

    assert (State.AWAITING_BASELINE, Fraction(99, 100), None) == (status.state, status.value, status.target)


def test_a_baseline_recorded_after_the_period_still_decides_it(logbook: Logbook) -> None:
    logbook.record(measured("parent-meetings", "41", JUNE), baseline("parent-meetings", 40, date(2022, 2, 1)))

    assert State.AWAITING_BASELINE is status_of(MORE_PARENTS, logbook.replay(on=LAST_DAY)).state
    assert State.MET is status_of(MORE_PARENTS, logbook.replay(on=date(2022, 2, 1))).state


def test_a_corrected_figure_or_baseline_changes_the_state(logbook: Logbook) -> None:
    logbook.record(baseline("parent-meetings", 40), measured("parent-meetings", "41", JUNE))

    logbook.correct(3, IndicatorMeasured("parent-meetings", "40"), reason="wrong-figure")
    assert State.NOT_MET is status_of(MORE_PARENTS, logbook.replay(on=LAST_DAY)).state

    logbook.correct(2, baseline("parent-meetings", "39.9").fact, reason="wrong-figure")
    assert State.MET is status_of(MORE_PARENTS, logbook.replay(on=LAST_DAY)).state


def test_a_retracted_figure_gives_way_to_the_one_before(logbook: Logbook) -> None:
    logbook.record(measured("safety", "81", JUNE), measured("safety", "74", LAST_DAY))

    logbook.retract(3, reason="slip")

    status = status_of(RISEN_BY_FIVE, logbook.replay(on=LAST_DAY))
    assert (State.MET, (2,), ()) == (status.state, status.counted, status.left_out)


def test_an_indicator_that_nobody_knows_has_no_baseline(logbook: Logbook) -> None:
    # A plan with such a rule cannot be adopted; judged all the same it awaits.
    status = status_of(Moved("mood", Direction.UP), logbook.replay(on=LAST_DAY))

    assert State.AWAITING_BASELINE is status.state


@pytest.mark.parametrize(
    ("rule", "danish", "english"),
    [
        (
            RISEN_BY_FIVE,
            (
                "Andelen af beboere, der grundlæggende er trygge i området, skal være steget med mindst 5 "
                "procentpoint i forhold til basistallet (75 %, 2018)."
            ),
            (
                "Share of residents who feel basically safe in the area: the share must have risen by at "
                "least 5 percentage points since the baseline (75 %, 2018)."
            ),
        ),
        (
            Moved("basic-school-only", Direction.DOWN, Decimal("2.5")),
            (
                "Andelen af 20-24-årige med kun grundskole og uden igangværende uddannelse skal være "
                "faldet med mindst 2,5 procentpoint i forhold til basistallet (27,8 %, 2018)."
            ),
            (
                "Share of 20-24-year-olds with basic school only and not in education: the share must "
                "have fallen by at least 2.5 percentage points since the baseline (27.8 %, 2018)."
            ),
        ),
        (
            MORE_PARENTS,
            (
                "Andelen af forældre, der kommer til forældremøder og arrangementer, skal være steget i "
                "forhold til basistallet (Skovbrynet Skoles tal for 2019)."
            ),
            (
                "Share of parents attending parent meetings and events: the share must have risen since "
                "the baseline (Skovbrynet Skole's figure for 2019)."
            ),
        ),
        (
            Moved("mood", Direction.DOWN),
            "mood skal være faldet i forhold til basistallet (mood).",
            "mood: the share must have fallen since the baseline (mood).",
        ),
    ],
)
def test_the_rule_says_itself(logbook: Logbook, rule: Moved, danish: str, english: str) -> None:
    replay = logbook.replay()

    status = status_of(rule, replay)

    assert danish == replay.sentence(status, "da")
    assert english == replay.sentence(status, "en")
