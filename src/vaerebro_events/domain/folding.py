"""Does the history still fold? What every recording, correction, retraction and back-dating goes through.

The effective history is kept by lifecycle. A batch is tried on the lifecycles it touches and on no
others; a trial changes nothing, and what it found is taken over once the batch is stored.
"""

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any, cast
from uuid import UUID

from attrs import define, evolve, field, frozen

from vaerebro_events.domain.agreements import Agreements, Decision, agreements_of
from vaerebro_events.domain.amendments import Amendment, Retracted, as_amended, told_of
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Thread
from vaerebro_events.domain.governance import PlanAdopted
from vaerebro_events.errors import (
    AmendmentOfAmendment,
    NoPlan,
    NotAmendable,
    NothingToAmend,
    PlanAlreadyAdopted,
    Refusal,
    StandsInTheWay,
)

_in_order = attrgetter("order")


@frozen
class Folded:
    """One lifecycle so far: its entries in order, and the state after the last."""

    entries: list[Entry]
    state: Any


@frozen
class Trial:
    """What a batch that folds would make of the history."""

    effective: Mapping[int, Entry | None]
    threads: Mapping[Thread, Folded]
    agreements: Agreements
    decisions: Mapping[int, Entry | None]


def _check(entry: Entry, agreements: Agreements) -> None:
    """Checks an entry against what is agreed when it is recorded, by the version that holds on its day."""
    fact, version = entry.fact, agreements.on(entry.occurred_on)
    if isinstance(fact, PlanAdopted):
        if version is not None:
            raise PlanAlreadyAdopted(version.plan.name)
        return
    if version is None:
        raise NoPlan
    if isinstance(fact, Decision):
        fact.suits(agreements)
    fact.fits(version.plan)


def _fold(state: Any, thread: Thread, entries: Iterable[Entry], changed: Mapping[int, Any]) -> Any:
    step = thread.lifecycle.step
    for entry in entries:
        try:
            state = step(state, entry)
        except Refusal as refusal:
            if entry.position in changed:
                raise
            raise _in_the_way(entry, refusal, changed) from None
    return state


def _in_the_way(entry: Entry, refusal: Refusal, changed: Mapping[int, Any]) -> Refusal:
    """Why an entry of the log no longer follows: of two that say the same, it is the one that was there."""
    new = changed.get(getattr(refusal, "position", 0))
    if new is not None and new.fact.tag == entry.fact.tag:
        twice: Refusal = evolve(cast(Any, refusal), position=entry.position)
        return twice
    return StandsInTheWay(entry.position, entry.fact.tag, entry.fact.named(), entry.occurred_on, refusal)


