"""What goes wrong on the command line: one sentence, in the language that is spoken, without a traceback."""

from collections.abc import Generator
from contextlib import contextmanager

import click

from vaerebro_events.cli.speaking import language, say
from vaerebro_events.errors.root import VaerebroError
from vaerebro_events.text import Text

THE_OUTPUT = Text(da="Outputtet", en="The output")


@contextmanager
def one_sentence() -> Generator[None]:
    """What goes wrong leaves as one sentence, without a traceback."""
    try:
        yield
    except VaerebroError as error:
        raise click.ClickException(" ".join(error.in_(language()).split())) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.ClickException(f"{error.filename or say(THE_OUTPUT)}: {error.strerror}.") from None
