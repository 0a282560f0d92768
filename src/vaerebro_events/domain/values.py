"""The small values that facts are made of besides references: numbers, days, choices, and their checks."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from attrs import Attribute

from vaerebro_events.errors import InvalidValue
from vaerebro_events.text import Text

MOST = 1_000_000
MOST_DECIMALS = 6
MOST_DIGITS = 30
HUNDRED = 100  # per cent
MOST_MONTHS = 120

# Lone surrogates (U+D800-DFFF) are no text: they have no bytes in UTF-8.
_IDENTIFIER = re.compile(
    r"[^\s\x00-\x1f\x7f\ud800-\udfff](?:[^\x00-\x1f\x7f\ud800-\udfff]{0,198}[^\s\x00-\x1f\x7f\ud800-\udfff])?"
)
_IDENTIFIER_FORM = Text(
    da="det skal være 1 til 200 tegn på én linje", en="it must be 1 to 200 characters on one line"
)
_SHA256 = re.compile(r"[0-9a-f]{64}")
# Day, month, year and four digits, however they are set apart; a day may have 60 added to it.
_CPR = re.compile(
    r"(?<!\d)(?:[012]\d|3[01]|[678]\d|9[01])[\W_]?(?:0[1-9]|1[0-2])[\W_]?\d\d[\W_]{0,3}\d{4}(?!\d)"
)
_NUMBER = re.compile(r"(-?[0-9]{1,12})(?:\.([0-9]{1,6}0*))?")
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")

A_TEXT = Text(da="det skal være tekst", en="it must be text")
NO_CPR = Text(
    da="det ligner et CPR-nummer, og dem rummer logbogen ingen af",
    en="it looks like a CPR number, and the log holds none",
)
_EXACT = Text(
    da="det skal være præcist: skriv det som tekst, såsom '77.97'",
    en="it must be exact: give it as text, such as '77.97'",
)
_WITH_DECIMALS = Text(
    da=f"det skal være et tal såsom '77.97', med højst {MOST_DECIMALS} decimaler",
    en=f"it must be a number such as '77.97', with at most {MOST_DECIMALS} decimals",
)
_AT_MOST = Text(da=f"det må højst være {MOST}", en=f"it must be at most {MOST}")
_PER_CENT = Text(da="det skal være procent, fra 0 til 100", en="it must be per cent, from 0 to 100")
_NOT_NEGATIVE = Text(da="det skal være 0 eller mere", en="it must be 0 or more")
_YES_OR_NO = Text(da="det skal være true eller false", en="it must be true or false")
_DIGITS = Text(
    da="det skal være 64 hexadecimale cifre med små bogstaver",
    en="it must be 64 hexadecimal digits in small letters",
)
_POSITION = Text(da="det skal være en posts nummer: 1, 2, 3 …", en="it must be a position: 1, 2, 3 …")
_A_DAY = Text(da="det skal være en dag, uden klokkeslæt", en="it must be a day, without a time")

Check = Callable[[object, "Attribute[Any]", Any], None]
E = TypeVar("E", bound=StrEnum)


def looks_like_cpr(text: str) -> bool:
    """Whether a text holds what looks like a CPR number; a UUID's digits do not count.

    >>> from vaerebro_events.domain.values import looks_like_cpr
    >>> looks_like_cpr("case 010190-1234"), looks_like_cpr("case 2021-001234")
    (True, False)
    """
    digits = unicodedata.normalize("NFKC", text)  # full-width digits are digits, too
    return bool(_CPR.search(digits)) and not _UUID.fullmatch(digits)


def safe(value: object) -> object:
    """A value as an error may show it: what looks like a CPR number would end in logs and on screens."""
    return "…" if looks_like_cpr(str(value)) else value


def checked_text(what: str, value: object, pattern: re.Pattern[str], form: Text) -> str:
    """A text of a form, in Unicode's composed form.

    Raises: `InvalidValue`, also when it looks like a CPR number.
    """
    if not isinstance(value, str):
        raise InvalidValue(what, value, A_TEXT)
    text = unicodedata.normalize("NFC", value)
    if looks_like_cpr(text):
        raise InvalidValue(what, "…", NO_CPR)
    if not pattern.fullmatch(text):
        raise InvalidValue(what, value, form)
    return text


def exact(value: Decimal | str | int) -> Decimal:
    """A number as it was written, exact; `75.0` and `75` are the same.

    Raises: `InvalidValue`; a float is refused, since it is not what was written.

    >>> from vaerebro_events.domain.values import exact
    >>> exact("77.970"), exact(80)
    (Decimal('77.97'), Decimal('80'))
    """
    if type(value) not in (Decimal, str, int):
        raise InvalidValue("number", value, _EXACT)
    written = _NUMBER.fullmatch(value if isinstance(value, str) else _plainly(value))
    if written is None:
        raise _no_number(value, _WITH_DECIMALS)
    whole_part, decimals = written[1], (written[2] or "").rstrip("0")
    number = Decimal(f"{whole_part}.{decimals}" if decimals else whole_part)
    if abs(number) > MOST:
        raise _no_number(value, _AT_MOST)
    return number or Decimal(0)


def _no_number(value: Decimal | str | int, why: Text) -> InvalidValue:
    if isinstance(value, str) and looks_like_cpr(value):
        return InvalidValue("number", "…", NO_CPR)
    return InvalidValue("number", value, why)


def _plainly(number: Decimal | int) -> str:
    """A number as digits, where it is one that could be meant."""
    if isinstance(number, int):
        return str(number) if abs(number) <= MOST else "too much"
    meant = number.is_finite() and abs(number.adjusted()) <= MOST_DIGITS
    return f"{number:f}" if meant else "no number"


def per_cent(_: object, attribute: "Attribute[Any]", value: Any) -> None:
    """Checks a number of per cent, from 0 to 100."""
    if not 0 <= value <= HUNDRED:
        raise InvalidValue(attribute.name, str(value), _PER_CENT)


def not_negative(_: object, attribute: "Attribute[Any]", value: Any) -> None:
    """Checks a number that is 0 or more."""
    if value < 0:
        raise InvalidValue(attribute.name, str(value), _NOT_NEGATIVE)


def document_id(value: str) -> str:
    """A document's identifier where it is kept."""
    return checked_text("document", value, _IDENTIFIER, _IDENTIFIER_FORM)


