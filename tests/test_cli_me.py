"""Saying once who records: it is kept, shown, changed and forgotten."""

from pathlib import Path

import pytest

from at_the_desk import five_evenings, refused, vaerebro
from vaerebro_events import Logbook
from vaerebro_events.cli.kept import Kept, kept, settings_file
from writing_shapes import read_as


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A settings folder of this test's own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    return tmp_path


def damage(text: str) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text(text, encoding="utf-8")


def test_at_first_nobody_is_known() -> None:
    assert (
        "It is not said who records: vaerebro me --role ROLE --user USER.\nLanguage: English.\n"
    ) == vaerebro("me").stdout


def test_who_records_is_said_once(folder: Path) -> None:
    path = five_evenings(folder)
    vaerebro("me", "--role", "family-worker", "--user", "u-7")
    vaerebro("record", path, "participant-registered", "--kind", "youth", "--who", "y-1")

    with Logbook.open(path) as logbook:
        assert "u-7" == logbook.entries()[-1].actor.user
    assert (
        f"You record as family-worker u-7.\nLanguage: English.\nKept in {settings_file()}.\n"
        == vaerebro("me").stdout
    )


def test_what_is_said_with_a_command_goes_before(folder: Path) -> None:
    path = five_evenings(folder)
    vaerebro("me", "--role", "family-worker", "--user", "u-7")
    vaerebro("record", path, "participant-registered", "--kind", "youth", "--who", "y-1", "--user", "u-8")

    with Logbook.open(path) as logbook:
        actor = logbook.entries()[-1].actor
    assert ("family-worker", "u-8") == (actor.role, actor.user)


def test_one_thing_is_changed_at_a_time() -> None:
    assert "Something is missing yet: --user.\n" in vaerebro("me", "--role", "leader").stdout
    vaerebro("me", "--user", "u-1")
    said = vaerebro("me", "--lang", "da").stdout

    assert said.startswith("Du registrerer som leader u-1.\nSprog: dansk.\nGemt i ")
    assert Kept("leader", "u-1", "da") == kept()


def test_the_language_that_is_kept_is_spoken() -> None:
    vaerebro("me", "--lang", "da")

    assert vaerebro("me").stdout.startswith("Det er ikke valgt, hvem der registrerer")
    assert vaerebro("record", "--help").stdout.startswith("Brug: ")


def test_other_programs_are_told() -> None:
    vaerebro("me", "--role", "leader", "--user", "u-1")

    assert {"role": "leader", "user": "u-1", "lang": None, "file": str(settings_file())} == read_as(
        "me", vaerebro("me", "--json")
    )


def test_it_is_forgotten() -> None:
    vaerebro("me", "--role", "leader", "--user", "u-1")

    assert "Forgotten: nobody records by default now.\n" == vaerebro("me", "--forget").stdout
    assert Kept() == kept()
    assert 0 == vaerebro("me", "--forget").exit_code


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["--user", "Anne Hansen"],
            "user cannot be 'Anne Hansen': it must be 1 to 64 letters, digits or . - _ : without spaces.",
        ),
        (
            ["--user", "010190-1234"],
            "user cannot be '…': it looks like a CPR number, and the log holds none.",
        ),
        (["--role", ""], "role cannot be '': it must be 1 to 64 letters, digits or . - _ : without spaces."),
    ],
)
def test_who_cannot_be_is_not_kept(words: list[str], sentence: str) -> None:
    refused(sentence, vaerebro("me", *words))
    assert not settings_file().exists()


@pytest.mark.parametrize(
    "text",
    ["role = ", 'role = "family worker"', "role = 7", 'lang = "sv"', "\x00", 'role = "a"\nrole = "b"'],
)
def test_damaged_settings_are_as_none_and_are_said(folder: Path, text: str) -> None:
    damage(text)

    refused(
        f"The settings in {settings_file()} cannot be read, so they are not used: "
        "say it again with --role and --user.",
        vaerebro("me"),
    )
    assert 2 == vaerebro("retract", five_evenings(folder), "19", "--reason", "slip").exit_code
    assert 0 == vaerebro("me", "--role", "leader", "--user", "u-1").exit_code
    assert Kept("leader", "u-1") == kept()


def test_settings_that_cannot_be_written_are_one_sentence() -> None:
    settings_file().parent.parent.mkdir(parents=True)
    settings_file().parent.write_text("in the way", encoding="utf-8")

    said = vaerebro("me", "--role", "leader", "--user", "u-1")

    assert f"Error: {settings_file().parent}: File exists.\n" == said.stderr
    assert 1 == said.exit_code


def test_forgetting_stands_by_itself() -> None:
    said = vaerebro("me", "--forget", "--role", "leader")

    assert "--forget forgets everything: use it by itself." in said.stderr
    assert 2 == said.exit_code


@pytest.mark.parametrize("option", ["role", "user"])
def test_who_records_cannot_be_given_as_nobody(folder: Path, option: str) -> None:
    path = five_evenings(folder)
    vaerebro("me", "--role", "family-worker", "--user", "u-7")

    said = vaerebro(
        "record", path, "participant-registered", "--kind", "youth", "--who", "y-1", f"--{option}", ""
    )

    assert said.stderr.endswith(
        " cannot be '': it must be 1 to 64 letters, digits or . - _ : without spaces.\n"
    )
    assert 1 == said.exit_code
