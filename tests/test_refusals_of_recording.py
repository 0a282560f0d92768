"""What cannot be recorded, amended or asked, whatever it is about. A new refusal: one case here."""

from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from given import (
    AFTERWARDS,
    AKADEMI,
    SPRING,
    WORKER,
    a_spring,
    came,
    evening,
    family,
    held,
    started,
    the_plan,
    youth,
)
from provoked import Case, Desk, Try, recording
from vaerebro_events import (
    Corrected,
    Draft,
    Logbook,
    MarkedAsSample,
    MeetingHeld,
    ParticipantRegistered,
    PlanAdopted,
)
from vaerebro_events.errors import (
    ActorMissing,
    AmendmentOfAmendment,
    ClockBehind,
    DayAfterToday,
    DayMissing,
    IdTaken,
    InstantAhead,
    InvalidValue,
    MeetingNotHeld,
    NoPlan,
    NotAmendable,
    NothingToAmend,
    NothingToRecord,
    PlanAlreadyAdopted,
    StandsInTheWay,
    UnknownStatus,
    UnknownTag,
    WrongFields,
)
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.storage import Log

ID = UUID("00000000-0000-4000-8000-000000000001")
TODAY = AFTERWARDS
TOMORROW = date(2024, 2, 2)
f_1 = family("f-1")
a_meeting = [*a_spring("f-1"), *evening(1, "f-1")]


def without_an_actor(desk: Desk) -> None:
    path = desk.folder / "nobody.db"
    Logbook.create(path, the_plan(), actor=WORKER, clock=desk.clock).close()
    with Logbook.open(path, clock=desk.clock) as logbook:
        logbook.record(f_1)


def without_a_plan(desk: Desk) -> None:
    path = str(desk.folder / "empty.db")
    Log.create(path, VOCABULARY).close()
    with Logbook.open(path, actor=WORKER, clock=desk.clock) as logbook:
        assert logbook.plan is None
        logbook.record(f_1)


def six_minutes_behind(desk: Desk) -> None:
    desk.clock.move(timedelta(minutes=-6))
    desk.logbook.record(f_1)


def asking(criterion: str) -> Try:
    return lambda desk: desk.logbook.replay().status(criterion, "monthly")


