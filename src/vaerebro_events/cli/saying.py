"""A fact in the words of the one who records it: its name, and its fields by their labels."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import NoneType
from typing import Any, cast

from vaerebro_events.cli.speaking import language, say
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.plan import Plan
from vaerebro_events.forms.fields import fields_of
from vaerebro_events.forms.words import choice_name, fact_name, field_name
from vaerebro_events.logbook import Logbook
from vaerebro_events.reports.terminal.facts import Titles, as_it_is, counted, titled
from vaerebro_events.reports.terminal.named import Named
from vaerebro_events.reports.terminal.written import day
from vaerebro_events.text import Text

YES, NO, NOTHING = Text(da="ja", en="yes"), Text(da="nej", en="no"), Text(da="intet", en="nothing")
ARROW = "→"
DAY = "occurred_on"


def value_said(value: object) -> str:
    """What a field holds, as a person writes it."""
    count, many = counted(value), cast(tuple[object, ...], value) if isinstance(value, tuple) else ()
    if count is not None:
        return str(count)
    if many:
        return ", ".join(map(value_said, many))
    return next((say_it(value) for kind, say_it in _SAID if isinstance(value, kind)), f"{value}")


def _number(value: Decimal) -> str:
    return f"{value:f}".replace(".", "," if language() == "da" else ".")


# How each kind of value is said; what is not here is said as it stands.
_SAID: tuple[tuple[type[Any] | tuple[type[Any], ...], Callable[[Any], str]], ...] = (
    ((NoneType, tuple), lambda _: say(NOTHING)),
    (bool, lambda value: say(YES if value else NO)),
    (date, lambda value: day(value, language())),
    (Decimal, _number),
    (StrEnum, lambda value: say(choice_name(value))),
    (Plan, lambda value: value.name),
)


def titles_in(logbook: Logbook) -> Titles:
    """What a logbook's plan calls its keys."""
    return Named(logbook.replay(), language()).of_field


def fact_said(fact: Fact, on: date, titles: Titles = as_it_is) -> str:
    """A fact and its day, in a line; `titles` gives those of the plan's keys."""
    told = [
        f"{say(field_name(field.name, type(fact)))}: {value_said(value)}"
        for field in fields_of(type(fact))
        if (value := titled(fact, field, titles)) not in (None, ())
    ]
    told.append(f"{say(field_name(DAY))}: {day(on, language())}")
    return f"{say(fact_name(type(fact)))}. {'; '.join(told)}."


def entry_said(entry: Entry, titles: Titles = as_it_is) -> str:
    """What an entry says, in a line."""
    return fact_said(entry.fact, entry.occurred_on, titles)


def changes(was: Entry, fact: Fact, on: date, titles: Titles = as_it_is) -> Iterator[str]:
    """What a correction changes, a line for each field, its day among them."""
    old, new = _fields(was.fact, was.occurred_on, titles), _fields(fact, on, titles)
    for name in {**old, **new}:
        if old.get(name) != new.get(name):
            before, after = value_said(old.get(name)), value_said(new.get(name))
            yield f"{say(field_name(name, type(fact)))}: {before} {ARROW} {after}"


def _fields(fact: Fact, on: date, titles: Titles) -> dict[str, Any]:
    return {field.name: titled(fact, field, titles) for field in fields_of(type(fact))} | {DAY: on}
