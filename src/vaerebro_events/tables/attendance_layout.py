"""Where things stand in an attendance list: what is said above it, the meetings' rows, and the rest."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from attrs import frozen

from vaerebro_events.errors import InvalidValue
from vaerebro_events.forms.reading import read_day
from vaerebro_events.tables.attendance_words import Label, label_of, number_of
from vaerebro_events.tables.line import Written
from vaerebro_events.tables.sheet import Row, Sheet, column_letters

TOP = 20  # rows with something in them, in which a list must begin


@frozen
class Labelled:
    """A label above the list, and where it stands."""

    row: Row
    at: int


@frozen
class Layout:
    """A sheet as an attendance list: its labels, the rows of numbers and of days, and all below them."""

    sheet: str
    labels: Mapping[Label, Labelled]
    below: Sequence[Row]

    @property
    def at(self) -> int:
        """The place of the column that the rows begin with."""
        return self.labels[Label.NUMBER if Label.NUMBER in self.labels else Label.DAY].at

    @property
    def first_row(self) -> Row:
        """The row that is taken for the head of the columns: that of the days, or of the numbers."""
        return self.labels[Label.DAY if Label.DAY in self.labels else Label.NUMBER].row

    def value(self, label: Label) -> Written | None:
        """What a label above the list says: in its own cell after a colon, or in the next to the right."""
        found = self.labels[label]
        own = str(found.row.cells[found.at]).partition(":")[2].strip()
        if own:
            return Written(column_letters(found.at), own, found.row.number)
        for at in range(found.at + 1, len(found.row.cells)):
            cell = found.row.cells[at]
            if cell is not None and label_of(cell) is not label:
                beside = None if label_of(cell) is not None else cell
                return None if beside is None else Written(column_letters(at), beside, found.row.number)
        return None

    def columns(self) -> Iterator[int]:
        """The places of the columns with meetings, those of totals left out."""
        return (at for at in self._columns() if self.total(at) is None)

    def totals(self) -> Iterator[tuple[int, str]]:
        """The places of the columns with totals, and what they are called."""
        for at in self._columns():
            total = self.total(at)
            if total is not None and any(cell_of(row, at) is not None for row in self.below):
                yield at, total

    def total(self, at: int) -> str | None:
        """What a column of totals is called."""
        heads = (cell_of(row, at) for row in self._heads())
        return next((str(cell) for cell in heads if label_of(cell) is Label.TOTAL), None)

    def cell(self, row: Row, at: int) -> object:
        """A cell right of those that the rows begin with; nothing, where it is merged with that."""
        merged = all(place in row.merged for place in range(self.at, at + 1))
        cell = cell_of(row, at)
        return None if merged and cell == cell_of(row, self.at) else cell

    def numbers(self) -> Mapping[int, int]:
        """The numbers of the meetings by the places of their columns.

        Without a row of them they are 1, 2, 3 in the order of their days; one whose day cannot be read
        stands with that on its left.
        """
        if Label.NUMBER in self.labels:
            row = self.labels[Label.NUMBER].row
            found = {at: number_of(cell_of(row, at)) for at in self.columns()}
            return {at: number for at, number in found.items() if number is not None}
        days: dict[int, date] = {}
        for at in self.columns():
            if self.day(at) is not None:
                try:
                    days[at] = read_day(self.day(at))
                except InvalidValue:
                    days[at] = next(reversed(days.values()), date.min)
        return {at: number for number, at in enumerate(sorted(days, key=lambda at: days[at]), 1)}

    def day(self, at: int) -> object:
        """What stands as the day of a column."""
        return cell_of(self.labels[Label.DAY].row, at) if Label.DAY in self.labels else None

    def _columns(self) -> Iterator[int]:
        rows = [*self._heads(), *self.below]
        return iter(range(self.at + 1, max(len(row.cells) for row in rows)))

    def _heads(self) -> Sequence[Row]:
        return [self.labels[label].row for label in (Label.NUMBER, Label.DAY) if label in self.labels]


def layout_of(sheet: Sheet) -> Layout | None:
    """How a sheet is laid out as an attendance list; nothing, where it is none."""
    rows = list(sheet.rows)
    labels: dict[Label, Labelled] = {}
    for row in rows[:TOP]:
        for label, labelled in _labels(row):
            labels.setdefault(label, labelled)
    named = Label.TITLE in labels or (Label.ACTIVITY in labels and Label.SEASON in labels)
    heads = [labels[label].row.number for label in (Label.NUMBER, Label.DAY) if label in labels]
    if not (named and heads):
        return None
    return Layout(
        sheet.name, labels, [row for row in rows if row.number > min(heads) and row.number not in heads]
    )


def cell_of(row: Row, at: int) -> object:
    """A cell of a row, which may end before it."""
    return row.cells[at] if at < len(row.cells) else None


def _labels(row: Row) -> Iterator[tuple[Label, Labelled]]:
    """The labels of a row: numbers and days begin their row, and have no others beside them."""
    said = [(at, label) for at, cell in enumerate(row.cells) if (label := _label(cell)) is not None]
    alone = not {label for _, label in said} & {Label.ACTIVITY, Label.SEASON, Label.WHO}
    for at, label in said:
        begins = not any(cell is not None for cell in row.cells[:at])
        if label not in (Label.NUMBER, Label.DAY) or (alone and begins):
            yield label, Labelled(row, at)


def _label(cell: object) -> Label | None:
    """The label in a cell, also where its value follows in the same cell after a colon."""
    return label_of(cell) or (label_of(cell.partition(":")[0]) if isinstance(cell, str) else None)
