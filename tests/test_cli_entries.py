"""The log on the command line: entries as they were recorded, and what amendments changed."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from at_the_desk import five_evenings, refused, vaerebro
from given import WORKER, came, family
from vaerebro_events import Evidence, Logbook
from vaerebro_events.reports.wanted import Days


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return five_evenings(tmp_path)


def lines(path: Path, *words: str) -> list[str]:
    """The lines under the heading, on a wide terminal."""
    return vaerebro("entries", path, *words, columns=160).stdout.splitlines()[2:]


def test_entries_are_listed_as_recorded_with_amendments_marked(path: Path) -> None:
    said = lines(path, "--after", "2")

    assert 18 == len(said)
    assert (
        "     3   2021-02-05 13:00  2021-01-04  Participant registered: family, f-1 (amended by 20), "
        "by family worker u-3"
    ) == said[0]
    assert (
        "    20 ~ 2021-02-12 13:00  2021-01-02  Correction: entry 3 (wrong day), Participant registered: "
        "family, f-1; day 2021-01-04 → 2021-01-02, by family worker u-3"
    ) == said[-1]


def test_the_heading_says_whose_clock_it_is(path: Path) -> None:
    english, danish = (
        vaerebro("entries", path, "--lang", lang).stdout.splitlines()[:2] for lang in ("en", "da")
    )

    assert [" entry   recorded          day         what, by whom", "         (Danish time)"] == english
    assert ["  post   registreret       dag         hvad, af hvem", "         (dansk tid)"] == danish


def test_entries_tell_the_plan_by_its_name_and_a_retraction_by_its_reason(path: Path) -> None:
    with Logbook.open(path, actor=WORKER) as logbook:
        logbook.retract(19, reason="did-not-happen")

    said = vaerebro("entries", path, columns=200).stdout.splitlines()[2:]

    assert said[0].endswith("  Plan adopted: vaerebro-2020-2023, 57 criteria, by family worker u-3")
    of = "entry 19 (did not happen), Family attended: FamilieAkademi, 2021-forår, meeting no. 5, f-2"
    assert said[-1].endswith(f"  Retraction: {of}, by family worker u-3")


def test_each_amendment_says_what_it_changed_in_the_entry_as_it_stood(path: Path) -> None:
    with Logbook.open(path, actor=WORKER) as logbook:
        logbook.correct(3, family("f-1").fact, reason="wrong-day", on=date(2021, 1, 3))

    _, first, second = lines(path, "--entry", "3")

    assert "; day 2021-01-04 → 2021-01-02, by" in first
    assert "; day 2021-01-02 → 2021-01-03, by" in second


def test_what_was_retracted_comes_back_as_it_was_first(path: Path) -> None:
    with Logbook.open(path, actor=WORKER) as logbook:
        logbook.retract(19, reason="did-not-happen")
        logbook.correct(19, came("f-2", 5).fact, reason="wrongly-amended")

    said = " ".join(" ".join(lines(path, "--entry", "19")).split())

    assert "f-2; as it was first, by" in said


def test_one_entry_is_shown_with_all_its_amendments(path: Path) -> None:
    said = lines(path, "--entry", "3")

    assert ["3", "20"] == [line.split()[0] for line in said]


def test_the_documents_that_show_an_entry_stand_under_it(path: Path) -> None:
    minutes = Evidence("minutes-2021-05", "0" * 64)
    with Logbook.open(path, actor=WORKER) as logbook:
        logbook.retract(19, reason="did-not-happen", evidence=(minutes,))

    said = lines(path)

    assert f"{' ' * 39}evidence: minutes-2021-05" == said[-1]


def test_entries_of_one_kind_or_of_several(path: Path) -> None:
    assert 5 == len(lines(path, "--tag", "meeting-held"))
    assert 6 == len(lines(path, "--tag", "meeting-held", "--tag", "corrected"))


# What is asked for.


def at(path: Path, *words: str) -> list[int]:
    """The positions of the entries that are listed."""
    found = (line[:6].strip() for line in lines(path, *words))
    return [int(position) for position in found if position]


@pytest.mark.parametrize(
    ("words", "positions"),
    [
        ("--tag Møde-afholdt", [5, 7, 9, 11, 13]),
        ("--tag family-attended --about family=f-2 --from 2021-01-28", [18, 19]),
        # An amendment belongs with what it amends.
        ("--about Familie=f-1 --about kind=family", []),
        ("--about kind=familie", [3, 4, 20]),
        ("--about kind=family --amended", [3, 20]),
        ("--about meeting=5", [13, 14, 19]),
        ("--about activity=familieakademi --to 1.1.2021", []),
        ("--from 4.2.2021 --to 4/2-21", [13, 14, 19]),
        ("--to 2021-01-03", [20]),
        ("--recorded-from 2021-02-06 --recorded-to 2021-02-12", [19, 20]),
        ("--recorded-to 5.2.2021 --after 16", [17, 18]),
        ("--by u-3 --after 18", [19, 20]),
        ("--by u-4", []),
        ("--amended", [3, 20]),
        ("--entry 3 --tag corrected", [20]),
        ("--about reason=wrong-day", [20]),
        ("--about 'første dag'=2021-01-07", []),
    ],
)
def test_all_that_is_asked_for_must_be_so(path: Path, words: str, positions: list[int]) -> None:
    asked = [word.replace("Møde-afholdt", "Møde afholdt").strip("'") for word in words.split(" ")]

    assert positions == at(path, *asked)


def test_json_has_the_entries_that_are_asked_for(path: Path) -> None:
    said = vaerebro("entries", path, "--about", "family=f-2", "--from", "2021-02-04", "--json").stdout

    assert [19] == [json.loads(line)["position"] for line in said.splitlines()]


def test_where_nothing_is_as_asked_for_one_line_says_so(path: Path) -> None:
    said = [vaerebro("entries", path, "--by", "u-4", "--lang", lang).stdout for lang in ("en", "da")]

    assert ["No entries are as asked for.\n", "Ingen poster svarer til det, der spørges om.\n"] == said


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("--about family", "--about cannot be 'family': write a field and its value, such as family=f-017."),
        ("--about =f-1", "--about cannot be '=f-1': write a field and its value, such as family=f-017."),
        ("--from soon", "--from cannot be 'soon': write a day as 2021-03-04 or 4.3.2021."),
        ("--recorded-to 2021-02-30", "--recorded-to cannot be '2021-02-30': the calendar has no such day."),
    ],
)
def test_what_cannot_be_asked_for_is_one_sentence(path: Path, words: str, sentence: str) -> None:
    refused(sentence, vaerebro("entries", path, *words.split()))


def test_a_field_that_no_entry_has_is_answered_with_those_there_are(path: Path) -> None:
    said = vaerebro("entries", path, "--about", "familiy=f-1").stderr

    assert said.startswith(
        "Error: --about cannot be 'familiy=f-1': the fields of entries are about, activity, "
    )


@given(st.dates(), st.none() | st.dates(), st.none() | st.dates())
def test_days_are_those_between_their_ends(day: date, first: date | None, last: date | None) -> None:
    assert ((first or date.min) <= day <= (last or date.max)) == (day in Days(first, last))


@pytest.mark.parametrize(("first", "last"), [("--from", "--to"), ("--recorded-from", "--recorded-to")])
def test_days_that_end_before_they_begin_are_wrong_use(path: Path, first: str, last: str) -> None:
    said = vaerebro("entries", path, first, "2021-02-05", last, "4.2.2021")

    assert said.stderr.endswith(f"Error: {first} is a day after {last}: swap them.\n")
    assert 2 == said.exit_code
    assert 0 == vaerebro("entries", path, first, "2021-02-05", last, "5.2.2021").exit_code


def test_who_recorded_is_a_reference(path: Path) -> None:
    why = "it must be 1 to 64 letters, digits or . - _ : without spaces"

    refused(f"--by cannot be 'u 3': {why}.", vaerebro("entries", path, "--by", "u 3"))
