"""The page of one criterion: its statuses, and why: the rule, what counted, what did not, what is open."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen
from rich.console import Group, RenderableType
from rich.text import Text as Rich

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.plan import Criterion, Words
from vaerebro_events.projections.closed import after_closing, closing_fact, closings
from vaerebro_events.projections.closing import as_reported
from vaerebro_events.projections.judgement import LeftOut, Why
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.rules import Distinct, KeptSixMonths
from vaerebro_events.projections.status import Status
from vaerebro_events.reports.terminal import shown, words
from vaerebro_events.reports.terminal import words_of_governance as governance
from vaerebro_events.reports.terminal.closing import reported_line
from vaerebro_events.reports.terminal.columns import reading_and_period
from vaerebro_events.reports.terminal.decisions import default_mark, version_line, version_of
from vaerebro_events.reports.terminal.facts import called
from vaerebro_events.reports.terminal.heading import Known, heading, period_name
from vaerebro_events.reports.terminal.outline import INDENT, agreed, indented
from vaerebro_events.reports.terminal.rule import RuleInWords
from vaerebro_events.reports.terminal.status import statuses_table
from vaerebro_events.text import Language, Text

LINES = 2  # of positions
LINES_OF_REFERENCES = 3
YOUTH = "youth"
TIMES = "\N{MULTIPLICATION SIGN}"


def _line(name: Text, said: str, language: Language) -> RenderableType:
    return indented(Rich.assemble((f"{name.in_(language)}: ", "bold"), said))


@frozen
class _Listing:
    """How long lists are shown: a few lines, and how many more there are."""

    language: Language
    width: int

    def line(
        self,
        name: Text,
        start: str,
        pieces: Sequence[tuple[str, int]],
        *,
        lines: int = LINES,
        more: Text = words.MORE_LISTED,
        between: str = ", ",
    ) -> RenderableType:
        """A name, what is said first, and as much of a list as has room."""
        taken = len(name.in_(self.language)) + len(start) + 4
        # Words are not broken, so a line holds a little less than its width; and so many more take room too.
        room = lines * (self.width - INDENT - 8) - taken - len(more.in_(self.language))
        said = f"{start}: {shown.clipped(pieces, room, more.in_(self.language), between)}"
        return _line(name, said, self.language)

    def number(self, count: int) -> str:
        """So many entries."""
        return f"{count} {(words.ENTRY if count == 1 else words.ENTRIES).in_(self.language)}"

    def counted(self, entries: Sequence[Entry]) -> RenderableType:
        """The entries that counted, and how many of each kind where there are several."""
        if not entries:
            return _line(words.COUNTED, words.NOTHING.in_(self.language), self.language)
        kinds = Counter(called(entry.fact, self.language) for entry in entries)
        said = ", ".join(shown.times(count, name) for name, count in kinds.most_common())
        start = self.number(len(entries)) + (f" ({said})" if len(kinds) > 1 else "")
        return self.line(words.COUNTED, start, shown.spans(entry.position for entry in entries))

    def amended(self, entries: Sequence[Entry]) -> Iterator[RenderableType]:
        """Which of the entries are not as they were recorded first, and what amended them."""
        see = words.SEE.in_(self.language)
        pieces = [
            (f"{entry.position} ({see} {entry.amended_by})", 1) for entry in entries if entry.amended_by
        ]
        if pieces:
            yield self.line(words.AMENDED, self.number(len(pieces)), pieces)

    def different(self, entries: Counter[str]) -> RenderableType:
        """Which different ones are behind a figure, with the number of its entries, if several."""
        most_first = sorted(entries.items(), key=lambda item: (-item[1], item[0]))
        pieces = [(f"{who} {TIMES}{count}" if count > 1 else who, 1) for who, count in most_first]
        return self.line(
            words.DIFFERENT, str(len(pieces)), pieces, lines=LINES_OF_REFERENCES, more=words.MORE
        )

    def left_out(self, left_out: Sequence[LeftOut]) -> Iterator[RenderableType]:
        """The entries that did not count, by what kept them out."""
        for why, groups in _by_why(left_out).items():
            number = self.number(sum(map(len, groups.values())))
            start = f"{number}, {words.WHYS[why].in_(self.language)}"
            if any(groups):
                yield self.line(words.LEFT_OUT, start, list(self._because(groups)), between="; ")
            else:
                yield self.line(words.LEFT_OUT, start, shown.spans(groups[()]))

    def _because(self, groups: dict[tuple[int, ...], list[int]]) -> Iterator[tuple[str, int]]:
        """What the same entries kept out, together."""
        for because, found in groups.items():
            see = f" ({words.SEE.in_(self.language)} {shown.positions(because)})" if because else ""
            yield shown.positions(found) + see, len(found)


def _by_why(left_out: Sequence[LeftOut]) -> dict[Why, dict[tuple[int, ...], list[int]]]:
    groups: dict[Why, dict[tuple[int, ...], list[int]]] = {}
    for left in left_out:
        groups.setdefault(left.why, {}).setdefault(left.because, []).append(left.position)
    return groups


def _different(replay: Replay, status: Status) -> Counter[str]:
    """The different ones that the counted entries name, where the rule counts different ones."""
    match status.rule:
        case Distinct(fact=fact, also=also, of=of):
            # What else counted, such as the planned season that names a target group, is of nobody.
            tags = {fact, *(other.fact for other in also)}
        case KeptSixMonths():
            of, tags = YOUTH, set(replay.facts)
        case _:
            return Counter()
    counted = frozenset(status.counted)
    facts = (entry.fact for entry in replay.history if entry.position in counted)
    return Counter(str(getattr(fact, of)) for fact in facts if fact.tag in tags)


def _after_closing(replay: Replay, entries: Iterable[int], listing: _Listing) -> Iterator[RenderableType]:
    """Which of some entries, or amendments of them, came after a period they are about was closed."""
    late = after_closing(replay)
    found: dict[str, list[int]] = {}
    own = set(entries)
    for at in own | {replay.amendments[at] for at in own if at in replay.amendments}:
        for period in late.get(at, ()):
            found.setdefault(period, []).append(at)
    for period, positions in sorted(found.items()):
        start = f"{period_name(replay, period)}, {listing.number(len(positions))}"
        yield listing.line(governance.AFTER_CLOSING, start, shown.spans(positions))


def _reported(replay: Replay, status: Status, language: Language) -> Iterator[RenderableType]:
    """What closings reported of a row, where it is another now."""
    for entry in closings(replay).values():
        found = next((each for each in closing_fact(entry).statuses if each.key == status.key), None)
        if found is not None and found != as_reported(status):
            said = reported_line(found, status.aim, language)
            said.append(f", {words.ENTRY.in_(language)} {entry.position}")
            yield indented(Rich.assemble((f"{governance.REPORTED.in_(language)}: ", "bold"), said))


def _why(replay: Replay, status: Status, listing: _Listing) -> Iterator[RenderableType]:
    language, plan = listing.language, replay.plan_of(status)
    mark = default_mark(replay, status, language)
    title = f"\n{reading_and_period(replay, status, language)}"
    yield Rich.assemble((title, "bold underline"), " " if mark else "", mark)
    yield from RuleInWords(plan, Words(language, plan, replay.facts)).lines(status.rule, status.judgement)
    version = version_of(replay, status)
    if version is not None:
        yield _line(governance.JUDGED_BY, version_line(version, language), language)
    yield from _reported(replay, status, language)
    if status.period.planned is not None:
        yield _line(words.RESTS_ON, f"{words.ENTRY.in_(language)} {status.period.planned}", language)
    found = set(status.counted)
    entries = [entry for entry in replay.history if entry.position in found]
    yield listing.counted(entries)
    yield from listing.amended(entries)
    different = _different(replay, status)
    if different:
        yield listing.different(different)
    yield from listing.left_out(status.left_out)
    yield from _after_closing(replay, status.evidence, listing)


def open_questions(criterion: Criterion, language: Language) -> Iterator[RenderableType]:
    """What nobody has decided, where there is something."""
    if criterion.open_questions:
        yield Rich("\n" + words.OPEN_QUESTIONS.in_(language), "bold underline")
    for question in criterion.open_questions:
        yield indented(Rich(question.in_(language)))


def _sources(criterion: Criterion, language: Language) -> Iterator[RenderableType]:
    yield Rich("\n" + words.SOURCES.in_(language), "bold underline")
    yield _line(words.PLACE, criterion.place.in_(language), language)
    yield _line(words.DATA_SOURCE, criterion.data_source.in_(language), language)
    yield _line(words.KEPT_BY, criterion.kept_by.in_(language), language)
    if criterion.same_as is not None:
        yield _line(words.SAME_AS, criterion.same_as, language)


def criterion_page(
    replay: Replay, known: Known | None, statuses: Sequence[Status], language: Language, width: int
) -> RenderableType:
    """The statuses of one criterion, and what they rest on."""
    keys = (each.criterion for each in agreed(replay))
    criterion = next(found for found in keys if found.key == statuses[0].criterion)
    listing = _Listing(language, width)
    return Group(
        heading(replay, known, language),
        *statuses_table(replay, statuses, language, width),
        *(line for status in statuses for line in _why(replay, status, listing)),
        *open_questions(criterion, language),
        *_sources(criterion, language),
    )
