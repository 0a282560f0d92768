"""Values made from their types: every fact, plan and envelope, each field by its own type and check.

A new kind of fact needs nothing here, unless its fields must be in order or go together: one line in
`ASCENDING` or `TOGETHER`.
"""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import partial
from types import UnionType
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from attrs import Attribute, field, fields, frozen, has
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from vaerebro_events import (
    VOCABULARY,
    BlockOrganised,
    EventHeld,
    Evidence,
    Fact,
    HeadsCounted,
    HoursCofinanced,
    PeriodClosed,
    ReportedStatus,
    Rule,
    SeriesPlanned,
    SurveyAnswered,
)
from vaerebro_events.domain import values
from vaerebro_events.domain.meetings import LedBy
from vaerebro_events.errors import InvalidValue

T = TypeVar("T")
WEEKS_A_YEAR = 53
ASCENDING: Mapping[type, tuple[str, ...]] = {
    SeriesPlanned: ("first_day", "last_day"),
    HeadsCounted: ("vulnerable", "heads"),
    SurveyAnswered: ("positive", "answered", "asked"),
}


def _led(found: Mapping[str, Any]) -> Mapping[str, Any]:
    """An event is led by a network where one is named, and only there."""
    if found["network"] is not None:
        return {**found, "led_by": LedBy.NETWORK}
    return {**found, "led_by": LedBy.STAFF} if found["led_by"] is LedBy.NETWORK else found


TOGETHER: Mapping[type, Callable[[Mapping[str, Any]], Mapping[str, Any]]] = {EventHeld: _led}


def references() -> SearchStrategy[str]:
    """Every form of reference, but without four digits together, which every CPR number has."""
    return st.from_regex(r"[a-zA-ZæøåÉ](?:[0-9]{0,3}(?:[a-zÆØå_.:-]|e\u0301)){0,8}[0-9]{0,3}", fullmatch=True)


def different(items: SearchStrategy[str], least: int = 0) -> SearchStrategy[tuple[str, ...]]:
    """Different references, each as facts compose it."""
    return st.lists(items, min_size=least, max_size=3, unique_by=partial(unicodedata.normalize, "NFC")).map(
        tuple
    )


def decimals(least: int, most: int) -> SearchStrategy[Decimal]:
    """Exact numbers with as many decimals as they may have."""

    def numbers(places: int) -> SearchStrategy[Decimal]:
        scale = 10**places
        return st.integers(least * scale, most * scale).map(lambda number: Decimal(number).scaleb(-places))

    return st.integers(0, values.MOST_DECIMALS).flatmap(numbers)


@frozen(eq=False)
class World:
    """Which values there are: by type, and how far whole numbers go. What it does not name is any."""

    pools: Mapping[object, SearchStrategy[Any]]
    most: int = values.MOST
    _known: dict[type, Mapping[str, SearchStrategy[Any]]] = field(factory=dict, init=False)

    def made(self, kind: type[T], known: Mapping[str, Any] | None = None) -> SearchStrategy[T]:
        """Values of a class, each field by its type, or as it is known."""
        given = {name: st.just(value) for name, value in (known or {}).items()}
        drawn = {name: given.get(name, values) for name, values in self.fields(kind).items()}
        return st.fixed_dictionaries(drawn).map(partial(arranged, kind))

    def fields(self, kind: type) -> Mapping[str, SearchStrategy[Any]]:
        """The values of each field of a class, by its type; looked up once."""
        if kind not in self._known:
            attributes: Sequence[Attribute[Any]] = fields(kind)
            hints = get_type_hints(kind)
            self._known[kind] = {
                attribute.name: self._field(kind, attribute, hints[attribute.name])
                for attribute in attributes
                if attribute.init
            }
        return self._known[kind]

    def _field(self, kind: type, attribute: "Attribute[Any]", hint: Any) -> SearchStrategy[Any]:
        if (kind, attribute.name) in self.pools:
            return self.pools[kind, attribute.name]
        if _one_of_several(hint):
            return st.one_of([self._field(kind, attribute, item) for item in get_args(hint)])
        if hint is int:
            most = _first_fit(attribute, self.most, values.MOST_MONTHS, WEEKS_A_YEAR)
            return st.integers(_first_fit(attribute, 0, 1), most)
        if hint is Decimal and hint not in self.pools:
            most = _first_fit(attribute, self.most, values.HUNDRED)
            return decimals(_first_fit(attribute, -self.most, 0), most)
        return self.of(hint)

    def of(self, hint: Any) -> SearchStrategy[Any]:  # noqa: PLR0911 one return a kind of type
        """Values of a type."""
        if hint in self.pools:
            return self.pools[hint]
        if _one_of_several(hint):
            return st.one_of([self.of(item) for item in get_args(hint)])
        if get_origin(hint) is tuple:
            item = get_args(hint)[0]
            items = self.of(item)
            return different(items) if isinstance(item, NewType) else st.lists(items, max_size=2).map(tuple)
        if get_origin(hint) is Mapping:
            return st.dictionaries(*[self.of(item) for item in get_args(hint)], max_size=3)
        if isinstance(hint, NewType):
            return references()
        kind: type[Any] = hint
        if isinstance(hint, type) and issubclass(kind, Enum):
            return st.sampled_from(kind)
        return st.deferred(lambda: self.made(kind)) if has(kind) else st.from_type(kind)


