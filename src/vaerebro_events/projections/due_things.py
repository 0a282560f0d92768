"""What a thing that falls due is, and what those look at that find them (`due`)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from attrs import frozen

from vaerebro_events.domain.agreements import Agreements, Version
from vaerebro_events.domain.calendar import day_of
from vaerebro_events.domain.commitments import Span
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.plan import Plan, Rule
from vaerebro_events.projections.history import View
from vaerebro_events.projections.judging import Judged
from vaerebro_events.projections.rules.combining import within
from vaerebro_events.projections.rules.growing import Growing


class DueKind(StrEnum):
    """What falls due."""

    SIX_MONTHS = "six-months"
    BASELINE = "baseline"
    VOLUNTEER_CONTACT = "volunteer-contact"
    FIGURE = "figure"
    MILESTONE = "milestone"
    DUTY = "duty"
    MEETINGS = "meetings"
    UPLOAD = "upload"


class DueState(StrEnum):
    """How a thing stands on a day; what is done by then is done, whether or not it was due yet."""

    NOT_YET = "not-yet"
    DUE = "due"
    OVERDUE = "overdue"
    DONE = "done"
    DONE_LATE = "done-late"


class Done(NamedTuple):
    """The day on which something was done, and the entry that did it."""

    on: date
    by: int


@frozen
class Due:
    """A thing that falls due on its `first` day, is to be done by its `last`, and how it stands.

    `subject` and `of` name it by references and keys: a job, a person or a series and the activity;
    an indicator, and the party that assesses it; a milestone and its activity, if it has one; a duty; a
    revision. `entry` is the entry that it follows from, where it does not follow from the plan alone.
    `done_by` is the entry that did it, and `done_on` the day on which that was done, which may come after
    the day asked about: then it is not done on that day. `missing` is the
    number of meetings not told, and `about` the days that a figure or a duty is about.
    """

    kind: DueKind
    subject: str
    of: str | None
    first: date
    last: date
    done_on: date | None
    entry: int | None
    done_by: int | None
    state: DueState
    missing: int = 0
    about: Span | None = None


@frozen
class Thing:
    """A thing that falls due, as the plan and the entries have it, whatever the day asked about."""

    kind: DueKind
    subject: str
    of: str | None
    days: Span
    done: Done | None = None
    entry: int | None = None
    missing: int = 0
    about: Span | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """What makes it this thing, in every version of the plan; a duty's time may end on another day."""
        about = self.about.first if self.kind is DueKind.DUTY and self.about else self.about
        return (self.kind, self.subject, self.of, self.entry, about)

    @property
    def decided_on(self) -> date:
        """The day whose version of the plan says that it falls due."""
        return self.days.first if self.about is None else self.about.last

    def on(self, day: date) -> Due:
        """The thing as it stands on a day."""
        done_on, done_by = self.done or (None, None)
        return Due(
            self.kind,
            self.subject,
            self.of,
            *self.days,
            done_on,
            self.entry,
            done_by,
            self._state(day),
            self.missing,
            self.about,
        )

    def _state(self, day: date) -> DueState:
        if self.done is not None and self.done.on <= day:
            return DueState.DONE if self.done.on <= self.days.last else DueState.DONE_LATE
        if day < self.days.first:
            return DueState.NOT_YET
        return DueState.DUE if day <= self.days.last else DueState.OVERDUE


@frozen(eq=False)
class Asked:
    """What is looked at: the history under a version of the plan, and what is agreed and judged by it."""

    view: View
    version: Version
    agreements: Agreements
    judged: Sequence[Judged]
    revised: Sequence[Entry]

    @property
    def plan(self) -> Plan:
        """The version of the plan."""
        return self.view.plan

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """All rules of the readings that are judged, those inside others among them."""
        return tuple(
            rule
            for criterion in self.plan.criteria
            for reading in self.agreements.readings(criterion)
            for rule in rules_in(reading.rule)
        )


def rules_in(rule: Rule) -> Iterator[Rule]:
    """A rule and the rules in it: those that it combines, or on which it reads a growth."""
    for own in within(rule):
        yield own
        if isinstance(own, Growing):
            yield from rules_in(own.rule)


def days_from(first: date, days: int) -> Span:
    """From a day on, so many days to do it, or as many as there are."""
    return Span(first, first + min(timedelta(days=days), date.max - first))


def told(entry: Entry) -> Done:
    """When an entry was made: the day that its fact says, else the day in Denmark of its recording."""
    return Done(max(entry.fact.days_told(), default=day_of(entry.recorded_at)), entry.position)


def happened(entry: Entry) -> Done:
    """When what an entry is about was done: its day, or a later one that its fact says."""
    return Done(max((entry.occurred_on, *entry.fact.days_told())), entry.position)


def first_of(done: Iterable[Done]) -> Done | None:
    """The first of those that did it."""
    return min(done, default=None)
