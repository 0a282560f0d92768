"""Law 8: what is written is read back as it was, and has one form."""

import json
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest
from attrs import evolve, field, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from from_types import ANYTHING
from given import plan_with
from golden_entries import ENTRY
from strategies import entries_of
from vaerebro_events import VOCABULARY, ActivityFact, Codec, Fact, PlanAdopted, Rank, Rule, Text
from vaerebro_events.domain.references import FamilyRef, family_ref
from vaerebro_events.domain.values import exact, whole


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
RULES = [pytest.param(rule, id=kind) for kind, rule in CODEC.vocabulary.rules.items()]


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10)
@given(st.data())
def test_what_was_written_is_read_back_and_has_one_form(kind: type[Fact], data: st.DataObject) -> None:
    entry = data.draw(entries_of(kind))

    written = CODEC.encode(entry)

    assert entry == CODEC.decode(written)
    assert written == CODEC.encode(CODEC.decode(written))
    plain = json.dumps(json.loads(written), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert plain.encode() == written


@pytest.mark.parametrize("kind", RULES)
@settings(max_examples=10)
@given(st.data())
def test_a_rule_of_every_kind_comes_back_within_its_plan(kind: type[Rule], data: st.DataObject) -> None:
    entry = evolve(ENTRY, fact=PlanAdopted(plan_with(data.draw(ANYTHING.made(kind)))))

    assert entry == CODEC.decode(CODEC.encode(entry))


def test_a_number_whose_digits_could_be_those_of_a_cpr_number_is_a_number_still() -> None:
    """Found by the law above: as text it was refused, and as a `Decimal` it was stored."""
    number = Decimal("180100.0001")

    assert number == exact(number) == exact("180100.0001")
