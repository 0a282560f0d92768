"""More of what is counted than a baseline that was counted: so many per cent more, or more at all."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from given import (
    NEIGHBOURS,
    NEXT_YEAR,
    PROGRAMME,
    VOLUNTEERS,
    YEAR,
    baseline,
    contacted,
    cooperation,
    neighbours,
    reasons,
    recruited,
    resident,
    status_of,
    stopped,
)
from vaerebro_events import BaselineCounted, Draft, Growth, Logbook, NeighbourActivityHeld, State, Text
from vaerebro_events.projections.rules import Count, Distinct, Growing, InContact

ACTIVITIES = Text(da="naboskabsaktiviteter", en="neighbour activities")
COUNTED = Count("neighbour-activity-held", 1, ACTIVITIES, {"activity": NEIGHBOURS})
A_QUARTER_MORE = Growing("neighbour-activities", COUNTED, Decimal(25))
MORE = Growing("neighbour-activities", COUNTED)
# The agreement gives this baseline: 3 in 2018.
PARTNERS = Distinct("cooperation-begun", "partner", 1, Text(da="virksomheder", en="enterprises"))
MORE_PARTNERS = Growing("enterprise-projects", PARTNERS)
IN_CONTACT = InContact(
    "volunteer-recruited",
    "volunteer-contacted",
    "volunteer-stopped",
    "volunteer",
    Text(da="frivillige", en="volunteers"),
    {"activity": VOLUNTEERS},
)
MORE_VOLUNTEERS = Growing("volunteers-in-contact", IN_CONTACT, Decimal(15))
MARCH = date(2021, 3, 1)
LAST_DAY = date(2021, 12, 31)


def weekly(times: int, first: date = MARCH) -> list[Draft]:
    return [neighbours(first + timedelta(weeks=week)) for week in range(times)]


@pytest.mark.parametrize(
    ("percent", "counted", "enough"),
    [
        ("25", 4, 5),
        ("25", 5, 7),
        ("25", 10, 13),
        ("25", 1, 2),
        ("10", 10, 11),
        ("10", 11, 13),
        ("15", 20, 23),
        ("12.5", 8, 9),
        ("0.1", 1000, 1001),
        ("100", 3, 6),
        (None, 3, 4),
        (None, 0, 1),
    ],
)
def test_the_target_is_the_smallest_number_that_is_enough(
    logbook: Logbook, percent: str | None, counted: int, enough: int
) -> None:
    rule = Growing("neighbour-activities", COUNTED, None if percent is None else Decimal(percent))
    logbook.record(baseline("neighbour-activities", counted))

    status = status_of(rule, logbook.replay(on=LAST_DAY))

    assert (counted, enough) == (status.baseline, status.target)


@pytest.mark.parametrize(
    ("rule", "held", "state"),
    [
        (A_QUARTER_MORE, 4, State.NOT_MET),
        (A_QUARTER_MORE, 5, State.MET),
        (A_QUARTER_MORE, 6, State.MET),
        (MORE, 4, State.NOT_MET),
        (MORE, 5, State.MET),
    ],
)
def test_what_is_counted_is_held_against_the_baseline(
    logbook: Logbook, rule: Growing, held: int, state: State
) -> None:
    logbook.record(baseline("neighbour-activities", 4), *weekly(held))

    status = status_of(rule, logbook.replay(on=LAST_DAY))

    assert (held, state) == (status.value, status.state)
    assert tuple(range(2, 3 + held)) == status.counted


@pytest.mark.parametrize(
    ("held", "on", "state"),
    [
        # Half of the year has gone (181 of 365 days): of 5, 2 are asked for.
        (1, date(2021, 6, 30), State.BEHIND),
        (2, date(2021, 6, 30), State.ON_TRACK),
        (5, date(2021, 6, 30), State.MET),
        (4, LAST_DAY, State.NOT_MET),
    ],
)
def test_growth_of_a_count_keeps_its_pace(logbook: Logbook, held: int, on: date, state: State) -> None:
    logbook.record(baseline("neighbour-activities", 4), *weekly(held))

    assert state is status_of(A_QUARTER_MORE, logbook.replay(on=on)).state


@pytest.mark.parametrize(
    ("rule", "baselines", "state"),
    [
        (A_QUARTER_MORE, [], State.AWAITING_BASELINE),
        (MORE, [], State.AWAITING_BASELINE),
        (A_QUARTER_MORE, [baseline("neighbour-activities", 0)], State.AWAITING_ASSESSMENT),
        (MORE, [baseline("neighbour-activities", 0)], State.MET),
        (A_QUARTER_MORE, [baseline("house-activities", 1)], State.AWAITING_BASELINE),
    ],
)
def test_growth_needs_a_baseline_and_in_per_cent_one_above_zero(
    logbook: Logbook, rule: Growing, baselines: list[Draft], state: State
) -> None:
    logbook.record(*baselines, *weekly(9))

    status = status_of(rule, logbook.replay(on=LAST_DAY))

    assert (9, state) == (status.value, status.state)
    assert (status.target is None) == (state is not State.MET)


def test_a_baseline_of_a_later_day_is_not_known_before_it(logbook: Logbook) -> None:
    logbook.record(baseline("neighbour-activities", 1, date(2022, 1, 1)), *weekly(2))

    assert State.AWAITING_BASELINE is status_of(MORE, logbook.replay(on=LAST_DAY)).state
    assert State.MET is status_of(MORE, logbook.replay(on=date(2022, 1, 1))).state


@pytest.mark.parametrize(("partners", "state"), [(3, State.NOT_MET), (4, State.MET)])
def test_the_agreement_may_give_the_baseline(logbook: Logbook, partners: int, state: State) -> None:
    logbook.record(*(cooperation(f"e-{number}", MARCH) for number in range(partners)))

    status = status_of(MORE_PARTNERS, logbook.replay(on=LAST_DAY))

    assert (partners, 4, 3, state) == (status.value, status.target, status.baseline, status.state)


@pytest.mark.parametrize(
    ("day", "values"),
    [
        (date(2020, 12, 31), [0, 0]),
        (date(2021, 1, 1), [1, 0]),
        (LAST_DAY, [1, 0]),
        (date(2022, 1, 1), [0, 1]),
    ],
)
def test_what_is_counted_counts_in_the_period_of_its_day(
    logbook: Logbook, day: date, values: list[int]
) -> None:
    logbook.record(baseline("neighbour-activities", 1), neighbours(day))
    replay = logbook.replay(on=date(2022, 12, 31))

    assert values == [status_of(MORE, replay, period).value for period in (YEAR, NEXT_YEAR)]


def test_a_corrected_baseline_or_a_retracted_activity_changes_the_state(logbook: Logbook) -> None:
    logbook.record(baseline("neighbour-activities", 4), *weekly(5))

    logbook.correct(2, BaselineCounted("neighbour-activities", 5), reason="wrong-figure")
    assert State.NOT_MET is status_of(A_QUARTER_MORE, logbook.replay(on=LAST_DAY)).state

    logbook.correct(2, BaselineCounted("neighbour-activities", 4), reason="wrong-figure")
    logbook.retract(3, reason="did-not-happen")
    status = status_of(A_QUARTER_MORE, logbook.replay(on=LAST_DAY))
    assert (4, 5, State.NOT_MET) == (status.value, status.target, status.state)
    assert MARCH + timedelta(weeks=1) == next(
        entry.occurred_on
        for entry in logbook.replay().history
        if isinstance(entry.fact, NeighbourActivityHeld)
    )


@pytest.mark.parametrize(("volunteers", "state"), [(2, State.BEHIND), (3, State.ON_TRACK)])
def test_growth_of_a_level_is_decided_on_the_last_day(
    logbook: Logbook, volunteers: int, state: State
) -> None:
    # Fifteen per cent more than 2 are 3.
    logbook.record(baseline("volunteers-in-contact", 2))
    for number in range(volunteers):
        logbook.record(resident(f"r-{number}"), recruited(f"r-{number}", MARCH))

    running = status_of(MORE_VOLUNTEERS, logbook.replay(on=date(2021, 12, 30)))
    over = status_of(MORE_VOLUNTEERS, logbook.replay(on=LAST_DAY))

    assert (Growth.LEVEL, 3, state) == (running.judgement.growth, running.target, running.state)
    assert (State.MET if state is State.ON_TRACK else State.NOT_MET) is over.state


def test_what_the_counting_rule_leaves_out_stays_left_out(logbook: Logbook) -> None:
    logbook.record(baseline("volunteers-in-contact", 1), resident("r-1"), recruited("r-1", MARCH))
    logbook.record(contacted("r-1", date(2021, 4, 1)), stopped("r-1", date(2021, 5, 1)))

    status = status_of(MORE_VOLUNTEERS, logbook.replay(on=LAST_DAY), PROGRAMME)

    assert ((2,), [(4, "ended", (6,))]) == (status.counted, reasons(status))


@pytest.mark.parametrize(
    ("rule", "danish", "english"),
    [
        (
            A_QUARTER_MORE,
            (
                "Naboskabsaktiviteter, der blev afholdt: mindst 25 % flere end basistallet (opgjort i "
                "december 2020)."
            ),
            (
                "Neighbour activities that were held: at least 25 % more than the baseline (set in December "
                "2020)."
            ),
        ),
        (
            Growing("neighbour-activities", COUNTED, Decimal("12.5")),
            (
                "Naboskabsaktiviteter, der blev afholdt: mindst 12,5 % flere end basistallet (opgjort i "
                "december 2020)."
            ),
            (
                "Neighbour activities that were held: at least 12.5 % more than the baseline (set in "
                "December 2020)."
            ),
        ),
        (
            MORE_PARTNERS,
            (
                "Virksomheder, der begyndte et samarbejde med den boligsociale indsats: flere forskellige "
                "end basistallet (3, kulturelle iværksætterprojekter i 2018)."
            ),
            (
                "Enterprises that began to cooperate with the project: more different ones than the baseline "
                "(3, cultural entrepreneur projects in 2018)."
            ),
        ),
        (
            MORE_VOLUNTEERS,
            (
                "Frivillige, der er begyndt og ikke stoppet, og som der har været kontakt med inden for de "
                "seneste 12 måneder: mindst 15 % flere end basistallet (optælling i december 2020)."
            ),
            (
                "Volunteers who have begun and not stopped, and were in contact within the last 12 months: "
                "at least 15 % more than the baseline (counted in December 2020)."
            ),
        ),
    ],
)
def test_the_rule_says_itself(logbook: Logbook, rule: Growing, danish: str, english: str) -> None:
    replay = logbook.replay()

    status = status_of(rule, replay)

    assert danish == replay.sentence(status, "da")
    assert english == replay.sentence(status, "en")
