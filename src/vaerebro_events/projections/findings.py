"""What merely looks odd in a history. A new kind of finding: one function here, one line in `CHECKS`.

What looks odd in the agreement stands in `findings_of_governance`, and in how it is followed in
`findings_of_following`; what a finding is, and how it is said, in `finding`.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from vaerebro_events.domain.agreements import Decision
from vaerebro_events.domain.calendar import day_of
from vaerebro_events.domain.closing import PeriodClosed
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.follow_up import EvaluationHeld, FollowUpMade, ReportSent
from vaerebro_events.domain.governance import MarkedAsSample, RevisionUploaded
from vaerebro_events.domain.indicators import BaselineCounted
from vaerebro_events.domain.jobs import FritidsjobHeldSixMonths
from vaerebro_events.domain.meetings import (
    AttendanceFact,
    EventHeld,
    HeadsCounted,
    MeetingHeld,
    SeriesCompleted,
    SeriesPlanned,
)
from vaerebro_events.domain.plan import IndicatorSource
from vaerebro_events.projections.finding import Finding, FindingKind, found
from vaerebro_events.projections.history import View
from vaerebro_events.projections.rules.combining import within
from vaerebro_events.projections.rules.jobs import KeptSixMonths

__all__ = ["CHECKS", "Finding", "FindingKind", "findings"]

Check = Callable[[Entry, View], Iterator[Finding]]
# What is about the plan or the logbook itself has no day in the programme to be odd about.
_ABOUT_THE_LOGBOOK: tuple[type[Fact], ...] = (Decision, MarkedAsSample, PeriodClosed)


def _late(entry: Entry, view: View) -> Iterator[Finding]:
    # What looks back on a time is told when it is presented or sent, and that is some months later.
    looks_back = isinstance(entry.fact, EvaluationHeld | ReportSent)
    told = entry.fact.days_told() if looks_back else ()
    days = (day_of(entry.recorded_at) - max((entry.occurred_on, *told))).days
    if days > view.plan.settings.late_after_days:
        yield from found(FindingKind.LATE_ENTRY, entry, days=days)


def _outside_programme(entry: Entry, view: View) -> Iterator[Finding]:
    # A baseline is of a time before what it is held against; the board meets before and after, too.
    may = isinstance(entry.fact, BaselineCounted | FollowUpMade | RevisionUploaded)
    if not may and not view.plan.first_day <= entry.occurred_on <= view.plan.last_day:
        yield from found(FindingKind.OUTSIDE_PROGRAMME, entry)


def _clock_behind(entry: Entry) -> Iterator[Finding]:
    if entry.clock is not None:
        yield from found(FindingKind.CLOCK_BEHIND, entry, clock=entry.clock)


def _closed_day(entry: Entry, view: View) -> Iterator[Finding]:
    held = isinstance(entry.fact, MeetingHeld | EventHeld)
    if held and f"{entry.occurred_on:%m-%d}" in view.plan.settings.closed_days:
        yield from found(FindingKind.CLOSED_DAY, entry)


def _plans(view: View) -> dict[tuple[str, str], SeriesPlanned]:
    facts = (entry.fact for entry in view.of(SeriesPlanned.tag))
    return {(fact.activity, fact.series): fact for fact in facts if isinstance(fact, SeriesPlanned)}


def _against_season(entry: Entry, view: View) -> Iterator[Finding]:
    fact = entry.fact
    if not isinstance(fact, MeetingHeld):
        return
    plan = view.kept("series plans", lambda: _plans(view))[fact.activity, fact.series]
    if not plan.first_day <= entry.occurred_on <= plan.last_day:
        yield from found(FindingKind.OUTSIDE_SEASON, entry)
    if fact.meeting > plan.meetings:
        yield from found(FindingKind.MORE_THAN_PLANNED, entry, meeting=fact.meeting, planned=plan.meetings)


def _came(view: View) -> Counter[tuple[str, str, int]]:
    """How many are recorded as having come, by meeting or event."""
    came = (entry.fact for entry in view.entries)
    return Counter(
        (fact.activity, fact.series, fact.meeting) for fact in came if isinstance(fact, AttendanceFact)
    )


def _heads(entry: Entry, view: View) -> Iterator[Finding]:
    fact = entry.fact
    if not isinstance(fact, HeadsCounted):
        return
    by_meeting = view.kept("came by meeting", lambda: _came(view))
    came = by_meeting[fact.activity, fact.series, fact.meeting]
    if fact.heads < came:
        yield from found(FindingKind.FEWER_HEADS_THAN_CAME, entry, heads=fact.heads, came=came)


def _kept(view: View, activity: str) -> list[KeptSixMonths]:
    """How the plan reckons six months in an activity; where it does not say, as a rule would by itself."""
    readings = (reading.rule for criterion in view.plan.criteria for reading in criterion.readings)
    rules = (rule for own in readings for rule in within(own))
    kept = [rule for rule in rules if isinstance(rule, KeptSixMonths) and rule.activity == activity]
    return kept or [KeptSixMonths(activity, target=1, of_them=0)]


def _six_months(entry: Entry, view: View) -> Iterator[Finding]:
    fact = entry.fact
    if not isinstance(fact, FritidsjobHeldSixMonths):
        return
    days = {rule.reached_on(view, fact.job) or entry.occurred_on for rule in _kept(view, fact.activity)}
    reached = max(days)
    if entry.occurred_on < min(days):
        yield from found(FindingKind.SIX_MONTHS_EARLY, entry, reached=reached)
    elif entry.occurred_on > reached:
        yield from found(FindingKind.SIX_MONTHS_LATE, entry, reached=reached)


def _baseline_zero(entry: Entry, view: View) -> Iterator[Finding]:
    if not isinstance(entry.fact, BaselineCounted) or entry.fact.figure:
        return
    indicator = view.plan.indicator(entry.fact.indicator)
    if indicator is not None and indicator.source is IndicatorSource.COUNT:
        yield from found(FindingKind.BASELINE_ZERO, entry)


def _without_meetings(entry: Entry, view: View) -> Iterator[Finding]:
    fact = entry.fact
    if isinstance(fact, SeriesCompleted):
        where = {"activity": fact.activity, "series": fact.series}
        if not any(view.of(held.tag, where) for held in (MeetingHeld, EventHeld)):
            yield from found(FindingKind.COMPLETED_WITHOUT_MEETINGS, entry)


CHECKS: tuple[Check, ...] = (
    _late,
    _outside_programme,
    _closed_day,
    _against_season,
    _heads,
    _six_months,
    _baseline_zero,
    _without_meetings,
)


def findings(view: View, log: Sequence[Entry]) -> tuple[Finding, ...]:
    """Everything odd in a view and in the log it comes from, in the order of the log."""
    entries = [entry for entry in view.entries if not isinstance(entry.fact, _ABOUT_THE_LOGBOOK)]
    of_entries = (finding for entry in entries for check in CHECKS for finding in check(entry, view))
    of_clocks = (finding for entry in log for finding in _clock_behind(entry))
    return tuple(sorted(chain(of_entries, of_clocks), key=lambda finding: finding.position))
