"""Entries counted, if wanted over several seasons, or so many for each network there is."""

from datetime import date

import pytest
from attrs import evolve

from given import (
    AKADEMI,
    AUTUMN,
    COURSES,
    NETWORKS,
    NEXT_YEAR,
    PROGRAMME,
    SPRING,
    YEAR,
    a_spring,
    course,
    evening,
    evenings,
    network,
    network_ended,
    network_event,
    position_of,
    season,
    status_of,
    values,
)
from vaerebro_events import (
    Draft,
    EventHeld,
    Logbook,
    MeetingHeld,
    Part,
    Period,
    SeriesCompleted,
    SeriesPlanned,
    State,
    Text,
)
from vaerebro_events.projections.rules import Count
from vaerebro_events.projections.rules.counting import Across, Each

MEETINGS = Text(da="møder", en="meetings")
SEASONS = Text(da="sæsoner", en="seasons")
WHERE = {"activity": AKADEMI}
FOUR = Count("meeting-held", 4, MEETINGS, WHERE)
FOUR_OVER_TWO = Count("meeting-held", 4, MEETINGS, WHERE, Across("series", 2, SEASONS))
COURSES_FOR_MOTHERS = Count(
    "series-completed",
    1,
    Text(da="forløb for mødre", en="courses for mothers"),
    {"activity": COURSES, "series.group": "mothers"},
)
THREE_EACH = Count(
    "event-held",
    3,
    Text(da="aktiviteter", en="activities"),
    {"activity": NETWORKS, "led_by": "network"},
    each=Each("network", "network-formed", "network-ended", Text(da="netværk", en="network")),
)
LAST_DAY = date(2021, 12, 31)
SEPTEMBER = date(2021, 9, 2)
MARCH, JUNE = date(2021, 3, 1), date(2021, 6, 1)
NEW_YEAR = date(2022, 1, 1)


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


def held_by(name: str, *days: date) -> list[Draft]:
    """A network holds an event on each of these days."""
    return [network_event(name, number, day) for number, day in enumerate(days, start=1)]


@pytest.mark.parametrize(
    ("one", "other", "value", "state"),
    [
        ((3,), (3,), 3, State.MET),
        ((4,), (3,), 3, State.MET),
        ((9,), (2,), 2, State.NOT_MET),
        ((3,), (0,), 0, State.NOT_MET),
    ],
)
def test_the_network_with_the_fewest_activities_decides(
    logbook: Logbook, one: tuple[int], other: tuple[int], value: int, state: State
) -> None:
    logbook.record(network("n-1", MARCH), network("n-2", MARCH))
    logbook.record(*held_by("n-1", *[JUNE] * one[0]), *held_by("n-2", *[JUNE] * other[0]))

    status = status_of(THREE_EACH, logbook.replay(on=LAST_DAY))

    assert (value, 3, state) == (status.value, status.target, status.state)
    assert (Part("n-1", one[0], 3), Part("n-2", other[0], 3)) == status.parts
    assert tuple(range(2, 4 + one[0] + other[0])) == status.counted


@pytest.mark.parametrize(
    ("formed", "ended", "there"),
    [
        (MARCH, None, True),
        (LAST_DAY, None, True),
        (NEW_YEAR, None, False),
        (MARCH, JUNE, True),
        # Its last day is the year's first.
        (date(2020, 3, 1), date(2021, 1, 1), True),
        (date(2020, 3, 1), date(2020, 12, 31), False),
    ],
)
def test_a_network_is_asked_of_where_it_was_there_in_the_period(
    logbook: Logbook, formed: date, ended: date | None, *, there: bool
) -> None:
    logbook.record(network("n-1", formed), *([network_ended("n-1", ended)] if ended else []))

    status = status_of(THREE_EACH, logbook.replay(on=date(2022, 12, 31)))

    assert ((Part("n-1", 0, 3),) if there else ()) == status.parts
    assert (0, there) == (status.value, bool(status.counted))


