"""Co-financed hours: what each party gave to each activity in a year, against what is agreed."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from vaerebro_events.domain.agreements import Agreements
from vaerebro_events.domain.calendar import ONE_DAY
from vaerebro_events.domain.commitments import Span
from vaerebro_events.domain.follow_up import HoursCofinanced
from vaerebro_events.projections.in_force import in_force
from vaerebro_events.projections.replay import Replay

Key = tuple[int, str, str]


@frozen
class CoFinanced:
    """The hours of a party in an activity and a year, and what is agreed for that year and by now.

    What is agreed is nothing where the agreement does not say how many hours, or has none of that party
    and activity. `entries` are the positions of the entries that give the hours.
    """

    party: str
    activity: str
    year: int
    hours: Decimal
    agreed: Fraction | None
    agreed_by_now: Fraction | None
    entries: tuple[int, ...]


def cofinancing(replay: Replay) -> tuple[CoFinanced, ...]:
    """The hours by year, party and activity, for the years begun by the day asked about.

    Hours are of the year of the day they are recorded for. Hours agreed by the week are reckoned for the
    plan's weeks a year and shared evenly among its days; each day counts what is agreed on it.

    >>> from datetime import date
    >>> from decimal import Decimal
    >>> from attrs import evolve
    >>> from vaerebro_events import Actor, HoursCofinanced, Logbook, Text, read_plan
    >>> from vaerebro_events.domain.commitments import CoFinancing
    >>> from vaerebro_events.domain.plan import Party
    >>> from vaerebro_events.projections.cofinancing import cofinancing
    >>> club, support = Party("klub", Text("klubben", "the club")), Text("støtte", "support")
    >>> agreed = CoFinancing("klub", "lommepengejob", support, Decimal(10))
    >>> plan = evolve(read_plan(), parties=(club,), cofinancing=(agreed,))
    >>> given = HoursCofinanced("lommepengejob", "klub", "45.5", first_day=date(2020, 1, 1))
    >>> with Logbook.create(":memory:", plan, actor=Actor("leader", "u-1")) as logbook:
    ...     entries = logbook.record(given, on=date(2020, 1, 31))
    ...     [row] = cofinancing(logbook.replay(on=date(2020, 6, 30)))
    >>> row.hours, row.agreed, row.agreed_by_now, row.entries
    (Decimal('45.5'), Fraction(520, 1), Fraction(47320, 183), (2,))
    """
    hours, entries = _given(replay)
    agreed = _agreed(replay.agreements, date.max)
    by_now = _agreed(replay.agreements, replay.on)
    begun = {
        year
        for _, days in in_force(replay.agreements)
        for year, span in _years(days)
        if span.first <= replay.on
    }
    keys = {key for key in agreed if key[0] in begun}.union(hours)
    return tuple(
        CoFinanced(
            party,
            activity,
            year,
            hours.get(key, Decimal(0)),
            agreed.get(key),
            by_now.get(key, None if agreed.get(key) is None else Fraction(0)),
            tuple(sorted(entries.get(key, ()))),
        )
        for key in sorted(keys)
        for year, party, activity in [key]
    )


def _given(replay: Replay) -> tuple[Mapping[Key, Decimal], Mapping[Key, list[int]]]:
    """The hours given, and the entries that give them."""
    hours: dict[Key, Decimal] = {}
    entries: dict[Key, list[int]] = {}
    for entry in replay.history:
        fact = entry.fact
        if isinstance(fact, HoursCofinanced):
            key = (entry.occurred_on.year, fact.party, fact.activity)
            hours[key] = hours.get(key, Decimal(0)) + fact.hours
            entries.setdefault(key, []).append(entry.position)
    return hours, entries


def _agreed(agreements: Agreements, until: date) -> Mapping[Key, Fraction | None]:
    """The hours agreed up to and with a day; nothing where the agreement does not say how many."""
    found: dict[Key, Fraction | None] = {}
    for plan, days in in_force(agreements):
        weeks = plan.settings.weeks_a_year
        for year, span in _years(Span(days.first, min(days.last, until))):
            share = Fraction((span.last - span.first).days + 1, _days_in(year))
            for each in plan.cofinancing:
                key = (year, each.party, each.activity)
                more = None if each.hours_a_week is None else Fraction(each.hours_a_week) * weeks * share
                known = found.get(key)
                found[key] = more if known is None else known + (more or 0)
    return found


def _years(days: Span) -> Iterator[tuple[int, Span]]:
    for year in range(days.first.year, days.last.year + 1):
        first, last = max(days.first, date(year, 1, 1)), min(days.last, date(year, 12, 31))
        if first <= last:
            yield year, Span(first, last)


def _days_in(year: int) -> int:
    return (date(year, 12, 31) - date(year, 1, 1) + ONE_DAY).days
