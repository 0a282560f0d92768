"""Facts as JSON lines: plain ones, or the entries of an exported log, each as its newest amendment has it."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import orjson
from attrs import evolve

from vaerebro_events.domain.amendments import Amendment
from vaerebro_events.domain.entry import Entry, Evidence
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.governance import PlanAdopted
from vaerebro_events.errors import VaerebroError
from vaerebro_events.errors.said import Unfit
from vaerebro_events.forms.fields import fields_of, fillable
from vaerebro_events.projections.history import effective
from vaerebro_events.projections.replay import Replay
from vaerebro_events.tables.line import Line, Problem, Written
from vaerebro_events.tables.reading_lines import FileFacts, Reader, Ready, check_plan, read_line
from vaerebro_events.tables.sheets_of_facts import DAY, Ignored, Kinds, filled, nearest, no_such
from vaerebro_events.text import Text

Data = dict[str, Any]
Read = Ready | Problem | Entry

_PLAIN = frozenset({"tag", "occurred_on", "fact", "id", "evidence"})
WHY = "why"  # beside a line that was rejected
NO_JSON = Text(da="Linjen er ikke et JSON-objekt.", en="The line is no JSON object.")
NO_FACT = Text(
    da="Linjen skal have »tag«, »occurred_on« og »fact«, og kan have »id« og »evidence«.",
    en="The line must have «tag», «occurred_on» and «fact», and may have «id» and «evidence».",
)
NO_ENTRY = Text(da="Linjen er ikke en hel post: {why}.", en="The line is not a whole entry: {why}.")
ANOTHER_FORM = Text(
    da="dens felter har ikke den form, som »vaerebro export« skriver dem i",
    en="its fields have not the form in which «vaerebro export» writes them",
)
NOT_FILLED = Text(
    da="»{tag}« hentes ikke ind: den registreres med en kommando for sig.",
    en="«{tag}» is not imported: it is recorded by a command of its own.",
)
TWICE = Text(
    da="»{name}« står to gange i linjen: behold den ene.", en="«{name}» stands twice in the line: keep one."
)
NO_ID = Text(
    da="»id« er ikke et UUID: lad det være ude, så laves et.",
    en="«id» is no UUID: leave it out, and one is made.",
)
NO_EVIDENCE = Text(
    da="»evidence« er ikke en liste af objekter med »document« og »sha256«.",
    en="«evidence» is not a list of objects with «document» and «sha256».",
)
AMENDS_NONE = Text(
    da="Den retter post {amends}, som ikke er i filen.",
    en="It amends entry {amends}, which is not in the file.",
)
TWO_LOGS = Text(
    da="Post {position} er i filen to gange: hent én logbogs linjer ind ad gangen.",
    en="Entry {position} is in the file twice: import the lines of one logbook at a time.",
)
LEFT_OUT = Text(da="»{title}« hentes ikke ind ({count}).", en="«{title}» is not imported ({count}).")
RETRACTED = Text(
    da="Hvad filen selv annullerer, hentes ikke ind ({count}).",
    en="What the file itself retracts is not imported ({count}).",
)


def facts_of_lines(path: Path, replay: Replay) -> FileFacts:
    """The facts of a file of JSON lines. Raises: `FileOfAnotherPlan`, `OSError`."""
    reader, name = Reader.of(replay), path.name
    with path.open("rb") as file:
        told = ((row, line) for row, line in enumerate(file, 1) if line.strip())
        read = [(row, each) for row, line in told for each in _read(reader, name, row, line)]
    log: dict[int, Entry] = {}
    for _, each in read:
        if isinstance(each, Entry):
            if isinstance(each.fact, PlanAdopted):
                check_plan(path, replay, each.fact.plan.name)
            log.setdefault(each.position, each)
    return _taken(name, read, log)


def _taken(name: str, read: Sequence[tuple[int, Read]], log: Mapping[int, Entry]) -> FileFacts:
    """What the lines come to, once it is known what they amend among themselves."""
    facts, left_out, retracted = FileFacts(sheets=[name]), Counter[Text](), 0
    now = effective(entry for entry in log.values() if _is_whole(entry, log))
    for row, each in read:
        if not isinstance(each, Entry):
            facts.found.append(each)
        elif log[each.position] is not each:
            facts.found.append(Problem(name, row, None, filled(TWO_LOGS, position=str(each.position))))
        elif isinstance(each.fact, Amendment):
            if each.fact.amends not in log:
                why = filled(AMENDS_NONE, amends=str(each.fact.amends))
                facts.found.append(Problem(name, row, None, why))
        elif each.position not in now:
            retracted += 1
        elif not fillable(type(now[each.position].fact)):
            left_out[now[each.position].fact.named()] += 1
        else:
            entry = now[each.position]
            found = Ready(name, row, {}, entry.fact, entry.occurred_on, None, each.id, each.evidence)
            facts.found.append(found)
    said = [filled(LEFT_OUT, count=str(count), title=title) for title, count in left_out.items()]
    if retracted:
        said.append(filled(RETRACTED, count=str(retracted)))
    facts.ignored.extend(Ignored(name, what) for what in said)
    return facts


def _is_whole(entry: Entry, log: Mapping[int, Entry]) -> bool:
    """Whether what an entry tells of is in the file, too."""
    return not isinstance(entry.fact, Amendment) or entry.fact.amends in log


def _read(reader: Reader, name: str, row: int, line: bytes) -> Iterator[Read]:
    """What a line is: a plain fact, or an entry of an exported log; or all that is wrong with it."""
    try:
        told = _told(line)
        why = told.pop(WHY, None)
        if "position" in told:
            yield reader.codec.decode(line if why is None else orjson.dumps(told))
        else:
            yield from _plain(reader, name, row, told)
    except VaerebroError as error:
        yield Problem(name, row, None, error)
    except _Wrong as error:
        yield Problem(name, row, None, error.why)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        # What Python says of it is for those who write it.
        why = error.why if isinstance(error, Unfit) else ANOTHER_FORM
        yield Problem(name, row, None, filled(NO_ENTRY, why=why))


class _Wrong(Exception):
    """A line has not the form of a plain fact."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


