"""Lines read as facts: each cell by its field, then the fact whole; what is wrong is told by its cell."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from attrs import define, field, frozen

from vaerebro_events.codec import Codec
from vaerebro_events.domain.entry import Draft, Evidence
from vaerebro_events.domain.fact import Fact
from vaerebro_events.errors import FileOfAnotherPlan, InvalidValue, VaerebroError
from vaerebro_events.forms.fields import Field, FieldKind, fields_of
from vaerebro_events.forms.reading import Titles, read_day, read_value
from vaerebro_events.forms.words import field_name
from vaerebro_events.projections.replay import Replay
from vaerebro_events.tables.line import Line, Problem, Written
from vaerebro_events.tables.sheets_of_facts import DAY, ROW_ID, Ignored, filled
from vaerebro_events.text import Text

MISSING = Text(da="«{name}» mangler: udfyld feltet", en="«{name}» is missing: fill it in")

_DAY = Field(DAY, FieldKind.DAY, required=True)


@frozen
class Ready:
    """A fact as it was read: where it stands, the cells of its fields, its day, and its own name or id."""

    sheet: str
    row: int
    written: Mapping[str, Written]
    fact: Fact
    on: date
    row_id: str | None = None
    id: UUID | None = None
    evidence: tuple[Evidence, ...] = ()

    def draft(self, id_: UUID) -> Draft:
        """What would be recorded under that id."""
        return Draft(self.fact, self.on, id_, self.evidence)

    def problem(self, why: VaerebroError | Text) -> Problem:
        """What is wrong with it, at its cell where that is known."""
        return _problem(self, why)


@define
class FileFacts:
    """The facts of a file in its order, and in their place what is wrong; what is left out; its sheets."""

    found: list[Ready | Problem] = field(factory=list["Ready | Problem"])
    ignored: list[Ignored] = field(factory=list[Ignored])
    sheets: list[str] = field(factory=list[str])


def check_plan(path: Path, replay: Replay, plan: str) -> None:
    """Whether a file's plan is one that the logbook follows. Raises: `FileOfAnotherPlan`."""
    own = [version.plan.name for version in replay.agreements.versions]
    if own and plan not in own:
        raise FileOfAnotherPlan(str(path), plan, own[-1])


def read_line(line: Line, codec: Codec, titles: Titles) -> Iterator[Ready | Problem]:
    """The fact of a line, or all that is wrong with it."""
    plain: dict[str, Any] = {}
    problems: list[Problem] = []
    for each in (_DAY, *fields_of(codec.vocabulary.facts[line.tag])):
        written = line.written.get(each.name)
        try:
            value = None if written is None else _value(each, written.value, titles)
        except InvalidValue as error:
            problems.append(_problem(line, error, written))
            continue
        if value is not None:
            plain[each.name] = value
        elif each.several:
            plain[each.name] = []
        elif each.required:
            problems.append(_problem(line, filled(MISSING, name=field_name(each.name)), written))
    if problems:
        yield from problems
        return
    on = plain.pop(DAY)
    try:
        fact = codec.fact(line.tag, plain)
    except VaerebroError as error:
        yield _problem(line, error)
    else:
        yield Ready(line.sheet, line.row, line.written, fact, on, _row_id(line))


def _value(each: Field, given: object, titles: Titles) -> Any:
    """What is written in a cell, as plain data; the day of the fact as a day."""
    value = read_value(each, given, titles)
    return read_day(value) if each is _DAY and value is not None else value


def _row_id(line: Line) -> str | None:
    written = line.written.get(ROW_ID)
    text = "" if written is None or written.value is None else str(written.value).strip()
    return text or None


def _problem(line: Line | Ready, why: VaerebroError | Text, written: Written | None = None) -> Problem:
    """What is wrong with a line, at the cell that is to blame, where one is."""
    if written is None and isinstance(why, InvalidValue):
        written = _blamed(line.written, why)
    if written is not None:
        return Problem(line.sheet, written.row or line.row, written.column, why)
    day = line.written.get(DAY)
    # In an attendance list the day stands above, and its column is that of the mark.
    in_list = day is not None and day.row is not None
    return Problem(line.sheet, line.row, day.column if day is not None and in_list else None, why)


def _blamed(written: Mapping[str, Written], why: InvalidValue) -> Written | None:
    """The cell of the field that an error is about."""
    named = (name for name in written if why.what in (name, field_name(name)))
    return next((written[name] for name in named), None)
