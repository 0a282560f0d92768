"""A logbook that somebody has tampered with is not read: it stops, says where, and skips nothing."""

import json
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clocks import SettableClock
from given import WORKER, a_spring, evening, new_logbook
from in_danish import check_danish
from vaerebro_events import Logbook, StorageError, Text
from vaerebro_events.domain.folding import misfits
from vaerebro_events.errors import Damaged, LogbookReplaced, UnknownFactStored

Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def path(clock: SettableClock, tmp_path: Path) -> Path:
    file = tmp_path / "logbog.db"
    with new_logbook(clock, file) as logbook:
        logbook.record(*a_spring("f-1"), *evening(1, "f-1"))
    return file


def sql(path: Path, statement: str, *values: object) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement, values)
    connection.close()


def rewritten(path: Path, position: int, change: Change) -> None:
    """Changes what a stored entry says."""
    connection = sqlite3.connect(path)
    select = "SELECT state FROM stored_events WHERE originator_version = ?"
    plain = json.loads(connection.execute(select, (position,)).fetchone()[0])
    change(plain)
    update = "UPDATE stored_events SET state = ? WHERE originator_version = ?"
    with connection:
        connection.execute(update, (json.dumps(plain).encode(), position))
    connection.close()


def said(error: Damaged) -> str:
    """Why it is damaged, in English."""
    return error.why.en if isinstance(error.why, Text) else error.why


def stops(path: Path, clock: SettableClock) -> StorageError:
    """The error with which every way of reading and recording stops."""
    before = path.read_bytes()
    with Logbook.open(path, actor=WORKER, clock=clock) as logbook:
        for attempt in (logbook.entries, logbook.replay, lambda: logbook.record(*a_spring("f-9"))):
            with pytest.raises(StorageError) as raised:
                attempt()
    assert before == path.read_bytes()
    check_danish(raised.value)
    return raised.value


DAMAGE: list[Change] = [
    lambda plain: plain["fact"].update(mood="good"),
    lambda plain: plain["fact"].pop("family"),
    lambda plain: plain["fact"].update(family="010190-1234"),
    lambda plain: plain["fact"].update(meeting="1"),
    lambda plain: plain["fact"].update(meeting=0),
    lambda plain: plain["fact"].update(meeting=True),
    lambda plain: plain.update(version=7),
    lambda plain: plain.update(mood="good"),
    lambda plain: plain.pop("actor"),
    lambda plain: plain.update(evidence=[{"document": "letter-7", "sha256": "0", "page": 1}]),
    lambda plain: plain.update(evidence=[{"document": "letter-7"}]),
    lambda plain: plain.update(evidence=[7]),
    lambda plain: plain.update(occurred_on="2021-02-30"),
    lambda plain: plain.update(recorded_at="yesterday"),
    lambda plain: plain.update(fact=None),
    lambda plain: plain.update(actor=None),
]


@pytest.mark.parametrize("change", DAMAGE)
def test_a_changed_entry_stops_the_reading(path: Path, clock: SettableClock, change: Change) -> None:
    rewritten(path, 5, change)

    error = stops(path, clock)

    assert isinstance(error, Damaged)
    assert 5 == error.position


def test_an_unknown_kind_of_fact_stops_the_reading(path: Path, clock: SettableClock) -> None:
    rewritten(path, 5, lambda plain: plain.update(tag="chess-played"))

    error = stops(path, clock)

    assert isinstance(error, UnknownFactStored)
    assert (5, "chess-played") == (error.position, error.tag)


@pytest.mark.parametrize("state", [b"", b"[]", b"null", b"\xff\xfe", b"{", b'"x"'])
def test_what_is_no_entry_stops_the_reading(path: Path, clock: SettableClock, state: bytes) -> None:
    sql(path, "UPDATE stored_events SET state = ? WHERE originator_version = 5", state)

    assert isinstance(stops(path, clock), Damaged)


def test_a_missing_entry_stops_the_reading(path: Path, clock: SettableClock) -> None:
    sql(path, "DELETE FROM stored_events WHERE originator_version = 3")

    error = stops(path, clock)

    assert isinstance(error, Damaged)
    assert (3, "entries are missing, or stand at other positions") == (error.position, said(error))


def test_entries_that_changed_places_stop_the_reading(path: Path, clock: SettableClock) -> None:
    for old, new in ((3, 99), (4, 3), (99, 4)):
        sql(path, "UPDATE stored_events SET originator_version = ? WHERE originator_version = ?", new, old)

    assert isinstance(stops(path, clock), Damaged)


