"""How things get into the log: days, ids, clocks, batches, who records."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from clocks import SettableClock
from given import AKADEMI, SPRING, WORKER, a_spring, came, evening, family, new_logbook, noon, season
from vaerebro_events import (
    Actor,
    Draft,
    Entry,
    Evidence,
    FamilyAttended,
    Logbook,
    MeetingHeld,
    ParticipantRegistered,
    Plan,
    PlanAdopted,
    Retracted,
)
from vaerebro_events.errors import ClockBehind, IdTaken, InvalidValue, NotRegistered, UnknownTag

ID = UUID("00000000-0000-4000-8000-000000000001")
OTHER_ID = UUID("00000000-0000-4000-8000-000000000002")
NEW_YEAR = date(2021, 1, 1)
f_1 = ParticipantRegistered("family", "f-1")


def positions(entries: Iterable[Entry]) -> list[int]:
    return [entry.position for entry in entries]


def test_a_logbook_begins_with_its_plan(logbook: Logbook) -> None:
    [entry] = logbook.entries()

    assert (1, 1) == (entry.position, entry.batch_end)
    assert isinstance(entry.fact, PlanAdopted)
    assert logbook.plan == entry.fact.plan


def test_a_newcomer_and_the_first_attendance_are_one_batch(logbook: Logbook) -> None:
    logbook.record(*a_spring(), *evening(1))

    entries = logbook.record(came("f-9", 1), family("f-9", date(2021, 1, 7)))

    assert [(4, 5), (5, 5)] == [(entry.position, entry.batch_end) for entry in entries]


def test_one_day_is_given_for_all_that_bring_none(logbook: Logbook) -> None:
    own_day = date(2021, 1, 5)

    entries = logbook.record(f_1, Draft(ParticipantRegistered("family", "f-2"), own_day), on=NEW_YEAR)

    assert [NEW_YEAR, own_day] == [entry.occurred_on for entry in entries]


def test_the_day_given_for_all_is_not_an_amendments(logbook: Logbook) -> None:
    logbook.record(f_1, on=NEW_YEAR)

    entry, _ = logbook.record(
        Draft(Retracted(2, "slip")), ParticipantRegistered("family", "f-2"), on=date(2021, 2, 1)
    )

    assert NEW_YEAR == entry.occurred_on


def test_it_says_who_recorded_and_when(logbook: Logbook, clock: SettableClock) -> None:
    leader = Actor("leader", "u-1")

    [by_worker] = logbook.record(f_1, on=NEW_YEAR)
    [by_leader] = logbook.record(ParticipantRegistered("family", "f-2"), on=NEW_YEAR, actor=leader)

    assert [WORKER, leader] == [by_worker.actor, by_leader.actor]
    assert clock.now == by_worker.recorded_at


def test_times_are_kept_in_utc(logbook: Logbook, clock: SettableClock) -> None:
    clock.set(datetime.fromisoformat("2024-07-01T12:00:00+02:00"))

    [entry] = logbook.record(f_1, on=NEW_YEAR)

    assert datetime(2024, 7, 1, 10, tzinfo=UTC) == entry.recorded_at
    assert UTC is entry.recorded_at.tzinfo


def test_an_id_of_ones_own_is_kept(logbook: Logbook) -> None:
    [entry] = logbook.record(Draft(f_1, NEW_YEAR, ID))

    assert ID == entry.id


@pytest.mark.parametrize("day", [NEW_YEAR, None])
def test_the_same_id_with_the_same_content_is_recorded_once(logbook: Logbook, day: date | None) -> None:
    first = logbook.record(Draft(f_1, NEW_YEAR, ID))

    again = logbook.record(Draft(f_1, day, ID))

    assert first == again
    assert 2 == logbook.position


def test_an_id_is_known_again_among_new_ones(logbook: Logbook) -> None:
    logbook.record(Draft(f_1, NEW_YEAR, ID))

    known, new = logbook.record(
        Draft(f_1, NEW_YEAR, ID), Draft(ParticipantRegistered("family", "f-2"), NEW_YEAR)
    )

    assert [(2, 2), (3, 3)] == [(entry.position, entry.batch_end) for entry in (known, new)]


def test_what_was_added_is_told_from_what_somebody_else_had_recorded(tmp_path: Path) -> None:
    draft, other = Draft(f_1, NEW_YEAR, ID), Draft(ParticipantRegistered("family", "f-2"), NEW_YEAR)
    path = tmp_path / "logbog.db"
    with Logbook.create(path, actor=WORKER) as mine, Logbook.open(path, actor=WORKER) as theirs:
        assert 1 == mine.position
        theirs.record(draft)

        recorded = mine.record(draft, other)
        tried = mine.record(draft, dry_run=True)

    assert ([2, 3], [3]) == (positions(recorded), positions(recorded.added))
    assert ([2], []) == (positions(tried), positions(tried.added))


def test_an_id_given_twice_in_a_batch_is_recorded_once(logbook: Logbook) -> None:
    draft = Draft(f_1, NEW_YEAR, ID)

    one, other = logbook.record(draft, draft)

    assert one == other
    assert 2 == logbook.position


def test_an_id_of_what_was_retracted_stays_spent(logbook: Logbook) -> None:
    draft = Draft(f_1, NEW_YEAR, ID)
    [entry] = logbook.record(draft)
    logbook.retract(entry.position, reason="slip")

    again = logbook.record(draft)

    assert (entry,) == again
    assert [] == [each for each in logbook.replay().history if each.id == ID]


@pytest.mark.parametrize(
    "other",
    [
        Draft(f_1, date(2021, 1, 2), ID),
        Draft(ParticipantRegistered("family", "f-2"), NEW_YEAR, ID),
        Draft(f_1, NEW_YEAR, ID, (Evidence("letter-7", "0" * 64),)),
    ],
)
def test_the_same_id_with_other_content_is_refused(logbook: Logbook, other: Draft) -> None:
    logbook.record(Draft(f_1, NEW_YEAR, ID))

    with pytest.raises(IdTaken):
        logbook.record(other)

    assert 2 == logbook.position


def test_an_id_is_looked_at_before_anything_else(logbook: Logbook) -> None:
    with pytest.raises(IdTaken):
        logbook.record(
            Draft(f_1, NEW_YEAR, ID), Draft(FamilyAttended(AKADEMI, SPRING, 1, "f-1"), NEW_YEAR, ID)
        )


def test_ids_come_from_where_the_caller_says(clock: SettableClock) -> None:
    ids: Iterator[UUID] = iter((ID, OTHER_ID))
    with Logbook.create(":memory:", actor=WORKER, clock=clock, ids=lambda: next(ids)) as logbook:
        logbook.record(f_1, on=NEW_YEAR)

        assert [ID, OTHER_ID] == [entry.id for entry in logbook.entries()]


@pytest.mark.parametrize("behind", [timedelta(microseconds=1), timedelta(minutes=5)])
def test_a_clock_slightly_behind_is_held_at_the_last_entry(
    logbook: Logbook, clock: SettableClock, behind: timedelta
) -> None:
    last = clock.now
    clock.move(-behind)

    [entry] = logbook.record(f_1, on=NEW_YEAR)

    assert (last, None) == (entry.recorded_at, entry.clock)


def test_a_clock_further_behind_is_refused_unless_allowed(logbook: Logbook, clock: SettableClock) -> None:
    last = clock.now
    clock.move(-timedelta(minutes=5, microseconds=1))
    with pytest.raises(ClockBehind):
        logbook.record(f_1, on=NEW_YEAR)

    [entry] = logbook.record(f_1, on=NEW_YEAR, allow_clock_behind=True)

    assert (last, clock.now) == (entry.recorded_at, entry.clock)


def test_without_a_clock_the_machines_own_is_used() -> None:
    before = datetime.now(UTC)
    with Logbook.create(":memory:", actor=WORKER) as logbook:
        assert before <= logbook.entries()[0].recorded_at <= datetime.now(UTC)


def test_today_may_be_recorded(logbook: Logbook, clock: SettableClock) -> None:
    clock.set(datetime(2024, 2, 1, 23, 30, tzinfo=UTC))

    [entry] = logbook.record(f_1, on=date(2024, 2, 2))

    assert date(2024, 2, 2) == entry.occurred_on


def test_a_meeting_cancelled_is_held_on_another_day(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1"))
    cancelled = logbook.fact("meeting-cancelled", activity=AKADEMI, series=SPRING, meeting=1)
    logbook.record(cancelled, on=date(2021, 1, 7))

    logbook.record(*evening(1, "f-1", on=date(2021, 1, 8)))

    assert MeetingHeld(AKADEMI, SPRING, 1) in [entry.fact for entry in logbook.replay().history]


def test_what_is_recorded_late_finds_its_place(logbook: Logbook) -> None:
    logbook.record(family("f-1", date(2021, 1, 4)), season())
    logbook.record(*evening(2, "f-1"))

    logbook.record(*evening(1, "f-1"))

    history = logbook.replay(on=date(2021, 12, 31)).history
    assert [1, 1, 2, 2] == [getattr(entry.fact, "meeting", 0) for entry in history][2:]


def test_a_refused_batch_leaves_no_trace_in_what_comes_next(logbook: Logbook) -> None:
    logbook.record(*a_spring())
    with pytest.raises(NotRegistered):
        logbook.record(*evening(1, "f-1"))

    logbook.record(*evening(1))

    assert 3 == logbook.position


def test_a_fact_that_is_not_in_the_vocabulary_is_refused(logbook: Logbook) -> None:
    class Chess(ParticipantRegistered):
        tag = "chess-played"

    with pytest.raises(UnknownTag):
        logbook.record(Chess("family", "f-1"), on=NEW_YEAR)

    assert 1 == logbook.position


@pytest.mark.parametrize("fact", ["family-attended", None])
def test_only_facts_are_recorded(fact: object) -> None:
    with pytest.raises(InvalidValue, match="it must be a fact"):
        Draft(fact)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] it is what is refused


def test_a_logbook_in_a_file_goes_on_where_it_stopped(clock: SettableClock, tmp_path: Path) -> None:
    path = tmp_path / "logbog.db"
    with new_logbook(clock, path) as logbook:
        logbook.record(*a_spring("f-1"))
    with Logbook.open(path, actor=WORKER, clock=clock) as again:
        again.record(*evening(1, "f-1"))

        assert 5 == again.position
        assert isinstance(again.plan, Plan)


def test_two_open_logbooks_see_each_others_entries(clock: SettableClock, tmp_path: Path) -> None:
    path = tmp_path / "logbog.db"
    clock.set(noon(date(2024, 2, 1)))
    with new_logbook(clock, path) as one, Logbook.open(path, actor=WORKER, clock=clock) as other:
        one.record(*a_spring("f-1"))
        other.record(*evening(1, "f-1"))
        one.record(*evening(2, "f-1"))

        assert one.entries() == other.entries()
        assert 7 == other.position


def test_one_piece_of_evidence_needs_no_tuple() -> None:
    shown = Evidence("letter-7", "0" * 64)

    assert (shown,) == Draft(f_1, NEW_YEAR, None, shown).evidence


def test_who_records_is_an_actor(logbook: Logbook) -> None:
    with pytest.raises(InvalidValue) as raised:
        logbook.record(family("f-1"), actor="u-3")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] callers may be untyped

    assert "actor cannot be 'u-3': it must be Actor(role, user)." == str(raised.value)
    assert 1 == logbook.position


def test_a_trial_gives_what_would_be_recorded_together_and_records_nothing(logbook: Logbook) -> None:
    together = [season(), family("f-1"), *evening(1, "f-1")]

    tried = logbook.record(*together, dry_run=True)

    assert [2, 3, 4, 5] == [entry.position for entry in tried]
    assert 1 == logbook.position
    assert [entry.fact for entry in tried] == [entry.fact for entry in logbook.record(*together)]


def test_a_trial_is_refused_as_recording_is(logbook: Logbook) -> None:
    with pytest.raises(NotRegistered):
        logbook.record(season(), *evening(1, "f-1"), dry_run=True)
