"""A whole meeting in one line: who came, who is new, how many heads; twice is once."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from at_the_desk import five_evenings, refused, vaerebro
from given import AKADEMI, SPRING, WORKER
from vaerebro_events import (
    AliasAttended,
    Entry,
    EventHeld,
    Fact,
    FamilyAttended,
    HeadsCounted,
    Logbook,
    MeetingCancelled,
    MeetingHeld,
    ParticipantRegistered,
    ResidentAttended,
)
from vaerebro_events.cli.newcomers import next_references
from vaerebro_events.domain.participants import ParticipantKind
from writing_shapes import read_as

ME = ("--role", "family-worker", "--user", "u-3")
SIXTH = "2021-02-11"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Five evenings are recorded; f-1 and f-2 are registered."""
    return five_evenings(tmp_path)


def meeting(path: Path, *words: str, number: str = "6", on: str | None = SIXTH) -> Result:
    day = () if on is None else ("--on", on)
    return vaerebro("meeting", path, AKADEMI, SPRING, number, *day, *words, *ME)


def recorded(path: Path, after: int = 20) -> list[Fact]:
    with Logbook.open(path) as logbook:
        return [entry.fact for entry in logbook.entries(after)]


def attended(*who: str, number: int = 6) -> list[Fact]:
    return [FamilyAttended(AKADEMI, SPRING, number, family) for family in who]


HELD = MeetingHeld(AKADEMI, SPRING, 6)


def test_an_evening_in_one_line(path: Path) -> None:
    said = meeting(path, "--families", "f-1,f-2,+2", "--heads", "31", "--vulnerable", "4")

    assert (
        "Meeting 6 of FamilieAkademi, 2021-forår, 2021-02-11: 4 families (2 new: f-3, f-4), 31 heads, "
        "4 of them in a vulnerable position. Entries 21-28.\n"
    ) == said.stdout
    assert [
        ParticipantRegistered("family", "f-3"),
        ParticipantRegistered("family", "f-4"),
        HELD,
        *attended("f-1", "f-2", "f-3", "f-4"),
        HeadsCounted(AKADEMI, SPRING, 6, 31, 4),
    ] == recorded(path)


def test_it_is_one_batch_about_one_day(path: Path) -> None:
    meeting(path, "--families", "f-1,+1", "--heads", "31")

    with Logbook.open(path) as logbook:
        entries = logbook.entries(20)
    assert {25} == {entry.batch_end for entry in entries}
    assert {SIXTH} == {str(entry.occurred_on) for entry in entries}


def test_the_receipt_in_danish(path: Path) -> None:
    said = meeting(path, "--families", "f-1,+1", "--heads", "1", "--lang", "da")

    assert (
        "Møde 6 af FamilieAkademi, 2021-forår, 11. februar 2021: 2 familier (1 ny: f-3), 1 fremmødt. "
        "Post 21-25.\n"
        "Bemærk: Der blev talt 1, men der er registreret 2.\n"
    ) == said.stdout


def test_the_same_line_twice_records_nothing_twice(path: Path) -> None:
    line = ("--families", "f-1,+f-9,+2", "--heads", "31")
    meeting(path, *line)
    again = meeting(path, *line)

    assert (
        "Meeting 6 of FamilieAkademi, 2021-forår, 2021-02-11: nothing new, all this is recorded already.\n"
        "Recorded already: f-1, f-9, f-10, f-11.\n"
        "The newcomers are recorded already: f-10, f-11. Are there more, name them by reference: +f-12.\n"
    ) == again.stdout
    assert 0 == again.exit_code
    assert 9 == len(recorded(path))


def test_what_is_new_of_a_meeting_is_added(path: Path) -> None:
    said = meeting(path, "--families", "f-1,+f-9", "--heads", "12", number="5", on=None)

    assert (
        "Meeting 5 of FamilieAkademi, 2021-forår, 2021-02-04: 1 family (1 new: f-9), 12 heads. "
        "Entries 21-23.\nRecorded already: f-1.\n"
    ) == said.stdout
    assert [
        ParticipantRegistered("family", "f-9"),
        *attended("f-9", number=5),
        HeadsCounted(AKADEMI, SPRING, 5, 12),
    ] == recorded(path)


def test_one_more_newcomer_than_is_recorded_is_made(path: Path) -> None:
    meeting(path, "--families", "+1")
    meeting(path, "--families", "+2")

    assert attended("f-3", "f-4") == [fact for fact in recorded(path) if isinstance(fact, FamilyAttended)]


