"""Which entries made a difference: each amendment with what it changed, like entries summed up in one row."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text as Rich

from vaerebro_events.domain.amendments import Corrected, Retracted
from vaerebro_events.domain.calendar import day_of
from vaerebro_events.domain.entry import Actor, Entry
from vaerebro_events.projections.history import effective
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.terminal import shown
from vaerebro_events.reports.terminal.facts import amends, by, details, said

Alike = tuple[int, str, date, date, Actor]
POSITIONS = 13


def _alike(entry: Entry) -> Alike:
    """What entries of one row have in common; an amendment has a row of its own."""
    own = entry.position if amends(entry.fact) else 0
    return (own, entry.fact.tag, day_of(entry.recorded_at), entry.occurred_on, entry.actor)


def grouped(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Entries of one kind about one day, recorded by one person on one day, together."""
    groups: dict[Alike, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(_alike(entry), []).append(entry)
    return list(groups.values())


def _in_common(group: Sequence[Entry]) -> str:
    says = [said(entry.fact) for entry in group]
    common = [text for name, text in says[0].items() if all(text == other.get(name) for other in says)]
    return ", ".join(common)


def _changes(was: Entry, entry: Entry, fact: Corrected) -> str:
    """What a correction changed in an entry: its day, its fields, or all of it."""
    if type(was.fact) is not type(fact.fact):
        return f"now {fact.fact.tag}: {details(fact.fact)}"
    old, new = said(was.fact), said(fact.fact)
    changed = [f"{old[name]} → {new[name]}" for name in new if old[name] != new[name]]
    if was.occurred_on != entry.occurred_on:
        changed.append(f"day {was.occurred_on} → {entry.occurred_on}")
    return ", ".join(changed) or "as it was first"


def _amendment(entry: Entry, known: Mapping[int, Entry], log: Sequence[Entry]) -> str:
    """An amendment: of what, why, and what it changed in the entry as it was known before."""
    fact = entry.fact
    assert isinstance(fact, Corrected | Retracted)
    was = known.get(fact.amends, log[fact.amends - 1])
    of = f"entry {fact.amends} ({fact.reason}), {was.fact.tag}: {details(was.fact)}"
    if isinstance(fact, Retracted):
        return f"retracts {of}"
    return f"corrects {of}; {_changes(was, entry, fact)}"


def _what(group: Sequence[Entry], known: Mapping[int, Entry], log: Sequence[Entry]) -> str:
    first = group[0]
    if amends(first.fact):
        return _amendment(first, known, log)
    if len(group) == 1:
        return f"{first.fact.tag}: {details(first.fact)}"
    return f"{len(group)} {first.fact.tag}: {_in_common(group)}"


def _recorded(group: Sequence[Entry]) -> str:
    times = dict.fromkeys(shown.instant(entry.recorded_at) for entry in group)
    return next(iter(times)) if len(times) == 1 else str(day_of(group[0].recorded_at))


def _rows(before: Replay, after: Replay, entries: Sequence[Entry]) -> Iterator[tuple[str | Rich, ...]]:
    known, log = effective(before.log), after.log
    for group in grouped(entries):
        what = Rich.assemble(_what(group, known, log), "\n", (f"by {by(group[0].actor)}", "dim"))
        numbers = shown.positions(entry.position for entry in group)
        yield (numbers, _recorded(group), str(group[0].occurred_on), what)


def causes_table(before: Replay, after: Replay, entries: Sequence[Entry]) -> RenderableType:
    """The entries that made a difference, as far as `after` knows them."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="italic dim", pad_edge=False)
    table.add_column("entry", max_width=POSITIONS)
    table.add_column("recorded", no_wrap=True)
    table.add_column("about", no_wrap=True)
    table.add_column("what, by whom", ratio=1)
    for row in _rows(before, after, entries):
        table.add_row(*row)
    return table
