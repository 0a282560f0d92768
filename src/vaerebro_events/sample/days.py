"""The days of the sample: weeks without holidays, months, and when the pandemic closed the doors."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

YEARS = (2020, 2021, 2022, 2023)
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
WEEK = timedelta(days=7)

# When open activities indoors were closed: the first spring, and the winter after it.
CLOSED = ((date(2020, 3, 12), date(2020, 6, 3)), (date(2020, 12, 9), date(2021, 4, 5)))
# Winter, summer and autumn holidays, Christmas and New Year.
_HOLIDAY_WEEKS = frozenset({1, 7, 28, 29, 30, 31, 42, 51, 52, 53})


def is_open(day: date) -> bool:
    """Whether an open activity indoors may be held on the day."""
    return not any(first <= day <= last for first, last in CLOSED)


def in_term(day: date) -> bool:
    """Whether the day lies outside the school's holidays."""
    return day.isocalendar().week not in _HOLIDAY_WEEKS


def monthly(year: int, weekday: int, nth: int, but: Collection[int] = ()) -> Iterator[date]:
    """The nth such weekday of each month on which the house was open, but not of some months."""
    for month in range(1, 13):
        first = date(year, month, 1)
        day = first + timedelta(days=(weekday - first.weekday()) % 7) + (nth - 1) * WEEK
        if month not in but and is_open(day):
            yield day


def weekly(first_day: date, number: int) -> Iterator[date]:
    """So many days a week apart, outside the school's holidays."""
    day = first_day
    while number:
        if in_term(day):
            yield day
            number -= 1
        day += WEEK


def every(first_day: date, last_day: date, days: int) -> Iterator[date]:
    """Every so many days in term, while the house is open."""
    day = first_day
    while day <= last_day:
        if in_term(day) and is_open(day):
            yield day
        day += timedelta(days=days)


def evenly(days: Sequence[date], number: int) -> list[date]:
    """So many of the days, spread over all of them."""
    assert number <= len(days)
    return [days[position * len(days) // number] for position in range(number)]
