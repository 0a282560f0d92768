"""Entries and statuses as data frames, and the JSON Schema of every kind of fact."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, cast

import pandas as pd  # type: ignore[import-untyped]  # pyright: ignore[reportMissingTypeStubs] it brings none
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from clocks import SettableClock
from from_types import ANYTHING
from given import AFTERWARDS, a_spring, evening, family, measured, new_logbook, noon
from golden_entries import BY_TAG
from vaerebro_events import Codec, Fact, Logbook
from vaerebro_events.forms.fields import FieldKind, fields_of
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.tables.frames import to_pandas, to_polars
from vaerebro_events.tables.schemas import fact_schema

CODEC = Codec.of(VOCABULARY)
Data = dict[str, Any]


@pytest.fixture
def spring() -> Iterator[Logbook]:
    with new_logbook(SettableClock(noon(AFTERWARDS))) as logbook:
        logbook.record(*a_spring("f-1"), *evening(1, "f-1"), measured("safety", "77.97", date(2021, 5, 1)))
        logbook.correct(3, family("f-1").fact, reason="wrong-day", on=date(2021, 1, 2))
        yield logbook


# Frames.


def test_a_frame_of_polars_has_typed_columns(spring: Logbook) -> None:
    frame = to_polars(spring)

    assert 7 == frame.height
    assert [pl.Int64, pl.Date] == [frame.schema[name] for name in ("position", "occurred_on")]
    assert pl.Datetime("us", "UTC") == frame.schema["recorded_at"]
    assert pl.Boolean == frame.schema["in_force"]
    registered = frame.row(2, named=True)
    assert (3, date(2021, 1, 4), noon(AFTERWARDS), "f-1", 7, True) == tuple(
        registered[name]
        for name in ("position", "occurred_on", "recorded_at", "who", "amended_by", "in_force")
    )
    assert Decimal("77.97") == frame.row(5, named=True)["percent"]


def test_a_frame_of_pandas_has_typed_columns(spring: Logbook) -> None:
    frame = to_pandas(spring)

    assert "Int64" == str(frame.dtypes["position"])
    assert "datetime64[s]" == str(frame.dtypes["occurred_on"])
    assert "datetime64[us, UTC]" == str(frame.dtypes["recorded_at"])
    assert "boolean" == str(frame.dtypes["in_force"])
    assert pd.Timestamp(2021, 1, 4) == frame.loc[2, "occurred_on"]
    assert noon(AFTERWARDS) == frame.loc[2, "recorded_at"]
    assert Decimal("77.97") == frame.loc[5, "percent"]
    assert pd.NA is frame.loc[0, "amended_by"]


def test_statuses_are_those_of_the_replay(spring: Logbook) -> None:
    replay = spring.replay(on=date(2021, 12, 31))

    frames = to_polars(replay, "statuses"), to_pandas(replay, "statuses")

    keys = [(status.criterion, status.reading, status.period.key) for status in replay.statuses]
    for frame in frames:
        assert keys == list(zip(frame["criterion"], frame["reading"], frame["period"], strict=True))
    shares = frames[0].filter(pl.col("target") == "7/50")["target_percent"]
    assert {Decimal(14)} == set(shares)


def test_words_are_in_the_language_asked_for(spring: Logbook) -> None:
    assert "Familie deltog" == to_polars(spring, language="da")["title"][4]


def test_a_frame_as_known_early_has_what_was_known(spring: Logbook) -> None:
    known = spring.replay(known=1)

    assert (1, 1) == (to_polars(known).height, len(to_pandas(known)))


# Schemas.


def fits(kind: type[Fact], data: object) -> bool:
    fit: bool = Draft202012Validator(fact_schema(kind)).is_valid(cast(Any, data))  # pyright: ignore[reportUnknownMemberType] its stubs are partial
    return fit


def plain(fact: Fact) -> Data:
    return cast(Data, CODEC.plain_fact(fact)["fact"])


@pytest.mark.parametrize("tag", BY_TAG)
def test_each_kind_of_fact_fits_its_schema(tag: str) -> None:
    Draft202012Validator.check_schema(fact_schema(VOCABULARY.fact(tag)))  # pyright: ignore[reportUnknownMemberType] its stubs are partial

    assert fits(VOCABULARY.fact(tag), plain(BY_TAG[tag]))


@pytest.mark.parametrize("tag", BY_TAG)
def test_what_lacks_a_field_has_another_or_one_of_another_kind_does_not_fit(tag: str) -> None:
    kind, data = VOCABULARY.fact(tag), plain(BY_TAG[tag])

    assert not fits(kind, {**data, "further": 1})
    for field in fields_of(kind):
        without = {name: value for name, value in data.items() if name != field.name}
        assert field.required != fits(kind, without)
        assert not fits(kind, {**data, field.name: 1.5})
        if field.kind in (FieldKind.REFERENCE, FieldKind.KEY, FieldKind.CHOICE) and not field.several:
            assert not fits(kind, {**data, field.name: "two words"})


@given(st.sampled_from(list(VOCABULARY.facts.values())).flatmap(ANYTHING.made))
def test_whatever_a_fact_may_be_fits_its_schema(fact: Fact) -> None:
    assert fits(type(fact), plain(fact))


def test_codes_are_described_in_both_languages() -> None:
    schema = fact_schema(type(BY_TAG["participant-registered"]))

    assert {"const": "family", "description": "familie / family"} in schema["properties"]["kind"]["oneOf"]
    assert "Slags / Kind" == schema["properties"]["kind"]["description"]
