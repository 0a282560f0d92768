"""Lines read as facts: each cell by its field, then the fact whole; what is wrong is told by its cell."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from attrs import define, evolve, field, frozen

from vaerebro_events.codec import Codec
from vaerebro_events.domain.entry import Draft, Evidence
from vaerebro_events.domain.fact import Fact
from vaerebro_events.errors import FileOfAnotherPlan, InvalidValue, VaerebroError
from vaerebro_events.forms.fields import Field, FieldKind, fields_of
from vaerebro_events.forms.reading import NO_TITLES, Titles, read_day, read_value
from vaerebro_events.forms.titles import names_of, titles_of
from vaerebro_events.forms.words import FIELDS, field_name
from vaerebro_events.projections.replay import Replay
from vaerebro_events.tables.line import Absence, Line, Problem, Written
from vaerebro_events.tables.log_lines import codec_of
from vaerebro_events.tables.sheet import NOT_COMPUTED, NotComputed
from vaerebro_events.tables.sheets_of_facts import DAY, ROW_ID, Found, Ignored, filled, nearest
from vaerebro_events.text import Text

MISSING = Text(da="»{name}« mangler: udfyld feltet.", en="«{name}» is missing: fill it in.")
NOT_IN_PLAN = Text(
    da="det findes ikke i planen (mente du »{near}«?)", en="the plan has no such key (did you mean «{near}»?)"
)

# The keys of all versions of the plan with their titles, for each kind of key.
Known = Mapping[str, Mapping[str, Text]]
_NESTED = (FieldKind.PLAN, FieldKind.OTHER)
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


@frozen
class Reader:
    """What lines are read with: the codec of facts, and what the plan's keys are called."""

    codec: Codec
    titles: Titles = NO_TITLES
    known: Known = field(factory=dict[str, Mapping[str, Text]])

    @classmethod
    def of(cls, replay: Replay) -> "Reader":
        """What a logbook reads lines with: the titles of the newest version of its plan come first."""
        plans = [version.plan for version in replay.agreements.versions]
        titles: dict[str, dict[str, str]] = {}
        for plan in plans:
            for kind, own in titles_of(plan).items():
                titles.setdefault(kind, {}).update(own)
        return cls(codec_of(replay), titles, names_of(*plans))


@define
class FileFacts:
    """The facts of a file in its order, and in their place what is wrong; what is left out; its sheets.

    `absent` are the attendances that an attendance list says did not take place; `lost` the lines that
    could not be read.
    """

    found: list[Ready | Problem] = field(factory=list["Ready | Problem"])
    ignored: list[Ignored] = field(factory=list[Ignored])
    sheets: list[str] = field(factory=list[str])
    absent: list[Ready] = field(factory=list[Ready])
    lost: list[Line] = field(factory=list[Line])
    _told: set[tuple[object, ...]] = field(factory=set[tuple[object, ...]])

    def take(self, found: Iterable[Found], reader: Reader) -> None:
        """Takes in what a sheet holds; what is wrong in one cell is told once, however much it spoils."""
        for each in found:
            match each:
                case Ignored():
                    self.ignored.append(each)
                case Problem():
                    self._add(each)
                case Absence():
                    read = read_line(each.line, reader)
                    self.absent.extend(ready for ready in read if isinstance(ready, Ready))
                case Line():
                    for come in read_line(each, reader):
                        self._add(come)
                        if isinstance(come, Problem) and each not in self.lost[-1:]:
                            self.lost.append(each)

    def _add(self, each: Ready | Problem) -> None:
        if isinstance(each, Problem):
            told = (each.sheet, each.row, each.column, each.why.in_("en"))
            if told in self._told:
                return
            self._told.add(told)
        self.found.append(each)


def check_plan(path: Path, replay: Replay, plan: str) -> None:
    """Whether a file's plan is one that the logbook follows. Raises: `FileOfAnotherPlan`."""
    own = [version.plan.name for version in replay.agreements.versions]
    if own and plan not in own:
        raise FileOfAnotherPlan(str(path), plan, own[-1])


def read_line(line: Line, reader: Reader) -> Iterator[Ready | Problem]:
    """The fact of a line, or all that is wrong with it."""
    plain: dict[str, Any] = {}
    problems: list[Problem] = []
    kind = reader.codec.vocabulary.facts[line.tag]
    for each in (_DAY, *fields_of(kind)):
        written = line.written.get(each.name)
        if written is not None and isinstance(written.value, NotComputed):
            problems.append(_problem(line, NOT_COMPUTED, written))
            continue
        try:
            value = None if written is None else _value(each, written.value, reader)
        except InvalidValue as error:
            problems.append(_problem(line, error, written))
            continue
        if value is not None:
            plain[each.name] = value
        elif each.several:
            plain[each.name] = []
        elif each.required:
            problems.append(_problem(line, filled(MISSING, name=field_name(each.name, kind)), written))
    if problems:
        yield from problems
        return
    on = plain.pop(DAY)
    try:
        fact = reader.codec.fact(line.tag, plain)
    except VaerebroError as error:
        yield _problem(line, error)
    else:
        yield Ready(line.sheet, line.row, line.written, fact, on, _row_id(line))


def _value(each: Field, given: object, reader: Reader) -> Any:
    """What is written in a cell, as plain data; the day of the fact as a day. JSON may nest."""
    if each.kind in _NESTED and not isinstance(given, str):
        return given
    value = read_value(each, given, reader.titles)
    known = reader.known.get(each.of)
    if known and value is not None:
        for key in value if each.several else [value]:
            if key not in known:
                raise InvalidValue(field_name(each.name), key, _not_in_plan(key, known))
    return read_day(value) if each is _DAY and value is not None else value


def _not_in_plan(key: str, known: Mapping[str, Text]) -> Text:
    """That no version of the plan has a key, and what the nearest is called."""
    names = {word.casefold(): title for own, title in known.items() for word in (own, title.da, title.en)}
    return filled(NOT_IN_PLAN, near=names[nearest(key.casefold(), tuple(names))])


def _row_id(line: Line) -> str | None:
    written = line.written.get(ROW_ID)
    text = "" if written is None or written.value is None else str(written.value).strip()
    return text or None


def _problem(line: Line | Ready, why: VaerebroError | Text, written: Written | None = None) -> Problem:
    """What is wrong with a line, at the cell that is to blame, where one is."""
    if isinstance(why, InvalidValue):
        written = written or _blamed(line.written, why)
        if why.what in FIELDS:
            why = evolve(why, what=field_name(str(why.what)))
    if written is not None:
        return Problem(line.sheet, written.row or line.row, written.column or None, why)
    day = line.written.get(DAY)
    # In an attendance list the day stands above, and its column is that of the mark.
    in_list = day is not None and day.row is not None
    return Problem(line.sheet, line.row, day.column if day is not None and in_list else None, why)


def _blamed(written: Mapping[str, Written], why: InvalidValue) -> Written | None:
    """The cell of the field that an error is about."""
    named = (name for name in written if why.what in (name, field_name(name)))
    return next((written[name] for name in named), None)
