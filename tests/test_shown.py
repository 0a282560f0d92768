"""How a figure is shown, never rounded onto a target that is not reached; and words for all there is."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from vaerebro_events.domain.commitments import Span
from vaerebro_events.domain.plan import IndicatorSource
from vaerebro_events.projections.agreement import ChangeKind
from vaerebro_events.projections.due import DueKind
from vaerebro_events.projections.findings import FindingKind
from vaerebro_events.projections.judgement import Growth, Judgement, Needs, State, Why, combined
from vaerebro_events.projections.milestones import MilestoneState
from vaerebro_events.projections.status import Period
from vaerebro_events.reports.terminal import words
from vaerebro_events.reports.terminal.agreement import SIGNS
from vaerebro_events.reports.terminal.due import FIGURES, MILESTONE_STATES, SAYS, span_name
from vaerebro_events.reports.terminal.shown import in_ascii, of_target, period
from vaerebro_events.reports.terminal.written import days, figure, hours

HALF = Fraction(1, 2)
THREE_QUARTERS = Fraction(3, 4)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (8, "8"),
        (Fraction(0), "0 %"),
        (THREE_QUARTERS, "75 %"),
        (Fraction(1), "100 %"),
        (Fraction(9, 16), "56.25 %"),
        (Fraction(21, 29), "72.4 %"),
        (Fraction(9, 160), "5.6 %"),  # 5.625: half up
        (Fraction(5603, 100000), "5.6 %"),
        (Fraction(2, 3), "66.7 %"),
        (Fraction(1, 3), "33.3 %"),
        (Fraction(5, 1000), "0.5 %"),
        (Fraction(7496, 10000), "74.96 %"),
    ],
)
def test_a_share_has_one_decimal_or_two_where_two_are_all_there_are(
    value: int | Fraction, shown: str
) -> None:
    assert shown == figure(value, "en")
    assert shown.replace(".", ",") == figure(value, "da")


@pytest.mark.parametrize(
    ("value", "target", "shown"),
    [
        (21, 20, "21 (≥ 20)"),
        (Fraction(2, 3), HALF, "66.7 % (≥ 50 %)"),
        (THREE_QUARTERS, THREE_QUARTERS, "75 % (≥ 75 %)"),
        (Fraction(7496, 10000), THREE_QUARTERS, "74.96 % (≥ 75 %)"),
        (Fraction(7504, 10000), THREE_QUARTERS, "75.04 % (≥ 75 %)"),
        (Fraction(749999, 1000000), THREE_QUARTERS, "74.9999 % (≥ 75 %)"),
        (Fraction(7496, 10000), HALF, "74.96 % (≥ 50 %)"),
        (Fraction(333, 1000), Fraction(1, 3), "33.30 % (≥ 33.33 %)"),
        (Fraction(1, 3), Fraction(1, 3), "33.3 % (≥ 33.3 %)"),
    ],
)
def test_a_share_beside_its_target_is_never_rounded_onto_it(
    value: int | Fraction, target: int | Fraction, shown: str
) -> None:
    assert shown == of_target(value, target, "en")


@pytest.mark.parametrize(
    ("shown", "danish", "english"),
    [
        (Period("programme", date(2020, 1, 1), date(2023, 12, 31)), "2020-2023", "2020-2023"),
        (Period("2021", date(2021, 1, 1), date(2021, 12, 31)), "2021", "2021"),
        (
            Period("2021-forår", date(2021, 1, 7), date(2021, 5, 6), "2021-forår", 2),
            "2021-forår",
            "2021-forår",
        ),
        (Period("by-2020-12-31", date(2020, 1, 1), date(2020, 12, 31)), "senest 31.12.2020", "by 2020-12-31"),
        (
            Period("first-year", date(2020, 9, 1), date(2021, 8, 31), planned=7),
            "1.9.2020 - 31.8.2021",
            "2020-09-01 - 2021-08-31",
        ),
        (
            Period("first-year", date(2020, 1, 1), date(2023, 12, 31), begun=False),
            "ikke begyndt",
            "not begun",
        ),
    ],
)
def test_a_period_has_the_name_that_people_use(shown: Period, danish: str, english: str) -> None:
    assert (danish, english) == (period(shown, "da"), period(shown, "en"))


# Which figure of a combination is shown.


def found(value: int | None, target: int = 10, lacks: State | None = None) -> Judgement:
    return Judgement(Growth.COUNT, target, value, lacks=lacks)


PLENTY, ENOUGH, NEARLY, HARDLY = found(99, 20), found(12), found(9), found(1)
UNKNOWN = found(None, lacks=State.AWAITING_MEASUREMENT)


@pytest.mark.parametrize(
    ("members", "needs", "decides"),
    [
        ((ENOUGH, NEARLY), Needs.ALL, NEARLY),
        ((ENOUGH, PLENTY), Needs.ALL, ENOUGH),
        # The farthest from what it asks, where all are needed, and the nearest where any is enough.
        ((NEARLY, HARDLY), Needs.ALL, HARDLY),
        ((HARDLY, NEARLY), Needs.ANY, NEARLY),
        ((NEARLY, ENOUGH, PLENTY), Needs.ANY, ENOUGH),
        ((HARDLY, UNKNOWN), Needs.ALL, UNKNOWN),
        ((ENOUGH, UNKNOWN), Needs.ANY, ENOUGH),
        ((HARDLY, UNKNOWN), Needs.ANY, UNKNOWN),
        ((combined((ENOUGH, HARDLY), Needs.ANY), NEARLY), Needs.ALL, NEARLY),
        ((combined((NEARLY, HARDLY), Needs.ANY), ENOUGH), Needs.ALL, NEARLY),
    ],
)
def test_of_a_combination_the_member_that_decides_is_shown(
    members: tuple[Judgement, ...], needs: Needs, decides: Judgement
) -> None:
    whole = combined(members, needs)

    assert decides == whole.deciding()
    assert (decides.value, decides.target) == (whole.value, whole.target)


def test_signs_that_a_terminal_cannot_show_are_written_otherwise() -> None:
    assert "!=new families >=8 > met" == in_ascii("≠ new families ≥ 8 → met")


def test_there_are_words_for_every_state_reason_and_finding() -> None:
    assert set(State) == set(words.STATES) == set(words.STYLES) == set(words.GLYPHS)
    assert set(Why) == set(words.WHYS)
    assert set(FindingKind) == set(words.FINDINGS)


def test_there_are_words_for_every_kind_of_what_is_due_and_of_the_agreement() -> None:
    assert set(DueKind) == {*SAYS, DueKind.FIGURE}
    assert {*IndicatorSource} - {IndicatorSource.COUNT} == set(FIGURES)
    assert set(MilestoneState) == set(MILESTONE_STATES)
    assert set(ChangeKind) == set(SIGNS)


@pytest.mark.parametrize(
    ("first", "last", "danish", "english"),
    [
        (date(2021, 1, 1), date(2021, 12, 31), "2021", "2021"),
        (date(2020, 1, 1), date(2023, 12, 31), "2020-2023", "2020-2023"),
        (date(2021, 1, 1), date(2021, 6, 30), "1. halvår 2021", "first half of 2021"),
        (date(2021, 7, 1), date(2021, 12, 31), "2. halvår 2021", "second half of 2021"),
        (date(2020, 1, 1), date(2021, 6, 30), "1.1.2020 - 30.6.2021", "2020-01-01 - 2021-06-30"),
        (date(2020, 7, 1), date(2021, 12, 31), "1.7.2020 - 31.12.2021", "2020-07-01 - 2021-12-31"),
    ],
)
def test_a_time_has_the_name_that_people_use(first: date, last: date, danish: str, english: str) -> None:
    assert (danish, english) == (span_name(Span(first, last), "da"), span_name(Span(first, last), "en"))


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (Decimal("12.50"), "12,5"),
        (Fraction(520), "520"),
        (Fraction(1, 3), "0,3"),
        (Decimal("0.25"), "0,3"),
    ],
)
def test_hours_have_one_decimal_where_they_are_not_whole(number: Decimal | Fraction, said: str) -> None:
    assert said == hours(number, "da")


def test_days_are_counted_in_words() -> None:
    assert ["1 dag", "2 dage", "1 day", "0 days"] == [
        *(days(1, "da"), days(2, "da")),
        *(days(1, "en"), days(0, "en")),
    ]
