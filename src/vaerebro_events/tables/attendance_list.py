"""Attendance lists as people keep them: a row for each family, a column for each meeting, and marks.

Above the list stand its activity, its season and who its rows are; then the meetings' numbers and days; and
among the rows may be heads, those in a vulnerable position, and a mark for a meeting that was cancelled.
"""

from collections.abc import Iterator, Mapping, Sequence

from attrs import Factory, define, frozen

from vaerebro_events.domain.attendance import FamilyAttended, ResidentAttended, YouthAttended
from vaerebro_events.domain.meetings import HeadsCounted, MeetingCancelled, MeetingHeld
from vaerebro_events.domain.participants import ParticipantKind, ParticipantRegistered
from vaerebro_events.errors import InvalidValue, VaerebroError
from vaerebro_events.forms.reading import read_day
from vaerebro_events.tables import attendance_words as words
from vaerebro_events.tables.attendance_layout import Layout, cell_of, layout_of
from vaerebro_events.tables.attendance_words import Label, Mark, kind_of, label_of, mark_of, said
from vaerebro_events.tables.line import Absence, Line, Problem, Written
from vaerebro_events.tables.sheet import NOT_COMPUTED, NotComputed, Row, Sheet, column_letters
from vaerebro_events.tables.sheets_of_facts import Found, Ignored
from vaerebro_events.text import Text

ATTENDED: Mapping[ParticipantKind, str] = {
    ParticipantKind.FAMILY: FamilyAttended.tag,
    ParticipantKind.RESIDENT: ResidentAttended.tag,
    ParticipantKind.YOUTH: YouthAttended.tag,
}


def attendance_lines(sheet: Sheet) -> tuple[Found, ...] | None:
    """What an attendance list tells, meeting by meeting, and in its place what is wrong.

    Nothing, where the sheet is no attendance list. A meeting that somebody came to, or that has heads, was
    held; one with a day alone is planned, and not told. A mark that cannot be read is left out alone, a
    meeting without a day as a whole. Of a meeting that is told, those who did not come are told, too.
    Totals are left out, and that is said.

    >>> from vaerebro_events.tables.attendance_list import attendance_lines
    >>> from vaerebro_events.tables.sheet import Row, Sheet
    >>> rows = [["Aktivitet", "familieakademi"], ["Sæson", "2021-forår"], ["Dag", "4.3.2021"], ["f-017", "x"]]
    >>> sheet = Sheet("Ark1", [Row(number, tuple(cells)) for number, cells in enumerate(rows, 1)])
    >>> [(line.tag, line.row) for line in attendance_lines(sheet)]  # nobody was away
    [('meeting-held', 3), ('family-attended', 4)]
    """
    layout = layout_of(sheet)
    if layout is None:
        return None
    rows, again = _rows(layout)
    left_out = list(_left_out(layout, rows))
    reading = _Reading(layout, rows)
    read = [each for at in layout.columns() for each in reading.meeting(at)]
    problems = [*again, *(each for each in read if isinstance(each, Problem))]
    meetings = [each for each in read if isinstance(each, _Meeting)]
    if not meetings:
        return (*left_out, *problems)
    above = _above(layout)
    if isinstance(above, list):
        return (*left_out, *above, *problems)
    lines = (line for meeting in meetings for line in _lines(layout, above, meeting))
    return (*left_out, *problems, *lines)


@frozen
class _Above:
    """What is said above a list: the activity and the season, and who its rows are."""

    common: Mapping[str, Written]
    kind: ParticipantKind
    who: Written | None


def _above(layout: Layout) -> "_Above | list[Problem]":
    problems: list[Problem] = []
    common: dict[str, Written] = {}
    for name, label in (("activity", Label.ACTIVITY), ("series", Label.SEASON)):
        if label not in layout.labels:
            problems.append(Problem(layout.sheet, None, None, said(words.NO_LABEL, label=label.value)))
        elif (value := layout.value(label)) is None:
            labelled = layout.labels[label]
            why = said(words.NO_VALUE, label=label.value)
            problems.append(Problem(layout.sheet, labelled.row.number, column_letters(labelled.at), why))
        else:
            common[name] = value
    who = layout.value(Label.WHO) if Label.WHO in layout.labels else None
    kind = kind_of(None if who is None else who.value)
    if kind is None:
        assert who is not None
        why = said(words.NO_SUCH_WHO, given=who.value)
        problems.append(Problem(layout.sheet, who.row, who.column, why))
    return problems if problems or kind is None else _Above(common, kind, who)


@frozen
class _Rows:
    """The rows below the meetings: those of people, and those with a label of their own."""

    people: Sequence[Row]
    labelled: Mapping[Label, Row]
    totals: Sequence[Row]


