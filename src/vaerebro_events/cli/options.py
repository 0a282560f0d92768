"""The options that commands share: the logbook, the two dates, the language, JSON, and who records."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, cast

import click
from attrs import frozen

from vaerebro_events.cli.kept import kept
from vaerebro_events.cli.logbook_files import logbook_files
from vaerebro_events.cli.speaking import LANG, argument, option, say
from vaerebro_events.domain.entry import Actor
from vaerebro_events.errors import InvalidValue
from vaerebro_events.logbook import Logbook
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.terminal.asked import day_asked, known_asked
from vaerebro_events.reports.terminal.heading import Known
from vaerebro_events.text import Text

__all__ = [
    "DATE",
    "JSON",
    "KNOWN",
    "LANG",
    "LOGBOOK",
    "ON",
    "USER",
    "Asked",
    "Command",
    "dates",
    "named",
    "recorder",
]

MEMORY = ":memory:"
NO_NAME = Text(da="Giv et navn på filen.", en="Give the file a name.")
DATE = Text(da="DATO", en="DATE")
USER = Text(da="BRUGER", en="USER")
LOGBOOK_NAME = Text(da="LOGBOG", en="LOGBOOK")
NEEDS_A_FILE = Text(da="kommandolinjen skal bruge en fil", en="the command line needs a file")

Command = Callable[..., None]


def named(ctx: click.Context, _: click.Parameter, path: str) -> str:
    """The name of a file. Raises: `UsageError`, where it is empty."""
    if not path and not ctx.resilient_parsing:
        raise click.UsageError(say(NO_NAME), ctx)
    return path


def _in_a_file(ctx: click.Context, parameter: click.Parameter, path: str) -> str:
    named(ctx, parameter, path)
    if path == MEMORY and not ctx.resilient_parsing:
        raise InvalidValue(LOGBOOK_NAME, path, NEEDS_A_FILE)
    return path


LOGBOOK = argument(
    "logbook",
    LOGBOOK_NAME,
    callback=_in_a_file,
    type=click.Path(),
    shell_complete=logbook_files,
)
JSON = option(
    "--json",
    "as_json",
    is_flag=True,
    said=Text(da="Skriv JSON til andre programmer.", en="Print JSON, for other programs."),
)
ON = option(
    "--on",
    shown=DATE,
    said=Text(da="Den dag, der spørges om; ellers i dag.", en="The day that is asked about; else today."),
)
KNOWN = option(
    "--known",
    shown=Text(da="DATO|TID|POST", en="DATE|TIME|POSITION"),
    said=Text(
        da="Ud fra det, der var registreret da: en dags slutning, et tidspunkt med dets tidszone "
        "eller en post.",
        en="As known then: the end of a day, a time with its offset, or an entry's position.",
    ),
)


def _actor_of(role: str | None, user: str | None) -> Actor:
    """Who records: as said, else as kept by `vaerebro me`. Raises: `UsageError`, `InvalidValue`."""
    own = kept()
    role, user = own.role if role is None else role, own.user if user is None else user
    if role is None or user is None:
        raise click.UsageError(say(WHO))
    return Actor(role, user)


WHO = Text(
    da="Sig, hvem der registrerer: --role og --user, eller én gang for alle med »vaerebro me«.",
    en="Say who is recording: --role and --user, or once and for all with «vaerebro me».",
)


def recorder(command: Command) -> Command:
    """Gives a command who records, as `actor`."""

    @option(
        "--role",
        shown=Text(da="ROLLE", en="ROLE"),
        said=Text(da="Hvem der registrerer: rollen.", en="Who records: role."),
    )
    @option(
        "--user",
        shown=USER,
        said=Text(
            da="Hvem der registrerer: en brugerreference, ikke et navn.",
            en="Who records: user reference, not a name.",
        ),
    )
    @wraps(command)
    def with_actor(*, role: str | None, user: str | None, **others: Any) -> None:
        command(actor=_actor_of(role, user), **others)

    return cast(Command, with_actor)


@frozen
class Asked:
    """The two dates that are asked for: the day, as known when, and how that was typed."""

    on: date | None
    known: Known | None
    typed: str | None

    @classmethod
    def of(cls, on: str | None, known: str | None) -> "Asked":
        """What is meant by what was typed. Raises: `InvalidValue`."""
        day = None if on is None else day_asked("--on", on)
        return cls(day, None if known is None else known_asked("--known", known), known)

    def replay(self, logbook: str) -> Replay:
        """The replay of a logbook for the two dates."""
        with Logbook.open(logbook) as opened:
            return opened.replay(on=self.on, known=self.known)


def dates(command: Command) -> Command:
    """Gives a command the two dates, as `asked`."""

    @ON
    @KNOWN
    @wraps(command)
    def with_dates(*, on: str | None, known: str | None, **others: Any) -> None:
        command(asked=Asked.of(on, known), **others)

    return cast(Command, with_dates)
