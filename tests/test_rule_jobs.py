"""Youths who keep an ordinary fritidsjob six calendar months, some of them lommepengejobbere."""

from datetime import date
from itertools import product

import pytest
from attrs import evolve

from given import (
    JOBS,
    NEXT_YEAR,
    PROGRAMME,
    YEAR,
    ended,
    held,
    left_out,
    pocket_money,
    position_of,
    started,
    status_of,
    youth,
)
from vaerebro_events import FritidsjobStarted, Logbook, Part, State
from vaerebro_events.projections.rules.jobs import KeptSixMonths

ONE = KeptSixMonths(JOBS, 1, 0)
ONE_WITH_POCKET_MONEY = KeptSixMonths(JOBS, 1, 1)
MARCH = date(2021, 3, 1)
SEPTEMBER = date(2021, 9, 1)
LAST_DAY = date(2021, 12, 31)


def whys(logbook: Logbook, rule: KeptSixMonths = ONE) -> list[str]:
    """Why held jobs are left out, as all is known."""
    status = status_of(rule, logbook.replay(on=LAST_DAY))
    return [item.why for item in left_out(logbook, status)]


def value(logbook: Logbook, rule: KeptSixMonths = ONE, known: int | None = None) -> object:
    return status_of(rule, logbook.replay(on=LAST_DAY, known=known)).value


def test_a_job_kept_six_months_counts(logbook: Logbook) -> None:
    logbook.record(youth("y-1"), started("y-1", "j-1", MARCH), held("y-1", "j-1", SEPTEMBER))

    status = status_of(ONE, logbook.replay(on=LAST_DAY))

    assert (1, State.MET, (3, 4)) == (status.value, status.state, status.counted)


def test_a_youth_counts_once(logbook: Logbook) -> None:
    logbook.record(youth("y-1"), started("y-1", "j-1", MARCH), started("y-1", "j-2", MARCH))
    logbook.record(held("y-1", "j-1", SEPTEMBER), held("y-1", "j-2", SEPTEMBER))

    assert 1 == value(logbook, KeptSixMonths(JOBS, 2, 0))


def test_nothing_recorded_proves_nothing(logbook: Logbook) -> None:
    logbook.record(youth("y-1"), started("y-1", "j-1", MARCH))

    assert 0 == value(logbook)


@pytest.mark.parametrize(
    ("start", "reached", "why"),
    [
        (MARCH, SEPTEMBER, []),
        (MARCH, date(2021, 8, 31), ["too-early"]),
        (date(2021, 3, 31), date(2021, 9, 30), []),
        (date(2021, 3, 31), date(2021, 9, 29), ["too-early"]),
    ],
)
def test_six_months_are_calendar_months(logbook: Logbook, start: date, reached: date, why: list[str]) -> None:
    logbook.record(youth("y-1"), started("y-1", "j-1", start), held("y-1", "j-1", reached))

    assert why == whys(logbook)


def test_a_job_that_is_not_ordinary_does_not_count(logbook: Logbook) -> None:
    logbook.record(youth("y-1"), started("y-1", "j-1", MARCH, ordinary=False))
    logbook.record(held("y-1", "j-1", SEPTEMBER))

    assert ["not-ordinary"] == whys(logbook)


@pytest.mark.parametrize(("end", "why"), [(date(2021, 8, 31), ["ended-before"]), (SEPTEMBER, [])])
def test_a_job_that_ended_before_is_not_kept(logbook: Logbook, end: date, why: list[str]) -> None:
    logbook.record(youth("y-1"), started("y-1", "j-1", MARCH), held("y-1", "j-1", SEPTEMBER))
    known_then = logbook.position
    logbook.record(ended("y-1", "j-1", end))

    assert why == whys(logbook)
    assert 1 == value(logbook, known=known_then)


