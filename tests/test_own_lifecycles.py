"""An application's facts that belong to the library's lifecycles: meetings, jobs, volunteers, figures."""

from collections.abc import Iterator
from datetime import date

import pytest
from attrs import field, frozen

from clocks import SettableClock
from given import (
    AKADEMI,
    JOBS,
    SPRING,
    VOLUNTEERS,
    a_spring,
    ended,
    evening,
    measured,
    new_logbook,
    pocket_money,
    recruited,
    resident,
    started,
    stopped,
    youth,
)
from vaerebro_events import VOCABULARY, Draft, Fact, Logbook, Rank, Refusal, Text, Thread
from vaerebro_events.domain.gathered import Came
from vaerebro_events.domain.indicators import MEASURED, IndicatorFact
from vaerebro_events.domain.jobs import FRITIDSJOB, LOMMEPENGEJOB, FritidsjobFact, LommepengejobFact
from vaerebro_events.domain.meetings import MEETING, AttendanceFact, MeetingFact
from vaerebro_events.domain.references import alias_ref
from vaerebro_events.domain.spells import Turn
from vaerebro_events.domain.values import whole
from vaerebro_events.domain.volunteering import VolunteerFact
from vaerebro_events.errors import (
    AlreadyAttended,
    EndedAlready,
    JobAlreadyOver,
    JobOfAnother,
    MeetingNotHeld,
    MeetingOnAnotherDay,
    NotThere,
    UnknownJob,
)

SAYS = Text(da="skete", en="happened")
THURSDAY, FRIDAY = date(2021, 1, 7), date(2021, 1, 8)
MARCH, APRIL, MAY = date(2021, 3, 1), date(2021, 4, 1), date(2021, 5, 1)


@frozen
class CoffeeServed(MeetingFact):
    """Coffee was served at a meeting."""

    tag = "coffee-served"
    rank = Rank.ATTENDED
    says = SAYS

    cups: int = field(validator=whole())


@frozen
class TaskDone(LommepengejobFact):
    """A task of a lommepengejob was done."""

    tag = "task-done"
    rank = Rank.HELD
    says = SAYS


@frozen
class ShiftWorked(FritidsjobFact):
    """A shift of a fritidsjob was worked."""

    tag = "shift-worked"
    rank = Rank.HELD
    says = SAYS


@frozen
class NoteKept(Fact):
    """A note is kept with a meeting and with jobs, and asks nothing of them."""

    tag = "note-kept"
    rank = Rank.HELD
    says = SAYS

    document: str

    def threads(self) -> tuple[Thread, ...]:
        return (
            Thread(MEETING, (AKADEMI, SPRING, "1")),
            Thread(LOMMEPENGEJOB, (JOBS, "l-1")),
            Thread(FRITIDSJOB, (JOBS, "j-1")),
        )


@frozen
class FigureDoubted(IndicatorFact):
    """Somebody doubts an indicator's figures; that asks nothing of them."""

    tag = "figure-doubted"
    rank = Rank.MEASURED
    says = SAYS

    def threads(self) -> tuple[Thread, ...]:
        return (Thread(MEASURED, (self.indicator,)),)


@frozen
class VolunteerThanked(VolunteerFact):
    """A volunteer was thanked."""

    tag = "volunteer-thanked"
    rank = Rank.HELD
    says = SAYS
    turn = Turn.GOES_ON


@frozen
class DogCame(AttendanceFact):
    """A dog came to a meeting."""

    tag = "dog-came"
    says = SAYS

    dog: str = field(converter=alias_ref)

    @property
    def came(self) -> Came:
        return ("dog", self.dog)


OWN = VOCABULARY.with_facts(
    CoffeeServed, TaskDone, ShiftWorked, NoteKept, FigureDoubted, VolunteerThanked, DogCame
)
coffee = CoffeeServed(AKADEMI, SPRING, 1, 12)
task = TaskDone(JOBS, "y-1", "l-1")
shift = ShiftWorked(JOBS, "y-1", "j-1")


