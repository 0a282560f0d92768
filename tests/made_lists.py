"""Attendance lists as people keep them: what happened, and all the ways to write it down in a sheet."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from vaerebro_events import (
    Fact,
    FamilyAttended,
    HeadsCounted,
    MeetingCancelled,
    MeetingHeld,
    ParticipantRegistered,
    ResidentAttended,
    YouthAttended,
)
from vaerebro_events.domain.participants import ParticipantKind

Told = tuple[Fact, date]

ATTENDED: Mapping[str, Callable[[str, str, int, str], Fact]] = {
    "family": FamilyAttended,
    "resident": ResidentAttended,
    "youth": YouthAttended,
}
WHO = {
    "family": ("Familier", "familie", "families", "Family", "FAMILIER"),
    "resident": ("beboere", "Beboer", "residents", "resident"),
    "youth": ("unge", "Ung", "youths", "youth"),
}
CAME = ("x", "X", "1", 1, "ja", "Yes", "✓", True, " x ")
NEW = ("ny", "NY", "new", "Ny ")
NOT = (None, 0, "0", "nej", "no", "-", False, " ")
LABELS = {
    "title": ("Fremmødeliste", "Attendance list", "FREMMØDELISTE, forår"),
    "activity": ("Aktivitet", "activity:", "AKTIVITET"),
    "season": ("Sæson", "Season", " sæson : "),
    "who": ("Hvem", "who:", "WHO"),
    "number": ("Møde nr.", "Møde", "Meeting no.", "møde nr"),
    "day": ("Dag", "Dato", "Day:", "date"),
    "heads": ("Fremmødte", "Heads", "antal fremmødte:"),
    "vulnerable": ("I udsat position", "In a vulnerable position"),
    "cancelled": ("Aflyst", "Cancelled:", "AFLYST"),
    "total": ("I alt", "Total", "Sum:"),
}


@frozen
class Meeting:
    """A meeting: its number, its day, whether it was cancelled, and the heads counted, if any."""

    number: int
    day: date
    cancelled: bool
    heads: tuple[int, int] | None


@frozen
class Attendance:
    """What happened in a season: the meetings that each `came` to, and that at which they were `new`."""

    kind: ParticipantKind
    activity: str
    season: str
    meetings: Sequence[Meeting]
    came: Mapping[str, frozenset[int]]
    new: Mapping[str, int]

    def told(self) -> Iterator[Told]:
        """All that is to be recorded of it."""
        for meeting in self.meetings:
            one = (self.activity, self.season, meeting.number)
            if meeting.cancelled:
                yield MeetingCancelled(*one), meeting.day
            came = [who for who, numbers in self.came.items() if meeting.number in numbers]
            if came or meeting.heads:
                yield MeetingHeld(*one), meeting.day
            for who in came:
                yield ATTENDED[self.kind](*one, who), meeting.day
                if self.new.get(who) == meeting.number:
                    yield ParticipantRegistered(self.kind, who), meeting.day
            if meeting.heads:
                yield HeadsCounted(*one, *meeting.heads), meeting.day


@st.composite
def attendances(draw: DrawFn, *, numbered: bool) -> Attendance:
    """A season; where it is not `numbered`, its meetings are 1, 2, 3 and so on."""
    count = draw(st.integers(1, 5))
    numbers = list(range(1, count + 1))
    if numbered:
        numbers = draw(st.lists(st.integers(1, 40), min_size=count, max_size=count, unique=True))
    first = draw(st.dates(date(2020, 1, 1), date(2023, 10, 1)))
    heads = st.tuples(st.integers(1, 90), st.integers(0, 9)).map(lambda two: (sum(two), two[1]))
    meetings = [
        Meeting(number, first + timedelta(7 * at), cancelled, None if cancelled else draw(st.none() | heads))
        for at, number in enumerate(numbers)
        for cancelled in [draw(st.booleans())]
    ]
    held = [meeting.number for meeting in meetings if not meeting.cancelled]
    people = [f"f-{number:03}" for number in draw(st.sets(st.integers(1, 200), max_size=5))]
    some = st.frozensets(st.sampled_from(held)) if held else st.just(frozenset[int]())
    came: dict[str, frozenset[int]] = {who: draw(some) for who in people}
    new = {
        who: draw(st.sampled_from(sorted(numbers)))
        for who, numbers in came.items()
        if numbers
        if draw(st.booleans())
    }
    kind = draw(st.sampled_from(ParticipantKind))
    return Attendance(kind, "familieakademi", "2021-forår", meetings, came, new)


def _days(day: date) -> tuple[object, ...]:
    return (day, day.isoformat(), f"{day.day}.{day.month}.{day.year}", f"{day.day}/{day.month} {day.year}")


class Writer:
    """Writes an attendance into rows, in one of the many ways that people do."""

    def __init__(self, draw: DrawFn, told: Attendance, *, numbered: bool) -> None:
        self.draw, self.told, self.numbered = draw, told, numbered
        # Columns that stay empty, before the list and between its meetings.
        self.before = draw(st.integers(0, 2))
        self.total = draw(st.none() | st.sampled_from(LABELS["total"]))
        self.gaps = [draw(st.integers(0, 1)) for _ in told.meetings]

    def label(self, name: str) -> str:
        return self.draw(st.sampled_from(LABELS[name]))

    def row(self, first: object, cells: Sequence[object], last: object = None) -> list[object]:
        spread = [cell for gap, cell in zip(self.gaps, cells, strict=True) for cell in (*[None] * gap, cell)]
        return [*[None] * self.before, first, *spread, last]

    def above(self) -> Iterator[list[object]]:
        lines: list[list[object]] = [
            [self.label("activity"), self.told.activity],
            [self.label("season"), None, self.told.season],
        ]
        if self.told.kind != "family" or self.draw(st.booleans()):
            lines.append([self.label("who"), self.draw(st.sampled_from(WHO[self.told.kind]))])
        lines = self.draw(st.permutations(lines))
        if self.draw(st.booleans()):
            lines = [[cell for line in lines for cell in line]]
        if self.draw(st.booleans()):
            yield [self.label("title")]
        yield from lines

    def heads(self) -> Iterator[list[object]]:
        days = [self.draw(st.sampled_from(_days(meeting.day))) for meeting in self.told.meetings]
        rows = [self.row(self.label("day"), days, None if self.numbered else self.total)]
        if self.numbered:
            numbers = [self.number(meeting.number) for meeting in self.told.meetings]
            rows.append(self.row(self.label("number"), numbers, self.total))
        yield from self.draw(st.permutations(rows))

    def number(self, number: int) -> object:
        return self.draw(st.sampled_from((number, str(number), f"{number}.", f"Møde {number}")))

    def below(self) -> Iterator[list[object]]:
        meetings = self.told.meetings
        sum_ = None if self.total is None else 7
        rows = [self.row(who, [self.mark(who, each) for each in meetings], sum_) for who in self.told.came]
        rows.append(self.row(self.label("heads"), [each.heads and each.heads[0] for each in meetings]))
        rows.append(self.row(self.label("vulnerable"), [each.heads and each.heads[1] for each in meetings]))
        cancelled = [self.draw(st.sampled_from(CAME if each.cancelled else NOT)) for each in meetings]
        rows.append(self.row(self.label("cancelled"), cancelled))
        rows.append(self.row(self.label("total"), [4] * len(meetings)))
        yield from self.draw(st.permutations(rows))

    def mark(self, who: str, meeting: Meeting) -> object:
        if meeting.number not in self.told.came[who]:
            return self.draw(st.sampled_from(NOT))
        return self.draw(st.sampled_from(NEW if self.told.new.get(who) == meeting.number else CAME))

    def rows(self) -> list[list[object]]:
        found: list[list[object]] = []
        for row in (*self.above(), *self.heads(), *self.below()):
            if self.draw(st.booleans()):
                found.append([])
            found.append(row)
        return found


@st.composite
def lists(draw: DrawFn) -> tuple[Attendance, list[list[object]]]:
    """A season, and a sheet that tells of it."""
    numbered = draw(st.booleans())
    told = draw(attendances(numbered=numbered))
    return told, Writer(draw, told, numbered=numbered).rows()