def test_a_reference_once_given_is_not_given_again(path: Path) -> None:
    meeting(path, "--families", "+1")
    vaerebro("retract", path, "21-23", "--reason", "did-not-happen", *ME)
    meeting(path, "--families", "+1", number="7", on="2021-02-18")

    assert ParticipantRegistered("family", "f-4") in recorded(path, 23)


def test_only_that_it_was_held(path: Path) -> None:
    assert "Meeting 6 of FamilieAkademi, 2021-forår, 2021-02-11: held. Entry 21.\n" == meeting(path).stdout
    assert [HELD] == recorded(path)


def test_a_cancelled_meeting(path: Path) -> None:
    first, again = meeting(path, "--cancelled"), meeting(path, "--cancelled")

    assert "Meeting 6 of FamilieAkademi, 2021-forår, 2021-02-11: cancelled. Entry 21.\n" == first.stdout
    assert "nothing new, all this is recorded already." in again.stdout
    assert [MeetingCancelled(AKADEMI, SPRING, 6)] == recorded(path)


def test_a_cancelled_meeting_is_held_on_another_day(path: Path) -> None:
    meeting(path, "--cancelled")
    meeting(path, "--families", "f-1", on="2021-02-12")

    assert [MeetingCancelled(AKADEMI, SPRING, 6), HELD, *attended("f-1")] == recorded(path)


def test_an_event_has_a_place_and_somebody_who_held_it(path: Path) -> None:
    cafe = ("meeting", path, "Netværksskabende aktiviteter", "tirsdagscafé", "1", "--on", SIXTH, *ME)
    said = vaerebro(*cafe, "--place", "Beboerhuset", "--led-by", "frivillige", "--aliases", "ræv,ugle",
                    "--residents", "+1")  # fmt: skip
    more = vaerebro(*cafe, "--aliases", "ræv,ko")

    event = ("netvaerk", "tirsdagscafé", 1)
    assert (
        "Event 1 of Activities that build networks, tirsdagscafé, 2021-02-11: "
        "1 resident (1 new: r-001), 2 visitors by alias. Entries 21-25.\n"
    ) == said.stdout
    assert more.stdout.startswith(
        "Event 1 of Activities that build networks, tirsdagscafé, 2021-02-11: 1 visitor"
    )
    assert [
        ParticipantRegistered("resident", "r-001"),
        EventHeld(*event, "beboerhuset", "volunteers"),
        ResidentAttended(*event, "r-001"),
        *(AliasAttended(*event, alias) for alias in ("ræv", "ugle", "ko")),
    ] == recorded(path)


def test_a_network_that_held_it_needs_no_more_to_be_said(path: Path) -> None:
    vaerebro("record", path, "network-formed", "--activity", "netvaerk", "--network", "n-1", "--inclusive",
             "--no-outside-course", "--on", "2021-02-01", *ME)  # fmt: skip
    vaerebro("meeting", path, "netvaerk", "n-1", "1", "--on", SIXTH, "--place", "beboerhuset",
             "--network", "n-1", *ME)  # fmt: skip

    assert EventHeld("netvaerk", "n-1", 1, "beboerhuset", "network", "n-1") == recorded(path)[-1]


def test_a_trial_records_nothing(path: Path) -> None:
    said = meeting(path, "--families", "f-1,+2", "--dry-run")

    assert (
        "Meeting 6 of FamilieAkademi, 2021-forår, 2021-02-11: 3 families (2 new: f-3, f-4). "
        "Would be entries 21-26.\nNothing is recorded: this was a trial.\n"
    ) == said.stdout
    assert [] == recorded(path)


def test_other_programs_are_told_who_is_new_and_what_was_there(path: Path) -> None:
    said = read_as("recorded", meeting(path, "--families", "f-1,+1", "--json", number="5", on=None))

    assert {"family": ["f-3"]} == said["newcomers"]
    assert [21, 22] == [entry["position"] for entry in said["recorded"]]
    assert [13, 14] == sorted(entry["position"] for entry in said["already"])
    assert False is said["dry_run"]


