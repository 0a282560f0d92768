"""Refusals of decisions about the plan, of follow-up, and of closings. Nothing was recorded."""

from datetime import date

from attrs import define

from vaerebro_events.errors.fitting import there_are
from vaerebro_events.errors.refusals import Refusal


@define
class AnotherPlan(Refusal):
    """Raised when a revision brings the plan of another programme."""

    plan: str
    adopted: str
    says = (
        "The revision is of the plan {plan}, but the logbook has adopted {adopted}: one logbook holds one "
        "plan."
    )


@define
class BeginningMoved(Refusal):
    """Raised when a revision gives the programme another first day: what began has begun."""

    revision: str
    first_day: date
    began: date
    says = "The revision {revision} begins the programme on {first_day}, but it began on {began}."


@define
class NoPlanThen(Refusal):
    """Raised when something is asked as known before the plan was adopted."""

    says = "No plan was adopted by then: give a later time as known."


@define
class RevisionOutside(Refusal):
    """Raised when a revision holds from a day before the programme, or after its own last day."""

    revision: str
    holds_from: date
    first_day: date
    last_day: date
    says = (
        "The revision {revision} cannot hold from {holds_from}: the programme goes from {first_day} to "
        "{last_day}."
    )


@define
class UnknownCriterion(Refusal):
    """Raised when a fact names a criterion that the plan does not have."""

    criterion: str
    plan: str
    says = "The plan {plan} has no criterion «{criterion}»; «vaerebro plan» lists them."


@define
class UnknownReading(Refusal):
    """Raised when a reading is chosen that the criterion does not have."""

    reading: str
    criterion: str
    readings: tuple[str, ...]

    @property
    def sentence(self) -> str:
        there = there_are(self.readings)
        return f"The criterion {self.criterion} has no reading «{self.reading}»; {there}."


@define
class UnknownPartyOfPlan(Refusal):
    """Raised when a fact names a party that is not behind the agreement."""

    party: str
    parties: tuple[str, ...]

    @property
    def sentence(self) -> str:
        return f"The plan has no party «{self.party}»; {there_are(self.parties)}."


@define
class UnknownReport(Refusal):
    """Raised when a report was sent that no duty of the plan asks for."""

    report: str
    reports: tuple[str, ...]

    @property
    def sentence(self) -> str:
        return f"No duty of the plan asks for the report «{self.report}»; {there_are(self.reports)}."


@define
class HoursBackwards(Refusal):
    """Raised when hours begin after the day they are about, which is their last."""

    first_day: date
    last_day: date
    says = "The hours cannot go from {first_day} to {last_day}: their own day is the last."


@define
class PositionAhead(Refusal):
    """Raised when a fact says that something was seen which the log does not hold before it."""

    asked: int
    last: int
    says = "Entry {asked} was not in the log by then: the last one before was {last}."


@define
class UnknownPeriod(Refusal):
    """Raised when a period is closed, or asked for, that is no year of the programme nor the whole of it."""

    period: str
    periods: tuple[str, ...]

    @property
    def sentence(self) -> str:
        return f"There is no period «{self.period}» to close; there are {', '.join(self.periods)}."


@define
class PeriodNotOver(Refusal):
    """Raised when a period is closed whose last day has not gone."""

    period: str
    last_day: date
    says = "The period {period} is not over: it can be closed after {last_day}."


@define
class KnownTooEarly(Refusal):
    """Raised when a period is closed as it was known while it still ran."""

    period: str
    as_known: int
    position: int
    says = (
        "The period {period} cannot be closed as known at entry {as_known}: entry {position} was recorded "
        "before it was over."
    )


@define
class AlreadyClosed(Refusal):
    """Raised when a period is closed a second time."""

    period: str
    position: int
    says = (
        "The period {period} is closed already, in entry {position}; retract that closing to close it anew."
    )


@define
class NotClosed(Refusal):
    """Raised when a closing is asked for that the log, as known, does not hold."""

    period: str
    closed: tuple[str, ...]

    @property
    def sentence(self) -> str:
        there = f"closed are {', '.join(self.closed)}" if self.closed else "no period is"
        return f"The period {self.period} is not closed; {there}."


@define
class ClosingDiffers(Refusal):
    """Raised when a closing says something else than the replay of its two dates."""

    period: str
    differs: str
    says = "The closing of {period} does not say what the log says: {differs}; close it with «close»."
