"""The plans that come with the library, and reading a plan's file. A new plan: one TOML file here."""

import json
import re
import tomllib
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any, NoReturn, cast

from vaerebro_events.codec import THE_FILE, Codec
from vaerebro_events.domain.plan import Plan
from vaerebro_events.domain.vocabulary import Vocabulary
from vaerebro_events.errors import InvalidPlan, PlanProblem, UnknownPlan
from vaerebro_events.errors.said import Unfit
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.text import Text

DEFAULT = "vaerebro-2020-2023"
_PLACE = re.compile(r"line (\d+),? column (\d+)")


def names() -> tuple[str, ...]:
    """The names of the plans that come with the library."""
    found = (item.name for item in files(__name__).iterdir() if item.name.endswith(".toml"))
    return tuple(sorted(name.removesuffix(".toml") for name in found))


def _text(source: str | Path) -> str:
    if isinstance(source, str) and source in names():
        return (files(__name__) / f"{source}.toml").read_text(encoding="utf-8")
    try:
        return Path(source).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        why = Text(da=f"den er ikke UTF-8-tekst (ved byte {error.start})", en=f"it is no UTF-8 text: {error}")
        raise InvalidPlan(str(source), (PlanProblem(THE_FILE, why),)) from None
    except (OSError, ValueError):
        raise UnknownPlan(str(source), names()) from None


def _toml(text: str) -> dict[str, Any]:
    return tomllib.loads(text, parse_float=Decimal)


def _no_number(word: str) -> NoReturn:
    raise Unfit(Text(da=f"{word} er ikke et tal", en=f"{word} is no number"))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A table of JSON; like TOML's it has each key once."""
    table = dict(pairs)
    if len(table) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        times = keys.count(twice)
        raise Unfit(
            Text(
                da=f"nøglen »{twice}« bruges {times} gange i én tabel",
                en=f"the key «{twice}» is used {times} times in one table",
            )
        )
    return table


def _json(text: str) -> dict[str, Any]:
    data = json.loads(text, parse_float=Decimal, parse_constant=_no_number, object_pairs_hook=_once)
    # An escape may stand for half a character, which no log can hold.
    json.dumps(data, default=str, ensure_ascii=False).encode()
    if not isinstance(data, dict):
        raise Unfit(Text(da="den er ikke en tabel", en="it is no table"))
    return cast(dict[str, Any], data)


def _unread(form: str, error: Exception) -> Text:
    """Why a file is not of its form; its reader speaks English alone, so Danish says where it stopped."""
    if isinstance(error, Unfit):
        return error.why.at(Text(da=f"den er ikke {form}", en=f"it is no {form}"))
    place = _PLACE.search(str(error))
    where = f" (læst til linje {place[1]}, tegn {place[2]})" if place else ""
    return Text(da=f"den er ikke {form}{where}", en=f"it is no {form}: {error}")


def read_plan(source: str | Path = DEFAULT, vocabulary: Vocabulary = VOCABULARY) -> Plan:
    """A plan of the library by its name, or of a file by its path.

    A file is TOML or, where its name ends in `.json`, what `vaerebro plan LOGBOOK --json` writes.

    Raises: `UnknownPlan`; `InvalidPlan`, with all that is wrong in the file, by table and key.

    >>> from vaerebro_events import read_plan
    >>> plan = read_plan("vaerebro-2020-2023")
    >>> plan.first_day.isoformat(), len(plan.criteria)
    ('2020-01-01', 57)
    """
    text = _text(source)
    form, read = ("JSON", _json) if str(source).lower().endswith(".json") else ("TOML", _toml)
    try:
        data = read(text)
    except (ValueError, RecursionError) as error:
        raise InvalidPlan(str(source), (PlanProblem(THE_FILE, _unread(form, error)),)) from None
    return Codec.of(vocabulary).plan(str(source), data)
