"""What cannot be closed, or closed so: a closing says what the log says. A new refusal: one case here."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from clocks import SettableClock
from given import AFTERWARDS, family, new_logbook, noon, the_plan
from provoked import Case, Desk, Try
from vaerebro_events import Draft, PeriodClosed, since_closing
from vaerebro_events.errors import (
    AlreadyClosed,
    ClosingDiffers,
    InvalidValue,
    KnownTooEarly,
    NoPlanThen,
    NotClosed,
    PeriodNotOver,
    UnknownPeriod,
)
from vaerebro_events.logbook import LIBRARY
from vaerebro_events.projections.closing import closing_of

LAST = date(2021, 12, 31)
Change = Callable[[PeriodClosed], PeriodClosed]


def _closing(desk: Desk, on: date, period: str) -> PeriodClosed:
    """What `close_period` would record."""
    return closing_of(desk.logbook.replay(on=on), period, LIBRARY)


def by_hand(change: Change = lambda fact: fact, on: date = LAST, period: str = "2021") -> Try:
    """Records what `close_period` would, with something in it changed."""
    return lambda desk: desk.logbook.record(change(_closing(desk, on, period)), on=on)


def into_a_closing(change: Change) -> Try:
    """Corrects entry 2 into a closing of 2021, with something in it changed."""
    return lambda desk: desk.logbook.correct(2, change(_closing(desk, LAST, "2021")), reason="slip", on=LAST)


def first_as(**other: str) -> Change:
    """The first status is another."""
    return lambda fact: evolve(fact, statuses=(evolve(fact.statuses[0], **other), *fact.statuses[1:]))


def closing(period: object) -> Try:
    return lambda desk: desk.logbook.close_period(period)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] callers may be untyped


def since(period: str) -> Try:
    return lambda desk: since_closing(desk.logbook.replay(), period)


def closed() -> Draft:
    """2021 is closed, in a logbook that holds its plan and nothing else."""
    with new_logbook(SettableClock(noon(AFTERWARDS))) as logbook:
        return Draft(closing_of(logbook.replay(on=LAST), "2021", LIBRARY), LAST)


def no_period(period: str, when: Try) -> Case:
    says = f"There is no period «{period}» to close; there are 2020, 2021, 2022, 2023, programme."
    return Case(UnknownPeriod, says, (), when)


def not_over(period: str, last_day: date, when: Try) -> Case:
    says = f"The period {period} is not over: it can be closed after {last_day}."
    return Case(PeriodNotOver, says, (), when, evolve(the_plan(), last_day=last_day))


def differs(how: str, when: Try) -> Case:
    says = f"The closing of 2021 does not say what the log says: {how}; close it with «close»."
    return Case(ClosingDiffers, says, [family("f-1"), family("f-2")], when)


def known_while_it_ran(_: Desk) -> None:
    clock = SettableClock(noon(date(2021, 3, 1)))
    with new_logbook(clock) as logbook:
        logbook.record(family("f-1"))
        clock.set(noon(AFTERWARDS))
        logbook.close_period("2021", known=1)


TOO_EARLY = "The period 2021 cannot be closed as known at entry 1: entry 2 was recorded before it was over."
FIRST = "tryghed.safety programme programme is another"
CASES = [
    no_period("2024", closing("2024")),
    *(
        Case(InvalidValue, f"period {wrong}: it must be text.", (), closing(number))
        for number, wrong in ((2021, "cannot be 2021"), (None, "is missing"))
    ),
    no_period("2019", by_hand(lambda fact: evolve(fact, period="2019"))),
    not_over("2024", date(2024, 6, 30), closing("2024")),
    not_over("programme", date(2024, 6, 30), closing("programme")),
    not_over("2024", AFTERWARDS, closing("2024")),
    not_over("2024", AFTERWARDS, by_hand(on=AFTERWARDS, period="2024")),
    *(
        Case(
            AlreadyClosed,
            "The period 2021 is closed already, in entry 2; retract that closing to close it anew.",
            [closed()],
            when,
        )
        for when in (closing("2021"), by_hand())
    ),
    Case(
        NoPlanThen,
        "No plan was adopted by then: give a later time as known.",
        (),
        lambda desk: desk.logbook.close_period("2021", known=0),
    ),
    Case(KnownTooEarly, TOO_EARLY, (), known_while_it_ran),
    Case(NotClosed, "The period 2021 is not closed; no period is.", (), since("2021")),
    Case(NotClosed, "The period 2020 is not closed; closed are 2021.", [closed()], since("2020")),
    differs("it is about 2021-06-30, and the period ends on 2021-12-31", by_hand(on=date(2021, 6, 30))),
    differs("what is known at 2 is known at 1", by_hand(lambda fact: evolve(fact, as_known=2))),
    differs(f"this is version {LIBRARY} of the library", by_hand(lambda fact: evolve(fact, library="0.0.1"))),
    differs("the plan of entry 1 holds", by_hand(lambda fact: evolve(fact, plan_entry=2))),
    *(
        differs(FIRST, by_hand(first_as(**other)))
        for other in ({"state": "met"}, {"value": "81/100"}, {"target": "1"})
    ),
    differs(FIRST, by_hand(lambda fact: evolve(fact, statuses=fact.statuses[1:]))),
    differs(
        "its statuses are in another order",
        by_hand(lambda fact: evolve(fact, statuses=fact.statuses[::-1])),
    ),
    differs(
        "its statuses are in another order",
        by_hand(lambda fact: evolve(fact, statuses=(*fact.statuses, fact.statuses[0]))),
    ),
    differs(FIRST, into_a_closing(first_as(state="met"))),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_cannot_be_closed_is_refused(case: Case, tmp_path: Path) -> None:
    case.check(tmp_path)
