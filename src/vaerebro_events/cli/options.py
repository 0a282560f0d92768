"""The options that commands share: the logbook, the two dates, the language, JSON, and who records."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

import click
from attrs import frozen

from vaerebro_events.errors import InvalidValue
from vaerebro_events.logbook import Logbook
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.terminal.asked import day_asked, known_asked
from vaerebro_events.reports.terminal.heading import Known

MEMORY = ":memory:"

Command = Callable[..., None]


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
ON = click.option("--on", metavar="DATE", help="The day to judge; today, if left out.")
KNOWN = click.option(
    "--known",
    metavar="DATE|TIME|POSITION",
    help="As known then: the end of a day, a time with its offset, or an entry's position.",
)
ROLE = click.option("--role", required=True, help="Who records: role.")
USER = click.option("--user", required=True, help="Who records: user reference, not a name.")


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

    return with_dates
