"""The plan that comes with the library says what the agreement says: all its figures, one by one.

`agreement.toml` is the agreement, written down by hand. Here the plan's rules are written as its lines
are; a new kind of rule needs its line in `asked`.
"""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from given import the_plan
from vaerebro_events import Criterion, Rule
from vaerebro_events.domain.fact import Where, WhereValue
from vaerebro_events.domain.plan import Indicator, PeriodKind, Reading
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

AGREED: dict[str, Any] = tomllib.loads((Path(__file__).parent / "agreement.toml").read_text(encoding="utf-8"))
CRITERIA: list[dict[str, Any]] = AGREED["criteria"]


def any_of(value: WhereValue) -> str:
    """A value, or any of several."""
    return " or ".join(map(str, value)) if isinstance(value, tuple) else f"{value}"


def at(where: Where) -> str:
    return f"[{', '.join(f'{name}={any_of(value)}' for name, value in where.items())}]"


def of_counting(rule: Count | Distinct | InContact) -> str:
    """What is counted, without how many."""
    match rule:
        case Count():
            return f"{rule.fact} {at(rule.where)}"
        case Distinct():
            others = "".join(f" or {other.fact} {at(other.where)}" for other in rule.also)
            return f"{rule.of} by {rule.fact} {at(rule.where)}{others}"
        case InContact():
            return (
                f"{rule.of} after {rule.began}, before {rule.ended}, "
                f"{rule.sign} within {rule.months} months {at(rule.where)}"
            )


def counted(rule: Count | Distinct) -> str:
    asked = f"{rule.target} {of_counting(rule)}"
    if isinstance(rule, Count):
        over = f", over {rule.across.target} {rule.across.of}" if rule.across else ""
        each = rule.each
        return f"{asked}{over}" + (
            f", for each {each.of} from {each.began} to {each.ended}" if each is not None else ""
        )
    often = f", {rule.at_least} times each" if rule.at_least > 1 else ""
    ever = ", first ever" if rule.first_ever else ""
    return f"{asked}{often}{ever}{of_them(rule)}"


def of_them(rule: Distinct) -> str:
    them = rule.of_them
    if them is None:
        return ""
    still = f", not ended by {them.ended} before" if them.ended else " afterwards"
    return f", of them {them.target} {them.of} by {them.fact}{still}"


def measured(rule: Moved | Closer | LevelWith | Growing) -> str:
    match rule:
        case Moved(indicator, direction, points):
            return f"{indicator} {direction}" + (f" by {points} points or more" if points is not None else "")
        case Closer(indicator, direction):
            return f"{indicator} closer, going {direction}"
        case LevelWith(indicator, direction, tolerance):
            side = "below" if direction == "up" else "above"
            room = f"at most {tolerance} points" if tolerance else "not"
            return f"{indicator} {room} {side} its benchmark"
        case Growing(indicator, what, percent):
            assert isinstance(what, Count | Distinct | InContact)
            more = "more" if percent is None else f"{percent} % more"
            return f"{more} than {indicator}: {of_counting(what)}"


def shown(rule: Established) -> str:
    seen = f" with {rule.at_least} {rule.seen}" if rule.seen else ""
    ended = f", not ended by {rule.ended.fact} of the {rule.ended.of}" if rule.ended else ""
    return f"{rule.target} {rule.fact} {at(rule.where)}{seen} shows it{ended}"


def completed(rule: CompleteSeries) -> str:
    asked, came = f"{rule.target} series of {rule.meetings} meetings [activity={rule.activity}]", ""
    if rule.participants is not None:
        who = rule.participants
        where = "at every meeting" if who.at_every_meeting else "in the course"
        came = f", {who.target} {who.of} by {who.fact} {where}"
    return f"{asked}{came}"


def kept(rule: KeptSixMonths) -> str:
    did = "completed" if rule.completed else "began"
    breaks = "breaks" if rule.new_employer_breaks else "does not break"
    return (
        f"{rule.target} youths in a fritidsjob for 6 months [activity={rule.activity}], of them "
        f"{rule.of_them} who {did} a lommepengejob; a new employer {breaks} it; "
        f"gap of {rule.longest_gap_days} days"
    )


def answered(rule: Share | Assessed) -> str:
    if isinstance(rule, Assessed):
        return f"all parties of {rule.indicator} say yes"
    least = f"more than {rule.percent} %" if rule.more_than else f"{rule.percent} % or more"
    return f"{least} of those {rule.of}: {rule.indicator}"


def single(rule: Rule) -> str:
    match rule:
        case Count() | Distinct():
            return counted(rule)
        case Moved() | Closer() | LevelWith() | Growing():
            return measured(rule)
        case CompleteSeries():
            return completed(rule)
        case Share() | Assessed():
            return answered(rule)
        case Established():
            return shown(rule)
        case _:
            return of_all(rule)


def of_all(rule: Rule) -> str:
    if isinstance(rule, KeptSixMonths):
        return kept(rule)
    assert isinstance(rule, Coverage)
    return f"{rule.target} blocks in every stairwell [activity={rule.activity}]"


