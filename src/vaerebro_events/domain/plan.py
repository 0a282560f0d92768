"""The plan as values: areas, activities, indicators, criteria and their readings. Figures live in TOML.

A new criterion is one table in a plan's file; a new kind of rule is one class in `projections.rules`.
"""

import re
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import ClassVar

from attrs import field, frozen

from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.text import Language, Text
from vaerebro_events.domain.values import REFERENCE_FORM, is_reference, looks_like_cpr, whole
from vaerebro_events.errors import PlanProblem

_MONTH_AND_DAY = re.compile(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


class PeriodKind(StrEnum):
    """What a reading is judged for: the whole programme, each calendar year, or each season."""

    PROGRAMME = "programme"
    YEAR = "year"
    SEASON = "season"


@frozen(eq=False)
class Words:
    """What a rule needs to say itself: the language, the plan it stands in, and the facts there are."""

    language: Language
    plan: "Plan"
    facts: Mapping[str, type[Fact]]

    def of(self, text: Text) -> str:
        """A text in the language."""
        return text.in_(self.language)

    def says(self, tag: str) -> str:
        """What the fact of that tag says of its subject."""
        return self.of(self.facts[tag].says)

    def indicator(self, key: str) -> str:
        """What the indicator asks or judges."""
        found = self.plan.indicator(key)
        return key if found is None else self.of(found.title)

    def parties(self, key: str) -> str:
        """The parties that assess the indicator."""
        found = self.plan.indicator(key)
        return ", ".join(self.of(party.title) for party in found.parties) if found else ""


class Rule(ABC):
    """How a reading decides from the history. Its figures are its fields; it says itself in a sentence."""

    kind: ClassVar[str]

    __slots__ = ()

    @abstractmethod
    def sentence(self, words: Words) -> str:
        """The rule in plain words, with its figures and settings."""

    @abstractmethod
    def problems(self, plan: "Plan", facts: Mapping[str, type[Fact]]) -> Iterator[str]:
        """What in the rule does not fit its plan or the facts there are."""

    def season_problems(self, activity: str, facts: Mapping[str, type[Fact]]) -> Iterator[str]:
        """What keeps the rule from being judged for each season of an activity."""
        yield f"a «{self.kind}» cannot be judged by season"


@frozen
class Area:
    """One of the plan's areas (indsatsområder)."""

    key: str
    title: Text


@frozen
class Activity:
    """One of the plan's activities, with the sector's (CFBU's) word for its type."""

    key: str
    area: str
    title: Text
    cfbu_type: str | None = None


class IndicatorSource(StrEnum):
    """How an indicator is measured."""

    SURVEY = "survey"
    ASSESSMENT = "assessment"


@frozen
class Party:
    """Somebody whom the agreement names to assess an indicator."""

    key: str
    title: Text


@frozen
class Indicator:
    """What is asked or judged rather than counted; criteria that restate one another share it."""

    key: str
    title: Text
    source: IndicatorSource
    parties: tuple[Party, ...] = ()


@frozen
class Reading:
    """One way in which a criterion can be read: its rule, and the periods it is judged for."""

    key: str
    title: Text
    period: PeriodKind
    rule: Rule


@frozen
class Criterion:
    """A success criterion: where it stands in the agreement, who keeps its data, and its readings."""

    key: str
    level: str
    area: str
    title: Text
    place: Text
    data_source: Text
    kept_by: Text
    default_reading: str
    readings: tuple[Reading, ...]
    activity: str | None = None
    same_as: str | None = None
    open_questions: tuple[Text, ...] = ()


@frozen
class Settings:
    """What the library needs to know and the agreement does not say, for all criteria together.

    An entry made more than `late_after_days` days after its day is a finding, and so is a meeting on
    one of the `closed_days` (month and day).
    """

    late_after_days: int = field(default=90, validator=whole(1))
    closed_days: tuple[str, ...] = ("01-01", "12-24", "12-25", "12-26", "12-31")


@frozen
class Plan:
    """The whole plan, as it is adopted in the log."""

    name: str
    title: Text
    first_day: date
    last_day: date
    areas: tuple[Area, ...]
    activities: tuple[Activity, ...]
    criteria: tuple[Criterion, ...]
    indicators: tuple[Indicator, ...] = ()
    settings: Settings = Settings()

    @cached_property
    def _activity_keys(self) -> frozenset[str]:
        return frozenset(activity.key for activity in self.activities)

    def has_activity(self, key: str) -> bool:
        """Whether the plan has the activity."""
        return key in self._activity_keys

    def indicator(self, key: str) -> Indicator | None:
        """The indicator of that key, if the plan has it."""
        return next((indicator for indicator in self.indicators if indicator.key == key), None)

    def problems(self, facts: Mapping[str, type[Fact]]) -> tuple[PlanProblem, ...]:
        """All that keeps the plan from being adopted, each with its place in the file."""
        found = [*_names(self), *_doubles(self), *_unknown(self), *_spans(self)]
        for criterion in self.criteria:
            found.extend(_reading_problems(self, criterion, facts))
        return tuple(found)


def _names(plan: Plan) -> Iterator[PlanProblem]:
    """Keys must be such as facts can name, and no text may hold what looks like a CPR number."""
    keys = {
        "name": [plan.name],
        "areas": [area.key for area in plan.areas],
        "activities": [activity.key for activity in plan.activities],
        "indicators": [indicator.key for indicator in plan.indicators],
        "parties": [party.key for indicator in plan.indicators for party in indicator.parties],
        "criteria": [criterion.key for criterion in plan.criteria],
        "readings": [reading.key for criterion in plan.criteria for reading in criterion.readings],
    }
    for table, named in keys.items():
        for key in named:
            if not is_reference(key):
                yield PlanProblem(table, f"«{key}» is no key: {REFERENCE_FORM}")
    if looks_like_cpr(repr(plan)):
        yield PlanProblem("the plan", "something in it looks like a CPR number, and the log holds none")


def _doubles(plan: Plan) -> Iterator[PlanProblem]:
    tables: Mapping[str, Iterable[str]] = {
        "areas": [area.key for area in plan.areas],
        "activities": [activity.key for activity in plan.activities],
        "indicators": [indicator.key for indicator in plan.indicators],
        "criteria": [criterion.key for criterion in plan.criteria],
    }
    parties = {f"parties of «{each.key}»": [party.key for party in each.parties] for each in plan.indicators}
    for table, keys in {**tables, **parties}.items():
        for key, times in Counter(keys).items():
            if times > 1:
                yield PlanProblem(f"{table} «{key}»", f"the key is used {times} times")


def _unknown(plan: Plan) -> Iterator[PlanProblem]:
    areas = {area.key for area in plan.areas}
    for activity in plan.activities:
        if activity.area not in areas:
            yield PlanProblem(f"activities «{activity.key}»", f"there is no area «{activity.area}»")
    for indicator in plan.indicators:
        if indicator.source is IndicatorSource.ASSESSMENT and not indicator.parties:
            yield PlanProblem(f"indicators «{indicator.key}»", "an assessment needs its parties")
    for criterion in plan.criteria:
        if criterion.area not in areas:
            yield PlanProblem(f"criteria «{criterion.key}»", f"there is no area «{criterion.area}»")
        if criterion.activity is not None and not plan.has_activity(criterion.activity):
            why = f"there is no activity «{criterion.activity}»"
            yield PlanProblem(f"criteria «{criterion.key}»", why)
    of = {activity.key: activity.area for activity in plan.activities}
    for criterion in plan.criteria:
        area = of.get(str(criterion.activity), criterion.area)
        if area != criterion.area and {area, criterion.area} <= areas:
            why = f"its activity «{criterion.activity}» belongs to another area than «{criterion.area}»"
            yield PlanProblem(f"criteria «{criterion.key}»", why)


def _spans(plan: Plan) -> Iterator[PlanProblem]:
    if plan.last_day < plan.first_day:
        yield PlanProblem("last_day", "it is before first_day")
    for day in plan.settings.closed_days:
        if not _MONTH_AND_DAY.fullmatch(day):
            yield PlanProblem("settings, closed_days", f"«{day}» is no month and day, such as 12-24")


def _reading_problems(
    plan: Plan, criterion: Criterion, facts: Mapping[str, type[Fact]]
) -> Iterator[PlanProblem]:
    place = f"criteria «{criterion.key}»"
    keys = [reading.key for reading in criterion.readings]
    if criterion.default_reading not in keys:
        yield PlanProblem(place, f"default_reading «{criterion.default_reading}» is none of its readings")
    for key, times in Counter(keys).items():
        if times > 1:
            yield PlanProblem(place, f"the reading «{key}» is there {times} times")
    for reading in criterion.readings:
        at = f"{place}, reading «{reading.key}»"
        if reading.period is PeriodKind.SEASON:
            for why in _season_problems(criterion.activity, reading.rule, facts):
                yield PlanProblem(at, why)
        for why in reading.rule.problems(plan, facts):
            yield PlanProblem(f"{at}, rule", why)


def _season_problems(activity: str | None, rule: Rule, facts: Mapping[str, type[Fact]]) -> Iterator[str]:
    if activity is None:
        yield "a reading by season needs an activity"
    else:
        yield from rule.season_problems(activity, facts)
