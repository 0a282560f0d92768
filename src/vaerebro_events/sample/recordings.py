"""What the staff of the sample write into the logbook, and when."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from attrs import field, frozen

from vaerebro_events.domain.amendments import Reason
from vaerebro_events.domain.calendar import COPENHAGEN
from vaerebro_events.domain.entry import Actor, Draft, Evidence
from vaerebro_events.sample.dice import Dice

FAMILY_WORKER = Actor("family-worker", "u-1")
YOUTH_WORKER = Actor("child-and-youth-worker", "u-2")
LEADER = Actor("leader", "u-3")
SUBSTITUTE = Actor("family-worker", "u-4")
NETWORK_WORKER = Actor("network-worker", "u-5")

_FRIDAY, _SATURDAY = 4, 5
_EVENING = 16  # o'clock, UTC


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


def friday_of(day: date) -> date:
    """The Friday of the day's week, when notes are brought up to date; at a weekend, the Monday after."""
    return working_day(max(day, day + timedelta(days=_FRIDAY - day.weekday())))


def in_piles(recordings: Iterable[Recording]) -> Iterator[Recording]:
    """What one of the staff writes at the desk in a day is recorded at once; what is mended, by itself."""
    piles: dict[tuple[Actor, date], list[Recording]] = {}
    for recording in recordings:
        mends = any(isinstance(item, Mending) for item in recording.what)
        if mends or recording.at.hour >= _EVENING:
            yield recording
        else:
            piles.setdefault((recording.actor, recording.at.date()), []).append(recording)
    for (actor, _), pile in piles.items():
        what = [item for recording in pile for item in recording.what]
        yield Recording(max(recording.at for recording in pile), actor, what)


def working_day(day: date) -> date:
    """The day, or the Monday after it where it is a Saturday or Sunday."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= _SATURDAY else day


def days_after(day: date, days: int) -> date:
    """The working day so many days after a day, or the first one then."""
    return working_day(day + timedelta(days=days))


def report(indicator: str, on: date, seed: int) -> Evidence:
    """The report that shows a figure, kept elsewhere."""
    document = f"{indicator}/{on:%Y-%m}"
    return Evidence(document, sha256(f"{document} {seed}".encode()).hexdigest())