def _told(line: bytes) -> Data:
    try:
        orjson.loads(line)  # which holds JSON to its word, and takes the last of two fields without one
        told = json.loads(line, object_pairs_hook=_once)
    except ValueError:
        raise _Wrong(NO_JSON) from None
    if not isinstance(told, dict):
        raise _Wrong(NO_JSON)
    return cast(Data, told)


def _once(pairs: Sequence[tuple[str, Any]]) -> Data:
    """An object, each field of which is there once."""
    told: Data = {}
    for name, value in pairs:
        if name in told:
            raise _Wrong(filled(TWICE, name=name))
        told[name] = value
    return told


def _plain(reader: Reader, name: str, row: int, told: Data) -> Iterator[Ready | Problem]:
    """A plain fact, its fields read as cells are."""
    fields, day = told.get("fact"), told.get("occurred_on")
    if not told.keys() <= _PLAIN or not isinstance(fields, dict) or day is None:
        raise _Wrong(NO_FACT)
    fields = cast(Data, fields)
    kind = _kind(told.get("tag"), reader.codec.vocabulary.facts)
    evidence, id_ = _evidence(told.get("evidence", ())), _id(told.get("id"))
    if not fields.keys() <= {field.name for field in fields_of(kind)}:
        reader.codec.fact(kind.tag, fields)  # it says which of them it does not have
    written = {field: Written("", value) for field, value in {**fields, DAY: day}.items()}
    for each in read_line(Line(name, row, kind.tag, written), reader):
        yield evolve(each, id=id_, evidence=evidence) if isinstance(each, Ready) else each


def _kind(tag: object, kinds: Kinds) -> type[Fact]:
    kind = kinds.get(tag) if isinstance(tag, str) else None
    if kind is None:
        raise _Wrong(no_such(tag, nearest(str(tag), tuple(kinds))))
    if not fillable(kind):
        raise _Wrong(filled(NOT_FILLED, tag=kind.tag))
    return kind


def _id(given: object) -> UUID | None:
    try:
        return None if given is None else UUID(cast(str, given))
    except (ValueError, TypeError, AttributeError):
        raise _Wrong(NO_ID) from None


def _evidence(given: object) -> tuple[Evidence, ...]:
    try:
        return tuple(Evidence(**shown) for shown in cast(Sequence[Data], given))
    except TypeError:
        raise _Wrong(NO_EVIDENCE) from None
