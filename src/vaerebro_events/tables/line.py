"""One fact as a table has it, not yet read: where it stands, its kind, and what is written in its fields."""

from collections.abc import Mapping

from attrs import frozen

from vaerebro_events.errors import VaerebroError
from vaerebro_events.text import Text


@frozen
class Written:
    """What is written in one cell, and the column it stands in, as a spreadsheet names it.

    `row` is its row, where that is not the row of its line: a day above an attendance list, say.
    """

    column: str
    value: object
    row: int | None = None


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


@frozen
class Absence:
    """Somebody in a row of an attendance list who did not come to a meeting that was held or cancelled.

    `line` is the attendance that a mark in this `column` would have been.
    """

    column: str
    line: Line


@frozen
class Problem:
    """What is wrong in a table, and where; without a row it is the whole sheet, without a column the row."""

    sheet: str
    row: int | None
    column: str | None
    why: Text | VaerebroError
