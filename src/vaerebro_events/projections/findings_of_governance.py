"""What looks odd in the agreement and in how it is followed. A new kind: a function, a line in `CHECKS`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from vaerebro_events.domain.agreements import Decision, Version
from vaerebro_events.domain.calendar import day_of
from vaerebro_events.domain.concerns import (
    DisagreementFact,
    DisagreementRaised,
    Level,
    PartiesNotified,
)
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.follow_up import EvaluationHeld, EvaluationKind, FollowUpMade, HoursCofinanced
from vaerebro_events.domain.governance import AgreementKind, PlanRevised
from vaerebro_events.domain.plan import Plan
from vaerebro_events.errors import Refusal
from vaerebro_events.projections.closed import after_closing
from vaerebro_events.projections.findings import Finding, FindingKind, found
from vaerebro_events.projections.in_force import held_before

if TYPE_CHECKING:
    from vaerebro_events.projections.replay import Replay


@frozen
class Revised:
    """A revision as known: its entry, what it says, its version, and the plan that held before it."""

    entry: Entry
    fact: PlanRevised
    version: Version
    before: Plan


Check = Callable[["Replay"], Iterator[Finding]]
CheckOfRevision = Callable[[Revised], Iterator[Finding]]


# Of a revision. It is odd or not as it is known, whatever the day asked about.


def _after_effect(revised: Revised) -> Iterator[Finding]:
    approved, holds_from = revised.entry.occurred_on, revised.fact.holds_from
    if approved > holds_from:
        kind = FindingKind.REVISED_AFTER_EFFECT
        yield from found(kind, revised.entry, approved=approved, holds_from=holds_from)


def _shares(plan: Plan) -> Mapping[str, Fraction]:
    """The share of each area in what all areas cost, where the plan gives their money."""
    money = {area.key: area.money.total for area in plan.areas if area.money is not None}
    whole = sum(money.values())
    return {key: Fraction(own, whole) for key, own in money.items()} if whole else {}


def _weight_moved(revised: Revised) -> Iterator[Finding]:
    before, after = _shares(revised.before), _shares(revised.fact.plan)
    moved = sorted(key for key in {*before, *after} if before.get(key) != after.get(key))
    involved = revised.fact.lbf_involved_on
    too_late = involved is None or involved > revised.entry.occurred_on
    if before and after and moved and too_late:
        yield from found(FindingKind.WEIGHT_MOVED_WITHOUT_LBF, revised.entry, areas=", ".join(moved))


def _strategic(revised: Revised) -> Iterator[Finding]:
    fact = revised.fact
    too_late = fact.lbf_approved_on is None or fact.lbf_approved_on > fact.holds_from
    if fact.kind is AgreementKind.STRATEGIC and too_late:
        yield from found(FindingKind.STRATEGIC_WITHOUT_LBF, revised.entry, holds_from=fact.holds_from)


def _of_strategy(plan: Plan) -> tuple[object, ...]:
    """What the strategic agreement settles: the days, the areas, and the money as a whole."""
    return (plan.first_day, plan.last_day, {area.key for area in plan.areas}, plan.money)


def _more_than_delaftale(revised: Revised) -> Iterator[Finding]:
    differs = _of_strategy(revised.before) != _of_strategy(revised.fact.plan)
    if revised.fact.kind is AgreementKind.DELAFTALE and differs:
        yield from found(FindingKind.DELAFTALE_CHANGES_STRATEGIC, revised.entry)


CHECKS_OF_REVISIONS: tuple[CheckOfRevision, ...] = (
    _after_effect,
    _weight_moved,
    _strategic,
    _more_than_delaftale,
)


# Of all else in the history of a day.


def _after_closing(replay: "Replay") -> Iterator[Finding]:
    for position, periods in after_closing(replay).items():
        for period in periods:
            yield Finding(FindingKind.AFTER_CLOSING, position, (("period", period),))


_LEVELS = tuple(Level)


def _level_skipped(replay: "Replay") -> Iterator[Finding]:
    tried: dict[str, set[Level]] = {}
    for entry in replay.history:
        fact = entry.fact
        if not isinstance(fact, DisagreementFact):
            continue
        if isinstance(fact, DisagreementRaised):
            tried[fact.disagreement] = {fact.level}
            continue
        levels, at = tried[fact.disagreement], _LEVELS.index(fact.level)
        below = _LEVELS[max(at - 1, 0)]
        if at and below not in levels:
            yield from found(FindingKind.LEVEL_SKIPPED, entry, level=fact.level.value, below=below.value)
        # A level that was passed over is told of once.
        levels.update((fact.level, below))


def _hours(replay: "Replay") -> Iterator[tuple[Entry, HoursCofinanced]]:
    for entry in replay.history:
        if isinstance(entry.fact, HoursCofinanced):
            yield entry, entry.fact


def _overlap(replay: "Replay") -> Iterator[Finding]:
    """Told of the later entry, beside the one whose days reach farthest into its own."""
    hours = sorted(_hours(replay), key=lambda pair: (pair[1].first_day, pair[0].order))
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
    for entry, fact in _hours(replay):
        if fact.first_day.year != entry.occurred_on.year:
            kind, year = FindingKind.HOURS_OVER_TWO_YEARS, entry.occurred_on.year
            yield from found(kind, entry, first=fact.first_day, year=year)


def _not_agreed(replay: "Replay") -> Iterator[Finding]:
    for entry, fact in _hours(replay):
        version = replay.agreements.on(entry.occurred_on)
        assert version is not None
        if (fact.party, fact.activity) not in {
            (agreed.party, agreed.activity) for agreed in version.plan.cofinancing
        }:
            yield from found(FindingKind.HOURS_NOT_AGREED, entry)


def _before_recorded(replay: "Replay") -> Iterator[Finding]:
    for entry in replay.history:
        if isinstance(entry.fact, FollowUpMade):
            as_known = entry.fact.as_known
            recorded = day_of(replay.log[as_known - 1].recorded_at)
            if recorded > entry.occurred_on:
                kind = FindingKind.SEEN_BEFORE_RECORDED
                yield from found(kind, entry, as_known=as_known, recorded=recorded)


def _without_residents(replay: "Replay") -> Iterator[Finding]:
    for entry in replay.history:
        fact = entry.fact
        if isinstance(fact, EvaluationHeld) and fact.kind is EvaluationKind.MIDTERM and not fact.residents:
            yield from found(FindingKind.MIDTERM_WITHOUT_RESIDENTS, entry)


def _nobody(replay: "Replay") -> Iterator[Finding]:
    for entry in replay.history:
        if isinstance(entry.fact, PartiesNotified) and not entry.fact.notified:
            yield from found(FindingKind.NOTIFIED_NOBODY, entry)


def _fits(entry: Entry, plan: Plan) -> bool:
    try:
        entry.fact.fits(plan)
    except Refusal:
        return False
    return True


def _not_in_plan(replay: "Replay") -> Iterator[Finding]:
    """What is recorded fits the version known then; a revision since, or taken back, may be another."""
    for entry in replay.history:
        version = replay.agreements.on(entry.occurred_on)
        assert version is not None
        if not _fits(entry, version.plan):
            yield from found(FindingKind.NOT_IN_PLAN, entry, version=version.position)


CHECKS: tuple[Check, ...] = (
    _after_closing,
    _level_skipped,
    _overlap,
    _over_two_years,
    _not_agreed,
    _before_recorded,
    _without_residents,
    _nobody,
    _not_in_plan,
)


def _revised(replay: "Replay", decisions: Iterable[Entry]) -> Iterator[Revised]:
    versions = {version.position: version for version in replay.agreements.versions}
    for entry in decisions:
        if isinstance(entry.fact, PlanRevised):
            version = versions[entry.position]
            yield Revised(entry, entry.fact, version, held_before(replay.agreements, version).plan)


def findings_of_governance(replay: "Replay", effective: Iterable[Entry]) -> Iterator[Finding]:
    """Everything odd in the agreement as known, and in how it is followed by the day of a replay.

    `effective` are the entries of the log as amended, whatever their day.
    """
    decisions = [entry for entry in effective if isinstance(entry.fact, Decision)]
    for revised in _revised(replay, decisions):
        for check in CHECKS_OF_REVISIONS:
            yield from check(revised)
    for check_of_all in CHECKS:
        yield from check_of_all(replay)
