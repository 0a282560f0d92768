"""Sentences about jobs, parents, youths, enterprises, clubs, and who came to events and courses."""

from datetime import date

from criteria.saying import Drafts, numbered, says
from vaerebro_events import (
    ActivityStarted,
    BodyDissolved,
    BodyEstablished,
    CooperationBegun,
    CooperationEnded,
    Draft,
    EventHeld,
    FamilyAttended,
    FritidsjobEnded,
    FritidsjobHeldSixMonths,
    FritidsjobStarted,
    HeadsCounted,
    JointInitiativeHeld,
    LommepengejobAbandoned,
    LommepengejobCompleted,
    LommepengejobStarted,
    MeetingHeld,
    ParentsMet,
    ResidentAttended,
    SeriesPlanned,
    SurveyAnswered,
    YouthAttended,
)

JOBS = "lommepengejob"
YOUTHS = "ungefaellesskab"
ENTERPRISE = "ivaerksaetteri"

# For whom a course of the youths' community is planned.
GROUPS = {"youths": "youths-17-25", "other-residents": "other-residents", "everybody": None}


# Lommepengejob.


def _lommepengejob(who: str, first: date, last: date, activity: str = JOBS, job: str = "") -> Drafts:
    of = (activity, who, job or f"pocket-{who}")
    return [Draft(LommepengejobStarted(*of), first), Draft(LommepengejobCompleted(*of), last)]


@says("youths {first:number} to {last:number} have a lommepengejob from {start:day} to {end:day}")
def lommepengejobs(first: int, last: int, start: date, end: date) -> Drafts:
    return [
        draft for who in numbered("y", range(first, last + 1)) for draft in _lommepengejob(who, start, end)
    ]


@says("youth {number:number} has a lommepengejob from {start:day} to {end:day}")
def a_lommepengejob(number: int, start: date, end: date) -> Drafts:
    return lommepengejobs(number, number, start, end)


@says("youth {number:number} has one more lommepengejob from {start:day} to {end:day}")
def one_more_lommepengejob(number: int, start: date, end: date) -> Drafts:
    return _lommepengejob(f"y-{number}", start, end, job=f"more-y-{number}")


@says("youth {number:number} of {activity:name} has a lommepengejob from {start:day} to {end:day}")
def lommepengejob_elsewhere(number: int, activity: str, start: date, end: date) -> Drafts:
    return _lommepengejob(f"y-{number}", start, end, activity)


@says("youths {first:number} to {last:number} start a lommepengejob on {day:day}")
def lommepengejobs_start(first: int, last: int, day: date) -> Drafts:
    return [
        Draft(LommepengejobStarted(JOBS, who, f"pocket-{who}"), day)
        for who in numbered("y", range(first, last + 1))
    ]


@says("youth {number:number} starts a lommepengejob on {day:day}")
def a_lommepengejob_starts(number: int, day: date) -> Drafts:
    return lommepengejobs_start(number, number, day)


@says("youth {number:number} completes the lommepengejob on {day:day}")
def a_lommepengejob_completed(number: int, day: date) -> Drafts:
    return [Draft(LommepengejobCompleted(JOBS, f"y-{number}", f"pocket-y-{number}"), day)]


@says("youth {number:number} gives up the lommepengejob on {day:day}")
def a_lommepengejob_given_up(number: int, day: date) -> Drafts:
    return [Draft(LommepengejobAbandoned(JOBS, f"y-{number}", f"pocket-y-{number}"), day)]


@says("the parents of youth {number:number} are met in {activity:name} on {day:day}")
def parents_met(number: int, activity: str, day: date) -> Drafts:
    return [Draft(ParentsMet(activity, f"y-{number}"), day)]


# Fritidsjob: a youth's own is with an employer of their own; a second one is another engagement.


def _starts(who: str, day: date, *, activity: str = JOBS, ordinary: bool = True) -> Draft:
    return Draft(FritidsjobStarted(activity, who, f"job-{who}", f"shop-{who}", ordinary), day)


def _still(who: str, day: date, *, seen: date | None = None, activity: str = JOBS) -> Draft:
    return Draft(FritidsjobHeldSixMonths(activity, who, f"job-{who}", seen or day), day)


