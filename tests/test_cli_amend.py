"""Putting entries right on the command line: correcting, bringing back, retracting, one or several."""

import json
from pathlib import Path

import pytest
from click.testing import Result

from at_the_desk import five_evenings, refused, vaerebro
from given import AKADEMI, SPRING
from vaerebro_events import (
    Entry,
    FamilyAttended,
    Logbook,
    MeetingHeld,
    ParticipantRegistered,
    ResidentAttended,
    SeriesPlanned,
)
from vaerebro_events.domain.amendments import Reason
from vaerebro_events.forms.words import choice_name
from writing_shapes import read_as

ME = ("--role", "family-worker", "--user", "u-3")
SLIP = ("--reason", "slip")
LAST_CAME = "19"  # f-2 to the fifth evening


def register(path: Path, kind: str, who: str) -> None:
    vaerebro(
        "record", path, "participant-registered", "--kind", kind, "--who", who, "--on", "2021-01-04", *ME
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Five evenings; entries 13, 14 and 19 are the fifth, and 3 was corrected by 20."""
    path = five_evenings(tmp_path)
    register(path, "family", "f-3")
    return path


def correct(path: Path, position: str, *words: str) -> Result:
    return vaerebro("correct", path, position, *words, *ME)


def retract(path: Path, position: str, *words: str) -> Result:
    return vaerebro("retract", path, position, *words, *ME)


def count(path: Path) -> int:
    with Logbook.open(path) as logbook:
        return logbook.position


def holds(path: Path) -> dict[int, Entry]:
    with Logbook.open(path) as logbook:
        return {entry.position: entry for entry in logbook.replay().history}


def test_only_what_is_given_changes(path: Path) -> None:
    said = correct(path, LAST_CAME, "--reason", "wrong-person", "--family", "f-3")

    assert "Entry 19, Family attended:\n  Family: f-2 → f-3\nCorrected by entry 22.\n" == said.stdout
    assert FamilyAttended(AKADEMI, SPRING, 5, "f-3") == holds(path)[19].fact


def test_it_is_said_in_danish(path: Path) -> None:
    said = correct(path, "3", "--reason", "forkert dag", "--on", "3. januar 2021", "--lang", "da")

    assert (
        "Post 3, Deltager registreret:\n  Dag: 2. januar 2021 → 3. januar 2021\nRettet i post 22.\n"
    ) == said.stdout


def test_a_correction_builds_on_the_newest_version(path: Path) -> None:
    correct(path, "3", "--reason", "slip", "--who", "f-9", "--dry-run")
    correct(path, "3", "--reason", "slip", "--on", "2021-01-03")

    assert ("2021-01-03", ParticipantRegistered("family", "f-1")) == (
        str(holds(path)[3].occurred_on),
        holds(path)[3].fact,
    )


def test_another_kind_keeps_what_they_have_in_common(path: Path) -> None:
    register(path, "resident", "r-1")
    said = correct(path, LAST_CAME, "--reason", "wrong-person", "--as", "Beboer deltog", "--resident", "r-1")

    assert (
        "Entry 19, Family attended:\n  Family attended → Resident attended\n  Family: f-2 → nothing\n"
        "  Resident: nothing → r-1\nCorrected by entry 23.\n"
    ) == said.stdout
    assert ResidentAttended(AKADEMI, SPRING, 5, "r-1") == holds(path)[19].fact


def test_what_can_be_done_without_is_taken_away(path: Path) -> None:
    correct(path, "2", *SLIP, "--group", "mothers")
    correct(path, "2", *SLIP, "--group", "")

    fact = holds(path)[2].fact
    assert isinstance(fact, SeriesPlanned)
    assert None is fact.group


def test_a_whole_evening_is_moved_to_its_day(path: Path) -> None:
    said = correct(path, "13-14,19", "--reason", "wrong-day", "--on", "2021-02-05")

    assert said.stdout.endswith("Corrected by entries 22-24.\n")
    assert {"2021-02-05"} == {str(holds(path)[at].occurred_on) for at in (13, 14, 19)}


def test_several_are_told_only_what_they_have_in_common(path: Path) -> None:
    said = vaerebro("correct", path, "13,14", "--help").stdout

    assert "Entry 13: Meeting held. Activity: FamilieAkademi;" in said
    assert "Entry 14: Family attended. Activity: FamilieAkademi;" in said
    assert "--series REFERENCE" in said
    assert "--family" not in said


def test_what_is_retracted_comes_back_as_it_was(path: Path) -> None:
    retract(path, "3", "--reason", "duplicate", "--dry-run")
    retract(path, LAST_CAME, "--reason", "duplicate")
    said = correct(path, LAST_CAME, "--reason", "wrongly-amended")

    assert (
        "Entry 19, Family attended:\n  The entry was retracted and comes back.\nCorrected by entry 23.\n"
    ) == said.stdout
    assert FamilyAttended(AKADEMI, SPRING, 5, "f-2") == holds(path)[19].fact


def test_of_several_what_is_retracted_stays_so(path: Path) -> None:
    retract(path, LAST_CAME, "--reason", "duplicate")
    correct(path, "13-14,19", "--reason", "wrong-day", "--on", "2021-02-05")

    assert 19 not in holds(path)
    assert MeetingHeld(AKADEMI, SPRING, 5) == holds(path)[13].fact


def test_a_whole_evening_is_retracted(path: Path) -> None:
    said = retract(path, "13,14,19", "--reason", "did-not-happen")

    assert said.stdout.startswith("Entry 13: Meeting held. Activity: FamilieAkademi; Season: 2021-forår;")
    assert said.stdout.endswith("Retracted by entries 22-24.\n")
    assert set() == {13, 14, 19} & set(holds(path))


def test_a_retraction_has_its_evidence(path: Path) -> None:
    retract(path, LAST_CAME, *SLIP, "--evidence", f"arkiv/17:{'0' * 64}")

    with Logbook.open(path) as logbook:
        assert ["arkiv/17"] == [shown.document for shown in logbook.entries()[-1].evidence]


@pytest.mark.parametrize("words", [("retract", "19"), ("correct", "19", "--family", "f-3")])
def test_a_trial_amends_nothing(path: Path, words: tuple[str, ...]) -> None:
    name, *others = words
    said = vaerebro(name, path, *others, *SLIP, *ME, "--dry-run")

    assert said.stdout.endswith("Would be entry 22.\nNothing is recorded: this was a trial.\n")
    assert 21 == count(path)


def test_other_programs_read_the_amendment_as_entries_tells_it(path: Path) -> None:
    said = correct(path, LAST_CAME, *SLIP, "--family", "f-3", "--json")
    listed = vaerebro("entries", path, "--after", "21", "--json")

    assert [json.loads(listed.stdout)] == read_as("recorded", said)["recorded"]


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_reason_is_a_code_or_its_name(path: Path, reason: Reason, language: str) -> None:
    name = choice_name(reason)
    retract(path, LAST_CAME, "--reason", name.da if language == "da" else name.en)

    with Logbook.open(path) as logbook:
        assert reason == getattr(logbook.entries()[-1].fact, "reason", None)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["19", "--family", "f-2"],
            "Nothing would change, so nothing is recorded: entry 19 says that already.",
        ),
        (["19"], "Nothing would change, so nothing is recorded: entry 19 says that already."),
        (["1"], "Entry 1 («plan-adopted») cannot be corrected or retracted."),
        (["20"], "Entry 20 is itself an amendment of entry 3: amend entry 3 again."),
        (["99"], "There is no entry 99 to amend: the log goes from 1 to 21; see «vaerebro entries»."),
        (["19", "--family", "f-1"], "The family f-1 attends meeting 5 of 2021-forår already, in entry 14."),
        (["19", "--meeting", "x"], "Meeting no. cannot be 'x': write a whole number, such as 31."),
    ],
)
def test_what_cannot_be_corrected_is_told_and_nothing_is_recorded(
    path: Path, words: list[str], sentence: str
) -> None:
    refused(sentence, correct(path, *words, *SLIP))
    assert 21 == count(path)


def test_what_others_build_on_is_not_retracted_alone(path: Path) -> None:
    said = retract(path, "13", *SLIP)

    assert said.stderr.startswith("Error: Entry 14 (family-attended, 2021-02-04) stands in the way: ")
    assert (1, 21) == (said.exit_code, count(path))


def test_what_is_retracted_is_not_retracted_again(path: Path) -> None:
    retract(path, LAST_CAME, *SLIP)

    refused("Entry 19 is retracted already.", retract(path, LAST_CAME, *SLIP))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["19"], "Say why, with --reason: slip, late-information, duplicate, wrong-person, wrong-day,"),
        (["x", *SLIP], "«x» is no entry: write its number, or several as 212-219 or 212,215."),
        (["19-13", *SLIP], "«19-13» is no entry"),
        (["19", *SLIP, "--youth", "y-1"], "No such option '--youth'"),
        (["19", *SLIP, "--as", "resident-attended"], "Something is missing: --resident."),
        (["19", *SLIP, "--as", "retracted"], "«retracted» is recorded by «vaerebro retract»."),
    ],
)
def test_wrong_use_is_told_and_leaves_with_two(path: Path, words: list[str], sentence: str) -> None:
    said = correct(path, *words)

    assert f"Error: {sentence}" in said.stderr
    assert (2, "", 21) == (said.exit_code, said.stdout, count(path))


def test_an_unknown_reason_names_those_there_are(path: Path) -> None:
    said = retract(path, LAST_CAME, "--reason", "fejl", "--lang", "da")

    assert said.stderr.startswith("Fejl: Årsag kan ikke være »fejl«: vælg tastefejl, sen oplysning, dublet,")
    assert 1 == said.exit_code


def test_help_on_an_entry_says_what_it_says_now(path: Path) -> None:
    said = vaerebro("correct", path, "3", "--help", "--lang", "da").stdout

    assert "Post 3: Deltager registreret. Slags: familie; Hvem: f-1; Dag: 2. januar 2021." in " ".join(
        said.split()
    )
    assert "--who REFERENCE                 Hvem.\n" in said
    assert "wrong-person (forkert person)" in " ".join(said.split()).replace("wrong- ", "wrong-")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("--who", ""),
            "Something is missing: --who. «vaerebro correct LOGBOOK POSITION --help» shows what it is.",
        ),
        (
            ("--as", "resident-attended"),
            "«vaerebro correct LOGBOOK POSITION --as resident-attended --help» shows what it is.",
        ),
    ],
)
def test_where_something_is_missing_the_help_of_the_correction_shows_it(
    path: Path, words: tuple[str, ...], sentence: str
) -> None:
    said = correct(path, "21", *words, *SLIP)

    assert said.stderr.endswith(f"{sentence}\n")
    assert 2 == said.exit_code
