"""The page of all facts, `docs/facts.md`, made from the vocabulary: `make facts-page` writes it."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import EnumType, StrEnum
from itertools import groupby
from pathlib import Path
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from attrs import NOTHING, AttrsInstance, fields

from vaerebro_events import VOCABULARY, Fact

PAGE = Path(__file__).parent.parent / "docs" / "facts.md"
TOP = """\
# The facts

What can be recorded, by concept. A fact is a small frozen value; the day it is about, who records it and
any evidence are given as it is recorded: `logbook.record(fact, ..., on=day)`, or for each by itself
`Draft(fact, on=day, evidence=Evidence(document, sha256))`. `logbook.fact(tag, **fields)` makes a fact from
plain data.

What a fact builds on must be there by its day, or be recorded in the same call: whoever takes part is
registered (`participant-registered`), a meeting's season planned and the meeting or event held, a network
formed, a job started. What begins is there until it ends.

References are of your own making: 1 to 64 letters, digits or `. - _ :`, and nothing that looks like a CPR
number. Keys are those of the plan. An exact number is given as text (`"77.97"`), a whole number or a
`Decimal`, never as a float.

This page is made from the code by `make facts-page`.
"""
WORDS = {
    "int": "a whole number",
    "bool": "true or false",
    "Decimal": "an exact number",
    "date": "a day",
    "Fact": "a fact",
    "Plan": "a plan",
    "ReportedStatus": "a status (`criterion`, `reading`, `period`, `state`, `value`, `target`)",
    "str": "text",
}
LEFT_OUT = {None: "nothing", False: "false", (): "none"}


def _kind(hint: Any) -> str:
    if get_origin(hint) in (Union, UnionType):
        return _kind(get_args(hint)[0])
    if get_origin(hint) is tuple:
        return f"any number, each {_kind(get_args(hint)[0])}"
    if isinstance(hint, EnumType):
        return "one of " + ", ".join(f"`{item.value}`" for item in cast(Iterable[StrEnum], hint))
    name = hint.__name__
    return WORDS.get(name, f"a {'key' if name.endswith('Key') else 'reference'} (`{name}`)")


def _default(value: Any) -> str:
    # 0 is False to a dictionary, and a number to a reader.
    return str(value) if type(value) is int else LEFT_OUT[value]


def _fields(fact: type[Fact]) -> list[str]:
    hints = get_type_hints(fact)
    return [
        f"`{field.name}`: {_kind(hints[field.name])}"
        + ("" if field.default is NOTHING else f"; {_default(field.default)} if left out")
        for field in fields(cast(type[AttrsInstance], fact))
    ]


def _shared(facts: Sequence[type[Fact]]) -> list[str]:
    """The fields that all facts of a concept have."""
    first, *others = map(_fields, facts)
    return [shown for shown in first if others and all(shown in other for other in others)]


def _concept(name: str, facts: Sequence[type[Fact]]) -> Iterator[str]:
    yield f"## {_title(name)}\n"
    yield f"{_first_line(sys.modules[name]).partition('. ')[0].rstrip('.')}.\n"
    shared = _shared(facts)
    if shared:
        yield f"Each of them has {', and '.join(shared)}.\n"
    yield f"| fact | tag | what it says | {'further fields' if shared else 'fields'} |"
    yield "|---|---|---|---|"
    for fact in facts:
        own = "<br>".join(shown for shown in _fields(fact) if shown not in shared)
        yield f"| `{fact.__name__}` | `{fact.tag}` | {_first_line(fact)} | {own} |"
    yield ""


def _title(module: str) -> str:
    return module.rpartition(".")[2].replace("_", " ").capitalize()


def _anchor(module: str) -> str:
    return _title(module).lower().replace(" ", "-")


def _first_line(documented: Any) -> str:
    return (documented.__doc__ or "").partition("\n")[0]


def page() -> str:
    """The whole page."""
    by_module = groupby(VOCABULARY.facts.values(), key=lambda fact: fact.__module__)
    concepts = [(name, list(facts)) for name, facts in by_module]
    contents = [
        f"- [{_title(name)}](#{_anchor(name)}): {', '.join(f'`{fact.tag}`' for fact in facts)}"
        for name, facts in concepts
    ]
    lines = [TOP, *contents, "", *(line for name, facts in concepts for line in _concept(name, facts))]
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
