"""One entry of every kind, spelled out: what the files in tests/golden must say.

A new tag: one line in `FACTS`. A new version: the entry of the one before it moves to `EARLIER`.
"""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from attrs import evolve

from given import AKADEMI, JOBS, SPRING, WORKER
from golden_plan import FIRST_PLAN, PLAN
from vaerebro_events import (
    ActivityStarted,
    AliasAttended,
    AssessmentMade,
    BaselineCounted,
    BlockOrganised,
    BodyDissolved,
    BodyEstablished,
    BydelsmorBegan,
    BydelsmorStopped,
    CooperationBegun,
    CooperationEnded,
    Corrected,
    Entry,
    EventHeld,
    Evidence,
    Fact,
    FamilyAttended,
    FamilyJoined,
    FritidsjobEnded,
    FritidsjobHeldSixMonths,
    FritidsjobStarted,
    GuidanceGiven,
    HeadsCounted,
    IndicatorMeasured,
    JointInitiativeHeld,
    LommepengejobAbandoned,
    LommepengejobCompleted,
    LommepengejobStarted,
    MarkedAsSample,
    MeetingCancelled,
    MeetingHeld,
    NeighbourActivityHeld,
    NetworkEnded,
    NetworkFormed,
    NetworkFoundSustainable,
    OrganisationEnded,
    ParentsMet,
    ParticipantRegistered,
    PieceSentOut,
    PlanAdopted,
    ResidentAttended,
    ResidentCompleted,
    ResidentJoined,
    Retracted,
    SeriesCompleted,
    SeriesPlanned,
    SurveyAnswered,
    VolunteerContacted,
    VolunteerRecruited,
    VolunteerStopped,
    YouthAttended,
)

DAY = date(2021, 3, 4)
FACTS: tuple[Fact, ...] = (
    ParticipantRegistered("family", "f-017"),
    SeriesPlanned(AKADEMI, SPRING, 16, date(2021, 1, 7), date(2021, 5, 6), "mothers"),
    MeetingHeld(AKADEMI, SPRING, 3),
    MeetingCancelled(AKADEMI, SPRING, 3),
    EventHeld(AKADEMI, "tirsdagscafé", 3, "beboerhuset", "network", "n-1"),
    HeadsCounted(AKADEMI, SPRING, 3, 21, 4),
    SeriesCompleted(AKADEMI, SPRING),
    FamilyAttended(AKADEMI, SPRING, 3, "f-017"),
    ResidentAttended(AKADEMI, SPRING, 3, "r-021"),
    YouthAttended(AKADEMI, SPRING, 3, "y-004"),
    AliasAttended(AKADEMI, SPRING, 3, "den-glade"),
    ResidentCompleted(AKADEMI, SPRING, "r-021"),
    VolunteerRecruited(AKADEMI, "r-021"),
    VolunteerContacted(AKADEMI, "r-021", "sparring"),
    VolunteerStopped(AKADEMI, "r-021"),
    BydelsmorBegan(AKADEMI, "r-021"),
    BydelsmorStopped(AKADEMI, "r-021"),
    NetworkFormed(AKADEMI, "n-1", inclusive=False, outside_course=True),
    FamilyJoined(AKADEMI, "n-1", "f-017"),
    ResidentJoined(AKADEMI, "n-1", "r-021"),
    NetworkFoundSustainable(AKADEMI, "n-1"),
    NetworkEnded(AKADEMI, "n-1"),
    NeighbourActivityHeld(AKADEMI, "block-1", ("1", "2")),
    BlockOrganised(AKADEMI, "o-1", "block-1", "block-council", ("1", "2")),
    OrganisationEnded(AKADEMI, "o-1"),
    ActivityStarted(AKADEMI),
    CooperationBegun(AKADEMI, "p-1", "enterprise"),
    CooperationEnded(AKADEMI, "p-1"),
    JointInitiativeHeld(AKADEMI, "i-1", "day-care"),
    BodyEstablished(AKADEMI, "b-1", "working-group"),
    BodyDissolved(AKADEMI, "b-1"),
    PieceSentOut(AKADEMI, "film-1"),
    LommepengejobStarted(JOBS, "y-004", "l-2021-07"),
    LommepengejobCompleted(JOBS, "y-004", "l-2021-07"),
    LommepengejobAbandoned(JOBS, "y-004", "l-2021-07"),
    ParentsMet(JOBS, "y-004"),
    GuidanceGiven(JOBS, "y-004", "keeping"),
    FritidsjobStarted(JOBS, "y-004", "j-9", "e-æøå", ordinary=True),
    FritidsjobHeldSixMonths(JOBS, "y-004", "j-9", date(2021, 3, 11)),
    FritidsjobEnded(JOBS, "y-004", "j-9"),
    SurveyAnswered("insight", 20, 16, 12),
    AssessmentMade("growth", "cafe", positive=False),
    IndicatorMeasured("safety", Decimal("77.97"), Decimal(80)),
    BaselineCounted("volunteers", Decimal("12.5")),
    Corrected(4, "wrong-person", FamilyAttended(AKADEMI, SPRING, 3, "f-018")),
    Retracted(4, "did-not-happen"),
    PlanAdopted(PLAN),
    MarkedAsSample(2020),
)
EVIDENCE = (Evidence("arkiv/2021/17 bilag 2", "0123456789abcdef" * 4),)
ENTRY = Entry(
    position=7,
    batch_end=9,
    id=UUID("0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"),
    recorded_at=datetime(2021, 3, 4, 19, 30, 15, 250, tzinfo=UTC),
    occurred_on=DAY,
    actor=WORKER,
    fact=FACTS[0],
)
# One of each, all alike but for the fact; three of them show evidence and a clock behind as well.
BY_TAG = {fact.tag: fact for fact in FACTS}
ENTRIES = {tag: evolve(ENTRY, fact=fact) for tag, fact in BY_TAG.items()} | {
    "survey-answered": evolve(ENTRY, fact=BY_TAG["survey-answered"], evidence=EVIDENCE),
    "corrected": evolve(ENTRY, fact=BY_TAG["corrected"], evidence=EVIDENCE),
    "meeting-held": evolve(ENTRY, fact=BY_TAG["meeting-held"], clock=datetime(2021, 3, 4, 18, tzinfo=UTC)),
}
# What the files of older versions mean today, by tag and version.
EARLIER = {
    ("series-planned", 1): evolve(
        ENTRY, fact=SeriesPlanned(AKADEMI, SPRING, 16, date(2021, 1, 7), date(2021, 5, 6), group=None)
    ),
    ("plan-adopted", 1): evolve(ENTRY, fact=PlanAdopted(FIRST_PLAN)),
}
