"""Commands that read the log as it stands: the statuses of the criteria, and the entries."""

from collections.abc import Sequence
from datetime import date
from functools import wraps
from typing import Any, cast

import click
import orjson

from vaerebro_events.cli.options import DATE, JSON, LANG, LOGBOOK, USER, Asked, Command, dates
from vaerebro_events.cli.printing import print_json, show, width
from vaerebro_events.cli.speaking import command, option, say
from vaerebro_events.cli.suggesting import about as about_
from vaerebro_events.cli.suggesting import criteria, every_tag
from vaerebro_events.codec import Codec
from vaerebro_events.domain.references import reference
from vaerebro_events.errors import InvalidValue
from vaerebro_events.forms.reading import read_day
from vaerebro_events.logbook import Logbook
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.reports.plain import plain_statuses
from vaerebro_events.reports.terminal.criterion import criterion_page
from vaerebro_events.reports.terminal.entries import EntriesPage
from vaerebro_events.reports.terminal.overview import overview_page
from vaerebro_events.reports.terminal.status import nearest, status_page
from vaerebro_events.reports.wanted import Days, Wanted, field_and_value, tag_of
from vaerebro_events.text import Language, Text

STATUS = Text(
    da="Én linje for hvert kriterium: dets standardopgørelse for den periode, der rummer dagen, ud fra "
    "det, der var registreret da.",
    en="A line for each criterion, for a day, as known at a time: its default reading, for the period "
    "that holds the day.",
)
KEY = Text(da="NØGLE", en="KEY")
CRITERION = Text(
    da="Ét kriterium med dets regel, de poster, det bygger på, og kilder.",
    en="One criterion, with its rule, evidence and sources.",
)
READINGS = Text(
    da="Alle opgørelser af alle kriterier med deres tal.",
    en="All readings of all criteria, with their figures.",
)
EVERY = Text(
    da="Alle opgørelser for alle deres perioder.",
    en="All readings, for every period they are judged for.",
)
ENTRIES = Text(
    da="~ står ved en rettelse, * ved det, der er kommet til, efter at en periode, det handler om, blev "
    "lukket. Er der flere valg, gælder de alle.",
    en="~ marks an amendment, * what came after a period that it is about was "
    "closed. All that is asked for must be so.",
)
POSITION = Text(da="POST", en="POSITION")
AFTER = Text(da="Kun poster efter denne.", en="Only entries after this one.")
ONE_ENTRY = Text(da="Kun denne post med alle dens rettelser.", en="Only this entry, with all its amendments.")
TAG = Text(da="SLAGS", en="TAG")
OF_A_KIND = Text(
    da="Kun denne slags, såsom family-attended eller »Familie deltog«; kan gentages.",
    en="Only this kind, such as family-attended or «Family attended»; may be repeated.",
)
FIELD = Text(da="FELT=VÆRDI", en="FIELD=VALUE")
ABOUT = Text(
    da="Kun det, der handler om dette, såsom family=f-017 eller activity=familieakademi; kan gentages.",
    en="Only what is about this, such as family=f-017 or activity=familieakademi; may be repeated.",
)
FROM = Text(da="Kun det, der handler om denne dag eller senere.", en="Only what is about this day or later.")
TO = Text(da="Kun det, der handler om denne dag eller før.", en="Only what is about this day or earlier.")
RECORDED_FROM = Text(
    da="Kun det, der er registreret denne dag eller senere.",
    en="Only what was recorded on this day or later.",
)
RECORDED_TO = Text(
    da="Kun det, der er registreret denne dag eller før.", en="Only what was recorded on this day or earlier."
)
BY = Text(
    da="Kun det, som denne bruger har registreret.", en="Only what was recorded by this user reference."
)
AMENDED = Text(
    da="Kun det, der er rettet eller annulleret, med rettelserne.",
    en="Only what was corrected or retracted, with the amendments.",
)
ENDS_FIRST = Text(
    da="{first} er en dag efter {last}: byt dem om.", en="{first} is a day after {last}: swap them."
)
JSON_LINES = Text(
    da="Skriv ét JSON-objekt pr. linje til andre programmer.",
    en="Print one JSON object a line, for other programs.",
)


@command("status", STATUS)
@LOGBOOK
@dates
@option("--criterion", shown=KEY, said=CRITERION, shell_complete=criteria)
@option("--readings", is_flag=True, said=READINGS)
@option("--all", "every", is_flag=True, said=EVERY)
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
    """Show the status of the criteria."""
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


def _entries_asked(command: Command) -> Command:
    """Gives a command which entries are asked for, as `wanted`."""

    @option("--after", type=int, default=0, shown=POSITION, said=AFTER)
    @option("--entry", type=int, shown=POSITION, said=ONE_ENTRY)
    @option("--tag", "tags", multiple=True, shown=TAG, said=OF_A_KIND, shell_complete=every_tag)
    @option("--about", multiple=True, shown=FIELD, said=ABOUT, shell_complete=about_)
    @option("--from", "first", shown=DATE, said=FROM)
    @option("--to", "last", shown=DATE, said=TO)
    @option("--recorded-from", shown=DATE, said=RECORDED_FROM)
    @option("--recorded-to", shown=DATE, said=RECORDED_TO)
    @option("--by", "user", shown=USER, said=BY)
    @option("--amended", is_flag=True, said=AMENDED)
    @wraps(command)
    def with_wanted(
        *,
        tags: Sequence[str],
        about: Sequence[str],
        first: str | None,
        last: str | None,
        recorded_from: str | None,
        recorded_to: str | None,
        user: str | None,
        **others: Any,
    ) -> None:
        names = ("after", "entry", "amended")
        wanted = Wanted(
            tags=frozenset(map(tag_of, tags)),
            about=tuple(field_and_value("--about", each) for each in about),
            days=_days("--from", first, "--to", last),
            recorded=_days("--recorded-from", recorded_from, "--recorded-to", recorded_to),
            user=None if user is None else reference("--by", user),
            **{name: others.pop(name) for name in names},
        )
        command(wanted=wanted, **others)

    return cast(Command, with_wanted)


def _days(from_: str, first: str | None, to: str, last: str | None) -> Days:
    """The days that two options give. Raises: `InvalidValue`; `UsageError`, where the last is first."""
    days = Days(_day(from_, first), _day(to, last))
    if days.first is not None and days.last is not None and days.first > days.last:
        raise click.UsageError(say(ENDS_FIRST, first=from_, last=to))
    return days


def _day(name: str, typed: str | None) -> date | None:
    """The day that an option gives. Raises: `InvalidValue`."""
    return None if typed is None else read_day(typed, name)


@command("entries", ENTRIES)
@LOGBOOK
@_entries_asked
@LANG
@option("--json", "as_json", is_flag=True, said=JSON_LINES)
def entries(logbook: str, wanted: Wanted, lang: Language, *, as_json: bool) -> None:
    """List the entries as they were recorded."""
    with Logbook.open(logbook) as opened:
        listed, replay = opened.entries(wanted.after), opened.replay()
    if wanted.entry is not None and not 1 <= wanted.entry <= replay.position:
        there = Text(da=f"posterne er 1 til {replay.position}", en=f"the entries are 1 to {replay.position}")
        raise InvalidValue("--entry", wanted.entry, there)
    if as_json:
        codec = Codec.of(VOCABULARY)
        for found in listed:
            if wanted.takes(found, replay):
                click.echo(orjson.dumps(codec.plain_entry(found)))
        return
    for line in EntriesPage(replay, wanted, lang, width()).lines():
        click.echo(line)
