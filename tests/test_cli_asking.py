"""A person is asked before something is written; a program never is. As a process, in a terminal."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from at_the_desk import MAIN, as_a_program, five_evenings
from vaerebro_events import Logbook

ME = ("--role", "family-worker", "--user", "u-3")
FAMILY = ("participant-registered", "--kind", "family", "--who", "f-3", "--on", "2021-03-04", *ME)
QUESTION = "Record it? [y/N]"
CTRL_C, A_MOMENT, MOST_SECONDS = "\x03", 0.5, 30


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return five_evenings(tmp_path)


def count(path: Path) -> int:
    with Logbook.open(path) as logbook:
        return logbook.position


def at_a_terminal(*words: str | Path, typed: str) -> tuple[int, str]:
    """The exit code of the program, and what the terminal shows, where somebody types at the question."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", MAIN, *map(str, words)]
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    ) as program:
        os.close(theirs)
        try:
            shown = _until(ours, "]: ")
            if typed == CTRL_C:
                time.sleep(A_MOMENT)  # Python does not notice it between its prompt and its reading.
                program.send_signal(signal.SIGINT)
            elif typed:
                os.write(ours, typed.encode())
            shown += _until(ours, None)
            code = program.wait(MOST_SECONDS)
        finally:
            program.kill()
    os.close(ours)
    return code, shown


def _until(terminal: int, sign: str | None) -> str:
    """What is shown until a sign is, or until the program has gone."""
    shown = ""
    while (sign is None or sign not in shown) and select.select([terminal], [], [], MOST_SECONDS)[0]:
        try:
            shown += os.read(terminal, 4096).decode()
        except OSError:  # nobody is at the other end any more
            break
    return shown


def test_a_person_is_shown_what_it_is_and_asked(path: Path) -> None:
    code, shown = at_a_terminal("record", path, *FAMILY, typed="y\n")

    assert shown.index("Participant registered. Kind: family") < shown.index(QUESTION)
    assert (0, 21) == (code, count(path))


def test_a_dane_says_ja(path: Path) -> None:
    code, _ = at_a_terminal("record", path, *FAMILY, "--lang", "da", typed="ja\n")

    assert (0, 21) == (code, count(path))


def test_no_records_nothing(path: Path) -> None:
    code, shown = at_a_terminal("record", path, *FAMILY, "--lang", "da", typed="n\n")

    assert "Skal det registreres? [j/N]" in shown
    assert "Intet er registreret." in shown
    assert (1, 20) == (code, count(path))


def test_leaving_at_the_question_records_nothing(path: Path) -> None:
    code, _ = at_a_terminal("meeting", path, "familieakademi", "2021-forår", "6", "--on", "2021-02-11", *ME,
                            typed=CTRL_C)  # fmt: skip

    assert (1, 20) == (code, count(path))


def test_nobody_is_asked_who_says_yes_beforehand(path: Path) -> None:
    code, shown = at_a_terminal("retract", path, "19", "--reason", "slip", *ME, "--yes", typed="")

    assert "Retract it?" not in shown
    assert (0, 21) == (code, count(path))


def test_what_is_refused_is_refused_before_the_question(path: Path) -> None:
    code, shown = at_a_terminal("correct", path, "19", "--reason", "slip", "--family", "f-1", *ME, typed="")

    assert "attends meeting 5 of 2021-forår already" in shown
    assert "Correct it?" not in shown
    assert (1, 20) == (code, count(path))


def test_without_a_terminal_nobody_is_asked(path: Path) -> None:
    said = as_a_program(MAIN, "record", path, *FAMILY)

    assert ("", 0) == (said.stderr, said.returncode)
    assert 21 == count(path)
