"""The references in use are those that a plain look at what holds finds."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plain import cut, history
from plain_references import BY_FIELD, ROLES, days_of, over, plainly
from stories import Story, log_of, replayed
from strategies import days_about, knowns, stories
from vaerebro_events import VOCABULARY
from vaerebro_events.projections.references import references


@given(stories(), st.data())
def test_references_are_those_found_plainly_in_what_holds(story: Story, data: st.DataObject) -> None:
    log = log_of(story)
    on, when = data.draw(days_about(log), "D"), data.draw(knowns(log), "K")
    held = history(cut(log, when), on)

    found = references(replayed(cut(log, when), on))

    assert plainly(held) == {(each.kind, each.reference, each.registered_on) for each in found}
    days = days_of(held)
    for each in found:
        own = days[each.kind, each.reference]
        assert {(activity, min(when), max(when), len(set(when))) for activity, when in own.items()} == {
            (seen.activity, seen.first, seen.last, seen.days) for seen in each.seen
        }
        for seen in each.seen:
            assert over(held, each.kind, each.reference, seen.activity) == seen.ended_on


@pytest.mark.parametrize("kind", sorted({*BY_FIELD.values(), "volunteer", "bydelsmor"}))
def test_the_plain_way_knows_every_kind(kind: str) -> None:
    assert kind in {each for fact in VOCABULARY.facts.values() for each in _kinds_of(fact.tag)}


def _kinds_of(tag: str) -> Iterator[str]:
    yield from (named for name, named in BY_FIELD.items() if name in _field_names(tag))
    yield from (role for start, role in ROLES.items() if tag.startswith(start))


def _field_names(tag: str) -> list[str]:
    own: Any = VOCABULARY.fact(tag)
    return [each.name for each in own.__attrs_attrs__]
