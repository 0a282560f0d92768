"""What every rule of the library can do: judge a period of a history."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping

from attrs import fields, has

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
    known = field_names(fact)
    for name in (*where, *named):
        if name not in known:
            yield f"the fact «{tag}» has no field «{name}»; it has {', '.join(sorted(known))}"
    activity = where.get("activity")
    if activity is not None and not plan.has_activity(str(activity)):
        yield f"there is no activity «{activity}»"


def season_problems(activity: str, facts: Facts, tag: str, where: Mapping[str, object]) -> Iterator[str]:
    """What is wrong where a rule that picks facts by tag and fields is judged by season."""
    if tag in facts and "series" not in field_names(facts[tag]):
        yield f"the fact «{tag}» names no season, so it cannot be judged by season"
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
