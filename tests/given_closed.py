"""Given for closings: a spring that is short of five evenings, a period closed, a plan that asks for more."""

from datetime import date

from attrs import evolve

from given import SPRING, a_spring, evenings, the_plan
from vaerebro_events import Logbook, PeriodClosed, Plan, ReportedStatus
from vaerebro_events.projections.rules import Distinct

LAST_DAY, NEXT_YEAR = date(2021, 12, 31), date(2022, 3, 1)
REGULARS = ("familieakademi.regulars", "year", "2021")
IN_ALL = ("familieakademi.regulars", "programme", "programme")
SEASON = [("familieakademi.regulars", "season", SPRING)]
OTHER_YEARS = [("familieakademi.regulars", "year", year) for year in ("2020", "2022", "2023")]


def four_evenings(logbook: Logbook) -> None:
    """A spring of four evenings, to which two families came: one more, and they are regulars."""
    logbook.record(*a_spring("f-1", "f-2", "f-3"))
    logbook.record(*evenings(range(1, 5), "f-1", "f-2"))


def closed(logbook: Logbook, period: str = "2021", known: int | None = None) -> PeriodClosed:
    fact = logbook.close_period(period, known=known).fact
    assert isinstance(fact, PeriodClosed)
    return fact


def said_of(closing: PeriodClosed, key: tuple[str, str, str]) -> ReportedStatus:
    return next(status for status in closing.statuses if status.key == key)


def with_target(raised: int) -> Plan:
    """The plan, with every regulars' target raised."""
    return evolve(
        the_plan(),
        criteria=tuple(
            evolve(
                each,
                readings=tuple(
                    evolve(reading, rule=evolve(reading.rule, target=reading.rule.target + raised))
                    for reading in each.readings
                    if isinstance(reading.rule, Distinct)
                ),
            )
            if each.key == REGULARS[0]
            else each
            for each in the_plan().criteria
        ),
    )
