"""What the leader of the sample records by what the logbook says then: follow-ups and closings."""

from abc import ABC, abstractmethod
from datetime import date, datetime

from attrs import frozen

from vaerebro_events.domain.amendments import Reason
from vaerebro_events.domain.entry import Actor, Draft, Entry, Evidence
from vaerebro_events.domain.follow_up import Decided, FollowUpBody, FollowUpMade
from vaerebro_events.logbook import Logbook
from vaerebro_events.projections.closed import closings


@frozen
class Act(ABC):
    """Something that is recorded by what the logbook says at the time."""

    at: datetime
    actor: Actor

    @abstractmethod
    def play(self, logbook: Logbook) -> Entry:
        """Records it."""


@frozen
class FollowUp(Act):
    """A body met on a day and saw criteria, as the logbook had them when the papers were sent.

    `social_data_of` is the last day of the Boligsociale Data it saw, if it saw any.
    """

    body: FollowUpBody
    day: date
    papers: date
    as_of: date
    criteria: tuple[str, ...]
    social_data_of: date | None
    decided: tuple[Decided, ...]
    minutes: Evidence

    def play(self, logbook: Logbook) -> Entry:
        as_known = logbook.replay(on=self.as_of, known=self.papers).position
        fact = FollowUpMade(self.body, self.criteria, self.as_of, as_known, self.social_data_of, self.decided)
        return logbook.record(Draft(fact, self.day, evidence=(self.minutes,)), actor=self.actor)[0]


@frozen
class Closing(Act):
    """A period is closed, with what is known by then."""

    period: str

    def play(self, logbook: Logbook) -> Entry:
        return logbook.close_period(self.period, actor=self.actor)


@frozen
class Reopening(Act):
    """A period was closed too early, and its closing is taken back."""

    period: str

    def play(self, logbook: Logbook) -> Entry:
        closing = closings(logbook.replay())[self.period]
        return logbook.retract(closing.position, reason=Reason.SLIP, actor=self.actor)
