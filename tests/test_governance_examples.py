"""Examples of what went wrong once in governance: causes, extended programmes, far days, odd values."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from clocks import SettableClock
from given import AFTERWARDS, new_logbook, noon
from given_governance import AGREED, ESTATE, SEASONS, revised
from vaerebro_events import (
    Cause,
    Draft,
    EvaluationHeld,
    HoursCofinanced,
    Logbook,
    PeriodClosed,
    PlanRevised,
    SeriesPlanned,
    after_closing,
    due,
    follow_up,
    since_closing,
)
from vaerebro_events.domain.commitments import Duty, Every
from vaerebro_events.errors import InvalidValue
from vaerebro_events.text import Text

NEW_YEAR = date(2021, 1, 1)
LAST = date(2021, 12, 31)
CPR = "010190" + "-1234"
FEWER = evolve(AGREED, criteria=tuple(each for each in AGREED.criteria if each.key != SEASONS))
EVALUATION = Duty(
    "evaluation",
    Text(da="evaluering", en="evaluation"),
    "evaluation-held",
    Every.YEAR,
    Text(da="aftalen", en="the agreement"),
    months=3,
)


def opened(plan: Any = AGREED, today: date = AFTERWARDS) -> tuple[Logbook, SettableClock]:
    clock = SettableClock(noon(today))
    return new_logbook(clock, plan=plan), clock


def season(key: str) -> Draft:
    return Draft(SeriesPlanned("familieakademi", key, 16, NEW_YEAR, LAST), NEW_YEAR)


def causes(logbook: Logbook) -> dict[tuple[str, str], set[tuple[Cause, ...]]]:
    """Why the rows of the seasons that are not as reported for 2021 are others, by reading and period."""
    found: dict[tuple[str, str], set[tuple[Cause, ...]]] = {}
    for row in since_closing(logbook.replay(), "2021").restated:
        if row.key[0] == SEASONS:
            found.setdefault(row.key[1:], set()).add(row.causes)
    return found


def test_a_row_that_comes_with_a_revision_is_caused_by_it_and_not_by_entries_that_count_in_it() -> None:
    logbook, _ = opened(FEWER)
    logbook.close_period("2021")
    logbook.record(season("2021"))
    logbook.record(revised(AGREED, NEW_YEAR, NEW_YEAR))

    assert {(Cause.PLAN,)} == {each for kinds in causes(logbook).values() for each in kinds}


def test_a_row_that_a_retracted_revision_had_dropped_is_caused_by_the_retraction() -> None:
    logbook, _ = opened(AGREED)
    logbook.record(season("2021"))
    logbook.close_period("2021")
    [revision] = logbook.record(revised(FEWER, NEW_YEAR, NEW_YEAR))

    assert {(Cause.PLAN,)} == {each for kinds in causes(logbook).values() for each in kinds}

    logbook.retract(revision.position, reason="slip")
    assert {} == causes(logbook)


def test_what_comes_after_a_closing_is_about_its_days_also_when_the_programme_goes_on() -> None:
    logbook, clock = opened(today=date(2024, 2, 1))
    logbook.close_period("programme")
    longer = evolve(AGREED, last_day=date(2025, 12, 31))
    [extended] = logbook.record(revised(longer, date(2024, 1, 15), date(2024, 1, 1)))
    clock.set(noon(date(2024, 9, 1)))
    hours = HoursCofinanced("familieakademi", ESTATE, "5", date(2024, 5, 1))
    [given] = logbook.record(hours, on=date(2024, 5, 31))

    assert given.position not in after_closing(logbook.replay())
    assert extended.position not in after_closing(logbook.replay())


def test_a_yearly_duty_comes_once_for_a_year_that_a_revision_makes_longer() -> None:
    short = evolve(AGREED, duties=(EVALUATION,), last_day=date(2023, 6, 30))
    logbook, _ = opened(short)
    logbook.record(revised(evolve(short, last_day=date(2023, 12, 31)), date(2023, 7, 1), date(2023, 7, 1)))
    logbook.record(EvaluationHeld("yearly", date(2024, 1, 20)), on=date(2023, 12, 31))

    found = [item for item in due(logbook.replay()) if item.subject == "evaluation" and item.about]
    of_2023 = [item for item in found if item.about is not None and item.about.first.year == 2023]

    assert [(date(2023, 12, 31), "done")] == [(item.first, item.state) for item in of_2023]


def test_a_season_planned_to_the_end_of_time_is_due_then() -> None:
    logbook, _ = opened()
    logbook.record(SeriesPlanned("familieakademi", "s", 2, NEW_YEAR, date.max), on=NEW_YEAR)

    [item] = [item for item in due(logbook.replay()) if item.subject == "s"]

    assert (date.max, "not-yet") == (item.last, item.state)


def test_what_is_done_after_the_day_asked_about_is_not_done_on_it_but_says_when() -> None:
    logbook, _ = opened(evolve(AGREED, duties=(EVALUATION,)))
    logbook.record(EvaluationHeld("yearly", date(2022, 8, 18)), on=LAST)

    [item] = [
        each
        for each in due(logbook.replay(on=date(2022, 4, 1)))
        if each.subject == "evaluation" and each.first == LAST
    ]

    assert ("overdue", date(2022, 8, 18)) == (item.state, item.done_on)


@pytest.mark.parametrize("days", [0, -1, True, 36_501, 10**20])
def test_a_gap_has_a_number_of_days_that_can_be(days: int) -> None:
    logbook, _ = opened()

    with pytest.raises(InvalidValue, match="from 1 to 36500"):
        follow_up(logbook.replay(), days)


def test_what_looks_like_a_cpr_number_is_not_said_again() -> None:
    logbook, _ = opened()

    with pytest.raises(InvalidValue) as closing:
        logbook.close_period(CPR)
    with pytest.raises(InvalidValue) as asking:
        since_closing(logbook.replay(), CPR)
    for refused in (closing, asking):
        assert "1234" not in refused.value.sentence


@pytest.mark.parametrize("statuses", [("met",), (1,), None, ["met"]])
def test_a_closing_holds_statuses_and_nothing_else(statuses: Any) -> None:
    with pytest.raises(InvalidValue):
        PeriodClosed("2021", 1, "1.0", 1, statuses)


@pytest.mark.parametrize("plan", ["kanalbyen", None])
def test_a_revision_holds_a_plan_and_nothing_else(plan: Any) -> None:
    with pytest.raises(InvalidValue, match="it must be a Plan"):
        PlanRevised("r-1", "delaftale", NEW_YEAR, plan)  # pyright: ignore[reportArgumentType] it is converted
