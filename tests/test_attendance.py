"""Visits, visitors and families are three different numbers."""

from datetime import date

import pytest

from clocks import SettableClock
from given import AFTERWARDS, AKADEMI, SPRING, a_spring, came, evening, meeting_day, new_logbook, noon
from vaerebro_events import AliasAttended, Attendance, Draft, HeadsCounted, Logbook

FIRST, LAST = meeting_day(1), meeting_day(2)


@pytest.fixture
def two_evenings() -> Logbook:
    """Two families and somebody known as «ræv» at the first meeting, one of the families at the second."""
    logbook = new_logbook(SettableClock(noon(AFTERWARDS)))
    alias = Draft(AliasAttended(AKADEMI, SPRING, 1, "ræv"), FIRST)
    logbook.record(*a_spring("f-1", "f-2"), *evening(1, "f-1", "f-2"), alias, *evening(2, "f-1"))
    return logbook


def attended(logbook: Logbook, first: date = FIRST, last: date = LAST) -> Attendance:
    return logbook.replay(on=AFTERWARDS).attendance(AKADEMI, first, last)


def test_without_a_head_count_visits_are_those_recorded(two_evenings: Logbook) -> None:
    assert Attendance(visits=4, visitors=3, families=2, vulnerable=0) == attended(two_evenings)


@pytest.mark.parametrize(("heads", "visits"), [(12, 13), (4, 5), (3, 4), (2, 4), (0, 4)])
def test_at_each_meeting_the_visits_are_the_heads_or_those_recorded_where_these_are_more(
    two_evenings: Logbook, heads: int, visits: int
) -> None:
    two_evenings.record(HeadsCounted(AKADEMI, SPRING, 1, heads), on=FIRST)

    assert Attendance(visits, visitors=3, families=2, vulnerable=0) == attended(two_evenings)


def test_a_meeting_where_heads_alone_were_counted_has_visits_and_no_visitors(two_evenings: Logbook) -> None:
    two_evenings.record(*evening(3, on=LAST), Draft(HeadsCounted(AKADEMI, SPRING, 3, 12, vulnerable=5), LAST))

    assert Attendance(visits=16, visitors=3, families=2, vulnerable=5) == attended(two_evenings)


def test_only_the_days_asked_about_count_both_ends_with_them(two_evenings: Logbook) -> None:
    assert Attendance(visits=3, visitors=3, families=2, vulnerable=0) == attended(two_evenings, last=FIRST)
    assert Attendance(visits=1, visitors=1, families=1, vulnerable=0) == attended(two_evenings, first=LAST)


def test_another_activity_has_its_own(two_evenings: Logbook) -> None:
    of_another = two_evenings.replay(on=AFTERWARDS).attendance("legestue", FIRST, LAST)

    assert Attendance(visits=0, visitors=0, families=0, vulnerable=0) == of_another


def test_a_retracted_attendance_is_no_visit(two_evenings: Logbook) -> None:
    last = two_evenings.position
    assert came("f-1", 2).fact == two_evenings.entries()[-1].fact

    two_evenings.retract(last, reason="did-not-happen")

    assert Attendance(visits=3, visitors=3, families=2, vulnerable=0) == attended(two_evenings)
