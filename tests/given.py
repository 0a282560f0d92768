"""Given: what the tests start from, in the field's words. A new beginning: one function here."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from vaerebro_events import (
    Actor,
    BaselineCounted,
    BlockOrganised,
    BydelsmorBegan,
    CooperationBegun,
    Draft,
    EventHeld,
    Fact,
    FamilyAttended,
    FritidsjobEnded,
    FritidsjobHeldSixMonths,
    FritidsjobStarted,
    IndicatorMeasured,
    JudgingRule,
    Logbook,
    LommepengejobCompleted,
    LommepengejobStarted,
    MeetingHeld,
    NeighbourActivityHeld,
    NetworkEnded,
    NetworkFormed,
    OrganisationEnded,
    ParticipantRegistered,
    Period,
    Plan,
    PlanRevised,
    ReadingChosen,
    Replay,
    ResidentAttended,
    Rule,
    SeriesPlanned,
    Status,
    Text,
    View,
    VolunteerContacted,
    VolunteerRecruited,
    VolunteerStopped,
    read_plan,
)
from vaerebro_events.domain.commitments import Duty, Every
from vaerebro_events.domain.plan import Party, PeriodKind, Reading
from vaerebro_events.domain.vocabulary import Vocabulary
from vaerebro_events.projections.judgement import LeftOut
from vaerebro_events.projections.status import state_of
from vaerebro_events.projections.vocabulary import VOCABULARY

WORKER = Actor("family-worker", "u-3")
AKADEMI = "familieakademi"
JOBS = "lommepengejob"
VOLUNTEERS = "frivillige"
NEIGHBOURS = "naboskab"
NETWORKS = "familienetvaerk"
COURSES = "moedre-faedre"
ENTERPRISES = "ivaerksaetteri"
SPRING = "2021-forår"
AUTUMN = "2021-efterår"
FIRST_THURSDAY = date(2021, 1, 7)
BEGINNING = date(2020, 1, 1)
AFTERWARDS = date(2024, 2, 1)
YEAR = Period("2021", date(2021, 1, 1), date(2021, 12, 31))
NEXT_YEAR = Period("2022", date(2022, 1, 1), date(2022, 12, 31))
PROGRAMME = Period("programme", date(2020, 1, 1), date(2023, 12, 31))


def noon(day: date, hour: int = 12) -> datetime:
    """An hour of a day, UTC; noon, where none is given."""
    return datetime.combine(day, time(hour), tzinfo=UTC)


@cache
def the_plan() -> Plan:
    """The plan that comes with the library."""
    return read_plan()


def new_logbook(
    clock: Callable[[], datetime],
    path: str | Path = ":memory:",
    plan: Plan | None = None,
    vocabulary: Vocabulary = VOCABULARY,
) -> Logbook:
    """A logbook that has adopted a plan and holds nothing else."""
    return Logbook.create(path, plan or the_plan(), actor=WORKER, clock=clock, vocabulary=vocabulary)


def plan_with(rule: Rule, period: PeriodKind = PeriodKind.YEAR) -> Plan:
    """The library's plan with one criterion alone, `asked`, in one reading, `only`."""
    text = Text(da="spurgt", en="asked")
    reading = Reading("only", text, period, rule)
    like = next(criterion for criterion in the_plan().criteria if criterion.activity == AKADEMI)
    criterion = evolve(like, key="asked", default_reading="only", readings=(reading,))
    return evolve(the_plan(), criteria=(criterion,))


OWNER, MUNICIPALITY = "owner", "municipality"


@cache
def promised_plan() -> Plan:
    """The library's plan, with two parties behind it and one report each half-year, and nothing else due."""
    owner = Party(OWNER, Text(da="ejeren", en="the owner"))
    municipality = Party(MUNICIPALITY, Text(da="kommunen", en="the municipality"))
    text = Text(da="statusskema", en="status report")
    status = Duty("status", text, "report-sent", Every.HALF_YEAR, text, {"report": "status"}, months=1)
    return evolve(the_plan(), parties=(owner, municipality), duties=(status,), cofinancing=())


# FamilieAkademi.


