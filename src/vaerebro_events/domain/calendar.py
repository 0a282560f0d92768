"""Days and instants, as the field counts them: calendar months, and days of Copenhagen."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
ONE_DAY = timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day `months` calendar months later; a missing day is the month's last.

    >>> from datetime import date
    >>> from vaerebro_events.domain.calendar import add_months
    >>> add_months(date(2021, 8, 31), 6)
    datetime.date(2022, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_after(day: date, months: int) -> date:
    """The same day so many calendar months later; counted from the end of a month, the end of a month.

    >>> from datetime import date
    >>> from vaerebro_events.domain.calendar import months_after
    >>> months_after(date(2021, 12, 31), 6), months_after(date(2021, 12, 15), 6)
    (datetime.date(2022, 6, 30), datetime.date(2022, 6, 15))
    """
    after = day + ONE_DAY
    return add_months(after, months) - ONE_DAY if after.day == 1 else add_months(day, months)


def day_of(instant: datetime) -> date:
    """The day in Denmark at an instant."""
    return instant.astimezone(COPENHAGEN).date()


def end_of(day: date) -> datetime:
    """The first instant after a day in Denmark, in UTC.

    >>> from datetime import date
    >>> from vaerebro_events.domain.calendar import end_of
    >>> end_of(date(2021, 12, 31)).isoformat()
    '2021-12-31T23:00:00+00:00'
    """
    midnight = datetime.combine(day + ONE_DAY, time(), tzinfo=COPENHAGEN)
    return midnight.astimezone(UTC)
