"""Rules made of rules: all of them, or any of them, each with its own pace and its own lacks."""

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve

from given import NEIGHBOURS, YEAR, measured, neighbours, reasons, status_of
from vaerebro_events import (
    AssessmentMade,
    BodyDissolved,
    BodyEstablished,
    Draft,
    EventHeld,
    HeadsCounted,
    Logbook,
    Needs,
    Period,
    State,
    Text,
)
from vaerebro_events.projections.rules import AllOf, AnyOf, Assessed, Closer, Count, Established, Moved
from vaerebro_events.projections.rules.measuring import Direction
from vaerebro_events.projections.rules.presence import Ended

GROUPS = Text(da="grupper", en="groups")
ACTIVITIES = Text(da="naboskabsaktiviteter", en="neighbour activities")
COUNTS = Text(da="optællinger", en="counts")
GROUP = Established("body-established", GROUPS)
TWO_ACTIVITIES = Count("neighbour-activity-held", 2, ACTIVITIES, {"activity": NEIGHBOURS})
SAFER = Moved("safety", Direction.UP)
CLOSER = Closer("safety", Direction.UP)
MORE_PARENTS = Moved("parent-meetings", Direction.UP)  # Its baseline is not in the agreement.
FOUND = Assessed("lommepengejob-growth-seen")
ALL = AllOf((GROUP, TWO_ACTIVITIES, SAFER))
ANY = AnyOf((GROUP, TWO_ACTIVITIES, SAFER))
MARCH = date(2021, 3, 1)
DAY_BEFORE, LAST_DAY = date(2021, 12, 30), date(2021, 12, 31)


def told(groups: int, activities: int, percent: str | None) -> list[Draft]:
    """So many groups and activities, and maybe a figure (the baseline is 75)."""
    return [
        *(Draft(BodyEstablished("redaktion", f"g-{n}", "group"), MARCH) for n in range(groups)),
        *(neighbours(MARCH) for _ in range(activities)),
        *([] if percent is None else [measured("safety", percent, MARCH)]),
    ]


def state(logbook: Logbook, rule: AllOf | AnyOf, on: date, *drafts: Draft) -> State:
    if drafts:
        logbook.record(*drafts)
    return status_of(rule, logbook.replay(on=on)).state


@pytest.mark.parametrize(
    ("groups", "activities", "percent", "all_of", "any_of"),
    [
        (1, 2, "76", State.MET, State.MET),
        (0, 2, "76", State.NOT_MET, State.MET),
        (1, 1, "76", State.NOT_MET, State.MET),
        (1, 2, "75", State.NOT_MET, State.MET),
        (0, 1, "75", State.NOT_MET, State.NOT_MET),
        # Where nothing is measured: all cannot be said; any is enough once one is reached.
        (1, 2, None, State.AWAITING_MEASUREMENT, State.MET),
        (0, 2, None, State.AWAITING_MEASUREMENT, State.MET),
        (0, 1, None, State.AWAITING_MEASUREMENT, State.AWAITING_MEASUREMENT),
    ],
)
def test_when_the_period_is_over_all_are_reached_or_any(
    logbook: Logbook, *, groups: int, activities: int, percent: str | None, all_of: State, any_of: State
) -> None:
    logbook.record(neighbours(date(2020, 1, 1)), *told(groups, activities, percent))

    assert all_of is state(logbook, ALL, LAST_DAY)
    assert any_of is state(logbook, ANY, LAST_DAY)


