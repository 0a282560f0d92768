"""Entries that are to be put right: how each stands in the log, and what changes in it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

import click
from attrs import frozen

from vaerebro_events.cli.saying import ARROW, changes, entry_said, titles_in
from vaerebro_events.cli.speaking import say
from vaerebro_events.cli.writing import RECORDED
from vaerebro_events.domain.amendments import Amendment, Corrected, Retracted, as_amended
from vaerebro_events.domain.entry import Draft, Entry, Evidence
from vaerebro_events.domain.fact import Fact
from vaerebro_events.errors import AmendmentOfAmendment, NotAmendable, NothingToAmend
from vaerebro_events.forms.words import fact_name
from vaerebro_events.logbook import Logbook
from vaerebro_events.reports.terminal.facts import Titles
from vaerebro_events.text import Text

_SPAN = re.compile(r"([1-9][0-9]{0,8})(?:-([1-9][0-9]{0,8}))?")
NO_POSITION = Text(
    da="»{given}« er ikke en post: skriv dens nummer, eller flere som 212-219 eller 212,215.",
    en="«{given}» is no entry: write its number, or several as 212-219 or 212,215.",
)
HEAD = Text(da="Post {position}, {title}:", en="Entry {position}, {title}:")
COMES_BACK = Text(da="Posten var annulleret og kommer tilbage.", en="The entry was retracted and comes back.")


@frozen
class Why:
    """Why something is amended: the code of the reason, and the documents that show it."""

    reason: str
    evidence: tuple[Evidence, ...]


@frozen
class Stands:
    """An entry as it holds now or, where it is retracted, as it held before."""

    entry: Entry
    retracted: bool
    titles: Titles

    @classmethod
    def at(cls, log: Sequence[Entry], position: int, titles: Titles) -> "Stands":
        """The entry at a position. Raises: `AmendmentOfAmendment`, `NotAmendable`."""
        original = now = log[position - 1]
        if isinstance(original.fact, Amendment):
            raise AmendmentOfAmendment(position, original.fact.amends)
        if not original.fact.amendable:
            raise NotAmendable(position, original.fact.tag, original.fact.named())
        retracted = False
        for entry in log[position:]:
            if isinstance(entry.fact, Amendment) and entry.fact.amends == position:
                amended = as_amended(original, entry)
                now, retracted = amended or now, amended is None
        return cls(now, retracted, titles)

    @property
    def said(self) -> str:
        """What the entry says, in a line."""
        return say(RECORDED, position=self.entry.position, what=entry_said(self.entry, self.titles))


def stands_at(logbook: Logbook, given: str) -> list[Stands]:
    """The entries that are meant by one position, or by several: `12`, `12-19`, `12,14-16`.

    Raises: `UsageError`, `NothingToAmend`, `AmendmentOfAmendment`, `NotAmendable`.
    """
    log, titles = logbook.entries(), titles_in(logbook)
    meant: dict[int, None] = {}
    for part in given.split(","):
        span = _SPAN.fullmatch(part.strip())
        first, last = (0, 0) if span is None else (int(span[1]), int(span[2] or span[1]))
        if not 0 < first <= last:
            raise click.UsageError(say(NO_POSITION, given=given))
        if last > len(log):
            raise NothingToAmend(last, len(log))
        meant.update(dict.fromkeys(range(first, last + 1)))
    return [Stands.at(log, position, titles) for position in meant]


@frozen
class Correction:
    """An entry, and what it should say, about which day."""

    stands: Stands
    fact: Fact
    day: date

    @property
    def changes(self) -> bool:
        """Whether anything becomes another than it is."""
        was = self.stands.entry
        return self.stands.retracted or (self.fact, self.day) != (was.fact, was.occurred_on)

    def draft(self, why: Why) -> Draft:
        """The correction as it is recorded."""
        fact = Corrected(self.stands.entry.position, why.reason, self.fact)
        return Draft(fact, self.day, evidence=why.evidence)

    def lines(self) -> Iterator[str]:
        """What changes, a line for each field."""
        was, kind = self.stands.entry, fact_name(type(self.fact))
        title = fact_name(type(was.fact))
        yield say(HEAD, position=was.position, title=say(title))
        if self.stands.retracted:
            yield f"  {say(COMES_BACK)}"
        if kind != title:
            yield f"  {say(title)} {ARROW} {say(kind)}"
        yield from (f"  {line}" for line in changes(was, self.fact, self.day, self.stands.titles))


@frozen
class Retraction:
    """An entry that should not have been made."""

    stands: Stands

    def draft(self, why: Why) -> Draft:
        """The retraction as it is recorded."""
        return Draft(Retracted(self.stands.entry.position, why.reason), evidence=why.evidence)

    def lines(self) -> Iterator[str]:
        """What goes."""
        yield self.stands.said
