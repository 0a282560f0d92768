"""What goes wrong on the command line: one sentence, without a traceback."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import click

from vaerebro_events.errors import VaerebroError


@contextmanager
def one_sentence() -> Generator[None]:
    """What goes wrong leaves as one sentence, without a traceback."""
    try:
        yield
    except VaerebroError as error:
        raise click.ClickException(" ".join(error.sentence.split())) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.ClickException(f"{error.filename or 'The output'}: {error.strerror}.") from None


class Commands(click.Group):
    """The commands, with errors told in one sentence."""

    def invoke(self, ctx: click.Context) -> Any:
        with one_sentence():
            return super().invoke(ctx)
