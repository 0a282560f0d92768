"""Nothing is taken from the environment of the process that a logbook is opened in."""

from pathlib import Path

import pytest

from clocks import SettableClock
from given import WORKER, a_spring, evening, new_logbook
from vaerebro_events import VOCABULARY, Codec, Logbook

SETTINGS = {
    "COMPRESSOR_TOPIC": "zlib",
    "CIPHER_TOPIC": "eventsourcing.cipher:AESCipher",
    "CIPHER_KEY": "not a key",
    "PERSISTENCE_MODULE": "eventsourcing.popo",
    "MAPPER_TOPIC": "no.such.module:Mapper",
    "TRANSCODER_TOPIC": "no.such.module:Transcoder",
    "APPLICATION_RECORDER_TOPIC": "no.such.module:Recorder",
    "FACTORY_TOPIC": "no.such.module:Factory",
    "SQLITE_DBNAME": "elsewhere.db",
    "SQLITE_LOCK_TIMEOUT": "never",
    "IS_SNAPSHOTTING_ENABLED": "y",
    "ORIGINATOR_ID_TYPE": "text",
}


@pytest.fixture
def a_busy_host(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in SETTINGS.items():
        for prefix in ("", "VAEREBRO_"):
            monkeypatch.setenv(prefix + name, value)


@pytest.mark.usefixtures("a_busy_host")
def test_the_hosts_settings_change_nothing(clock: SettableClock, tmp_path: Path) -> None:
    path = tmp_path / "logbog.db"
    with new_logbook(clock, path) as logbook:
        entries = (*logbook.entries(), *logbook.record(*a_spring("f-1"), *evening(1, "f-1")))

    assert [path] == [each for each in tmp_path.iterdir() if each.suffix == ".db"]
    assert Codec(VOCABULARY).encode(entries[-1]) in path.read_bytes()
    with Logbook.open(path, actor=WORKER, clock=clock) as again:
        assert entries == again.entries()


def test_what_was_recorded_elsewhere_is_read_in_a_busy_host(
    clock: SettableClock, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path = tmp_path / "logbog.db"
    with new_logbook(clock, path) as logbook:
        logbook.record(*a_spring("f-1"))
        entries = logbook.entries()

    request.getfixturevalue("a_busy_host")

    with Logbook.open(path, actor=WORKER, clock=clock) as again:
        assert entries == again.entries()


@pytest.mark.usefixtures("a_busy_host")
def test_a_logbook_in_memory_stays_there(clock: SettableClock, tmp_path: Path) -> None:
    with new_logbook(clock) as logbook:
        logbook.record(*a_spring("f-1"))

        assert 3 == logbook.position

    assert [] == list(tmp_path.iterdir())
