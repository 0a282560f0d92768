"""The page of every criterion over the whole sample: what counted, what did not, in both languages."""

import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from rich.console import Console

from at_the_desk import vaerebro
from given import WORKER, baseline, course, family, measured, organised, resident, session, the_plan
from vaerebro_events import ActivityStarted, Draft, FamilyAttended, Logbook, MeetingHeld, Replay, read_plan
from vaerebro_events.reports.terminal.criterion import criterion_page
from vaerebro_events.reports.terminal.shown import times
from vaerebro_events.sample import make_sample
from vaerebro_events.text import Language

WIDTH = 80
NEW_YEARS_EVE = ("--on", "2021-12-31")
FEBRUARY = date(2021, 2, 1)


def page(folder: Path, criterion: str, *drafts: Draft, lang: str = "en") -> str:
    """A criterion's page for New Year's Eve of 2021, of a logbook that holds these."""
    path = folder / f"{lang}.db"
    with Logbook.create(path, the_plan(), actor=WORKER) as logbook:
        logbook.record(*drafts)
    words = ("status", path, *NEW_YEARS_EVE, "--criterion", criterion, "--lang", lang)
    return vaerebro(*words, columns=140).stdout


@pytest.fixture(scope="module")
def replay() -> Replay:
    """The sample at the programme's end."""
    return make_sample(":memory:").replay(on=date(2023, 12, 31))


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("criterion", [criterion.key for criterion in read_plan().criteria])
def test_every_criterion_has_its_page_within_the_width(
    replay: Replay, criterion: str, language: Language
) -> None:
    statuses = [status for status in replay.statuses if status.criterion == criterion]
    console = Console(width=WIDTH, record=True, file=None, quiet=False)

    with console.capture() as captured:
        console.print(criterion_page(replay, None, statuses, language, WIDTH))

    lines = captured.get().splitlines()
    assert [] == [line for line in lines if len(line) > WIDTH]
    assert any(criterion in line for line in lines)


def test_each_member_of_a_combination_says_itself_and_what_it_found(tmp_path: Path) -> None:
    said = page(tmp_path, "tryghed.safety", measured("safety", "81", FEBRUARY, "95"))

    assert "\n  Rule: All of this:\n    (1) Share of residents who feel" in said
    assert "\n        81 % (≥ 80 %), baseline 75 %  reached\n" in said
    assert "\n        81 % (> 83 %), baseline 75 %, the whole country 95 %  not reached\n" in said


def test_a_combination_within_another_stands_further_in(tmp_path: Path) -> None:
    said = page(tmp_path, "ungefaellesskab.other-residents", resident("r-1"))

    assert "\n    (1) Any of this:\n        (a) Residents at events that took" in said
    assert re.search(r"\n    \(2\) .+\n(?: +.+\n)*? +\(> 50 %\), asked: 0, .+  awaits figures\n", said)


@pytest.mark.parametrize(
    ("criterion", "given", "against"),
    [
        ("naboskab.activities-growth", baseline("neighbour-activities", 12), "baseline 12"),
        (
            "uddannelse.leisure-participation",
            measured("leisure-participation", "61", FEBRUARY, "70"),
            "Gladsaxe municipality 70 %",
        ),
        # The figure is there, and not what it is compared with.
        (
            "uddannelse.leisure-participation",
            measured("leisure-participation", "61", FEBRUARY),
            "Gladsaxe municipality (figure missing)",
        ),
    ],
)
def test_a_criterion_shows_what_it_is_measured_against(
    tmp_path: Path, criterion: str, given: Draft, against: str
) -> None:
    assert f"\n  Measured against: {against}\n" in page(tmp_path, criterion, given)


def test_a_missing_benchmark_is_said_in_danish(tmp_path: Path) -> None:
    given = measured("leisure-participation", "61", FEBRUARY)

    said = page(tmp_path, "uddannelse.leisure-participation", given, lang="da")

    assert "\n  Sammenlignet med: Gladsaxe Kommune (tal mangler)\n" in said


def test_a_period_that_an_entry_starts_says_which(tmp_path: Path) -> None:
    said = page(tmp_path, "brobygning.clubs", Draft(ActivityStarted("brobygning"), date(2020, 9, 1)))

    assert 1 == said.count("\n  The period follows from: entry 2\n")


def test_of_a_course_those_who_came_are_told_and_not_the_course(tmp_path: Path) -> None:
    mothers = course("2021-forår", "mothers", FEBRUARY)

    said = page(
        tmp_path,
        "moedre-faedre.women",
        *(resident("r-1"), mothers, *session("2021-forår", 1, FEBRUARY, "r-1")),
    )

    kinds = ", ".join(times(1, name) for name in ("Season planned", "Resident attended"))
    assert f"\n  Counted: 2 entries ({kinds}): 3, 5\n" in said
    assert "\n  Different ones: 1: r-1\n" in said


def test_who_took_part_in_a_course_is_told_by_the_unit(tmp_path: Path) -> None:
    playgroup = course("2021-forår", None, FEBRUARY, activity="legestue")
    held = Draft(MeetingHeld("legestue", "2021-forår", 1), FEBRUARY)
    came = Draft(FamilyAttended("legestue", "2021-forår", 1, "f-1"), FEBRUARY)

    said = page(tmp_path, "legestue.courses", family("f-1"), playgroup, held, came, lang="da")

    assert "2021-forår: 1, 2021-forår, forælder-barn-par: 1 (≥ 5)" in " ".join(said.split())


def test_blocks_are_told_by_their_titles(tmp_path: Path) -> None:
    said = page(tmp_path, "naboskab.all-blocks", organised("o-1", "123", FEBRUARY), lang="da")

    assert "Blok 1: 3 af 5" in said
