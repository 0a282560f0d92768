"""What cannot be, with follow-up, milestones, concerns and revisions. A new refusal: one case here."""

from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from attrs import evolve

from given import (
    AFTERWARDS,
    AKADEMI,
    BEGINNING,
    MUNICIPALITY,
    OWNER,
    chosen,
    promised_plan,
    revised,
    the_plan,
)
from provoked import Case, Desk, allow, recording, says_not_there
from vaerebro_events import (
    BarrierLifted,
    BarrierReported,
    DisagreementRaised,
    DisagreementSettled,
    DisagreementTakenUp,
    Draft,
    EvaluationHeld,
    EventHeld,
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
    Text,
)
from vaerebro_events.domain.plan import Place
from vaerebro_events.errors import (
    AlreadyThere,
    AnotherPlan,
    BeginningMoved,
    DayAfterToday,
    EndedAlready,
    HoursBackwards,
    InvalidPlan,
    InvalidValue,
    NotThere,
    PositionAhead,
    RevisionOutside,
    StandsInTheWay,
    UnknownActivity,
    UnknownCriterion,
    UnknownPartyOfPlan,
    UnknownPlace,
    UnknownReading,
    UnknownReport,
)

MARCH, APRIL, MAY = (date(2021, month, 1) for month in (3, 4, 5))
TOMORROW = date(2024, 2, 2)
SEASONS = "familieakademi.seasons"
NAME = "vaerebro-2020-2023"

followed = FollowUpMade("board", (SEASONS,), MARCH, 1)
milestone = Draft(MilestoneSet("kitchen", MAY, AKADEMI), MARCH)
reached = Draft(MilestoneReached("kitchen"), APRIL)
barrier = Draft(BarrierReported(AKADEMI, "no-room", "premises"), MARCH)
lifted = Draft(BarrierLifted(AKADEMI, "no-room"), APRIL)
raised = Draft(DisagreementRaised("budget-2021", "those-involved"), MARCH)
settled = Draft(DisagreementSettled("budget-2021", "board"), APRIL)
revision = revised("r-1", APRIL, the_plan())
SAID_OF_MILESTONES = [MilestoneMoved("kitchen", MAY), reached.fact, MilestoneDropped("kitchen")]
SAID_OF_DISAGREEMENTS = [DisagreementTakenUp("budget-2021", "board"), settled.fact]


def hours(number: str, first_day: date, party: str = OWNER, activity: str = AKADEMI) -> HoursCofinanced:
    """A party gave so many hours since a day."""
    return HoursCofinanced(activity, party, Decimal(number), first_day)


def _with_hours(number: str, _: Desk) -> HoursCofinanced:
    return hours(number, MARCH)


def not_there(kind: str, name: str, fact: Fact) -> Case:
    return Case(NotThere, says_not_there(kind, name, MAY), (), recording(Draft(fact, MAY)))


def has_ended(kind: str, name: str, given: list[Draft], fact: Fact) -> Case:
    says = f"The {kind} {name} has ended already, in entry {len(given) + 1}."
    return Case(EndedAlready, says, given, recording(Draft(fact, MAY)))


def is_there(kind: str, name: str, fact: Draft) -> Case:
    says = f"The {kind} {name} is there already, in entry 2; correct that one."
    return Case(AlreadyThere, says, [fact], recording(Draft(fact.fact, MAY)))


def tomorrow(fact: Fact) -> Case:
    says = "2024-02-02 is after today (2024-02-01): give a day that has come."
    return Case(DayAfterToday, says, (), recording(Draft(fact, AFTERWARDS)), promised_plan())


def no_party(party: str, fact: Fact) -> Case:
    says = f"The plan has no party «{party}»; it has owner, municipality."
    return Case(UnknownPartyOfPlan, says, (), recording(Draft(fact, MARCH)), promised_plan())


def no_activity(fact: Fact) -> Case:
    says = f"The plan {NAME} has no activity «skak». «vaerebro plan» lists its activities."
    return Case(UnknownActivity, says, (), recording(Draft(fact, MARCH)), promised_plan())


def no_criterion(draft: Draft) -> Case:
    says = f"The plan {NAME} has no criterion «skak». «vaerebro plan» lists its criteria."
    return Case(UnknownCriterion, says, (), recording(draft))


