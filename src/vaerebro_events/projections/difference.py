"""The difference of two replays: which statuses changed, and which entries made the difference."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from attrs import field, frozen

from vaerebro_events.domain.agreements import Version
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.plan import Plan
from vaerebro_events.projections.history import View, effective, in_order
from vaerebro_events.projections.judgement import Judgement
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.rules import JudgingRule
from vaerebro_events.projections.status import Status

Key = tuple[str, str, str]

# Candidates times entries: where a change asks for more work than this, all candidates are named.
MOST_WORK = 2_000_000
MOST_IN_ALL = 20_000_000


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
    work: Counter[str] = field(factory=Counter[str])

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

    def _decisions(self, replay: Replay, criterion: str) -> dict[int, object]:
        """What is decided of a criterion in a replay: the versions of the plan that hold, and its choice."""
        agreements = replay.agreements
        decided: dict[int, object] = {each.position: each for each in agreements.until(replay.on)}
        choice = agreements.choices.get(criterion)
        return decided if choice is None else {**decided, choice.position: choice}

    def decided(self, criterion: str) -> frozenset[int]:
        """The positions of the decisions about a criterion that the replays do not have alike.

        A decision that both know alike, and another one took the place of, has not made the difference;
        a version that holds by one of the days only has.
        """
        one, other = (self._decisions(replay, criterion) for replay in (self.before, self.after))
        unlike = (at for at in {**one, **other} if one.get(at) != other.get(at))
        return frozenset(
            at for at in unlike if self._altered(at) or self._between(one.get(at, other.get(at)))
        )

    def _altered(self, position: int) -> bool:
        return position > self.known_in_both or position in self.amended

    def _between(self, decision: object) -> bool:
        """Whether a version comes to hold between the two days."""
        first, last = sorted((self.before.on, self.after.on))
        return isinstance(decision, Version) and first < decision.holds_from <= last

    def caused_by(self, old: Status | None, new: Status | None) -> tuple[int, ...]:
        """The log's entries that make a status another in one replay than in the other."""
        if old is None:
            causes = self._missing(new, self.before)
        elif new is None:
            causes = self._missing(old, self.after)
        else:
            causes = self._changed(old, new)
        return tuple(sorted({cause for at in causes for cause in self.causes(at)}))

    def _missing(self, status: Status | None, without: Replay) -> Iterable[int]:
        """Why a replay does not have a status: a choice, a version without its reading, or its entries."""
        assert status is not None
        decided = self.decided(status.criterion)
        version = without.agreements.on(min(status.period.last, without.on))
        criterion = None if version is None else version.plan.criterion(status.criterion)
        choice = None if criterion is None else without.agreements.chosen(criterion)
        if choice is not None and choice.reading != status.reading and (chosen := self._chosen(status)):
            return chosen
        judging = {status.version} if version is None else {status.version, version.position}
        planned = status.period.planned
        causes = self.differing & status.evidence if planned in self.differing else frozenset[int]()
        if criterion is None or all(
            reading.key != status.reading for reading in without.agreements.readings(criterion)
        ):
            causes |= decided & judging or decided
        return causes or decided & judging or decided or self.differing & status.evidence

    def _chosen(self, status: Status) -> frozenset[int]:
        """The positions of the choices about a status's criterion that the replays do not have alike."""
        made = (each.agreements.choices.get(status.criterion) for each in (self.before, self.after))
        positions = frozenset(choice.position for choice in made if choice is not None)
        return positions & self.decided(status.criterion)

    def _changed(self, old: Status, new: Status) -> Iterable[int]:
        """Why a status that both have is another: entries, and decisions where these are not enough."""
        near = sorted(self.differing & (old.evidence | new.evidence))
        by_old, by_new = (_Trial(self, *judged, new) for judged in self._judged(old, new))
        moved = old.period != new.period
        planned = [at for at in near if moved and at in (old.period.planned, new.period.planned)]
        decided: Iterable[int] = ()
        by_plan = moved and not planned
        if by_old.plan != by_new.plan and (by_plan or not by_old.enough(sorted(self.differing))):
            found = self.decided(new.criterion)
            decided = found & {old.version, new.version} or found
        candidates = near if self._too_much(near) or by_new.enough(near) else sorted(self.differing)
        if self._too_much(candidates):
            return (*(near or candidates), *decided)
        return (*planned, *_sifted(candidates, by_new.enough), *decided)

    def _too_much(self, candidates: Sequence[int]) -> bool:
        """Whether sifting these, or all that was sifted before, asks for more work than is done."""
        return len(candidates) * len(self.new) > MOST_WORK or self.work.total() > MOST_IN_ALL

    def _judged(self, old: Status, new: Status) -> tuple[tuple[Plan, Status], tuple[Plan, Status]]:
        return (self.before.plan_of(old), old), (self.after.plan_of(new), new)


def _told(entry: Entry | None) -> object:
    return None if entry is None else (entry.fact, entry.occurred_on)


def _sifted(candidates: Sequence[int], enough: Callable[[Sequence[int]], bool]) -> list[int]:
    """Those without which the status would not be what it became, each by itself or the first of several."""
    alone = [at for at in candidates if not enough([other for other in candidates if other != at])]
    rest = [at for at in candidates if at not in alone]
    return [*alone, *needed(rest, lambda kept: enough([*alone, *kept]))]


@frozen(eq=False)
class _Trial:
    """Asks whether some of the entries that differ are enough to make a status what it became.

    It is judged as `judged` is, under its version of the plan, and held against what it became.
    """

    pair: _Pair
    plan: Plan
    judged: Status
    became: Status

    def enough(self, kept: Sequence[int]) -> bool:
        """Whether the status is what it became when only these entries are as they became."""
        self.pair.work["entries"] += len(self.pair.new)
        as_before = self.pair.differing.difference(kept)
        entries = [entry for at, entry in self.pair.new.items() if at not in as_before]
        entries += [entry for at in as_before if (entry := self.pair.old.get(at)) is not None]
        view = View(self.pair.after.on, self.plan, sorted(entries, key=in_order))
        period, rule = self.judged.period, self.judged.rule
        assert isinstance(rule, JudgingRule)
        return _figures(rule.judge(view.within_reach(period), period)) == _figures(self.became.judgement)


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