@pytest.mark.parametrize(
    ("groups", "activities", "percent", "all_of", "any_of"),
    [
        # The group is there, the count reached, the level would do: but it may still be lost.
        (1, 2, "76", State.ON_TRACK, State.MET),
        # The count keeps its pace with 1 of 2.
        (1, 1, "76", State.ON_TRACK, State.MET),
        (0, 1, "76", State.OPEN, State.ON_TRACK),
        (0, 1, "75", State.BEHIND, State.ON_TRACK),
        (0, 0, "76", State.BEHIND, State.ON_TRACK),
        (0, 2, "75", State.BEHIND, State.MET),
        (0, 0, "75", State.BEHIND, State.OPEN),
        (1, 0, None, State.AWAITING_MEASUREMENT, State.MET),
        (0, 0, None, State.AWAITING_MEASUREMENT, State.AWAITING_MEASUREMENT),
    ],
)
def test_while_it_runs_the_weakest_of_all_decides_and_the_strongest_of_any(
    logbook: Logbook, *, groups: int, activities: int, percent: str | None, all_of: State, any_of: State
) -> None:
    logbook.record(neighbours(date(2020, 1, 1)), *told(groups, activities, percent))

    assert all_of is state(logbook, ALL, DAY_BEFORE)
    assert any_of is state(logbook, ANY, DAY_BEFORE)


def test_all_are_met_at_once_where_none_can_be_lost(logbook: Logbook) -> None:
    assert State.MET is state(logbook, AllOf((GROUP, TWO_ACTIVITIES)), DAY_BEFORE, *told(1, 2, None))


def test_before_its_period_nothing_has_started(logbook: Logbook) -> None:
    assert State.NOT_STARTED is state(logbook, ALL, date(2020, 12, 31))


@pytest.mark.parametrize("rules", [(FOUND, SAFER, MORE_PARENTS), (MORE_PARENTS, FOUND, SAFER)])
def test_a_baseline_is_awaited_first_then_a_measurement_then_an_assessment(
    logbook: Logbook, rules: tuple[Moved | Assessed, ...]
) -> None:
    assert State.AWAITING_BASELINE is state(logbook, AllOf(rules), LAST_DAY)
    assert State.AWAITING_MEASUREMENT is state(logbook, AllOf((FOUND, SAFER)), LAST_DAY)
    figure = measured("safety", "80", MARCH)
    assert State.AWAITING_ASSESSMENT is state(logbook, AllOf((FOUND, SAFER)), LAST_DAY, figure)


def test_any_that_would_do_is_on_track_though_another_lacks(logbook: Logbook) -> None:
    rule = AnyOf((FOUND, SAFER))

    assert State.ON_TRACK is state(logbook, rule, DAY_BEFORE, measured("safety", "76", MARCH))
    assert State.MET is state(logbook, rule, LAST_DAY)


@pytest.mark.parametrize(
    ("groups", "activities", "percent", "running", "over"),
    [
        (0, 2, "76", State.ON_TRACK, State.MET),
        (1, 0, "76", State.ON_TRACK, State.MET),
        (0, 0, "76", State.OPEN, State.NOT_MET),
        (1, 2, "75", State.BEHIND, State.NOT_MET),
        (1, 2, None, State.AWAITING_MEASUREMENT, State.AWAITING_MEASUREMENT),
    ],
)
def test_a_combination_may_hold_another(
    logbook: Logbook, *, groups: int, activities: int, percent: str | None, running: State, over: State
) -> None:
    rule = AllOf((AnyOf((GROUP, TWO_ACTIVITIES)), SAFER))
    logbook.record(neighbours(date(2020, 1, 1)), *told(groups, activities, percent))

    assert (running, over) == (state(logbook, rule, DAY_BEFORE), state(logbook, rule, LAST_DAY))


def test_the_rule_that_falls_short_gives_the_figures_and_any_the_baseline_and_benchmark(
    logbook: Logbook,
) -> None:
    logbook.record(*told(0, 1, None), measured("safety", "80", MARCH, "90"))

    status = status_of(AllOf((TWO_ACTIVITIES, SAFER, CLOSER)), logbook.replay(on=LAST_DAY))

    assert (1, 2, ()) == (status.value, status.target, status.parts)
    assert (Fraction(3, 4), Fraction(9, 10)) == (status.baseline, status.benchmark)
    assert [1, Fraction(4, 5), Fraction(4, 5)] == [member.value for member in status.judgement.members]
    # The figure counts for two of the rules, and stands there once.
    assert ((2, 3), Needs.ALL) == (status.counted, status.judgement.needs)


