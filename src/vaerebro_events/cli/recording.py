"""The command that records any fact: its fields are its options, and its help is made from the facts."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import partial
from inspect import cleandoc
from typing import Any
from uuid import UUID

import click

from vaerebro_events.cli.fields import FactCommand, fact_command, given_in, kind_asked, missing, plain_of
from vaerebro_events.cli.options import LOGBOOK, recorder
from vaerebro_events.cli.saying import entry_said, titles_in
from vaerebro_events.cli.speaking import Argument, language, say
from vaerebro_events.cli.suggesting import tags
from vaerebro_events.cli.writing import (
    EVIDENCE,
    ID,
    WHEN,
    How,
    day_given,
    evidence_of,
    receipt,
    write,
    writing,
)
from vaerebro_events.domain.entry import Actor, Draft
from vaerebro_events.domain.fact import Fact
from vaerebro_events.forms.fields import fillable
from vaerebro_events.forms.reading import NO_TITLES
from vaerebro_events.forms.titles import titles_of
from vaerebro_events.forms.words import fact_name
from vaerebro_events.logbook import Logbook
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.text import Text

MORE = Text(
    da="Sig, hvad der skete, med dets navn fra listen. »vaerebro record NAVN --help« viser, hvad der "
    "så skal oplyses. Aktiviteter, steder og andet fra planen kan skrives med deres titel.",
    en="Say what happened by its name from the list. «vaerebro record NAME --help» shows what it then "
    "asks for. Activities, places and the plan's other things may be written by their titles.",
)
# What the facts are about, by the module they stand in.
CONCEPTS: Mapping[str, Text] = {
    "participants": Text(da="Deltagere", en="Participants"),
    "meetings": Text(da="Sæsoner, møder og arrangementer", en="Seasons, meetings and events"),
    "attendance": Text(da="Hvem der kom", en="Who came"),
    "volunteering": Text(da="Frivillige og bydelsmødre", en="Volunteers and bydelsmødre"),
    "networks": Text(da="Netværk", en="Networks"),
    "neighbourhood": Text(da="Naboskab", en="Neighbours"),
    "partners": Text(da="Samarbejder og grupper", en="Cooperations and groups"),
    "jobs": Text(da="Lommepengejob og fritidsjob", en="Lommepengejob and fritidsjob"),
    "indicators": Text(da="Tal og vurderinger", en="Figures and assessments"),
    "governance": Text(da="Aftalen", en="The agreement"),
    "follow_up": Text(da="Opfølgning", en="Follow-up"),
    "milestones": Text(da="Milepæle", en="Milestones"),
    "concerns": Text(
        da="Barrierer, besked til parterne og uenighed", en="Barriers, notices and disagreement"
    ),
}
# What is recorded by a command of its own.
OTHERWISE: Mapping[str, str] = {
    "corrected": "correct",
    "retracted": "retract",
    "plan-adopted": "init",
    "marked-as-sample": "demo",
    "period-closed": "close",
}
BY_ANOTHER = Text(
    da="»{tag}« registreres med »vaerebro {command}«.", en="«{tag}» is recorded by «vaerebro {command}»."
)
NO_SUCH = Text(
    da="Der er ingen hændelse »{tag}«.{near} »vaerebro record --help« viser dem alle.",
    en="There is no fact «{tag}».{near} «vaerebro record --help» lists them all.",
)
NEAR = Text(da=" Mente du »{near}«?", en=" Did you mean «{near}»?")
MISSING = Text(
    da="Der mangler noget: {options}. »vaerebro {command} --help« viser, hvad det er.",
    en="Something is missing: {options}. «vaerebro {command} --help» shows what it is.",
)
OTHERS = Text(da="Andet", en="Other things")


def kind_named(text: str) -> type[Fact] | None:
    """The kind of fact of that tag, or of that title in either language."""
    if text in VOCABULARY.facts:
        return VOCABULARY.facts[text]
    asked = text.casefold()
    for kind in VOCABULARY.facts.values():
        title = fact_name(kind)
        if asked in (title.da.casefold(), title.en.casefold()):
            return kind
    return None


def kind_given(text: str) -> type[Fact]:
    """The kind of fact that is recorded under that name. Raises: `UsageError`."""
    kind = kind_named(text)
    if kind is None:
        found = get_close_matches(text, VOCABULARY.facts, n=1)
        near = say(NEAR, near=found[0]) if found else ""
        raise click.UsageError(say(NO_SUCH, tag=text, near=near))
    if not fillable(kind):
        raise click.UsageError(say(BY_ANOTHER, tag=kind.tag, command=OTHERWISE[kind.tag]))
    return kind


def check_missing(kind: type[Fact], plain: Mapping[str, object], command: str) -> None:
    """Raises: `UsageError`, which names all that must be given and is not, and whose help says more."""
    lacks = missing(kind, plain)
    if lacks:
        raise click.UsageError(say(MISSING, options=", ".join(lacks), command=command))


class RecordCommand(FactCommand):
    """The command whose options are the fields of the fact named second, or alone where help is asked."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        kind = kind_asked(ctx)
        if kind is None:
            super().format_help_text(ctx, formatter)
            return
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(f"{say(fact_name(kind))} ({kind.tag}).")
            if language() == "en" and kind.__doc__:
                formatter.write_paragraph()
                formatter.write_text(cleandoc(kind.__doc__).partition("\n\n")[0])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        if kind_asked(ctx) is not None:
            return
        kinds = [kind for kind in VOCABULARY.facts.values() if fillable(kind)]
        widest = max(len(kind.tag) for kind in kinds)
        for title in (*CONCEPTS.values(), OTHERS):
            own = [kind for kind in kinds if _concept(kind) == title]
            if own:
                with formatter.section(say(title)):
                    formatter.write_dl([(kind.tag.ljust(widest), say(fact_name(kind))) for kind in own])


