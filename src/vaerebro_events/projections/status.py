"""A status is a value: what a reading of a criterion says of a period, on a day, as known at a time."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import floor
from operator import attrgetter

from attrs import frozen

from vaerebro_events.domain.plan import Rule

Figure = int | Fraction

_position = attrgetter("position")


@frozen
class Period:
    """A span of days, both ends in it, by the name people use for it.

    Where it is a season, `series` is its reference and `planned` the position of the entry that plans it.
    """

    key: str
    first: date
    last: date
    series: str | None = None
    planned: int | None = None

    def holds(self, day: date) -> bool:
        """Whether the day is in the period."""
        return self.first <= day <= self.last

    def gone(self, on: date) -> Fraction:
        """How much of the period has gone when the day `on` is over: from 0 to 1."""
        days = (self.last - self.first).days + 1
        return Fraction(max(0, min(days, (on - self.first).days + 1)), days)


class State(StrEnum):
    """What a status says. The table in `docs/architecture.md` says when each holds."""

    NOT_STARTED = "not_started"
    OPEN = "open"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    MET = "met"
    NOT_MET = "not_met"
    AWAITING_BASELINE = "awaiting_baseline"
    AWAITING_MEASUREMENT = "awaiting_measurement"
    AWAITING_ASSESSMENT = "awaiting_assessment"

    @property
    def verdict(self) -> bool | None:
        """Whether it goes well (true) or not (false); nothing where that is undecided."""
        if self in (State.MET, State.ON_TRACK):
            return True
        if self in (State.NOT_MET, State.BEHIND):
            return False
        return None


class Growth(StrEnum):
    """How a figure moves: a count only grows, a level goes both ways, a presence knows no pace."""

    COUNT = "count"
    LEVEL = "level"
    PRESENCE = "presence"


class Why(StrEnum):
    """Why an entry that a rule looked at did not count."""

    TOO_FEW = "too-few"
    NOT_THE_FIRST = "not-the-first"
    COUNTED_EARLIER = "counted-earlier"
    NOT_STARTED = "not-started"
    NOT_ORDINARY = "not-ordinary"
    TOO_EARLY = "too-early"
    ENDED_BEFORE = "ended-before"
    SUPERSEDED = "superseded"


@frozen
class LeftOut:
    """An entry that was looked at and did not count, why, and the entries that stand in its way."""

    position: int
    why: Why
    because: tuple[int, ...] = ()


@frozen
class Part:
    """A figure within a figure: of them so many, in this season so many. A target makes it required."""

    key: str
    value: int
    target: int | None = None


@frozen
class Judgement:
    """What a rule found in a history, before time decides what state that is."""

    growth: Growth
    target: Figure
    value: Figure | None = None
    parts: tuple[Part, ...] = ()
    counted: tuple[int, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    lacks: State | None = None

    def _figures(self) -> Iterator[tuple[Figure, Figure]]:
        if self.value is not None:
            yield self.value, self.target
        for part in self.parts:
            if part.target is not None:
                yield part.value, part.target

    def reaches(self) -> bool:
        """Whether every figure has its target."""
        return self.value is not None and all(value >= target for value, target in self._figures())

    def keeps_pace(self, gone: Fraction) -> bool:
        """Whether every figure has what the part of the period that has gone asks for."""
        return all(value >= floor(target * gone) for value, target in self._figures())


def state_of(judgement: Judgement, period: Period, on: date) -> State:
    """The state that a judgement means for a period when the day `on` is over."""
    if period.first > on:
        return State.NOT_STARTED
    if judgement.lacks is not None:
        return judgement.lacks
    if period.last <= on:
        return State.MET if judgement.reaches() else State.NOT_MET
    return _while_it_runs(judgement, period.gone(on))


def _while_it_runs(judgement: Judgement, gone: Fraction) -> State:
    if judgement.growth is Growth.LEVEL:
        return State.ON_TRACK if judgement.reaches() else State.BEHIND
    if judgement.reaches():
        return State.MET
    if judgement.growth is Growth.PRESENCE:
        return State.OPEN
    return State.ON_TRACK if judgement.keeps_pace(gone) else State.BEHIND


@frozen
class Status:
    """What one reading of a criterion says of one period.

    `disagree` is true where another reading of the criterion judges an overlapping period the other
    way: one goes well, the other does not.
    """

    criterion: str
    reading: str
    default: bool
    period: Period
    state: State
    judgement: Judgement
    rule: Rule
    disagree: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """Criterion, reading and period: what a status is found by."""
        return (self.criterion, self.reading, self.period.key)

    @property
    def value(self) -> Figure | None:
        """The figure reached, exact; a share is a fraction of 1."""
        return self.judgement.value

    @property
    def target(self) -> Figure:
        """The figure agreed."""
        return self.judgement.target

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
        left_out = {at for left in self.left_out for at in (left.position, *left.because)}
        planned = () if self.period.planned is None else (self.period.planned,)
        return frozenset({*self.counted, *left_out, *planned})

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The entries that were looked at and did not count, in the order of the log."""
        return tuple(sorted(self.judgement.left_out, key=_position))
