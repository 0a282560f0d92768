"""What keeps a plan from being adopted in what it promises beside its criteria, and what does not.

`PROMISES` promises something of each kind; `CHANGES` spoils one thing at a time.
"""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import AttrsInstance, evolve, fields, frozen

from given import AKADEMI, VOLUNTEERS, the_plan
from test_plan_checks import club_plan_and, problems
from test_plan_files import problems as in_file
from vaerebro_events import VOCABULARY, Plan, Rank, Rule, Text, read_plan
from vaerebro_events.domain.commitments import CoFinancing, Duty, Every, Money, Post, Share
from vaerebro_events.domain.fact import ActivityFact, Where
from vaerebro_events.domain.plan import Area, Baseline, Indicator, IndicatorSource, Party, Settings
from vaerebro_events.domain.plan_problems import plan_problems
from vaerebro_events.projections.rules import Count

DOCS = Path(__file__).parent.parent / "docs"
TEXT = Text(da="x", en="x")
FORM = "it must be 1 to 64 letters, digits or . - _ : without spaces"
PROMISES = """
[[parties]]
key = "town"
TITLE

[[parties]]
key = "school"
TITLE

[[posts]]
key = "leader"
TITLE
shares = [{ area = "area", percent = 150 }]

[[cofinancing]]
party = "town"
activity = "club"
TITLE
hours_a_week = 2.5

[[duties]]
key = "midterm"
TITLE
fact = "evaluation-held"
where = { kind = "midterm" }
every = "once"
last_day = 2021-12-31
months = 120
source = { da = "x", en = "x" }

[[duties]]
key = "account"
TITLE
fact = "report-sent"
where = { report = "account" }
every = "year"
source = { da = "x", en = "x" }
"""
EVALUATED = "it has kind, presented_on, residents"
TOLD: list[tuple[str, str, list[str]]] = [
    # Keys.
    ('"school"', '"town"', ["parties «town»: the key is used 2 times"]),
    ('key = "account"', 'key = "midterm"', ["duties «midterm»: the key is used 2 times"]),
    ('"school"', '"the moon"', [f"parties: «the moon» is no key: {FORM}"]),
    ('"leader"', '"the moon"', [f"posts: «the moon» is no key: {FORM}"]),
    ('"midterm"\n', '"the moon"\n', [f"duties: «the moon» is no key: {FORM}"]),
    # Posts and hours.
    ('area = "area", percent', 'area = "moon", percent', ["posts «leader»: there is no area «moon»"]),
    (
        "percent = 150 }",
        'percent = 1 }, { area = "area", percent = 2 }',
        ["posts «leader»: the area «area» has more than one share of it"],
    ),
    (
        "percent = 150",
        "percent = 0",
        ["posts «leader», shares 1: percent cannot be 0: it must be a whole number from 1 to 1000000"],
    ),
    ('party = "town"', 'party = "moon"', ["cofinancing «moon», «club»: there is no party «moon»"]),
    ('activity = "club"', 'activity = "moon"', ["cofinancing «town», «moon»: there is no activity «moon»"]),
    ("2.5", "-0.5", ["cofinancing 1: hours_a_week cannot be '-0.5': it must be 0 or more"]),
    # Duties.
    ('"once"', '"month"', ["duties «midterm», every: 'month' is none of once, year, half-year"]),
    (
        '"once"',
        '"year"',
        ["duties «midterm»: last_day belongs to a duty that comes once, not to one of each year"],
    ),
    (
        '"once"',
        '"half-year"',
        ["duties «midterm»: last_day belongs to a duty that comes once, not to one of each half-year"],
    ),
    ("2021-12-31", "2019-12-31", ["duties «midterm»: last_day (2019-12-31) lies outside the programme"]),
    ("2021-12-31", "2024-01-01", ["duties «midterm»: last_day (2024-01-01) lies outside the programme"]),
    (
        "months = 120",
        "months = 121",
        ["duties «midterm»: months cannot be 121: it must be a whole number from 0 to 120"],
    ),
    ('"evaluation-held"', '"chess-played"', ["duties «midterm»: there is no fact «chess-played»"]),
    (
        '"evaluation-held"\nwhere = { kind = "midterm" }',
        '"retracted"',
        ["duties «midterm»: a «retracted» is about the log, and no rule sees it"],
    ),
    ('kind = "midterm"', 'kind = "moon"', ["duties «midterm»: where.kind must be one of yearly, midterm"]),
    (
        'kind = "midterm"',
        'mood = "good"',
        [f"duties «midterm»: the fact «evaluation-held» has no field «mood»; {EVALUATED}"],
    ),
    (
        'report = "account"',
        "",
        ["duties «account»: where.report must name the one report that is sent"],
    ),
    (
        'report = "account"',
        'report = ["account", "plan"]',
        ["duties «account»: where.report must name the one report that is sent"],
    ),
    (
        'report = "account"',
        'report = "the moon"',
        [f"duties «account»: where.report: «the moon» is no key: {FORM}"],
    ),
    ('report = "account"', "report = 5", ["duties «account»: where.report must be text"]),
]


