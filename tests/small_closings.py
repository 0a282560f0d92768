"""What a story may close and choose: periods that are over, the closing of one, a criterion's readings."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from plain import history
from plain_agreed import agreed, closes_on
from vaerebro_events import VOCABULARY, Entry, PeriodClosed, Replay
from vaerebro_events.logbook import LIBRARY
from vaerebro_events.projections.closing import closing_of

PERIODS: Final = ("2020", "2021", "2022", "2023", "2024", "programme")


def closable(log: Sequence[Entry], today: date) -> list[tuple[str, date]]:
    """The periods that are over today by some version of the plan, each with its last day."""
    plans = [version.plan for version in agreed(history(log)).versions]
    days = [(period, closes_on(plan, period)) for plan in plans for period in PERIODS]
    over = [(period, day) for period, day in days if day is not None and day < today]
    return list(dict.fromkeys(over))


def closed_by(log: Sequence[Entry], period: str, day: date, known: int) -> PeriodClosed:
    """The closing of a period, as the library makes it from what was known."""
    return closing_of(Replay(day, known, tuple(log[:known]), VOCABULARY.facts), period, LIBRARY)


def readings_of(log: Sequence[Entry], criterion: str) -> list[str]:
    """The readings that some version has of a criterion; where none has it, one that others have."""
    plans = [version.plan for version in agreed(history(log)).versions]
    found = [
        reading.key
        for plan in plans
        for own in plan.criteria
        if own.key == criterion
        for reading in own.readings
    ]
    return list(dict.fromkeys(found)) or ["year"]
