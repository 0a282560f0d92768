"""The file: what is made, what is left alone, what the engine's words become."""

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from eventsourcing.persistence import OperationalError
from eventsourcing.sqlite import SQLiteCursor

from clocks import SettableClock
from given import WORKER, evening, family, new_logbook, noon, plan_with, season
from test_refusals_of_storage import translated
from vaerebro_events import Logbook, StorageError, Text
from vaerebro_events.errors import (
    DayAfterToday,
    DiskFull,
    FileNotMade,
    LogbookBusy,
    LogbookClosed,
    LogbookExists,
    LogbookMissing,
    NotALogbook,
    ReadOnly,
    StorageFailed,
)
from vaerebro_events.projections.rules import Count
from vaerebro_events.storage.sqlite import LogRecorder

Open = Callable[[Path], Logbook]


def text_file(path: Path) -> None:
    path.write_text("Referat af bestyrelsesmøde\n" * 400, encoding="utf-8")


def empty_file(path: Path) -> None:
    path.touch()


def other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("CREATE TABLE stored_events (a, b, c, d)")
    connection.close()


def half_a_logbook(path: Path) -> None:
    """A database with a logbook's marks and no table."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 1449280886")
    connection.close()


@pytest.mark.parametrize("make", [text_file, empty_file, other_database])
def test_what_is_no_logbook_is_left_as_it_is(
    make: Callable[[Path], None], clock: SettableClock, tmp_path: Path
) -> None:
    path = tmp_path / "logbog.db"
    make(path)
    before = path.read_bytes()

    with pytest.raises(NotALogbook):
        Logbook.open(path, actor=WORKER, clock=clock)
    with pytest.raises(LogbookExists):
        new_logbook(clock, path)

    assert before == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())


def test_a_database_with_our_marks_and_no_table_is_no_logbook(clock: SettableClock, tmp_path: Path) -> None:
    path = tmp_path / "logbog.db"
    half_a_logbook(path)

    with (
        Logbook.open(path, actor=WORKER, clock=clock) as logbook,
        pytest.raises(NotALogbook),
    ):
        logbook.entries()


def test_opening_a_missing_logbook_makes_none(clock: SettableClock, tmp_path: Path) -> None:
    with pytest.raises(LogbookMissing):
        Logbook.open(tmp_path / "logbog.db", clock=clock)

    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["no/such/folder/logbog.db", "a\0b"])
def test_a_logbook_that_cannot_be_made_is_told(clock: SettableClock, tmp_path: Path, name: str) -> None:
    with pytest.raises(FileNotMade):
        new_logbook(clock, f"{tmp_path}/{name}")


def test_a_beginning_that_is_refused_leaves_no_file_behind(clock: SettableClock, tmp_path: Path) -> None:
    plan = plan_with(Count("meeting-held", 1, Text(da="møder", en="meetings")))
    clock.set(noon(date(2021, 1, 1)))

    def broken() -> None:
        raise DayAfterToday(date(2021, 1, 2), date(2021, 1, 1))

    with pytest.raises(DayAfterToday):
        Logbook.create(tmp_path / "logbog.db", plan, actor=WORKER, clock=clock, ids=broken)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] it stands for whatever goes wrong

    assert [] == list(tmp_path.iterdir())


def test_a_beginning_in_memory_that_is_refused_leaves_nothing(clock: SettableClock) -> None:
    def broken() -> None:
        raise DayAfterToday(date(2021, 1, 2), date(2021, 1, 1))

    with pytest.raises(DayAfterToday):
        Logbook.create(":memory:", actor=WORKER, clock=clock, ids=broken)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] it stands for whatever goes wrong


def test_the_file_tells_what_it_is(clock: SettableClock, tmp_path: Path) -> None:
    path = tmp_path / "logbog.db"
    new_logbook(clock, path).close()

    connection = sqlite3.connect(path)
    marks = [
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    ]
    connection.close()

    assert [1449280886, 1] == marks


def test_two_logbooks_in_memory_are_two(clock: SettableClock) -> None:
    with new_logbook(clock) as one, new_logbook(clock) as other:
        one.record(family("f-1"))

        assert (2, 1) == (one.position, other.position)


def test_a_closed_logbook_answers_nothing(clock: SettableClock) -> None:
    logbook = new_logbook(clock)
    logbook.close()
    logbook.close()

    for attempt in (
        logbook.entries,
        logbook.replay,
        lambda: logbook.record(family("f-1")),
        lambda: logbook.plan,
    ):
        with pytest.raises(LogbookClosed):
            attempt()


def test_a_full_disk_refuses_and_the_logbook_goes_on(clock: SettableClock, tmp_path: Path) -> None:
    path = tmp_path / "logbog.db"
    with new_logbook(clock, path) as logbook:
        logbook.record(season())
        before = logbook.entries()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("vaerebro_events.storage.sqlite.LogRecorder.add", full)
            with pytest.raises(DiskFull):
                logbook.record(*evening(1))

        assert before == logbook.entries()
        assert 3 == logbook.record(*evening(1))[0].position


def full(*_: object) -> None:
    raise sqlite3.OperationalError("database or disk is full")


def test_others_may_read_while_somebody_writes(clock: SettableClock, tmp_path: Path) -> None:
    path = tmp_path / "logbog.db"
    new_logbook(clock, path).close()
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    try:
        with Logbook.open(path, clock=clock, wait_seconds=1) as logbook:
            assert 1 == logbook.position
    finally:
        writer.close()


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("database is locked", LogbookBusy),
        ("database table is locked", LogbookBusy),
        ("Timed out waiting for lock", LogbookBusy),
        ("database or disk is full", DiskFull),
        ("attempt to write a readonly database", ReadOnly),
        ("file is not a database", NotALogbook),
        ("no such table: stored_events", NotALogbook),
        ("disk I/O error", StorageFailed),
        ("database disk image is malformed", StorageFailed),
    ],
)
def test_what_the_engine_says_becomes_an_error_of_ours(words: str, error: type[StorageError]) -> None:
    found = translated(words)

    assert error is type(found)
    assert "logbog.db" in str(found)


def test_a_disk_that_is_full_at_the_beginning_leaves_no_file_behind(
    clock: SettableClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: LogRecorder) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(LogRecorder, "create_table", full)

    with pytest.raises(DiskFull):
        new_logbook(clock, tmp_path / "logbog.db")

    assert [] == list(tmp_path.iterdir())


def test_an_interrupted_wait_leaves_the_logbook_free(
    clock: SettableClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody presses Ctrl-C while the lock is waited for, and SQLite has begun all the same."""
    begin = SQLiteCursor.execute
    with new_logbook(clock, tmp_path / "logbog.db") as logbook:

        def interrupted(cursor: SQLiteCursor, statement: str) -> None:
            begin(cursor, statement)
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(SQLiteCursor, "execute", interrupted)
            with pytest.raises(KeyboardInterrupt):
                logbook.record(family("f-1"))

        assert 2 == logbook.record(family("f-1"))[0].position
        with Logbook.open(tmp_path / "logbog.db", actor=WORKER, clock=clock, wait_seconds=1) as other:
            assert 3 == other.record(family("f-2"))[0].position
