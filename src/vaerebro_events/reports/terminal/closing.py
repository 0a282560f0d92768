"""The pages of a closed period: what was closed, and what would be reported otherwise now."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from attrs import frozen
from rich.console import Group, RenderableType
from rich.text import Text as Rich

from vaerebro_events.domain.amendments import told_of
from vaerebro_events.domain.calendar import day_of
from vaerebro_events.domain.closing import PeriodClosed, ReportedStatus
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.governance import PlanRevised, ReadingChosen
from vaerebro_events.domain.plan import Criterion
from vaerebro_events.projections.closing import Cause, Key, Restated, SinceClosing
from vaerebro_events.projections.judgement import Aim, Figure, State
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.status import Status
from vaerebro_events.reports.terminal import shown, written
from vaerebro_events.reports.terminal import words as names
from vaerebro_events.reports.terminal import words_of_governance as words
from vaerebro_events.reports.terminal.amendments import ARROW
from vaerebro_events.reports.terminal.causes import causes_table
from vaerebro_events.reports.terminal.columns import reading_and_period
from vaerebro_events.reports.terminal.difference import because_of, figures_and_state
from vaerebro_events.reports.terminal.heading import Known, heading, period_name
from vaerebro_events.reports.terminal.named import Named
from vaerebro_events.reports.terminal.outline import agreed, indented, outline
from vaerebro_events.reports.terminal.overview import Strip
from vaerebro_events.text import Language, Text

# What decisions about the agreement are called, where they make a row another.
DECIDED: Mapping[type[Fact], Text] = {PlanRevised: words.REVISED_BY, ReadingChosen: words.CHOSEN_BY}


def _closing(entry: Entry) -> PeriodClosed:
    assert isinstance(entry.fact, PeriodClosed)
    return entry.fact


def closed_page(replay: Replay, entry: Entry, language: Language) -> RenderableType:
    """What was closed, by which agreement and library, and how many rows there are of each state."""
    closing = _closing(entry)
    said = words.CLOSED.in_(language).format(
        period=period_name(replay, closing.period), position=entry.position, known=closing.as_known
    )
    return _closing_page(said, closing, language)


def to_close_page(replay: Replay, entry: Entry, language: Language) -> RenderableType:
    """What would be closed: the period with its last day, and how many rows there are of each state."""
    closing = _closing(entry)
    said = words.TO_CLOSE.in_(language).format(
        period=period_name(replay, closing.period),
        day=written.day(entry.occurred_on, language),
        known=closing.as_known,
    )
    return _closing_page(said, closing, language)


def _closing_page(said: str, closing: PeriodClosed, language: Language) -> RenderableType:
    by = words.CLOSED_BY.in_(language).format(plan=closing.plan_entry, library=closing.library)
    states = [State(status.state) for status in closing.statuses]
    return Group(Rich(said, "bold"), Rich(by), Strip.of(states, language, words.ROWS))


def figure_of(text: str) -> Figure:
    """A figure as a closing holds it.

    >>> from vaerebro_events.reports.terminal.closing import figure_of
    >>> figure_of("8"), figure_of("3/4")
    (8, Fraction(3, 4))
    """
    return Fraction(text) if "/" in text else int(text)


def _figures(status: ReportedStatus, aim: Aim, language: Language) -> str:
    value, target = (None if text is None else figure_of(text) for text in (status.value, status.target))
    if value is not None and target is not None:
        return shown.of_target(value, target, language, aim)
    if target is not None:
        return f"({shown.SIGNS[aim]} {written.figure(target, language)})"
    return "" if value is None else written.figure(value, language)


def reported_line(status: ReportedStatus, aim: Aim, language: Language) -> Rich:
    """What a closing reported of a row, in a line."""
    figures = _figures(status, aim, language)
    return figures_and_state(figures, State(status.state), language, no_value=status.value is None)


@frozen(eq=False)
class SincePage:
    """What a closing reported, held against what would be reported now; within a width."""

    replay: Replay
    since: SinceClosing
    language: Language
    width: int

    @property
    def then(self) -> Replay:
        """The replay that was closed."""
        closing = self.since.closing
        return self.replay.at(closing.occurred_on, _closing(closing).as_known)

    def page(self, known: Known | None) -> RenderableType:
        """The closing, what is otherwise now and why, and the entries that made the difference."""
        then, now = self.then, self.replay.at(self.since.closing.occurred_on, self.replay.position)
        found = self.since.restated
        said = words.RESTATED.in_(self.language).format(count=len(found))
        unchanged = words.UNCHANGED.in_(self.language).format(count=self.since.unchanged)
        return Group(
            heading(self.replay, known, self.language),
            Rich(f"\n{self._closed()}", "bold"),
            Rich(self._by()),
            Rich(f"\n{unchanged}"),
            Rich(f"\n{said}", "bold reverse"),
            *self._restated(then, now),
            *self._entries(then, now),
        )

    def _closed(self) -> str:
        closing = _closing(self.since.closing)
        return words.WAS_CLOSED.in_(self.language).format(
            period=period_name(self.replay, closing.period),
            day=written.day(day_of(self.since.closing.recorded_at), self.language),
            position=self.since.closing.position,
            known=closing.as_known,
        )

    def _by(self) -> str:
        closing = _closing(self.since.closing)
        return words.CLOSED_BY.in_(self.language).format(plan=closing.plan_entry, library=closing.library)

    def _restated(self, then: Replay, now: Replay) -> Iterator[RenderableType]:
        by_criterion: dict[str, list[Restated]] = {}
        for row in self.since.restated:
            by_criterion.setdefault(row.key[0], []).append(row)
        judged: dict[Key, tuple[Replay, Status]] = {
            status.key: (replay, status) for replay in (then, now) for status in replay.statuses
        }

        def lines(criterion: Criterion) -> Iterator[RenderableType]:
            for row in by_criterion.get(criterion.key, ()):
                yield from self._row(row, judged)

        yield from outline(agreed(now, then), self.language, lines)

    def _row(self, row: Restated, judged: Mapping[Key, tuple[Replay, Status]]) -> Iterator[RenderableType]:
        aim, title = Aim.AT_LEAST, self._title(row.key)
        if row.key in judged:
            replay, status = judged[row.key]
            aim, title = status.aim, reading_and_period(replay, status, self.language)
        old = self._said(row.reported, aim, words.NOT_REPORTED)
        new = self._said(row.now, aim, words.NOT_JUDGED)
        said = Rich.assemble(old, f" {ARROW} ", new)
        fits = 4 + len(title) + 2 + len(said) <= self.width
        yield indented(Rich.assemble(f"{title}:", " " if fits else "\n  ", said), 4)
        yield indented(Rich(self._because(row), "dim"), 6)

    def _title(self, key: Key) -> str:
        """What a row is of, where this library judges no such row any more."""
        criterion, reading, period = key
        return f"{Named(self.replay, self.language).reading(criterion, reading)}, {period}"

    def _said(self, status: ReportedStatus | None, aim: Aim, none: Text) -> Rich:
        if status is None:
            return Rich(none.in_(self.language))
        return reported_line(status, aim, self.language)

    def _because(self, row: Restated) -> str:
        """Why a row is another: decisions about the agreement, entries, the library."""
        by_kind: dict[Text | None, list[int]] = {}
        for at in row.caused_by:
            told = self.replay.log[told_of(self.replay.log[at - 1]) - 1].fact
            by_kind.setdefault(DECIDED.get(type(told)), []).append(at)
        said = [
            because_of(found, self.language)
            if kind is None
            else kind.in_(self.language).format(positions=shown.positions(found))
            for kind, found in by_kind.items()
        ]
        if Cause.LIBRARY in row.causes:
            said.append(words.NEWER_LIBRARY.in_(self.language))
        return ", ".join(said)

    def _entries(self, then: Replay, now: Replay) -> Iterator[RenderableType]:
        found = self.since.entries
        if found:
            made_it = names.MADE_IT.in_(self.language).format(count=len(found))
            yield Rich(f"\n{made_it}\n", "bold reverse")
            yield causes_table(then, now, found, self.language)