def _concept(kind: type[Fact]) -> Text:
    return CONCEPTS.get(kind.__module__.rpartition(".")[2], OTHERS)


class TagArgument(Argument):
    """The name of a fact; in help about one fact, its tag."""

    def make_metavar(self, ctx: click.Context) -> str:
        kind = kind_asked(ctx)
        return super().make_metavar(ctx) if kind is None else kind.tag


def _named(ctx: click.Context, args: Sequence[str]) -> Sequence[type[Fact]]:
    """The kind of fact that is named: after the logbook, or alone."""
    words = record.plain_words(args)
    if len(words) > 1 and not ctx.resilient_parsing:
        return [kind_given(words[1])]
    kind = kind_named(words[-1]) if words else None
    return [] if kind is None else [kind]


FACT = Text(da="HÆNDELSE", en="FACT")
TAG = click.argument("tag", cls=TagArgument, shown=FACT, shell_complete=tags)


@fact_command("record", _named, MORE, RecordCommand)
@LOGBOOK
@TAG
@WHEN
@EVIDENCE
@ID
@recorder
@writing
def record(
    logbook: str,
    tag: str,
    on: str | None,
    evidence: tuple[str, ...],
    *,
    own_id: UUID | None,
    actor: Actor,
    how: How,
    **given: Any,
) -> None:
    """Records one fact."""
    kind = kind_given(tag)
    shown = evidence_of(evidence)
    with Logbook.open(logbook) as opened:
        plan = opened.plan
        plain = plain_of(kind, given_in(given), NO_TITLES if plan is None else titles_of(plan))
        check_missing(kind, plain, f"record {kind.tag}")
        told = {name: value for name, value in plain.items() if value is not None}
        draft = Draft(opened.fact(kind.tag, **told), day_given(on, opened), own_id, shown)
        titles = titles_in(opened)
        told_of = partial(entry_said, titles=titles)
        done = write(opened, [draft], how, actor=actor, told=lambda found: map(told_of, found))
    receipt(done, titles)