@pytest.fixture
def logbook(clock: SettableClock) -> Iterator[Logbook]:
    with new_logbook(clock, vocabulary=OWN) as own:
        own.record(*a_spring(), youth("y-1"), youth("y-2"))
        own.record(*pocket_money("y-1", "l-1", MARCH, MAY), started("y-1", "j-1", MARCH))
        yield own


def test_an_own_fact_of_a_meeting_has_its_day(logbook: Logbook) -> None:
    logbook.record(*evening(1), Draft(coffee, THURSDAY))

    assert coffee == logbook.entries()[-1].fact


def test_an_own_fact_of_a_job_follows_its_life(logbook: Logbook) -> None:
    logbook.record(task, shift, on=APRIL)
    logbook.record(shift, on=MAY)

    assert [task, shift, shift] == [entry.fact for entry in logbook.entries()[-3:]]


def test_a_shift_after_the_end_is_no_refusal(logbook: Logbook) -> None:
    logbook.record(ended("y-1", "j-1", APRIL))

    logbook.record(shift, on=MAY)

    assert shift == logbook.entries()[-1].fact


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (Draft(coffee, THURSDAY), MeetingNotHeld),
        (Draft(CoffeeServed(AKADEMI, "2022", 1, 1), THURSDAY), MeetingNotHeld),
        (Draft(task, date(2021, 2, 1)), UnknownJob),
        (Draft(TaskDone(JOBS, "y-2", "l-1"), APRIL), JobOfAnother),
        (Draft(task, date(2021, 6, 1)), JobAlreadyOver),
        (Draft(shift, date(2021, 2, 1)), UnknownJob),
        (Draft(ShiftWorked(JOBS, "y-2", "j-1"), APRIL), JobOfAnother),
    ],
)
def test_the_librarys_lifecycles_refuse_own_facts(
    logbook: Logbook, draft: Draft, refusal: type[Refusal]
) -> None:
    before = logbook.position

    with pytest.raises(refusal):
        logbook.record(draft)

    assert before == logbook.position


def test_an_own_fact_of_a_meeting_on_another_day_is_refused(logbook: Logbook) -> None:
    logbook.record(*evening(1))

    with pytest.raises(MeetingOnAnotherDay):
        logbook.record(coffee, on=FRIDAY)


def test_an_own_fact_of_a_volunteer_needs_one(logbook: Logbook) -> None:
    thanked = VolunteerThanked(VOLUNTEERS, "r-1")
    logbook.record(resident("r-1"), recruited("r-1", MARCH))

    with pytest.raises(NotThere):
        logbook.record(thanked, on=date(2021, 2, 1))
    logbook.record(thanked, on=APRIL)
    logbook.record(stopped("r-1", APRIL))
    with pytest.raises(EndedAlready):
        logbook.record(thanked, on=MAY)

    assert 1 == sum(entry.fact == thanked for entry in logbook.entries())


def test_an_own_visitor_comes_to_a_meeting_once(logbook: Logbook) -> None:
    dog = DogCame(AKADEMI, SPRING, 1, "rex")
    logbook.record(*evening(1), Draft(dog, THURSDAY))

    with pytest.raises(AlreadyAttended, match="The dog rex attends meeting 1"):
        logbook.record(dog, on=THURSDAY)


def test_a_doubt_stands_beside_figures(logbook: Logbook) -> None:
    doubt = FigureDoubted("safety")

    logbook.record(Draft(doubt, MARCH), measured("safety", "77", MARCH), Draft(doubt, APRIL))

    assert 2 == sum(entry.fact == doubt for entry in logbook.entries())


def test_what_only_looks_on_is_never_refused(logbook: Logbook) -> None:
    note = NoteKept("note-1")

    logbook.record(note, on=date(2020, 6, 1))
    logbook.record(*evening(1), Draft(note, FRIDAY))

    assert 2 == sum(entry.fact == note for entry in logbook.entries())
