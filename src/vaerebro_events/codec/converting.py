"""The strict converter: no unknown field, no missing one, no value of another kind."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from attrs import AttrsInstance, has
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn

T = TypeVar("T")


def _plain(kind: type[T], word: str) -> Callable[[Any, Any], T]:
    def structure(value: Any, _: Any) -> T:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is not {word}")
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
    if type(value) not in (str, int, bool):
        raise TypeError(f"{value!r} is no text, whole number or truth value")
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
    made.register_structure_hook(str | bool | int, _where_value)
    made.register_structure_hook(StrEnum, _choice)

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
    made.register_unstructure_hook(str | bool | int, lambda value: value)
    return made
