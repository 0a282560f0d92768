"""Every criterion of the plan, held against tables that a housing-social leader could read.

`README.md` beside this file says how a table is written.
"""

from itertools import combinations

import pytest

from criteria.asking import Answer, ask, the_plan
from criteria.reading import (
    AMENDED,
    CAME_LATE,
    CASES,
    JUST_SHORT,
    LAST_DAY,
    MET,
    NOT_KNOWN_YET,
    SIX,
    Row,
    all_rows,
)
from criteria.saying import learn
from vaerebro_events import Criterion

# The areas whose tables are written; when all three are here, no criterion is without one.
AREAS_DONE = ("tryghed-og-trivsel", "forebyggelse-og-foraeldreansvar", "uddannelse-og-beskaeftigelse")

learn()
ROWS = all_rows()
ASKED = tuple(row for row in ROWS if not row.why_not)
BY_CRITERION = {key: [row for row in ROWS if row.criterion == key] for key in {row.criterion for row in ROWS}}
DONE = [criterion for criterion in the_plan().criteria if criterion.area in AREAS_DONE]
WRITTEN = [criterion for criterion in the_plan().criteria if criterion.key in BY_CRITERION]


def _id(row: Row) -> str:
    return f"{row.criterion}-{row.case.replace(' ', '_')}-{row.where}"


def _key(criterion: Criterion) -> str:
    return criterion.key


@pytest.mark.parametrize("row", ASKED, ids=_id)
def test_the_status_is_what_the_agreement_says(row: Row) -> None:
    answer = ask(row)

    assert (row.state, row.value, row.target) == answer.said
    _is_the_case_it_says(row, answer)


def _is_the_case_it_says(row: Row, answer: Answer) -> None:
    """A row that is called the last day's must have something that counted on that day, and so on."""
    if row.case in (MET, LAST_DAY):
        assert "met" == row.state
    if row.case == LAST_DAY:
        assert answer.status.period.last in answer.days
    if row.case == JUST_SHORT:
        assert row.state in ("not_met", "behind", "open")
    if row.case == NOT_KNOWN_YET:
        assert row.state.startswith("awaiting_")


def test_every_criterion_stands_in_the_file_of_its_first_word() -> None:
    assert [] == [row.where for row in ROWS if not row.where.startswith(f"{row.criterion.split('.')[0]}.md:")]


def test_every_row_is_of_a_criterion_of_the_plan() -> None:
    assert set() == set(BY_CRITERION) - {criterion.key for criterion in the_plan().criteria}


@pytest.mark.parametrize("criterion", DONE, ids=_key)
def test_every_criterion_has_a_table(criterion: Criterion) -> None:
    assert criterion.key in BY_CRITERION


@pytest.mark.parametrize("criterion", WRITTEN, ids=_key)
def test_every_table_has_all_six_cases_in_the_default_reading(criterion: Criterion) -> None:
    there = {row.case for row in BY_CRITERION[criterion.key] if _is_default(row, criterion)}

    assert [] == [case for case in CASES if case in SIX and case not in there]


@pytest.mark.parametrize("criterion", WRITTEN, ids=_key)
def test_an_amendment_turns_it(criterion: Criterion) -> None:
    rows = _of_case(criterion, AMENDED)

    assert not rows or any(_turned_by_amendment(one, other) for one, other in combinations(rows, 2))


def _turned_by_amendment(before: Row, after: Row) -> bool:
    """The same question has another answer once something that counted, or would have, is amended."""
    amended = "taken back" in before.story or "corrected" in before.story
    return amended and before.question == after.question and before.state != after.state


@pytest.mark.parametrize("criterion", WRITTEN, ids=_key)
def test_evidence_that_came_late_counts_once_it_is_known(criterion: Criterion) -> None:
    rows = _of_case(criterion, CAME_LATE)

    assert not rows or any(_turned_by_late_evidence(one, other) for one, other in combinations(rows, 2))


def _turned_by_late_evidence(before: Row, after: Row) -> bool:
    """The same question, known when the period was over and known later, has another answer."""
    answer = ask(after)
    period = answer.status.period
    late = (entry for entry in answer.counted if entry.recorded_at.date() > period.last)
    return (
        before.question == after.question
        and before.known == period.last
        and before.state != after.state == "met"
        and any(period.holds(entry.occurred_on) for entry in late)
    )


@pytest.mark.parametrize("criterion", WRITTEN, ids=_key)
def test_readings_are_told_apart_by_the_same_story(criterion: Criterion) -> None:
    rows = [row for row in BY_CRITERION[criterion.key] if not row.why_not]
    own = [row for row in rows if _is_default(row, criterion)]
    others = {reading.key for reading in criterion.readings if reading.key != criterion.default_reading}

    told_apart = {
        row.reading
        for row in rows
        for default in own
        if (row.story, row.on, row.known) == (default.story, default.on, default.known)
        and (row.state, row.value, row.target) != (default.state, default.value, default.target)
    }
    assert set() == others - told_apart


def _is_default(row: Row, criterion: Criterion) -> bool:
    return row.reading in (None, criterion.default_reading)


def _of_case(criterion: Criterion, case: str) -> list[Row]:
    return [row for row in BY_CRITERION[criterion.key] if row.case == case and not row.why_not]
