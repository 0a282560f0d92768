"""What a person wrote in a field, as plain data: days and numbers as Danish and ISO write them.

What is read is a text, as the command line and CSV give it, or a value of a spreadsheet's cell. What it
gives is what `Codec.fact` takes.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, cast

from attrs import frozen
from babel.dates import get_month_names

from vaerebro_events.errors import InvalidValue
from vaerebro_events.forms.fields import Field, FieldKind
from vaerebro_events.forms.words import choice_name, field_name
from vaerebro_events.text import Text

_LOCALES = ("da", "en", "en_GB")
_CENTURY = 2000
_SHORT_YEAR = 100
_DAY = re.compile(r"(\d{1,2})[./\s-]+(\d{1,2}|[^\W\d]+)[./\s-]+(\d{4}|\d{2})")
_YES = frozenset({"ja", "j", "yes", "y", "x", "true", "sand", "1"})
_NO = frozenset({"nej", "n", "no", "false", "falsk", "0"})
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{3})+")
_POINT = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_COMMA = re.compile(r"[+-]?([0-9]+|[0-9]{1,3}(\.[0-9]{3})+)(,[0-9]+)?")
# Thousands to some, and to others decimals that say nothing.
_EITHER = re.compile(r"[+-]?[0-9]+[.,]0{3,}")
_LONGEST = 40  # characters of a number
_MOST = 10**15  # such a whole number is none of people

A_DAY = Text(da="skriv en dag som 4.3.2021 eller 2021-03-04", en="write a day as 2021-03-04 or 4.3.2021")
NO_SUCH_DAY = Text(da="den dag findes ikke i kalenderen", en="the calendar has no such day")
AS_A_DAY = Text(
    da="det er et tal: vælg dato som cellens format, eller skriv dagen som 4.3.2021",
    en="it is a number: format the cell as a date, or write the day as 2021-03-04",
)
A_WHOLE = Text(da="skriv et helt tal, såsom 31", en="write a whole number, such as 31")
AN_EXACT = Text(da="skriv et tal, såsom 77,97", en="write a number, such as 77.97")
EITHER = Text(
    da="det kan læses på to måder: skriv tusinder uden punktum og decimaler med komma",
    en="it can be read in two ways: write thousands without a point, and decimals with a comma",
)
YES_OR_NO = Text(da="skriv ja eller nej", en="write yes or no")
NOT_A_TEXT = Text(da="skriv det som tekst", en="write it as text")
NOT_HERE = Text(da="det kan ikke skrives i ét felt", en="it cannot be written in one field")

# The keys of the plan by their titles in small letters, for each kind of key (`ActivityKey`).
Titles = Mapping[str, Mapping[str, str]]
NO_TITLES: Titles = {}


@frozen
class _Asked:
    """One field as it is being read: what it is called, and what its keys are called."""

    field: Field
    titles: Titles

    def refuse(self, value: object, why: Text) -> InvalidValue:
        shown = value.date() if isinstance(value, datetime) else value
        return InvalidValue(field_name(self.field.name), shown, why)


def read_value(field: Field, given: object, titles: Titles = NO_TITLES) -> Any:
    """What was written in a field, as plain data; nothing, where it was left empty.

    Raises: `InvalidValue`, with what to write instead, in both languages.

    >>> from vaerebro_events import FritidsjobStarted
    >>> from vaerebro_events.forms.fields import fields_of
    >>> from vaerebro_events.forms.reading import read_value
    >>> ordinary = fields_of(FritidsjobStarted)[-1]
    >>> read_value(ordinary, "ja "), read_value(ordinary, None)
    (True, None)
    """
    given = _trimmed(given)
    if given is None:
        return None
    asked = _Asked(field, titles)
    read = _READERS[field.kind]
    if field.several:
        return [read(asked, each) for each in _each(given)]
    return read(asked, given)


def read_day(given: object, name: str = "occurred_on") -> date:
    """A day, as ISO writes it (2021-03-04), as Danish does (4.3.2021, 4/3-21, 4. marts 2021), or a cell's.

    Raises: `InvalidValue`.

    >>> from vaerebro_events.forms.reading import read_day
    >>> {read_day(text).isoformat() for text in ("2021-03-04", "4.3.2021", "4/3-21", "4. marts 2021")}
    {'2021-03-04'}
    """
    what = field_name(name)
    given = _trimmed(given) or given
    if isinstance(given, datetime):
        return given.date()
    if isinstance(given, date):
        return given
    if not isinstance(given, str):
        a_number = isinstance(given, int | float) and not isinstance(given, bool)
        raise InvalidValue(what, given, AS_A_DAY if a_number else A_DAY)
    try:
        return date.fromisoformat(given) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", given) else _danish_day(given)
    except _NoDay:
        raise InvalidValue(what, given, A_DAY) from None
    except ValueError:
        raise InvalidValue(what, given, NO_SUCH_DAY) from None


class _NoDay(Exception):
    """What was written has not the form of a day."""


def _danish_day(text: str) -> date:
    found = _DAY.fullmatch(text)
    if found is None:
        raise _NoDay
    day, month, year = found.groups()
    number = int(month) if month.isdigit() else _months().get(month.casefold())
    if number is None:
        raise _NoDay
    return date(int(year) + (_CENTURY if int(year) < _SHORT_YEAR else 0), number, int(day))


@lru_cache(maxsize=1)
def _months() -> Mapping[str, int]:
    found: dict[str, int] = {}
    for locale in _LOCALES:
        for width in ("wide", "abbreviated"):
            names = cast(Mapping[int, str], get_month_names(width, locale=locale))
            found.update((name.rstrip(".").casefold(), number) for number, name in names.items())
    return found


def _trimmed(given: object) -> object:
    if not isinstance(given, str):
        return given
    return given.replace("\u00a0", " ").replace("\u202f", " ").strip() or None


def _each(given: object) -> Sequence[object]:
    if isinstance(given, str):
        return [part.strip() for part in re.split(r"[,;]", given) if part.strip()]
    return list(cast(Sequence[object], given)) if isinstance(given, list | tuple) else [given]


def _text(asked: _Asked, given: object) -> str:
    """A text; a whole number of a cell, such as a reference of digits alone, is one, too."""
    if isinstance(given, float) and given.is_integer():
        given = int(given)
    if isinstance(given, bool) or not isinstance(given, str | int):
        raise asked.refuse(given, NOT_A_TEXT)
    return str(given)


def _key(asked: _Asked, given: object) -> str:
    text = _text(asked, given)
    return asked.titles.get(asked.field.of, {}).get(text.casefold(), text)


def _choice(asked: _Asked, given: object) -> str:
    text = _text(asked, given)
    for choice in asked.field.choices:
        if text.casefold() in _written(choice):
            return choice.value
    known = Text(
        da=f"vælg {', '.join(choice_name(choice).da for choice in asked.field.choices)}",
        en=f"choose one of {', '.join(asked.field.choices)}",
    )
    raise asked.refuse(given, known)


def _written(choice: StrEnum) -> set[str]:
    name = choice_name(choice)
    return {choice.value.casefold(), name.da.casefold(), name.en.casefold()}


def _day(asked: _Asked, given: object) -> str:
    return read_day(given, asked.field.name).isoformat()


def _whole(asked: _Asked, given: object) -> int:
    if isinstance(given, bool):
        raise asked.refuse(given, A_WHOLE)
    if isinstance(given, str) and _EITHER.fullmatch(given):
        raise asked.refuse(given, EITHER)
    if isinstance(given, str) and len(given) <= _LONGEST and _GROUPED.fullmatch(given):
        given = given.replace(".", "")
    number = _number(asked, given, A_WHOLE)
    if abs(number) >= _MOST or number != number.to_integral_value():
        raise asked.refuse(given, A_WHOLE)
    return int(number)


def _exact(asked: _Asked, given: object) -> str:
    if isinstance(given, str) and _GROUPED.fullmatch(given):
        raise asked.refuse(given, EITHER)
    if isinstance(given, str):
        given = given.removesuffix("%").rstrip()
    return f"{_number(asked, given, AN_EXACT):f}"


def _number(asked: _Asked, given: object, why: Text) -> Decimal:
    number: Decimal | None = None
    if isinstance(given, int | float | Decimal) and not isinstance(given, bool):
        number = Decimal(repr(given)) if isinstance(given, float) else Decimal(given)
    elif isinstance(given, str):
        number = _written_number(given)
    if number is None or not number.is_finite() or abs(number.adjusted()) > _LONGEST:
        raise asked.refuse(given, why)
    return number


def _written_number(text: str) -> Decimal | None:
    """A number as ISO or Danish writes it, without an exponent: written out, that could have no end."""
    if len(text) > _LONGEST:
        return None
    if _POINT.fullmatch(text):
        return Decimal(text)
    return Decimal(text.replace(".", "").replace(",", ".")) if _COMMA.fullmatch(text) else None


def _yes_no(asked: _Asked, given: object) -> bool:
    if isinstance(given, bool):
        return given
    text = str(_whole(asked, given) if isinstance(given, float) else given).casefold()
    if text in _YES | _NO:
        return text in _YES
    raise asked.refuse(given, YES_OR_NO)


def _not_here(asked: _Asked, given: object) -> str:
    raise asked.refuse(given, NOT_HERE)


_READERS: Mapping[FieldKind, Callable[[_Asked, object], Any]] = {
    FieldKind.REFERENCE: _text,
    FieldKind.KEY: _key,
    FieldKind.CHOICE: _choice,
    FieldKind.WHOLE: _whole,
    FieldKind.EXACT: _exact,
    FieldKind.YES_NO: _yes_no,
    FieldKind.DAY: _day,
    FieldKind.PLAN: _not_here,
    FieldKind.TEXT: _text,
    FieldKind.OTHER: _not_here,
}
