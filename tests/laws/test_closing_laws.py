"""A closing says what the replay of its two dates says, at any later time; and what came later is told."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from plain import cut, history
from plain_agreed import agreed, closes_on
from small_closings import closable
from stories import AFTERWARDS, Story, opened, tried
from strategies import days_about, stories
from vaerebro_events import (
    Cause,
    Corrected,
    Entry,
    EvaluationHeld,
    Logbook,
    PeriodClosed,
    Plan,
    PlanAdopted,
    PlanRevised,
    ReadingChosen,
    Replay,
    ReportSent,
    Retracted,
    after_closing,
    closings,
    since_closing,
)
from vaerebro_events.domain.calendar import day_of
from vaerebro_events.domain.references import PeriodKey
from vaerebro_events.errors import AlreadyClosed, StandsInTheWay, UnknownPeriod
from vaerebro_events.projections.closing import reported

LONG_AFTERWARDS = AFTERWARDS + timedelta(days=36_500)


@contextmanager
def _closed_in_between(story: Story, data: st.DataObject) -> Generator[Logbook]:
    """A story in the course of which periods are closed, too, long after they were over."""
    later = AFTERWARDS - story.began
    with opened(story.began) as (logbook, clock):
        told = data.draw(st.integers(0, len(story.attempts)), "closed after")
        for attempt in story.attempts[:told]:
            tried(logbook, clock, attempt)
        clock.set(AFTERWARDS)
        for _ in range(data.draw(st.integers(1, 3), "closings")):
            _close(logbook, data)
        for attempt in story.attempts[told:]:
            tried(logbook, clock, evolve(attempt, now=attempt.now + later))
        clock.set(LONG_AFTERWARDS)
        yield logbook


def _close(logbook: Logbook, data: st.DataObject) -> None:
    """Closes a period that is over, as known at some time since, where it is not closed yet."""
    log = logbook.entries()
    over = closable(log, day_of(AFTERWARDS))
    period, _ = data.draw(st.sampled_from(over), "closed")
    latest = max(day for each, day in over if each == period)
    while_it_ran = sum(day_of(entry.recorded_at) <= latest for entry in log)
    known = data.draw(st.integers(max(1, while_it_ran), len(log)) | st.just(len(log)), "as known")
    try:
        logbook.close_period(period, known=known)
    except (AlreadyClosed, StandsInTheWay):
        return  # closed already, maybe on a later day, before a revision made the programme shorter
    except UnknownPeriod:
        assert not _ends(cut(log, known), period)


def _ends(log: Sequence[Entry], period: str) -> list[date]:
    """The days that some version says a period ends on, while it holds."""
    decided = agreed(history(log))
    ends = [(version, closes_on(version.plan, period)) for version in decided.versions]
    return [day for version, day in ends if day is not None and decided.on(day) is version]


def _held(replay: Replay) -> Iterator[tuple[Entry, PeriodClosed]]:
    for entry in closings(replay).values():
        assert isinstance(entry.fact, PeriodClosed)
        yield entry, entry.fact


@given(stories(), st.data())
def test_a_closing_equals_the_replay_of_its_two_dates_whatever_came_later(
    story: Story, data: st.DataObject
) -> None:
    with _closed_in_between(story, data) as logbook:
        for entry, closing in _held(logbook.replay()):
            then = logbook.replay(on=entry.occurred_on, known=closing.as_known)

            assert reported(then) == closing.statuses
            assert closing.as_known == then.position
            assert then.agreements.on(then.on) == next(
                version for version in then.agreements.versions if version.position == closing.plan_entry
            )


@given(stories(), st.data())
def test_nothing_recorded_since_nothing_restated(story: Story, data: st.DataObject) -> None:
    with _closed_in_between(story, data) as logbook:
        _close(logbook, data)
        for entry in logbook.entries():
            alone = entry.batch_end == entry.position
            if alone and isinstance(entry.fact, PeriodClosed) and entry.fact.as_known == entry.position - 1:
                since = since_closing(logbook.replay(known=entry.position), entry.fact.period)

                assert (len(entry.fact.statuses), (), ()) == (since.unchanged, since.restated, since.entries)


@given(stories(), st.data())
def test_what_is_restated_is_what_differs_and_has_its_causes(story: Story, data: st.DataObject) -> None:
    with _closed_in_between(story, data) as logbook:
        for entry, closing in _held(logbook.replay()):
            now = reported(logbook.replay(on=entry.occurred_on))

            since = since_closing(logbook.replay(), closing.period)

            assert {status.key for status in {*closing.statuses} ^ {*now}} == {r.key for r in since.restated}
            assert len({*closing.statuses} & {*now}) == since.unchanged
            for row in since.restated:
                assert row.causes
                assert Cause.LIBRARY not in row.causes
                assert row.caused_by
                assert min(row.caused_by) > closing.as_known
            causes = {position for row in since.restated for position in row.caused_by}
            assert causes == {each.position for each in since.entries}


def _told(log: Sequence[Entry], entry: Entry) -> list[Entry]:
    """An entry; of an amendment, also what it amends as that was said before."""
    if not isinstance(entry.fact, Corrected | Retracted):
        return [entry]
    amends, before = entry.fact.amends, log[: entry.position - 1]
    corrected = [e for e in before if isinstance(e.fact, Corrected) and e.fact.amends == amends]
    return [*[log[amends - 1], *corrected][-1:], entry]


def _touches(plan: Plan, period: str, entry: Entry) -> bool:
    """Whether what is said is of a period: something done in it, or decided for it; not a look back at it."""
    said = entry.fact.fact if isinstance(entry.fact, Corrected) else entry.fact
    last = closes_on(plan, period)
    if last is None or isinstance(said, Retracted | PeriodClosed | EvaluationHeld | ReportSent | PlanAdopted):
        return False
    if isinstance(said, PlanRevised):
        return said.holds_from <= last
    return isinstance(said, ReadingChosen) or _within(plan, period, entry.occurred_on)


def _within(plan: Plan, period: str, day: date) -> bool:
    """Whether a day is one of a period, as the plan in force has it."""
    last = closes_on(plan, period)
    if last is None or not plan.first_day <= day <= last:
        return False
    return period == "programme" or str(day.year) == period


@given(stories(), st.data())
def test_what_came_after_a_closing_is_what_it_did_not_know_of_the_days_of_its_period(
    story: Story, data: st.DataObject
) -> None:
    with _closed_in_between(story, data) as logbook:
        log = logbook.entries()
        for on in (data.draw(days_about(log), "D"), date(2025, 1, 1)):
            known = data.draw(st.sampled_from([entry.batch_end for entry in log]), "K")
            replay = logbook.replay(on, known)
            plan = agreed(history(log[:known])).on(on).plan
            held = [e.fact for e in history(log[:known], on) if isinstance(e.fact, PeriodClosed)]
            expected: dict[int, set[PeriodKey]] = {}
            for entry in log[:known]:
                periods = {
                    closing.period
                    for closing in held
                    if entry.position > closing.as_known
                    and any(_touches(plan, closing.period, each) for each in _told(log, entry))
                }
                if periods:
                    expected[entry.position] = periods

            assert expected == {at: {*of} for at, of in after_closing(replay).items()}
