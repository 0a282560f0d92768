"""Facts as words of a command line, and back: what a person would type for a fact, and what is read of it."""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

from attrs import frozen

from vaerebro_events import Codec, Fact, Plan
from vaerebro_events.cli.fields import given_in, kind_asked, missing, plain_of
from vaerebro_events.cli.recording import record
from vaerebro_events.forms.fields import Field, fields_of
from vaerebro_events.forms.words import choice_name
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.text import Language

PLAIN = Codec.of(VOCABULARY)


@frozen
class Typist:
    """Somebody who types facts, in Danish or as ISO has it; plans are laid in a folder."""

    language: Language
    folder: Path

    def words(self, fact: Fact) -> list[str]:
        """The options that tell a fact; what is as it is anyway is left out."""
        told = [(field, getattr(fact, field.name)) for field in fields_of(type(fact))]
        return [
            word
            for field, value in told
            if field.required or value != field.default
            for word in self._option(field, value)
        ]

    def _option(self, field: Field, value: Any) -> list[str]:
        name = field.name.replace("_", "-")
        if isinstance(value, bool):
            return [f"--{name}" if value else f"--no-{name}"]
        if isinstance(value, tuple):
            return [f"--{name}", ",".join(map(self._written, cast(tuple[object, ...], value)))]
        return [f"--{name}", self._written(value)]

    def _written(self, value: Any) -> str:
        danish = self.language == "da"
        match value:
            case date():
                return f"{value.day}.{value.month}.{value.year:04}" if danish else value.isoformat()
            case Decimal():
                # Three decimals after a point could be thousands; with a comma nothing can be mistaken.
                return f"{value:f}".replace(".", ",")
            case StrEnum():
                return choice_name(value).da if danish else value.value
            case Plan():
                file = self.folder / "plan.json"
                file.write_text(json.dumps(PLAIN.plain_plan(value), default=str), encoding="utf-8")
                return str(file)
            case _:
                return str(value)


def read_back(tag: str, words: Sequence[str]) -> Fact:
    """The fact that a command line tells, read as `record` reads it; there is no logbook."""
    ctx = record.make_context("record", ["logbog.db", tag, *words])
    kind = kind_asked(ctx)
    assert kind is not None
    plain = plain_of(kind, given_in(ctx.params))
    assert [] == missing(kind, plain)
    return PLAIN.fact(tag, {name: value for name, value in plain.items() if value is not None})
