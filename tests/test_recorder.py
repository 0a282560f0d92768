"""The recorder passes the tests that `eventsourcing` has for recorders, in a file and in memory."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import enumerate as enumerate_threads
from typing import Any

import pytest
from eventsourcing.persistence import ApplicationRecorder, StoredEvent
from eventsourcing.tests.persistence import (
    AggregateRecorderTestCase,
    ApplicationRecorderTestCase,
    NonInterleavingNotificationIDsBaseCase,
)
from eventsourcing.utils import Environment

from vaerebro_events.storage.sqlite import MEMORY, LogFactory, LogRecorder, database_name


class WithoutIds(LogRecorder):
    """Our recorder where nobody asks for notification ids, as the tests of aggregate recorders want it."""

    def insert_events(self, stored_events: Sequence[StoredEvent], **kwargs: Any) -> None:
        super().insert_events(stored_events, **kwargs)


def recorder_of(name: str, factories: list[LogFactory], kind: type[LogRecorder]) -> LogRecorder:
    """A recorder with its table, on a file or a memory of its own."""
    environment = Environment("vaerebro", {"SQLITE_DBNAME": database_name(name), "SQLITE_LOCK_TIMEOUT": "10"})
    factory = LogFactory(environment)
    factories.append(factory)
    recorder = kind(datastore=factory.datastore)
    recorder.create_table()
    return recorder


class OnAFile:
    """A recorder on a fresh file."""

    kind: type[LogRecorder] = LogRecorder
    factories: list[LogFactory]
    path: Path

    @pytest.fixture(autouse=True)
    def _fresh(self, tmp_path: Path) -> Iterator[None]:
        self.factories, self.path = [], tmp_path / "logbog.db"
        others = set(enumerate_threads())
        yield
        # The tests leave threads that still read: what they use is closed when they are done.
        for thread in set(enumerate_threads()) - others:
            thread.join()
        for factory in self.factories:
            factory.close()

    def create_recorder(self) -> Any:
        return recorder_of(str(self.path), self.factories, self.kind)


class InMemory(OnAFile):
    """A recorder on a fresh memory."""

    def create_recorder(self) -> Any:
        return recorder_of(MEMORY, self.factories, self.kind)


class TestAggregateRecorderOnAFile(OnAFile, AggregateRecorderTestCase):
    kind = WithoutIds


class TestAggregateRecorderInMemory(InMemory, AggregateRecorderTestCase):
    kind = WithoutIds


class TestApplicationRecorderOnAFile(OnAFile, ApplicationRecorderTestCase[ApplicationRecorder]):
    pass


class TestApplicationRecorderInMemory(InMemory, ApplicationRecorderTestCase[ApplicationRecorder]):
    pass


class TestNonInterleavingOnAFile(OnAFile, NonInterleavingNotificationIDsBaseCase):
    pass


class TestNonInterleavingInMemory(InMemory, NonInterleavingNotificationIDsBaseCase):
    pass


def test_the_factory_makes_our_recorder(tmp_path: Path) -> None:
    factory = LogFactory(Environment("vaerebro", {"SQLITE_DBNAME": str(tmp_path / "logbog.db")}))

    assert type(factory.application_recorder()) is LogRecorder

    factory.close()
