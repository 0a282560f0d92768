"""The page of all facts, `docs/facts.md`, made from the vocabulary: `make facts-page` writes it."""

from collections.abc import Iterable, Iterator
from enum import EnumType, StrEnum
from itertools import groupby
from pathlib import Path
from typing import Any, cast, get_type_hints

from attrs import NOTHING, AttrsInstance, fields

from vaerebro_events import VOCABULARY, Fact, Reason

PAGE = Path(__file__).parent.parent / "docs" / "facts.md"
TOP = """\
# The facts

What can be recorded, by concept. A fact is a small frozen value; the day it is about, who records it and
any evidence are given as it is recorded. `logbook.fact(tag, **fields)` makes one from plain data. References
are of your own making: 1 to 64 letters, digits or `. - _ :`, and nothing that looks like a CPR number.

This page is made from the code by `make facts-page`.
"""


def _kind(hint: Any) -> str:
    if isinstance(hint, EnumType):
        return "one of " + ", ".join(f"`{item.value}`" for item in cast(Iterable[StrEnum], hint))
    words = {int: "a whole number", bool: "true or false"}
    name = getattr(hint, "__name__", str(hint))
    return words.get(
        hint, {"date": "a day", "Fact": "a fact", "Plan": "a plan"}.get(name, f"a reference (`{name}`)")
    )


def _fields(fact: type[Fact]) -> str:
    hints = get_type_hints(fact)
    shown = (
        f"`{field.name}`: {_kind(hints[field.name])}"
        + ("" if field.default is NOTHING else f", {field.default} if left out")
        for field in fields(cast(type[AttrsInstance], fact))
    )
    return "<br>".join(shown)


def _rows(facts: Iterator[type[Fact]]) -> Iterator[str]:
    yield "| fact | tag | what it says | fields |"
    yield "|---|---|---|---|"
    for fact in facts:
        says = (fact.__doc__ or "").partition("\n")[0]
        yield f"| `{fact.__name__}` | `{fact.tag}` | {says} | {_fields(fact)} |"


def page() -> str:
    """The whole page."""
    lines = [TOP]
    for module, facts in groupby(VOCABULARY.facts.values(), key=lambda fact: fact.__module__):
        lines += [f"## {module.rpartition('.')[2].capitalize()}", "", *_rows(facts), ""]
    lines.append("A reason for an amendment is one of " + ", ".join(f"`{reason}`" for reason in Reason) + ".")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
