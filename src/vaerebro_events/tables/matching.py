"""What a file's facts are to the log: new, there already, changed, or put right there since.

A fact's own id is made from what names it, so that two who import the same file at once record it once.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from uuid import UUID, uuid5

import orjson
from attrs import define, field, frozen

from vaerebro_events.codec import Codec
from vaerebro_events.domain.amendments import Amendment, Corrected, told_of
from vaerebro_events.domain.entry import AmendedEntry, Entry
from vaerebro_events.domain.fact import Fact
from vaerebro_events.errors import InvalidValue
from vaerebro_events.forms.fields import fillable
from vaerebro_events.projections.history import effective
from vaerebro_events.tables.left_open import completed, left_open, says
from vaerebro_events.tables.line import Problem
from vaerebro_events.tables.reading_lines import Ready
from vaerebro_events.tables.sheets_of_facts import DAY
from vaerebro_events.text import Text

# Whose names the ids of imported facts are; never changed, else files are imported anew.
NAMESPACE = UUID("5f0c2f62-7a54-5a3c-9d0e-0b6d3a4c8e11")

_NAMED = 5  # the version of ids that are made from names
CONTRADICTS = Text(
    da="Den modsiger række {row} i »{sheet}«, som handler om det samme: behold den rigtige.",
    en="It contradicts row {row} of «{sheet}», which is about the same: keep the right one.",
)


@frozen
class New:
    """A fact that the log does not have."""

    ready: Ready
    id: UUID


@frozen
class Already:
    """A fact that an entry says already, as it holds now."""

    ready: Ready
    entry: Entry


@frozen
class Change:
    """A fact that an entry says otherwise: what the entry would be corrected to."""

    ready: Ready
    was: Entry


@frozen
class Gone:
    """A fact that an entry says, and an attendance list no longer: the entry would be retracted."""

    ready: Ready
    was: Entry


@frozen
class Since:
    """A fact that an entry once said, and that was put right since: `now` is how it holds, if it does."""

    ready: Ready
    was: Entry
    now: Entry | None


@frozen
class Repeated:
    """A fact that another row says, too, and no less fully."""

    ready: Ready
    first: Ready


Match = New | Already | Change | Since | Repeated | Problem


def key_of(fact: Fact, on: date) -> Hashable:
    """What tells a fact from others of its kind: its key's values, or all of it and its day."""
    names = fact.key
    if not names:
        return (fact.tag, fact, on)
    return (fact.tag, *(on if name == DAY else getattr(fact, name) for name in names))


def id_of(ready: Ready, codec: Codec) -> UUID:
    """The id that such a fact has, whoever imports it: its own, else by its row's, else by its key."""
    if ready.id is not None:
        return ready.id
    if ready.row_id is not None:
        return _id(ready.fact.tag, {"row": ready.row_id})
    return _id_by_key(ready.fact, ready.on, codec)


def retraction_id(gone: Gone) -> UUID:
    """The id of the retraction of a fact, as it holds: it can be brought back, and retracted again."""
    since = gone.was.amendment if isinstance(gone.was, AmendedEntry) else gone.was.position
    return _id(gone.was.fact.tag, {"retracts": str(gone.was.id), "since": since})


def amendment_id(change: Change, codec: Codec) -> UUID:
    """The id of the correction that a changed fact is."""
    plain = codec.plain_fact(change.ready.fact)["fact"] | {DAY: change.ready.on.isoformat()}
    return _id(change.ready.fact.tag, {"amends": str(change.was.id), "to": plain})


def _id_by_key(fact: Fact, on: date, codec: Codec) -> UUID:
    fields = codec.plain_fact(fact)["fact"] | {DAY: on.isoformat()}
    return _id(fact.tag, {name: fields[name] for name in fact.key or fields})


def _id(tag: str, told: Mapping[str, object]) -> UUID:
    return uuid5(NAMESPACE, orjson.dumps([tag, told], option=orjson.OPT_SORT_KEYS).decode())


@frozen
class Said:
    """What the entry at a position said at some time."""

    position: int
    fact: Fact
    on: date


