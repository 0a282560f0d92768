"""The page of all JSON Schemas that stand in `docs/schemas`."""

import json
from pathlib import Path
from typing import Any

from reference_pages.told import MADE, table

SCHEMAS = Path(__file__).parent.parent.parent / "docs" / "schemas"
TOP = f"""\
# JSON schemas

What `--json` prints and what files hold, as [JSON Schema](https://json-schema.org) of 2020-12. The tests
hold every printed shape to its schema. A day is `2021-03-04`, a time has its offset, and an exact figure
is text (`"3/4"`, `"12.5"`).

Every fact has a schema as well: `vaerebro export LOGBOOK FOLDER/` writes them into the data package, and
`vaerebro_events.tables.schemas.fact_schema` makes one, of an application's own fact, too.

{MADE}
"""


def _said(file: Path) -> tuple[str, str, str]:
    schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    link = file.relative_to(SCHEMAS.parent).as_posix()
    return (
        f"[{file.name.removesuffix('.schema.json')}](../{link})",
        schema["title"],
        schema.get("description", ""),
    )


def page() -> str:
    """The whole page."""
    rows = [_said(file) for file in sorted(SCHEMAS.rglob("*.json"))]
    return "\n".join([TOP, *table(("schema", "of", "what it holds"), rows)]).rstrip() + "\n"
