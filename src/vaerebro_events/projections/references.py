"""The references in use: whom and what the history names, in which activities, when, and what has ended.

They are found by the types of the facts' own fields, so that a new kind of reference is found as well.
What lasts in a new way: one line in `_OVER`.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, get_args

import attrs
from attrs import define, field, frozen

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Fact, Lifecycle, Thread
from vaerebro_events.domain.jobs import FRITIDSJOB, LOMMEPENGEJOB
from vaerebro_events.domain.meetings import SERIES
from vaerebro_events.domain.participants import PARTICIPANT, ParticipantRegistered
from vaerebro_events.domain.spells import SPELL
from vaerebro_events.projections.replay import Replay

# The lifecycles that end, and where their state has the position of the end.
_OVER: Mapping[Lifecycle[Any], str] = {
    SPELL: "ended",
    SERIES: "completed",
    LOMMEPENGEJOB: "over",
    FRITIDSJOB: "over",
}
# What lasts under another name than that of the reference it is about.
_LASTS_AS = {"cooperation": "partner", "lommepengejob": "job", "fritidsjob": "job"}
# A participant of any kind: of which, its lifecycle says.
_OF_ANY_KIND = "participant"


@frozen
class Seen:
    """In which activity something was seen, from when to when, on how many days, and since when it is over.

    `activity` is nothing for what belongs to the whole programme. `ended_on` is the day on which the
    last of what ran there (the voluntary work, the network, the job) ended, and nothing while any runs.
    """

    activity: str | None
    first: date
    last: date
    days: int
    ended_on: date | None


@frozen
class Known:
    """A reference in use: its kind, the day it was registered, and where it was seen, by activity.

    Being registered is not being seen. What the same reference names in two activities (a season, a
    job, a network) are two things, each with its own `Seen`.
    """

    kind: str
    reference: str
    registered_on: date | None
    seen: tuple[Seen, ...]

    @property
    def first(self) -> date | None:
        """The first day it was seen on; nothing, if it never was."""
        return min((each.first for each in self.seen), default=None)

    @property
    def last(self) -> date | None:
        """The last day it was seen on; nothing, if it never was."""
        return max((each.last for each in self.seen), default=None)

    @property
    def ended_on(self) -> date | None:
        """The day the last of it ended; nothing, while it is there anywhere."""
        ends = [each.ended_on for each in self.seen if each.ended_on is not None]
        return max(ends) if ends and len(ends) == len(self.seen) else None


def references(replay: Replay, activity: str | None = None, series: str | None = None) -> tuple[Known, ...]:
    """Every reference that the history names, by kind, numbers in it by their size.

    Asked of an activity, a series or both, it is those that were seen there, and what is told of them
    is of there.

    >>> from datetime import date
    >>> from vaerebro_events import Actor, Logbook, ParentsMet, ParticipantRegistered
    >>> from vaerebro_events.projections.references import references
    >>> with Logbook.create(":memory:", actor=Actor("child-and-youth-worker", "u-2")) as logbook:
    ...     youths = [ParticipantRegistered("youth", who) for who in ("y-10", "y-9")]
    ...     registered = logbook.record(*youths, on=date(2021, 3, 1))
    ...     met = logbook.record(ParentsMet("lommepengejob", "y-10"), on=date(2021, 3, 4))
    ...     nine, ten = references(logbook.replay(on=date(2021, 12, 31)))
    >>> nine.reference, nine.last, ten.reference, ten.last.isoformat()
    ('y-9', None, 'y-10', '2021-03-04')
    """
    things: dict[tuple[str, str], _Thing] = {}
    for entry in replay.history:
        asked = _is_asked(entry.fact, activity, series)
        threads = entry.fact.threads()
        for kind, name in _named(entry.fact, threads):
            own = [thread for thread in threads if _kind(thread) == kind and thread.of[-1] == name]
            things.setdefault((kind, name), _Thing()).take(entry, own, asked=asked)
    everywhere = activity is None and series is None
    found = [
        Known(kind, name, thing.registered_on, tuple(thing.told()))
        for (kind, name), thing in things.items()
        if everywhere or thing.seen
    ]
    return tuple(sorted(found, key=lambda known: (known.kind, by_number(known.reference))))


def by_number(reference: str) -> tuple[list[str | int], str]:
    """How references are put in order: f-9 before f-10.

    >>> from vaerebro_events.projections.references import by_number
    >>> sorted(["f-10", "f-9", "f-1"], key=by_number)
    ['f-1', 'f-9', 'f-10']
    """
    parts = re.split(r"(\d+)", reference)
    return [int(part) if at % 2 else part for at, part in enumerate(parts)], reference


@lru_cache(maxsize=512)
def references_of(kind: type[Fact]) -> tuple[tuple[str, str], ...]:
    """The fields of a kind of fact that hold references, each with the kind of what it names.

    >>> from vaerebro_events import VolunteerContacted
    >>> from vaerebro_events.projections.references import references_of
    >>> references_of(VolunteerContacted)
    (('volunteer', 'resident'),)
    """
    own: Any = kind
    fields = attrs.fields(attrs.resolve_types(own))
    return tuple((each.name, named) for each in fields for named in _of_type(each.type))


def _of_type(hint: Any) -> Iterator[str]:
    """The kind that a reference's type names, itself or within `X | None` or a tuple."""
    for inner in get_args(hint) or (hint,):
        name = getattr(inner, "__name__", "")
        if hasattr(inner, "__supertype__") and name.endswith("Ref"):
            yield name.removesuffix("Ref").lower()


