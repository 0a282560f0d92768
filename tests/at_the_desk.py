"""The command line as tests use it, and a small logbook for it to read."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from click.testing import CliRunner, Result

from clocks import SettableClock
from given import AFTERWARDS, WORKER, a_spring, came, evenings, family, noon, the_plan
from vaerebro_events import Draft, Logbook, Plan
from vaerebro_events import cli as commands

SUMMER = ("--on", "2021-06-30")


def vaerebro(*words: str | Path, columns: int = 80) -> Result:
    """What the command line says, within this process."""
    return CliRunner().invoke(commands.vaerebro, list(map(str, words)), env={"COLUMNS": str(columns)})


def as_a_program(code: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """What a process of its own says, started with these lines of code."""
    command = [sys.executable, "-c", code, *map(str, words)]
    environment = {**os.environ, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)


MAIN = "from vaerebro_events.cli import main; main()"


def refused(sentence: str, result: Result) -> None:
    """One sentence, the exit code of an error, nothing else."""
    assert f"Error: {sentence}\n" == result.stderr
    assert "" == result.stdout
    assert 1 == result.exit_code


def five_evenings(folder: Path) -> Path:
    """Five evenings: f-1 came to all, f-2 to four, and to the fifth as known a week later."""
    path = folder / "logbog.db"
    clock = SettableClock(noon(date(2021, 2, 5)))
    with Logbook.create(path, the_plan(), actor=WORKER, clock=clock) as logbook:
        logbook.record(*a_spring("f-1", "f-2"), *evenings(range(1, 6), "f-1"))
        logbook.record(*(came("f-2", meeting) for meeting in range(1, 5)))
        clock.set(noon(date(2021, 2, 12)))
        logbook.record(came("f-2", 5))
        logbook.correct(3, family("f-1").fact, reason="wrong-day", on=date(2021, 1, 2))
    return path


def a_logbook(folder: Path, plan: Plan, *drafts: Draft) -> Path:
    """A logbook of a plan, in which all this was recorded, one by one, after the programme."""
    path = folder / "logbog.db"
    with Logbook.create(path, plan, actor=WORKER, clock=SettableClock(noon(AFTERWARDS))) as logbook:
        for draft in drafts:
            logbook.record(draft)
    return path
