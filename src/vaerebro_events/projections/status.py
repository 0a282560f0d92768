"""A status is a value: what a reading of a criterion says of a period, on a day, as known at a time."""

from datetime import date
from fractions import Fraction
from operator import attrgetter

from attrs import frozen

from vaerebro_events.domain.plan import Rule
from vaerebro_events.projections.judgement import Aim, Figure, Growth, Judgement, LeftOut, Needs, Part, State

_position = attrgetter("position")


@frozen
class Period:
    """A span of days, both ends in it, by the name people use for it.

    Where it is a season, `series` is its reference; `planned` is the position of the entry that plans
    a season or starts a window. A window that nothing has started has not `begun`: its days are those
    in which it still could.
    """

    key: str
    first: date
    last: date
    series: str | None = None
    planned: int | None = None
    begun: bool = True

    def holds(self, day: date) -> bool:
        """Whether the day is in the period."""
        return self.first <= day <= self.last

    def gone(self, on: date) -> Fraction:
        """How much of the period has gone when the day `on` is over: from 0 to 1."""
        days = (self.last - self.first).days + 1
        return Fraction(max(0, min(days, (on - self.first).days + 1)), days)


def state_of(judgement: Judgement, period: Period, on: date) -> State:
    """The state that a judgement means for a period when the day `on` is over."""
    if not period.begun:
        return State.NOT_STARTED if on < period.last else State.NOT_MET
    if period.first > on:
        return State.NOT_STARTED
    if judgement.lacks is not None:
        return judgement.lacks
    if period.last <= on:
        return State.MET if judgement.reaches() else State.NOT_MET
    return _while_it_runs(judgement, period.gone(on))


def _while_it_runs(judgement: Judgement, gone: Fraction) -> State:
    if judgement.members:
        states = [_while_it_runs(member, gone) for member in judgement.members]
        return next(state for state in _WEAKEST_FIRST[judgement.needs] if state in states)
    if judgement.growth is Growth.LEVEL:
        return State.ON_TRACK if judgement.reaches() else State.BEHIND
    if judgement.reaches():
        return State.ON_TRACK if judgement.lapses else State.MET
    if judgement.growth is Growth.PRESENCE:
        return State.OPEN
    return State.ON_TRACK if judgement.keeps_pace(gone) else State.BEHIND


# Where all members are needed, one that is behind decides; where any is enough, the one that is farthest.
_WEAKEST_FIRST: dict[Needs, tuple[State, ...]] = {
    Needs.ALL: (State.BEHIND, State.OPEN, State.ON_TRACK, State.MET),
    Needs.ANY: (State.MET, State.ON_TRACK, State.OPEN, State.BEHIND),
}


@frozen
class Status:
    """What one reading of a criterion says of one period.

    `default` is true of the reading that is shown first: the one that the board chose, in the entry at
    `chosen`, else the plan's own. `disagree` is true where another reading of the criterion judges an
    overlapping period the other way: one goes well, the other does not. `version` is the position of
    the entry with the version of the plan that judges the period.
    """

    criterion: str
    reading: str
    default: bool
    period: Period
    state: State
    judgement: Judgement
    rule: Rule
    disagree: bool = False
    version: int = 1
    chosen: int | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """Criterion, reading and period: what a status is found by."""
        return (self.criterion, self.reading, self.period.key)

    @property
    def value(self) -> Figure | None:
        """The figure reached, exact; a share is a fraction of 1."""
        return self.judgement.value

    @property
    def target(self) -> Figure | None:
        """The figure agreed; nothing where it depends on what is not known yet."""
        return self.judgement.target

    @property
    def aim(self) -> Aim:
        """Which side of the target the value should be on."""
        return self.judgement.aim

    @property
    def baseline(self) -> Figure | None:
        """The figure it is measured against, where it is against one and that is known."""
        return self.judgement.baseline

    @property
    def benchmark(self) -> Figure | None:
        """The figure of those it is compared with, where it is compared and that is known."""
        return self.judgement.benchmark

    @property
    def parts(self) -> tuple[Part, ...]:
        """The figures within the figure."""
        return self.judgement.parts

    @property
    def counted(self) -> tuple[int, ...]:
        """The positions of the entries that counted, in the order of the log."""
        return tuple(sorted(self.judgement.counted))

    @property
    def evidence(self) -> frozenset[int]:
        """The positions of the entries it rests on, of those left out, and of what kept these out."""
        planned = () if self.period.planned is None else (self.period.planned,)
        return self.judgement.rests_on().union(planned)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The entries that were looked at and did not count, in the order of the log."""
        return tuple(sorted(self.judgement.left_out, key=_position))
