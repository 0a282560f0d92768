"""Rules for what others measure, in per cent: moved, closer to a benchmark, level with one.

The newest figure of the period holds; it is compared with the indicator's baseline, or with the
benchmark measured with it.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen
from attrs.converters import optional

from vaerebro_events.domain.indicators import BaselineCounted, IndicatorMeasured
from vaerebro_events.domain.picking import Facts
from vaerebro_events.domain.plan import IndicatorSource, Plan, Words
from vaerebro_events.domain.values import HUNDRED, exact
from vaerebro_events.projections.history import View
from vaerebro_events.projections.judgement import Aim, Growth, Judgement, LeftOut, State, Why
from vaerebro_events.projections.rules.rule import (
    JudgingRule,
    baseline_problems,
    benchmark_problems,
    indicator_problems,
    more_than,
)
from vaerebro_events.projections.status import Period
from vaerebro_events.text import Text

# A title that ends in a clause about what it names.
CLAUSE = re.compile(r", (?:der|som) (?:[^,(]|\([^)]*\))*$")


class Direction(StrEnum):
    """Which way a figure should move."""

    UP = "up"
    DOWN = "down"

    @property
    def sign(self) -> int:
        """What a move that way adds: 1 up, -1 down."""
        return 1 if self is Direction.UP else -1

    def aim(self, *, strictly: bool) -> Aim:
        """The side of a target that lies that way."""
        if self is Direction.UP:
            return Aim.MORE_THAN if strictly else Aim.AT_LEAST
        return Aim.LESS_THAN if strictly else Aim.AT_MOST


def share(per_cent: Decimal | None) -> Fraction | None:
    """Per cent as a fraction of 1."""
    return None if per_cent is None else Fraction(per_cent) / HUNDRED


@frozen
class Known:
    """The baseline of an indicator as far as it is known, and the entry that gives it, if one does."""

    figure: Decimal | None = None
    benchmark: Decimal | None = None
    counted: tuple[int, ...] = ()


def baseline_of(view: View, key: str) -> Known:
    """What the agreement gives as an indicator's baseline, or what was counted since."""
    indicator = view.plan.indicator(key)
    agreed = None if indicator is None else indicator.baseline
    if agreed is None:
        return Known()
    if agreed.figure is not None:
        return Known(agreed.figure, agreed.benchmark)
    for entry in view.of(BaselineCounted.tag, {"indicator": key}):
        assert isinstance(entry.fact, BaselineCounted)
        return Known(entry.fact.figure, None, (entry.position,))
    return Known()


@frozen
class MeasuringRule(JudgingRule):
    """A rule about the newest figure of an indicator in the period."""

    indicator: str
    direction: Direction

    def _newest(
        self, view: View, period: Period
    ) -> tuple[IndicatorMeasured | None, tuple[int, ...], tuple[LeftOut, ...]]:
        """The newest figure, its position, and the figures it supersedes."""
        entries = view.within(period, IndicatorMeasured.tag, {"indicator": self.indicator})
        if not entries:
            return None, (), ()
        *before, newest = entries
        assert isinstance(newest.fact, IndicatorMeasured)
        at = (newest.position,)
        return newest.fact, at, tuple(LeftOut(entry.position, Why.SUPERSEDED, at) for entry in before)

    def problems(self, plan: Plan, facts: Facts) -> Iterator[Text]:
        yield from indicator_problems(plan, self.indicator, IndicatorSource.MEASUREMENT)


def _subject(title: str) -> str:
    """A title in front of its verb: Danish ends a clause with a comma."""
    return f"{title}{',' if CLAUSE.search(title) else ''}"


@frozen
class Moved(MeasuringRule):
    """The figure has moved up or down from the baseline: by so many points (percentage points), or at all."""

    kind = "moved"

    points: Decimal | None = field(default=None, converter=optional(exact))

    def judge(self, view: View, period: Period) -> Judgement:
        known, (newest, at, left_out) = baseline_of(view, self.indicator), self._newest(view, period)
        baseline = share(known.figure)
        asked = self.direction.sign * (share(self.points) or 0)
        return Judgement(
            Growth.LEVEL,
            None if baseline is None else baseline + asked,
            None if newest is None else share(newest.percent),
            counted=(*known.counted, *at),
            left_out=left_out,
            lacks=_lacking(baseline, newest),
            aim=self.direction.aim(strictly=self.points is None),
            baseline=baseline,
        )

    def sentence(self, words: Words) -> str:
        title, up = words.indicator(self.indicator), self.direction is Direction.UP
        baseline = words.baseline(self.indicator)
        if words.language == "da":
            moved = "steget" if up else "faldet"
            by = f" med mindst {words.number(self.points)} procentpoint" if self.points is not None else ""
            return f"{_subject(title)} skal være {moved}{by} i forhold til basistallet ({baseline})."
        moved = "risen" if up else "fallen"
        by = f" by at least {words.number(self.points)} percentage points" if self.points is not None else ""
        return f"{title}: the share must have {moved}{by} since the baseline ({baseline})."

    def problems(self, plan: Plan, facts: Facts) -> Iterator[Text]:
        yield from super().problems(plan, facts)
        yield from baseline_problems(plan.indicator(self.indicator))
        if self.points is not None and self.points <= 0:
            yield Text(
                da=f"points er {self.points}; udelad den, hvor enhver bevægelse er nok",
                en=f"points is {self.points}; leave it out where any move is enough",
            )
        elif self.points is not None and self.points > HUNDRED:
            yield more_than("points", self.points, HUNDRED)
        else:
            yield from self._beyond(plan)

    def _beyond(self, plan: Plan) -> Iterator[Text]:
        """What is wrong where the share would have to leave 0 to 100 per cent."""
        indicator = plan.indicator(self.indicator)
        baseline = None if indicator is None else indicator.baseline
        if baseline is not None and baseline.figure is not None:
            asked = baseline.figure + self.direction.sign * (self.points or 0)
            if not 0 <= asked <= HUNDRED:
                yield Text(
                    da=f"points er {self.points}, men fra {baseline.figure} procent findes der ingen {asked}",
                    en=f"points is {self.points}, but from {baseline.figure} per cent there is no {asked}",
                )


