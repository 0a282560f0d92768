"""Refusals of what happens in activities: people, meetings, jobs, what begins and ends."""

from collections.abc import Mapping
from datetime import date

from attrs import define

from vaerebro_events.errors.refusals import Refusal
from vaerebro_events.errors.said import the
from vaerebro_events.text import Language, Text

# How Danish speaks of people, where it is another way than of things.
WHOM = {"resident": "vedkommende", "youth": "vedkommende"}
OVER = {"bydelsmor": "stoppet", "volunteer": "stoppet"}


@define
class _OfKind(Refusal):
    """The root of refusals about something of a kind: a family, a job, a network."""

    kind: str

    def told(self, language: Language) -> Mapping[str, object]:
        return {
            **super().told(language),
            "the": the(self.kind),
            "whom": WHOM.get(self.kind, "den"),
            "over": OVER.get(self.kind, "afsluttet"),
        }


@define
class NotRegistered(_OfKind):
    """Raised when a fact names a participant who is not registered on its day."""

    who: str
    occurred_on: date
    says = Text(
        da=(
            "{the} {who} er ikke registreret pr. {occurred_on}: registrér {whom}, gerne sammen med dette, "
            "eller ret dagen for registreringen."
        ),
        en=(
            "The {kind} {who} is not registered on {occurred_on}: register it, in the same batch if you "
            "like, or correct the day of its registration."
        ),
    )


@define
class AlreadyRegistered(_OfKind):
    """Raised when a participant is registered twice."""

    who: str
    position: int
    says = Text(
        da="{the} {who} er allerede registreret, i post {position}.",
        en="The {kind} {who} is registered already, in entry {position}.",
    )


@define
class UnknownSeries(Refusal):
    """Raised when a meeting names a season or series that is not planned on its day."""

    activity: str
    series: str
    occurred_on: date
    says = Text(
        da=(
            "Sæsonen {series} i {activity} er ikke planlagt pr. {occurred_on}: registrér dens plan "
            "først, eller ret planens dag."
        ),
        en=(
            "The season {series} of {activity} is not planned on {occurred_on}: record its plan first, "
            "or correct the plan's day."
        ),
    )


@define
class SeriesAlreadyPlanned(Refusal):
    """Raised when a season or series is planned twice."""

    activity: str
    series: str
    position: int
    says = Text(
        da="Sæsonen {series} i {activity} er allerede planlagt, i post {position}; ret den post.",
        en="The season {series} of {activity} is planned already, in entry {position}; correct that one.",
    )


@define
class MeetingNotHeld(Refusal):
    """Raised when somebody is said to attend a meeting that is not recorded as held by that day."""

    series: str
    meeting: int
    occurred_on: date
    says = Text(
        da=(
            "Møde {meeting} i {series} er ikke registreret som holdt den {occurred_on} eller før: registrér "
            "mødet eller arrangementet først, og sæsonens plan, hvis sæsonen er ny."
        ),
        en=(
            "Meeting {meeting} of {series} is not recorded as held on {occurred_on} or before: record "
            "the meeting or the event first, and the season's plan where a season is new."
        ),
    )


@define
class MeetingAlreadyHeld(Refusal):
    """Raised when a meeting is held twice, or cancelled after it was held."""

    series: str
    meeting: int
    position: int
    says = Text(
        da="Møde {meeting} i {series} er allerede registreret som holdt, i post {position}.",
        en="Meeting {meeting} of {series} is held already, in entry {position}.",
    )


@define
class MeetingAlreadyCancelled(Refusal):
    """Raised when a meeting is cancelled twice."""

    series: str
    meeting: int
    position: int
    says = Text(
        da="Møde {meeting} i {series} er allerede registreret som aflyst, i post {position}.",
        en="Meeting {meeting} of {series} is cancelled already, in entry {position}.",
    )


@define
class MeetingOnAnotherDay(Refusal):
    """Raised when an attendance or head count has another day than its meeting."""

    series: str
    meeting: int
    held_on: date
    occurred_on: date
    says = Text(
        da=(
            "Møde {meeting} i {series} blev holdt {held_on}, ikke {occurred_on}: det, der registreres "
            "om mødet, skal have mødets dag."
        ),
        en=(
            "Meeting {meeting} of {series} was held on {held_on}, not on {occurred_on}: what is said of "
            "it has its day."
        ),
    )


@define
class AlreadyAttended(_OfKind):
    """Raised when somebody attends the same meeting twice."""

    who: str
    series: str
    meeting: int
    position: int
    says = Text(
        da="{the} {who} deltager allerede i møde {meeting} i {series}, i post {position}.",
        en="The {kind} {who} attends meeting {meeting} of {series} already, in entry {position}.",
    )