def _rows(layout: Layout) -> tuple[_Rows, list[Problem]]:
    people: list[Row] = []
    labelled: dict[Label, Row] = {}
    totals: list[Row] = []
    again: list[Problem] = []
    for row in layout.below:
        label = label_of(cell_of(row, layout.at))
        filled = any(layout.cell(row, at) is not None for at in range(layout.at + 1, len(row.cells)))
        if label is None:
            people.append(row)
        elif filled and (label.is_head or label in labelled):
            why = said(words.AGAIN, label=label.value)
            again.append(Problem(layout.sheet, row.number, column_letters(layout.at), why))
            break  # What follows belongs to another list.
        elif filled and label is Label.TOTAL:
            totals.append(row)
        elif filled:
            labelled[label] = row
    return _Rows(people, labelled, totals), again


def _left_out(layout: Layout, rows: _Rows) -> Iterator[Ignored]:
    """That the rows and columns of totals are not read."""
    for row in rows.totals:
        name = cell_of(row, layout.at)
        yield Ignored(layout.sheet, said(words.TOTAL_ROW, row=row.number, name=name))
    for at, name in layout.totals():
        yield Ignored(layout.sheet, said(words.TOTAL_COLUMN, column=column_letters(at), name=name))


@frozen
class _Meeting:
    """A meeting that was held or cancelled, as its column tells it; `marks` are those of who came.

    `away` are the rows of those who did not.
    """

    at: int
    number: int
    day: Written
    marks: tuple[tuple[Row, Mark], ...]
    heads: Written | None
    vulnerable: Written | None
    cancelled: Row | None
    away: Sequence[Row]


@define
class _Reading:
    """The columns of a list as they are read, from left to right, and what was seen in those before."""

    layout: Layout
    rows: _Rows
    numbers: Mapping[int, int] = Factory(lambda self: self.layout.numbers(), takes_self=True)
    told: dict[int, int] = Factory(dict[int, int])
    new: set[int] = Factory(set[int])
    nobody: set[int] = Factory(set[int])

    def meeting(self, at: int) -> "Iterator[_Meeting | Problem]":
        """The meeting of a column, if it was held or cancelled, and what is wrong there."""
        if not self._filled(at):
            return
        number, day = self.numbers.get(at), self.layout.day(at)
        if number is None and Label.NUMBER in self.layout.labels:
            yield self._of_column(at, Label.NUMBER, said(words.NO_NUMBER, column=column_letters(at)))
            return
        marks: list[tuple[Row, Mark]] = []
        for row in self.rows.people:
            read = self._mark(row, at)
            if isinstance(read, Problem):
                yield read
            elif read is not None:
                marks.append((row, read))
        if number is None or day is None:
            why = said(words.NO_DAY, column=column_letters(at), label=Label.DAY.value)
            yield self._of_column(at, Label.DAY, why)
            return
        yield from self._whole(at, number, tuple(marks))

    def _whole(
        self, at: int, number: int, marks: tuple[tuple[Row, Mark], ...]
    ) -> "Iterator[_Meeting | Problem]":
        merged = list(self._merged(at))
        if merged:
            yield from merged
            return
        heads, vulnerable = self._count(Label.HEADS, at), self._count(Label.VULNERABLE, at)
        cancelled = self._cancelled(at)
        if isinstance(cancelled, Problem):
            yield cancelled
            return
        held = bool(marks) or _some(heads)
        problem = self._wrong(at, number)
        if problem is not None:
            yield problem
        elif cancelled is not None and held:
            yield Problem(self.layout.sheet, cancelled.number, column_letters(at), words.CANCELLED_AND_HELD)
        elif heads is None and vulnerable is not None and _some(vulnerable):
            yield Problem(self.layout.sheet, vulnerable.row, vulnerable.column, words.NO_HEADS)
        elif held or cancelled is not None:
            self.told[number] = at
            day = Written(column_letters(at), self.layout.day(at), self.layout.first_row.number)
            yield _Meeting(at, number, day, marks, heads, vulnerable, cancelled, self._away(at))

    def _wrong(self, at: int, number: int) -> Problem | None:
        if number in self.told:
            why = said(words.SAME_NUMBER, number=number, other=column_letters(self.told[number]))
            return self._of_column(at, Label.NUMBER, why)
        try:
            read_day(self.layout.day(at))
        except InvalidValue as error:
            return self._of_column(at, Label.DAY, error)
        return None

    def _of_column(self, at: int, label: Label, why: Text | VaerebroError) -> Problem:
        row = self.layout.labels[label].row if label in self.layout.labels else self.layout.first_row
        return Problem(self.layout.sheet, row.number, column_letters(at), why)

    def _filled(self, at: int) -> bool:
        """Whether a column says more than that nobody came."""
        rows = (*self.rows.people, *self.rows.labelled.values())
        return any(mark_of(self.layout.cell(row, at)) is not Mark.NOT for row in rows)

    def _merged(self, at: int) -> Iterator[Problem]:
        """What is merged in the rows with a label: for which meeting it holds, nobody knows."""
        for row in self.rows.labelled.values():
            if at in row.merged and self.layout.cell(row, at) is not None:
                yield Problem(self.layout.sheet, row.number, column_letters(at), words.MERGED)

    def _away(self, at: int) -> Sequence[Row]:
        """The rows of those who have no mark in a column, also in no other row."""
        marked, away = set[str](), dict[str, Row]()
        for row in self.rows.people:
            who = str(cell_of(row, self.layout.at))
            if mark_of(self.layout.cell(row, at)) is not Mark.NOT:
                marked.add(who)
            elif cell_of(row, self.layout.at) is not None:
                away.setdefault(who, row)
        return [row for who, row in away.items() if who not in marked]

    def _mark(self, row: Row, at: int) -> Mark | Problem | None:
        cell, who = self.layout.cell(row, at), cell_of(row, self.layout.at)
        mark = mark_of(cell)
        place = (self.layout.sheet, row.number, column_letters(at))
        if mark is Mark.NOT:
            return None
        if at in row.merged:
            return Problem(*place, words.MERGED)
        if mark is None:
            return Problem(*place, _no_mark(cell))
        if who is None:
            first = row.number not in self.nobody
            self.nobody.add(row.number)
            place = (self.layout.sheet, row.number, column_letters(self.layout.at))
            return Problem(*place, words.NOBODY) if first else None
        if mark is Mark.NEW and row.number in self.new:
            return Problem(*place, said(words.NEW_AGAIN, given=who))
        if mark is Mark.NEW:
            self.new.add(row.number)
        return mark

    def _count(self, label: Label, at: int) -> Written | None:
        row = self.rows.labelled.get(label)
        cell = None if row is None else self.layout.cell(row, at)
        given = cell in (0, "0") or mark_of(cell) is not Mark.NOT
        return Written(column_letters(at), cell, row.number) if row is not None and given else None

    def _cancelled(self, at: int) -> Row | Problem | None:
        row = self.rows.labelled.get(Label.CANCELLED)
        if row is None:
            return None
        cell = self.layout.cell(row, at)
        match mark_of(cell):
            case Mark.CAME:
                return row
            case Mark.NOT:
                return None
            case _:
                return Problem(self.layout.sheet, row.number, column_letters(at), _no_mark(cell))


