"""Whether what commands that write print as JSON has the shape of its schema."""

import json
from pathlib import Path
from typing import Any

from click.testing import Result
from jsonschema import Draft202012Validator

SCHEMAS = Path(__file__).parent.parent / "docs" / "schemas"


def read_as(name: str, result: Result) -> Any:
    """What a command printed, once it has the shape of that name."""
    told = json.loads(result.stdout)
    shape = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(shape).validate(told)  # pyright: ignore[reportUnknownMemberType] its stubs are partial
    return told
