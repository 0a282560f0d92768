"""Asking before something is written, when a person is there to answer."""

import sys
from typing import IO, Any

import click

from vaerebro_events.cli.speaking import option, say
from vaerebro_events.text import Text

YES = option(
    "-y",
    "--yes",
    is_flag=True,
    said=Text(da="Skriv uden at spørge først.", en="Write without asking first."),
)
# Both are understood in either language; whatever else is answered means no.
CHOICES, MEANS_YES = Text(da="[j/N]", en="[y/N]"), frozenset({"j", "ja", "y", "yes"})
NOT_WRITTEN = Text(da="Intet er registreret.", en="Nothing is recorded.")


class AnsweredNo(click.ClickException):
    """A person answered no: that is no error, and nothing is recorded."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Says so, without a word of any error."""
        click.echo(self.format_message(), file=file, err=file is None)


def somebody_is_there() -> bool:
    """Whether a person can answer: both what is typed and what is shown are a terminal's."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def sure(question: Text, *, yes: bool, **told: object) -> None:
    """Asks a person for a yes, on the terminal's other output; where nobody is there, nothing is asked.

    Raises: `AnsweredNo`.
    """
    if yes or not somebody_is_there():
        return
    asked = f"{say(question, **told)} {say(CHOICES)}"
    answer = str(click.prompt(asked, default="", show_default=False, err=True))
    if answer.strip().casefold() not in MEANS_YES:
        raise AnsweredNo(say(NOT_WRITTEN))
