"""The agreement and the board in the sample: what was decided, followed up, closed, reached and given."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TypeVar

import pytest

from vaerebro_events import Corrected, Entry, Fact, Logbook, Replay, Retracted, State
from vaerebro_events.domain.calendar import day_of
from vaerebro_events.domain.closing import PeriodClosed
from vaerebro_events.domain.concerns import (
    BarrierKind,
    BarrierLifted,
    BarrierReported,
    Change,
    DisagreementSettled,
    Level,
    PartiesNotified,
)
from vaerebro_events.domain.follow_up import EvaluationHeld, FollowUpMade, HoursCofinanced
from vaerebro_events.domain.governance import PlanRevised, ReadingChosen, RevisionUploaded
from vaerebro_events.domain.plan import Plan
from vaerebro_events.projections.agreement import revisions
from vaerebro_events.projections.closed import after_closing, closings
from vaerebro_events.projections.closing import Cause, reported, since_closing
from vaerebro_events.projections.cofinancing import CoFinanced, cofinancing
from vaerebro_events.projections.due import Due, DueKind, DueState, due
from vaerebro_events.projections.findings import FindingKind
from vaerebro_events.projections.follow_up import Register, follow_up
from vaerebro_events.projections.milestones import MilestoneState, milestones
from vaerebro_events.sample import make_sample

YEARS = (2020, 2021, 2022, 2023)
CLOSED = ("2020", "2021", "2022")
LATE = 90  # days, by the plan
F = TypeVar("F", bound=Fact)


@pytest.fixture(scope="module")
def sample() -> Iterator[Logbook]:
    with make_sample(":memory:") as logbook:
        yield logbook


@pytest.fixture(scope="module")
def now(sample: Logbook) -> Replay:
    return sample.replay()


@pytest.fixture(scope="module")
def register(now: Replay) -> Register:
    return follow_up(now)


@pytest.fixture(scope="module")
def fell_due(now: Replay) -> tuple[Due, ...]:
    return due(now)


def told(replay: Replay, kind: type[F]) -> list[tuple[Entry, F]]:
    """What holds of a kind, decisions, too."""
    amended = {entry.fact.amends for entry in replay.log if isinstance(entry.fact, Corrected | Retracted)}
    return [
        (entry, entry.fact)
        for entry in replay.log
        if isinstance(entry.fact, kind) and entry.position not in amended
    ]


def money(plan: Plan) -> dict[str, int]:
    return {area.key: area.money.lbf for area in plan.areas if area.money is not None}


# The agreement over time.


def test_the_first_revision_is_approved_before_it_holds_and_uploaded_in_time(now: Replay) -> None:
    _, first, _ = revisions(now)
    assert first.approved_on is not None
    assert first.uploaded_on is not None
    assert first.lbf_involved_on is not None

    assert first.lbf_involved_on < first.approved_on < first.uploaded_on < first.holds_from
    assert (first.uploaded_on - first.approved_on).days <= 14


def test_the_first_revision_moves_money_between_two_areas_and_raises_a_target(now: Replay) -> None:
    adopted, first, _ = (version.plan for version in now.agreements.versions)
    before, after = money(adopted), money(first)

    assert sum(before.values()) == sum(after.values())
    assert {"tryghed-og-trivsel": -150, "uddannelse-og-beskaeftigelse": 150} == {
        area: after[area] - before[area] for area in before if after[area] != before[area]
    }
    assert {"ungefaellesskab.events"} == {
        one.key for one, other in zip(adopted.criteria, first.criteria, strict=True) if one != other
    }


def test_the_second_revision_is_approved_after_it_holds_and_uploaded_late(now: Replay) -> None:
    *_, second = revisions(now)
    assert second.approved_on is not None
    assert second.uploaded_on is not None

    assert second.holds_from < second.approved_on
    assert (second.uploaded_on - second.approved_on).days > 14


def test_only_the_late_approval_is_a_finding_about_the_agreement(now: Replay) -> None:
    decisions = {entry.position for entry, _ in told(now, PlanRevised)}
    found = [finding for finding in now.findings if finding.position in decisions]

    # It was approved after its day, when 2021 was closed already.
    assert [FindingKind.REVISED_AFTER_EFFECT, FindingKind.AFTER_CLOSING] == [each.kind for each in found]
    assert {revisions(now)[-1].position} == {each.position for each in found}


def test_each_revision_judges_the_periods_that_end_while_it_holds(now: Replay) -> None:
    def targets(criterion: str) -> list[object]:
        return [now.status(criterion, period=str(year)).target for year in YEARS]

    assert [2, 3, 3, 3] == targets("ungefaellesskab.events")
    assert [8, 9, 9, 9] == targets("ungefaellesskab.youths")


def test_the_board_chooses_a_reading_and_all_are_shown_as_known_before(sample: Logbook, now: Replay) -> None:
    [(entry, choice)] = told(now, ReadingChosen)
    before = sample.replay(on=now.on, known=entry.position - 1)

    def readings(replay: Replay) -> set[str]:
        return {status.reading for status in replay.statuses if status.criterion == choice.criterion}

    assert {"year", "programme"} == readings(before)
    assert {"year"} == readings(now)


def test_every_decision_has_its_minutes(now: Replay) -> None:
    kinds: tuple[type[Fact], ...] = (PlanRevised, ReadingChosen, FollowUpMade, EvaluationHeld)

    assert all(entry.evidence for kind in kinds for entry, _ in told(now, kind))
    assert 2 == len(told(now, RevisionUploaded))


# Closed years.


@pytest.mark.parametrize("period", CLOSED)
def test_each_year_is_closed_in_the_spring_after(now: Replay, period: str) -> None:
    closed = day_of(closings(now)[period].recorded_at)

    assert date(int(period) + 1, 3, 1) <= closed <= date(int(period) + 1, 5, 31)


def test_three_years_are_closed_and_the_last_year_and_the_programme_are_not(now: Replay) -> None:
    assert set(CLOSED) == set(closings(now))


def test_one_closing_was_too_early_and_was_retracted_and_made_anew(now: Replay) -> None:
    made = [entry for entry in now.log if isinstance(entry.fact, PeriodClosed)]
    retracted = {entry.fact.amends for entry in now.log if isinstance(entry.fact, Retracted)}
    [mistaken] = [entry for entry in made if entry.position in retracted]

    assert ["2020", "2021", "2022", "2022"] == [
        entry.fact.period for entry in made if isinstance(entry.fact, PeriodClosed)
    ]
    assert mistaken.position < closings(now)["2022"].position


@pytest.mark.parametrize("period", CLOSED)
def test_a_closing_says_what_the_replay_of_its_two_dates_says(now: Replay, period: str) -> None:
    closing = closings(now)[period]
    assert isinstance(closing.fact, PeriodClosed)

    again = now.at(closing.occurred_on, closing.fact.as_known)
    assert reported(again) == closing.fact.statuses


@pytest.mark.parametrize("period", CLOSED)
def test_entries_about_a_closed_year_come_after_its_closing_and_restate_it(now: Replay, period: str) -> None:
    late = [at for at, periods in after_closing(now).items() if period in periods]
    restated = since_closing(now, period).restated

    assert late
    assert any(Cause.ENTRIES in row.causes for row in restated)


def test_what_was_reported_of_2021_is_another_by_the_late_revision_the_choice_and_a_correction(
    now: Replay,
) -> None:
    restated = {row.key: row for row in since_closing(now, "2021").restated}
    youths = restated["ungefaellesskab.youths", "year", "2021"]
    assert youths.reported is not None
    assert youths.now is not None

    assert (State.MET, State.NOT_MET) == (youths.reported.state, youths.now.state)
    assert (Cause.PLAN,) == youths.causes
    assert restated["moedre-faedre.men", "programme", "programme"].now is None
    assert (Cause.ENTRIES,) == restated["tryghed.youth-charged", "programme", "programme"].causes


def test_what_comes_after_a_closing_is_a_finding(now: Replay) -> None:
    found = Counter(
        dict(finding.facts)["period"] for finding in now.findings if finding.kind is FindingKind.AFTER_CLOSING
    )

    assert set(CLOSED) == set(found)


# The board and those beside it.


def test_the_board_follows_up_twice_a_year(now: Replay) -> None:
    board = [(entry, fact) for entry, fact in told(now, FollowUpMade) if fact.body.value == "board"]

    assert dict.fromkeys(YEARS, 2) == Counter(entry.occurred_on.year for entry, _ in board)
    assert {"noted", "act", "see-again", "revise", "choose-reading"} == {
        decided.value for _, fact in board for decided in fact.decided
    }


def test_the_partnership_and_the_three_follow_up_groups_follow_up_too(now: Replay) -> None:
    bodies = Counter(fact.body.value for _, fact in told(now, FollowUpMade))

    assert (1, 3) == (bodies["partnership"], bodies["follow-up-group"])


def test_what_the_board_saw_is_known_before_its_meeting(sample: Logbook, now: Replay) -> None:
    for entry, fact in told(now, FollowUpMade):
        assert fact.as_of <= entry.occurred_on
        assert 2 < fact.as_known < sample.replay(on=entry.occurred_on, known=entry.occurred_on).position


def test_in_the_spring_of_2020_no_criterion_was_seen_for_nearly_nine_months(register: Register) -> None:
    for row in register.rows:
        if row.year == YEARS[0]:
            first = row.gaps[0]
            assert (date(2020, 2, 27), date(2020, 11, 19), 266) == (first.first, first.last, first.days)


def test_some_criteria_are_not_shown_once_in_a_year(register: Register) -> None:
    never = {(row.criterion, row.year) for row in register.rows if not row.seen}

    assert {
        ("uddannelse.enterprise-contacts", 2021),
        ("ivaerksaetteri.working-group", 2021),
        ("ivaerksaetteri.residents", 2021),
    } == never


def test_after_2020_gaps_are_the_exception(register: Register) -> None:
    gaps = {row.criterion for row in register.rows if row.year > YEARS[0] and row.gaps}

    assert "moedre-faedre.networks" in gaps
    assert 1 < len(gaps) < 6


def test_boligsociale_data_is_seen_each_year(register: Register) -> None:
    assert list(YEARS) == [row.year for row in register.social_data]
    assert all(1 == len(row.seen) for row in register.social_data)


def test_every_year_is_evaluated_and_residents_take_part_half_way(now: Replay) -> None:
    held = [(fact.kind.value, entry.occurred_on.year, fact) for entry, fact in told(now, EvaluationHeld)]

    assert list(YEARS) == [year for kind, year, _ in held if kind == "yearly"]
    [midterm] = [fact for kind, year, fact in held if (kind, year) == ("midterm", 2021)]
    assert midterm.residents > 0


# What fell due.


def states(fell_due: tuple[Due, ...], kind: DueKind, subject: str) -> list[DueState]:
    return [row.state for row in fell_due if (row.kind, row.subject) == (kind, subject)]


def test_evaluations_are_presented_in_time_but_for_one(fell_due: tuple[Due, ...]) -> None:
    done, late = DueState.DONE, DueState.DONE_LATE

    assert [done, done, late, done] == states(fell_due, DueKind.DUTY, "local-evaluation")
    assert [done] == states(fell_due, DueKind.DUTY, "midterm-evaluation")


def test_one_report_is_late_and_one_is_never_sent(fell_due: tuple[Due, ...]) -> None:
    done = DueState.DONE

    assert [done, DueState.DONE_LATE, done] == states(fell_due, DueKind.DUTY, "goal-fulfilment")[:3]
    assert [done, done, DueState.OVERDUE] == states(fell_due, DueKind.DUTY, "milestone-plan")[:3]
    assert [done, done, done] == states(fell_due, DueKind.DUTY, "accounts")[:3]
    assert [done, done, done] == states(fell_due, DueKind.DUTY, "grant-account")[:3]


def test_one_revision_is_uploaded_in_time_and_one_late(fell_due: tuple[Due, ...]) -> None:
    assert [DueState.DONE] == states(fell_due, DueKind.UPLOAD, "delaftaler-2021")
    assert [DueState.DONE_LATE] == states(fell_due, DueKind.UPLOAD, "uddannelse-2021")


def test_milestones_are_reached_in_time_late_moved_dropped_and_one_never(now: Replay) -> None:
    found = milestones(now)
    kinds = Counter(row.state for row in found)

    assert 1 == kinds[MilestoneState.DROPPED]
    assert 2 == kinds[MilestoneState.REACHED_LATE]
    assert 1 == kinds[MilestoneState.OVERDUE]
    assert kinds[MilestoneState.REACHED] > 4
    assert {"husudvalg-valgt": 2, "alle-blokke-organiseret": 1} == {
        row.key: row.moves for row in found if row.moves
    }


def test_milestones_are_set_for_each_year(now: Replay) -> None:
    assert set(YEARS) == {row.first_due.year for row in milestones(now)}


# Barriers, notices, disagreements.


def test_restrictions_close_activities_twice_and_the_barrier_is_lifted_each_time(now: Replay) -> None:
    reported = Counter(
        (fact.activity, fact.barrier)
        for _, fact in told(now, BarrierReported)
        if fact.kind is BarrierKind.RESTRICTIONS
    )
    lifted = Counter((fact.activity, fact.barrier) for _, fact in told(now, BarrierLifted))

    assert 4 == len(reported)
    assert all(2 == times == lifted[barrier] for barrier, times in reported.items())


def test_staff_are_a_barrier_once_and_one_barrier_is_never_lifted(now: Replay) -> None:
    reported = [fact for _, fact in told(now, BarrierReported)]
    lifted = {(fact.activity, fact.barrier) for _, fact in told(now, BarrierLifted)}

    assert 1 == sum(fact.kind is BarrierKind.STAFF for fact in reported)
    assert ["recruitment"] == [
        fact.kind.value for fact in reported if (fact.activity, fact.barrier) not in lifted
    ]


def test_parties_notify_one_another_of_a_change_of_staff(now: Replay) -> None:
    assert Change.STAFF in {fact.change for _, fact in told(now, PartiesNotified)}


def test_one_disagreement_is_settled_by_the_managers_and_one_by_the_board(now: Replay) -> None:
    settled = [fact.level for _, fact in told(now, DisagreementSettled)]

    assert [Level.NEAREST_MANAGERS, Level.BOARD] == settled


# Hours.


def hours(now: Replay, party: str, activity: str) -> list[CoFinanced]:
    return [row for row in cofinancing(now) if (row.party, row.activity) == (party, activity)]


def test_the_library_gives_less_than_agreed_in_2020_and_one_quarter_is_never_told(now: Replay) -> None:
    first, *_ = library = hours(now, "library", "netvaerk")
    assert first.agreed is not None

    assert first.hours < first.agreed
    assert [4, 4, 3, 4] == [len(row.entries) for row in library]


def test_the_municipality_gives_hours_each_quarter(now: Replay) -> None:
    municipality = hours(now, "gladsaxe", "familieakademi")

    assert [4, 4, 4, 4] == [len(row.entries) for row in municipality]
    assert all(row.hours > 0 for row in municipality)


def test_hours_told_of_a_half_year_are_mended_to_the_quarter(now: Replay) -> None:
    mended = [
        entry.fact.amends
        for entry in now.log
        if isinstance(entry.fact, Corrected) and isinstance(entry.fact.fact, HoursCofinanced)
    ]

    assert 1 == len(mended)


def test_decisions_are_written_down_within_three_months_and_one_after_more_than_one(now: Replay) -> None:
    kinds: tuple[type[Fact], ...] = (FollowUpMade, PlanRevised, ReadingChosen, RevisionUploaded)
    entries = [entry for kind in kinds for entry, _ in told(now, kind)]
    waited = [(day_of(entry.recorded_at) - entry.occurred_on).days for entry in entries]

    assert max(waited) < LATE
    assert 1 == sum(days > 31 for days in waited)
