"""What every rule of the plain kind needs: what it found, and which entries it is about, without an index."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from attrs import frozen

from vaerebro_events import Entry, Period

Figure = int | Fraction
# A figure, its target where it has one, and out of how many.
Parts = dict[str, tuple[int, int | None, int | None]]
# What says more of a thing that a fact names, and the fields that are the same in both.
_TOLD_BY = {
    "series": ("series-planned", ("activity", "series")),
    "network": ("network-formed", ("activity", "network")),
    "meeting": ("event-held", ("activity", "series", "meeting")),
}


@frozen
class Found:
    """What a rule says of a period: the figure, its target, how they compare, and what is not known yet."""

    value: Figure | None
    target: Figure | None
    parts: Parts
    lacks: str | None = None
    aim: str = "at-least"
    grows: str = "count"
    baseline: Figure | None = None
    benchmark: Figure | None = None
    members: tuple["Found", ...] = ()
    all_of_them: bool = True
    lapses: bool = False


def picked(history: Sequence[Entry], where: Mapping[str, object], *tags: str) -> list[Entry]:
    """The entries of some kinds whose facts have these fields, or name what has them."""
    return [
        entry
        for entry in history
        if entry.fact.tag in tags and all(_has(history, entry, *field) for field in where.items())
    ]


def _has(history: Sequence[Entry], entry: Entry, name: str, value: object) -> bool:
    refers, dot, further = name.partition(".")
    if not dot:
        return _is(getattr(entry.fact, name), value)
    tag, same = _TOLD_BY[refers]
    told = [
        other
        for other in history
        if other.fact.tag == tag
        and all(getattr(other.fact, field) == getattr(entry.fact, field) for field in same)
        and order(other) <= order(entry)
    ]
    # A network that was formed again may be another kind of network; what is said of it goes by its time.
    return bool(told) and _is(getattr(told[-1].fact, further), value)


def _is(found: object, wanted: object) -> bool:
    """Whether a field has the value, or any of the values, that is wanted."""
    return found in wanted if isinstance(wanted, tuple) else found == wanted


def order(entry: Entry) -> tuple[date, int, int]:
    return (entry.occurred_on, entry.fact.rank, entry.position)


def within(period: Period, entries: Iterable[Entry]) -> list[Entry]:
    """A season takes its own entries, whatever their days; other periods take their days."""
    if not period.begun:
        return []
    if period.series is not None:
        return [entry for entry in entries if getattr(entry.fact, "series", None) == period.series]
    return [entry for entry in entries if period.first <= entry.occurred_on <= period.last]


def by(period: Period, entries: Iterable[Entry]) -> list[Entry]:
    """What came up to the period's last day; nothing, where the period has not begun."""
    return [entry for entry in entries if period.begun and entry.occurred_on <= period.last]


def names(entries: Iterable[Entry], of: str) -> list[str]:
    """The different ones that a field names, in order."""
    return list(dict.fromkeys(getattr(entry.fact, of) for entry in entries))


def of_one(entries: Iterable[Entry], of: str, name: str) -> list[Entry]:
    return [entry for entry in entries if getattr(entry.fact, of) == name]


def months_later(day: date, months: int) -> date:
    """The same day some months later; the last of the month where it lacks that day."""
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    for number in range(day.day, 0, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    raise AssertionError(day)
