"""Commands about what is reported: closing a period, and what came of it since."""

import click

from vaerebro_events.cli.asking import sure
from vaerebro_events.cli.options import JSON, KNOWN, LANG, LOGBOOK, Asked, recorder
from vaerebro_events.cli.printing import print_json, show, width
from vaerebro_events.cli.speaking import argument, command, language, say
from vaerebro_events.cli.suggesting import closed_periods, periods_to_close
from vaerebro_events.cli.unshown import note_recorded
from vaerebro_events.cli.writing import DRY, How, writing
from vaerebro_events.domain.closing import PROGRAMME, PeriodClosed
from vaerebro_events.domain.entry import Actor, Entry
from vaerebro_events.errors.said import the_period
from vaerebro_events.logbook import Logbook
from vaerebro_events.projections.closed import closings
from vaerebro_events.projections.closing import since_closing
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.plain_governance import plain_closing, plain_since
from vaerebro_events.reports.terminal.closing import SincePage, closed_page, to_close_page
from vaerebro_events.text import Language, Text

PERIOD = Text(da="PERIODE", en="PERIOD")
CLOSE = Text(
    da="Det, der indberettes, står derefter fast i logbogen. PERIODE er et år eller »aftaleperioden«.",
    en="What is reported is then on record. PERIOD is a year, or «programme» for all of it.",
)
CLOSE_IT = Text(
    da="Luk {period} i {logbook}, som den står nu?",
    en="Close {period} of {logbook}, as it stands now?",
)
CLOSE_AS_KNOWN = Text(
    da="Luk {period} i {logbook} ud fra det, der var registreret pr. {known}?",
    en="Close {period} of {logbook}, as known {known}?",
)
DIFF = Text(
    da="Siger også hvorfor. PERIODE er et år eller »aftaleperioden«; udelades den, er det den periode, "
    "der blev lukket sidst.",
    en="It says why, too. PERIOD is a year, or «programme»; left out, it is what was closed last.",
)
WHOLE_NAMES = ("aftaleperioden", "programme")
NO_CLOSING = Text(da="Ingen periode er lukket.", en="No period is closed.")


@command("close", CLOSE)
@LOGBOOK
@argument("period", PERIOD, shell_complete=periods_to_close)
@recorder
@KNOWN
@writing
def close(logbook: str, period: str, known: str | None, *, actor: Actor, how: How) -> None:
    """Close a period: record what is reported of it."""
    asked, period, lang = Asked.of(None, known), _meant(period), language()
    with Logbook.open(logbook) as opened:
        as_known = asked.known
        if how.dry_run or how.asks:
            entry = opened.close_period(period, known=as_known, actor=actor, dry_run=True)
            if how.dry_run:
                _show_what_would_be(opened.replay(), entry, as_json=how.as_json)
                return
            show(to_close_page(opened.replay(), entry, lang), err=True)
            question = CLOSE_IT if known is None else CLOSE_AS_KNOWN
            sure(question, yes=how.yes, period=the_period(period, lang), logbook=logbook, known=known)
            as_known = _as_known(entry)  # what was shown, whatever others have recorded since
        entry = opened.close_period(period, known=as_known, actor=actor)
        note_recorded([entry.position])
        replay = opened.replay()
    if how.as_json:
        print_json(plain_closing(entry))
        return
    show(closed_page(replay, entry, lang))


def _show_what_would_be(replay: Replay, entry: Entry, *, as_json: bool) -> None:
    if as_json:
        print_json(plain_closing(entry))
        return
    show(to_close_page(replay, entry, language()))
    click.echo(say(DRY))


def _as_known(entry: Entry) -> int:
    assert isinstance(entry.fact, PeriodClosed)
    return entry.fact.as_known


@command("diff", DIFF)
@LOGBOOK
@argument("period", PERIOD, required=False, shell_complete=closed_periods)
@KNOWN
@LANG
@JSON
def diff(logbook: str, period: str | None, known: str | None, lang: Language, *, as_json: bool) -> None:
    """Show what was reported, what it would be now, and why."""
    asked = Asked.of(None, known)
    replay = asked.replay(logbook)
    since = since_closing(replay, _newest(replay) if period is None else _meant(period))
    if as_json:
        print_json(plain_since(replay, asked.typed, since))
        return
    show(SincePage(replay, since, lang, width()).page(asked.known))


def _meant(period: str) -> str:
    """The period that is meant by what was typed: a year, or the whole in words of either language."""
    whole = {f"{words} {name}".strip() for words in ("", "hele", "the whole") for name in WHOLE_NAMES}
    return PROGRAMME if period.strip().casefold() in whole else period


def _newest(replay: Replay) -> str:
    """The period closed last. Raises: `ClickException`, when none is."""
    closed = closings(replay)
    if not closed:
        raise click.ClickException(say(NO_CLOSING))
    return max(closed, key=lambda period: closed[period].position)
