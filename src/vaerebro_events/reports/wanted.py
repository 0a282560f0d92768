"""Which entries are asked for: of a kind, about something, of some days, by somebody, amended ones."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, cast

from attrs import frozen, has

from vaerebro_events.domain.amendments import Corrected, told_of
from vaerebro_events.domain.calendar import day_of
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Fact
from vaerebro_events.errors import InvalidValue
from vaerebro_events.forms.fields import fields_of
from vaerebro_events.forms.words import choice_name, fact_name, field_name
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.text import Text

FIELD_AND_VALUE = Text(
    da="skriv et felt og dets værdi, såsom family=f-017",
    en="write a field and its value, such as family=f-017",
)


@frozen
class Days:
    """The days from one to another, both with them; where one is left out, there is no end to them."""

    first: date | None = None
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@frozen(kw_only=True)
class Wanted:
    """What is asked for; all that is said must be so of an entry.

    An amendment belongs with what it amends: it is found where it or the entry as it was first
    recorded is about what is asked for.
    """

    after: int = 0
    entry: int | None = None
    tags: frozenset[str] = frozenset()
    about: tuple[tuple[str, str], ...] = ()
    days: Days = Days()
    recorded: Days = Days()
    user: str | None = None
    amended: bool = False

    def takes(self, entry: Entry, replay: Replay) -> bool:
        """Whether an entry of a replay is asked for."""
        told = told_of(entry)
        first = replay.log[told - 1]
        return (
            entry.position > self.after
            and self.entry in (None, entry.position, told)
            and (not self.tags or entry.fact.tag in self.tags)
            and (not self.amended or told in replay.amendments)
            and self.user in (None, entry.actor.user)
            and day_of(entry.recorded_at) in self.recorded
            and (entry.occurred_on in self.days or first.occurred_on in self.days)
            and all(_says((entry.fact, first.fact), *each) for each in self.about)
        )


def tag_of(typed: str) -> str:
    """The tag that is meant by a tag, or by what a kind of fact is called in either language.

    Raises: `UnknownTag`.

    >>> from vaerebro_events.reports.wanted import tag_of
    >>> tag_of("Familie deltog"), tag_of("family-attended")
    ('family-attended', 'family-attended')
    """
    by_name = {
        name.casefold(): tag
        for tag, kind in VOCABULARY.facts.items()
        for name in (fact_name(kind).da, fact_name(kind).en)
    }
    return VOCABULARY.fact(by_name.get(typed.casefold(), typed)).tag


def field_and_value(option: str, typed: str) -> tuple[str, str]:
    """The field and the value that are meant by FIELD=VALUE; a field by its name or what it is called.

    Raises: `InvalidValue`.

    >>> from vaerebro_events.reports.wanted import field_and_value
    >>> field_and_value("--about", "Familie=f-017")
    ('family', 'f-017')
    """
    field, equals, value = (part.strip() for part in typed.partition("="))
    if not (field and equals and value):
        raise InvalidValue(option, typed, FIELD_AND_VALUE)
    known = _fields()
    found = known.get(field.casefold().replace("-", "_"))
    if found is None:
        names = ", ".join(sorted(set(known.values())))
        raise InvalidValue(
            option,
            typed,
            Text(da=f"posterne har disse felter: {names}", en=f"the fields of entries are {names}"),
        )
    return found, value


def _fields() -> Mapping[str, str]:
    """The names of all fields of facts by what they may be called, in small letters."""
    names = {field.name for kind in VOCABULARY.facts.values() for field in fields_of(kind)}
    called = {own.casefold(): name for name in names for own in (field_name(name).da, field_name(name).en)}
    return {**called, **{name: name for name in names}}


def _says(facts: tuple[Fact, ...], field: str, value: str) -> bool:
    """Whether one of the facts, or what it is corrected into, has a field with that value."""
    inner = [fact.fact for fact in facts if isinstance(fact, Corrected)]
    wanted = value.casefold()
    return any(wanted in _written(getattr(fact, field, None)) for fact in (*facts, *inner))


def _written(value: Any) -> Iterator[str]:
    """How a value may be written: as it is, or by what a code is called."""
    for each in _each(value):
        if isinstance(each, StrEnum):
            yield from (choice_name(each).da.casefold(), choice_name(each).en.casefold())
        if each is not None and not has(cast(Any, type)(each)):
            yield str(each).casefold()


def _each(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)  # pyright: ignore[reportUnknownVariableType] of anything
