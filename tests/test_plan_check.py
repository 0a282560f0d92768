"""What does not add up in the plan itself."""

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from given import JOBS, the_plan
from given_governance import (
    AGREED,
    ESTATE,
    FIRST,
    INSIGHT,
    LAST,
    SEASONS,
    agreed,
    areas_of,
    gives,
    replay_of,
    revised,
    text,
)
from vaerebro_events import Criterion, Draft, Plan, ReadingChosen, Text
from vaerebro_events.domain.commitments import Money, Post, Share
from vaerebro_events.domain.plan import Baseline, Indicator, IndicatorSource
from vaerebro_events.projections.plan_check import CHECKS, Remark, RemarkKind, plan_check

JOB = next(activity.title for activity in AGREED.activities if activity.key == JOBS)
AREA, OTHER_AREA = (area.key for area in the_plan().areas[:2])


def checked(plan: Plan, *drafts: Draft, on: date = LAST) -> list[tuple[str, str, str, str]]:
    """What the check says of a plan: kind, subject, and both sentences."""
    remarks = plan_check(replay_of(drafts, on=on, plan=plan))
    return [(each.kind.value, each.subject, each.says.da, each.says.en) for each in remarks]


def kinds(plan: Plan, *drafts: Draft, on: date = LAST) -> list[tuple[str, str]]:
    return [(kind, subject) for kind, subject, _, _ in checked(plan, *drafts, on=on)]


def test_a_plan_in_which_all_adds_up_has_no_remark() -> None:
    assert [] == checked(AGREED)


def test_money_outside_the_areas_is_told() -> None:
    plan = agreed(money=Money(2500, 200))

    assert [
        (
            "money",
            "lbf",
            "Fra Landsbyggefonden: 1.500 af 2.500 t.kr. ligger uden for indsatsområderne.",
            "From Landsbyggefonden: 1,500 of 2,500 thousand DKK lie outside the areas.",
        )
    ] == checked(plan)


def test_money_that_is_not_there_is_told() -> None:
    plan = agreed(money=Money(1000, 199))

    assert [
        (
            "money",
            "local",
            "Lokal medfinansiering: Indsatsområderne har 200 t.kr., 1 t.kr. mere, end der er i alt.",
            "Local share: the areas have 200 thousand DKK, 1 more than there are in all.",
        )
    ] == checked(plan)


def test_areas_without_money_have_none_of_the_whole() -> None:
    assert [("money", "lbf"), ("money", "local")] == kinds(agreed(areas=areas_of(None, Money(5, 5), None)))
    assert [] == kinds(agreed(money=None))


def leader(*percents: int) -> Post:
    shares = tuple(Share(area, percent) for area, percent in zip((AREA, OTHER_AREA), percents, strict=False))
    return Post("leader", text("leder"), shares)


@pytest.mark.parametrize(
    ("percents", "danish", "english"),
    [
        (
            (60, 50),
            "Delaftalerne fordeler 110 % på »leder«: 10 procentpoint over fuld tid.",
            "The shares of «leder» add up to 110 %: 10 percentage points over full time.",
        ),
        (
            (15,),
            "Delaftalerne fordeler kun 15 % af fuld tid på »leder«. Er det meningen?",
            "The shares of «leder» add up to only 15 % of full time. Is that intended?",
        ),
        (
            (),
            "Delaftalerne fordeler kun 0 % af fuld tid på »leder«. Er det meningen?",
            "The shares of «leder» add up to only 0 % of full time. Is that intended?",
        ),
    ],
)
def test_a_post_is_a_whole_one(percents: tuple[int, ...], danish: str, english: str) -> None:
    assert [("post", "leader", danish, english)] == checked(agreed(posts=(leader(*percents),)))
    assert [] == checked(agreed(posts=(leader(40, 60),)))


def measured_against(figure: str | None, due: date | None) -> Plan:
    """A plan with one indicator and its baseline."""
    baseline = Baseline(text("start"), None if figure is None else Decimal(figure), due=due)
    indicator = Indicator("clubs", text("foreninger"), IndicatorSource.COUNT, baseline=baseline)
    return agreed(indicators=(*AGREED.indicators, indicator))


def test_a_baseline_that_comes_after_the_programme_began_is_told() -> None:
    assert [
        (
            "baseline",
            "clubs",
            "»foreninger«: Basistallet gøres først op 2.1.2020; indsatsen begyndte 1.1.2020.",
            "«foreninger»: the baseline is not due until 2020-01-02; the programme began on 2020-01-01.",
        )
    ] == checked(measured_against(None, date(2020, 1, 2)))
    assert [] == checked(measured_against(None, FIRST))
    assert [] == checked(measured_against("3", None))


def test_a_baseline_of_no_day_is_told() -> None:
    assert [
        (
            "baseline",
            "clubs",
            "»foreninger«: Aftalen giver hverken et basistal eller en dag, det skal være opgjort.",
            "«foreninger»: the agreement gives neither a baseline nor a day by which there is one.",
        )
    ] == checked(measured_against(None, None))


def test_cofinancing_of_no_hours_is_told() -> None:
    assert [
        (
            "cofinancing",
            f"{ESTATE} {JOBS}",
            f"»timer«, driften, {JOB.da}: Aftalen siger ikke, hvor mange timer parten lægger.",
            f"«timer», driften, {JOB.en}: the agreement does not say how many hours the party gives.",
        )
    ] == checked(agreed(cofinancing=(gives(ESTATE, None),)))
    assert [] == checked(agreed(cofinancing=(gives(ESTATE, "0"),)))


def with_criteria(*criteria: Criterion) -> Plan:
    """The agreement with these in place of those of the same key, and others added."""
    changed = {criterion.key: criterion for criterion in (*AGREED.criteria, *criteria)}
    return evolve(AGREED, criteria=tuple(changed.values()))


