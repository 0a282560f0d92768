# What the library offers. A new name: one import here, and one line in `__all__`.

from .codec import Codec
from .domain.agreements import Agreements, Choice, Decision, Version
from .domain.amendments import Corrected, Reason, Retracted
from .domain.attendance import (
    AliasAttended,
    FamilyAttended,
    ResidentAttended,
    ResidentCompleted,
    YouthAttended,
)
from .domain.batch import Recorded
from .domain.closing import PeriodClosed, ReportedStatus
from .domain.concerns import (
    BarrierLifted,
    BarrierReported,
    DisagreementRaised,
    DisagreementSettled,
    DisagreementTakenUp,
    PartiesNotified,
)
from .domain.entry import Actor, Draft, Entry, Evidence
from .domain.fact import ActivityFact, Fact, Lifecycle, Rank, Thread
from .domain.follow_up import EvaluationHeld, FollowUpMade, HoursCofinanced, ReportSent
from .domain.governance import (
    MarkedAsSample,
    PlanAdopted,
    PlanRevised,
    ReadingChosen,
    RevisionUploaded,
)
from .domain.indicators import (
    AssessmentMade,
    BaselineCounted,
    IndicatorMeasured,
    SurveyAnswered,
)
from .domain.jobs import (
    FritidsjobEnded,
    FritidsjobHeldSixMonths,
    FritidsjobStarted,
    GuidanceGiven,
    LommepengejobAbandoned,
    LommepengejobCompleted,
    LommepengejobStarted,
    ParentsMet,
)
from .domain.meetings import (
    EventHeld,
    HeadsCounted,
    MeetingCancelled,
    MeetingHeld,
    SeriesCompleted,
    SeriesPlanned,
)
from .domain.milestones import MilestoneDropped, MilestoneMoved, MilestoneReached, MilestoneSet
from .domain.neighbourhood import BlockOrganised, NeighbourActivityHeld, OrganisationEnded
from .domain.networks import (
    FamilyJoined,
    NetworkEnded,
    NetworkFormed,
    NetworkFoundSustainable,
    ResidentJoined,
)
from .domain.participants import ParticipantRegistered
from .domain.partners import (
    ActivityStarted,
    BodyDissolved,
    BodyEstablished,
    CooperationBegun,
    CooperationEnded,
    JointInitiativeHeld,
    PieceSentOut,
)
from .domain.plan import Criterion, PeriodKind, Plan, Rule, Words
from .domain.references import reference
from .domain.vocabulary import Vocabulary
from .domain.volunteering import (
    BydelsmorBegan,
    BydelsmorStopped,
    VolunteerContacted,
    VolunteerRecruited,
    VolunteerStopped,
)
from .errors import Refusal, StorageError, VaerebroError
from .logbook import Logbook
from .plans import read_plan
from .projections.agreement import Chosen, Revision, choices, revisions
from .projections.attendance import Attendance
from .projections.closed import after_closing, closings
from .projections.closing import Cause, Restated, SinceClosing, since_closing
from .projections.cofinancing import CoFinanced, cofinancing
from .projections.difference import Difference, StatusChange, difference
from .projections.due import due
from .projections.due_things import Due, DueKind, DueState
from .projections.findings import Finding
from .projections.follow_up import Followed, Gap, Register, Seen, SocialData, follow_up
from .projections.history import View
from .projections.judgement import Aim, Growth, Judgement, LeftOut, Needs, Part, State, Why
from .projections.milestones import Milestone, MilestoneState, milestones
from .projections.plan_changes import ChangeKind, PlanChange, plan_changes
from .projections.plan_check import Remark, RemarkKind, plan_check
from .projections.replay import Replay
from .projections.rules import CountingRule, JudgingRule
from .projections.status import Period, Status
from .projections.vocabulary import VOCABULARY
from .text import Text

__all__ = [
    "VOCABULARY",
    "ActivityFact",
    "ActivityStarted",
    "Actor",
    "Agreements",
    "Aim",
    "AliasAttended",
    "AssessmentMade",
    "Attendance",
    "BarrierLifted",
    "BarrierReported",
    "BaselineCounted",
    "BlockOrganised",
    "BodyDissolved",
    "BodyEstablished",
    "BydelsmorBegan",
    "BydelsmorStopped",
    "Cause",
    "ChangeKind",
    "Choice",
    "Chosen",
    "CoFinanced",
    "Codec",
    "CooperationBegun",
    "CooperationEnded",
    "Corrected",
    "CountingRule",
    "Criterion",
    "Decision",
    "Difference",
    "DisagreementRaised",
    "DisagreementSettled",
    "DisagreementTakenUp",
    "Draft",
    "Due",
    "DueKind",
    "DueState",
    "Entry",
    "EvaluationHeld",
    "EventHeld",
    "Evidence",
    "Fact",
    "FamilyAttended",
    "FamilyJoined",
    "Finding",
    "FollowUpMade",
    "Followed",
    "FritidsjobEnded",
    "FritidsjobHeldSixMonths",
    "FritidsjobStarted",
    "Gap",
    "Growth",
    "GuidanceGiven",
    "HeadsCounted",
    "HoursCofinanced",
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
    "Milestone",
    "MilestoneDropped",
    "MilestoneMoved",
    "MilestoneReached",
    "MilestoneSet",
    "MilestoneState",
    "Needs",
    "NeighbourActivityHeld",
    "NetworkEnded",
    "NetworkFormed",
    "NetworkFoundSustainable",
    "OrganisationEnded",
    "ParentsMet",
    "Part",
    "ParticipantRegistered",
    "PartiesNotified",
    "Period",
    "PeriodClosed",
    "PeriodKind",
    "PieceSentOut",
    "Plan",
    "PlanAdopted",
    "PlanChange",
    "PlanRevised",
    "Rank",
    "ReadingChosen",
    "Reason",
    "Recorded",
    "Refusal",
    "Register",
    "Remark",
    "RemarkKind",
    "Replay",
    "ReportSent",
    "ReportedStatus",
    "ResidentAttended",
    "ResidentCompleted",
    "ResidentJoined",
    "Restated",
    "Retracted",
    "Revision",
    "RevisionUploaded",
    "Rule",
    "Seen",
    "SeriesCompleted",
    "SeriesPlanned",
    "SinceClosing",
    "SocialData",
    "State",
    "Status",
    "StatusChange",
    "StorageError",
    "SurveyAnswered",
    "Text",
    "Thread",
    "VaerebroError",
    "Version",
    "View",
    "Vocabulary",
    "VolunteerContacted",
    "VolunteerRecruited",
    "VolunteerStopped",
    "Why",
    "Words",
    "YouthAttended",
    "after_closing",
    "choices",
    "closings",
    "cofinancing",
    "difference",
    "due",
    "follow_up",
    "milestones",
    "plan_changes",
    "plan_check",
    "read_plan",
    "reference",
    "revisions",
    "since_closing",
]
