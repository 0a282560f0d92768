"""What is asked for, as somebody types it: days, and times as known at."""

import re
from datetime import date, datetime

from vaerebro_events.errors import InvalidValue
from vaerebro_events.reports.terminal.heading import Known

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
POSITION = re.compile(r"[0-9]{1,18}")


def day_asked(option: str, text: str) -> date:
    """The day that is meant.

    Raises: `InvalidValue`.
    """
    why = "give a day that there is, such as 2021-12-31"
    if not DAY.fullmatch(text):
        raise InvalidValue(option, text, why)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidValue(option, text, why) from None


def known_asked(option: str, text: str) -> Known:
    """The time that is meant: digits are a position, then a day, else a time with its offset.

    Raises: `InvalidValue`.
    """
    if POSITION.fullmatch(text):
        return int(text)
    if DAY.fullmatch(text):
        return day_asked(option, text)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        why = "give a position, a day such as 2022-02-28, or a time such as 2022-02-28T12:00+01:00"
        raise InvalidValue(option, text, why) from None
