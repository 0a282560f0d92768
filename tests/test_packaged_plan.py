"""The plan that comes with the library says what the agreement says of its nine criteria."""

from collections.abc import Mapping
from datetime import date
from typing import cast

import pytest
from attrs import AttrsInstance, asdict, frozen

from given import the_plan
from vaerebro_events import Criterion

NOT_FIGURES = {"unit", "where", "fact", "activity", "indicator", "across"}


@frozen
class Agreed:
    """A row of the agreement: readings with period and figures, the default one first."""

    key: str
    readings: tuple[tuple[str, str, Mapping[str, object]], ...]
    place: str
    kept_by: str
    same_as: str | None = None
    open: bool = True


def row(area: str, activity: str, number: int) -> str:
    return f"delaftale {area}, {activity}, row {number}"


EDUCATION, PREVENTION = "uddannelse-og-beskaeftigelse", "forebyggelse-og-foraeldreansvar"
YOUTH_WORKER, FAMILY_WORKER = "child and youth worker", "family worker"
JOB = {"new_employer_breaks": True, "longest_gap_days": 0, "completed": False}
TEN_AND_FIVE = {"target": 10, "of_them": 5, **JOB}
FIVE_TIMES: dict[str, object] = {"of": "family", "target": 10, "at_least": 5, "first_ever": False}

AGREED = [
    Agreed(
        "lommepengejob.completed",
        (("year", "year", {"of": "youth", "target": 20, "at_least": 1, "first_ever": False}),),
        row(EDUCATION, "lommepengejob", 1),
        YOUTH_WORKER,
        open=False,
    ),
    Agreed(
        "lommepengejob.fritidsjob-held",
        (("programme", "programme", TEN_AND_FIVE), ("year", "year", TEN_AND_FIVE)),
        row(EDUCATION, "lommepengejob", 1),
        YOUTH_WORKER,
        "uddannelse.fritidsjob-held",
    ),
    Agreed(
        "lommepengejob.parent-cooperation",
        (("programme", "programme", {"target": 1}),),
        row(EDUCATION, "lommepengejob", 2),
        YOUTH_WORKER,
    ),
    Agreed(
        "lommepengejob.growth-seen",
        (("year", "year", {}), ("programme", "programme", {})),
        row(EDUCATION, "lommepengejob", 3),
        YOUTH_WORKER,
    ),
    Agreed(
        "lommepengejob.meaningful",
        (
            ("year", "year", {"percent": 50, "of": "answered"}),
            ("programme", "programme", {"percent": 50, "of": "answered"}),
        ),
        row(EDUCATION, "lommepengejob", 3),
        YOUTH_WORKER,
    ),
    Agreed(
        "familieakademi.seasons",
        (
            ("two-seasons-of-16", "year", {"target": 2, "meetings": 16}),
            ("16-over-two-seasons", "year", {"target": 16}),
        ),
        row(PREVENTION, "familieakademi", 1),
        FAMILY_WORKER,
    ),
    Agreed(
        "familieakademi.regulars",
        (
            ("year", "year", FIVE_TIMES),
            ("season", "season", FIVE_TIMES),
            ("programme", "programme", FIVE_TIMES),
        ),
        row(PREVENTION, "familieakademi", 1),
        FAMILY_WORKER,
    ),
    Agreed(
        "familieakademi.new-families",
        (("year", "year", {"of": "family", "target": 8, "at_least": 1, "first_ever": True}),),
        row(PREVENTION, "familieakademi", 2),
        FAMILY_WORKER,
        open=False,
    ),
    Agreed(
        "familieakademi.new-insight",
        (
            ("year", "year", {"percent": 75, "of": "answered"}),
            ("programme", "programme", {"percent": 75, "of": "answered"}),
        ),
        row(PREVENTION, "familieakademi", 3),
        FAMILY_WORKER,
    ),
]


def named(key: str) -> Criterion:
    return next(criterion for criterion in the_plan().criteria if criterion.key == key)


def test_the_plan_has_these_criteria_and_no_others() -> None:
    assert [agreed.key for agreed in AGREED] == [criterion.key for criterion in the_plan().criteria]


@pytest.mark.parametrize("agreed", AGREED, ids=lambda agreed: agreed.key)
def test_periods_and_figures_are_the_agreements(agreed: Agreed) -> None:
    criterion = named(agreed.key)

    said = tuple(
        (
            reading.key,
            reading.period.value,
            {
                name: value
                for name, value in asdict(cast("AttrsInstance", reading.rule)).items()
                if name not in NOT_FIGURES
            },
        )
        for reading in criterion.readings
    )

    assert agreed.readings == said
    assert agreed.readings[0][0] == criterion.default_reading


@pytest.mark.parametrize("agreed", AGREED, ids=lambda agreed: agreed.key)
def test_place_and_keeper_are_the_agreements(agreed: Agreed) -> None:
    criterion = named(agreed.key)
    activity = agreed.key.split(".", maxsplit=1)[0]

    assert (agreed.place, agreed.kept_by, agreed.same_as) == (
        criterion.place.en,
        criterion.kept_by.en,
        criterion.same_as,
    )
    assert (activity, "activity") == (criterion.activity, criterion.level)
    assert agreed.open is bool(criterion.open_questions)


def test_sixteen_meetings_may_be_spread_over_two_seasons() -> None:
    rule = named("familieakademi.seasons").readings[1].rule

    assert ("series", 2) == (rule.across.of, rule.across.target)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue] the rule is a Count


def test_growth_is_seen_by_the_estate_staff_and_the_cafe() -> None:
    indicator = the_plan().indicator("lommepengejob-growth-seen")

    assert indicator is not None
    assert ("estate-staff", "cafe") == tuple(party.key for party in indicator.parties)


def test_the_programme_is_four_years() -> None:
    assert (date(2020, 1, 1), date(2023, 12, 31)) == (the_plan().first_day, the_plan().last_day)
