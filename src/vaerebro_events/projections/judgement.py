"""What a rule finds in a history, before time decides what state that is."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from fractions import Fraction
from math import floor
from operator import ge, gt, le, lt

from attrs import evolve, field, frozen

Figure = int | Fraction


def exact_text(figure: Figure) -> str:
    """A figure as text, exact: a whole number, or a fraction.

    >>> from fractions import Fraction
    >>> from vaerebro_events.projections.judgement import exact_text
    >>> exact_text(8), exact_text(Fraction(3, 4)), exact_text(Fraction(1))
    ('8', '3/4', '1/1')
    """
    return str(figure) if isinstance(figure, int) else f"{figure.numerator}/{figure.denominator}"


class State(StrEnum):
    """What a status says. The table in `docs/explanation/judging.md` says when each holds."""

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


class Aim(StrEnum):
    """Which side of the target a figure should be on."""

    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    AT_MOST = "at-most"
    LESS_THAN = "less-than"

    def reached(self, value: Figure, target: Figure) -> bool:
        """Whether the value is on the right side of the target."""
        return _SIDES[self](value, target)


_SIDES: dict[Aim, Callable[[Figure, Figure], bool]] = {
    Aim.AT_LEAST: ge,
    Aim.MORE_THAN: gt,
    Aim.AT_MOST: le,
    Aim.LESS_THAN: lt,
}


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
    TOO_FEW_SEEN = "too-few-seen"
    ENDED = "ended"
    LAPSED = "lapsed"
    TOO_FEW_PARTICIPANTS = "too-few-participants"
    NOT_EVERY_STAIRWELL = "not-every-stairwell"
    NOT_AFTERWARDS = "not-afterwards"


@frozen
class LeftOut:
    """An entry that was looked at and did not count, why, and the entries that stand in its way."""

    position: int
    why: Why
    because: tuple[int, ...] = ()


@frozen
class Part:
    """A figure within a figure: of them so many, in this season so many. A target makes it required.

    `of` is the number it stands against, where there is one: a block's stairwells, the pairs asked for.
    """

    key: str
    value: int
    target: int | None = None
    of: int | None = None


def _each_once(positions: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(positions))


class Needs(StrEnum):
    """Of a combination, whether all of its members must be reached, or any of them."""

    ALL = "all"
    ANY = "any"

    @property
    def marks(self) -> str:
        """What the members are numbered with: digits where all are needed, letters where any is enough."""
        return "123456789" if self is Needs.ALL else "abcdefghi"


# What a rule may lack, in the order in which it is said.
LACKS = (State.AWAITING_BASELINE, State.AWAITING_MEASUREMENT, State.AWAITING_ASSESSMENT)


@frozen
class Judgement:
    """What a rule found in a history, before time decides what state that is.

    What `lapses` may be reached and lost again, so that it is met only when the period is over. A
    combination has `members`; its own figures are those of the member that decides.
    """

    growth: Growth
    target: Figure | None
    value: Figure | None = None
    parts: tuple[Part, ...] = ()
    counted: tuple[int, ...] = field(default=(), converter=_each_once)
    left_out: tuple[LeftOut, ...] = ()
    lacks: State | None = None
    aim: Aim = Aim.AT_LEAST
    baseline: Figure | None = None
    benchmark: Figure | None = None
    members: tuple["Judgement", ...] = ()
    needs: Needs = Needs.ALL
    lapses: bool = False

    def _required(self) -> Iterator[tuple[int, int]]:
        return ((part.value, part.target) for part in self.parts if part.target is not None)

    def deciding(self) -> "Judgement":
        """Of a combination, the first member that decides; else the judgement itself.

        One that lacks something; else, where all are needed, the farthest of those that fall short, and
        where any is enough, one that is reached, or the nearest.
        """
        if not self.members:
            return self
        lacking = [member for member in self.members if self.lacks is not None and member.lacks is self.lacks]
        short = [member for member in self.members if not member.reaches()]
        reached = [member for member in self.members if member.reaches()]
        if lacking:
            chosen = lacking[0]
        elif self.needs is Needs.ALL:
            chosen = min(short or reached[:1], key=_way)
        else:
            chosen = max(reached[:1] or short, key=_way)
        return chosen.deciding()

    def rests_on(self) -> frozenset[int]:
        """The positions of what counted, of what was left out, and of what kept it out."""
        left_out = {at for left in self.left_out for at in (left.position, *left.because)}
        return frozenset({*self.counted, *left_out}).union(*(member.rests_on() for member in self.members))

    def reaches(self) -> bool:
        """Whether every figure has its target; of a combination, all members or any, as it needs."""
        if self.members:
            reached = (member.reaches() for member in self.members)
            return all(reached) if self.needs is Needs.ALL else any(reached)
        if self.lacks is not None or self.value is None or self.target is None:
            return False
        return self.aim.reached(self.value, self.target) and all(
            value >= target for value, target in self._required()
        )

    def keeps_pace(self, gone: Fraction) -> bool:
        """Whether every figure has what the part of the period that has gone asks for."""
        if self.value is None or self.target is None:
            return False
        figures = ((self.value, self.target), *self._required())
        return all(value >= floor(target * gone) for value, target in figures)


def combined(members: tuple[Judgement, ...], needs: Needs) -> Judgement:
    """Several judgements as one; what one of them counted is not left out by another."""
    counted = dict.fromkeys(at for member in members for at in member.counted)
    left_out = dict.fromkeys(item for member in members for item in member.left_out)
    judgement = Judgement(
        members[0].growth,
        None,
        counted=tuple(counted),
        left_out=tuple(item for item in left_out if item.position not in counted),
        members=members,
        needs=needs,
    )
    lacking = [member.lacks for member in members]
    undecided = needs is Needs.ALL or not judgement.reaches()
    lacks = next((state for state in LACKS if state in lacking), None) if undecided else None
    judgement = evolve(judgement, lacks=lacks)
    decides = judgement.deciding()
    return evolve(
        judgement,
        growth=decides.growth,
        value=decides.value,
        target=decides.target,
        aim=decides.aim,
        baseline=_first_of(member.baseline for member in (decides, *members)),
        benchmark=_first_of(member.benchmark for member in (decides, *members)),
    )


def _way(judgement: Judgement) -> Fraction:
    """How much of what is asked for is there, where it is a number that should be high enough."""
    value, target = judgement.value, judgement.target
    rises = judgement.aim in (Aim.AT_LEAST, Aim.MORE_THAN)
    return Fraction(value) / target if value is not None and target and rises else Fraction(0)


def _first_of(figures: Iterator[Figure | None]) -> Figure | None:
    return next((figure for figure in figures if figure is not None), None)
