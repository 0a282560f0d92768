"""Of the different ones counted, so many who did something else afterwards: women who act as bydelsmødre."""

from datetime import date

import pytest
from attrs import evolve

from given import (
    COURSES,
    NEXT_YEAR,
    PROGRAMME,
    YEAR,
    bydelsmor,
    course,
    reasons,
    resident,
    session,
    status_of,
)
from vaerebro_events import BydelsmorStopped, Draft, Logbook, Part, SeriesPlanned, State, Text
from vaerebro_events.projections.rules import Distinct
from vaerebro_events.projections.rules.distinct import OfThem

UNIT = Text(da="kvinder", en="women")
BEGAN = OfThem("bydelsmor-began", "resident", 1, UNIT)
WOMEN = Distinct(
    "resident-attended",
    "resident",
    2,
    UNIT,
    {"activity": COURSES, "series.group": "mothers"},
    of_them=BEGAN,
)
ACTING = evolve(WOMEN, of_them=evolve(BEGAN, ended="bydelsmor-stopped"))
FEBRUARY, DAY_BEFORE = date(2021, 2, 1), date(2021, 2, 28)
MARCH, JUNE = date(2021, 3, 1), date(2021, 6, 1)
LAST_DAY = date(2021, 12, 31)
NEW_YEAR = date(2022, 1, 1)


def a_course(*residents: str) -> list[Draft]:
    """A course for mothers, and one meeting of it to which these residents come."""
    registered = (resident(who) for who in residents)
    return [*registered, course("k-1", "mothers", MARCH), *session("k-1", 1, MARCH, *residents)]


@pytest.mark.parametrize(
    ("began", "on", "of_them", "state"),
    [
        ([], LAST_DAY, 0, State.NOT_MET),
        ([bydelsmor("r-1", JUNE)], LAST_DAY, 1, State.MET),
        ([bydelsmor("r-1", JUNE)], date(2021, 5, 31), 0, State.ON_TRACK),
        # On the day of her first meeting; the day before it.
        ([bydelsmor("r-1", MARCH)], LAST_DAY, 1, State.MET),
        ([bydelsmor("r-1", date(2021, 2, 28))], LAST_DAY, 0, State.NOT_MET),
        # On the last day; after it.
        ([bydelsmor("r-1", LAST_DAY)], LAST_DAY, 1, State.MET),
        ([bydelsmor("r-1", NEW_YEAR)], NEW_YEAR, 0, State.NOT_MET),
        # She never came to a meeting.
        ([bydelsmor("r-3", JUNE)], LAST_DAY, 0, State.NOT_MET),
    ],
)
def test_some_of_the_women_act_as_bydelsmor_afterwards(
    logbook: Logbook, began: list[Draft], on: date, of_them: int, state: State
) -> None:
    logbook.record(resident("r-3"), *a_course("r-1", "r-2"), *began)

    status = status_of(WOMEN, logbook.replay(on=on))

    assert (2, (Part("bydelsmor-began", of_them, 1),)) == (status.value, status.parts)
    assert state is status.state


def test_who_acted_before_is_left_out_with_her_first_meeting(logbook: Logbook) -> None:
    logbook.record(*a_course("r-1", "r-2"), bydelsmor("r-1", date(2021, 2, 1)), bydelsmor("r-2", JUNE))

    status = status_of(WOMEN, logbook.replay(on=LAST_DAY))

    # The plan of the course (4), both at its meeting (6, 7), and she who began afterwards (9).
    assert ((4, 6, 7, 9), [(8, "not-afterwards", (6, 8))]) == (status.counted, reasons(status))


def test_afterwards_is_after_the_first_meeting_of_the_period(logbook: Logbook) -> None:
    logbook.record(*a_course("r-1"), bydelsmor("r-1", JUNE), *session("k-1", 2, NEW_YEAR, "r-1"))
    replay = logbook.replay(on=date(2022, 12, 31))

    of_them = [status_of(WOMEN, replay, period).parts[0].value for period in (YEAR, NEXT_YEAR, PROGRAMME)]

    assert [1, 0, 1] == of_them


def test_a_course_planned_for_others_after_all_has_no_women(logbook: Logbook) -> None:
    logbook.record(*a_course("r-1"), bydelsmor("r-1", JUNE))

    plan = SeriesPlanned(COURSES, "k-1", 8, MARCH, date(2021, 4, 19), "fathers")
    logbook.correct(3, plan, reason="slip")

    status = status_of(WOMEN, logbook.replay(on=LAST_DAY))
    assert (0, 0, ()) == (status.value, status.parts[0].value, status.counted)