@pytest.mark.parametrize(("old", "new", "wrong"), TOLD)
def test_what_does_not_fit_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, wrong: list[str]
) -> None:
    assert 1 == PROMISES.count(old)

    assert wrong == in_file(tmp_path, club_plan_and(PROMISES.replace(old, new)))


@pytest.mark.parametrize("days", ["2020-01-01", "2023-12-31"])
def test_what_fits_is_read(tmp_path: Path, days: str) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(club_plan_and(PROMISES.replace("2021-12-31", days)), encoding="utf-8")

    plan = read_plan(path)

    assert (CoFinancing("town", "club", TEXT, Decimal("2.5")),) == plan.cofinancing
    assert (150, date.fromisoformat(days)) == (plan.posts[0].percent, plan.duties[0].last_day)


def test_a_post_is_there_once() -> None:
    plan = evolve(the_plan(), posts=(Post("leader", TEXT), Post("leader", TEXT)))

    assert ["posts «leader»: the key is used 2 times"] == problems(plan)


def test_a_party_stands_once_with_an_activity_and_may_stand_with_others() -> None:
    cofinancing = [CoFinancing("library", activity, TEXT) for activity in (AKADEMI, VOLUNTEERS, AKADEMI)]
    plan = evolve(the_plan(), cofinancing=tuple(cofinancing))

    assert [f"cofinancing «library», «{AKADEMI}»: the two stand there 2 times"] == problems(plan)


def test_a_post_has_one_share_of_each_area_and_may_have_several_areas() -> None:
    one, other, _ = (area.key for area in the_plan().areas)
    plan = evolve(the_plan(), posts=(Post("leader", TEXT, (Share(one, 5), Share(other, 5), Share(one, 10))),))

    assert [f"posts «leader»: the area «{one}» has more than one share of it"] == problems(plan)


def test_money_and_posts_that_do_not_add_up_keep_no_plan_from_being_adopted() -> None:
    """It is the agreement that does not add up, and the plan check tells of it."""
    area = the_plan().areas[0]
    plan = evolve(
        the_plan(),
        money=Money(1, 0),
        areas=(evolve(area, money=Money(1_000_000, 5)), *the_plan().areas[1:]),
        posts=(Post("leader", TEXT, (Share(area.key, 900),)), Post("nobody", TEXT)),
    )

    assert [] == problems(plan)


def test_a_plan_promises_nothing_unless_it_says_so() -> None:
    plan = evolve(the_plan(), money=None, parties=(), posts=(), cofinancing=(), duties=())

    assert [] == problems(plan)


# Baselines that are due.


def with_baseline(baseline: Baseline) -> Plan:
    indicator = Indicator("visits", TEXT, IndicatorSource.COUNT, baseline=baseline)
    return evolve(the_plan(), indicators=(*the_plan().indicators, indicator))


@pytest.mark.parametrize("due", [date(1900, 1, 1), date(2019, 12, 31), date(2023, 12, 31)])
def test_a_baseline_may_be_due_before_the_programme_and_in_it(due: date) -> None:
    assert [] == problems(with_baseline(Baseline(TEXT, due=due)))


@pytest.mark.parametrize("due", [date(1899, 12, 31), date(2024, 1, 1)])
def test_a_baseline_is_not_due_after_the_programme_or_in_a_distant_past(due: date) -> None:
    why = f"baseline.due is {due}, but it is a day from 1900-01-01 to the programme's last"

    assert [f"indicators «visits»: {why}"] == problems(with_baseline(Baseline(TEXT, due=due)))


def test_a_baseline_that_the_agreement_gives_is_not_due() -> None:
    why = "baseline.due stands beside baseline.figure: what the agreement gives is not due"
    plan = with_baseline(Baseline(TEXT, Decimal(3), due=date(2020, 12, 31)))

    assert [f"indicators «visits»: {why}"] == problems(plan)


# No day that follows from a plan may lie beyond the days there are.


@pytest.mark.parametrize(
    ("first", "last", "wrong"),
    [
        (date(1899, 12, 31), date(2023, 12, 31), "first_day: 1899-12-31"),
        (date(2020, 1, 1), date(3000, 1, 1), "last_day: 3000-01-01"),
        (date(1, 1, 1), date(2023, 12, 31), "first_day: 0001-01-01"),
        (date(2020, 1, 1), date.max, "last_day: 9999-12-31"),
    ],
)
def test_a_programme_lies_in_days_that_can_be_reckoned_with(first: date, last: date, wrong: str) -> None:
    plan = evolve(the_plan(), first_day=first, last_day=last)

    assert [f"{wrong} is no day from 1900-01-01 to 2999-12-31"] == problems(plan)


