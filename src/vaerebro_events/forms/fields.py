"""What a fact asks for: its fields, each with its kind. A new kind: one line here, and its reading."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from functools import lru_cache
from types import NoneType
from typing import Any, cast, get_args, get_origin

import attrs
from attrs import frozen

from vaerebro_events.domain.amendments import Amendment
from vaerebro_events.domain.closing import PeriodClosed
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.governance import MarkedAsSample, PlanAdopted
from vaerebro_events.domain.plan import Plan

# What is recorded by an action of its own: amending, making a logbook, closing a period.
_BY_OTHER_MEANS = (Amendment, PlanAdopted, MarkedAsSample, PeriodClosed)


class FieldKind(Enum):
    """What a field holds."""

    REFERENCE = "reference"  # of a person or thing, made up by the project
    KEY = "key"  # of the plan
    CHOICE = "choice"  # one of few codes
    WHOLE = "whole"  # a whole number
    EXACT = "exact"  # an exact number, maybe with decimals
    YES_NO = "yes-no"
    DAY = "day"
    PLAN = "plan"  # a whole plan, from a file
    TEXT = "text"
    OTHER = "other"  # a value with fields of its own, of an application's fact


_PLAIN: Mapping[Any, FieldKind] = {
    int: FieldKind.WHOLE,
    bool: FieldKind.YES_NO,
    date: FieldKind.DAY,
    Decimal: FieldKind.EXACT,
    Plan: FieldKind.PLAN,
    str: FieldKind.TEXT,
}


@frozen
class Field:
    """One field of a fact: its name, what it holds, and whether it must be given.

    `of` is the kind of reference or key (`FamilyRef`, `ActivityKey`), `choices` are the codes that may
    be chosen, and `several` says that it is a list of them. `default` is what it is, if left out.
    """

    name: str
    kind: FieldKind
    required: bool
    default: Any = None
    of: str = ""
    choices: tuple[StrEnum, ...] = ()
    several: bool = False


def fields_of(kind: type[Fact]) -> tuple[Field, ...]:
    """The fields of a kind of fact, in their order.

    >>> from vaerebro_events import HeadsCounted
    >>> from vaerebro_events.forms.fields import fields_of
    >>> [(field.name, field.kind.value, field.required) for field in fields_of(HeadsCounted)][-2:]
    [('heads', 'whole', True), ('vulnerable', 'whole', False)]
    """
    return _fields(cast(Any, kind))


@lru_cache(maxsize=512)
def _fields(kind: Any) -> tuple[Field, ...]:
    return tuple(_field(field) for field in attrs.fields(attrs.resolve_types(kind)))


def fillable(kind: type[Fact]) -> bool:
    """Whether a person records it by filling in its fields: not an amendment, a closing or an adoption.

    >>> from vaerebro_events import FamilyAttended, Retracted
    >>> from vaerebro_events.forms.fields import fillable
    >>> fillable(FamilyAttended), fillable(Retracted)
    (True, False)
    """
    return not issubclass(kind, _BY_OTHER_MEANS)


def _field(field: Any) -> Field:
    inner, several = _without_none(field.type), False
    if get_origin(inner) is tuple:
        inner, several = get_args(inner)[0], True
    required = field.default is attrs.NOTHING
    default = None if required else field.default
    kind, of, choices = _kind(inner)
    return Field(field.name, kind, required, default, of, choices, several)


def _without_none(kind: Any) -> Any:
    given = [each for each in get_args(kind) if each is not NoneType]
    return given[0] if len(given) == 1 and NoneType in get_args(kind) else kind


def _kind(inner: Any) -> tuple[FieldKind, str, tuple[StrEnum, ...]]:
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return FieldKind.CHOICE, inner.__name__, tuple(inner)
    made = cast(Any, inner)
    name = getattr(made, "__name__", "")
    if hasattr(made, "__supertype__"):  # a NewType over text
        return (FieldKind.KEY if name.endswith("Key") else FieldKind.REFERENCE), name, ()
    return _PLAIN.get(inner, FieldKind.OTHER), "", ()
