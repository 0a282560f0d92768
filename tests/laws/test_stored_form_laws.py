"""Law 8: what is written is read back as it was, and has one form."""

import json
from datetime import date
from enum import StrEnum

import pytest
from attrs import field, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import entries_of
from vaerebro_events import VOCABULARY, ActivityFact, Codec, Fact, Rank, Text
from vaerebro_events.domain.values import FamilyRef, family_ref, whole


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


@frozen
class Toy:
    """A value of its own in an application's fact."""

    size: Size
    pieces: int = field(validator=whole(1))
    lent_before: bool


@frozen
class ToysLent(ActivityFact):
    """A fact of an application that embeds the library, with every kind of field."""

    tag = "toys-lent"
    rank = Rank.HELD
    says = Text(da="blev lånt ud", en="were lent")

    family: FamilyRef = field(converter=family_ref)
    toys: tuple[Toy, ...]
    back_on: date | None
    remark: str


CODEC = Codec(VOCABULARY.with_facts(ToysLent))
KINDS = [pytest.param(kind, id=tag) for tag, kind in CODEC.vocabulary.facts.items()]


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10)
@given(st.data())
def test_decoding_what_was_encoded_gives_the_entry_back(kind: type[Fact], data: st.DataObject) -> None:
    entry = data.draw(entries_of(kind))

    assert entry == CODEC.decode(CODEC.encode(entry))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10)
@given(st.data())
def test_encoding_is_canonical(kind: type[Fact], data: st.DataObject) -> None:
    entry = data.draw(entries_of(kind))

    written = CODEC.encode(entry)

    plain = json.dumps(json.loads(written), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert plain.encode() == written
    assert written == CODEC.encode(CODEC.decode(written))
