"""Sheets of a workbook (.xlsx), read by Calamine once it has been looked through."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import time, timedelta
from itertools import chain, repeat
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from vaerebro_events.errors import DamagedTable
from vaerebro_events.tables.cells_look import Reach
from vaerebro_events.tables.sheet import BadCell, NotComputed, Row, Sheet, whole_row
from vaerebro_events.tables.workbook_look import look_through

_HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)

Merged = tuple[tuple[int, int], tuple[int, int]]


def read_workbook(path: Path) -> Iterator[Sheet]:
    """The sheets of a workbook that are not hidden, in its order, one in memory at a time.

    Raises: `OSError`, `NotATable`, `DamagedTable`, `TableTooLarge`, `TooManyCells`.
    """
    return _sheets(path, look_through(path))


def _sheets(path: Path, reaches: Mapping[str, Reach]) -> Iterator[Sheet]:
    try:
        with CalamineWorkbook.from_path(path) as workbook:  # pyright: ignore[reportUnknownMemberType] its stub leaves PathLike open
            for name, reach in reaches.items():
                rows = _rows(workbook.get_sheet_by_name(name), reach)
                hidden = tuple(row + 1 for row in sorted(reach.hidden_rows))
                yield Sheet(name, rows, hidden, tuple(sorted(reach.hidden_columns)))
    except CalamineError:
        raise DamagedTable(str(path)) from None


def _rows(sheet: CalamineSheet, reach: Reach) -> Iterator[Row]:
    merged = _Merged(sheet.merged_cell_ranges or [])
    # Calamine gives the rows from the first on, and the columns from the first with something in it on.
    left = sheet.start[1] if sheet.start is not None else 0
    # It ends at the last cell that has a value, where formulas without one may follow.
    after: Iterator[Iterable[object]] = repeat(
        (), max(0, max(reach.bad, default=-1) + 1 - sheet.total_height)
    )
    for at, given in enumerate(chain[Iterable[object]](sheet.iter_rows(), after)):
        cells: list[object] = [None] * left
        cells.extend(map(_cell, given))
        for column, text in reach.bad.get(at, {}).items():
            cells.extend([None] * (column + 1 - len(cells)))
            cells[column] = NotComputed() if text is None else BadCell(text)
        together = merged.fill(at, cells)
        row = whole_row(cells)
        if row:
            yield Row(at + 1, row, together)


class _Merged:
    """The merged areas of a sheet, which have their value in their first cell alone."""

    def __init__(self, areas: list[Merged]) -> None:
        self._to_come = sorted(areas, reverse=True)
        self._open: list[tuple[Merged, object]] = []

    def fill(self, row: int, cells: list[object]) -> frozenset[int]:
        """Gives all cells of the areas in this row the areas' values, as far as the row has cells."""
        together: set[int] = set()
        self._open = [(area, value) for area, value in self._open if area[1][0] >= row]
        while self._to_come and self._to_come[-1][0][0] <= row:
            area = self._to_come.pop()
            (_, left), _ = area
            if left < len(cells) and cells[left] is not None:
                self._open.append((area, cells[left]))
        for ((_, left), (_, right)), value in self._open:
            for column in range(left, min(right + 1, len(cells))):
                cells[column] = value
                together.add(column)
        return frozenset(together)


def _cell(value: object) -> object:
    match value:
        case str():
            return value.rstrip() or None
        case float() if value.is_integer():
            return int(value)
        case time():
            return BadCell(f"{value:%H:%M}")
        case timedelta():
            return BadCell(f"{value // _HOUR}:{value % _HOUR // _MINUTE:02}")
        case _:
            return value
