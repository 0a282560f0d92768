"""What the pages share: docstrings, titles and tables as Markdown."""

import inspect
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from vaerebro_events.text import Text

MADE = "This page is made from the code by `make reference`."


def paragraphs(documented: Any) -> list[str]:
    """What a docstring says, paragraph by paragraph, without its examples."""
    said = inspect.cleandoc(documented.__doc__ or "").split("\n\n")
    return [" ".join(part.split()) for part in said if not part.startswith(">>>")]


def first_sentence(module: str) -> str:
    """What a module is about, by the first sentence of its docstring."""
    return f"{paragraphs(sys.modules[module])[0].partition('. ')[0].rstrip('.')}."


def title(module: str) -> str:
    """A module's name as a heading."""
    return module.rpartition(".")[2].replace("_", " ").capitalize()


def anchor(heading: str) -> str:
    """Where a heading is found within its page."""
    return heading.lower().replace(" ", "-")


def both(text: Text, mark: str = "") -> str:
    """A text in Danish and English; once, where they are the same."""
    said = dict.fromkeys((text.da, text.en))
    return " / ".join(f"{mark}{each}{mark}" for each in said)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table, line by line."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""