def _one_of_several(hint: Any) -> bool:
    return get_origin(hint) in (Union, UnionType)


def _first_fit(attribute: "Attribute[Any]", *bounds: int) -> int:
    """The first of some bounds that a field's own check lets through."""
    return next(bound for bound in bounds if _fits(attribute, bound))


def _fits(attribute: "Attribute[Any]", value: int) -> bool:
    try:
        if attribute.validator is not None:
            attribute.validator(None, attribute, value)
    except InvalidValue:
        return False
    return True


def arranged(kind: type[T], found: Mapping[str, Any]) -> T:
    """The value with these fields, those of them that must ascend or go together put in order."""
    names = ASCENDING.get(kind, ())
    in_order = sorted(found[name] for name in names)
    fields_in_order = {**found, **dict(zip(names, in_order, strict=True))}
    return kind(**TOGETHER.get(kind, dict)(fields_in_order))


def figures() -> SearchStrategy[str]:
    """Figures as a closing holds them: whole numbers, and fractions in their lowest terms."""
    whole, divisors = st.integers(-(10**30) + 1, 10**30 - 1), st.integers(1, 10**30 - 1)
    return st.builds(Fraction, whole, st.just(1) | divisors).map(str)


AMENDABLE = [kind for kind in VOCABULARY.facts.values() if kind.amendable]
_WIDE: dict[object, SearchStrategy[Any]] = {
    date: st.dates(),
    UUID: st.uuids(),
    # A rule's `where` comes from TOML, whose whole numbers have 64 bits.
    int: st.integers(-(2**63), 2**63 - 1),
    datetime: st.datetimes(timezones=st.just(UTC)),
    # Of a list to choose by, any value: there must be one.
    tuple[str | bool | int, ...]: st.lists(
        st.text() | st.booleans() | st.integers(-(2**63), 2**63 - 1), min_size=1, max_size=3
    ).map(tuple),
    (BlockOrganised, "stairwells"): different(references(), least=1),
    (HoursCofinanced, "hours"): decimals(0, values.MOST).filter(bool),
    (PeriodClosed, "library"): st.from_regex(
        r"[0-9](?:\.[0-9]{1,3}){2}(?:\.dev[0-9]|[+-][a-z]{1,9})?", fullmatch=True
    ),
    (ReportedStatus, "period"): references(),
    (ReportedStatus, "state"): references(),
    (ReportedStatus, "value"): st.none() | figures(),
    (ReportedStatus, "target"): st.none() | figures(),
    (Evidence, "document"): st.from_regex(r"[^\W\d](?:[0-9]{0,3}[ /æ#-]){0,6}[^\W\d]", fullmatch=True),
    (Evidence, "sha256"): st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
}
ANYTHING = World(_WIDE)
_WIDE[Fact] = st.deferred(lambda: st.one_of([ANYTHING.made(kind) for kind in AMENDABLE]))
# A few of the many kinds of rule hold rules themselves, so that this ends soon.
_WIDE[Rule] = st.deferred(lambda: st.one_of([ANYTHING.made(kind) for kind in VOCABULARY.rules.values()]))
