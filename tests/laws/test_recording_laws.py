"""Laws 9 and 10: an id is recorded once, and of two facts that exclude each other one is accepted."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Barrier, BrokenBarrierError
from uuid import UUID

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from stories import AFTERWARDS, WORKER, Story, log_of, opened, told, tried
from strategies import begun, days_about, stories
from vaerebro_events import (
    BaselineCounted,
    BlockOrganised,
    Draft,
    Entry,
    EventHeld,
    Evidence,
    Fact,
    FamilyAttended,
    FritidsjobStarted,
    HeadsCounted,
    IndicatorMeasured,
    Logbook,
    LommepengejobAbandoned,
    LommepengejobCompleted,
    LommepengejobStarted,
    MeetingHeld,
    NetworkEnded,
    NetworkFormed,
    ParticipantRegistered,
    Refusal,
    Retracted,
    SeriesPlanned,
)
from vaerebro_events.errors import IdTaken, VaerebroError

DOCUMENT = (Evidence("letter-7", "7" * 64),)
FRESH = Draft(ParticipantRegistered("family", "p-9"), date(2021, 6, 1), UUID(int=9_999_999))


def _draft(entry: Entry) -> Draft:
    return Draft(entry.fact, entry.occurred_on, entry.id, entry.evidence)


@given(stories())
def test_what_is_taken_is_what_a_plain_list_of_entries_takes(story: Story) -> None:
    log = begun(story.began)
    with opened(story.began) as (logbook, clock):
        for attempt in story.attempts:
            assert log.takes(attempt) == tried(logbook, clock, attempt)

        clock.set(AFTERWARDS)
        assert log.entries == list(logbook.entries())


@given(stories())
def test_a_story_told_twice_over_leaves_the_log_of_the_story(story: Story) -> None:
    twice_in_a_batch = [evolve(attempt, drafts=attempt.drafts * 2) for attempt in story.attempts]
    twice_in_a_row = [attempt for attempt in story.attempts for _ in range(2)]

    log = log_of(story)

    assert log == log_of(evolve(story, attempts=tuple(twice_in_a_batch)))
    assert log == log_of(evolve(story, attempts=tuple(twice_in_a_row)))


@given(stories(), st.data())
def test_recording_ids_again_gives_their_entries_back_and_records_nothing(
    story: Story, data: st.DataObject
) -> None:
    behind = data.draw(
        st.sampled_from([timedelta(), timedelta(minutes=4), timedelta(days=40)]), "clock behind"
    )
    with opened(story.began) as (logbook, clock):
        for attempt in story.attempts:
            tried(logbook, clock, attempt)
        log = logbook.entries()
        again = data.draw(st.lists(st.sampled_from(log), min_size=1, max_size=5), "again")
        clock.set(log[-1].recorded_at - behind)

        assert tuple(again) == logbook.record(*[_draft(entry) for entry in again])

        clock.set(AFTERWARDS)
        assert log == logbook.entries()


@given(stories(), st.data())
def test_an_id_with_other_content_is_refused_and_nothing_is_recorded(
    story: Story, data: st.DataObject
) -> None:
    with told(story) as logbook:
        log = logbook.entries()
        entry = data.draw(st.sampled_from(log), "id of")
        day = data.draw(
            days_about(log).map(lambda day: day + timedelta(days=day == entry.occurred_on)), "day"
        )
        content = data.draw(st.sampled_from(["another day", "another fact", "other evidence"]), "with")
        other = {
            "another day": evolve(_draft(entry), on=day),
            "another fact": evolve(FRESH, id=entry.id),
            "other evidence": evolve(_draft(entry), evidence=(*entry.evidence, *DOCUMENT)),
        }[content]

        for batch in ([other], [FRESH, other], [other, FRESH], [_draft(entry), other]):
            with pytest.raises(IdTaken):
                logbook.record(*batch)
        assert log == logbook.entries()


DAY = date(2021, 3, 4)
MEETING = ("familieakademi", "s-1", 1)
EVENT = ("familieakademi", "s-1", 2)
JOB = ("lommepengejob", "p-1", "j-1")
BEFORE = (
    ParticipantRegistered("family", "p-1"),
    ParticipantRegistered("youth", "p-1"),
    SeriesPlanned("familieakademi", "s-1", 3, DAY, DAY),
    MeetingHeld(*MEETING),
    LommepengejobStarted(*JOB),
    NetworkFormed("familieakademi", "n-1", inclusive=True),
)
FAMILY, _, _, HELD, STARTED, FORMED = range(2, 8)
EXCLUDING = [
    (ParticipantRegistered("family", "p-2"), ParticipantRegistered("family", "p-2")),
    (
        SeriesPlanned("familieakademi", "s-2", 3, DAY, DAY),
        SeriesPlanned("familieakademi", "s-2", 4, DAY, DAY),
    ),
    (FamilyAttended(*MEETING, "p-1"), FamilyAttended(*MEETING, "p-1")),
    (FamilyAttended(*MEETING, "p-1"), Retracted(FAMILY, "duplicate")),
    (FamilyAttended(*MEETING, "p-1"), Retracted(HELD, "did-not-happen")),
    (HeadsCounted(*MEETING, 4), HeadsCounted(*MEETING, 5)),
    (LommepengejobCompleted(*JOB), LommepengejobAbandoned(*JOB)),
    (LommepengejobCompleted(*JOB), Retracted(STARTED, "slip")),
    (FritidsjobStarted(*JOB, "shop", ordinary=True), FritidsjobStarted(*JOB, "bakery", ordinary=True)),
    (MeetingHeld(*EVENT), EventHeld(*EVENT, "house", "staff")),
    (EventHeld(*EVENT, "house", "network", "n-1"), Retracted(FORMED, "slip")),
    (
        NetworkFormed("familieakademi", "n-2", inclusive=True),
        NetworkFormed("familieakademi", "n-2", inclusive=False),
    ),
    (NetworkEnded("familieakademi", "n-1"), NetworkEnded("familieakademi", "n-1")),
    (
        BlockOrganised("naboskab", "o-1", "b-2", "other", ("a",)),
        BlockOrganised("naboskab", "o-1", "b-1", "other", ("a",)),
    ),
    (IndicatorMeasured("safety", "75"), IndicatorMeasured("safety", "80")),
    (BaselineCounted("pieces", 3), BaselineCounted("pieces", 4)),
]


def _waits_for_the_other(barrier: Barrier) -> Callable[[], datetime]:
    """A clock that, when asked, waits a little for the other writer to be asked for the time, too.

    Who asks before the log is locked meets the other there, and both decide on the same log.
    """

    def clock() -> datetime:
        with suppress(BrokenBarrierError):
            barrier.wait(0.03)
        return AFTERWARDS

    return clock


def _accepted(logbook: Logbook, draft: Draft) -> bool:
    try:
        logbook.record(draft, actor=WORKER)
    except Refusal:
        return False
    return True


@settings(max_examples=35)
@given(st.permutations([0, 1]), st.sampled_from(EXCLUDING))
def test_of_two_writers_of_facts_that_exclude_each_other_exactly_one_is_accepted(
    order: list[int], pair: tuple[Fact, Fact]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "logbog.db"
        with opened(AFTERWARDS, path) as (logbook, _):
            logbook.record(*BEFORE, on=DAY)
        clock = _waits_for_the_other(Barrier(2))
        with Logbook.open(path, clock=clock) as first, Logbook.open(path, clock=clock) as second:
            drafts = [
                Draft(pair[place], None if isinstance(pair[place], Retracted) else DAY) for place in order
            ]
            before = first.entries()
            assert before == second.entries()
            with ThreadPoolExecutor(2) as threads:
                outcomes = threads.map(_accepted, (first, second), drafts)

                assert [False, True] == sorted(outcomes)
            assert len(before) + 1 == len(first.entries()) == len(second.entries())
            assert first.entries() == second.entries()


@settings(max_examples=10)
@given(st.sampled_from([pair[0] for pair in EXCLUDING]))
def test_of_two_writers_of_one_id_with_other_content_exactly_one_is_accepted(fact: Fact) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "logbog.db"
        with opened(AFTERWARDS, path) as (logbook, _):
            logbook.record(*BEFORE, on=DAY)
        clock = _waits_for_the_other(Barrier(2))
        with Logbook.open(path, clock=clock) as first, Logbook.open(path, clock=clock) as second:
            drafts = [evolve(FRESH, on=DAY), evolve(FRESH, fact=fact, on=DAY)]
            spent = drafts[0].id
            with ThreadPoolExecutor(2) as threads:
                outcomes = threads.map(_accepted, (first, second), drafts)

                assert [False, True] == sorted(outcomes)
            assert 1 == sum(entry.id == spent for entry in second.entries())


def _recorded(logbook: Logbook, draft: Draft) -> Entry | VaerebroError:
    try:
        return logbook.record(draft)[0]
    except VaerebroError as error:
        return error


def _told(come: Entry | VaerebroError) -> tuple[object, ...]:
    if isinstance(come, Entry):
        return come.position, come.occurred_on, come.fact
    return type(come), str(come)


@given(stories())
def test_attempting_drafts_says_what_recording_them_one_by_one_does(story: Story) -> None:
    drafts = [draft for attempt in story.attempts for draft in attempt.drafts]
    with opened(story.began) as (logbook, clock):
        clock.set(AFTERWARDS)
        attempted = [_told(come) for come in logbook.attempt(drafts)]
        assert 1 == logbook.position

        recorded = [_told(_recorded(logbook, draft)) for draft in drafts]

    assert recorded == attempted
