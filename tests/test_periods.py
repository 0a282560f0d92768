"""Windows, deadlines and narrowed years: which days a reading is judged for."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from clocks import SettableClock
from given import NEIGHBOURS, YEAR, neighbours, new_logbook, plan_with, reasons
from vaerebro_events import (
    ActivityStarted,
    CooperationBegun,
    Draft,
    Logbook,
    Period,
    PeriodKind,
    Plan,
    State,
    Status,
    Text,
)
from vaerebro_events.domain.plan import Starts
from vaerebro_events.projections.rules import Count

ACTIVITIES = Text(da="naboskabsaktiviteter", en="neighbour activities")
TWO = Count("neighbour-activity-held", 2, ACTIVITIES, {"activity": NEIGHBOURS})
BRIDGE = "brobygning"
STARTS = Starts("activity-started", {"activity": BRIDGE})
CLUBS = f"{BRIDGE}.clubs"
JULY = date(2020, 7, 1)
NEW_YEAR = date(2021, 1, 1)
LAST_DAY = date(2023, 12, 31)

Open = Callable[[Plan], Logbook]


@pytest.fixture
def with_plan(clock: SettableClock) -> Iterator[Open]:
    opened: list[Logbook] = []

    def open_one(plan: Plan) -> Logbook:
        opened.append(new_logbook(clock, plan=plan))
        return opened[-1]

    yield open_one
    for logbook in opened:
        logbook.close()


def two_activities(period: PeriodKind, **settings: Any) -> Plan:
    """A plan that asks for two neighbour activities, with these settings of the reading."""
    plan = plan_with(TWO, period)
    [criterion] = plan.criteria
    reading = evolve(criterion.readings[0], **settings)
    return evolve(plan, criteria=(evolve(criterion, readings=(reading,)),))


def a_window(months: int = 6) -> Plan:
    return two_activities(PeriodKind.WINDOW, starts=STARTS, months=months)


def started(on: date, activity: str = BRIDGE) -> Draft:
    return Draft(ActivityStarted(activity), on)


def asked(logbook: Logbook, on: date, known: int | None = None) -> Status:
    return logbook.replay(on=on, known=known).status("asked")


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        (date(2021, 3, 1), 6, date(2021, 8, 31)),
        # The 31st of February is its last, so the day before is the 27th.
        (date(2021, 8, 31), 6, date(2022, 2, 27)),
        (date(2021, 9, 1), 6, date(2022, 2, 28)),
        (date(2020, 2, 29), 12, date(2021, 2, 27)),
        (date(2021, 1, 31), 1, date(2021, 2, 27)),
        (date(2020, 1, 1), 12, date(2020, 12, 31)),
        # On the programme's last day, and so past its end.
        (LAST_DAY, 6, date(2024, 6, 29)),
    ],
)
def test_a_window_goes_so_many_months_from_what_starts_it(
    with_plan: Open, first: date, months: int, last: date
) -> None:
    logbook = with_plan(a_window(months))
    logbook.record(started(first))

    period = asked(logbook, LAST_DAY).period

    assert Period("only", first, last, planned=2) == period


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2019, 12, 31), State.NOT_STARTED),
        (date(2023, 12, 30), State.NOT_STARTED),
        (LAST_DAY, State.NOT_MET),
        (date(2024, 1, 10), State.NOT_MET),
    ],
)
def test_a_window_that_nothing_has_started_holds_nothing(with_plan: Open, on: date, state: State) -> None:
    logbook = with_plan(a_window())
    logbook.record(neighbours(JULY), neighbours(JULY), started(JULY, NEIGHBOURS))

    status = asked(logbook, on)

    assert (state, 0, frozenset()) == (status.state, status.value, status.evidence)
    assert Period("only", date(2020, 1, 1), LAST_DAY, begun=False) == status.period


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2023, 12, 30), State.NOT_STARTED),
        # Of 182 days, one has gone: nothing is asked for yet.
        (LAST_DAY, State.ON_TRACK),
        (date(2024, 1, 10), State.ON_TRACK),
    ],
)
def test_a_window_begun_on_the_last_day_runs_on(with_plan: Open, on: date, state: State) -> None:
    logbook = with_plan(a_window())
    logbook.record(started(LAST_DAY))

    assert state is asked(logbook, on).state


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2020, 6, 30), 0),
        (JULY, 1),
        (date(2020, 12, 31), 1),
        (NEW_YEAR, 0),
    ],
)
def test_what_happened_in_the_window_counts(with_plan: Open, day: date, value: int) -> None:
    logbook = with_plan(a_window())
    logbook.record(started(JULY), neighbours(day))

    status = asked(logbook, LAST_DAY)

    assert (value, State.NOT_MET) == (status.value, status.state)
    # What starts the window is shown with it.
    assert frozenset({2, 3} if value else {2}) == status.evidence


def test_another_start_opens_another_window(with_plan: Open) -> None:
    logbook = with_plan(a_window())
    logbook.record(started(JULY), neighbours(JULY), neighbours(NEW_YEAR))

    assert State.NOT_STARTED is asked(logbook, LAST_DAY.replace(day=30), known=1).state
    assert 1 == asked(logbook, LAST_DAY).value

    logbook.correct(2, ActivityStarted(BRIDGE), on=date(2020, 8, 1), reason="wrong-day")
    assert (1, (4,)) == (asked(logbook, LAST_DAY).value, asked(logbook, LAST_DAY).counted)
    assert date(2021, 1, 31) == asked(logbook, LAST_DAY).period.last

    logbook.retract(2, reason="did-not-happen")
    assert (State.NOT_MET, 0) == (asked(logbook, LAST_DAY).state, asked(logbook, LAST_DAY).value)


@pytest.mark.parametrize(
    ("second", "on", "value", "state"),
    [
        (date(2020, 12, 31), date(2020, 12, 31), 2, State.MET),
        (date(2020, 12, 31), date(2020, 12, 30), 1, State.ON_TRACK),
        (NEW_YEAR, date(2020, 12, 31), 1, State.NOT_MET),
        (NEW_YEAR, LAST_DAY, 1, State.NOT_MET),
    ],
)
def test_a_deadline_is_over_on_its_day(
    with_plan: Open, second: date, on: date, value: int, state: State
) -> None:
    logbook = with_plan(two_activities(PeriodKind.DEADLINE, last_day=date(2020, 12, 31)))
    logbook.record(neighbours(date(2020, 1, 1)), neighbours(second))

    status = asked(logbook, on)

    assert (value, state) == (status.value, status.state)
    assert Period("by-2020-12-31", date(2020, 1, 1), date(2020, 12, 31)) == status.period


@pytest.mark.parametrize(
    ("period", "settings", "periods"),
    [
        (
            PeriodKind.YEAR,
            {"first_day": date(2021, 7, 1), "last_day": date(2022, 6, 30)},
            [
                Period("2021", date(2021, 7, 1), date(2021, 12, 31)),
                Period("2022", date(2022, 1, 1), date(2022, 6, 30)),
            ],
        ),
        (PeriodKind.YEAR, {"first_day": NEW_YEAR, "last_day": date(2021, 12, 31)}, [YEAR]),
        (
            PeriodKind.YEAR,
            {"first_day": date(2022, 12, 31)},
            [
                Period("2022", date(2022, 12, 31), date(2022, 12, 31)),
                Period("2023", date(2023, 1, 1), LAST_DAY),
            ],
        ),
        (PeriodKind.PROGRAMME, {"first_day": NEW_YEAR}, [Period("programme", NEW_YEAR, LAST_DAY)]),
        (PeriodKind.PROGRAMME, {"last_day": NEW_YEAR}, [Period("programme", date(2020, 1, 1), NEW_YEAR)]),
        (
            PeriodKind.DEADLINE,
            {"first_day": JULY, "last_day": NEW_YEAR},
            [Period("by-2021-01-01", JULY, NEW_YEAR)],
        ),
    ],
)
def test_the_first_and_last_day_narrow_what_is_judged(
    with_plan: Open, period: PeriodKind, settings: dict[str, date], periods: list[Period]
) -> None:
    logbook = with_plan(two_activities(period, **settings))

    assert periods == [status.period for status in logbook.replay().statuses]


@pytest.mark.parametrize(
    ("day", "value"),
    [(date(2021, 6, 30), 0), (date(2021, 7, 1), 1), (date(2021, 12, 31), 1), (date(2022, 1, 1), 0)],
)
def test_a_narrowed_year_holds_its_own_days_alone(with_plan: Open, day: date, value: int) -> None:
    logbook = with_plan(two_activities(PeriodKind.YEAR, first_day=date(2021, 7, 1)))
    logbook.record(neighbours(day))

    assert value == logbook.replay().status("asked", period="2021").value


def test_a_year_and_a_window_that_overlap_may_disagree(logbook: Logbook) -> None:
    # Four clubs within a year of the activity's start, and only after the calendar year of that start.
    logbook.record(started(JULY))
    logbook.record(*(CooperationBegun(BRIDGE, f"c-{number}", "club") for number in range(4)), on=NEW_YEAR)
    replay = logbook.replay(on=LAST_DAY)

    year, window = replay.status(CLUBS, "year-2020"), replay.status(CLUBS, "first-year")

    assert [(0, State.NOT_MET, True), (4, State.MET, True)] == [
        (status.value, status.state, status.disagree) for status in (year, window)
    ]
    assert ([], (3, 4, 5, 6)) == (reasons(year), window.counted)
