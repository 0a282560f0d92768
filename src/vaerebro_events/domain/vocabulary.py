"""The closed registry: which facts and rules there are, by tags that never change their meaning.

What is not in it cannot be stored and is refused when read, so a database can never choose what is
imported. An application adds its own facts and rules explicitly.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from attrs import evolve, field, frozen, inspect

from vaerebro_events.domain import (
    amendments,
    attendance,
    closing,
    concerns,
    follow_up,
    governance,
    indicators,
    jobs,
    meetings,
    milestones,
    neighbourhood,
    networks,
    participants,
    partners,
    volunteering,
)
from vaerebro_events.domain.fact import Fact, Rank
from vaerebro_events.domain.plan import Rule
from vaerebro_events.errors import InvalidValue, UnknownTag
from vaerebro_events.text import Text

Lift = Callable[[dict[str, Any]], dict[str, Any]]
T = TypeVar("T")

TAKEN = Text(
    da="det er optaget, og et mærke beholder sin betydning",
    en="it is taken, and a tag keeps its meaning for good",
)
FROZEN = Text(da="det skal være en frossen attrs-klasse", en="it must be a frozen attrs class")

FACTS: tuple[type[Fact], ...] = (
    participants.ParticipantRegistered,
    *meetings.FACTS,
    *attendance.FACTS,
    *volunteering.FACTS,
    *networks.FACTS,
    *neighbourhood.FACTS,
    *partners.FACTS,
    *jobs.FACTS,
    *indicators.FACTS,
    *amendments.FACTS,
    *governance.FACTS,
    *follow_up.FACTS,
    *milestones.FACTS,
    *concerns.FACTS,
    *closing.FACTS,
)


def _find(table: Mapping[str, T], tag: str) -> T:
    try:
        return table[tag]
    except (KeyError, TypeError):
        raise UnknownTag(str(tag), tuple(sorted(table))) from None


def _added(table: Mapping[str, T], named: Iterable[tuple[str, T]]) -> Mapping[str, T]:
    grown = dict(table)
    for tag, item in named:
        if tag in grown:
            raise InvalidValue("tag", tag, TAKEN)
        grown[tag] = item
    return grown


def _check_values(what: str, kind: type, needs: Mapping[str, type]) -> None:
    """Refuses a kind of fact or rule that could be recorded and not be used afterwards."""
    if "__attrs_attrs__" not in vars(kind) or not inspect(kind).is_frozen:
        raise InvalidValue(what, kind.__name__, FROZEN)
    for name, wanted in needs.items():
        if not isinstance(getattr(kind, name, None), wanted):
            why = Text(
                da=f"den skal have `{name}`, af typen {wanted.__name__}",
                en=f"it needs a `{name}`, of kind {wanted.__name__}",
            )
            raise InvalidValue(what, kind.__name__, why)


@frozen(eq=False)
class Vocabulary:
    """The facts by tag, the rules by kind, and how older shapes of a fact are lifted to newer ones.

    >>> from typing import ClassVar
    >>> from attrs import frozen
    >>> from vaerebro_events import VOCABULARY, ActivityFact, Rank, Text
    >>> @frozen
    ... class ToysLent(ActivityFact):
    ...     tag: ClassVar[str] = "toys-lent"
    ...     rank: ClassVar[Rank] = Rank.HELD
    ...     says: ClassVar[Text] = Text(da="blev lånt ud", en="were lent")
    ...     toys: int
    >>> VOCABULARY.with_facts(ToysLent).fact("toys-lent").__name__
    'ToysLent'
    """

    facts: Mapping[str, type[Fact]] = field(repr=lambda facts: f"{len(facts)} facts")
    rules: Mapping[str, type[Rule]] = field(repr=lambda rules: f"{len(rules)} rules")
    lifts: Mapping[tuple[str, int], Lift] = field(repr=False)

    @classmethod
    def of(cls, facts: Iterable[type[Fact]], rules: Iterable[type[Rule]]) -> "Vocabulary":
        """A vocabulary of just these facts and rules."""
        return cls({}, {}, {}).with_facts(*facts).with_rules(*rules)

    def with_facts(self, *facts: type[Fact]) -> "Vocabulary":
        """This vocabulary and the given facts: frozen attrs classes with `tag`, `rank` and `says`.

        Raises: `InvalidValue`, when one is something else, or its tag is taken.
        """
        for fact in facts:
            _check_values("fact", fact, {"tag": str, "rank": Rank, "says": Text, "version": int})
        return evolve(self, facts=_added(self.facts, ((fact.tag, fact) for fact in facts)))

    def with_rules(self, *rules: type[Rule]) -> "Vocabulary":
        """This vocabulary and the given rules: frozen attrs classes with a `kind`.

        Raises: `InvalidValue`, when one is something else, or its kind is taken.
        """
        for rule in rules:
            _check_values("rule", rule, {"kind": str})
        return evolve(self, rules=_added(self.rules, ((rule.kind, rule) for rule in rules)))

    def with_lift(self, tag: str, version: int, lift: Lift) -> "Vocabulary":
        """This vocabulary, able to read a fact's older shape: `lift` makes the next version's fields."""
        return evolve(self, lifts={**self.lifts, (tag, version): lift})

    def fact(self, tag: str) -> type[Fact]:
        """The kind of fact with that tag.

        Raises: `UnknownTag`.
        """
        return _find(self.facts, tag)

    def rule(self, kind: str) -> type[Rule]:
        """The rule of that kind.

        Raises: `UnknownTag`.
        """
        return _find(self.rules, kind)
