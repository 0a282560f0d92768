"""Writing a logbook out: as JSON lines, CSV, a workbook, or a data package in a folder."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import orjson
from attrs import frozen

from vaerebro_events.domain.fact import Fact
from vaerebro_events.errors import NotInSuchAFile, NotWritten, TooManyRows
from vaerebro_events.errors.said import why_of
from vaerebro_events.projections.replay import Replay
from vaerebro_events.tables.columns import Table, Watch, unwatched
from vaerebro_events.tables.csv_out import FOR_PROGRAMS, FORMS, CsvForm, write_csv
from vaerebro_events.tables.entry_rows import entries_table
from vaerebro_events.tables.fact_rows import fact_tables
from vaerebro_events.tables.log_lines import log_lines
from vaerebro_events.tables.package import package
from vaerebro_events.tables.schemas import fact_schema
from vaerebro_events.tables.status_rows import statuses_table
from vaerebro_events.tables.workbook_out import MOST_ROWS, write_workbook
from vaerebro_events.tables.written import Place, Written, write_lines
from vaerebro_events.text import Language, Text

FOLDER = "/"
LOG, ENTRIES, STATUSES = "log.jsonl", "entries.csv", "statuses.csv"
SCHEMAS, DESCRIPTION = "schemas", "datapackage.json"
A_FOLDER = Text(da="det er en mappe", en="it is a folder")
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class What(StrEnum):
    """What of a logbook is written out."""

    LOG = "log"
    ENTRIES = "entries"
    STATUSES = "statuses"
    FACTS = "facts"


@frozen
class Exported:
    """What was written, and the kinds of fact that rows cannot hold and that were left out."""

    files: tuple[Written, ...]
    left_out: tuple[type[Fact], ...] = ()


@frozen
class _Export:
    """What is asked for."""

    replay: Replay
    place: Place
    language: Language
    watch: Watch

    def table(self, what: What | None, *, in_words: bool = False) -> Table:
        made = statuses_table if what is What.STATUSES else entries_table
        return made(self.replay, self.language, in_words=in_words)


def export(
    replay: Replay,
    path: str | Path,
    what: What | None = None,
    *,
    language: Language = "en",
    replace: bool = False,
    watch: Watch = unwatched,
) -> Exported:
    """Writes what a replay says into a file, or into a folder: its name tells the form.

    `.jsonl` is the log, which `Logbook.restore` reads; `.csv` the entries or statuses; `.xlsx` a workbook
    of both, or of the facts as `vaerebro import` reads them; a folder (a name that ends in `/`, or a
    folder that is there) a data package of all. The log and the entries are as recorded, up to the
    replay's position; its day tells which statuses and facts. What stands in a file's place is only
    replaced where that is asked, and no file is ever there half.

    Raises: `FileInTheWay`, `NotInSuchAFile`, `NotWritten`, `TooManyRows`.

    >>> from tempfile import mkdtemp
    >>> from vaerebro_events import Actor, Logbook
    >>> from vaerebro_events.tables.exporting import export
    >>> logbook = Logbook.create(":memory:", actor=Actor("family-worker", "u-3"))
    >>> made = export(logbook.replay(), f"{mkdtemp()}/log.jsonl")
    >>> [(file.path.name, file.rows) for file in made.files]
    [('log.jsonl', 1)]
    """
    name, place = str(path), Place(Path(path), replace)
    form = FOLDER if name.endswith(("/", "\\")) or place.path.is_dir() else place.path.suffix.casefold()
    if place.path.is_dir() and not name.endswith(("/", "\\")) and place.path.suffix.casefold() in _FORMS:
        raise NotWritten(name, A_FOLDER)
    fitting = tuple(ending for ending, known in _FORMS.items() if what in known)
    if form not in fitting:
        raise NotInSuchAFile(name, fitting)
    return _FORMS[form][what](_Export(replay, place, language, watch))


def _log(asked: _Export) -> Exported:
    replay = asked.replay
    lines = asked.watch(log_lines(replay), replay.position)
    return Exported((asked.place.write(replay.position, lambda path: write_lines(path, lines)),))


def _csv(asked: _Export, what: What, form: CsvForm) -> tuple[Table, Written]:
    asked.place.check()
    table = asked.table(what)
    return table, asked.place.write(table.count, lambda path: write_csv(table, path, form, asked.watch))


def _one_csv(what: What) -> Callable[[_Export], Exported]:
    return lambda asked: Exported((_csv(asked, what, FORMS[asked.language])[1],))


def _workbook(*what: What) -> Callable[[_Export], Exported]:
    def write(asked: _Export) -> Exported:
        asked.place.check()
        return Exported((_as_workbook(asked, [asked.table(each, in_words=True) for each in what]),))

    return write


def _facts(asked: _Export) -> Exported:
    asked.place.check()
    tables, left_out = fact_tables(asked.replay, asked.language)
    return Exported((_as_workbook(asked, tables),), tuple(left_out))


def _as_workbook(asked: _Export, tables: Sequence[Table]) -> Written:
    if any(table.count > MOST_ROWS for table in tables):
        raise TooManyRows(str(asked.place.path), MOST_ROWS)
    log = asked.replay.log
    made = log[-1].recorded_at if log else _LONG_AGO
    rows = sum(table.count for table in tables)
    return asked.place.write(
        rows, lambda path: write_workbook(tables, path, asked.language, made, asked.watch)
    )


def _package(asked: _Export) -> Exported:
    folder, replace = asked.place.path, asked.place.replace

    def inside(name: str) -> _Export:
        return _Export(asked.replay, Place(folder / name, replace), asked.language, asked.watch)

    def as_json(name: str, data: object) -> Written:
        lines = [orjson.dumps(data, option=orjson.OPT_INDENT_2), b"\n"]
        return inside(name).place.write(1, lambda path: write_lines(path, lines))

    _make_folder(asked.place)
    (log,) = _log(inside(LOG)).files
    tables = [
        _csv(inside(STATUSES), What.STATUSES, FOR_PROGRAMS),
        _csv(inside(ENTRIES), What.ENTRIES, FOR_PROGRAMS),
    ]
    schemas = [
        as_json(f"{SCHEMAS}/{kind.tag}.schema.json", fact_schema(kind))
        for kind in asked.replay.facts.values()
    ]
    described = as_json(DESCRIPTION, package(asked.replay, asked.language, log, tables))
    return Exported((described, log, *(written for _, written in tables), *schemas))


def _make_folder(place: Place) -> None:
    """Makes the folders of a package; one that is there may hold other files, but no package."""
    for name in (DESCRIPTION, LOG, ENTRIES, STATUSES, SCHEMAS):
        Place(place.path / name, place.replace).check()
    try:
        (place.path / SCHEMAS).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotWritten(str(place.path), why_of(error)) from None


# How each thing is written, by the ending of the name; nothing named: what such a file is for.
_FORMS: Mapping[str, Mapping[What | None, Callable[[_Export], Exported]]] = {
    ".jsonl": {None: _log, What.LOG: _log},
    ".csv": {
        None: _one_csv(What.ENTRIES),
        What.ENTRIES: _one_csv(What.ENTRIES),
        What.STATUSES: _one_csv(What.STATUSES),
    },
    ".xlsx": {
        None: _workbook(What.STATUSES, What.ENTRIES),
        What.ENTRIES: _workbook(What.ENTRIES),
        What.STATUSES: _workbook(What.STATUSES),
        What.FACTS: _facts,
    },
    FOLDER: {None: _package},
}