def family(who: str, on: date = date(2021, 1, 4)) -> Draft:
    """A family is registered."""
    return Draft(ParticipantRegistered("family", who), on)


def season(series: str = SPRING, first: date = FIRST_THURSDAY, meetings: int = 16) -> Draft:
    """A season of weekly meetings is planned, three days before the first."""
    last = first + timedelta(weeks=meetings - 1)
    fact = SeriesPlanned(AKADEMI, series, meetings, first, last)
    return Draft(fact, first - timedelta(days=3))


def meeting_day(meeting: int, first: date = FIRST_THURSDAY) -> date:
    """The day of a weekly meeting."""
    return first + timedelta(weeks=meeting - 1)


def evening(meeting: int, *families: str, series: str = SPRING, on: date | None = None) -> list[Draft]:
    """A meeting is held and these families come."""
    day = on or meeting_day(meeting)
    held = Draft(MeetingHeld(AKADEMI, series, meeting), day)
    return [held, *(came(who, meeting, series=series, on=day) for who in families)]


def came(who: str, meeting: int, series: str = SPRING, on: date | None = None) -> Draft:
    """A family comes to a meeting."""
    return Draft(FamilyAttended(AKADEMI, series, meeting, who), on or meeting_day(meeting))


def evenings(meetings: Iterable[int], *families: str, series: str = SPRING) -> list[Draft]:
    """Several meetings are held, and these families come to each."""
    return [draft for meeting in meetings for draft in evening(meeting, *families, series=series)]


def a_spring(*families: str) -> list[Draft]:
    """A season is planned and these families are registered."""
    return [season(), *(family(who) for who in families)]


# Lommepengejob and fritidsjob.


def youth(who: str, on: date = date(2021, 1, 4)) -> Draft:
    """A youth is registered."""
    return Draft(ParticipantRegistered("youth", who), on)


def started(who: str, job: str, on: date, employer: str = "e-1", *, ordinary: bool = True) -> Draft:
    """A youth starts in a fritidsjob."""
    return Draft(FritidsjobStarted(JOBS, who, job, employer, ordinary), on)


def held(who: str, job: str, on: date, checked_on: date | None = None) -> Draft:
    """A youth has kept a fritidsjob six months on a day."""
    return Draft(FritidsjobHeldSixMonths(JOBS, who, job, checked_on or on), on)


def ended(who: str, job: str, on: date) -> Draft:
    """A youth leaves a fritidsjob."""
    return Draft(FritidsjobEnded(JOBS, who, job), on)


def pocket_money(who: str, job: str, on: date, completed_on: date | None = None) -> list[Draft]:
    """A youth starts in a lommepengejob, and completes it if a day is given."""
    begun = Draft(LommepengejobStarted(JOBS, who, job), on)
    if completed_on is None:
        return [begun]
    return [begun, Draft(LommepengejobCompleted(JOBS, who, job), completed_on)]


# Residents: volunteers, courses, networks.


def resident(who: str, on: date = BEGINNING) -> Draft:
    """A resident is registered."""
    return Draft(ParticipantRegistered("resident", who), on)


def recruited(who: str, on: date) -> Draft:
    """A resident becomes a volunteer."""
    return Draft(VolunteerRecruited(VOLUNTEERS, who), on)


def contacted(who: str, on: date) -> Draft:
    """Staff and a volunteer are in contact."""
    return Draft(VolunteerContacted(VOLUNTEERS, who, "contact"), on)


def stopped(who: str, on: date) -> Draft:
    """A resident stops as a volunteer."""
    return Draft(VolunteerStopped(VOLUNTEERS, who), on)


def course(series: str, group: str | None, first: date, meetings: int = 8, activity: str = COURSES) -> Draft:
    """A course of weekly meetings is planned for a target group, three days before the first."""
    last = first + timedelta(weeks=meetings - 1)
    return Draft(SeriesPlanned(activity, series, meetings, first, last, group), first - timedelta(days=3))


def session(series: str, meeting: int, on: date, *residents: str) -> list[Draft]:
    """A meeting of a course is held and these residents come."""
    came_to = (Draft(ResidentAttended(COURSES, series, meeting, who), on) for who in residents)
    return [Draft(MeetingHeld(COURSES, series, meeting), on), *came_to]


