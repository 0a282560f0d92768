"""How a command prints: a page for a terminal, or JSON for other programs."""

from typing import Any

import click
import orjson
from rich.console import Console, RenderableType

from vaerebro_events.reports.terminal.shown import in_ascii


def console(*, err: bool = False) -> Console:
    """The terminal that a page is for; `err` is its other output."""
    return Console(highlight=False, markup=False, emoji=False, stderr=err)


def width() -> int:
    """How many columns it has."""
    return console().width


def show(page: RenderableType, *, err: bool = False) -> None:
    """Prints a page, without the blanks that fill its lines up."""
    terminal = console(err=err)
    with terminal.capture() as captured:
        terminal.print(page)
    shown = captured.get()
    if terminal.options.ascii_only:
        shown = in_ascii(shown)
    terminal.file.writelines(f"{line.rstrip()}\n" for line in shown.splitlines())
    terminal.file.flush()


def print_json(data: dict[str, Any]) -> None:
    """Prints one object, in lines that can be read."""
    click.echo(orjson.dumps(data, option=orjson.OPT_INDENT_2))
