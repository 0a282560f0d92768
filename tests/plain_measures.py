"""What is asked, judged or measured, straight from the words of the rules: surveys, assessments, figures."""

from collections.abc import Sequence
from fractions import Fraction

from plain_picks import Figure, Found, Parts, picked, within
from vaerebro_events import Entry, Period, Plan
from vaerebro_events.domain.plan import Indicator
from vaerebro_events.projections.rules import Assessed, Closer, LevelWith, Moved, Share


def _indicator(plan: Plan, key: str) -> Indicator:
    return next(indicator for indicator in plan.indicators if indicator.key == key)


def share_found(rule: Share, history: Sequence[Entry], period: Period) -> Found:
    rounds = within(period, picked(history, {"indicator": rule.indicator}, "survey-answered"))
    sums = {
        name: sum(getattr(entry.fact, name) for entry in rounds) for name in ("asked", "answered", "positive")
    }
    parts: Parts = {name: (figure, None, None) for name, figure in sums.items()}
    value = Fraction(sums["positive"], sums[rule.of]) if sums[rule.of] else None
    lacks = "awaiting_measurement" if value is None else None
    aim = "more-than" if rule.more_than else "at-least"
    return Found(value, Fraction(rule.percent, 100), parts, lacks, aim, "level")


def assessed_found(rule: Assessed, plan: Plan, history: Sequence[Entry], period: Period) -> Found:
    parties = [party.key for party in _indicator(plan, rule.indicator).parties]
    newest: dict[str, bool] = {}
    for entry in within(period, picked(history, {"indicator": rule.indicator}, "assessment-made")):
        newest[getattr(entry.fact, "party")] = getattr(entry.fact, "positive")  # noqa: B009 no class is asked
    parts: Parts = {party: (int(positive), None, None) for party, positive in newest.items()}
    lacks = None if set(newest) == set(parties) else "awaiting_assessment"
    return Found(sum(newest.values()), len(parties), parts, lacks, grows="level")


def baseline(plan: Plan, history: Sequence[Entry], key: str) -> tuple[Fraction | None, Fraction | None]:
    """The baseline and its benchmark: as agreed, or as counted since."""
    agreed = _indicator(plan, key).baseline
    assert agreed is not None
    if agreed.figure is not None:
        return Fraction(agreed.figure), None if agreed.benchmark is None else Fraction(agreed.benchmark)
    counted = picked(history, {"indicator": key}, "baseline-counted")
    return (Fraction(getattr(counted[0].fact, "figure")), None) if counted else (None, None)  # noqa: B009


def _newest(history: Sequence[Entry], period: Period, key: str) -> tuple[Fraction | None, Fraction | None]:
    """The newest figure of the period, and the benchmark that came with it."""
    found = within(period, picked(history, {"indicator": key}, "indicator-measured"))
    if not found:
        return None, None
    percent, benchmark = (getattr(found[-1].fact, name) for name in ("percent", "benchmark"))
    return Fraction(percent), None if benchmark is None else Fraction(benchmark)


def _of_one(figure: Figure | None) -> Fraction | None:
    return None if figure is None else Fraction(figure) / 100


def moved_found(rule: Moved, plan: Plan, history: Sequence[Entry], period: Period) -> Found:
    base, _ = baseline(plan, history, rule.indicator)
    newest, _ = _newest(history, period, rule.indicator)
    points, up = Fraction(rule.points or 0), rule.direction == "up"
    target = None if base is None else base + points if up else base - points
    strictly, at_all = ("more-than", "at-least") if up else ("less-than", "at-most")
    return Found(
        _of_one(newest),
        _of_one(target),
        {},
        "awaiting_baseline" if base is None else "awaiting_measurement" if newest is None else None,
        strictly if rule.points is None else at_all,
        "level",
        _of_one(base),
    )


def closer_found(rule: Closer, plan: Plan, history: Sequence[Entry], period: Period) -> Found:
    base, against = baseline(plan, history, rule.indicator)
    newest, benchmark = _newest(history, period, rule.indicator)
    assert base is not None
    assert against is not None
    up = rule.direction == "up"
    # The figure that is as far from today's benchmark as the baseline was from its own; nearer is closer.
    as_far = None if benchmark is None else benchmark - (against - base)
    return Found(
        _of_one(newest),
        _of_one(as_far),
        {},
        "awaiting_measurement" if newest is None or benchmark is None else None,
        "more-than" if up else "less-than",
        "level",
        _of_one(base),
        _of_one(benchmark),
    )


def level_found(rule: LevelWith, history: Sequence[Entry], period: Period) -> Found:
    newest, benchmark = _newest(history, period, rule.indicator)
    up, room = rule.direction == "up", Fraction(rule.tolerance)
    worst = None if benchmark is None else benchmark - room if up else benchmark + room
    return Found(
        _of_one(newest),
        _of_one(worst),
        {},
        "awaiting_measurement" if benchmark is None else None,
        "at-least" if up else "at-most",
        "level",
        benchmark=_of_one(benchmark),
    )
