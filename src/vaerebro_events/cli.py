"""The command line, `vaerebro`. A new command: one function here, and its page in `reports`."""

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from shlex import quote
from typing import Any

import orjson

from vaerebro_events.codec import Codec
from vaerebro_events.domain.entry import Actor, Entry
from vaerebro_events.domain.governance import MarkedAsSample
from vaerebro_events.domain.text import Language
from vaerebro_events.errors import InvalidValue, NoPlan, NotALogbook, VaerebroError
from vaerebro_events.logbook import Logbook
from vaerebro_events.plans import DEFAULT
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.reports.plain import plain_statuses
from vaerebro_events.sample import SEED, make_sample

try:
    import click
    from rich.console import Console, RenderableType
    from rich.progress import Progress

    from vaerebro_events.reports.terminal.asked import day_asked, known_asked
    from vaerebro_events.reports.terminal.criterion import criterion_page
    from vaerebro_events.reports.terminal.difference import Sides, difference_page
    from vaerebro_events.reports.terminal.entries import EntriesPage
    from vaerebro_events.reports.terminal.facts import amends
    from vaerebro_events.reports.terminal.findings import findings_page
    from vaerebro_events.reports.terminal.overview import overview_page
    from vaerebro_events.reports.terminal.plan import plan_page
    from vaerebro_events.reports.terminal.shown import day, in_ascii
    from vaerebro_events.reports.terminal.status import nearest, status_page
    from vaerebro_events.reports.terminal.words import TRY_NEXT
except ModuleNotFoundError as missing:
    if str(missing.name).partition(".")[0] not in ("click", "rich"):
        raise
    sys.exit("Error: The command line needs more than the core: install «vaerebro-events[cli]».")

YEAR_END = date(2021, 12, 31)
TWO_MONTHS_LATER = date(2022, 2, 28)
MEMORY = ":memory:"


@contextmanager
def _one_sentence() -> Generator[None]:
    """What goes wrong leaves as one sentence, without a traceback."""
    try:
        yield
    except VaerebroError as error:
        raise click.ClickException(" ".join(error.sentence.split())) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.ClickException(f"{error.filename or 'The output'}: {error.strerror}.") from None


class _Commands(click.Group):
    """The commands, with errors told in one sentence."""

    def invoke(self, ctx: click.Context) -> Any:
        with _one_sentence():
            return super().invoke(ctx)


def _in_a_file(_: click.Context, __: click.Parameter, path: str) -> str:
    if path == MEMORY:
        raise InvalidValue("LOGBOOK", path, "the command line needs a file")
    return path