def bydelsmor_stopped(who: str, on: date) -> Draft:
    """A resident acts as bydelsmor no longer."""
    return Draft(BydelsmorStopped(COURSES, who), on)


@pytest.mark.parametrize(
    ("acted", "on", "of_them"),
    [
        # She began before her first meeting and acts still.
        ([bydelsmor("r-1", FEBRUARY)], LAST_DAY, 1),
        ([bydelsmor("r-1", date(2020, 2, 1))], LAST_DAY, 1),
        # She stopped before her first meeting; on its day; afterwards.
        ([bydelsmor("r-1", FEBRUARY), bydelsmor_stopped("r-1", DAY_BEFORE)], LAST_DAY, 0),
        ([bydelsmor("r-1", FEBRUARY), bydelsmor_stopped("r-1", MARCH)], LAST_DAY, 1),
        ([bydelsmor("r-1", FEBRUARY), bydelsmor_stopped("r-1", JUNE)], LAST_DAY, 1),
        # She stopped before it, and began again.
        (
            [
                bydelsmor("r-1", date(2020, 2, 1)),
                bydelsmor_stopped("r-1", date(2020, 6, 1)),
                bydelsmor("r-1", JUNE),
            ],
            LAST_DAY,
            1,
        ),
        # She began afterwards: by the last day; after it.
        ([bydelsmor("r-1", LAST_DAY)], LAST_DAY, 1),
        ([bydelsmor("r-1", NEW_YEAR)], NEW_YEAR, 0),
        # She acts, and came to no meeting.
        ([bydelsmor("r-3", FEBRUARY)], LAST_DAY, 0),
    ],
)
def test_who_acts_still_counts_whenever_she_began(
    logbook: Logbook, acted: list[Draft], on: date, of_them: int
) -> None:
    logbook.record(resident("r-3"), *a_course("r-1", "r-2"), *acted)

    status = status_of(ACTING, logbook.replay(on=on))

    assert (2, (Part("bydelsmor-began", of_them, 1),)) == (status.value, status.parts)


def test_who_stopped_before_is_left_out_with_her_first_meeting_and_her_end(logbook: Logbook) -> None:
    logbook.record(*a_course("r-1"), bydelsmor("r-1", FEBRUARY), bydelsmor_stopped("r-1", DAY_BEFORE))

    status = status_of(ACTING, logbook.replay(on=LAST_DAY))

    assert ((3, 5), [(6, "not-afterwards", (5, 7))]) == (status.counted, reasons(status))


def test_each_period_has_a_first_meeting_of_its_own(logbook: Logbook) -> None:
    logbook.record(*a_course("r-1"), bydelsmor("r-1", FEBRUARY), bydelsmor_stopped("r-1", JUNE))
    logbook.record(*session("k-1", 2, NEW_YEAR, "r-1"))
    replay = logbook.replay(on=date(2022, 12, 31))

    of_them = [status_of(ACTING, replay, period).parts[0].value for period in (YEAR, NEXT_YEAR, PROGRAMME)]

    assert [1, 0, 1] == of_them


def test_an_end_that_is_taken_back_leaves_her_acting(logbook: Logbook) -> None:
    logbook.record(*a_course("r-1"), bydelsmor("r-1", FEBRUARY), bydelsmor_stopped("r-1", DAY_BEFORE))

    logbook.retract(7, reason="did-not-happen")

    acting = [status_of(ACTING, logbook.replay(on=LAST_DAY, known=known)).parts[0].value for known in (7, 8)]
    assert [0, 1] == acting


def test_the_rule_says_who_acts_still(logbook: Logbook) -> None:
    replay = logbook.replay()

    status = status_of(ACTING, replay)

    assert (
        "Kvinder, der deltog: mindst 2 forskellige; heraf mindst 1, der blev aktive bydelsmødre senest på "
        "periodens sidste dag og ikke stoppede som bydelsmødre, før de deltog første gang i perioden."
    ) == replay.sentence(status, "da")
    assert (
        "Women that took part: at least 2 different ones; of them at least 1 who began to act as "
        "bydelsmødre by the period's last day, unless they stopped acting as bydelsmødre before they first "
        "took part in the period."
    ) == replay.sentence(status, "en")


def test_the_rule_says_itself(logbook: Logbook) -> None:
    replay = logbook.replay()

    status = status_of(WOMEN, replay)

    assert (
        "Kvinder, der deltog: mindst 2 forskellige; heraf mindst 1, der derefter blev aktive bydelsmødre "
        "senest på periodens sidste dag."
    ) == replay.sentence(status, "da")
    assert (
        "Women that took part: at least 2 different ones; of them at least 1 who began to act as "
        "bydelsmødre afterwards, by the period's last day."
    ) == replay.sentence(status, "en")
