"""Asks a row's question of the row's story."""

from datetime import UTC, date, datetime
from functools import cache, lru_cache

from attrs import evolve, frozen

from criteria.reading import Row
from criteria.recording import record
from vaerebro_events import Entry, Plan, Status, read_plan
from vaerebro_events.projections.judgement import Figure

# Long after the programme: who asks may look back on any day of it.
TODAY = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


@cache
def the_plan() -> Plan:
    """The plan that comes with the library."""
    return read_plan()


@cache
def plan_of_one(key: str) -> Plan:
    """The library's plan with one of its criteria alone: it is judged by itself, and much faster."""
    criteria = (evolve(each, same_as=None) for each in the_plan().criteria if each.key == key)
    return evolve(the_plan(), criteria=tuple(criteria))


@frozen
class Answer:
    """The status, and the entries behind it as the replay knows them."""

    status: Status
    counted: tuple[Entry, ...]

    @property
    def said(self) -> tuple[str, Figure | None, Figure | None]:
        """State, value and target; of a combination, value and target of its first part."""
        judgement = self.status.judgement
        while judgement.members:
            judgement = judgement.members[0]
        return self.status.state.value, judgement.value, judgement.target

    @property
    def days(self) -> set[date]:
        """The days of what counted."""
        return {entry.occurred_on for entry in self.counted}


@lru_cache(maxsize=1 << 12)
def ask(row: Row) -> Answer:
    """What a replay of the row's story says."""
    logbook, clock = record(row.story, plan_of_one(row.criterion))
    with logbook:
        clock.set(TODAY)
        replay = logbook.replay(on=row.on, known=row.known)
        status = replay.status(row.criterion, row.reading, row.period)
        counted = tuple(entry for entry in replay.history if entry.position in status.counted)
        return Answer(status, counted)
