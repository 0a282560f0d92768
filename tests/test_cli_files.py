"""Files that commands are given: none without a name, no devices; links are kept, folders left alone."""

import io
import os
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

import pytest

from at_the_desk import five_evenings, refused, vaerebro
from vaerebro_events import Logbook
from vaerebro_events.cli import exporting
from vaerebro_events.errors import InvalidValue, NotWritten
from vaerebro_events.tables import log_lines
from vaerebro_events.tables.exporting import export
from vaerebro_events.tables.frames import to_pandas, to_polars
from writing_shapes import read_as

ME = ("--role", "leader", "--user", "u-1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return five_evenings(tmp_path)


@pytest.fixture
def lines(path: Path, tmp_path: Path) -> Path:
    file = tmp_path / "log.jsonl"
    assert 0 == vaerebro("export", path, file).exit_code
    return file


# What is read.


def a_pipe(folder: Path) -> Path:
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    return pipe


def test_only_an_ordinary_file_is_restored(tmp_path: Path) -> None:
    for file in (a_pipe(tmp_path), Path("/dev/zero")):
        sentence = f"{file} is not an ordinary file: save the log in a file first."
        refused(sentence, vaerebro("restore", tmp_path / "copy.db", file))
    assert not (tmp_path / "copy.db").exists()


def test_a_file_without_lines_is_not_read_whole(tmp_path: Path) -> None:
    (tmp_path / "log.jsonl").write_bytes(b"x" * 101)

    with patch.object(log_lines, "LONGEST", 100):
        said = vaerebro("restore", tmp_path / "copy.db", tmp_path / "log.jsonl", "--lang", "da")

    assert "Linje 1 i " in said.stderr
    assert "den er længere end nogen post" in said.stderr
    assert (1, "") == (said.exit_code, said.stdout)


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "Note: The lines of "), ("da", "Bemærk: Linjerne i crlf.jsonl ender på CRLF")],
)
def test_line_ends_of_another_system_are_said(lines: Path, tmp_path: Path, language: str, told: str) -> None:
    other = tmp_path / "crlf.jsonl"
    other.write_bytes(lines.read_bytes().replace(b"\n", b"\r\n"))

    said = vaerebro("restore", tmp_path / "copy.db", other, "--lang", language)

    assert told in said.stdout
    assert sha256(other.read_bytes()).hexdigest() in said.stdout


@pytest.mark.parametrize("words", [("restore", "", "log.jsonl"), ("export", "logbog.db", ""), ("status", "")])
def test_a_file_has_a_name(words: tuple[str, ...]) -> None:
    said = vaerebro(*words)

    assert "Error: Give the file a name." in said.stderr
    assert 2 == said.exit_code


def test_an_error_of_the_system_without_words_is_a_sentence(lines: Path, tmp_path: Path) -> None:
    with patch.object(exporting, "sure", side_effect=io.UnsupportedOperation("not seekable")):
        said = vaerebro("restore", tmp_path / "copy.db", lines)

    refused("The output: not seekable.", said)


# What is written.


def test_what_replaces_the_file_of_a_link_leaves_the_link(path: Path, tmp_path: Path) -> None:
    kept, link = tmp_path / "kept.jsonl", tmp_path / "log.jsonl"
    kept.write_text("old", encoding="utf-8")
    link.symlink_to(kept)

    assert 0 == vaerebro("export", path, link, "--replace").exit_code

    assert link.is_symlink()
    assert 20 == len(kept.read_bytes().splitlines())


def test_a_folder_is_not_taken_for_a_file(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "log.jsonl"
    folder.mkdir()

    said = vaerebro("export", path, folder)

    refused(
        f"{folder} cannot be written (it is a folder): give another place, or make its folder first.", said
    )
    assert [] == list(folder.iterdir())
    assert 0 == vaerebro("export", path, f"{folder}/").exit_code


def test_a_device_is_never_written(path: Path, tmp_path: Path) -> None:
    link, pipe = tmp_path / "out.jsonl", a_pipe(tmp_path).rename(tmp_path / "pipe.jsonl")
    link.symlink_to("/dev/null")

    with Logbook.open(path) as logbook:
        for file in (link, pipe, Path("/dev/new.jsonl"), "/dev/new/"):
            with pytest.raises(NotWritten, match="that is no ordinary file"):
                export(logbook.replay(), file, replace=True)
    assert Path("/dev/null").is_char_device()
    assert not Path("/dev/new").exists()


def test_a_name_that_no_file_can_have_is_refused(path: Path) -> None:
    with Logbook.open(path) as logbook, pytest.raises(NotWritten):
        export(logbook.replay(), "a\0b.jsonl")


# What is made.


def test_init_tells_other_programs_what_it_made(tmp_path: Path) -> None:
    file = tmp_path / "a.db"

    said = read_as("made", vaerebro("init", file, *ME, "--json"))

    told = {"logbook": str(file), "plan": "vaerebro-2020-2023", "criteria": 57, "entries": 1, "sample": False}
    assert told == said


def test_demo_tells_other_programs_what_it_made(tmp_path: Path) -> None:
    said = read_as("made", vaerebro("demo", tmp_path / "a.db", "--json"))

    with Logbook.open(tmp_path / "a.db") as logbook:
        assert (logbook.position, True) == (said["entries"], said["sample"])


# Frames.


def test_a_table_that_there_is_not_names_those_there_are(path: Path) -> None:
    with Logbook.open(path) as logbook:
        for frame in (to_polars, to_pandas):
            with pytest.raises(InvalidValue, match="there are entries and statuses") as error:
                frame(logbook, "nope")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
            assert "der er entries og statuses" in error.value.in_("da")
