"""Commands about what is reported: closing a period, and what came of it since."""

import click

from vaerebro_events.cli.asking import YES, sure
from vaerebro_events.cli.options import JSON, KNOWN, LANG, LOGBOOK, Asked, recorder
from vaerebro_events.cli.printing import print_json, show, width
from vaerebro_events.cli.speaking import argument, command, say
from vaerebro_events.domain.entry import Actor
from vaerebro_events.logbook import Logbook
from vaerebro_events.projections.closed import closings
from vaerebro_events.projections.closing import since_closing
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.plain_governance import plain_closing, plain_since
from vaerebro_events.reports.terminal.closing import SincePage, closed_page
from vaerebro_events.text import Language, Text

PERIOD = Text(da="PERIODE", en="PERIOD")
CLOSE = Text(
    da="Det, der indberettes, står derefter fast i logbogen. PERIODE er et år eller »programme« for "
    "hele aftaleperioden.",
    en="What is reported is then on record. PERIOD is a year, or «programme» for all of it.",
)
CLOSE_IT = Text(
    da="Luk perioden {period} i {logbook}, som den står nu?",
    en="Close the period {period} of {logbook}, as it stands now?",
)
CLOSE_AS_KNOWN = Text(
    da="Luk perioden {period} i {logbook} ud fra det, der var registreret pr. {known}?",
    en="Close the period {period} of {logbook}, as known {known}?",
)
DIFF = Text(
    da="Siger også hvorfor. PERIODE er et år eller »programme«; udelades den, er det den periode, der "
    "blev lukket sidst.",
    en="It says why, too. PERIOD is a year, or «programme»; left out, it is what was closed last.",
)
NO_CLOSING = Text(da="Ingen periode er lukket.", en="No period is closed.")


@command("close", CLOSE)
@LOGBOOK
@argument("period", PERIOD)
@recorder
@KNOWN
@YES
@LANG
@JSON
def close(
    logbook: str, period: str, known: str | None, lang: Language, *, actor: Actor, yes: bool, as_json: bool
) -> None:
    """Close a period: record what is reported of it."""
    asked = Asked.of(None, known)
    question = CLOSE_IT if known is None else CLOSE_AS_KNOWN
    sure(question, yes=yes, period=period, logbook=logbook, known=known)
    with Logbook.open(logbook) as opened:
        entry = opened.close_period(period, known=asked.known, actor=actor)
        replay = opened.replay()
    if as_json:
        print_json(plain_closing(entry))
        return
    show(closed_page(replay, entry, lang))


@command("diff", DIFF)
@LOGBOOK
@argument("period", PERIOD, required=False)
@KNOWN
@LANG
@JSON
def diff(logbook: str, period: str | None, known: str | None, lang: Language, *, as_json: bool) -> None:
    """Show what was reported, what it would be now, and why."""
    asked = Asked.of(None, known)
    replay = asked.replay(logbook)
    since = since_closing(replay, period or _newest(replay))
    if as_json:
        print_json(plain_since(replay, asked.typed, since))
        return
    show(SincePage(replay, since, lang, width()).page(asked.known))


def _newest(replay: Replay) -> str:
    """The period closed last. Raises: `ClickException`, when none is."""
    closed = closings(replay)
    if not closed:
        raise click.ClickException(say(NO_CLOSING))
    return max(closed, key=lambda period: closed[period].position)
