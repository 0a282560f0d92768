"""What keeps a plan from being adopted beyond its form: names, days, and what rules choose by."""

from pathlib import Path

import pytest
from attrs import evolve, frozen

from given import AKADEMI, JOBS, WORKER, plan_with, the_plan
from vaerebro_events import VOCABULARY, Fact, Logbook, Plan, Rank, Text
from vaerebro_events.domain.plan import PeriodKind, Settings
from vaerebro_events.errors import InvalidPlan
from vaerebro_events.projections.rules import Count

UNIT = Text(da="møder", en="meetings")
Where = dict[str, str | bool | int]


def problems(plan: Plan) -> list[str]:
    return [str(problem) for problem in plan.problems(VOCABULARY.facts)]


def counting(fact: str, where: Where, period: PeriodKind = PeriodKind.YEAR) -> list[str]:
    """What is wrong with a rule that counts, said after its place."""
    plan = plan_with(Count(fact, 1, UNIT, where), period)
    return [problem.partition("reading «only»")[2].lstrip(", ") for problem in problems(plan)]


@pytest.mark.parametrize(
    ("fact", "where", "wrong"),
    [
        ("corrected", {}, "rule: a «corrected» is about the log, and no rule sees it"),
        ("fritidsjob-started", {"ordinary": "yes"}, "rule: where.ordinary must be true or false"),
        ("fritidsjob-started", {"ordinary": 1}, "rule: where.ordinary must be true or false"),
        ("fritidsjob-started", {"job": 3}, "rule: where.job must be text"),
        ("meeting-held", {"meeting": "1"}, "rule: where.meeting must be a whole number"),
        ("guidance-given", {"about": "chess"}, "rule: where.about must be one of getting, keeping"),
    ],
)
def test_a_rule_chooses_by_values_that_a_field_can_have(fact: str, where: Where, wrong: str) -> None:
    assert [wrong] == counting(fact, where)


@pytest.mark.parametrize("where", [{"ordinary": True, "activity": JOBS}, {"job": "j-1"}])
def test_a_rule_may_choose_by_any_field(where: Where) -> None:
    assert [] == counting("fritidsjob-started", where)


@pytest.mark.parametrize(
    ("where", "wrong"),
    [
        (
            {"activity": AKADEMI, "series": "2021-forår"},
            "a reading by season chooses the season itself, so where.series has no place",
        ),
        ({}, f"a reading by season needs where.activity to be «{AKADEMI}»"),
    ],
)
def test_a_reading_by_season_chooses_the_season(where: Where, wrong: str) -> None:
    assert [f": {wrong}"] == [
        f": {found.removeprefix(': ')}" for found in counting("meeting-held", where, PeriodKind.SEASON)
    ]


def test_an_annotation_that_is_not_known_here_is_let_be() -> None:
    @frozen
    class Odd(Fact):
        tag = "odd"
        rank = Rank.HELD
        says = Text(da="skete", en="happened")

        what: "Unheard"  # type: ignore[name-defined]  # noqa: F821  # pyright: ignore[reportUndefinedVariable] the point

    plan = plan_with(Count("odd", 1, UNIT, {"what": "x"}))

    assert () == plan.problems(VOCABULARY.with_facts(Odd).facts)


def test_keys_are_such_as_facts_can_name() -> None:
    plan = evolve(the_plan(), name="Park 2020")

    [problem] = problems(plan)

    assert problem.startswith("name: «Park 2020» is no key: it must be 1 to 64 letters")


def test_no_text_of_a_plan_looks_like_a_cpr_number() -> None:
    plan = evolve(the_plan(), title=Text(da="010190-1234", en="x"))

    assert ["the plan: something in it looks like a CPR number, and the log holds none"] == problems(plan)


@pytest.mark.parametrize("day", ["13-01", "12-32", "1", "12-24 "])
def test_a_closed_day_is_a_month_and_a_day(day: str) -> None:
    plan = evolve(the_plan(), settings=Settings(closed_days=(day,)))

    assert [f"settings, closed_days: «{day}» is no month and day, such as 12-24"] == problems(plan)


def test_a_criterion_stands_in_the_area_of_its_activity() -> None:
    first, *others = the_plan().criteria
    other = next(area.key for area in the_plan().areas if area.key != first.area)
    plan = evolve(the_plan(), criteria=(evolve(first, area=other), *others))

    assert [
        f"criteria «{first.key}»: its activity «{first.activity}» belongs to another area than «{other}»"
    ] == problems(plan)


def test_a_party_is_named_once() -> None:
    assessed = next(each for each in the_plan().indicators if each.parties)
    twice = evolve(assessed, parties=(assessed.parties[0], assessed.parties[0]))
    others = [each for each in the_plan().indicators if each is not assessed]
    plan = evolve(the_plan(), indicators=(*others, twice))

    key = assessed.parties[0].key
    assert [f"parties of «{assessed.key}» «{key}»: the key is used 2 times"] == problems(plan)


def test_a_plan_given_as_a_value_is_checked_and_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "logbog.db"

    with pytest.raises(InvalidPlan):
        Logbook.create(path, evolve(the_plan(), name="Park 2020"), actor=WORKER)

    assert not path.exists()
