"""The attendance list of a template: who came down the side, the meetings of a season across the top."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from attrs import field, frozen

from vaerebro_events.domain.meetings import MeetingHeld, SeriesCompleted, SeriesPlanned
from vaerebro_events.forms.reading import A_DAY
from vaerebro_events.projections.references import references
from vaerebro_events.projections.replay import Replay
from vaerebro_events.tables import template_words as words
from vaerebro_events.tables.attendance_words import Label
from vaerebro_events.tables.template_book import Book, Options, beside, sentence
from vaerebro_events.text import Language, Text

MEETINGS, LINES = 16, 25  # of an empty list
MOST = 366  # meetings of a list: a sheet must stay one that people can use
MORE = 8  # lines for those who are new
DAY_WIDTH = 10.5
FIRST = 7  # the row of the first who came
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\'", "-"))
LONGEST = 31  # of a sheet's name


@frozen
class Roll:
    """What an attendance list is of: an empty one, or a season's, with those who have come to it.

    `days` are those of the meetings held, by their numbers.
    """

    activity: str = ""
    series: str = ""
    kind: str = "family"
    who: tuple[str, ...] = ()
    meetings: int = MEETINGS
    days: Mapping[int, date] = field(factory=dict[int, date])

    def name(self, language: Language) -> str:
        """The name of its sheet."""
        if not self.series:
            return Label.TITLE.value.in_(language)
        named = words.SHORT.in_(language).format(series=self.series.translate(_NOT_IN_A_NAME))
        return named[:LONGEST]


def rolls(replay: Replay, activities: Mapping[str, str]) -> Iterator[Roll]:
    """The lists of the seasons that run on the replay's day, each with those who came to it.

    `activities` says how each is written.

    Where nobody has yet, those who have come to the activity before.
    """
    facts = [entry.fact for entry in replay.history]
    completed = {(each.activity, each.series) for each in facts if isinstance(each, SeriesCompleted)}
    for fact in facts:
        if isinstance(fact, SeriesPlanned) and _runs(fact, replay.on):
            if (fact.activity, fact.series) in completed:
                continue
            kind, who = _who(replay, fact.activity, fact.series)
            activity = activities.get(fact.activity, fact.activity)
            held = _held(replay, fact.activity, fact.series)
            yield Roll(activity, fact.series, kind, who, min(fact.meetings, MOST), held)


def _runs(planned: SeriesPlanned, on: date) -> bool:
    return planned.first_day <= on <= planned.last_day


def _held(replay: Replay, activity: str, series: str) -> Mapping[int, date]:
    """The days of the meetings held, by their numbers."""
    told = ((entry.fact, entry.occurred_on) for entry in replay.history)
    return {
        fact.meeting: day
        for fact, day in told
        if isinstance(fact, MeetingHeld) and (fact.activity, fact.series) == (activity, series)
    }


def _who(replay: Replay, activity: str, series: str) -> tuple[str, tuple[str, ...]]:
    """The kind of participants who come, and who they are; families, where nobody has come yet."""
    for found in (references(replay, activity, series), references(replay, activity)):
        by_kind = {
            kind: tuple(each.reference for each in found if each.kind == kind) for kind in words.WHO_CAME
        }
        kind = max(by_kind, key=lambda each: len(by_kind[each]))
        if by_kind[kind]:
            return kind, by_kind[kind]
    return "family", ()


@frozen(eq=False)
class AttendanceSheet:
    """An attendance list in a workbook; `options` is what its cells let people choose from."""

    book: Book
    roll: Roll
    options: Options

    def write(self, name: str) -> None:
        """Writes the list on a sheet of its own."""
        sheet = self.book.sheet(name)
        sheet.write_string(0, 0, self._say(Label.TITLE.value), self.book.format("title"))
        sheet.set_row(0, 24)
        sheet.set_column(0, 0, 25)
        sheet.set_column(1, self.roll.meetings, DAY_WIDTH)
        sheet.freeze_panes(FIRST, 1)
        sheet.repeat_rows(0, FIRST - 1)
        self._top(sheet)
        self._meetings(sheet)
        self._body(sheet)

    def _say(self, text: Text) -> str:
        return text.in_(self.book.language)

    def _top(self, sheet: Any) -> None:
        kinds = [self._say(each) for each in words.WHO_CAME.values()]
        rows = (
            (Label.ACTIVITY.value, self.roll.activity, self.options.get("ActivityKey", ())),
            (Label.SEASON.value, self.roll.series, self.options.get("SeriesRef", ())),
            (Label.WHO.value, self._say(words.WHO_CAME[self.roll.kind]), kinds),
        )
        for row, (label, value, options) in enumerate(rows, 1):
            sheet.write_string(row, 0, self._say(label), self.book.format("label"))
            sheet.merge_range(row, 1, row, 5, value, self.book.format("input"))
            if options:
                chosen = self.book.choice(self._say(label), options)
                sheet.data_validation(
                    row, 1, row, 1, {**chosen, "show_error": label is not Label.SEASON.value}
                )
        sheet.write_string(4, 0, self._say(words.MARKS), self.book.format("note"))

    def _meetings(self, sheet: Any) -> None:
        """The rows of numbers and days."""
        last = self.roll.meetings
        for row, label in ((5, Label.NUMBER.value), (6, Label.DAY.value)):
            sheet.write_string(row, 0, self._say(label), self.book.format("counted"))
        for meeting in range(1, last + 1):
            sheet.write_number(5, meeting, meeting, self.book.format("number"))
        self._blanks(sheet, 6, "day")
        for meeting, day in self.roll.days.items():
            if meeting <= last:
                sheet.write_datetime(6, meeting, day, self.book.format("day"))
        hint = beside(self._say(Label.DAY.value), sentence(self._say(A_DAY)))
        sheet.data_validation(6, 1, 6, last, {"validate": "any", **hint})

    def _body(self, sheet: Any) -> None:
        """A row for each who came and some more, and under them what is counted."""
        last = self.roll.meetings
        lines = [*self.roll.who, *[""] * (MORE if self.roll.who else LINES)]
        for row, who in enumerate(lines, FIRST):
            sheet.write(row, 0, who or None, self.book.format("field"))
            self._blanks(sheet, row, "mark")
        below = FIRST + len(lines)
        marks = beside(self._say(Label.WHO.value), self._say(words.MARKS))
        sheet.data_validation(FIRST, 1, below - 1, last, {"validate": "any", **marks})
        known = self.options.get(words.REFERENCES[self.roll.kind], ())
        if known:
            chosen = self.book.choice(self._say(words.WHO_CAME[self.roll.kind]).capitalize(), known)
            sheet.data_validation(FIRST, 0, below - 1, 0, {**chosen, "show_error": False})
        for row, label in enumerate(
            (Label.HEADS.value, Label.VULNERABLE.value, Label.CANCELLED.value), below
        ):
            sheet.write_string(row, 0, self._say(label), self.book.format("counted"))
            self._blanks(sheet, row, "count")

    def _blanks(self, sheet: Any, row: int, look: str) -> None:
        for meeting in range(1, self.roll.meetings + 1):
            sheet.write_blank(row, meeting, None, self.book.format(look))
