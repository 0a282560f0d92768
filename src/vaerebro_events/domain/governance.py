"""What is decided about the plan and the logbook itself: adopted, revised, uploaded, a reading chosen."""

from datetime import date
from enum import StrEnum
from typing import Any

from attrs import field, frozen
from attrs.validators import optional

from vaerebro_events.domain.agreements import Agreements, Choice, Decision, Version
from vaerebro_events.domain.fact import Fact, Rank, Thread
from vaerebro_events.domain.plan import Plan
from vaerebro_events.domain.problem_words import names_of
from vaerebro_events.domain.references import (
    CriterionKey,
    ReadingKey,
    RevisionRef,
    criterion_key,
    reading_key,
    revision_ref,
)
from vaerebro_events.domain.spells import Turn, spell
from vaerebro_events.domain.values import choice, plain_day, safe, whole
from vaerebro_events.errors import (
    AnotherPlan,
    BeginningMoved,
    InvalidValue,
    RevisionOutside,
    UnknownCriterion,
    UnknownReading,
)
from vaerebro_events.text import Text


def _plan(_: object, __: object, value: Plan) -> None:
    if not isinstance(value, Plan):  # pyright: ignore[reportUnnecessaryIsInstance] callers may be untyped
        why = Text(
            da="det skal være en Plan, som read_plan(...) giver den",
            en="it must be a Plan, as read_plan(...) gives it",
        )
        raise InvalidValue("plan", safe(value), why)


@frozen
class PlanAdopted(Decision):
    """The plan is adopted, whole: from here on the log alone says what is agreed."""

    tag = "plan-adopted"
    rank = Rank.PLAN
    version = 3
    says = Text(da="blev vedtaget", en="were adopted")
    title = Text(da="Plan vedtaget", en="Plan adopted")
    amendable = False

    plan: Plan = field(validator=_plan)

    def decide(self, agreements: Agreements, position: int) -> Agreements:
        return agreements.with_version(Version(self.plan, self.plan.first_day, position))


def before_blocks(fields: dict[str, Any]) -> dict[str, Any]:
    """Lifts a plan of version 1, which knew no blocks, places, groups and baselines, and has none."""
    return fields


def before_governance(fields: dict[str, Any]) -> dict[str, Any]:
    """Lifts a plan of version 2, which knew no money, posts, parties and duties, and has none."""
    return fields


class AgreementKind(StrEnum):
    """Which agreement is revised: sub-agreements (delaftaler), or the strategic one above them."""

    DELAFTALE = "delaftale"
    STRATEGIC = "strategic"


def _agreement_kind(value: str) -> AgreementKind:
    return choice(AgreementKind, "kind", value)


@frozen
class PlanRevised(Decision):
    """The agreement is revised: from a day on, this whole plan holds. What is new in it can be compared.

    Its own day is that of the board's approval. Landsbyggefonden is involved before weight moves between
    areas (`lbf_involved_on`), and approves a change of the strategic agreement (`lbf_approved_on`).
    """

    tag = "plan-revised"
    rank = Rank.PLAN
    turn = Turn.BEGINS
    says = Text(da="blev revideret", en="were revised")
    title = Text(da="Plan revideret", en="Plan revised")
    key = ("revision",)

    revision: RevisionRef = field(converter=revision_ref)
    kind: AgreementKind = field(converter=_agreement_kind)
    holds_from: date = field(validator=plain_day)
    plan: Plan = field(validator=_plan)
    lbf_involved_on: date | None = field(default=None, validator=optional(plain_day))
    lbf_approved_on: date | None = field(default=None, validator=optional(plain_day))

    def threads(self) -> tuple[Thread, ...]:
        return (spell("revision", "", self.revision),)

    def days_told(self) -> tuple[date, ...]:
        return tuple(day for day in (self.lbf_involved_on, self.lbf_approved_on) if day is not None)

    def suits(self, agreements: Agreements) -> None:
        first = agreements.versions[0].plan
        if self.plan.first_day != first.first_day:
            raise BeginningMoved(self.revision, self.plan.first_day, first.first_day)
        if self.plan.name != first.name:
            raise AnotherPlan(self.plan.name, first.name)
        if not first.first_day <= self.holds_from <= self.plan.last_day:
            raise RevisionOutside(self.revision, self.holds_from, first.first_day, self.plan.last_day)

    def decide(self, agreements: Agreements, position: int) -> Agreements:
        return agreements.with_version(Version(self.plan, self.holds_from, position))


@frozen
class RevisionUploaded(Fact):
    """A revised agreement was uploaded to Landsbyggefonden's portal."""

    tag = "revision-uploaded"
    rank = Rank.STARTED
    turn = Turn.GOES_ON
    says = Text(
        da="blev uploadet til Landsbyggefondens portal", en="were uploaded to Landsbyggefonden's portal"
    )
    title = Text(da="Revision uploadet", en="Revision uploaded")
    key = ("revision",)

    revision: RevisionRef = field(converter=revision_ref)

    def threads(self) -> tuple[Thread, ...]:
        return (spell("revision", "", self.revision),)


@frozen
class ReadingChosen(Decision):
    """The board chose one of a criterion's readings: it alone is judged. The board's newest choice holds."""

    tag = "reading-chosen"
    rank = Rank.PLAN
    says = Text(da="blev valgt", en="were chosen")
    title = Text(da="Opgørelse valgt", en="Reading chosen")
    key = ("criterion", "occurred_on")

    criterion: CriterionKey = field(converter=criterion_key)
    reading: ReadingKey = field(converter=reading_key)

    def suits(self, agreements: Agreements) -> None:
        found = [version.plan.criterion(self.criterion) for version in agreements.versions]
        own = [criterion for criterion in found if criterion is not None]
        if not own:
            plan = agreements.versions[-1].plan
            raise UnknownCriterion(self.criterion, plan.name, names_of(plan.criteria))
        if not agreements.has_reading(self.criterion, self.reading):
            raise UnknownReading(self.reading, self.criterion, tuple(each.key for each in own[-1].readings))

    def decide(self, agreements: Agreements, position: int) -> Agreements:
        return agreements.with_choice(self.criterion, Choice(self.reading, position))


@frozen
class MarkedAsSample(Fact):
    """What this logbook holds is made up, from this seed number; nobody in it exists."""

    tag = "marked-as-sample"
    rank = Rank.PLAN
    says = Text(da="blev mærket som eksempel", en="were marked as a sample")
    title = Text(da="Mærket som eksempel", en="Marked as sample")
    amendable = False

    seed: int = field(validator=whole())


FACTS: tuple[type[Fact], ...] = (PlanAdopted, PlanRevised, RevisionUploaded, ReadingChosen, MarkedAsSample)
