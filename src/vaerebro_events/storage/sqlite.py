"""SQLite as `eventsourcing` knows it, and what a logbook needs beyond: locking first, then reading."""

import sqlite3
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from os import getpid
from pathlib import Path

from eventsourcing.persistence import ApplicationRecorder, StoredEvent
from eventsourcing.sqlite import (
    SQLiteApplicationRecorder,
    SQLiteCursor,
    SQLiteDatastore,
    SQLiteFactory,
    SQLiteTransaction,
)
from eventsourcing.utils import Environment

from vaerebro_events.storage.mapper import STREAM

MEMORY = ":memory:"
APPLICATION_ID = 0x56624576  # "VbEv": tells a logbook from any other SQLite file.
FORMAT = 1
_memories = count(1)


def database_name(path: str) -> str:
    """What SQLite is told: an absolute path, or a memory of its own, shared by this logbook's connections."""
    if path == MEMORY:
        return f"file:vaerebro-{getpid()}-{next(_memories)}?mode=memory&cache=shared"
    return str(Path(path).absolute())


def read_marks(path: str) -> tuple[int, int]:
    """The application id and the format of a file, read without changing it."""
    uri = f"{Path(path).absolute().as_uri()}?mode=ro"
    connection = sqlite3.connect(uri, uri=True)
    try:
        marks = [connection.execute(f"PRAGMA {name}") for name in ("application_id", "user_version")]
        application, version = (int(mark.fetchone()[0]) for mark in marks)
        return application, version
    finally:
        connection.close()


class ImmediateTransaction(SQLiteTransaction):
    """A transaction that takes the lock before it reads, so that a writer waits and does not fail."""

    def __enter__(self) -> SQLiteCursor:
        cursor = self.connection.cursor()
        try:
            cursor.execute("BEGIN IMMEDIATE")
        except BaseException:
            # Interrupted while it waits, SQLite may have begun all the same.
            self.connection.rollback()
            raise
        return cursor


class LogDatastore(SQLiteDatastore):
    """A datastore whose writing transactions lock at once."""

    @contextmanager
    def transaction(self, *, commit: bool) -> Generator[SQLiteCursor]:
        begin = ImmediateTransaction if commit else SQLiteTransaction
        with (
            self.get_connection(commit=commit) as connection,
            begin(connection, commit=commit) as cursor,
            cursor,
        ):
            yield cursor


class LogRecorder(SQLiteApplicationRecorder):
    """The recorder of `eventsourcing`, with reading and writing one stream in one transaction."""

    datastore: LogDatastore

    def construct_create_table_statements(self) -> list[str]:
        """The table, and the marks that tell that the file is a logbook, and of which format."""
        return [
            *super().construct_create_table_statements(),
            f"PRAGMA application_id = {APPLICATION_ID}",
            f"PRAGMA user_version = {FORMAT}",
        ]

    def stored_after(self, cursor: SQLiteCursor, position: int) -> Iterator[StoredEvent]:
        """The stream's events after a position, in order, read as they are asked for."""
        cursor.execute(
            f"SELECT originator_version, topic, state FROM {self.events_table_name} "  # noqa: S608 the name is ours
            "WHERE originator_id = ? AND originator_version > ? ORDER BY originator_version",
            (STREAM.hex, position),
        )
        for version, topic, state in cursor.sqlite_cursor:
            yield StoredEvent(STREAM, version, topic, state)

    def add(self, cursor: SQLiteCursor, events: Sequence[StoredEvent]) -> None:
        """Adds events within a transaction."""
        self._insert_events(cursor, events)


class LogFactory(SQLiteFactory):
    """Makes the recorder, from arguments alone."""

    application_recorder_class = LogRecorder

    def __init__(self, env: Environment) -> None:
        super().__init__(env)
        self.datastore = LogDatastore(
            db_name=self.datastore.pool.db_name,
            lock_timeout=self.datastore.pool.lock_timeout,
            pool_timeout=float(self.datastore.pool.lock_timeout or 0),
            originator_id_type="uuid",
        )

    def application_recorder(self) -> ApplicationRecorder:
        """The recorder; a table is made only when a logbook is."""
        return self.application_recorder_class(datastore=self.datastore)
