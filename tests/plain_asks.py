"""What each kind of fact asks of those before it and of the plan, in plain sets: no lifecycles, no folding.

A new kind of fact: what it asks, in `_asks`, and what of the plan it names, in `fits`.
"""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from vaerebro_events import (
    ActivityFact,
    AssessmentMade,
    BaselineCounted,
    BlockOrganised,
    Entry,
    EvaluationHeld,
    EventHeld,
    Fact,
    FamilyAttended,
    FamilyJoined,
    FollowUpMade,
    FritidsjobHeldSixMonths,
    FritidsjobStarted,
    HoursCofinanced,
    IndicatorMeasured,
    LommepengejobStarted,
    MeetingCancelled,
    MeetingHeld,
    MilestoneSet,
    NeighbourActivityHeld,
    ParticipantRegistered,
    PartiesNotified,
    PeriodClosed,
    Plan,
    PlanRevised,
    ReportSent,
    ResidentAttended,
    ResidentCompleted,
    ResidentJoined,
    SeriesCompleted,
    SeriesPlanned,
    SurveyAnswered,
    YouthAttended,
)
from vaerebro_events.domain.jobs import FritidsjobFact, LommepengejobFact, YouthFact
from vaerebro_events.domain.meetings import AttendanceFact, MeetingFact, SeriesFact
from vaerebro_events.domain.plan import Indicator
from vaerebro_events.domain.spells import SpellFact
from vaerebro_events.domain.volunteering import BydelsmorFact, VolunteerFact

Key = tuple[object, ...]

# What begins, goes on and ends: the thing's kind, the field that names it, and what is said of it.
_BEGINS = {
    "activity-started": ("activity", "activity"),
    "bydelsmor-began": ("bydelsmor", "resident"),
    "volunteer-recruited": ("volunteer", "volunteer"),
    "network-formed": ("network", "network"),
    "block-organised": ("organisation", "organisation"),
    "cooperation-begun": ("cooperation", "partner"),
    "body-established": ("body", "body"),
    "piece-sent-out": ("piece", "piece"),
    "barrier-reported": ("barrier", "barrier"),
    "milestone-set": ("milestone", "milestone"),
    "disagreement-raised": ("disagreement", "disagreement"),
    "plan-revised": ("revision", "revision"),
}
_GOES_ON = {
    "volunteer-contacted": ("volunteer", "volunteer"),
    "family-joined": ("network", "network"),
    "resident-joined": ("network", "network"),
    "network-found-sustainable": ("network", "network"),
    "milestone-moved": ("milestone", "milestone"),
    "disagreement-taken-up": ("disagreement", "disagreement"),
    "revision-uploaded": ("revision", "revision"),
}
_ENDS = {
    "bydelsmor-stopped": ("bydelsmor", "resident"),
    "volunteer-stopped": ("volunteer", "volunteer"),
    "network-ended": ("network", "network"),
    "organisation-ended": ("organisation", "organisation"),
    "cooperation-ended": ("cooperation", "partner"),
    "body-dissolved": ("body", "body"),
    "barrier-lifted": ("barrier", "barrier"),
    "milestone-reached": ("milestone", "milestone"),
    "milestone-dropped": ("milestone", "milestone"),
    "disagreement-settled": ("disagreement", "disagreement"),
}
_LASTING = {**_BEGINS, **_GOES_ON, **_ENDS}


@frozen
class Asks:
    """What must be there, what it makes (and may not be there), what else may not, what it takes away."""

    needs: tuple[Key, ...] = ()
    makes: tuple[Key, ...] = ()
    bars: tuple[Key, ...] = ()
    takes: tuple[Key, ...] = ()
    same_day: Key | None = None


