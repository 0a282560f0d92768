"""The log on the command line: entries as they were recorded, and what amendments changed."""

from datetime import date
from pathlib import Path

import pytest

from at_the_desk import five_evenings, vaerebro
from given import WORKER, came, family
from vaerebro_events import Evidence, Logbook


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
        "     3   2021-02-05 13:00  2021-01-04  participant-registered: family, f-1 (amended by 20), "
        "by family-worker u-3"
    ) == said[0]
    assert (
        "    20 ~ 2021-02-12 13:00  2021-01-02  corrected: entry 3 (wrong-day), participant-registered: "
        "family, f-1; day 2021-01-04 → 2021-01-02, by family-worker u-3"
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

    said = lines(path)

    assert said[0].endswith("  plan-adopted: vaerebro-2020-2023, 57 criteria, by family-worker u-3")
    of = "entry 19 (did-not-happen), family-attended: familieakademi, 2021-forår, meeting 5, f-2"
    assert said[-1].endswith(f"  retracted: {of}, by family-worker u-3")


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
