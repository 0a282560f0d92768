"""What came of an import, as plain data for other programs; its shape is docs/schemas/import.schema.json."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from vaerebro_events.codec import Codec
from vaerebro_events.domain.fact import Fact
from vaerebro_events.errors import VaerebroError
from vaerebro_events.tables.importing import Import
from vaerebro_events.tables.line import Problem
from vaerebro_events.tables.matching import Change, Gone, Since
from vaerebro_events.tables.reading_lines import Ready
from vaerebro_events.text import Text

Data = dict[str, Any]


def plain_import(done: Import, codec: Codec, *, dry_run: bool, rejected: Path | None = None) -> Data:
    """What came of an import; `rejected` is the file that its bad rows were written to."""

    def says(fact: Fact, on: date) -> Data:
        return {"occurred_on": on.isoformat(), **codec.plain_fact(fact)}

    def change(each: Change | Gone) -> Data:
        was, ready = each.was, each.ready
        before = says(was.fact, was.occurred_on)
        after = None if isinstance(each, Gone) else says(ready.fact, ready.on)
        return {**_place(ready), "position": was.position, "before": before, "after": after}

    return {
        "file": str(done.asked.path),
        "dry_run": dry_run,
        "recorded": [entry.position for entry in done.entries],
        "new": [{**_place(each.ready), **says(each.ready.fact, each.ready.on)} for each in done.new],
        "already": [{**_place(each.ready), "position": each.entry.position} for each in done.already],
        "amend": done.asked.amend,
        "changes": [change(each) for each in done.changes],
        "since": [_since(each) for each in done.since],
        "repeated": [{**_place(each.ready), "as": _place(each.first)} for each in done.repeated],
        "problems": [_problem(each) for each in done.problems],
        "ignored": [{"sheet": each.sheet, "what": _said(each.what)} for each in done.ignored],
        "rejected": None if rejected is None else str(rejected),
    }


def _place(ready: Ready) -> Data:
    return {"sheet": ready.sheet, "row": ready.row}


def _since(each: Since) -> Data:
    state = "retracted" if each.now is None else "corrected"
    return {**_place(each.ready), "position": each.was.position, "state": state}


def _problem(each: Problem) -> Data:
    return {"sheet": each.sheet, "row": each.row, "column": each.column, "why": _said(each.why)}


def _said(what: Text | VaerebroError) -> Mapping[str, str]:
    return {"da": what.in_("da"), "en": what.in_("en")}