def sha256_hex(value: str) -> str:
    """A SHA-256 as 64 hexadecimal digits in small letters."""
    if not isinstance(value, str) or not _SHA256.fullmatch(value):  # pyright: ignore[reportUnnecessaryIsInstance] callers may be untyped
        raise InvalidValue("sha256", value, _DIGITS)
    return value


def a_whole_number(least: int, most: int) -> Text:
    """What a number must be that is whole and not outside these."""
    return Text(
        da=f"det skal være et helt tal fra {least} til {most}",
        en=f"it must be a whole number from {least} to {most}",
    )


def whole(least: int = 0, most: int = MOST) -> Check:
    """Checks a whole number from `least` to `most`."""

    def check(_: object, attribute: "Attribute[Any]", value: Any) -> None:
        if type(value) is not int or not least <= value <= most:
            raise InvalidValue(attribute.name, value, a_whole_number(least, most))

    return check


def a_position(_: object, attribute: "Attribute[Any]", value: Any) -> None:
    """Checks a place in the log, which begins at 1."""
    if type(value) is not int or value < 1:
        raise InvalidValue(attribute.name, value, _POSITION)


def yes_or_no(_: object, attribute: "Attribute[Any]", value: Any) -> None:
    """Checks a truth value; 0 and 1 are numbers, not answers."""
    if type(value) is not bool:
        raise InvalidValue(attribute.name, value, _YES_OR_NO)


def plain_day(_: object, attribute: "Attribute[Any]", value: Any) -> None:
    """Checks a day without a time."""
    check_day(attribute.name, value)


def check_day(what: str, value: object) -> None:
    """Refuses what is not a day without a time.

    Raises: `InvalidValue`.
    """
    if not isinstance(value, date) or isinstance(value, datetime):
        raise InvalidValue(what, value, _A_DAY)


def choice(kinds: type[E], what: str, value: str) -> E:
    """One of a closed set of words.

    Raises: `InvalidValue`, which lists them.
    """
    try:
        return kinds(value)
    except ValueError:
        known = ", ".join(kind.value for kind in kinds)
        why = Text(da=f"det skal være en af {known}", en=f"it must be one of {known}")
        raise InvalidValue(what, safe(value), why) from None
