"""Who comes to a meeting, as a line names them: `f-017` is known, `+f-099` is new, `+2` are two new ones."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import count

from attrs import frozen

from vaerebro_events.domain.amendments import Corrected
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.participants import ParticipantKind, ParticipantRegistered
from vaerebro_events.domain.values import safe
from vaerebro_events.errors import InvalidValue
from vaerebro_events.text import Text

_NUMBERED = re.compile(r"(.*?)([0-9]{1,9})")
_SEVERAL = re.compile(r"\+([0-9]+)")
_APART = re.compile(r"[,;]")
MOST_AT_ONCE = 99
WHO_CAME = Text(da="Hvem der kom", en="Who came")
WITHOUT_BLANKS = Text(
    da="der er ingen mellemrum i en reference; skriv komma mellem flere",
    en="a reference has no spaces; write commas between several",
)
HOW_MANY_NEW = Text(
    da=f"et plus og et tal er et antal nye, fra 1 til {MOST_AT_ONCE}",
    en=f"a plus and a number are so many newcomers, from 1 to {MOST_AT_ONCE}",
)
FIRST = {kind: f"{kind[0]}-001" for kind in ParticipantKind}


@frozen
class Named:
    """Who came: those who are known, those who are new under a reference, and how many more are new.

    >>> from vaerebro_events.cli.newcomers import Named
    >>> Named.of(["f-017, +f-099", "+2"])
    Named(known=('f-017',), new=('f-099',), more=2)
    """

    known: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    more: int = 0

    @classmethod
    def of(cls, given: Iterable[str]) -> "Named":
        """Those who are named in one or more lists; who is named twice came once. Raises: `InvalidValue`."""
        text = unicodedata.normalize("NFC", ",".join(given))  # as references are composed
        words = [word for part in _APART.split(text) if (word := part.strip())]
        several = [_how_many(word) for word in words if _SEVERAL.fullmatch(word)]
        named = [_whole(word) for word in words if not _SEVERAL.fullmatch(word)]
        new = dict.fromkeys(word[1:] for word in named if word[0] == "+")
        known = dict.fromkeys(word for word in named if word[0] != "+" and word not in new)
        return cls(tuple(known), tuple(new), sum(several))

    def __bool__(self) -> bool:
        return bool(self.known or self.new or self.more)


def _how_many(word: str) -> int:
    digits = word[1:].lstrip("0")
    if not digits or len(digits) > len(str(MOST_AT_ONCE)):
        raise InvalidValue(WHO_CAME, safe(word), HOW_MANY_NEW)
    return int(digits)


def _whole(word: str) -> str:
    if len(word.split()) > 1:
        raise InvalidValue(WHO_CAME, safe(word), WITHOUT_BLANKS)
    return word


def registered(entries: Iterable[Entry], kind: ParticipantKind) -> dict[str, Entry]:
    """The entries with which participants of a kind are registered, by reference."""
    return {
        entry.fact.who: entry
        for entry in entries
        if isinstance(entry.fact, ParticipantRegistered) and entry.fact.kind == kind
    }


def ever_registered(log: Iterable[Entry], kind: ParticipantKind) -> set[str]:
    """All references that participants of a kind have had, also those corrected or retracted since."""
    facts = [entry.fact for entry in log]
    told = [fact.fact if isinstance(fact, Corrected) else fact for fact in facts]
    return {fact.who for fact in told if isinstance(fact, ParticipantRegistered) and fact.kind == kind}


def next_references(used: Collection[str], kind: ParticipantKind) -> Iterator[str]:
    """References that nobody has had yet: those used most, with the numbers after the highest.

    >>> from vaerebro_events.cli.newcomers import next_references
    >>> from vaerebro_events.domain.participants import ParticipantKind
    >>> references = next_references(["fam.7", "fam.12", "x-900"], ParticipantKind.FAMILY)
    >>> next(references), next(references)
    ('fam.13', 'fam.14')
    """
    numbered = [found for each in used if (found := _NUMBERED.fullmatch(each))]
    if not numbered:
        first = _NUMBERED.fullmatch(FIRST[kind])
        assert first is not None
        stem, width, highest = first[1], len(first[2]), 0
    else:
        stem = Counter(found[1] for found in numbered).most_common(1)[0][0]
        digits = [found[2] for found in numbered if found[1] == stem]
        highest, width = max(map(int, digits)), min(map(len, digits))
    return (f"{stem}{number:0{width}}" for number in count(highest + 1))
