"""Figures closer to those of others than they were at the baseline, each against its own benchmark."""

from datetime import date
from fractions import Fraction

import pytest

from given import NEXT_YEAR, YEAR, measured, reasons, status_of, the_plan
from vaerebro_events import VOCABULARY, Aim, IndicatorMeasured, Logbook, State, Words
from vaerebro_events.projections.rules import Closer
from vaerebro_events.projections.rules.measuring import Direction

# The agreement's figures: safety 75 against 87 (12 points below), charged youths 2.1 against 0.9 (1.2 above).
SAFER = Closer("safety", Direction.UP)
FEWER_CHARGED = Closer("youth-charged", Direction.DOWN)
JUNE = date(2021, 6, 30)
LAST_DAY = date(2021, 12, 31)


@pytest.mark.parametrize(
    ("rule", "percent", "benchmark", "state"),
    [
        # Others stand still.
        (SAFER, "75", "87", State.NOT_MET),
        (SAFER, "75.01", "87", State.MET),
        # Others rise to 90: as far from them as before is 78.
        (SAFER, "78", "90", State.NOT_MET),
        (SAFER, "78.01", "90", State.MET),
        (SAFER, "77.99", "90", State.NOT_MET),
        # Others fall to 80: nearer, although the own figure fell.
        (SAFER, "68", "80", State.NOT_MET),
        (SAFER, "68.01", "80", State.MET),
        # Past them, however far, is no distance.
        (SAFER, "90", "90", State.MET),
        (SAFER, "100", "60", State.MET),
        (FEWER_CHARGED, "2.1", "0.9", State.NOT_MET),
        (FEWER_CHARGED, "2.09", "0.9", State.MET),
        (FEWER_CHARGED, "1.7", "0.5", State.NOT_MET),
        (FEWER_CHARGED, "1.69", "0.5", State.MET),
        (FEWER_CHARGED, "1.71", "0.5", State.NOT_MET),
        (FEWER_CHARGED, "0", "3", State.MET),
    ],
)
def test_only_a_smaller_distance_is_closer(
    logbook: Logbook, rule: Closer, percent: str, benchmark: str, state: State
) -> None:
    logbook.record(measured(rule.indicator, percent, JUNE, benchmark))

    assert state is status_of(rule, logbook.replay(on=LAST_DAY)).state


@pytest.mark.parametrize(
    ("rule", "benchmark", "target", "aim"),
    [
        (SAFER, "90", Fraction(78, 100), Aim.MORE_THAN),
        (FEWER_CHARGED, "0.5", Fraction(17, 1000), Aim.LESS_THAN),
    ],
)
def test_what_is_as_far_away_as_before_must_be_passed(
    logbook: Logbook, rule: Closer, benchmark: str, target: Fraction, aim: Aim
) -> None:
    logbook.record(measured(rule.indicator, "1.5", JUNE, benchmark))

    status = status_of(rule, logbook.replay(on=LAST_DAY))

    assert (target, aim, Fraction(15, 1000)) == (status.target, status.aim, status.value)
    assert Fraction(benchmark) / 100 == status.benchmark
    assert {SAFER: Fraction(3, 4), FEWER_CHARGED: Fraction(21, 1000)}[rule] == status.baseline


def test_a_measurement_is_awaited(logbook: Logbook) -> None:
    status = status_of(SAFER, logbook.replay(on=LAST_DAY))

    assert (State.AWAITING_MEASUREMENT, None, None) == (status.state, status.value, status.target)


def test_the_newest_figure_needs_its_own_benchmark(logbook: Logbook) -> None:
    logbook.record(measured("safety", "80", JUNE, "87"), measured("safety", "81", LAST_DAY))

    status = status_of(SAFER, logbook.replay(on=LAST_DAY))

    assert (State.AWAITING_MEASUREMENT, Fraction(81, 100)) == (status.state, status.value)
    assert ((3,), [(2, "superseded", (3,))]) == (status.counted, reasons(status))
    assert State.ON_TRACK is status_of(SAFER, logbook.replay(on=JUNE)).state


def test_a_baseline_that_was_not_compared_is_awaited(logbook: Logbook) -> None:
    # The agreement gives no figure of others for this one, so a plan with such a rule cannot be adopted.
    logbook.record(measured("volunteering-share", "20", JUNE, "30"))

    status = status_of(Closer("volunteering-share", Direction.UP), logbook.replay(on=LAST_DAY))

    assert State.AWAITING_BASELINE is status.state


@pytest.mark.parametrize(
    ("day", "this_year", "next_year"),
    [
        (date(2020, 12, 31), State.AWAITING_MEASUREMENT, State.AWAITING_MEASUREMENT),
        (date(2021, 1, 1), State.MET, State.AWAITING_MEASUREMENT),
        (LAST_DAY, State.MET, State.AWAITING_MEASUREMENT),
        (date(2022, 1, 1), State.AWAITING_MEASUREMENT, State.MET),
    ],
)
def test_a_figure_holds_in_the_period_of_its_day(
    logbook: Logbook, day: date, this_year: State, next_year: State
) -> None:
    logbook.record(measured("safety", "80", day, "87"))
    replay = logbook.replay(on=date(2022, 12, 31))

    assert [this_year, next_year] == [status_of(SAFER, replay, period).state for period in (YEAR, NEXT_YEAR)]


def test_a_corrected_benchmark_changes_the_distance(logbook: Logbook) -> None:
    logbook.record(measured("safety", "80", JUNE, "91"))

    logbook.correct(2, IndicatorMeasured("safety", "80", "92"), reason="wrong-figure")

    assert State.MET is status_of(SAFER, logbook.replay(on=LAST_DAY, known=2)).state
    assert State.NOT_MET is status_of(SAFER, logbook.replay(on=LAST_DAY)).state


def test_the_rule_says_itself(logbook: Logbook) -> None:
    replay = logbook.replay()

    status = status_of(FEWER_CHARGED, replay)

    assert (
        "Andelen af 10-17-årige, der er sigtet mindst én gang (straffelov, våben eller stoffer), skal være "
        "kommet tættere på tallet for Gladsaxe Kommune siden basistallet (2,1 %, gennemsnit af 2014-2018, "
        "svarende til 6,4 personer om året; Gladsaxe Kommune 0,9 %)."
    ) == replay.sentence(status, "da")
    assert (
        "Share of 10-17-year-olds charged at least once (penal code, weapons or drugs): the share must "
        "be closer to the figure for Gladsaxe municipality than it was at the baseline (2.1 %, mean of "
        "2014-2018, which is 6.4 persons a year; Gladsaxe municipality 0.9 %)."
    ) == replay.sentence(status, "en")


def test_where_the_agreement_gives_no_benchmark_the_baseline_is_said_alone() -> None:
    words = Words("en", the_plan(), VOCABULARY.facts)

    assert "14 %, 2018" == words.both("volunteering-share")
    assert "joy" == words.both("joy")
