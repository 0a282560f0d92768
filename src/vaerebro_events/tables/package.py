"""What describes the files of a folder: a Frictionless data package (version 2, readable as version 1)."""

from collections.abc import Sequence
from typing import Any

from vaerebro_events.projections.replay import Replay
from vaerebro_events.tables.columns import Column, Kind, Table
from vaerebro_events.tables.csv_out import FOR_PROGRAMS
from vaerebro_events.tables.written import Written
from vaerebro_events.text import Language

NO_PLAN = "logbook"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
# The type of a column in Table Schema, and what else it says of its cells.
_TYPES: dict[Kind, dict[str, Any]] = {
    Kind.WHOLE: {"type": "integer"},
    Kind.EXACT: {"type": "number"},
    Kind.DAY: {"type": "date"},
    Kind.INSTANT: {"type": "datetime", "format": "any"},
    Kind.YES_NO: {"type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]},
    Kind.TEXT: {"type": "string"},
    Kind.LONG: {"type": "string"},
}


def table_schema(table: Table, language: Language) -> dict[str, Any]:
    """What stands in the columns of a table, in Table Schema.

    >>> from vaerebro_events.tables.columns import Column, Kind, Table
    >>> from vaerebro_events.tables.package import table_schema
    >>> from vaerebro_events.text import Text
    >>> column = Column("occurred_on", Text(da="Dag", en="Day"), Kind.DAY)
    >>> table_schema(Table("entries", Text(da="Poster", en="Entries"), (column,), 0, ()), "en")["fields"]
    [{'name': 'occurred_on', 'title': 'Day', 'type': 'date'}]
    """
    return {"fields": [_field(column, language) for column in table.columns], "missingValues": [""]}


def _field(column: Column, language: Language) -> dict[str, Any]:
    return {"name": column.name, "title": column.title.in_(language), **_TYPES[column.kind]}


def package(
    replay: Replay, language: Language, log: Written, tables: Sequence[tuple[Table, Written]]
) -> dict[str, Any]:
    """The `datapackage.json` of a log and tables that were written; its own words are in `vaerebro`."""
    plan = replay.plan
    return {
        "$schema": PROFILE,
        "name": NO_PLAN if plan is None else plan.name.casefold(),
        "title": NO_PLAN if plan is None else plan.title.in_(language),
        "resources": [
            *(_of_table(table, written, language) for table, written in tables),
            {"name": "log", **_file(log), "format": "jsonl", "mediatype": "application/jsonl"},
        ],
        "vaerebro": {"on": replay.on.isoformat(), "position": replay.position, "schemas": "schemas"},
    }


def _file(written: Written) -> dict[str, Any]:
    return {
        "path": written.path.name,
        "encoding": FOR_PROGRAMS.encoding,
        "bytes": written.bytes,
        "hash": f"sha256:{written.sha256}",
    }


def _of_table(table: Table, written: Written, language: Language) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": table.title.in_(language),
        "type": "table",
        "profile": "tabular-data-resource",
        **_file(written),
        "format": "csv",
        "mediatype": "text/csv",
        "dialect": {"delimiter": FOR_PROGRAMS.delimiter, "lineTerminator": "\r\n", "header": True},
        "schema": table_schema(table, language),
    }
