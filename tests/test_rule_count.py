"""Entries counted, if wanted over several seasons; and what is established as soon as it is seen."""

from datetime import date

import pytest

from given import (
    AKADEMI,
    AUTUMN,
    JOBS,
    NEXT_YEAR,
    PROGRAMME,
    SPRING,
    YEAR,
    a_spring,
    evening,
    evenings,
    position_of,
    season,
    status_of,
    youth,
)
from vaerebro_events import Draft, Logbook, MeetingHeld, ParentsMet, Part, Period, State, Text
from vaerebro_events.projections.rules import Count, Established
from vaerebro_events.projections.rules.counting import Across

MEETINGS = Text(da="møder", en="meetings")
SEASONS = Text(da="sæsoner", en="seasons")
WHERE = {"activity": AKADEMI}
FOUR = Count("meeting-held", 4, MEETINGS, WHERE)
FOUR_OVER_TWO = Count("meeting-held", 4, MEETINGS, WHERE, Across("series", 2, SEASONS))
COOPERATION = Established("parents-met", Text(da="møder med forældre", en="meetings with parents"))
LAST_DAY = date(2021, 12, 31)
SEPTEMBER = date(2021, 9, 2)


@pytest.mark.parametrize(
    ("meetings", "state"), [(3, State.NOT_MET), (4, State.MET), (5, State.MET), (0, State.NOT_MET)]
)
def test_every_meeting_counts(logbook: Logbook, meetings: int, state: State) -> None:
    logbook.record(*a_spring(), *evenings(range(1, meetings + 1)))

    status = status_of(FOUR, logbook.replay(on=LAST_DAY))

    assert (meetings, state) == (status.value, status.state)
    assert meetings == len(status.counted)


@pytest.mark.parametrize(
    ("in_spring", "in_autumn", "spread", "state"),
    [(4, 0, 1, State.NOT_MET), (3, 1, 2, State.MET), (2, 1, 2, State.NOT_MET), (0, 0, 0, State.NOT_MET)],
)
def test_the_meetings_must_be_spread_over_two_seasons(
    logbook: Logbook, in_spring: int, in_autumn: int, spread: int, state: State
) -> None:
    logbook.record(*a_spring(), season(AUTUMN, SEPTEMBER), *evenings(range(1, in_spring + 1)))
    for meeting in range(1, in_autumn + 1):
        logbook.record(*evening(meeting, series=AUTUMN, on=SEPTEMBER))

    status = status_of(FOUR_OVER_TWO, logbook.replay(on=LAST_DAY))

    assert (in_spring + in_autumn, state) == (status.value, status.state)
    assert (Part("series", spread, 2),) == status.parts


def test_a_meeting_counts_in_the_year_of_its_day(logbook: Logbook) -> None:
    logbook.record(*a_spring(), *evening(1, on=LAST_DAY), *evening(2, on=date(2022, 1, 1)))

    replay = logbook.replay(on=date(2022, 12, 31))

    assert [1, 1, 2] == [status_of(FOUR, replay, period).value for period in (YEAR, NEXT_YEAR, PROGRAMME)]


def test_a_meeting_counts_in_its_season(logbook: Logbook) -> None:
    logbook.record(
        *a_spring(), season(AUTUMN, SEPTEMBER), *evening(1), *evening(1, series=AUTUMN, on=SEPTEMBER)
    )
    spring = Period(SPRING, date(2021, 1, 7), date(2021, 4, 22), SPRING, 2)

    status = status_of(FOUR, logbook.replay(on=LAST_DAY), spring)

    assert (position_of(logbook, MeetingHeld(AKADEMI, SPRING, 1)),) == status.counted


def test_a_meeting_moved_to_another_year_counts_there(logbook: Logbook) -> None:
    logbook.record(*a_spring(), *evening(1))
    known_then = logbook.position
    held = MeetingHeld(AKADEMI, SPRING, 1)

    logbook.correct(position_of(logbook, held), held, on=date(2022, 1, 1), reason="wrong-day")

    on = date(2022, 12, 31)
    assert 1 == status_of(FOUR, logbook.replay(on=on, known=known_then)).value
    assert 0 == status_of(FOUR, logbook.replay(on=on)).value
    assert 1 == status_of(FOUR, logbook.replay(on=on), NEXT_YEAR).value


@pytest.mark.parametrize(
    ("met", "target", "on", "state"),
    [
        (0, 1, LAST_DAY, State.OPEN),
        (0, 1, date(2023, 12, 31), State.NOT_MET),
        (1, 1, LAST_DAY, State.MET),
        (1, 2, LAST_DAY, State.OPEN),
        (2, 2, LAST_DAY, State.MET),
    ],
)
def test_cooperation_is_there_when_enough_parents_are_met(
    logbook: Logbook, met: int, target: int, on: date, state: State
) -> None:
    rule = Established("parents-met", COOPERATION.unit, {"activity": JOBS}, target)
    logbook.record(youth("y-1"))
    for month in range(3, 3 + met):
        logbook.record(Draft(ParentsMet(JOBS, "y-1"), date(2021, month, 1)))

    status = status_of(rule, logbook.replay(on=on), PROGRAMME)

    assert (met, state) == (status.value, status.state)


def test_parents_met_known_later_establish_it_later(logbook: Logbook) -> None:
    logbook.record(youth("y-1"))
    logbook.record(ParentsMet(JOBS, "y-1"), on=date(2021, 3, 1))

    assert State.OPEN is status_of(COOPERATION, logbook.replay(on=LAST_DAY, known=2), PROGRAMME).state
    assert State.MET is status_of(COOPERATION, logbook.replay(on=LAST_DAY), PROGRAMME).state


def test_a_retracted_meeting_with_parents_shows_nothing(logbook: Logbook) -> None:
    logbook.record(youth("y-1"))
    [met] = logbook.record(ParentsMet(JOBS, "y-1"), on=date(2021, 3, 1))

    logbook.retract(met.position, reason="did-not-happen")

    assert State.OPEN is status_of(COOPERATION, logbook.replay(on=LAST_DAY), PROGRAMME).state


@pytest.mark.parametrize(
    ("rule", "danish", "english"),
    [
        (FOUR, "Mindst 4 møder blev holdt.", "At least 4 meetings were held."),
        (
            FOUR_OVER_TWO,
            "Mindst 4 møder blev holdt, fordelt på mindst 2 sæsoner.",
            "At least 4 meetings were held, over at least 2 seasons.",
        ),
        (
            COOPERATION,
            "Etableret, når der er registreret møder med forældre (mindst 1).",
            "Established once meetings with parents are recorded (at least 1).",
        ),
    ],
)
def test_the_rule_says_itself(logbook: Logbook, rule: Count | Established, danish: str, english: str) -> None:
    replay = logbook.replay()

    status = status_of(rule, replay)

    assert danish == replay.sentence(status, "da")
    assert english == replay.sentence(status, "en")
