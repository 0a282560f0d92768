"""What is true for one day, as far as it was known at one time: which times are understood, and how."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from clocks import SettableClock
from given import WORKER, a_spring, evening, family, noon
from vaerebro_events import Draft, Entry, Logbook, MarkedAsSample
from vaerebro_events.errors import DayAfterToday, InstantAhead, InvalidValue


def known_at(logbook: Logbook, known: int | date | datetime | None) -> int:
    return logbook.replay(known=known).position


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(noon(date(2020, 1, 1)))


def recorded_at(logbook: Logbook, clock: SettableClock, *moments: datetime) -> None:
    """One family is registered at each of these moments, from position 2 on."""
    for number, moment in enumerate(moments):
        clock.set(moment)
        logbook.record(family(f"f-{number}", date(2020, 1, 1)))


def test_a_position_is_the_last_entry_known(logbook: Logbook) -> None:
    logbook.record(family("f-1", date(2020, 1, 1)))

    assert [0, 1, 2] == [known_at(logbook, position) for position in (0, 1, 2)]


def test_left_out_it_is_everything(logbook: Logbook) -> None:
    logbook.record(family("f-1", date(2020, 1, 1)))

    assert 2 == known_at(logbook, None)
    assert date(2020, 1, 1) == logbook.replay().on


@pytest.mark.parametrize(
    ("day", "last_instant"),
    [
        (date(2021, 1, 15), datetime(2021, 1, 15, 23, tzinfo=UTC)),
        (date(2021, 7, 15), datetime(2021, 7, 15, 22, tzinfo=UTC)),
        (date(2021, 3, 27), datetime(2021, 3, 27, 23, tzinfo=UTC)),
        (date(2021, 3, 28), datetime(2021, 3, 28, 22, tzinfo=UTC)),
        (date(2021, 10, 30), datetime(2021, 10, 30, 22, tzinfo=UTC)),
        (date(2021, 10, 31), datetime(2021, 10, 31, 23, tzinfo=UTC)),
    ],
)
def test_a_day_ends_at_midnight_in_denmark(
    logbook: Logbook, clock: SettableClock, day: date, last_instant: datetime
) -> None:
    recorded_at(logbook, clock, last_instant - timedelta(microseconds=1), last_instant)
    clock.set(last_instant + timedelta(days=2))

    assert 2 == known_at(logbook, day)
    assert 3 == known_at(logbook, day + timedelta(days=1))


def test_an_aware_time_includes_what_was_recorded_at_it(logbook: Logbook, clock: SettableClock) -> None:
    moment = datetime(2021, 1, 15, 12, tzinfo=UTC)
    recorded_at(logbook, clock, moment)

    assert 2 == known_at(logbook, moment)
    assert 1 == known_at(logbook, moment - timedelta(microseconds=1))


def test_an_aware_time_of_any_zone_is_the_same_instant(logbook: Logbook, clock: SettableClock) -> None:
    recorded_at(logbook, clock, datetime(2021, 1, 15, 12, tzinfo=UTC))
    nuuk = timezone(timedelta(hours=-3))

    assert 2 == known_at(logbook, datetime(2021, 1, 15, 9, tzinfo=nuuk))
    assert 1 == known_at(logbook, datetime(2021, 1, 15, 8, 59, tzinfo=nuuk))


def test_what_was_recorded_together_is_known_together(logbook: Logbook, clock: SettableClock) -> None:
    clock.set(noon(date(2021, 2, 1)))
    logbook.record(*a_spring("f-1"), *evening(1, "f-1"))

    assert [1, 1, 1, 1, 5] == [known_at(logbook, position) for position in (1, 2, 3, 4, 5)]


def test_the_first_batch_is_known_whole_or_not_at_all(clock: SettableClock) -> None:
    with Logbook.create(":memory:", actor=WORKER, clock=clock, sample_seed=7) as logbook:
        assert [0, 0, 2] == [known_at(logbook, position) for position in (0, 1, 2)]
        assert MarkedAsSample(7) == logbook.entries()[1].fact


@pytest.mark.parametrize("known", [-1, True, "2021-01-01", 1.5])
def test_what_is_no_time_is_refused(logbook: Logbook, known: object) -> None:
    with pytest.raises(InvalidValue, match="it must be a position, a day, or an aware time"):
        logbook.replay(known=known)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] it is what is refused


@pytest.mark.parametrize("on", [datetime(2020, 1, 1, tzinfo=UTC), "2020-01-01", 20200101])
def test_the_day_is_a_day(logbook: Logbook, on: object) -> None:
    with pytest.raises(InvalidValue, match="it must be a day, without a time"):
        logbook.replay(on=on)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] it is what is refused


def test_today_is_today_in_denmark(logbook: Logbook, clock: SettableClock) -> None:
    clock.set(datetime(2021, 6, 30, 22, 30, tzinfo=UTC))

    assert date(2021, 7, 1) == logbook.replay(on=date(2021, 7, 1)).on
    assert 1 == known_at(logbook, date(2021, 7, 1))
    with pytest.raises(DayAfterToday):
        logbook.replay(on=date(2021, 7, 2))
    with pytest.raises(InstantAhead):
        logbook.replay(known=date(2021, 7, 2))


def test_a_replay_does_not_see_what_is_recorded_later(logbook: Logbook) -> None:
    replay = logbook.replay()
    logbook.record(family("f-1", date(2020, 1, 1)))

    assert (1, 1) == (len(replay.log), len(replay.history))


def test_before_the_plan_was_adopted_there_are_no_criteria(logbook: Logbook) -> None:
    replay = logbook.replay(known=0)

    assert (None, (), ()) == (replay.plan, replay.statuses, replay.history)


def test_the_plan_holds_whatever_the_day(logbook: Logbook) -> None:
    replay = logbook.replay(on=date(2019, 6, 1))

    assert logbook.plan == replay.plan
    assert () == replay.history


def test_history_goes_by_day_then_by_what_comes_first_within_it(
    logbook: Logbook, clock: SettableClock
) -> None:
    clock.set(noon(date(2021, 2, 1)))
    day = date(2021, 1, 7)
    logbook.record(*a_spring(), *evening(2, on=day))
    logbook.record(family("f-1", day), *(draft for draft in evening(3, "f-1", on=day)), family("f-0", day))

    tags = [entry.fact.tag for entry in logbook.replay().history if entry.occurred_on == day]

    assert [
        "participant-registered",
        "participant-registered",
        "meeting-held",
        "meeting-held",
        "family-attended",
    ] == tags


def test_an_application_folds_the_history_with_a_step_of_its_own(
    logbook: Logbook, clock: SettableClock
) -> None:
    clock.set(noon(date(2021, 2, 1)))
    logbook.record(*a_spring("f-1"), *evening(1, "f-1"))
    logbook.retract(5, reason="slip")

    nothing: tuple[str, ...] = ()

    def tags(so_far: tuple[str, ...], entry: Entry) -> tuple[str, ...]:
        return (*so_far, entry.fact.tag)

    until_planned = ("plan-adopted", "participant-registered", "series-planned")
    until_held = (*until_planned, "meeting-held")
    assert until_planned == logbook.replay(on=date(2021, 1, 4)).fold(nothing, tags)
    assert (*until_held, "family-attended") == logbook.replay(known=5).fold(nothing, tags)
    assert until_held == logbook.replay().fold(nothing, tags)


def test_an_application_follows_the_log_from_a_position_on(logbook: Logbook) -> None:
    seen = logbook.position
    logbook.record(family("f-1", date(2020, 1, 1)), family("f-2", date(2020, 1, 1)))

    assert [2, 3] == [entry.position for entry in logbook.entries(after=seen)]
    assert () == logbook.entries(after=3)
    assert () == logbook.entries(after=99)
    assert [1, 2, 3] == [entry.position for entry in logbook.entries()]


@pytest.mark.parametrize("after", [-1, True, "1"])
def test_what_is_no_position_is_refused(logbook: Logbook, after: object) -> None:
    with pytest.raises(InvalidValue, match="it must be a position"):
        logbook.entries(after)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] it is what is refused


def test_a_clock_must_give_an_aware_time(logbook: Logbook, clock: SettableClock) -> None:
    clock.set(datetime(2021, 1, 1, 12))  # noqa: DTZ001 it is what is refused

    for attempt in (logbook.replay, lambda: logbook.record(Draft(family("f-1").fact, date(2020, 1, 1)))):
        with pytest.raises(InvalidValue, match="clock cannot be"):
            attempt()
