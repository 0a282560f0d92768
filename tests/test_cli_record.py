"""Recording any fact on the command line: its fields are its options."""

import hashlib
import json
from pathlib import Path
from typing import cast
from uuid import UUID

import pytest
from attrs import evolve

from at_the_desk import five_evenings, refused, vaerebro
from fact_options import Typist, read_back
from given import the_plan
from golden_entries import BY_TAG
from vaerebro_events import Entry, Evidence, Fact, FamilyAttended, Logbook, ParticipantRegistered, PlanRevised
from vaerebro_events.cli import recording
from vaerebro_events.forms.fields import fields_of, fillable
from vaerebro_events.forms.words import fact_name
from vaerebro_events.text import Language
from writing_shapes import read_as

ME = ("--role", "family-worker", "--user", "u-3")
# The golden plan would not pass as a file: it has one of everything.
REVISED = evolve(cast(PlanRevised, BY_TAG["plan-revised"]), plan=the_plan())
FILLABLE = {tag: fact for tag, fact in BY_TAG.items() if fillable(type(fact))} | {"plan-revised": REVISED}
FAMILY_CAME = ("--activity", "familieakademi", "--series", "2021-forår", "--meeting", "5")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return five_evenings(tmp_path)


def last(path: Path) -> Entry:
    with Logbook.open(path) as logbook:
        return logbook.entries()[-1]


def count(path: Path) -> int:
    with Logbook.open(path) as logbook:
        return logbook.position


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("fact", FILLABLE.values(), ids=FILLABLE)
def test_every_fact_can_be_told_in_options(fact: Fact, language: Language, tmp_path: Path) -> None:
    assert fact == read_back(fact.tag, Typist(language, tmp_path).words(fact))


def test_a_family_is_registered(path: Path) -> None:
    said = vaerebro("record", path, "participant-registered", "--kind", "family", "--who", "f-3",
                    "--on", "4.3.2021", *ME)  # fmt: skip

    assert "Entry 21: Participant registered. Kind: family; Who: f-3; Day: 2021-03-04.\n" == said.stdout
    assert ParticipantRegistered("family", "f-3") == last(path).fact
    assert "2021-03-04" == last(path).occurred_on.isoformat()
    assert ("family-worker", "u-3") == (last(path).actor.role, last(path).actor.user)


def test_it_is_said_in_danish(path: Path) -> None:
    said = vaerebro("record", path, "Deltager registreret", "--kind", "familie", "--who", "f-3",
                    "--on", "4. marts 2021", *ME, "--lang", "da")  # fmt: skip

    assert "Post 21: Deltager registreret. Slags: familie; Hvem: f-3; Dag: 4. marts 2021.\n" == said.stdout


def test_an_activity_may_be_given_by_its_title(path: Path) -> None:
    vaerebro("record", path, "activity-started", "--activity", "Legestue", "--on", "2021-03-04", *ME)

    assert "legestue" == getattr(last(path).fact, "activity", None)


def test_without_a_day_it_is_about_today(path: Path) -> None:
    with Logbook.open(path) as logbook:
        today = logbook.replay().on

    vaerebro("record", path, "participant-registered", "--kind", "youth", "--who", "y-1", *ME)

    assert today == last(path).occurred_on


def test_an_entry_of_its_own_id_is_recorded_once(path: Path) -> None:
    words = ("record", path, "participant-registered", "--kind", "youth", "--who", "y-1",
             "--on", "2021-03-04", "--id", str(UUID(int=7)), *ME)  # fmt: skip
    first, again = vaerebro(*words), vaerebro(*words)

    assert (0, 0) == (first.exit_code, again.exit_code)
    assert again.stdout.startswith("Recorded already as entry 21: Participant registered.")
    assert 21 == count(path)


def test_evidence_is_a_document_and_its_checksum(path: Path, tmp_path: Path) -> None:
    document = tmp_path / "bilag 2.pdf"
    document.write_bytes(b"skema")
    sha = hashlib.sha256(b"skema").hexdigest()

    vaerebro("record", path, "participant-registered", "--kind", "youth", "--who", "y-1", *ME,
             "--evidence", document, "--evidence", f"arkiv/17={document}", "--evidence", f"arkiv/18:{sha}",
             )  # fmt: skip

    assert [("bilag 2.pdf", sha), ("arkiv/17", sha), ("arkiv/18", sha)] == [
        (shown.document, shown.sha256) for shown in last(path).evidence
    ]


