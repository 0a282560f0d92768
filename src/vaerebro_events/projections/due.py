"""What is due: what falls or fell due, and whether it was done.

A new thing that falls due: one function here, one line in `KINDS`, and its kind in `due_things`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter

from attrs import evolve

from vaerebro_events.domain.calendar import add_months
from vaerebro_events.domain.commitments import Span
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Where
from vaerebro_events.domain.governance import PlanRevised, RevisionUploaded
from vaerebro_events.domain.indicators import TAKES, BaselineCounted
from vaerebro_events.domain.jobs import (
    FritidsjobEnded,
    FritidsjobFact,
    FritidsjobHeldSixMonths,
    FritidsjobStarted,
)
from vaerebro_events.domain.meetings import (
    EventHeld,
    MeetingCancelled,
    MeetingFact,
    MeetingHeld,
    SeriesPlanned,
)
from vaerebro_events.domain.milestones import (
    FACTS,
    MilestoneFact,
    MilestoneMoved,
    MilestoneReached,
    MilestoneSet,
)
from vaerebro_events.domain.plan import Indicator, IndicatorSource
from vaerebro_events.projections.due_things import (
    Asked,
    Done,
    Due,
    DueKind,
    DueState,
    Thing,
    days_from,
    first_of,
    happened,
    rules_in,
    told,
)
from vaerebro_events.projections.history import View, effective, in_order
from vaerebro_events.projections.judging import to_judge
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.rules import InContact, KeptSixMonths
from vaerebro_events.projections.rules.rule import grouped

__all__ = ["Due", "DueKind", "DueState", "due"]

Series = tuple[str, str]


def _by_job(view: View, tag: str) -> Mapping[tuple[str, str], Entry]:
    facts = ((entry.fact, entry) for entry in view.of(tag))
    return {(fact.activity, fact.job): entry for fact, entry in facts if isinstance(fact, FritidsjobFact)}


def _six_months(asked: Asked) -> Iterator[Thing]:
    """The check of each ordinary fritidsjob, on the day on which all readings have its six months reached.

    A job that ended before is checked no more. One that ended on that day or later is: it was kept.
    """
    kept = [rule for rule in asked.rules if isinstance(rule, KeptSixMonths)]
    ends, checks = (_by_job(asked.view, fact.tag) for fact in (FritidsjobEnded, FritidsjobHeldSixMonths))
    for job, start in _by_job(asked.view, FritidsjobStarted.tag).items():
        assert isinstance(start.fact, FritidsjobStarted)
        activity, end, check = job[0], ends.get(job), checks.get(job)
        own = [rule for rule in kept if rule.activity == activity]
        rules = own or [KeptSixMonths(activity, target=1, of_them=0)]
        found = (rule.reached_on(asked.view, start.fact.job) for rule in rules)
        last_day = date.max if end is None else end.occurred_on
        # Months may run from an engagement before this one, and may have been reached in it.
        days = [day for day in found if day is not None and (check or start.occurred_on <= day <= last_day)]
        if start.fact.ordinary and days and max(days) <= asked.plan.last_day:
            yield Thing(
                DueKind.SIX_MONTHS,
                start.fact.job,
                activity,
                days_from(max(days), asked.plan.settings.checks_within_days),
                None if check is None else told(check),
                start.position,
            )


def _baselines(asked: Asked) -> Iterator[Thing]:
    """Each baseline that the plan wants by a day: done when it is counted, or agreed in a later version."""
    later = [
        version
        for version in asked.agreements.until(asked.view.on)
        if version.holds_from > asked.version.holds_from
    ]
    for indicator in asked.plan.indicators:
        baseline = indicator.baseline
        if baseline is None or baseline.figure is not None or baseline.due is None:
            continue
        agreed = [
            Done(version.holds_from, version.position)
            for version in later
            if _has_figure(version.plan.indicator(indicator.key))
        ]
        counted = asked.view.of(BaselineCounted.tag, {"indicator": indicator.key})
        yield Thing(
            DueKind.BASELINE,
            indicator.key,
            None,
            days_from(baseline.due, asked.plan.settings.figures_within_days),
            first_of([*map(told, counted), *agreed]),
        )


def _has_figure(indicator: Indicator | None) -> bool:
    baseline = None if indicator is None else indicator.baseline
    return baseline is not None and baseline.figure is not None


def _contacts(asked: Asked) -> Iterator[Thing]:
    """Each who has begun and not stopped, once so many months have gone since last seen.

    Of each there is one that is open. Of those before, only those that had fallen due when somebody was
    seen again, or stopped: in between, a person who is seen in time never is anything to do.
    """
    rules = [rule for rule in asked.rules if isinstance(rule, InContact)]
    for rule in sorted(rules, key=attrgetter("months")):
        tags = {rule.began, rule.sign, rule.ended}
        entries = [entry for tag in tags for entry in asked.view.of(tag, rule.where)]
        for who, own in grouped(sorted(entries, key=in_order), rule.of).items():
            for seen, after in _stretches(rule, own):
                first = add_months(seen.occurred_on, rule.months)
                if first <= asked.plan.last_day and (after is None or first <= after.occurred_on):
                    yield Thing(
                        DueKind.VOLUNTEER_CONTACT,
                        who,
                        getattr(seen.fact, "activity", None),
                        days_from(first, asked.plan.settings.checks_within_days),
                        None if after is None else happened(after),
                        seen.position,
                    )


def _stretches(rule: InContact, entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry | None]]:
    """Each time that somebody was seen while there, with the next one or the stop; without, where neither."""
    seen: Entry | None = None
    for entry in entries:
        if seen is not None:
            yield seen, entry
        if entry.fact.tag == rule.ended:
            seen = None
        elif seen is not None or entry.fact.tag == rule.began:
            seen = entry
    if seen is not None:
        yield seen, None


def _figures(asked: Asked) -> Iterator[Thing]:
    """What the readings judged need to know of each of their periods: answers, assessments, figures."""
    for judged in asked.judged:
        period = judged.period
        if judged.version is not asked.version or not period.begun or period.first > asked.view.on:
            continue
        for rule in rules_in(judged.reading.rule):
            indicator = asked.plan.indicator(getattr(rule, "indicator", ""))
            if indicator is not None and indicator.source is not IndicatorSource.COUNT:
                yield from _figures_of(asked, indicator, Span(period.first, period.last))


def _figures_of(asked: Asked, indicator: Indicator, about: Span) -> Iterator[Thing]:
    assessed = indicator.source is IndicatorSource.ASSESSMENT
    for party in (party.key for party in indicator.parties) if assessed else (None,):
        where: Where = {"indicator": indicator.key} | ({} if party is None else {"party": party})
        yield Thing(
            DueKind.FIGURE,
            indicator.key,
            party,
            days_from(about.last, asked.plan.settings.figures_within_days),
            first_of(map(told, _about(asked.view, TAKES[indicator.source], where, about))),
            about=about,
        )


def _about(view: View, tag: str, where: Where, about: Span) -> Iterator[Entry]:
    """The entries of a kind, with these fields, about a day of a time."""
    found = view.of(tag, where, about.last)
    return (entry for entry in found if about.first <= entry.occurred_on)


def _milestones(asked: Asked) -> Iterator[Thing]:
    """Each milestone, on the newest day set for it; those given up are not due."""
    entries = (entry for kind in FACTS for entry in asked.view.of(kind.tag))
    ahead: dict[str, Thing] = {}
    for entry in sorted(entries, key=in_order):
        fact = entry.fact
        assert isinstance(fact, MilestoneFact)
        key, before = fact.milestone, ahead.pop(fact.milestone, None)
        if isinstance(fact, MilestoneSet):
            days = Span(fact.due, fact.due)
            ahead[key] = Thing(DueKind.MILESTONE, key, fact.activity, days, entry=entry.position)
        elif before is not None and isinstance(fact, MilestoneMoved):
            ahead[key] = evolve(before, days=Span(fact.due, fact.due), entry=entry.position)
        elif before is not None and isinstance(fact, MilestoneReached):
            yield evolve(before, done=happened(entry))
    yield from ahead.values()


def _duties(asked: Asked) -> Iterator[Thing]:
    """Each duty, for each of its times but those that were over before the version held."""
    for duty in asked.plan.duties:
        for span in duty.spans(asked.plan.first_day, asked.plan.last_day):
            if span.last >= asked.version.holds_from:
                done = first_of(map(happened, _about(asked.view, duty.fact, duty.where, span)))
                yield Thing(DueKind.DUTY, duty.key, None, duty.due(span), done, about=span)


def _told_by_series(view: View) -> Mapping[Series, Mapping[int, Done]]:
    """When each meeting was told of first: held, or cancelled."""
    found: dict[Series, dict[int, Done]] = {}
    for tag in (MeetingHeld.tag, MeetingCancelled.tag, EventHeld.tag):
        for entry in view.of(tag):
            fact, done = entry.fact, told(entry)
            assert isinstance(fact, MeetingFact)
            own = found.setdefault((fact.activity, fact.series), {})
            own[fact.meeting] = min(done, own.get(fact.meeting, done))
    return found


def _meetings(asked: Asked) -> Iterator[Thing]:
    """The meetings of each series, on its last day: each held or cancelled by then, or missing."""
    by_series = asked.view.kept("meetings told", lambda: _told_by_series(asked.view))
    for entry in asked.view.of(SeriesPlanned.tag):
        plan = entry.fact
        assert isinstance(plan, SeriesPlanned)
        meetings = by_series.get((plan.activity, plan.series), {})
        own = [done for number, done in meetings.items() if number <= plan.meetings]
        missing = plan.meetings - len(own)
        yield Thing(
            DueKind.MEETINGS,
            plan.series,
            plan.activity,
            days_from(plan.last_day, asked.plan.settings.meetings_within_days),
            None if missing else max(own),
            entry.position,
            missing,
        )


def _uploads(asked: Asked) -> Iterator[Thing]:
    """Each revision of the agreement, from the board's approval on; a revision is known whatever the day."""
    for entry in asked.revised:
        assert isinstance(entry.fact, PlanRevised)
        uploaded = asked.view.of(RevisionUploaded.tag, {"revision": entry.fact.revision})
        yield Thing(
            DueKind.UPLOAD,
            entry.fact.revision,
            None,
            days_from(entry.occurred_on, asked.plan.settings.upload_within_days),
            first_of(map(happened, uploaded)),
            entry.position,
        )