def _asks(fact: Fact, day: date) -> Iterable[Asks]:
    yield Asks(needs=tuple(_people(fact)))
    match fact:
        case ParticipantRegistered():
            yield Asks(makes=(("registered", str(fact.kind), fact.who),))
        case _ if fact.tag in _LASTING:
            yield _asks_of_what_lasts(fact)
        case SeriesFact():
            yield _asks_of_a_series(fact)
        case LommepengejobFact():
            yield _asks_of_a_job("lommepengejob", fact)
        case FritidsjobFact():
            yield _asks_of_a_job("fritidsjob", fact)
        case IndicatorMeasured():
            yield Asks(makes=(("measured", fact.indicator, day),))
        case BaselineCounted():
            yield Asks(makes=(("baseline", fact.indicator),))
        case PeriodClosed():
            yield Asks(makes=(("closed", fact.period),))
        case _:
            pass


def _asks_of_what_lasts(fact: Fact) -> Asks:
    kind, name = _LASTING[fact.tag]
    # Of some things, an activity has its own; milestones, disagreements and revisions are the programme's.
    activity = fact.activity if isinstance(fact, SpellFact) else ""
    there: Key = ("there", kind, activity, getattr(fact, name))
    if fact.tag in _BEGINS:
        return Asks(makes=(there,))
    return Asks(needs=(there,), takes=(there,) if fact.tag in _ENDS else ())


def _people(fact: Fact) -> Iterable[Key]:
    """The registrations of those whom a fact names."""
    match fact:
        case FamilyAttended() | FamilyJoined():
            yield ("registered", "family", fact.family)
        case ResidentAttended() | ResidentJoined() | ResidentCompleted() | BydelsmorFact():
            yield ("registered", "resident", fact.resident)
        case VolunteerFact():
            yield ("registered", "resident", fact.volunteer)
        case YouthAttended() | YouthFact():
            yield ("registered", "youth", fact.youth)
        case _:
            pass


def _asks_of_a_series(fact: SeriesFact) -> Asks:
    planned = ("planned", fact.activity, fact.series)
    match fact:
        case SeriesPlanned():
            return Asks(makes=(planned,))
        case SeriesCompleted():
            return Asks((planned,), (("completed", fact.activity, fact.series),))
        case ResidentCompleted():
            return Asks((planned,), (("completed by", fact.activity, fact.series, fact.resident),))
        case MeetingFact():
            return _asks_of_a_meeting(fact, planned)
        case _:
            return Asks((planned,))


def _asks_of_a_meeting(fact: MeetingFact, planned: Key) -> Asks:
    meeting = (fact.activity, fact.series, fact.meeting)
    held = ("held", *meeting)
    match fact:
        case MeetingHeld():
            # After a course has ended, no meeting of it is held.
            return Asks((planned,), (held,), bars=(("completed", fact.activity, fact.series),))
        case EventHeld():
            network = ("there", "network", fact.activity, fact.network)
            return Asks((network,) if fact.network else (), (held,))
        case MeetingCancelled():
            return Asks((planned,), (("cancelled", *meeting),), bars=(held,))
        case AttendanceFact():
            return Asks((held,), (("came", *meeting, *fact.came),), same_day=held)
        case _:
            return Asks((held,), (("counted", *meeting),), same_day=held)


def _asks_of_a_job(kind: str, fact: LommepengejobFact | FritidsjobFact) -> Asks:
    job = (kind, fact.activity, fact.job)
    if isinstance(fact, LommepengejobStarted | FritidsjobStarted):
        return Asks((), (("started", *job), ("started by", fact.youth, *job)))
    made = "six months" if isinstance(fact, FritidsjobHeldSixMonths) else "over"
    return Asks((("started by", fact.youth, *job),), ((made, *job),))


def stands(entries: Iterable[Entry]) -> bool:
    """Whether everything in an ordered history has what it builds on, and nothing excludes another."""
    seen: dict[Key, date] = {}
    for entry in entries:
        fact = entry.fact
        if not _days_ascend(fact, entry.occurred_on):
            return False
        for asks in _asks(fact, entry.occurred_on):
            if any(key not in seen for key in asks.needs):
                return False
            if any(key in seen for key in asks.bars + asks.makes):
                return False
            if asks.same_day is not None and seen[asks.same_day] != entry.occurred_on:
                return False
            seen.update(dict.fromkeys(asks.makes, entry.occurred_on))
            for key in asks.takes:
                del seen[key]
    return True


