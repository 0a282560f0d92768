"""An amendment in words: of which entry, why, and what it changed in it."""

from collections.abc import Iterable, Iterator

from vaerebro_events.domain.amendments import Amendment, Corrected, as_amended
from vaerebro_events.domain.entry import Entry
from vaerebro_events.reports.terminal import words, written
from vaerebro_events.reports.terminal.facts import Titles, in_words, label, said, value
from vaerebro_events.reports.terminal.words_of_governance import OTHERWISE
from vaerebro_events.text import Language

ARROW = "→"


def of_entry(was: Entry, fact: Amendment, language: Language, titles: Titles) -> str:
    """The amended entry as it stood, and why it is amended."""
    reason, what = value(fact.reason, language), in_words(was.fact, language, titles)
    return words.OF_ENTRY.in_(language).format(position=fact.amends, reason=reason, what=what)


def changes(was: Entry, entry: Entry, fact: Corrected, language: Language, titles: Titles) -> str:
    """What a correction changed in an entry: its day, its fields, or all of it."""
    if type(was.fact) is not type(fact.fact):
        return words.NOW.in_(language).format(what=in_words(fact.fact, language, titles))
    old, new = (said(each, language, titles) for each in (was.fact, fact.fact))
    none = words.NONE.in_(language)
    changed = [
        f"{old.get(name, none)} {ARROW} {new.get(name, none)}"
        if old.get(name) != new.get(name)
        else OTHERWISE.in_(language).format(name=label(name, language, type(fact.fact)))
        for name in {**old, **new}
        if getattr(was.fact, name) != getattr(fact.fact, name)
    ]
    if was.occurred_on != entry.occurred_on:
        old_day, new_day = (written.short_day(each.occurred_on, language) for each in (was, entry))
        changed.append(f"{words.DAY.in_(language)} {old_day} {ARROW} {new_day}")
    return ", ".join(changed) or words.AS_FIRST.in_(language)


def with_amended(log: Iterable[Entry]) -> Iterator[tuple[Entry, Entry | None]]:
    """Each entry of a log from its beginning; beside an amendment, what it amends as it stood before.

    What was retracted stood before as it was first recorded.
    """
    first: dict[int, Entry] = {}
    newest: dict[int, Entry] = {}
    for entry in log:
        fact = entry.fact
        if not isinstance(fact, Amendment):
            first[entry.position] = entry
            yield entry, None
            continue
        original = first[fact.amends]
        yield entry, newest.get(fact.amends, original)
        newest[fact.amends] = as_amended(original, entry) or original
