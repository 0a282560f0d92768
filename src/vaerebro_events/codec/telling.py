"""What is wrong with plain data, told by table and key in the words of the field."""

import re
from collections.abc import Iterator
from typing import Any

from cattrs import ClassValidationError, ForbiddenExtraKeysError, transform_error

from vaerebro_events.errors import VaerebroError


def listed(told: list[tuple[str, str]]) -> str:
    """All that is wrong, in one line."""
    return "; ".join(f"{place}: {why}" if place else why for place, why in told)


def _leaves(error: BaseException) -> list[BaseException]:
    if isinstance(error, ClassValidationError):
        return [leaf for inner in error.exceptions for leaf in _leaves(inner)]
    return [error]


def typed(error: ClassValidationError) -> Iterator[VaerebroError]:
    """The errors of the library within an error of cattrs."""
    return (leaf for leaf in _leaves(error) if isinstance(leaf, VaerebroError))


def say(error: BaseException, _: type | None = None) -> str:
    """What an error says of one value, without its place."""
    match error:
        case ForbiddenExtraKeysError():
            return f"it does not know {', '.join(sorted(error.extra_fields))}"
        case KeyError():
            return "it is missing"
        case AttributeError():
            return "it must be a table"
        case TypeError() if "not iterable" in str(error):  # it was looked into as a table
            return "it must be a table"
        case VaerebroError():
            return error.sentence.rstrip(".")
        case _:
            return str(error)


def whys(error: ClassValidationError, data: object) -> list[tuple[str, str]]:
    """All that is wrong, each with its place: names of tables, with keys rather than numbers."""
    found: list[tuple[str, str]] = []
    for message in transform_error(error, format_exception=say):
        why, _, path = message.rpartition(" @ ")
        found.append((_place(path.removeprefix("$").removeprefix("."), data), why))
    return found


def _place(path: str, data: Any) -> str:
    """A path such as `criteria[3].title`, said with the keys of its tables: `criteria «x.y», title`."""
    said: list[str] = []
    for step in filter(None, re.split(r"\.|(\[\d+\])", path)):
        at: Any = int(step[1:-1]) if step.startswith("[") else step
        try:
            data = data[at]
        except (KeyError, IndexError, TypeError):
            data = None
        if isinstance(at, int):
            said[-1] += f" «{_key(data)}»" if _key(data) else f" {at + 1}"
        else:
            said.append(step)
    return ", ".join(said)


def _key(data: Any) -> Any:
    try:
        return data["key"]
    except (KeyError, TypeError):
        return None
