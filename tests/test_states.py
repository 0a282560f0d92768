"""What state a judgement means for a period, on a day. A new state: a test here."""

from datetime import date
from fractions import Fraction

import pytest

from given import YEAR
from vaerebro_events import Growth, Judgement, Part, Period, State
from vaerebro_events.projections.status import state_of

LAST_DAY = date(2021, 12, 31)
DAY_BEFORE = date(2021, 12, 30)
HALF = Fraction(1, 2)
TEN_DAYS = Period("ten days", date(2021, 3, 1), date(2021, 3, 10))


def count(value: int, target: int = 10, *parts: Part) -> Judgement:
    return Judgement(Growth.COUNT, target, value, parts)


def level(value: Fraction | None, lacks: State | None = None) -> Judgement:
    return Judgement(Growth.LEVEL, HALF, value, lacks=lacks)


def presence(value: int) -> Judgement:
    return Judgement(Growth.PRESENCE, 1, value)


@pytest.mark.parametrize("judgement", [count(10), level(HALF), presence(1), level(None)])
def test_what_begins_after_the_day_has_not_started(judgement: Judgement) -> None:
    assert State.NOT_STARTED is state_of(judgement, YEAR, date(2020, 12, 31))


@pytest.mark.parametrize(
    ("judgement", "state"),
    [
        (count(10), State.MET),
        (count(9), State.NOT_MET),
        (level(HALF), State.MET),
        (level(Fraction(49, 100)), State.NOT_MET),
        (presence(1), State.MET),
        (presence(0), State.NOT_MET),
        (count(10, 10, Part("of them", 4, 5)), State.NOT_MET),
        (count(10, 10, Part("of them", 5, 5)), State.MET),
        (count(10, 10, Part("of them", 0)), State.MET),
    ],
)
@pytest.mark.parametrize("on", [LAST_DAY, date(2022, 6, 1)])
def test_on_its_last_day_a_period_is_over(judgement: Judgement, state: State, on: date) -> None:
    assert state is state_of(judgement, YEAR, on)


@pytest.mark.parametrize(
    ("judgement", "state"),
    [
        (count(10), State.MET),
        (level(HALF), State.ON_TRACK),
        (level(Fraction(49, 100)), State.BEHIND),
        (presence(1), State.MET),
        (presence(0), State.OPEN),
    ],
)
def test_a_count_is_met_at_once_and_a_level_only_at_the_end(judgement: Judgement, state: State) -> None:
    assert state is state_of(judgement, YEAR, DAY_BEFORE)


@pytest.mark.parametrize(
    ("day", "value", "state"),
    [
        (1, 0, State.BEHIND),
        (1, 1, State.ON_TRACK),
        (3, 2, State.BEHIND),
        (3, 3, State.ON_TRACK),
        (9, 8, State.BEHIND),
        (9, 9, State.ON_TRACK),
        (10, 9, State.NOT_MET),
    ],
)
def test_a_count_is_on_track_from_its_share_of_the_days_on(day: int, value: int, state: State) -> None:
    assert state is state_of(count(value), TEN_DAYS, date(2021, 3, day))


@pytest.mark.parametrize(
    ("target", "day", "value", "state"),
    [
        (7, 1, 0, State.ON_TRACK),
        (7, 2, 0, State.BEHIND),
        (7, 2, 1, State.ON_TRACK),
        (3, 3, 0, State.ON_TRACK),
    ],
)
def test_a_part_of_one_is_not_asked_for_yet(target: int, day: int, value: int, state: State) -> None:
    assert state is state_of(count(value, target), TEN_DAYS, date(2021, 3, day))


@pytest.mark.parametrize(("part", "state"), [(1, State.BEHIND), (2, State.ON_TRACK)])
def test_the_part_keeps_pace_too(part: int, state: State) -> None:
    judgement = count(5, 10, Part("of them", part, 4))

    assert state is state_of(judgement, TEN_DAYS, date(2021, 3, 5))


@pytest.mark.parametrize(
    "lacks", [State.AWAITING_BASELINE, State.AWAITING_MEASUREMENT, State.AWAITING_ASSESSMENT]
)
@pytest.mark.parametrize("on", [DAY_BEFORE, LAST_DAY])
def test_what_lacks_something_waits_for_it(lacks: State, on: date) -> None:
    assert lacks is state_of(level(None, lacks), YEAR, on)


@pytest.mark.parametrize(
    ("state", "verdict"),
    [
        (State.NOT_STARTED, None),
        (State.OPEN, None),
        (State.ON_TRACK, True),
        (State.BEHIND, False),
        (State.MET, True),
        (State.NOT_MET, False),
        (State.AWAITING_BASELINE, None),
        (State.AWAITING_MEASUREMENT, None),
        (State.AWAITING_ASSESSMENT, None),
    ],
)
def test_a_state_says_whether_it_goes_well(*, state: State, verdict: bool | None) -> None:
    assert verdict is state.verdict


def test_every_state_has_its_verdict_tested() -> None:
    assert 9 == len(State)


@pytest.mark.parametrize(
    ("on", "gone"),
    [
        (date(2021, 2, 28), Fraction(0)),
        (date(2021, 3, 1), Fraction(1, 10)),
        (date(2021, 3, 10), Fraction(1)),
        (date(2021, 4, 1), Fraction(1)),
    ],
)
def test_a_day_has_gone_when_it_is_over(on: date, gone: Fraction) -> None:
    assert gone == TEN_DAYS.gone(on)


def test_a_figure_that_is_not_there_reaches_nothing() -> None:
    assert not level(None).reaches()
    assert level(None).keeps_pace(Fraction(1))
