"""Making up what may be recorded next in a story: on what is there, against it, or once more."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Protocol, TypeVar
from uuid import UUID

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from from_types import ASCENDING, arranged
from plain import PlainLog, amended_positions, effective
from small_closings import closable, closed_by, readings_of
from small_world import ABOUT_SIX_MONTHS, FOLLOWS, JOBS, ONE_DAY, RARELY, SELDOM, SMALL, days_about, some_of
from vaerebro_events import (
    AliasAttended,
    BlockOrganised,
    Corrected,
    Draft,
    Entry,
    EventHeld,
    Evidence,
    Fact,
    FamilyAttended,
    FritidsjobEnded,
    FritidsjobHeldSixMonths,
    FritidsjobStarted,
    MeetingHeld,
    ParticipantRegistered,
    PeriodClosed,
    ReadingChosen,
    Reason,
    ResidentAttended,
    Retracted,
    YouthAttended,
)
from vaerebro_events.domain.jobs import FritidsjobFact
from vaerebro_events.domain.meetings import MeetingFact
from vaerebro_events.domain.neighbourhood import OrganisationFact
from vaerebro_events.domain.participants import ParticipantKind
from vaerebro_events.domain.references import EmployerRef, JobRef

T = TypeVar("T")
# Which fields name a participant, and of which kind.
PEOPLE = {**{kind.value: kind for kind in ParticipantKind}, "volunteer": ParticipantKind.RESIDENT}
# Who comes to a meeting: families and residents more often than youths and visitors known by an alias.
_COMES: Mapping[str, Callable[[str, str, int, str], Fact]] = {
    "family": FamilyAttended,
    "resident": ResidentAttended,
    "youth": YouthAttended,
    "alias": AliasAttended,
}
_COME = ("family", "resident", "family", "resident", "alias", "youth")
Kinds = SearchStrategy[type[Fact]]
# Days that must have come when a fact is recorded, and positions that the log must have before it.
COME = (
    "checked_on",
    "as_of",
    "social_data_of",
    "presented_on",
    "sent_on",
    "lbf_involved_on",
    "lbf_approved_on",
)
PLACES = ("as_known", "plan_entry")


class Draw(Protocol):
    """Draws a value from a strategy, in a strategy of its own or in a test."""

    def __call__(self, strategy: SearchStrategy[T], /) -> T: ...


_ON = ("new",) * 6 + ("together",) * 7 + ("anything",)
_WAY = some_of(*_ON, "amended", "amended", "amended again", "amended again", "swapped", "again")
_AMENDED = some_of("retract", "retract", "day", "day", "field", "field", "fact", "nowhere")
_AGAIN = some_of("same", "same", "on another day", "with another fact")
_SHOWN: SearchStrategy[tuple[Evidence, ...]] = some_of((), (), (), (Evidence("list-1", "0" * 64),))


class Teller:
    """Makes up what may be recorded next, on what is there."""

    def __init__(self, draw: Draw, log: PlainLog, today: date, ids: Iterator[UUID], kinds: Kinds) -> None:
        self.draw, self.log, self.today, self.ids, self.kinds = draw, log, today, ids, kinds

    def some(self) -> list[Draft]:
        """One draft, or two that go together."""
        way = self.draw(_WAY)
        amendable = [entry for entry in self.log.entries if entry.fact.amendable]
        if way == "new" or not amendable:
            return self._walked_in(self.new(self.draw(self.kinds)))
        if way == "together":
            return self.together(self.draw(self.kinds))
        if way == "anything":
            return [self.anything(self.draw(self.kinds))]
        if way == "again":
            return [self.again(self._one(self.log.entries))]
        again = [entry for entry in amendable if entry.position in amended_positions(self.log.entries)]
        entry = self._one(again if again and way == "amended again" else amendable)
        return self.swapped(entry) if way == "swapped" else [self.amended(entry)]

    def new(self, kind: type[Fact]) -> Draft:
        """A fact that builds on one that is there, or else that on which it would."""
        if kind is PeriodClosed:
            return self.closing()
        if kind not in FOLLOWS:
            return self.anything(kind)
        after = self._one(FOLLOWS[kind])
        there = [entry for entry in effective(self.log.entries) if isinstance(entry.fact, after.kind)]
        if not there or (after.anew and self.draw(st.booleans())):
            return self.anything(kind) if after.anew else self.new(after.kind)
        basis = self._one(there)
        known = {name: getattr(basis.fact, name) for name in after.same}
        # A season is planned long before its first day.
        first: date = getattr(basis.fact, "first_day", basis.occurred_on)
        day = self._by_today(first + self._one(after.days) * ONE_DAY)
        return self._draft(self._fact(kind, day, known), day)

    def together(self, kind: type[Fact]) -> list[Draft]:
        """Facts that come together with one of a kind, where there are such."""
        if issubclass(kind, FritidsjobFact):
            return self._one([self.kept_job, self.two_jobs])()
        if issubclass(kind, MeetingFact):
            return self.whole_meeting(self._one([MeetingHeld, EventHeld]))
        if issubclass(kind, OrganisationFact):
            return self.whole_block()
        return self.with_what_follows(self._one(FOLLOWS[kind]).kind if kind in FOLLOWS else kind)

    def with_what_follows(self, kind: type[Fact]) -> list[Draft]:
        """A fact, and some of those that build on such a fact, as far as their days have come."""
        first = self.new(kind)
        follow = [
            (follower, after)
            for follower, afters in FOLLOWS.items()
            for after in afters
            if after.kind is kind
        ]
        told = self._walked_in(first)
        if not isinstance(first.fact, kind) or first.on is None or not follow:
            return told
        some = st.lists(st.sampled_from(follow), min_size=1, max_size=4, unique_by=lambda one: one[0].tag)
        for follower, after in self.draw(some):
            known = {name: getattr(first.fact, name) for name in after.same}
            day = getattr(first.fact, "first_day", first.on) + self._days(*after.days)
            told += self._come((self._fact(follower, day, known), day))
        return told

    def whole_meeting(self, kind: type[MeetingFact]) -> list[Draft]:
        """A meeting or an event, and most of those of one kind who could have come."""
        held = self.new(kind)
        fact = held.fact
        if not isinstance(fact, kind):
            return [held]
        meeting = (fact.activity, fact.series, fact.meeting)
        kind_came = self._one(_COME)
        who_came = self._registered(kind_came) if kind_came in PEOPLE else ["a-1", "a-2"]
        came = [_COMES[kind_came](*meeting, who) for who in who_came]
        there = [self._draft(fact, held.on) for fact in came if not self.draw(SELDOM)]
        return [held, *there]

    def whole_block(self) -> list[Draft]:
        """Organisations in each stairwell of a block, one after the other."""
        block = self._one(self.log.plan.blocks)
        day = self._by_today(self.draw(days_about(self.log.entries)))
        told: list[Draft] = []
        for well in block.stairwells:
            known = {"activity": "naboskab", "block": block.key, "stairwells": (well,)}
            told.append(self._draft(self._fact(BlockOrganised, day, known), day))
            day = self._by_today(day + self._days(0, 1, 30, 200))
        return told

    def closing(self) -> Draft:
        """A period is closed that is over, as known at some position; now and then one closed already."""
        over = closable(self.log.entries, self.today)
        if not over:
            return self.anything(PeriodClosed)
        period, day = self._one(over)
        ends = [entry.batch_end for entry in self.log.entries]
        known = ends[-1] if self.draw(st.booleans()) else self._one(ends)
        return self._draft(closed_by(self.log.entries, period, day, known), day)

    def kept_job(self) -> list[Draft]:
        """A fritidsjob, the six months in it and its end, as far as they have come."""
        started, fact, day = self._fritidsjob()
        job = (fact.activity, fact.youth, fact.job)
        held = day + self._days(*ABOUT_SIX_MONTHS)
        ended = held + self._days(30, 1, 0, -1, -10)
        return [
            started,
            *self._come((FritidsjobHeldSixMonths(*job, held), held), (FritidsjobEnded(*job), ended)),
        ]

    def two_jobs(self) -> list[Draft]:
        """Two fritidsjobs of one youth, close after one another, and six months in them taken together."""
        started, fact, day = self._fritidsjob()
        other = self._one([job for job in JOBS if job != fact.job])
        first, second = [(fact.activity, fact.youth, JobRef(job)) for job in (fact.job, other)]
        ended = day + self._days(100, 30, 180)
        next_day = ended + self._days(1, 31, 1, 31, 2, 32, 0, -5)
        held = day + self._days(*ABOUT_SIX_MONTHS)
        employer = self._one([fact.employer, EmployerRef("bakery")])
        return [
            started,
            *self._come(
                (FritidsjobEnded(*first), ended),
                (FritidsjobStarted(*second, employer, ordinary=True), next_day),
                (FritidsjobHeldSixMonths(*second, held), held),
            ),
        ]

    def _fritidsjob(self) -> tuple[Draft, FritidsjobStarted, date]:
        started = self.new(FritidsjobStarted)
        assert isinstance(started.fact, FritidsjobStarted)
        assert started.on is not None
        return started, started.fact, started.on

    def _come(self, *facts: tuple[Fact, date]) -> list[Draft]:
        """Drafts of the facts whose days have come."""
        return [self._draft(fact, day) for fact, day in facts if day <= self.today]

    def _days(self, *numbers: int) -> timedelta:
        return timedelta(days=self._one(numbers))

    def _walked_in(self, draft: Draft) -> list[Draft]:
        """A draft, mostly with the registration of the person it names, where that is missing."""
        for name, kind in PEOPLE.items():
            who = getattr(draft.fact, name, None)
            if who is not None and who not in self._registered(kind) and not self.draw(RARELY):
                return [self._draft(ParticipantRegistered(kind, who), draft.on), draft]
        return [draft]

    def anything(self, kind: type[Fact]) -> Draft:
        """A fact on any day."""
        day = self._by_today(self.draw(days_about(self.log.entries)))
        return self._draft(self._fact(kind, day, {}), day)

    def amended(self, entry: Entry) -> Draft:
        """Another day, another field, another fact, or none; now and then of an entry that is not there."""
        how, reason = self.draw(_AMENDED), self._one(list(Reason))
        if how == "nowhere":
            anywhere = self.draw(st.integers(1, len(self.log.entries) + 3))
            return self._draft(Retracted(anywhere, reason), None)
        if how == "retract" or not entry.fact.amendable:
            return self._draft(Retracted(entry.position, reason), None)
        fact, day = entry.fact, self._one([None, None, entry.occurred_on])
        if how == "day":
            day = self._by_today(self.draw(days_about(self.log.entries)))
        elif how == "field":
            fact = self._with_another_field(entry)
        else:
            other = self.new(self.draw(self.kinds))
            fact, day = (other.fact, other.on) if other.fact.amendable else (fact, day)
        return self._draft(Corrected(entry.position, reason, fact), day)

    def swapped(self, one: Entry) -> list[Draft]:
        """Two entries of one kind that were taken for one another."""
        alike = [entry for entry in effective(self.log.entries) if isinstance(entry.fact, type(one.fact))]
        other = self._one(alike) if alike else one
        if not one.fact.amendable:
            return [self.amended(one)]
        return [
            self._draft(Corrected(this.position, Reason.WRONG_PERSON, that.fact), that.occurred_on)
            for this, that in ((one, other), (other, one))
        ]

    def again(self, entry: Entry) -> Draft:
        """An entry once more under its own id: as it was recorded, or otherwise."""
        same = Draft(entry.fact, entry.occurred_on, entry.id, entry.evidence)
        match self.draw(_AGAIN):
            case "same":
                return same
            case "on another day":
                return evolve(same, on=self._by_today(self.draw(days_about(self.log.entries))))
            case _:
                return evolve(self.new(self.draw(self.kinds)), id=entry.id)

    def _with_another_field(self, entry: Entry) -> Fact:
        kind = type(entry.fact)
        names = list(SMALL.fields(kind))
        changed = self._one(names)
        ascending = ASCENDING.get(kind, ())
        changing = {changed, *(ascending if changed in ascending else ())}
        known = {name: getattr(entry.fact, name) for name in names if name not in changing}
        return self._fact(kind, entry.occurred_on, known)

    def _fact(self, kind: type[Fact], day: date, known: Mapping[str, Any]) -> Fact:
        fields = SMALL.fields(kind)
        found = {at: known[at] if at in known else self._value(fields, day, at) for at in fields}
        if kind is ReadingChosen and "reading" not in known and not self.draw(RARELY):
            found["reading"] = self._one(readings_of(self.log.entries, str(found["criterion"])))
        return arranged(kind, found)

    def _value(self, fields: Mapping[str, SearchStrategy[Any]], day: date, name: str) -> object:
        """A field's value: somebody registered, a day near the fact's own, or what its type allows."""
        registered = self._registered(PEOPLE[name]) if name in PEOPLE else []
        if registered and not self.draw(RARELY):
            return self._one(registered)
        if name in PLACES:
            return self.draw(st.integers(1, len(self.log.entries) + self.draw(RARELY)))
        value = self.draw(fields[name])
        if name in COME and value is not None:
            return self._by_today(day + value)
        return day + value if isinstance(value, timedelta) else value

    def _registered(self, kind: str) -> list[str]:
        facts = [entry.fact for entry in effective(self.log.entries)]
        return [fact.who for fact in facts if isinstance(fact, ParticipantRegistered) and fact.kind == kind]

    def _one(self, items: Sequence[T]) -> T:
        return items[self.draw(st.integers(0, len(items) - 1))]

    def _draft(self, fact: Fact, day: date | None) -> Draft:
        return Draft(fact, day, next(self.ids), self.draw(_SHOWN))

    def _by_today(self, day: date) -> date:
        """The day, or today where it has not come; now and then tomorrow."""
        return day if day <= self.today else self.today + ONE_DAY * self.draw(RARELY)
