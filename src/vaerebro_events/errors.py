"""Every error of the library. A new one: a class here that carries its facts and says its sentence.

Three families hang under `VaerebroError`: a `Refusal` (an action was not allowed; nothing was
recorded), `InvalidValue` and its kin (a value that cannot be), and `StorageError` (the file or the
database). What is merely odd is no error but a finding, and a criterion that is not met is a status.
"""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from attrs import asdict, define, frozen


@define
class VaerebroError(Exception):
    """The root of all errors of this library: `str()` gives one sentence for a person.

    >>> from vaerebro_events.errors import UnknownActivity, VaerebroError
    >>> error: VaerebroError = UnknownActivity(activity="skak", plan="vaerebro-2020-2023")
    >>> print(error)
    The plan vaerebro-2020-2023 has no activity «skak»; see its [[activities]].
    """

    says: ClassVar[str] = "Something went wrong."

    @property
    def sentence(self) -> str:
        """What is wrong, and what to do, in one sentence."""
        return self.says.format(**asdict(self, recurse=False))

    def __str__(self) -> str:
        return self.sentence


# Values that cannot be.


@define
class InvalidValue(VaerebroError, ValueError):
    """Raised when a fact, an actor or another value is made with a field that cannot be so."""

    what: str
    value: object
    why: str
    says = "{what} cannot be {value!r}: {why}."


@define
class UnknownTag(VaerebroError):
    """Raised when a fact or rule is named by a tag that the vocabulary does not hold."""

    tag: str
    known: tuple[str, ...]

    @property
    def sentence(self) -> str:
        return f"There is no «{self.tag}»; known are {', '.join(self.known)}."


@define
class WrongFields(VaerebroError):
    """Raised when a fact given as plain data has fields too many, too few or of the wrong kind."""

    tag: str
    why: str
    says = "«{tag}» does not take these fields: {why}."


@frozen
class PlanProblem:
    """One thing that is wrong in a plan file, with its table and key."""

    place: str
    why: str

    def __str__(self) -> str:
        return f"{self.place}: {self.why}"


@define
class InvalidPlan(VaerebroError):
    """Raised when a plan cannot be adopted; carries all its problems at once."""

    plan: str
    problems: tuple[PlanProblem, ...]

    @property
    def sentence(self) -> str:
        listed = "; ".join(str(problem) for problem in self.problems)
        return f"The plan {self.plan} cannot be used: {listed}."


@define
class UnknownPlan(VaerebroError):
    """Raised when neither a file nor a plan of the package has the given name."""

    plan: str
    known: tuple[str, ...]

    @property
    def sentence(self) -> str:
        return f"There is no plan «{self.plan}»: give a TOML file, or one of {', '.join(self.known)}."


# Refusals: nothing is recorded.


@define
class Refusal(VaerebroError):
    """The root of all refusals: the action is not allowed, and nothing was recorded."""


@define
class StandsInTheWay(Refusal):
    """Raised when the action would leave an entry of the log without what it builds on."""

    position: int
    tag: str
    occurred_on: date
    refusal: Refusal

    @property
    def sentence(self) -> str:
        return (
            f"Entry {self.position} ({self.tag}, {self.occurred_on}) stands in the way: "
            f"{self.refusal.sentence}"
        )


@define
class DayAfterToday(Refusal):
    """Raised when a day, given to record or to ask about, has not come yet."""

    day: date
    today: date
    says = "{day} is after today ({today}): give a day that has come."


@define
class InstantAhead(Refusal):
    """Raised when a replay is asked for what will be known at a later time than now."""

    known: object
    says = "What is known at {known} cannot be said yet: give a position or a time that has come."


@define
class ActorMissing(Refusal):
    """Raised when nobody is named as the one who records."""

    says = "Say who records: give an actor, here or when the logbook is opened."


@define
class DayMissing(Refusal):
    """Raised when a fact is given without the day it is about."""

    tag: str
    says = "Say which day «{tag}» is about: give on=..., or a Draft with its own day."


@define
class NothingToRecord(Refusal):
    """Raised when a batch is empty."""

    says = "There is nothing to record: the batch is empty."


@define
class IdTaken(Refusal):
    """Raised when an entry's own id is in the log already with other content."""

    id: UUID
    position: int
    says = (
        "The id {id} belongs to entry {position}, which says something else: "
        "give a new id, or correct that entry."
    )


@define
class ClockBehind(Refusal):
    """Raised when the clock stands more than five minutes before the last entry."""

    now: datetime
    last: datetime
    says = (
        "The clock says {now:%Y-%m-%d %H:%M:%S} UTC, but the last entry was recorded at "
        "{last:%Y-%m-%d %H:%M:%S} UTC: set the clock, or allow it explicitly."
    )


@define
class NoPlan(Refusal):
    """Raised when something is recorded into a log that has adopted no plan."""

    says = "The logbook has adopted no plan yet, so nothing can be recorded in it."


