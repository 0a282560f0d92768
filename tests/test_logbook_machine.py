"""A logbook driven at random, beside a plain list of entries that decides by itself what it takes."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import count, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from clocks import SettableClock
from plain import PlainLog, amended_positions, cut, day_in_denmark, history
from small_closings import PERIODS
from small_world import THEMES
from stories import AFTERWARDS, SMALL_PLAN, WORKER, Attempt, numbered_ids, replayed, tried
from strategies import BEGINNINGS, STEPS, attempts, begun, days_about, knowns, openings
from telling import Kinds, Teller
from vaerebro_events import (
    Corrected,
    Draft,
    Entry,
    Fact,
    Logbook,
    PeriodClosed,
    PlanRevised,
    ReadingChosen,
    Refusal,
    Retracted,
)


class LogbookMachine(RuleBasedStateMachine):
    """Whatever is tried, the logbook takes it where the plain log does, and says what that says."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "logbog.db"
        self.ids: Iterator[UUID] = (UUID(int=number) for number in count(1))
        self.log: PlainLog
        self.logbook: Logbook
        self.clock: SettableClock
        self.kinds: Kinds

    @initialize(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        began = data.draw(BEGINNINGS)
        self.kinds = data.draw(THEMES)
        self.log, self.clock = begun(began), SettableClock(began)
        self.logbook = Logbook.create(
            self.path, SMALL_PLAN, actor=WORKER, clock=self.clock, ids=numbered_ids()
        )
        self._try(data.draw(openings(began, self.ids)))

    def teardown(self) -> None:
        self.logbook.close()
        self.folder.cleanup()

    def _now(self, data: st.DataObject) -> datetime:
        return self.log.entries[-1].recorded_at + data.draw(STEPS)

    def _teller(self, data: st.DataObject, now: datetime) -> Teller:
        return Teller(data.draw, self.log, day_in_denmark(now), self.ids, self.kinds)

    def _try(self, attempt: Attempt) -> None:
        assert self.log.takes(attempt) == tried(self.logbook, self.clock, attempt)

    @rule(data=st.data())
    def record_a_fact(self, data: st.DataObject) -> None:
        now = self._now(data)
        self._try(Attempt((self._teller(data, now).new(data.draw(self.kinds)),), now))

    @rule(data=st.data())
    def record_a_fact_of_any_day(self, data: st.DataObject) -> None:
        now = self._now(data)
        self._try(Attempt((self._teller(data, now).anything(data.draw(self.kinds)),), now))

    @rule(data=st.data(), kind=st.sampled_from([PlanRevised, ReadingChosen]))
    def decide(self, data: st.DataObject, kind: type[Fact]) -> None:
        now = self._now(data)
        self._try(Attempt((self._teller(data, now).anything(kind),), now))

    @rule(data=st.data())
    def close_a_period(self, data: st.DataObject) -> None:
        now = self._now(data)
        self._try(Attempt((self._teller(data, now).closing(),), now))

    @rule(data=st.data())
    def close_a_period_by_name(self, data: st.DataObject) -> None:
        """By the front door's own name for it: as what the log says, and never otherwise."""
        self.clock.set(self._now(data))
        period, known = data.draw(st.sampled_from(PERIODS)), data.draw(st.integers(1, len(self.log.entries)))
        try:
            entry = self.logbook.close_period(period, known=known)
        except Refusal:
            return
        assert isinstance(entry.fact, PeriodClosed)
        draft = Draft(entry.fact, entry.occurred_on, entry.id)
        assert self.log.takes(Attempt((draft,), self.clock.now))

    @rule(data=st.data())
    def record_a_batch(self, data: st.DataObject) -> None:
        self._try(data.draw(attempts(self.log, self.log.entries[-1].recorded_at, self.ids, self.kinds)))

    def _amend(self, data: st.DataObject, entries: list[Entry]) -> None:
        """Corrects or retracts one of the entries, by the front door's own names for it."""
        now = self._now(data)
        draft = self._teller(data, now).amended(data.draw(st.sampled_from(entries)))
        takes = self.log.takes(Attempt((draft,), now))
        self.clock.set(now)
        try:
            self._amended_by_name(draft)
        except Refusal:
            assert not takes
        else:
            assert takes

    def _amended_by_name(self, draft: Draft) -> None:
        book = self.logbook
        match draft.fact:
            case Corrected(amends=at, reason=reason, fact=fact):
                book.correct(at, fact, reason=reason, on=draft.on, evidence=draft.evidence, id=draft.id)
            case Retracted(amends=at, reason=reason) if draft.on is None:
                book.retract(at, reason=reason, evidence=draft.evidence, id=draft.id)
            case _:
                book.record(draft)

    @rule(data=st.data())
    def correct_or_retract(self, data: st.DataObject) -> None:
        self._amend(data, self.log.entries)

    def _amended(self) -> list[Entry]:
        amended = amended_positions(self.log.entries)
        return [entry for entry in self.log.entries if entry.position in amended]

    @precondition(lambda self: bool(self._amended()))
    @rule(data=st.data())
    def amend_again(self, data: st.DataObject) -> None:
        self._amend(data, self._amended())

    @rule(data=st.data())
    def repeat_an_id(self, data: st.DataObject) -> None:
        now = self._now(data)
        entry = data.draw(st.sampled_from(self.log.entries))
        self._try(Attempt((self._teller(data, now).again(entry),), now))

    @rule()
    def reopen_the_file(self) -> None:
        self.logbook.close()
        self.logbook = Logbook.open(self.path, actor=WORKER, clock=self.clock, ids=numbered_ids())

    @rule(data=st.data())
    def replay(self, data: st.DataObject) -> None:
        entries = self.log.entries
        on, known = data.draw(days_about(entries), "D"), data.draw(knowns(entries), "K")
        with self._asked_afterwards():
            replay = self.logbook.replay(on, known)

        known_then = cut(entries, known)
        assert replayed(known_then, on).statuses == replay.statuses
        assert [(e.position, e.occurred_on, e.fact) for e in history(known_then, on)] == [
            (e.position, e.occurred_on, e.fact) for e in replay.history
        ]

    @contextmanager
    def _asked_afterwards(self) -> Generator[None]:
        now = self.clock.now
        self.clock.set(AFTERWARDS)
        yield
        self.clock.set(now)

    @invariant()
    def the_log_is_the_plain_list(self) -> None:
        assert self.log.entries == list(self.logbook.entries())

    @invariant()
    def positions_have_no_gap_and_time_does_not_go_back(self) -> None:
        entries = self.logbook.entries()
        assert list(range(1, len(entries) + 1)) == [entry.position for entry in entries]
        assert all(one.recorded_at <= other.recorded_at for one, other in pairwise(entries))

    @invariant()
    def statuses_are_those_of_the_plain_list(self) -> None:
        today = day_in_denmark(self.clock.now)
        assert replayed(self.log.entries, today).statuses == self.logbook.replay().statuses


TestLogbookMachine = LogbookMachine.TestCase
TestLogbookMachine.settings = settings(max_examples=20, stateful_step_count=30)