def test_what_each_network_has_reached_may_lapse_until_the_period_is_over(logbook: Logbook) -> None:
    logbook.record(network("n-1", MARCH), *held_by("n-1", *[JUNE] * 3))
    known_then = logbook.position

    assert State.ON_TRACK is status_of(THREE_EACH, logbook.replay(on=date(2021, 12, 30))).state
    logbook.record(network("n-2", LAST_DAY))
    assert State.MET is status_of(THREE_EACH, logbook.replay(on=LAST_DAY, known=known_then)).state
    assert State.NOT_MET is status_of(THREE_EACH, logbook.replay(on=LAST_DAY)).state


def test_a_network_formed_again_is_there_again(logbook: Logbook) -> None:
    logbook.record(network("n-1", date(2020, 3, 1)), network_ended("n-1", date(2020, 6, 1)))
    logbook.record(network("n-1", MARCH), *held_by("n-1", MARCH, JUNE, LAST_DAY))

    status = status_of(THREE_EACH, logbook.replay(on=LAST_DAY))

    assert (3, State.MET) == (status.value, status.state)


def test_activities_of_a_network_count_in_the_period_of_their_days(logbook: Logbook) -> None:
    days = (date(2020, 12, 31), date(2021, 1, 1), LAST_DAY, NEW_YEAR)
    logbook.record(network("n-1", date(2020, 3, 1)), *held_by("n-1", *days))

    assert [2, 1, 4] == values(THREE_EACH, logbook.replay(on=date(2022, 12, 31)), YEAR, NEXT_YEAR, PROGRAMME)


def test_an_event_that_others_led_is_no_activity_of_a_network(logbook: Logbook) -> None:
    logbook.record(network("n-1", MARCH), *held_by("n-1", MARCH, JUNE))
    logbook.record(EventHeld(NETWORKS, "fest", 1, "outdoors", "staff"), on=JUNE)

    assert 2 == status_of(THREE_EACH, logbook.replay(on=LAST_DAY)).value


def test_events_that_no_network_led_are_of_no_network(logbook: Logbook) -> None:
    two_networks = Across("network", 2, Text(da="netværk", en="networks"))
    rule = Count("event-held", 2, Text(da="arrangementer", en="events"), {}, two_networks)
    logbook.record(network("n-1", MARCH), *held_by("n-1", JUNE))
    logbook.record(EventHeld(NETWORKS, "fest", 1, "outdoors", "staff"), on=JUNE)

    status = status_of(rule, logbook.replay(on=LAST_DAY))

    assert (2, (Part("network", 1, 2),), State.NOT_MET) == (status.value, status.parts, status.state)


def test_of_each_network_only_its_own_activities_are_shown(logbook: Logbook) -> None:
    all_events = evolve(THREE_EACH, where={"activity": NETWORKS})
    logbook.record(EventHeld(NETWORKS, "fest", 1, "outdoors", "staff"), on=JUNE)
    logbook.record(network("n-1", MARCH), *held_by("n-1", JUNE))

    status = status_of(all_events, logbook.replay(on=LAST_DAY))

    assert (1, (3, 4)) == (status.value, status.counted)


def test_an_event_is_picked_by_how_its_network_was_formed_last(logbook: Logbook) -> None:
    outside_courses = Count(
        "event-held", 1, Text(da="arrangementer", en="events"), {"network.outside_course": True}
    )
    logbook.record(network("n-1", MARCH, outside_course=True), *held_by("n-1", MARCH))
    logbook.record(network_ended("n-1", JUNE), network("n-1", SEPTEMBER), network_event("n-1", 2, LAST_DAY))

    assert (2, 3) == status_of(outside_courses, logbook.replay(on=LAST_DAY)).counted


