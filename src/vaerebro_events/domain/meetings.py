"""What happens at meetings: seasons planned, meetings and events held, meetings cancelled, heads counted.

A new fact about meetings: one class here, one line in `FACTS`, one golden file.
"""

from abc import abstractmethod
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen
from attrs.converters import optional

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import ActivityFact, Fact, Lifecycle, Rank, Thread
from vaerebro_events.domain.gathered import Came, Meeting, Series
from vaerebro_events.domain.networks import network
from vaerebro_events.domain.references import (
    GroupKey,
    NetworkRef,
    PlaceKey,
    SeriesRef,
    group_key,
    network_ref,
    place_key,
    series_ref,
)
from vaerebro_events.domain.values import choice, plain_day, whole
from vaerebro_events.errors import (
    AlreadyAttended,
    EndedAlready,
    HeadsAlreadyCounted,
    InvalidValue,
    MeetingAlreadyCancelled,
    MeetingAlreadyHeld,
    MeetingNotHeld,
    MeetingOnAnotherDay,
    SeriesAlreadyPlanned,
    UnknownGroup,
    UnknownPlace,
    UnknownSeries,
)
from vaerebro_events.text import Text

if TYPE_CHECKING:
    from vaerebro_events.domain.plan import Plan

_LED_BY_NETWORK = Text(
    da="angiv det, når et netværk holdt arrangementet, og kun da",
    en="it is named where a network led the event, and only there",
)


class LedBy(StrEnum):
    """Who carried an event out."""

    STAFF = "staff"
    VOLUNTEERS = "volunteers"
    RESIDENTS = "residents"
    YOUTHS = "youths"
    NETWORK = "network"


def _led_by(value: str) -> LedBy:
    return choice(LedBy, "led_by", value)


@frozen
class SeriesFact(ActivityFact):
    """A fact of one season or series of an activity."""

    series: SeriesRef = field(converter=series_ref)

    def threads(self) -> tuple[Thread, ...]:
        return (season(self.activity, self.series),)


@frozen
class SeriesPlanned(SeriesFact):
    """A season or course is planned: so many meetings, from first day to last, maybe for a target group."""

    tag = "series-planned"
    rank = Rank.PLANNED
    version = 2
    says = Text(da="blev planlagt", en="were planned")
    title = Text(da="Sæson planlagt", en="Season planned")
    key = ("activity", "series")

    meetings: int = field(validator=whole(1))
    first_day: date = field(validator=plain_day)
    last_day: date = field(validator=plain_day)
    group: GroupKey | None = field(default=None, converter=optional(group_key))

    def __attrs_post_init__(self) -> None:
        if self.last_day < self.first_day:
            began = self.first_day
            why = Text(da=f"sæsonen begynder {began}", en=f"the season begins on {began}")
            raise InvalidValue("last_day", str(self.last_day), why)

    def fits(self, plan: "Plan") -> None:
        super().fits(plan)
        groups = plan.groups(self.activity)
        if self.group is not None and self.group not in groups:
            raise UnknownGroup(self.group, self.activity, groups)


def before_groups(fields: dict[str, Any]) -> dict[str, Any]:
    """Lifts a season's plan of version 1, which knew no target groups."""
    return {**fields, "group": None}


@frozen
class SeriesCompleted(SeriesFact):
    """A season or course ran to its end; the day is its last."""

    tag = "series-completed"
    rank = Rank.ENDED
    says = Text(da="blev gennemført", en="were completed")
    title = Text(da="Sæson gennemført", en="Season completed")
    key = ("activity", "series")


@frozen
class MeetingFact(SeriesFact):
    """A fact of one meeting of a season, by its number.

    That its season is planned is the meeting's own matter: what is said of a meeting needs it held.
    """

    meeting: int = field(validator=whole(1))

    def threads(self) -> tuple[Thread, ...]:
        return (gathering(self.activity, self.series, self.meeting),)


@frozen
class MeetingHeld(MeetingFact):
    """A meeting of a season was held on the day."""

    tag = "meeting-held"
    rank = Rank.HELD
    says = Text(da="blev holdt", en="were held")
    title = Text(da="Møde afholdt", en="Meeting held")
    key = ("activity", "series", "meeting")

    def threads(self) -> tuple[Thread, ...]:
        return (*super().threads(), season(self.activity, self.series))


@frozen
class MeetingCancelled(MeetingFact):
    """A meeting of a season was cancelled; it may still be held on another day."""

    tag = "meeting-cancelled"
    rank = Rank.CANCELLED
    says = Text(da="blev aflyst", en="were cancelled")
    title = Text(da="Møde aflyst", en="Meeting cancelled")
    key = ("activity", "series", "meeting")

    def threads(self) -> tuple[Thread, ...]:
        return (*super().threads(), season(self.activity, self.series))


