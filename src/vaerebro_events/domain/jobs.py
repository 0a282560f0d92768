"""What happens with youths and jobs: lommepengejob, fritidsjob, parents, guidance.

A new fact about jobs: one class here, one line in `FACTS`, one golden file.
"""

from datetime import date
from enum import StrEnum

from attrs import evolve, field, frozen

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import ActivityFact, Fact, Lifecycle, Rank, Thread
from vaerebro_events.domain.participants import youth
from vaerebro_events.domain.references import EmployerRef, JobRef, YouthRef, employer_ref, job_ref, youth_ref
from vaerebro_events.domain.values import choice, plain_day, yes_or_no
from vaerebro_events.errors import (
    AlreadyHeldSixMonths,
    CheckedTooEarly,
    JobAlreadyOver,
    JobAlreadyStarted,
    JobOfAnother,
    UnknownJob,
)
from vaerebro_events.text import Text


@frozen
class YouthFact(ActivityFact):
    """A fact about a youth in an activity."""

    youth: YouthRef = field(converter=youth_ref)

    def threads(self) -> tuple[Thread, ...]:
        return (youth(self.youth),)


@frozen
class LommepengejobFact(YouthFact):
    """A fact about one lommepengejob: small tasks, pocket money, organised by the project."""

    job: JobRef = field(converter=job_ref)

    def threads(self) -> tuple[Thread, ...]:
        return (youth(self.youth), Thread(LOMMEPENGEJOB, (self.activity, self.job)))


@frozen
class LommepengejobStarted(LommepengejobFact):
    """A youth started in a lommepengejob."""

    tag = "lommepengejob-started"
    rank = Rank.STARTED
    says = Text(da="begyndte i et lommepengejob", en="started a lommepengejob")
    title = Text(da="Lommepengejob begyndt", en="Lommepengejob started")
    key = ("activity", "job")


@frozen
class LommepengejobCompleted(LommepengejobFact):
    """A youth completed the lommepengejob course."""

    tag = "lommepengejob-completed"
    rank = Rank.ENDED
    says = Text(da="gennemførte et lommepengejobforløb", en="completed a lommepengejob course")
    title = Text(da="Lommepengejob gennemført", en="Lommepengejob completed")
    key = ("activity", "job")


@frozen
class LommepengejobAbandoned(LommepengejobFact):
    """A youth left the lommepengejob before the course was over."""

    tag = "lommepengejob-abandoned"
    rank = Rank.ENDED
    says = Text(da="forlod et lommepengejob før tid", en="left a lommepengejob early")
    title = Text(da="Lommepengejob afbrudt", en="Lommepengejob abandoned")
    key = ("activity", "job")


@frozen
class ParentsMet(YouthFact):
    """Staff met the parents of a youth about the job."""

    tag = "parents-met"
    rank = Rank.HELD
    says = Text(da="fik holdt et møde mellem forældre og medarbejdere", en="had their parents meet the staff")
    title = Text(da="Møde med forældre", en="Parents met")


class Guidance(StrEnum):
    """What guidance was about: getting an ordinary fritidsjob, or keeping it."""

    GETTING = "getting"
    KEEPING = "keeping"


def _guidance(value: str) -> Guidance:
    return choice(Guidance, "about", value)


@frozen
class GuidanceGiven(YouthFact):
    """A youth was guided towards an ordinary fritidsjob, or in keeping it."""

    tag = "guidance-given"
    rank = Rank.HELD
    says = Text(da="fik fritidsjobvejledning", en="were guided about a fritidsjob")
    title = Text(da="Vejledning givet", en="Guidance given")

    about: Guidance = field(converter=_guidance)


@frozen
class FritidsjobFact(YouthFact):
    """A fact about one engagement in a fritidsjob."""

    job: JobRef = field(converter=job_ref)

    def threads(self) -> tuple[Thread, ...]:
        return (youth(self.youth), Thread(FRITIDSJOB, (self.activity, self.job)))


