"""The log as it was recorded, a line for each entry; long lines go on under what they say."""

from collections.abc import Callable, Iterator, Sequence
from textwrap import wrap

from attrs import frozen

from vaerebro_events.domain.amendments import Amendment, Corrected
from vaerebro_events.domain.entry import Entry
from vaerebro_events.projections.closed import after_closing
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.terminal import shown, words
from vaerebro_events.reports.terminal.amendments import changes, of_entry, with_amended
from vaerebro_events.reports.terminal.facts import amends, by, details
from vaerebro_events.reports.terminal.heading import period_name
from vaerebro_events.reports.terminal.words_of_governance import AFTER_CLOSING_OF
from vaerebro_events.text import Language

# Position, whether after a closing, whether an amendment, recorded at, day.
LINE = "{:>6}{:1}{:1} {:16}  {:10}  "
INDENT = len(LINE.format("", "", "", "", ""))
NARROWEST = 20
AMENDS = "~"
LATE = "*"

Chosen = Callable[[Entry], bool]


def _what(entry: Entry, was: Entry | None, language: Language) -> str:
    """What an entry says; an amendment, what it changed."""
    fact = entry.fact
    if was is None or not isinstance(fact, Amendment):
        return f"{fact.tag}: {details(fact)}"
    changed = f"; {changes(was, entry, fact, language)}" if isinstance(fact, Corrected) else ""
    return f"{fact.tag}: {of_entry(was, fact, language)}{changed}"


@frozen
class EntriesPage:
    """The chosen entries of a log, in a language, within a width."""

    replay: Replay
    chosen: Chosen
    language: Language
    width: int

    def lines(self) -> Iterator[str]:
        """The names of the columns, and the entries; amendments are marked, and what they amend says so."""
        names = (words.ENTRY, words.RECORDED, words.DAY, words.WHAT)
        entry, recorded, day, what = (name.in_(self.language) for name in names)
        yield LINE.format(entry, "", "", recorded, day) + what
        yield LINE.format("", "", "", words.DANISH_TIME.in_(self.language), "").rstrip()
        late = after_closing(self.replay)
        for found, was in with_amended(self.replay.log):
            if self.chosen(found):
                yield from self._entry(found, was, late.get(found.position, ()))

    def _entry(self, entry: Entry, was: Entry | None, late: Sequence[str]) -> Iterator[str]:
        marks = (LATE if late else "", "" if amends(entry.fact) is None else AMENDS)
        newest = self.replay.amendments.get(entry.position)
        amended = "" if newest is None else words.AMENDED_BY.in_(self.language).format(position=newest)
        closed = ", ".join(period_name(self.replay, period) for period in late)
        after = AFTER_CLOSING_OF.in_(self.language).format(periods=closed) if late else ""
        said = f"{_what(entry, was, self.language)}{amended}{after}, {by(entry.actor, self.language)}"
        start = LINE.format(entry.position, *marks, shown.instant(entry.recorded_at), str(entry.occurred_on))
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
