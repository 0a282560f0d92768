"""What goes wrong on the command line: one sentence, in the language that is spoken, without a traceback."""

import errno
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any, cast

import click

from vaerebro_events.cli.environment import INSTALL, is_an_extra
from vaerebro_events.cli.speaking import language, say
from vaerebro_events.text import Text

THE_OUTPUT = Text(da="Outputtet", en="The output")
# What a system says of a file in English alone.
OF_A_FILE: Mapping[int | None, str] = {
    errno.ENOENT: "Filen eller mappen findes ikke",
    errno.EEXIST: "Filen findes allerede",
    errno.EISDIR: "Det er en mappe",
    errno.ENOTDIR: "Det er ikke en mappe",
    errno.EACCES: "Der er ikke adgang til filen",
    errno.EPERM: "Det er ikke tilladt",
    errno.EROFS: "Der kan ikke skrives dér",
    errno.ENOSPC: "Der er ikke mere plads",
    errno.ENAMETOOLONG: "Navnet er for langt",
}


@contextmanager
def one_sentence() -> Generator[None]:
    """What goes wrong leaves as one sentence, without a traceback."""
    try:
        yield
    except (BrokenPipeError, click.ClickException, click.Abort, click.exceptions.Exit):
        raise
    except OSError as error:
        raise click.ClickException(_of_a_file(error)) from None
    except ModuleNotFoundError as missing:
        if not is_an_extra(missing):
            raise
        raise click.ClickException(say(INSTALL)) from None
    except Exception as error:
        said = _own(error)
        if said is None:
            raise
        raise click.ClickException(" ".join(said.split())) from None


def _own(error: Exception) -> str | None:
    """The sentence of an error of the library's own; they are loaded only now, since help needs none."""
    root: type[Exception] = import_module("vaerebro_events.errors.root").VaerebroError
    return cast(Any, error).in_(language()) if isinstance(error, root) else None


def _of_a_file(error: OSError) -> str:
    why = str(error.strerror)
    said = Text(da=OF_A_FILE.get(error.errno, why), en=why)
    return f"{error.filename or say(THE_OUTPUT)}: {say(said)}."
