"""What cannot be, at meetings and with families. A new refusal about them: one case here."""

from datetime import date
from pathlib import Path

import pytest

from given import AKADEMI, AUTUMN, SPRING, a_spring, came, evening, family, season
from provoked import Case, recording
from vaerebro_events import Draft, FamilyAttended, HeadsCounted, MeetingCancelled, MeetingHeld
from vaerebro_events.errors import (
    AlreadyAttended,
    AlreadyRegistered,
    HeadsAlreadyCounted,
    MeetingAlreadyCancelled,
    MeetingAlreadyHeld,
    MeetingNotHeld,
    MeetingOnAnotherDay,
    NotRegistered,
    SeriesAlreadyPlanned,
    UnknownActivity,
    UnknownSeries,
)

THURSDAY = date(2021, 1, 7)
WEDNESDAY, FRIDAY = date(2021, 1, 6), date(2021, 1, 8)
NOT_HELD = (
    "Meeting 1 of 2021-forår is not recorded as held on 2021-01-07 or before: record the meeting or the "
    "event first, and the season's plan where a season is new."
)

held = Draft(MeetingHeld(AKADEMI, SPRING, 1), THURSDAY)
cancelled = Draft(MeetingCancelled(AKADEMI, SPRING, 1), THURSDAY)
counted = Draft(HeadsCounted(AKADEMI, SPRING, 1, 12, 3), THURSDAY)

CASES = [
    Case(
        NotRegistered,
        "The family f-2 is not registered on 2021-01-07: register it, in the same batch if you like, or "
        "correct the day of its registration.",
        [*a_spring("f-1"), held],
        recording(came("f-2", 1)),
    ),
    Case(
        NotRegistered,
        "The family f-2 is not registered on 2021-01-07: register it, in the same batch if you like, or "
        "correct the day of its registration.",
        [*a_spring("f-1"), held, family("f-2", FRIDAY)],
        recording(came("f-2", 1)),
    ),
    Case(
        AlreadyRegistered,
        "The family f-1 is registered already, in entry 3.",
        a_spring("f-1"),
        recording(family("f-1", FRIDAY)),
    ),
    Case(
        UnknownActivity,
        "The plan vaerebro-2020-2023 has no activity «skak». «vaerebro plan» lists its activities.",
        a_spring("f-1"),
        recording(Draft(MeetingHeld("skak", SPRING, 1), THURSDAY)),
    ),
    Case(
        UnknownSeries,
        "The season 2021-efterår of familieakademi is not planned on 2021-01-07: record its plan first, or "
        "correct the plan's day.",
        a_spring(),
        recording(Draft(MeetingHeld(AKADEMI, AUTUMN, 1), THURSDAY)),
    ),
    Case(
        UnknownSeries,
        "The season 2021-forår of familieakademi is not planned on 2021-01-03: record its plan first, or "
        "correct the plan's day.",
        a_spring(),
        recording(Draft(MeetingHeld(AKADEMI, SPRING, 1), date(2021, 1, 3))),
    ),
    Case(
        SeriesAlreadyPlanned,
        "The season 2021-forår of familieakademi is planned already, in entry 2; correct that one.",
        a_spring(),
        recording(season(meetings=8)),
    ),
    Case(
        MeetingNotHeld,
        NOT_HELD,
        a_spring("f-1"),
        recording(came("f-1", 1)),
    ),
    Case(
        MeetingNotHeld,
        NOT_HELD,
        [*a_spring("f-1"), cancelled],
        recording(came("f-1", 1)),
    ),
    Case(
        MeetingNotHeld,
        NOT_HELD,
        a_spring(),
        recording(counted),
    ),
    Case(
        MeetingAlreadyHeld,
        "Meeting 1 of 2021-forår is held already, in entry 3.",
        [*a_spring(), held],
        recording(Draft(held.fact, FRIDAY)),
    ),
    Case(  # told of an earlier day, it comes first; what stands in the way is the one in the log
        MeetingAlreadyHeld,
        "Meeting 1 of 2021-forår is held already, in entry 3.",
        [*a_spring(), held],
        recording(Draft(held.fact, WEDNESDAY)),
    ),
    Case(
        MeetingAlreadyHeld,
        "Meeting 1 of 2021-forår is held already, in entry 3.",
        [*a_spring(), held],
        recording(Draft(cancelled.fact, FRIDAY)),
    ),
    Case(
        MeetingAlreadyCancelled,
        "Meeting 1 of 2021-forår is cancelled already, in entry 3.",
        [*a_spring(), cancelled],
        recording(cancelled),
    ),
    Case(
        MeetingOnAnotherDay,
        "Meeting 1 of 2021-forår was held on 2021-01-07, not on 2021-01-08: what is said of it has its day.",
        [*a_spring("f-1"), held],
        recording(Draft(FamilyAttended(AKADEMI, SPRING, 1, "f-1"), FRIDAY)),
    ),
    Case(
        AlreadyAttended,
        "The family f-1 attends meeting 1 of 2021-forår already, in entry 5.",
        [*a_spring("f-1"), *evening(1, "f-1")],
        recording(came("f-1", 1)),
    ),
    Case(
        HeadsAlreadyCounted,
        "The heads of meeting 1 of 2021-forår are counted already, in entry 4; correct that one.",
        [*a_spring(), held, counted],
        recording(Draft(HeadsCounted(AKADEMI, SPRING, 1, 13), THURSDAY)),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_cannot_be_at_a_meeting_is_refused(case: Case, tmp_path: Path) -> None:
    case.check(tmp_path)
