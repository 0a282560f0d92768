"""Figures level with those of others, or better, with so many points to spare."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from given import NEXT_YEAR, YEAR, measured, reasons, status_of
from vaerebro_events import Aim, Logbook, State
from vaerebro_events.projections.rules import LevelWith
from vaerebro_events.projections.rules.measuring import Direction

CHILDREN = "leisure-participation"
LEVEL = LevelWith(CHILDREN, Direction.UP)
NEARLY = LevelWith(CHILDREN, Direction.UP, Decimal(5))
NO_MORE_CHARGED = LevelWith("youth-charged", Direction.DOWN)
HARDLY_MORE_CHARGED = LevelWith("youth-charged", Direction.DOWN, Decimal("0.5"))
JUNE = date(2021, 6, 30)
LAST_DAY = date(2021, 12, 31)


@pytest.mark.parametrize(
    ("rule", "percent", "benchmark", "target", "state"),
    [
        (LEVEL, "80", "80", Fraction(80, 100), State.MET),
        (LEVEL, "80.01", "80", Fraction(80, 100), State.MET),
        (LEVEL, "79.99", "80", Fraction(80, 100), State.NOT_MET),
        (NEARLY, "75", "80", Fraction(75, 100), State.MET),
        (NEARLY, "74.99", "80", Fraction(75, 100), State.NOT_MET),
        (NEARLY, "0", "3", Fraction(-2, 100), State.MET),
        (NO_MORE_CHARGED, "1", "1", Fraction(1, 100), State.MET),
        (NO_MORE_CHARGED, "1.01", "1", Fraction(1, 100), State.NOT_MET),
        (NO_MORE_CHARGED, "0.99", "1", Fraction(1, 100), State.MET),
        (HARDLY_MORE_CHARGED, "1.5", "1", Fraction(15, 1000), State.MET),
        (HARDLY_MORE_CHARGED, "1.51", "1", Fraction(15, 1000), State.NOT_MET),
    ],
)
def test_level_is_enough_and_so_is_what_the_tolerance_allows(
    logbook: Logbook, *, rule: LevelWith, percent: str, benchmark: str, target: Fraction, state: State
) -> None:
    logbook.record(measured(rule.indicator, percent, JUNE, benchmark))

    status = status_of(rule, logbook.replay(on=LAST_DAY))

    assert (target, state) == (status.target, status.state)
    assert (Fraction(benchmark) / 100, None) == (status.benchmark, status.baseline)
    assert (Aim.AT_LEAST if rule.direction is Direction.UP else Aim.AT_MOST) is status.aim


@pytest.mark.parametrize(("percent", "state"), [("80", State.ON_TRACK), ("79", State.BEHIND)])
def test_while_the_period_runs_it_would_do_or_not(logbook: Logbook, percent: str, state: State) -> None:
    logbook.record(measured(CHILDREN, percent, JUNE, "80"))

    assert state is status_of(LEVEL, logbook.replay(on=date(2021, 12, 30))).state


def test_without_a_figure_to_compare_with_one_is_awaited(logbook: Logbook) -> None:
    logbook.record(measured(CHILDREN, "80", JUNE, "80"), measured(CHILDREN, "81", LAST_DAY))

    status = status_of(LEVEL, logbook.replay(on=LAST_DAY))

    assert State.AWAITING_MEASUREMENT is status_of(LEVEL, logbook.replay(on=LAST_DAY, known=1)).state
    assert (State.AWAITING_MEASUREMENT, Fraction(81, 100), None) == (
        status.state,
        status.value,
        status.target,
    )
    assert ((3,), [(2, "superseded", (3,))]) == (status.counted, reasons(status))


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2020, 12, 31), State.AWAITING_MEASUREMENT),
        (date(2021, 1, 1), State.MET),
        (LAST_DAY, State.MET),
        (date(2022, 1, 1), State.AWAITING_MEASUREMENT),
    ],
)
def test_a_figure_holds_in_the_period_of_its_day(logbook: Logbook, day: date, state: State) -> None:
    logbook.record(measured(CHILDREN, "80", day, "80"))

    assert state is status_of(LEVEL, logbook.replay(on=date(2022, 6, 30)), YEAR).state


def test_a_figure_moved_to_the_next_year_holds_there(logbook: Logbook) -> None:
    [entry] = logbook.record(measured(CHILDREN, "80", LAST_DAY, "80"))

    logbook.correct(entry.position, entry.fact, on=date(2022, 1, 1), reason="wrong-day")

    replay = logbook.replay(on=date(2022, 12, 31))
    assert State.AWAITING_MEASUREMENT is status_of(LEVEL, replay).state
    assert State.MET is status_of(LEVEL, replay, NEXT_YEAR).state


@pytest.mark.parametrize(
    ("rule", "danish", "english"),
    [
        (
            LEVEL,
            (
                "Andelen af børn, der går til fritidsaktiviteter, må ikke ligge under tallet for Gladsaxe "
                "Kommune."
            ),
            (
                "Share of children in leisure activities: the share must not be below the figure for "
                "Gladsaxe municipality."
            ),
        ),
        (
            NEARLY,
            (
                "Andelen af børn, der går til fritidsaktiviteter, må højst ligge 5 procentpoint under "
                "tallet for Gladsaxe Kommune."
            ),
            (
                "Share of children in leisure activities: the share may be at most 5 percentage points below "
                "the figure for Gladsaxe municipality."
            ),
        ),
        (
            LevelWith("mood", Direction.DOWN),
            "mood må ikke ligge over tallet for mood.",
            "mood: the share must not be above the figure for mood.",
        ),
        (
            LevelWith("mood", Direction.DOWN, Decimal("0.5")),
            "mood må højst ligge 0,5 procentpoint over tallet for mood.",
            "mood: the share may be at most 0.5 percentage points above the figure for mood.",
        ),
    ],
)
def test_the_rule_says_itself(logbook: Logbook, rule: LevelWith, danish: str, english: str) -> None:
    replay = logbook.replay()

    status = status_of(rule, replay)

    assert danish == replay.sentence(status, "da")
    assert english == replay.sentence(status, "en")