@define
class HeadsAlreadyCounted(Refusal):
    """Raised when the heads of a meeting are counted twice."""

    series: str
    meeting: int
    position: int
    says = Text(
        da="De fremmødte ved møde {meeting} i {series} er allerede talt, i post {position}; ret den post.",
        en=(
            "The heads of meeting {meeting} of {series} are counted already, in entry {position}; "
            "correct that one."
        ),
    )


@define
class UnknownJob(_OfKind):
    """Raised when something is said of a job that is not started by that day."""

    job: str
    occurred_on: date
    says = Text(
        da=(
            "{the} {job} er ikke begyndt pr. {occurred_on}: registrér begyndelsen først, eller ret "
            "dagen for den."
        ),
        en=(
            "The {kind} {job} is not started on {occurred_on} or before: record its start first, or "
            "correct the start's day."
        ),
    )


@define
class JobAlreadyStarted(_OfKind):
    """Raised when a job is started twice."""

    job: str
    position: int
    says = Text(
        da="{the} {job} er allerede begyndt, i post {position}; giv et nyt job sin egen reference.",
        en="The {kind} {job} is started already, in entry {position}; give a new job its own reference.",
    )


@define
class JobOfAnother(_OfKind):
    """Raised when a job is said to be another youth's than its start says."""

    job: str
    youth: str
    said: str
    says = Text(
        da="{the} {job} tilhører {youth}, ikke {said}.",
        en="The {kind} {job} is {youth}'s, not {said}'s.",
    )


@define
class JobAlreadyOver(_OfKind):
    """Raised when a job is completed, abandoned or ended twice, or goes on after it."""

    job: str
    position: int
    says = Text(
        da="{the} {job} er allerede slut, i post {position}.",
        en="The {kind} {job} is over already, in entry {position}.",
    )


@define
class CheckedTooEarly(Refusal):
    """Raised when staff checked before the day on which the six months are said to be reached."""

    job: str
    checked_on: date
    occurred_on: date
    says = Text(
        da=(
            "Fritidsjobbet {job} blev tjekket {checked_on}, før de seks måneder blev nået {occurred_on}: "
            "et tjek viser intet om en senere dag."
        ),
        en=(
            "The fritidsjob {job} was checked on {checked_on}, before its six months were reached on "
            "{occurred_on}: a check shows nothing about a later day."
        ),
    )


@define
class AlreadyHeldSixMonths(Refusal):
    """Raised when the six months of a fritidsjob are recorded twice."""

    job: str
    position: int
    says = Text(
        da="De seks måneder i fritidsjobbet {job} er allerede registreret, i post {position}.",
        en="The six months of the fritidsjob {job} are recorded already, in entry {position}.",
    )


@define
class NotThere(_OfKind):
    """Raised when something is said of what has not begun on its day: a network, a cooperation."""

    name: str
    occurred_on: date
    says = Text(
        da=(
            "{the} {name} findes ikke i logbogen pr. {occurred_on}: registrér begyndelsen først, eller "
            "ret dagen for den."
        ),
        en="There is no {kind} {name} on {occurred_on}: record it first, or correct the day it began.",
    )


@define
class AlreadyThere(_OfKind):
    """Raised when something begins that is there already."""

    name: str
    position: int
    says = Text(
        da="{the} {name} er allerede registreret, i post {position}; ret den post.",
        en="The {kind} {name} is there already, in entry {position}; correct that one.",
    )

    def told(self, language: Language) -> Mapping[str, object]:
        # A course completed by somebody goes by two references, and a reference has no spaces.
        joined = Text(da=" for ", en=" of ").in_(language)
        return {**super().told(language), "name": self.name.replace(" of ", joined)}


@define
class EndedAlready(_OfKind):
    """Raised when something ends that has ended, or goes on after its end."""

    name: str
    position: int
    says = Text(
        da="{the} {name} er allerede {over}, i post {position}.",
        en="The {kind} {name} has ended already, in entry {position}.",
    )


@define
class AlreadyMeasured(Refusal):
    """Raised when an indicator has two figures about one day."""

    indicator: str
    occurred_on: date
    position: int
    says = Text(
        da=(
            "Indikatoren »{indicator}« har allerede et tal pr. {occurred_on}, i post {position}; ret den "
            "post."
        ),
        en=(
            "The indicator «{indicator}» has a figure about {occurred_on} already, in entry {position}; "
            "correct that one."
        ),
    )
