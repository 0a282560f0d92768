"""The page of the references in use: a line for each kind, or all of one. A new kind: a line in `KINDS`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import compress

from attrs import frozen
from rich.console import Group, JustifyMethod, RenderableType
from rich.table import Table
from rich.text import Text as Rich

from vaerebro_events.forms.words import field_name
from vaerebro_events.projections.references import Known as Reference
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.terminal import written
from vaerebro_events.reports.terminal.heading import Known, heading
from vaerebro_events.reports.terminal.named import Named
from vaerebro_events.reports.terminal.tables import plain_table
from vaerebro_events.text import Language, Text

# What several of a kind are called, those that are asked for most first.
KINDS: Mapping[str, Text] = {
    "family": Text(da="familier", en="families"),
    "youth": Text(da="unge", en="youths"),
    "resident": Text(da="beboere", en="residents"),
    "volunteer": Text(da="frivillige", en="volunteers"),
    "bydelsmor": Text(da="bydelsmødre", en="bydelsmødre"),
    "alias": Text(da="kaldenavne", en="aliases"),
    "series": Text(da="sæsoner", en="seasons"),
    "network": Text(da="netværk", en="networks"),
    "organisation": Text(da="organiseringer", en="organisations"),
    "partner": Text(da="samarbejdspartnere", en="partners"),
    "employer": Text(da="arbejdsgivere", en="employers"),
    "job": Text(da="job", en="jobs"),
    "initiative": Text(da="initiativer", en="initiatives"),
    "body": Text(da="grupper", en="bodies"),
    "piece": Text(da="udsendelser", en="pieces"),
    "milestone": Text(da="milepæle", en="milestones"),
    "barrier": Text(da="barrierer", en="barriers"),
    "disagreement": Text(da="uenigheder", en="disagreements"),
    "revision": Text(da="revisioner", en="revisions"),
}
WORD = 16  # as wide as the longest word of most titles
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})

KIND = Text(da="Hvad", en="What")
COUNT = Text(da="Antal", en="Number")
ENDED = Text(da="Afsluttet", en="Ended")
REFERENCE = Text(da="Reference", en="Reference")
ACTIVITY = Text(da="Aktivitet", en="Activity")
DAYS = Text(da="Dage", en="Days")
FIRST = Text(da="Først set", en="First seen")
LAST = Text(da="Sidst set", en="Last seen")
WHOLE_PROGRAMME = Text(da="hele aftaleperioden", en="the whole programme")
NEVER = Text(da="ikke set, registreret {day}", en="not seen, registered {day}")
NONE = Text(da="Ingen referencer.", en="No references.")
ONE_KIND = Text(
    da="En slags ad gangen: skriv den efter logbogen, såsom »{kind}«.",
    en="One kind at a time: write it after the logbook, such as «{kind}».",
)


def kind_asked(text: str, own: Iterable[str] = ()) -> str | None:
    """The kind that a word means: its name in Danish or English, one or several; nothing, if there is none.

    `own` are kinds of an application.

    >>> from vaerebro_events.reports.terminal.references import kind_asked
    >>> kind_asked("Familier"), kind_asked("bydelsmoedre"), kind_asked("ung"), kind_asked("katte")
    ('family', 'bydelsmor', 'youth', None)
    """
    asked = _plainly(text)
    return next((kind for kind in (*KINDS, *own) if asked in set(_words(kind))), None)


def kind_name(kind: str, language: Language) -> str:
    """What several of a kind are called."""
    return KINDS[kind].in_(language) if kind in KINDS else kind


def _words(kind: str) -> Iterator[str]:
    names = [field_name(kind), *(KINDS[known] for known in (kind,) if known in KINDS)]
    yield kind
    yield from (_plainly(word) for name in names for word in (name.da, name.en))


def _plainly(text: str) -> str:
    return text.strip().casefold().translate(_ASCII)


@frozen(eq=False)
class ReferencesPage:
    """The references found in a replay, in a language: of one kind, or a line for each."""

    replay: Replay
    found: Sequence[Reference]
    kind: str | None
    language: Language

    def page(self, known: Known | None) -> RenderableType:
        """The heading and the table; or that there are none."""
        top = heading(self.replay, known, self.language)
        if not self.found:
            return Group(top, Rich(f"\n{self._say(NONE)}"))
        return Group(top, *(self._kinds() if self.kind is None else self._of_kind(self.kind)))

    def _kinds(self) -> Iterator[RenderableType]:
        by_kind: dict[str, list[Reference]] = {}
        for each in self.found:
            by_kind.setdefault(each.kind, []).append(each)
        order = [*KINDS, *by_kind]
        kinds = sorted(by_kind, key=order.index)
        names = [self._say(name) for name in (KIND, COUNT, ENDED, LAST)]
        yield Rich("")
        yield plain_table(names, [self._counted(kind, by_kind[kind]) for kind in kinds], numbers=(1, 2))
        yield Rich(f"\n{self._say(ONE_KIND).format(kind=kind_name(kinds[0], self.language))}", "dim")

    def _counted(self, kind: str, found: Sequence[Reference]) -> tuple[str, ...]:
        ended = sum(each.ended_on is not None for each in found)
        last = max((each.last for each in found if each.last is not None), default=None)
        return kind_name(kind, self.language), str(len(found)), str(ended or ""), self._day(last)

    def _of_kind(self, kind: str) -> Iterator[RenderableType]:
        counted = f"{len(self.found)} {self._called(kind)}"
        rows = [row for each in self.found for row in self._rows(each)]
        activities = {row[1] for row in rows}
        columns = list(zip(*rows, strict=True))
        names = [self._say(name) for name in (REFERENCE, ACTIVITY, DAYS, FIRST, LAST, ENDED)]
        told = [bool(any(cells)) for cells in columns]
        if len(activities) == 1:  # what is the same for all is said once
            counted, told[1] = f"{counted}, {activities.pop()}", False
        yield Rich(f"\n{counted}", "bold")
        yield _table(list(compress(names, told)), [list(compress(row, told)) for row in rows])

    def _called(self, kind: str) -> str:
        one = self._say(field_name(kind))
        return one.lower() if len(self.found) == 1 else kind_name(kind, self.language)

    def _rows(self, each: Reference) -> Iterator[tuple[str, ...]]:
        """A row for each activity; the reference stands in the first."""
        reference = each.reference
        if not each.seen:
            never = self._say(NEVER).format(day=self._day(each.registered_on))
            yield reference, never, "", "", "", ""
        for seen in each.seen:
            activity = self._say(WHOLE_PROGRAMME)
            if seen.activity is not None:
                activity = self._named.of(seen.activity)
            days = (self._day(day) for day in (seen.first, seen.last, seen.ended_on))
            yield (reference, activity, str(seen.days), *days)
            reference = ""

    @cached_property
    def _named(self) -> Named:
        return Named(self.replay, self.language)

    def _day(self, day: date | None) -> str:
        return "" if day is None else written.short_day(day, self.language)

    def _say(self, text: Text) -> str:
        return text.in_(self.language)


def _table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """A table in which references and titles go on in a second line, and days never do."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="italic dim", pad_edge=False)
    table.add_column(names[0], overflow="fold")
    for name in names[1:]:
        activity = name in (ACTIVITY.da, ACTIVITY.en)
        justify: JustifyMethod = "right" if name in (DAYS.da, DAYS.en) else "left"
        table.add_column(name, no_wrap=not activity, min_width=WORD if activity else None, justify=justify)
    for row in rows:
        table.add_row(*row)
    return table