def _named(fact: Fact, threads: tuple[Thread, ...]) -> set[tuple[str, str]]:
    """What a fact names: by its fields, and as what that lasts: a resident also as a volunteer."""
    own: Any = type(fact)
    found = {
        (kind, name) for field_name, kind in references_of(own) for name in _each(getattr(fact, field_name))
    }
    names = {name for _, name in found}
    lasting = {(_kind(thread), thread.of[-1]) for thread in threads if _lasts(thread)}
    return {(kind, name) for kind, name in found | lasting if kind != _OF_ANY_KIND and name in names}


def _each(value: Any) -> tuple[str, ...]:
    several: tuple[str, ...] = (value,) if isinstance(value, str) else value or ()
    return several


def _lasts(thread: Thread) -> bool:
    return thread.lifecycle in _OVER or thread.lifecycle is PARTICIPANT


def _kind(thread: Thread) -> str:
    """The kind of what a lifecycle is about."""
    kind = thread.of[0] if thread.lifecycle in (SPELL, PARTICIPANT) else thread.lifecycle.kind
    return _LASTS_AS.get(kind, str(kind))


def _is_asked(fact: Fact, activity: str | None, series: str | None) -> bool:
    own = getattr(fact, "activity", None), getattr(fact, "series", None)
    return activity in (None, own[0]) and series in (None, own[1])


@define
class _Thing:
    """What is known so far of one thing."""

    registered_on: date | None = None
    seen: dict[str | None, list[date]] = field(factory=dict[str | None, list[date]])
    _activity: str | None = None
    _runs: dict[Thread, tuple[str | None, Any]] = field(factory=dict[Thread, tuple[str | None, Any]])
    _days: dict[int, date] = field(factory=dict[int, date])

    def take(self, entry: Entry, threads: list[Thread], *, asked: bool) -> None:
        """Takes one more entry; a fact without an activity is of the one that the last was of."""
        fact, day = entry.fact, entry.occurred_on
        if isinstance(fact, ParticipantRegistered):
            self.registered_on = day
            return
        self._activity = getattr(fact, "activity", self._activity)
        self._days[entry.position] = day
        if asked:
            self.seen.setdefault(self._activity, []).append(day)
        for thread in threads:
            if thread.lifecycle in _OVER:
                start = thread.lifecycle.start(*thread.of)
                _, state = self._runs.get(thread, (None, start))
                self._runs[thread] = (self._activity, thread.lifecycle.step(state, entry))

    def told(self) -> Iterator[Seen]:
        """Where it was seen, by activity; what is of none comes first."""
        for activity, days in sorted(self.seen.items(), key=lambda item: item[0] or ""):
            yield Seen(activity, days[0], days[-1], len(set(days)), self._ended_on(activity))

    def _ended_on(self, activity: str | None) -> date | None:
        ends = [
            getattr(state, _OVER[thread.lifecycle])
            for thread, (own, state) in self._runs.items()
            if own == activity
        ]
        return max((self._days[end] for end in ends), default=None) if all(ends) else None
