"""The follow-up register on the command line: a calendar of each criterion, and its gaps."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from at_the_desk import a_logbook, as_a_program, refused, vaerebro
from given import the_plan
from given_governance import AGREED, INSIGHT, SEASONS, revised, saw
from vaerebro_events import Draft

SPRING, AUTUMN, WINTER = date(2020, 5, 1), date(2020, 10, 1), date(2021, 3, 1)
NEW_YEARS_EVE = ("--on", "2021-12-31")


def register(folder: Path, *drafts: Draft, words: Sequence[str] = NEW_YEARS_EVE, columns: int = 80) -> str:
    return vaerebro("follow-up", a_logbook(folder, AGREED, *drafts), *words, columns=columns).stdout


def test_each_criterion_has_a_sign_for_each_quarter_and_its_last_day(tmp_path: Path) -> None:
    said = register(tmp_path, saw(SPRING, SEASONS), saw(AUTUMN, SEASONS), saw(WINTER, SEASONS))

    assert re.search(r"\n  criterion +2020 2021  last seen +longest gap\n", said)
    # In spring and autumn of 2020, in winter; then not for the rest of 2021.
    assert re.search(r"\n  FamilieAkademi seasons.+  ·█·█ █!!!  2021-03-01 +305 days\n", said)


def test_what_was_never_seen_stands_out(tmp_path: Path) -> None:
    said = register(tmp_path, saw(SPRING, SEASONS))

    assert re.search(r"  !!!! !!!!  never +730 days\n", said)
    assert "without gaps: 0, with gaps of more than 184 days: 2, never seen: 1\n" in said


def test_each_gap_is_told_once_with_the_criteria_that_have_it(tmp_path: Path) -> None:
    both, one = saw(SPRING, SEASONS, INSIGHT), saw(WINTER, SEASONS)

    said = register(tmp_path, both, one)

    gaps = said.partition("\nGaps in the follow-up\n")[2]
    assert [
        "2020-05-01 - 2021-12-31: 609 days",
        f"1 criterion: {INSIGHT}",
        "2021-03-01 - 2021-12-31: 305 days",
        f"1 criterion: {SEASONS}",
        "2020-05-01 - 2021-03-01: 304 days",
        f"1 criterion: {SEASONS}",
    ] == [line.strip() for line in gaps.splitlines()]


def test_how_long_a_gap_is_can_be_asked_for(tmp_path: Path) -> None:
    quarterly = [date(year, month, 1) for year in (2020, 2021) for month in (2, 5, 8, 11)]
    seen = [saw(day, SEASONS, INSIGHT) for day in quarterly]

    path = a_logbook(tmp_path, AGREED, *seen)
    usual, strict = (
        vaerebro("follow-up", path, *NEW_YEARS_EVE, "--days", days).stdout for days in ("184", "80")
    )

    assert "\nNo gaps in the follow-up.\n" in usual
    assert "with gaps of more than 80 days: 2" in strict


def test_a_year_is_shown_by_its_months(tmp_path: Path) -> None:
    said = register(tmp_path, saw(SPRING, SEASONS, INSIGHT), words=("--year", "2020"))

    assert re.search(r"\n  criterion +JFMAMJJASOND  last seen", said)
    assert re.search(r"\n  FamilieAkademi seasons.+  ····█!!!!!!!  2020-05-01 +1339 days\n", said)
    assert "Each sign is a month: █ seen, ! in a gap, · not seen\n" in said


def test_months_and_quarters_that_have_not_come_are_left_blank(tmp_path: Path) -> None:
    said = register(tmp_path, saw(SPRING, SEASONS, INSIGHT), words=("--on", "2020-07-15"))

    assert re.search(r"  ·█·   2020-05-01 *\n", said)


def test_boligsociale_data_has_a_row_of_its_own(tmp_path: Path) -> None:
    said = register(tmp_path, saw(AUTUMN, SEASONS, social_data_of=SPRING), columns=100)

    assert re.search(
        r"\nBoligsociale Data\n  Seen so many times: 2020: 1, 2021: 0 +···█ ····  2020-10-01\n", said
    )


def test_the_register_speaks_danish(tmp_path: Path) -> None:
    said = register(tmp_path, saw(SPRING, SEASONS), words=(*NEW_YEARS_EVE, "--lang", "da"))

    assert "\nBestyrelsens opfølgning, kriterier: 2\n" in said
    assert "uden huller: 0, med huller på mere end 184 dage: 2, aldrig set: 1\n" in said
    assert re.search(r"\n  To sæsoner à 16 møder +·█!! !!!!  1\.5\.2020 +609 dage\n", said)
    assert "\nHvert tegn er et kvartal: █ set, ! i et hul, · ikke set\n" in said


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("columns", [80, 120])
def test_all_criteria_have_room_within_the_width(tmp_path: Path, lang: str, columns: int) -> None:
    plan = the_plan()
    seen = saw(SPRING, *(criterion.key for criterion in plan.criteria))
    path = a_logbook(tmp_path, plan, seen)

    said = vaerebro("follow-up", path, "--lang", lang, columns=columns).stdout

    assert columns >= max(map(len, said.splitlines()))
    assert len(plan.criteria) == len(re.findall(r"  ·█!! !!!! !!!! !!!!  ", said))


def test_a_criterion_that_was_dropped_is_still_in_the_register(tmp_path: Path) -> None:
    fewer = evolve(AGREED, criteria=AGREED.criteria[:1])
    path = a_logbook(tmp_path, AGREED, revised(fewer, date(2022, 3, 1), date(2022, 1, 1)))

    said = vaerebro("follow-up", path).stdout

    assert "(no longer in the agreement)\n" in said
    assert "The board's follow-up, criteria: 2\n" in said


def test_a_year_that_is_not_of_the_programme_is_refused(tmp_path: Path) -> None:
    path = a_logbook(tmp_path, AGREED)

    said = vaerebro("follow-up", path, "--on", "2021-06-30", "--year", "2022")

    refused("--year cannot be 2022: the years begun by then are 2020, 2021.", said)


def test_where_a_terminal_has_only_ascii_the_signs_are_written_otherwise(tmp_path: Path) -> None:
    path = a_logbook(tmp_path, AGREED, saw(SPRING, SEASONS, INSIGHT))
    words = (
        "import sys; sys.stdout.reconfigure(encoding='ascii')",
        "from vaerebro_events.cli import main; main()",
    )

    said = as_a_program("; ".join(words), "follow-up", path, *NEW_YEARS_EVE)

    assert re.search(r"  \.#!! !!!!  2020-05-01", said.stdout)