def test_an_entry_filed_under_another_tag_stops_the_reading(path: Path, clock: SettableClock) -> None:
    sql(path, "UPDATE stored_events SET topic = 'meeting-held' WHERE originator_version = 5")

    error = stops(path, clock)

    assert isinstance(error, Damaged)
    assert "it is filed as «meeting-held» and says «family-attended»" == said(error)


def test_entries_that_do_not_fold_stop_the_recording(path: Path, clock: SettableClock) -> None:
    rewritten(path, 5, lambda plain: plain["fact"].update(family="f-2"))

    with (
        Logbook.open(path, actor=WORKER, clock=clock) as logbook,
        pytest.raises(Damaged) as raised,
    ):
        logbook.record(*evening(2))

    assert (
        "it does not follow from what was recorded before: The family f-2 is not registered on 2021-01-07: "
        "register it, in the same batch if you like, or correct the day of its registration"
    ) == said(raised.value)


def test_a_damaged_plan_stops_the_reading(path: Path, clock: SettableClock) -> None:
    rewritten(path, 1, lambda plain: plain["fact"]["plan"].update(mood="good"))

    error = stops(path, clock)

    assert isinstance(error, Damaged)
    assert 1 == error.position


def test_a_plan_with_an_unknown_rule_stops_the_reading(path: Path, clock: SettableClock) -> None:
    def other_rule(plain: dict[str, Any]) -> None:
        plain["fact"]["plan"]["criteria"][0]["readings"][0]["rule"]["kind"] = "chess"

    rewritten(path, 1, other_rule)

    assert 1 == getattr(stops(path, clock), "position", None)


def test_a_file_of_which_half_is_missing_stops_the_reading(path: Path, clock: SettableClock) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])

    with pytest.raises(StorageError), Logbook.open(path, actor=WORKER, clock=clock) as logbook:
        logbook.entries()


def test_a_day_is_what_it_was_before(path: Path, clock: SettableClock) -> None:
    with Logbook.open(path, actor=WORKER, clock=clock) as logbook:
        assert date(2021, 1, 7) == logbook.entries()[-1].occurred_on


@pytest.mark.parametrize(
    ("position", "change", "why"),
    [
        (5, {"batch_end": 4}, "it ends before it begins"),
        (4, {"batch_end": 9}, "what was recorded together does not hold together"),
        (
            5,
            {"recorded_at": "2020-01-01T00:00:00.000000+00:00"},
            "its time is before that of the entry before it",
        ),
    ],
)
def test_what_was_recorded_together_holds_together(
    path: Path, clock: SettableClock, position: int, change: dict[str, Any], why: str
) -> None:
    rewritten(path, position, lambda plain: plain.update(change))

    error = stops(path, clock)

    assert isinstance(error, Damaged)
    assert (position, why) == (error.position, said(error))


def test_a_batch_that_lost_its_end_is_told(path: Path, clock: SettableClock) -> None:
    sql(path, "DELETE FROM stored_events WHERE originator_version = 5")

    error = stops(path, clock)

    assert isinstance(error, Damaged)
    assert (4, "the rest of what was recorded with it is missing") == (error.position, said(error))


def test_a_file_put_in_the_place_of_an_open_logbook_is_noticed(path: Path, clock: SettableClock) -> None:
    with Logbook.open(path, actor=WORKER, clock=clock) as logbook:
        assert 5 == logbook.position
        path.rename(path.with_suffix(".old"))
        new_logbook(clock, path).close()

        for attempt in (logbook.entries, lambda: logbook.record(*evening(2))):
            with pytest.raises(LogbookReplaced):
                attempt()


def test_a_log_that_folds_has_no_misfit(path: Path, clock: SettableClock) -> None:
    with Logbook.open(path, actor=WORKER, clock=clock) as logbook:
        assert [] == list(misfits(logbook.entries()))


def test_a_backup_put_back_under_an_open_logbook_is_noticed(path: Path, clock: SettableClock) -> None:
    """Restored by SQLite itself, the file is the same, and entries that were read are gone."""
    backup = path.with_suffix(".backup")
    with Logbook.open(path, actor=WORKER, clock=clock) as logbook:
        copied(path, backup)
        logbook.record(*evening(2))
        copied(backup, path)

        for attempt in (logbook.entries, lambda: logbook.record(*evening(3))):
            with pytest.raises(LogbookReplaced):
                attempt()


def copied(here: Path, there: Path) -> None:
    source, target = sqlite3.connect(here), sqlite3.connect(there)
    source.backup(target)
    source.close()
    target.close()
