"""What looks odd in what is recorded now is told with its receipt, in a trial, and before the question."""

from pathlib import Path

import pytest
from click.testing import Result

from at_a_terminal import at_a_terminal
from at_the_desk import five_evenings, refused, vaerebro
from given import AKADEMI, SPRING, WORKER
from vaerebro_events import Draft, Logbook, MeetingCancelled, MeetingHeld, SeriesPlanned
from vaerebro_events.errors import Refusal
from writing_shapes import read_as

ME = ("--role", "family-worker", "--user", "u-3")
SIXTH, CHRISTMAS_EVE = "2021-02-11", "2021-12-24"
MEETING = ("--activity", AKADEMI, "--series", SPRING, "--meeting")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Five evenings are recorded; f-1 and f-2 came to the fifth. The season is planned with sixteen."""
    return five_evenings(tmp_path)


def meeting(path: Path, *words: str, number: str = "6", on: str = SIXTH, season: str = SPRING) -> Result:
    return vaerebro("meeting", path, AKADEMI, season, number, "--on", on, *words, *ME)


def notes(said: Result) -> list[str]:
    assert 0 == said.exit_code
    return [line for line in said.stdout.splitlines() if line.startswith(("Note: ", "Bemærk: "))]


def entries(path: Path) -> int:
    with Logbook.open(path) as logbook:
        return logbook.position


def test_fewer_heads_than_came(path: Path) -> None:
    said = meeting(path, "--families", "f-1,f-2", "--heads", "1")

    assert ["Note: 1 counted, but 2 recorded as having come."] == notes(said)


def test_in_danish(path: Path) -> None:
    said = meeting(path, "--families", "f-1,f-2", "--heads", "1", "--lang", "da")

    assert ["Bemærk: Der blev talt 1, men der er registreret 2."] == notes(said)


def test_what_is_so_of_an_earlier_entry_since(path: Path) -> None:
    # Given one was counted on the evening, and one came
    meeting(path, "--families", "f-1", "--heads", "1")

    assert ["Note: 1 counted, but 2 recorded as having come."] == notes(meeting(path, "--families", "f-2"))


def test_what_was_odd_before_is_not_told_again(path: Path) -> None:
    meeting(path, "--families", "f-1,f-2", "--heads", "1")

    assert [] == notes(meeting(path, "--families", "f-1", number="7", on="2021-02-18"))


def test_a_meeting_beyond_those_planned_on_a_closed_day_after_the_season(path: Path) -> None:
    said = vaerebro("record", path, "meeting-held", *MEETING, "17", "--on", CHRISTMAS_EVE, *ME)

    assert [
        "Note: A meeting or an event on a day that is usually closed.",
        "Note: The meeting lies outside the days of its season.",
        "Note: Meeting 17 of a season planned with 16.",
    ] == notes(said)


def test_what_is_so_of_several_entries_is_told_once(path: Path) -> None:
    with Logbook.open(path, actor=WORKER) as logbook:
        logbook.close_period("2021")

    said = meeting(path, "--families", "f-1,f-2")

    assert ["Note: Is about 2021, which was closed without it."] == notes(said)


def test_a_correction_and_what_it_makes_odd(path: Path) -> None:
    words = ("--meeting", "40", "--reason", "slip", *ME)
    vaerebro("record", path, "meeting-held", *MEETING, "6", "--on", SIXTH, *ME)

    said = vaerebro("correct", path, "21", *words)

    assert ["Note: Meeting 40 of a season planned with 16."] == notes(said)


def test_a_retraction_and_what_it_makes_odd(path: Path) -> None:
    meeting(path)
    vaerebro("record", path, "series-completed", "--activity", AKADEMI, "--series", SPRING,
             "--on", "2021-04-22", *ME)  # fmt: skip

    said = vaerebro("retract", path, "5-19,21", "--reason", "slip", "--dry-run", *ME)

    assert ["Note: The course is completed, but no meeting of it is recorded."] == notes(said)
    assert said.stdout.endswith("Nothing is recorded: this was a trial.\n")


def test_in_a_trial_too(path: Path) -> None:
    said = meeting(path, "--families", "f-1,f-2", "--heads", "1", "--dry-run")

    assert ["Note: 1 counted, but 2 recorded as having come."] == notes(said)
    assert 20 == entries(path)


def test_a_person_is_told_before_the_question_and_not_again(path: Path) -> None:
    shown = at_a_terminal("meeting", path, AKADEMI, SPRING, "6", "--on", SIXTH, "--families", "f-1,f-2",
                          "--heads", "1", *ME, answer="y\n").text  # fmt: skip

    assert shown.index("Note: 1 counted, but 2") < shown.index("Record it?")
    assert 1 == shown.count("Note: ")


def test_other_programs_are_told(path: Path) -> None:
    said = read_as("recorded", meeting(path, "--families", "f-1,f-2", "--heads", "1", "--json"))

    says = {
        "da": "Der blev talt 1, men der er registreret 2.",
        "en": "1 counted, but 2 recorded as having come.",
    }
    assert [{"kind": "fewer-heads-than-came", "position": 24, "says": says}] == said["findings"]


def test_that_nothing_is_odd_is_not_told(path: Path) -> None:
    assert [] == notes(meeting(path, "--families", "f-1", "--heads", "9"))


# A meeting that is recorded as cancelled and as held.


@pytest.fixture
def both(path: Path) -> Path:
    """The sixth evening is recorded as cancelled in entry 21, and then as held the same day, in entry 22."""
    meeting(path, "--cancelled")
    with Logbook.open(path, actor=WORKER) as logbook:
        logbook.record(Draft(MeetingHeld(AKADEMI, SPRING, 6), logbook.entries(20)[0].occurred_on))
    return path


def test_a_meeting_cancelled_and_held_the_same_day_says_so(both: Path) -> None:
    told = "The meeting is recorded as cancelled on that day, too, in entry 21."
    assert [f"Note: {told}"] == notes(meeting(both, "--families", "f-1"))

    told = "Mødet er også registreret som aflyst samme dag, i post 21."
    assert [f"Bemærk: {told}"] == notes(meeting(both, "--families", "f-2", "--lang", "da"))


def test_what_is_held_cannot_be_cancelled_whatever_was_cancelled_before(both: Path) -> None:
    sentence = "Meeting 6 of 2021-forår is held already, in entry 22."

    refused(sentence, meeting(both, "--cancelled"))
    with Logbook.open(both, actor=WORKER) as logbook, pytest.raises(Refusal):
        logbook.record(Draft(MeetingCancelled(AKADEMI, SPRING, 6), logbook.entries(21)[0].occurred_on))


def test_a_meeting_that_was_moved_says_nothing_of_it(path: Path) -> None:
    meeting(path, "--cancelled")

    assert [] == notes(meeting(path, "--families", "f-1", on="2021-02-12"))


def test_that_it_was_cancelled_before_it_was_moved_is_nothing_new(path: Path) -> None:
    meeting(path, "--cancelled")
    meeting(path, on="2021-02-12")

    assert "nothing new" in meeting(path, "--cancelled").stdout


# An event beside a season.


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Note: 2021-forår is a planned season: this is an event beside its meetings."),
        ("da", "Bemærk: 2021-forår er en planlagt sæson: dette er et arrangement ved siden af dens møder."),
    ],
)
def test_an_event_under_the_name_of_a_season_is_noted(path: Path, language: str, said: str) -> None:
    event = ("--place", "beboerhuset", "--led-by", "staff")

    assert [said] == notes(meeting(path, *event, "--lang", language))


def test_an_event_of_its_own_line_is_not(path: Path) -> None:
    with Logbook.open(path, actor=WORKER) as logbook:
        first, last = (logbook.entries(1)[0].occurred_on,) * 2
        logbook.record(SeriesPlanned("legestue", "cafe", 1, first, last), on=first)

    assert [] == notes(meeting(path, "--place", "beboerhuset", "--led-by", "staff", season="cafe"))


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "SEASON is then the name of its line of events"), ("da", "navnet på rækken af arrangementer")],
)
def test_help_says_what_names_an_event(language: str, said: str) -> None:
    assert said in " ".join(vaerebro("meeting", "--help", "--lang", language).stdout.split())
