"""The difference of two replays: which statuses changed, and which entries made the difference."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from attrs import frozen

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.plan import Plan
from vaerebro_events.projections.history import View, effective, in_order, plan_adoption
from vaerebro_events.projections.judgement import Judgement
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.rules import JudgingRule
from vaerebro_events.projections.status import Status

Key = tuple[str, str, str]

# Candidates times entries: where a change asks for more work than this, all candidates are named.
MOST_WORK = 2_000_000


@frozen
class StatusChange:
    """One status as two replays have it, and the positions of the log's entries that made the difference.

    Where no entry did, days passed: the periods moved on. A status that one replay does not have
    (a season not planned yet) is nothing there.
    """

    before: Status | None
    after: Status | None
    caused_by: tuple[int, ...]

    @property
    def key(self) -> Key:
        """Criterion, reading and period."""
        status = self.after or self.before
        assert status is not None
        return status.key


@frozen
class Difference:
    """What changed between two replays: the statuses, and the entries of the log that caused it."""

    changed: tuple[StatusChange, ...]
    entries: tuple[Entry, ...]


def needed(items: Sequence[int], enough: Callable[[Sequence[int]], bool]) -> list[int]:
    """Items that are enough, and no longer are without any of them; early ones where there is a choice.

    `enough` must hold for all of them. Halves are tried before single items (QuickXplain).

    >>> from vaerebro_events.projections.difference import needed
    >>> needed([1, 2, 3, 4], lambda kept: sum(kept) >= 5)
    [2, 3]
    """

    def sift(items: Sequence[int], beside: Sequence[int], *, tried: bool) -> list[int]:
        if not tried and enough(beside):
            return []
        if len(items) == 1:
            return list(items)
        half = len(items) // 2
        left, right = items[:half], items[half:]
        of_right = sift(right, [*beside, *left], tried=False)
        of_left = sift(left, [*beside, *of_right], tried=not of_right)
        return [*of_left, *of_right]

    return sift(items, [], tried=False) if items else []


@frozen(eq=False)
class _Pair:
    """Two replays of one log, and what tells an entry in the one from the entry in the other."""

    before: Replay
    after: Replay

    @property
    def log(self) -> Sequence[Entry]:
        """The log as far as either of the replays knows it."""
        later = self.after if self.after.position >= self.before.position else self.before
        return later.log

    @cached_property
    def old(self) -> dict[int, Entry]:
        """The entries of the first replay's history, by position."""
        return {entry.position: entry for entry in self.before.history}

    @cached_property
    def new(self) -> dict[int, Entry]:
        """The entries of the second replay's history, by position."""
        return {entry.position: entry for entry in self.after.history}

    @cached_property
    def differing(self) -> frozenset[int]:
        """The positions of the entries of which the two histories do not say the same."""
        both = {*self.old, *self.new}
        return frozenset(at for at in both if _told(self.old.get(at)) != _told(self.new.get(at)))

    @cached_property
    def known_in_both(self) -> int:
        """The last position that both replays know."""
        return min(self.before.position, self.after.position)

    @cached_property
    def amended(self) -> frozenset[int]:
        """The positions of the entries known in both that amendments, known in one, make others."""
        earlier, later = effective(self.log[: self.known_in_both]), effective(self.log)
        known = (at for at in {*earlier, *later} if at <= self.known_in_both)
        return frozenset(at for at in known if _told(earlier.get(at)) != _told(later.get(at)))

    def causes(self, position: int) -> Iterator[int]:
        """The log's entries that make the entry at a position another in one replay than in the other."""
        new = position > self.known_in_both
        if new or position not in self.amended:
            yield position
        amendment = max(replay.amendments.get(position, 0) for replay in (self.before, self.after))
        if amendment > self.known_in_both and (new or position in self.amended):
            yield amendment

    def caused_by(self, old: Status | None, new: Status | None) -> tuple[int, ...]:
        """The log's entries that make a status another in one replay than in the other."""
        plan = self.after.plan
        if plan is None or self.before.plan != plan:
            return (plan_adoption(self.log),)
        both = [status for status in (old, new) if status is not None]
        near = sorted(self.differing & {at for status in both for at in status.evidence})
        causes = near
        if old is not None and new is not None and len(near) * len(self.new) <= MOST_WORK:
            moved = old.period != new.period
            planned = [at for at in near if moved and at in (old.period.planned, new.period.planned)]
            trial = _Trial(self, plan, new)
            candidates = near if trial.enough(near) else sorted(self.differing)
            causes = [*planned, *_sifted(candidates, trial.enough)]
        return tuple(sorted({cause for at in causes for cause in self.causes(at)}))


