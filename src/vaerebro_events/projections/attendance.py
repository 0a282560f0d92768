"""Who came, in three numbers that are never the same thing: visits, visitors and families."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from vaerebro_events.domain.attendance import FamilyAttended
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.meetings import AttendanceFact, HeadsCounted, MeetingFact


@frozen
class Attendance:
    """How an activity was attended in a span of days.

    `visits` is the sum over meetings and events of the heads counted, or of those recorded where these are
    more. `visitors` are the different families, residents, youths and aliases recorded: of a meeting
    at which heads alone were counted there are none. `families` are the different families among them.
    `vulnerable` are the visits of people in a vulnerable position, as far as they were counted.
    """

    visits: int
    visitors: int
    families: int
    vulnerable: int


def attendance(history: Iterable[Entry], activity: str, first: date, last: date) -> Attendance:
    """How an activity was attended from a first day to a last, as a history has it."""
    counted: dict[tuple[str, int], HeadsCounted] = {}
    came: dict[tuple[str, int], set[tuple[str, str]]] = {}
    families: set[str] = set()
    for entry in history:
        fact = entry.fact
        if not isinstance(fact, MeetingFact) or fact.activity != activity:
            continue
        if not first <= entry.occurred_on <= last:
            continue
        meeting = (fact.series, fact.meeting)
        if isinstance(fact, HeadsCounted):
            counted[meeting] = fact
        elif isinstance(fact, AttendanceFact):
            came.setdefault(meeting, set()).add(fact.came)
            if isinstance(fact, FamilyAttended):
                families.add(fact.family)
    heads = {meeting: fact.heads for meeting, fact in counted.items()}
    return Attendance(
        visits=sum(max(heads.get(meeting, 0), len(came.get(meeting, ()))) for meeting in {**heads, **came}),
        visitors=len({who for own in came.values() for who in own}),
        families=len(families),
        vulnerable=sum(fact.vulnerable for fact in counted.values()),
    )
