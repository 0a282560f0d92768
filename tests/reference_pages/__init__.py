"""The pages of `docs/reference` that are made from the code: `make reference` writes them.

A new page: one module here, and one line in `PAGES`.
"""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from reference_pages.command_line import page as command_line
from reference_pages.errors import page as errors
from reference_pages.facts import page as facts
from reference_pages.python import page as python
from reference_pages.rules import page as rules
from reference_pages.schemas import page as schemas

REFERENCE = Path(__file__).parent.parent.parent / "docs" / "reference"

PAGES: Mapping[str, Callable[[], str]] = {
    "facts.md": facts,
    "rules.md": rules,
    "errors.md": errors,
    "command-line.md": partial(command_line, "en"),
    "kommandolinjen.md": partial(command_line, "da"),
    "python.md": python,
    "schemas.md": schemas,
}