KINDS: Mapping[DueKind, Callable[[Asked], Iterator[Thing]]] = {
    DueKind.SIX_MONTHS: _six_months,
    DueKind.BASELINE: _baselines,
    DueKind.VOLUNTEER_CONTACT: _contacts,
    DueKind.FIGURE: _figures,
    DueKind.MILESTONE: _milestones,
    DueKind.DUTY: _duties,
    DueKind.MEETINGS: _meetings,
    DueKind.UPLOAD: _uploads,
}


def _asked(replay: Replay) -> Iterator[Asked]:
    """What is looked at for a replay: its history under each version of the plan that has held by its day."""
    agreements = replay.agreements
    revised = [entry for entry in effective(replay.log).values() if isinstance(entry.fact, PlanRevised)]
    judged = to_judge(agreements, replay.history, replay.on)
    view = View(replay.on, agreements.held[0].plan, replay.history)
    for version in agreements.until(replay.on):
        yield Asked(view.under(version.plan), version, agreements, judged, revised)


def _things(replay: Replay) -> list[Thing]:
    """All things by the version of the plan that says so, each once."""
    agreements, on = replay.agreements, replay.on
    found: dict[tuple[object, ...], Thing] = {}
    left: dict[tuple[object, ...], Thing] = {}
    for asked in _asked(replay):
        left.clear()
        for find in KINDS.values():
            for thing in find(asked):
                holds = agreements.on(min(thing.decided_on, on)) is asked.version
                those = found if holds else left
                if thing.key not in those or thing.kind is DueKind.DUTY:
                    those[thing.key] = thing
    return list({**left, **found}.values())


