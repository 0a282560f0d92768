"""What cannot be, at events and courses, and with who comes to them. A new refusal: one case here."""

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from clocks import SettableClock
from given import COURSES, NETWORKS, course, family, new_logbook, resident, session, the_plan, youth
from provoked import Case, allow, recording, says_not_registered
from vaerebro_events import (
    AliasAttended,
    Draft,
    EventHeld,
    Fact,
    FamilyAttended,
    HeadsCounted,
    MeetingCancelled,
    MeetingHeld,
    ResidentAttended,
    ResidentCompleted,
    SeriesCompleted,
    YouthAttended,
)
from vaerebro_events.errors import (
    AlreadyAttended,
    AlreadyThere,
    EndedAlready,
    HeadsAlreadyCounted,
    InvalidValue,
    MeetingAlreadyHeld,
    MeetingNotHeld,
    MeetingOnAnotherDay,
    NotRegistered,
    UnknownGroup,
    UnknownPlace,
    UnknownSeries,
)

CAFE = "tirsdagscafe"
MARCH, APRIL = date(2021, 3, 2), date(2021, 4, 6)
PLACES = "beboerhuset, library, school, day-care, outdoors, elsewhere"

people = [family("f-1"), resident("r-1"), youth("y-1")]
event = EventHeld(NETWORKS, CAFE, 1, "beboerhuset", "residents")
an_event = [*people, Draft(event, MARCH)]
WHO_CAME = [
    FamilyAttended(NETWORKS, CAFE, 1, "f-1"),
    ResidentAttended(NETWORKS, CAFE, 1, "r-1"),
    YouthAttended(NETWORKS, CAFE, 1, "y-1"),
    AliasAttended(NETWORKS, CAFE, 1, "a-1"),
]
counted = HeadsCounted(NETWORKS, CAFE, 1, 30, 4)
a_course = [resident("r-1"), course("m-1", "mothers", MARCH)]
completed = SeriesCompleted(COURSES, "m-1")
she_completed = ResidentCompleted(COURSES, "m-1", "r-1")
she_completed_another = Draft(ResidentCompleted(COURSES, "m-2", "r-1"), APRIL)


def not_held(fact: Fact) -> Case:
    says = (
        f"Meeting 1 of {CAFE} is not recorded as held on 2021-03-02 or before: record the meeting or the "
        "event first, and the season's plan where a season is new."
    )
    return Case(MeetingNotHeld, says, people, recording(Draft(fact, MARCH)))


def on_another_day(fact: Fact) -> Case:
    says = f"Meeting 1 of {CAFE} was held on 2021-03-02, not on 2021-04-06: what is said of it has its day."
    return Case(MeetingOnAnotherDay, says, an_event, recording(Draft(fact, APRIL)))


def not_registered(kind: str, fact: Fact) -> Case:
    return Case(
        NotRegistered,
        says_not_registered(kind, "x-9", MARCH),
        [*an_event, family("z-9")],
        recording(Draft(fact, MARCH)),
    )


def attends_already(kind: str, who: str, fact: Fact) -> Case:
    says = f"The {kind} {who} attends meeting 1 of {CAFE} already, in entry 6."
    return Case(AlreadyAttended, says, [*an_event, Draft(fact, MARCH)], recording(Draft(fact, MARCH)))


def unknown_series(fact: Fact, on: date) -> Case:
    says = (
        f"The season m-1 of moedre-faedre is not planned on {on}: record its plan first, or correct the "
        "plan's day."
    )
    return Case(UnknownSeries, says, a_course[:1], recording(Draft(fact, on)))