@pytest.mark.parametrize("every", Every)
def test_whatever_can_be_adopted_falls_due_on_a_day_that_there_is(every: Every) -> None:
    duty = Duty("always", TEXT, "follow-up-made", every, TEXT, months=120)
    plan = evolve(the_plan(), first_day=date(1900, 1, 1), last_day=date(2999, 12, 31), duties=(duty,))

    assert [] == problems(plan)
    dues = [duty.due(span) for span in duty.spans(plan.first_day, plan.last_day)]
    assert {Every.ONCE: 1, Every.YEAR: 1100, Every.HALF_YEAR: 2200}[every] == len(dues)
    assert date(3009, 12, 31) == dues[-1].last


def test_a_programme_that_begins_in_the_middle_of_a_half_year_has_less_of_it() -> None:
    seen = Duty("seen", TEXT, "follow-up-made", Every.HALF_YEAR, TEXT)

    assert [
        (date(2020, 3, 15), date(2020, 6, 30)),
        (date(2020, 7, 1), date(2020, 12, 31)),
        (date(2021, 1, 1), date(2021, 2, 28)),
    ] == list(seen.spans(date(2020, 3, 15), date(2021, 2, 28)))


def test_a_programme_that_begins_in_the_autumn_has_nothing_of_the_first_half_year() -> None:
    seen = Duty("seen", TEXT, "follow-up-made", Every.HALF_YEAR, TEXT)

    assert [(date(2020, 7, 1), date(2020, 9, 30))] == list(seen.spans(date(2020, 7, 1), date(2020, 9, 30)))


# Facts that duties pick: a party is one behind the agreement, where the fact is of no indicator.


@pytest.mark.parametrize(
    ("fact", "where", "wrong"),
    [
        ("hours-cofinanced", {"party": "library"}, []),
        ("hours-cofinanced", {"party": "cafe", "activity": "redaktion"}, []),
        ("hours-cofinanced", {"party": "ssp-consultant"}, ["there is no party «ssp-consultant»"]),
        ("assessment-made", {"indicator": "ssp-cooperation", "party": "leader"}, []),
        ("assessment-made", {"party": "library"}, ["there is no party «library»"]),
    ],
)
def test_duties_and_rules_name_parties_of_their_own_kind(fact: str, where: Where, wrong: list[str]) -> None:
    duty = Duty("hours", TEXT, fact, Every.YEAR, TEXT, where)

    assert [f"duties «hours»: {why}" for why in wrong] == problems(evolve(the_plan(), duties=(duty,)))
    rule: Rule = Count(fact, 1, TEXT, where)
    assert wrong == [Text.of(why).en for why in rule.problems(the_plan(), VOCABULARY.facts)]


@frozen
class BusLent(ActivityFact):
    """A fact of an application."""

    tag = "bus-lent"
    rank = Rank.HELD
    says = Text(da="blev udlånt", en="were lent")

    bus: str


def test_a_duty_may_be_fulfilled_by_a_fact_of_an_application() -> None:
    duty = Duty("bus", TEXT, "bus-lent", Every.YEAR, TEXT, {"activity": AKADEMI, "bus": "red"})
    plan = evolve(the_plan(), duties=(duty,))

    assert ["duties «bus»: there is no fact «bus-lent»"] == problems(plan)
    assert () == plan_problems(plan, VOCABULARY.with_facts(BusLent).facts)


# The page and the schema name every table and key.

TABLES: dict[str, type[AttrsInstance]] = {
    "area": Area,
    "baseline": Baseline,
    "cofinancing": CoFinancing,
    "duty": Duty,
    "money": Money,
    "named": Party,
    "post": Post,
    "settings": Settings,
    "share_of_post": Share,
}


def names(table: type[AttrsInstance]) -> list[str]:
    return [field.name for field in fields(table)]


def test_the_schema_knows_every_table_with_all_its_keys() -> None:
    whole: dict[str, Any] = json.loads((DOCS / "schemas" / "plan.schema.json").read_text(encoding="utf-8"))
    shapes = whole["$defs"]

    assert names(Plan) == list(whole["properties"])
    assert {name: names(table) for name, table in TABLES.items()} == {
        name: list(shapes[name]["properties"]) for name in TABLES
    }
    assert [*Every] == shapes["duty"]["properties"]["every"]["enum"]


def test_the_page_of_plans_names_every_promise_and_setting() -> None:
    said = (DOCS / "reference" / "plans.md").read_text(encoding="utf-8")
    keys = [key for table in (Settings, CoFinancing, Duty, Post) for key in names(table)]
    words = {*keys, *Every, "money", "lbf", "local", "percent", "due"}

    assert [] == [word for word in sorted(words) if f"`{word}`" not in said and f"{word} = " not in said]
