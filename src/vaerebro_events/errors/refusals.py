"""Refusals of any recording or question: nothing was recorded. Activities and the plan have their own."""

from datetime import date, datetime
from uuid import UUID

from attrs import define

from vaerebro_events.errors.root import VaerebroError


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

    says = "The logbook has adopted no plan, so nothing can be recorded: remove its file, and make it anew."


@define
class PlanAlreadyAdopted(Refusal):
    """Raised when a plan is adopted a second time."""

    plan: str
    says = "The logbook has adopted the plan {plan} already; one logbook holds one plan."


@define
class UnknownStatus(Refusal):
    """Raised when a status is asked for that the replay does not have."""

    asked: str
    known: tuple[str, ...]

    @property
    def sentence(self) -> str:
        if not self.known:
            return f"There is no status of «{self.asked}»: the plan, or the season, was not there yet."
        return f"There is no status of «{self.asked}»: ask for one of {', '.join(self.known)}."


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
