"""The page of all facts, made from the vocabulary."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import get_args, get_type_hints

from reference_pages.told import MADE, anchor, both, first_sentence, paragraphs, table, title
from vaerebro_events import VOCABULARY, Fact
from vaerebro_events.forms.fields import Field, FieldKind, fields_of, fillable
from vaerebro_events.forms.words import choice_name, fact_name, field_name

TOP = f"""\
# The facts

What can be recorded, by concept. A fact is a small frozen value; the day it is about, who records it and
any evidence are given as it is recorded:

- on the command line by its tag, `vaerebro record LOGBOOK family-attended --family f-017 …`, each field
  an option;
- in a workbook as a row of the sheet that has its name, each field a column by its Danish or English
  name;
- in Python `logbook.record(fact, ..., on=day)`, or for each by itself `Draft(fact, on=day,
  evidence=Evidence(document, sha256))`. `logbook.fact(tag, **fields)` makes a fact from plain data.

What a fact builds on must be there by its day, or be recorded in the same call: whoever takes part is
registered (`participant-registered`), a meeting's season planned and the meeting or event held, a network
formed, a job started. What begins is there until it ends.

References are of your own making: 1 to 64 letters, digits or `. - _ :`, and nothing that looks like a CPR
number. Keys are those of the plan. An exact number is given as text (`"77.97"`), a whole number or a
`Decimal`, never as a float.

Where a row of a spreadsheet stands for the same fact as one in the log is told by what the fact is *known
by*.

{MADE}
"""
KINDS = {
    FieldKind.WHOLE: "a whole number",
    FieldKind.EXACT: "an exact number",
    FieldKind.YES_NO: "yes or no",
    FieldKind.DAY: "a day",
    FieldKind.PLAN: "a plan",
    FieldKind.TEXT: "text",
}
LEFT_OUT = {None: "nothing", False: "no", (): "none"}
OTHERWISE = {
    "corrected": "by `vaerebro correct` or `logbook.correct`",
    "retracted": "by `vaerebro retract` or `logbook.retract`",
    "plan-adopted": "by `vaerebro init` or `Logbook.create`",
    "marked-as-sample": "by `vaerebro demo`",
    "period-closed": "by `vaerebro close` or `logbook.close_period`",
}


def _kind(field: Field, fact: type[Fact]) -> str:
    if field.choices:
        named = (f"`{each.value}` ({both(choice_name(each))})" for each in field.choices)
        said = f"one of {', '.join(named)}"
    elif field.of:
        said = f"a {field.kind.value} (`{field.of}`)"
    else:
        said = KINDS.get(field.kind) or _of_its_own(field, fact)
    return f"any number, each {said}" if field.several else said


def _of_its_own(field: Field, fact: type[Fact]) -> str:
    hint = get_type_hints(fact)[field.name]
    name = (get_args(hint) or (hint,))[0].__name__
    return f"a value (`{name}`)"


def _default(field: Field) -> str:
    if field.required:
        return "must be given"
    if isinstance(field.default, StrEnum):
        return f"`{field.default.value}`"
    # 0 is False to a dictionary, and a number to a reader.
    return str(field.default) if type(field.default) is int else LEFT_OUT[field.default]


def _known_by(fact: type[Fact]) -> str:
    if not fact.key:
        return "all its fields and its day"
    return ", ".join("its day" if name == "occurred_on" else f"`{name}`" for name in fact.key)


def _fact(fact: type[Fact]) -> Iterator[str]:
    yield f"### {fact.tag}\n"
    yield f"**{both(fact_name(fact), mark='')}** (`{fact.__name__}`). {' '.join(paragraphs(fact))}\n"
    fields = fields_of(fact)
    if fields:
        yield from table(
            ("field", "Danish / English", "what it holds", "if left out"),
            (
                (f"`{field.name}`", both(field_name(field.name, fact)), _kind(field, fact), _default(field))
                for field in fields
            ),
        )
    if fillable(fact):
        yield f"Known by {_known_by(fact)}.\n"
    else:
        yield f"Recorded {OTHERWISE[fact.tag]}.\n"


def _concept(module: str, facts: Sequence[type[Fact]]) -> Iterator[str]:
    yield f"## {title(module)}\n"
    yield f"{first_sentence(module)}\n"
    for fact in facts:
        yield from _fact(fact)


def by_concept() -> list[tuple[str, list[type[Fact]]]]:
    """All facts, by the module they are in."""
    facts = VOCABULARY.facts.values()
    return [(name, list(each)) for name, each in groupby(facts, key=lambda fact: fact.__module__)]


def page() -> str:
    """The whole page."""
    concepts = by_concept()
    contents = [
        f"- [{title(module)}](#{anchor(title(module))}): "
        + ", ".join(f"[`{fact.tag}`](#{fact.tag})" for fact in facts)
        for module, facts in concepts
    ]
    lines = [TOP, *contents, "", *(line for module, facts in concepts for line in _concept(module, facts))]
    return "\n".join(lines).rstrip() + "\n"
