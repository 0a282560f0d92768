"""How figures, days, positions and parts are shown; rounding is for show alone."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
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


def _rounded(value: Figure, decimals: int) -> Fraction:
    """A share in per cent, rounded half up."""
    parts: int = 10**decimals
    return Fraction(floor(value * 100 * parts + Fraction(1, 2)), parts)


def figure(value: Figure, language: Language, decimals: int = 1) -> str:
    """A figure: a whole number, or a share as per cent, with decimals where it is not whole.

    >>> from fractions import Fraction
    >>> from vaerebro_events.reports.terminal.shown import figure
    >>> figure(8, "en"), figure(Fraction(3, 4), "en"), figure(Fraction(9, 11), "en")
    ('8', '75 %', '81.8 %')
    """
    if isinstance(value, int):
        return str(value)
    if (value * 100).denominator == 1:
        return f"{value * 100} %"
    whole, rest = divmod(int(_rounded(value, decimals) * 10**decimals), 10**decimals)
    return f"{whole}{',' if language == 'da' else '.'}{rest:0{decimals}} %"


def of_target(value: Figure, target: Figure, language: Language) -> str:
    """A value and its target; as many decimals as it takes to tell them apart.

    >>> from fractions import Fraction
    >>> from vaerebro_events.reports.terminal.shown import of_target
    >>> of_target(21, 20, "en"), of_target(Fraction(1874, 2500), Fraction(3, 4), "en")
    ('21 (≥ 20)', '74.96 % (≥ 75 %)')
    """
    decimals = 1
    while value != target and _rounded(value, decimals) == _rounded(target, decimals):
        decimals += 1
    return f"{figure(value, language, decimals)} (≥ {figure(target, language, decimals)})"


def reached(status: Status, language: Language) -> str:
    """The value and its target, where there is a value."""
    return "" if status.value is None else of_target(status.value, status.target, language)


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
        if part.target is None:
            return name, str(part.value)
        return name, of_target(part.value, part.target, language)

    return dict(named(part) for part in status.parts)


def listed(named: Mapping[str, str]) -> str:
    """Figures by their names, in a line."""
    return ", ".join(f"{name}: {value}" for name, value in named.items())


def spans(found: Iterable[int]) -> list[tuple[str, int]]:
    """Positions in order, those that follow one another as one span; each with how many it holds."""
    ends: list[list[int]] = []
    for position in sorted(set(found)):
        if ends and position == ends[-1][1] + 1:
            ends[-1][1] = position
        else:
            ends.append([position, position])
    return [(str(first) if first == last else f"{first}-{last}", last - first + 1) for first, last in ends]


def positions(found: Iterable[int]) -> str:
    """Positions in order, those that follow one another as a span.

    >>> from vaerebro_events.reports.terminal.shown import positions
    >>> positions([7, 3, 4, 5, 9])
    '3-5, 7, 9'
    """
    return ", ".join(text for text, _ in spans(found))


def clipped(pieces: Sequence[tuple[str, int]], room: int, more: str, between: str = ", ") -> str:
    """Pieces in a line, each with how many it stands for: what has room, and how many more there are.

    >>> from vaerebro_events.reports.terminal.shown import clipped
    >>> clipped([("1-3", 3), ("5", 1), ("7-8", 2)], 10, "… {count} more")
    '1-3, 5 … 2 more'
    """
    shown: list[str] = []
    length = 0
    for at, (text, _) in enumerate(pieces):
        length += len(text) + 2
        if shown and length > room:
            return f"{between.join(shown)} {more.format(count=sum(count for _, count in pieces[at:]))}"
        shown.append(text)
    return between.join(shown)


def day(shown: date, language: Language) -> str:
    """A day as a heading says it.

    >>> from datetime import date
    >>> from vaerebro_events.reports.terminal.shown import day
    >>> day(date(2021, 12, 31), "da"), day(date(2021, 12, 31), "en")
    ('31. december 2021', '2021-12-31')
    """
    if language == "en":
        return shown.isoformat()
    return f"{shown.day}. {words.MONTHS[shown.month - 1]} {shown.year}"


def day_or_time(shown: date | datetime, language: Language) -> str:
    """A day, or a time as a clock in Denmark shows it."""
    if not isinstance(shown, datetime):
        return day(shown, language)
    if language == "en":
        return f"{instant(shown)} {words.DANISH_TIME.en}"
    moment = shown.astimezone(COPENHAGEN)
    return f"{day(moment.date(), language)} kl. {moment:%H.%M}"


def instant(moment: datetime) -> str:
    """A time as a clock in Denmark shows it."""
    return f"{moment.astimezone(COPENHAGEN):%Y-%m-%d %H:%M}"
