"""What the agreement promises beside its criteria: money, posts, co-financed hours, and duties.

Values of the plan; their figures live in its TOML file.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from attrs import field, frozen, validators
from attrs.converters import optional

from vaerebro_events.domain.calendar import ONE_DAY, add_months, months_after
from vaerebro_events.domain.fact import Where, WhereValue
from vaerebro_events.domain.values import MOST_MONTHS, exact, not_negative, whole
from vaerebro_events.text import Text

HALF_YEAR, YEAR = 6, 12  # months


@frozen
class Money:
    """What an area or the whole programme costs, in thousand DKK: Landsbyggefonden's and the local share."""

    lbf: int = field(validator=whole())
    local: int = field(validator=whole())

    @property
    def total(self) -> int:
        """Both shares together."""
        return self.lbf + self.local


@frozen
class Share:
    """How much of a post works in one area, in per cent of full time."""

    area: str
    percent: int = field(validator=whole(1))


@frozen
class Post:
    """A post that the agreement pays for, and its shares by area."""

    key: str
    title: Text
    shares: tuple[Share, ...] = ()

    @property
    def percent(self) -> int:
        """All its shares together, in per cent of full time."""
        return sum(share.percent for share in self.shares)


@frozen
class CoFinancing:
    """Hours that a party gives to an activity: so many a week, where the agreement says how many."""

    party: str
    activity: str
    title: Text
    hours_a_week: Decimal | None = field(
        default=None, converter=optional(exact), validator=validators.optional(not_negative)
    )


class Every(StrEnum):
    """How often a duty comes: once, for each calendar year, or for each half of one."""

    ONCE = "once"
    YEAR = "year"
    HALF_YEAR = "half-year"


class Span(NamedTuple):
    """The days from a first to a last, both in it."""

    first: date
    last: date


@frozen
class Duty:
    """What must be done again and again, or once: the fact that fulfils it, for which time, and until when.

    It is fulfilled by one fact of a kind, with these fields, about a day of the time it is for. That
    time is the programme up to `last_day` where it comes once, and else each year or half-year of it.
    It must be done within so many calendar `months` after that time, or in it where they are 0.
    """

    key: str
    title: Text
    fact: str
    every: Every
    source: Text
    where: Where = field(factory=dict[str, WhereValue])
    last_day: date | None = None
    months: int = field(default=0, validator=whole(0, MOST_MONTHS))

    def spans(self, first: date, last: date) -> Iterator[Span]:
        """The times it is for, in a programme from a first day to a last."""
        if self.every is Every.ONCE:
            yield Span(first, self.last_day or last)
            return
        months = YEAR if self.every is Every.YEAR else HALF_YEAR
        start = date(first.year, 1, 1)
        while start <= last:
            after = add_months(start, months)
            if after > first:
                yield Span(max(start, first), min(after - ONE_DAY, last))
            start = after

    def due(self, span: Span) -> Span:
        """From when to when it must be done for one of its times."""
        if not self.months:
            return span
        return Span(span.last, months_after(span.last, self.months))