def _days_ascend(fact: Fact, day: date) -> bool:
    """Whether a check comes on its day or after, and hours do not begin after their last day."""
    match fact:
        case FritidsjobHeldSixMonths():
            return fact.checked_on >= day
        case HoursCofinanced():
            return fact.first_day <= day
        case _:
            return True


def days_said(fact: Fact) -> list[date]:
    """The days in a fact that must have come when it is recorded."""
    said: list[date | None]
    match fact:
        case FritidsjobHeldSixMonths():
            said = [fact.checked_on]
        case FollowUpMade():
            said = [fact.as_of, fact.social_data_of]
        case EvaluationHeld():
            said = [fact.presented_on]
        case ReportSent():
            said = [fact.sent_on]
        case PlanRevised():
            said = [fact.lbf_involved_on, fact.lbf_approved_on]
        case _:
            said = []
    return [day for day in said if day is not None]


def places_said(fact: Fact) -> list[int]:
    """The positions in a fact that the log must have before it."""
    match fact:
        case FollowUpMade():
            return [fact.as_known]
        case PeriodClosed():
            return [fact.as_known, fact.plan_entry]
        case _:
            return []


def fits(fact: Fact, plan: Plan) -> bool:
    """Whether the plan has what a fact names."""
    if isinstance(fact, ActivityFact):
        activity = [activity for activity in plan.activities if activity.key == fact.activity]
        return len(activity) == 1 and _fits_in_the_activity(fact, plan)
    if isinstance(fact, SurveyAnswered | AssessmentMade | IndicatorMeasured | BaselineCounted):
        return any(
            _measures(fact, indicator) for indicator in plan.indicators if indicator.key == fact.indicator
        )
    return _fits_in_the_programme(fact, plan)


def _fits_in_the_programme(fact: Fact, plan: Plan) -> bool:
    match fact:
        case FollowUpMade():
            return {*fact.criteria} <= {criterion.key for criterion in plan.criteria}
        case ReportSent():
            asked = [duty.where.get("report") for duty in plan.duties if duty.fact == "report-sent"]
            return fact.report in asked
        case PartiesNotified():
            return {fact.by, *fact.notified} <= {party.key for party in plan.parties}
        case MilestoneSet():
            return fact.activity in (None, *[activity.key for activity in plan.activities])
        case PeriodClosed():
            years = range(plan.first_day.year, plan.last_day.year + 1)
            return fact.period in ("programme", *map(str, years))
        case _:
            return True


def _fits_in_the_activity(fact: ActivityFact, plan: Plan) -> bool:
    match fact:
        case SeriesPlanned(group=str()):
            groups = [
                group.key for each in plan.activities if each.key == fact.activity for group in each.groups
            ]
            return fact.group in groups
        case EventHeld():
            return fact.place in [place.key for place in plan.places]
        case NeighbourActivityHeld() | BlockOrganised():
            wells = [set(block.stairwells) for block in plan.blocks if block.key == fact.block]
            return bool(wells) and set(fact.stairwells) <= wells[0]
        case HoursCofinanced():
            return fact.party in [party.key for party in plan.parties]
        case _:
            return True


def _measures(
    fact: SurveyAnswered | AssessmentMade | IndicatorMeasured | BaselineCounted, indicator: Indicator
) -> bool:
    match fact:
        case SurveyAnswered():
            return indicator.source == "survey"
        case AssessmentMade():
            return indicator.source == "assessment" and fact.party in [p.key for p in indicator.parties]
        case IndicatorMeasured():
            return indicator.source == "measurement"
        case BaselineCounted():
            awaited = indicator.baseline is not None and indicator.baseline.figure is None
            if indicator.source == "measurement":
                return awaited and fact.figure <= 100
            return awaited and fact.figure % 1 == 0
