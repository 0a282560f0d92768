"""Measures the library against plain `eventsourcing` in one run, and prints ratios: 1.0 is as fast.

Both sides take turns, several rounds, and the middle ratio counts: the machine is shared and noisy.
"""

import subprocess
import sys
from collections.abc import Callable
from itertools import count, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from importing import importing
from judging import judging
from measuring import PEAK, ROUNDS, seconds
from starting import starting
from workload import (
    FIRST_DAY,
    MEETINGS,
    Attendances,
    attend,
    evenings,
    fill,
    fill_stock,
    new_logbook,
    new_stock,
)

from vaerebro_events import FamilyAttended, Logbook, MeetingHeld, ParticipantRegistered

SINGLE_LOG = 10_000
SINGLES = 100
BULK = 10_000
REPLAYED = 100_000
MEBIBYTE = 1024
STATUSES = f"""
import sys
from vaerebro_events import Logbook
with Logbook.open(sys.argv[1]) as opened:
    assert opened.replay().statuses
{PEAK}
"""

Measure = Callable[[], float]


def compare(ours: Measure, stock: Measure, things: int) -> tuple[float, float, float]:
    """The middle ratio of the rates (ours to stock), and the middle rates a second."""
    pairs = [(ours(), stock()) for _ in range(ROUNDS)]
    ratio = median(theirs / mine for mine, theirs in pairs)
    return ratio, things / median(mine for mine, _ in pairs), things / median(theirs for _, theirs in pairs)


def single(folder: Path) -> tuple[float, float, float]:
    """One entry recorded durably into a logbook of 10,000, against one event saved."""
    logbook, stock = new_logbook(folder / "single.db"), new_stock(folder / "single-stock.db")
    fill(logbook, SINGLE_LOG)
    aggregate = fill_stock(stock, SINGLE_LOG)
    meetings = [entry for entry in logbook.entries() if isinstance(entry.fact, MeetingHeld)][-MEETINGS:]
    walk_ins = [f"w-{number:04}" for number in range(SINGLES * ROUNDS)]
    logbook.record(*(ParticipantRegistered("family", who) for who in walk_ins), on=FIRST_DAY)
    came, numbers = count(), count()

    def ours() -> None:
        for number in islice(came, SINGLES):
            held = meetings[number % MEETINGS]
            assert isinstance(held.fact, MeetingHeld)
            fact = FamilyAttended(held.fact.activity, held.fact.series, held.fact.meeting, walk_ins[number])
            logbook.record(fact, on=held.occurred_on)

    def theirs() -> None:
        for _ in range(SINGLES):
            attend(aggregate, next(numbers))
            stock.save(aggregate)

    measured = compare(lambda: seconds(ours), lambda: seconds(theirs), SINGLES)
    logbook.close()
    stock.close()
    return measured


def bulk(folder: Path) -> tuple[float, float, float]:
    """Many entries recorded, an evening of 61 a batch, against events saved 60 at a time."""
    numbers = count()

    def ours() -> float:
        with new_logbook(folder / f"bulk-{next(numbers)}.db") as logbook:
            return seconds(lambda: fill(logbook, BULK))

    def theirs() -> float:
        stock = new_stock(folder / f"bulk-stock-{next(numbers)}.db")
        taken = seconds(lambda: fill_stock(stock, BULK))
        stock.close()
        return taken

    return compare(ours, theirs, BULK)


def one_batch(folder: Path) -> tuple[float, float, float]:
    """Many entries recorded in one batch, against as many events saved at once."""
    numbers = count()

    def ours() -> float:
        with new_logbook(folder / f"batch-{next(numbers)}.db") as logbook:
            drafts = [draft for batch, _ in zip(evenings(), range(170), strict=False) for draft in batch][
                :BULK
            ]
            return seconds(lambda: logbook.record(*drafts))

    def theirs() -> float:
        stock = new_stock(folder / f"batch-stock-{next(numbers)}.db")

        def save() -> None:
            aggregate = Attendances()
            for number in range(1, BULK):
                attend(aggregate, number)
            stock.save(aggregate)

        taken = seconds(save)
        stock.close()
        return taken

    return compare(ours, theirs, BULK)


def replay(folder: Path) -> tuple[float, float, float]:
    """From a cold start to all statuses, against selecting and mapping as many events."""
    path = folder / "replay.db"
    with new_logbook(path) as logbook:
        fill(logbook, REPLAYED)
    stock = new_stock(folder / "replay-stock.db")
    fill_stock(stock, REPLAYED)

    def ours() -> None:
        with Logbook.open(path) as opened:
            assert opened.replay().statuses

    def theirs() -> None:
        last, batch = 0, stock.recorder.select_notifications(1, 1000)
        while batch:
            for notification in batch:
                stock.mapper.to_domain_event(notification)
            last = batch[-1].id
            batch = stock.recorder.select_notifications(last, 1000, inclusive_of_start=False)

    measured = compare(lambda: seconds(ours), lambda: seconds(theirs), REPLAYED)
    stock.close()
    return measured


def peak_memory_mib(path: Path) -> float:
    """The peak memory of a process that opens the logbook and asks for all statuses."""
    asked = subprocess.run(  # noqa: S603 our own words
        [sys.executable, "-c", STATUSES, str(path)], check=True, capture_output=True, text=True
    )
    return int(asked.stderr) / MEBIBYTE


def main() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        print(f"{'what':58} {'ratio':>6} {'ours/s':>10} {'stock/s':>10}   aim")
        works = (
            ("One entry, recorded durably into a logbook of 10,000", single, "0.7"),
            ("Evenings, a batch of 61 entries each", bulk, "1.0"),
            ("One batch of 10,000 entries", one_batch, "1.0"),
            ("Replay of 100,000 entries to all statuses, cold", replay, "0.6"),
        )
        for title, work, aim in works:
            ratio, ours, stock = work(folder)
            print(f"{title:58} {ratio:6.2f} {ours:10,.0f} {stock:10,.0f}   {aim}", flush=True)
        memory = peak_memory_mib(folder / "replay.db")
        print(f"Peak memory of the replay of {REPLAYED:,} entries: {memory:.0f} MiB (aim: under 300 MB)")
        judging(folder)
        importing(folder)
        starting(folder)


if __name__ == "__main__":
    main()
