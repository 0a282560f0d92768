"""Months as the field counts them, and days as they begin and end in Denmark."""

from datetime import UTC, date, datetime, timedelta

import pytest

from vaerebro_events.domain.calendar import add_months, day_of, end_of


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2021, 3, 1), 6, date(2021, 9, 1)),
        (date(2021, 8, 31), 6, date(2022, 2, 28)),
        (date(2019, 8, 31), 6, date(2020, 2, 29)),
        (date(2021, 8, 28), 6, date(2022, 2, 28)),
        (date(2021, 3, 31), 6, date(2021, 9, 30)),
        (date(2021, 6, 30), 6, date(2021, 12, 30)),
        (date(2021, 7, 31), 6, date(2022, 1, 31)),
        (date(2020, 2, 29), 12, date(2021, 2, 28)),
        (date(2020, 2, 29), 48, date(2024, 2, 29)),
        (date(2021, 12, 31), 1, date(2022, 1, 31)),
        (date(2021, 12, 31), 2, date(2022, 2, 28)),
        (date(2021, 1, 1), 0, date(2021, 1, 1)),
    ],
)
def test_six_months_later_is_the_same_day_or_the_months_last(day: date, months: int, later: date) -> None:
    assert later == add_months(day, months)


@pytest.mark.parametrize(
    ("day", "end", "hours"),
    [
        (date(2021, 1, 15), datetime(2021, 1, 15, 23, tzinfo=UTC), 24),
        (date(2021, 7, 15), datetime(2021, 7, 15, 22, tzinfo=UTC), 24),
        (date(2021, 3, 27), datetime(2021, 3, 27, 23, tzinfo=UTC), 24),
        (date(2021, 3, 28), datetime(2021, 3, 28, 22, tzinfo=UTC), 23),
        (date(2021, 10, 31), datetime(2021, 10, 31, 23, tzinfo=UTC), 25),
        (date(2020, 2, 29), datetime(2020, 2, 29, 23, tzinfo=UTC), 24),
        (date(2021, 12, 31), datetime(2021, 12, 31, 23, tzinfo=UTC), 24),
    ],
)
def test_a_day_has_the_hours_it_has_in_denmark(day: date, end: datetime, hours: int) -> None:
    assert end == end_of(day)
    assert timedelta(hours=hours) == end_of(day) - end_of(day - timedelta(days=1))


@pytest.mark.parametrize("day", [date(2021, 1, 15), date(2021, 3, 28), date(2021, 10, 31)])
def test_the_end_of_a_day_is_the_next_days_first_instant(day: date) -> None:
    assert day + timedelta(days=1) == day_of(end_of(day))
    assert day == day_of(end_of(day) - timedelta(microseconds=1))
