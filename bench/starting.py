"""How soon the command line answers, as a whole process: its help, and the statuses of the sample."""

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from vaerebro_events.sample import SEED, make_sample

TIMES = 7
MAIN = "from vaerebro_events.cli import main; main()"


def starting(folder: Path) -> None:
    """Prints how long each takes, beside a Python that does nothing."""
    sample = folder / "sample.db"
    make_sample(sample, SEED).close()
    bare = _seconds("pass")
    for name, words, aim in (
        ("--help", ("--help",), 0.3),
        ("status of the sample", ("status", str(sample)), 1.5),
    ):
        taken = _seconds(MAIN, *words)
        print(f"vaerebro {name}: {taken:.2f} s (aim: under {aim} s), {taken / bare:.0f} times a bare Python")


def _seconds(code: str, *words: str) -> float:
    taken: list[float] = []
    for _ in range(TIMES):
        began = perf_counter()
        subprocess.run([sys.executable, "-c", code, *words], check=True, capture_output=True)  # noqa: S603 our own words
        taken.append(perf_counter() - began)
    return median(taken)
