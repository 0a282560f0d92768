"""The pages of statuses where the agreement was revised, a reading chosen, or a period closed."""

import re
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from agreed import asked, asked_in, chosen
from at_the_desk import a_logbook, vaerebro
from clocks import SettableClock
from given import WORKER, neighbours, noon, the_plan
from given_closed import NEXT_YEAR, four_evenings
from given_governance import revised
from vaerebro_events import Draft, FamilyAttended, Logbook, Plan

NEW_YEARS_EVE = ("--on", "2023-12-31")
MARCH, IN_2021 = date(2022, 3, 1), date(2021, 5, 3)
CRITERION = ("--criterion", "asked")


def said_of(path: Path, *words: str, lang: str = "en", columns: int = 120) -> str:
    return vaerebro(*words[:1], path, *words[1:], "--lang", lang, columns=columns).stdout


def without(*keys: str) -> Plan:
    """The plan without some of its criteria."""
    plan = the_plan()
    return evolve(plan, criteria=tuple(each for each in plan.criteria if each.key not in keys))


def neighbours_are_asked_for_more(folder: Path) -> Path:
    """One activity a year is asked for, and three from 2022 on; there is one in 2021, and two in 2022."""
    more = revised(asked(3), MARCH, date(2022, 1, 1))
    return a_logbook(folder, asked(1), neighbours(IN_2021), more, neighbours(MARCH), neighbours(MARCH))


# Several versions.


def test_a_row_says_which_version_judges_it_where_that_is_not_the_adoption(tmp_path: Path) -> None:
    path = neighbours_are_asked_for_more(tmp_path)

    of_2021, of_2022 = (said_of(path, "status", "--on", f"{year}-12-31", *CRITERION) for year in (2021, 2022))

    assert "\n  Agreement: as revised in entry 3, from 2022-01-01 on\n" in of_2022
    assert "Agreement:" not in of_2021
    assert "1 (≥ 1)" in of_2021
    assert "2 (≥ 3)" in of_2022


def test_the_version_that_judges_is_told_in_danish(tmp_path: Path) -> None:
    path = neighbours_are_asked_for_more(tmp_path)

    said = said_of(path, "status", *NEW_YEARS_EVE, *CRITERION, lang="da")

    assert "\n  Aftale: som revideret i post 3, gælder fra 1. januar 2022\n" in said


def test_a_row_has_the_title_that_its_own_version_gives_the_reading(tmp_path: Path) -> None:
    plan = asked(1)
    reading = evolve(plan.criteria[0].readings[0], title=evolve(plan.title, da="ny", en="renamed"))
    renamed = evolve(plan, criteria=(evolve(plan.criteria[0], readings=(reading,)),))
    path = a_logbook(tmp_path, plan, revised(renamed, MARCH, date(2022, 1, 1)))

    said = said_of(path, "status", *NEW_YEARS_EVE, "--all")

    assert re.search(r"\n +renamed +2023 ", said)
    assert re.search(r"\n +renamed +2022 ", said)
    assert not re.search(r"\n +renamed +2021 ", said)


def test_a_criterion_that_was_dropped_keeps_its_row_and_says_so(tmp_path: Path) -> None:
    key = "skole.joint-initiatives"
    path = a_logbook(tmp_path, the_plan(), revised(without(key), MARCH, date(2022, 1, 1)))

    overview = said_of(path, "status", *NEW_YEARS_EVE, lang="da")
    page = said_of(path, "status", *NEW_YEARS_EVE, "--criterion", key)

    row = r"\n   Fælles initiativer med +2021 .+\n   skole og daginstitutioner"
    assert re.search(rf"{row}\n   \(ikke længere i aftalen\)\n", overview)
    assert "\n57 kriterier  " in overview
    assert f"{key}  (no longer in the agreement)\n" in page


def test_what_is_still_agreed_does_not_say_that_it_is_not(tmp_path: Path) -> None:
    path = a_logbook(tmp_path, the_plan())

    assert "ikke længere" not in said_of(path, "status", *NEW_YEARS_EVE, lang="da")


def test_a_criterion_that_was_dropped_before_it_was_judged_has_no_row(tmp_path: Path) -> None:
    """It is judged for the four years alone, and those are not over when it goes."""
    key = "tryghed.safety"
    path = a_logbook(tmp_path, the_plan(), revised(without(key), MARCH, date(2022, 1, 1)))

    said = said_of(path, "status", *NEW_YEARS_EVE)

    assert "\n56 criteria  " in said
    assert "no longer" not in said


def rules(page: str) -> str:
    """A page of the plan without what was asked."""
    return page.partition("\nAgreement: ")[2]


