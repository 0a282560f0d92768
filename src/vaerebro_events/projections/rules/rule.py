"""What every rule of the library can do: judge a period of a history."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from typing import ClassVar

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.plan import Indicator, IndicatorSource, Plan, Rule, Words
from vaerebro_events.domain.problem_words import no_such
from vaerebro_events.projections.history import View
from vaerebro_events.projections.judgement import Judgement
from vaerebro_events.projections.status import Period
from vaerebro_events.text import Text


class JudgingRule(Rule):
    """A rule with its judging: what it finds in a history for a period.

    A rule of an application subclasses this, as a frozen attrs class with a `kind` of its own.
    """

    __slots__ = ()

    @abstractmethod
    def judge(self, view: View, period: Period) -> Judgement:
        """What the rule finds in the view for the period."""


class CountingRule(JudgingRule):
    """A rule whose figure is a number of things, so that growth can be judged on it."""

    __slots__ = ()

    different: ClassVar[bool] = False

    @abstractmethod
    def counted_as(self, words: Words) -> str:
        """What it counts, as a noun phrase."""

    def asks_beside(self) -> Iterator[str]:
        """What else it asks for, beside the number itself; growth is of the number alone."""
        return iter(())

    def at_least_so_many(self, words: Words, least: str) -> str:
        """What it counts, and how many of it are asked for."""
        several = self.different and least != one(words)
        different = {"da": " forskellige", "en": " different ones"}[words.language] if several else ""
        return f"{capital(self.counted_as(words))}: {least}{different}"


def capital(text: str) -> str:
    """A text with a capital letter first, and the rest as it is."""
    return text[:1].upper() + text[1:]


def that(unit: str, says: str, words: Words) -> str:
    """Those of a unit that did what a fact says, as a noun phrase."""
    return f"{unit}, der {says}" if words.language == "da" else f"{unit} that {says}"


def least(number: int, words: Words) -> str:
    """At least so many."""
    return f"mindst {number}" if words.language == "da" else f"at least {number}"


def one(words: Words) -> str:
    """At least one: then nobody asks whether they are different."""
    return least(1, words)


def judging(rule: Rule) -> JudgingRule:
    """A rule of the plan as one that judges; a vocabulary holds no others."""
    assert isinstance(rule, JudgingRule)
    return rule


def grouped(entries: Iterable[Entry], of: str) -> dict[str, list[Entry]]:
    """Entries by what a field of their facts names, in order; those that name nothing are of nobody."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        name: str | None = getattr(entry.fact, of)
        if name is not None:
            groups.setdefault(name, []).append(entry)
    return groups


def indicator_problems(plan: Plan, key: str, *sources: IndicatorSource) -> Iterator[Text]:
    """What is wrong where a rule names an indicator."""
    indicator = plan.indicator(key)
    if indicator is None:
        yield no_such("indicator", key)
    elif indicator.source not in sources:
        others = "« eller »".join(sources)
        yield Text(
            da=f"indikatoren »{key}« opgøres ved »{indicator.source}«, ikke ved »{others}«",
            en=f"the indicator «{key}» is measured by {indicator.source}, not by {' or '.join(sources)}",
        )


def baseline_problems(indicator: Indicator | None) -> Iterator[Text]:
    """What is wrong where a rule measures an indicator against its baseline."""
    if indicator is not None and indicator.baseline is None:
        yield Text(
            da=f"indikatoren »{indicator.key}« har intet basistal",
            en=f"the indicator «{indicator.key}» has no baseline",
        )


def benchmark_problems(indicator: Indicator | None) -> Iterator[Text]:
    """What is wrong where a rule compares an indicator with its benchmark."""
    if indicator is not None and indicator.benchmark is None:
        yield Text(
            da=f"indikatoren »{indicator.key}« sammenlignes ikke med nogen: den har intet benchmark",
            en=f"the indicator «{indicator.key}» is compared with nobody: it has no benchmark",
        )


def more_than(name: str, number: object, most: object) -> Text:
    """That a number of a rule is more than what it is a part of."""
    return Text(da=f"{name} er {number}, mere end {most}", en=f"{name} is {number}, more than {most}")


def part_of_target(name: str, part: int, target: int) -> Text:
    """That a part of the target is more than the target."""
    return Text(
        da=f"{name} ({part}) er mere end target ({target})",
        en=f"{name} ({part}) is more than target ({target})",
    )


def positions(entries: Iterable[Entry]) -> tuple[int, ...]:
    """The positions of entries."""
    return tuple(entry.position for entry in entries)
