"""What would be another now than it was reported, and whether entries, the plan or the library made it so."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from clocks import SettableClock
from given import (
    AFTERWARDS,
    AUTUMN,
    WORKER,
    a_spring,
    chosen,
    evening,
    evenings,
    family,
    new_logbook,
    noon,
    revised,
    season,
)
from given_closed import (
    IN_ALL,
    LAST_DAY,
    NEXT_YEAR,
    OTHER_YEARS,
    REGULARS,
    SEASON,
    closed,
    four_evenings,
    said_of,
    with_target,
)
from vaerebro_events import (
    Cause,
    Judgement,
    Logbook,
    Period,
    PeriodClosed,
    Restated,
    View,
    closings,
    since_closing,
)
from vaerebro_events import logbook as front_door
from vaerebro_events.projections.rules import Distinct


@pytest.fixture
def logbook(clock: SettableClock) -> Iterator[Logbook]:
    clock.set(noon(AFTERWARDS))
    with new_logbook(clock) as fresh:
        four_evenings(fresh)
        yield fresh


def restated(logbook: Logbook, period: str = "2021") -> dict[tuple[str, str, str], Restated]:
    return {row.key: row for row in since_closing(logbook.replay(), period).restated}


def why(logbook: Logbook, key: tuple[str, str, str]) -> tuple[tuple[Cause, ...], tuple[int, ...]]:
    row = restated(logbook)[key]
    return row.causes, row.caused_by


def figures(row: Restated) -> tuple[str | None, str | None]:
    """What was reported, and what it would be now."""
    assert row.reported is not None
    assert row.now is not None
    return row.reported.value, row.now.value


def targets(row: Restated) -> tuple[str | None, str | None]:
    assert row.reported is not None
    assert row.now is not None
    return row.reported.target, row.now.target


# What it changes.


def test_nothing_recorded_later_nothing_restated(logbook: Logbook) -> None:
    entry = logbook.close_period("2021")

    since = since_closing(logbook.replay(), "2021")

    assert (entry, (), ()) == (since.closing, since.restated, since.entries)
    assert isinstance(entry.fact, PeriodClosed)
    assert len(entry.fact.statuses) == since.unchanged


def test_late_attendance_restates_what_was_reported(logbook: Logbook) -> None:
    before = closed(logbook)
    late = logbook.record(*evening(5, "f-1", "f-2"))

    since = since_closing(logbook.replay(), "2021")
    row = restated(logbook)[REGULARS]

    assert said_of(before, REGULARS) == row.reported
    assert ("0", "2") == figures(row)
    assert ((Cause.ENTRIES,), (late[1].position, late[2].position)) == (row.causes, row.caused_by)
    assert {each.position for each in late} == {each.position for each in since.entries}
    assert since.unchanged + len(since.restated) == len(before.statuses)


def test_what_is_about_later_days_restates_nothing(logbook: Logbook) -> None:
    logbook.close_period("2021")
    logbook.record(family("f-9", NEXT_YEAR))

    assert {} == restated(logbook)


def test_what_is_restated_is_as_known_of_the_replay(logbook: Logbook) -> None:
    logbook.close_period("2021")
    known = logbook.position
    logbook.record(*evening(5, "f-1", "f-2"))

    assert () == since_closing(logbook.replay(known=known), "2021").restated
    assert () != since_closing(logbook.replay(on=LAST_DAY), "2021").restated


def test_a_retraction_restates_and_is_named(logbook: Logbook) -> None:
    logbook.record(*evening(5, "f-1", "f-2"))
    logbook.close_period("2021")

    gone = logbook.retract(logbook.position - 1, reason="did-not-happen")

    assert ((Cause.ENTRIES,), (gone.position,)) == why(logbook, REGULARS)
    assert ("2", "1") == figures(restated(logbook)[REGULARS])


def test_a_revision_of_before_restates_and_is_named(logbook: Logbook) -> None:
    logbook.close_period("2021")

    [revision] = logbook.record(revised("2021-1", date(2021, 6, 1), with_target(1)))

    # On the last day of 2021, the revised plan judges what ends then or later.
    later = [key for key in OTHER_YEARS if key[2] != "2020"]
    assert {REGULARS, IN_ALL, *later} == set(restated(logbook))
    assert ((Cause.PLAN,), (revision.position,)) == why(logbook, REGULARS)
    assert ("10", "11") == targets(restated(logbook)[REGULARS])


def test_a_revision_from_a_later_day_restates_nothing(logbook: Logbook) -> None:
    logbook.close_period("2021")
    logbook.record(revised("2022-1", date(2022, 1, 1), with_target(1)))

    assert {} == restated(logbook)


def test_entries_and_a_revision_together_are_both_named(logbook: Logbook) -> None:
    logbook.close_period("2021")
    late = logbook.record(*evening(5, "f-1"))
    [revision] = logbook.record(revised("2021-1", date(2021, 6, 1), with_target(1)))

    row = restated(logbook)[REGULARS]

    assert (("0", "1"), ("10", "11")) == (figures(row), targets(row))
    assert (Cause.ENTRIES, Cause.PLAN) == row.causes
    assert (late[1].position, revision.position) == row.caused_by


def test_a_row_that_a_choice_takes_away_is_nothing_now(logbook: Logbook) -> None:
    logbook.close_period("2021")
    [choice] = logbook.record(chosen(REGULARS[0], "programme", NEXT_YEAR))

    row = restated(logbook)[REGULARS]

    assert {REGULARS, *SEASON, *OTHER_YEARS} == set(restated(logbook))
    assert row.now is None
    assert row.reported is not None
    assert ((Cause.PLAN,), (choice.position,)) == (row.causes, row.caused_by)


def test_a_row_that_a_choice_taken_back_brings_was_not_reported(logbook: Logbook) -> None:
    [choice] = logbook.record(chosen(REGULARS[0], "programme", LAST_DAY))
    logbook.close_period("2021")
    back = logbook.retract(choice.position, reason="did-not-happen")

    row = restated(logbook)[REGULARS]

    assert row.reported is None
    assert row.now is not None
    assert ((Cause.PLAN,), (back.position,)) == (row.causes, row.caused_by)


def test_a_season_that_was_planned_unknown_to_the_closing_was_not_reported(logbook: Logbook) -> None:
    logbook.close_period("2021")
    [autumn] = logbook.record(season(AUTUMN, date(2021, 9, 2)))

    row = restated(logbook)["familieakademi.regulars", "season", AUTUMN]

    assert (None, "not_met") == (row.reported, row.now and row.now.state)
    assert ((Cause.ENTRIES,), (autumn.position,)) == (row.causes, row.caused_by)


# A newer library.


def counting_one_more(rule: Distinct, view: View, period: Period) -> Judgement:
    """How an older library might have counted: one more than there are."""
    judgement = JUDGE(rule, view, period)
    assert isinstance(judgement.value, int)
    return evolve(judgement, value=judgement.value + 1)


JUDGE = Distinct.judge


@pytest.fixture
def closed_by_another_library(tmp_path: Path, clock: SettableClock) -> Iterator[Logbook]:
    """2021 was closed by an older library, which counted in another way; today's opens the file."""
    path = tmp_path / "logbog.db"
    with pytest.MonkeyPatch.context() as older:
        older.setattr(front_door, "LIBRARY", "0.0.9")
        older.setattr(Distinct, "judge", counting_one_more)
        with new_logbook(clock, path) as logbook:
            logbook.record(*a_spring("f-1", "f-2", "f-3"), *evenings(range(1, 5), "f-1", "f-2"))
            logbook.close_period("2021")
    with Logbook.open(path, actor=WORKER, clock=clock) as opened:
        yield opened


