"""Volunteers in contact on a day: begun, not stopped, and seen within so many calendar months."""

from datetime import date

import pytest
from attrs import evolve

from given import (
    NEXT_YEAR,
    VOLUNTEERS,
    YEAR,
    contacted,
    reasons,
    recruited,
    resident,
    status_of,
    stopped,
    values,
)
from vaerebro_events import Draft, Logbook, State, Text
from vaerebro_events.projections.rules import InContact

ONE = InContact(
    "volunteer-recruited",
    "volunteer-contacted",
    "volunteer-stopped",
    "volunteer",
    Text(da="frivillige", en="volunteers"),
    {"activity": VOLUNTEERS},
)
TWO = evolve(ONE, target=2)
MAY, JUNE = date(2021, 5, 1), date(2021, 6, 1)
LAST_DAY = date(2021, 12, 31)
NEW_YEAR = date(2022, 1, 1)


@pytest.mark.parametrize(
    ("seen", "months", "on", "value"),
    [
        # Recruited and never seen since: the recruiting itself is a contact.
        ([recruited("r-1", date(2020, 12, 31))], 12, LAST_DAY, 1),
        ([recruited("r-1", date(2020, 12, 30))], 12, LAST_DAY, 0),
        ([recruited("r-1", date(2020, 12, 30)), contacted("r-1", date(2020, 12, 31))], 12, LAST_DAY, 1),
        # A missing day is the month's last: from the 31st of March to the 30th of September.
        ([recruited("r-1", date(2021, 3, 31))], 6, date(2021, 9, 30), 1),
        ([recruited("r-1", date(2021, 3, 31))], 6, date(2021, 10, 1), 0),
        ([recruited("r-1", date(2020, 2, 29))], 12, date(2021, 2, 28), 1),
        ([recruited("r-1", date(2020, 2, 29))], 12, date(2021, 3, 1), 0),
        # On the day itself.
        ([recruited("r-1", LAST_DAY)], 1, LAST_DAY, 1),
        ([recruited("r-1", NEW_YEAR)], 12, LAST_DAY, 0),
        ([recruited("r-1", date(2020, 6, 1)), contacted("r-1", NEW_YEAR)], 12, NEW_YEAR, 0),
    ],
)
def test_a_volunteer_is_in_contact_until_so_many_months_have_gone(
    logbook: Logbook, seen: list[Draft], months: int, on: date, value: int
) -> None:
    logbook.record(resident("r-1"), *seen)

    status = status_of(evolve(ONE, months=months), logbook.replay(on=on), YEAR)

    assert value == status.value


def test_the_period_and_the_day_asked_about_say_when(logbook: Logbook) -> None:
    logbook.record(resident("r-1"), resident("r-2"), recruited("r-1", MAY), recruited("r-2", MAY))
    logbook.record(stopped("r-1", JUNE), stopped("r-2", NEW_YEAR))

    def at(day: date) -> list[object]:
        return values(ONE, logbook.replay(on=day), YEAR, NEXT_YEAR)

    # Of a year that has not begun there is no figure yet.
    assert [2, None] == at(date(2021, 5, 31))
    assert [1, None] == at(JUNE)
    assert [1, None] == at(LAST_DAY)
    assert [1, 0] == at(NEW_YEAR)


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2020, 12, 31), State.NOT_STARTED),
        (date(2021, 4, 30), State.BEHIND),
        (MAY, State.ON_TRACK),
        (JUNE, State.BEHIND),
        (LAST_DAY, State.NOT_MET),
    ],
)
def test_a_level_that_was_reached_may_be_lost(logbook: Logbook, on: date, state: State) -> None:
    logbook.record(resident("r-1"), resident("r-2"), recruited("r-1", MAY), recruited("r-2", MAY))
    logbook.record(stopped("r-2", JUNE))

    assert state is status_of(TWO, logbook.replay(on=on)).state


def test_who_stopped_or_was_not_seen_is_left_out_with_what_shows_it(logbook: Logbook) -> None:
    logbook.record(*(resident(f"r-{number}") for number in (1, 2, 3)))
    logbook.record(*(recruited(f"r-{number}", date(2020, 3, 1)) for number in (1, 2, 3)))
    logbook.record(contacted("r-1", JUNE), contacted("r-2", date(2020, 11, 1)), stopped("r-3", JUNE))

    status = status_of(ONE, logbook.replay(on=LAST_DAY))

    # The newest contact counts, with the beginning; an older one is not asked for.
    assert (1, (5, 8)) == (status.value, status.counted)
    assert [(7, "ended", (10,)), (9, "lapsed", ())] == reasons(status)


def test_a_volunteer_seen_often_is_one_volunteer(logbook: Logbook) -> None:
    logbook.record(resident("r-1"), recruited("r-1", MAY))
    logbook.record(contacted("r-1", MAY), contacted("r-1", JUNE), contacted("r-1", date(2021, 7, 1)))

    status = status_of(TWO, logbook.replay(on=LAST_DAY))

    assert (1, (3, 6), State.NOT_MET) == (status.value, status.counted, status.state)


def test_who_begins_again_is_in_contact_again(logbook: Logbook) -> None:
    logbook.record(resident("r-1"), recruited("r-1", date(2020, 3, 1)), stopped("r-1", date(2020, 4, 1)))
    logbook.record(recruited("r-1", MAY))

    status = status_of(ONE, logbook.replay(on=LAST_DAY))

    assert (1, (5,), ()) == (status.value, status.counted, status.left_out)


def test_volunteers_of_another_activity_are_others(logbook: Logbook) -> None:
    logbook.record(resident("r-1"), recruited("r-1", MAY))

    assert 0 == status_of(evolve(ONE, where={"activity": "netvaerk"}), logbook.replay(on=LAST_DAY)).value


def test_amending_a_contact_or_a_stop_changes_who_is_there(logbook: Logbook) -> None:
    logbook.record(resident("r-1"), recruited("r-1", date(2020, 3, 1)), contacted("r-1", JUNE))
    logbook.record(stopped("r-1", LAST_DAY))

    def value() -> object:
        return status_of(ONE, logbook.replay(on=LAST_DAY)).value

    assert 0 == value()
    logbook.retract(5, reason="did-not-happen")
    assert 1 == value()
    logbook.correct(4, contacted("r-1", JUNE).fact, on=date(2020, 12, 30), reason="wrong-day")
    assert 0 == value()
    assert 1 == status_of(ONE, logbook.replay(on=LAST_DAY, known=4)).value


def test_the_rule_says_itself(logbook: Logbook) -> None:
    replay = logbook.replay()

    status = status_of(evolve(TWO, months=6), replay)

    assert (
        "Frivillige, der er begyndt og ikke stoppet, og som der har været kontakt med inden for de seneste 6 "
        "måneder: mindst 2."
    ) == replay.sentence(status, "da")
    assert (
        "Volunteers who have begun and not stopped, and were in contact within the last 6 months: at least 2."
    ) == replay.sentence(status, "en")
