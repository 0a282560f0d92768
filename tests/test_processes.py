"""Several processes record into one file: nothing is lost, nothing is there twice, one of two rivals wins."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from threading import Thread
from typing import TypeVar

import pytest

from clocks import SettableClock
from given import AFTERWARDS, WORKER, a_spring, came, evening, family, new_logbook, noon
from vaerebro_events import Logbook
from vaerebro_events.errors import AlreadyAttended

T = TypeVar("T")
WRITERS = 4
BATCHES = 500


def opened(path: Path) -> Logbook:
    return Logbook.open(path, actor=WORKER, clock=SettableClock(noon(AFTERWARDS)))


def record_families(path: Path, writer: int) -> None:
    """One writer's batches, one family each."""
    with opened(path) as logbook:
        for batch in range(BATCHES):
            logbook.record(family(f"w{writer}-{batch}"))


def record_attendance(path: Path, _: int) -> bool:
    """Whether this writer's record of one attendance is accepted."""
    with opened(path) as logbook:
        try:
            logbook.record(came("f-1", 1))
        except AlreadyAttended:
            return False
        return True


def all_at_once(work: Callable[[Path, int], T], path: Path) -> Sequence[T]:
    """What all writers come back with."""
    with ProcessPoolExecutor(WRITERS, mp_context=get_context("spawn")) as pool:
        running: list[Future[T]] = [pool.submit(work, path, writer) for writer in range(WRITERS)]
        return [future.result() for future in running]


@pytest.fixture
def path(clock: SettableClock, tmp_path: Path) -> Path:
    file = tmp_path / "logbog.db"
    with new_logbook(clock, file) as logbook:
        logbook.record(*a_spring("f-1"), *evening(1))
    return file


def test_four_processes_lose_nothing(path: Path) -> None:
    all_at_once(record_families, path)

    with opened(path) as logbook:
        entries = logbook.entries(after=4)

    refs = [str(getattr(entry.fact, "who", "")) for entry in entries]
    assert list(range(5, 5 + WRITERS * BATCHES)) == [entry.position for entry in entries]
    for writer in range(WRITERS):
        own = [ref for ref in refs if ref.startswith(f"w{writer}-")]
        assert [f"w{writer}-{batch}" for batch in range(BATCHES)] == own


def test_of_four_processes_with_the_same_attendance_one_is_accepted(path: Path) -> None:
    accepted = all_at_once(record_attendance, path)

    with opened(path) as logbook:
        assert 1 == sum(accepted)
        assert [came("f-1", 1).fact] == [entry.fact for entry in logbook.entries(after=4)]


def test_several_threads_share_one_logbook(path: Path) -> None:
    with opened(path) as logbook:

        def work(writer: int) -> None:
            for batch in range(25):
                logbook.record(family(f"t{writer}-{batch}"))
                logbook.replay()

        threads = [Thread(target=work, args=(writer,)) for writer in range(WRITERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert list(range(1, 5 + WRITERS * 25)) == [entry.position for entry in logbook.entries()]
