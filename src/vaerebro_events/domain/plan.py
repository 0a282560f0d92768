"""The plan as values: areas, activities, indicators, criteria and their readings. Figures live in TOML.

A new criterion is one table in a plan's file; a new kind of rule is one class in `projections.rules`.
What keeps a plan from being adopted stands in `plan_problems`.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import ClassVar

from attrs import field, frozen, validators
from attrs.converters import optional

from vaerebro_events.domain.commitments import CoFinancing, Duty, Money, Post
from vaerebro_events.domain.fact import Fact, Where, WhereValue
from vaerebro_events.domain.values import MOST_MONTHS, exact, whole
from vaerebro_events.text import Language, Text, Wording


class PeriodKind(StrEnum):
    """What a reading is judged for.

    The whole programme, each calendar year, each season, the time up to a deadline, or a window of
    months that starts with an event.
    """

    PROGRAMME = "programme"
    YEAR = "year"
    SEASON = "season"
    DEADLINE = "deadline"
    WINDOW = "window"


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

    def number(self, number: Decimal) -> str:
        """A number as the language writes it."""
        return f"{number:f}".replace(".", "," if self.language == "da" else ".")

    def baseline(self, key: str) -> str:
        """What the indicator's baseline is of, and its figure where the agreement gives it."""
        found = self.plan.indicator(key)
        if found is None or found.baseline is None:
            return key
        baseline, unit = found.baseline, "" if found.source is IndicatorSource.COUNT else " %"
        if baseline.figure is None:
            return self.of(baseline.of)
        return f"{self.number(baseline.figure)}{unit}, {self.of(baseline.of)}"

    def both(self, key: str) -> str:
        """The indicator's baseline, and the benchmark's figure of the same time."""
        found = self.plan.indicator(key)
        baseline = None if found is None else found.baseline
        if baseline is None or baseline.benchmark is None:
            return self.baseline(key)
        return f"{self.baseline(key)}; {self.benchmark(key)} {self.number(baseline.benchmark)} %"

    def benchmark(self, key: str) -> str:
        """Those with whom the indicator is compared."""
        found = self.plan.indicator(key)
        return key if found is None or found.benchmark is None else self.of(found.benchmark)


class Rule(ABC):
    """How a reading decides from the history. Its figures are its fields; it says itself in a sentence."""

    kind: ClassVar[str]

    __slots__ = ()

    @abstractmethod
    def sentence(self, words: Words) -> str:
        """The rule in plain words, with its figures and settings."""

    @abstractmethod
    def problems(self, plan: "Plan", facts: Mapping[str, type[Fact]]) -> Iterator[Wording]:
        """What in the rule does not fit its plan or the facts there are."""

    def season_problems(self, activity: str, facts: Mapping[str, type[Fact]]) -> Iterator[Wording]:
        """What keeps the rule from being judged for each season of an activity."""
        yield Text(
            da=f"en »{self.kind}« kan ikke opgøres pr. sæson",
            en=f"a «{self.kind}» cannot be judged by season",
        )


@frozen
class Area:
    """One of the plan's areas (indsatsområder), each with a sub-agreement (delaftale), and its money."""

    key: str
    title: Text
    money: Money | None = None


@frozen
class Group:
    """A target group of an activity: it stands on a course, never on a person."""

    key: str
    title: Text


@frozen
class Activity:
    """One of the plan's activities, its target groups, and the sector's (CFBU's) word for its type."""

    key: str
    area: str
    title: Text
    cfbu_type: str | None = None
    groups: tuple[Group, ...] = ()


@frozen
class Place:
    """A place in which events are held."""

    key: str
    title: Text


@frozen
class Block:
    """A block of the estate, and its stairwells (opgange)."""

    key: str
    title: Text
    stairwells: tuple[str, ...]


class IndicatorSource(StrEnum):
    """How an indicator is measured.

    By a survey whose answers the project counts, by an assessment of named parties, by a measurement
    that others publish (per cent), or by a count against a baseline.
    """

    SURVEY = "survey"
    ASSESSMENT = "assessment"
    MEASUREMENT = "measurement"
    COUNT = "count"


@frozen
class Party:
    """Somebody whom the agreement names: to assess an indicator, or as one of those behind it."""

    key: str
    title: Text


