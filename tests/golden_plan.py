"""The plan of the golden files, spelled out: a rule of every kind, and every kind of period.

A new kind of rule, or a new field of one: a version of `plan-adopted`, and its plan here.
"""

from datetime import date
from decimal import Decimal

from attrs import evolve

from given import AKADEMI, JOBS
from vaerebro_events import Criterion, PeriodKind, Plan, Rule, Text
from vaerebro_events.domain.commitments import CoFinancing, Duty, Every, Money, Post
from vaerebro_events.domain.commitments import Share as ShareOfPost
from vaerebro_events.domain.fact import Where
from vaerebro_events.domain.plan import (
    Activity,
    Area,
    Baseline,
    Block,
    Group,
    Indicator,
    IndicatorSource,
    Party,
    Place,
    Reading,
    Settings,
    Starts,
)
from vaerebro_events.projections.rules import (
    AllOf,
    AnyOf,
    Assessed,
    Closer,
    CompleteSeries,
    Count,
    Coverage,
    Distinct,
    Established,
    Growing,
    InContact,
    KeptSixMonths,
    LevelWith,
    Moved,
    Share,
)
from vaerebro_events.projections.rules.answers import ShareOf
from vaerebro_events.projections.rules.counting import Across, Each
from vaerebro_events.projections.rules.distinct import Also, OfThem
from vaerebro_events.projections.rules.measuring import Direction
from vaerebro_events.projections.rules.presence import Ended
from vaerebro_events.projections.rules.series import Participants

TEXT = Text(da="på dansk", en="in English")
WHERE: Where = {"activity": AKADEMI, "meeting": 3}

# Version 1, with the rules and fields that there were when it was stored.
FIRST_RULES: tuple[Rule, ...] = (
    Count("meeting-held", 16, TEXT, WHERE, Across("series", 2, TEXT)),
    Distinct("family-attended", "family", 10, TEXT, {"activity": AKADEMI}, at_least=5),
    CompleteSeries(AKADEMI, 2, 16),
    KeptSixMonths(JOBS, 10, 5, new_employer_breaks=False, longest_gap_days=14, completed=True),
    Established("assessment-made", TEXT, {"positive": True}, 2),
    Share("insight", 75, ShareOf.ASKED),
    Assessed("growth"),
)
FIRST_PERIODS = (PeriodKind.SEASON, *[PeriodKind.YEAR] * 3, *[PeriodKind.PROGRAMME] * 3)
FIRST_READINGS = tuple(
    Reading(f"r-{number}", TEXT, period, rule)
    for number, (period, rule) in enumerate(zip(FIRST_PERIODS, FIRST_RULES, strict=True))
)
EVERYTHING = Criterion(
    key="everything",
    level="activity",
    area="area",
    title=TEXT,
    place=TEXT,
    data_source=TEXT,
    kept_by=TEXT,
    default_reading="r-0",
    readings=FIRST_READINGS,
    activity=AKADEMI,
    same_as="area.everything",
    open_questions=(TEXT,),
)
FIRST_PLAN = Plan(
    name="small",
    title=TEXT,
    first_day=date(2020, 1, 1),
    last_day=date(2023, 12, 31),
    areas=(Area("area", TEXT),),
    activities=(Activity(AKADEMI, "area", TEXT, "Boligsociale familiekurser"), Activity(JOBS, "area", TEXT)),
    criteria=(EVERYTHING,),
    indicators=(
        Indicator("insight", TEXT, IndicatorSource.SURVEY),
        Indicator("growth", TEXT, IndicatorSource.ASSESSMENT, (Party("cafe", TEXT),)),
    ),
    settings=Settings(late_after_days=60, closed_days=("12-24",)),
)

