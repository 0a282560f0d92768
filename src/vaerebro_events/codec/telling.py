"""What is wrong with plain data, told by table and key in the words of the field."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from cattrs import (
    ClassValidationError,
    ForbiddenExtraKeysError,
    StructureHandlerNotFoundError,
    transform_error,
)

from vaerebro_events.errors import PlanProblem, VaerebroError
from vaerebro_events.errors.said import Unfit, why_of
from vaerebro_events.text import Language, Text, quoted

A_TABLE = Text(da="det skal være en tabel", en="it must be a table")
MISSING = Text(da="det mangler", en="it is missing")


def _leaves(error: BaseException) -> list[BaseException]:
    if isinstance(error, ClassValidationError):
        return [leaf for inner in error.exceptions for leaf in _leaves(inner)]
    return [error]


def typed(error: ClassValidationError) -> Iterator[VaerebroError]:
    """The errors of the library within an error of cattrs."""
    return (leaf for leaf in _leaves(error) if isinstance(leaf, VaerebroError))


def say(error: BaseException) -> Text:
    """What an error says of one value, without its place."""
    match error:
        case ForbiddenExtraKeysError():
            extra = ", ".join(sorted(error.extra_fields))
            return Text(da=f"{extra} kendes ikke", en=f"it does not know {extra}")
        case KeyError():
            return MISSING
        case AttributeError() | TypeError() if _looked_into(error):
            return A_TABLE
        case StructureHandlerNotFoundError():
            return Text(da=f"{error.type_} er af en type, som ikke kendes her", en=str(error))
        case VaerebroError() | Unfit():
            return why_of(error)
        case _:
            return Text.of(str(error))


def _looked_into(error: BaseException) -> bool:
    """Whether something that is no table was looked into as one."""
    return isinstance(error, AttributeError) or "not iterable" in str(error)


def whys(error: ClassValidationError, data: object) -> list[PlanProblem]:
    """All that is wrong, each with its place: names of tables, with keys rather than numbers."""
    found: list[PlanProblem] = []
    for said, told in zip(_messages(error, "da"), _messages(error, "en"), strict=True):
        (danish, _, path), (english, _, _) = said.rpartition(" @ "), told.rpartition(" @ ")
        steps = path.removeprefix("$").removeprefix(".")
        place = Text.each(partial(_place, steps, data)) if steps else ""
        found.append(PlanProblem(place, Text(da=danish, en=english)))
    return found


def _messages(error: ClassValidationError, language: Language) -> list[str]:
    return transform_error(error, format_exception=lambda error, _: say(error).in_(language))


def _place(path: str, data: Any, language: Language) -> str:
    """A path such as `criteria[3].title`, said with the keys of its tables: `criteria «x.y», title`."""
    said: list[str] = []
    for step in filter(None, re.split(r"\.|(\[\d+\])", path)):
        at: Any = int(step[1:-1]) if step.startswith("[") else step
        try:
            data = data[at]
        except (KeyError, IndexError, TypeError):
            data = None
        if isinstance(at, int):
            said[-1] += f" {quoted(_key(data), language)}" if _key(data) else f" {at + 1}"
        else:
            said.append(step)
    return ", ".join(said)


def _key(data: Any) -> Any:
    try:
        return data["key"]
    except (KeyError, TypeError):
        return None
