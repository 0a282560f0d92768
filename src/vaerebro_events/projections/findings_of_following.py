"""What looks odd in how the programme is followed. A new kind: a function here, a line in `CHECKS`.

Follow-ups, evaluations, reports, hours, notices, disagreements and milestones, in the history of a day.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from vaerebro_events.domain.calendar import day_of
from vaerebro_events.domain.concerns import (
    DisagreementFact,
    DisagreementRaised,
    DisagreementTakenUp,
    Level,
    PartiesNotified,
)
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.follow_up import (
    EvaluationHeld,
    EvaluationKind,
    FollowUpMade,
    HoursCofinanced,
    ReportSent,
)
from vaerebro_events.domain.milestones import MilestoneFact, MilestoneMoved, MilestoneSet
from vaerebro_events.projections.finding import Finding, FindingKind, Told, found

if TYPE_CHECKING:
    from vaerebro_events.projections.replay import Replay

Check = Callable[["Replay"], Iterator[Finding]]
F = TypeVar("F", bound=Fact)

HOURS_A_DAY = 24
PEOPLE = 10


def _of(replay: "Replay", kind: type[F]) -> Iterator[tuple[Entry, F]]:
    """The entries of a kind of fact in the history, each with its fact."""
    for entry in replay.history:
        if isinstance(entry.fact, kind):
            yield entry, entry.fact


_LEVELS = tuple(Level)


def _level_skipped(replay: "Replay") -> Iterator[Finding]:
    tried: dict[str, set[Level]] = {}
    for entry, fact in _of(replay, DisagreementFact):
        if isinstance(fact, DisagreementRaised):
            tried[fact.disagreement] = {fact.level}
            continue
        levels, at = tried[fact.disagreement], _LEVELS.index(fact.level)
        below = _LEVELS[max(at - 1, 0)]
        if at and below not in levels:
            yield from found(FindingKind.LEVEL_SKIPPED, entry, level=fact.level.value, below=below.value)
        # A level that was passed over is told of once.
        levels.update((fact.level, below))


def _same_level(replay: "Replay") -> Iterator[Finding]:
    level: dict[str, Level] = {}
    for entry, fact in _of(replay, DisagreementFact):
        if isinstance(fact, DisagreementTakenUp):
            before = level[fact.disagreement]
            if _LEVELS.index(fact.level) <= _LEVELS.index(before):
                yield from found(FindingKind.SAME_LEVEL, entry, level=fact.level.value, before=before.value)
        level[fact.disagreement] = fact.level


def _overlap(replay: "Replay") -> Iterator[Finding]:
    """Told of the later entry, beside the one whose days reach farthest into its own."""
    hours = sorted(_of(replay, HoursCofinanced), key=lambda pair: (pair[1].first_day, pair[0].order))
    farthest: dict[tuple[str, str], Entry] = {}
    for entry, fact in hours:
        other = farthest.get((fact.party, fact.activity))
        if other is not None and fact.first_day <= other.occurred_on:
            later, earlier = max(entry, other, key=_position), min(entry, other, key=_position)
            yield from found(FindingKind.HOURS_OVERLAP, later, other=earlier.position)
        if other is None or entry.occurred_on > other.occurred_on:
            farthest[fact.party, fact.activity] = entry


def _position(entry: Entry) -> int:
    return entry.position


def _over_two_years(replay: "Replay") -> Iterator[Finding]:
    for entry, fact in _of(replay, HoursCofinanced):
        if fact.first_day.year != entry.occurred_on.year:
            kind, year = FindingKind.HOURS_OVER_TWO_YEARS, entry.occurred_on.year
            yield from found(kind, entry, first=fact.first_day, year=year)


def _not_agreed(replay: "Replay") -> Iterator[Finding]:
    for entry, fact in _of(replay, HoursCofinanced):
        version = replay.agreements.on(entry.occurred_on)
        assert version is not None
        if (fact.party, fact.activity) not in {
            (agreed.party, agreed.activity) for agreed in version.plan.cofinancing
        }:
            yield from found(FindingKind.HOURS_NOT_AGREED, entry)


def _before_recorded(replay: "Replay") -> Iterator[Finding]:
    for entry, fact in _of(replay, FollowUpMade):
        recorded = day_of(replay.log[fact.as_known - 1].recorded_at)
        if recorded > entry.occurred_on:
            kind = FindingKind.SEEN_BEFORE_RECORDED
            yield from found(kind, entry, as_known=fact.as_known, recorded=recorded)


def _without_residents(replay: "Replay") -> Iterator[Finding]:
    for entry, fact in _of(replay, EvaluationHeld):
        if fact.kind is EvaluationKind.MIDTERM and not fact.residents:
            yield from found(FindingKind.MIDTERM_WITHOUT_RESIDENTS, entry)


def _nobody(replay: "Replay") -> Iterator[Finding]:
    for entry, fact in _of(replay, PartiesNotified):
        if not fact.notified:
            yield from found(FindingKind.NOTIFIED_NOBODY, entry)


def _itself(replay: "Replay") -> Iterator[Finding]:
    for entry, fact in _of(replay, PartiesNotified):
        if fact.by in fact.notified:
            yield from found(FindingKind.NOTIFIED_ITSELF, entry)


def _nothing(replay: "Replay") -> Iterator[Finding]:
    for entry, fact in _of(replay, FollowUpMade):
        if not fact.criteria and fact.social_data_of is None:
            yield from found(FindingKind.FOLLOWED_NOTHING, entry)


def _told(entry: Entry) -> tuple[Told, date, date] | None:
    """How and when something that looks back was told, and the last day it is about."""
    match entry.fact:
        case EvaluationHeld(presented_on=told):
            return Told.PRESENTED, told, entry.occurred_on
        case ReportSent(sent_on=told):
            return Told.SENT, told, entry.occurred_on
        case FollowUpMade() as seen:
            return Told.SEEN, entry.occurred_on, max(seen.days_told())
        case _:
            return None


def _before_its_day(replay: "Replay") -> Iterator[Finding]:
    for entry in replay.history:
        how = _told(entry)
        if how is not None:
            done, told, day = how
            if told < day:
                yield from found(FindingKind.TOLD_BEFORE_ITS_DAY, entry, done=done.value, told=told, day=day)


def _twice(replay: "Replay") -> Iterator[Finding]:
    """Told of each later entry, beside the first."""
    firsts: dict[tuple[str, date], Entry] = {}
    evaluations = [(entry, f"evaluation {fact.kind}") for entry, fact in _of(replay, EvaluationHeld)]
    reports = [(entry, f"report {fact.report}") for entry, fact in _of(replay, ReportSent)]
    for entry, what in sorted((*evaluations, *reports), key=lambda pair: pair[0].position):
        first = firsts.setdefault((what, entry.occurred_on), entry)
        if first is not entry:
            yield from found(FindingKind.TOLD_TWICE, entry, other=first.position)


def _dues(replay: "Replay") -> Iterator[tuple[Entry, date]]:
    """The days for which milestones are set, and to which they are moved."""
    for entry, fact in _of(replay, MilestoneFact):
        if isinstance(fact, MilestoneSet | MilestoneMoved):
            yield entry, fact.due


def _milestone_past(replay: "Replay") -> Iterator[Finding]:
    for entry, due in _dues(replay):
        if due < entry.occurred_on:
            yield from found(FindingKind.MILESTONE_PAST, entry, due=due)


def _milestone_outside(replay: "Replay") -> Iterator[Finding]:
    """By the version of the plan that holds on the day it is due."""
    for entry, due in _dues(replay):
        version = replay.agreements.on(due)
        assert version is not None
        last_day = version.plan.last_day
        if due > last_day:
            yield from found(FindingKind.MILESTONE_OUTSIDE, entry, due=due, last_day=last_day)


def _more_hours(replay: "Replay") -> Iterator[Finding]:
    """More hours than ten people have, day and night: how many of a party worked is not recorded.

    So it finds a slip of a digit or a day, and not hours that are merely many.
    """
    for entry, fact in _of(replay, HoursCofinanced):
        days = (entry.occurred_on - fact.first_day).days + 1
        if fact.hours > HOURS_A_DAY * days * PEOPLE:
            facts = {"first": fact.first_day, "last": entry.occurred_on}
            kind = FindingKind.MORE_HOURS_THAN_THE_DAYS_HAVE
            yield from found(kind, entry, hours=fact.hours, people=PEOPLE, **facts)


CHECKS: tuple[Check, ...] = (
    _level_skipped,
    _same_level,
    _overlap,
    _over_two_years,
    _not_agreed,
    _more_hours,
    _before_recorded,
    _nothing,
    _before_its_day,
    _twice,
    _without_residents,
    _nobody,
    _itself,
    _milestone_past,
    _milestone_outside,
)
