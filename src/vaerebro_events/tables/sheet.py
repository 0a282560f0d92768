"""A table as a person made it: sheets of rows of cells, from whatever kind of file."""

from collections.abc import Iterable

from attrs import frozen

MOST_CELLS = 2_000_000  # that are read of a file, empty ones among them


@frozen(repr=False)
class BadCell:
    """A cell whose formula came to an error, such as `#REF!`: whatever it should be, it is refused."""

    text: str

    def __repr__(self) -> str:
        return self.text


@frozen
class Row:
    """A row: its number, as the program that shows the file numbers it, and its cells.

    A cell is a text, a number, a truth value, a day, a time, a `BadCell`, or nothing.
    """

    number: int
    cells: tuple[object, ...]


@frozen
class Sheet:
    """A sheet of a workbook, or the one table of a CSV file, under the file's name."""

    name: str
    rows: Iterable[Row]


_LETTERS = 26


def column_letters(index: int) -> str:
    """What a spreadsheet calls a column, counted from nought.

    >>> from vaerebro_events.tables.sheet import column_letters
    >>> column_letters(0), column_letters(25), column_letters(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters


def whole_row(cells: Iterable[object]) -> tuple[object, ...]:
    """The cells of a row up to the last that has something in it; none, where the row is empty.

    >>> from vaerebro_events.tables.sheet import whole_row
    >>> whole_row(["f-017", None, 0, None])
    ('f-017', None, 0)
    """
    kept = list(cells)
    while kept and kept[-1] is None:
        kept.pop()
    return tuple(kept)
