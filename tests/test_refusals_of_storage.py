"""What cannot be done with a file, and the sentence that says so. A new storage error: one case here."""

import sqlite3
from pathlib import Path

import pytest

from given import WORKER, family, new_logbook, the_plan
from provoked import Case, Desk, Try
from vaerebro_events import Logbook, StorageError, read_plan
from vaerebro_events.errors import (
    Damaged,
    DiskFull,
    FileNotMade,
    InvalidPlan,
    LogbookBusy,
    LogbookClosed,
    LogbookExists,
    LogbookMissing,
    LogbookReplaced,
    NewerLogbook,
    NotALogbook,
    NotOpened,
    ReadOnly,
    StorageFailed,
    UnknownFactStored,
    UnknownPlan,
)
from vaerebro_events.storage.log import _translated  # pyright: ignore[reportPrivateUsage] a disk cannot be filled here

PLAIN = "Plan 1.toml"
LONG = "x" * 300


def a_file(desk: Desk) -> Path:
    path = desk.folder / "logbog.db"
    with Logbook.create(path, the_plan(), actor=WORKER, clock=desk.clock) as logbook:
        logbook.record(family("f-1"))
    return path


def changed(statement: str) -> Try:
    """Opens and reads a logbook that somebody has changed with SQL."""

    def attempt(desk: Desk) -> None:
        path = a_file(desk)
        connection = sqlite3.connect(path)
        with connection:
            connection.execute(statement)
        connection.close()
        with Logbook.open(path, clock=desk.clock) as logbook:
            logbook.entries()

    return attempt


def held_by_another(desk: Desk) -> None:
    path = a_file(desk)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with Logbook.open(path, actor=WORKER, clock=desk.clock, wait_seconds=1) as logbook:
            logbook.record(family("f-2"))
    finally:
        other.close()


def after_another_took_its_place(desk: Desk) -> None:
    path = desk.folder / "logbog.db"
    with new_logbook(desk.clock, path) as logbook:
        path.unlink()
        logbook.record(family("f-1"))


def after_closing(desk: Desk) -> None:
    path = a_file(desk)
    logbook = Logbook.open(path, actor=WORKER, clock=desk.clock)
    logbook.close()
    logbook.record(family("f-2"))


def translated(words: str) -> StorageError:
    """What the words of the engine become."""
    return _translated("logbog.db", 30, sqlite3.OperationalError(words))


def when_the_engine_says(words: str) -> Try:
    def attempt(_: Desk) -> None:
        raise translated(words)

    return attempt


def reading_a_plan(text: str) -> Try:
    def attempt(desk: Desk) -> None:
        path = desk.folder / PLAIN
        path.write_text(text, encoding="utf-8")
        Logbook.create(desk.folder / "new.db", path, actor=WORKER, clock=desk.clock)

    return attempt


CASES = [
    Case(
        LogbookMissing,
        "There is no logbook at FOLDER/none.db; make one with «vaerebro init».",
        (),
        lambda desk: Logbook.open(desk.folder / "none.db"),
    ),
    Case(
        LogbookReplaced,
        "What stands at FOLDER/logbog.db is not the logbook that was opened: nothing was recorded; open it "
        "again.",
        (),
        after_another_took_its_place,
    ),
    Case(LogbookClosed, "The logbook FOLDER/logbog.db is closed: open it again.", (), after_closing),
    Case(
        LogbookExists,
        "There is a file at FOLDER/logbog.db already: open it, or give another name.",
        (),
        lambda desk: Logbook.create(a_file(desk), the_plan(), actor=WORKER, clock=desk.clock),
    ),
    Case(
        FileNotMade,
        "No file can be made at FOLDER/none/logbog.db (No such file or directory): give another place, "
        "or make its folder first.",
        (),
        lambda desk: Logbook.create(desk.folder / "none" / "logbog.db", actor=WORKER, clock=desk.clock),
    ),
    Case(
        NotALogbook,
        "FOLDER is not a logbook: give a file that «vaerebro init» has made.",
        (),
        lambda desk: Logbook.open(desk.folder),
    ),
    Case(
        NotOpened,
        f"FOLDER/{LONG} cannot be opened (File name too long): check the name, and that you may read the "
        "file and write in its folder.",
        (),
        lambda desk: Logbook.open(desk.folder / LONG),
    ),
    Case(
        NewerLogbook,
        "FOLDER/logbog.db has format 2, which is newer than this library: install a newer vaerebro-events.",
        (),
        changed("PRAGMA user_version = 2"),
    ),
    Case(
        LogbookBusy,
        "FOLDER/logbog.db is in use by others and did not come free in 1 seconds: nothing was recorded; try "
        "again.",
        (),
        held_by_another,
    ),
    Case(
        DiskFull,
        "There is no room left on the disk of logbog.db: nothing was recorded; make room and try again.",
        (),
        when_the_engine_says("database or disk is full"),
    ),
    Case(
        ReadOnly,
        "logbog.db may not be written: nothing was recorded; ask for the right to write to it.",
        (),
        when_the_engine_says("attempt to write a readonly database"),
    ),
    Case(
        StorageFailed,
        "The database of logbog.db failed (disk I/O error): see that the file is whole and its disk well, "
        "and try again.",
        (),
        when_the_engine_says("disk I/O error."),
    ),
    Case(
        UnknownFactStored,
        "Entry 2 of FOLDER/logbog.db is a «chess-played», which is not known here: open the logbook with the "
        "facts of the application that wrote it, or install a newer vaerebro-events.",
        (),
        changed(
            "UPDATE stored_events SET state = CAST(replace(CAST(state AS TEXT), 'participant-registered', "
            "'chess-played') AS BLOB) WHERE originator_version = 2"
        ),
    ),
    Case(
        Damaged,
        "FOLDER/logbog.db is damaged at entry 1: entries are missing, or stand at other positions. Restore "
        "it from a backup.",
        (),
        changed("DELETE FROM stored_events WHERE originator_version = 1"),
    ),
    Case(
        UnknownPlan,
        "There is no plan «chess»: give a TOML file, or the one that comes with this, vaerebro-2020-2023.",
        (),
        lambda _: read_plan("chess"),
    ),
    Case(
        InvalidPlan,
        f"The plan FOLDER/{PLAIN} cannot be used: the file: it is no TOML: "
        "Invalid value (at end of document).",
        (),
        reading_a_plan("name = "),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_cannot_be_done_with_a_file_is_said_in_one_sentence(case: Case, tmp_path: Path) -> None:
    case.check(tmp_path)
