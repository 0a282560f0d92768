"""Different families that one kind of fact names, or another: at a network's events, or in the network."""

from datetime import date

import pytest
from attrs import evolve

from given import (
    COURSES,
    NETWORKS,
    NEXT_YEAR,
    PROGRAMME,
    YEAR,
    family,
    network,
    network_event,
    reasons,
    status_of,
    values,
)
from vaerebro_events import Draft, EventHeld, FamilyAttended, FamilyJoined, Logbook, Text
from vaerebro_events.projections.rules import Distinct
from vaerebro_events.projections.rules.distinct import Also

FAMILIES = Text(da="familier", en="families")
IN_NETWORKS = Distinct(
    "family-attended",
    "family",
    2,
    FAMILIES,
    {"activity": NETWORKS, "meeting.led_by": "network"},
    also=(Also("family-joined", {"activity": NETWORKS}),),
)
NEW_IN_NETWORKS = evolve(IN_NETWORKS, first_ever=True)
MARCH, JUNE = date(2021, 3, 1), date(2021, 6, 1)
LAST_DAY = date(2021, 12, 31)
NEW_YEAR = date(2022, 1, 1)


def joined(who: str, on: date) -> Draft:
    return Draft(FamilyJoined(NETWORKS, "n-1", who), on)


def at_an_event(who: str, number: int, on: date) -> list[Draft]:
    return [network_event("n-1", number, on), Draft(FamilyAttended(NETWORKS, "n-1", number, who), on)]


def test_a_family_that_came_or_joined_counts_once(logbook: Logbook) -> None:
    logbook.record(*(family(who) for who in ("f-1", "f-2", "f-3")), network("n-1", date(2021, 2, 1)))
    logbook.record(joined("f-1", MARCH), *at_an_event("f-1", 1, JUNE), *at_an_event("f-2", 2, LAST_DAY))
    logbook.record(joined("f-3", NEW_YEAR))
    replay = logbook.replay(on=date(2022, 12, 31))

    assert [2, 1, 3] == values(IN_NETWORKS, replay, YEAR, NEXT_YEAR, PROGRAMME)
    # Joined, and came to two events (7, 9), each shown with what says that a network held it.
    assert (6, 7, 8, 9, 10) == status_of(IN_NETWORKS, replay).counted


def test_a_family_at_an_event_that_others_held_is_in_no_network(logbook: Logbook) -> None:
    by_staff = EventHeld(NETWORKS, "fest", 1, "outdoors", "staff")
    logbook.record(family("f-1"), network("n-1", MARCH), Draft(by_staff, JUNE))
    logbook.record(FamilyAttended(NETWORKS, "fest", 1, "f-1"), on=JUNE)

    assert 0 == status_of(IN_NETWORKS, logbook.replay(on=LAST_DAY)).value

    logbook.correct(4, EventHeld(NETWORKS, "fest", 1, "outdoors", "network", "n-1"), reason="slip")

    status = status_of(IN_NETWORKS, logbook.replay(on=LAST_DAY))
    assert (1, (4, 5)) == (status.value, status.counted)


def test_each_kind_of_fact_is_picked_by_its_own_fields(logbook: Logbook) -> None:
    joined_elsewhere = Draft(FamilyJoined(COURSES, "n-2", "f-1"), JUNE)
    logbook.record(family("f-1"), network("n-2", MARCH, COURSES), joined_elsewhere)
    anywhere = evolve(IN_NETWORKS, also=(Also("family-joined"),))

    replay = logbook.replay(on=LAST_DAY)

    assert (0, 1) == (status_of(IN_NETWORKS, replay).value, status_of(anywhere, replay).value)


@pytest.mark.parametrize(
    ("join", "come", "this_year", "next_year"),
    [
        # What stands in the way of a joining is the attendance, with the event (6) that a network held.
        (MARCH, NEW_YEAR, [], [(7, "counted-earlier", (5,))]),
        (NEW_YEAR, MARCH, [], [(5, "counted-earlier", (7, 6))]),
        (MARCH, JUNE, [(7, "not-the-first", (5,))], []),
        (JUNE, MARCH, [(5, "not-the-first", (7, 6))], []),
    ],
)
def test_the_first_time_ever_may_be_either(
    logbook: Logbook, join: date, come: date, this_year: list[object], next_year: list[object]
) -> None:
    logbook.record(family("f-1", date(2020, 1, 1)), network("n-1", date(2020, 2, 1)), family("f-2"))
    logbook.record(joined("f-1", join), *at_an_event("f-1", 1, come))
    replay = logbook.replay(on=date(2022, 12, 31))

    years = [status_of(NEW_IN_NETWORKS, replay, period) for period in (YEAR, NEXT_YEAR)]

    assert [1, 0] == [status.value for status in years]
    assert [this_year, next_year] == [reasons(status) for status in years]


@pytest.mark.parametrize(
    ("rule", "danish", "english"),
    [
        (
            IN_NETWORKS,
            "Familier, der deltog eller kom med i et netværk: mindst 2 forskellige.",
            "Families that took part or joined a network: at least 2 different ones.",
        ),
        (
            evolve(IN_NETWORKS, also=(Also("resident-attended"),)),
            "Familier, der deltog: mindst 2 forskellige.",
            "Families that took part: at least 2 different ones.",
        ),
    ],
)
def test_the_rule_says_itself(logbook: Logbook, rule: Distinct, danish: str, english: str) -> None:
    replay = logbook.replay()

    status = status_of(rule, replay)

    assert danish == replay.sentence(status, "da")
    assert english == replay.sentence(status, "en")
