"""Commands that make a logbook: the demo's sample, or a new one with its plan."""

import sys
from datetime import date
from pathlib import Path
from shlex import quote
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress

from vaerebro_events.cli.asking import YES, sure
from vaerebro_events.cli.options import JSON, LANG, LOGBOOK, recorder
from vaerebro_events.cli.printing import print_json, show, width
from vaerebro_events.cli.speaking import command, option, say
from vaerebro_events.cli.unshown import note_recorded
from vaerebro_events.domain.entry import Actor
from vaerebro_events.domain.governance import MarkedAsSample
from vaerebro_events.domain.plan import Plan
from vaerebro_events.errors import NotALogbook
from vaerebro_events.logbook import Logbook
from vaerebro_events.plans import DEFAULT
from vaerebro_events.reports.terminal.difference import Sides, difference_page
from vaerebro_events.reports.terminal.words import TRY_NEXT
from vaerebro_events.reports.terminal.written import day
from vaerebro_events.sample import SEED, make_sample
from vaerebro_events.text import Language, Text

DEMO = Text(
    da="Viser også, hvad poster, der registreres sent, ændrer. LOGBOG er den fil, der laves; en tidligere "
    "logbog med opdigtede data i dens sted bliver erstattet.",
    en="It shows what late entries change. LOGBOOK is the file to make; an earlier sample in its "
    "place is replaced.",
)
IN_THE_MAKING = Text(da="Laver fire års poster", en="Making four years of entries")
NO_SAMPLE = Text(
    da="{path} er ikke en logbog med opdigtede data, så den erstattes ikke: Vælg et andet navn.",
    en="{path} is no sample logbook, so it is not replaced: give another name.",
)
INIT = Text(
    da="Logbogens første post vedtager en plan; den er fra da af den, der gælder.",
    en="Its first entry adopts a plan, which is the one in force from then on.",
)
PLAN = Text(da="Den plan, der vedtages.", en="The plan to adopt.")
PLAN_SHOWN = Text(da="NAVN|FIL", en="NAME|FILE")
MAKE_IT = Text(
    da="Lav {path} med planen {plan} som første post?", en="Make {path}, with the plan {plan} as entry 1?"
)
MADE = Text(
    da="{path} er lavet: Post 1 vedtager {plan} med {count} kriterier.",
    en="Made {path}: entry 1 adopts {plan}, with {count} criteria.",
)
DO_NEXT = Text(
    da="Sig nu én gang, hvem der registrerer: vaerebro me. Registrér så et møde: vaerebro meeting --help.",
    en="Now say once who is recording: vaerebro me. Then record a meeting: vaerebro meeting --help.",
)
YEAR_END = date(2021, 12, 31)
TWO_MONTHS_LATER = date(2022, 2, 28)
# What else there is to see in the sample; the logbook's name comes after the command.
TRY = (
    ("status", f"--on {YEAR_END} --known {TWO_MONTHS_LATER} --criterion familieakademi.regulars"),
    ("due", f"--on {YEAR_END}"),
    ("follow-up", ""),
    ("diff", f"{YEAR_END.year}"),
)


@command("demo", DEMO)
@LOGBOOK
@LANG
@JSON
def demo(logbook: str, lang: Language, *, as_json: bool) -> None:
    """Make a sample logbook and show what late entries change."""
    path = Path(logbook)
    _make_room(path)
    progress = Progress(console=Console(stderr=True), transient=True)
    progress.disable = not progress.console.is_terminal
    with progress:
        task = progress.add_task(say(IN_THE_MAKING))
        make_sample(path, SEED, lambda done, of: progress.update(task, completed=done, total=of)).close()
    with Logbook.open(path) as made:
        if as_json:
            print_json(_plain(logbook, made, sample=True))
            return
        before, after = (made.replay(on=YEAR_END, known=known) for known in (YEAR_END, TWO_MONTHS_LATER))
    names = (day(YEAR_END, lang), day(TWO_MONTHS_LATER, lang))
    show(difference_page(Sides(before, after, names, lang, width())))
    click.echo(f"\n{TRY_NEXT.in_(lang)}:")
    for name, words in TRY:
        click.echo(f"  {_program()} {name} {quote(logbook)} {words}".rstrip())


def _program() -> str:
    """The program as the one who runs it can call it: in the folder's own environment, or by its name."""
    own = Path(".venv").absolute()
    if Path(sys.argv[0]).absolute().is_relative_to(own):
        return str(Path(".venv", "bin", "vaerebro"))
    return "vaerebro"


def _make_room(path: Path) -> None:
    """Makes the folder, and removes an earlier sample; nothing else is ever removed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        return
    if not _is_sample(path):
        raise click.ClickException(say(NO_SAMPLE, path=path))
    for leftover in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        leftover.unlink(missing_ok=True)


def _is_sample(path: Path) -> bool:
    if path.is_file() and not path.stat().st_size:
        return True  # A demo that was stopped at once leaves an empty file.
    try:
        with Logbook.open(path) as logbook:
            return any(isinstance(entry.fact, MarkedAsSample) for entry in logbook.entries(after=1)[:1])
    except NotALogbook:
        return False


@command("init", INIT)
@LOGBOOK
@option("--plan", default=DEFAULT, show_default=True, shown=PLAN_SHOWN, said=PLAN)
@recorder
@YES
@LANG
@JSON
def init(logbook: str, plan: str, actor: Actor, lang: Language, *, yes: bool, as_json: bool) -> None:
    """Make a logbook and adopt a plan as its first entry."""
    sure(MAKE_IT, yes=yes, path=logbook, plan=plan)
    with Logbook.create(logbook, plan, actor=actor) as made:
        note_recorded([made.position])
        adopted, plain = _adopted(made), _plain(logbook, made, sample=False)
    if as_json:
        print_json(plain)
        return
    made_it = MADE.in_(lang).format(path=logbook, plan=adopted.name, count=len(adopted.criteria))
    click.echo(f"{made_it}\n{DO_NEXT.in_(lang)}")


def _adopted(made: Logbook) -> Plan:
    plan = made.plan
    assert plan is not None
    return plan


def _plain(path: str, made: Logbook, *, sample: bool) -> dict[str, Any]:
    """What was made, for other programs."""
    plan = _adopted(made)
    told = {"logbook": path, "plan": plan.name, "criteria": len(plan.criteria)}
    return {**told, "entries": made.position, "sample": sample}
