"""Where the entries of a restored logbook come from: kept in its file, beside the entries."""

from datetime import datetime

from attrs import frozen
from eventsourcing.sqlite import SQLiteCursor

_MAKE = "CREATE TABLE origin (source TEXT, sha256 TEXT, entries INTEGER, restored_at TEXT)"
_KEEP = "INSERT INTO origin VALUES (?, ?, ?, ?)"
_ASK = "SELECT source, sha256, entries, restored_at FROM origin"
_IS_THERE = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'origin'"


@frozen
class Origin:
    """Where a restored logbook's first entries come from.

    `source` is the name of the file whose lines they were, `sha256` that of all its bytes, `entries`
    how many there were, and `restored_at` when that was done (UTC).
    """

    source: str
    sha256: str
    entries: int
    restored_at: datetime


def keep_origin(cursor: SQLiteCursor, origin: Origin) -> None:
    """Keeps it, once and for all."""
    cursor.execute(_MAKE)
    at = origin.restored_at.isoformat(timespec="microseconds")
    cursor.execute(_KEEP, (origin.source, origin.sha256, origin.entries, at))


def kept_origin(cursor: SQLiteCursor) -> Origin | None:
    """What is kept; nothing, where the logbook was not restored."""
    cursor.execute(_IS_THERE)
    if cursor.fetchone() is None:
        return None
    cursor.execute(_ASK)
    source, sha256, entries, at = cursor.fetchone()
    return Origin(source, sha256, entries, datetime.fromisoformat(at))
