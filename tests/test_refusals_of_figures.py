"""What cannot be, with figures and baselines of indicators. A new refusal about them: one case here."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from given import baseline, measured
from provoked import Case, allow, recording
from vaerebro_events import AssessmentMade, BaselineCounted, Draft, IndicatorMeasured
from vaerebro_events.errors import (
    AlreadyMeasured,
    AlreadyThere,
    BaselineAgreed,
    InvalidValue,
    NoBaseline,
    UnknownIndicator,
    UnknownParty,
    WrongBaseline,
    WrongIndicator,
)

MARCH, APRIL = date(2021, 3, 1), date(2021, 4, 1)
NO_MOOD = "The plan vaerebro-2020-2023 has no indicator «mood». «vaerebro plan» names them in its rules."


def not_exact(value: Any, says: str) -> Case:
    """A number that is none, or not what somebody wrote."""
    return Case(InvalidValue, says, (), lambda _: IndicatorMeasured("safety", value))


CASES = [
    Case(UnknownIndicator, NO_MOOD, (), recording(measured("mood", "5", MARCH))),
    Case(UnknownIndicator, NO_MOOD, (), recording(baseline("mood", 5))),
    Case(
        WrongIndicator,
        "The indicator «ssp-cooperation» takes «assessment-made»: record that instead.",
        (),
        recording(measured("ssp-cooperation", "5", MARCH)),
    ),
    Case(
        WrongIndicator,
        "The indicator «safety» takes «indicator-measured»: record that instead.",
        (),
        recording(Draft(AssessmentMade("safety", "leader", positive=True), MARCH)),
    ),
    Case(
        WrongIndicator,
        "The indicator «house-activities» takes «baseline-counted»: record that instead.",
        (),
        recording(measured("house-activities", "5", MARCH)),
    ),
    Case(
        WrongIndicator,
        "The indicator «familieakademi-new-insight» takes «survey-answered»: record that instead.",
        (),
        recording(measured("familieakademi-new-insight", "5", MARCH)),
    ),
    Case(
        UnknownParty,
        "«cafe» does not assess «ssp-cooperation»; the plan names ssp-consultant, local-police, "
        "child-and-youth-worker, leader.",
        (),
        recording(Draft(AssessmentMade("ssp-cooperation", "cafe", positive=True), MARCH)),
    ),
    Case(
        AlreadyMeasured,
        "The indicator «safety» has a figure about 2021-03-01 already, in entry 2; correct that one.",
        [measured("safety", "77", MARCH, "88")],
        recording(measured("safety", "78", MARCH)),
    ),
    Case(
        NoBaseline,
        "The indicator «leisure-participation» has no baseline in the plan, so there is none to record.",
        (),
        recording(baseline("leisure-participation", 40)),
    ),
    Case(
        NoBaseline,
        "The indicator «familieakademi-new-insight» has no baseline in the plan, so there is none to record.",
        (),
        recording(baseline("familieakademi-new-insight", 40)),
    ),
    Case(
        BaselineAgreed,
        "The baseline of «turnout-national» is 77.97, by the agreement; it is not counted anew.",
        (),
        recording(baseline("turnout-national", "77.97")),
    ),
    Case(
        BaselineAgreed,
        "The baseline of «enterprise-projects» is 3, by the agreement; it is not counted anew.",
        (),
        recording(baseline("enterprise-projects", 4)),
    ),
    Case(
        WrongBaseline,
        "The baseline of «house-activities» cannot be 40.5: it is a whole number.",
        (),
        recording(baseline("house-activities", "40.5")),
    ),
    Case(
        WrongBaseline,
        "The baseline of «parent-meetings» cannot be 100.5: it is per cent, from 0 to 100.",
        (),
        recording(baseline("parent-meetings", "100.5")),
    ),
    Case(
        AlreadyThere,
        "The baseline of house-activities is there already, in entry 2; correct that one.",
        [baseline("house-activities", 40)],
        recording(baseline("house-activities", 41, MARCH)),
    ),
    Case(
        InvalidValue,
        "percent cannot be '100.5': it must be per cent, from 0 to 100.",
        (),
        lambda _: measured("safety", "100.5", MARCH),
    ),
    Case(
        InvalidValue,
        "benchmark cannot be '-1': it must be per cent, from 0 to 100.",
        (),
        lambda _: measured("safety", "75", MARCH, "-1"),
    ),
    Case(
        InvalidValue,
        "figure cannot be '-1': it must be 0 or more.",
        (),
        lambda _: BaselineCounted("house-activities", -1),
    ),
    not_exact(75.5, "number cannot be 75.5: it must be exact: give it as text, such as '77.97'."),
    not_exact(value=True, says="number cannot be True: it must be exact: give it as text, such as '77.97'."),
    not_exact(
        "many", "number cannot be 'many': it must be a number such as '77.97', with at most 6 decimals."
    ),
    not_exact(
        "0.1234567",
        "number cannot be '0.1234567': it must be a number such as '77.97', with at most 6 decimals.",
    ),
    not_exact(
        Decimal("NaN"),
        "number cannot be Decimal('NaN'): it must be a number such as '77.97', with at most 6 decimals.",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_cannot_be_with_figures_is_refused(case: Case, tmp_path: Path) -> None:
    case.check(tmp_path)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(
            [measured("safety", "0", MARCH, "100"), measured("safety", "100", APRIL, "0")], id="ends"
        ),
        pytest.param([measured("safety", "77", MARCH), measured("turnout-local", "60", MARCH)], id="two"),
        pytest.param(
            [baseline("parent-meetings", "40.5"), measured("parent-meetings", "50", MARCH)], id="per cent"
        ),
        pytest.param([baseline("parent-meetings", 100), baseline("house-activities", 0)], id="100 and none"),
        pytest.param([measured("parent-meetings", "50", MARCH), baseline("parent-meetings", 40)], id="later"),
        pytest.param([baseline("house-activities", "250.0")], id="a whole number, however it is written"),
    ],
)
def test_what_may_be_with_figures_is_recorded(given: list[Draft]) -> None:
    allow(given)