@pytest.mark.parametrize(("numbers", "counted"), [((1, 3), (3, 5)), ((3, 1), (3, 5)), ((7,), ())])
def test_any_of_several_values_will_do(
    logbook: Logbook, numbers: tuple[int, ...], counted: tuple[int, ...]
) -> None:
    rule = evolve(FOUR, where={**WHERE, "meeting": numbers})
    logbook.record(*a_spring(), *evenings((1, 2, 3)))

    assert counted == status_of(rule, logbook.replay(on=LAST_DAY)).counted


def test_any_of_several_values_will_do_in_a_season_too(logbook: Logbook) -> None:
    rule = evolve(FOUR, where={**WHERE, "meeting": (1, 3)})
    logbook.record(*a_spring(), season(AUTUMN, SEPTEMBER), *evenings((1, 2, 3)))
    logbook.record(*evening(1, series=AUTUMN, on=SEPTEMBER))
    spring = Period(SPRING, date(2021, 1, 7), date(2021, 4, 22), SPRING, 2)

    replay = logbook.replay(on=LAST_DAY)

    assert [2, 3] == values(rule, replay, spring, YEAR)


def test_an_activity_moved_to_another_network_counts_there(logbook: Logbook) -> None:
    logbook.record(network("n-1", MARCH), network("n-2", MARCH), *held_by("n-1", JUNE, JUNE))

    logbook.correct(5, EventHeld(NETWORKS, "n-1", 2, "beboerhuset", "network", "n-2"), reason="slip")

    assert 0 == status_of(THREE_EACH, logbook.replay(on=LAST_DAY, known=5)).value
    assert 1 == status_of(THREE_EACH, logbook.replay(on=LAST_DAY)).value


def test_an_event_is_picked_by_what_is_known_of_its_network(logbook: Logbook) -> None:
    of_open_networks = Count(
        "event-held", 1, Text(da="arrangementer", en="events"), {"network.inclusive": True}
    )
    logbook.record(network("n-1", MARCH), *held_by("n-1", JUNE))
    logbook.record(EventHeld(NETWORKS, "fest", 1, "outdoors", "staff"), on=JUNE)

    # The event, and the network's forming; nobody knows of a network behind the other.
    assert (2, 3) == status_of(of_open_networks, logbook.replay(on=LAST_DAY)).counted


def test_a_course_counts_for_the_group_it_was_planned_for(logbook: Logbook) -> None:
    logbook.record(course("k-1", "mothers", MARCH), course("k-2", "fathers", MARCH))
    logbook.record(SeriesCompleted(COURSES, "k-1"), SeriesCompleted(COURSES, "k-2"), on=JUNE)
    plan = SeriesPlanned(COURSES, "k-1", 8, MARCH, date(2021, 4, 19), "fathers")

    # The plan of the course is shown with it.
    assert (2, 4) == status_of(COURSES_FOR_MOTHERS, logbook.replay(on=LAST_DAY)).counted

    logbook.correct(2, plan, reason="slip")
    status = status_of(COURSES_FOR_MOTHERS, logbook.replay(on=LAST_DAY))
    assert (0, ()) == (status.value, status.counted)


@pytest.mark.parametrize(
    ("rule", "danish", "english"),
    [
        (FOUR, "Møder, der blev holdt: mindst 4.", "Meetings that were held: at least 4."),
        (
            FOUR_OVER_TWO,
            "Møder, der blev holdt: mindst 4, fordelt på mindst 2 sæsoner.",
            "Meetings that were held: at least 4, over at least 2 seasons.",
        ),
        (
            THREE_EACH,
            "Aktiviteter, der blev afholdt: mindst 3 for hvert aktivt netværk.",
            "Activities that were held: at least 3 for each network there is.",
        ),
    ],
)
def test_the_rule_says_itself(logbook: Logbook, rule: Count, danish: str, english: str) -> None:
    replay = logbook.replay()

    status = status_of(rule, replay)

    assert danish == replay.sentence(status, "da")
    assert english == replay.sentence(status, "en")
