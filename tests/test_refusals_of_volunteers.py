"""What cannot be, with volunteers and bydelsmødre. A new refusal about them: one case here."""

from datetime import date
from pathlib import Path

import pytest

from given import COURSES, VOLUNTEERS, family, recruited, resident
from provoked import Case, allow, recording, says_not_registered, says_not_there
from vaerebro_events import (
    BydelsmorBegan,
    BydelsmorStopped,
    Draft,
    Fact,
    VolunteerContacted,
    VolunteerRecruited,
    VolunteerStopped,
)
from vaerebro_events.errors import (
    AlreadyThere,
    EndedAlready,
    InvalidValue,
    NotRegistered,
    NotThere,
    StandsInTheWay,
    UnknownActivity,
)

MARCH, APRIL, MAY, JUNE = (date(2021, month, 1) for month in (3, 4, 5, 6))

in_march = recruited("r-1", MARCH)
contacted = VolunteerContacted(VOLUNTEERS, "r-1", "sparring")
stopped = VolunteerStopped(VOLUNTEERS, "r-1")
began = Draft(BydelsmorBegan(COURSES, "r-1"), MARCH)
no_longer = BydelsmorStopped(COURSES, "r-1")
a_volunteer = [resident("r-1"), in_march]
a_bydelsmor = [resident("r-1"), began]


def not_registered(fact: Fact) -> Case:
    """Only a resident is named as one; a family of the same reference is somebody else."""
    says = says_not_registered("resident", "r-1", MARCH)
    return Case(NotRegistered, says, [family("r-1")], recording(Draft(fact, MARCH)))


def not_there(kind: str, fact: Fact) -> Case:
    says = says_not_there(kind, "r-1", MARCH)
    return Case(NotThere, says, [resident("r-1")], recording(Draft(fact, MARCH)))


CASES = [
    *map(not_registered, (in_march.fact, contacted, stopped, began.fact, no_longer)),
    not_there("volunteer", contacted),
    not_there("volunteer", stopped),
    not_there("bydelsmor", no_longer),
    Case(
        NotThere,
        says_not_there("volunteer", "r-1", date(2021, 2, 28)),
        a_volunteer,
        recording(Draft(contacted, date(2021, 2, 28))),
    ),
    Case(
        AlreadyThere,
        "The volunteer r-1 is there already, in entry 3; correct that one.",
        a_volunteer,
        recording(Draft(in_march.fact, APRIL)),
    ),
    Case(
        AlreadyThere,
        "The bydelsmor r-1 is there already, in entry 3; correct that one.",
        a_bydelsmor,
        recording(Draft(began.fact, APRIL)),
    ),
    Case(
        EndedAlready,
        "The volunteer r-1 has ended already, in entry 4.",
        [*a_volunteer, Draft(stopped, APRIL)],
        recording(Draft(stopped, MAY)),
    ),
    Case(
        EndedAlready,
        "The volunteer r-1 has ended already, in entry 4.",
        [*a_volunteer, Draft(stopped, APRIL)],
        recording(Draft(contacted, MAY)),
    ),
    Case(
        EndedAlready,
        "The bydelsmor r-1 has ended already, in entry 4.",
        [*a_bydelsmor, Draft(no_longer, APRIL)],
        recording(Draft(no_longer, MAY)),
    ),
    Case(
        StandsInTheWay,
        "Entry 4 (volunteer-contacted, 2021-05-01) stands in the way: The volunteer r-1 has ended already, "
        "in entry 5.",
        [*a_volunteer, Draft(contacted, MAY)],
        recording(Draft(stopped, APRIL)),
    ),
    Case(
        UnknownActivity,
        "The plan vaerebro-2020-2023 has no activity «skak». «vaerebro plan» lists its activities.",
        a_volunteer,
        recording(Draft(VolunteerRecruited("skak", "r-1"), MARCH)),
    ),
    Case(
        InvalidValue,
        "about cannot be 'chess': it must be one of contact, sparring, training.",
        a_volunteer,
        lambda _: VolunteerContacted(VOLUNTEERS, "r-1", "chess"),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_cannot_be_with_volunteers_is_refused(case: Case, tmp_path: Path) -> None:
    case.check(tmp_path)


ALLOWED = [
    pytest.param([*a_volunteer, Draft(stopped, APRIL), Draft(in_march.fact, MAY)], id="begun anew"),
    pytest.param([*a_volunteer, Draft(stopped, MARCH)], id="stopped on the first day"),
    pytest.param([*a_volunteer, Draft(contacted, JUNE), Draft(stopped, JUNE)], id="seen on the last day"),
    pytest.param([*a_volunteer, Draft(contacted, MAY), Draft(contacted, MAY)], id="seen twice in a day"),
    pytest.param([*a_volunteer, began], id="a volunteer and a bydelsmor"),
    pytest.param([*a_volunteer, Draft(VolunteerRecruited("netvaerk", "r-1"), MAY)], id="in two activities"),
]


@pytest.mark.parametrize("given", ALLOWED)
def test_what_may_be_with_volunteers_is_recorded(given: list[Draft]) -> None:
    allow(given)
