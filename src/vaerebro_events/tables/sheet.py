"""A table as a person made it: sheets of rows of cells, from whatever kind of file."""

from collections.abc import Iterable

from attrs import frozen

from vaerebro_events.text import Text

NOT_COMPUTED = Text(
    da="Formlen har ingen gemt værdi: åbn filen i regnearksprogrammet, og gem den.",
    en="The formula has no stored value: open the file in the spreadsheet program, and save it.",
)
MOST_CELLS = 2_000_000  # that are read of a file, empty ones among them


@frozen(repr=False)
class BadCell:
    """A cell whose formula came to an error, such as `#REF!`: whatever it should be, it is refused."""

    text: str

    def __repr__(self) -> str:
        return self.text


@frozen(repr=False)
class NotComputed(BadCell):
    """A cell with a formula whose value was never worked out and stored: what it is, nobody knows."""

    text: str = "=…"


@frozen
class Row:
    """A row: its number, as the program that shows the file numbers it, and its cells.

    A cell is a text, a number, a truth value, a day, a `BadCell`, or nothing. `merged` are the places
    of the cells that have their value together with others.
    """

    number: int
    cells: tuple[object, ...]
    merged: frozenset[int] = frozenset()


@frozen
class Sheet:
    """A sheet of a workbook, or the one table of a CSV file, under the file's name.

    Rows by their numbers and columns by their places are named where they are hidden and hold something.
    """

    name: str
    rows: Iterable[Row]
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()


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
