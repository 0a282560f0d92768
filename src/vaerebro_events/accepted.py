"""The accepted log: what is read and checked so far, kept up with what others record, and added to.

It sits between the front door and the log: a batch is decided here, on the log as it is while it is locked.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from threading import RLock
from uuid import UUID

from attrs import define, field

from vaerebro_events.domain.amendments import Corrected
from vaerebro_events.domain.batch import Batch, Recorded, Recording, make_batch
from vaerebro_events.domain.calendar import day_of
from vaerebro_events.domain.closing import PeriodClosed
from vaerebro_events.domain.entry import Draft, Entry
from vaerebro_events.domain.folding import History, Trial, misfits
from vaerebro_events.errors import (
    ClosingDiffers,
    Damaged,
    KnownTooEarly,
    LogbookClosed,
    PeriodNotOver,
    Refusal,
    VaerebroError,
)
from vaerebro_events.errors.said import why_of
from vaerebro_events.projections.closing import closing_differs
from vaerebro_events.projections.history import last_known
from vaerebro_events.projections.replay import Replay
from vaerebro_events.storage import Log
from vaerebro_events.text import Text

DOES_NOT_FOLLOW = Text(
    da="den følger ikke af det, der blev registreret før",
    en="it does not follow from what was recorded before",
)


@define(eq=False)
class AcceptedLog:
    """The entries of a log, read in order, checked as they are read, and the history they fold to.

    `library` is the version of this library, which a closing names.
    """

    log: Log
    library: str
    _entries: list[Entry] = field(factory=list[Entry])
    _history: History = field(factory=History)
    _lock: RLock = field(factory=RLock)
    _closed: bool = False

    def close(self) -> None:
        """Closes the log; what was recorded stays."""
        with self._lock:
            self._closed = True
            self.log.close()

    def entries(self) -> list[Entry]:
        """The log as it is now; what others have recorded since is read first."""
        with self._lock:
            self._check_open()
            self._take_in(self.log.entries(self._last))
            return self._entries

    def add(
        self, drafts: Sequence[Draft], recording: Callable[[], Recording], new_id: Callable[[], UUID]
    ) -> Recorded:
        """Adds a batch, or refuses it; gives for each draft the entry that it is in the log.

        `recording` is asked while the log is locked, so that its time is that of the write.
        """
        with self._lock:
            self._check_open()
            if not self._entries:
                self.entries()  # read before the log is locked, where it may be long
            decided: list[tuple[Batch, Trial]] = []

            def decide(others: Sequence[Entry]) -> Sequence[Entry]:
                self._take_in(others)
                batch = make_batch(self._history, drafts, recording(), new_id)
                trial = self._history.trial(batch.added)
                for entry in batch.added:
                    self._check_closing(entry, self._entries)
                decided.append((batch, trial))
                return batch.added

            self.log.append(self._last, decide)
            batch, trial = decided[0]
            self._history.take(batch.added, trial)
            self._entries.extend(batch.added)
        return batch.recorded

    def would_add(
        self, drafts: Sequence[Draft], recording: Callable[[], Recording], new_id: Callable[[], UUID]
    ) -> Recorded:
        """What `add` would give now; nothing is added."""
        with self._lock:
            self.entries()
            batch = make_batch(self._history, drafts, recording(), new_id)
            self._history.trial(batch.added)
            for entry in batch.added:
                self._check_closing(entry, self._entries)
        return batch.recorded

    def attempt(
        self, batches: Iterable[Sequence[Draft]], recording: Recording, new_id: Callable[[], UUID]
    ) -> Iterator[Entry | VaerebroError]:
        """What would come of batches, one after another: its last entry, or why it is refused."""
        with self._lock:
            entries = [*self.entries()]
            history = self._history.copy()
        for drafts in batches:
            try:
                batch = make_batch(history, drafts, recording, new_id)
                trial = history.trial(batch.added)
                for entry in batch.added:
                    self._check_closing(entry, entries)
            except VaerebroError as error:
                yield error
            else:
                history.take(batch.added, trial)
                entries.extend(batch.added)
                yield batch.result[-1]

    @property
    def _last(self) -> Entry | None:
        return self._entries[-1] if self._entries else None

    def _take_in(self, entries: Sequence[Entry]) -> None:
        """Takes in what is read from the log; it folds, or the log is damaged."""
        if not entries:
            return
        try:
            self._history.take(entries, self._history.trial(entries))
        except Refusal:
            position, refusal = next(misfits([*self._entries, *entries]))
            why = why_of(refusal).at(DOES_NOT_FOLLOW)
            raise Damaged(self.log.path, position, why) from None
        self._entries.extend(entries)

    def _check_closing(self, entry: Entry, entries: Sequence[Entry]) -> None:
        """A closing says what the replay of its two dates says, whoever makes it."""
        fact = entry.fact.fact if isinstance(entry.fact, Corrected) else entry.fact
        if not isinstance(fact, PeriodClosed):
            return
        if entry.occurred_on >= day_of(entry.recorded_at):
            raise PeriodNotOver(fact.period, entry.occurred_on)
        position = last_known(entries, fact.as_known)
        then = entries[position:][:1]
        if then and day_of(then[0].recorded_at) <= entry.occurred_on:
            raise KnownTooEarly(fact.period, fact.as_known, then[0].position)
        log = tuple(entries[:position])
        replay = Replay(entry.occurred_on, position, log, self.log.codec.vocabulary.facts)
        differs = closing_differs(fact, replay, self.library)
        if differs is not None:
            raise ClosingDiffers(fact.period, differs)

    def _check_open(self) -> None:
        if self._closed:
            raise LogbookClosed(self.log.path)
