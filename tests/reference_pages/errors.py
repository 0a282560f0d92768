"""The page of all errors, each with the sentence of the first test that provokes it."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import fields

from clocks import SettableClock
from given import AFTERWARDS, new_logbook, noon
from provoked import Case, Desk
from reference_pages.told import MADE, first_sentence, paragraphs, title
from test_every_error import CASES, every_error
from vaerebro_events import VaerebroError
from vaerebro_events.text import Language

TOP = f"""\
# The errors

Whatever is refused raises a class of its own: a subclass of `VaerebroError` that carries the facts as
fields and says one sentence, in English as `str(error)` and in either language as `error.in_("da")`.
Nothing is recorded then. All are in `vaerebro_events.errors`; the command line prints the sentence and
ends with 1.

A *refusal* (`Refusal`) says that the log's history stands in the way; a *storage error* (`StorageError`)
that the file cannot be used. `VaerebroError` is the root of all.

{MADE} Each sentence is what an example of the tests gives.
"""
LANGUAGES: tuple[Language, ...] = ("en", "da")


def _provoked(case: Case, folder: Path) -> VaerebroError | None:
    """The error of a case, as it comes."""
    clock = SettableClock(noon(AFTERWARDS))
    with new_logbook(clock, plan=case.plan) as logbook:
        if case.given:
            logbook.record(*case.given)
        try:
            case.when(Desk(logbook, clock, folder))
        except VaerebroError as error:
            return error
    return None


def _sentences() -> Mapping[type[VaerebroError], tuple[str, ...]]:
    """What each error says, in the languages."""
    said: dict[type[VaerebroError], tuple[str, ...]] = {}
    for case in CASES:
        if case.error not in said:
            with TemporaryDirectory() as folder, suppress(OSError):
                error = _provoked(case, Path(folder))
                if error is not None:
                    said[type(error)] = tuple(_without(folder, error.in_(each)) for each in LANGUAGES)
    return said


def _without(folder: str, sentence: str) -> str:
    return sentence.replace(f"{folder}/", "").replace(folder, "the-folder")


def _error(kind: type[VaerebroError], said: Mapping[type[VaerebroError], tuple[str, ...]]) -> Iterator[str]:
    yield f"### {kind.__name__}\n"
    yield f"{' '.join(paragraphs(kind))} {_family(kind)}\n"
    if kind in said:
        yield ">\n".join(f"> {sentence}\n" for sentence in dict.fromkeys(said[kind]))


def _family(kind: type[VaerebroError]) -> str:
    offered = [base for base in kind.__mro__[1:] if not base.__name__.startswith("_")]
    carried = ", ".join(f"`{field.name}`" for field in fields(kind))
    return f"A `{offered[0].__name__}`{f'; it carries {carried}' if carried else ''}."


def page() -> str:
    """The whole page."""
    said = _sentences()
    kinds = sorted(every_error() - {VaerebroError}, key=_place)
    lines = [TOP]
    for module, family in groupby(kinds, key=lambda kind: kind.__module__):
        lines += [f"## {title(module)}\n", f"{first_sentence(module)}\n"]
        lines += [line for kind in family for line in _error(kind, said)]
    return "\n".join(lines).rstrip() + "\n"


def _place(kind: type[VaerebroError]) -> tuple[str, int]:
    """Where a class stands: its module, and its place there, so that a root comes before its kin."""
    return kind.__module__, list(vars(sys.modules[kind.__module__])).index(kind.__name__)
