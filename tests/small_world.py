"""A world that is small, so that stories collide: few references, days close together, year ends.

A new kind of fact is told at random; where it builds on another kind, it is a line in `FOLLOWS`, and a
place in `_ABOUT` makes it come with what it belongs to.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TypeVar

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from from_types import World
from plain import day_in_denmark
from small_plans import ANOTHER, REVISED
from stories import SMALL_PLAN
from vaerebro_events import (
    VOCABULARY,
    ActivityStarted,
    AliasAttended,
    AssessmentMade,
    BarrierLifted,
    BarrierReported,
    BaselineCounted,
    BlockOrganised,
    BodyDissolved,
    BodyEstablished,
    BydelsmorBegan,
    BydelsmorStopped,
    CooperationBegun,
    CooperationEnded,
    DisagreementRaised,
    DisagreementSettled,
    DisagreementTakenUp,
    Entry,
    EventHeld,
    Fact,
    FamilyAttended,
    FamilyJoined,
    FritidsjobEnded,
    FritidsjobHeldSixMonths,
    FritidsjobStarted,
    HeadsCounted,
    HoursCofinanced,
    IndicatorMeasured,
    JointInitiativeHeld,
    LommepengejobAbandoned,
    LommepengejobCompleted,
    LommepengejobStarted,
    MeetingCancelled,
    MeetingHeld,
    MilestoneDropped,
    MilestoneMoved,
    MilestoneReached,
    MilestoneSet,
    NeighbourActivityHeld,
    NetworkEnded,
    NetworkFormed,
    NetworkFoundSustainable,
    OrganisationEnded,
    PartiesNotified,
    PeriodClosed,
    PieceSentOut,
    PlanAdopted,
    PlanRevised,
    ReadingChosen,
    ReportedStatus,
    ResidentAttended,
    ResidentCompleted,
    ResidentJoined,
    RevisionUploaded,
    SeriesCompleted,
    SeriesPlanned,
    SurveyAnswered,
    VolunteerContacted,
    VolunteerRecruited,
    VolunteerStopped,
    YouthAttended,
)
from vaerebro_events.domain import (
    attendance,
    concerns,
    follow_up,
    governance,
    jobs,
    meetings,
    milestones,
    neighbourhood,
    networks,
    partners,
    references,
)
from vaerebro_events.domain.amendments import Amendment

T = TypeVar("T")


def some_of(*words: T) -> SearchStrategy[T]:
    return st.sampled_from(words)


def _numbers(*words: str) -> SearchStrategy[Decimal]:
    return some_of(*[Decimal(word) for word in words])


@frozen
class After:
    """What a fact builds on: which kind, the fields they share, and how many days lie between.

    What may also begin `anew` needs nothing before it.
    """

    kind: type[Fact]
    same: tuple[str, ...]
    days: tuple[int, ...]
    anew: bool = False


_JOB = ("activity", "youth", "job")
_SERIES = ("activity", "series")
_MEETING = ("activity", "series", "meeting")
_NETWORK = ("activity", "network")
_AT_MEETINGS = tuple(After(kind, _MEETING, (0,) * 12 + (1,)) for kind in (MeetingHeld, EventHeld))
_IN_NETWORKS = (After(NetworkFormed, _NETWORK, (0, 1, 30, 200, -1)),)
ABOUT_SIX_MONTHS = (184, 184, 200, 183, 182, 181)
_ENDS_ON = (0, 1, 30, 100, 200, 400)
FOLLOWS: Mapping[type[Fact], tuple[After, ...]] = {
    MeetingHeld: (After(SeriesPlanned, _SERIES, (0, 0, 1, 1, 7, 30, 180)),),
    MeetingCancelled: (After(SeriesPlanned, _SERIES, (0, 7, 30)),),
    SeriesCompleted: (After(SeriesPlanned, _SERIES, (0, 30, 180)),),
    ResidentCompleted: (After(SeriesPlanned, _SERIES, (0, 30, 180)),),
    EventHeld: (
        *(After(NetworkFormed, _NETWORK, (0, 1, 30, 200), anew=True),) * 2,
        After(EventHeld, _SERIES, (0, 1, 30, 200, -30), anew=True),
        After(SeriesPlanned, _SERIES, (0, 1, 30, -1), anew=True),
    ),
    **dict.fromkeys(
        (FamilyAttended, ResidentAttended, YouthAttended, AliasAttended, HeadsCounted), _AT_MEETINGS
    ),
    LommepengejobCompleted: (After(LommepengejobStarted, _JOB, (0, 1, 30, 200)),),
    LommepengejobAbandoned: (After(LommepengejobStarted, _JOB, (0, 1, 30)),),
    FritidsjobHeldSixMonths: (After(FritidsjobStarted, _JOB, ABOUT_SIX_MONTHS),),
    FritidsjobEnded: (After(FritidsjobStarted, _JOB, (0, 30, 181, 182, 184, 200, 300)),),
    FritidsjobStarted: (After(FritidsjobEnded, ("activity", "youth"), (0, 1, 2, 30, 31, 32), anew=True),),
    **dict.fromkeys((FamilyJoined, ResidentJoined, NetworkFoundSustainable), _IN_NETWORKS),
    NetworkEnded: (After(NetworkFormed, _NETWORK, _ENDS_ON),),
    NetworkFormed: (After(NetworkEnded, _NETWORK, (1, 30), anew=True),),
    VolunteerContacted: (
        After(VolunteerRecruited, ("activity", "volunteer"), (0, 1, 90, 182, 366)),
        After(VolunteerContacted, ("activity", "volunteer"), (1, 90, 182, 366)),
    ),
    VolunteerStopped: (After(VolunteerRecruited, ("activity", "volunteer"), _ENDS_ON),),
    VolunteerRecruited: (After(VolunteerStopped, ("activity", "volunteer"), (1, 30), anew=True),),
    BydelsmorBegan: (After(ResidentAttended, ("activity", "resident"), (0, 0, 1, 30, -1, -30)),),
    BydelsmorStopped: (
        After(BydelsmorBegan, ("activity", "resident"), _ENDS_ON),
        After(ResidentAttended, ("activity", "resident"), (0, -1)),
    ),
    OrganisationEnded: (After(BlockOrganised, ("activity", "organisation"), _ENDS_ON),),
    BlockOrganised: (
        After(BlockOrganised, ("activity", "block"), (0, 1, 30, 200, -1), anew=True),
        After(OrganisationEnded, ("activity", "organisation"), (1, 30), anew=True),
    ),
    CooperationEnded: (After(CooperationBegun, ("activity", "partner"), _ENDS_ON),),
    BodyDissolved: (After(BodyEstablished, ("activity", "body"), _ENDS_ON),),
    **{
        kind: (After(kind, ("indicator",), (0, 1, 30, 200, 364), anew=True),)
        for kind in (IndicatorMeasured, AssessmentMade, SurveyAnswered)
    },
    BodyEstablished: (After(BodyDissolved, ("activity", "body"), (1, 30), anew=True),),
    **dict.fromkeys(
        (MilestoneMoved, MilestoneReached, MilestoneDropped), (After(MilestoneSet, ("milestone",), _ENDS_ON),)
    ),
    MilestoneSet: (After(MilestoneReached, ("milestone",), (0, 1, 30), anew=True),),
    BarrierLifted: (After(BarrierReported, ("activity", "barrier"), _ENDS_ON),),
    **dict.fromkeys(
        (DisagreementTakenUp, DisagreementSettled), (After(DisagreementRaised, ("disagreement",), _ENDS_ON),)
    ),
    RevisionUploaded: (After(PlanRevised, ("revision",), (0, 1, 14, 30, -1)),),
}
KINDS = [kind for kind in VOCABULARY.facts.values() if not issubclass(kind, Amendment | PlanAdopted)]
# Decisions come in between whatever a story is about: they matter to it.
_BETWEEN: tuple[type[Fact], ...] = (PlanRevised, ReadingChosen, PeriodClosed) * 4
# A story is mostly about one thing, so that what it tells of that comes together.
_ABOUT: tuple[tuple[type[Fact], ...], ...] = (
    (*(FamilyAttended,) * 3, *(MeetingHeld,) * 2, MeetingCancelled, HeadsCounted, SeriesPlanned, EventHeld),
    (*jobs.FACTS, FritidsjobStarted, FritidsjobEnded, *(FritidsjobHeldSixMonths,) * 4),
    (
        *(EventHeld, MeetingHeld, ResidentAttended, BydelsmorBegan) * 2,
        *(YouthAttended, AliasAttended, SeriesCompleted, ResidentCompleted, ResidentJoined),
        *(BydelsmorStopped, HeadsCounted, SeriesPlanned),
    ),
    (*networks.FACTS, *(EventHeld, NetworkFormed) * 2, FamilyAttended, NetworkFoundSustainable),
    (*neighbourhood.FACTS, *(BlockOrganised,) * 3, OrganisationEnded, ActivityStarted),
    (
        *(VolunteerRecruited, VolunteerContacted) * 2,
        *(VolunteerStopped, BaselineCounted, ActivityStarted),
    ),
    (
        *(PieceSentOut, BaselineCounted, CooperationBegun, BodyEstablished) * 2,
        *(BodyDissolved, CooperationEnded, JointInitiativeHeld, ActivityStarted, NeighbourActivityHeld),
    ),
    (*(IndicatorMeasured,) * 3, BaselineCounted, *(AssessmentMade, SurveyAnswered) * 2, BydelsmorBegan),
    (*governance.FACTS[1:], *(PlanRevised, ReadingChosen, PeriodClosed) * 3, FamilyAttended, MeetingHeld),
    (*milestones.FACTS, *follow_up.FACTS, *concerns.FACTS, BarrierReported, MilestoneSet),
    tuple(KINDS),
)
THEMES = some_of(*(some_of(*about * (120 // len(about)), *_BETWEEN, *KINDS) for about in _ABOUT))
_PEOPLE = some_of("p-1", "p-2", "p-3")
_ACTIVITIES = ("familieakademi", "lommepengejob", "naboskab")
_AT_HOME: Mapping[str, tuple[type[Fact], ...]] = {
    "familieakademi": (
        *(*meetings.FACTS, *attendance.FACTS, *networks.FACTS),
        *(BydelsmorBegan, BydelsmorStopped),
    ),
    "lommepengejob": jobs.FACTS,
    "naboskab": (
        *(*neighbourhood.FACTS, *partners.FACTS),
        *(VolunteerRecruited, VolunteerContacted, VolunteerStopped),
    ),
}
JOBS = ("j-1", "j-2", "j-3", "j-4", "j-5")
ONE_DAY = timedelta(days=1)
YEAR_END = some_of(
    *[day for year in (2022, 2021, 2020, 2023, 2024) for day in (date(year - 1, 12, 31), date(year, 1, 1))]
)
_WELLS = (("a",), ("b",), ("a", "b"))
SMALL = World(
    {
        references.ActivityKey: some_of(*_ACTIVITIES * 10, "skak"),
        **{
            (kind, "activity"): some_of(*[home] * 8, *_ACTIVITIES)
            for home, kinds in _AT_HOME.items()
            for kind in kinds
        },
        # A family, a youth and a resident may go by the same reference.
        **dict.fromkeys(
            (references.ParticipantRef, references.FamilyRef, references.YouthRef, references.ResidentRef),
            _PEOPLE,
        ),
        references.AliasRef: some_of("a-1", "a-2"),
        references.SeriesRef: some_of("s-1", "s-2"),
        (SeriesPlanned, "group"): some_of("mothers", "mothers", "fathers", "mothers", None, "children"),
        references.PlaceKey: some_of(*["house", "outdoors"] * 5, "moon"),
        references.NetworkRef: some_of("n-1", "n-2"),
        references.BlockKey: some_of(*["b-2", "b-1", "b-2"] * 4, "b-9"),
        (BlockOrganised, "stairwells"): some_of(*_WELLS),
        (NeighbourActivityHeld, "stairwells"): some_of((), ("a",), *_WELLS),
        references.OrganisationRef: some_of("o-1", "o-2", "o-3"),
        references.PartnerRef: some_of("c-1", "c-2"),
        references.InitiativeRef: some_of("i-1", "i-2"),
        references.BodyRef: some_of("g-1", "g-2"),
        references.PieceRef: some_of("t-1", "t-2", "t-3"),
        (CooperationBegun, "kind"): some_of("club", "club", "school"),
        (BodyEstablished, "kind"): some_of("group", "channel"),
        (JointInitiativeHeld, "together_with"): some_of("school", "library"),
        references.JobRef: some_of(*JOBS),
        bool: some_of(True, True, False),  # noqa: FBT003 values, not settings
        references.EmployerRef: some_of("shop", "bakery"),
        (SurveyAnswered, "indicator"): some_of(*["insight", "meaningful"] * 5, "growth"),
        (AssessmentMade, "indicator"): some_of(*["growth"] * 8, "insight"),
        (IndicatorMeasured, "indicator"): some_of(*["safety", "charged", "parents"] * 4, "pieces"),
        (BaselineCounted, "indicator"): some_of(
            *["pieces", "volunteers", "parents"] * 4, "clubs", "growth", "safety"
        ),
        references.PartyKey: some_of("estate", "cafe"),
        **dict.fromkeys(
            ((HoursCofinanced, "party"), (PartiesNotified, "by")), some_of(*["estate", "owner"] * 6, "cafe")
        ),
        (PartiesNotified, "notified"): some_of((), ("owner",), ("owner", "estate"), ("cafe",)),
        (HoursCofinanced, "hours"): _numbers("1", "7.5", "37"),
        (HoursCofinanced, "first_day"): some_of(*[timedelta(days=-off) for off in (30, 6, 0, 30, 6, 0, -1)]),
        references.MilestoneRef: some_of("m-1", "m-2"),
        references.BarrierRef: some_of("b-1", "b-2"),
        references.DisagreementRef: some_of("d-1", "d-2"),
        references.RevisionRef: some_of("v-1", "v-2", "v-3"),
        references.ReportKey: some_of(*["status"] * 8, "diary"),
        references.CriterionKey: some_of(
            *[criterion.key for criterion in SMALL_PLAN.criteria] * 4, "nothing"
        ),
        references.ReadingKey: some_of("year", "programme", "deadline", "window"),
        (PlanRevised, "plan"): some_of(SMALL_PLAN, *REVISED * 2, ANOTHER),
        (PlanRevised, "holds_from"): YEAR_END
        | some_of(date(2022, 7, 1), date(2021, 5, 17), date(2025, 1, 1)),
        references.PeriodKey: some_of(*["2020", "2021", "2022", "2023", "programme", "2024", "2019"]),
        # What a closing says is made from the log; a field of it put wrong is one of these.
        (PeriodClosed, "library"): some_of("0.0.1", "99.0"),
        (ReportedStatus, "period"): some_of("2021", "programme"),
        (ReportedStatus, "state"): some_of("met", "not_met"),
        (ReportedStatus, "value"): some_of(None, "1", "1/2"),
        (ReportedStatus, "target"): some_of(None, "1"),
        # Per cent about the agreed baselines and as far from them as is asked for; counts that a few reach.
        (IndicatorMeasured, "percent"): _numbers("75", "77.5", "72.5", "80", "79.9", "100"),
        (IndicatorMeasured, "benchmark"): some_of(None) | _numbers("75", "77.5", "72.5", "80", "0"),
        (BaselineCounted, "figure"): _numbers("1", "0", "2", "1", "75", "72.5"),
        # A day in a fact lies so far from the day that it is about.
        date: some_of(*[timedelta(days=off) for off in (0, 0, 1, 30, 100, 200, -1)]),
    },
    most=4,
)
_ANY_DAY = st.dates(date(2019, 1, 1), date(2024, 12, 31))
_BESIDE = some_of(0, 0, 0, 1, 1, -1)
RARELY = st.integers(0, 14).map((14).__eq__)
SELDOM = st.integers(0, 3).map((3).__eq__)


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
