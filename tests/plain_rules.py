"""The rules once more, straight from their words and without an index: what the library is held against."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from attrs import evolve

from plain_jobs import kept_six_months
from plain_measures import assessed_found, baseline, closer_found, level_found, moved_found, share_found
from plain_picks import Found, Parts, by, months_later, names, of_one, order, picked, within
from plain_states import decides
from vaerebro_events import Entry, Period, Plan
from vaerebro_events.domain.plan import Rule
from vaerebro_events.projections.rules import (
    AllOf,
    AnyOf,
    Assessed,
    Closer,
    CompleteSeries,
    Count,
    Coverage,
    Distinct,
    Established,
    Growing,
    InContact,
    KeptSixMonths,
    LevelWith,
    Moved,
    Share,
)
from vaerebro_events.projections.rules.counting import Each
from vaerebro_events.projections.rules.distinct import OfThem
from vaerebro_events.projections.rules.series import Participants

# As long as what has not ended.
FOR_EVER = date.max


def _count(rule: Count, history: Sequence[Entry], period: Period) -> Found:
    here = within(period, picked(history, rule.where, rule.fact))
    if rule.each is not None:
        there = _there(rule.each, rule.where["activity"], history, period)
        figures = {name: len(of_one(here, rule.each.of, name)) for name in there}
        parts: Parts = {name: (figure, rule.target, None) for name, figure in figures.items()}
        return Found(min(figures.values(), default=0), rule.target, parts, lapses=True)
    if rule.across is None:
        return Found(len(here), rule.target, {})
    over = names(here, rule.across.of)
    return Found(len(here), rule.target, {rule.across.of: (len(over), rule.across.target, None)})


def _same(entries: Sequence[Entry], of: str, one: Entry) -> list[Entry]:
    """The entries about the same thing as one: a name is a name within an activity."""
    fields = ("activity", of)
    return [e for e in entries if all(getattr(e.fact, name) == getattr(one.fact, name) for name in fields)]


def _spells(began: Sequence[Entry], ended: Sequence[Entry], of: str) -> list[tuple[Entry, date]]:
    """Each beginning, with the last day of what began there."""
    ends = [
        [end.occurred_on for end in _same(ended, of, entry) if order(end) > order(entry)] for entry in began
    ]
    return [(entry, min(days, default=FOR_EVER)) for entry, days in zip(began, ends, strict=True)]


def _there(each: Each, activity: object, history: Sequence[Entry], period: Period) -> list[str]:
    """Those that were there on one of the period's days."""
    began, ended = (picked(history, {"activity": activity}, tag) for tag in (each.began, each.ended))
    spells = _spells(by(period, began), ended, each.of)
    return names([entry for entry, until in spells if until >= period.first], each.of)


def _distinct(rule: Distinct, history: Sequence[Entry], period: Period) -> Found:
    picks = [(rule.fact, rule.where), *((other.fact, other.where) for other in rule.also)]
    ever = sorted((one for tag, where in picks for one in picked(history, where, tag)), key=order)
    first_days: dict[str, date] = {}
    for one in names(ever, rule.of):
        theirs = of_one(ever, rule.of, one)
        here = within(period, theirs)
        if here and (here[0] is theirs[0] if rule.first_ever else len(here) >= rule.at_least):
            first_days[one] = here[0].occurred_on
    if rule.of_them is None:
        return Found(len(first_days), rule.target, {})
    did = _did(rule.of_them, rule, history, period, first_days)
    return Found(len(first_days), rule.target, {rule.of_them.fact: (did, rule.of_them.target, None)})


def _did(
    of_them: OfThem, rule: Distinct, history: Sequence[Entry], period: Period, first_days: dict[str, date]
) -> int:
    activity = {name: value for name, value in rule.where.items() if name == "activity"}
    did = by(period, picked(history, activity, of_them.fact))
    # What nothing ends is over on the day on which it was done.
    lasted = [(entry, entry.occurred_on) for entry in did]
    if of_them.ended is not None:
        lasted = _spells(did, picked(history, activity, of_them.ended), of_them.of)
    by_name = [(getattr(entry.fact, of_them.of), until) for entry, until in lasted]
    return len({who for who, until in by_name if who in first_days and until >= first_days[who]})


def _complete(rule: CompleteSeries, history: Sequence[Entry], period: Period) -> Found:
    value, parts = 0, Parts()
    held = by(period, picked(history, {"activity": rule.activity}, "meeting-held"))
    for series in names(held, "series"):
        meetings = of_one(held, "series", series)
        if any(period.first <= entry.occurred_on for entry in meetings):
            parts[series] = (len(meetings), None, None)
            if rule.participants is not None:
                asked, at = rule.participants, _came(rule.participants, history, meetings[: rule.meetings])
                came = (
                    min(map(len, at))
                    if asked.at_every_meeting
                    else len({who for present in at for who in present})
                )
                parts[f"{series}/{asked.of}"] = (came, None, asked.target)
        required = meetings[: rule.meetings]
        if len(required) == rule.meetings and required[-1].occurred_on >= period.first:
            value += _enough_came(rule, history, required)
    return Found(value, rule.target, parts)


def _enough_came(rule: CompleteSeries, history: Sequence[Entry], required: Sequence[Entry]) -> bool:
    asked = rule.participants
    if asked is None:
        return True
    at = _came(asked, history, required)
    if asked.at_every_meeting:
        return all(len(who) >= asked.target for who in at)
    return len({who for came in at for who in came}) >= asked.target