def test_a_checksum_may_have_capitals_and_a_document_is_shown_once(path: Path, tmp_path: Path) -> None:
    document = tmp_path / "bilag 2.pdf"
    document.write_bytes(b"skema")
    sha = hashlib.sha256(b"skema").hexdigest()

    vaerebro("record", path, "participant-registered", "--kind", "youth", "--who", "y-1", *ME,
             "--evidence", document, "--evidence", f"bilag 2.pdf:{sha.upper()}")  # fmt: skip

    assert (Evidence("bilag 2.pdf", sha),) == last(path).evidence


def test_evidence_that_is_not_there_is_refused(path: Path, tmp_path: Path) -> None:
    missing = tmp_path / "bilag.pdf"
    said = vaerebro("record", path, "participant-registered", "--kind", "youth", "--who", "y-1", *ME,
                    "--evidence", missing)  # fmt: skip

    refused(f"{missing}: No such file or directory.", said)
    assert 20 == count(path)


def test_a_trial_records_nothing(path: Path) -> None:
    said = vaerebro("record", path, "participant-registered", "--kind", "youth", "--who", "y-1",
                    "--on", "2021-03-04", *ME, "--dry-run")  # fmt: skip

    assert (
        "Would be entry 21: Participant registered. Kind: youth; Who: y-1; Day: 2021-03-04.\n"
        "Nothing is recorded: this was a trial.\n"
    ) == said.stdout
    assert 20 == count(path)


def test_other_programs_read_the_entry_as_entries_tells_it(path: Path) -> None:
    said = vaerebro(
        "record", path, "participant-registered", "--kind", "youth", "--who", "y-1", *ME, "--json"
    )
    listed = vaerebro("entries", path, "--after", "20", "--json")

    assert [json.loads(listed.stdout)] == read_as("recorded", said)["recorded"]


def test_what_the_log_refuses_is_one_sentence_and_nothing_is_recorded(path: Path) -> None:
    said = vaerebro(
        "record", path, "family-attended", *FAMILY_CAME, "--family", "f-9", "--on", "2021-02-04", *ME
    )

    refused(
        "The family f-9 is not registered on 2021-02-04: register it, in the same batch if you like, "
        "or correct the day of its registration.",
        said,
    )
    assert 20 == count(path)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--kind", "hund"], "Kind cannot be 'hund': choose one of family, youth, resident."),
        (["--on", "30.2.2021"], "Day cannot be '30.2.2021': the calendar has no such day."),
        (["--who", "010190-1234"],
         "participant cannot be '…': it looks like a CPR number, and the log holds none."),
        (["--evidence", "x:abc"],
         ("--evidence cannot be 'x:abc': there is no such file, and what follows the colon is no checksum: "
          "a SHA-256 has 64 hexadecimal digits.")),
        (["--evidence", ""],
         "--evidence cannot be '': write a file, or a document's identifier and its checksum."),
        (["--evidence", "arkiv="],
         "--evidence cannot be 'arkiv=': write a file, or a document's identifier and its checksum."),
        (["--on", ""], "Day cannot be '': write a day as 2021-03-04 or 4.3.2021."),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_is_refused(path: Path, words: list[str], sentence: str) -> None:
    told = ["--kind", "family", "--who", "f-3", "--on", "2021-03-04"]

    refused(sentence, vaerebro("record", path, "participant-registered", *told, *words, *ME))
    assert 20 == count(path)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["family-attended", "--family", "f-1"],
            (
                "Something is missing: --activity, --series, --meeting. "
                "«vaerebro record family-attended --help» shows what it is."
            ),
        ),
        (
            ["family-atended"],
            (
                "There is no fact «family-atended». Did you mean «family-attended»? "
                "«vaerebro record --help» lists them all."
            ),
        ),
        (["xyz"], "There is no fact «xyz». «vaerebro record --help» lists them all."),
        (["corrected"], "«corrected» is recorded by «vaerebro correct»."),
        (["period-closed"], "«period-closed» is recorded by «vaerebro close»."),
        (["family-attended", "--youth", "y-1"], "No such option '--youth'."),
        (["family-attended", "--id", "7"], "Invalid value for '--id': '7' is not a valid UUID."),
    ],
)
def test_wrong_use_is_told_and_leaves_with_two(path: Path, words: list[str], sentence: str) -> None:
    said = vaerebro("record", path, *words, *ME)

    assert f"Error: {sentence}" in said.stderr
    assert (2, "", 20) == (said.exit_code, said.stdout, count(path))


