"""The front door: open a logbook, record, correct, retract, and replay it for any two dates."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from threading import RLock
from typing import Self
from uuid import UUID, uuid4

from attrs import evolve

from vaerebro_events.domain.amendments import Amendment, Corrected, Retracted
from vaerebro_events.domain.batch import Batch, Recording, make_batch
from vaerebro_events.domain.calendar import day_of
from vaerebro_events.domain.entry import Actor, Draft, Entry, Evidence
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.folding import History, Trial, misfits
from vaerebro_events.domain.governance import MarkedAsSample, PlanAdopted
from vaerebro_events.domain.plan import Plan
from vaerebro_events.domain.plan_problems import plan_problems
from vaerebro_events.domain.values import check_day
from vaerebro_events.domain.vocabulary import Vocabulary
from vaerebro_events.errors import (
    ActorMissing,
    Damaged,
    DayAfterToday,
    InvalidPlan,
    InvalidValue,
    LogbookClosed,
    NothingToRecord,
    Refusal,
    UnknownTag,
)
from vaerebro_events.plans import DEFAULT, read_plan
from vaerebro_events.projections.history import Known, known_by, last_known
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.storage import WAIT_SECONDS, Log

Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


class Logbook:
    """An append-only log of what happened, and what it says for any two dates.

    Open one with `Logbook.create` or `Logbook.open`; it may be used from several threads, and one
    file from several processes. Close it, or use it in a `with` statement.

    >>> from datetime import date
    >>> from vaerebro_events import Actor, Logbook, MeetingHeld, SeriesPlanned
    >>> logbook = Logbook.create(":memory:", actor=Actor("family-worker", "u-3"))
    >>> season = SeriesPlanned("familieakademi", "2021-forår", 16, date(2021, 1, 7), date(2021, 5, 6))
    >>> [entry.position for entry in logbook.record(season, on=date(2021, 1, 4))]
    [2]
    >>> meeting = MeetingHeld("familieakademi", "2021-forår", 1)
    >>> logbook.record(meeting, on=date(2021, 1, 7))[0].position
    3
    >>> logbook.replay(on=date(2021, 12, 31)).status("familieakademi.seasons").state.value
    'not_met'
    """

    def __init__(
        self,
        log: Log,
        *,
        actor: Actor | None,
        clock: Clock,
        ids: Callable[[], UUID],
        vocabulary: Vocabulary,
    ) -> None:
        self._log = log
        self._actor = actor
        self._clock = clock
        self._ids = ids
        self._vocabulary = vocabulary
        self._entries: list[Entry] = []
        self._history = History()
        self._lock = RLock()
        self._closed = False

    @classmethod
    def create(
        cls,
        path: str | Path,
        plan: Plan | str | Path = DEFAULT,
        *,
        actor: Actor,
        sample_seed: int | None = None,
        clock: Clock = _now,
        ids: Callable[[], UUID] = uuid4,
        vocabulary: Vocabulary = VOCABULARY,
    ) -> Self:
        """A new logbook, in a file or in memory (`:memory:`), with the plan's adoption as entry 1.

        `plan` is a plan, the name of one of the library's, or a TOML file. `sample_seed` marks what
        the logbook holds as made up. `clock` gives the time, aware, whenever something is recorded
        or asked; `ids` gives the ids of entries that bring none.

        Raises: `LogbookExists`, `UnknownPlan`, `InvalidPlan`, or another `VaerebroError`.
        """
        adopted = plan if isinstance(plan, Plan) else read_plan(plan, vocabulary)
        facts: list[Fact] = [PlanAdopted(adopted)]
        if sample_seed is not None:
            facts.append(MarkedAsSample(sample_seed))
        log = Log.create(str(path), vocabulary)
        logbook = cls(log, actor=actor, clock=clock, ids=ids, vocabulary=vocabulary)
        try:
            logbook.record(*facts, on=day_of(logbook._time()))
        except BaseException:
            logbook.close()
            log.remove()
            raise
        return logbook

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        actor: Actor | None = None,
        clock: Clock = _now,
        ids: Callable[[], UUID] = uuid4,
        vocabulary: Vocabulary = VOCABULARY,
        wait_seconds: int = WAIT_SECONDS,
    ) -> Self:
        """The logbook in a file. `actor` is who records, where a call names nobody else.

        `wait_seconds` is how long to wait for other writers.

        Raises: `LogbookMissing`, `NotALogbook`, `NewerLogbook`, or another `StorageError`.
        """
        log = Log.open(str(path), vocabulary, wait_seconds)
        return cls(log, actor=actor, clock=clock, ids=ids, vocabulary=vocabulary)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the logbook; what was recorded stays."""
        with self._lock:
            self._closed = True
            self._log.close()

    # Reading.

    @property
    def position(self) -> int:
        """The position of the last entry."""
        return len(self._known_entries())

    @property
    def plan(self) -> Plan | None:
        """The plan in force, as far as everything known says."""
        return self.replay().plan

    def entries(self, after: int = 0) -> Sequence[Entry]:
        """The entries after a position, as they were recorded, in the order of the log.

        An application follows the log with it: it keeps the last position it has seen, and asks again.

        Raises: `InvalidValue`, when the position is no whole number from 0 on.
        """
        if type(after) is not int or after < 0:
            raise InvalidValue("after", after, "it must be a position: 0, 1, 2 …")
        return tuple(self._known_entries()[after:])

    def replay(self, on: date | None = None, known: Known | None = None) -> Replay:
        """What is true for the day `on`, as far as it was known at `known`.

        `known` is a position, an aware time, or a day (its end in Denmark). Left out, they are today
        and everything recorded. What was recorded together is known together.

        Raises: `DayAfterToday`, `InstantAhead`, `InvalidValue`.
        """
        now = self._time()
        entries = self._known_entries()
        day = day_of(now) if on is None else on
        check_day("on", day)
        if day > day_of(now):
            raise DayAfterToday(day, day_of(now))
        position = last_known(entries, known_by(known, now, len(entries)))
        return Replay(day, position, tuple(entries[:position]), self._vocabulary.facts)

    def fact(self, tag: str, **fields: object) -> Fact:
        """A fact by its tag, from plain data, as a form or a file gives it.

        Raises: `UnknownTag`, `WrongFields`, `InvalidValue`.

        >>> from vaerebro_events import Actor, Logbook
        >>> logbook = Logbook.create(":memory:", actor=Actor("family-worker", "u-3"))
        >>> logbook.fact("participant-registered", kind="youth", who="y-004").tag
        'participant-registered'
        """
        return self._log.codec.fact(tag, fields)

    # Recording.

    def record(
        self,
        *what: Fact | Draft,
        on: date | None = None,
        actor: Actor | None = None,
        allow_clock_behind: bool = False,
    ) -> tuple[Entry, ...]:
        """Records facts together: all of them, at consecutive positions, or none.

        `on` is the day of those that bring none. A draft whose id is in the log already with the same
        content is recorded no second time; its entry is given back. `allow_clock_behind` records even
        though the clock stands more than five minutes before the last entry; that is a finding.

        Raises: a `Refusal` that says what stands in the way, or another `VaerebroError`; then nothing
        is recorded.
        """
        who = actor or self._actor
        if who is None:
            raise ActorMissing
        drafts = [self._draft(item, on) for item in what]
        if not drafts:
            raise NothingToRecord
        with self._lock:
            self._check_open()
            if not self._entries:
                self._known_entries()  # read before the log is locked, where it may be long
            decided: list[tuple[Batch, Trial]] = []

            def decide(others: Sequence[Entry]) -> Sequence[Entry]:
                self._take_in(others)
                recording = Recording(who, self._time(), allow_clock_behind)
                batch = make_batch(self._history, drafts, recording, self._ids)
                decided.append((batch, self._history.trial(batch.added)))
                return batch.added

            self._log.append(self._last, decide)
            batch, trial = decided[0]
            self._history.take(batch.added, trial)
            self._entries.extend(batch.added)
        return tuple(batch.result)

    def correct(
        self,
        position: int,
        fact: Fact,
        *,
        reason: str,
        on: date | None = None,
        actor: Actor | None = None,
        evidence: tuple[Evidence, ...] = (),
        id: UUID | None = None,  # noqa: A002 it is the field's word
        allow_clock_behind: bool = False,
    ) -> Entry:
        """Says what an entry should have said: another fact, and `on` another day if it is another.

        `reason` is a code, see `Reason`. Raises: as `record`.
        """
        draft = Draft(Corrected(position, reason, fact), on, id, evidence)
        return self.record(draft, actor=actor, allow_clock_behind=allow_clock_behind)[0]

    def retract(
        self,
        position: int,
        *,
        reason: str,
        actor: Actor | None = None,
        evidence: tuple[Evidence, ...] = (),
        id: UUID | None = None,  # noqa: A002 it is the field's word
        allow_clock_behind: bool = False,
    ) -> Entry:
        """Says that an entry should not have been made; a later correction can bring it back.

        `reason` is a code, see `Reason`. Raises: as `record`.
        """
        draft = Draft(Retracted(position, reason), None, id, evidence)
        return self.record(draft, actor=actor, allow_clock_behind=allow_clock_behind)[0]

    # Keeping up with the log.

    def _draft(self, item: Fact | Draft, on: date | None) -> Draft:
        draft = item if isinstance(item, Draft) else Draft(item)
        inner = draft.fact.fact if isinstance(draft.fact, Corrected) else draft.fact
        for fact in (draft.fact, inner):
            if self._vocabulary.facts.get(fact.tag) is not type(fact):
                raise UnknownTag(fact.tag, tuple(sorted(self._vocabulary.facts)))
        if isinstance(draft.fact, PlanAdopted):
            self._check_plan(draft.fact.plan)
        if draft.on is None and on is not None and not isinstance(draft.fact, Amendment):
            return evolve(draft, on=on)
        return draft

    @property
    def _last(self) -> Entry | None:
        return self._entries[-1] if self._entries else None

    def _time(self) -> datetime:
        now = self._clock()
        if not isinstance(now, datetime) or now.utcoffset() is None:  # pyright: ignore[reportUnnecessaryIsInstance] callers may be untyped
            raise InvalidValue("clock", now, "it must give an aware time")
        return now.astimezone(UTC)

    def _known_entries(self) -> list[Entry]:
        """The log as it is now; what others have recorded since is read first."""
        with self._lock:
            self._check_open()
            self._take_in(self._log.entries(self._last))
            return self._entries

    def _take_in(self, entries: Sequence[Entry]) -> None:
        """Takes in what is read from the log; it folds, or the log is damaged."""
        if not entries:
            return
        try:
            self._history.take(entries, self._history.trial(entries))
        except Refusal:
            position, refusal = next(misfits([*self._entries, *entries]))
            why = f"it does not follow from what was recorded before: {refusal.sentence.rstrip('.')}"
            raise Damaged(self._log.path, position, why) from None
        self._entries.extend(entries)

    def _check_plan(self, plan: Plan) -> None:
        if problems := plan_problems(plan, self._vocabulary.facts):
            raise InvalidPlan(plan.name, problems)

    def _check_open(self) -> None:
        if self._closed:
            raise LogbookClosed(self._log.path)
