"""What every rule of the library can do: judge a period of a history."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import get_type_hints

from attrs import fields, has

from vaerebro_events.domain.amendments import Amendment
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.plan import IndicatorSource, Plan, Rule
from vaerebro_events.projections.history import View
from vaerebro_events.projections.status import Judgement, Period

Facts = Mapping[str, type[Fact]]


class JudgingRule(Rule):
    """A rule with its judging: what it finds in a history for a period.

    A rule of an application subclasses this, as a frozen attrs class with a `kind` of its own.
    """

    __slots__ = ()

    @abstractmethod
    def judge(self, view: View, period: Period) -> Judgement:
        """What the rule finds in the view for the period."""


def field_names(fact: type[Fact]) -> frozenset[str]:
    """The names of a fact's fields."""
    return frozenset(field.name for field in fields(fact)) if has(fact) else frozenset()


def fact_problems(
    plan: Plan, facts: Facts, tag: str, where: Mapping[str, object], *named: str
) -> Iterator[str]:
    """What is wrong where a rule picks facts by tag and fields."""
    fact = facts.get(tag)
    if fact is None:
        yield f"there is no fact «{tag}»"
        return
    if issubclass(fact, Amendment):
        yield f"a «{tag}» is about the log, and no rule sees it"
        return
    known = field_names(fact)
    for name, value in where.items():
        yield from _value_problems(fact, name, value)
    for name in (*where, *named):
        if name not in known:
            yield f"the fact «{tag}» has no field «{name}»; it has {', '.join(sorted(known))}"
    activity = where.get("activity")
    if activity is not None and not plan.has_activity(str(activity)):
        yield f"there is no activity «{activity}»"


def _value_problems(fact: type[Fact], name: str, value: object) -> Iterator[str]:
    """What is wrong where a rule wants a field to have a value: it must be of the field's kind."""
    try:
        kind = get_type_hints(fact).get(name)
    except NameError:  # an application's own annotation, unknown here
        kind = None
    if kind in (bool, int):
        wanted = "true or false" if kind is bool else "a whole number"
        if type(value) is not kind:
            yield f"where.{name} must be {wanted}"
    elif kind is not None and not isinstance(value, str):
        yield f"where.{name} must be text"
    elif isinstance(kind, type) and issubclass(kind, StrEnum) and value not in [item.value for item in kind]:
        yield f"where.{name} must be one of {', '.join(item.value for item in kind)}"


def season_problems(activity: str, facts: Facts, tag: str, where: Mapping[str, object]) -> Iterator[str]:
    """What is wrong where a rule that picks facts by tag and fields is judged by season."""
    if tag in facts and "series" not in field_names(facts[tag]):
        yield f"the fact «{tag}» names no season, so it cannot be judged by season"
    elif "series" in where:
        yield "a reading by season chooses the season itself, so where.series has no place"
    elif where.get("activity") != activity:
        yield f"a reading by season needs where.activity to be «{activity}»"


def indicator_problems(plan: Plan, key: str, source: IndicatorSource) -> Iterator[str]:
    """What is wrong where a rule names an indicator."""
    indicator = plan.indicator(key)
    if indicator is None:
        yield f"there is no indicator «{key}»"
    elif indicator.source is not source:
        yield f"the indicator «{key}» is measured by {indicator.source}, not by {source}"


def positions(entries: Iterable[Entry]) -> tuple[int, ...]:
    """The positions of entries."""
    return tuple(entry.position for entry in entries)
