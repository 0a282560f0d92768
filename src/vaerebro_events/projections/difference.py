"""The difference of two replays: which statuses changed, and which entries made the difference."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from attrs import frozen

from vaerebro_events.domain.entry import Entry
from vaerebro_events.projections.history import plan_adoption
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.status import Status

Key = tuple[str, str, str]


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
    def known_in_both(self) -> int:
        """The last position that both replays know."""
        return min(self.before.position, self.after.position)

    @cached_property
    def reached_by_one(self) -> frozenset[int]:
        """The positions of the entries that the day of only one of the replays reaches."""
        old = {entry.position for entry in self.before.history}
        new = {entry.position for entry in self.after.history}
        return frozenset(old ^ new)

    def causes(self, position: int) -> Iterator[int]:
        """The log's entries that make the entry at a position other in one replay than in the other."""
        if position > self.known_in_both:
            yield position
        newest = {replay.amendments.get(position) for replay in (self.before, self.after)}
        amended = [at for at in newest if at is not None and at > self.known_in_both]
        yield from amended
        if not amended and position in self.reached_by_one:
            yield position

    def caused_by(self, old: Status | None, new: Status | None) -> tuple[int, ...]:
        """The log's entries that make a status other in one replay than in the other."""
        if self.before.plan != self.after.plan:
            return (plan_adoption(self.log),)
        both = [status for status in (old, new) if status is not None]
        return self._found(_grounds(both)) or self._found({at for status in both for at in status.evidence})

    def _found(self, positions: Iterable[int]) -> tuple[int, ...]:
        return tuple(sorted({cause for at in positions for cause in self.causes(at)}))


def _grounds(both: Sequence[Status]) -> set[int]:
    """What the figures rest on: what counted in either, what kept one out that the other counted, the season.

    An entry that neither counted changes no figure; only parts may show it.
    """
    counted = {at for status in both for at in status.counted}
    left_out = (left for status in both for left in status.left_out if left.position in counted)
    planned = {status.period.planned for status in both if status.period.planned is not None}
    return counted | {at for left in left_out for at in left.because} | planned


def _shown(status: Status | None) -> object:
    # Not `disagree`: where that alone is another, another reading's row has changed and says why.
    if status is None:
        return None
    return (status.state, status.period, status.value, status.target, status.parts)


def difference(before: Replay, after: Replay) -> Difference:
    """The difference between two replays of one log, in either order of their dates.

    A status has changed when its state, value, target, parts or period is another. Its causes are
    the entries that it rests on in one replay and not, or otherwise, in the other: new entries,
    amendments, and entries about days that only one of the replays reaches. Where what it rests on
    is the same and only parts differ, they are the entries that it left out.
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
