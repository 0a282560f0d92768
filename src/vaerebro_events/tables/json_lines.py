"""Facts as JSON lines: plain ones, or the entries of an exported log, each as its newest amendment has it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import orjson

from vaerebro_events.codec import Codec
from vaerebro_events.domain.amendments import Amendment
from vaerebro_events.domain.entry import Entry, Evidence
from vaerebro_events.domain.governance import PlanAdopted
from vaerebro_events.errors import VaerebroError
from vaerebro_events.errors.said import why_of
from vaerebro_events.forms.fields import fillable
from vaerebro_events.forms.reading import read_day
from vaerebro_events.projections.history import effective
from vaerebro_events.projections.replay import Replay
from vaerebro_events.tables.line import Problem
from vaerebro_events.tables.log_lines import codec_of
from vaerebro_events.tables.reading_lines import FileFacts, Ready, check_plan
from vaerebro_events.tables.sheets_of_facts import Ignored, filled
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
NOT_FILLED = Text(da="»{tag}« hentes ikke ind.", en="«{tag}» is not imported.")
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
    codec, name = codec_of(replay), path.name
    with path.open("rb") as file:
        read = [(row, _read(codec, name, row, line)) for row, line in enumerate(file, 1) if line.strip()]
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


def _read(codec: Codec, name: str, row: int, line: bytes) -> Read:
    """What a line is: a plain fact, or an entry of an exported log."""
    try:
        data = orjson.loads(line)
    except ValueError:
        data = None
    if not isinstance(data, dict):
        return Problem(name, row, None, NO_JSON)
    told = cast(Data, data)
    why = told.pop(WHY, None)
    try:
        if "position" in told:
            return codec.decode(line if why is None else orjson.dumps(told))
        return _plain(codec, name, row, told)
    except VaerebroError as error:
        return Problem(name, row, None, error)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        return Problem(name, row, None, filled(NO_ENTRY, why=why_of(error)))


def _plain(codec: Codec, name: str, row: int, told: Data) -> Ready | Problem:
    fields, day = told.get("fact"), told.get("occurred_on")
    if not told.keys() <= _PLAIN or not isinstance(fields, dict) or day is None:
        return Problem(name, row, None, NO_FACT)
    fact = codec.fact(str(told.get("tag")), cast(Data, fields))
    if not fillable(type(fact)):
        return Problem(name, row, None, filled(NOT_FILLED, tag=fact.tag))
    evidence = tuple(Evidence(**shown) for shown in told.get("evidence", ()))
    id_ = told.get("id")
    return Ready(name, row, {}, fact, read_day(day), None, None if id_ is None else UUID(id_), evidence)