RECORDING = [
    Case(NothingToRecord, "There is nothing to record: the batch is empty.", (), recording()),
    Case(
        ActorMissing,
        "Say who records: give an actor, here or when the logbook is opened.",
        (),
        without_an_actor,
    ),
    Case(
        DayMissing,
        "Say which day «participant-registered» is about: give on=..., or a Draft with its own day.",
        (),
        lambda desk: desk.logbook.record(f_1.fact),
    ),
    Case(
        DayAfterToday,
        "2024-02-02 is after today (2024-02-01): give a day that has come.",
        (),
        recording(family("f-1", TOMORROW)),
    ),
    Case(
        DayAfterToday,
        "2024-02-02 is after today (2024-02-01): give a day that has come.",
        [youth("y-1"), started("y-1", "j-1", date(2023, 3, 1))],
        recording(held("y-1", "j-1", date(2023, 9, 1), checked_on=TOMORROW)),
    ),
    Case(
        IdTaken,
        f"The id {ID} belongs to entry 2, which says something else: give a new id, or correct that entry.",
        [Draft(f_1.fact, f_1.on, ID)],
        recording(Draft(ParticipantRegistered("family", "f-2"), f_1.on, ID)),
    ),
    Case(
        ClockBehind,
        "The clock says 2024-02-01 11:54:00 UTC, but the last entry was recorded at 2024-02-01 12:00:00 UTC: "
        "set the clock, or allow it explicitly.",
        (),
        six_minutes_behind,
    ),
    Case(
        NoPlan,
        "The logbook has adopted no plan, so nothing can be recorded: remove its file, and make it anew.",
        (),
        without_a_plan,
    ),
    Case(
        PlanAlreadyAdopted,
        "The logbook has adopted the plan vaerebro-2020-2023 already; one logbook holds one plan.",
        (),
        recording(Draft(PlanAdopted(the_plan()), TODAY)),
    ),
]
AMENDING = [
    Case(
        NothingToAmend,
        "There is no entry 9 to amend: the log goes from 1 to 2; see «vaerebro entries».",
        [f_1],
        lambda desk: desk.logbook.retract(9, reason="slip"),
    ),
    Case(
        NothingToAmend,
        "There is no entry 9 to amend: the log goes from 1 to 2; see «vaerebro entries».",
        [f_1],
        lambda desk: desk.logbook.correct(9, f_1.fact, on=f_1.on, reason="slip"),
    ),
    Case(
        AmendmentOfAmendment,
        "Entry 3 is itself an amendment of entry 2: amend entry 2 again.",
        [f_1, Draft(Corrected(2, "wrong-day", f_1.fact), date(2021, 1, 5))],
        lambda desk: desk.logbook.retract(3, reason="wrongly-amended"),
    ),
    Case(
        NotAmendable,
        "Entry 1 («plan-adopted») cannot be corrected or retracted.",
        (),
        lambda desk: desk.logbook.retract(1, reason="slip"),
    ),
    Case(
        NotAmendable,
        "Entry 2 («marked-as-sample») cannot be corrected or retracted.",
        [Draft(MarkedAsSample(7), TODAY)],
        lambda desk: desk.logbook.correct(2, f_1.fact, reason="slip"),
    ),
    Case(
        StandsInTheWay,
        "Entry 5 (family-attended, 2021-01-07) stands in the way: Meeting 1 of 2021-forår is not "
        "recorded as held on 2021-01-07 or before: record the meeting or the event first, and the season's "
        "plan where a season is new.",
        a_meeting,
        lambda desk: desk.logbook.retract(4, reason="did-not-happen"),
    ),
    Case(
        StandsInTheWay,
        "Entry 5 (family-attended, 2021-01-07) stands in the way: Meeting 1 of 2021-forår was held on "
        "2021-01-06, not on 2021-01-07: what is said of it has its day.",
        a_meeting,
        lambda desk: desk.logbook.correct(
            4, MeetingHeld(AKADEMI, SPRING, 1), on=date(2021, 1, 6), reason="wrong-day"
        ),
    ),
]
ASKING = [
    Case(
        DayAfterToday,
        "2024-02-02 is after today (2024-02-01): give a day that has come.",
        (),
        lambda desk: desk.logbook.replay(on=TOMORROW),
    ),
    Case(
        InstantAhead,
        "What is known at 2024-02-02 cannot be said yet: give a position or a time that has come.",
        (),
        lambda desk: desk.logbook.replay(known=TOMORROW),
    ),
    Case(
        InstantAhead,
        "What is known at 2024-02-01 12:00:01+00:00 cannot be said yet: give a position or a time that has "
        "come.",
        (),
        lambda desk: desk.logbook.replay(known=desk.clock.now + timedelta(seconds=1)),
    ),
    Case(
        InstantAhead,
        "What is known at 2 cannot be said yet: give a position or a time that has come.",
        (),
        lambda desk: desk.logbook.replay(known=2),
    ),
    Case(
        InvalidValue,
        "known cannot be '2024-01-31 12:00:00': a time must be aware, with its offset from UTC.",
        (),
        lambda desk: desk.logbook.replay(known=datetime(2024, 1, 31, 12)),  # noqa: DTZ001 it is what is refused
    ),
    Case(
        UnknownStatus,
        "There is no status of «familieakademi.seasons monthly»: ask for one of "
        + ", ".join(
            f"familieakademi.seasons {reading} {year}"
            for reading in ("two-seasons-of-16", "16-over-two-seasons")
            for year in (2020, 2021, 2022, 2023)
        )
        + ".",
        (),
        asking("familieakademi.seasons"),
    ),
    Case(
        UnknownStatus,
        "There is no status of «familieakademi.seasons»: the plan, or the season, was not there yet.",
        (),
        lambda desk: desk.logbook.replay(known=0).status("familieakademi.seasons"),
    ),
    Case(
        UnknownTag,
        "There is no «chess-played»; known are " + ", ".join(sorted(VOCABULARY.facts)) + ".",
        (),
        lambda desk: desk.logbook.fact("chess-played", who="f-1"),
    ),
    Case(
        WrongFields,
        "«participant-registered» does not take these fields: who: it is missing; it does not know age.",
        (),
        lambda desk: desk.logbook.fact("participant-registered", kind="family", age=9),
    ),
]


@pytest.mark.parametrize("case", RECORDING, ids=str)
def test_what_cannot_be_recorded_is_refused(case: Case, tmp_path: Path) -> None:
    case.check(tmp_path)


@pytest.mark.parametrize("case", AMENDING, ids=str)
def test_what_cannot_be_amended_is_refused(case: Case, tmp_path: Path) -> None:
    case.check(tmp_path)


@pytest.mark.parametrize("case", ASKING, ids=str)
def test_what_cannot_be_asked_is_refused(case: Case, tmp_path: Path) -> None:
    case.check(tmp_path)


def test_one_bad_fact_keeps_the_whole_batch_out(tmp_path: Path) -> None:
    says = (
        "Meeting 2 of 2021-forår is not recorded as held on 2021-01-14 or before: record the meeting or the "
        "event first, and the season's plan where a season is new."
    )
    given = a_spring("f-1", "f-2")

    case = Case(MeetingNotHeld, says, given, recording(*evening(1, "f-1", "f-2"), came("f-1", 2)))

    case.check(tmp_path)