def _came(asked: Participants, history: Sequence[Entry], meetings: Sequence[Entry]) -> list[set[str]]:
    """Who came to each of these meetings."""
    return [
        {
            getattr(entry.fact, asked.of)
            for entry in history
            if entry.fact.tag == asked.fact
            and all(
                getattr(entry.fact, name) == getattr(meeting.fact, name)
                for name in ("activity", "series", "meeting")
            )
        }
        for meeting in meetings
    ]


def _established(rule: Established, history: Sequence[Entry], period: Period) -> Found:
    here = within(period, picked(history, rule.where, rule.fact))
    if rule.seen is not None:
        here = [entry for entry in here if getattr(entry.fact, rule.seen) >= rule.at_least]
    if rule.ended is not None:
        ends = by(period, picked(history, {}, rule.ended.fact))
        here = [entry for entry, until in _spells(here, ends, rule.ended.of) if until == FOR_EVER]
    return Found(len(here), rule.target, {}, grows="presence")


def _in_contact(rule: InContact, history: Sequence[Entry], period: Period, on: date) -> Found:
    day = min(period.last, on)
    if day < period.first:
        return Found(None, rule.target, {}, grows="level")
    began, seen, ended = (
        by(period, picked(history, rule.where, tag)) for tag in (rule.began, rule.sign, rule.ended)
    )
    spells = _spells(began, ended, rule.of)
    going_on = [entry for entry, until in spells if until > day]
    newest = [
        (entry, max(e.occurred_on for e in _same([*began, *seen], rule.of, entry))) for entry in going_on
    ]
    value = len(
        names([entry for entry, seen_on in newest if months_later(seen_on, rule.months) >= day], rule.of)
    )
    return Found(value, rule.target, {}, grows="level")


def _coverage(rule: Coverage, plan: Plan, history: Sequence[Entry], period: Period) -> Found:
    """A block is covered from the first day on which all its stairwells are in what is organised that day."""
    value, parts, activity = 0, Parts(), {"activity": rule.activity}
    ends = by(period, picked(history, activity, "organisation-ended"))
    for block in plan.blocks:
        began = by(period, picked(history, {**activity, "block": block.key}, "block-organised"))
        spells = _spells(began, ends, "organisation")
        days = [
            entry.occurred_on
            for entry in began
            if _wells(other for other, until in spells if other.occurred_on <= entry.occurred_on <= until)
            == set(block.stairwells)
        ]
        value += bool(days) and days[0] >= period.first
        if began and not (days and days[0] < period.first):
            now = set(block.stairwells) if days else _wells(e for e, until in spells if until == FOR_EVER)
            parts[block.key] = (len(now), None, len(block.stairwells))
    return Found(value, rule.target, parts)


def _wells(organised: Iterable[Entry]) -> set[str]:
    return {well for entry in organised for well in getattr(entry.fact, "stairwells")}  # noqa: B009


def _growing(rule: Growing, plan: Plan, history: Sequence[Entry], period: Period, on: date) -> Found:
    found = found_by(rule.rule, plan, history, period, on)
    base, _ = baseline(plan, history, rule.indicator)
    if base is None:
        return evolve(found, target=None, lacks="awaiting_baseline")
    if base == 0 and rule.percent is not None:
        return evolve(found, target=None, baseline=base, lacks="awaiting_assessment")
    enough = int(base) + 1 if rule.percent is None else int(base)
    while rule.percent is not None and enough * 100 < base * (100 + Fraction(rule.percent)):
        enough += 1
    return evolve(found, target=enough, baseline=base, lacks=None)


def _combined(rule: AllOf | AnyOf, plan: Plan, history: Sequence[Entry], period: Period, on: date) -> Found:
    members = tuple(found_by(member, plan, history, period, on) for member in rule.rules)
    together = Found(None, None, {}, members=members, all_of_them=isinstance(rule, AllOf))
    shown = decides(together)
    baselines = [each.baseline for each in (shown, *members) if each.baseline is not None]
    benchmarks = [each.benchmark for each in (shown, *members) if each.benchmark is not None]
    return evolve(
        together,
        value=shown.value,
        target=shown.target,
        aim=shown.aim,
        baseline=baselines[0] if baselines else None,
        benchmark=benchmarks[0] if benchmarks else None,
    )


def found_by(  # noqa: C901, PLR0911, PLR0912 one return a rule
    rule: Rule, plan: Plan, history: Sequence[Entry], period: Period, on: date
) -> Found:
    """What a rule says of a period."""
    match rule:
        case Count():
            return _count(rule, history, period)
        case Distinct():
            return _distinct(rule, history, period)
        case CompleteSeries():
            return _complete(rule, history, period)
        case KeptSixMonths():
            return kept_six_months(rule, history, period)
        case Established():
            return _established(rule, history, period)
        case InContact():
            return _in_contact(rule, history, period, on)
        case Coverage():
            return _coverage(rule, plan, history, period)
        case Growing():
            return _growing(rule, plan, history, period, on)
        case Share():
            return share_found(rule, history, period)
        case Assessed():
            return assessed_found(rule, plan, history, period)
        case Moved():
            return moved_found(rule, plan, history, period)
        case Closer():
            return closer_found(rule, plan, history, period)
        case LevelWith():
            return level_found(rule, history, period)
        case AllOf() | AnyOf():
            return _combined(rule, plan, history, period, on)
        case _:
            raise AssertionError(rule)
