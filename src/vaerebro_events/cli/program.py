"""The program: all commands, and how it behaves among other programs."""

import os
import sys
from io import TextIOWrapper

import click

from vaerebro_events.cli.agreeing import agreement, check, plan
from vaerebro_events.cli.closing import close, diff
from vaerebro_events.cli.errors import Commands, one_sentence
from vaerebro_events.cli.following import due, follow_up
from vaerebro_events.cli.making import demo, init
from vaerebro_events.cli.reading import entries, status

COMMANDS = (demo, init, status, entries, plan, agreement, check, follow_up, due, close, diff)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="vaerebro-events", message="vaerebro %(version)s")
def vaerebro() -> None:
    """The logbook of a housing-social programme, and what it says of each criterion for any two dates."""


for command in COMMANDS:
    vaerebro.add_command(command)


def main() -> None:
    """Runs the command line; what a terminal cannot show is shown as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        with one_sentence():
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
