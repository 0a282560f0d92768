"""The columns of a status page: a row for each status, and under it what belongs to it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from attrs import frozen
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text as Rich

from vaerebro_events.projections.judgement import LACKS
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.status import Status
from vaerebro_events.reports.terminal import shown, words
from vaerebro_events.reports.terminal.outline import indented
from vaerebro_events.text import Language

GAP = 2
LEFT = 4  # before a reading's title: a margin, the mark, a gap
NARROWEST, COMFORTABLE = 12, 24  # of a reading's title
TWO = 2  # lines


def widest(texts: Iterable[str]) -> int:
    """The length of the longest text, or 0."""
    return max(map(len, texts), default=0)


def narrowed(texts: Iterable[str]) -> int:
    """How wide a column must be where its texts may go on in a second line.

    >>> from vaerebro_events.reports.terminal.columns import narrowed
    >>> narrowed(["2021", "by 2020-12-31", "2020-09-01 - 2021-08-31"])
    12
    """
    return max(
        next(width for width in range(widest(text.split()), len(text) + 1) if len(wrap(text, width)) <= TWO)
        for text in texts
        if text
    )


def narrowed_states(statuses: Iterable[Status], language: Language) -> int:
    """How wide states must be where only what something awaits may go on in a second line."""
    said = [(words.state_words(status.state, language), status.state in LACKS) for status in statuses]
    names = [words.STATE.in_(language), *(text for text, _ in said)]
    return max(narrowed(names), widest(text for text, awaits in said if not awaits))


def balanced(title: str, width: int) -> list[str]:
    """A title in as few lines as the width allows, none of them longer than it must be.

    >>> from vaerebro_events.reports.terminal.columns import balanced
    >>> balanced("two seasons of 16 meetings each", 26)
    ['two seasons of', '16 meetings each']
    """
    lines = wrap(title, width)
    narrowest = max(len(title) // max(1, len(lines)), widest(title.split()))
    narrower = (wrap(title, less) for less in range(narrowest, width))
    return next((found for found in narrower if len(found) == len(lines)), lines)


def reading_title(replay: Replay, status: Status, language: Language) -> str:
    """The title of the reading that a status is of, as the version that judges it has it."""
    criterion = replay.plan_of(status).criterion(status.criterion)
    assert criterion is not None
    return next(each.title.in_(language) for each in criterion.readings if each.key == status.reading)


def reading_and_period(replay: Replay, status: Status, language: Language) -> str:
    """What a status is of, in a line."""
    title, period = reading_title(replay, status, language), shown.period(status.period, language)
    return title if title == period else f"{title}, {period}"


@frozen
class Columns:
    """The widths of the columns, the same under every criterion so that rows align."""

    reading: int
    period: int
    state: int
    reached: int
    page: int

    @classmethod
    def of(cls, replay: Replay, statuses: Sequence[Status], language: Language, width: int) -> "Columns":
        """As wide as what they hold; a reading's title wraps where it is longer than what is left."""
        titles = [words.READING.in_(language)]
        titles.extend(reading_title(replay, status, language) for status in statuses)
        headings = (words.PERIOD.in_(language), words.STATE.in_(language), words.REACHED.in_(language))
        periods = [headings[0], *(shown.period(status.period, language) for status in statuses)]
        states = [headings[1], *(words.state_words(status.state, language) for status in statuses)]
        reached = widest((headings[2], *(shown.reached(status, language) for status in statuses)))
        left = width - LEFT - reached - shown.BAR - 4 * GAP
        period, state = widest(periods), widest(states)
        if left - period - state < COMFORTABLE:
            period, state = narrowed(periods), narrowed_states(statuses, language)
        room = max(NARROWEST, left - period - state)
        reading = widest(line for title in titles for line in balanced(title, room))
        return cls(reading, period, state, reached, width)

    def _line(self, *cells: RenderableType) -> RenderableType:
        """One line: mark, reading, period, state, value and target, bar."""
        grid = Table.grid(padding=(0, GAP, 0, 0))
        for width in (1, self.reading, self.period, self.state):
            grid.add_column(width=width)
        grid.add_column(width=self.reached, justify="right")
        grid.add_column(width=shown.BAR)
        grid.add_row(*cells)
        return indented(grid, 1)

    def row(
        self, mark: str, title: str, cells: Sequence[RenderableType], notes: Sequence[str] = ()
    ) -> Iterator[RenderableType]:
        """One row; a long title goes on in the lines under it, and beside it stand the notes."""
        period, state, *_ = map(str, cells)
        height = max(len(wrap(period, self.period)), len(wrap(state, self.state)), 1)
        titles = balanced(title, self.reading)
        yield self._line(mark, "\n".join(titles[:height]), *cells)
        more = titles[height:]
        start = LEFT + self.reading + GAP
        room = max(NARROWEST, self.page - start)
        lines = [line for note in notes for line in wrap(note, room, subsequent_indent="  ")]
        for rest, line in zip_longest(more, lines, fillvalue=""):
            yield Rich.assemble((" " * LEFT + rest).ljust(start), (line, "dim"))

    def heading(self, language: Language) -> Iterator[RenderableType]:
        """The names of the columns."""
        names = (words.PERIOD, words.STATE, words.REACHED)
        style = "italic dim"
        cells = [Rich(name.in_(language), style) for name in names]
        yield self._line("", Rich(words.READING.in_(language), style), *cells, "")
