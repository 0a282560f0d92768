"""An event-sourced activity registry for a housing-social programme (boligsocial helhedsplan).

A logbook is an append-only log of entries. Everything else is a pure function of the log and two dates.
"""

from vaerebro_events.codec import Codec
from vaerebro_events.domain.amendments import Corrected, Reason, Retracted
from vaerebro_events.domain.attendance import (
    AliasAttended,
    FamilyAttended,
    ResidentAttended,
    ResidentCompleted,
    YouthAttended,
)
from vaerebro_events.domain.entry import Actor, Draft, Entry, Evidence
from vaerebro_events.domain.fact import ActivityFact, Fact, Lifecycle, Rank, Thread
from vaerebro_events.domain.governance import MarkedAsSample, PlanAdopted
from vaerebro_events.domain.indicators import (
    AssessmentMade,
    BaselineCounted,
    IndicatorMeasured,
    SurveyAnswered,
)
from vaerebro_events.domain.jobs import (
    FritidsjobEnded,
    FritidsjobHeldSixMonths,
    FritidsjobStarted,
    GuidanceGiven,
    LommepengejobAbandoned,
    LommepengejobCompleted,
    LommepengejobStarted,
    ParentsMet,
)
from vaerebro_events.domain.meetings import (
    EventHeld,
    HeadsCounted,
    MeetingCancelled,
    MeetingHeld,
    SeriesCompleted,
    SeriesPlanned,
)
from vaerebro_events.domain.neighbourhood import BlockOrganised, NeighbourActivityHeld, OrganisationEnded
from vaerebro_events.domain.networks import (
    FamilyJoined,
    NetworkEnded,
    NetworkFormed,
    NetworkFoundSustainable,
    ResidentJoined,
)
from vaerebro_events.domain.participants import ParticipantRegistered
from vaerebro_events.domain.partners import (
    ActivityStarted,
    BodyDissolved,
    BodyEstablished,
    CooperationBegun,
    CooperationEnded,
    JointInitiativeHeld,
    PieceSentOut,
)
from vaerebro_events.domain.plan import Criterion, PeriodKind, Plan, Rule, Words
from vaerebro_events.domain.references import reference
from vaerebro_events.domain.text import Text
from vaerebro_events.domain.vocabulary import Vocabulary
from vaerebro_events.domain.volunteering import (
    BydelsmorBegan,
    BydelsmorStopped,
    VolunteerContacted,
    VolunteerRecruited,
    VolunteerStopped,
)
from vaerebro_events.errors import Refusal, StorageError, VaerebroError
from vaerebro_events.logbook import Logbook
from vaerebro_events.plans import read_plan
from vaerebro_events.projections.attendance import Attendance
from vaerebro_events.projections.difference import Difference, StatusChange, difference
from vaerebro_events.projections.findings import Finding
from vaerebro_events.projections.history import View
from vaerebro_events.projections.judgement import Aim, Growth, Judgement, LeftOut, Needs, Part, State, Why
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.rules import CountingRule, JudgingRule
from vaerebro_events.projections.status import Period, Status
from vaerebro_events.projections.vocabulary import VOCABULARY

__all__ = [
    "VOCABULARY",
    "ActivityFact",
    "ActivityStarted",
    "Actor",
    "Aim",
    "AliasAttended",
    "AssessmentMade",
    "Attendance",
    "BaselineCounted",
    "BlockOrganised",
    "BodyDissolved",
    "BodyEstablished",
    "BydelsmorBegan",
    "BydelsmorStopped",
    "Codec",
    "CooperationBegun",
    "CooperationEnded",
    "Corrected",
    "CountingRule",
    "Criterion",
    "Difference",
    "Draft",
    "Entry",
    "EventHeld",
    "Evidence",
    "Fact",
    "FamilyAttended",
    "FamilyJoined",
    "Finding",
    "FritidsjobEnded",
    "FritidsjobHeldSixMonths",
    "FritidsjobStarted",
    "Growth",
    "GuidanceGiven",
    "HeadsCounted",
    "IndicatorMeasured",
    "JointInitiativeHeld",
    "Judgement",
    "JudgingRule",
    "LeftOut",
    "Lifecycle",
    "Logbook",
    "LommepengejobAbandoned",
    "LommepengejobCompleted",
    "LommepengejobStarted",
    "MarkedAsSample",
    "MeetingCancelled",
    "MeetingHeld",
    "Needs",
    "NeighbourActivityHeld",
    "NetworkEnded",
    "NetworkFormed",
    "NetworkFoundSustainable",
    "OrganisationEnded",
    "ParentsMet",
    "Part",
    "ParticipantRegistered",
    "Period",
    "PeriodKind",
    "PieceSentOut",
    "Plan",
    "PlanAdopted",
    "Rank",
    "Reason",
    "Refusal",
    "Replay",
    "ResidentAttended",
    "ResidentCompleted",
    "ResidentJoined",
    "Retracted",
    "Rule",
    "SeriesCompleted",
    "SeriesPlanned",
    "State",
    "Status",
    "StatusChange",
    "StorageError",
    "SurveyAnswered",
    "Text",
    "Thread",
    "VaerebroError",
    "View",
    "Vocabulary",
    "VolunteerContacted",
    "VolunteerRecruited",
    "VolunteerStopped",
    "Why",
    "Words",
    "YouthAttended",
    "difference",
    "read_plan",
    "reference",
]