def _told(entry: Entry | None) -> object:
    return None if entry is None else (entry.fact, entry.occurred_on)


def _sifted(candidates: Sequence[int], enough: Callable[[Sequence[int]], bool]) -> list[int]:
    """Those without which the status would not be what it became, each by itself or the first of several."""
    alone = [at for at in candidates if not enough([other for other in candidates if other != at])]
    rest = [at for at in candidates if at not in alone]
    return [*alone, *needed(rest, lambda kept: enough([*alone, *kept]))]


@frozen(eq=False)
class _Trial:
    """Asks whether some of the entries that differ are enough to make a status what it became."""

    pair: _Pair
    plan: Plan
    new: Status

    def enough(self, kept: Sequence[int]) -> bool:
        """Whether the status is what it became when only these entries are as they became."""
        as_before = self.pair.differing.difference(kept)
        entries = [entry for at, entry in self.pair.new.items() if at not in as_before]
        entries += [entry for at in as_before if (entry := self.pair.old.get(at)) is not None]
        view = View(self.pair.after.on, self.plan, sorted(entries, key=in_order))
        assert isinstance(self.new.rule, JudgingRule)
        return _figures(self.new.rule.judge(view.within_reach(self.new.period), self.new.period)) == _figures(
            self.new.judgement
        )


def _figures(judgement: Judgement) -> tuple[object, ...]:
    own = (judgement.value, judgement.target, judgement.parts, judgement.lacks)
    members = tuple(_figures(member) for member in judgement.members)
    return (*own, judgement.baseline, judgement.benchmark, members)


def _shown(status: Status | None) -> object:
    # Not `disagree`: where that alone is another, another reading's row has changed and says why.
    return None if status is None else (status.state, status.period, _figures(status.judgement))


def difference(before: Replay, after: Replay) -> Difference:
    """The difference between two replays of one log, in either order of their dates.

    A status has changed when its state, figures or period is another. Its causes are
    the new entries, amendments, and entries about days that only one of the replays reaches, without
    which it would not be what it became; where several do equally, the first of them. Entries that
    cancel one another are all named. In a long log with very many candidates, and for a status that
    only one of the replays has, all entries that came into question are named.

    >>> from datetime import date
    >>> from vaerebro_events import Actor, Logbook, ParentsMet, ParticipantRegistered, difference
    >>> logbook = Logbook.create(":memory:", actor=Actor("child-and-youth-worker", "u-2"))
    >>> day = date(2021, 3, 4)
    >>> entries = logbook.record(
    ...     ParticipantRegistered("youth", "y-004"), ParentsMet("lommepengejob", "y-004"), on=day)
    >>> [change] = difference(logbook.replay(on=day, known=1), logbook.replay(on=day)).changed
    >>> change.key[0], change.before.state.value, change.after.state.value, change.caused_by
    ('lommepengejob.parent-cooperation', 'open', 'met', (3,))
    """
    pair = _Pair(before, after)
    old = {status.key: status for status in before.statuses}
    new = {status.key: status for status in after.statuses}
    changed = tuple(
        StatusChange(old.get(key), new.get(key), pair.caused_by(old.get(key), new.get(key)))
        for key in {**old, **new}
        if _shown(old.get(key)) != _shown(new.get(key))
    )
    positions = sorted({at for change in changed for at in change.caused_by})
    return Difference(changed, tuple(pair.log[at - 1] for at in positions))
