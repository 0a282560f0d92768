"""A world that is small, so that stories collide: few references, days close together, year ends.

A new kind of fact needs nothing here; if it builds on another kind, it is one line in `FOLLOWS`.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from from_types import World
from plain import day_in_denmark
from vaerebro_events import (
    VOCABULARY,
    AssessmentMade,
    Entry,
    Fact,
    FamilyAttended,
    FritidsjobEnded,
    FritidsjobHeldSixMonths,
    FritidsjobStarted,
    HeadsCounted,
    LommepengejobAbandoned,
    LommepengejobCompleted,
    LommepengejobStarted,
    MeetingCancelled,
    MeetingHeld,
    PlanAdopted,
    SeriesPlanned,
    SurveyAnswered,
)
from vaerebro_events.domain import jobs, meetings, values
from vaerebro_events.domain.amendments import Amendment

T = TypeVar("T")


def some_of(*words: T) -> SearchStrategy[T]:
    return st.sampled_from(words)


@frozen
class After:
    """What a fact builds on: which kind, the fields they share, and how many days lie between."""

    kind: type[Fact]
    same: tuple[str, ...]
    days: tuple[int, ...]


_JOB = ("activity", "youth", "job")
_MEETING = ("activity", "series", "meeting")
FOLLOWS: Mapping[type[Fact], After] = {
    MeetingHeld: After(SeriesPlanned, ("activity", "series"), (0, 0, 1, 1, 7, 30, 180)),
    MeetingCancelled: After(SeriesPlanned, ("activity", "series"), (0, 7, 30)),
    FamilyAttended: After(MeetingHeld, _MEETING, (0,) * 12 + (1,)),
    HeadsCounted: After(MeetingHeld, _MEETING, (0,) * 6 + (1,)),
    LommepengejobCompleted: After(LommepengejobStarted, _JOB, (0, 1, 30, 200)),
    LommepengejobAbandoned: After(LommepengejobStarted, _JOB, (0, 1, 30)),
    FritidsjobHeldSixMonths: After(FritidsjobStarted, _JOB, (184, 184, 200, 183, 182, 181)),
    FritidsjobEnded: After(FritidsjobStarted, _JOB, (0, 30, 181, 182, 184, 200, 300)),
    FritidsjobStarted: After(FritidsjobEnded, ("activity", "youth"), (0, 1, 2, 30, 31, 32)),
}
_OFTEN: tuple[type[Fact], ...] = (
    *(FamilyAttended,) * 3,
    *(MeetingHeld, FritidsjobHeldSixMonths, AssessmentMade) * 2,
    FritidsjobStarted,
    FritidsjobEnded,
)
KINDS = [kind for kind in VOCABULARY.facts.values() if not issubclass(kind, Amendment | PlanAdopted)]
_PEOPLE = some_of("p-1", "p-2", "p-3")
_ACTIVITIES = ("familieakademi", "lommepengejob")
JOBS = ("j-1", "j-2", "j-3", "j-4", "j-5")
SMALL = World(
    {
        values.ActivityKey: some_of(*_ACTIVITIES * 10, "skak"),
        **{(kind, "activity"): some_of(*["familieakademi"] * 8, *_ACTIVITIES) for kind in meetings.FACTS},
        **{(kind, "activity"): some_of(*["lommepengejob"] * 8, *_ACTIVITIES) for kind in jobs.FACTS},
        # A family and a youth may go by the same reference.
        values.ParticipantRef: _PEOPLE,
        values.FamilyRef: _PEOPLE,
        values.YouthRef: _PEOPLE,
        values.SeriesRef: some_of("s-1", "s-2"),
        values.JobRef: some_of(*JOBS),
        bool: some_of(True, True, False),  # noqa: FBT003 values, not settings
        values.EmployerRef: some_of("shop", "bakery"),
        (SurveyAnswered, "indicator"): some_of(*["insight", "meaningful"] * 5, "growth"),
        (AssessmentMade, "indicator"): some_of(*["growth"] * 8, "insight"),
        values.PartyKey: some_of("estate", "cafe"),
        # A day in a fact lies so far from the day that it is about.
        date: some_of(*[timedelta(days=off) for off in (0, 0, 1, 30, 100, 200, -1)]),
    },
    most=4,
)
ONE_DAY = timedelta(days=1)
YEAR_END = some_of(
    *[day for year in (2022, 2021, 2020, 2023, 2024) for day in (date(year - 1, 12, 31), date(year, 1, 1))]
)
_ANY_DAY = st.dates(date(2019, 1, 1), date(2024, 12, 31))
_BESIDE = some_of(0, 0, 0, 1, 1, -1)
RARELY = st.integers(0, 14).map((14).__eq__)
KIND = some_of(*_OFTEN, *KINDS)


@st.composite
def days_about(draw: DrawFn, entries: Sequence[Entry]) -> date:
    """Days at which something changes: those that entries are about and their neighbours, and year ends."""
    if draw(RARELY):
        return draw(_ANY_DAY)
    if draw(st.booleans()):
        return draw(YEAR_END) + draw(_BESIDE) * ONE_DAY
    return entries[draw(st.integers(0, len(entries) - 1))].occurred_on + draw(_BESIDE) * ONE_DAY


@st.composite
def knowns(draw: DrawFn, entries: Sequence[Entry]) -> int | date | datetime:
    """Everything that `known` may be: positions, instants at and beside the recordings, and their days."""
    position = draw(st.integers(0, len(entries)))
    instant = entries[position - 1].recorded_at + draw(_BESIDE) * timedelta(microseconds=1)
    known: list[int | date | datetime] = [position, position, instant, day_in_denmark(instant)]
    return draw(st.sampled_from(known))
