"""What a row leaves open: a field that need not be filled in, and is not, stays as the log has it."""

from datetime import date
from typing import Any, cast

from attrs import evolve

from vaerebro_events.domain.fact import Fact
from vaerebro_events.forms.fields import fields_of
from vaerebro_events.tables.reading_lines import Ready


def left_open(ready: Ready) -> frozenset[str]:
    """The fields that a row may leave out and does; a line of JSON says all of its fact."""
    if not ready.written:
        return frozenset()
    return frozenset(
        each.name
        for each in fields_of(type(ready.fact))
        if (each.several or not each.required) and _is_blank(ready, each.name)
    )


def _is_blank(ready: Ready, name: str) -> bool:
    written = ready.written.get(name)
    return written is None or written.value is None or not str(written.value).strip()


def says(ready: Ready, fact: Fact, on: date) -> bool:
    """Whether a row says this of that day, as far as it says anything."""
    if type(fact) is not type(ready.fact) or on != ready.on:
        return False
    if fact == ready.fact:
        return True
    told = {each.name for each in fields_of(type(fact))} - left_open(ready)
    return all(getattr(fact, name) == getattr(ready.fact, name) for name in told)


def completed(ready: Ready, fact: Fact) -> Ready:
    """The row with what it leaves open as that fact has it.

    Raises: `InvalidValue`, where they do not go together.
    """
    if type(fact) is not type(ready.fact):
        return ready
    kept = {name: getattr(fact, name) for name in left_open(ready)}
    return evolve(ready, fact=evolve(cast(Any, ready.fact), **kept)) if kept else ready
