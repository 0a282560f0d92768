"""What merely looks odd in a history. A new kind of finding: one function here, one line in `CHECKS`.

What looks odd in the agreement and in how it is followed stands in `findings_of_governance`.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from enum import StrEnum
from itertools import chain

from attrs import frozen

from vaerebro_events.domain.agreements import Decision
from vaerebro_events.domain.calendar import day_of
from vaerebro_events.domain.closing import PROGRAMME, PeriodClosed
from vaerebro_events.domain.concerns import Level
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
from vaerebro_events.domain.text import Language, Text
from vaerebro_events.projections.history import View
from vaerebro_events.projections.rules.combining import within
from vaerebro_events.projections.rules.jobs import KeptSixMonths


class FindingKind(StrEnum):
    """What looks odd; each is recorded all the same."""

    LATE_ENTRY = "late-entry"
    OUTSIDE_PROGRAMME = "outside-programme"
    CLOCK_BEHIND = "clock-behind"
    CLOSED_DAY = "closed-day"
    OUTSIDE_SEASON = "outside-season"
    MORE_THAN_PLANNED = "more-than-planned"
    FEWER_HEADS_THAN_CAME = "fewer-heads-than-came"
    SIX_MONTHS_EARLY = "six-months-early"
    SIX_MONTHS_LATE = "six-months-late"
    BASELINE_ZERO = "baseline-zero"
    COMPLETED_WITHOUT_MEETINGS = "completed-without-meetings"
    REVISED_AFTER_EFFECT = "revised-after-effect"
    WEIGHT_MOVED_WITHOUT_LBF = "weight-moved-without-lbf"
    STRATEGIC_WITHOUT_LBF = "strategic-without-lbf"
    DELAFTALE_CHANGES_STRATEGIC = "delaftale-changes-strategic"
    AFTER_CLOSING = "after-closing"
    LEVEL_SKIPPED = "level-skipped"
    HOURS_OVERLAP = "hours-overlap"
    HOURS_OVER_TWO_YEARS = "hours-over-two-years"
    HOURS_NOT_AGREED = "hours-not-agreed"
    SEEN_BEFORE_RECORDED = "seen-before-recorded"
    MIDTERM_WITHOUT_RESIDENTS = "midterm-without-residents"
    NOT_IN_PLAN = "not-in-plan"
    NOTIFIED_NOBODY = "notified-nobody"


_SENTENCES: dict[FindingKind, Text] = {
    FindingKind.LATE_ENTRY: Text(
        da="Registreret {days} dage efter, at det skete.",
        en="Recorded {days} days after its day.",
    ),
    FindingKind.OUTSIDE_PROGRAMME: Text(
        da="Dagen ligger uden for aftaleperioden.", en="Its day lies outside the programme."
    ),
    FindingKind.CLOCK_BEHIND: Text(
        da="Uret var bagefter logbogen: det viste {clock}.",
        en="The clock said {clock}, behind the log, and that was allowed.",
    ),
    FindingKind.CLOSED_DAY: Text(
        da="Mødet eller arrangementet ligger på en lukkedag.",
        en="A meeting or an event on a day that is usually closed.",
    ),
    FindingKind.OUTSIDE_SEASON: Text(
        da="Mødet ligger uden for den planlagte periode.",
        en="The meeting lies outside the days of its season.",
    ),
    FindingKind.MORE_THAN_PLANNED: Text(
        da="Møde nummer {meeting}, men der er kun planlagt {planned}.",
        en="Meeting {meeting} of a season planned with {planned}.",
    ),
    FindingKind.FEWER_HEADS_THAN_CAME: Text(
        da="Der er talt {heads}, men registreret {came} fremmødte.",
        en="{heads} heads were counted, but {came} are recorded as having come.",
    ),
    FindingKind.SIX_MONTHS_EARLY: Text(
        da="De seks måneder er først gået {reached}.", en="Six months are not reached until {reached}."
    ),
    FindingKind.SIX_MONTHS_LATE: Text(
        da="De seks måneder var allerede gået {reached}.", en="Six months were reached on {reached} already."
    ),
    FindingKind.COMPLETED_WITHOUT_MEETINGS: Text(
        da="Forløbet er gennemført, men der er ikke registreret noget møde.",
        en="The course is completed, but no meeting of it is recorded.",
    ),
    FindingKind.BASELINE_ZERO: Text(
        da="Basistallet er nul, så en vækst i procent kan ikke beregnes.",
        en="The baseline is zero, so growth in per cent cannot be computed.",
    ),
    FindingKind.REVISED_AFTER_EFFECT: Text(
        da="Revisionen gælder fra {holds_from}, men blev først godkendt {approved}.",
        en="The revision holds from {holds_from}, but was approved on {approved} only.",
    ),
    FindingKind.WEIGHT_MOVED_WITHOUT_LBF: Text(
        da="Vægten mellem indsatsområderne er flyttet ({areas}), uden at Landsbyggefonden blev inddraget før "
        "godkendelsen.",
        en="Weight moved between the areas ({areas}), and Landsbyggefonden was not involved before approval.",
    ),
    FindingKind.STRATEGIC_WITHOUT_LBF: Text(
        da="Den strategiske aftale gælder fra {holds_from}, uden at Landsbyggefonden havde godkendt den.",
        en="The strategic agreement holds from {holds_from}, and Landsbyggefonden had not approved it.",
    ),
    FindingKind.DELAFTALE_CHANGES_STRATEGIC: Text(
        da="Revisionen er af en delaftale, men ændrer perioden, indsatsområderne eller det samlede beløb.",
        en="The revision is of a delaftale, but changes the programme's days, its areas or the whole money.",
    ),
    FindingKind.AFTER_CLOSING: Text(
        da="Vedrører {period}, som var lukket, da det blev registreret.",
        en="Is about {period}, which was closed when it was recorded.",
    ),
    FindingKind.LEVEL_SKIPPED: Text(
        da="Uenigheden er kommet til {level} uden først at være forsøgt løst hos {below}.",
        en="The disagreement came to {level} before {below} had tried.",
    ),
    FindingKind.HOURS_OVERLAP: Text(
        da="Timerne dækker nogle af de samme dage som post {other}.",
        en="The hours are of some of the same days as entry {other}.",
    ),
    FindingKind.HOURS_OVER_TWO_YEARS: Text(
        da="Timerne går tilbage til {first}, men tælles alle med i {year}.",
        en="The hours go back to {first}, but all count in {year}.",
    ),
    FindingKind.HOURS_NOT_AGREED: Text(
        da="Aftalen har ingen medfinansiering i timer fra den part til den aktivitet.",
        en="The agreement has no hours of that party for that activity.",
    ),
    FindingKind.SEEN_BEFORE_RECORDED: Text(
        da="Der blev set på logbogen til og med post {as_known}, men den blev først registreret {recorded}.",
        en="The log was seen up to entry {as_known}, but that was recorded on {recorded} only.",
    ),
    FindingKind.MIDTERM_WITHOUT_RESIDENTS: Text(
        da="Midtvejsevalueringen er holdt uden beboere.",
        en="The midterm evaluation was held without residents.",
    ),
    FindingKind.NOT_IN_PLAN: Text(
        da="Passer ikke med den aftale, der gælder på dagen (post {version}).",
        en="Does not fit the agreement that holds on its day (entry {version}).",
    ),
    FindingKind.NOTIFIED_NOBODY: Text(
        da="Der er ikke registreret nogen, som blev underrettet.",
        en="Nobody is recorded as having been notified.",
    ),
}

# Values that have words of their own.
_WORDS: dict[str, Text] = {
    PROGRAMME: Text(da="hele aftaleperioden", en="the whole programme"),
    Level.THOSE_INVOLVED: Text(da="de involverede", en="those involved"),
    Level.NEAREST_MANAGERS: Text(da="de nærmeste ledere", en="the nearest managers"),
    Level.BOARD: Text(da="bestyrelsen", en="the board"),
}


def _said(fact: int | str, language: Language) -> int | str:
    return _WORDS[fact].in_(language) if isinstance(fact, str) and fact in _WORDS else fact


@frozen
class Finding:
    """Something odd: its kind, the entry, and the figures that show it."""

    kind: FindingKind
    position: int
    facts: tuple[tuple[str, int | str], ...] = ()

    @property
    def says(self) -> Text:
        """The finding as a sentence in both languages."""
        text = _SENTENCES[self.kind]
        danish = {name: _said(fact, "da") for name, fact in self.facts}
        english = {name: _said(fact, "en") for name, fact in self.facts}
        return Text(da=text.da.format(**danish), en=text.en.format(**english))


Check = Callable[[Entry, View], Iterator[Finding]]
# What is about the plan or the logbook itself has no day in the programme to be odd about.
_ABOUT_THE_LOGBOOK: tuple[type[Fact], ...] = (Decision, MarkedAsSample, PeriodClosed)


def found(kind: FindingKind, entry: Entry, **facts: int | str | date | datetime) -> Iterator[Finding]:
    """A finding about an entry, and the figures that show it."""
    shown = ((name, fact if isinstance(fact, int) else str(fact)) for name, fact in facts.items())
    yield Finding(kind, entry.position, tuple(shown))


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
