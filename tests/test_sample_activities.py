"""The sample logbook across all activities: what a board sees at the end of each year, and at the end."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TypeVar

import pytest

from vaerebro_events import (
    VOCABULARY,
    BaselineCounted,
    Corrected,
    Entry,
    EventHeld,
    Fact,
    Logbook,
    NeighbourActivityHeld,
    ParticipantRegistered,
    Replay,
    Retracted,
    State,
    VolunteerRecruited,
    VolunteerStopped,
    Why,
)
from vaerebro_events.projections.findings import FindingKind
from vaerebro_events.sample import make_sample
from vaerebro_events.sample.days import CLOSED

NEW_YEARS_EVE, TWO_MONTHS_LATER = date(2021, 12, 31), date(2022, 2, 28)
YEAR_ENDS = (date(2020, 12, 31), NEW_YEARS_EVE, date(2022, 12, 31), date(2023, 12, 31))
NAMING = ("family", "youth", "resident", "volunteer")
F = TypeVar("F", bound=Fact)


@pytest.fixture(scope="module")
def sample() -> Iterator[Logbook]:
    with make_sample(":memory:") as logbook:
        yield logbook


@pytest.fixture(scope="module")
def at_the_end(sample: Logbook) -> Replay:
    return sample.replay(on=YEAR_ENDS[-1])


@pytest.fixture(scope="module")
def year_ends(sample: Logbook) -> list[Replay]:
    """Every New Year's Eve, as it was known that evening."""
    return [sample.replay(on=day, known=day) for day in YEAR_ENDS]


def facts(replay: Replay, kind: type[F]) -> list[F]:
    return [entry.fact for entry in replay.history if isinstance(entry.fact, kind)]


def test_everybody_is_registered_together_with_the_first_thing_written_about_them(sample: Logbook) -> None:
    batches: dict[int, list[Entry]] = {}
    for entry in sample.entries():
        batches.setdefault(entry.batch_end, []).append(entry)

    for batch in batches.values():
        said = [entry.fact for entry in batch]
        registered = {fact.who for fact in said if isinstance(fact, ParticipantRegistered)}
        told = [fact.fact if isinstance(fact, Corrected) else fact for fact in said]
        named = {getattr(fact, field, None) for fact in told for field in NAMING}
        assert registered <= named


def test_every_kind_of_fact_happens_at_least_once(sample: Logbook) -> None:
    assert set(VOCABULARY.facts) == {entry.fact.tag for entry in sample.entries()}


def test_all_fourteen_activities_are_recorded(sample: Logbook) -> None:
    assert sample.plan is not None
    recorded = Counter(getattr(entry.fact, "activity", None) for entry in sample.entries())

    assert 14 == len(sample.plan.activities)
    assert all(recorded[activity.key] >= 20 for activity in sample.plan.activities)


def test_every_state_is_seen_on_some_new_years_eve(year_ends: list[Replay]) -> None:
    assert set(State) == {status.state for replay in year_ends for status in replay.statuses}


def test_every_criterion_gets_a_verdict_in_some_period(year_ends: list[Replay]) -> None:
    statuses = [status for replay in year_ends for status in replay.statuses]
    judged = {status.criterion for status in statuses if status.state.verdict is not None}

    assert {status.criterion for status in statuses} == judged
    assert 57 == len(judged)


def test_at_the_end_the_board_sees_goals_met_and_missed_and_some_never_measured(at_the_end: Replay) -> None:
    seen = Counter(status.state for status in at_the_end.statuses if status.default)
    never = {status.criterion for status in at_the_end.statuses if status.state is State.AWAITING_MEASUREMENT}

    assert {
        State.MET,
        State.NOT_MET,
        State.AWAITING_MEASUREMENT,
        State.AWAITING_ASSESSMENT,
    } == set(seen)
    assert seen[State.MET] > seen[State.NOT_MET] > 20
    assert {
        "uddannelse.leisure-participation",
        "brobygning.leisure-participation",
        "ungefaellesskab.other-residents",
    } == never


