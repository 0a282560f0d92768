"""The log as it was recorded, a line for each entry; long lines go on under what they say."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from textwrap import wrap

from attrs import frozen

from vaerebro_events.domain.amendments import Amendment, Corrected
from vaerebro_events.domain.entry import Entry
from vaerebro_events.projections.closed import after_closing
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.terminal import words, written
from vaerebro_events.reports.terminal.amendments import changes, of_entry, with_amended
from vaerebro_events.reports.terminal.facts import Titles, amends, by, called, in_words
from vaerebro_events.reports.terminal.heading import period_name
from vaerebro_events.reports.terminal.named import Named
from vaerebro_events.reports.terminal.words_of_governance import AFTER_CLOSING_OF
from vaerebro_events.reports.wanted import Wanted
from vaerebro_events.text import Language

# Position, whether after a closing, whether an amendment, recorded at, day.
LINE = "{:>6}{:1}{:1} {:16}  {:10}  "
INDENT = len(LINE.format("", "", "", "", ""))
NARROWEST = 20
AMENDS = "~"
LATE = "*"


def _what(entry: Entry, was: Entry | None, language: Language, titles: Titles) -> str:
    """What an entry says; an amendment, what it changed."""
    fact = entry.fact
    if was is None or not isinstance(fact, Amendment):
        return in_words(fact, language, titles)
    changed = f"; {changes(was, entry, fact, language, titles)}" if isinstance(fact, Corrected) else ""
    return f"{called(fact, language)}: {of_entry(was, fact, language, titles)}{changed}"


@frozen(eq=False)
class EntriesPage:
    """The entries of a log that are wanted, in a language, within a width."""

    replay: Replay
    wanted: Wanted
    language: Language
    width: int

    @cached_property
    def _named(self) -> Named:
        return Named(self.replay, self.language)

    def lines(self) -> Iterator[str]:
        """The names of the columns, and the entries; amendments are marked, and what they amend says so."""
        chosen = [
            (found, was)
            for found, was in with_amended(self.replay.log)
            if self.wanted.takes(found, self.replay)
        ]
        if not chosen:
            yield words.NO_ENTRIES.in_(self.language)
            return
        names = (words.ENTRY, words.RECORDED, words.DAY, words.WHAT)
        entry, recorded, day, what = (name.in_(self.language) for name in names)
        yield LINE.format(entry, "", "", recorded, day) + what
        yield LINE.format("", "", "", words.DANISH_TIME.in_(self.language), "").rstrip()
        late = after_closing(self.replay)
        for found, was in chosen:
            yield from self._entry(found, was, late.get(found.position, ()))

    def _entry(self, entry: Entry, was: Entry | None, late: Sequence[str]) -> Iterator[str]:
        marks = (LATE if late else "", "" if amends(entry.fact) is None else AMENDS)
        newest = self.replay.amendments.get(entry.position)
        amended = "" if newest is None else words.AMENDED_BY.in_(self.language).format(position=newest)
        closed = ", ".join(period_name(self.replay, period) for period in late)
        after = AFTER_CLOSING_OF.in_(self.language).format(periods=closed) if late else ""
        what = _what(entry, was, self.language, self._named.of_field)
        who = by(entry.actor, self.language, self._named.post)
        said = f"{what}{amended}{after}, {who}"
        recorded = written.instant(entry.recorded_at, self.language)
        day = written.short_day(entry.occurred_on, self.language)
        start = LINE.format(entry.position, *marks, recorded, day)
        for line in (*self._wrapped(said), *self._evidence(entry)):
            yield start + line
            start = " " * INDENT

    def _evidence(self, entry: Entry) -> Iterator[str]:
        documents = ", ".join(shows.document for shows in entry.evidence)
        if documents:
            yield from self._wrapped(words.EVIDENCE.in_(self.language).format(documents=documents))

    def _wrapped(self, said: str) -> list[str]:
        room = max(NARROWEST, self.width - INDENT)
        return wrap(said, room, break_long_words=False, break_on_hyphens=False)
