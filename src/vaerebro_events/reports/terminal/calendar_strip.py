"""A calendar in a line: a sign for each quarter of some years, or for each month of one."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import frozen
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text as Rich

from vaerebro_events.domain.calendar import ONE_DAY, add_months
from vaerebro_events.domain.commitments import Span

MONTHS_OF_A_QUARTER = 3
INITIALS = "JFMAMJJASOND"
# Each with its style, and beside it what stands for it where only ASCII can be shown.
SEEN, GAP, NOT_SEEN = ("█#", "green"), ("!!", "bold red"), ("·.", "dim")
USUAL_GAP = ("!!", "")


@frozen
class Calendar:
    """The years that a strip is of, up to a day: their quarters, or the months of a single one."""

    years: tuple[int, ...]
    on: date
    monthly: bool = False

    @property
    def months(self) -> int:
        """How many months a sign stands for."""
        return 1 if self.monthly else MONTHS_OF_A_QUARTER

    def heading(self) -> str:
        """What stands above: the initials of the months, or the years.

        >>> from datetime import date
        >>> from vaerebro_events.reports.terminal.calendar_strip import Calendar
        >>> Calendar((2020, 2021), date(2021, 12, 31)).heading()
        '2020 2021'
        """
        return INITIALS if self.monthly else " ".join(map(str, self.years))

    def cells(self, year: int) -> Iterator[Span]:
        """The days that each sign of a year stands for."""
        for month in range(1, 13, self.months):
            first = date(year, month, 1)
            yield Span(first, add_months(first, self.months) - ONE_DAY)


@frozen
class Strip:
    """On which days something was seen, and which gaps there are, as signs of a calendar.

    Gaps that are `usual`, those that most have, do not stand out.
    """

    calendar: Calendar
    seen: Sequence[date]
    gaps: Sequence[Span] = ()
    usual: bool = False

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        kind = int(options.ascii_only)
        line = Rich()
        for year in self.calendar.years:
            line.append(" " if line else "")
            for cell in self.calendar.cells(year):
                if cell.first > self.calendar.on:
                    line.append(" ")
                    continue
                signs, style = self._sign(cell)
                line.append(signs[kind], style)
        yield line

    def _sign(self, cell: Span) -> tuple[str, str]:
        if _any_in(cell, self.seen):
            return SEEN
        in_a_gap = any(gap.first <= cell.last and cell.first <= gap.last for gap in self.gaps)
        if not in_a_gap:
            return NOT_SEEN
        return USUAL_GAP if self.usual else GAP


def _any_in(cell: Span, days: Iterable[date]) -> bool:
    return any(cell.first <= day <= cell.last for day in days)