@frozen
class Baseline:
    """What an indicator is measured against: of when, and the figures, where the agreement gives them.

    Without a `figure` it is counted or measured during the programme, about the day it is `due` at the
    latest, and recorded. `benchmark` is the figure, at the same time, of those the indicator is
    compared with. In per cent, or a number.
    """

    of: Text
    figure: Decimal | None = field(default=None, converter=optional(exact))
    benchmark: Decimal | None = field(default=None, converter=optional(exact))
    due: date | None = None


@frozen
class Indicator:
    """What criteria measure; those that restate one another share it.

    `parties` assess it, and `benchmark` says with whom it is compared.
    """

    key: str
    title: Text
    source: IndicatorSource
    parties: tuple[Party, ...] = ()
    baseline: Baseline | None = None
    benchmark: Text | None = None


@frozen
class Starts:
    """The event with which a window starts: the first entry of a kind of fact with these fields."""

    fact: str
    where: Where = field(factory=dict[str, WhereValue])


@frozen
class Reading:
    """One way in which a criterion can be read: its rule, and the periods it is judged for.

    `first_day` and `last_day` narrow the programme or its years, and say the deadline. A window goes
    from the event that `starts` it over so many calendar `months`.
    """

    key: str
    title: Text
    period: PeriodKind
    rule: Rule
    first_day: date | None = None
    last_day: date | None = None
    starts: Starts | None = None
    months: int | None = field(default=None, validator=validators.optional(whole(1, MOST_MONTHS)))


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

    The board should see each criterion again within `follow_up_days`. So many days after they fall
    due, figures should be recorded (`figures_within_days`), checks of six months and of volunteers made
    (`checks_within_days`), meetings told (`meetings_within_days`), and a revised agreement uploaded
    (`upload_within_days`). Hours agreed by the week are reckoned for so many `weeks_a_year`.
    """

    late_after_days: int = field(default=90, validator=whole(1))
    closed_days: tuple[str, ...] = ("01-01", "12-24", "12-25", "12-26", "12-31")
    follow_up_days: int = field(default=184, validator=whole(1))
    figures_within_days: int = field(default=60, validator=whole(0))
    checks_within_days: int = field(default=30, validator=whole(0))
    meetings_within_days: int = field(default=14, validator=whole(0))
    upload_within_days: int = field(default=14, validator=whole(0))
    weeks_a_year: int = field(default=52, validator=whole(1, 53))


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
    blocks: tuple[Block, ...] = ()
    places: tuple[Place, ...] = ()
    money: Money | None = None
    parties: tuple[Party, ...] = ()
    posts: tuple[Post, ...] = ()
    cofinancing: tuple[CoFinancing, ...] = ()
    duties: tuple[Duty, ...] = ()

    @cached_property
    def _activities(self) -> Mapping[str, Activity]:
        return {activity.key: activity for activity in self.activities}

    @cached_property
    def _indicators(self) -> Mapping[str, Indicator]:
        return {indicator.key: indicator for indicator in self.indicators}

    @cached_property
    def _criteria(self) -> Mapping[str, Criterion]:
        return {criterion.key: criterion for criterion in self.criteria}

    def criterion(self, key: str) -> Criterion | None:
        """The criterion of that key, if the plan has it."""
        return self._criteria.get(key)

    def has_activity(self, key: str) -> bool:
        """Whether the plan has the activity."""
        return key in self._activities

    def groups(self, activity: str) -> tuple[str, ...]:
        """The target groups of an activity."""
        found = self._activities.get(activity)
        return () if found is None else tuple(group.key for group in found.groups)

    def indicator(self, key: str) -> Indicator | None:
        """The indicator of that key, if the plan has it."""
        return self._indicators.get(key)

    def years(self) -> Iterator[tuple[int, date, date]]:
        """The calendar years of the programme, each with its first and last day in it."""
        for year in range(self.first_day.year, self.last_day.year + 1):
            yield year, max(self.first_day, date(year, 1, 1)), min(self.last_day, date(year, 12, 31))

    def duty(self, key: str) -> Duty | None:
        """The duty of that key, if the plan has it."""
        return next((duty for duty in self.duties if duty.key == key), None)

    def block(self, key: str) -> Block | None:
        """The block of that key, if the plan has it."""
        return next((block for block in self.blocks if block.key == key), None)
