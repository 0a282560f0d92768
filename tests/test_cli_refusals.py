"""What the command line cannot do, each told in one sentence. A new refusal: one case here."""

import re
import sqlite3
from pathlib import Path

import pytest

from at_the_desk import five_evenings, refused, vaerebro


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return five_evenings(tmp_path)


TIMES = "give a position, a day such as 2022-02-28, or a time such as 2022-02-28T12:00+01:00"
DAYS = "write a day as 2021-03-04 or 4.3.2021"
NO_SUCH_DAY = "the calendar has no such day"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("--on 2021-02-30", f"--on cannot be '2021-02-30': {NO_SUCH_DAY}."),
        ("--on 20210203", f"--on cannot be '20210203': {DAYS}."),
        ("--known 2021-13-01", f"--known cannot be '2021-13-01': {NO_SUCH_DAY}."),
        ("--known yesterday", f"--known cannot be 'yesterday': {TIMES}."),
        (f"--known {'9' * 5000}", f"--known cannot be '{'9' * 5000}': {TIMES}."),
        ("--known 99", "What is known at 99 cannot be said yet: give a position or a time that has come."),
        (
            "--known 2021-02-12T12:00",
            "--known cannot be '2021-02-12 12:00:00': a time must be aware, with its offset from UTC.",
        ),
        (
            "--known 0 --criterion skak",
            "There is no status of «skak»: the plan, or the season, was not there yet.",
        ),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(path: Path, words: str, sentence: str) -> None:
    refused(sentence, vaerebro("status", path, *words.split()))


def test_a_day_after_today_is_refused(path: Path) -> None:
    said = vaerebro("status", path, "--on", "9999-12-31")

    assert re.fullmatch(r"Error: 9999-12-31 is after today \(.+\): give a day that has come\.\n", said.stderr)


def test_an_unknown_criterion_is_answered_with_those_there_are(path: Path) -> None:
    said = vaerebro("status", path, "--criterion", "skak")

    assert said.stderr.startswith("Error: There is no status of «skak»: ask for one of ")
    assert 1 == said.exit_code


def test_a_log_without_a_plan_says_so(path: Path) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("DELETE FROM stored_events")
    connection.close()

    said = vaerebro("plan", path)

    sentence = (
        "The logbook has adopted no plan, so nothing can be recorded: remove its file, and make it anew."
    )
    refused(sentence, said)


def test_entries_of_an_unknown_kind_are_refused(path: Path) -> None:
    said = vaerebro("entries", path, "--tag", "chess-played")

    assert said.stderr.startswith("Error: There is no «chess-played»; known are activity-started, ")
    assert 1 == said.exit_code


def test_an_entry_that_there_is_not_is_refused(path: Path) -> None:
    for entry in ("0", "21"):
        said = vaerebro("entries", path, "--entry", entry)
        refused(f"--entry cannot be {entry}: the entries are 1 to 20.", said)


def test_entries_after_no_position_are_refused(path: Path) -> None:
    said = vaerebro("entries", path, "--after", "-1")

    refused("--after cannot be -1: it must be a position: 0, 1, 2 ….", said)


def test_what_is_wrong_is_called_as_the_worker_knows_it(path: Path) -> None:
    told = ("familieakademi", "2021-forår", "0", "--on", "2021-03-04", "--role", "worker", "--user", "u-1")

    said = vaerebro("meeting", path, *told, "--lang", "da")

    assert "Fejl: Møde nr. kan ikke være 0: det skal være et helt tal fra 1 til 1000000.\n" == said.stderr


def test_what_an_option_gives_is_called_by_its_name(path: Path) -> None:
    said = vaerebro("follow-up", path, "--days", "0", "--lang", "da")

    assert said.stderr.startswith("Fejl: --days kan ikke være 0: ")


# Files that are no logbooks.


@pytest.mark.parametrize(
    "command", ["status", "plan", "entries", "agreement", "check", "follow-up", "due", "diff"]
)
def test_a_file_that_is_no_logbook_is_one_sentence(tmp_path: Path, command: str) -> None:
    letter, nothing = tmp_path / "letter.txt", tmp_path / "nothing.db"
    letter.write_text("Dear board")
    made = "file that «vaerebro init» has made"

    for file in (letter, tmp_path):
        refused(f"{file} is not a logbook: give a {made}.", vaerebro(command, file))
    missing = f"There is no logbook at {nothing}; make one with «vaerebro init»."
    refused(missing, vaerebro(command, nothing))
    assert not nothing.exists()


def test_a_logbook_of_a_newer_version_is_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 9")
    connection.close()

    newer = f"{path} has format 9, which is newer than this library: install a newer vaerebro-events."
    refused(newer, vaerebro("status", path))
    refused(newer, vaerebro("demo", path))


def test_a_damaged_logbook_stops(path: Path) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("DELETE FROM stored_events WHERE originator_version = 4")
    connection.close()

    why = "entries are missing, or stand at other positions"
    refused(f"{path} is damaged at entry 4: {why}. Restore it from a backup.", vaerebro("status", path))


def test_a_file_that_cannot_be_opened_is_one_sentence(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unable(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr(sqlite3, "connect", unable)

    why = "unable to open database file"
    advice = "check the name, and that you may read the file and write in its folder"
    refused(f"{path} cannot be opened ({why}): {advice}.", vaerebro("status", path))
