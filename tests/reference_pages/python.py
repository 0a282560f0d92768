"""The page of the Python interface: all that the package offers, grouped by what it is for.

The page lists the names; in the site each is told in full by its docstring, which autodoc reads there.
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from inspect import isclass
from typing import Any

from attrs import frozen

import vaerebro_events
from reference_pages.facts import by_concept
from reference_pages.told import MADE, first_sentence, paragraphs, table, title
from vaerebro_events import Fact

TOP = f"""\
# The Python interface

All that `import vaerebro_events` offers, grouped by what it is for. What is not listed here may change
without notice. The [facts](facts.md), the [rules](rules.md) and the [errors](errors.md) have pages of
their own; [Embed it in your application](../how-to/embed.md) shows how the pieces fit.

{MADE}
"""


@frozen
class Group:
    """Names that belong together, by the modules they are in."""

    title: str
    about: str
    modules: tuple[str, ...]


GROUPS = (
    Group(
        "The logbook",
        "Make or open a logbook, record, correct, retract, ask.",
        ("logbook", "domain.entry", "domain.batch", "domain.amendments", "domain.vocabulary", "codec.codec"),
    ),
    Group(
        "Asking",
        "A replay for two dates: its statuses, their evidence, its findings, and the difference of two.",
        (
            "projections.replay",
            "projections.status",
            "projections.judgement",
            "projections.history",
            "projections.finding",
            "projections.attendance",
            "projections.difference",
        ),
    ),
    Group(
        "The agreement",
        "Plans, their versions over time, and what does not add up in them.",
        (
            "plans",
            "domain.plan",
            "domain.commitments",
            "domain.agreements",
            "projections.agreement",
            "projections.plan_changes",
            "projections.plan_check",
        ),
    ),
    Group(
        "Following",
        "What the board saw, what is due, what was reported and what would be reported now.",
        (
            "projections.follow_up",
            "projections.due",
            "projections.due_things",
            "projections.milestones",
            "projections.cofinancing",
            "projections.closing",
            "projections.closed",
            "domain.closing",
        ),
    ),
    Group(
        "Facts and rules of your own",
        "What an application builds on. [Add a fact](../how-to/add-a-fact.md) and [add a "
        "rule](../how-to/add-a-rule.md) show how.",
        ("domain.fact", "domain.references", "projections.rules.rule", "text"),
    ),
    Group(
        "Errors",
        "The roots to catch; [every error](errors.md) is a subclass of one of them.",
        ("errors.root", "errors.refusals", "errors.storage"),
    ),
)
# What is found beside the front: each with its module.
BESIDE = (
    (
        "What a plan is made of",
        "[Plans](plans.md) has them as a file.",
        {
            "domain.plan": (
                "Activity",
                "Area",
                "Baseline",
                "Block",
                "Group",
                "Indicator",
                "IndicatorSource",
                "Party",
                "Place",
                "Reading",
                "Settings",
                "Starts",
            ),
            "domain.commitments": ("CoFinancing", "Duty", "Every", "Money", "Post", "Share"),
        },
    ),
    (
        "Forms",
        "What a fact asks for, what it is called, and what somebody typed: for screens of your own.",
        {
            "forms.fields": ("Field", "FieldKind", "fields_of", "fillable"),
            "forms.words": ("choice_name", "fact_name", "field_name"),
            "forms.reading": ("read_day", "read_value"),
        },
    ),
    (
        "Tables",
        "In from files; out as files, frames, schemas: [Embed it](../how-to/embed.md#take-a-file-in).",
        {
            "tables.importing": ("Asked", "Import", "imported", "looked_at"),
            "tables.matching": ("Already", "Change", "New", "Repeated", "Since"),
            "tables.reading_lines": ("Ready",),
            "tables.line": ("Problem",),
            "tables.exporting": ("Exported", "What", "export"),
            "tables.written": ("Written",),
            "tables.frames": ("to_pandas", "to_polars"),
            "tables.schemas": ("fact_schema",),
        },
    ),
)


def _offered() -> Mapping[str, Any]:
    return {name: getattr(vaerebro_events, name) for name in vaerebro_events.__all__}


def _is_fact(value: Any) -> bool:
    return isclass(value) and issubclass(value, Fact) and "tag" in vars(value)


def _module(value: Any) -> str:
    within: str = value.__module__
    return within.removeprefix("vaerebro_events.")


def _told(path: str, value: Any) -> str:
    if not isclass(value):
        return f".. autofunction:: {path}\n" if callable(value) else f".. autodata:: {path}\n   :no-value:\n"
    return f".. autoclass:: {path}\n   :members:\n"


def _line(name: str, value: Any) -> tuple[str, str]:
    if not (isclass(value) or callable(value)):
        return (
            f"`{name}`",
            "All kinds of facts and rules that the library knows; an application adds its own.",
        )
    return f"`{name}`", paragraphs(value)[0]


def _section(names: Sequence[tuple[str, str, Any]]) -> Iterator[str]:
    yield from table(("name", "what it is"), (_line(name, value) for name, _, value in names))
    told = "\n".join(_told(path, value) for _, path, value in names)
    yield f"```{{eval-rst}}\n{told}```\n"


def _of_modules(modules: Sequence[str], offered: Mapping[str, Any]) -> list[tuple[str, str, Any]]:
    return [
        (name, f"vaerebro_events.{name}", value)
        for module in modules
        for name, value in offered.items()
        if _module(value) == module and not _is_fact(value)
    ]


def _beside(named: Mapping[str, Sequence[str]]) -> list[tuple[str, str, Any]]:
    return [
        (
            f"{module}.{name}",
            f"vaerebro_events.{module}.{name}",
            getattr(import_module(f"vaerebro_events.{module}"), name),
        )
        for module, names in named.items()
        for name in names
    ]


def _facts() -> Iterator[str]:
    yield "## Facts\n"
    yield "What can be recorded; the page of [the facts](facts.md) has each with its fields.\n"
    for module, facts in by_concept():
        yield f"### {title(module)}\n\n{first_sentence(module)}\n"
        yield from _section([(fact.__name__, f"vaerebro_events.{fact.__name__}", fact) for fact in facts])


def page() -> str:
    """The whole page."""
    offered = _offered()
    grouped = {module for group in GROUPS for module in group.modules}
    missed = [
        name for name, value in offered.items() if not _is_fact(value) and _module(value) not in grouped
    ]
    if missed:
        raise LookupError(f"a group lacks the module of {', '.join(missed)}")
    lines = [TOP]
    for group in GROUPS:
        lines += [f"## {group.title}\n", f"{group.about}\n"]
        lines += _section(_of_modules(group.modules, offered))
    for heading, about, named in BESIDE:
        lines += [f"## {heading}\n", f"{about} Import them from their modules.\n", *_section(_beside(named))]
    lines += _facts()
    return "\n".join(lines).rstrip() + "\n"
