"""What keeps a plan from being adopted beyond its form: names, days, levels and what indicators need."""

from pathlib import Path

import pytest
from attrs import evolve

from given import WORKER, the_plan
from in_danish import check_danish
from test_plan_files import problems as in_file
from test_plan_rules import CLUB_PLAN, written
from vaerebro_events import VOCABULARY, Logbook, Plan, Text
from vaerebro_events.domain.plan import Settings
from vaerebro_events.domain.plan_problems import plan_problems
from vaerebro_events.errors import InvalidPlan


def problems(plan: Plan) -> list[str]:
    found = plan_problems(plan, VOCABULARY.facts)
    for problem in found:
        check_danish(problem)
    return [str(problem) for problem in found]


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
    first = next(criterion for criterion in the_plan().criteria if criterion.activity is not None)
    other = next(area.key for area in the_plan().areas if area.key != first.area)
    plan = evolve(the_plan(), criteria=(evolve(first, area=other, same_as=None),))

    assert [
        f"criteria «{first.key}»: its activity «{first.activity}» belongs to another area than «{other}»"
    ] == problems(plan)


A_RULE = 'kind = "count", fact = "meeting-held", target = 2, UNIT'
FIGURES = "baseline = { of = { da = 'x', en = 'x' }, "


def with_indicator(fields: str) -> str:
    """The club's plan with one indicator more."""
    more = f'\n[[indicators]]\nkey = "asked"\ntitle = {{ da = "x", en = "x" }}\n{fields}\n'
    return written(A_RULE, plan=f"{CLUB_PLAN}{more}")


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ('source = "assessment"', ["an assessment needs its parties"]),
        (
            f'source = "assessment"\n{FIGURES} figure = 5 }}',
            ["an assessment needs its parties", "what is measured by assessment has no baseline"],
        ),
        (f'source = "survey"\n{FIGURES} figure = 5 }}', ["what is measured by survey has no baseline"]),
        (
            f'source = "count"\n{FIGURES} figure = 2.5, benchmark = -1 }}',
            [
                "baseline.figure is 2.5, but it is a count: a whole number, 0 or more",
                "baseline.benchmark is -1, but it is a count: a whole number, 0 or more",
            ],
        ),
        (
            f'source = "measurement"\n{FIGURES} figure = 100.1, benchmark = -0.1 }}',
            [
                "baseline.figure is 100.1, but it is per cent: from 0 to 100",
                "baseline.benchmark is -0.1, but it is per cent: from 0 to 100",
            ],
        ),
        (
            f'source = "measurement"\n{FIGURES} benchmark = 87 }}',
            ["baseline.benchmark stands without baseline.figure"],
        ),
    ],
)
def test_an_indicator_has_what_its_source_needs(tmp_path: Path, fields: str, wrong: list[str]) -> None:
    assert [f"indicators «asked»: {why}" for why in wrong] == in_file(tmp_path, with_indicator(fields))


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        (
            'source = "guess"',
            "indicators «asked», source: 'guess' is none of survey, assessment, measurement, count",
        ),
        (
            f"source = 'measurement'\n{FIGURES} figure = 'many' }}",
            (
                "indicators «asked», baseline: number cannot be 'many': it must be a number such as '77.97', "
                "with at most 6 decimals"
            ),
        ),
    ],
)
def test_the_form_of_an_indicator_is_told(tmp_path: Path, fields: str, wrong: str) -> None:
    [told] = in_file(tmp_path, with_indicator(fields))

    assert wrong == told


DOUBLES = [
    ("areas «area»", '[[areas]]\nkey = "area"\nTITLE'),
    ("activities «club»", '[[activities]]\nkey = "club"\narea = "area"\nTITLE'),
    ("blocks «block-1»", '[[blocks]]\nkey = "block-1"\nstairwells = ["9"]\nTITLE'),
    ("places «house»", '[[places]]\nkey = "house"\nTITLE'),
    ("indicators «mood»", '[[indicators]]\nkey = "mood"\nsource = "survey"\nTITLE'),
    ("stairwells of «block-2» «1»", '[[blocks]]\nkey = "block-2"\nstairwells = ["1", "2", "1"]\nTITLE'),
    (
        "groups of «chess» «old»",
        (
            '[[activities]]\nkey = "chess"\narea = "area"\nTITLE\n'
            'groups = [{ key = "old", TITLE }, { key = "old", TITLE }]'
        ),
    ),
    (
        "parties of «joy» «cafe»",
        (
            '[[indicators]]\nkey = "joy"\nsource = "assessment"\nTITLE\n'
            'parties = [{ key = "cafe", TITLE }, { key = "cafe", TITLE }]'
        ),
    ),
]


