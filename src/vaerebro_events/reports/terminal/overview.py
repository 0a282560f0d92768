"""The overview: a row for each criterion in its default reading, and how many there are of each state."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from attrs import evolve, frozen
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text as Rich

from vaerebro_events.domain.plan import Criterion
from vaerebro_events.projections.judgement import Growth, Judgement, State
from vaerebro_events.projections.judging import opposed
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.status import Status
from vaerebro_events.reports.terminal import shown, words, words_of_governance
from vaerebro_events.reports.terminal.columns import (
    TWO,
    balanced,
    narrowed,
    narrowed_states,
    reading_title,
    widest,
)
from vaerebro_events.reports.terminal.heading import Known, closed_line, heading
from vaerebro_events.reports.terminal.outline import Agreed, agreed, by_activity, indented
from vaerebro_events.reports.terminal.status import findings_line
from vaerebro_events.text import Language, Text

NARROWEST, COMFORTABLE, WIDEST = 16, 40, 60  # of a title
APART = 1  # between a value and its target, besides the gaps
UNDER = 2  # how much further to the right another reading stands
DIM = "dim"
BETWEEN = "   "  # what is counted in the strip
NAMES = (words.PERIOD, words.STATE, words.VALUE, words.TARGET)


@frozen
class Strip:
    """A cell for each criterion, by state; and how many there are of each."""

    counts: Mapping[State, int]
    language: Language
    counted: Text = words.CRITERIA

    @classmethod
    def of(cls, states: Iterable[State], language: Language, counted: Text = words.CRITERIA) -> "Strip":
        """The strip of these states, the best first."""
        found = Counter(states)
        return cls({state: found[state] for state in words.GLYPHS if found[state]}, language, counted)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        kind = int(options.ascii_only)
        count = self.counted.in_(self.language).format(count=sum(self.counts.values()))
        cells = [
            (words.GLYPHS[state][kind] * many, words.STYLES[state]) for state, many in self.counts.items()
        ]
        cells_fit = len(count) + UNDER + sum(self.counts.values()) <= options.max_width
        yield Rich.assemble((count, "bold"), " " * UNDER, *(cells if cells_fit else ()))
        line = Rich()
        for state, many in self.counts.items():
            said = f"{words.GLYPHS[state][kind]} {many} {words.state_words(state, self.language)}"
            if line and len(line) + len(BETWEEN) + len(said) > options.max_width:
                yield line
                line = Rich()
            line.append(BETWEEN if line else "").append(said, words.STYLES[state])
        yield line


def _figures(judgement: Judgement, language: Language) -> tuple[str, str]:
    """What a row shows: of what is there or not, whether it is; else the value and its target."""
    decides = judgement.deciding()
    if decides.growth is Growth.PRESENCE and decides.target == 1:
        return (words.YES if decides.reaches() else words.NO).in_(language), ""
    return shown.value_and_target(decides, language)


@frozen
class Row:
    """What one line of the overview says: of a criterion, or of another of its readings."""

    title: str
    status: Status
    period: str
    value: str
    target: str
    other: bool = False

    @classmethod
    def of(cls, title: str, status: Status, language: Language, *, other: bool = False) -> "Row":
        """The row of a status."""
        value, target = _figures(status.judgement, language)
        more = " +" if shown.asks_more(status.judgement) else ""
        return cls(title, status, shown.period(status.period, language), value, target + more, other)

    @property
    def mark(self) -> str:
        """What says that readings disagree."""
        return "≠" if self.status.disagree and not self.other else ""


def others(replay: Replay, criterion: Criterion, status: Status) -> Iterator[Status]:
    """Of each other reading what says otherwise, the newest; where it does not, the period nearest."""
    against = {other.reading: other for other in opposed(status, replay.statuses)}
    judged = {own.reading for own in replay.statuses if own.criterion == criterion.key}
    for reading in criterion.readings:
        if reading.key in judged and reading.key != status.reading:
            yield against.get(reading.key) or replay.status(criterion.key, reading.key)


def rows(replay: Replay, criterion: Criterion, language: Language) -> list[Row]:
    """The row of a criterion; where its readings disagree, the others under it."""
    status = replay.status(criterion.key)
    first = Row.of(criterion.title.in_(language), status, language)
    if not status.disagree:
        return [first]
    under = others(replay, criterion, status)
    return [
        first,
        *(Row.of(reading_title(replay, other, language), other, language, other=True) for other in under),
    ]


@frozen
class Columns:
    """The widths of the columns, the same for all rows so that they align."""

    period: int
    state: int
    value: int
    target: int
    gap: int
    title: int = 0

    @classmethod
    def of(cls, found: Sequence[Row], language: Language, width: int) -> "Columns":
        """What has room: on a narrow page, periods and states go on in a second line."""
        period, state, value, target = (name.in_(language) for name in NAMES)
        periods = [period, *(row.period for row in found)]
        states = [state, *(words.state_words(row.status.state, language) for row in found)]
        short = narrowed_states([row.status for row in found], language)
        figures = (
            widest([value, *(row.value for row in found)]),
            widest([target, *(row.target for row in found)]),
        )
        choices = (
            cls(widest(periods), widest(states), *figures, 2),
            cls(narrowed(periods), widest(states), *figures, 2),
            cls(narrowed(periods), short, *figures, 2),
            cls(narrowed(periods), short, *figures, 1),
        )
        chosen = next((columns for columns in choices if columns.room(width) >= COMFORTABLE), choices[-1])
        titles = [len(row.title) + (UNDER if row.other else 0) for row in found]
        return evolve(chosen, title=min(max(titles), WIDEST, max(NARROWEST, chosen.room(width))))

    def room(self, width: int) -> int:
        """What is left for titles beside the mark and the other columns."""
        taken = 1 + self.period + self.state + self.value + self.target + shown.BAR
        return width - taken - 6 * self.gap - APART

    def line(self, *cells: RenderableType, style: str = "") -> RenderableType:
        """One line: mark, title, period, state, value, target, bar."""
        grid = Table.grid(padding=(0, self.gap, 0, 0))
        for width in (1, self.title, self.period, self.state):
            grid.add_column(width=width)
        grid.add_column(width=self.value, justify="right")
        grid.add_column(width=APART + self.target)
        grid.add_column(width=shown.BAR)
        *before, target, bar = cells
        # A target stands apart from the value before it, so that the two are not read as a claim.
        grid.add_row(*before, indented(target, APART), bar, style=style)
        return grid

    def heading(self, language: Language) -> RenderableType:
        """The names of the columns."""
        names = (name.in_(language) for name in (words.CRITERION, *NAMES))
        return self.line("", *names, "", style="italic dim")

    def row(self, row: Row, language: Language) -> RenderableType:
        """A criterion's line; another reading's stands further in, dim, and without a bar."""
        state = words.state_words(row.status.state, language)
        figures = (row.value, row.target)
        if row.other:
            further_in = indented(two_lines(row.title, self.title - UNDER), UNDER)
            return self.line("", further_in, row.period, state, *figures, "", style=DIM)
        title = two_lines(row.title, self.title)
        said = Rich(state, words.STYLES[row.status.state])
        return self.line(row.mark, title, row.period, said, *figures, shown.Bar.of(row.status))


def two_lines(title: str, width: int) -> str:
    """A title in two lines at the most, cut where it is longer."""
    lines = balanced(title, width)
    if len(lines) > TWO:
        lines = wrap(title, width, max_lines=TWO, placeholder=" …")
    return "\n".join(lines)


def _missing(replay: Replay, status: Status, language: Language) -> Iterator[RenderableType]:
    """Which figures within the figure fall short, where the figure itself does not."""
    judgement = status.judgement.deciding()
    if judgement.reaches() or judgement.value is None or judgement.target is None:
        return
    if judgement.aim.reached(judgement.value, judgement.target):
        short = [part for part in judgement.parts if part.target is not None and part.value < part.target]
        said = shown.listed(shown.named_parts(replay.plan_of(status), status.rule, short, language))
        yield indented(Rich(f"+ {said}", DIM), UNDER + 1)


def _judged(replay: Replay) -> list[Agreed]:
    """The criteria agreed; of those dropped, the ones judged for a period that was over before."""
    judged = {status.criterion for status in replay.statuses}
    return [each for each in agreed(replay) if each.criterion.key in judged]


def overview_table(replay: Replay, language: Language, width: int) -> Iterator[RenderableType]:
    """The rows of all criteria, by area and activity, under how many there are of each state."""
    criteria = _judged(replay)
    found = {each.criterion.key: rows(replay, each.criterion, language) for each in criteria}
    every = [row for own in found.values() for row in own]
    columns = Columns.of(every, language, width)
    yield Rich()
    yield Strip.of((own[0].status.state for own in found.values()), language)
    yield Rich()
    yield columns.heading(language)
    yield from by_activity(criteria, language, lambda each: _lines(replay, each, found, columns, language))
    yield from _legend(every, language)


def _lines(
    replay: Replay, each: Agreed, found: Mapping[str, list[Row]], columns: Columns, language: Language
) -> Iterator[RenderableType]:
    """The rows of a criterion, and what there is to say under them."""
    for row in found[each.criterion.key]:
        yield columns.row(row, language)
        if not row.other:
            yield from _missing(replay, row.status, language)
    if each.dropped:
        yield indented(Rich(words_of_governance.NO_LONGER.in_(language), DIM), UNDER + 1)


def _legend(every: Sequence[Row], language: Language) -> Iterator[RenderableType]:
    said = [
        text.in_(language)
        for text, there in (
            (words.DISAGREE, any(row.mark for row in every)),
            (words.ASKS_MORE, any(row.target.endswith("+") for row in every)),
            (words.LOOK_FURTHER, True),
        )
        if there
    ]
    yield Rich()
    yield from (Rich(line, DIM) for line in said)


def overview_page(replay: Replay, known: Known | None, language: Language, width: int) -> RenderableType:
    """What is asked and which periods are closed, the overview, and how many findings there are."""
    top = heading(replay, known, language)
    if replay.plan is None:
        return Group(top, Rich(words.NO_PLAN.in_(language)))
    closed = closed_line(replay, language)
    return Group(top, *closed, *overview_table(replay, language, width), *findings_line(replay, language))