def _no_mark(cell: object) -> Text:
    return NOT_COMPUTED if isinstance(cell, NotComputed) else said(words.NO_MARK, given=cell)


def _some(count: Written | None) -> bool:
    return count is not None and mark_of(count.value) is not Mark.NOT


def _lines(layout: Layout, above: _Above, meeting: _Meeting) -> Iterator[Line | Absence]:
    column = column_letters(meeting.at)
    whole = {**above.common, "meeting": Written(column, meeting.number), "occurred_on": meeting.day}

    def line(row: Row, tag: str, **own: Written) -> Line:
        return Line(layout.sheet, row.number, tag, {**whole, **own})

    for row in meeting.away:
        yield Absence(column, line(row, ATTENDED[above.kind], **{above.kind.value: _who(layout, row)}))
    if meeting.cancelled is not None:
        yield line(meeting.cancelled, MeetingCancelled.tag)
        return
    for row, mark in meeting.marks:
        if mark is Mark.NEW:
            yield _registration(layout, above, meeting, row)
    yield line(layout.first_row, MeetingHeld.tag)
    for row, _ in meeting.marks:
        yield line(row, ATTENDED[above.kind], **{above.kind.value: _who(layout, row)})
    if meeting.heads is not None:
        row = layout.first_row if meeting.heads.row is None else Row(meeting.heads.row, ())
        counted = {} if meeting.vulnerable is None else {"vulnerable": meeting.vulnerable}
        yield line(row, HeadsCounted.tag, heads=meeting.heads, **counted)


def _registration(layout: Layout, above: _Above, meeting: _Meeting, row: Row) -> Line:
    who = _who(layout, row)
    at = who if above.who is None else above.who
    kind = Written(at.column, above.kind.value, at.row)
    written = {"kind": kind, "who": who, "occurred_on": meeting.day}
    return Line(layout.sheet, row.number, ParticipantRegistered.tag, written)


def _who(layout: Layout, row: Row) -> Written:
    return Written(column_letters(layout.at), cell_of(row, layout.at))
