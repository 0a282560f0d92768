"""Commands that read the log as it stands: the statuses of the criteria, and the entries."""

import click
import orjson

from vaerebro_events.cli.options import JSON, LANG, LOGBOOK, Asked, dates
from vaerebro_events.cli.printing import print_json, show, width
from vaerebro_events.cli.speaking import command
from vaerebro_events.codec import Codec
from vaerebro_events.domain.entry import Entry
from vaerebro_events.errors import InvalidValue
from vaerebro_events.logbook import Logbook
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.reports.plain import plain_statuses
from vaerebro_events.reports.terminal.criterion import criterion_page
from vaerebro_events.reports.terminal.entries import EntriesPage
from vaerebro_events.reports.terminal.facts import amends
from vaerebro_events.reports.terminal.overview import overview_page
from vaerebro_events.reports.terminal.status import nearest, status_page
from vaerebro_events.text import Language


@command("status")
@LOGBOOK
@dates
@click.option("--criterion", metavar="KEY", help="One criterion, with its rule, evidence and sources.")
@click.option("--readings", is_flag=True, help="All readings of all criteria, with their figures.")
@click.option("--all", "every", is_flag=True, help="All readings, for every period they are judged for.")
@LANG
@JSON
def status(
    logbook: str,
    asked: Asked,
    criterion: str | None,
    lang: Language,
    *,
    readings: bool,
    every: bool,
    as_json: bool,
) -> None:
    """Show the status of the criteria for a day, as known at a time: a line for each criterion.

    That is its default reading, for the period that holds the day.
    """
    replay = asked.replay(logbook)
    if not (readings or every or as_json or criterion is not None):
        show(overview_page(replay, asked.known, lang, width()))
        return
    if criterion is not None:
        replay.status(criterion)
    statuses = replay.statuses if every or as_json else nearest(replay)
    chosen = [status for status in statuses if criterion in (None, status.criterion)]
    if as_json:
        print_json(plain_statuses(replay, asked.typed, chosen))
        return
    page = status_page if criterion is None else criterion_page
    show(page(replay, asked.known, chosen, lang, width()))


@command("entries")
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
    """List the entries as they were recorded.

    ~ marks an amendment, * what came after a period that it is about was closed.
    """
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
    for line in EntriesPage(replay, chosen, lang, width()).lines():
        click.echo(line)
