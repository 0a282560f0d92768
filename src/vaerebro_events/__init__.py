"""An event-sourced activity registry for a housing-social programme (boligsocial helhedsplan).

A logbook is an append-only log of entries. Everything else is a pure function of the log and two dates.
"""

from vaerebro_events.codec import Codec
from vaerebro_events.domain.amendments import Corrected, Reason, Retracted
from vaerebro_events.domain.entry import Actor, Draft, Entry, Evidence
from vaerebro_events.domain.fact import ActivityFact, Fact, Lifecycle, Rank, Thread
from vaerebro_events.domain.governance import MarkedAsSample, PlanAdopted
from vaerebro_events.domain.indicators import AssessmentMade, SurveyAnswered
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
    FamilyAttended,
    HeadsCounted,
    MeetingCancelled,
    MeetingHeld,
    SeriesPlanned,
)
from vaerebro_events.domain.participants import ParticipantRegistered
from vaerebro_events.domain.plan import Criterion, PeriodKind, Plan, Rule, Words
from vaerebro_events.domain.text import Text
from vaerebro_events.domain.values import reference
from vaerebro_events.domain.vocabulary import Vocabulary
from vaerebro_events.errors import Refusal, StorageError, VaerebroError
from vaerebro_events.logbook import Logbook
from vaerebro_events.plans import read_plan
from vaerebro_events.projections.difference import Difference, StatusChange, difference
from vaerebro_events.projections.findings import Finding
from vaerebro_events.projections.history import View
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.rules import JudgingRule
from vaerebro_events.projections.status import (
    Growth,
    Judgement,
    LeftOut,
    Part,
    Period,
    State,
    Status,
    Why,
)
from vaerebro_events.projections.vocabulary import VOCABULARY

__all__ = [
    "VOCABULARY",
    "ActivityFact",
    "Actor",
    "AssessmentMade",
    "Codec",
    "Corrected",
    "Criterion",
    "Difference",
    "Draft",
    "Entry",
    "Evidence",
    "Fact",
    "FamilyAttended",
    "Finding",
    "FritidsjobEnded",
    "FritidsjobHeldSixMonths",
    "FritidsjobStarted",
    "Growth",
    "GuidanceGiven",
    "HeadsCounted",
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
    "ParentsMet",
    "Part",
    "ParticipantRegistered",
    "Period",
    "PeriodKind",
    "Plan",
    "PlanAdopted",
    "Rank",
    "Reason",
    "Refusal",
    "Replay",
    "Retracted",
    "Rule",
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
    "Why",
    "Words",
    "difference",
    "read_plan",
    "reference",
]
