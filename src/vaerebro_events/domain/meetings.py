"""What happens at meetings: seasons planned, meetings held or cancelled, families, heads.

A new fact about meetings: one class here, one line in `FACTS`, one golden file.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from attrs import evolve, field, frozen

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import ActivityFact, Fact, Lifecycle, Rank, Thread
from vaerebro_events.domain.participants import family
from vaerebro_events.domain.text import Text
from vaerebro_events.domain.values import (
    FamilyRef,
    SeriesRef,
    family_ref,
    plain_day,
    series_ref,
    whole,
)
from vaerebro_events.errors import (
    AlreadyAttended,
    HeadsAlreadyCounted,
    InvalidValue,
    MeetingAlreadyCancelled,
    MeetingAlreadyHeld,
    MeetingNotHeld,
    MeetingOnAnotherDay,
    SeriesAlreadyPlanned,
    UnknownSeries,
)


@frozen
class SeriesFact(ActivityFact):
    """A fact of one season or series of an activity."""

    series: SeriesRef = field(converter=series_ref)

    def threads(self) -> tuple[Thread, ...]:
        return (season(self.activity, self.series),)


@frozen
class SeriesPlanned(SeriesFact):
    """A season is planned: so many meetings, from a first day to a last."""

    tag = "series-planned"
    rank = Rank.PLANNED
    says = Text(da="blev planlagt", en="were planned")

    meetings: int = field(validator=whole(1))
    first_day: date = field(validator=plain_day)
    last_day: date = field(validator=plain_day)

    def __attrs_post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise InvalidValue("last_day", str(self.last_day), f"the season begins on {self.first_day}")


@frozen
class MeetingFact(SeriesFact):
    """A fact of one meeting of a season, by its number.

    That its season is planned is the meeting's own matter: what is said of a meeting needs it held.
    """

    meeting: int = field(validator=whole(1))

    def threads(self) -> tuple[Thread, ...]:
        return (_meeting(self.activity, self.series, self.meeting),)


@frozen
class MeetingHeld(MeetingFact):
    """A meeting of a season was held on the day."""

    tag = "meeting-held"
    rank = Rank.HELD
    says = Text(da="blev holdt", en="were held")

    def threads(self) -> tuple[Thread, ...]:
        return (*super().threads(), season(self.activity, self.series))


@frozen
class MeetingCancelled(MeetingFact):
    """A meeting of a season was cancelled; it may still be held on another day."""

    tag = "meeting-cancelled"
    rank = Rank.CANCELLED
    says = Text(da="blev aflyst", en="were cancelled")

    def threads(self) -> tuple[Thread, ...]:
        return (*super().threads(), season(self.activity, self.series))


@frozen
class FamilyAttended(MeetingFact):
    """A family came to a meeting of a season."""

    tag = "family-attended"
    rank = Rank.ATTENDED
    says = Text(da="kom til møder", en="came to a meeting")

    family: FamilyRef = field(converter=family_ref)

    def threads(self) -> tuple[Thread, ...]:
        return (_meeting(self.activity, self.series, self.meeting), family(self.family))


@frozen
class HeadsCounted(MeetingFact):
    """So many people were at the meeting, so many of them in a vulnerable position: visits, not visitors."""

    tag = "heads-counted"
    rank = Rank.ATTENDED
    says = Text(da="blev talt", en="were counted")

    heads: int = field(validator=whole())
    vulnerable: int = field(default=0, validator=whole())

    def __attrs_post_init__(self) -> None:
        if self.vulnerable > self.heads:
            raise InvalidValue("vulnerable", self.vulnerable, f"only {self.heads} heads were counted")


@frozen
class Series:
    """The state of one season: where its plan stands, once there is one."""

    activity: str
    series: str
    planned: int | None = None


def _series_step(series: Series, entry: Entry) -> Series:
    planning = isinstance(entry.fact, SeriesPlanned)
    if planning and series.planned:
        raise SeriesAlreadyPlanned(series.activity, series.series, series.planned)
    if planning:
        return evolve(series, planned=entry.position)
    if not series.planned:
        raise UnknownSeries(series.activity, series.series, entry.occurred_on)
    return series


SERIES = Lifecycle("series", Series, _series_step)


def season(activity: str, series: str) -> Thread:
    """The lifecycle of a season: its plan, and its meetings held and cancelled."""
    return Thread(SERIES, (activity, series))


@lru_cache(maxsize=1 << 14)
def _meeting(activity: str, series: str, meeting: int) -> Thread:
    return Thread(MEETING, (activity, series, str(meeting)))


def _no_families() -> Mapping[str, int]:
    return {}


@frozen
class Meeting:
    """The state of one meeting: the positions at which it was held, cancelled, counted, and who came."""

    activity: str
    series: str
    meeting: str
    held: int | None = None
    held_on: date | None = None
    cancelled: int | None = None
    counted: int | None = None
    families: Mapping[str, int] = field(factory=_no_families)


def _held(meeting: Meeting, entry: Entry, fact: MeetingHeld) -> Meeting:
    if meeting.held:
        raise MeetingAlreadyHeld(fact.series, fact.meeting, meeting.held)
    return evolve(meeting, held=entry.position, held_on=entry.occurred_on)


def _cancelled(meeting: Meeting, entry: Entry, fact: MeetingCancelled) -> Meeting:
    if meeting.held:
        raise MeetingAlreadyHeld(fact.series, fact.meeting, meeting.held)
    if meeting.cancelled:
        raise MeetingAlreadyCancelled(fact.series, fact.meeting, meeting.cancelled)
    return evolve(meeting, cancelled=entry.position)


def _same_day(meeting: Meeting, entry: Entry, fact: MeetingFact) -> None:
    if meeting.held_on is None:
        raise MeetingNotHeld(fact.series, fact.meeting, entry.occurred_on)
    if meeting.held_on != entry.occurred_on:
        raise MeetingOnAnotherDay(fact.series, fact.meeting, meeting.held_on, entry.occurred_on)


def _attended(meeting: Meeting, entry: Entry, fact: FamilyAttended) -> Meeting:
    _same_day(meeting, entry, fact)
    if fact.family in meeting.families:
        raise AlreadyAttended(fact.family, fact.series, fact.meeting, meeting.families[fact.family])
    # Made anew field by field: this step is taken for every attendance that is read.
    return Meeting(
        meeting.activity,
        meeting.series,
        meeting.meeting,
        meeting.held,
        meeting.held_on,
        meeting.cancelled,
        meeting.counted,
        {**meeting.families, fact.family: entry.position},
    )


def _counted(meeting: Meeting, entry: Entry, fact: HeadsCounted) -> Meeting:
    _same_day(meeting, entry, fact)
    if meeting.counted:
        raise HeadsAlreadyCounted(fact.series, fact.meeting, meeting.counted)
    return evolve(meeting, counted=entry.position)


def _meeting_step(meeting: Meeting, entry: Entry) -> Meeting:
    match entry.fact:
        case MeetingHeld() as fact:
            return _held(meeting, entry, fact)
        case MeetingCancelled() as fact:
            return _cancelled(meeting, entry, fact)
        case FamilyAttended() as fact:
            return _attended(meeting, entry, fact)
        case HeadsCounted() as fact:
            return _counted(meeting, entry, fact)
        case MeetingFact() as fact:
            _same_day(meeting, entry, fact)
            return meeting
        case _:
            return meeting


MEETING = Lifecycle("meeting", Meeting, _meeting_step)

FACTS: tuple[type[Fact], ...] = (
    SeriesPlanned,
    MeetingHeld,
    MeetingCancelled,
    FamilyAttended,
    HeadsCounted,
)
