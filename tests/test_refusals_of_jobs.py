"""What cannot be, with youths and jobs, and with surveys and assessments. A new refusal: one case here."""

from datetime import date
from pathlib import Path

import pytest

from given import JOBS, ended, held, pocket_money, started, youth
from provoked import Case, recording
from vaerebro_events import (
    AssessmentMade,
    Draft,
    GuidanceGiven,
    LommepengejobAbandoned,
    LommepengejobCompleted,
    ParentsMet,
    SurveyAnswered,
)
from vaerebro_events.errors import (
    AlreadyHeldSixMonths,
    CheckedTooEarly,
    JobAlreadyOver,
    JobAlreadyStarted,
    JobOfAnother,
    NotRegistered,
    UnknownIndicator,
    UnknownJob,
    UnknownParty,
    WrongIndicator,
)

MARCH = date(2021, 3, 1)
SEPTEMBER = date(2021, 9, 1)
OCTOBER = date(2021, 10, 1)
NOT_REGISTERED = (
    "The youth y-9 is not registered on 2021-03-01: register it, in the same batch if you like, or correct "
    "the day of its registration."
)

two_youths = [youth("y-1"), youth("y-2")]
in_a_job = [*two_youths, started("y-1", "j-1", MARCH)]
in_pocket_money = [*two_youths, *pocket_money("y-1", "l-1", MARCH)]
completed = Draft(LommepengejobCompleted(JOBS, "y-1", "l-1"), SEPTEMBER)

CASES = [
    Case(NotRegistered, NOT_REGISTERED, two_youths, recording(started("y-9", "j-1", MARCH))),
    Case(NotRegistered, NOT_REGISTERED, two_youths, recording(Draft(ParentsMet(JOBS, "y-9"), MARCH))),
    Case(
        NotRegistered,
        NOT_REGISTERED,
        two_youths,
        recording(Draft(GuidanceGiven(JOBS, "y-9", "keeping"), MARCH)),
    ),
    Case(
        UnknownJob,
        "The fritidsjob j-1 is not started on 2021-02-28 or before: record its start first, or "
        "correct the start's day.",
        in_a_job,
        recording(ended("y-1", "j-1", date(2021, 2, 28))),
    ),
    Case(
        UnknownJob,
        "The lommepengejob l-7 is not started on 2021-09-01 or before: record its start first, or "
        "correct the start's day.",
        in_pocket_money,
        recording(Draft(LommepengejobCompleted(JOBS, "y-1", "l-7"), SEPTEMBER)),
    ),
    Case(
        JobAlreadyStarted,
        "The fritidsjob j-1 is started already, in entry 4; give a new job its own reference.",
        in_a_job,
        recording(started("y-2", "j-1", SEPTEMBER)),
    ),
    Case(
        JobAlreadyStarted,
        "The lommepengejob l-1 is started already, in entry 4; give a new job its own reference.",
        in_pocket_money,
        recording(*pocket_money("y-2", "l-1", SEPTEMBER)),
    ),
    Case(
        JobOfAnother,
        "The fritidsjob j-1 is y-1's, not y-2's.",
        in_a_job,
        recording(held("y-2", "j-1", SEPTEMBER)),
    ),
    Case(
        JobOfAnother,
        "The lommepengejob l-1 is y-1's, not y-2's.",
        in_pocket_money,
        recording(Draft(LommepengejobCompleted(JOBS, "y-2", "l-1"), SEPTEMBER)),
    ),
    Case(
        JobAlreadyOver,
        "The fritidsjob j-1 is over already, in entry 5.",
        [*in_a_job, ended("y-1", "j-1", SEPTEMBER)],
        recording(ended("y-1", "j-1", OCTOBER)),
    ),
    Case(
        JobAlreadyOver,
        "The lommepengejob l-1 is over already, in entry 5.",
        [*in_pocket_money, completed],
        recording(Draft(LommepengejobAbandoned(JOBS, "y-1", "l-1"), OCTOBER)),
    ),
    Case(
        CheckedTooEarly,
        "The fritidsjob j-1 was checked on 2021-08-31, before its six months were reached on 2021-09-01: a "
        "check shows nothing about a later day.",
        in_a_job,
        recording(held("y-1", "j-1", SEPTEMBER, checked_on=date(2021, 8, 31))),
    ),
    Case(
        AlreadyHeldSixMonths,
        "The six months of the fritidsjob j-1 are recorded already, in entry 5.",
        [*in_a_job, held("y-1", "j-1", SEPTEMBER)],
        recording(held("y-1", "j-1", OCTOBER)),
    ),
    Case(
        UnknownIndicator,
        "The plan vaerebro-2020-2023 has no indicator «mood». «vaerebro plan» names them in its rules.",
        (),
        recording(Draft(SurveyAnswered("mood", 4, 4, 4), SEPTEMBER)),
    ),
    Case(
        WrongIndicator,
        "The indicator «lommepengejob-growth-seen» takes «assessment-made»: record that instead.",
        (),
        recording(Draft(SurveyAnswered("lommepengejob-growth-seen", 4, 4, 4), SEPTEMBER)),
    ),
    Case(
        WrongIndicator,
        "The indicator «lommepengejob-meaningful» takes «survey-answered»: record that instead.",
        (),
        recording(Draft(AssessmentMade("lommepengejob-meaningful", "cafe", positive=True), SEPTEMBER)),
    ),
    Case(
        UnknownParty,
        "«school» does not assess «lommepengejob-growth-seen»; the plan names estate-staff, cafe.",
        (),
        recording(Draft(AssessmentMade("lommepengejob-growth-seen", "school", positive=True), SEPTEMBER)),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_cannot_be_with_youths_and_jobs_is_refused(case: Case, tmp_path: Path) -> None:
    case.check(tmp_path)
