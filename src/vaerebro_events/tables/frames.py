"""A logbook's entries and statuses as data frames, of polars or of pandas: typed columns, exact figures."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from vaerebro_events.errors import FramesMissing, InvalidValue
from vaerebro_events.logbook import Logbook
from vaerebro_events.projections.replay import Replay
from vaerebro_events.tables.columns import Kind, Table
from vaerebro_events.tables.entry_rows import entries_table
from vaerebro_events.tables.status_rows import statuses_table
from vaerebro_events.text import Language, Text

if TYPE_CHECKING:
    import polars as pl

_TABLES: Mapping[str, Callable[[Replay, Language], Table]] = {
    "entries": entries_table,
    "statuses": statuses_table,
}
_THERE_ARE = Text(da="der er entries og statuses", en="there are entries and statuses")
_DIGITS, _DECIMALS = 38, 6
_PANDAS: Mapping[Kind, str] = {
    Kind.WHOLE: "Int64",
    Kind.EXACT: "object",  # Decimal, or None
    Kind.DAY: "datetime64[s]",
    Kind.INSTANT: "datetime64[us, UTC]",
    Kind.YES_NO: "boolean",
    Kind.TEXT: "object",
    Kind.LONG: "object",
}


def to_polars(
    what: Logbook | Replay, table: Literal["entries", "statuses"] = "entries", *, language: Language = "en"
) -> "pl.DataFrame":
    """The entries, or the statuses, of a logbook (as of today) or of a replay, as a frame of polars.

    Raises: `InvalidValue`, where there is no such table; `FramesMissing`, where polars is not installed.

    >>> from vaerebro_events import Actor, Logbook
    >>> from vaerebro_events.tables.frames import to_polars
    >>> logbook = Logbook.create(":memory:", actor=Actor("family-worker", "u-3"))
    >>> to_polars(logbook).select("position", "tag", "in_force").rows()
    [(1, 'plan-adopted', True)]
    """
    polars = _library("polars")
    kinds = {
        Kind.WHOLE: polars.Int64,
        Kind.EXACT: polars.Decimal(_DIGITS, _DECIMALS),
        Kind.DAY: polars.Date,
        Kind.INSTANT: polars.Datetime("us", "UTC"),
        Kind.YES_NO: polars.Boolean,
    }
    asked = _asked(what, table, language)
    schema = {column.name: kinds.get(column.kind, polars.String) for column in asked.columns}
    made: pl.DataFrame = polars.DataFrame(list(asked.rows), schema=schema, orient="row")
    return made


def to_pandas(
    what: Logbook | Replay, table: Literal["entries", "statuses"] = "entries", *, language: Language = "en"
) -> Any:
    """The entries, or the statuses, of a logbook (as of today) or of a replay, as a frame of pandas.

    What is not there is nothing (`NA`, `NaT`, `None`), and figures with decimals are `Decimal`.

    Raises: `InvalidValue`, where there is no such table; `FramesMissing`, where pandas is not installed.

    >>> from vaerebro_events import Actor, Logbook
    >>> from vaerebro_events.tables.frames import to_pandas
    >>> logbook = Logbook.create(":memory:", actor=Actor("family-worker", "u-3"))
    >>> to_pandas(logbook)["tag"].tolist()
    ['plan-adopted']
    """
    pandas = _library("pandas")
    asked = _asked(what, table, language)
    rows = list(asked.rows)
    return pandas.DataFrame(
        {
            column.name: pandas.Series([row[at] for row in rows], dtype=_PANDAS[column.kind])
            for at, column in enumerate(asked.columns)
        }
    )


def _asked(what: Logbook | Replay, table: str, language: Language) -> Table:
    if table not in _TABLES:
        raise InvalidValue("table", table, _THERE_ARE)
    replay = what.replay() if isinstance(what, Logbook) else what
    return _TABLES[table](replay, language)


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError:
        raise FramesMissing(name) from None