# Version 2.
FORMED: Where = {"activity": AKADEMI, "network.outside_course": True}
EVENTS = Count("event-held", 3, TEXT, FORMED, each=Each("network", "network-formed", "network-ended", TEXT))
# Any of the values of a list; a field of the event itself.
HELD: Where = {"activity": AKADEMI, "meeting": (1, 2), "meeting.led_by": ("staff", "network")}
ATTENDED = Count("resident-attended", 4, TEXT, HELD)
CAME = Distinct(
    "resident-attended",
    "resident",
    10,
    TEXT,
    {"activity": AKADEMI, "series.group": "mothers"},
    first_ever=True,
    also=(Also("resident-completed", {"activity": AKADEMI}), Also("resident-joined")),
    of_them=OfThem("bydelsmor-began", "resident", 2, TEXT, ended="bydelsmor-stopped"),
)
COURSES = CompleteSeries(
    AKADEMI, 1, 8, Participants("family-attended", "family", 6, TEXT, at_every_meeting=True), TEXT
)
CONTACT = InContact(
    "volunteer-recruited",
    "volunteer-contacted",
    "volunteer-stopped",
    "volunteer",
    TEXT,
    {"activity": AKADEMI},
    months=6,
    target=15,
)
SEEN = Established("heads-counted", TEXT, seen="vulnerable", at_least=3)
BODY = Established(
    "body-established", TEXT, {"kind": "committee"}, ended=Ended(fact="body-dissolved", of="body")
)
RISEN = Moved("safety", Direction.UP, Decimal("5.5"))
CLOSER = Closer("safety", Direction.UP)
RULES: tuple[Rule, ...] = (
    EVENTS,
    ATTENDED,
    CAME,
    COURSES,
    SEEN,
    BODY,
    CONTACT,
    Coverage(AKADEMI, 2),
    Growing("volunteers", CONTACT, Decimal("12.5")),
    Growing("volunteers", ATTENDED),
    Share("insight", 50, more_than=True),
    RISEN,
    Moved("safety", Direction.DOWN),
    CLOSER,
    LevelWith("safety", Direction.UP, Decimal("0.25")),
    AllOf((RISEN, AnyOf((CLOSER, Assessed("growth"))))),
    AnyOf((SEEN, BODY)),
)
STARTS = Starts("network-formed", {"activity": AKADEMI, "inclusive": True})
READINGS = (
    *FIRST_READINGS,
    *(Reading(f"r-{number}", TEXT, PeriodKind.YEAR, rule) for number, rule in enumerate(RULES, 7)),
    Reading("from", TEXT, PeriodKind.YEAR, EVENTS, date(2021, 1, 1), date(2022, 12, 31)),
    Reading("by", TEXT, PeriodKind.DEADLINE, EVENTS, last_day=date(2020, 12, 31)),
    Reading("after", TEXT, PeriodKind.WINDOW, EVENTS, starts=STARTS, months=6),
)
SECOND_PLAN = evolve(
    FIRST_PLAN,
    activities=(
        Activity(
            AKADEMI,
            "area",
            TEXT,
            "Boligsociale familiekurser",
            (Group("mothers", TEXT), Group("fathers", TEXT)),
        ),
        Activity(JOBS, "area", TEXT),
    ),
    criteria=(evolve(EVERYTHING, readings=READINGS),),
    indicators=(
        *FIRST_PLAN.indicators,
        Indicator(
            "safety",
            TEXT,
            IndicatorSource.MEASUREMENT,
            baseline=Baseline(TEXT, Decimal("77.97"), Decimal("84.6")),
            benchmark=TEXT,
        ),
        Indicator("volunteers", TEXT, IndicatorSource.COUNT, baseline=Baseline(TEXT)),
    ),
    blocks=(Block("block-1", TEXT, ("1", "2")), Block("block-2", TEXT, ("1",))),
    places=(Place("beboerhuset", TEXT),),
)

# Version 3. The first two settings are those of version 1.
VOLUNTEERS = SECOND_PLAN.indicators[-1]
PLAN = evolve(
    SECOND_PLAN,
    areas=(Area("area", TEXT, Money(lbf=2701, local=849)), Area("other", TEXT)),
    indicators=(
        *SECOND_PLAN.indicators[:-1],
        evolve(VOLUNTEERS, baseline=Baseline(TEXT, due=date(2020, 12, 31))),
    ),
    settings=Settings(
        late_after_days=60,
        closed_days=("12-24",),
        follow_up_days=100,
        figures_within_days=61,
        checks_within_days=31,
        meetings_within_days=15,
        upload_within_days=0,
        weeks_a_year=46,
    ),
    money=Money(lbf=9954, local=3679),
    parties=(Party("library", TEXT), Party("gladsaxe", TEXT)),
    posts=(Post("leader", TEXT, (ShareOfPost("area", 10), ShareOfPost("other", 5))), Post("worker", TEXT)),
    cofinancing=(
        CoFinancing("library", JOBS, TEXT, Decimal("3.5")),
        CoFinancing("gladsaxe", AKADEMI, TEXT),
    ),
    duties=(
        Duty(
            "midterm", TEXT, "evaluation-held", Every.ONCE, TEXT, {"kind": "midterm"}, date(2021, 12, 31), 6
        ),
        Duty("account", TEXT, "report-sent", Every.YEAR, TEXT, {"report": "grant-account"}, months=6),
        Duty("seen", TEXT, "follow-up-made", Every.HALF_YEAR, TEXT, {"body": ("board", "partnership")}),
    ),
)