def outside(holds_from: date, last_day: date) -> Case:
    says = (
        f"The revision r-1 cannot hold from {holds_from}: the programme goes from 2020-01-01 to {last_day}."
    )
    plan = evolve(the_plan(), criteria=(), last_day=last_day)
    return Case(RevisionOutside, says, (), recording(revised("r-1", holds_from, plan, MARCH)))


FOLLOWING = [
    no_criterion(Draft(evolve(followed, criteria=(SEASONS, "skak")), MARCH)),
    Case(
        PositionAhead,
        "Entry 9 was not in the log by then: the last one before was 1.",
        (),
        recording(Draft(evolve(followed, as_known=9), MARCH)),
    ),
    Case(
        PositionAhead,
        "Entry 2 was not in the log by then: the last one before was 1.",
        (),
        recording(Draft(evolve(followed, as_known=2), MARCH)),
    ),
    Case(
        PositionAhead,
        "Entry 3 was not in the log by then: the last one before was 2.",
        [Draft(followed, MARCH)],
        lambda desk: desk.logbook.correct(2, evolve(followed, as_known=3), reason="slip"),
    ),
    Case(
        InvalidValue,
        f"criteria cannot be '{SEASONS}, {SEASONS}': a criterion stands there twice.",
        (),
        lambda _: evolve(followed, criteria=(SEASONS, SEASONS)),
    ),
    Case(
        InvalidValue,
        "decided cannot be 'noted': it must be a list of decisions.",
        (),
        lambda _: evolve(followed, decided="noted"),
    ),
    tomorrow(evolve(followed, as_of=TOMORROW)),
    tomorrow(evolve(followed, social_data_of=TOMORROW)),
    tomorrow(EvaluationHeld("yearly", TOMORROW)),
    tomorrow(ReportSent("status", TOMORROW)),
    Case(
        UnknownReport,
        "No duty of the plan asks for the report «diary»; it has status.",
        (),
        recording(Draft(ReportSent("diary", MARCH), MARCH)),
        promised_plan(),
    ),
    no_party("cafe", hours("3", MARCH, party="cafe")),
    no_activity(hours("3", MARCH, activity="skak")),
    Case(
        HoursBackwards,
        "The hours cannot go from 2021-04-01 to 2021-03-01: their own day is the last.",
        (),
        recording(Draft(hours("3", APRIL), MARCH)),
        promised_plan(),
    ),
    Case(
        HoursBackwards,
        "The hours cannot go from 2021-04-01 to 2021-03-01: their own day is the last.",
        [Draft(hours("3", APRIL), MAY)],
        lambda desk: desk.logbook.correct(2, hours("3", APRIL), reason="wrong-day", on=MARCH),
        promised_plan(),
    ),
    *(
        Case(
            InvalidValue,
            f"hours cannot be '{number}': it must be more than 0.",
            (),
            partial(_with_hours, number),
        )
        for number in ("0", "-1.5")
    ),
]
MILESTONES = [
    *(not_there("milestone", "kitchen", fact) for fact in SAID_OF_MILESTONES),
    *(has_ended("milestone", "kitchen", [milestone, reached], fact) for fact in SAID_OF_MILESTONES),
    is_there("milestone", "kitchen", milestone),
    no_activity(MilestoneSet("kitchen", MAY, "skak")),
    Case(
        StandsInTheWay,
        "Entry 3 (milestone-reached, 2021-04-01) stands in the way: "
        + says_not_there("milestone", "kitchen", APRIL),
        [milestone, reached],
        lambda desk: desk.logbook.retract(2, reason="slip"),
    ),
]
CONCERNS = [
    not_there("barrier", "no-room", lifted.fact),
    has_ended("barrier", "no-room", [barrier, lifted], lifted.fact),
    is_there("barrier", "no-room", barrier),
    no_activity(BarrierReported("skak", "no-room", "premises")),
    not_there("barrier", "no-room", BarrierLifted(AKADEMI, "no-room")),
    *(not_there("disagreement", "budget-2021", fact) for fact in SAID_OF_DISAGREEMENTS),
    *(has_ended("disagreement", "budget-2021", [raised, settled], fact) for fact in SAID_OF_DISAGREEMENTS),
    is_there("disagreement", "budget-2021", raised),
    no_party("cafe", PartiesNotified("cafe", (OWNER,), "staff")),
    no_party("cafe", PartiesNotified(OWNER, ("cafe", MUNICIPALITY), "staff")),
]
DECIDING = [
    outside(date(2019, 12, 31), date(2023, 12, 31)),
    outside(date(2023, 7, 1), date(2023, 6, 30)),
    Case(
        BeginningMoved,
        "The revision r-1 begins the programme on 2021-01-01, but it began on 2020-01-01.",
        (),
        recording(revised("r-1", APRIL, evolve(the_plan(), criteria=(), first_day=date(2021, 1, 1)))),
    ),
    Case(
        AnotherPlan,
        f"The revision is of the plan kanalbyen, but the logbook has adopted {NAME}: one logbook holds one "
        "plan.",
        (),
        recording(revised("r-1", APRIL, evolve(the_plan(), name="kanalbyen"))),
    ),
    Case(
        InvalidPlan,
        f"The plan {NAME} cannot be used: criteria «{SEASONS}»: it has no reading, so no rule decides it.",
        (),
        recording(
            revised(
                "r-1",
                APRIL,
                evolve(
                    the_plan(),
                    criteria=tuple(
                        evolve(each, readings=()) if each.key == SEASONS else each
                        for each in the_plan().criteria
                    ),
                ),
            )
        ),
    ),
    is_there("revision", "r-1", revision),
    not_there("revision", "r-1", RevisionUploaded("r-1")),
    tomorrow(PlanRevised("r-1", "delaftale", APRIL, the_plan(), lbf_involved_on=TOMORROW)),
    tomorrow(PlanRevised("r-1", "strategic", APRIL, the_plan(), lbf_approved_on=TOMORROW)),
    no_criterion(chosen("skak", "only", MARCH)),
    Case(
        UnknownReading,
        "The criterion lommepengejob.completed has no reading «most»; it has "
        + ", ".join(
            reading.key
            for criterion in the_plan().criteria
            if criterion.key == "lommepengejob.completed"
            for reading in criterion.readings
        )
        + ".",
        (),
        recording(chosen("lommepengejob.completed", "most", MARCH)),
    ),
]


