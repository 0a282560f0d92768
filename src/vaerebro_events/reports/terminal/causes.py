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
from vaerebro_events.reports.terminal import shown, words
from vaerebro_events.reports.terminal.amendments import changes, of_entry
from vaerebro_events.reports.terminal.facts import amends, by, details, said
from vaerebro_events.text import Language

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


def _amendment(entry: Entry, known: Mapping[int, Entry], log: Sequence[Entry], language: Language) -> str:
    """An amendment: of what, why, and what it changed in the entry as it was known before."""
    fact = entry.fact
    assert isinstance(fact, Corrected | Retracted)
    was = known.get(fact.amends, log[fact.amends - 1])
    of = of_entry(was, fact, language)
    if isinstance(fact, Retracted):
        return words.RETRACTS.in_(language).format(of=of)
    return words.CORRECTS.in_(language).format(of=of, changes=changes(was, entry, fact, language))


def _what(
    group: Sequence[Entry], known: Mapping[int, Entry], log: Sequence[Entry], language: Language
) -> str:
    first = group[0]
    if amends(first.fact):
        return _amendment(first, known, log, language)
    if len(group) == 1:
        return f"{first.fact.tag}: {details(first.fact)}"
    in_common = _in_common(group)
    return f"{len(group)} {first.fact.tag}" + (f": {in_common}" if in_common else "")


def _recorded(group: Sequence[Entry]) -> str:
    times = dict.fromkeys(shown.instant(entry.recorded_at) for entry in group)
    return next(iter(times)) if len(times) == 1 else str(day_of(group[0].recorded_at))


def _rows(
    before: Replay, after: Replay, entries: Sequence[Entry], language: Language
) -> Iterator[tuple[str | Rich, ...]]:
    known, log = effective(before.log), after.log
    for group in grouped(entries):
        who = by(group[0].actor, language)
        what = Rich.assemble(_what(group, known, log, language), "\n", (who, "dim"))
        numbers = shown.positions(entry.position for entry in group)
        yield (numbers, _recorded(group), str(group[0].occurred_on), what)


def causes_table(
    before: Replay, after: Replay, entries: Sequence[Entry], language: Language
) -> RenderableType:
    """The entries that made a difference, as far as `after` knows them."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="italic dim", pad_edge=False)
    table.add_column(words.ENTRY.in_(language), max_width=POSITIONS)
    recorded = f"{words.RECORDED.in_(language)}\n{words.DANISH_TIME.in_(language)}"
    table.add_column(recorded, no_wrap=True)
    table.add_column(words.DAY.in_(language), no_wrap=True)
    table.add_column(words.WHAT.in_(language), ratio=1)
    for row in _rows(before, after, entries, language):
        table.add_row(*row)
    return table
