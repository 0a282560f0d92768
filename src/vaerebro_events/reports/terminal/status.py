"""The status page: a row for each reading of each criterion, and the period it is judged for."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Rich

from vaerebro_events.domain.governance import MarkedAsSample
from vaerebro_events.domain.plan import Criterion, Plan
from vaerebro_events.domain.text import Language
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.status import Status
from vaerebro_events.reports.terminal import shown, words
from vaerebro_events.reports.terminal.outline import indented, outline

GAP = 2
MARK = 2
NARROWEST = 12  # of a reading's title


def nearest(replay: Replay) -> tuple[Status, ...]:
    """One status for each reading: of the period that holds the day, else of the nearest one begun."""
    readings = dict.fromkeys((status.criterion, status.reading) for status in replay.statuses)
    return tuple(replay.status(*reading) for reading in readings)


def reading_title(plan: Plan, status: Status, language: Language) -> str:
    """The title of the reading that a status is of."""
    criteria = (criterion for criterion in plan.criteria if criterion.key == status.criterion)
    readings = (reading for criterion in criteria for reading in criterion.readings)
    return next(reading.title.in_(language) for reading in readings if reading.key == status.reading)


def heading(replay: Replay, known: str | None, language: Language) -> Rich:
    """What is asked: the plan, the day, and the time as known at."""
    as_known = words.KNOWN_ALL if known is None else words.KNOWN_AT
    said = as_known.in_(language).format(known=known)
    asked = words.ON.in_(language).format(on=replay.on, known=said)
    up_to = words.UP_TO.in_(language).format(position=replay.position)
    title = "" if replay.plan is None else replay.plan.title.in_(language) + "\n"
    return Rich.assemble((title, "bold"), f"{asked} ({up_to})", sample_line(replay, language))


def sample_line(replay: Replay, language: Language) -> str:
    """A line that says so, where the logbook is a made-up sample."""
    marked = any(isinstance(entry.fact, MarkedAsSample) for entry in replay.log[:2])
    return f"\n{words.SAMPLE.in_(language)}" if marked else ""


def widest(texts: Iterable[str]) -> int:
    """The length of the longest text, or 0."""
    return max(map(len, texts), default=0)


@frozen
class Columns:
    """The widths of the columns, the same under every criterion so that rows align."""

    reading: int
    period: int
    state: int
    reached: int

    @classmethod
    def of(cls, plan: Plan, statuses: Sequence[Status], language: Language, width: int) -> "Columns":
        """As wide as what they hold; a reading's title takes what is left, and wraps."""
        titles = [words.READING.in_(language)]
        titles.extend(reading_title(plan, status, language) for status in statuses)
        headings = (words.PERIOD.in_(language), words.STATE.in_(language), words.REACHED.in_(language))
        period = widest((headings[0], *(shown.period(status.period) for status in statuses)))
        state = widest((headings[1], *(words.state_words(status.state, language) for status in statuses)))
        reached = widest((headings[2], *(shown.reached(status, language) for status in statuses)))
        left = width - MARK * 2 - period - state - reached - shown.BAR - 4 * GAP
        return cls(max(NARROWEST, min(widest(titles), left)), period, state, reached)

    def row(self, *cells: RenderableType) -> RenderableType:
        """One row: mark, reading, period, state, value of target, bar."""
        grid = Table.grid(padding=(0, GAP, 0, 0))
        grid.add_column(width=MARK - GAP + 1)
        for width in (self.reading, self.period, self.state):
            grid.add_column(width=width)
        grid.add_column(width=self.reached, justify="right")
        grid.add_column(width=shown.BAR)
        grid.add_row(*cells)
        return indented(grid, 1)

    def under_period(self, text: str) -> RenderableType:
        """A line that begins under the period."""
        return indented(Rich(text, "dim"), MARK + GAP + self.reading + GAP)


def status_rows(
    plan: Plan, statuses: Iterable[Status], columns: Columns, language: Language
) -> Iterator[RenderableType]:
    """The rows of one criterion's statuses, each with the figures within its figure under it."""
    for status in statuses:
        yield columns.row(
            "≠" if status.disagree else "",
            reading_title(plan, status, language),
            shown.period(status.period),
            Rich(words.state_words(status.state, language), words.STYLES[status.state]),
            shown.reached(status, language),
            shown.Bar.of(status),
        )
        if status.parts:
            yield columns.under_period(shown.listed(shown.parts(plan, status, language)))


def heading_row(columns: Columns, language: Language) -> RenderableType:
    """The names of the columns."""
    names = (words.READING, words.PERIOD, words.STATE, words.REACHED)
    return columns.row("", *(Rich(name.in_(language), "italic dim") for name in names), "")


def status_page(
    replay: Replay, known: str | None, statuses: Sequence[Status], language: Language, width: int
) -> RenderableType:
    """Statuses by area, activity and criterion."""
    plan = replay.plan
    top = heading(replay, known, language)
    if plan is None:
        return Group(top, Rich(words.NO_PLAN.in_(language)))
    columns = Columns.of(plan, statuses, language, width)

    def rows(criterion: Criterion) -> Iterator[RenderableType]:
        own = [status for status in statuses if status.criterion == criterion.key]
        return status_rows(plan, own, columns, language)

    disagree = any(status.disagree for status in statuses)
    legend = [Rich("\n" + words.DISAGREE.in_(language), "dim")] if disagree else []
    return Group(top, Rich(), heading_row(columns, language), *outline(plan, language, rows), *legend)
