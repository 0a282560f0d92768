"""The history for two dates: cut the log at K, apply amendments, leave out what is about days after D."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from operator import attrgetter, itemgetter
from typing import Any, TypeVar

from attrs import field, frozen

from vaerebro_events.domain.amendments import Amendment, as_amended
from vaerebro_events.domain.calendar import day_of, end_of
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Fact, Where
from vaerebro_events.domain.picking import FOLLOWED, alternatives
from vaerebro_events.domain.plan import Plan
from vaerebro_events.errors import InstantAhead, InvalidValue
from vaerebro_events.projections.status import Period
from vaerebro_events.text import Text

Known = int | date | datetime
RESOLUTION = timedelta(microseconds=1)

in_order = attrgetter("order")
_day = attrgetter("occurred_on")

AWARE = Text(da="et tidspunkt skal angives med tidszone", en="a time must be aware, with its offset from UTC")
A_KNOWN = Text(
    da="det skal være en posts nummer, en dag eller et tidspunkt med tidszone",
    en="it must be a position, a day, or an aware time",
)


def known_by(known: Known | None, now: datetime, last: int) -> int | datetime | None:
    """What `known` means: a position, the last instant that counts, or everything.

    Raises: `InvalidValue`, or `InstantAhead` for what has not come by `now` or is not in the log yet.
    """
    match known:
        case None:
            return None
        case datetime():
            if known.utcoffset() is None:
                raise InvalidValue("known", str(known), AWARE)
            if known > now:
                raise InstantAhead(known, last)
            return known
        case date():
            if known > day_of(now):
                raise InstantAhead(known, last)
            return end_of(known) - RESOLUTION
        case _:
            if type(known) is not int or known < 0:
                raise InvalidValue("known", known, A_KNOWN)
            if known > last:
                raise InstantAhead(known, last)
            return known


def last_known(entries: Sequence[Entry], known: int | datetime | None) -> int:
    """The last position known: whole batches only, since a batch is known whole or not at all.

    `known` is a position, an instant (what was recorded by then), or everything.
    """
    if known is None:
        return len(entries)
    if isinstance(known, datetime):
        return bisect_right(entries, known, key=attrgetter("recorded_at"))
    position = max(0, min(known, len(entries)))
    while position and entries[position - 1].batch_end > position:
        position -= 1
    return position


def effective(entries: Iterable[Entry]) -> dict[int, Entry]:
    """The entries as their newest amendments have them, by position; retracted ones are not there."""
    recorded: dict[int, Entry] = {}
    amendments: dict[int, Entry] = {}
    for entry in entries:
        fact = entry.fact
        if isinstance(fact, Amendment):
            amendments[fact.amends] = entry
        else:
            recorded[entry.position] = entry
    for position, amendment in amendments.items():
        amended = as_amended(recorded[position], amendment)
        if amended is None:
            del recorded[position]
        else:
            recorded[position] = amended
    return recorded


def until(held: Iterable[Entry], on: date) -> list[Entry]:
    """Of the entries as amended, those about days up to `on`, by day, rank within the day, and position."""
    found = [entry for entry in held if entry.occurred_on <= on]
    found.sort(key=in_order)
    return found


T = TypeVar("T")
_NOWHERE: Where = {}


def _reference(fact: Fact, refers: str) -> tuple[object, ...]:
    return tuple(getattr(fact, name, None) for name in FOLLOWED[refers].by)


@frozen(eq=False)
class View:
    """A history as rules look at it: by kind of fact, in order, up to and with the day `on`.

    What many periods and readings ask for alike is looked up once and kept.
    """

    on: date
    plan: Plan
    entries: Sequence[Entry]
    _kept: dict[Hashable, Any] = field(factory=dict[Hashable, Any])

    def within_reach(self, period: Period) -> "View":
        """What can be seen of a period: nothing, where it is a window that nothing has started."""
        return self if period.begun else View(self.on, self.plan, ())

    def under(self, plan: Plan) -> "View":
        """The same history under another version of the plan."""
        return self if plan is self.plan else View(self.on, plan, self.entries, self._kept)

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` makes, made once for a key. It must depend on entries, day and key alone."""
        if key not in self._kept:
            self._kept[key] = make()
        found: T = self._kept[key]
        return found

    def _by_tag(self) -> Mapping[str, list[Entry]]:
        tagged: dict[str, list[Entry]] = {}
        for entry in self.entries:
            tagged.setdefault(entry.fact.tag, []).append(entry)
        return tagged

    def _references(self, refers: str) -> Mapping[tuple[object, ...], list[Entry]]:
        """What says more of each thing that is referred to, in order."""
        told: dict[tuple[object, ...], list[Entry]] = {}
        for entry in self.of(FOLLOWED[refers].fact.tag):
            told.setdefault(_reference(entry.fact, refers), []).append(entry)
        return told

    def followed(self, entry: Entry, refers: str) -> Entry | None:
        """The entry that says more of what a field refers to: the plan of its series, say.

        Where there are several (a network that formed again), it is the last one before the entry.
        """
        known = self.kept(("references", refers), lambda: self._references(refers))
        told = known.get(_reference(entry.fact, refers), [])
        before = bisect_right(told, entry.order, key=in_order)
        return told[before - 1] if before else None

    def behind(self, where: Where, entries: Iterable[Entry]) -> tuple[int, ...]:
        """The positions of the entries that were followed to pick these."""
        refers = {name.partition(".")[0] for name in where if "." in name}
        found = (self.followed(entry, name) for entry in entries for name in refers)
        return tuple(dict.fromkeys(entry.position for entry in found if entry is not None))

    def _value(self, entry: Entry, name: str) -> Any:
        """The value of a field of what a field refers to (`series.group`)."""
        refers, _, further = name.partition(".")
        told = self.followed(entry, refers)
        return None if told is None else getattr(told.fact, further)

    def _by_fields(self, tag: str, names: tuple[str, ...]) -> Mapping[Any, list[Entry]]:
        values = attrgetter(*names)
        found: dict[Any, list[Entry]] = {}
        for entry in self.kept("by tag", self._by_tag).get(tag, []):
            found.setdefault(values(entry.fact), []).append(entry)
        return found

    def _following(self, tag: str, where: Where) -> list[Entry]:
        """Entries of which something is asked that a field refers to: first by their own fields."""
        own = {name: value for name, value in where.items() if "." not in name}
        further = [(name, value) for name, value in where.items() if name not in own]
        return [
            entry
            for entry in self.of(tag, own)
            if all(self._value(entry, name) == value for name, value in further)
        ]

    def of(self, tag: str, where: Where = _NOWHERE, until: date | None = None) -> Sequence[Entry]:
        """The entries of one kind whose facts have these fields, in order, up to and with a day."""
        if any(isinstance(value, tuple) for value in where.values()):
            found = [entry for one in alternatives(where) for entry in self.of(tag, one, until)]
            return sorted(found, key=in_order)
        if any("." in name for name in where):
            key = ("following", tag, *sorted(where.items()))
            found = self.kept(key, lambda: self._following(tag, where))
        elif where:
            names = tuple(sorted(where))
            indexed = self.kept((tag, names), lambda: self._by_fields(tag, names))
            found = indexed.get(itemgetter(*names)(where), [])
        else:
            found = self.kept("by tag", self._by_tag).get(tag, [])
        if until is None or until >= self.on:
            return found
        return found[: bisect_right(found, until, key=_day)]

    def within(self, period: Period, tag: str, where: Where = _NOWHERE) -> Sequence[Entry]:
        """The entries of one kind in a period: of its days, or of its season where it is one."""
        if period.series is not None:
            return self.of(tag, {**where, "series": period.series})
        found = self.of(tag, where, period.last)
        return found[bisect_left(found, period.first, key=_day) :]
