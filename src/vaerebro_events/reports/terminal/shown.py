"""How figures, days, positions and parts are shown; rounding is for show alone."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from math import floor

from attrs import frozen
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text as Rich

from vaerebro_events.domain.calendar import COPENHAGEN
from vaerebro_events.domain.plan import Plan
from vaerebro_events.domain.text import Language
from vaerebro_events.projections.status import Figure, Part, Period, Status
from vaerebro_events.reports.terminal import words

BAR = 6  # cells
PROGRAMME = "programme"


def figure(value: Figure, language: Language) -> str:
    """A figure: a whole number, or a share as per cent, to one decimal where it is not whole.

    >>> from fractions import Fraction
    >>> from vaerebro_events.reports.terminal.shown import figure
    >>> figure(8, "en"), figure(Fraction(3, 4), "en"), figure(Fraction(9, 11), "en")
    ('8', '75 %', '81.8 %')
    """
    if isinstance(value, int):
        return str(value)
    if (value * 100).denominator == 1:
        return f"{value * 100} %"
    whole, tenth = divmod(round(value * 1000), 10)
    return f"{whole}{',' if language == 'da' else '.'}{tenth} %"


def reached(status: Status, language: Language) -> str:
    """The value of the target, where there is a value."""
    if status.value is None:
        return ""
    of = words.OF.in_(language)
    return f"{figure(status.value, language)} {of} {figure(status.target, language)}"


@frozen
class Bar:
    """How far a value is on its way to its target; full only when it is there."""

    full: int
    style: str

    @classmethod
    def of(cls, status: Status) -> "Bar | str":
        """The bar of a status; none where there is no value."""
        if status.value is None or not status.target:
            return ""
        return cls(min(BAR, floor(BAR * status.value / status.target)), words.STYLES[status.state])

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        done, left = "#." if options.ascii_only else "█░"
        yield Rich.assemble((done * self.full, self.style), (left * (BAR - self.full), "dim"))


def period(shown: Period) -> str:
    """A period by the name people use; the programme by its years."""
    if shown.key == PROGRAMME:
        return f"{shown.first.year}-{shown.last.year}"
    return shown.key


def parts(plan: Plan, status: Status, language: Language) -> Mapping[str, str]:
    """The figures within a figure, each by its name."""
    parties = {party.key: party.title for indicator in plan.indicators for party in indicator.parties}
    assessed = status.rule.kind == "assessed"

    def named(part: Part) -> tuple[str, str]:
        if assessed and part.key in parties:
            answer = words.YES if part.value else words.NO
            return parties[part.key].in_(language), answer.in_(language)
        name = words.PARTS[part.key].in_(language) if part.key in words.PARTS else part.key
        return name, f"{part.value}" if part.target is None else f"{part.value}/{part.target}"

    return dict(named(part) for part in status.parts)


def listed(named: Mapping[str, str]) -> str:
    """Figures by their names, in a line."""
    return ", ".join(f"{name}: {value}" for name, value in named.items())


def positions(found: Iterable[int]) -> str:
    """Positions in order, those that follow one another as a span.

    >>> from vaerebro_events.reports.terminal.shown import positions
    >>> positions([7, 3, 4, 5, 9])
    '3-5, 7, 9'
    """
    spans: list[list[int]] = []
    for position in sorted(set(found)):
        if spans and position == spans[-1][1] + 1:
            spans[-1][1] = position
        else:
            spans.append([position, position])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)


def instant(moment: datetime) -> str:
    """A time as a clock in Denmark shows it."""
    return f"{moment.astimezone(COPENHAGEN):%Y-%m-%d %H:%M}"
