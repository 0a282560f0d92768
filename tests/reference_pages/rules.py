"""The page of all kinds of rule, each with the first criterion of the library's plan that has it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from attrs import NOTHING, AttrsInstance, fields

from reference_pages.told import MADE, both, paragraphs, table
from vaerebro_events import VOCABULARY, Plan, Rule, Words, read_plan
from vaerebro_events.text import Language, Text

TOP = f"""\
# The rules

Every kind of rule that a criterion may have, and an example from the plan of Værebros Park. How a plan's
file writes them, and what their keys hold, is in [Plans](plans.md#rules); how a rule becomes a status, in
[How a status is judged](../explanation/judging.md).

{MADE}
"""


def _within(rule: Rule) -> Iterator[Rule]:
    """A rule, and those that it holds."""
    yield rule
    held: Iterable[Any] = (getattr(rule, "rule", None), *getattr(rule, "rules", ()))
    for each in held:
        if isinstance(each, Rule):
            yield from _within(each)


def _examples(plan: Plan) -> Mapping[str, tuple[str, Rule]]:
    """The first criterion with each kind of rule: those that stand alone before those within others."""
    readings = [(each.key, reading.rule) for each in plan.criteria for reading in each.readings]
    alone = {rule.kind: (key, rule) for key, rule in reversed(readings)}
    within = {held.kind: (key, held) for key, rule in reversed(readings) for held in _within(rule)}
    return {**within, **alone}


def _sentence(rule: Rule, plan: Plan, language: Language) -> str:
    return rule.sentence(Words(language, plan, VOCABULARY.facts))


def _rule(kind: type[Rule], example: tuple[str, Rule], plan: Plan) -> Iterator[str]:
    criterion, rule = example
    yield f"## {kind.kind}\n"
    yield from (f"{said}\n" for said in paragraphs(kind))
    yield from table(
        ("key", "if left out"),
        (
            (f"`{field.name}`", "must be given" if field.default is NOTHING else _default(field.default))
            for field in fields(cast(type[AttrsInstance], kind))
        ),
    )
    yield f"From `{criterion}`:\n"
    yield f"> {_sentence(rule, plan, 'en')}\n>\n> {_sentence(rule, plan, 'da')}\n"


def _default(value: Any) -> str:
    if isinstance(value, Text):
        return both(value)
    if value is None or value == () or hasattr(value, "factory"):
        return "nothing"
    if isinstance(value, bool):
        return "`true`" if value else "`false`"
    return f"`{getattr(value, 'value', value)}`"


def page() -> str:
    """The whole page."""
    plan = read_plan("vaerebro-2020-2023")
    examples = _examples(plan)
    rules = cast(Iterable[type[Rule]], VOCABULARY.rules.values())
    lines = [TOP, *(line for kind in rules for line in _rule(kind, examples[kind.kind], plan))]
    return "\n".join(lines).rstrip() + "\n"