def asked(rule: Rule) -> str:
    """What a rule asks, written as the agreement's lines are."""
    match rule:
        case AllOf(rules):
            return " AND ".join(asked(each) for each in rules)
        case AnyOf(rules):
            return f"({' OR '.join(asked(each) for each in rules)})"
        case _:
            return single(rule)


def judged_for(reading: Reading) -> str:
    """What a reading is judged for, with its days and months."""
    first = f" from {reading.first_day}" if reading.first_day else ""
    last = f" to {reading.last_day}" if reading.last_day else ""
    if reading.period is PeriodKind.WINDOW:
        assert reading.starts is not None
        start = f"{reading.starts.fact} {at(reading.starts.where)}"
        return f"window of {reading.months} months from {start}"
    return f"{reading.period}{first}{last}"


def named(key: str) -> Criterion:
    return next(criterion for criterion in the_plan().criteria if criterion.key == key)


def test_the_plan_has_the_57_criteria_of_the_agreement_and_no_others() -> None:
    assert 57 == len(CRITERIA)
    assert [agreed["key"] for agreed in CRITERIA] == [criterion.key for criterion in the_plan().criteria]


def test_fourteen_are_the_areas_and_six_restate_one_another() -> None:
    criteria = the_plan().criteria

    assert 14 == sum(criterion.level == "area" for criterion in criteria)
    assert 6 == sum(criterion.same_as is not None for criterion in criteria)


@pytest.mark.parametrize("agreed", CRITERIA, ids=lambda agreed: str(agreed["key"]))
def test_periods_and_figures_are_the_agreements(agreed: dict[str, Any]) -> None:
    criterion = named(agreed["key"])

    assert agreed["readings"] == [
        f"{reading.key} | {judged_for(reading)} | {asked(reading.rule)}" for reading in criterion.readings
    ]
    assert agreed["readings"][0].split(" | ")[0] == criterion.default_reading


@pytest.mark.parametrize("agreed", CRITERIA, ids=lambda agreed: str(agreed["key"]))
def test_place_keeper_and_belonging_are_the_agreements(agreed: dict[str, Any]) -> None:
    criterion = named(agreed["key"])
    optional = {"activity": None, "same_as": None}

    assert {**optional, **agreed, "readings": None} == {
        "key": criterion.key,
        "level": criterion.level,
        "area": criterion.area,
        "activity": criterion.activity,
        "place": criterion.place.en,
        "kept_by": criterion.kept_by.en,
        "same_as": criterion.same_as,
        "readings": None,
    }


def test_what_can_be_read_in_several_ways_says_what_is_open() -> None:
    assert [] == [
        criterion.key
        for criterion in the_plan().criteria
        if len(criterion.readings) > 1 and not criterion.open_questions
    ]


def test_the_programme_is_four_years_in_eight_blocks() -> None:
    plan = the_plan()

    assert (AGREED["first_day"], AGREED["last_day"]) == (plan.first_day, plan.last_day)
    assert (date(2020, 1, 1), date(2023, 12, 31)) == (plan.first_day, plan.last_day)
    assert (AGREED["name"], AGREED["blocks"]) == (plan.name, len(plan.blocks))


def test_areas_and_activities_are_the_agreements() -> None:
    plan = the_plan()

    assert AGREED["areas"] == [area.key for area in plan.areas]
    assert AGREED["activities"] == [
        f"{activity.key} | {activity.area} | {activity.cfbu_type or '-'}" for activity in plan.activities
    ]


def figures(indicator: Indicator) -> str:
    """An indicator's baseline and benchmark, written as the agreement's lines are."""
    baseline, compared = indicator.baseline, indicator.benchmark
    known = known_then = "to come"
    if baseline is not None:
        known = "to come" if baseline.figure is None else f"{baseline.figure}"
        known_then = "to come" if baseline.benchmark is None else f"{baseline.benchmark}"
    of = "-" if baseline is None else f"{known} of {baseline.of.en}"
    against = "-" if compared is None else f"{known_then} of {compared.en}"
    return f"{indicator.key} | {indicator.source} | {of} | {against}"


def test_baselines_and_benchmarks_are_the_agreements() -> None:
    assert AGREED["measured"] == [
        figures(indicator)
        for indicator in the_plan().indicators
        if indicator.source in ("measurement", "count")
    ]


def test_surveys_and_the_parties_that_assess_are_the_agreements() -> None:
    indicators = the_plan().indicators

    assert AGREED["surveys"] == [each.key for each in indicators if each.source == "survey"]
    assert AGREED["parties"] == {
        each.key: [party.key for party in each.parties] for each in indicators if each.source == "assessment"
    }


def test_every_indicator_is_asked_by_a_criterion() -> None:
    lines = " ".join(line for agreed in CRITERIA for line in agreed["readings"])

    assert [] == [each.key for each in the_plan().indicators if each.key not in lines]
