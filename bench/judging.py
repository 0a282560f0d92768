"""How long judging every criterion of the sample logbook takes: from cold, once more, month by month."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

from measuring import ROUNDS, seconds

from vaerebro_events import Logbook
from vaerebro_events.sample import make_sample

SEED = 2020
ASKED = (date(2021, 12, 31), date(2022, 2, 28))
MONTH_ENDS = [date(2020 + month // 12, month % 12 + 1, 28) for month in range(48)]


def taken(work: Callable[[], object]) -> float:
    """The middle of some rounds, in seconds."""
    return median(seconds(work) for _ in range(ROUNDS))


def judging(folder: Path) -> None:
    """Prints what each way of asking takes, and its aim."""
    path = folder / "sample.db"
    make_sample(path, SEED)
    on, known = ASKED

    def cold() -> None:
        with Logbook.open(path) as logbook:
            assert logbook.replay(on=on, known=known).statuses

    with Logbook.open(path) as logbook:
        entries = logbook.position
        criteria = {status.criterion for status in logbook.replay().statuses}

        def again() -> None:
            assert logbook.replay(on=on, known=on).statuses

        def months() -> None:
            for day in MONTH_ENDS:
                assert logbook.replay(on=day).statuses

        print(f"\nAll {len(criteria)} criteria in all readings, over the sample's {entries:,} entries:")
        for title, work, aim in (
            ("one pair of dates, from a cold start", cold, "1 s"),
            ("another pair, on the open logbook", again, "0.1 s"),
            ("48 month ends, on the open logbook", months, "2 s"),
        ):
            print(f"{title:58} {taken(work):6.3f} s   aim: under {aim}", flush=True)
