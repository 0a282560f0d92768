"""One fact as a table has it, not yet read: where it stands, its kind, and what is written in its fields."""

from collections.abc import Mapping

from attrs import frozen


@frozen
class Written:
    """What is written in one cell, and the column it stands in, as a spreadsheet names it."""

    column: str
    value: object


@frozen
class Line:
    """A fact as a row has it, or a cell of an attendance list.

    `written` has the cells by the names of the fact's fields, with `occurred_on` for its day, and
    `row_id` for a name of its own that its maker gave the row, where there is one.
    """

    sheet: str
    row: int
    tag: str
    written: Mapping[str, Written]
