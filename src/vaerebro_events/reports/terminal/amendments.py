"""An amendment in words: of which entry, why, and what it changed in it."""

from collections.abc import Iterable, Iterator

from vaerebro_events.domain.amendments import Amendment, Corrected, as_amended
from vaerebro_events.domain.entry import Entry
from vaerebro_events.reports.terminal import words
from vaerebro_events.reports.terminal.facts import details, said
from vaerebro_events.reports.terminal.words_of_governance import OTHERWISE
from vaerebro_events.text import Language

ARROW = "→"


def of_entry(was: Entry, fact: Amendment, language: Language) -> str:
    """The amended entry as it stood, and why it is amended."""
    what = f"{was.fact.tag}: {details(was.fact)}"
    return words.OF_ENTRY.in_(language).format(position=fact.amends, reason=fact.reason, what=what)


def changes(was: Entry, entry: Entry, fact: Corrected, language: Language) -> str:
    """What a correction changed in an entry: its day, its fields, or all of it."""
    if type(was.fact) is not type(fact.fact):
        return words.NOW.in_(language).format(what=f"{fact.fact.tag}: {details(fact.fact)}")
    old, new = said(was.fact), said(fact.fact)
    none = words.NONE.in_(language)
    changed = [
        f"{old.get(name, none)} {ARROW} {new.get(name, none)}"
        if old.get(name) != new.get(name)
        else OTHERWISE.in_(language).format(name=name.replace("_", " "))
        for name in {**old, **new}
        if getattr(was.fact, name) != getattr(fact.fact, name)
    ]
    if was.occurred_on != entry.occurred_on:
        changed.append(f"{words.DAY.in_(language)} {was.occurred_on} {ARROW} {entry.occurred_on}")
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