def test_what_somebody_else_records_meanwhile_is_taken_in(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = ("--families", "f-1,+1", "--heads", "31")
    record, others = Logbook.record, [HELD, *attended("f-2")]

    def after_the_others(logbook: Logbook, *what: Any, **how: Any) -> tuple[Entry, ...]:
        if others:
            record(logbook, *others, on=date.fromisoformat(SIXTH), actor=WORKER)
            others.clear()
        return record(logbook, *what, **how)

    monkeypatch.setattr(Logbook, "record", after_the_others)

    assert "2 families (1 new: f-3), 31 heads. Entries 23-26." in meeting(path, *line).stdout


# What stands in the way.


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["--families", "f-1,f-09,f-77"],
            "Not registered (families): f-09, f-77. Write +f-09,+f-77 for somebody new.",
        ),
        (["--families", "f-1,+f-2"], "The family f-2 is registered already, in entry 4."),
        (["--heads", "x"], "Heads cannot be 'x': write a whole number, such as 31."),
        (
            ["--heads", "3", "--vulnerable", "4"],
            "In a vulnerable position cannot be 4: only 3 heads were counted.",
        ),
        (["--on", "30.2.2021"], "Day cannot be '30.2.2021': the calendar has no such day."),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_recorded(
    path: Path, words: list[str], sentence: str
) -> None:
    refused(sentence, meeting(path, *words))
    assert [] == recorded(path)


def test_a_slip_of_the_finger_is_guessed(path: Path) -> None:
    vaerebro(
        "record", path, "participant-registered", "--kind", "family", "--who", "f-017", "--on", SIXTH, *ME
    )
    said = meeting(path, "--families", "f-17", "--lang", "da")

    assert (
        "Fejl: Ikke registreret (familie): f-17. Skriv +f-17, hvis det er nogen ny. Eller mente du f-017?\n"
        == said.stderr
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["--on", "2021-02-05"],
            (
                "Meeting 5 of 2021-forår was held on 2021-02-04, not on 2021-02-05: "
                "what is said of it has its day."
            ),
        ),
        (
            ["--place", "beboerhuset", "--led-by", "staff"],
            "Meeting 5 of 2021-forår is held already, in entry 13.",
        ),
        (["--cancelled"], "Meeting 5 of 2021-forår is held already, in entry 13."),
        (
            ["--heads", "13"],
            "The heads of meeting 5 of 2021-forår are counted already, in entry 21; correct that one.",
        ),
    ],
)
def test_what_the_log_says_otherwise_is_refused(path: Path, words: list[str], sentence: str) -> None:
    meeting(path, "--heads", "12", number="5", on=None)
    on = None if "--on" in words or "--cancelled" not in words else "2021-02-04"

    refused(sentence, meeting(path, *words, number="5", on=on))
    assert 1 == len(recorded(path))


def test_a_season_that_is_not_planned_names_those_that_are(path: Path) -> None:
    said = vaerebro("meeting", path, AKADEMI, "2021-foraar", "6", "--on", SIXTH, *ME)

    assert said.stderr.endswith(" Seasons planned: 2021-forår.\n")
    assert (1, []) == (said.exit_code, recorded(path))


def test_a_line_of_events_that_is_new_needs_its_place(path: Path) -> None:
    said = vaerebro("meeting", path, "netvaerk", "tirsdagscafé", "1", "--on", SIXTH, *ME)

    assert said.stderr.endswith(" An event without a season needs --place and --led-by.\n")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--place", "beboerhuset"], "An event needs both --place and --led-by."),
        (["--led-by", "staff"], "An event needs both --place and --led-by."),
        (["--vulnerable", "4"], "--vulnerable needs --heads."),
        (["--cancelled", "--families", "f-1"], "A cancelled meeting has nobody who came, no heads"),
        (["--cancelled", "--heads", "1"], "A cancelled meeting has nobody who came"),
    ],
)  # fmt: skip
def test_wrong_use_is_told_and_leaves_with_two(path: Path, words: list[str], sentence: str) -> None:
    said = meeting(path, *words)

    assert f"Error: {sentence}" in said.stderr
    assert (2, []) == (said.exit_code, recorded(path))


# Which references are free.


@pytest.mark.parametrize(
    ("used", "following"),
    [
        ([], ["f-001", "f-002"]),
        (["Anker"], ["f-001", "f-002"]),
        (["f-009", "f-010", "g-77"], ["f-011", "f-012"]),
        (["f-999"], ["f-1000", "f-1001"]),
        (["7", "8"], ["9", "10"]),
    ],
)
def test_the_next_references_follow_those_in_use(used: list[str], following: list[str]) -> None:
    references = next_references(used, ParticipantKind.FAMILY)

    assert following == [next(references), next(references)]
