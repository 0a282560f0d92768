"""Sentences that a table may use, and what they mean as drafts.

A new sentence: one function with `@says(...)` in a module `says_*.py`; all of these are found.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

from attrs import frozen

from vaerebro_events import Draft

Drafts = Sequence[Draft]
Meaning = Callable[..., Drafts]

DAY = r"\d{4}-\d{2}-\d{2}"


def _names(text: str) -> list[str]:
    return [name.strip() for name in re.split(r",| and ", text) if name.strip()]


# What may stand in a sentence: how it is written, and what it becomes.
KINDS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "day": (DAY, date.fromisoformat),
    "number": (r"\d+", int),
    "percent": (r"\d+(?:\.\d+)?", Decimal),
    "name": (r"[\w.:-]+", str),
    "names": (r"[\w.:-]+(?:(?:, | and )[\w.:-]+)*", _names),
}
_BLANK = re.compile(r"\{(\w+):(\w+)\}")


@frozen
class Sentence:
    """A sentence with blanks, and the function that says what it means."""

    template: str
    pattern: re.Pattern[str]
    kinds: dict[str, str]
    meaning: Meaning


_SENTENCES: dict[str, Sentence] = {}


def says(template: str) -> Callable[[Meaning], Meaning]:
    """Makes a function the meaning of a sentence: "{many:number} volunteer(s) begin(s) on {day:day}"."""

    def known(meaning: Meaning) -> Meaning:
        kinds = dict(_BLANK.findall(template))
        parts = (_piece(part) for part in re.split(r"(\{\w+:\w+\})", template))
        # A module may be read twice, under two names; two modules may not say the same.
        other = _SENTENCES.get(template)
        same = other is None or other.meaning.__code__.co_filename == meaning.__code__.co_filename
        assert same, f"«{template}» is said in two modules"
        _SENTENCES[template] = Sentence(template, re.compile("".join(parts)), kinds, meaning)
        return meaning

    return known


def _piece(part: str) -> str:
    blank = _BLANK.fullmatch(part)
    if blank is None:
        return re.escape(part).replace(r"\(s\)", "s?")
    return f"(?P<{blank[1]}>{KINDS[blank[2]][0]})"


def drafts_of(text: str) -> Drafts:
    """What a sentence means; exactly one meaning must fit."""
    found = [
        (sentence, match) for sentence in _SENTENCES.values() if (match := sentence.pattern.fullmatch(text))
    ]
    known = "\n  ".join(_SENTENCES)
    assert len(found) == 1, f"{len(found)} sentences fit «{text}»; there are\n  {known}"
    sentence, match = found[0]
    blanks = {name: KINDS[kind][1](match[name]) for name, kind in sentence.kinds.items()}
    return sentence.meaning(**blanks)


def learn() -> None:
    """Learns the sentences of all modules `says_*.py` in this folder."""
    for path in sorted(Path(__file__).parent.glob("says_*.py")):
        import_module(f"criteria.{path.stem}")


def numbered(letter: str, numbers: Iterable[int]) -> list[str]:
    """References of so many: f-1, f-2, f-3."""
    return [f"{letter}-{number}" for number in numbers]
