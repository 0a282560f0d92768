"""The program: all commands, loaded as they are called, and how it behaves among other programs."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from vaerebro_events.cli.errors import one_sentence
from vaerebro_events.cli.listed import COMMANDS, SECTIONS
from vaerebro_events.cli.speaking import LANG, Option, Spoken, asked_in, click_speaks, say, speak
from vaerebro_events.cli.unshown import recorded_is_told
from vaerebro_events.text import Text

WHAT_IT_IS = Text(
    da="Logbogen for en boligsocial helhedsplan, og hvad den siger om hvert kriterium for to datoer.",
    en="The logbook of a housing-social programme, and what it says of each criterion for any two dates.",
)
EXIT_CODES = Text(
    da="Afslutningskoder: 0 gjort, 1 afvist (intet er registreret), 2 forkert brug, 3 nogle rækker mangler, "
    "4 registreret, men ikke vist.",
    en="Exit codes: 0 done, 1 refused (nothing is recorded), 2 wrong use, 3 some rows are left out, "
    "4 recorded, but not shown.",
)
COMMAND = Text(da="KOMMANDO [ORD]...", en="COMMAND [ARGS]...")
VERSION = Text(da="Vis versionen, og stop.", en="Show the version and exit.")
WIDEST = max(map(len, COMMANDS))


class Program(Spoken, click.Group):
    """The commands, each loaded when it is called, and errors told in one sentence."""

    def main(self, args: Sequence[str] | None = None, *others: Any, **settings: Any) -> Any:
        words = list(sys.argv[1:] if args is None else args)
        speak(asked_in(words))
        with click_speaks():
            return super().main(words, *others, **settings)

    def invoke(self, ctx: click.Context) -> Any:
        with one_sentence(), recorded_is_told(ctx):
            return super().invoke(ctx)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        self.subcommand_metavar = say(COMMAND)
        return super().collect_usage_pieces(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:  # click knows only of commands that are loaded
            raise click.NoSuchCommand(error.command_name, possibilities=COMMANDS, ctx=ctx) from None

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        listed = COMMANDS.get(cmd_name)
        if listed is None:
            return None
        module = import_module(listed.module)
        found: click.Command = getattr(module, cmd_name.replace("-", "_"), None) or getattr(
            module, f"{cmd_name}_"
        )
        return found

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        listed = [(name, each) for name, each in COMMANDS.items() if name.startswith(incomplete)]
        named = [CompletionItem(name, help=say(each.line)) for name, each in listed]
        return [*named, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.help = say(WHAT_IT_IS)
        super().format_help_text(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for title, section in SECTIONS:
            with formatter.section(say(title)):
                formatter.write_dl([(name.ljust(WIDEST), say(each.line)) for name, each in section.items()])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        formatter.write_text(say(EXIT_CODES))


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    package_name="vaerebro-events", message="vaerebro %(version)s", cls=Option, said=VERSION
)
@LANG
def vaerebro(lang: str) -> None:
    """The logbook; its help is written by `Program`."""


def main() -> None:
    """Runs the command line; what a terminal cannot show is shown as a question mark."""
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        with one_sentence():
            vaerebro(prog_name="vaerebro")
    except click.ClickException as error:  # what click prints before any command, such as help
        with click_speaks():
            error.show()
        sys.exit(error.exit_code)
    finally:
        _let_go_of_the_output()


def _open_what_is_closed() -> None:
    """What the program was started without is nowhere, and no file that is opened comes in its place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 as long as it runs


def _let_go_of_the_output() -> None:
    """What cannot be written is not tried again, with another complaint, as Python stops."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