def club_plan_and(more: str) -> str:
    """The club's plan with one table more."""
    title = 'title = { da = "x", en = "x" }'
    return written(A_RULE, plan=f"{CLUB_PLAN}\n{more.replace('TITLE', title)}\n")


@pytest.mark.parametrize(("place", "more"), DOUBLES)
def test_a_key_is_used_once(tmp_path: Path, place: str, more: str) -> None:
    assert [f"{place}: the key is used 2 times"] == in_file(tmp_path, club_plan_and(more))


@pytest.mark.parametrize(
    ("table", "more"),
    [
        ("areas", '[[areas]]\nkey = "the moon"\nTITLE'),
        ("activities", '[[activities]]\nkey = "the moon"\narea = "area"\nTITLE'),
        ("groups", '[[activities]]\nkey = "x"\narea = "area"\nTITLE\ngroups = [{ key = "the moon", TITLE }]'),
        ("blocks", '[[blocks]]\nkey = "the moon"\nstairwells = ["1"]\nTITLE'),
        ("stairwells", '[[blocks]]\nkey = "x"\nstairwells = ["the moon"]\nTITLE'),
        ("places", '[[places]]\nkey = "the moon"\nTITLE'),
        ("indicators", '[[indicators]]\nkey = "the moon"\nsource = "survey"\nTITLE'),
        (
            "parties",
            (
                '[[indicators]]\nkey = "x"\nsource = "assessment"\nTITLE\n'
                'parties = [{ key = "the moon", TITLE }]'
            ),
        ),
    ],
)
def test_every_key_is_such_as_facts_can_name(tmp_path: Path, table: str, more: str) -> None:
    form = "it must be 1 to 64 letters, digits or . - _ : without spaces"

    assert [f"{table}: «the moon» is no key: {form}"] == in_file(tmp_path, club_plan_and(more))


def test_a_criterion_without_a_reading_is_decided_by_nothing() -> None:
    first = the_plan().criteria[0]
    plan = evolve(the_plan(), criteria=(evolve(first, readings=(), same_as=None),))

    assert [f"criteria «{first.key}»: it has no reading, so no rule decides it"] == problems(plan)


def test_keys_of_criteria_and_readings_are_such_as_facts_can_name(tmp_path: Path) -> None:
    text = (
        written(A_RULE).replace('"club.meetings"', '"the moon"').replace('"year"\ntitle', '"a year"\ntitle')
    )
    found = in_file(tmp_path, text)

    assert ["criteria", "readings", "criteria «the moon»"] == [each.partition(":")[0] for each in found]


def test_a_criterion_restates_one_that_is_there(tmp_path: Path) -> None:
    text = written(A_RULE).replace('level = "activity"', 'level = "activity"\nsame_as = "moon"')

    assert ["criteria «club.meetings»: same_as: there is no criterion «moon»"] == in_file(tmp_path, text)


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ('"activity"\narea', '"activity"\nsame_as = "club.meetings"\narea', "same_as: it names itself"),
        ('level = "activity"', 'level = "moon"', "level is «moon», but it is one of area, activity"),
        ('activity = "club"\ntitle', "title", "a criterion of an activity names its activity"),
    ],
)
def test_a_criterion_says_where_it_belongs(tmp_path: Path, old: str, new: str, wrong: str) -> None:
    assert [f"criteria «club.meetings»: {wrong}"] == in_file(tmp_path, written(A_RULE).replace(old, new))


def test_a_plan_given_as_a_value_is_checked_and_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "logbog.db"

    with pytest.raises(InvalidPlan):
        Logbook.create(path, evolve(the_plan(), name="Park 2020"), actor=WORKER)

    assert not path.exists()
