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
from vaerebro_events.domain.picking import A_WHOLE_NUMBER, TRUE_OR_FALSE
from vaerebro_events.errors.said import Unfit
from vaerebro_events.text import Text

T = TypeVar("T")
A_DAY = Text(da="en dag", en="a day")
A_LIST = Text(da="en liste", en="a list")
IN_UTC = Text(da="et tidspunkt i UTC", en="a time in UTC")


def _written(value: Any) -> str:
    """A value as somebody wrote it."""
    return str(value) if isinstance(value, Decimal) else repr(value)


def _is_not(value: Any, wanted: Text) -> Text:
    written = _written(value)
    return Text(da=f"{written} er ikke {wanted.da}", en=f"{written} is not {wanted.en}")


def _is_tuple(kind: Any) -> bool:
    origin: object = get_origin(kind)
    return origin is tuple


def _list_of(made: Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    """Tuples are read from lists alone: a text would be read letter by letter."""

    def factory(kind: Any) -> Callable[[Any, Any], Any]:
        read = homogenous_tuple_structure_factory(kind, made)

        def structure(value: Any, wanted: Any) -> Any:
            if not isinstance(value, list | tuple):
                raise Unfit(_is_not(value, A_LIST))
            return read(value, wanted)

        return structure

    return factory


def _plain(kind: type[T], word: Text) -> Callable[[Any, Any], T]:
    def structure(value: Any, _: Any) -> T:
        if type(value) is not kind:
            raise Unfit(_is_not(value, word))
        return value

    return structure


@lru_cache(maxsize=1 << 15)
def _day_of_text(value: str) -> date:
    why = _is_not(value, Text(da="en dag som 2021-03-04", en="a day as 2021-03-04"))
    try:
        day = date.fromisoformat(value)
    except ValueError as error:
        raise Unfit(Text(da=why.da, en=str(error))) from None
    if day.isoformat() != value:
        raise Unfit(why)
    return day


def day(value: Any, _: Any = None) -> date:
    """A day, from text as 2021-03-04 or as TOML reads it."""
    if type(value) is date:  # TOML knows days.
        return value
    if type(value) is not str:
        raise Unfit(_is_not(value, A_DAY))
    return _day_of_text(value)


# What is recorded together has one time.
@lru_cache(maxsize=1 << 10)
def instant(value: str) -> datetime:
    """A time in UTC, from text."""
    read = datetime.fromisoformat(value)
    if read.tzinfo is not UTC:
        raise Unfit(_is_not(value, IN_UTC))
    return read


def _choice(value: Any, kind: Any) -> Any:
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(item.value for item in kind)
        why = Text(da=f"{value!r} er ingen af {known}", en=f"{value!r} is none of {known}")
        raise Unfit(why) from None


def _where_value(value: Any, _: Any) -> Any:
    if isinstance(value, list | tuple) and value:
        return tuple(_one_value(item) for item in cast(Sequence[Any], value))
    return _one_value(value)


def _plain_where(value: Any) -> Any:
    return list(cast(Sequence[Any], value)) if isinstance(value, tuple) else value


def _one_value(value: Any) -> Any:
    if type(value) not in (str, int, bool):
        written = _written(value)
        raise Unfit(
            Text(
                da=f"{written} er hverken tekst, et helt tal eller true og false",
                en=f"{written} is no text, whole number or truth value",
            )
        )
    return value


def is_just(wanted: type) -> Callable[[Any], bool]:
    """Tells one class from its subclasses."""
    return lambda kind: kind is wanted


def converter(*, detailed: bool) -> Converter:
    """A strict converter: fast where all is expected to be well, detailed where a person made the data."""
    made = Converter(prefer_attrib_converters=True, detailed_validation=detailed)
    made.register_structure_hook(str, _plain(str, Text(da="tekst", en="text")))
    made.register_structure_hook(int, _plain(int, A_WHOLE_NUMBER))
    made.register_structure_hook(bool, _plain(bool, TRUE_OR_FALSE))
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