def bydelsmor(who: str, on: date) -> Draft:
    """A resident begins to act as bydelsmor."""
    return Draft(BydelsmorBegan(COURSES, who), on)


def network(name: str, on: date, activity: str = NETWORKS, *, outside_course: bool = False) -> Draft:
    """A network is formed, open to all."""
    return Draft(NetworkFormed(activity, name, inclusive=True, outside_course=outside_course), on)


def network_ended(name: str, on: date, activity: str = NETWORKS) -> Draft:
    """A network ends."""
    return Draft(NetworkEnded(activity, name), on)


def network_event(name: str, number: int, on: date) -> Draft:
    """A network holds an event, one of its own line."""
    return Draft(EventHeld(NETWORKS, name, number, "beboerhuset", "network", name), on)


# Neighbours and partners.


def neighbours(on: date, block: str = "block-1") -> Draft:
    """Neighbours of a block do something together."""
    return Draft(NeighbourActivityHeld(NEIGHBOURS, block), on)


def organised(organisation: str, stairwells: str, on: date, block: str = "block-1") -> Draft:
    """A local organisation of these stairwells of a block ("123") begins."""
    fact = BlockOrganised(NEIGHBOURS, organisation, block, "other", tuple(stairwells))
    return Draft(fact, on)


def organisation_ended(organisation: str, on: date) -> Draft:
    """A local organisation ends."""
    return Draft(OrganisationEnded(NEIGHBOURS, organisation), on)


def cooperation(partner: str, on: date, kind: str = "enterprise") -> Draft:
    """A cooperation with a partner begins."""
    return Draft(CooperationBegun(ENTERPRISES, partner, kind), on)


# Figures.


def measured(indicator: str, percent: str, on: date, benchmark: str | None = None) -> Draft:
    """A figure comes, in per cent, maybe with that of those it is compared with."""
    return Draft(IndicatorMeasured(indicator, percent, benchmark), on)


def baseline(indicator: str, figure: str | int, on: date = date(2020, 12, 31)) -> Draft:
    """The baseline of an indicator is counted or measured."""
    return Draft(BaselineCounted(indicator, figure), on)


# The agreement.


def revised(revision: str, holds_from: date, plan: Plan, on: date | None = None) -> Draft:
    """The sub-agreements are revised; the board approves on the day from which they hold, or on another."""
    return Draft(PlanRevised(revision, "delaftale", holds_from, plan), on or holds_from)


def chosen(criterion: str, reading: str, on: date) -> Draft:
    """The board chooses a reading."""
    return Draft(ReadingChosen(criterion, reading), on)


# Asking.


def position_of(logbook: Logbook, fact: Fact) -> int:
    """The position at which a fact was recorded."""
    return next(entry.position for entry in logbook.entries() if entry.fact == fact)


def view_of(replay: Replay) -> View:
    """A replay's history as rules look at it."""
    assert replay.plan is not None
    return View(replay.on, replay.plan, replay.history)


def status_of(rule: JudgingRule, replay: Replay, period: Period = YEAR) -> Status:
    """What a rule says of a replay for a period."""
    judgement = rule.judge(view_of(replay), period)
    return Status("asked", "only", True, period, state_of(judgement, period, replay.on), judgement, rule)  # noqa: FBT003 the fields' order


@frozen
class LeftOutAs:
    """What was left out, said with facts rather than positions."""

    fact: Fact
    why: str


def left_out(logbook: Logbook, status: Status) -> list[LeftOutAs]:
    """What a status left out, and why."""
    log: Sequence[Any] = logbook.entries()

    def said(item: LeftOut) -> LeftOutAs:
        return LeftOutAs(log[item.position - 1].fact, item.why.value)

    return [said(item) for item in status.left_out]


def reasons(status: Status) -> list[tuple[int, str, tuple[int, ...]]]:
    """What a status left out: the position, why, and what stands in its way."""
    return [(item.position, item.why.value, item.because) for item in status.left_out]


def values(rule: JudgingRule, replay: Replay, *periods: Period) -> list[object]:
    """The figures of a rule for several periods."""
    return [status_of(rule, replay, period).value for period in periods]
