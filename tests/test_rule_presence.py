"""What is there or not: established as soon as it is recorded, or seen, until it has ended."""

from datetime import date

import pytest

from given import JOBS, NEXT_YEAR, PROGRAMME, YEAR, reasons, status_of, youth
from vaerebro_events import (
    BodyDissolved,
    BodyEstablished,
    Draft,
    EventHeld,
    HeadsCounted,
    Logbook,
    ParentsMet,
    State,
    Text,
)
from vaerebro_events.projections.rules import Established
from vaerebro_events.projections.rules.presence import Ended

EDITORS = "redaktion"
CAFE = "netvaerk"
COOPERATION = Established("parents-met", Text(da="møder med forældre", en="meetings with parents"))
GROUP = Established(
    "body-established",
    Text(da="grupper", en="groups"),
    {"activity": EDITORS, "kind": "group"},
    ended=Ended("body-dissolved", "body"),
)
VULNERABLE = Established(
    "heads-counted", Text(da="optællinger", en="counts"), {"activity": CAFE}, seen="vulnerable", at_least=2
)
MARCH, JUNE = date(2021, 3, 1), date(2021, 6, 1)
LAST_DAY = date(2021, 12, 31)
NEW_YEAR = date(2022, 1, 1)


def established(body: str, on: date, kind: str = "group", activity: str = EDITORS) -> Draft:
    return Draft(BodyEstablished(activity, body, kind), on)


def dissolved(body: str, on: date, activity: str = EDITORS) -> Draft:
    return Draft(BodyDissolved(activity, body), on)


def cafe(number: int, vulnerable: int, on: date = MARCH) -> list[Draft]:
    held = EventHeld(CAFE, "tirsdagscafe", number, "beboerhuset", "volunteers")
    return [Draft(held, on), Draft(HeadsCounted(CAFE, "tirsdagscafe", number, 9, vulnerable), on)]


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
    ("vulnerable", "value", "state"), [(1, 0, State.OPEN), (2, 1, State.MET), (3, 1, State.MET)]
)
def test_so_many_must_be_seen_at_once(logbook: Logbook, vulnerable: int, value: int, state: State) -> None:
    logbook.record(*cafe(1, vulnerable), *cafe(2, 1, JUNE))

    status = status_of(VULNERABLE, logbook.replay(on=JUNE))

    assert (value, state) == (status.value, status.state)
    assert (5, "too-few-seen", ()) == reasons(status)[-1]


@pytest.mark.parametrize(
    ("day", "this_year", "next_year"),
    [
        (date(2020, 12, 31), 0, 0),
        (date(2021, 1, 1), 1, 0),
        (LAST_DAY, 1, 0),
        (NEW_YEAR, 0, 1),
    ],
)
def test_what_is_seen_is_seen_in_the_period_of_its_day(
    logbook: Logbook, day: date, this_year: int, next_year: int
) -> None:
    logbook.record(*cafe(1, 2, day))
    replay = logbook.replay(on=date(2022, 12, 31))

    assert this_year == status_of(VULNERABLE, replay, YEAR).value
    assert next_year == status_of(VULNERABLE, replay, NEXT_YEAR).value


@pytest.mark.parametrize(
    ("ended", "state"),
    [
        (None, State.MET),
        (JUNE, State.NOT_MET),
        (LAST_DAY, State.NOT_MET),
        (NEW_YEAR, State.MET),
    ],
)
def test_what_has_ended_by_the_last_day_is_not_there(
    logbook: Logbook, ended: date | None, state: State
) -> None:
    logbook.record(established("g-1", MARCH), *([dissolved("g-1", ended)] if ended else []))

    assert state is status_of(GROUP, logbook.replay(on=date(2022, 6, 1))).state


def test_what_ended_is_left_out_with_its_end_and_what_began_again_is_there(logbook: Logbook) -> None:
    logbook.record(established("g-1", MARCH), dissolved("g-1", JUNE), established("g-1", LAST_DAY))

    before, after = status_of(GROUP, logbook.replay(on=JUNE)), status_of(GROUP, logbook.replay(on=LAST_DAY))

    assert ((), [(2, "ended", (3,))], State.OPEN) == (before.counted, reasons(before), before.state)
    assert ((4,), [(2, "ended", (3,))], State.MET) == (after.counted, reasons(after), after.state)
    assert State.MET is status_of(GROUP, logbook.replay(on=date(2021, 5, 31))).state


def test_only_its_own_end_takes_it_away(logbook: Logbook) -> None:
    logbook.record(established("g-1", MARCH), established("c-1", MARCH, "channel"))
    logbook.record(established("g-1", MARCH, activity=CAFE), dissolved("g-1", JUNE, activity=CAFE))
    logbook.record(dissolved("c-1", JUNE))

    status = status_of(GROUP, logbook.replay(on=LAST_DAY))

    assert (1, (2,), ()) == (status.value, status.counted, status.left_out)


def test_an_end_that_is_taken_back_leaves_it_there(logbook: Logbook) -> None:
    logbook.record(established("g-1", MARCH), dissolved("g-1", JUNE))

    logbook.retract(3, reason="did-not-happen")

    assert 0 == status_of(GROUP, logbook.replay(on=LAST_DAY, known=3)).value
    assert 1 == status_of(GROUP, logbook.replay(on=LAST_DAY)).value


@pytest.mark.parametrize(
    ("rule", "danish", "english"),
    [
        (
            COOPERATION,
            "Møder med forældre: mindst 1.",
            "Meetings with parents: at least 1.",
        ),
        (
            GROUP,
            "Grupper: mindst 1; ophørte tæller ikke med.",
            "Groups: at least 1; those that have ended do not count.",
        ),
        (
            VULNERABLE,
            "Optællinger: mindst 1, hver på mindst 2.",
            "Counts: at least 1, each of at least 2.",
        ),
    ],
)
def test_the_rule_says_itself(logbook: Logbook, rule: Established, danish: str, english: str) -> None:
    replay = logbook.replay()

    status = status_of(rule, replay)

    assert danish == replay.sentence(status, "da")
    assert english == replay.sentence(status, "en")
