"""How numbers, figures, days and times are written, in each language; rounding is for show alone.

Babel knows how: Danish as Danes write it, English as the British do, with days and times as ISO has them.
"""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import floor

from babel.core import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import format_decimal

from vaerebro_events.domain.calendar import COPENHAGEN
from vaerebro_events.projections.judgement import Figure
from vaerebro_events.reports.terminal import words
from vaerebro_events.text import Language

EXACT = 2  # decimals that are shown where they are all there is
LOCALES: Mapping[Language, Locale] = {"da": Locale("da"), "en": Locale("en", "GB")}


def rounded(value: Figure, decimals: int) -> Fraction:
    """A share in per cent, rounded half up."""
    parts: int = 10**decimals
    return Fraction(floor(value * 100 * parts + Fraction(1, 2)), parts)


def number(value: Decimal, language: Language, decimals: int) -> str:
    """A number with so many decimals, as people of a language write it."""
    places = "." + "0" * decimals if decimals else ""
    return format_decimal(value, f"#,##0{places}", LOCALES[language])


def whole(value: int, language: Language) -> str:
    """A whole number with its thousands apart.

    >>> from vaerebro_events.reports.terminal.written import whole
    >>> whole(2094, "da"), whole(2094, "en")
    ('2.094', '2,094')
    """
    return str(value) if abs(value) < 1000 else number(Decimal(value), language, 0)  # noqa: PLR2004


def figure(value: Figure, language: Language, decimals: int = 1) -> str:
    """A figure: a whole number, or a share as per cent, with one decimal or two where it is not whole.

    >>> from fractions import Fraction
    >>> from vaerebro_events.reports.terminal.written import figure
    >>> figure(8, "en"), figure(Fraction(3, 4), "en"), figure(Fraction(9, 11), "da")
    ('8', '75 %', '81,8 %')
    """
    if isinstance(value, int):
        return whole(value, language)
    exact = next((places for places in range(EXACT + 1) if (value * 100 * 10**places).denominator == 1), None)
    decimals = 0 if exact == 0 else max(decimals, exact or 0)
    return f"{_with(rounded(value, decimals), language, decimals)} %"


def exact(value: Decimal, language: Language) -> str:
    """A number with all the decimals that it was given.

    >>> from decimal import Decimal
    >>> from vaerebro_events.reports.terminal.written import exact
    >>> exact(Decimal("77.97"), "da"), exact(Decimal("77.97"), "en")
    ('77,97', '77.97')
    """
    return number(value, language, max(0, -int(value.as_tuple().exponent)))


def hours(value: Decimal | Fraction, language: Language) -> str:
    """A number of hours, with one decimal where it is not whole, rounded half up.

    >>> from fractions import Fraction
    >>> from vaerebro_events.reports.terminal.written import hours
    >>> hours(Fraction(47320, 183), "da"), hours(Fraction(1520), "da")
    ('258,6', '1.520')
    """
    tenths = Fraction(floor(Fraction(value) * 10 + Fraction(1, 2)), 10)
    return _with(tenths, language, 0 if tenths.denominator == 1 else 1)


def _with(value: Fraction, language: Language, decimals: int) -> str:
    """A fraction that has no more decimals than so many."""
    digits = int(value * 10**decimals)
    return number(Decimal(digits).scaleb(-decimals), language, decimals)


@lru_cache(maxsize=4096)
def short_day(shown: date, language: Language) -> str:
    """A day as a table says it.

    >>> from datetime import date
    >>> from vaerebro_events.reports.terminal.written import short_day
    >>> short_day(date(2021, 3, 4), "da"), short_day(date(2021, 3, 4), "en")
    ('4.3.2021', '2021-03-04')
    """
    if language == "en":
        return shown.isoformat()
    return format_skeleton("yMd", shown, locale=LOCALES[language])


def day(shown: date, language: Language) -> str:
    """A day as a heading says it.

    >>> from datetime import date
    >>> from vaerebro_events.reports.terminal.written import day
    >>> day(date(2021, 12, 31), "da"), day(date(2021, 12, 31), "en")
    ('31. december 2021', '2021-12-31')
    """
    return shown.isoformat() if language == "en" else format_date(shown, "long", LOCALES[language])


def days(count: int, language: Language) -> str:
    """So many days.

    >>> from vaerebro_events.reports.terminal.written import days
    >>> days(1, "da"), days(2094, "da")
    ('1 dag', '2.094 dage')
    """
    said = words.ONE_DAY if count == 1 else words.DAYS
    return said.in_(language).format(count=whole(count, language))


def day_or_time(shown: date | datetime, language: Language) -> str:
    """A day, or a time as a clock in Denmark shows it."""
    if not isinstance(shown, datetime):
        return day(shown, language)
    if language == "en":
        return f"{instant(shown, language)} {words.DANISH_TIME.en}"
    moment = shown.astimezone(COPENHAGEN)
    return f"{day(moment.date(), language)} kl. {_clock(moment, language)}"


def instant(moment: datetime, language: Language) -> str:
    """A time as a clock in Denmark shows it, as a table says it.

    >>> from datetime import UTC, datetime
    >>> from vaerebro_events.reports.terminal.written import instant
    >>> noon = datetime(2021, 3, 4, 12, tzinfo=UTC)
    >>> instant(noon, "da"), instant(noon, "en")
    ('4.3.2021 13.00', '2021-03-04 13:00')
    """
    local = moment.astimezone(COPENHAGEN)
    return f"{short_day(local.date(), language)} {_clock(local, language)}"


def _clock(moment: datetime, language: Language) -> str:
    return _hours_and_minutes(moment.hour, moment.minute, language)


@lru_cache(maxsize=2048)
def _hours_and_minutes(hour: int, minute: int, language: Language) -> str:
    return format_time(datetime(2000, 1, 1, hour, minute).time(), "short", locale=LOCALES[language])  # noqa: DTZ001