def test_the_plan_is_shown_for_two_dates(tmp_path: Path) -> None:
    path = neighbours_are_asked_for_more(tmp_path)

    before = said_of(path, "plan", "--on", "2021-12-31")
    after = said_of(path, "plan", "--on", "2022-12-31")
    not_known = said_of(path, "plan", "--on", "2022-12-31", "--known", "2")

    assert "at least 3" in after
    assert "at least 1" in before
    assert rules(before) == rules(not_known)
    assert "\nAgreement: Adopted, entry 1\n" in before
    assert re.search(r"\nAgreement: as revised in entry \d+, from \S+ on\n", after)


def test_before_the_adoption_there_is_no_plan_to_show(tmp_path: Path) -> None:
    said = vaerebro("plan", a_logbook(tmp_path, the_plan()), "--known", "0")

    assert ("Error: No plan was adopted at that time.\n", 1) == (said.stderr, said.exit_code)


# Chosen readings.


def test_a_chosen_reading_says_that_the_board_chose_it_and_is_shown_alone(tmp_path: Path) -> None:
    path = a_logbook(tmp_path, asked_in(1, 2), chosen("at-least-2"))

    before, after = (
        said_of(path, "status", *NEW_YEARS_EVE, *CRITERION, "--known", known) for known in ("1", "2")
    )

    assert "2023 (default)\n" in before
    assert 2 == before.count("\n  Rule: ")
    assert "2023 (chosen by the board on 2022-03-01, entry 2)\n" in after
    assert 1 == after.count("\n  Rule: ")
    assert "(default)" not in after


def test_the_plan_says_which_reading_the_board_chose(tmp_path: Path) -> None:
    path = a_logbook(tmp_path, asked_in(1, 2), chosen("at-least-2"))

    said = said_of(path, "plan", lang="da")

    assert re.search(
        r" \(valgt af bestyrelsen 1\. marts 2022, post 2\)\n +Aktiviteter.+ mindst 2", said, re.IGNORECASE
    )
    assert 1 == said.count("valgt af bestyrelsen")
    assert "(standard)" not in said


# Closed periods.


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """2021 is closed with entry 18; then one who came is corrected, and somebody comes in 2022."""
    path = tmp_path / "logbog.db"
    clock = SettableClock(noon(NEXT_YEAR))
    with Logbook.create(path, the_plan(), actor=WORKER, clock=clock) as logbook:
        four_evenings(logbook)
        came = next(each for each in logbook.entries() if isinstance(each.fact, FamilyAttended))
        assert isinstance(came.fact, FamilyAttended)
        logbook.close_period("2021")
        logbook.correct(
            came.position, evolve(came.fact, family="f-3"), reason="wrong-person", on=came.occurred_on
        )
        logbook.record(Draft(neighbours(NEXT_YEAR).fact, NEXT_YEAR))
    return path


def test_the_overview_says_which_periods_are_closed(closed: Path) -> None:
    english, danish = (said_of(closed, "status", *NEW_YEARS_EVE, lang=lang) for lang in ("en", "da"))
    before = said_of(closed, "status", "--on", "2021-06-30")

    position = re.findall(r"\nClosed periods: 2021 \(entry (\d+)\)\n", english)
    assert [f"2021 (post {position[0]})"] == re.findall(r"\nLukkede perioder: (.+)\n", danish)
    assert "Closed" not in before


def test_what_came_after_a_closing_is_marked_among_the_entries(closed: Path) -> None:
    *_, closing, late, other = said_of(closed, "entries", columns=200).splitlines()

    assert "Period closed: 2021" in closing
    assert re.match(r" +\d+\*~ ", late)
    assert " (after the closing of 2021), by " in late
    assert re.match(r" +\d+   ", other)
    assert "closing of" not in other


def test_a_criterion_says_which_of_its_entries_came_after_a_closing(closed: Path) -> None:
    words = ("status", "--on", "2021-12-31", "--criterion", "familieakademi.new-families")
    english, danish = (said_of(closed, *words, lang=lang) for lang in ("en", "da"))

    assert re.search(r"\n  Came after the closing of: 2021, 1 entry: \d+\n", english)
    assert re.search(r"\n  Kommet til efter lukningen af: 2021, 1 post: \d+\n", danish)
    assert "Came after" not in said_of(closed, *words, "--known", "10")


def test_a_closing_is_told_in_a_line_without_its_statuses(closed: Path) -> None:
    *_, line = said_of(closed, "entries", "--tag", "period-closed", columns=200).splitlines()

    known = r"as known at entry \d+, version of the logbook program \S+"
    assert re.search(rf"Period closed: 2021, {known}, plan entry 1, \d+ statuses, by", line)