def criterion(key: str, plan: Plan = AGREED) -> Criterion:
    found = plan.criterion(key)
    assert found is not None
    return found


BOTH_READINGS = criterion(SEASONS, the_plan())
ONE, OTHER = (reading.key for reading in BOTH_READINGS.readings)


def test_each_open_question_is_told_as_it_stands() -> None:
    questions = (Text(da="Hvem?", en="Who?"), Text(da="Hvornår?", en="When?"))
    plan = with_criteria(evolve(criterion(SEASONS), open_questions=questions))

    assert [
        ("open-question", SEASONS, "Hvem?", "Who?"),
        ("open-question", SEASONS, "Hvornår?", "When?"),
    ] == checked(plan)


def test_readings_of_which_none_is_chosen_are_told() -> None:
    plan = with_criteria(evolve(BOTH_READINGS, open_questions=()))
    title = BOTH_READINGS.title

    assert [
        (
            "reading-not-chosen",
            SEASONS,
            f"»{title.da}« kan opgøres på to måder, og bestyrelsen har ikke valgt mellem dem.",
            f"«{title.en}» can be read in two ways, and the board has not chosen between them.",
        )
    ] == checked(plan)
    # A choice is known or not known; the day asked about does not hide it.
    assert [] == checked(plan, Draft(ReadingChosen(SEASONS, OTHER), date(2021, 12, 2)), on=FIRST)


def test_a_chosen_reading_that_a_revision_takes_away_is_told() -> None:
    both = with_criteria(evolve(BOTH_READINGS, open_questions=()))
    drafts = (
        Draft(ReadingChosen(SEASONS, OTHER), date(2021, 12, 2)),
        revised(AGREED, date(2021, 12, 3), holds_from=date(2022, 1, 1)),
    )
    title, reading = BOTH_READINGS.title, BOTH_READINGS.readings[1].title

    assert [
        (
            "reading-gone",
            SEASONS,
            (
                f"»{title.da}«: Bestyrelsen har valgt opgørelsen »{reading.da}«, men den aftale, der gælder, "
                "har den ikke."
            ),
            (
                f"«{title.en}»: the board has chosen the reading «{reading.en}», but the agreement in force "
                "does not have it."
            ),
        )
    ] == checked(both, *drafts, on=date(2022, 1, 1))
    assert [] == checked(both, *drafts, on=date(2021, 12, 31))


def test_a_chosen_reading_is_gone_with_its_criterion() -> None:
    drafts = (
        Draft(ReadingChosen(SEASONS, ONE), date(2021, 12, 2)),
        revised(
            evolve(AGREED, criteria=(criterion(INSIGHT),)), date(2021, 12, 3), holds_from=date(2022, 1, 1)
        ),
    )

    assert [("reading-gone", SEASONS)] == kinds(AGREED, *drafts)


def test_criteria_that_restate_one_another_have_one_rule() -> None:
    again = evolve(criterion(SEASONS), key="again", same_as=SEASONS)
    unlike = evolve(criterion(INSIGHT), key="again", same_as=SEASONS)
    title = criterion(SEASONS).title

    assert [] == checked(with_criteria(again))
    assert [
        (
            "restated",
            "again",
            f"»{unlike.title.da}« gentager »{title.da}«, men opgøres efter en anden regel.",
            f"«{unlike.title.en}» restates «{title.en}», but is judged by another rule.",
        )
    ] == checked(with_criteria(unlike))


def test_criteria_of_one_title_are_told_apart_by_the_key() -> None:
    alike = evolve(criterion(INSIGHT), key="again", same_as=SEASONS, title=criterion(SEASONS).title)

    [(*_, danish, _)] = checked(with_criteria(alike))

    assert f"»{alike.title.da}« gentager »{SEASONS}«, men opgøres efter en anden regel." == danish


def test_two_that_name_one_another_are_told_of_once() -> None:
    one, other = evolve(criterion(SEASONS), same_as=INSIGHT), evolve(criterion(INSIGHT), same_as=SEASONS)

    assert [("restated", SEASONS)] == kinds(with_criteria(one, other))


def test_it_is_the_default_reading_that_is_compared() -> None:
    both = evolve(BOTH_READINGS, open_questions=(), default_reading=OTHER)
    again = evolve(criterion(SEASONS), key="again", same_as=SEASONS)
    one = evolve(both, default_reading=ONE)

    assert ("restated", "again") in kinds(with_criteria(both, again))
    assert ("restated", "again") not in kinds(with_criteria(one, again))


def test_the_version_in_force_is_checked() -> None:
    part_time = revised(agreed(posts=(leader(95),)), date(2021, 12, 3), holds_from=date(2022, 1, 1))

    assert [] == kinds(AGREED, part_time, on=date(2021, 12, 31))
    assert [("post", "leader")] == kinds(AGREED, part_time, on=date(2022, 1, 1))


def test_before_the_adoption_is_known_there_is_nothing_to_check() -> None:
    assert () == plan_check(replay_of([], on=LAST, known=0))


def test_what_is_unclear_in_the_plan_of_the_library_is_told() -> None:
    remarks = plan_check(replay_of([], on=LAST, plan=the_plan()))

    questions = [question for criterion in the_plan().criteria for question in criterion.open_questions]
    assert questions == [each.says for each in remarks if each.kind is RemarkKind.OPEN_QUESTION]
    assert len(CHECKS) == len(RemarkKind)


def test_a_remark_is_a_value() -> None:
    one, other = (Remark(RemarkKind.POST, "leader", text("leder")) for _ in range(2))

    assert one == other