def test_a_baseline_is_that_of_the_rule_that_decides(logbook: Logbook) -> None:
    fewer_charged = Moved("youth-charged", Direction.DOWN)
    logbook.record(measured("safety", "80", MARCH), measured("youth-charged", "9", MARCH))

    status = status_of(AllOf((SAFER, fewer_charged)), logbook.replay(on=LAST_DAY))

    alone = status_of(fewer_charged, logbook.replay(on=LAST_DAY))
    assert (Fraction(9, 100), alone.baseline) == (status.value, status.baseline)
    assert (alone.target, alone.judgement.aim) == (status.target, status.judgement.aim)


def test_risen_and_still_no_closer_is_not_met(logbook: Logbook) -> None:
    # Others rose from 87 to 95: as close as before would be 83.
    rule = AllOf((SAFER, CLOSER))

    assert State.NOT_MET is state(logbook, rule, LAST_DAY, measured("safety", "83", MARCH, "95"))
    figure = measured("safety", "83.01", LAST_DAY, "95")
    assert State.MET is state(logbook, rule, LAST_DAY, figure)


def test_what_one_rule_counts_is_not_left_out_by_another(logbook: Logbook) -> None:
    few, many = (Established("heads-counted", COUNTS, seen="heads", at_least=heads) for heads in (2, 8))
    for number, heads in enumerate((1, 5, 9), start=1):
        logbook.record(
            EventHeld("netvaerk", "tirsdagscafe", number, "beboerhuset", "staff"),
            HeadsCounted("netvaerk", "tirsdagscafe", number, heads),
            on=MARCH,
        )

    status = status_of(AllOf((few, many)), logbook.replay(on=LAST_DAY))

    assert ((5, 7), [(3, "too-few-seen", ())]) == (status.counted, reasons(status))


def test_evidence_is_that_of_every_rule(logbook: Logbook) -> None:
    lasting = evolve(GROUP, where={"activity": "redaktion"}, ended=Ended("body-dissolved", "body"))
    logbook.record(*told(1, 0, None), Draft(BodyDissolved("redaktion", "g-0"), MARCH))

    status = status_of(AllOf((GROUP, AnyOf((TWO_ACTIVITIES, lasting)))), logbook.replay(on=LAST_DAY))

    # One rule counts the group; that it ended (3) is why the other does not.
    assert ((2,), (), frozenset({2, 3})) == (status.counted, status.left_out, status.evidence)


def test_a_retracted_entry_takes_the_combination_with_it(logbook: Logbook) -> None:
    logbook.record(*told(1, 2, None))

    logbook.retract(2, reason="did-not-happen")

    assert State.OPEN is state(logbook, AllOf((GROUP, TWO_ACTIVITIES)), DAY_BEFORE)
    assert State.NOT_MET is state(logbook, AllOf((GROUP, TWO_ACTIVITIES)), LAST_DAY)


def test_an_assessment_by_one_party_only_is_awaited(logbook: Logbook) -> None:
    logbook.record(AssessmentMade("lommepengejob-growth-seen", "cafe", positive=True), on=MARCH)

    status = status_of(AnyOf((FOUND, GROUP)), logbook.replay(on=LAST_DAY), Period("2021", MARCH, YEAR.last))

    assert (State.AWAITING_ASSESSMENT, (2,)) == (status.state, status.counted)


def test_the_rule_says_itself(logbook: Logbook) -> None:
    replay = logbook.replay()

    status = status_of(AllOf((AnyOf((GROUP, TWO_ACTIVITIES)), SAFER)), replay)

    assert (
        "Alle disse krav: (1) Mindst ét af disse krav: (a) Grupper: mindst 1. (b) Naboskabsaktiviteter, der "
        "blev afholdt: mindst 2. (2) Andelen af beboere, der grundlæggende er trygge i området, skal være "
        "steget i forhold til basistallet (75 %, 2018)."
    ) == replay.sentence(status, "da")
    assert (
        "All of this: (1) Any of this: (a) Groups: at least 1. (b) Neighbour activities that were held: at "
        "least 2. (2) Share of residents who feel basically safe in the area: the share must have risen "
        "since the baseline (75 %, 2018)."
    ) == replay.sentence(status, "en")