@pytest.mark.parametrize(("reached", "this_year", "next_year"), [(LAST_DAY, 1, 0), (date(2022, 1, 1), 0, 1)])
def test_a_job_counts_in_the_period_in_which_the_six_months_are_reached(
    logbook: Logbook, reached: date, this_year: int, next_year: int
) -> None:
    logbook.record(youth("y-1"), started("y-1", "j-1", date(2021, 6, 30)), held("y-1", "j-1", reached))
    replay = logbook.replay(on=date(2022, 12, 31))

    values = [status_of(ONE, replay, period).value for period in (YEAR, NEXT_YEAR, PROGRAMME)]

    assert [this_year, next_year, 1] == values


def test_correcting_a_start_to_a_later_day_makes_it_too_early(logbook: Logbook) -> None:
    logbook.record(youth("y-1"), started("y-1", "j-1", MARCH), held("y-1", "j-1", SEPTEMBER))
    start = FritidsjobStarted(JOBS, "y-1", "j-1", "e-1", ordinary=True)

    logbook.correct(position_of(logbook, start), start, on=date(2021, 3, 2), reason="wrong-day")

    assert ["too-early"] == whys(logbook)


def test_before_it_is_known_nobody_has_kept_a_job(logbook: Logbook) -> None:
    logbook.record(youth("y-1"), started("y-1", "j-1", MARCH), held("y-1", "j-1", SEPTEMBER))

    assert 0 == value(logbook, known=1)


NEW_EMPLOYER = ("e-1", "e-2")
SAME_EMPLOYER = ("e-1", "e-1")


@pytest.mark.parametrize(
    ("employers", "gap_days", "breaks", "longest", "counts"),
    [
        (SAME_EMPLOYER, 0, True, 0, True),
        (SAME_EMPLOYER, 1, True, 0, False),
        (SAME_EMPLOYER, 14, True, 14, True),
        (SAME_EMPLOYER, 15, True, 14, False),
        (NEW_EMPLOYER, 0, True, 0, False),
        (NEW_EMPLOYER, 0, False, 0, True),
        (NEW_EMPLOYER, 1, False, 0, False),
        (NEW_EMPLOYER, 14, False, 14, True),
        (NEW_EMPLOYER, 15, False, 14, False),
    ],
)
def test_the_settings_say_what_breaks_six_months(
    logbook: Logbook,
    *,
    employers: tuple[str, str],
    gap_days: int,
    breaks: bool,
    longest: int,
    counts: bool,
) -> None:
    rule = evolve(ONE, new_employer_breaks=breaks, longest_gap_days=longest)
    first, second = employers
    logbook.record(youth("y-1"), started("y-1", "j-1", MARCH, first), ended("y-1", "j-1", date(2021, 5, 1)))
    logbook.record(started("y-1", "j-2", date(2021, 5, 2 + gap_days), second))
    logbook.record(held("y-1", "j-2", SEPTEMBER))

    assert ([] if counts else ["too-early"]) == whys(logbook, rule)


def test_several_engagements_in_a_row_run_together(logbook: Logbook) -> None:
    logbook.record(youth("y-1"))
    for month, job in ((3, "j-1"), (5, "j-2"), (7, "j-3")):
        logbook.record(started("y-1", job, date(2021, month, 1)))
        if job != "j-3":
            logbook.record(ended("y-1", job, date(2021, month + 1, 30)))
    logbook.record(held("y-1", "j-3", SEPTEMBER))

    status = status_of(evolve(ONE, longest_gap_days=1), logbook.replay(on=LAST_DAY))

    assert (1, {3, 4, 5, 6, 7, 8}) == (status.value, set(status.counted))


