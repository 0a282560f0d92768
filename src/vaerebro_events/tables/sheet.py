"""A table as a person made it: sheets of rows of cells, from whatever kind of file."""

from collections.abc import Iterable

from attrs import frozen


@frozen
class Row:
    """A row: its number, as the program that shows the file numbers it, and its cells.

    A cell is a text, a number, a truth value, a day, a time, or nothing.
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
