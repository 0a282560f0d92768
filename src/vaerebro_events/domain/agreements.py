"""The agreement over time: the versions of the plan, from when each holds, and the readings chosen.

It follows from the decisions in the log alone. Decisions are known or not known; the day asked about
does not hide them. A version holds from its day on until a later one does.
"""

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from attrs import evolve, field, frozen

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Fact, Rank
from vaerebro_events.domain.plan import Criterion, Plan, Reading

T = TypeVar("T")
_from = attrgetter("holds_from", "position")
_in_order = attrgetter("order")


@frozen
class Version:
    """A version of the plan: the entry that made it, and the first day on which it holds."""

    plan: Plan
    holds_from: date
    position: int


@frozen
class Choice:
    """The reading of a criterion that the board has chosen: the entry that says so."""

    reading: str
    position: int


@frozen
class Agreements:
    """All versions of the plan, in the order in which they hold, and the chosen readings by criterion."""

    versions: tuple[Version, ...] = ()
    choices: Mapping[str, Choice] = field(factory=dict[str, Choice])

    def with_version(self, version: Version) -> "Agreements":
        """These, and one more version."""
        return evolve(self, versions=tuple(sorted((*self.versions, version), key=_from)))

    def with_choice(self, criterion: str, choice: Choice) -> "Agreements":
        """These, with the reading chosen for a criterion; it takes the place of an earlier choice."""
        return evolve(self, choices={**self.choices, criterion: choice})

    @cached_property
    def held(self) -> tuple[Version, ...]:
        """The versions that hold on some day: those whose day no later one shares."""
        ends = [later.holds_from for later in self.versions[1:]]
        pairs = zip(self.versions, [*ends, date.max], strict=True) if self.versions else ()
        return tuple(version for version, end in pairs if version.holds_from < end)

    def on(self, day: date) -> Version | None:
        """The version that holds on a day; before the first holds, that one; nothing without any."""
        if len(self.held) <= 1:
            return self.held[0] if self.held else None
        return self.held[max(bisect_right(self.held, day, key=attrgetter("holds_from")) - 1, 0)]

    def until(self, day: date) -> tuple[Version, ...]:
        """The versions that hold on some day up to and with this one, in order; the first at least."""
        return self.held[: max(bisect_right(self.held, day, key=attrgetter("holds_from")), 1)]

    def chosen(self, criterion: Criterion) -> Choice | None:
        """The choice that the board has made for a criterion, where it still has that reading."""
        choice = self.choices.get(criterion.key)
        keys = (reading.key for reading in criterion.readings)
        return choice if choice is not None and choice.reading in keys else None

    def readings(self, criterion: Criterion) -> tuple[Reading, ...]:
        """The readings that are judged: the one chosen, else all of them."""
        choice = self.chosen(criterion)
        if choice is None:
            return criterion.readings
        return tuple(reading for reading in criterion.readings if reading.key == choice.reading)

    def newest(self, get: Callable[[Plan], T | None]) -> T | None:
        """What the newest version has of something; nothing where none has it."""
        found = (get(version.plan) for version in reversed(self.versions))
        return next((each for each in found if each is not None), None)

    def has_reading(self, criterion: str, reading: str) -> bool:
        """Whether some version of the plan has that reading of the criterion."""
        found = (version.plan.criterion(criterion) for version in self.versions)
        return any(each.key == reading for own in found if own is not None for each in own.readings)


@frozen
class Decision(Fact, ABC):
    """A fact that decides about the plan itself. It is cut by what is known, never by the day asked about."""

    rank = Rank.PLAN

    def suits(self, agreements: Agreements) -> None:
        """Checks the decision against those made before it.

        Raises: a `Refusal`.
        """

    @abstractmethod
    def decide(self, agreements: Agreements, position: int) -> Agreements:
        """What is agreed when this is decided, too."""


def agreements_of(decisions: Iterable[Entry]) -> Agreements:
    """What the decisions among some entries come to: the adoption first, then by the day of each."""
    found = sorted((entry for entry in decisions if isinstance(entry.fact, Decision)), key=_in_order)
    found.sort(key=lambda entry: entry.fact.amendable)
    agreements = Agreements()
    for entry in found:
        assert isinstance(entry.fact, Decision)
        agreements = entry.fact.decide(agreements, entry.position)
    return agreements
