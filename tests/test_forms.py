"""What a person writes in a field: days, numbers, yes and no, codes, keys and references."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

import pytest

from vaerebro_events import (
    VOCABULARY,
    BaselineCounted,
    BlockOrganised,
    Corrected,
    Fact,
    FamilyAttended,
    FritidsjobStarted,
    HeadsCounted,
    PlanAdopted,
    PlanRevised,
    SeriesPlanned,
)
from vaerebro_events.errors import InvalidValue
from vaerebro_events.forms.fields import Field, FieldKind, fields_of, fillable
from vaerebro_events.forms.reading import read_day, read_value
from vaerebro_events.forms.words import CHOICES, FIELDS, choice_name, fact_name, field_name


def field(kind: type[Fact], name: str) -> Field:
    return next(each for each in fields_of(kind) if each.name == name)


HEADS = field(HeadsCounted, "heads")
FIGURE = field(BaselineCounted, "figure")
ORDINARY = field(FritidsjobStarted, "ordinary")
FORM = field(BlockOrganised, "form")
STAIRWELLS = field(BlockOrganised, "stairwells")
ACTIVITY = field(FamilyAttended, "activity")
FAMILY = field(FamilyAttended, "family")


@pytest.mark.parametrize(
    "written",
    [
        "2021-03-04",
        "4.3.2021",
        "04.03.2021",
        "4/3 2021",
        "4/3-21",
        "4-3-2021",
        "4. marts 2021",
        "4. mar. 2021",
        "4 March 2021",
        " 4.3.2021\u00a0",
        date(2021, 3, 4),
        datetime(2021, 3, 4, 17, 30),  # noqa: DTZ001 a cell knows no time zone
    ],
)
def test_a_day_is_read_as_danish_and_iso_write_it(written: object) -> None:
    assert date(2021, 3, 4) == read_day(written)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("30.2.2021", "the calendar has no such day"),
        ("2021-13-01", "the calendar has no such day"),
        ("0000-01-01", "the calendar has no such day"),
        ("torsdag", "write a day as 2021-03-04 or 4.3.2021"),
        ("4. smarts 2021", "write a day as 2021-03-04 or 4.3.2021"),
        (44259, "it is a number: format the cell as a date, or write the day as 2021-03-04"),
        (None, "write a day as 2021-03-04 or 4.3.2021"),
    ],
)
def test_what_is_no_day_is_said_with_what_to_write(written: object, why: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        read_day(written)

    wrong = "is missing" if written is None else f"cannot be {written!r}"
    assert f"Day {wrong}: {why}." == refused.value.sentence


@pytest.mark.parametrize("written", [31, 31.0, "31", " 31 ", "31,0", "31.0", "+31", Decimal(31)])
def test_a_whole_number_is_read_however_it_is_written(written: object) -> None:
    assert 31 == read_value(HEADS, written)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1.234", 1234),
        ("1234", 1234),
        (1234, 1234),
        ("1.000.000", 1_000_000),
        ("1.000,0", 1000),
        ("31,00", 31),
    ],
)
def test_thousands_may_have_their_point_in_a_whole_number(written: object, read: int) -> None:
    assert read == read_value(HEADS, written)


@pytest.mark.parametrize("written", ["1,000", "31.000", "8.000000", "-1.000", "31,0000"])
def test_a_whole_number_that_can_be_read_in_two_ways_is_asked_for_again(written: str) -> None:
    with pytest.raises(InvalidValue, match="it can be read in two ways"):
        read_value(HEADS, written)


# Thousands of digits would take all time, and more than fifteen are none of people.
ENDLESS = ["9e9999999", "1.000,5e40", "9" * 41, ".".join(["1", *["000"] * 20]), "1E5", Decimal("9e999999")]


@pytest.mark.parametrize(
    "written",
    [*ENDLESS, 10**15, "1" * 16, "5%", "31 familier", "mange", "31,5", 31.5, True, float("nan"), "3 1"],
)
def test_what_is_no_whole_number_is_refused(written: object) -> None:
    with pytest.raises(InvalidValue, match="write a whole number, such as 31"):
        read_value(HEADS, written)


@pytest.mark.parametrize("written", [Decimal("9e999999"), 1e300])
def test_a_number_without_end_is_refused(written: object) -> None:
    with pytest.raises(InvalidValue, match="write a number, such as"):
        read_value(FIGURE, written)


@pytest.mark.parametrize("written", [77.97, "77.97", "77,97", "77,97 %", Decimal("77.97")])
def test_an_exact_number_has_a_comma_or_a_point(written: object) -> None:
    assert "77.97" == read_value(FIGURE, written)


def test_what_is_refused_is_shown_as_people_write_it() -> None:
    noon = datetime(2021, 3, 4, 12)  # noqa: DTZ001 a cell knows no time zone
    for written, shown in (("1\u00a0000", "'1 000'"), (date(2021, 3, 4), "2021-03-04"), (noon, "2021-03-04")):
        with pytest.raises(InvalidValue) as refused:
            read_value(HEADS, written)

        assert f"Heads cannot be {shown}: write a whole number, such as 31." == refused.value.sentence


def test_danish_thousands_and_decimals_go_together() -> None:
    assert "1234.5" == read_value(FIGURE, "1.234,5")


def test_a_number_that_can_be_read_in_two_ways_is_asked_for_again() -> None:
    with pytest.raises(InvalidValue, match="it can be read in two ways"):
        read_value(FIGURE, "1.234")


@pytest.mark.parametrize("written", ["halvfjerds", "1,2,3", True, float("inf"), "NaN", [], *ENDLESS[:3]])
def test_what_is_no_number_is_refused(written: object) -> None:
    with pytest.raises(InvalidValue, match="write a number, such as"):
        read_value(FIGURE, written)


@pytest.mark.parametrize("written", ["ja", "Ja ", "j", "yes", "x", "X", "sand", "1", 1, 1.0, True])
def test_yes_in_many_ways(written: object) -> None:
    assert read_value(ORDINARY, written) is True


@pytest.mark.parametrize("written", ["nej", "NEJ", "no", "falsk", "0", 0, 0.0, False])
def test_no_in_many_ways(written: object) -> None:
    assert read_value(ORDINARY, written) is False


@pytest.mark.parametrize("written", ["måske", 2, 2.0])
def test_maybe_is_neither_yes_nor_no(written: object) -> None:
    with pytest.raises(InvalidValue, match="write yes or no"):
        read_value(ORDINARY, written)


@pytest.mark.parametrize("written", ["block-council", "blokråd", "Blokråd ", "block council"])
def test_a_code_is_given_by_itself_or_by_its_name(written: str) -> None:
    assert "block-council" == read_value(FORM, written)


def test_a_code_that_is_none_is_answered_with_those_there_are() -> None:
    with pytest.raises(InvalidValue) as refused:
        read_value(FORM, "husråd")

    says = "Form kan ikke være »husråd«: vælg blokråd, opgangsrepræsentanter, andet."
    assert says == refused.value.in_("da")


@pytest.mark.parametrize("written", ["s1, s2;s3", ["s1", "s2", "s3"], ("s1", "s2", "s3")])
def test_a_list_is_written_with_commas(written: object) -> None:
    assert ["s1", "s2", "s3"] == read_value(STAIRWELLS, written)


def test_one_of_a_list_may_be_a_number() -> None:
    assert ["5"] == read_value(STAIRWELLS, 5.0)


def test_a_key_may_be_given_by_its_title_in_the_plan() -> None:
    titles = {"ActivityKey": {"familieakademi": "fa"}}

    assert ["fa", "legestue"] == [
        read_value(ACTIVITY, "FamilieAkademi", titles),
        read_value(ACTIVITY, "legestue", titles),
    ]


@pytest.mark.parametrize(("written", "read"), [("f-017", "f-017"), (17, "17"), (17.0, "17"), ("  ", None)])
def test_a_reference_of_digits_alone_is_still_a_reference(written: object, read: str | None) -> None:
    assert read == read_value(FAMILY, written)


@pytest.mark.parametrize("written", [True, 1.5, date(2021, 3, 4)])
def test_what_is_no_text_is_no_reference(written: object) -> None:
    with pytest.raises(InvalidValue, match="write it as text"):
        read_value(FAMILY, written)


def test_a_whole_plan_is_not_written_in_a_field() -> None:
    with pytest.raises(InvalidValue, match="it cannot be written in one field"):
        read_value(field(PlanRevised, "plan"), "vaerebro-2020-2023")


# What facts and fields are called.


def test_every_fact_has_a_name_that_no_other_has_and_that_a_sheet_can_bear() -> None:
    for language in ("da", "en"):
        names = [fact_name(kind).in_(language).casefold() for kind in VOCABULARY.facts.values()]

        assert len(names) == len(set(names))
        assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)


def test_every_fact_is_told_from_others_by_fields_that_it_has() -> None:
    for kind in VOCABULARY.facts.values():
        assert {each.name for each in fields_of(kind)} | {"occurred_on"} >= set(kind.key), kind.tag


def test_every_field_and_every_code_has_a_name_in_both_languages() -> None:
    for kind in VOCABULARY.facts.values():
        for each in fields_of(kind):
            assert each.name in FIELDS
            for choice in each.choices:
                assert choice.value in CHOICES[each.of]


def test_the_names_of_a_facts_fields_are_told_apart() -> None:
    for kind in filter(fillable, VOCABULARY.facts.values()):
        for language in ("da", "en"):
            names = [
                field_name(name, kind).in_(language) for name in ["occurred_on", *map(_name, fields_of(kind))]
            ]

            assert len(names) == len(set(names)), kind.tag


def test_no_fact_of_the_library_has_a_field_of_a_kind_that_is_not_known() -> None:
    odd = [
        (kind.tag, each.name)
        for kind in VOCABULARY.facts.values()
        for each in fields_of(kind)
        if each.kind is FieldKind.OTHER
    ]

    assert [("corrected", "fact"), ("period-closed", "statuses")] == odd


def test_what_has_no_name_is_called_by_its_tag_or_its_own() -> None:
    class Odd(Fact):
        tag = "toys-lent"

    class Own(StrEnum):
        GROUP = "group"

    assert ("Toys lent", "Toys lent") == (fact_name(Odd).da, field_name("toys_lent").en)
    assert "group" == choice_name(Own.GROUP).da


def test_some_facts_are_recorded_by_other_means_than_a_form() -> None:
    assert [True, False, False] == [fillable(kind) for kind in (SeriesPlanned, PlanAdopted, Corrected)]


def _name(each: Field) -> str:
    return each.name
