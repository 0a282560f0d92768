"""The page of the follow-up register: when the board saw each criterion, and where there are gaps."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

from attrs import frozen
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Rich

from vaerebro_events.domain.commitments import Span
from vaerebro_events.domain.plan import Area
from vaerebro_events.projections.follow_up import Followed, Gap, Register, SocialData
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.terminal import calendar_strip as strips
from vaerebro_events.reports.terminal import shown, written
from vaerebro_events.reports.terminal import words as names
from vaerebro_events.reports.terminal import words_of_governance as words
from vaerebro_events.reports.terminal.calendar_strip import Calendar, Strip
from vaerebro_events.reports.terminal.columns import balanced, widest
from vaerebro_events.reports.terminal.heading import Known, heading
from vaerebro_events.reports.terminal.meetings import Meetings
from vaerebro_events.reports.terminal.outline import Agreed, agreed, by_activity, grouped, indented, titles
from vaerebro_events.reports.terminal.overview import two_lines
from vaerebro_events.text import Language, Text

NARROWEST, WIDEST = 16, 60  # of a title
MARGIN, SPACE = 2, 2
LINES_OF_KEYS = 2


@frozen(eq=False)
class Seen:
    """What the register says of one criterion in the years shown."""

    rows: Sequence[Followed]

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Its gaps, each once, also where it touches several years."""
        return tuple(dict.fromkeys(gap for row in self.rows for gap in row.gaps))

    @property
    def never(self) -> bool:
        """Whether it was not seen so far."""
        return self.rows[-1].last is None

    def last(self, language: Language) -> str:
        """The day on which it was seen last."""
        last = self.rows[-1].last
        return words.NEVER.in_(language) if last is None else written.short_day(last.day, language)

    def longest(self, language: Language) -> str:
        """Its longest gap, in days."""
        return written.days(max(gap.days for gap in self.gaps), language) if self.gaps else ""

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which it was seen."""
        return tuple(seen.day for row in self.rows for seen in row.seen)

    def strip(self, calendar: Calendar, *, usual: bool) -> Strip:
        """When it was seen."""
        return Strip(calendar, self.days, [Span(gap.first, gap.last) for gap in self.gaps], usual)


@frozen(eq=False)
class FollowUpPage:
    """The register as a page: of all years begun, or of one of them by its months.

    Criteria of an activity that were seen alike share a line, if not `every` one is asked for.
    """

    replay: Replay
    register: Register
    year: int | None
    language: Language
    width: int
    every: bool = False

    @cached_property
    def calendar(self) -> Calendar:
        """The years that are shown."""
        years = sorted({row.year for row in self.register.rows})
        return Calendar(tuple(years), self.replay.on, monthly=self.year is not None)

    @cached_property
    def found(self) -> dict[str, Seen]:
        """What there is to show of each criterion, by its key."""
        rows: dict[str, list[Followed]] = {}
        for row in sorted(self.register.rows, key=lambda row: row.year):
            rows.setdefault(row.criterion, []).append(row)
        return {key: Seen(own) for key, own in rows.items()}

    def page(self, known: Known | None) -> RenderableType:
        """How many have gaps, and which; when the criteria were seen; what was seen at each meeting."""
        top = heading(self.replay, known, self.language)
        if self.replay.plan is None:
            return Group(top, Rich(names.NO_PLAN.in_(self.language)))
        return Group(
            top,
            *self._summary(),
            *self._gaps(),
            Rich(),
            self._line(*map(self._italic, self._headings())),
            *self._rows(),
            *self._social_data(self.register.social_data),
            Rich(),
            Rich(self._legend(), "dim"),
            Rich(words.BOARD_ALONE.in_(self.language), "dim"),
            *(() if self.every else (Rich(words.FOLLOW_UP_ALL.in_(self.language), "dim"),)),
            *Meetings(self.register.meetings, self.language, self.width).table(),
        )

    def _say(self, text: Text, **values: object) -> str:
        return text.in_(self.language).format(**values)

    def _count(self, criteria: int) -> str:
        return self._say(words.ONE_CRITERION if criteria == 1 else names.CRITERIA, count=criteria)

    def _italic(self, text: str) -> Rich:
        return Rich(text, "italic dim")

    def _criteria(self) -> list[Agreed]:
        return [each for each in agreed(self.replay) if each.criterion.key in self.found]

    @cached_property
    def _usual(self) -> tuple[Gap, ...]:
        """The gaps that most criteria have; they are told once, above, and do not stand out in each row."""
        return Counter(seen.gaps for seen in self.found.values()).most_common(1)[0][0]

    def _summary(self) -> Iterator[RenderableType]:
        title = words.FOLLOW_UP if self.year is None else words.FOLLOW_UP_IN
        yield Rich("\n" + self._say(title, count=len(self.found), year=self.year), "bold")
        with_gaps = sum(bool(seen.gaps) for seen in self.found.values())
        never = sum(seen.never for seen in self.found.values())
        without = len(self.found) - with_gaps
        said = Rich(self._say(words.WITHOUT_GAPS, count=without), "green" if without else "")
        said.append(", ")
        style = "bold red" if with_gaps else ""
        said.append(self._say(words.WITH_GAPS, days=self.register.days, count=with_gaps), style)
        if never:
            said.append(", ").append(self._say(words.NEVER_SEEN, count=never), "bold red")
        yield said

    def _headings(self) -> tuple[str, str, str, str]:
        title, last, longest = (names.CRITERION, words.LAST_SEEN, words.NOT_SEEN_FOR)
        say = [text.in_(self.language) for text in (title, last, longest)]
        return say[0], self.calendar.heading(), say[1], say[2]

    @cached_property
    def _widths(self) -> tuple[int, int, int, int]:
        _, strip, last, longest = self._headings()
        lasts = widest([last, *(seen.last(self.language) for seen in self.found.values())])
        gaps = widest([longest, *(seen.longest(self.language) for seen in self.found.values())])
        taken = MARGIN + len(strip) + lasts + gaps + 3 * SPACE
        room = max(NARROWEST, min(WIDEST, widest(self._names()), self.width - taken))
        return room, len(strip), lasts, gaps

    def _line(self, *cells: RenderableType) -> RenderableType:
        grid = Table.grid(padding=(0, SPACE, 0, 0))
        title, strip, last, gap = self._widths
        grid.add_column(width=title)
        grid.add_column(width=strip)
        grid.add_column(width=last)
        grid.add_column(width=gap, justify="right")
        grid.add_row(*cells)
        return indented(grid, MARGIN)

    def _names(self) -> Iterator[str]:
        """All that may stand before a line."""
        for area, activity, found in grouped(self._criteria()):
            yield from (each.criterion.title.in_(self.language) for each in found)
            if not self.every:
                yield f"{self._title(area, activity, found)}: {self._count(len(found))}"

    def _title(self, area: Area, activity: str | None, found: Sequence[Agreed]) -> str:
        _, *own = titles(found[0].plan, area.key, activity, self.language)
        return own[0] if own else words.OF_AREA.in_(self.language)

    def _rows(self) -> Iterator[RenderableType]:
        if self.every:
            yield from by_activity(self._criteria(), self.language, self._lines)
            return
        above = None
        for area, activity, found in grouped(self._criteria()):
            if area.key != above:
                yield Rich(f"\n{area.title.in_(self.language)}", "bold reverse")
            above = area.key
            yield from self._folded(self._title(area, activity, found), found)

    def _folded(self, title: str, found: Sequence[Agreed]) -> Iterator[RenderableType]:
        """One line where all were seen alike; else a line for each that was seen otherwise."""
        alike: dict[object, list[Agreed]] = {}
        for each in found:
            seen = self.found[each.criterion.key]
            alike.setdefault((seen.days, seen.gaps, seen.rows[-1].last, each.dropped), []).append(each)
        if len(alike) == 1:
            yield from self._lines(found[0], f"{title}: {self._count(len(found))}")
            return
        yield indented(Rich(title), MARGIN)
        for own in alike.values():
            name = own[0].criterion.title.in_(self.language) if len(own) == 1 else self._count(len(own))
            yield from self._lines(own[0], name, SPACE)

    def _lines(self, each: Agreed, title: str | None = None, further: int = 0) -> Iterator[RenderableType]:
        seen = self.found[each.criterion.key]
        name = each.criterion.title.in_(self.language) if title is None else title
        lines = indented(Rich("\n".join(balanced(name, self._widths[0] - further))), further)
        last = Rich(seen.last(self.language), "bold red" if seen.never else "")
        usual = seen.gaps == self._usual
        longest = Rich(seen.longest(self.language), "" if usual else "bold red")
        yield self._line(lines, seen.strip(self.calendar, usual=usual), last, longest)
        if each.dropped:
            yield indented(self._italic(words.NO_LONGER.in_(self.language)), MARGIN + SPACE)

    def _social_data(self, found: Iterable[SocialData]) -> Iterator[RenderableType]:
        by_year = sorted(found, key=lambda each: each.year)
        days = [seen.day for each in by_year for seen in each.seen]
        seen = by_year[-1].last if by_year else None
        last = words.NEVER.in_(self.language) if seen is None else written.short_day(seen.day, self.language)
        yield Rich(f"\n{words.SOCIAL_DATA.in_(self.language)}", "bold reverse")
        times = ", ".join(f"{each.year}: {len(each.seen)}" for each in by_year)
        title = two_lines(self._say(words.SEEN_TIMES, years=times), self._widths[0])
        yield self._line(
            title, Strip(self.calendar, days), Rich(last, "bold red" if seen is None else ""), ""
        )

    def _legend(self) -> str:
        signs = (
            (words.SIGN_SEEN, strips.SEEN),
            (words.SIGN_GAP, strips.GAP),
            (words.SIGN_NOT_SEEN, strips.NOT_SEEN),
        )
        said = ", ".join(self._say(text, sign=sign[0]) for text, (sign, _) in signs)
        return self._say(words.QUARTERS if self.year is None else words.MONTHLY, signs=said)

    def _gaps(self) -> Iterator[RenderableType]:
        """Each gap once, the longest first, and the criteria that have it."""
        criteria: dict[Gap, list[str]] = {}
        for key, seen in self.found.items():
            for gap in seen.gaps:
                criteria.setdefault(gap, []).append(key)
        if not criteria:
            yield Rich(f"\n{words.NO_GAPS.in_(self.language)}")
            return
        yield Rich(f"\n{words.GAPS.in_(self.language)}", "bold underline")
        for gap, keys in sorted(criteria.items(), key=lambda item: (-item[0].days, item[0].first)):
            first, last = (written.short_day(day, self.language) for day in (gap.first, gap.last))
            days = written.days(gap.days, self.language)
            yield indented(Rich(self._say(words.GAP, first=first, last=last, days=days), "bold red"))
            if len(keys) == len(self.found):
                said = self._say(words.ALL_CRITERIA, count=len(keys))
                yield indented(Rich(said, "dim"), 2 * MARGIN)
                continue
            count = self._count(len(keys))
            room = LINES_OF_KEYS * (self.width - 2 * MARGIN - 8) - len(count)
            pieces = [(key, 1) for key in keys]
            listed = shown.clipped(pieces, room, names.MORE.in_(self.language))
            yield indented(Rich(f"{count}: {listed}", "dim"), 2 * MARGIN)
