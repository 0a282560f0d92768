"""What is recorded, although the receipt for it cannot be shown: a sentence, and an exit code of its own."""

from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from importlib import import_module

import click

from vaerebro_events.cli.errors import of_a_file
from vaerebro_events.cli.speaking import say
from vaerebro_events.text import Text

NOT_SHOWN = 4  # how the command ends
_RECORDED = "vaerebro.recorded"
RECORDED = (
    Text(
        da="Registreret som post {positions}, men ikke alt kunne skrives ud: {why}",
        en="Recorded as entry {positions}, but not all of it could be written out: {why}",
    ),
    Text(
        da="Registreret som post {positions}, men ikke alt kunne skrives ud: {why}",
        en="Recorded as entries {positions}, but not all of it could be written out: {why}",
    ),
)


class NotShown(click.ClickException):
    """Raised when entries are recorded, and what is to be written of them cannot be."""

    exit_code = NOT_SHOWN


def note_recorded(positions: Iterable[int]) -> None:
    """Notes what the command that runs has recorded, in case that it cannot be shown."""
    context = click.get_current_context()
    context.meta[_RECORDED] = [*context.meta.get(_RECORDED, ()), *positions]


@contextmanager
def recorded_is_told(context: click.Context) -> Generator[None]:
    """What cannot be written after something was recorded is told so. Raises: `NotShown`."""
    try:
        yield
    except OSError as error:
        recorded: Sequence[int] = context.meta.get(_RECORDED, ())
        if not recorded:
            raise
        spans = import_module("vaerebro_events.reports.terminal.shown").positions(recorded)
        raise NotShown(say(RECORDED[len(recorded) > 1], positions=spans, why=of_a_file(error))) from None