def test_a_closing_of_another_library_is_read_as_it_was_reported(closed_by_another_library: Logbook) -> None:
    closing = closings(closed_by_another_library.replay())["2021"].fact

    assert isinstance(closing, PeriodClosed)
    assert "0.0.9" == closing.library
    assert "1" == said_of(closing, REGULARS).value


def test_what_a_newer_library_counts_otherwise_is_restated(closed_by_another_library: Logbook) -> None:
    row = restated(closed_by_another_library)[REGULARS]

    assert ("1", "0") == figures(row)
    assert ((Cause.LIBRARY,), ()) == (row.causes, row.caused_by)


def test_a_newer_library_and_late_entries_are_both_named(closed_by_another_library: Logbook) -> None:
    late = closed_by_another_library.record(*evening(5, "f-1", "f-2"))

    row = restated(closed_by_another_library)[REGULARS]

    assert ("1", "2") == figures(row)
    assert ((Cause.ENTRIES, Cause.LIBRARY), (late[1].position, late[2].position)) == (
        row.causes,
        row.caused_by,
    )


def test_a_newer_library_late_entries_and_a_revision_are_all_named(
    closed_by_another_library: Logbook,
) -> None:
    logbook = closed_by_another_library
    logbook.record(*evening(5, "f-1"))
    logbook.record(revised("2021-1", date(2021, 6, 1), with_target(1)))

    row = restated(logbook)[REGULARS]

    # One more than none, as it was counted then, is what one family makes now: only the target is another.
    assert (("1", "1"), ("10", "11")) == (figures(row), targets(row))
    assert (Cause.ENTRIES, Cause.PLAN, Cause.LIBRARY) == row.causes


def test_what_entries_bring_to_the_reported_figure_is_not_restated(
    closed_by_another_library: Logbook,
) -> None:
    closed_by_another_library.record(*evening(5, "f-1"))

    assert REGULARS not in restated(closed_by_another_library)
