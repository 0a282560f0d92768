"""A fact of any kind as a line of text: its tag and what its fields say, also of an application's own."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast

from attrs import fields, has

from vaerebro_events.domain.amendments import Amendment
from vaerebro_events.domain.entry import Actor
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.plan import Plan
from vaerebro_events.reports.terminal import words
from vaerebro_events.text import Language

# Fields whose value alone would not say what it is of.
NAMED = frozenset({"led_by", "together_with", "about", "group"})
MOST = 6  # items of a list in a line; of more, and of values with fields of their own, how many


def _field(name: str, value: Any) -> str:
    label = name.replace("_", " ")
    match value:
        case bool():
            return label if value else f"not {label}"
        case int() | date():
            return f"{label} {value}"
        case Decimal():
            return f"{label} {value:f}"
        case Plan():
            return f"{value.name}, {len(value.criteria)} criteria"
        case tuple():
            return _list(label, value)  # pyright: ignore[reportUnknownArgumentType] a list may hold anything
        case _:
            return f"{label} {value}" if name in NAMED else str(value)


def _list(label: str, many: tuple[Any, ...]) -> str:
    if len(many) > MOST or any(map(_of_fields, many)):
        return f"{len(many)} {label}"
    return f"{label}: {', '.join(map(str, many))}"


def _of_fields(value: Any) -> bool:
    kind = cast(Any, type)(value)
    return has(kind)


def said(fact: Fact) -> Mapping[str, str]:
    """What each field of a fact says, by its name."""
    kind: Any = type(fact)
    names = [field.name for field in fields(kind)] if has(kind) else []
    told = {name: getattr(fact, name) for name in names}
    return {name: _field(name, value) for name, value in told.items() if value not in (None, ())}


def details(fact: Fact) -> str:
    """What the fields of a fact say, in a line.

    >>> from vaerebro_events import FamilyAttended
    >>> from vaerebro_events.reports.terminal.facts import details
    >>> details(FamilyAttended("familieakademi", "2021-forår", 3, "f-017"))
    'familieakademi, 2021-forår, meeting 3, f-017'
    """
    return ", ".join(said(fact).values())


def amends(fact: Fact) -> int | None:
    """The position of the entry that the fact amends, if it is an amendment."""
    return fact.amends if isinstance(fact, Amendment) else None


def by(actor: Actor, language: Language) -> str:
    """Who recorded."""
    return words.BY.in_(language).format(who=f"{actor.role} {actor.user}")
