"""The agreement over time by the plainest means: which version holds on a day, and every status by hand.

For each row, a loop over all versions finds the one that judges it. Nothing is kept or looked up.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from attrs import frozen

from plain_picks import Found
from plain_rules import found_by
from plain_states import periods, state
from vaerebro_events import (
    Criterion,
    Entry,
    Fact,
    Period,
    PeriodClosed,
    Plan,
    PlanAdopted,
    PlanRevised,
    ReadingChosen,
    ReportedStatus,
)
from vaerebro_events.domain.plan import Reading
from vaerebro_events.logbook import LIBRARY

Key = tuple[str, str, str]


@frozen
class Held:
    """A version of the plan, from when it holds, and the position that decides between two of one day."""

    holds_from: date
    position: int
    plan: Plan


@frozen
class Agreed:
    """What is decided, as known; which day is asked about does not matter."""

    versions: Sequence[Held]
    chosen: dict[str, str]

    def on(self, day: date) -> Held:
        """The newest version of those that hold by then; before all of them, the newest of the earliest."""
        by_then = [version for version in self.versions if version.holds_from <= day]
        first = min(version.holds_from for version in self.versions)
        earliest = [version for version in self.versions if version.holds_from == first]
        return max(by_then or earliest, key=lambda version: (version.holds_from, version.position))

    def until(self, day: date) -> list[Held]:
        """The versions that hold on some day up to and with this one, one after the other."""
        held = [version for version in self.versions if self.on(version.holds_from) is version]
        begun = [version for version in held if version.holds_from <= day or version is self.on(day)]
        return sorted(begun, key=lambda version: version.holds_from)

    def readings(self, criterion: Criterion) -> list[Reading]:
        """The reading that the board chose, where the criterion has it; else all."""
        chosen = [each for each in criterion.readings if each.key == self.chosen.get(criterion.key)]
        return chosen or list(criterion.readings)

    def takes(self, fact: Fact) -> bool:
        """Whether a decision can be made beside those made before it."""
        match fact:
            case PlanRevised():
                first = min(self.versions, key=lambda version: (version.holds_from, version.position)).plan
                within = first.first_day <= fact.holds_from <= fact.plan.last_day
                same = (fact.plan.name, fact.plan.first_day) == (first.name, first.first_day)
                return within and same
            case ReadingChosen():
                return any(
                    (criterion.key, reading.key) == (fact.criterion, fact.reading)
                    for version in self.versions
                    for criterion in version.plan.criteria
                    for reading in criterion.readings
                )
            case _:
                return True


def agreed(held: Iterable[Entry]) -> Agreed:
    """What the entries that hold, in order, come to."""
    versions: list[Held] = []
    chosen: dict[str, str] = {}
    for entry in held:
        match entry.fact:
            case PlanAdopted(plan=plan):
                versions.append(Held(plan.first_day, entry.position, plan))
            case PlanRevised(holds_from=holds_from, plan=plan):
                versions.append(Held(holds_from, entry.position, plan))
            case ReadingChosen(criterion=criterion, reading=reading):
                chosen[criterion] = reading
            case _:
                pass
    return Agreed(versions, chosen)


@frozen
class Row:
    """A status counted by hand."""

    version: Held
    period: Period
    found: Found
    state: str


def rows(decided: Agreed, held: Sequence[Entry], on: date) -> dict[Key, Row]:
    """Every status, each by the version that holds when its period is over, or on the day."""
    offered: dict[Key, list[tuple[Held, Reading, Period]]] = {}
    for version in decided.until(on):
        for criterion in version.plan.criteria:
            for reading in decided.readings(criterion):
                for period in periods(version.plan, criterion, reading, held):
                    key = (criterion.key, reading.key, period.key)
                    offered.setdefault(key, []).append((version, reading, period))
    found: dict[Key, Row] = {}
    for key, judges in offered.items():
        holding = [one for one in judges if decided.on(min(one[2].last, on)) is one[0]]
        # A revision moved the period's end: the version in force judges it, where it has it still, and
        # the one that holds at that end had it, too.
        having = [one[0] for one in judges]
        newest = [
            one for one in judges if one[0] is decided.on(on) and decided.on(min(one[2].last, on)) in having
        ]
        for version, reading, period in (holding or newest)[-1:]:
            by_hand = found_by(reading.rule, version.plan, held, period, on)
            found[key] = Row(version, period, by_hand, state(by_hand, period, on))
    return found


def closes_on(plan: Plan, period: str) -> date | None:
    """The last day of a year of the programme, or of the whole of it."""
    if period == "programme":
        return plan.last_day
    for year in range(plan.first_day.year, plan.last_day.year + 1):
        if period == str(year):
            return min(plan.last_day, date(year, 12, 31))
    return None


def _figure(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def _reported(status: ReportedStatus) -> tuple[Key, object]:
    return status.key, (status.state, _figure(status.value), _figure(status.target))


def says_what_was_known(closing: PeriodClosed, on: date, known: Sequence[Entry], held: list[Entry]) -> bool:
    """Whether a closing says of its day what all that was known does; `held` is the history of it."""
    decided = agreed(held)
    version = decided.on(on)
    counted = rows(decided, [entry for entry in held if entry.occurred_on <= on], on)
    by_hand = {key: (row.state, row.found.value, row.found.target) for key, row in counted.items()}
    return (
        closing.as_known == len(known)
        and closes_on(version.plan, closing.period) == on
        and closing.library == LIBRARY
        and closing.plan_entry == version.position
        and dict(map(_reported, closing.statuses)) == by_hand
        and len(closing.statuses) == len(by_hand)
    )
