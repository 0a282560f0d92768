"""Refusals of what happens in activities: people, meetings, jobs, what begins and ends."""

from datetime import date

from attrs import define

from vaerebro_events.errors.refusals import Refusal


@define
class NotRegistered(Refusal):
    """Raised when a fact names a participant who is not registered on its day."""

    kind: str
    who: str
    occurred_on: date
    says = (
        "The {kind} {who} is not registered on {occurred_on}: register it, in the same batch if you "
        "like, or correct the day of its registration."
    )


@define
class AlreadyRegistered(Refusal):
    """Raised when a participant is registered twice."""

    kind: str
    who: str
    position: int
    says = "The {kind} {who} is registered already, in entry {position}."


@define
class UnknownSeries(Refusal):
    """Raised when a meeting names a season or series that is not planned on its day."""

    activity: str
    series: str
    occurred_on: date
    says = (
        "The season {series} of {activity} is not planned on {occurred_on}: record its plan first, or "
        "correct the plan's day."
    )


@define
class SeriesAlreadyPlanned(Refusal):
    """Raised when a season or series is planned twice."""

    activity: str
    series: str
    position: int
    says = "The season {series} of {activity} is planned already, in entry {position}; correct that one."


@define
class MeetingNotHeld(Refusal):
    """Raised when somebody is said to attend a meeting that is not recorded as held by that day."""

    series: str
    meeting: int
    occurred_on: date
    says = (
        "Meeting {meeting} of {series} is not recorded as held on {occurred_on} or before: record the "
        "meeting or the event first, and the season's plan where a season is new."
    )


@define
class MeetingAlreadyHeld(Refusal):
    """Raised when a meeting is held twice, or cancelled after it was held."""

    series: str
    meeting: int
    position: int
    says = "Meeting {meeting} of {series} is held already, in entry {position}."


@define
class MeetingAlreadyCancelled(Refusal):
    """Raised when a meeting is cancelled twice."""

    series: str
    meeting: int
    position: int
    says = "Meeting {meeting} of {series} is cancelled already, in entry {position}."


@define
class MeetingOnAnotherDay(Refusal):
    """Raised when an attendance or head count has another day than its meeting."""

    series: str
    meeting: int
    held_on: date
    occurred_on: date
    says = (
        "Meeting {meeting} of {series} was held on {held_on}, not on {occurred_on}: "
        "what is said of it has its day."
    )


@define
class AlreadyAttended(Refusal):
    """Raised when somebody attends the same meeting twice."""

    kind: str
    who: str
    series: str
    meeting: int
    position: int
    says = "The {kind} {who} attends meeting {meeting} of {series} already, in entry {position}."


@define
class HeadsAlreadyCounted(Refusal):
    """Raised when the heads of a meeting are counted twice."""

    series: str
    meeting: int
    position: int
    says = (
        "The heads of meeting {meeting} of {series} are counted already, in entry {position}; "
        "correct that one."
    )


@define
class UnknownJob(Refusal):
    """Raised when something is said of a job that is not started by that day."""

    kind: str
    job: str
    occurred_on: date
    says = (
        "The {kind} {job} is not started on {occurred_on} or before: record its start first, or "
        "correct the start's day."
    )


@define
class JobAlreadyStarted(Refusal):
    """Raised when a job is started twice."""

    kind: str
    job: str
    position: int
    says = "The {kind} {job} is started already, in entry {position}; give a new job its own reference."


@define
class JobOfAnother(Refusal):
    """Raised when a job is said to be another youth's than its start says."""

    kind: str
    job: str
    youth: str
    said: str
    says = "The {kind} {job} is {youth}'s, not {said}'s."


@define
class JobAlreadyOver(Refusal):
    """Raised when a job is completed, abandoned or ended twice, or goes on after it."""

    kind: str
    job: str
    position: int
    says = "The {kind} {job} is over already, in entry {position}."


@define
class CheckedTooEarly(Refusal):
    """Raised when staff checked before the day on which the six months are said to be reached."""

    job: str
    checked_on: date
    occurred_on: date
    says = (
        "The fritidsjob {job} was checked on {checked_on}, before its six months were reached on "
        "{occurred_on}: a check shows nothing about a later day."
    )


@define
class AlreadyHeldSixMonths(Refusal):
    """Raised when the six months of a fritidsjob are recorded twice."""

    job: str
    position: int
    says = "The six months of the fritidsjob {job} are recorded already, in entry {position}."


@define
class NotThere(Refusal):
    """Raised when something is said of what has not begun on its day: a network, a cooperation."""

    kind: str
    name: str
    occurred_on: date
    says = "There is no {kind} {name} on {occurred_on}: record it first, or correct the day it began."


@define
class AlreadyThere(Refusal):
    """Raised when something begins that is there already."""

    kind: str
    name: str
    position: int
    says = "The {kind} {name} is there already, in entry {position}; correct that one."


@define
class EndedAlready(Refusal):
    """Raised when something ends that has ended, or goes on after its end."""

    kind: str
    name: str
    position: int
    says = "The {kind} {name} has ended already, in entry {position}."


@define
class AlreadyMeasured(Refusal):
    """Raised when an indicator has two figures about one day."""

    indicator: str
    occurred_on: date
    position: int
    says = (
        "The indicator «{indicator}» has a figure about {occurred_on} already, in entry {position}; "
        "correct that one."
    )
