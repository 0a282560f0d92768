"""A JSON Schema (draft 2020-12) for every kind of fact, as plain data and the exported log have it."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from vaerebro_events.domain.fact import Fact
from vaerebro_events.forms.fields import Field, FieldKind, fields_of
from vaerebro_events.forms.words import choice_name, fact_name, field_name
from vaerebro_events.text import Text

Schema = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
# Letters and digits of any language, and . - _ : within; what is not ASCII is not looked at closer.
REFERENCE = (
    r"^[^\s\u0000-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007f]"
    r"[^\s\u0000-\u002c\u002f\u003b-\u0040\u005b-\u005e\u0060\u007b-\u007f]{0,63}$"
)
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
NUMBER = r"^-?[0-9]{1,12}(\.[0-9]{1,6})?$"


def fact_schema(kind: type[Fact]) -> Schema:
    """What the fields of a kind of fact must look like, in JSON Schema.

    What a schema cannot say is asked when the fact is made: how figures stand to one another, whether a
    day is in the calendar, and what the plan has.

    >>> from vaerebro_events import ParticipantRegistered
    >>> from vaerebro_events.tables.schemas import fact_schema
    >>> schema = fact_schema(ParticipantRegistered)
    >>> schema["title"], schema["required"]
    ('Participant registered', ['kind', 'who'])
    """
    fields = fields_of(kind)
    return {
        "$schema": _DRAFT,
        "$id": f"urn:vaerebro-events:fact:{kind.tag}:{kind.version}",
        "title": fact_name(kind).en,
        "description": _both(fact_name(kind)),
        "type": "object",
        "properties": {field.name: _property(field, kind) for field in fields},
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }


def _both(words: Text) -> str:
    return f"{words.da} / {words.en}"


def _property(field: Field, kind: type[Fact]) -> Schema:
    one = _KINDS[field.kind](field)
    schema = {"type": "array", "items": one} if field.several else one
    if not field.required and field.default is None:
        schema = {"anyOf": [schema, {"type": "null"}]}
    return {"description": _both(field_name(field.name, kind)), **schema}


def _choice(choice: StrEnum) -> Schema:
    return {"const": choice.value, "description": _both(choice_name(choice))}


_KINDS: Mapping[FieldKind, Callable[[Field], Schema]] = {
    FieldKind.REFERENCE: lambda _: {"type": "string", "pattern": REFERENCE},
    FieldKind.KEY: lambda _: {"type": "string", "pattern": REFERENCE},
    FieldKind.CHOICE: lambda field: {"type": "string", "oneOf": [_choice(each) for each in field.choices]},
    FieldKind.WHOLE: lambda _: {"type": "integer", "minimum": 0},
    FieldKind.EXACT: lambda _: {"type": "string", "pattern": NUMBER},
    FieldKind.YES_NO: lambda _: {"type": "boolean"},
    FieldKind.DAY: lambda _: {"type": "string", "format": "date", "pattern": DAY},
    FieldKind.PLAN: lambda _: {"type": "object"},
    FieldKind.TEXT: lambda _: {"type": "string"},
    FieldKind.OTHER: lambda _: {"type": "object"},
}
