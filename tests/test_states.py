"""What state a judgement means for a period, on a day. A new state: a test here."""

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve

from given import YEAR
from vaerebro_events import Aim, Growth, Judgement, Needs, Part, Period, State
from vaerebro_events.projections.judgement import combined
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
    ("value", "running", "over"), [(10, State.ON_TRACK, State.MET), (8, State.BEHIND, State.NOT_MET)]
)
def test_a_count_that_may_lapse_is_met_only_at_the_end(value: int, running: State, over: State) -> None:
    lapses = evolve(count(value), lapses=True)

    assert (running, over) == (state_of(lapses, YEAR, DAY_BEFORE), state_of(lapses, YEAR, LAST_DAY))


def test_each_entry_counts_once() -> None:
    assert (2, 3) == Judgement(Growth.COUNT, 1, 1, counted=(2, 3, 2)).counted


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
    assert not level(None).keeps_pace(Fraction(1))


@pytest.mark.parametrize(
    ("aim", "below", "at", "above"),
    [
        (Aim.AT_LEAST, False, True, True),
        (Aim.MORE_THAN, False, False, True),
        (Aim.AT_MOST, True, True, False),
        (Aim.LESS_THAN, True, False, False),
    ],
)
def test_an_aim_says_which_side_of_the_target_is_right(
    aim: Aim, *, below: bool, at: bool, above: bool
) -> None:
    values = (Fraction(49, 100), HALF, Fraction(51, 100))

    assert [below, at, above] == [aim.reached(value, HALF) for value in values]
    assert [below, at, above] == [evolve(level(value), aim=aim).reaches() for value in values]


@pytest.mark.parametrize(
    ("aim", "state", "over"),
    [
        (Aim.AT_LEAST, State.ON_TRACK, State.MET),
        (Aim.MORE_THAN, State.BEHIND, State.NOT_MET),
        (Aim.AT_MOST, State.ON_TRACK, State.MET),
        (Aim.LESS_THAN, State.BEHIND, State.NOT_MET),
    ],
)
def test_at_the_target_itself_the_aim_decides(aim: Aim, state: State, over: State) -> None:
    at_the_target = evolve(level(HALF), aim=aim)

    assert [state, over] == [state_of(at_the_target, YEAR, on) for on in (DAY_BEFORE, LAST_DAY)]


@pytest.mark.parametrize(
    ("members", "all_over", "all_running", "any_over", "any_running"),
    [
        ((count(10), presence(1)), State.MET, State.MET, State.MET, State.MET),
        ((count(10), level(HALF)), State.MET, State.ON_TRACK, State.MET, State.MET),
        ((count(9), level(HALF)), State.NOT_MET, State.ON_TRACK, State.MET, State.ON_TRACK),
        ((count(8), presence(0)), State.NOT_MET, State.BEHIND, State.NOT_MET, State.OPEN),
        ((count(8), presence(1)), State.NOT_MET, State.BEHIND, State.MET, State.MET),
        ((count(9), presence(0)), State.NOT_MET, State.OPEN, State.NOT_MET, State.ON_TRACK),
        ((count(8), level(Fraction(0))), State.NOT_MET, State.BEHIND, State.NOT_MET, State.BEHIND),
        # A part that is missing keeps its member back.
        (
            (count(10, 10, Part("of them", 4, 5)), presence(1)),
            State.NOT_MET,
            State.ON_TRACK,
            State.MET,
            State.MET,
        ),
    ],
)
def test_members_are_weighed_each_by_its_own_kind(
    members: tuple[Judgement, ...], all_over: State, all_running: State, any_over: State, any_running: State
) -> None:
    # Of ten, nine are asked for on the day before the last.
    both, either = (combined(members, needs) for needs in (Needs.ALL, Needs.ANY))

    assert [all_over, any_over] == [state_of(one, YEAR, LAST_DAY) for one in (both, either)]
    assert [all_running, any_running] == [state_of(one, YEAR, DAY_BEFORE) for one in (both, either)]


@pytest.mark.parametrize(
    ("other", "needs", "lacks"),
    [
        (count(10), Needs.ALL, State.AWAITING_BASELINE),
        (count(10), Needs.ANY, None),
        (count(9), Needs.ANY, State.AWAITING_BASELINE),
        (level(None, State.AWAITING_ASSESSMENT), Needs.ANY, State.AWAITING_BASELINE),
        (level(None, State.AWAITING_ASSESSMENT), Needs.ALL, State.AWAITING_BASELINE),
    ],
)
def test_a_combination_lacks_what_a_member_lacks_unless_another_is_enough(
    other: Judgement, needs: Needs, lacks: State | None
) -> None:
    assert lacks is combined((other, level(HALF, State.AWAITING_BASELINE)), needs).lacks


def test_what_a_member_lacks_is_not_reached_whatever_its_figure() -> None:
    assert not combined((level(HALF, State.AWAITING_BASELINE),), Needs.ANY).reaches()


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2020, 12, 31), State.NOT_STARTED),
        (YEAR.first, State.NOT_STARTED),
        (DAY_BEFORE, State.NOT_STARTED),
        (LAST_DAY, State.NOT_MET),
        (date(2022, 1, 1), State.NOT_MET),
    ],
)
@pytest.mark.parametrize("judgement", [count(0), level(None, State.AWAITING_MEASUREMENT), presence(0)])
def test_what_has_not_begun_has_not_started_until_it_is_too_late(
    judgement: Judgement, on: date, state: State
) -> None:
    assert state is state_of(judgement, evolve(YEAR, begun=False), on)
