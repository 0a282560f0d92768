"""What is due on the command line: what is over its day, what comes, what was done, and the milestones."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve

from at_the_desk import a_logbook, vaerebro
from clocks import SettableClock
from given import AKADEMI, WORKER, evening, noon, season, the_plan
from given_governance import AGREED, INSIGHT, revised
from vaerebro_events import (
    Draft,
    EvaluationHeld,
    IndicatorMeasured,
    Logbook,
    MilestoneDropped,
    MilestoneMoved,
    MilestoneReached,
    MilestoneSet,
    RevisionUploaded,
    Text,
)
from vaerebro_events.domain.commitments import Duty, Every

NEW_YEAR = date(2021, 1, 4)
SUMMER = ("--on", "2021-06-30")
PLAN = evolve(AGREED, criteria=AGREED.criteria[:1])  # it asks for no figures
EVALUATION = Duty(
    "evaluation",
    Text(da="Årets evaluering", en="The year's evaluation"),
    "evaluation-held",
    Every.YEAR,
    Text(da="aftalen", en="the agreement"),
    {"kind": "yearly"},
    months=3,
)


def milestone(key: str, due: date, *further: Draft, activity: str | None = None) -> list[Draft]:
    return [Draft(MilestoneSet(key, due, activity), NEW_YEAR), *further]


def due(folder: Path, *drafts: Draft, words: Sequence[str] = SUMMER, columns: int = 140) -> str:
    return vaerebro("due", a_logbook(folder, PLAN, *drafts), *words, columns=columns).stdout


def rows(said: str, title: str) -> list[str]:
    """The rows of a section, under the names of its columns; what stands under the first line after a bar."""
    section = said.partition(f"\n{title}")[2].partition("\n\n")[0]
    found: list[str] = []
    for line in section.splitlines()[2:]:
        words = " ".join(line.split())
        if line.startswith("   "):
            found[-1] = f"{found[-1]} | {words}"
        else:
            found.append(words)
    return found


def test_what_is_over_its_day_says_how_long_the_longest_first(tmp_path: Path) -> None:
    said = due(
        tmp_path, *milestone("m-2", date(2021, 6, 29)), *milestone("m-1", date(2021, 3, 31), activity=AKADEMI)
    )

    assert "\nOverdue: 2\n" in said
    assert [
        "2021-03-31 91 days over Milestone: m-1 | FamilieAkademi, entry 3",
        "2021-06-29 1 day over Milestone: m-2 | entry 2",
    ] == rows(said, "Overdue")


def test_what_is_due_says_how_many_days_are_left(tmp_path: Path) -> None:
    approved = revised(PLAN, date(2021, 6, 20), date(2022, 1, 1))

    said = due(tmp_path, approved, *milestone("m-1", date(2021, 6, 30)))

    assert [
        "2021-06-30 today Milestone: m-1 | entry 3",
        "2021-07-04 in 4 days Upload of the revision r-1 to Landsbyggefonden's portal | entry 2",
    ] == rows(said, "Open, with a deadline ahead: 2")
    assert "Overdue" not in said


def test_where_nothing_is_due_that_is_said(tmp_path: Path) -> None:
    said = due(tmp_path, *milestone("m-1", date(2021, 9, 30)))

    assert said.endswith("\nNothing is due.\n\nWhat was done, and what comes: --all.\n")
    assert "m-1" not in said


def test_what_comes_in_the_next_months_is_shown_when_asked(tmp_path: Path) -> None:
    said = due(
        tmp_path,
        *milestone("soon", date(2021, 9, 30)),
        *milestone("later", date(2022, 9, 30)),
        words=(*SUMMER, "--all"),
    )

    assert ["2021-09-30 from 2021-09-30 Milestone: soon | entry 2"] == rows(said, "Coming by 2021-12-30: 1")


def test_what_was_done_is_shown_when_asked_in_time_or_late(tmp_path: Path) -> None:
    first = revised(PLAN, date(2021, 2, 1), date(2021, 3, 1))
    second = revised(PLAN, date(2021, 4, 1), date(2021, 5, 1), revision="r-2")
    drafts = (
        *(first, Draft(RevisionUploaded("r-1"), date(2021, 2, 10))),
        *(second, Draft(RevisionUploaded("r-2"), date(2021, 4, 20))),
    )

    usual, every = (
        due(_folder(tmp_path, str(at)), *drafts, words=words)
        for at, words in enumerate((SUMMER, (*SUMMER, "--all")))
    )

    of = "Upload of the revision {} to Landsbyggefonden's portal | done {}, entry {}"
    assert [f"2021-04-15 5 days late {of.format('r-2', '2021-04-20', 5)}"] == rows(every, "Done late: 1")
    assert [f"2021-02-15 {of.format('r-1', '2021-02-10', 3)}"] == rows(every, "Done in time: 1")
    assert "Upload" not in usual


def _folder(above: Path, name: str) -> Path:
    folder = above / name
    folder.mkdir()
    return folder


def test_meetings_not_told_are_counted(tmp_path: Path) -> None:
    told = [draft for meeting in range(1, 5) for draft in evening(meeting)]

    said = due(tmp_path, season(), *told)

    assert re.search(
        r"Meetings of 2021-forår: 12 neither held nor cancelled so far\n +FamilieAkademi, entry 2\n", said
    )


def test_a_duty_says_which_time_it_is_for_and_where_it_stands(tmp_path: Path) -> None:
    path = a_logbook(tmp_path, evolve(PLAN, duties=(EVALUATION,)))

    english, danish = (vaerebro("due", path, *SUMMER, "--lang", lang).stdout for lang in ("en", "da"))

    assert ["2021-03-31 91 days over The year's evaluation, 2020 | the agreement"] == rows(english, "Overdue")
    assert ["31.3.2021 91 dage over fristen Årets evaluering, 2020 | aftalen"] == rows(danish, "Over fristen")


def test_what_is_done_after_the_day_asked_about_is_open_and_says_so(tmp_path: Path) -> None:
    presented = Draft(EvaluationHeld("yearly", date(2021, 4, 20)), date(2020, 12, 31))
    path = a_logbook(tmp_path, evolve(PLAN, duties=(EVALUATION,)), presented)

    before, danish, over = (
        vaerebro("due", path, "--on", day, "--lang", lang, columns=140).stdout
        for day, lang in (("2021-03-01", "en"), ("2021-03-01", "da"), ("2021-04-01", "en"))
    )

    said = "The year's evaluation, 2020 | the agreement | done later, on 2021-04-20, entry 2"
    assert [f"2021-03-31 in 30 days {said}"] == rows(before, "Open, with a deadline ahead: 1")
    assert [f"2021-03-31 1 day over {said}"] == rows(over, "Overdue: 1")
    assert "\nFrist på vej: 1\n" in danish
    assert " gjort senere, 20.4.2021, post 2\n" in danish


ASSESSED, ASKED, MEASURED = "lommepengejob.growth-seen", INSIGHT, "tryghed.safety"


@pytest.mark.parametrize(
    ("criterion", "said"),
    [
        (ASSESSED, "Vurdering for 2020-2023: »De unge udvikler sig og tager ansvar«"),
        (ASKED, "Spørgeskema for 2020-2023: »Vi har fået ny indsigt og nye handlemuligheder«"),
        (MEASURED, "Måling for 2020-2023: »Andelen af beboere, der grundlæggende er trygge i området«"),
    ],
)
def test_a_figure_says_how_it_is_come_by_and_what_it_states(
    tmp_path: Path, criterion: str, said: str
) -> None:
    whole = the_plan()
    plan = evolve(whole, criteria=tuple(each for each in whole.criteria if each.key == criterion))

    told = vaerebro("due", a_logbook(tmp_path, plan), "--lang", "da", columns=160).stdout

    assert said in told


def test_a_figure_of_years_that_came_before_their_end_is_called_the_first(tmp_path: Path) -> None:
    whole = the_plan()
    plan = evolve(whole, criteria=tuple(each for each in whole.criteria if each.key == MEASURED))
    path, clock = tmp_path / "logbog.db", SettableClock(noon(date(2021, 2, 10)))
    with Logbook.create(path, plan, actor=WORKER, clock=clock) as logbook:
        logbook.record(IndicatorMeasured("safety", Decimal(79), Decimal(88)), on=date(2021, 1, 31))

    english, danish = (
        vaerebro("due", path, *SUMMER, "--all", "--lang", lang, columns=160).stdout for lang in ("en", "da")
    )

    assert re.search(r"\n +first on 2021-02-10, entry 2\n", english)
    assert re.search(r"\n +første gang 10\.2\.2021, post 2\n", danish)


def test_milestones_stand_before_all_that_is_done(tmp_path: Path) -> None:
    drafts = (
        revised(PLAN, date(2021, 2, 1), date(2021, 3, 1)),
        Draft(RevisionUploaded("r-1"), date(2021, 2, 10)),
    )

    said = due(tmp_path, *drafts, *milestone("m-1", date(2021, 9, 30)), words=(*SUMMER, "--all"))

    assert said.index("\nMilestones\n") < said.index("\nDone in time: 1\n")


# Milestones.


def test_milestones_say_what_became_of_their_plan(tmp_path: Path) -> None:
    march, may = date(2021, 3, 31), date(2021, 5, 31)
    said = due(
        tmp_path,
        *milestone("reached", march, Draft(MilestoneReached("reached"), date(2021, 3, 1))),
        *milestone("late", march, Draft(MilestoneReached("late"), date(2021, 4, 1))),
        *milestone("moved", march, Draft(MilestoneMoved("moved", may), date(2021, 3, 1)), activity=AKADEMI),
        *milestone("dropped", may, Draft(MilestoneDropped("dropped"), date(2021, 4, 1))),
        *milestone("ahead", date(2021, 12, 31)),
        words=(*SUMMER, "--all"),
    )

    found = rows(said, "Milestones")
    assert {
        "2021-03-31 reached 2021-03-01 reached",
        "2021-03-31 reached late 2021-04-01 late",
        "2021-03-31 → 2021-05-31 overdue moved | FamilieAkademi, moved once",
        "2021-05-31 dropped 2021-04-01 dropped",
        "2021-12-31 not yet reached ahead",
    } == set(found)
    # Those reached are told there alone.
    assert "Done" not in said


def test_milestones_are_told_in_danish(tmp_path: Path) -> None:
    said = due(
        tmp_path,
        *milestone("m-1", date(2021, 3, 31), Draft(MilestoneReached("m-1"), date(2021, 4, 1))),
        words=(*SUMMER, "--all", "--lang", "da"),
    )

    assert ["31.3.2021 nået for sent 1.4.2021 m-1"] == rows(said, "Milepæle")


@pytest.mark.parametrize("columns", [80, 120])
def test_what_is_due_keeps_within_the_width(tmp_path: Path, columns: int) -> None:
    said = due(tmp_path, season(), *milestone("m-1", date(2021, 3, 31)), words=SUMMER, columns=columns)

    assert columns >= max(map(len, said.splitlines()))


def test_before_the_plan_nothing_is_due(tmp_path: Path) -> None:
    assert due(tmp_path, words=("--known", "0")).endswith("\nNo plan was adopted at that time.\n")
