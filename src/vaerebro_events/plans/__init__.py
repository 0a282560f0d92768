"""The plans that come with the library, and reading a plan's TOML file. A new plan: one file here."""

import tomllib
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

from vaerebro_events.codec import Codec
from vaerebro_events.domain.plan import Plan
from vaerebro_events.domain.vocabulary import Vocabulary
from vaerebro_events.errors import InvalidPlan, PlanProblem, UnknownPlan
from vaerebro_events.projections.vocabulary import VOCABULARY

DEFAULT = "vaerebro-2020-2023"


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
        raise InvalidPlan(str(source), (PlanProblem("the file", f"it is no UTF-8 text: {error}"),)) from None
    except (OSError, ValueError):
        raise UnknownPlan(str(source), names()) from None


def read_plan(source: str | Path = DEFAULT, vocabulary: Vocabulary = VOCABULARY) -> Plan:
    """A plan of the library by its name, or of a TOML file by its path.

    Raises: `UnknownPlan`; `InvalidPlan`, with all that is wrong in the file, by table and key.

    >>> from vaerebro_events import read_plan
    >>> plan = read_plan("vaerebro-2020-2023")
    >>> plan.first_day.isoformat(), len(plan.criteria)
    ('2020-01-01', 57)
    """
    text = _text(source)
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise InvalidPlan(str(source), (PlanProblem("the file", f"it is no TOML: {error}"),)) from None
    return Codec.of(vocabulary).plan(str(source), data)