def test_lists_and_numbers_are_said_as_they_are_written(path: Path) -> None:
    block = vaerebro("record", path, "neighbour-activity-held", "--activity", "naboskab", "--block", "Blok 1",
                     "--stairwells", "1,2", "--on", "2021-03-04", *ME, "--dry-run",
                     "--lang", "da")  # fmt: skip
    hours = vaerebro("record", path, "hours-cofinanced", "--activity", "lommepengejob", "--party", "gladsaxe",
                     "--hours", "12,5", "--first-day", "1.2.2021", "--on", "2021-02-28", *ME, "--dry-run",
                     "--lang", "da")  # fmt: skip

    assert "Blok: Blok 1; Opgange: 1, 2; Dag: 4. marts 2021." in block.stdout
    assert "Timer: 12,5; Første dag: 1. februar 2021; Dag: 28. februar 2021." in hours.stdout


def test_what_comes_after_two_hyphens_is_no_option(path: Path) -> None:
    said = vaerebro("record", "--kind", "family", "--who", "f-3", *ME, "--dry-run", "--", path,
                    "participant-registered")  # fmt: skip

    assert said.stdout.startswith("Would be entry 21: Participant registered. Kind: family; Who: f-3;")


def test_somebody_must_record(path: Path) -> None:
    said = vaerebro("record", path, "participant-registered", "--kind", "youth", "--who", "y-1")

    assert "Say who is recording: --role and --user, or once and for all with «vaerebro me»." in said.stderr
    assert (2, 20) == (said.exit_code, count(path))


# Help, made from the facts.


@pytest.mark.parametrize("language", ["da", "en"])
def test_help_lists_every_fact_that_is_recorded_so(language: Language) -> None:
    said = vaerebro("record", "--help", "--lang", language).stdout
    lines = {" ".join(line.split()) for line in said.splitlines()}

    assert set() == {f"{tag} {fact_name(type(fact)).in_(language)}" for tag, fact in FILLABLE.items()} - lines
    assert [] == [tag for tag in BY_TAG if tag not in FILLABLE and f"  {tag} " in said]


def test_help_lists_a_fact_that_is_about_something_else_among_other_things(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "Andet:\n" not in vaerebro("record", "--help", "--lang", "da").stdout
    others = {name: title for name, title in recording.CONCEPTS.items() if name != "networks"}
    monkeypatch.setattr(recording, "CONCEPTS", others)

    said = vaerebro("record", "--help", "--lang", "da").stdout

    assert "  network-formed " in said.partition("\nAndet:\n")[2]


@pytest.mark.parametrize("tag", FILLABLE)
def test_help_on_a_fact_has_an_option_for_each_field(tag: str) -> None:
    said = vaerebro("record", tag, "--help").stdout

    assert [] == [
        field.name
        for field in fields_of(type(FILLABLE[tag]))
        if f"  --{field.name.replace('_', '-')} " not in said
        and f"--no-{field.name.replace('_', '-')}" not in said
    ]


def test_help_on_a_fact_says_what_it_is_and_what_is_needed(path: Path) -> None:
    said = vaerebro("record", path, "event-held", "--help").stdout

    assert (
        "Usage: vaerebro record [OPTIONS] LOGBOOK event-held\n\n  Event held (event-held).\n\n  An event"
        in said
    )
    assert "--led-by CODE                   Led by: staff, volunteers, residents, youths,\n" in said
    assert "--network REFERENCE             Network.\n" in said
    assert said == vaerebro("record", "event-held", "--help").stdout


def test_help_on_a_fact_in_danish() -> None:
    said = vaerebro("record", "heads-counted", "--help", "--lang", "da").stdout

    assert "Fremmødte talt (heads-counted)." in said
    assert "--vulnerable ANTAL              I udsat position.\n" in said
    assert "--heads ANTAL                   Fremmødte; skal udfyldes.\n" in said


def test_the_logbook_is_told_from_values_whatever_comes_first(path: Path) -> None:
    vaerebro("record", *ME, "--on", "2021-02-04", "--yes", path, "family-attended", *FAMILY_CAME,
             "--family=f-3", "--dry-run")  # fmt: skip
    said = vaerebro("record", *ME, "--on", "2021-02-04", path, "--kind", "family", "--yes",
                    "participant-registered", "--who", "f-3")  # fmt: skip

    assert 0 == said.exit_code
    assert FamilyAttended.tag != last(path).fact.tag
