"""Sentences about seasons and courses, who comes to them, bydelsmødre, family networks and joint initiatives.

A season is named by its activity and a name of its own: "familieakademi spring-2021". The name says when
it is planned for, and whether it is for mothers or for fathers: "moedre-faedre mothers-2021".
"""

from collections.abc import Iterator
from datetime import date, timedelta

from criteria.saying import Drafts, numbered, says
from vaerebro_events import (
    BydelsmorBegan,
    BydelsmorStopped,
    Draft,
    EventHeld,
    Fact,
    FamilyAttended,
    FamilyJoined,
    HeadsCounted,
    JointInitiativeHeld,
    MeetingHeld,
    NetworkEnded,
    NetworkFormed,
    ResidentAttended,
    SeriesCompleted,
    SeriesPlanned,
    SurveyAnswered,
)

WEEK, DAY = timedelta(days=7), timedelta(days=1)
GROUPS = ("mothers", "fathers")

# First and last month of a season by its name; a winter goes on into the next year. Others: the year.
MONTHS = {"spring": (2, 6), "autumn": (8, 12), "winter": (10, 3)}


# Seasons and courses.


def _planned(activity: str, series: str) -> Draft:
    name, year = series.partition("-")[0], int(series.rpartition("-")[2])
    first, last = MONTHS.get(name, (1, 12))
    ends = year if last > first else year + 1
    last_day = date(ends + last // 12, last % 12 + 1, 1) - DAY
    group = name if name in GROUPS else None
    first_day = date(year, first, 1)
    return Draft(SeriesPlanned(activity, series, 16, first_day, last_day, group), first_day)


def _held(activity: str, series: str, meeting: int, day: date) -> list[Draft]:
    return [_planned(activity, series), Draft(MeetingHeld(activity, series, meeting), day)]


def _weekly(first: int, last: int, day: date) -> Iterator[tuple[int, date]]:
    return ((number, day + at * WEEK) for at, number in enumerate(range(first, last + 1)))


@says("{activity:name} {series:name} holds meetings {first:number} to {last:number}, weekly from {day:day}")
def season_holds(activity: str, series: str, first: int, last: int, day: date) -> Drafts:
    return [
        draft for number, on in _weekly(first, last, day) for draft in _held(activity, series, number, on)
    ]


@says("{activity:name} {series:name} holds meeting {number:number} on {day:day}")
def season_holds_one(activity: str, series: str, number: int, day: date) -> Drafts:
    return _held(activity, series, number, day)


@says("the course {activity:name} {series:name} is completed on {day:day}")
def completed(activity: str, series: str, day: date) -> Drafts:
    return [_planned(activity, series), Draft(SeriesCompleted(activity, series), day)]


# Who comes to them. Several that come hold the meeting, too; one that comes needs it held.


def _came(kind: str, number: int, activity: str, series: str, meeting: int) -> Fact:
    if kind in ("families", "family"):
        return FamilyAttended(activity, series, meeting, f"f-{number}")
    assert kind in ("women", "woman", "men", "man"), kind
    return ResidentAttended(activity, series, meeting, f"{kind[0]}-{number}")


@says(
    "{kind:name} {first:number} to {last:number} come to meeting {meeting:number} "
    "of {activity:name} {series:name} on {day:day}"
)
def come(
    *, kind: str, first: int, last: int, meeting: int, activity: str, series: str, day: date
) -> list[Draft]:
    came = (_came(kind, number, activity, series, meeting) for number in range(first, last + 1))
    return [*_held(activity, series, meeting, day), *(Draft(fact, day) for fact in came)]


@says(
    "{kind:name} {first:number} to {last:number} come to meetings {begin:number} to {end:number} "
    "of {activity:name} {series:name}, weekly from {day:day}"
)
def come_weekly(
    *, kind: str, first: int, last: int, begin: int, end: int, activity: str, series: str, day: date
) -> Drafts:
    return [
        draft
        for number, on in _weekly(begin, end, day)
        for draft in come(
            kind=kind, first=first, last=last, meeting=number, activity=activity, series=series, day=on
        )
    ]


@says(
    "{kind:name} {number:number} comes to meeting {meeting:number} "
    "of {activity:name} {series:name} on {day:day}"
)
def comes(*, kind: str, number: int, meeting: int, activity: str, series: str, day: date) -> Drafts:
    return [Draft(_came(kind, number, activity, series, meeting), day)]


# Bydelsmødre.


@says("women {first:number} to {last:number} begin as bydelsmødre on {day:day}")
def bydelsmodre_begin(first: int, last: int, day: date) -> Drafts:
    return [Draft(BydelsmorBegan("moedre-faedre", who), day) for who in numbered("w", range(first, last + 1))]


@says("woman {number:number} begins as bydelsmor on {day:day}")
def bydelsmor_begins(number: int, day: date) -> Drafts:
    return bydelsmodre_begin(number, number, day)


@says("woman {number:number} stops as bydelsmor on {day:day}")
def bydelsmor_stops(number: int, day: date) -> Drafts:
    return [Draft(BydelsmorStopped("moedre-faedre", f"w-{number}"), day)]


# Networks and what they do; a network's activities are a line of events by its name.


@says("networks {names:names} of {activity:name} form on {day:day}")
def networks_form(names: list[str], activity: str, day: date) -> Drafts:
    return [Draft(NetworkFormed(activity, name, True), day) for name in names]  # noqa: FBT003 inclusive


@says("the network {name:name} of {activity:name} ends on {day:day}")
def network_ends(name: str, activity: str, day: date) -> Drafts:
    return [Draft(NetworkEnded(activity, name), day)]


@says(
    "the network {name:name} of {activity:name} holds activities {first:number} to {last:number}, "
    "daily from {day:day}"
)
def network_holds(name: str, activity: str, first: int, last: int, day: date) -> Drafts:
    return [
        Draft(EventHeld(activity, name, number, "beboerhuset", "network", name), day + at * DAY)
        for at, number in enumerate(range(first, last + 1))
    ]


@says("the network {name:name} of {activity:name} holds activity {number:number} on {day:day}")
def network_holds_one(name: str, activity: str, number: int, day: date) -> Drafts:
    return network_holds(name, activity, number, number, day)


@says("{who:name} of {activity:name} hold activity {number:number} on {day:day}")
def others_hold_one(who: str, activity: str, number: int, day: date) -> Drafts:
    return [Draft(EventHeld(activity, who, number, "beboerhuset", who), day)]


@says("families {first:number} to {last:number} join the network {name:name} of {activity:name} on {day:day}")
def families_join(first: int, last: int, name: str, activity: str, day: date) -> Drafts:
    return [
        Draft(FamilyJoined(activity, name, family), day) for family in numbered("f", range(first, last + 1))
    ]


@says("family {number:number} joins the network {name:name} of {activity:name} on {day:day}")
def a_family_joins(number: int, name: str, activity: str, day: date) -> Drafts:
    return families_join(number, number, name, activity, day)


@says(
    "families {first:number} to {last:number} come to activity {number:number} by {line:name} "
    "of {activity:name} on {day:day}"
)
def families_at_activity(
    *, first: int, last: int, number: int, line: str, activity: str, day: date
) -> Drafts:
    return [
        Draft(FamilyAttended(activity, line, number, family), day)
        for family in numbered("f", range(first, last + 1))
    ]


@says(
    "family {family:number} comes to activity {number:number} by {line:name} of {activity:name} on {day:day}"
)
def a_family_at_activity(family: int, number: int, line: str, activity: str, day: date) -> Drafts:
    return families_at_activity(
        first=family, last=family, number=number, line=line, activity=activity, day=day
    )


@says(
    "at activity {number:number} by {line:name} of {activity:name} on {day:day} {heads:number} are counted, "
    "{vulnerable:number} of them vulnerably placed"
)
def heads_at_activity(
    *, number: int, line: str, activity: str, day: date, heads: int, vulnerable: int
) -> Drafts:
    return [Draft(HeadsCounted(activity, line, number, heads, vulnerable), day)]


# Initiatives together with others.


@says("initiatives {names:names} with {partner:name} are held on {day:day}")
def initiatives(names: list[str], partner: str, day: date) -> Drafts:
    return [Draft(JointInitiativeHeld("skole", name, partner), day) for name in names]


@says("an initiative {name:name} of {activity:name} with {partner:name} is held on {day:day}")
def initiative_elsewhere(name: str, activity: str, partner: str, day: date) -> Drafts:
    return [Draft(JointInitiativeHeld(activity, name, partner), day)]


# Answers.


@says(
    "{positive:number} of {answered:number} answers to {indicator:name} from {asked:number} asked "
    "are positive on {day:day}"
)
def survey_of_more(positive: int, answered: int, indicator: str, asked: int, day: date) -> Drafts:
    return [Draft(SurveyAnswered(indicator, asked, answered, positive), day)]