@says("youths {first:number} to {last:number} have a fritidsjob on {day:day} and still on {later:day}")
def fritidsjobs(first: int, last: int, day: date, later: date) -> Drafts:
    whos = numbered("y", range(first, last + 1))
    return [*(_starts(who, day) for who in whos), *(_still(who, later) for who in whos)]


@says("youth {number:number} has a fritidsjob on {day:day} and still on {later:day}")
def a_fritidsjob(number: int, day: date, later: date) -> Drafts:
    return fritidsjobs(number, number, day, later)


@says("youth {number:number} has a fritidsjob of the project on {day:day} and still on {later:day}")
def no_ordinary_fritidsjob(number: int, day: date, later: date) -> Drafts:
    return [_starts(f"y-{number}", day, ordinary=False), _still(f"y-{number}", later)]


@says("youth {number:number} of {activity:name} has a fritidsjob on {day:day} and still on {later:day}")
def fritidsjob_elsewhere(number: int, activity: str, day: date, later: date) -> Drafts:
    who = f"y-{number}"
    return [_starts(who, day, activity=activity), _still(who, later, activity=activity)]


@says("youth {number:number} starts a fritidsjob on {day:day}")
def a_fritidsjob_starts(number: int, day: date) -> Drafts:
    return [_starts(f"y-{number}", day)]


@says("youth {number:number} still has the fritidsjob on {day:day}")
def still_in_the_fritidsjob(number: int, day: date) -> Drafts:
    return [_still(f"y-{number}", day)]


@says("youth {number:number} still has the fritidsjob on {day:day}, seen on {seen:day}")
def seen_in_the_fritidsjob(number: int, day: date, seen: date) -> Drafts:
    return [_still(f"y-{number}", day, seen=seen)]


@says("youth {number:number} leaves the fritidsjob on {day:day}")
def a_fritidsjob_ends(number: int, day: date) -> Drafts:
    return [Draft(FritidsjobEnded(JOBS, f"y-{number}", f"job-y-{number}"), day)]


def _second(who: str, employer: str, day: date, later: date) -> Drafts:
    started = FritidsjobStarted(JOBS, who, f"second-{who}", employer, ordinary=True)
    return [Draft(started, day), Draft(FritidsjobHeldSixMonths(JOBS, who, f"second-{who}", later), later)]


@says("youth {number:number} has a second fritidsjob at the same place on {day:day} and still on {later:day}")
def second_at_the_same_place(number: int, day: date, later: date) -> Drafts:
    return _second(f"y-{number}", f"shop-y-{number}", day, later)


@says("youth {number:number} has a second fritidsjob at a new place on {day:day} and still on {later:day}")
def second_at_a_new_place(number: int, day: date, later: date) -> Drafts:
    return _second(f"y-{number}", f"new-shop-y-{number}", day, later)


# Partners and what is begun with them.


@says("{activity:name} goes into operation on {day:day}")
def goes_into_operation(activity: str, day: date) -> Drafts:
    return [Draft(ActivityStarted(activity), day)]


@says("enterprise(s) {partners:names} begin(s) contact with {activity:name} on {day:day}")
def enterprises_begin(partners: list[str], activity: str, day: date) -> Drafts:
    return [Draft(CooperationBegun(activity, partner, "enterprise"), day) for partner in partners]


@says("club(s) {partners:names} begin(s) cooperation in {activity:name} on {day:day}")
def clubs_begin(partners: list[str], activity: str, day: date) -> Drafts:
    return [Draft(CooperationBegun(activity, partner, "club"), day) for partner in partners]


@says("{partner:name}, of kind {kind:name}, begins cooperation in {activity:name} on {day:day}")
def another_begins(partner: str, kind: str, activity: str, day: date) -> Drafts:
    return [Draft(CooperationBegun(activity, partner, kind), day)]


@says("{partner:name} ends cooperation in {activity:name} on {day:day}")
def cooperation_ends(partner: str, activity: str, day: date) -> Drafts:
    return [Draft(CooperationEnded(activity, partner), day)]


