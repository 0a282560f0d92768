"""A fact of any kind as a line of text: what it is called and what its fields say.

An application's own fact is said in the same way: by its title, or its tag in words.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, cast

from attrs import has

from vaerebro_events.domain.amendments import Amendment
from vaerebro_events.domain.entry import Actor
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.plan import Plan
from vaerebro_events.forms.fields import Field, FieldKind, fields_of
from vaerebro_events.forms.words import choice_name, fact_name, field_name
from vaerebro_events.reports.terminal import words, written
from vaerebro_events.text import Language

# Fields whose value alone would not say what it is of.
NAMED = frozenset({"led_by", "together_with", "about", "group", "reading", "library"})
MOST = 6  # items of a list in a line; of more, and of values with fields of their own, how many

# What a key of the plan that stands in a field of a fact is called.
Titles = Callable[[Fact, Field, str], str]


def as_it_is(_: Fact, __: Field, key: str) -> str:
    """A key by itself, where there is no plan that has its title."""
    return key


def label(name: str, language: Language, kind: type[Fact] | None = None) -> str:
    """What a field is called, within a line; of a kind of fact, as that one says it.

    >>> from vaerebro_events.reports.terminal.facts import label
    >>> label("first_day", "da"), label("lbf_approved_on", "da"), label("social_data_of", "en")
    ('første dag', 'godkendt af LBF', 'Boligsociale Data of')
    """
    said = field_name(name, kind).in_(language)
    first, _, rest = said.partition(" ")
    proper = first[1:2].isupper() or rest[:1].isupper()
    return said if proper else said[0].lower() + said[1:]


def value(of: Any, language: Language) -> str:
    """What one value says: a code by its name, a day and a number as people write them."""
    say = next((_SAID[kind] for kind in _SAID if isinstance(of, kind)), None)
    return str(of) if say is None else say(of, language)


def _plan(plan: Plan, language: Language) -> str:
    criteria = words.CRITERIA.in_(language).format(count=len(plan.criteria))
    return f"{plan.name}, {criteria}"


_SAID: Mapping[type[Any], Callable[[Any, Language], str]] = {
    StrEnum: lambda code, language: choice_name(code).in_(language),
    date: written.short_day,
    Decimal: written.exact,
    Plan: _plan,
}


def _field(kind: type[Fact], name: str, of: Any, language: Language) -> str:
    named = label(name, language, kind)
    match of:
        case bool():
            not_so = words.NOT_SO.get((kind.tag, name), words.NOT)
            return named if of else not_so.in_(language).format(what=named)
        case int() | date() | Decimal():
            return f"{named} {value(of, language)}"
        case tuple():
            return _list(named, of, language)  # pyright: ignore[reportUnknownArgumentType] a list may hold anything
        case _:
            return f"{named} {value(of, language)}" if name in NAMED else value(of, language)


def _list(named: str, many: tuple[Any, ...], language: Language) -> str:
    if len(many) > MOST or any(map(_of_fields, many)):
        return f"{len(many)} {named}"
    each = [value(each, language) for each in many]
    return f"{named}: {('; ' if any(', ' in one for one in each) else ', ').join(each)}"


def _of_fields(of: Any) -> bool:
    kind = cast(Any, type)(of)
    return has(kind)


def counted(of: Any) -> int | None:
    """How many there are, where a list holds values with fields of their own: too much for a line."""
    many: tuple[Any, ...] = of if isinstance(of, tuple) else ()  # pyright: ignore[reportUnknownVariableType] a list may hold anything
    return len(many) if any(map(_of_fields, many)) else None


def titled(fact: Fact, field: Field, titles: Titles) -> Any:
    """What a field of a fact holds, the keys of the plan by their titles."""
    of = getattr(fact, field.name)
    if field.kind is not FieldKind.KEY or of is None:
        return of
    if field.several:
        return tuple(titles(fact, field, key) for key in cast(tuple[str, ...], of))
    return titles(fact, field, of)


def said(fact: Fact, language: Language, titles: Titles = as_it_is) -> Mapping[str, str]:
    """What each field of a fact says, by its name; `titles` gives those of the plan's keys."""
    kind = type(fact)
    told = {
        field.name: titled(fact, field, titles) for field in (fields_of(kind) if _of_fields(fact) else ())
    }
    return {name: _field(kind, name, of, language) for name, of in told.items() if of not in (None, ())}


def details(fact: Fact, language: Language, titles: Titles = as_it_is) -> str:
    """What the fields of a fact say, in a line.

    >>> from vaerebro_events import FamilyAttended
    >>> from vaerebro_events.reports.terminal.facts import details
    >>> details(FamilyAttended("familieakademi", "2021-forår", 3, "f-017"), "da")
    'familieakademi, 2021-forår, møde nr. 3, f-017'
    """
    return ", ".join(said(fact, language, titles).values())


def called(fact: Fact, language: Language) -> str:
    """What a fact is called."""
    return fact_name(type(fact)).in_(language)


def in_words(fact: Fact, language: Language, titles: Titles = as_it_is) -> str:
    """A fact in a line: what it is called, and what its fields say.

    >>> from vaerebro_events import NetworkEnded
    >>> from vaerebro_events.reports.terminal.facts import in_words
    >>> in_words(NetworkEnded("netvaerk", "sundt-fodslag"), "en")
    'Network ended: netvaerk, sundt-fodslag'
    """
    return f"{called(fact, language)}: {details(fact, language, titles)}"


def amends(fact: Fact) -> int | None:
    """The position of the entry that the fact amends, if it is an amendment."""
    return fact.amends if isinstance(fact, Amendment) else None


def by(actor: Actor, language: Language, posts: Callable[[str], str]) -> str:
    """Who recorded; `posts` gives the titles of the plan's posts."""
    return words.BY.in_(language).format(who=f"{posts(actor.role)} {actor.user}")
