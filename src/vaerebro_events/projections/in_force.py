"""When each version of the plan holds: the days of the programme on which it does."""

from collections.abc import Iterator

from vaerebro_events.domain.agreements import Agreements, Version
from vaerebro_events.domain.calendar import ONE_DAY
from vaerebro_events.domain.commitments import Span
from vaerebro_events.domain.plan import Plan


def in_force(agreements: Agreements) -> Iterator[tuple[Plan, Span]]:
    """The versions that hold on some day of their programme, with the first and the last such day.

    >>> from vaerebro_events import Actor, Logbook
    >>> from vaerebro_events.projections.in_force import in_force
    >>> with Logbook.create(":memory:", actor=Actor("leader", "u-1")) as logbook:
    ...     [(plan, days)] = in_force(logbook.replay().agreements)
    >>> days.first.isoformat(), days.last.isoformat()
    ('2020-01-01', '2023-12-31')
    """
    held = agreements.held
    ends = [later.holds_from - ONE_DAY for later in held[1:]]
    for number, version in enumerate(held):
        plan = version.plan
        last = min(plan.last_day, ends[number]) if number < len(ends) else plan.last_day
        yield plan, Span(max(plan.first_day, version.holds_from), last)


def held_before(agreements: Agreements, version: Version) -> Version:
    """The version that another one takes the place of; of the first, that one itself.

    Of two that hold from one day, the later takes the place of the earlier.
    """
    at = agreements.versions.index(version)
    return agreements.versions[max(at - 1, 0)]
