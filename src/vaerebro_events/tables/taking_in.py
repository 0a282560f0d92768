"""A file's facts, from whatever kind of file: sheets of facts, attendance lists, or JSON lines."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from vaerebro_events.domain.fact import Fact
from vaerebro_events.projections.replay import Replay
from vaerebro_events.tables.attendance_list import attendance_lines
from vaerebro_events.tables.files import hidden_sheets, read_sheets
from vaerebro_events.tables.json_lines import facts_of_lines
from vaerebro_events.tables.reading_lines import FileFacts, Reader, check_plan
from vaerebro_events.tables.sheet import Row, Sheet
from vaerebro_events.tables.sheets_of_facts import (
    Found,
    Ignored,
    Kinds,
    SheetOfFacts,
    hidden_parts,
    is_silent,
)
from vaerebro_events.text import Text

JSON_LINES = (".jsonl", ".ndjson")
LEFT_OUT = Text(
    da="Arket er hverken en slags hændelse eller en fremmødeliste og er ikke læst.",
    en="The sheet is neither a kind of fact nor an attendance list, and was not read.",
)
HIDDEN = Text(da="Arket er skjult og er ikke læst.", en="The sheet is hidden, and was not read.")
_PLAN = re.compile(r"plan:\s*(\S+)", re.IGNORECASE)


def facts_of_file(path: Path, replay: Replay, kind: type[Fact] | None = None) -> FileFacts:
    """The facts of a file; `kind` is that of all of them, where its rows do not say it.

    Raises: `FileOfAnotherPlan`, or as the reading of the file.
    """
    if path.suffix.casefold() in JSON_LINES:
        return facts_of_lines(path, replay)
    facts, reader = FileFacts(), Reader.of(replay)
    for sheet in read_sheets(path):
        rows = list(sheet.rows)
        if rows:
            facts.sheets.append(sheet.name)
        _check_plan(path, replay, sheet.name, rows)
        facts.take(found_in(sheet.name, rows, replay.facts, kind), reader)
        if not is_silent(sheet.name):
            facts.ignored.extend(hidden_parts(sheet))
    facts.ignored.extend(Ignored(name, HIDDEN) for name in hidden_sheets(path))
    return facts


def not_understood(facts: FileFacts) -> bool:
    """Whether no sheet of a file is one of facts or an attendance list, and some are there to be read."""
    left = {each.sheet for each in facts.ignored if each.what == LEFT_OUT}
    return bool(left) and all(sheet in left or is_silent(sheet) for sheet in facts.sheets)


def found_in(
    sheet: str, rows: Sequence[Row], kinds: Kinds, kind: type[Fact] | None = None
) -> Iterator[Found]:
    """What a sheet holds, by what kind of sheet it is; nothing where it is there for people alone."""
    if is_silent(sheet) or not rows:
        return
    of_facts = SheetOfFacts.of(sheet, rows, kinds, kind)
    if of_facts is not None:
        yield from of_facts.found()
        return
    listed = attendance_lines(Sheet(sheet, rows))
    if listed is None:
        yield Ignored(sheet, LEFT_OUT)
        return
    yield from listed


def _check_plan(path: Path, replay: Replay, sheet: str, rows: Sequence[Row]) -> None:
    """A guide says which plan its workbook was made for. Raises: `FileOfAnotherPlan`."""
    if is_silent(sheet):
        cells = (cell for row in rows for cell in row.cells if isinstance(cell, str))
        for named in filter(None, map(_PLAN.fullmatch, map(str.strip, cells))):
            check_plan(path, replay, named[1])
