"""The command that makes an empty workbook to fill in, for `vaerebro import`."""

from collections.abc import Sequence
from pathlib import Path
from shlex import quote

import click

from vaerebro_events.cli.options import JSON, LANG
from vaerebro_events.cli.printing import print_json
from vaerebro_events.cli.speaking import argument, command, option, say
from vaerebro_events.cli.suggesting import tags_of
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.plan import Plan
from vaerebro_events.errors import NoPlan
from vaerebro_events.forms.reading import read_day
from vaerebro_events.forms.words import fact_name
from vaerebro_events.logbook import Logbook
from vaerebro_events.plans import DEFAULT, read_plan
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.tables.attendance_words import Label, label_of
from vaerebro_events.tables.fact_rows import goes_in_rows
from vaerebro_events.tables.sheets_of_facts import kind_named
from vaerebro_events.tables.template import Template, plain_template
from vaerebro_events.tables.written import Place
from vaerebro_events.text import Language, Text

MORE = Text(
    da="Regnearket har en vejledning, en fremmødeliste og et ark til hver slags hændelse, med aftalens "
    "aktiviteter som lister at vælge fra. »vaerebro import« henter det udfyldte ind.",
    en="The workbook has a guide, an attendance list, and a sheet for each kind of fact, with the plan's "
    "activities as lists to choose from. «vaerebro import» takes it in, once it is filled in.",
)
XLSX = ".xlsx"
ANOTHER_NAME = Text(da="Giv et navn, der ender på {ending}.", en="Give a name that ends in {ending}.")
ONE_OF_THEM = Text(
    da="Giv enten en plan (--plan) eller en logbog (--logbook): logbogen har sin egen plan.",
    en="Give either a plan (--plan) or a logbook (--logbook): the logbook has its own plan.",
)
NO_SHEET = Text(
    da="Der er intet ark til »{name}«: skriv et arks navn, såsom »{like}«, eller en hændelses tag.",
    en="There is no sheet for «{name}»: write the name of a sheet, such as «{like}», or a fact's tag.",
)
MADE = Text(
    da="{file} er klar: {count} ark at udfylde, efter planen {plan}.",
    en="{file} is ready: {count} sheets to fill in, by the plan {plan}.",
)
MADE_ONE = Text(
    da="{file} er klar: ét ark at udfylde, efter planen {plan}.",
    en="{file} is ready: one sheet to fill in, by the plan {plan}.",
)
THEN = Text(
    da="Bagefter: vaerebro import {logbook} {file} --dry-run",
    en="Afterwards: vaerebro import {logbook} {file} --dry-run",
)
LOGBOOK_NAME = Text(da="LOGBOG", en="LOGBOOK")


@command("template", MORE)
@argument("file", Text(da="FIL.xlsx", en="FILE.xlsx"), type=click.Path(path_type=Path))
@option(
    "--plan",
    shown=Text(da="NAVN|FIL", en="NAME|FILE"),
    said=Text(
        da="Den plan, der er aftalt; ellers den medfølgende.", en="The plan agreed; else the one provided."
    ),
)
@option(
    "--logbook",
    type=click.Path(),
    shown=LOGBOOK_NAME,
    said=Text(
        da="En logbog: dens plan og referencer, og en fremmødeliste for hver sæson, der er i gang.",
        en="A logbook: its plan and references, and an attendance list for each season that runs.",
    ),
)
@option(
    "--on",
    shown=Text(da="DATO", en="DATE"),
    said=Text(
        da="Med --logbook: den dag, sæsonerne skal være i gang; ellers i dag.",
        en="With --logbook: the day on which the seasons run; today, if left out.",
    ),
)
@option(
    "--only",
    multiple=True,
    shown=Text(da="ARK|TAG", en="SHEET|TAG"),
    shell_complete=tags_of(goes_in_rows),
    said=Text(da="Kun det ark; kan gentages.", en="Only that sheet; may be repeated."),
)
@option(
    "--replace",
    is_flag=True,
    said=Text(da="Erstat filen, hvis den er der.", en="Replace the file, if it is there."),
)
@LANG
@JSON
def template(
    file: Path,
    lang: Language,
    *,
    plan: str | None,
    logbook: str | None,
    on: str | None,
    only: Sequence[str],
    replace: bool,
    as_json: bool,
) -> None:
    """Make an empty workbook to fill in."""
    if file.suffix.lower() != XLSX:
        raise click.UsageError(say(ANOTHER_NAME, ending=XLSX))
    if plan is not None and logbook is not None:
        raise click.UsageError(say(ONE_OF_THEM))
    replay = None if logbook is None else _replay(logbook, on)
    kinds, attendance = _asked(only, lang)
    made = Template(_plan(plan, replay), lang, kinds, attendance, replay)
    written = made.write(Place(file, replace))
    if as_json:
        print_json(plain_template(made, written))
        return
    text = MADE_ONE if len(made.sheets) == 1 else MADE
    click.echo(say(text, file=file, count=len(made.sheets), plan=made.plan.name))
    named = say(LOGBOOK_NAME) if logbook is None else quote(logbook)
    click.echo(say(THEN, logbook=named, file=quote(str(file))))


def _replay(logbook: str, on: str | None) -> Replay:
    with Logbook.open(logbook) as opened:
        return opened.replay(on=None if on is None else read_day(on, "--on"))


def _plan(asked: str | None, replay: Replay | None) -> Plan:
    """The plan of the logbook, or the one asked for. Raises: `NoPlan`, `UnknownPlan`, `InvalidPlan`."""
    if replay is None:
        return read_plan(asked or DEFAULT)
    if replay.plan is None:
        raise NoPlan
    return replay.plan


def _asked(only: Sequence[str], lang: Language) -> tuple[Sequence[type[Fact]], bool]:
    """The kinds of facts to make sheets for, and whether an attendance list. Raises: `UsageError`."""
    everything = tuple(VOCABULARY.facts.values())
    if not only:
        return everything, True
    asked = [name for name in only if label_of(name) is not Label.TITLE]
    kinds = [_kind(name, lang) for name in asked]
    return [kind for kind in everything if kind in kinds], len(asked) < len(only)


def _kind(name: str, lang: Language) -> type[Fact]:
    kind = kind_named(name, VOCABULARY.facts)
    if kind is None or not goes_in_rows(kind):
        like = fact_name(VOCABULARY.fact("family-attended")).in_(lang)
        raise click.UsageError(say(NO_SHEET, name=name, like=like))
    return kind