CASES = [
    *map(not_held, (*WHO_CAME, counted)),
    *map(on_another_day, (*WHO_CAME, counted)),
    not_registered("family", FamilyAttended(NETWORKS, CAFE, 1, "x-9")),
    not_registered("resident", ResidentAttended(NETWORKS, CAFE, 1, "x-9")),
    not_registered("youth", YouthAttended(NETWORKS, CAFE, 1, "x-9")),
    attends_already("family", "f-1", WHO_CAME[0]),
    attends_already("resident", "r-1", WHO_CAME[1]),
    attends_already("youth", "y-1", WHO_CAME[2]),
    attends_already("alias", "a-1", WHO_CAME[3]),
    unknown_series(completed, MARCH),
    unknown_series(she_completed, MARCH),
    unknown_series(MeetingCancelled(COURSES, "m-1", 1), MARCH),
    Case(
        MeetingAlreadyHeld,
        f"Meeting 1 of {CAFE} is held already, in entry 5.",
        an_event,
        recording(Draft(evolve(event, place="outdoors"), APRIL)),
    ),
    Case(
        MeetingAlreadyHeld,
        "Meeting 1 of m-1 is held already, in entry 4.",
        [*a_course, *session("m-1", 1, MARCH)],
        recording(Draft(EventHeld(COURSES, "m-1", 1, "library", "staff"), MARCH)),
    ),
    Case(
        MeetingAlreadyHeld,
        "Meeting 1 of m-1 is held already, in entry 4.",
        [*a_course, Draft(EventHeld(COURSES, "m-1", 1, "library", "staff"), MARCH)],
        recording(Draft(MeetingHeld(COURSES, "m-1", 1), MARCH)),
    ),
    Case(
        HeadsAlreadyCounted,
        f"The heads of meeting 1 of {CAFE} are counted already, in entry 6; correct that one.",
        [*an_event, Draft(counted, MARCH)],
        recording(Draft(counted, MARCH)),
    ),
    Case(
        UnknownPlace,
        f"The plan has no place «moon»; it has {PLACES}.",
        (),
        recording(Draft(evolve(event, place="moon"), MARCH)),
    ),
    Case(
        UnknownGroup,
        "The activity moedre-faedre has no target group «grandparents»; it has mothers, fathers.",
        (),
        recording(course("m-1", "grandparents", MARCH)),
    ),
    Case(
        UnknownGroup,
        "The activity familieakademi has no target group «mothers»; it has none.",
        (),
        recording(course("m-1", "mothers", MARCH, activity="familieakademi")),
    ),
    Case(
        EndedAlready,
        "The series m-1 has ended already, in entry 4.",
        [*a_course, Draft(completed, APRIL)],
        recording(Draft(completed, APRIL)),
    ),
    Case(
        EndedAlready,
        "The series m-1 has ended already, in entry 4.",
        [*a_course, Draft(completed, APRIL)],
        recording(Draft(MeetingHeld(COURSES, "m-1", 1), date(2021, 4, 7))),
    ),
    Case(
        AlreadyThere,
        "The completed course m-1 of r-1 is there already, in entry 4; correct that one.",
        [*a_course, Draft(she_completed, APRIL)],
        recording(Draft(she_completed, APRIL)),
    ),
    Case(
        NotRegistered,
        says_not_registered("resident", "r-9", APRIL),
        a_course,
        recording(Draft(ResidentCompleted(COURSES, "m-1", "r-9"), APRIL)),
    ),
    Case(
        InvalidValue,
        "network is missing: it is named where a network led the event, and only there.",
        (),
        lambda _: EventHeld(NETWORKS, CAFE, 1, "beboerhuset", "network"),
    ),
    Case(
        InvalidValue,
        "network cannot be 'n-1': it is named where a network led the event, and only there.",
        (),
        lambda _: EventHeld(NETWORKS, CAFE, 1, "beboerhuset", "staff", "n-1"),
    ),
    Case(
        InvalidValue,
        "led_by cannot be 'chess': it must be one of staff, volunteers, residents, youths, network.",
        (),
        lambda _: EventHeld(NETWORKS, CAFE, 1, "beboerhuset", "chess"),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_cannot_be_at_an_event_is_refused(case: Case, tmp_path: Path) -> None:
    case.check(tmp_path)


def test_where_a_plan_has_no_places_that_is_said(clock: SettableClock) -> None:
    without = evolve(the_plan(), places=(), criteria=())

    with new_logbook(clock, plan=without) as logbook, pytest.raises(UnknownPlace, match="it has none"):
        logbook.record(event, on=MARCH)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param([*an_event, *(Draft(fact, MARCH) for fact in (*WHO_CAME, counted))], id="all come"),
        pytest.param([*an_event, Draft(evolve(event, meeting=2), MARCH)], id="the next of its line"),
        pytest.param([*a_course, Draft(completed, APRIL), Draft(she_completed, APRIL)], id="completed"),
        pytest.param(
            [*a_course, Draft(completed, APRIL), Draft(MeetingHeld(COURSES, "m-1", 1), APRIL)],
            id="a meeting on the day the course was completed",
        ),
        pytest.param(
            [*a_course, course("m-2", "mothers", MARCH), Draft(she_completed, APRIL), she_completed_another],
            id="two courses",
        ),
        pytest.param(
            [
                *(family("x-1"), resident("x-1"), youth("x-1"), Draft(event, MARCH)),
                Draft(FamilyAttended(NETWORKS, CAFE, 1, "x-1"), MARCH),
                Draft(ResidentAttended(NETWORKS, CAFE, 1, "x-1"), MARCH),
                Draft(YouthAttended(NETWORKS, CAFE, 1, "x-1"), MARCH),
                Draft(AliasAttended(NETWORKS, CAFE, 1, "x-1"), MARCH),
            ],
            id="the same reference of four kinds",
        ),
    ],
)
def test_what_may_be_at_an_event_is_recorded(given: list[Draft]) -> None:
    allow(given)
