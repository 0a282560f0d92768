"""One entry of every kind, spelled out: what the files in tests/golden must say. A new tag: one line here."""

from datetime import UTC, date, datetime
from uuid import UUID

from attrs import evolve

from given import AKADEMI, JOBS, SPRING, WORKER
from vaerebro_events import (
    AssessmentMade,
    Corrected,
    Criterion,
    Entry,
    Evidence,
    Fact,
    FamilyAttended,
    FritidsjobEnded,
    FritidsjobHeldSixMonths,
    FritidsjobStarted,
    GuidanceGiven,
    HeadsCounted,
    LommepengejobAbandoned,
    LommepengejobCompleted,
    LommepengejobStarted,
    MarkedAsSample,
    MeetingCancelled,
    MeetingHeld,
    ParentsMet,
    ParticipantRegistered,
    Plan,
    PlanAdopted,
    Retracted,
    Rule,
    SeriesPlanned,
    SurveyAnswered,
    Text,
)
from vaerebro_events.domain.plan import (
    Activity,
    Area,
    Indicator,
    IndicatorSource,
    Party,
    PeriodKind,
    Reading,
    Settings,
)
from vaerebro_events.projections.rules import (
    Assessed,
    CompleteSeries,
    Count,
    Distinct,
    Established,
    KeptSixMonths,
    Share,
)
from vaerebro_events.projections.rules.answers import ShareOf
from vaerebro_events.projections.rules.counting import Across

DAY = date(2021, 3, 4)
TEXT = Text(da="på dansk", en="in English")
WHERE: dict[str, str | bool | int] = {"activity": AKADEMI, "meeting": 3}
RULES: tuple[Rule, ...] = (
    Count("meeting-held", 16, TEXT, WHERE, Across("series", 2, TEXT)),
    Distinct("family-attended", "family", 10, TEXT, {"activity": AKADEMI}, at_least=5),
    CompleteSeries(AKADEMI, 2, 16),
    KeptSixMonths(JOBS, 10, 5, new_employer_breaks=False, longest_gap_days=14, completed=True),
    Established("assessment-made", TEXT, {"positive": True}, 2),
    Share("insight", 75, ShareOf.ASKED),
    Assessed("growth"),
)
READINGS = tuple(
    Reading(f"r-{number}", TEXT, period, rule)
    for number, (rule, period) in enumerate(
        zip(RULES, (PeriodKind.SEASON, *[PeriodKind.YEAR] * 3, *[PeriodKind.PROGRAMME] * 3), strict=True)
    )
)
PLAN = Plan(
    name="small",
    title=TEXT,
    first_day=date(2020, 1, 1),
    last_day=date(2023, 12, 31),
    areas=(Area("area", TEXT),),
    activities=(Activity(AKADEMI, "area", TEXT, "Boligsociale familiekurser"), Activity(JOBS, "area", TEXT)),
    criteria=(
        Criterion(
            key="everything",
            level="activity",
            area="area",
            title=TEXT,
            place=TEXT,
            data_source=TEXT,
            kept_by=TEXT,
            default_reading="r-0",
            readings=READINGS,
            activity=AKADEMI,
            same_as="area.everything",
            open_questions=(TEXT,),
        ),
    ),
    indicators=(
        Indicator("insight", TEXT, IndicatorSource.SURVEY),
        Indicator("growth", TEXT, IndicatorSource.ASSESSMENT, (Party("cafe", TEXT),)),
    ),
    settings=Settings(late_after_days=60, closed_days=("12-24",)),
)

FACTS: tuple[Fact, ...] = (
    ParticipantRegistered("family", "f-017"),
    SeriesPlanned(AKADEMI, SPRING, 16, date(2021, 1, 7), date(2021, 5, 6)),
    MeetingHeld(AKADEMI, SPRING, 3),
    MeetingCancelled(AKADEMI, SPRING, 3),
    FamilyAttended(AKADEMI, SPRING, 3, "f-017"),
    HeadsCounted(AKADEMI, SPRING, 3, 21, 4),
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
ENTRIES = {fact.tag: evolve(ENTRY, fact=fact) for fact in FACTS} | {
    "survey-answered": evolve(ENTRY, fact=FACTS[14], evidence=EVIDENCE),
    "corrected": evolve(ENTRY, fact=FACTS[16], evidence=EVIDENCE),
    "meeting-held": evolve(ENTRY, fact=FACTS[2], clock=datetime(2021, 3, 4, 18, tzinfo=UTC)),
}
