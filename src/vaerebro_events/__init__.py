"""An event-sourced activity registry for a housing-social programme (boligsocial helhedsplan).

A logbook is an append-only log of entries. Everything else is a pure function of the log and two dates.
"""

from vaerebro_events.codec import Codec
from vaerebro_events.domain.agreements import Agreements, Choice, Decision, Version
from vaerebro_events.domain.amendments import Corrected, Reason, Retracted
from vaerebro_events.domain.attendance import (
    AliasAttended,
    FamilyAttended,
    ResidentAttended,
    ResidentCompleted,
    YouthAttended,
)
from vaerebro_events.domain.closing import PeriodClosed, ReportedStatus
from vaerebro_events.domain.concerns import (
    BarrierLifted,
    BarrierReported,
    DisagreementRaised,
    DisagreementSettled,
    DisagreementTakenUp,
    PartiesNotified,
)
from vaerebro_events.domain.entry import Actor, Draft, Entry, Evidence
from vaerebro_events.domain.fact import ActivityFact, Fact, Lifecycle, Rank, Thread
from vaerebro_events.domain.follow_up import EvaluationHeld, FollowUpMade, HoursCofinanced, ReportSent
from vaerebro_events.domain.governance import (
    MarkedAsSample,
    PlanAdopted,
    PlanRevised,
    ReadingChosen,
    RevisionUploaded,
)
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
from vaerebro_events.domain.milestones import MilestoneDropped, MilestoneMoved, MilestoneReached, MilestoneSet
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
from vaerebro_events.projections.agreement import Chosen, Revision, choices, revisions
from vaerebro_events.projections.attendance import Attendance
from vaerebro_events.projections.closed import after_closing, closings
from vaerebro_events.projections.closing import Cause, Restated, SinceClosing, since_closing
from vaerebro_events.projections.cofinancing import CoFinanced, cofinancing
from vaerebro_events.projections.difference import Difference, StatusChange, difference
from vaerebro_events.projections.due import due
from vaerebro_events.projections.due_things import Due, DueKind, DueState
from vaerebro_events.projections.findings import Finding
from vaerebro_events.projections.follow_up import Followed, Gap, Register, Seen, SocialData, follow_up
from vaerebro_events.projections.history import View
from vaerebro_events.projections.judgement import Aim, Growth, Judgement, LeftOut, Needs, Part, State, Why
from vaerebro_events.projections.milestones import Milestone, MilestoneState, milestones
from vaerebro_events.projections.plan_changes import ChangeKind, PlanChange, plan_changes
from vaerebro_events.projections.plan_check import Remark, RemarkKind, plan_check
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.rules import CountingRule, JudgingRule
from vaerebro_events.projections.status import Period, Status
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.text import Text

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
