"""Periods and states once more, by the plainest means: the table of states in its order."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import floor

from plain_picks import Found, months_later, picked
from vaerebro_events import Criterion, Entry, Period, Plan
from vaerebro_events.domain.plan import PeriodKind, Reading

ONE_DAY = timedelta(days=1)
_LACKS = ("awaiting_baseline", "awaiting_measurement", "awaiting_assessment")


def lacking(found: Found) -> str | None:
    """What is not known yet, and would decide."""
    if not found.members:
        return found.lacks
    if not found.all_of_them and any(reached(member) for member in found.members):
        return None
    there = [lacking(member) for member in found.members]
    return next((lack for lack in _LACKS if lack in there), None)


def reached(found: Found) -> bool:
    """Whether everything asked for is there."""
    if found.members:
        each = [reached(member) for member in found.members]
        return all(each) if found.all_of_them else any(each)
    value, target = found.value, found.target
    if found.lacks or value is None or target is None:
        return False
    sides = {
        "at-least": value >= target,
        "more-than": value > target,
        "at-most": value <= target,
        "less-than": value < target,
    }
    return sides[found.aim] and all(value >= least for value, least, _ in found.parts.values() if least)


def decides(found: Found) -> Found:
    """Of several rules together, the one whose figures are shown: what lacks, else what makes the answer."""
    if not found.members:
        return found
    lack = lacking(found)
    if lack is not None:
        return decides(next(member for member in found.members if lacking(member) == lack))
    there = [member for member in found.members if reached(member)]
    missing = [member for member in found.members if not reached(member)]
    if found.all_of_them:
        return decides(min(missing or there[:1], key=_way))
    return decides(max(there[:1] or missing, key=_way))


def _way(found: Found) -> Fraction:
    if found.value is None or not found.target or found.aim not in ("at-least", "more-than"):
        return Fraction(0)
    return Fraction(found.value) / Fraction(found.target)


def state(found: Found, period: Period, on: date) -> str:
    """What is said when the day is over."""
    if not period.begun:
        return "not_met" if on >= period.last else "not_started"
    if period.first > on:
        return "not_started"
    lack = lacking(found)
    if lack is not None:
        return lack
    if on >= period.last:
        return "met" if reached(found) else "not_met"
    days = (period.last - period.first).days + 1
    return _running(found, Fraction((on - period.first).days + 1, days))


def _running(found: Found, gone: Fraction) -> str:
    if found.members:
        said = [_running(member, gone) for member in found.members]
        weakest_first = ["behind", "open", "on_track", "met"]
        return next(
            one for one in (weakest_first if found.all_of_them else weakest_first[::-1]) if one in said
        )
    if found.grows == "level":
        return "on_track" if reached(found) else "behind"
    if reached(found):
        return "on_track" if found.lapses else "met"
    if found.grows == "presence":
        return "open"
    asked = [
        (found.value, found.target),
        *[(value, least) for value, least, _ in found.parts.values() if least],
    ]
    so_far = [
        value is not None and target is not None and value >= floor(target * gone) for value, target in asked
    ]
    return "on_track" if all(so_far) else "behind"


def periods(plan: Plan, criterion: Criterion, reading: Reading, history: Sequence[Entry]) -> list[Period]:
    """What a reading is judged for, as far as it is planned or has begun."""
    first, last = reading.first_day or plan.first_day, reading.last_day or plan.last_day
    match reading.period:
        case PeriodKind.PROGRAMME:
            return [Period("programme", first, last)]
        case PeriodKind.DEADLINE:
            return [Period(f"by-{last}", first, last)]
        case PeriodKind.YEAR:
            years = range(first.year, last.year + 1)
            spans = [(str(year), date(year, 1, 1), date(year + 1, 1, 1) - ONE_DAY) for year in years]
            return [Period(key, max(a, first), min(b, last)) for key, a, b in spans]
        case PeriodKind.WINDOW:
            return [_window(plan, reading, history)]
        case PeriodKind.SEASON:
            planned = picked(history, {"activity": criterion.activity}, "series-planned")
            return [_season(entry) for entry in planned]


def _season(entry: Entry) -> Period:
    series, first, last = (getattr(entry.fact, name) for name in ("series", "first_day", "last_day"))
    return Period(series, first, last, series, entry.position)


def _window(plan: Plan, reading: Reading, history: Sequence[Entry]) -> Period:
    assert reading.starts is not None
    assert reading.months is not None
    started = picked(history, reading.starts.where, reading.starts.fact)
    if not started:
        return Period(reading.key, plan.first_day, plan.last_day, begun=False)
    first = started[0].occurred_on
    last = months_later(first, reading.months) - ONE_DAY
    return Period(reading.key, first, last, planned=started[0].position)