@define(eq=False)
class Held:
    """What a log says now, to look facts up in: by id, by key, and what its entries once said."""

    recorded: Mapping[int, Entry]
    now: Mapping[int, Entry]
    by_id: Mapping[UUID, int]
    by_key: Mapping[Hashable, Sequence[Entry]]
    by_day: Mapping[Hashable, Sequence[Entry]]
    once: Mapping[Hashable, Sequence[Said]]
    named: frozenset[int]
    claimed: set[int] = field(factory=set[int])

    @classmethod
    def of(cls, log: Sequence[Entry], codec: Codec) -> "Held":
        """What a log says; `named` is what was imported under a name of its own."""
        recorded = {entry.position: entry for entry in log if not isinstance(entry.fact, Amendment)}
        now = effective(log)
        by_key: dict[Hashable, list[Entry]] = defaultdict(list)
        by_day: dict[Hashable, list[Entry]] = defaultdict(list)
        for entry in now.values():
            if fillable(type(entry.fact)):
                by_key[key_of(entry.fact, entry.occurred_on)].append(entry)
                by_day[entry.fact.tag, entry.occurred_on].append(entry)
        once: dict[Hashable, list[Said]] = defaultdict(list)
        for said in chain.from_iterable(map(_said, log)):
            once[key_of(said.fact, said.on)].append(said)
        by_id = {entry.id: position for position, entry in recorded.items()}
        named = frozenset(position for position, entry in recorded.items() if _is_named(entry, codec))
        return cls(recorded, now, by_id, by_key, by_day, once, named)

    def match(self, ready: Ready, id_: UUID) -> Match:
        """What a fact is to the log."""
        own = self.by_id.get(id_)
        if own is not None and _has_own_name(ready):
            return self._compared(ready, own)
        taken = self.claimed | self.named if _has_own_name(ready) else self.claimed
        held = [each for each in self._alike(ready) if each.position not in taken]
        if held:
            same = (each for each in held if says(ready, each.fact, each.occurred_on))
            found = next(same, held[-1])
            self.claimed.add(found.position)
            return self._compared(ready, found.position)
        once = [own] if own is not None else self._once(ready)
        since = next((position for position in once if position not in taken), None)
        if since is not None:
            return Since(ready, self.recorded[since], self.now.get(since))
        return New(ready, id_)

    def gone(self, ready: Ready) -> Gone | None:
        """The retraction that an absence is, where an entry says that they came, and no row does."""
        held = (each for each in self.by_key.get(_key(ready), ()) if each.position not in self.claimed)
        was = next(held, None)
        return None if was is None else Gone(ready, was)

    def _alike(self, ready: Ready) -> Sequence[Entry]:
        """The entries of a fact's key; where all of it is the key, those that say what it says."""
        found = self.by_key.get(_key(ready), ())
        if found or ready.fact.key or not left_open(ready):
            return found
        same_day = self.by_day.get((ready.fact.tag, ready.on), ())
        return [each for each in same_day if says(ready, each.fact, each.occurred_on)]

    def _once(self, ready: Ready) -> Sequence[int]:
        """The entries that said a fact once, or say it now."""
        return [said.position for said in self.once.get(_key(ready), ()) if says(ready, said.fact, said.on)]

    def _compared(self, ready: Ready, position: int) -> Match:
        """A fact beside the entry that it is."""
        was, now = self.recorded[position], self.now.get(position)
        if now is None:
            return Since(ready, was, None)
        if says(ready, now.fact, now.occurred_on):
            return Already(ready, now)
        if position in self._once(ready):
            return Since(ready, was, now)
        try:
            return Change(completed(ready, now.fact), now)
        except InvalidValue as error:
            return ready.problem(error)


def matched(found: Iterable[Ready | Problem], held: Held, codec: Codec) -> Sequence[Match]:
    """What each fact of a file is to the log; rows that contradict one another are problems, all of them."""
    lines = list(enumerate(found))
    matches: dict[int, Match] = {at: each for at, each in lines if isinstance(each, Problem)}
    rows = [(at, each, id_of(each, codec)) for at, each in lines if isinstance(each, Ready)]
    # A row that leaves something open takes no entry that another row says in full.
    rows.sort(key=lambda row: len(left_open(row[1])))
    groups: dict[UUID, list[Ready]] = defaultdict(list)
    for _, each, id_ in rows:
        groups[id_].append(each)
        if _has_own_name(each) and id_ in held.by_id:
            held.claimed.add(held.by_id[id_])
    for at, each, id_ in rows:
        first, *others = groups[id_]
        other = next((other for other in others if not says(other, first.fact, first.on)), None)
        if other is not None:
            matches[at] = each.problem(_contradicts(other if each is first else first))
        else:
            matches[at] = held.match(each, id_) if each is first else Repeated(each, first)
    return [matches[at] for at, _ in lines]


def _said(entry: Entry) -> Iterator[Said]:
    """What an entry says, and of which position: its own, or that of the entry that it corrects."""
    amendment = entry.fact if isinstance(entry.fact, Corrected) else None
    fact = entry.fact if amendment is None else amendment.fact
    if fillable(type(fact)):
        yield Said(told_of(entry), fact, entry.occurred_on)


def _is_named(entry: Entry, codec: Codec) -> bool:
    """Whether an entry's id is made from a name that its row had, and not from its key."""
    return entry.id.version == _NAMED and entry.id != _id_by_key(entry.fact, entry.occurred_on, codec)


def _has_own_name(ready: Ready) -> bool:
    return ready.id is not None or ready.row_id is not None


def _key(ready: Ready) -> Hashable:
    return key_of(ready.fact, ready.on)


def _contradicts(other: Ready) -> Text:
    return Text.each(lambda language: CONTRADICTS.in_(language).format(row=other.row, sheet=other.sheet))
