"""A plain table, as several pages have it: names in italics, no lines."""

from collections.abc import Container, Iterable, Sequence

from rich.console import RenderableType
from rich.table import Table


def plain_table(
    names: Sequence[str],
    rows: Iterable[Sequence[RenderableType]],
    *,
    numbers: Container[int] = (),
    wraps: int | None = None,
) -> Table:
    """A table with its `numbers` to the right; one column `wraps`, if no other the last."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="italic dim", pad_edge=False)
    last = len(names) - 1 if wraps is None else wraps
    for at, name in enumerate(names):
        table.add_column(name, no_wrap=at != last, justify="right" if at in numbers else "left")
    for row in rows:
        table.add_row(*row)
    return table
