"""How the programme is followed: what the board saw, evaluations, reports sent, hours co-financed.

A new fact about follow-up: one class here, one line in `FACTS`, one golden file.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen, validators

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import ActivityFact, Fact, Lifecycle, Rank, Thread
from vaerebro_events.domain.problem_words import names_of
from vaerebro_events.domain.references import (
    CriterionKey,
    PartyKey,
    ReportKey,
    criterion_keys,
    party_key,
    report_key,
)
from vaerebro_events.domain.values import a_position, choice, exact, plain_day, whole
from vaerebro_events.errors import (
    HoursBackwards,
    InvalidValue,
    UnknownCriterion,
    UnknownPartyOfPlan,
    UnknownReport,
)
from vaerebro_events.text import Text

if TYPE_CHECKING:
    from vaerebro_events.domain.plan import Plan


class FollowUpBody(StrEnum):
    """Who followed up: the board, the partnership above it, or a follow-up group (følgegruppe) beside it."""

    BOARD = "board"
    PARTNERSHIP = "partnership"
    FOLLOW_UP_GROUP = "follow-up-group"


class Decided(StrEnum):
    """What a body decided on what it saw: a code; the minutes are evidence, kept elsewhere."""

    NOTED = "noted"
    SEE_AGAIN = "see-again"
    ACT = "act"
    REVISE = "revise"
    CHOOSE_READING = "choose-reading"


def _body(value: str) -> FollowUpBody:
    return choice(FollowUpBody, "body", value)


def _decided(value: Iterable[str]) -> tuple[Decided, ...]:
    if not isinstance(value, tuple | list):
        why = Text(da="det skal være en liste af beslutninger", en="it must be a list of decisions")
        raise InvalidValue("decided", value, why)
    return tuple(dict.fromkeys(choice(Decided, "decided", item) for item in value))


@frozen
class FollowUpMade(Fact):
    """A body met and saw these criteria, as of a day and as far as the log went at a position.

    `social_data_of` is the last day of the central Boligsociale Data that it saw, where it saw any.
    """

    tag = "follow-up-made"
    rank = Rank.CHECKED
    says = Text(da="fulgte op", en="followed up")
    title = Text(da="Opfølgning foretaget", en="Follow-up made")
    key = ("body", "occurred_on")

    body: FollowUpBody = field(converter=_body)
    criteria: tuple[CriterionKey, ...] = field(converter=criterion_keys)
    as_of: date = field(validator=plain_day)
    as_known: int = field(validator=a_position)
    social_data_of: date | None = field(default=None, validator=validators.optional(plain_day))
    decided: tuple[Decided, ...] = field(default=(), converter=_decided)

    def days_told(self) -> tuple[date, ...]:
        return (self.as_of,) if self.social_data_of is None else (self.as_of, self.social_data_of)

    def positions_told(self) -> tuple[int, ...]:
        return (self.as_known,)

    def fits(self, plan: "Plan") -> None:
        for key in self.criteria:
            if plan.criterion(key) is None:
                raise UnknownCriterion(key, plan.name, names_of(plan.criteria))


class EvaluationKind(StrEnum):
    """Which evaluation: the local one of each year, or the one half way through the programme."""

    YEARLY = "yearly"
    MIDTERM = "midterm"


def _evaluation_kind(value: str) -> EvaluationKind:
    return choice(EvaluationKind, "kind", value)


@frozen
class EvaluationHeld(Fact):
    """The programme was evaluated, with so many residents taking part, and presented to the board.

    The day it is about is the last day of what it looks back on.
    """

    tag = "evaluation-held"
    rank = Rank.MEASURED
    says = Text(da="blev evalueret", en="were evaluated")
    title = Text(da="Evaluering gennemført", en="Evaluation held")
    key = ("kind", "occurred_on")

    kind: EvaluationKind = field(converter=_evaluation_kind)
    presented_on: date = field(validator=plain_day)
    residents: int = field(default=0, validator=whole())

    def days_told(self) -> tuple[date, ...]:
        return (self.presented_on,)


@frozen
class ReportSent(Fact):
    """A report that a duty of the plan asks for was sent; it is about the last day of its time."""

    tag = "report-sent"
    rank = Rank.MEASURED
    says = Text(da="blev indsendt", en="were sent in")
    title = Text(da="Rapport sendt", en="Report sent")
    key = ("report", "occurred_on")

    report: ReportKey = field(converter=report_key)
    sent_on: date = field(validator=plain_day)

    def days_told(self) -> tuple[date, ...]:
        return (self.sent_on,)

    def fits(self, plan: "Plan") -> None:
        named = (duty.where.get("report") for duty in plan.duties if duty.fact == self.tag)
        reports = tuple(str(report) for report in named if report is not None)
        if self.report not in reports:
            raise UnknownReport(self.report, reports)


@frozen
class Hours:
    """The hours of one party in one activity: there is nothing to keep in mind of them."""

    party: str
    activity: str


def _hours_step(hours: Hours, entry: Entry) -> Hours:
    fact = entry.fact
    assert isinstance(fact, HoursCofinanced)
    if fact.first_day > entry.occurred_on:
        raise HoursBackwards(fact.first_day, entry.occurred_on)
    return hours


HOURS = Lifecycle("hours", Hours, _hours_step)


def _more_than_nothing(value: Decimal | str | int) -> Decimal:
    hours = exact(value)
    if hours <= 0:
        raise InvalidValue(
            "hours", str(hours), Text(da="det skal være mere end 0", en="it must be more than 0")
        )
    return hours


@frozen
class HoursCofinanced(ActivityFact):
    """A party gave so many hours to an activity, from a first day to the day this is about."""

    tag = "hours-cofinanced"
    rank = Rank.MEASURED
    says = Text(da="fik medfinansierede timer", en="were co-financed in hours")
    title = Text(da="Timer medfinansieret", en="Hours co-financed")
    key = ("activity", "party", "occurred_on")

    party: PartyKey = field(converter=party_key)
    hours: Decimal = field(converter=_more_than_nothing)
    first_day: date = field(validator=plain_day)

    def threads(self) -> tuple[Thread, ...]:
        return (Thread(HOURS, (self.party, self.activity)),)

    def fits(self, plan: "Plan") -> None:
        super().fits(plan)
        parties = tuple(party.key for party in plan.parties)
        if self.party not in parties:
            raise UnknownPartyOfPlan(self.party, parties)


FACTS: tuple[type[Fact], ...] = (FollowUpMade, EvaluationHeld, ReportSent, HoursCofinanced)
