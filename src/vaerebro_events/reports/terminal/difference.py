"""Two replays side by side: what each says, what differs, and which entries made the difference."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Rich

from vaerebro_events.domain.plan import Criterion, Plan
from vaerebro_events.domain.text import Language
from vaerebro_events.projections.difference import Difference, Key, StatusChange, difference
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.status import Status
from vaerebro_events.reports.terminal import shown, words
from vaerebro_events.reports.terminal.amendments import ARROW
from vaerebro_events.reports.terminal.causes import causes_table
from vaerebro_events.reports.terminal.columns import balanced, reading_and_period, reading_title, widest
from vaerebro_events.reports.terminal.heading import sample_line, up_to
from vaerebro_events.reports.terminal.outline import indented, outline
from vaerebro_events.reports.terminal.status import nearest

WIDE = 100
# Of one side's cell: state and figure in one line, or one under the other.
SIDE_NARROW, SIDE_WIDE = 18, 26
FRAME = 4 + 2 + 2 + 2 + 1 + 2  # what stands between and around the columns


@frozen
class Sides:
    """Two replays of one logbook, each by the name of when it is known."""

    before: Replay
    after: Replay
    names: tuple[str, str]
    language: Language
    width: int

    @property
    def side(self) -> int:
        """The width of one side."""
        return SIDE_WIDE if self.width >= WIDE else SIDE_NARROW

    def name(self, side: int) -> str:
        """The name above one side."""
        return words.SIDE.in_(self.language).format(known=self.names[side])

    def cell(self, status: Status | None) -> Rich:
        """What one side says: figure and state."""
        if status is None:
            return Rich("-", "dim")
        state = Rich(words.state_words(status.state, self.language), words.STYLES[status.state])
        figure = shown.reached(status, self.language)
        if not figure:
            return state
        fits = len(figure) + 2 + len(state) <= self.side
        return Rich.assemble(figure, "  " if fits else "\n", state)


def _pairs(sides: Sides) -> dict[Key, tuple[Status | None, Status | None]]:
    old = {status.key: status for status in nearest(sides.before)}
    new = {status.key: status for status in nearest(sides.after)}
    return {key: (old.get(key), new.get(key)) for key in {**old, **new}}


def _grid(sides: Sides, reading: int, period: int) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    for width in (reading, period, sides.side, 1, sides.side):
        grid.add_column(width=width)
    return grid


def side_by_side(plan: Plan, sides: Sides, changed: Sequence[StatusChange]) -> Iterator[RenderableType]:
    """A row for each reading: what was known before, and what was known after; an arrow where they differ."""
    pairs = _pairs(sides)
    statuses = [status for pair in pairs.values() for status in pair if status is not None]
    titles = [reading_title(plan, status, sides.language) for status in statuses]
    period = widest(shown.period(status.period) for status in statuses)
    room = sides.width - FRAME - period - 2 * sides.side
    reading = max(12, min(widest(titles), room))
    keys = {change.key for change in changed}

    def rows(criterion: Criterion) -> Iterator[RenderableType]:
        grid = _grid(sides, reading, period)
        for key, (old, new) in pairs.items():
            status = new or old
            if key[0] == criterion.key and status is not None:
                title = "\n".join(balanced(reading_title(plan, status, sides.language), reading))
                span = shown.period(status.period)
                grid.add_row(title, span, sides.cell(old), ARROW if key in keys else "", sides.cell(new))
        if grid.row_count:
            yield indented(grid, 4)

    names = _grid(sides, reading, period)
    names.add_row("", "", *(Rich(name, "italic dim") for name in (sides.name(0), "", sides.name(1))))
    yield indented(names, 4)
    yield from outline(plan, sides.language, rows)


def _said(status: Status | None, language: Language) -> Rich:
    if status is None:
        return Rich(words.NOT_THERE.in_(language))
    state = (words.state_words(status.state, language), words.STYLES[status.state])
    figure = shown.reached(status, language)
    return Rich.assemble(figure, " " if figure else "", state)


def _parts(plan: Plan, status: Status | None, language: Language) -> Mapping[str, str]:
    none: Mapping[str, str] = {}
    return none if status is None else shown.parts(plan, status, language)


def _changed_parts(plan: Plan, change: StatusChange, language: Language) -> Mapping[str, str]:
    old, new = (_parts(plan, status, language) for status in (change.before, change.after))
    none = words.NONE.in_(language)
    return {
        name: f"{old.get(name, none)} {ARROW} {new.get(name, none)}"
        for name in {**old, **new}
        if old.get(name) != new.get(name)
    }


def _because(change: StatusChange, language: Language) -> str:
    causes = change.caused_by
    if not causes:
        return words.BECAUSE_OF_DAYS.in_(language)
    said = words.BECAUSE_OF_ONE if len(causes) == 1 else words.BECAUSE_OF
    return said.in_(language).format(positions=shown.positions(causes))


def _change(plan: Plan, change: StatusChange, sides: Sides) -> Iterator[RenderableType]:
    status = change.after or change.before
    assert status is not None
    old, new = _said(change.before, sides.language), _said(change.after, sides.language)
    title = f"{reading_and_period(plan, status, sides.language)}:"
    said = Rich.assemble(old, f" {ARROW} ", new)
    fits = 4 + len(title) + 1 + len(said) <= sides.width
    yield indented(Rich.assemble(title, " " if fits else "\n  ", said), 4)
    parts = _changed_parts(plan, change, sides.language)
    if parts:
        yield indented(Rich(shown.listed(parts)), 6)
    yield indented(Rich(_because(change, sides.language), "dim"), 6)


def changes(plan: Plan, sides: Sides, found: Difference) -> Iterator[RenderableType]:
    """Each status that differs, before and after, and because of which entries."""
    by_criterion: Mapping[str, list[StatusChange]] = {criterion.key: [] for criterion in plan.criteria}
    for change in found.changed:
        by_criterion[change.key[0]].append(change)

    def lines(criterion: Criterion) -> Iterator[RenderableType]:
        for change in by_criterion[criterion.key]:
            yield from _change(plan, change, sides)

    return outline(plan, sides.language, lines)


def difference_page(sides: Sides) -> RenderableType:
    """Both sides, what differs, and the entries that made the difference."""
    plan = sides.after.plan
    assert plan is not None
    found = difference(sides.before, sides.after)
    language = sides.language
    asked = words.BOTH.in_(language).format(
        on=shown.day(sides.after.on, language),
        before=sides.names[0],
        up_to_before=up_to(sides.before.position, language),
        after=sides.names[1],
        up_to_after=up_to(sides.after.position, language),
    )
    differs = words.DIFFERS.in_(language).format(count=len(found.changed))
    made_it = words.MADE_IT.in_(language).format(count=len(found.entries))
    return Group(
        Rich.assemble((f"{plan.title.in_(language)}\n", "bold"), asked, sample_line(sides.after, language)),
        Rich(),
        *side_by_side(plan, sides, found.changed),
        Rich(f"\n{differs}", "bold reverse"),
        *changes(plan, sides, found),
        Rich(f"\n{made_it}\n", "bold reverse"),
        causes_table(sides.before, sides.after, found.entries, language),
    )