@define
class History:
    """The accepted history by lifecycle: what a new batch is checked against."""

    last: int = 0
    last_recorded_at: datetime | None = None
    agreements: Agreements = field(factory=Agreements)
    _decisions: Mapping[int, Entry | None] = field(factory=dict[int, "Entry | None"])
    _ids: dict[UUID, Entry] = field(factory=dict[UUID, Entry])
    _recorded: dict[int, Entry] = field(factory=dict[int, Entry])
    _days: dict[int, date] = field(factory=dict[int, date])
    _effective: dict[int, Entry | None] = field(factory=dict[int, "Entry | None"])
    _threads: dict[Thread, Folded] = field(factory=dict[Thread, Folded])

    def copy(self) -> "History":
        """The same history apart: what is tried on it leaves this one as it is."""
        return History(
            self.last,
            self.last_recorded_at,
            self.agreements,
            self._decisions,
            dict(self._ids),
            dict(self._recorded),
            dict(self._days),
            dict(self._effective),
            dict(self._threads),
        )

    def recorded_as(self, id_: UUID) -> Entry | None:
        """The entry of that id as it was recorded, if the log has it."""
        return self._ids.get(id_)

    def day_of(self, position: int) -> date:
        """The day of the entry at a position as it holds now, or held before it was retracted.

        Raises: `NothingToAmend`.
        """
        if position not in self._recorded:
            raise NothingToAmend(position, self.last)
        return self._days.get(position, self._recorded[position].occurred_on)

    def trial(self, batch: Sequence[Entry]) -> Trial:
        """What the history would be with the batch.

        Raises: a `Refusal`, when the batch does not fit the plan or the history no longer folds.
        """
        agreements, decisions = self.agreements, self._decisions
        changed: dict[int, Entry | None] = {}
        for entry in batch:
            at: int = entry.position
            new: Entry | None = entry
            if isinstance(entry.fact, Amendment):
                at, new = entry.fact.amends, as_amended(self._original(entry.fact, at, batch), entry)
            changed[at] = new
            if new is not None:
                _check(new, agreements)
            if at in decisions or (new is not None and isinstance(new.fact, Decision)):
                decisions = {**decisions, at: new}
                agreements = agreements_of(decided for decided in decisions.values() if decided is not None)
        return Trial(changed, self._touched(changed), agreements, decisions)

    def _original(self, amendment: Amendment, position: int, batch: Sequence[Entry]) -> Entry:
        """The entry that an amendment names, in the log or before it in the batch."""
        amends = amendment.amends
        original = self._recorded.get(amends)
        if original is None and self.last < amends < position:
            original = batch[amends - self.last - 1]
        if original is None:
            raise NothingToAmend(amends, self.last)
        if isinstance(original.fact, Amendment):
            raise AmendmentOfAmendment(amends, original.fact.amends)
        if not original.fact.amendable:
            raise NotAmendable(amends, original.fact.tag, original.fact.named())
        return original

    def _touched(self, changed: Mapping[int, Entry | None]) -> dict[Thread, Folded]:
        gone: dict[Thread, set[int]] = {}
        come: dict[Thread, list[Entry]] = {}
        for position, new in changed.items():
            old = self._effective.get(position)
            if old is not None:
                for thread in old.fact.threads():
                    gone.setdefault(thread, set()).add(position)
            if new is not None:
                for thread in new.fact.threads():
                    come.setdefault(thread, []).append(new)
        return {
            thread: self._refolded(thread, gone.get(thread, set()), come.get(thread, []), changed)
            for thread in {**come, **gone}
        }

    def _refolded(
        self, thread: Thread, gone: set[int], come: list[Entry], changed: Mapping[int, Entry | None]
    ) -> Folded:
        start = thread.lifecycle.start(*thread.of)
        before = self._threads.get(thread, Folded([], start))
        come = sorted(come, key=_in_order)
        if not gone and (not before.entries or before.entries[-1].order < come[0].order):
            # The fold goes on where it stopped: a fold taken in pieces is the fold taken whole.
            return Folded([*before.entries, *come], _fold(before.state, thread, come, changed))
        entries = [entry for entry in before.entries if entry.position not in gone]
        for entry in come:
            insort(entries, entry, key=_in_order)
        return Folded(entries, _fold(start, thread, entries, changed))

    def take(self, batch: Sequence[Entry], trial: Trial) -> None:
        """Takes over what a trial found, once the batch is in the log."""
        self.agreements, self._decisions = trial.agreements, trial.decisions
        self._effective.update(trial.effective)
        for thread, folded in trial.threads.items():
            if folded.entries:
                self._threads[thread] = folded
            else:
                self._threads.pop(thread, None)
        for entry in batch:
            self._recorded[entry.position] = self._ids[entry.id] = entry
            if not isinstance(entry.fact, Retracted):
                self._days[told_of(entry)] = entry.occurred_on
            self.last, self.last_recorded_at = entry.position, entry.recorded_at


def misfits(entries: Iterable[Entry]) -> Iterator[tuple[int, Refusal]]:
    """The batches of a log that do not fold onto what comes before, by their first position, and why."""
    history = History()
    for _, together in groupby(entries, key=attrgetter("batch_end")):
        batch = list(together)
        try:
            history.take(batch, history.trial(batch))
        except Refusal as refusal:
            yield batch[0].position, refusal