@define
class PlanAlreadyAdopted(Refusal):
    """Raised when a plan is adopted a second time."""

    plan: str
    says = "The logbook has adopted the plan {plan} already; one logbook holds one plan."


@define
class UnknownActivity(Refusal):
    """Raised when a fact names an activity that the plan does not have."""

    activity: str
    plan: str
    says = "The plan {plan} has no activity «{activity}»; see its [[activities]]."


@define
class UnknownIndicator(Refusal):
    """Raised when a measurement names an indicator that the plan does not have."""

    indicator: str
    plan: str
    says = "The plan {plan} has no indicator «{indicator}»; see its [[indicators]]."


@define
class WrongIndicator(Refusal):
    """Raised when an indicator is measured in another way than the plan says."""

    indicator: str
    needs: str
    says = "The indicator «{indicator}» is measured by {needs}; record that instead."


@define
class UnknownParty(Refusal):
    """Raised when somebody assesses whom the plan does not name for it."""

    party: str
    indicator: str
    parties: tuple[str, ...]

    @property
    def sentence(self) -> str:
        return f"«{self.party}» does not assess «{self.indicator}»; the plan names {', '.join(self.parties)}."


@define
class UnknownStatus(Refusal):
    """Raised when a status is asked for that the replay does not have."""

    asked: str
    criteria: tuple[str, ...]

    @property
    def sentence(self) -> str:
        if not self.criteria:
            return f"There is no status of «{self.asked}»: no plan was adopted at that time."
        return (
            f"There is no status of «{self.asked}»: ask for one of {', '.join(self.criteria)}, with a "
            "reading and a period it has."
        )


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
        "Meeting {meeting} of the season {series} is not recorded as held on {occurred_on} or before: "
        "record it first, and the season's plan where the season is new."
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
    """Raised when a family attends the same meeting twice."""

    family: str
    series: str
    meeting: int
    position: int
    says = "The family {family} attends meeting {meeting} of {series} already, in entry {position}."


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
    says = "The {kind} {job} is not started on {occurred_on} or before."


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


# Amendments.


@define
class NothingToAmend(Refusal):
    """Raised when an amendment names an entry that the log does not hold."""

    position: int
    last: int
    says = "There is no entry {position} to amend: the log goes from 1 to {last}; see «vaerebro entries»."


@define
class AmendmentOfAmendment(Refusal):
    """Raised when an amendment names an amendment; the line of versions belongs to the first entry."""

    position: int
    amends: int
    says = "Entry {position} is itself an amendment of entry {amends}: amend entry {amends} again."


@define
class NotAmendable(Refusal):
    """Raised when an entry is amended that changes in another way, such as the plan's adoption."""

    position: int
    tag: str
    says = "Entry {position} («{tag}») cannot be corrected or retracted."


# Storage.


@define
class StorageError(VaerebroError):
    """The root of all errors of the file or database that holds a logbook."""

    path: str
    says = "The logbook {path} cannot be used."


@define
class LogbookMissing(StorageError):
    """Raised when a logbook is opened that is not there."""

    says = "There is no logbook at {path}; make one with «vaerebro init» or Logbook.create."


@define
class LogbookClosed(StorageError):
    """Raised when a logbook is used after it was closed."""

    says = "The logbook {path} is closed: open it again."


@define
class LogbookExists(StorageError):
    """Raised when a logbook is made where a file is already."""

    says = "There is a file at {path} already: open it, or give another name."


@define
class NotALogbook(StorageError):
    """Raised when a file is something else than a logbook."""

    says = "{path} is not a logbook: give a file that «vaerebro init» or Logbook.create has made."


@define
class NewerLogbook(StorageError):
    """Raised when a logbook was written by a later version of this library."""

    version: int
    says = "{path} has format {version}, which is newer than this library: install a newer vaerebro-events."


@define
class LogbookBusy(StorageError):
    """Raised when others held the logbook for as long as we were willing to wait."""

    seconds: float
    says = (
        "{path} is in use by others and did not come free in {seconds:g} seconds: nothing was "
        "recorded; try again."
    )


@define
class DiskFull(StorageError):
    """Raised when there is no room for the entries."""

    says = "There is no room left on the disk of {path}: nothing was recorded; make room and try again."


@define
class ReadOnly(StorageError):
    """Raised when the file may be read but not written."""

    says = "{path} may not be written: nothing was recorded; ask for the right to write to it."


@define
class StorageFailed(StorageError):
    """Raised when the database fails in a way that has no sentence of its own."""

    why: str
    says = "The database of {path} failed: {why}."


@define
class UnknownFactStored(StorageError):
    """Raised when the log holds a kind of fact that this library does not know."""

    position: int
    tag: str
    says = (
        "Entry {position} of {path} is a «{tag}», which is not known here: open the logbook with the "
        "facts of the application that wrote it, or install a newer vaerebro-events."
    )


@define
class Damaged(StorageError):
    """Raised when a stored entry is not what was recorded; nothing is skipped."""

    position: int
    why: str
    says = "{path} is damaged at entry {position}: {why}. Restore it from a backup."
