"""A replay: what is true for one day, as far as it was known at one time."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property, reduce
from operator import attrgetter
from typing import TypeVar

from attrs import frozen

from vaerebro_events.domain.agreements import Agreements, agreements_of
from vaerebro_events.domain.amendments import Amendment
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.plan import Plan, Words
from vaerebro_events.errors import UnknownStatus
from vaerebro_events.projections.attendance import Attendance, attendance
from vaerebro_events.projections.findings import Finding, findings
from vaerebro_events.projections.findings_of_governance import findings_of_governance
from vaerebro_events.projections.history import View, effective, until
from vaerebro_events.projections.judging import statuses
from vaerebro_events.projections.status import Status
from vaerebro_events.text import Language

S = TypeVar("S")


@frozen(eq=False)
class Replay:
    """The log cut at what was known, and what it says for the day `on`.

    `position` is the last position known, `log` the entries up to it as they were recorded. A replay
    is a value: it does not see what is recorded later.

    >>> from datetime import date
    >>> from vaerebro_events import Actor, Logbook, ParentsMet, ParticipantRegistered
    >>> logbook = Logbook.create(":memory:", actor=Actor("child-and-youth-worker", "u-2"))
    >>> youth, met = ParticipantRegistered("youth", "y-004"), ParentsMet("lommepengejob", "y-004")
    >>> entries = logbook.record(youth, met, on=date(2021, 3, 4))
    >>> replay = logbook.replay(on=date(2021, 12, 31))
    >>> status = replay.status("lommepengejob.parent-cooperation")
    >>> status.state.value, status.value, status.counted
    ('met', 1, (3,))
    >>> replay.sentence(status, "da")
    'Møder med forældre: mindst 1.'
    >>> replay.fold(0, lambda meetings, entry: meetings + isinstance(entry.fact, ParentsMet))
    1
    """

    on: date
    position: int
    log: Sequence[Entry]
    facts: Mapping[str, type[Fact]]

    @cached_property
    def agreements(self) -> Agreements:
        """All versions of the plan and all readings chosen, as known, whatever the day."""
        return agreements_of(self._effective.values())

    @property
    def plan(self) -> Plan | None:
        """The version of the plan that holds on the day, as known; nothing before the adoption."""
        version = self.agreements.on(self.on)
        return None if version is None else version.plan

    def plan_of(self, status: Status) -> Plan:
        """The version of the plan that judges a status."""
        versions = self.agreements.versions
        return next(version.plan for version in versions if version.position == status.version)

    @cached_property
    def _effective(self) -> Mapping[int, Entry]:
        return effective(self.log)

    @cached_property
    def history(self) -> Sequence[Entry]:
        """The entries as amended, about days up to `on`, by day, rank within the day, and position."""
        return tuple(until(self._effective.values(), self.on))

    @cached_property
    def statuses(self) -> tuple[Status, ...]:
        """Every criterion agreed, in every reading and period judged; none before the plan's adoption."""
        return statuses(self.agreements, self.history, self.on)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What merely looks odd in the history."""
        if self.plan is None:
            return ()
        of_history = findings(View(self.on, self.plan, self.history), self.log)
        of_governance = findings_of_governance(self, self._effective.values())
        return tuple(sorted((*of_history, *of_governance), key=attrgetter("position")))

    @cached_property
    def amendments(self) -> Mapping[int, int]:
        """The newest known amendment of each amended entry, by position."""
        amended = ((entry.fact, entry.position) for entry in self.log)
        return {fact.amends: at for fact, at in amended if isinstance(fact, Amendment)}

    def at(self, on: date, position: int) -> "Replay":
        """What the same log says for another day, as known at an earlier position."""
        return Replay(on, position, self.log[:position], self.facts)

    def status(self, criterion: str, reading: str | None = None, period: str | None = None) -> Status:
        """One criterion's status.

        Without a reading, its default one. Without a period, the one that holds the day `on`, else
        the newest that has begun, else the first.

        Raises: `UnknownStatus`.
        """
        found = [
            status
            for status in self.statuses
            if status.criterion == criterion
            and (status.default if reading is None else status.reading == reading)
            and (period is None or status.period.key == period)
        ]
        if not found:
            asked = " ".join(part for part in (criterion, reading, period) if part is not None)
            own = [" ".join(status.key) for status in self.statuses if status.criterion == criterion]
            raise UnknownStatus(asked, tuple(own or dict.fromkeys(s.criterion for s in self.statuses)))
        return _nearest(found, self.on)

    def sentence(self, status: Status, language: Language) -> str:
        """A status's rule in plain words."""
        return status.rule.sentence(Words(language, self.plan_of(status), self.facts))

    def attendance(self, activity: str, first: date, last: date) -> Attendance:
        """How an activity was attended from a first day to a last: visits, visitors and families.

        >>> from datetime import date
        >>> from vaerebro_events import Actor, AliasAttended, EventHeld, HeadsCounted, Logbook
        >>> cafe = ("netvaerk", "tirsdagscafe", 1)
        >>> with Logbook.create(":memory:", actor=Actor("network-worker", "u-4")) as logbook:
        ...     held = EventHeld(*cafe, place="beboerhuset", led_by="volunteers")
        ...     guests = [AliasAttended(*cafe, alias="ræv"), HeadsCounted(*cafe, heads=14, vulnerable=3)]
        ...     entries = logbook.record(held, *guests, on=date(2021, 3, 2))
        ...     logbook.replay(on=date(2021, 12, 31)).attendance(
        ...         "netvaerk", date(2021, 1, 1), date(2021, 12, 31))
        Attendance(visits=14, visitors=1, families=0, vulnerable=3)
        """
        return attendance(self.history, activity, first, last)

    def fold(self, start: S, step: Callable[[S, Entry], S]) -> S:
        """An application's own fold over the history, for the same two dates.

        `step` takes the state so far and one entry as amended, and gives the state after it.
        """
        return reduce(step, self.history, start)


def _nearest(found: Iterable[Status], on: date) -> Status:
    def nearness(status: Status) -> tuple[bool, bool, int]:
        begun = status.period.first <= on
        first = status.period.first.toordinal()
        return (status.period.holds(on), begun, first if begun else -first)

    return max(found, key=nearness)
