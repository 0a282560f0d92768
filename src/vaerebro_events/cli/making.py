"""Commands that make a logbook: the demo's sample, or a new one with its plan."""

import sys
from datetime import date
from pathlib import Path
from shlex import quote

import click
from rich.console import Console
from rich.progress import Progress

from vaerebro_events.cli.options import LANG, LOGBOOK, recorder
from vaerebro_events.cli.printing import show, width
from vaerebro_events.cli.speaking import command
from vaerebro_events.domain.entry import Actor
from vaerebro_events.domain.governance import MarkedAsSample
from vaerebro_events.errors import NotALogbook
from vaerebro_events.logbook import Logbook
from vaerebro_events.plans import DEFAULT
from vaerebro_events.reports.terminal.difference import Sides, difference_page
from vaerebro_events.reports.terminal.shown import day
from vaerebro_events.reports.terminal.words import TRY_NEXT
from vaerebro_events.sample import SEED, make_sample
from vaerebro_events.text import Language

YEAR_END = date(2021, 12, 31)
TWO_MONTHS_LATER = date(2022, 2, 28)
# What else there is to see in the sample; the logbook's name comes after the command.
TRY = (
    ("status", f"--on {YEAR_END} --known {TWO_MONTHS_LATER} --criterion familieakademi.regulars"),
    ("due", f"--on {YEAR_END}"),
    ("follow-up", ""),
    ("diff", f"{YEAR_END.year}"),
)


@command("demo")
@LOGBOOK
@LANG
def demo(logbook: str, lang: Language) -> None:
    """Make a sample logbook and show what late entries change.

    LOGBOOK is the file to make; an earlier sample in its place is replaced.
    """
    path = Path(logbook)
    _make_room(path)
    progress = Progress(console=Console(stderr=True), transient=True)
    progress.disable = not progress.console.is_terminal
    with progress:
        task = progress.add_task("Making four years of entries")
        make_sample(path, SEED, lambda done, of: progress.update(task, completed=done, total=of)).close()
    with Logbook.open(path) as made:
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
        why = f"{path} is no sample logbook, so it is not replaced: give another name."
        raise click.ClickException(why)
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


@command("init")
@LOGBOOK
@click.option("--plan", default=DEFAULT, show_default=True, metavar="NAME|FILE", help="The plan to adopt.")
@recorder
def init(logbook: str, plan: str, actor: Actor) -> None:
    """Make a logbook and adopt a plan as its first entry."""
    with Logbook.create(logbook, plan, actor=actor) as made:
        adopted = made.plan
    assert adopted is not None
    click.echo(f"Made {logbook}: entry 1 adopts {adopted.name}, with {len(adopted.criteria)} criteria.")
    click.echo("Entries are recorded from Python: the tutorial, docs/tutorial.md, shows how.")
