"""What is written out is read back: days, numbers and codes, as Danish and ISO write them."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from vaerebro_events import VOCABULARY, BaselineCounted, HeadsCounted
from vaerebro_events.errors import InvalidValue
from vaerebro_events.forms.fields import Field, FieldKind, fields_of
from vaerebro_events.forms.reading import read_day, read_value
from vaerebro_events.forms.words import choice_name

DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))
LOCALES = st.sampled_from(["da", "en_GB"])
CODES = [
    (field, choice)
    for kind in VOCABULARY.facts.values()
    for field in fields_of(kind)
    for choice in field.choices
]
HEADS, FIGURE = fields_of(HeadsCounted)[-2], fields_of(BaselineCounted)[-1]
NUMBERS = st.decimals(-1_000_000, 1_000_000, places=2)


@given(DAYS, LOCALES, st.sampled_from(["d.M.yyyy", "dd-MM-yyyy", "d. MMMM yyyy", "d. MMM yyyy", "d/M yyyy"]))
def test_a_day_as_babel_writes_it_is_read_back(day: date, locale: str, pattern: str) -> None:
    assert day == read_day(format_date(day, pattern, locale=locale))


@given(DAYS)
def test_a_day_as_iso_writes_it_is_read_back(day: date) -> None:
    assert day == read_day(day.isoformat())


@given(NUMBERS, st.booleans())
def test_a_number_as_danish_writes_it_is_read_back(number: Decimal, grouped: bool) -> None:  # noqa: FBT001 Hypothesis draws it
    written = format_decimal(number, "#,##0.00", locale="da", group_separator=grouped)

    assert number == Decimal(read_value(FIGURE, written))


@given(NUMBERS)
def test_a_number_as_iso_writes_it_is_read_back(number: Decimal) -> None:
    assert number == Decimal(read_value(FIGURE, str(number)))


@given(st.integers(0, 1_000_000), st.booleans())
def test_a_whole_number_as_danish_writes_it_is_read_back_or_refused(number: int, grouped: bool) -> None:  # noqa: FBT001 Hypothesis draws it
    written = format_decimal(number, locale="da", group_separator=grouped)
    if grouped and written.count(".") == 1 and written.endswith(".000"):  # decimals, to others
        with pytest.raises(InvalidValue, match="in two ways"):
            read_value(HEADS, written)
    else:
        assert number == read_value(HEADS, written)


@given(st.integers(0, 10_000_000), st.sampled_from(["#,##0", "0", "0.0", "#,##0.00", "0.000"]), LOCALES)
def test_a_whole_number_is_never_read_as_another(number: int, pattern: str, locale: str) -> None:
    try:
        read = read_value(HEADS, format_decimal(number, pattern, locale=locale))
    except InvalidValue:
        return
    assert number == read


@given(st.sampled_from(CODES), st.sampled_from(["da", "en"]))
def test_a_code_is_read_back_from_its_name(coded: tuple[Field, StrEnum], language: str) -> None:
    field, choice = coded
    name = choice_name(choice)
    read = read_value(field, name.da if language == "da" else name.en)

    assert (read == [choice]) if field.several else (read == choice)


@given(st.sampled_from(list(FieldKind)), st.text(" \t\u00a0", max_size=3))
def test_nothing_written_is_nothing(kind: FieldKind, blank: str) -> None:
    assert read_value(Field("field", kind, required=True), blank) is None