@frozen
class EventHeld(MeetingFact):
    """An event was held that no season plans: `series` names its line of events, `meeting` its number there.

    Where a network held it, `network` says which; that network must be there.
    """

    tag = "event-held"
    rank = Rank.HELD
    says = Text(da="blev afholdt", en="were held")
    title = Text(da="Arrangement afholdt", en="Event held")
    key = ("activity", "series", "meeting")

    place: PlaceKey = field(converter=place_key)
    led_by: LedBy = field(converter=_led_by)
    network: NetworkRef | None = field(default=None, converter=optional(network_ref))

    def __attrs_post_init__(self) -> None:
        if (self.led_by is LedBy.NETWORK) != (self.network is not None):
            raise InvalidValue("network", self.network, _LED_BY_NETWORK)

    def threads(self) -> tuple[Thread, ...]:
        own = super().threads()
        return own if self.network is None else (*own, network(self.activity, self.network))

    def fits(self, plan: "Plan") -> None:
        super().fits(plan)
        places = tuple(place.key for place in plan.places)
        if self.place not in places:
            raise UnknownPlace(self.place, places)


@frozen
class AttendanceFact(MeetingFact):
    """Somebody came to a meeting or an event, once."""

    rank = Rank.ATTENDED

    @property
    @abstractmethod
    def came(self) -> Came:
        """Who came: the kind, and the reference or alias."""


@frozen
class HeadsCounted(MeetingFact):
    """So many visitors were at the meeting, so many of them vulnerably placed: visits, not visitors."""

    tag = "heads-counted"
    rank = Rank.ATTENDED
    says = Text(da="blev talt", en="were counted")
    title = Text(da="Fremmødte talt", en="Heads counted")
    key = ("activity", "series", "meeting")

    heads: int = field(validator=whole())
    vulnerable: int = field(default=0, validator=whole())

    def __attrs_post_init__(self) -> None:
        if self.vulnerable > self.heads:
            why = Text(da=f"kun {self.heads} fremmødte blev talt", en=f"only {self.heads} heads were counted")
            raise InvalidValue("vulnerable", self.vulnerable, why)


def _series_step(series: Series, entry: Entry) -> Series:
    planning = isinstance(entry.fact, SeriesPlanned)
    if planning and series.planned:
        raise SeriesAlreadyPlanned(series.activity, series.series, series.planned)
    if planning:
        return evolve(series, planned=entry.position)
    if not series.planned:
        raise UnknownSeries(series.activity, series.series, entry.occurred_on)
    if not isinstance(entry.fact, SeriesCompleted | MeetingHeld):
        return series
    if series.completed:
        raise EndedAlready("series", series.series, series.completed)
    return evolve(series, completed=entry.position) if isinstance(entry.fact, SeriesCompleted) else series


SERIES = Lifecycle("series", Series, _series_step)


def season(activity: str, series: str) -> Thread:
    """The lifecycle of a season: its plan, and its meetings held and cancelled."""
    return Thread(SERIES, (activity, series))


@lru_cache(maxsize=1 << 14)
def gathering(activity: str, series: str, meeting: int) -> Thread:
    """The lifecycle of a meeting or event: what is said of it belongs to it."""
    return Thread(MEETING, (activity, series, str(meeting)))


def _held(meeting: Meeting, entry: Entry, fact: MeetingHeld | EventHeld) -> Meeting:
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


def _attended(meeting: Meeting, entry: Entry, fact: AttendanceFact) -> Meeting:
    _same_day(meeting, entry, fact)
    came = fact.came
    if came in meeting.present:
        raise AlreadyAttended(*came, fact.series, fact.meeting, meeting.present[came])
    # Made anew field by field: this step is taken for every attendance that is read.
    return Meeting(
        meeting.activity,
        meeting.series,
        meeting.meeting,
        meeting.held,
        meeting.held_on,
        meeting.cancelled,
        meeting.counted,
        {**meeting.present, came: entry.position},
    )


def _counted(meeting: Meeting, entry: Entry, fact: HeadsCounted) -> Meeting:
    _same_day(meeting, entry, fact)
    if meeting.counted:
        raise HeadsAlreadyCounted(fact.series, fact.meeting, meeting.counted)
    return evolve(meeting, counted=entry.position)


def _meeting_step(meeting: Meeting, entry: Entry) -> Meeting:
    match entry.fact:
        case MeetingHeld() | EventHeld() as fact:
            return _held(meeting, entry, fact)
        case MeetingCancelled() as fact:
            return _cancelled(meeting, entry, fact)
        case AttendanceFact() as fact:
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
    EventHeld,
    HeadsCounted,
    SeriesCompleted,
)
