"""The hours that parties gave, against what is agreed."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from given import AFTERWARDS, AKADEMI, JOBS
from given_governance import AGREED, ESTATE, FIRST, LAST, SCHOOL, agreed, gives, hours, replay_of, revised
from vaerebro_events import Draft, Plan
from vaerebro_events.domain.commitments import CoFinancing
from vaerebro_events.domain.follow_up import HoursCofinanced
from vaerebro_events.domain.plan import Settings
from vaerebro_events.projections.cofinancing import CoFinanced, cofinancing

YEAR_END = date(2020, 12, 31)


def test_hours_stand_beside_what_is_agreed_for_the_year_and_by_now() -> None:
    drafts = [
        hours(ESTATE, "20", date(2021, 1, 1), date(2021, 1, 31)),
        hours(ESTATE, "12.5", date(2021, 2, 1), date(2021, 2, 28)),
    ]

    rows = cofinancing(replay_of(drafts, on=date(2021, 3, 14)))

    by_now = Fraction(520 * 73, 365)
    assert CoFinanced(ESTATE, JOBS, 2021, Decimal("32.5"), Fraction(520), by_now, (2, 3)) == rows[-1]


def test_what_is_agreed_and_not_given_has_a_row() -> None:
    rows = cofinancing(replay_of([], on=YEAR_END))

    assert (CoFinanced(ESTATE, JOBS, 2020, Decimal(0), Fraction(520), Fraction(520), ()),) == rows


def test_what_is_given_and_not_agreed_has_a_row() -> None:
    rows = cofinancing(replay_of([hours(SCHOOL, "3", FIRST, FIRST, AKADEMI)], on=YEAR_END))

    assert [(ESTATE, JOBS), (SCHOOL, AKADEMI)] == [(row.party, row.activity) for row in rows]
    assert CoFinanced(SCHOOL, AKADEMI, 2020, Decimal(3), None, None, (2,)) == rows[-1]


def test_hours_count_in_the_year_of_their_last_day() -> None:
    rows = cofinancing(replay_of([hours(ESTATE, "9", date(2020, 12, 1), date(2021, 1, 31))], on=LAST))

    assert {2020: 0, 2021: 9, 2022: 0, 2023: 0} == {row.year: row.hours for row in rows}


def test_the_entries_come_in_the_order_of_the_log() -> None:
    february, january = (hours(ESTATE, "9", date(2020, month, 1), date(2020, month, 9)) for month in (2, 1))

    assert [(2, 3)] == [row.entries for row in cofinancing(replay_of([february, january], on=YEAR_END))]


def test_hours_of_a_day_to_come_are_not_told() -> None:
    drafts = [hours(ESTATE, "9", FIRST, date(2020, 2, 1))]

    before, on_the_day = (
        cofinancing(replay_of(drafts, on=day)) for day in (date(2020, 1, 31), date(2020, 2, 1))
    )

    assert [0, 9] == [rows[0].hours for rows in (before, on_the_day)]


def test_a_year_that_has_not_begun_has_no_row() -> None:
    assert [2020] == [row.year for row in cofinancing(replay_of([], on=YEAR_END))]
    assert [2020, 2021] == [row.year for row in cofinancing(replay_of([], on=date(2021, 1, 1)))]
    assert () == cofinancing(replay_of([], on=date(2019, 12, 31)))
    assert [2020, 2021, 2022, 2023] == [row.year for row in cofinancing(replay_of([], on=AFTERWARDS))]


def test_hours_after_the_programme_are_still_told() -> None:
    rows = cofinancing(replay_of([hours(ESTATE, "9", date(2024, 1, 1), date(2024, 1, 2))], on=AFTERWARDS))

    assert CoFinanced(ESTATE, JOBS, 2024, Decimal(9), None, None, (2,)) == rows[-1]


def test_a_part_of_a_year_is_agreed_by_its_days() -> None:
    plan = agreed(first_day=date(2020, 12, 1))

    rows = cofinancing(replay_of([], on=YEAR_END, plan=plan))

    assert [Fraction(520 * 31, 366)] == [row.agreed for row in rows]


def test_a_year_has_as_many_weeks_as_the_plan_says() -> None:
    plan = agreed(settings=Settings(weeks_a_year=44))

    assert [Fraction(440)] == [row.agreed for row in cofinancing(replay_of([], on=YEAR_END, plan=plan))]


def test_an_agreement_that_does_not_say_how_many_hours_has_none_to_compare_with() -> None:
    plan = agreed(cofinancing=(gives(SCHOOL, None),))

    assert (CoFinanced(SCHOOL, JOBS, 2020, Decimal(0), None, None, ()),) == cofinancing(
        replay_of([], on=YEAR_END, plan=plan)
    )


def test_a_revision_counts_from_its_day_on() -> None:
    less = revised(agreed(cofinancing=(gives(ESTATE, "5"), gives(SCHOOL, "1"))), FIRST, date(2021, 7, 2))

    replay = replay_of([less], on=date(2021, 7, 1))

    [estate, school] = [row for row in cofinancing(replay) if row.year == 2021]
    assert Fraction(520 * 182 + 260 * 183, 365) == estate.agreed
    assert Fraction(520 * 182, 365) == estate.agreed_by_now
    assert Fraction(52 * 183, 365) == school.agreed
    assert 0 == school.agreed_by_now


def test_before_the_adoption_is_known_nothing_is_agreed() -> None:
    assert () == cofinancing(replay_of([hours(ESTATE, "9", FIRST, FIRST)], on=LAST, known=0))


def given_hours(party: str, activity: str, amount: Decimal, first: date, days: int) -> Draft:
    return hours(party, str(amount), first, first + timedelta(days=days), activity)


GIVEN = st.builds(
    given_hours,
    st.sampled_from([ESTATE, SCHOOL]),
    st.sampled_from([JOBS, AKADEMI]),
    st.decimals("0.25", 40, places=2),
    st.dates(date(2019, 12, 1), date(2023, 12, 31)),
    st.integers(0, 30),
)
PROMISED = st.builds(
    gives,
    st.sampled_from([ESTATE, SCHOOL]),
    st.sampled_from(["0", "7.5", "37", None]),
)


@given(st.lists(GIVEN, max_size=8), st.dates(date(2019, 12, 1), AFTERWARDS))
def test_the_hours_of_all_rows_are_all_hours(drafts: list[Draft], on: date) -> None:
    rows = cofinancing(replay_of(drafts, on=on))

    by_year: defaultdict[tuple[int, str, str], Decimal] = defaultdict(Decimal)
    for draft in drafts:
        fact = draft.fact
        assert isinstance(fact, HoursCofinanced)
        if draft.on is not None and draft.on <= on:
            by_year[draft.on.year, fact.party, fact.activity] += fact.hours
    assert dict(by_year) == {(row.year, row.party, row.activity): row.hours for row in rows if row.hours}
    entries = [position for row in rows for position in row.entries]
    assert len(set(entries)) == len(entries) == sum(draft.on <= on for draft in drafts if draft.on)


def plainly_agreed(first: Plan, then: Plan, holds_from: date, year: int, until: date) -> Fraction:
    """Day by day: what each day of a year has of the estate's hours a week."""
    found, day = Fraction(0), date(year, 1, 1)
    while day.year == year and day <= until:
        plan = then if day >= holds_from else first
        for each in plan.cofinancing:
            if each.party == ESTATE and each.hours_a_week is not None:
                found += Fraction(each.hours_a_week) * 52 / (366 if year == 2020 else 365)
        day += timedelta(days=1)
    return found


ALL_PROMISED = st.lists(PROMISED, max_size=2, unique_by=attrgetter("party"))


@given(
    ALL_PROMISED,
    ALL_PROMISED,
    st.dates(FIRST, LAST),
    st.dates(FIRST, LAST),
)
def test_what_is_agreed_is_what_each_day_is(
    first: list[CoFinancing], then: list[CoFinancing], holds_from: date, on: date
) -> None:
    one, other = (evolve(AGREED, cofinancing=tuple(promised)) for promised in (first, then))

    rows = cofinancing(replay_of([revised(other, FIRST, holds_from)], on=on, plan=one))

    for row in rows:
        if row.party == ESTATE and row.agreed is not None:
            assert plainly_agreed(one, other, holds_from, row.year, LAST) == row.agreed
            assert plainly_agreed(one, other, holds_from, row.year, on) == (row.agreed_by_now or 0)
