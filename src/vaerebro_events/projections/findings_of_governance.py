"""What looks odd in the agreement. A new kind: a function here, and a line in one of the tables of checks."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from vaerebro_events.domain.agreements import Agreements, Decision, Version
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.governance import AgreementKind, PlanRevised, ReadingChosen
from vaerebro_events.domain.plan import Plan
from vaerebro_events.errors import Refusal
from vaerebro_events.projections import findings_of_following
from vaerebro_events.projections.closed import after_closing
from vaerebro_events.projections.finding import Finding, FindingKind, found
from vaerebro_events.projections.in_force import held_before
from vaerebro_events.text import Text

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
CheckOfChoice = Callable[[Entry, ReadingChosen, Agreements], Iterator[Finding]]


# Of a decision. It is odd or not as it is known, whatever the day asked about.


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
        yield from found(FindingKind.WEIGHT_MOVED_WITHOUT_LBF, revised.entry, areas=_titles(revised, moved))


def _titles(revised: Revised, areas: Iterable[str]) -> Text:
    """The titles of areas; of one that came or went, from the version that has it."""
    rows = (*revised.before.areas, *revised.fact.plan.areas)
    titles = {area.key: area.title for area in rows}
    found = [titles[key] for key in areas]
    return Text(da=", ".join(each.da for each in found), en=", ".join(each.en for each in found))


def _strategic(revised: Revised) -> Iterator[Finding]:
    fact = revised.fact
    too_late = fact.lbf_approved_on is None or fact.lbf_approved_on > fact.holds_from
    if fact.kind is AgreementKind.STRATEGIC and too_late:
        yield from found(FindingKind.STRATEGIC_WITHOUT_LBF, revised.entry, holds_from=fact.holds_from)


def _of_strategy(plan: Plan) -> tuple[object, ...]:
    """What the strategic agreement settles: how long it runs, the areas, and the money as a whole."""
    return (plan.last_day, {area.key for area in plan.areas}, plan.money)


def _more_than_delaftale(revised: Revised) -> Iterator[Finding]:
    differs = _of_strategy(revised.before) != _of_strategy(revised.fact.plan)
    if revised.fact.kind is AgreementKind.DELAFTALE and differs:
        yield from found(FindingKind.DELAFTALE_CHANGES_STRATEGIC, revised.entry)


def _nothing(revised: Revised) -> Iterator[Finding]:
    if revised.fact.plan == revised.before:
        yield from found(FindingKind.REVISED_NOTHING, revised.entry)


def _only_reading(entry: Entry, choice: ReadingChosen, agreements: Agreements) -> Iterator[Finding]:
    """By the version that holds on the day of the choice."""
    version = agreements.on(entry.occurred_on)
    assert version is not None
    criterion = version.plan.criterion(choice.criterion)
    if criterion is not None and len(criterion.readings) == 1:
        yield from found(FindingKind.CHOSEN_THE_ONLY_READING, entry)


CHECKS_OF_REVISIONS: tuple[CheckOfRevision, ...] = (
    _after_effect,
    _weight_moved,
    _strategic,
    _more_than_delaftale,
    _nothing,
)
CHECKS_OF_CHOICES: tuple[CheckOfChoice, ...] = (_only_reading,)


# Of all else in the history of a day.


def _after_closing(replay: "Replay") -> Iterator[Finding]:
    for position, periods in after_closing(replay).items():
        for period in periods:
            yield Finding(FindingKind.AFTER_CLOSING, position, (("period", period),))


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
    _not_in_plan,
    *findings_of_following.CHECKS,
)


def _of_decision(entry: Entry, agreements: Agreements) -> Iterator[Finding]:
    fact = entry.fact
    if isinstance(fact, PlanRevised):
        version = next(each for each in agreements.versions if each.position == entry.position)
        revised = Revised(entry, fact, version, held_before(agreements, version).plan)
        for check in CHECKS_OF_REVISIONS:
            yield from check(revised)
    elif isinstance(fact, ReadingChosen):
        for check_of_choice in CHECKS_OF_CHOICES:
            yield from check_of_choice(entry, fact, agreements)


def findings_of_governance(replay: "Replay", effective: Iterable[Entry]) -> Iterator[Finding]:
    """Everything odd in the agreement as known, and in how it is followed by the day of a replay.

    `effective` are the entries of the log as amended, whatever their day.
    """
    for entry in effective:
        if isinstance(entry.fact, Decision):
            yield from _of_decision(entry, replay.agreements)
    for check in CHECKS:
        yield from check(replay)