CASES = [*FOLLOWING, *MILESTONES, *CONCERNS, *DECIDING]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_cannot_be_in_governance_is_refused(case: Case, tmp_path: Path) -> None:
    case.check(tmp_path)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param([milestone, reached, Draft(milestone.fact, MAY)], id="a milestone set anew"),
        pytest.param([milestone, Draft(MilestoneReached("kitchen"), MARCH)], id="reached at once"),
        pytest.param([barrier, lifted, Draft(barrier.fact, MAY)], id="a barrier is there again"),
        pytest.param(
            [barrier, Draft(BarrierReported("frivillige", "no-room", "staff"), MARCH)],
            id="a barrier of the same name elsewhere",
        ),
        pytest.param([raised, settled], id="settled by the board at once"),
        pytest.param([Draft(hours("0.5", MARCH), MARCH)], id="hours of one day"),
        pytest.param([Draft(ReportSent("status", MARCH), BEGINNING)], id="a report sent long after"),
        pytest.param([revision, revised("r-2", APRIL, the_plan())], id="two revisions from one day on"),
        pytest.param([revised("r-1", BEGINNING, the_plan(), MAY)], id="a revision from the first day on"),
        pytest.param([Draft(followed, MARCH), Draft(followed, MARCH)], id="two follow-ups on one day"),
    ],
)
def test_what_may_be_in_governance_is_recorded(given: list[Draft]) -> None:
    allow(given, promised_plan())


def test_a_fact_is_held_against_the_version_of_its_own_day(logbook: Logbook) -> None:
    """A place that the revised plan has from 1 April is a place from that day on."""
    wider = evolve(the_plan(), places=(*the_plan().places, Place("roof", Text(da="taget", en="the roof"))))
    logbook.record(revised("r-1", APRIL, wider))
    on_the_roof = EventHeld("netvaerk", "tirsdagscafe", 1, place="roof", led_by="staff")

    with pytest.raises(UnknownPlace):
        logbook.record(on_the_roof, on=date(2021, 3, 31))
    logbook.record(on_the_roof, on=APRIL)

    assert 3 == logbook.position
