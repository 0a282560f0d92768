"""What is recorded although nothing can be shown of it, and a program that is started without an output."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from at_the_desk import MAIN, as_a_program, five_evenings, vaerebro
from given import AKADEMI, SPRING
from vaerebro_events import Logbook
from vaerebro_events.cli import unshown

ME = ("--role", "family-worker", "--user", "u-3")
NO_ROOM = "The output: No space left on device."
needs_a_full_disk = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return five_evenings(tmp_path)


def count(path: Path) -> int:
    with Logbook.open(path) as logbook:
        return logbook.position


def on_a_full_disk(*words: str | Path) -> tuple[int, str]:
    """How the program ends, and what it says, where its output has no room."""
    with Path("/dev/full").open("w") as full:
        said = subprocess.run(
            [sys.executable, "-c", MAIN, *map(str, words)],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    return said.returncode, said.stderr


@needs_a_full_disk
@pytest.mark.parametrize(
    ("words", "entries"),
    [
        (("record", "LOGBOOK", "participant-registered", "--kind", "youth", "--who", "y-1"), "entry 21"),
        (
            ("meeting", "LOGBOOK", AKADEMI, SPRING, "6", "--on", "2021-02-11", "--families", "f-1"),
            "entries 21-22",
        ),
        (("close", "LOGBOOK", "2021", "--json"), "entry 21"),
    ],
)
def test_what_is_recorded_is_told_where_its_receipt_has_no_room(
    path: Path, words: tuple[str, ...], entries: str
) -> None:
    said = on_a_full_disk(*(path if word == "LOGBOOK" else word for word in words), *ME)

    sentence = f"Error: Recorded as {entries}, but not all of it could be written out: {NO_ROOM}\n"
    assert (unshown.NOT_SHOWN, sentence) == said
    assert count(path) > 20


@needs_a_full_disk
def test_it_is_told_in_danish_also_of_rows_that_are_imported(path: Path, tmp_path: Path) -> None:
    rows = tmp_path / "unge.csv"
    rows.write_text("kind,who,occurred_on\nyouth,y-1,2021-03-04\n", encoding="utf-8")
    words = ("import", path, rows, "--tag", "participant-registered", "--json", "--lang", "da", *ME)

    sentence = (
        "Fejl: Registreret som post 21, men ikke alt kunne skrives ud: Outputtet: Der er ikke mere plads.\n"
    )
    assert (unshown.NOT_SHOWN, sentence) == on_a_full_disk(*words)


@needs_a_full_disk
def test_a_logbook_that_is_made_or_restored_is_told(path: Path, tmp_path: Path) -> None:
    lines = tmp_path / "logbog.jsonl"
    assert 0 == vaerebro("export", path, lines).exit_code

    for words, entries in (
        (("init", tmp_path / "b.db", *ME), "entry 1"),
        (("restore", tmp_path / "c.db", lines, "--yes"), "entries 1-20"),
    ):
        code, said = on_a_full_disk(*words)
        assert unshown.NOT_SHOWN == code
        assert f"Error: Recorded as {entries}, but not" in said


@needs_a_full_disk
def test_what_is_not_recorded_is_refused_as_ever(path: Path) -> None:
    words = ("record", path, "participant-registered", "--kind", "youth", "--who", "y-1", "--dry-run", *ME)

    assert (1, f"Error: {NO_ROOM}\n") == on_a_full_disk(*words)
    assert 20 == count(path)


def test_a_reader_of_the_receipt_who_has_gone_is_told_of(path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    words = ("record", path, "participant-registered", "--kind", "youth", "--who", "y-1", *ME)
    said = subprocess.run(
        [sys.executable, "-c", MAIN, *map(str, words)],
        stdout=writing,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    os.close(writing)

    assert unshown.NOT_SHOWN == said.returncode
    assert "Error: Recorded as entry 21, but not all of it could be written out: " in said.stderr


# Started without an output, as by `>&-`.


def without(streams: str, *words: str | Path) -> tuple[int, str]:
    """How the program ends, and what it says on the streams that it has."""
    command = " ".join(["exec", f'"{sys.executable}"', "-c", '"$0"', '"$@"', streams])
    said = subprocess.run(
        ["/bin/sh", "-c", command, MAIN, *map(str, words)], capture_output=True, encoding="utf-8", check=False
    )
    return said.returncode, said.stderr


def test_without_an_output_nothing_is_shown_and_nothing_goes_wrong(path: Path) -> None:
    before = path.read_bytes()

    assert (0, "") == without(">&-", "status", path)
    assert (0, "") == without("<&- >&- 2>&-", "status", path)
    assert before == path.read_bytes()


def test_without_an_input_nobody_is_asked(path: Path) -> None:
    words = ("record", path, "participant-registered", "--kind", "youth", "--who", "y-1", *ME)

    assert (0, "") == without("<&-", *words)
    assert 21 == count(path)


# Without what the command line needs.


def test_to_import_the_command_line_without_its_extras_ends_nothing() -> None:
    said = as_a_program(
        "import sys; sys.modules['click'] = None; from vaerebro_events import cli; print('goes on')"
    )

    assert ("goes on\n", "", 0) == (said.stdout, said.stderr, said.returncode)


def test_the_command_line_has_no_other_names() -> None:
    said = as_a_program("from vaerebro_events import cli; print(hasattr(cli, 'vaerebro'), hasattr(cli, 'x'))")

    assert "True False\n" == said.stdout