def test_only_ended_ordinary_jobs_of_the_same_youth_run_on(logbook: Logbook) -> None:
    logbook.record(youth("y-1"), youth("y-2"))
    logbook.record(started("y-1", "j-1", MARCH), started("y-1", "j-2", MARCH, ordinary=False))
    logbook.record(ended("y-1", "j-2", date(2021, 5, 1)))
    logbook.record(started("y-2", "j-3", MARCH), ended("y-2", "j-3", date(2021, 5, 1)))
    logbook.record(started("y-1", "j-4", date(2021, 5, 2)), held("y-1", "j-4", SEPTEMBER))

    assert ["too-early"] == whys(logbook)


@pytest.mark.parametrize(
    ("start", "completed_on", "completed", "of_them"),
    [
        (date(2021, 2, 1), None, False, 1),
        (date(2021, 2, 1), None, True, 0),
        (date(2021, 2, 1), date(2021, 2, 28), True, 1),
        (date(2021, 2, 1), date(2021, 10, 1), True, 0),
        (date(2021, 2, 1), SEPTEMBER, True, 1),
        (date(2021, 10, 1), None, False, 0),
    ],
)
def test_some_of_them_come_from_the_lommepengejobbere(
    logbook: Logbook,
    *,
    start: date,
    completed_on: date | None,
    completed: bool,
    of_them: int,
) -> None:
    rule = evolve(ONE_WITH_POCKET_MONEY, completed=completed)
    logbook.record(youth("y-1"), *pocket_money("y-1", "l-1", start, completed_on))
    logbook.record(started("y-1", "j-1", MARCH), held("y-1", "j-1", SEPTEMBER))

    status = status_of(rule, logbook.replay(on=LAST_DAY))

    assert (Part("lommepengejobbere", of_them, 1),) == status.parts
    assert (State.MET if of_them else State.NOT_MET) is status.state


def test_a_youth_who_never_had_pocket_money_is_not_of_them(logbook: Logbook) -> None:
    logbook.record(youth("y-1"), started("y-1", "j-1", MARCH), held("y-1", "j-1", SEPTEMBER))

    status = status_of(ONE_WITH_POCKET_MONEY, logbook.replay(on=LAST_DAY))

    assert (1, (Part("lommepengejobbere", 0, 1),), State.NOT_MET) == (
        status.value,
        status.parts,
        status.state,
    )


@pytest.mark.parametrize(("breaks", "completed"), list(product((True, False), repeat=2)))
def test_the_rule_says_itself_with_its_settings(logbook: Logbook, *, breaks: bool, completed: bool) -> None:
    rule = KeptSixMonths(JOBS, 10, 5, breaks, 14, completed)
    group_da = "havde gennemført et lommepengejobforløb" if completed else "havde haft et lommepengejob"
    where_da = "hos samme arbejdsgiver" if breaks else "hos en eller flere arbejdsgivere"
    where_en = "with the same employer" if breaks else "with one or more employers"
    group_en = "had completed a lommepengejob course" if completed else "had had a lommepengejob"
    replay = logbook.replay()

    status = status_of(rule, replay)

    assert (
        f"Unge, der beholdt et ordinært fritidsjob i 6 måneder {where_da} og med højst 14 dages ophold: "
        f"mindst 10 forskellige, heraf mindst 5, der {group_da}."
    ) == replay.sentence(status, "da")
    assert (
        f"Youths who kept an ordinary fritidsjob for 6 months {where_en} and with no gap of more than 14 "
        f"days: at least 10 different ones, of them at least 5 who {group_en}."
    ) == replay.sentence(status, "en")


@pytest.mark.parametrize(
    ("days", "danish", "english"),
    [
        (0, " og uden ophold: ", " and without a gap: "),
        (1, " og med højst én dags ophold: ", " and with no gap of more than 1 day: "),
    ],
)
def test_the_rule_says_which_gap_breaks(logbook: Logbook, days: int, danish: str, english: str) -> None:
    replay = logbook.replay()

    status = status_of(KeptSixMonths(JOBS, 10, 5, longest_gap_days=days), replay)

    assert danish in replay.sentence(status, "da")
    assert english in replay.sentence(status, "en")
