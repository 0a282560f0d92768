"""Closing a period: what is reported, and why a figure would be another now."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from attrs import frozen

from vaerebro_events.domain.agreements import Agreements, Decision
from vaerebro_events.domain.amendments import told_of
from vaerebro_events.domain.closing import PeriodClosed, ReportedStatus, closing_day, periods
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.references import period_key
from vaerebro_events.domain.values import safe
from vaerebro_events.errors import NotClosed, UnknownPeriod
from vaerebro_events.projections.closed import closing_fact, closings
from vaerebro_events.projections.difference import difference
from vaerebro_events.projections.judgement import exact_text
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.status import Status
from vaerebro_events.text import Text

Key = tuple[str, str, str]


def as_reported(status: Status) -> ReportedStatus:
    """A status as a closing holds it.

    >>> from datetime import date
    >>> from vaerebro_events import Actor, Logbook
    >>> from vaerebro_events.projections.closing import as_reported
    >>> with Logbook.create(":memory:", actor=Actor("leader", "u-1")) as logbook:
    ...     replay = logbook.replay(on=date(2020, 12, 31))
    ...     as_reported(replay.status("lommepengejob.completed")).state
    'not_met'
    """
    value, target = (None if each is None else exact_text(each) for each in (status.value, status.target))
    return ReportedStatus(*status.key, status.state.value, value, target)


def reported(replay: Replay) -> tuple[ReportedStatus, ...]:
    """Every status of a replay, as a closing holds them."""
    return tuple(as_reported(status) for status in replay.statuses)


def ends_on(agreements: Agreements, period: str, today: date) -> date:
    """The last day of a period, by the newest version of the plan that holds on the end it gives.

    Versions that hold by today come first; what is to hold later says when a period that runs will end.

    Raises: `UnknownPeriod`.
    """
    having = [version for version in agreements.held if period in periods(version.plan)]
    held = [version for version in having if agreements.on(closing_day(version.plan, period)) is version]
    if not held:
        known = (key for version in agreements.held for key in periods(version.plan))
        raise UnknownPeriod(str(safe(period)), tuple(dict.fromkeys(known)))
    begun = agreements.until(today)
    by_today = [version for version in held if version in begun]
    return closing_day((by_today or held)[-1].plan, period)


def closing_of(replay: Replay, period: str, library: str) -> PeriodClosed:
    """The closing of a period, by a replay on its last day and a version of the library."""
    version = replay.agreements.on(replay.on)
    assert version is not None
    return PeriodClosed(period, replay.position, library, version.position, reported(replay))


def closing_differs(closing: PeriodClosed, replay: Replay, library: str) -> Text | None:
    """What in a closing is not as it should be by the replay of its two dates; nothing where all is.

    Raises: `UnknownPeriod`.
    """
    if replay.plan is None:
        return Text(da="der var ikke vedtaget nogen plan", en="no plan was adopted")
    last = closing_day(replay.plan, closing.period)
    meant = closing_of(replay, closing.period, library)
    told, now = ({status.key: status for status in each.statuses} for each in (closing, meant))
    differing = [key for key in {**told, **now} if told.get(key) != now.get(key)]
    other = " ".join(next(iter(differing), ()))
    sentences = (
        (
            replay.on != last,
            f"den handler om {replay.on}, og perioden slutter {last}",
            f"it is about {replay.on}, and the period ends on {last}",
        ),
        (
            closing.as_known != replay.position,
            f"det, der er kendt ved {closing.as_known}, er kendt ved {replay.position}",
            f"what is known at {closing.as_known} is known at {replay.position}",
        ),
        (
            closing.library != library,
            f"dette er version {library} af logbogsprogrammet",
            f"this is version {library} of the library",
        ),
        (
            closing.plan_entry != meant.plan_entry,
            f"planen i post {meant.plan_entry} gælder",
            f"the plan of entry {meant.plan_entry} holds",
        ),
        (bool(differing), f"{other} er en anden", f"{other} is another"),
        (
            closing.statuses != meant.statuses,
            "dens statusser står i en anden rækkefølge",
            "its statuses are in another order",
        ),
    )
    return next((Text(da=danish, en=english) for differs, danish, english in sentences if differs), None)


class Cause(StrEnum):
    """What makes a figure another than it was reported: entries, the agreement, or a newer library."""

    ENTRIES = "entries"
    PLAN = "plan"
    LIBRARY = "library"


@frozen
class Restated:
    """A status that is another now than it was reported, and why.

    `reported` or `now` is nothing where one of them does not have it. `caused_by` are the entries of
    the log that make the difference; where the library does, there need not be any.
    """

    reported: ReportedStatus | None
    now: ReportedStatus | None
    causes: tuple[Cause, ...]
    caused_by: tuple[int, ...]

    @property
    def key(self) -> Key:
        """Criterion, reading and period."""
        status = self.now or self.reported
        assert status is not None
        return status.key


@frozen
class SinceClosing:
    """A closing, and what would be reported now: the statuses that are others, and the entries behind it."""

    closing: Entry
    unchanged: int
    restated: tuple[Restated, ...]
    entries: tuple[Entry, ...]


def _causes(log: Sequence[Entry], caused_by: Sequence[int], *, library: bool) -> Iterator[Cause]:
    decided = [isinstance(log[told_of(log[at - 1]) - 1].fact, Decision) for at in caused_by]
    if not all(decided):
        yield Cause.ENTRIES
    if any(decided):
        yield Cause.PLAN
    if library:
        yield Cause.LIBRARY


def since_closing(replay: Replay, period: str) -> SinceClosing:
    """What was reported when a period was closed, held against what would be reported now.

    The closing is computed anew for its two dates: where that gives something else than was reported,
    this library counts in another way than the one that closed it. What else differs, entries or
    decisions about the plan have made so that were recorded since.

    Raises: `NotClosed`.
    """
    period = period_key(period)
    closed = closings(replay)
    if period not in closed:
        raise NotClosed(str(safe(period)), tuple(closed))
    closing = closed[period]
    fact = closing_fact(closing)
    then = replay.at(closing.occurred_on, fact.as_known)
    today = replay.at(closing.occurred_on, replay.position)
    told, anew, now = (
        {status.key: status for status in statuses}
        for statuses in (fact.statuses, reported(then), reported(today))
    )
    changes = {change.key: change.caused_by for change in difference(then, today).changed}
    restated: list[Restated] = []
    for key in {**told, **now}:
        if told.get(key) != now.get(key):
            caused_by = changes.get(key, ())
            causes = _causes(replay.log, caused_by, library=told.get(key) != anew.get(key))
            restated.append(Restated(told.get(key), now.get(key), tuple(causes), caused_by))
    positions = sorted({at for row in restated for at in row.caused_by})
    same = sum(told[key] == now.get(key) for key in told)
    return SinceClosing(closing, same, tuple(restated), tuple(replay.log[at - 1] for at in positions))
