"""The follow-up register on the command line: a calendar of each criterion, and its gaps."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from rich.console import Console

from at_the_desk import a_logbook, as_a_program, refused, vaerebro
from given import AKADEMI, the_plan
from given_governance import AGREED, INSIGHT, SEASONS, revised, saw
from vaerebro_events import Draft, Logbook
from vaerebro_events.projections.follow_up import follow_up
from vaerebro_events.reports.terminal.follow_up import FollowUpPage

SPRING, AUTUMN, WINTER = date(2020, 5, 1), date(2020, 10, 1), date(2021, 3, 1)
NEW_YEARS_EVE = ("--on", "2021-12-31")


def register(folder: Path, *drafts: Draft, words: Sequence[str] = NEW_YEARS_EVE, columns: int = 80) -> str:
    path = a_logbook(folder, AGREED, *drafts)
    return vaerebro("follow-up", path, "--all", *words, columns=columns).stdout


def test_each_criterion_has_a_sign_for_each_quarter_and_its_last_day(tmp_path: Path) -> None:
    said = register(tmp_path, saw(SPRING, SEASONS), saw(AUTUMN, SEASONS), saw(WINTER, SEASONS))

    assert re.search(r"\n  criterion +2020 2021  last seen +longest gap\n", said)
    # In spring and autumn of 2020, in winter; then not for the rest of 2021.
    assert re.search(r"\n  FamilieAkademi seasons.+  ·█·█ █!!!  2021-03-01 +305 days\n", said)


def test_what_was_never_seen_stands_out(tmp_path: Path) -> None:
    said = register(tmp_path, saw(SPRING, SEASONS))

    assert re.search(r"  !!!! !!!!  never +730 days\n", said)
    assert "0 without gaps, 2 with gaps of more than 184 days, 1 never seen\n" in said


def test_each_gap_is_told_once_with_the_criteria_that_have_it(tmp_path: Path) -> None:
    both, one = saw(SPRING, SEASONS, INSIGHT), saw(WINTER, SEASONS)

    said = register(tmp_path, both, one)

    gaps = said.partition("\nGaps in the follow-up\n")[2].partition("\n\n")[0]
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
    assert "2 with gaps of more than 80 days" in strict


def test_a_year_is_shown_by_its_months(tmp_path: Path) -> None:
    said = register(tmp_path, saw(SPRING, SEASONS, INSIGHT), words=("--year", "2020"))

    assert re.search(r"\n  criterion +JFMAMJJASOND  last seen", said)
    assert re.search(r"\n  FamilieAkademi seasons.+  ····█!!!!!!!  2020-05-01 +1,339 days\n", said)
    assert "Each sign is a month: █ seen, ! in a gap, · not seen\n" in said


def test_months_and_quarters_that_have_not_come_are_left_blank(tmp_path: Path) -> None:
    said = register(tmp_path, saw(SPRING, SEASONS, INSIGHT), words=("--on", "2020-07-15"))

    assert re.search(r"  ·█·   2020-05-01 *\n", said)


def test_boligsociale_data_has_a_row_of_its_own(tmp_path: Path) -> None:
    said = register(tmp_path, saw(AUTUMN, SEASONS, social_data_of=SPRING), columns=100)

    assert re.search(r"\nBoligsociale Data\n  Times seen: 2020: 1, 2021: 0 +···█ ····  2020-10-01\n", said)
    assert "\nOnly the board's meetings count. For Boligsociale Data gaps are not judged.\n" in said


def test_boligsociale_data_seen_the_year_before_were_not_never_seen(tmp_path: Path) -> None:
    seen = saw(AUTUMN, SEASONS, social_data_of=SPRING)

    said = register(tmp_path, seen, words=("--on", "2021-03-01", "--year", "2021"))

    assert re.search(r"\n  Times seen: 2021: 0 +··· {9}  2020-10-01\n", said)


def test_a_gap_that_all_have_names_none(tmp_path: Path) -> None:
    said = register(tmp_path, saw(SPRING, SEASONS, INSIGHT))

    assert "\n  2020-05-01 - 2021-12-31: 609 days\n    all 2 criteria\n" in said


def test_criteria_of_an_activity_that_were_seen_alike_share_a_line(tmp_path: Path) -> None:
    path = a_logbook(tmp_path, AGREED, saw(SPRING, SEASONS, INSIGHT))

    said = vaerebro("follow-up", path, *NEW_YEARS_EVE).stdout

    assert re.search(r"\n  FamilieAkademi: 2 criteria +·█!! !!!!  2020-05-01 +609 days\n", said)
    assert "FamilieAkademi seasons" not in said
    assert "\nEach criterion by itself: --all.\n" in said


def test_a_criterion_seen_otherwise_than_the_others_has_a_line_of_its_own(tmp_path: Path) -> None:
    plan = the_plan()
    keys = [each.key for each in plan.criteria if each.activity == AKADEMI]
    path = a_logbook(tmp_path, plan, saw(SPRING, *keys), saw(AUTUMN, *keys[1:]))

    said = vaerebro("follow-up", path, *NEW_YEARS_EVE, columns=120).stdout

    own = plan.criteria[[each.key for each in plan.criteria].index(keys[0])].title.en
    assert re.search(
        rf"\n  FamilieAkademi\n    {own} +·█!! !!!!  2020-05-01 .+\n"
        rf"    {len(keys) - 1} criteria +·█·█ !!!!  2020-10-01 ",
        said,
    )


def test_what_stands_out_is_what_most_criteria_do_not_have(tmp_path: Path) -> None:
    plan = the_plan()
    keys = [each.key for each in plan.criteria]
    path = a_logbook(tmp_path, plan, saw(SPRING, *keys), saw(AUTUMN, *keys[1:]))
    replay = Logbook.open(path).replay(on=date(2021, 12, 31))
    page = FollowUpPage(replay, follow_up(replay), None, "en", 80, every=True)
    console = Console(width=80, force_terminal=True, color_system="standard")

    with console.capture() as captured:
        console.print(page.page(None))

    red, rows = (
        "\x1b[1;31m",
        [line for line in captured.get().splitlines() if "2020-" in line and "█" in line],
    )
    assert [True, False] == [red in rows[0], any(red in row for row in rows[1:])]


def test_a_top_that_is_too_long_for_a_line_goes_on_before_its_bracket(tmp_path: Path) -> None:
    path, words = a_logbook(tmp_path, AGREED), ("--on", "2020-11-24", "--lang", "da")

    narrow, wide = (vaerebro("follow-up", path, *words, columns=columns).stdout for columns in (79, 80))

    asked = "\nStatus pr. 24. november 2020, ud fra alt, der er registreret"
    assert f"{asked}\n(til og med post 1)\n" in narrow
    assert f"{asked} (til og med post 1)\n" in wide


# Who saw what.


def test_each_meeting_says_who_saw_what_and_what_not(tmp_path: Path) -> None:
    said = register(
        tmp_path,
        saw(SPRING, SEASONS, INSIGHT, social_data_of=date(2019, 12, 31)),
        saw(AUTUMN, SEASONS, decided=["act", "see-again"]),
        saw(WINTER, INSIGHT, body="partnership"),
        columns=120,
    )

    met = said.partition("\nWhat was seen, meeting by meeting\n")[2]
    assert [
        "day entry who what",
        "2020-05-01 2 the board all 2 criteria",
        "Boligsociale Data of 2019-12-31",
        "as of 2020-05-01, up to entry 1",
        "2020-10-01 3 the board 1 of 2 criteria",
        "as of 2020-10-01, up to entry 1",
        f"not seen: {INSIGHT}",
        "decided: to act, to be seen again",
        "2021-03-01 4 the partnership 1 of 2 criteria",
        "as of 2021-03-01, up to entry 1",
        f"not seen: {SEASONS}",
    ] == [" ".join(line.split()) for line in met.splitlines()]


def test_a_group_that_looks_at_one_area_is_not_told_of_the_others(tmp_path: Path) -> None:
    plan = the_plan()
    path = a_logbook(tmp_path, plan, saw(SPRING, SEASONS, body="follow-up-group"))

    said = vaerebro("follow-up", path, *NEW_YEARS_EVE).stdout

    assert f"a follow-up group  1 of {len(plan.criteria)} criteria\n" in said
    assert "not seen:" not in said


def test_meetings_of_other_years_are_not_of_the_year_asked_for(tmp_path: Path) -> None:
    said = register(tmp_path, saw(SPRING, SEASONS), saw(WINTER, SEASONS), words=("--year", "2021"))

    met = said.partition("\nWhat was seen, meeting by meeting\n")[2]
    assert ["2021-03-01"] == re.findall(r"^  (\d{4}-\d\d-\d\d)", met, re.MULTILINE)


def test_where_nobody_met_there_are_no_meetings(tmp_path: Path) -> None:
    assert "What was seen" not in register(tmp_path)


def test_the_register_speaks_danish(tmp_path: Path) -> None:
    said = register(tmp_path, saw(SPRING, SEASONS), words=(*NEW_YEARS_EVE, "--lang", "da"))

    assert "\nBestyrelsens opfølgning på 2 kriterier\n" in said
    assert "0 uden huller, 2 med huller på mere end 184 dage, 1 aldrig set\n" in said
    assert re.search(r"\n  To sæsoner à 16 møder +·█!! !!!!  1\.5\.2020 +609 dage\n", said)
    assert "\nHvert tegn er et kvartal: █ set, ! i et hul, · ikke set\n" in said
    assert re.search(r"\n  1\.5\.2020 +2  bestyrelsen  1 af 2 kriterier\n", said)


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("columns", [80, 120])
def test_all_criteria_have_room_within_the_width(tmp_path: Path, lang: str, columns: int) -> None:
    plan = the_plan()
    seen = saw(SPRING, *(criterion.key for criterion in plan.criteria))
    path = a_logbook(tmp_path, plan, seen)

    said, short = (
        vaerebro("follow-up", path, "--lang", lang, *words, columns=columns).stdout
        for words in (["--all"], [])
    )

    assert columns >= max(map(len, short.splitlines()))
    assert 60 > len(short.splitlines())
    assert columns >= max(map(len, said.splitlines()))
    assert len(plan.criteria) == len(re.findall(r"  ·█!! !!!! !!!! !!!!  ", said))


def test_a_criterion_that_was_dropped_is_still_in_the_register(tmp_path: Path) -> None:
    fewer = evolve(AGREED, criteria=AGREED.criteria[:1])
    path = a_logbook(tmp_path, AGREED, revised(fewer, date(2022, 3, 1), date(2022, 1, 1)))

    said = vaerebro("follow-up", path).stdout

    assert "(no longer in the agreement)\n" in said
    assert "The board's follow-up on 2 criteria\n" in said


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
