"""Commands about what is reported: closing a period, and what came of it since."""

import click

from vaerebro_events.cli.options import JSON, KNOWN, LANG, LOGBOOK, Asked, recorder
from vaerebro_events.cli.printing import print_json, show, width
from vaerebro_events.cli.speaking import command
from vaerebro_events.domain.entry import Actor
from vaerebro_events.errors import NotClosed
from vaerebro_events.logbook import Logbook
from vaerebro_events.projections.closed import closings
from vaerebro_events.projections.closing import since_closing
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.plain_governance import plain_closing, plain_since
from vaerebro_events.reports.terminal.closing import SincePage, closed_page
from vaerebro_events.text import Language


@command("close")
@LOGBOOK
@click.argument("period")
@recorder
@KNOWN
@LANG
@JSON
def close(
    logbook: str, period: str, known: str | None, lang: Language, *, actor: Actor, as_json: bool
) -> None:
    """Close a period: record what is reported of it.

    PERIOD is a year, or «programme».
    """
    asked = Asked.of(None, known)
    with Logbook.open(logbook) as opened:
        entry = opened.close_period(period, known=asked.known, actor=actor)
        replay = opened.replay()
    if as_json:
        print_json(plain_closing(entry))
        return
    show(closed_page(replay, entry, lang))


@command("diff")
@LOGBOOK
@click.argument("period", required=False)
@KNOWN
@LANG
@JSON
def diff(logbook: str, period: str | None, known: str | None, lang: Language, *, as_json: bool) -> None:
    """Show what was reported, what it would be now, and why.

    PERIOD is a year, or «programme»; left out, it is what was closed last.
    """
    asked = Asked.of(None, known)
    replay = asked.replay(logbook)
    since = since_closing(replay, period or _newest(replay))
    if as_json:
        print_json(plain_since(replay, asked.typed, since))
        return
    show(SincePage(replay, since, lang, width()).page(asked.known))


def _newest(replay: Replay) -> str:
    """The period closed last. Raises: `NotClosed`."""
    closed = closings(replay)
    if not closed:
        raise NotClosed("that is asked for", ())
    return max(closed, key=lambda period: closed[period].position)