@frozen
class FritidsjobStarted(FritidsjobFact):
    """A youth started in a fritidsjob; ordinary: unsubsidised, employer outside project and estate."""

    tag = "fritidsjob-started"
    rank = Rank.STARTED
    says = Text(da="begyndte i et fritidsjob", en="started a fritidsjob")
    title = Text(da="Fritidsjob begyndt", en="Fritidsjob started")
    key = ("activity", "job")

    employer: EmployerRef = field(converter=employer_ref)
    ordinary: bool = field(validator=yes_or_no)


@frozen
class FritidsjobHeldSixMonths(FritidsjobFact):
    """A youth was in the job still on the day that six months were reached; staff checked on `checked_on`."""

    tag = "fritidsjob-held-six-months"
    rank = Rank.CHECKED
    says = Text(da="beholdt et fritidsjob i seks måneder", en="kept a fritidsjob for six months")
    title = Text(da="Fritidsjob beholdt seks måneder", en="Fritidsjob held six months")
    key = ("activity", "job")

    checked_on: date = field(validator=plain_day)

    def days_told(self) -> tuple[date, ...]:
        return (self.checked_on,)


@frozen
class FritidsjobEnded(FritidsjobFact):
    """A youth left the fritidsjob; the day is the last in it."""

    tag = "fritidsjob-ended"
    rank = Rank.ENDED
    says = Text(da="stoppede i et fritidsjob", en="left a fritidsjob")
    title = Text(da="Fritidsjob ophørt", en="Fritidsjob ended")
    key = ("activity", "job")


@frozen
class Job:
    """The state of one job: whose it is, and the positions at which it started, was held, and ended."""

    activity: str
    job: str
    youth: str = ""
    started: int | None = None
    held: int | None = None
    over: int | None = None


def _started(kind: str, job: Job, entry: Entry, fact: LommepengejobFact | FritidsjobFact) -> Job:
    if job.started:
        raise JobAlreadyStarted(kind, fact.job, job.started)
    return evolve(job, started=entry.position, youth=fact.youth)


def _running(kind: str, job: Job, entry: Entry, fact: LommepengejobFact | FritidsjobFact) -> None:
    if not job.started:
        raise UnknownJob(kind, fact.job, entry.occurred_on)
    if job.youth != fact.youth:
        raise JobOfAnother(kind, fact.job, job.youth, fact.youth)


def _lommepengejob_step(job: Job, entry: Entry) -> Job:
    kind = "lommepengejob"
    match entry.fact:
        case LommepengejobStarted() as fact:
            return _started(kind, job, entry, fact)
        case LommepengejobFact() as fact:
            _running(kind, job, entry, fact)
            if job.over:
                raise JobAlreadyOver(kind, fact.job, job.over)
            if isinstance(fact, LommepengejobCompleted | LommepengejobAbandoned):
                return evolve(job, over=entry.position)
        case _:
            pass
    return job


def _fritidsjob_step(job: Job, entry: Entry) -> Job:
    kind = "fritidsjob"
    match entry.fact:
        case FritidsjobStarted() as fact:
            return _started(kind, job, entry, fact)
        case FritidsjobHeldSixMonths() as fact:
            # An end before this day is no refusal: late information comes. Judging leaves it out.
            _running(kind, job, entry, fact)
            if fact.checked_on < entry.occurred_on:
                raise CheckedTooEarly(fact.job, fact.checked_on, entry.occurred_on)
            if job.held:
                raise AlreadyHeldSixMonths(fact.job, job.held)
            return evolve(job, held=entry.position)
        case FritidsjobEnded() as fact:
            _running(kind, job, entry, fact)
            if job.over:
                raise JobAlreadyOver(kind, fact.job, job.over)
            return evolve(job, over=entry.position)
        case FritidsjobFact() as fact:
            _running(kind, job, entry, fact)
        case _:
            pass
    return job


LOMMEPENGEJOB = Lifecycle("lommepengejob", Job, _lommepengejob_step)
FRITIDSJOB = Lifecycle("fritidsjob", Job, _fritidsjob_step)

FACTS: tuple[type[Fact], ...] = (
    LommepengejobStarted,
    LommepengejobCompleted,
    LommepengejobAbandoned,
    ParentsMet,
    GuidanceGiven,
    FritidsjobStarted,
    FritidsjobHeldSixMonths,
    FritidsjobEnded,
)
