"""The front door: open a logbook, record, correct, retract, and replay it for any two dates."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Self
from uuid import UUID, uuid4

from vaerebro_events.accepted import AcceptedLog
from vaerebro_events.domain.amendments import Corrected, Retracted
from vaerebro_events.domain.batch import Recorded, Recording
from vaerebro_events.domain.calendar import day_of
from vaerebro_events.domain.entry import Actor, Draft, Entry, Evidence
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.governance import MarkedAsSample, PlanAdopted
from vaerebro_events.domain.plan import Plan
from vaerebro_events.domain.references import period_key
from vaerebro_events.domain.values import check_day
from vaerebro_events.domain.vocabulary import Vocabulary
from vaerebro_events.drafting import Clock, Drafted, draft_of, drafts_of, now, time_of
from vaerebro_events.errors import (
    ActorMissing,
    DayAfterToday,
    InvalidValue,
    NoPlanThen,
    NothingToRecord,
    PeriodNotOver,
    VaerebroError,
)
from vaerebro_events.plans import DEFAULT, read_plan
from vaerebro_events.projections.closing import closing_of, ends_on
from vaerebro_events.projections.history import Known, known_by, last_known
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.restoring import restored
from vaerebro_events.storage import WAIT_SECONDS, Lines, Log, Origin
from vaerebro_events.text import Text

LIBRARY = version("vaerebro-events")


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
        self._accepted = AcceptedLog(log, LIBRARY)
        self._codec = log.codec
        self._actor = actor
        self._clock = clock
        self._ids = ids
        self._vocabulary = vocabulary

    @classmethod
    def create(
        cls,
        path: str | Path,
        plan: Plan | str | Path = DEFAULT,
        *,
        actor: Actor,
        sample_seed: int | None = None,
        clock: Clock = now,
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
        clock: Clock = now,
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

    @classmethod
    def restore(
        cls,
        path: str | Path,
        lines: Iterable[bytes],
        *,
        source: str = "lines",
        sha256: str | None = None,
        actor: Actor | None = None,
        clock: Clock = now,
        ids: Callable[[], UUID] = uuid4,
        vocabulary: Vocabulary = VOCABULARY,
    ) -> Self:
        """A new logbook with the entries of an exported one, each as it was: position, id, time and bytes.

        `lines` are those of the export, such as an open file, and `source` is that file's name; `origin`
        keeps it. `sha256` is the one that all bytes should have, where it is known. On any error nothing
        stands at `path`.

        Raises: `LogbookExists`, `NotLines`, `LineNotTaken`, `UnknownFactInLine`, `LinesDiffer`, or a
        `StorageError`.
        """
        log = restored(str(path), Lines(source, lines, sha256), vocabulary, lambda: time_of(clock))
        return cls(log, actor=actor, clock=clock, ids=ids, vocabulary=vocabulary)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the logbook; what was recorded stays."""
        self._accepted.close()

    # Reading.

    @property
    def position(self) -> int:
        """The position of the last entry."""
        return len(self._accepted.entries())

    @property
    def origin(self) -> Origin | None:
        """Where the entries come from, if the logbook was restored."""
        return self._accepted.log.origin()

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
            why = Text(da="det skal være en posts nummer: 0, 1, 2 …", en="it must be a position: 0, 1, 2 …")
            raise InvalidValue("after", after, why)
        return tuple(self._accepted.entries()[after:])

    def replay(self, on: date | None = None, known: Known | None = None) -> Replay:
        """What is true for the day `on`, as far as it was known at `known`.

        `known` is a position, an aware time, or a day (its end in Denmark). Left out, they are today
        and everything recorded. What was recorded together is known together.

        Raises: `DayAfterToday`, `InstantAhead`, `InvalidValue`.
        """
        time = self._time()
        entries, today = self._accepted.entries(), day_of(time)
        day = today if on is None else on
        check_day("on", day)
        if day > today:
            raise DayAfterToday(day, today)
        position = last_known(entries, known_by(known, time, len(entries)))
        return Replay(day, position, tuple(entries[:position]), self._vocabulary.facts)

    def fact(self, tag: str, **fields: object) -> Fact:
        """A fact by its tag, from plain data, as a form or a file gives it.

        Raises: `UnknownTag`, `WrongFields`, `InvalidValue`.

        >>> from vaerebro_events import Actor, Logbook
        >>> logbook = Logbook.create(":memory:", actor=Actor("family-worker", "u-3"))
        >>> logbook.fact("participant-registered", kind="youth", who="y-004").tag
        'participant-registered'
        """
        return self._codec.fact(tag, fields)

    # Recording.

    def record(
        self,
        *what: Fact | Draft,
        on: date | None = None,
        actor: Actor | None = None,
        allow_clock_behind: bool = False,
        dry_run: bool = False,
    ) -> Recorded:
        """Records facts together: all of them, at consecutive positions, or none.

        `on` is the day of those that bring none. A draft whose id is in the log already with the same
        content is not recorded again; its entry is given back, but is not among those `added`. With
        `allow_clock_behind` the clock may stand more than five minutes behind; that is a finding. With
        `dry_run` nothing is recorded, and what would be is given.

        Raises: a `Refusal` that says what stands in the way, or another `VaerebroError`; then nothing
        is recorded.
        """
        who = actor or self._actor
        if who is None:
            raise ActorMissing
        drafts = [draft_of(item, on, self._vocabulary) for item in what]
        if not drafts:
            raise NothingToRecord

        def recording() -> Recording:
            return Recording(who, self._time(), allow_clock_behind)

        add = self._accepted.would_add if dry_run else self._accepted.add
        return add(drafts, recording, self._ids)

    def attempt(
        self, what: Iterable[Drafted], *, on: date | None = None, actor: Actor | None = None
    ) -> Iterator[Entry | VaerebroError]:
        """What would come of recording each of these, one after another: its entry, or why it is refused.

        Nothing is recorded. What is refused is left out, and the next is tried without it. A draft whose
        id the log has, with the same content, gives that entry. Several drafts in a sequence are tried
        together, and give the last one's.

        Raises: `ActorMissing`.

        >>> from datetime import date
        >>> from vaerebro_events import Actor, FamilyAttended, Logbook, ParticipantRegistered
        >>> logbook = Logbook.create(":memory:", actor=Actor("family-worker", "u-3"))
        >>> facts = ParticipantRegistered("family", "f-1"), FamilyAttended("familieakademi", "2021", 1, "f-1")
        >>> [type(each).__name__ for each in logbook.attempt(facts, on=date(2021, 3, 4))]
        ['Entry', 'MeetingNotHeld']
        >>> logbook.position
        1
        """
        who = actor or self._actor
        if who is None:
            raise ActorMissing
        recording = Recording(who, self._time())
        return self._accepted.attempt(
            (drafts_of(item, on, self._vocabulary) for item in what), recording, self._ids
        )

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

    def close_period(
        self,
        period: str,
        *,
        known: Known | None = None,
        actor: Actor | None = None,
        evidence: tuple[Evidence, ...] = (),
        dry_run: bool = False,
    ) -> Entry:
        """Closes a year of the programme (`2021`), or the whole of it (`programme`): what is reported.

        The entry holds every status on the period's last day, as known at `known` (else now), with the
        versions of the plan and of this library. `dry_run` only tries. Later entries may still be about it.

        Raises: `UnknownPeriod`, `PeriodNotOver`, `KnownTooEarly`, `AlreadyClosed`, or as `record` and
        `replay`.
        """
        period = period_key(period)
        agreements, today = self.replay(known=known).agreements, day_of(self._time())
        if not agreements.held:
            raise NoPlanThen
        last = ends_on(agreements, period, today)
        if last >= today:
            raise PeriodNotOver(period, last)
        closing = closing_of(self.replay(on=last, known=known), period, LIBRARY)
        return self.record(Draft(closing, last, evidence=evidence), actor=actor, dry_run=dry_run)[0]

    def _time(self) -> datetime:
        return time_of(self._clock)
