"""Which periods a criterion is judged for, which status is given when one is asked for, and disagreement."""

from datetime import date

import pytest

from given import (
    AKADEMI,
    AUTUMN,
    SPRING,
    a_spring,
    evening,
    evenings,
    family,
    position_of,
    season,
)
from vaerebro_events import FamilyAttended, Logbook, MeetingHeld, State

REGULARS = "familieakademi.regulars"
SEASONS = "familieakademi.seasons"
YEARS = ["2020", "2021", "2022", "2023"]


def keys(logbook: Logbook, criterion: str, reading: str) -> list[str]:
    return [
        status.period.key
        for status in logbook.replay().statuses
        if (status.criterion, status.reading) == (criterion, reading)
    ]


def test_a_criterion_is_judged_for_the_programme_its_years_or_its_seasons(logbook: Logbook) -> None:
    logbook.record(*a_spring(), season(AUTUMN, date(2021, 9, 2)))

    assert ["programme"] == keys(logbook, REGULARS, "programme")
    assert YEARS == keys(logbook, REGULARS, "year")
    assert [SPRING, AUTUMN] == keys(logbook, REGULARS, "season")


def test_years_end_where_the_programme_ends(logbook: Logbook) -> None:
    statuses = [status.period for status in logbook.replay().statuses if status.key[:2] == (REGULARS, "year")]

    assert (date(2020, 1, 1), date(2023, 12, 31)) == (statuses[0].first, statuses[-1].last)
    assert (date(2021, 1, 1), date(2021, 12, 31)) == (statuses[1].first, statuses[1].last)


def test_a_season_planned_after_the_day_is_not_judged(logbook: Logbook) -> None:
    logbook.record(*a_spring(), season(AUTUMN, date(2021, 9, 2)))

    seasons = [s.period.key for s in logbook.replay(on=date(2021, 6, 1)).statuses if s.reading == "season"]

    assert [SPRING] == seasons


def test_a_season_rests_on_its_plan(logbook: Logbook) -> None:
    logbook.record(*a_spring())

    status = logbook.replay().status(REGULARS, "season")

    assert frozenset({2}) == status.evidence
    assert (SPRING, 2) == (status.period.series, status.period.planned)


@pytest.mark.parametrize(
    ("on", "year"),
    [
        (date(2019, 12, 31), "2020"),
        (date(2020, 1, 1), "2020"),
        (date(2021, 12, 31), "2021"),
        (date(2022, 1, 1), "2022"),
        (date(2024, 1, 10), "2023"),
    ],
)
def test_without_a_period_the_nearest_one_is_given(logbook: Logbook, on: date, year: str) -> None:
    assert year == logbook.replay(on=on).status(SEASONS).period.key


def test_between_two_seasons_the_one_that_has_begun_is_given(logbook: Logbook) -> None:
    logbook.record(*a_spring(), season(AUTUMN, date(2021, 9, 2)))

    assert SPRING == logbook.replay(on=date(2021, 8, 31)).status(REGULARS, "season").period.key
    assert AUTUMN == logbook.replay(on=date(2021, 9, 2)).status(REGULARS, "season").period.key


def test_a_status_is_found_by_criterion_reading_and_period(logbook: Logbook) -> None:
    replay = logbook.replay()

    assert (SEASONS, "two-seasons-of-16", "2022") == replay.status(SEASONS, period="2022").key
    assert (SEASONS, "16-over-two-seasons", "2022") == replay.status(
        SEASONS, "16-over-two-seasons", "2022"
    ).key


def test_the_default_reading_says_that_it_is(logbook: Logbook) -> None:
    replay = logbook.replay()

    assert replay.status(SEASONS).default
    assert not replay.status(SEASONS, "16-over-two-seasons").default


def test_readings_disagree_where_one_is_met_and_the_other_not(logbook: Logbook) -> None:
    logbook.record(*a_spring(), season(AUTUMN, date(2021, 9, 2)), *evenings(range(1, 16)))
    logbook.record(*evening(1, series=AUTUMN, on=date(2021, 9, 2)))
    replay = logbook.replay(on=date(2021, 12, 31))

    one, other = replay.status(SEASONS), replay.status(SEASONS, "16-over-two-seasons")

    assert (State.NOT_MET, True) == (one.state, one.disagree)
    assert (State.MET, True) == (other.state, other.disagree)


def test_readings_agree_where_both_are_met_or_neither(logbook: Logbook) -> None:
    replay = logbook.replay(on=date(2021, 12, 31))

    assert not replay.status(SEASONS).disagree
    assert not replay.status(SEASONS, "16-over-two-seasons").disagree


def test_what_is_undecided_disagrees_with_nothing(logbook: Logbook) -> None:
    replay = logbook.replay(on=date(2021, 12, 31))

    assert State.NOT_STARTED is replay.status(SEASONS, period="2022").state
    assert not replay.status(SEASONS, period="2022").disagree


def test_periods_that_do_not_overlap_do_not_disagree(logbook: Logbook) -> None:
    # Ten regulars in the spring of 2021: met by year and by season in 2021, not met by year in 2020.
    families = [f"f-{number}" for number in range(1, 11)]
    logbook.record(*a_spring(*families), *evenings(range(1, 6), *families))
    replay = logbook.replay(on=date(2021, 12, 31))

    assert State.NOT_MET is replay.status(REGULARS, "year", "2020").state
    assert State.MET is replay.status(REGULARS, "season").state
    assert not replay.status(REGULARS, "season").disagree
    assert not replay.status(REGULARS, "year", "2021").disagree


def test_evidence_is_what_counted_what_did_not_and_what_stood_in_the_way(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1"), family("f-2"), *evenings((1, 2), "f-1"))
    first, second = (FamilyAttended(AKADEMI, SPRING, meeting, "f-1") for meeting in (1, 2))

    status = logbook.replay(on=date(2021, 12, 31)).status("familieakademi.new-families")

    assert {position_of(logbook, first), position_of(logbook, second)} == set(status.evidence)
    assert position_of(logbook, MeetingHeld(AKADEMI, SPRING, 1)) not in status.evidence