LOGBOOK = click.argument("logbook", callback=_in_a_file)
LANG = click.option(
    "--lang",
    type=click.Choice(["da", "en"]),
    default="en",
    show_default=True,
    help="Language of titles and rules.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="vaerebro-events", message="vaerebro %(version)s")
def vaerebro() -> None:
    """The logbook of a housing-social programme, and what it says of each criterion for any two dates."""


@vaerebro.command()
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
    _show(difference_page(Sides(before, after, names, lang, _console().width)))
    asked = f"--on {YEAR_END} --known {TWO_MONTHS_LATER} --criterion familieakademi.regulars"
    click.echo(f"\n{TRY_NEXT.in_(lang)}: {_program()} status {quote(logbook)} {asked}")


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


@vaerebro.command()
@LOGBOOK
@click.option("--plan", default=DEFAULT, show_default=True, metavar="NAME|FILE", help="The plan to adopt.")
@click.option("--role", required=True, help="Who makes the logbook: role.")
@click.option("--user", required=True, help="Who makes the logbook: user reference, not a name.")
def init(logbook: str, plan: str, role: str, user: str) -> None:
    """Make a logbook and adopt a plan as its first entry."""
    with Logbook.create(logbook, plan, actor=Actor(role, user)) as made:
        adopted = made.plan
    assert adopted is not None
    click.echo(f"Made {logbook}: entry 1 adopts {adopted.name}, with {len(adopted.criteria)} criteria.")
    click.echo("Entries are recorded from Python: the tutorial, docs/tutorial.md, shows how.")


@vaerebro.command()
@LOGBOOK
@click.option("--on", metavar="DATE", help="The day to judge; today, if left out.")
@click.option(
    "--known",
    metavar="DATE|TIME|POSITION",
    help="As known then: the end of a day, a time with its offset, or an entry's position.",
)
@click.option("--criterion", metavar="KEY", help="One criterion, with its rule, evidence and sources.")
@click.option("--readings", is_flag=True, help="All readings of all criteria, with their figures.")
@click.option("--all", "every", is_flag=True, help="All readings, for every period they are judged for.")
@click.option("--findings", "odd", is_flag=True, help="Instead, list the entries that look odd, and why.")
@LANG
@JSON
def status(
    logbook: str,
    on: str | None,
    known: str | None,
    criterion: str | None,
    lang: Language,
    *,
    readings: bool,
    every: bool,
    odd: bool,
    as_json: bool,
) -> None:
    """Show the status of the criteria for a day, as known at a time: a line for each criterion.

    That is its default reading, for the period that holds the day.
    """
    if odd and (readings or every or as_json or criterion is not None):
        raise click.UsageError("--findings goes without --criterion, --readings, --all and --json.")
    asked = None if on is None else day_asked("--on", on)
    instant = None if known is None else known_asked("--known", known)
    with Logbook.open(logbook) as opened:
        replay = opened.replay(on=asked, known=instant)
    if odd:
        _show(findings_page(replay, instant, lang))
        return
    if not (readings or every or as_json or criterion is not None):
        _show(overview_page(replay, instant, lang, _console().width))
        return
    if criterion is not None:
        replay.status(criterion)
    statuses = replay.statuses if every or as_json else nearest(replay)
    chosen = [status for status in statuses if criterion in (None, status.criterion)]
    if as_json:
        _print_json(plain_statuses(replay, known, chosen))
        return
    page = status_page if criterion is None else criterion_page
    _show(page(replay, instant, chosen, lang, _console().width))


@vaerebro.command()
@LOGBOOK
@LANG
@JSON
def plan(logbook: str, lang: Language, *, as_json: bool) -> None:
    """Show the plan, with the rules of its criteria in words."""
    with Logbook.open(logbook) as opened:
        adopted = opened.plan
    if adopted is None:
        raise NoPlan
    if as_json:
        _print_json(Codec.of(VOCABULARY).plain_plan(adopted))
        return
    _show(plan_page(adopted, VOCABULARY.facts, lang))


@vaerebro.command()
@LOGBOOK
@click.option("--after", type=int, default=0, metavar="POSITION", help="Only entries after this one.")
@click.option(
    "--tag", "tags", multiple=True, help="Only this kind, such as family-attended; may be repeated."
)
@click.option("--entry", type=int, metavar="POSITION", help="Only this entry, with all its amendments.")
@LANG
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line, for other programs.")
def entries(
    logbook: str, after: int, tags: tuple[str, ...], entry: int | None, lang: Language, *, as_json: bool
) -> None:
    """List the entries as they were recorded; ~ marks an amendment."""
    for tag in tags:
        VOCABULARY.fact(tag)
    with Logbook.open(logbook) as opened:
        listed, replay = opened.entries(after), opened.replay()
    if entry is not None and not 1 <= entry <= replay.position:
        raise InvalidValue("--entry", entry, f"the entries are 1 to {replay.position}")

    def chosen(found: Entry) -> bool:
        of_entry = entry in (None, found.position, amends(found.fact))
        return found.position > after and of_entry and (not tags or found.fact.tag in tags)

    if as_json:
        codec = Codec.of(VOCABULARY)
        for found in filter(chosen, listed):
            click.echo(orjson.dumps(codec.plain_entry(found)))
        return
    for line in EntriesPage(replay, chosen, lang, _console().width).lines():
        click.echo(line)


def _console() -> Console:
    return Console(highlight=False, markup=False, emoji=False)


def _show(page: RenderableType) -> None:
    """Prints a page, without the blanks that fill its lines up."""
    console = _console()
    with console.capture() as captured:
        console.print(page)
    shown = captured.get()
    if console.options.ascii_only:
        shown = in_ascii(shown)
    console.file.writelines(f"{line.rstrip()}\n" for line in shown.splitlines())
    console.file.flush()


def _print_json(data: dict[str, Any]) -> None:
    click.echo(orjson.dumps(data, option=orjson.OPT_INDENT_2))


def main() -> None:
    """Runs the command line; what a terminal cannot show is shown as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        with _one_sentence():
            vaerebro(prog_name="vaerebro")
    except click.ClickException as error:  # what click prints before any command, such as help
        error.show()
        sys.exit(error.exit_code)
    finally:
        _let_go_of_the_output()


def _let_go_of_the_output() -> None:
    """What cannot be written is not tried again, with another complaint, as Python stops."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
