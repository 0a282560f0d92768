"""The page of what is due: what is over its day, what is to be done now; and all else, when asked."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from attrs import frozen
from rich.console import Group, RenderableType
from rich.text import Text as Rich

from vaerebro_events.domain.calendar import add_months
from vaerebro_events.domain.commitments import Span
from vaerebro_events.domain.plan import IndicatorSource
from vaerebro_events.projections.due import Due, DueKind, DueState
from vaerebro_events.projections.milestones import Milestone, MilestoneState
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.terminal import words as names
from vaerebro_events.reports.terminal import words_of_governance as words
from vaerebro_events.reports.terminal import written
from vaerebro_events.reports.terminal.heading import Known, heading
from vaerebro_events.reports.terminal.named import Named
from vaerebro_events.reports.terminal.outline import indented
from vaerebro_events.reports.terminal.tables import plain_table
from vaerebro_events.text import Language, Text

MONTHS_AHEAD = 6

SAYS: Mapping[DueKind, Text] = {
    DueKind.SIX_MONTHS: words.SIX_MONTHS,
    DueKind.BASELINE: words.BASELINE_DUE,
    DueKind.VOLUNTEER_CONTACT: words.CONTACT,
    DueKind.MILESTONE: words.MILESTONE_DUE,
    DueKind.DUTY: words.DUTY_DUE,
    DueKind.MEETINGS: words.MEETINGS_DUE,
    DueKind.UPLOAD: words.UPLOAD_DUE,
}

# A figure, by how its indicator is measured.
FIGURES: Mapping[IndicatorSource, Text] = {
    IndicatorSource.ASSESSMENT: words.ASSESSMENT_DUE,
    IndicatorSource.SURVEY: words.SURVEY_DUE,
    IndicatorSource.MEASUREMENT: words.MEASUREMENT_DUE,
}

MILESTONE_STATES: Mapping[MilestoneState, tuple[Text, str]] = {
    MilestoneState.NOT_YET: (Text(da="ikke nået endnu", en="not yet reached"), ""),
    MilestoneState.OVERDUE: (Text(da="over fristen", en="overdue"), "bold red"),
    MilestoneState.REACHED: (Text(da="nået", en="reached"), "green"),
    MilestoneState.REACHED_LATE: (Text(da="nået for sent", en="reached late"), "yellow"),
    MilestoneState.DROPPED: (Text(da="opgivet", en="dropped"), "dim"),
}


@frozen(eq=False)
class DuePage:
    """What is due on a day, in a language; with `every`, also what was done and what comes."""

    replay: Replay
    found: Sequence[Due]
    milestones: Sequence[Milestone]
    language: Language
    every: bool

    @cached_property
    def _named(self) -> Named:
        return Named(self.replay, self.language)

    def page(self, known: Known | None) -> RenderableType:
        """What is over its day, what is to be done now, and what else is asked for."""
        top = heading(self.replay, known, self.language)
        if self.replay.plan is None:
            return Group(top, Rich(names.NO_PLAN.in_(self.language)))
        return Group(top, *self._sections())

    def _sections(self) -> Iterator[RenderableType]:
        pressing = [each for each in self.found if each.state in (DueState.OVERDUE, DueState.DUE)]
        if not pressing:
            yield Rich(f"\n{words.NOTHING_DUE.in_(self.language)}")
        yield from self._section(words.OVERDUE, self._in(DueState.OVERDUE), "bold red")
        yield from self._section(words.DUE_NOW, self._in(DueState.DUE), "bold yellow")
        if not self.every:
            yield Rich(f"\n{words.DUE_ALL.in_(self.language)}", "dim")
            return
        until = add_months(self.replay.on, MONTHS_AHEAD)
        coming = [each for each in self._in(DueState.NOT_YET) if each.last <= until]
        yield from self._section(words.COMING, coming, "bold", day=written.day(until, self.language))
        # Of milestones, the section about them says more.
        late, done = (
            [each for each in self._in(state) if each.kind is not DueKind.MILESTONE]
            for state in (DueState.DONE_LATE, DueState.DONE)
        )
        yield from self._milestones()
        yield from self._section(words.DONE_LATE, late, "bold")
        yield from self._section(words.DONE, done, "bold")

    def _in(self, state: DueState) -> list[Due]:
        return [each for each in self.found if each.state is state]

    def _section(
        self, title: Text, found: Sequence[Due], style: str, **said: str
    ) -> Iterator[RenderableType]:
        if found:
            text = title.in_(self.language).format(count=len(found), **said)
            yield Rich(f"\n{text}", style)
            columns: list[tuple[Text, Sequence[RenderableType]]] = [
                (words.LAST_DAY, [self._day(each.last) for each in found]),
                (names.STATE, [self._how_long(each) for each in found]),
                (words.WHAT_IS_DUE, [self._what(each) for each in found]),
            ]
            told = [(name.in_(self.language), cells) for name, cells in columns if any(map(str, cells))]
            rows = zip(*(cells for _, cells in told), strict=True)
            yield indented(plain_table([name for name, _ in told], rows))

    def _day(self, day: date) -> str:
        return written.short_day(day, self.language)

    def _how_long(self, each: Due) -> str:
        """How many days over or to go, or when it was done."""
        days = (each.last - self.replay.on).days
        match each.state:
            case DueState.OVERDUE:
                return self._days(words.DAYS_OVER, -days)
            case DueState.DUE:
                return self._days(words.IN_DAYS, days) if days else words.TODAY.in_(self.language)
            case DueState.NOT_YET:
                return words.FROM_DAY.in_(self.language).format(day=self._day(each.first))
            case DueState.DONE_LATE if each.done_on is not None:
                return self._days(words.DAYS_LATE, (each.done_on - each.last).days)
            case _:
                return ""

    def _days(self, text: Text, count: int) -> str:
        return text.in_(self.language).format(days=written.days(count, self.language))

    def _says(self, each: Due) -> Text:
        if each.kind is DueKind.MEETINGS and not each.missing:
            return words.MEETINGS_TOLD
        indicator = self._named.indicator(each.subject) if each.kind is DueKind.FIGURE else None
        return SAYS[each.kind] if indicator is None else FIGURES[indicator.source]

    def _what(self, each: Due) -> Rich:
        """What is to be done, and under it of which activity or party, by which source, and when it was."""
        about = "" if each.about is None else span_name(each.about, self.language)
        subject = self._named.of(each.subject)
        said = self._says(each).in_(self.language).format(subject=subject, about=about, missing=each.missing)
        source = self._named.source(each.subject) if each.kind is DueKind.DUTY else ""
        under = (source, ", ".join(self._beside(each)))
        return Rich(said).append("".join(f"\n{line}" for line in under if line), "dim")

    def _beside(self, each: Due) -> Iterator[str]:
        if each.of is not None:
            yield self._named.of(each.of)
        if each.done_on is not None:
            yield self._done(each, each.done_on)
        elif each.entry is not None:
            yield f"{names.ENTRY.in_(self.language)} {each.entry}"

    def _done(self, each: Due, on: date) -> str:
        """When it was done: after the day asked about, or by the first figure about several years."""
        about = each.about if each.kind is DueKind.FIGURE else None
        several = about is not None and about.first.year < about.last.year and on < about.last
        text = words.FIRST_ONE if several else words.DONE_ON
        if on > self.replay.on:
            text = words.DONE_LATER
        return text.in_(self.language).format(day=self._day(on), position=each.done_by)

    def _milestones(self) -> Iterator[RenderableType]:
        if self.milestones:
            yield Rich(f"\n{words.MILESTONES.in_(self.language)}", "bold")
            columns = (words.PLANNED, names.STATE, words.MILESTONE)
            rows = map(self._milestone, self.milestones)
            yield indented(plain_table([name.in_(self.language) for name in columns], rows))

    def _milestone(self, each: Milestone) -> tuple[str, Rich, Rich]:
        planned = self._day(each.due)
        if each.due != each.first_due:
            moved = words.MOVED_TO.in_(self.language)
            planned = moved.format(first=self._day(each.first_due), due=planned)
        text, style = MILESTONE_STATES[each.state]
        state = text.in_(self.language)
        if each.ended_on is not None:
            state = words.ON_DAY.in_(self.language).format(state=state, day=self._day(each.ended_on))
        beside = [] if each.activity is None else [self._named.of(each.activity)]
        if each.moves:
            text = words.MOVED_ONCE if each.moves == 1 else words.MOVES
            beside.append(text.in_(self.language).format(count=each.moves))
        what = Rich(each.key).append(f"\n{', '.join(beside)}" if beside else "", "dim")
        return planned, Rich(state, style), what


def span_name(span: Span, language: Language) -> str:
    """A time by the name people use: a year or years, a half-year, or both its days.

    >>> from datetime import date
    >>> from vaerebro_events.domain.commitments import Span
    >>> from vaerebro_events.reports.terminal.due import span_name
    >>> span_name(Span(date(2021, 7, 1), date(2021, 12, 31)), "da")
    '2. halvår 2021'
    """
    first, last = (f"{day:%m-%d}" for day in span)
    one_year = span.first.year == span.last.year
    match first, last:
        case "01-01", "12-31":
            return str(span.first.year) if one_year else f"{span.first.year}-{span.last.year}"
        case "01-01", "06-30" if one_year:
            return words.FIRST_HALF.in_(language).format(year=span.first.year)
        case "07-01", "12-31" if one_year:
            return words.SECOND_HALF.in_(language).format(year=span.first.year)
        case _:
            return f"{written.short_day(span.first, language)} - {written.short_day(span.last, language)}"