def _in_order(item: Due) -> tuple[date, int, str, str, int, Span]:
    kind = list(DueKind).index(item.kind)
    return (
        item.last,
        kind,
        item.subject,
        item.of or "",
        item.entry or 0,
        item.about or Span(item.first, item.last),
    )


def due(replay: Replay) -> tuple[Due, ...]:
    """Everything that falls or fell due, as it stands on the day of a replay, by the last day to do it.

    A thing falls due by the version of the plan that holds on that day, or on the replay's where that is
    earlier: what has fallen due stays as it fell due. A figure or a duty does so by the version that holds
    on the last day of what it is about, as its period is judged. What no version claims by this, the one
    in force has. What follows from rules (six months, contacts) ends with the programme.

    A figure, a check, or the telling of a meeting was done on the day that its fact says, else on the
    day it was recorded; all else on its own day. What was done after the replay's day is not done on it,
    though it says when it was. A contact is listed while it is open, and where it had fallen due.

    >>> from datetime import date
    >>> from vaerebro_events import Actor, Logbook, SeriesPlanned
    >>> from vaerebro_events.projections.due import due
    >>> with Logbook.create(":memory:", actor=Actor("family-worker", "u-3")) as logbook:
    ...     season = SeriesPlanned("familieakademi", "2021-forår", 16, date(2021, 1, 7), date(2021, 4, 22))
    ...     entry, = logbook.record(season, on=date(2021, 1, 4))
    ...     item, = (item for item in due(logbook.replay(date(2021, 5, 1))) if item.entry == entry.position)
    >>> item.subject, item.missing, item.last.isoformat(), item.state.value
    ('2021-forår', 16, '2021-05-06', 'due')
    """
    if replay.plan is None:
        return ()
    return tuple(sorted((thing.on(replay.on) for thing in _things(replay)), key=_in_order))
