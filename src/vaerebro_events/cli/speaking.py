"""Which language the command line speaks, and commands, options and help that are said in both.

The language is that of `--lang`, else what `vaerebro me --lang` has kept, else that of the environment.
"""

import gettext
import os
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import pairwise
from pathlib import Path
from typing import Any

import click

from vaerebro_events.cli.environment import of_the_environment
from vaerebro_events.cli.kept import kept
from vaerebro_events.cli.listed import COMMANDS
from vaerebro_events.text import Language, Text

LANGUAGES: tuple[Language, ...] = ("da", "en")
# What click itself says, in the languages that are not English.
CLICK, CATALOGUES = "vaerebro-click", Path(__file__).with_name("locale")
OPTIONS = Text(da="[VALG]", en="[OPTIONS]")
CODE = Text(da="KODE", en="CODE")
ONE_OF = Text(da=" En af: {codes}.", en=" One of: {codes}.")
LONG = 40  # a list of codes that has no room before the help of its option
_spoken: ContextVar[Language | None] = ContextVar("spoken", default=None)


def language() -> Language:
    """The language that is spoken now."""
    return _spoken.get() or kept().lang or of_the_environment()


def speak(lang: Language | None) -> None:
    """Speaks that language from now on; nothing: the one of the settings or the environment."""
    _spoken.set(lang or kept().lang or of_the_environment())


@contextmanager
def click_speaks() -> Generator[None]:
    """Lets click speak the language that is spoken: it asks gettext, and gettext asks the environment."""
    domain, wanted = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(CLICK, CATALOGUES)
    gettext.textdomain(CLICK)
    os.environ["LANGUAGE"] = language()
    try:
        yield
    finally:
        gettext.textdomain(domain)
        del os.environ["LANGUAGE"]
        os.environ.update({} if wanted is None else {"LANGUAGE": wanted})


def say(text: Text, **told: object) -> str:
    """A text in the language that is spoken, with what is told filled in."""
    return text.in_(language()).format(**told) if told else text.in_(language())


def asked_in(words: Sequence[str]) -> Language | None:
    """The language that a command line asks for last, so that also its help and its errors are in it."""
    found: Language | None = None
    for word, following in pairwise([*words, ""]):
        name, equals, value = word.partition("=")
        if name == "--lang":
            asked = value if equals else following
            found = asked if asked in LANGUAGES else found
    return found


class Option(click.Option):
    """An option whose help, and the word for its value, are said in both languages.

    Where it takes one of many codes, they stand in its help.
    """

    def __init__(self, *args: Any, said: Text, shown: Text | None = None, **settings: Any) -> None:
        super().__init__(*args, **{**settings, "help": said.en})
        self._said, self._shown = said, shown

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        codes = ", ".join(self._codes())
        self.help = say(self._said) + (say(ONE_OF, codes=codes) if len(codes) > LONG else "")
        return super().get_help_record(ctx)

    def make_metavar(self, ctx: click.Context) -> str:
        if self._shown is not None:
            return say(self._shown)
        return say(CODE) if len(", ".join(self._codes())) > LONG else super().make_metavar(ctx)

    def _codes(self) -> Sequence[str]:
        choices: Sequence[object] = getattr(self.type, "choices", ())
        return [str(code) for code in choices]


class Argument(click.Argument):
    """An argument whose name is said in both languages."""

    def __init__(self, *args: Any, shown: Text, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._shown = shown

    def make_metavar(self, ctx: click.Context) -> str:
        name = say(self._shown)
        if not self.required:
            name = f"[{name}]"
        return f"{name}..." if self.nargs != 1 else name


class Spoken(click.Command):
    """A command in whose help also click's own words are said in both languages."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = gettext.gettext("Show this message and exit.")
        return found

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        self.options_metavar = say(OPTIONS)
        return super().collect_usage_pieces(ctx)


class Command(Spoken):
    """A command whose help is said in both languages: the line that lists it, and maybe more."""

    def __init__(self, *args: Any, line: Text, more: Text | None = None, **settings: Any) -> None:
        super().__init__(*args, **{**settings, "help": line.en})
        self._line, self._more = line, more

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        parts = [say(part) for part in (self._line, self._more) if part is not None]
        self.help = "\n\n".join(parts)
        super().format_help_text(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        return say(self._line)


def command(name: str, more: Text | None = None) -> Callable[[Callable[..., None]], Command]:
    """Makes a function the command of that name, as `listed` has it; `more` is what its help says further."""

    def made(function: Callable[..., None]) -> Command:
        return click.command(name, cls=Command, line=COMMANDS[name].line, more=more)(function)

    return made


def option(*names: str, said: Text, shown: Text | None = None, **settings: Any) -> Callable[[Any], Any]:
    """An option, with help in both languages; `shown` is the word for its value."""
    return click.option(*names, cls=Option, said=said, shown=shown, **settings)


def argument(name: str, shown: Text, **settings: Any) -> Callable[[Any], Any]:
    """An argument, with a name in both languages."""
    return click.argument(name, cls=Argument, shown=shown, **settings)


def _now_spoken(_: click.Context, __: click.Parameter, lang: Language | None) -> Language:
    return lang or language()


LANG = option(
    "--lang",
    type=click.Choice(LANGUAGES),
    callback=_now_spoken,
    said=Text(
        da="Sprog: da (dansk) eller en (engelsk); ellers det, der er valgt med »me«, eller maskinens.",
        en="Language: da (Danish) or en (English); else the one set by «me», or the machine's.",
    ),
)