def test_findings_are_of_several_kinds_and_few(at_the_end: Replay) -> None:
    found = Counter(finding.kind for finding in at_the_end.findings)
    after_closing = found[FindingKind.AFTER_CLOSING]

    assert {
        FindingKind.LATE_ENTRY,
        FindingKind.OUTSIDE_SEASON,
        FindingKind.MORE_THAN_PLANNED,
        FindingKind.FEWER_HEADS_THAN_CAME,
        FindingKind.REVISED_AFTER_EFFECT,
        FindingKind.AFTER_CLOSING,
    } == set(found)
    assert found.total() - after_closing < at_the_end.position // 100
    assert after_closing < 30  # three closed years, and a handful of reports and figures about each


@pytest.mark.parametrize(
    ("criterion", "period"),
    [
        ("naboskab.blocks-organised", "2020"),
        ("brobygning.clubs", "first-year"),
        ("familienetvaerk.activities", "2021"),
        ("skole.joint-initiatives", "2023"),
        ("legestue.courses", "2021"),
    ],
)
def test_readings_disagree_where_the_agreement_can_be_read_in_two_ways(
    at_the_end: Replay, criterion: str, period: str
) -> None:
    assert at_the_end.status(criterion, period=period).disagree


def test_six_blocks_of_eight_are_organised_at_the_end(at_the_end: Replay) -> None:
    status = at_the_end.status("naboskab.all-blocks")

    assert (6, 8, State.NOT_MET) == (status.value, status.target, status.state)


def test_two_volunteers_have_drifted_away_without_a_word(at_the_end: Replay) -> None:
    status = at_the_end.status("frivillige.contacts")

    assert 24 == status.value
    assert 2 == sum(left.why is Why.LAPSED for left in status.left_out)


def test_baselines_were_counted_around_the_first_new_year(
    year_ends: list[Replay], at_the_end: Replay
) -> None:
    counted = {fact.indicator: int(fact.figure) for fact in facts(at_the_end, BaselineCounted)}

    assert State.AWAITING_BASELINE == year_ends[0].status("frivillige.contacts").state
    assert {
        "volunteers-in-contact": 20,
        "house-activities": 13,
        "neighbour-activities": 12,
        "parent-meetings": 38,
    } == counted


def test_the_counted_baselines_are_what_the_log_itself_counts(sample: Logbook) -> None:
    first_year = sample.replay(on=date(2020, 12, 31))
    house = [fact for fact in facts(first_year, EventHeld) if fact.activity == "frivillige"]
    recruited, stopped = facts(first_year, VolunteerRecruited), facts(first_year, VolunteerStopped)

    assert 13 == len(house)
    assert 12 == len(facts(first_year, NeighbourActivityHeld))
    assert 20 == len(recruited) - len(stopped)


def test_one_party_judges_the_cooperation_of_2020_only_in_spring(
    year_ends: list[Replay], at_the_end: Replay
) -> None:
    assert State.AWAITING_ASSESSMENT == year_ends[0].status("ssp.cooperation", period="2020").state
    assert State.MET == at_the_end.status("ssp.cooperation", period="2020").state


def test_a_group_that_is_dissolved_no_longer_meets_its_goal(year_ends: list[Replay]) -> None:
    before, _, between, after = (replay.status("redaktion.group-formed").state for replay in year_ends)

    assert (State.MET, State.OPEN, State.MET) == (before, between, after)


@pytest.mark.parametrize(("first", "last"), CLOSED)
def test_nothing_is_held_indoors_while_the_house_is_closed(
    at_the_end: Replay, first: date, last: date
) -> None:
    events = [entry for entry in at_the_end.history if isinstance(entry.fact, EventHeld)]

    assert not [entry for entry in events if first <= entry.occurred_on <= last]


def test_slips_are_mended_in_many_activities(sample: Logbook) -> None:
    entries = sample.entries()
    mended = [entry.fact.amends for entry in entries if isinstance(entry.fact, Corrected | Retracted)]
    activities = {getattr(entries[position - 1].fact, "activity", None) for position in mended}

    assert len(activities) > 10


def test_what_the_network_worker_told_late_changes_new_years_eve(
    sample: Logbook, year_ends: list[Replay]
) -> None:
    def seen(replay: Replay) -> tuple[State, object]:
        spin_offs = replay.status("netvaerk.course-spinoffs", period="2021")
        volunteers = replay.status("frivillige.contacts", reading="year", period="2021")
        return (spin_offs.state, volunteers.value)

    assert (State.NOT_MET, 22) == seen(year_ends[1])
    assert (State.MET, 21) == seen(sample.replay(on=NEW_YEARS_EVE, known=TWO_MONTHS_LATER))
