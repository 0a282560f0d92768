"""A table that goes out: columns that know their kind, and rows of values. All writers take these."""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Any

from attrs import frozen

from vaerebro_events.text import Language, Text


class Kind(Enum):
    """What stands in a column: the value in brackets, or nothing."""

    WHOLE = "whole"  # int
    EXACT = "exact"  # Decimal
    DAY = "day"  # date
    INSTANT = "instant"  # aware datetime, UTC
    YES_NO = "yes-no"  # bool
    TEXT = "text"  # str
    LONG = "long"  # str, a sentence or more


@frozen
class Column:
    """A column: its name for programs, its title for people, and what stands in it."""

    name: str
    title: Text
    kind: Kind


@frozen
class Table:
    """A table: its name for programs, its title for people, its columns, how many rows, and these, once."""

    name: str
    title: Text
    columns: tuple[Column, ...]
    count: int
    rows: Iterable[tuple[Any, ...]]


# Sees the things of a table or log go by, of which there are so many: to show how far it has come.
Watch = Callable[[Iterable[Any], int], Iterable[Any]]


def unwatched(things: Iterable[Any], _: int) -> Iterable[Any]:
    """Nobody looks on."""
    return things


YES_NO: Mapping[Language, tuple[str, str]] = {"da": ("ja", "nej"), "en": ("yes", "no")}


def yes_no(value: object, language: Language) -> str:
    """A truth value in a word."""
    yes, no = YES_NO[language]
    return yes if value else no
