"""Different families: each so many times, or for the first time ever."""

from datetime import date

import pytest
from attrs import evolve

from given import (
    AKADEMI,
    AUTUMN,
    NETWORKS,
    NEXT_YEAR,
    PROGRAMME,
    SPRING,
    a_spring,
    came,
    evening,
    evenings,
    left_out,
    network,
    network_ended,
    network_event,
    position_of,
    reasons,
    season,
    status_of,
)
from vaerebro_events import (
    Draft,
    EventHeld,
    FamilyAttended,
    JointInitiativeHeld,
    Logbook,
    NetworkFoundSustainable,
    Period,
    State,
    Text,
)
from vaerebro_events.projections.rules import Distinct

FAMILIES = Text(da="familier", en="families")
WHERE = {"activity": AKADEMI}
REGULARS = Distinct("family-attended", "family", 2, FAMILIES, WHERE, at_least=5)
NEW = Distinct("family-attended", "family", 2, FAMILIES, WHERE, first_ever=True)
DIFFERENT = Distinct("family-attended", "family", 2, FAMILIES, WHERE)
OUT_OF_COURSES = Distinct(
    "network-found-sustainable",
    "network",
    1,
    Text(da="netværk", en="networks"),
    {"activity": NETWORKS, "network.outside_course": True},
)
INITIATIVES = Distinct(
    "joint-initiative-held",
    "initiative",
    2,
    Text(da="initiativer", en="initiatives"),
    {"activity": "skole", "together_with": ("school", "day-care")},
)
MARCH, JUNE = date(2021, 3, 1), date(2021, 6, 1)
LAST_DAY = date(2021, 12, 31)
NEW_YEAR = date(2022, 1, 1)
SPRING_PERIOD = Period(SPRING, date(2021, 1, 7), date(2021, 4, 22), SPRING, 2)


def attendance(who: str, meeting: int, series: str = SPRING) -> FamilyAttended:
    return FamilyAttended(AKADEMI, series, meeting, who)


@pytest.mark.parametrize(
    ("often", "value", "state"),
    [
        ((5, 5), 2, State.MET),
        ((6, 5), 2, State.MET),
        ((5, 4), 1, State.NOT_MET),
        ((4, 4), 0, State.NOT_MET),
        ((0, 0), 0, State.NOT_MET),
    ],
)
def test_families_are_regulars_from_their_fifth_attendance_on(
    logbook: Logbook, often: tuple[int, int], value: int, state: State
) -> None:
    logbook.record(*a_spring("f-1", "f-2"), *evenings(range(1, 7)))
    for who, times in zip(("f-1", "f-2"), often, strict=True):
        for meeting in range(1, times + 1):
            logbook.record(came(who, meeting))

    status = status_of(REGULARS, logbook.replay(on=LAST_DAY))

    assert (value, state) == (status.value, status.state)


