"""What is asked for, as somebody types it: days, and times as known at."""

import re
from datetime import date, datetime

from vaerebro_events.errors import InvalidValue
from vaerebro_events.forms.reading import NO_SUCH_DAY, read_day
from vaerebro_events.reports.terminal.heading import Known
from vaerebro_events.text import Text

POSITION = re.compile(r"[0-9]{1,18}")
A_TIME = Text(
    da="giv en post, en dag såsom 2022-02-28 eller et tidspunkt såsom 2022-02-28T12:00+01:00",
    en="give a position, a day such as 2022-02-28, or a time such as 2022-02-28T12:00+01:00",
)


def day_asked(option: str, text: str) -> date:
    """The day that is meant, as ISO or Danish writes it.

    Raises: `InvalidValue`.
    """
    return read_day(text, option)


def known_asked(option: str, text: str) -> Known:
    """The time that is meant: digits are a position, then a day, else a time with its offset.

    Raises: `InvalidValue`.
    """
    if POSITION.fullmatch(text):
        return int(text)
    try:
        return read_day(text, option)
    except InvalidValue as no_day:
        return _time_asked(option, text, no_day)


def _time_asked(option: str, text: str, no_day: InvalidValue) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise (no_day if no_day.why is NO_SUCH_DAY else InvalidValue(option, text, A_TIME)) from None
