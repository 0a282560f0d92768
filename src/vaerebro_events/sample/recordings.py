"""What the staff of the sample write into the logbook, and when."""

from datetime import UTC, date, datetime, time, timedelta

from attrs import field, frozen

from vaerebro_events.domain.amendments import Reason
from vaerebro_events.domain.calendar import COPENHAGEN
from vaerebro_events.domain.entry import Actor, Draft
from vaerebro_events.sample.dice import Dice

FAMILY_WORKER = Actor("family-worker", "u-1")
YOUTH_WORKER = Actor("child-and-youth-worker", "u-2")
LEADER = Actor("leader", "u-3")
SUBSTITUTE = Actor("family-worker", "u-4")

_SATURDAY = 5


@frozen
class Mending:
    """An entry put right: `of` is what was written first, `to` what holds instead, if anything does."""

    of: Draft
    reason: Reason
    to: Draft | None = None


@frozen
class Recording:
    """What one of the staff records at once."""

    at: datetime
    actor: Actor
    what: tuple[Draft | Mending, ...] = field(converter=tuple[Draft | Mending, ...])


def instant(day: date, hour: int, minute: int = 0) -> datetime:
    """A time of day in Denmark."""
    return datetime.combine(day, time(hour, minute), tzinfo=COPENHAGEN).astimezone(UTC)


def in_the_evening(dice: Dice, day: date) -> datetime:
    """A time on the day, when the meeting is over."""
    return instant(day, dice.whole(19, 21), dice.whole(0, 59))


def at_work(dice: Dice, day: date) -> datetime:
    """A time at the desk, on the day or on the Monday after it."""
    return instant(working_day(day), dice.whole(9, 15), dice.whole(0, 59))


def working_day(day: date) -> date:
    """The day, or the Monday after it where it is a Saturday or Sunday."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= _SATURDAY else day


def days_after(day: date, days: int) -> date:
    """The working day so many days after a day, or the first one then."""
    return working_day(day + timedelta(days=days))
