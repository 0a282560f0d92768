"""Which entries made a difference: each amendment with what it changed, like entries summed up in one row."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from attrs import frozen
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text as Rich

from vaerebro_events.domain.amendments import Corrected, Retracted
from vaerebro_events.domain.calendar import day_of
from vaerebro_events.domain.entry import Actor, Entry
from vaerebro_events.projections.history import effective
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.terminal import shown, words, written
from vaerebro_events.reports.terminal.amendments import changes, of_entry
from vaerebro_events.reports.terminal.facts import Titles, amends, by, called, in_words, said
from vaerebro_events.reports.terminal.named import Named
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


@frozen(eq=False)
class _Causes:
    """The entries as they were known before, and how what they say is written."""

    known: Mapping[int, Entry]
    log: Sequence[Entry]
    language: Language
    named: Named

    def rows(self, entries: Sequence[Entry]) -> Iterator[tuple[str | Rich, ...]]:
        """A row for each group of entries."""
        for group in grouped(entries):
            who = by(group[0].actor, self.language, self.named.post)
            what = Rich.assemble(self._what(group), "\n", (who, "dim"))
            numbers = shown.positions(entry.position for entry in group)
            day = written.short_day(group[0].occurred_on, self.language)
            yield (numbers, self._recorded(group), day, what)

    @property
    def _titles(self) -> Titles:
        return self.named.of_field

    def _what(self, group: Sequence[Entry]) -> str:
        first = group[0].fact
        if isinstance(first, Corrected | Retracted):
            return self._amendment(group[0], first)
        if len(group) == 1:
            return in_words(first, self.language, self._titles)
        in_common, name = self._in_common(group), called(first, self.language)
        return shown.times(len(group), name) + (f": {in_common}" if in_common else "")

    def _amendment(self, entry: Entry, fact: Corrected | Retracted) -> str:
        """An amendment: of what, why, and what it changed in the entry as it was known before."""
        was = self.known.get(fact.amends, self.log[fact.amends - 1])
        of = of_entry(was, fact, self.language, self._titles)
        if isinstance(fact, Retracted):
            return words.RETRACTS.in_(self.language).format(of=of)
        changed = changes(was, entry, fact, self.language, self._titles)
        return words.CORRECTS.in_(self.language).format(of=of, changes=changed)

    def _in_common(self, group: Sequence[Entry]) -> str:
        says = [said(entry.fact, self.language, self._titles) for entry in group]
        common = [text for name, text in says[0].items() if all(text == other.get(name) for other in says)]
        return ", ".join(common)

    def _recorded(self, group: Sequence[Entry]) -> str:
        times = dict.fromkeys(written.instant(entry.recorded_at, self.language) for entry in group)
        if len(times) == 1:
            return next(iter(times))
        return written.short_day(day_of(group[0].recorded_at), self.language)


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
    causes = _Causes(effective(before.log), after.log, language, Named(after, language))
    for row in causes.rows(entries):
        table.add_row(*row)
    return table
