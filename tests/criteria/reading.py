"""Reads the tables: one Markdown file for an area or an activity, one table for each criterion."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from attrs import frozen

TABLES = Path(__file__).parent / "tables"

MET = "met"
JUST_SHORT = "just short"
AMENDED = "amended"
NOT_KNOWN_YET = "not known yet"
LAST_DAY = "last day"
CAME_LATE = "came late"
READINGS = "readings"
BESIDES = "besides"

# What every criterion is asked, in its default reading.
SIX = (MET, JUST_SHORT, AMENDED, NOT_KNOWN_YET, LAST_DAY, CAME_LATE)
CASES = (*SIX, READINGS, BESIDES)

ABOVE = "as above"
NOT_ASKED = "does not apply: "

Figure = int | Fraction | None


@frozen
class Row:
    """One line of a table: what happened, what is asked, and what is expected.

    A row that does not apply has `why_not` and is not asked.
    """

    criterion: str
    case: str
    story: str
    reading: str | None
    period: str | None
    on: date
    known: date | None
    state: str
    value: Figure
    target: Figure
    where: str
    why_not: str = ""

    @property
    def question(self) -> tuple[str, str | None, str | None, date]:
        """What is asked, whatever was known: of the same story, for the same day."""
        return self.story, self.reading, self.period, self.on


def figure(cell: str) -> Figure:
    """A whole number, or per cent as a fraction of 1, or nothing."""
    if cell in ("", "-"):
        return None
    if cell.endswith("%"):
        return Fraction(Decimal(cell.removesuffix("%").strip())) / 100
    return int(cell)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell not in ("", "-") else None


def _row(criterion: str, cells: dict[str, str], above: str, where: str) -> Row:
    story = cells["what happened"]
    why_not = story.removeprefix(NOT_ASKED) if story.startswith(NOT_ASKED) else ""
    on = _day(cells["asked on"])
    assert why_not or on is not None, f"{where}: on which day is it asked?"
    assert cells["case"] in CASES, f"{where}: there is no case «{cells['case']}», only {CASES}"
    return Row(
        criterion,
        cells["case"],
        above if story == ABOVE else story,
        cells.get("reading", "").strip("-") or None,
        cells.get("period", "").strip("-") or None,
        on or date.min,
        _day(cells["as known on"]),
        cells["state"].replace(" ", "_"),
        figure(cells["value"]),
        figure(cells["target"]),
        where,
        why_not,
    )


def rows(path: Path) -> Iterator[Row]:
    """The rows of one file; a heading `## key` begins the table of a criterion."""
    criterion, above = "", ""
    heads: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("## "):
            criterion, above, heads = line.removeprefix("## ").strip(), "", []
        elif not line.startswith("|") or re.fullmatch(r"[|\s:-]+", line):
            continue
        elif not heads:
            heads = _cells(line)
        else:
            where = f"{path.name}:{number}"
            assert len(heads) == len(_cells(line)), f"{where}: {len(_cells(line))} cells under {heads}"
            row = _row(criterion, dict(zip(heads, _cells(line), strict=True)), above, where)
            above = row.story
            yield row


def all_rows() -> tuple[Row, ...]:
    """The rows of all tables there are."""
    return tuple(row for path in sorted(TABLES.glob("*.md")) for row in rows(path))
