"""What goes wrong on the command line: one sentence, in the language that is spoken, without a traceback."""

import errno
import re
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any, cast

import click
from attrs import evolve

from vaerebro_events.cli.environment import INSTALL, is_an_extra
from vaerebro_events.cli.speaking import language, say
from vaerebro_events.text import Text

THE_OUTPUT = Text(da="Outputtet", en="The output")
# What a system says of a file in English alone.
OF_A_FILE: Mapping[int | None, str] = {
    errno.ENOENT: "{name}: Filen eller mappen findes ikke",
    errno.EEXIST: "Filen {name} findes allerede",
    errno.EISDIR: "{name}: Det er en mappe",
    errno.ENOTDIR: "{name}: Det er ikke en mappe",
    errno.EACCES: "{name}: Der er ikke adgang til filen",
    errno.EPERM: "{name}: Det er ikke tilladt",
    errno.EROFS: "{name}: Der kan ikke skrives dér",
    errno.ENOSPC: "{name}: Der er ikke mere plads",
    errno.ENAMETOOLONG: "{name}: Navnet er for langt",
    errno.EPIPE: "{name}: Der er ingen, der læser det",
}


# What the library calls as the options are called that give it.
OPTIONS = frozenset({"after", "days", "known"})
MISSING = re.compile(r"^Mangler (\w+) ('.*?')\.")
QUOTE = "'"
QUOTED = re.compile(r"'([^']*)'")


@contextmanager
def one_sentence() -> Generator[None]:
    """What goes wrong leaves as one sentence, without a traceback."""
    try:
        yield
    except click.UsageError as wrong:
        if language() == "da":
            raise click.UsageError(_in_danish(wrong), wrong.ctx) from None
        raise
    except (BrokenPipeError, click.ClickException, click.Abort, click.exceptions.Exit):
        raise
    except OSError as error:
        raise click.ClickException(of_a_file(error)) from None
    except ModuleNotFoundError as missing:
        if not is_an_extra(missing):
            raise
        raise click.ClickException(say(INSTALL)) from None
    except Exception as error:
        said = _own(error)
        if said is None:
            raise
        raise click.ClickException(" ".join(said.split())) from None


def _in_danish(wrong: click.UsageError) -> str:
    """What click says, where Danish needs more than a catalogue: the order of words, and the quotes."""
    said = wrong.format_message()
    if isinstance(wrong, click.MissingParameter):
        said = MISSING.sub(lambda found: f"{found[1]} {found[2].replace(QUOTE, '')} mangler.", said)
    return QUOTED.sub(r"»\1«", said)


def _own(error: Exception) -> str | None:
    """The sentence of an error of the library's own; they are loaded only now, since help needs none."""
    errors = import_module("vaerebro_events.errors")
    if isinstance(error, errors.InvalidValue):
        error = _called(cast(Any, error))
    return cast(Any, error).in_(language()) if isinstance(error, errors.VaerebroError) else None


def _called(invalid: Any) -> Any:
    """The same about a field by its label, and about what an option gives by the option's name."""
    words = import_module("vaerebro_events.forms.words")
    if invalid.what in OPTIONS:
        return evolve(invalid, what=f"--{invalid.what}")
    return evolve(invalid, what=words.field_name(invalid.what)) if invalid.what in words.FIELDS else invalid


def of_a_file(error: OSError) -> str:
    """The sentence for what a system says of a file, or of the output."""
    name = error.filename or say(THE_OUTPUT)
    why = f"{{name}}: {error.strerror or error or type(error).__name__}"
    said = Text(da=OF_A_FILE.get(error.errno, why), en=why)
    return f"{say(said).replace('{name}', name)}."