def test_the_attendances_of_an_irregular_are_too_few(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1", "f-2"), *evenings(range(1, 6), "f-1"), *evening(6, "f-2"))

    status = status_of(REGULARS, logbook.replay(on=LAST_DAY))

    assert [attendance("f-2", 6)] == [item.fact for item in left_out(logbook, status)]
    assert ["too-few"] == [item.why for item in left_out(logbook, status)]
    assert [position_of(logbook, attendance("f-1", n)) for n in range(1, 6)] == list(status.counted)


def test_retracting_an_attendance_makes_a_regular_an_irregular(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1"), *evenings(range(1, 6), "f-1"))
    before = status_of(REGULARS, logbook.replay(on=LAST_DAY))

    logbook.retract(position_of(logbook, attendance("f-1", 5)), reason="did-not-happen")

    assert 1 == before.value
    assert 0 == status_of(REGULARS, logbook.replay(on=LAST_DAY)).value


def test_the_last_day_of_the_year_is_in_the_year(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1"), *evenings(range(1, 5), "f-1"))
    logbook.record(*evening(5, "f-1", on=date(2021, 12, 31)))

    replay = logbook.replay(on=date(2022, 12, 31))

    assert 1 == status_of(REGULARS, replay).value
    assert 0 == status_of(REGULARS, replay, NEXT_YEAR).value


def test_the_day_after_the_year_is_in_the_next(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1"), *evenings(range(1, 5), "f-1"))
    logbook.record(*evening(5, "f-1", on=date(2022, 1, 1)))

    replay = logbook.replay(on=date(2022, 12, 31))

    assert 0 == status_of(REGULARS, replay).value
    assert 0 == status_of(REGULARS, replay, NEXT_YEAR).value
    assert 1 == status_of(REGULARS, replay, PROGRAMME).value


def test_an_attendance_written_late_counts_from_when_it_is_known(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1"), *evenings(range(1, 5), "f-1"))
    known_then = logbook.position
    logbook.record(*evening(5, "f-1"))

    assert 0 == status_of(REGULARS, logbook.replay(on=LAST_DAY, known=known_then)).value
    assert 1 == status_of(REGULARS, logbook.replay(on=LAST_DAY)).value


def test_before_anything_is_known_nobody_is_a_regular(logbook: Logbook) -> None:
    status = status_of(REGULARS, logbook.replay(on=LAST_DAY, known=1))

    assert (0, State.NOT_MET, (), ()) == (status.value, status.state, status.counted, status.left_out)


def test_without_a_number_each_family_counts_once(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1", "f-2"), *evening(1, "f-1", "f-2"), *evening(2, "f-1"))

    status = status_of(DIFFERENT, logbook.replay(on=LAST_DAY))

    assert (2, State.MET, 3) == (status.value, status.state, len(status.counted))


def test_a_family_is_new_once(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1"), *evenings((1, 2), "f-1"))

    status = status_of(NEW, logbook.replay(on=LAST_DAY))

    assert 1 == status.value
    assert ["not-the-first"] == [item.why for item in left_out(logbook, status)]
    assert (position_of(logbook, attendance("f-1", 1)),) == status.left_out[0].because


def test_a_family_that_came_last_year_is_not_new(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1"), *evening(1, "f-1"), *evening(2, "f-1", on=date(2022, 1, 1)))

    replay = logbook.replay(on=date(2022, 12, 31))
    status = status_of(NEW, replay, NEXT_YEAR)

    assert 1 == status_of(NEW, replay).value
    assert 0 == status.value
    assert ["counted-earlier"] == [item.why for item in left_out(logbook, status)]


def test_retracting_the_first_attendance_makes_the_second_the_first(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1"), *evening(1, "f-1"), *evening(2, "f-1", on=date(2022, 1, 1)))

    logbook.retract(position_of(logbook, attendance("f-1", 1)), reason="wrong-person")

    replay = logbook.replay(on=date(2022, 12, 31))
    assert 0 == status_of(NEW, replay).value
    assert 1 == status_of(NEW, replay, NEXT_YEAR).value


def test_an_earlier_first_time_that_becomes_known_moves_a_family_out_of_the_year(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1"), *evening(2, "f-1", on=date(2022, 1, 1)))
    known_then = logbook.position
    logbook.record(*evening(1, "f-1"))

    on = date(2022, 12, 31)
    assert 1 == status_of(NEW, logbook.replay(on=on, known=known_then), NEXT_YEAR).value
    assert 0 == status_of(NEW, logbook.replay(on=on), NEXT_YEAR).value


def test_regulars_of_a_season_came_so_often_in_that_season(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1"), season(AUTUMN, date(2021, 9, 2)), *evenings(range(1, 5), "f-1"))
    logbook.record(*evening(1, "f-1", series=AUTUMN, on=date(2021, 9, 2)))

    replay = logbook.replay(on=LAST_DAY)

    assert 1 == status_of(REGULARS, replay).value
    assert 0 == status_of(REGULARS, replay, SPRING_PERIOD).value


def test_new_families_of_a_season_have_their_first_time_in_it(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1", "f-2"), season(AUTUMN, date(2021, 9, 2)))
    logbook.record(*evenings((1, 2), "f-1"))
    logbook.record(*evening(1, "f-1", "f-2", series=AUTUMN, on=date(2021, 9, 2)))
    autumn = Period(AUTUMN, date(2021, 9, 2), date(2021, 12, 16), AUTUMN, 5)

    replay = logbook.replay(on=LAST_DAY)
    in_spring, in_autumn = status_of(NEW, replay, SPRING_PERIOD), status_of(NEW, replay, autumn)

    assert (1, 1) == (in_spring.value, in_autumn.value)
    assert ["not-the-first"] == [item.why for item in left_out(logbook, in_spring)]
    assert ["counted-earlier"] == [item.why for item in left_out(logbook, in_autumn)]


def test_a_network_out_of_a_course_is_known_by_how_it_was_formed(logbook: Logbook) -> None:
    logbook.record(network("n-1", MARCH, outside_course=True), network("n-2", MARCH))
    for name in ("n-1", "n-2"):
        logbook.record(NetworkFoundSustainable(NETWORKS, name), on=JUNE)
    logbook.record(NetworkFoundSustainable(NETWORKS, "n-1"), on=LAST_DAY)

    status = status_of(OUT_OF_COURSES, logbook.replay(on=LAST_DAY))

    assert (1, (2, 4, 6)) == (status.value, status.counted)


def test_a_network_formed_again_is_known_by_how_it_was_formed_last(logbook: Logbook) -> None:
    logbook.record(network("n-1", MARCH, outside_course=True), network_ended("n-1", JUNE))
    logbook.record(Draft(NetworkFoundSustainable(NETWORKS, "n-1"), date(2021, 5, 1)))
    logbook.record(network("n-1", date(2021, 7, 1)))
    logbook.record(NetworkFoundSustainable(NETWORKS, "n-1"), on=LAST_DAY)

    status = status_of(OUT_OF_COURSES, logbook.replay(on=LAST_DAY))

    # The first finding (4), and the first forming: not what was said of the second.
    assert (1, (2, 4)) == (status.value, status.counted)


def test_events_that_no_network_led_are_those_of_no_network(logbook: Logbook) -> None:
    active = Distinct("event-held", "network", 1, Text(da="netværk", en="networks"), {"activity": NETWORKS})
    logbook.record(EventHeld(NETWORKS, "fest", 1, "outdoors", "staff"), on=MARCH)
    logbook.record(network("n-1", MARCH), network_event("n-1", 1, JUNE))

    status = status_of(active, logbook.replay(on=LAST_DAY))

    assert (1, (4,), ()) == (status.value, status.counted, status.left_out)


def test_initiatives_with_any_of_two_count_once_each(logbook: Logbook) -> None:
    def held(initiative: str, together_with: str) -> JointInitiativeHeld:
        return JointInitiativeHeld("skole", initiative, together_with)

    logbook.record(held("i-1", "day-care"), held("i-2", "club"), held("i-1", "school"), on=MARCH)
    logbook.record(held("i-3", "school"), on=date(2021, 2, 1))

    status = status_of(INITIATIVES, logbook.replay(on=LAST_DAY))

    assert (2, State.MET, (2, 4, 5)) == (status.value, status.state, status.counted)


def test_entries_with_any_of_two_come_in_the_order_of_their_days(logbook: Logbook) -> None:
    ever = evolve(INITIATIVES, first_ever=True)
    logbook.record(JointInitiativeHeld("skole", "i-1", "school"), on=JUNE)
    logbook.record(JointInitiativeHeld("skole", "i-1", "day-care"), on=MARCH)

    status = status_of(ever, logbook.replay(on=LAST_DAY))

    assert ((3,), [(2, "not-the-first", (3,))]) == (status.counted, reasons(status))


@pytest.mark.parametrize(
    ("rule", "danish", "english"),
    [
        (
            REGULARS,
            "Familier, der deltog mindst 5 gange: mindst 2 forskellige.",
            "Families that took part at least 5 times: at least 2 different ones.",
        ),
        (
            NEW,
            "Familier, der deltog for første gang: mindst 2 forskellige.",
            "Families that took part for the first time ever: at least 2 different ones.",
        ),
        (
            DIFFERENT,
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
