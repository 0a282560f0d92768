"""How statuses, periods, positions and parts are shown."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import floor

from attrs import frozen
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text as Rich

from vaerebro_events.domain.plan import Plan, Rule
from vaerebro_events.projections.judgement import Aim, Figure, Judgement, Part
from vaerebro_events.projections.rules import CompleteSeries, Count, Distinct
from vaerebro_events.projections.rules.combining import within
from vaerebro_events.projections.rules.counting import Across
from vaerebro_events.projections.rules.distinct import OfThem
from vaerebro_events.projections.rules.series import Participants
from vaerebro_events.projections.status import Period, Status
from vaerebro_events.reports.terminal import words
from vaerebro_events.reports.terminal.written import figure, rounded, short_day, whole
from vaerebro_events.text import Language

BAR = 6  # cells
PROGRAMME = "programme"


SIGNS: Mapping[Aim, str] = {Aim.AT_LEAST: "≥", Aim.MORE_THAN: ">", Aim.AT_MOST: "≤", Aim.LESS_THAN: "<"}


# Signs as they are written in ASCII; with the blank after them, so that columns stay aligned.
IN_ASCII = {
    "≥ ": ">=",
    "≤ ": "<=",
    "≠ ": "!=",
    "→": ">",
    "…": "~",
    "«": "'",
    "»": "'",
    "\N{MULTIPLICATION SIGN}": "x",
}


def in_ascii(page: str) -> str:
    """A page with its signs in ASCII; letters are left as they are."""
    for sign, written in IN_ASCII.items():
        page = page.replace(sign, written)
    return page


def sides(value: Figure, target: Figure, language: Language, aim: Aim = Aim.AT_LEAST) -> tuple[str, str]:
    """A value, and its target with the sign of its aim; as many decimals as it takes to tell them apart."""
    decimals = 1
    while value != target and rounded(value, decimals) == rounded(target, decimals):
        decimals += 1
    return figure(value, language, decimals), f"{SIGNS[aim]} {figure(target, language, decimals)}"


def of_target(value: Figure, target: Figure, language: Language, aim: Aim = Aim.AT_LEAST) -> str:
    """A value and its target, in a line.

    >>> from fractions import Fraction
    >>> from vaerebro_events.reports.terminal.shown import of_target
    >>> of_target(21, 20, "en"), of_target(Fraction(1874, 2500), Fraction(3, 4), "en")
    ('21 (≥ 20)', '74.96 % (≥ 75 %)')
    """
    reached, asked = sides(value, target, language, aim)
    return f"{reached} ({asked})"


def value_and_target(judgement: Judgement, language: Language) -> tuple[str, str]:
    """The value, and its target with the sign of its aim, each as far as it is known."""
    value, target = judgement.value, judgement.target
    if value is not None and target is not None:
        return sides(value, target, language, judgement.aim)
    return (
        "" if value is None else figure(value, language),
        "" if target is None else f"{SIGNS[judgement.aim]} {figure(target, language)}",
    )


def judged(judgement: Judgement, language: Language) -> str:
    """The value and its target in a line, as far as they are known."""
    value, target = value_and_target(judgement, language)
    return " ".join(text for text in (value, target and f"({target})") if text)


def reached(status: Status, language: Language) -> str:
    """The value and its target; of a combination, those of the member that decides."""
    return judged(status.judgement, language)


def asks_more(judgement: Judgement) -> bool:
    """Whether more is asked for than the one figure that a row shows."""
    return bool(judgement.members) or any(part.target is not None for part in judgement.parts)


def members(judgement: Judgement, language: Language) -> str:
    """The figures of a combination, numbered as its sentence numbers them."""
    said = [
        f"({mark}) {members(member, language) if member.members else judged(member, language) or '-'}"
        for mark, member in zip(judgement.needs.marks, judgement.members, strict=False)
    ]
    return " ".join(said)


def progress(judgement: Judgement) -> Fraction | None:
    """How far a figure has come from where it began to its target, 1 at the most; nothing where unknown."""
    judgement = judgement.deciding()
    value, target = judgement.value, judgement.target
    if value is None or target is None or judgement.lacks is not None:
        return None
    if judgement.reaches():
        return Fraction(1)
    begun = judgement.baseline if isinstance(value, Fraction) and judgement.baseline is not None else 0
    if begun == target:
        return Fraction(0)
    return max(Fraction(0), min(Fraction(1), Fraction(value - begun) / (target - begun)))


@frozen
class Bar:
    """How far a value is on its way to its target; full only when it is there."""

    full: int
    style: str

    @classmethod
    def of(cls, status: Status) -> "Bar | str":
        """The bar of a status; none where there is no value."""
        come = progress(status.judgement)
        if come is None or not status.period.begun:
            return ""
        full = BAR if status.judgement.reaches() else min(BAR - 1, floor(BAR * come))
        return cls(full, words.STYLES[status.state])

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        done, left = "#." if options.ascii_only else "█░"
        yield Rich.assemble((done * self.full, self.style), (left * (BAR - self.full), "dim"))


def period(shown: Period, language: Language) -> str:
    """A period by the name people use: its years, its season, its last day or both its days.

    >>> from datetime import date
    >>> from vaerebro_events.projections.status import Period
    >>> from vaerebro_events.reports.terminal.shown import period
    >>> by = Period("by-2020-12-31", date(2020, 1, 1), date(2020, 12, 31))
    >>> period(by, "da"), period(by, "en")
    ('senest 31.12.2020', 'by 2020-12-31')
    """
    if shown.key == PROGRAMME:
        return f"{shown.first.year}-{shown.last.year}"
    if not shown.begun:
        return words.NOT_BEGUN.in_(language)
    last = short_day(shown.last, language)
    if shown.key == f"by-{shown.last}":
        return words.BY_DAY.in_(language).format(day=last)
    if shown.planned is not None and shown.series is None:
        return words.FROM_TO.in_(language).format(first=short_day(shown.first, language), last=last)
    return shown.key


def parts(plan: Plan, status: Status, language: Language) -> Mapping[str, str]:
    """The figures within a figure, each by its name."""
    return named_parts(plan, status.rule, status.parts, language)


def named_parts(plan: Plan, rule: Rule, found: Sequence[Part], language: Language) -> Mapping[str, str]:
    """Figures within the figure of a rule, each by its name; of an assessment, each party's answer."""
    assessed = rule.kind == "assessed"
    parties = {party.key: party.title for indicator in plan.indicators for party in indicator.parties}

    def named(part: Part) -> tuple[str, str]:
        if assessed and part.key in parties:
            answer = words.YES if part.value else words.NO
            return parties[part.key].in_(language), answer.in_(language)
        block = None if part.of is None else plan.block(part.key)
        title = words.PARTS.get(part.key) if block is None else block.title
        name = _by_rule(rule, part.key, language) or (part.key if title is None else title.in_(language))
        if part.of is not None and "/" in part.key:
            return name, of_target(part.value, part.of, language)
        if part.of is not None:
            return name, words.OUT_OF.in_(language).format(
                value=whole(part.value, language), of=whole(part.of, language)
            )
        if part.target is None:
            return name, whole(part.value, language)
        return name, of_target(part.value, part.target, language)

    return dict(map(named, found))


def _by_rule(rule: Rule, key: str, language: Language) -> str | None:
    """The name that a rule gives a part: those who took part, or what entries are spread over."""
    for own in within(rule):
        match own:
            case Distinct(of_them=OfThem(fact=fact, unit=unit)) if key == fact:
                return unit.in_(language)
            case Count(across=Across(of=of, unit=unit)) if key == of:
                return unit.in_(language)
            case CompleteSeries(participants=Participants(unit=unit)) if "/" in key:
                return f"{key.partition('/')[0]}, {unit.in_(language)}"
            case _:
                pass
    return None


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


def times(count: int, name: str) -> str:
    """So many of what has a name.

    >>> from vaerebro_events.reports.terminal.shown import times
    >>> times(3, "Familie deltog")
    '3 \N{MULTIPLICATION SIGN} Familie deltog'
    """
    return f"{count} \N{MULTIPLICATION SIGN} {name}"


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
