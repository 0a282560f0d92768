"""What leader, board and parties do, recorded as they would say it; and what a decision changes."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve

from clocks import SettableClock
from given import (
    AFTERWARDS,
    AKADEMI,
    MUNICIPALITY,
    OWNER,
    WORKER,
    chosen,
    new_logbook,
    noon,
    promised_plan,
    revised,
    the_plan,
)
from vaerebro_events import (
    BarrierLifted,
    BarrierReported,
    DisagreementRaised,
    DisagreementSettled,
    DisagreementTakenUp,
    Draft,
    EvaluationHeld,
    Fact,
    FollowUpMade,
    HoursCofinanced,
    Logbook,
    MilestoneDropped,
    MilestoneMoved,
    MilestoneReached,
    MilestoneSet,
    PartiesNotified,
    PlanRevised,
    ReportSent,
    RevisionUploaded,
)

MARCH, JUNE, JULY = date(2021, 3, 1), date(2021, 6, 30), date(2021, 7, 14)
NEW_YEAR = date(2021, 1, 1)
SEASONS, REGULARS = "familieakademi.seasons", "familieakademi.regulars"


@pytest.fixture
def logbook() -> Iterator[Logbook]:
    with new_logbook(SettableClock(noon(AFTERWARDS)), plan=promised_plan()) as fresh:
        yield fresh


milestone = Draft(MilestoneSet("kitchen", JUNE, AKADEMI), MARCH)
barrier = Draft(BarrierReported(AKADEMI, "no-room", "premises"), MARCH)
disagreement = Draft(DisagreementRaised("budget-2021", "those-involved"), MARCH)
revision = Draft(PlanRevised("2021-1", "delaftale", JUNE, promised_plan()), MARCH)
RECORDED: Mapping[str, tuple[Sequence[Draft], Fact]] = {
    "the board saw two criteria as of New Year, and will see them again": (
        [],
        FollowUpMade("board", (SEASONS, REGULARS), NEW_YEAR, 1, decided=("see-again",)),
    ),
    "the partnership saw the central social data, and nothing of ours": (
        [],
        FollowUpMade("partnership", (), NEW_YEAR, 1, social_data_of=date(2020, 12, 31)),
    ),
    "the first half-year was evaluated with 14 residents, and presented in July": (
        [],
        EvaluationHeld("yearly", JULY, residents=14),
    ),
    "the status report of the half-year was sent in July": ([], ReportSent("status", JULY)),
    "the municipality gave 37 hours and a half to FamilieAkademi since March": (
        [],
        HoursCofinanced(AKADEMI, MUNICIPALITY, Decimal("37.5"), MARCH),
    ),
    "a milestone of FamilieAkademi is set": ([], milestone.fact),
    "a milestone of the whole programme is set": ([], MilestoneSet("midway", JULY)),
    "the milestone is moved": ([milestone], MilestoneMoved("kitchen", JULY)),
    "the milestone is reached": ([milestone], MilestoneReached("kitchen")),
    "the milestone is given up": ([milestone], MilestoneDropped("kitchen")),
    "there is no room": ([], barrier.fact),
    "there is room again": ([barrier], BarrierLifted(AKADEMI, "no-room")),
    "the owner tells the municipality of another budget": (
        [],
        PartiesNotified(OWNER, (MUNICIPALITY,), "budget"),
    ),
    "they disagree about the budget": ([], disagreement.fact),
    "the nearest managers take it up": (
        [disagreement],
        DisagreementTakenUp("budget-2021", "nearest-managers"),
    ),
    "the board settles it": ([disagreement], DisagreementSettled("budget-2021", "board")),
    "the board approves a revision": ([], revision.fact),
    "the revision is uploaded": ([revision], RevisionUploaded("2021-1")),
    "the board chooses a reading": ([], chosen(SEASONS, "two-seasons-of-16", JUNE).fact),
}


@pytest.mark.parametrize("said", RECORDED)
def test_what_is_done_is_recorded(logbook: Logbook, said: str) -> None:
    given, fact = RECORDED[said]
    for draft in given:
        logbook.record(draft)

    [entry] = logbook.record(fact, on=JUNE)

    assert (fact, JUNE) == (entry.fact, entry.occurred_on)
    assert entry in logbook.replay(on=JUNE).history
    assert entry not in logbook.replay(on=JUNE - timedelta(days=1)).history
    assert entry not in logbook.replay(on=JUNE, known=entry.position - 1).history


@pytest.mark.parametrize("said", RECORDED)
def test_what_is_done_is_read_back_from_the_file(tmp_path: Path, said: str) -> None:
    given, fact = RECORDED[said]
    path, clock = tmp_path / "logbog.db", SettableClock(noon(AFTERWARDS))
    with new_logbook(clock, path, promised_plan()) as logbook:
        logbook.record(*given, Draft(fact, JUNE))

    with Logbook.open(path, actor=WORKER, clock=clock) as opened:
        assert fact == opened.entries()[-1].fact


def test_what_is_done_may_be_put_right(logbook: Logbook) -> None:
    [entry] = logbook.record(HoursCofinanced(AKADEMI, OWNER, Decimal(30), MARCH), on=JUNE)

    logbook.correct(entry.position, HoursCofinanced(AKADEMI, OWNER, Decimal(13), MARCH), reason="slip")

    assert [13] == [e.fact.hours for e in logbook.replay().history if isinstance(e.fact, HoursCofinanced)]


# Decisions.


def readings_judged(logbook: Logbook, criterion: str, known: int | None = None) -> list[str]:
    statuses = logbook.replay(on=JUNE, known=known).statuses
    return list(dict.fromkeys(status.reading for status in statuses if status.criterion == criterion))


def readings_of(criterion: str) -> list[str]:
    found = the_plan().criterion(criterion)
    assert found is not None
    return [reading.key for reading in found.readings]


def test_the_reading_that_the_board_chose_is_judged_alone(logbook: Logbook) -> None:
    one, other, *_ = readings_of(SEASONS)
    both = readings_judged(logbook, SEASONS)

    logbook.record(chosen(SEASONS, other, JULY))

    assert {one, other} <= set(both)
    assert [other] == readings_judged(logbook, SEASONS)
    assert both == readings_judged(logbook, SEASONS, known=1)


def test_the_boards_newest_choice_holds_in_whatever_order_they_are_recorded(logbook: Logbook) -> None:
    one, other, *_ = readings_of(SEASONS)
    logbook.record(chosen(SEASONS, other, JULY))
    logbook.record(chosen(SEASONS, one, MARCH))

    assert [other] == readings_judged(logbook, SEASONS)


def test_a_choice_that_was_not_made_leaves_all_readings(logbook: Logbook) -> None:
    both = readings_judged(logbook, SEASONS)
    [entry] = logbook.record(chosen(SEASONS, readings_of(SEASONS)[1], JULY))

    logbook.retract(entry.position, reason="did-not-happen")

    assert both == readings_judged(logbook, SEASONS)


def test_a_revision_holds_from_its_day_whatever_the_day_it_was_approved(logbook: Logbook) -> None:
    shorter = evolve(promised_plan(), criteria=promised_plan().criteria[:3])
    logbook.record(revised("2021-1", JUNE, shorter, on=JULY))

    day_before = JUNE - timedelta(days=1)
    assert [promised_plan(), shorter] == [logbook.replay(on=day).plan for day in (day_before, JUNE)]
    assert promised_plan() == logbook.replay(on=JUNE, known=1).plan


def test_of_two_revisions_from_one_day_on_the_later_holds(logbook: Logbook) -> None:
    one, other = (evolve(promised_plan(), criteria=promised_plan().criteria[:n]) for n in (3, 4))
    logbook.record(revised("2021-1", JUNE, one, on=MARCH))
    logbook.record(revised("2021-2", JUNE, other, on=JULY))

    assert other == logbook.replay(on=JUNE).plan
    assert [1, 3] == [version.position for version in logbook.replay().agreements.held]


def test_a_revision_that_was_not_made_never_held(logbook: Logbook) -> None:
    [entry] = logbook.record(revised("2021-1", JUNE, evolve(promised_plan(), criteria=())))

    logbook.retract(entry.position, reason="did-not-happen")

    assert promised_plan() == logbook.replay().plan
