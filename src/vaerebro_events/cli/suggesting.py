"""What the shell may complete a word with. Whatever goes wrong, nothing is suggested, and nothing is said."""

from collections.abc import Callable, Iterable
from typing import cast

import click
from click.shell_completion import CompletionItem

from vaerebro_events.cli.speaking import say
from vaerebro_events.domain.amendments import Amendment, Reason
from vaerebro_events.domain.closing import PROGRAMME, periods
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.meetings import SeriesFact
from vaerebro_events.domain.participants import ParticipantKind, ParticipantRegistered
from vaerebro_events.errors import VaerebroError
from vaerebro_events.forms.fields import Field, FieldKind, fields_of, fillable
from vaerebro_events.forms.titles import keys_of
from vaerebro_events.forms.words import choice_name, fact_name, field_name
from vaerebro_events.logbook import Logbook
from vaerebro_events.projections.closed import closings
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.reports.terminal.references import KINDS
from vaerebro_events.text import Text

Suggest = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
# A word, and what it means; nothing, where the word says it.
Suggested = Iterable[tuple[str, str | None]]
NEWEST = 30  # entries to choose a position from
WHOLE = Text(da="aftaleperioden", en="programme")


def suggest(found: Callable[[click.Context, str], Suggested]) -> Suggest:
    """What begins as the word that is being written; in a list with commas, its last."""

    def items(ctx: click.Context, _: click.Parameter, word: str) -> list[CompletionItem]:
        listed, comma, begun = word.rpartition(",")
        try:
            suggested = dict(found(ctx, begun))
        except (VaerebroError, OSError, LookupError):
            return []
        return [
            CompletionItem(f"{listed}{comma}{text}", help=means)
            for text, means in suggested.items()
            if text.startswith(begun)
        ]

    return items


def _argument(ctx: click.Context, name: str, place: int) -> str:
    """An argument of the line; where its last option has no value yet, they are not read by name.

    Raises: `LookupError`.
    """
    return ctx.params.get(name) or ctx.args[place]


def _logbook(ctx: click.Context) -> Logbook:
    """The logbook that the line names. Raises: as `Logbook.open`, and `LookupError`."""
    return Logbook.open(_argument(ctx, "logbook", 0))


def _history(ctx: click.Context) -> list[Entry]:
    with _logbook(ctx) as opened:
        return list(opened.replay().history)


def of_field(field: Field) -> Suggest | None:
    """What a field may be: its codes, the plan's keys, or the references that the logbook has."""
    if field.kind is FieldKind.CHOICE:
        return suggest(lambda _, __: ((choice.value, say(choice_name(choice))) for choice in field.choices))
    if field.kind is FieldKind.KEY:
        return keys(field.of)
    if field.kind is FieldKind.REFERENCE:
        return references(field.name, field.of)
    return None


def keys(kind: str) -> Suggest:
    """The plan's keys of a kind."""

    def found(ctx: click.Context, _: str) -> Suggested:
        with _logbook(ctx) as opened:
            plan = opened.plan
        return [(key, None) for key in (() if plan is None else keys_of(plan).get(kind, ()))]

    return suggest(found)


def references(name: str, kind: str = "") -> Suggest:
    """The references that the logbook has in a field of that name, and those registered as of that kind."""

    def found(ctx: click.Context, _: str) -> Suggested:
        seen = dict.fromkeys(_seen(_history(ctx), name, kind.removesuffix("Ref").lower()))
        return [(reference, None) for reference in sorted(seen)]

    return suggest(found)


def _seen(history: Iterable[Entry], name: str, kind: str) -> Iterable[str]:
    for entry in history:
        fact = entry.fact
        if isinstance(fact, ParticipantRegistered):
            if fact.kind == kind or name == "who":
                yield fact.who
        elif isinstance(value := getattr(fact, name, None), str):
            yield value


def participants(kind: ParticipantKind) -> Suggest:
    """The participants of a kind who are registered."""
    return references(kind.value, kind.value)


def _series(ctx: click.Context, _: str) -> Suggested:
    activity = _argument(ctx, "activity", 1)
    facts = [entry.fact for entry in _history(ctx)]
    seen = [fact.series for fact in facts if isinstance(fact, SeriesFact) and fact.activity == activity]
    return [(series, None) for series in reversed(dict.fromkeys(seen))]


def tags_of(holds: Callable[[type[Fact]], bool]) -> Suggest:
    """The kinds of fact of which that holds."""
    facts = VOCABULARY.facts.items()
    return suggest(lambda _, __: [(tag, say(fact_name(kind))) for tag, kind in facts if holds(kind)])


def _about(ctx: click.Context, begun: str) -> Suggested:
    """The fields that facts have and, once one is written, what the log has in it."""
    name, equals, _ = begun.partition("=")
    if not equals:
        names = {field.name for kind in VOCABULARY.facts.values() for field in fields_of(kind)}
        return [(f"{field}=", say(field_name(field))) for field in sorted(names)]
    values = (value for entry in _history(ctx) for value in _each(getattr(entry.fact, name, None)))
    return [
        (f"{name}={value}", None) for value in sorted({f"{v}" for v in values if isinstance(v, str | int)})
    ]


def _each(value: object) -> Iterable[object]:
    return cast(tuple[object, ...], value) if isinstance(value, tuple) else (value,)


def _criteria(ctx: click.Context, _: str) -> Suggested:
    with _logbook(ctx) as opened:
        plans = [version.plan for version in opened.replay().agreements.versions]
    return [(criterion.key, say(criterion.title)) for plan in plans for criterion in plan.criteria]


def _periods(ctx: click.Context, _: str) -> Suggested:
    with _logbook(ctx) as opened:
        plans = [version.plan for version in opened.replay().agreements.versions]
    return _named(dict.fromkeys(key for plan in plans for key in periods(plan)))


def _closed(ctx: click.Context, _: str) -> Suggested:
    with _logbook(ctx) as opened:
        return _named(closings(opened.replay()))


def _named(periods: Iterable[str]) -> Suggested:
    return [(say(WHOLE) if key == PROGRAMME else key, None) for key in periods]


def _kinds(_: click.Context, __: str) -> Suggested:
    return [(say(name), None) for name in KINDS.values()]


def _positions(ctx: click.Context, begun: str) -> Suggested:
    with _logbook(ctx) as opened:
        log = opened.entries()
    own = [entry for entry in log if not isinstance(entry.fact, Amendment) and entry.fact.amendable]
    chosen = [entry for entry in own if str(entry.position).startswith(begun)]
    return [(str(entry.position), say(fact_name(type(entry.fact)))) for entry in reversed(chosen[-NEWEST:])]


def _reasons(_: click.Context, __: str) -> Suggested:
    return [(reason.value, say(choice_name(reason))) for reason in Reason]


series = suggest(_series)
reasons = suggest(_reasons)
tags = tags_of(fillable)
every_tag = tags_of(lambda _: True)
positions = suggest(_positions)
about = suggest(_about)
criteria = suggest(_criteria)
periods_to_close = suggest(_periods)
closed_periods = suggest(_closed)
kinds = suggest(_kinds)