@says("{activity:name} develops {initiative:name} together with partner kind {kind:name} on {day:day}")
def develops_together(activity: str, initiative: str, kind: str, day: date) -> Drafts:
    return [Draft(JointInitiativeHeld(activity, initiative, kind), day)]


@says("a {kind:name} {body:name} on entrepreneurship is set up on {day:day}")
def set_up_on_entrepreneurship(kind: str, body: str, day: date) -> Drafts:
    return [Draft(BodyEstablished(ENTERPRISE, body, kind), day)]


@says("{body:name} on entrepreneurship is dissolved on {day:day}")
def dissolved_on_entrepreneurship(body: str, day: date) -> Drafts:
    return [Draft(BodyDissolved(ENTERPRISE, body), day)]


# Events and courses. `come to` holds it; `is at` says only that one was there, so that it can be amended.


def _event(activity: str, day: date) -> Draft:
    return Draft(EventHeld(activity, "events", day.toordinal(), "beboerhuset", "staff"), day)


@says("an event of {activity:name} is held on {day:day}")
def event_of(activity: str, day: date) -> Drafts:
    return [_event(activity, day)]


@says("families {first:number} to {last:number} come to an event of {activity:name} on {day:day}")
def families_come(first: int, last: int, activity: str, day: date) -> Drafts:
    came = (family_is_at(number, activity, day) for number in range(first, last + 1))
    return [_event(activity, day), *(draft for drafts in came for draft in drafts)]


@says("family {number:number} is at the event of {activity:name} on {day:day}")
def family_is_at(number: int, activity: str, day: date) -> Drafts:
    return [Draft(FamilyAttended(activity, "events", day.toordinal(), f"f-{number}"), day)]


@says("residents {first:number} to {last:number} come to an event of {activity:name} on {day:day}")
def residents_come(first: int, last: int, activity: str, day: date) -> Drafts:
    came = (resident_is_at(number, activity, day) for number in range(first, last + 1))
    return [_event(activity, day), *(draft for drafts in came for draft in drafts)]


@says("resident {number:number} is at the event of {activity:name} on {day:day}")
def resident_is_at(number: int, activity: str, day: date) -> Drafts:
    return [Draft(ResidentAttended(activity, "events", day.toordinal(), f"r-{number}"), day)]


@says("youths {first:number} to {last:number} come to an event of {activity:name} on {day:day}")
def youths_come(first: int, last: int, activity: str, day: date) -> Drafts:
    came = numbered("y", range(first, last + 1))
    drafts = (Draft(YouthAttended(activity, "events", day.toordinal(), who), day) for who in came)
    return [_event(activity, day), *drafts]


@says("{heads:number} heads are counted at the event of {activity:name} on {day:day}")
def heads_at_an_event(heads: int, activity: str, day: date) -> Drafts:
    return [Draft(HeadsCounted(activity, "events", day.toordinal(), heads), day)]


def _course(whom: str, day: date) -> Drafts:
    planned = SeriesPlanned(YOUTHS, whom, 10, date(2020, 1, 1), date(2023, 12, 31), GROUPS[whom])
    return [Draft(planned, day), Draft(MeetingHeld(YOUTHS, whom, day.toordinal()), day)]


@says("youths {first:number} to {last:number} come to the course for {whom:name} on {day:day}")
def youths_at_a_course(first: int, last: int, whom: str, day: date) -> Drafts:
    came = (youth_at_the_course(number, whom, day) for number in range(first, last + 1))
    return [*_course(whom, day), *(draft for drafts in came for draft in drafts)]


@says("youth {number:number} is at the course for {whom:name} on {day:day}")
def youth_at_the_course(number: int, whom: str, day: date) -> Drafts:
    return [Draft(YouthAttended(YOUTHS, whom, day.toordinal(), f"y-{number}"), day)]


@says(
    "of {asked:number} asked {answered:number} answer {indicator:name}, "
    "{positive:number} of them positively, on {day:day}"
)
def survey_of_those_asked(asked: int, answered: int, indicator: str, positive: int, day: date) -> Drafts:
    return [Draft(SurveyAnswered(indicator, asked, answered, positive), day)]