@frozen
class Closer(MeasuringRule):
    """The figure is closer to the benchmark than the baseline was, each compared with its own benchmark.

    The distance on the wrong side, max(0, benchmark - figure) for what should rise, must be smaller.
    """

    kind = "closer"

    def judge(self, view: View, period: Period) -> Judgement:
        known, (newest, at, left_out) = baseline_of(view, self.indicator), self._newest(view, period)
        baseline, against = share(known.figure), share(known.benchmark)
        benchmark = None if newest is None else share(newest.benchmark)
        target = None
        if baseline is not None and against is not None and benchmark is not None:
            # A distance d to the benchmark is beaten by what lies less than d from today's.
            target = benchmark - self.direction.sign * max(
                Fraction(0), self.direction.sign * (against - baseline)
            )
        return Judgement(
            Growth.LEVEL,
            target,
            None if newest is None else share(newest.percent),
            counted=(*known.counted, *at),
            left_out=left_out,
            lacks=_lacking(against, None if benchmark is None else newest),
            aim=self.direction.aim(strictly=True),
            baseline=baseline,
            benchmark=benchmark,
        )

    def sentence(self, words: Words) -> str:
        title, who = words.indicator(self.indicator), words.benchmark(self.indicator)
        baseline = words.both(self.indicator)
        if words.language == "da":
            subject = _subject(title)
            return f"{subject} skal være kommet tættere på tallet for {who} siden basistallet ({baseline})."
        return (
            f"{title}: the share must be closer to the figure for {who} than it was at the baseline "
            f"({baseline})."
        )

    def problems(self, plan: Plan, facts: Facts) -> Iterator[Text]:
        yield from super().problems(plan, facts)
        indicator = plan.indicator(self.indicator)
        yield from baseline_problems(indicator)
        yield from benchmark_problems(indicator)
        baseline = None if indicator is None else indicator.baseline
        if baseline is None:
            return
        if baseline.figure is None or baseline.benchmark is None:
            yield Text(
                da=f"basistallet for »{self.indicator}« har intet benchmark at komme tættere på",
                en=f"the baseline of «{self.indicator}» has no benchmark to be closer to",
            )
        elif self.direction.sign * (baseline.benchmark - baseline.figure) <= 0:
            yield Text(
                da=f"basistallet for »{self.indicator}« er allerede ved sit benchmark, så intet er tættere",
                en=f"the baseline of «{self.indicator}» is at its benchmark already, so nothing is closer",
            )


@frozen
class LevelWith(MeasuringRule):
    """The figure is level with the benchmark measured with it, or better. Setting: `tolerance`, in points."""

    kind = "level-with"

    tolerance: Decimal = field(default=Decimal(0), converter=exact)

    def judge(self, view: View, period: Period) -> Judgement:
        newest, at, left_out = self._newest(view, period)
        benchmark = None if newest is None else share(newest.benchmark)
        room = Fraction(self.tolerance) / HUNDRED
        return Judgement(
            Growth.LEVEL,
            None if benchmark is None else benchmark - self.direction.sign * room,
            None if newest is None else share(newest.percent),
            counted=at,
            left_out=left_out,
            lacks=None if benchmark is not None else State.AWAITING_MEASUREMENT,
            aim=self.direction.aim(strictly=False),
            benchmark=benchmark,
        )

    def sentence(self, words: Words) -> str:
        title, who = words.indicator(self.indicator), words.benchmark(self.indicator)
        up, points = self.direction is Direction.UP, words.number(self.tolerance)
        if words.language == "da":
            side = "under" if up else "over"
            room = f"højst ligge {points} procentpoint {side}" if self.tolerance else f"ikke ligge {side}"
            return f"{_subject(title)} må {room} tallet for {who}."
        side = "below" if up else "above"
        room = (
            f"may be at most {points} percentage points {side}" if self.tolerance else f"must not be {side}"
        )
        return f"{title}: the share {room} the figure for {who}."

    def problems(self, plan: Plan, facts: Facts) -> Iterator[Text]:
        yield from super().problems(plan, facts)
        yield from benchmark_problems(plan.indicator(self.indicator))
        if self.tolerance < 0:
            yield Text(
                da=f"tolerance er {self.tolerance}, mindre end 0",
                en=f"tolerance is {self.tolerance}, less than 0",
            )
        elif self.tolerance > HUNDRED:
            yield more_than("tolerance", self.tolerance, HUNDRED)


def _lacking(baseline: Fraction | None, newest: object) -> State | None:
    if baseline is None:
        return State.AWAITING_BASELINE
    return State.AWAITING_MEASUREMENT if newest is None else None
