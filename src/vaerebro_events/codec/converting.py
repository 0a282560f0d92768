"""The strict converter: no unknown field, no missing one, no value of another kind."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar, cast, get_origin

from attrs import AttrsInstance, has
from cattrs import Converter
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.gen import make_dict_structure_fn

from vaerebro_events.domain.fact import WhereValue

T = TypeVar("T")


def _written(value: Any) -> str:
    """A value as somebody wrote it."""
    return str(value) if isinstance(value, Decimal) else repr(value)


def _is_tuple(kind: Any) -> bool:
    origin: object = get_origin(kind)
    return origin is tuple


def _list_of(made: Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    """Tuples are read from lists alone: a text would be read letter by letter."""

    def factory(kind: Any) -> Callable[[Any, Any], Any]:
        read = homogenous_tuple_structure_factory(kind, made)

        def structure(value: Any, wanted: Any) -> Any:
            if not isinstance(value, list | tuple):
                raise TypeError(f"{_written(value)} is not a list")
            return read(value, wanted)

        return structure

    return factory


def _plain(kind: type[T], word: str) -> Callable[[Any, Any], T]:
    def structure(value: Any, _: Any) -> T:
        if type(value) is not kind:
            raise TypeError(f"{_written(value)} is not {word}")
        return value

    return structure


@lru_cache(maxsize=1 << 15)
def _day_of_text(value: str) -> date:
    day = date.fromisoformat(value)
    if day.isoformat() != value:
        raise ValueError(f"{value!r} is not a day as 2021-03-04")
    return day


def day(value: Any, _: Any = None) -> date:
    """A day, from text as 2021-03-04 or as TOML reads it."""
    if type(value) is date:  # TOML knows days.
        return value
    if type(value) is not str:
        raise TypeError(f"{value!r} is not a day")
    return _day_of_text(value)


# What is recorded together has one time.
@lru_cache(maxsize=1 << 10)
def instant(value: str) -> datetime:
    """A time in UTC, from text."""
    read = datetime.fromisoformat(value)
    if read.tzinfo is not UTC:
        raise ValueError(f"{value!r} is not a time in UTC")
    return read


def _choice(value: Any, kind: Any) -> Any:
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(item.value for item in kind)
        raise ValueError(f"{value!r} is none of {known}") from None


def _where_value(value: Any, _: Any) -> Any:
    if isinstance(value, list | tuple) and value:
        return tuple(_one_value(item) for item in cast(Sequence[Any], value))
    return _one_value(value)


def _plain_where(value: Any) -> Any:
    return list(cast(Sequence[Any], value)) if isinstance(value, tuple) else value


def _one_value(value: Any) -> Any:
    if type(value) not in (str, int, bool):
        raise TypeError(f"{_written(value)} is no text, whole number or truth value")
    return value


def is_just(wanted: type) -> Callable[[Any], bool]:
    """Tells one class from its subclasses."""
    return lambda kind: kind is wanted


def converter(*, detailed: bool) -> Converter:
    """A strict converter: fast where all is expected to be well, detailed where a person made the data."""
    made = Converter(prefer_attrib_converters=True, detailed_validation=detailed)
    for kind, word in ((str, "text"), (int, "a whole number"), (bool, "true or false")):
        made.register_structure_hook(kind, _plain(kind, word))
    made.register_structure_hook(date, day)
    made.register_structure_hook(WhereValue, _where_value)
    made.register_structure_hook(StrEnum, _choice)

    made.register_structure_hook_factory(_is_tuple, _list_of(made))

    def attrs_hook(kind: type[AttrsInstance]) -> Callable[[Any, Any], Any]:
        return make_dict_structure_fn(
            kind,
            made,
            _cattrs_forbid_extra_keys=True,
            _cattrs_use_linecache=False,
            _cattrs_prefer_attrib_converters=True,
            _cattrs_detailed_validation=detailed,
        )

    made.register_structure_hook_factory(has, attrs_hook)
    made.register_unstructure_hook(date, date.isoformat)
    made.register_unstructure_hook(Decimal, str)
    made.register_unstructure_hook(WhereValue, _plain_where)
    return made
