"""Commands that write a logbook out, and make one again from its lines."""

from pathlib import Path

import click
from attrs import asdict
from rich.filesize import decimal

from vaerebro_events.cli.asking import YES, sure
from vaerebro_events.cli.noting import NOTE
from vaerebro_events.cli.options import JSON, LANG, LOGBOOK, Asked, dates, named
from vaerebro_events.cli.printing import print_json
from vaerebro_events.cli.speaking import argument, command, option, say
from vaerebro_events.cli.unshown import note_recorded
from vaerebro_events.cli.watching import watched
from vaerebro_events.errors import LogbookExists
from vaerebro_events.forms.words import fact_name
from vaerebro_events.logbook import Logbook
from vaerebro_events.reports.terminal.written import whole
from vaerebro_events.tables.exporting import Exported, What
from vaerebro_events.tables.exporting import export as write_out
from vaerebro_events.tables.log_lines import LineReader
from vaerebro_events.tables.written import Written
from vaerebro_events.text import Language, Text

FILE = Text(da="FIL", en="FILE")
MORE_OF_EXPORT = Text(
    da="""FIL siger, hvad der skrives: .jsonl loggen, som »vaerebro restore« læser; .csv posterne; .xlsx et
regneark med statusser og poster; en mappe (MAPPE/) en datapakke med det hele.

Log og poster eksporteres, som de blev registreret; --on gælder statusser og hændelser. I .csv er kolonnernes
navne, koder og nøgler de samme på alle sprog, til andre programmer; i .xlsx står de i ord.""",
    en="""FILE says what is written: .jsonl the log, which «vaerebro restore» reads; .csv the entries; .xlsx a
workbook of statuses and entries; a folder (FOLDER/) a data package of it all.

Log and entries are written as they were recorded; --on is for statuses and facts. In .csv the columns' names,
codes and keys are the same in all languages, for other programs; in .xlsx they are in words.""",
)
MORE_OF_RESTORE = Text(
    da="""LOGBOG er den nye fil, FIL den log, som »vaerebro export LOGBOG FIL.jsonl« har skrevet. Posterne
bliver de samme: numre, id'er og tidspunkter. Passer en linje ikke, laves der ingen logbog.""",
    en="""LOGBOOK is the new file, FILE the log that «vaerebro export LOGBOOK FILE.jsonl» has written. The
entries will be the same: positions, ids and times. If a line does not fit, no logbook is made.""",
)
WHAT = Text(
    da="Eksportér noget bestemt: log, entries (poster), statuses (statusser) eller facts (hændelser, som de "
    "gælder nu, i et regneark, som »vaerebro import« læser).",
    en="Write one thing: the log, entries, statuses, or facts (as they hold now, in a workbook that "
    "«vaerebro import» reads).",
)
REPLACE = Text(da="Erstat den fil, der ligger der.", en="Replace the file that is there.")
SHA256 = Text(
    da="Den SHA-256, som filen skal have; ellers genskabes intet.",
    en="The SHA-256 that the file must have; else nothing is restored.",
)
WROTE = Text(da="{path} er skrevet: {rows}, {size}.", en="Wrote {path}: {rows}, {size}.")
WROTE_FOLDER = Text(
    da="{path} er skrevet: {files} filer, {rows} i loggen.",
    en="Wrote {path}: {files} files, {rows} in the log.",
)
LEFT_OUT = Text(
    da="Udeladt, fordi de ikke kan stå i rækker: {names}.",
    en="Left out, since rows cannot hold them: {names}.",
)
SURE = Text(
    da="Skal {logbook} genskabes fra {file} ({lines})?", en="Restore {logbook} from {file} ({lines})?"
)
RESTORED = Text(
    da="{logbook} er genskabt fra {source}: {entries}, alle som de var.",
    en="Restored {logbook} from {source}: {entries}, each as it was.",
)
NO_FILE = Text(
    da="{path} er ikke en almindelig fil: gem først loggen i en fil.",
    en="{path} is not an ordinary file: save the log in a file first.",
)
FOREIGN = Text(
    da="Linjerne i {source} ender på CRLF, så det er ikke længere den fil, der blev skrevet; posterne er "
    "de samme.",
    en="The lines of {source} end in CRLF, so it is no longer the file that was written; the entries are "
    "the same.",
)
ENTRIES = Text(da="poster", en="entries"), Text(da="post", en="entry")
LINES = Text(da="linjer", en="lines"), Text(da="linje", en="line")
ROWS = Text(da="rækker", en="rows"), Text(da="række", en="row")
BEGINNING = Text(da="Begynder", en="Beginning")
WRITING = Text(da="Skriver", en="Writing")
READING = Text(da="Læser", en="Reading")


def _number(count: int, words: tuple[Text, Text], language: Language) -> str:
    several, one = words
    return f"{whole(count, language)} {(one if count == 1 else several).in_(language)}"


def _size(file: Written, language: Language) -> str:
    return decimal(file.bytes).replace(".", "," if language == "da" else ".")


@command("export", MORE_OF_EXPORT)
@LOGBOOK
@argument("file", FILE, callback=named, type=click.Path())
@option("--what", type=click.Choice([what.value for what in What]), said=WHAT)
@dates
@option("--replace", is_flag=True, said=REPLACE)
@LANG
@JSON
def export(
    logbook: str, file: str, what: str | None, asked: Asked, lang: Language, *, replace: bool, as_json: bool
) -> None:
    """Write the logbook out: lines, tables, workbooks."""
    replay = asked.replay(logbook)
    chosen = None if what is None else What(what)
    with watched(BEGINNING, WRITING) as watch:
        made = write_out(replay, file, chosen, language=lang, replace=replace, watch=watch)
    if as_json:
        files = [
            {"path": each.path.as_posix(), "rows": each.rows, "bytes": each.bytes, "sha256": each.sha256}
            for each in made.files
        ]
        told = {"what": what, "on": replay.on.isoformat(), "known": asked.typed, "position": replay.position}
        print_json({**told, "files": files, "left_out": [kind.tag for kind in made.left_out]})
        return
    _receipt(made, file, what, lang)


def _receipt(made: Exported, file: str, what: str | None, language: Language) -> None:
    first, *others = made.files
    if others:
        log = others[0]
        rows = _number(log.rows, ENTRIES, language)
        click.echo(say(WROTE_FOLDER, path=file, files=len(made.files), rows=rows))
        click.echo(f"SHA-256 ({log.path.name}) {log.sha256}")
    else:
        entries = what == What.LOG or (what is None and first.path.suffix.casefold() == ".jsonl")
        rows = _number(first.rows, ENTRIES if entries else ROWS, language)
        click.echo(say(WROTE, path=file, rows=rows, size=_size(first, language)))
        click.echo(f"SHA-256 {first.sha256}")
    if made.left_out:
        names = ", ".join(fact_name(kind).in_(language) for kind in made.left_out)
        click.echo(say(LEFT_OUT, names=names))


@command("restore", MORE_OF_RESTORE)
@LOGBOOK
@argument("file", FILE, callback=named, type=click.Path())
@option("--sha256", shown=Text(da="HEX", en="HEX"), said=SHA256)
@LANG
@JSON
@YES
def restore(logbook: str, file: str, sha256: str | None, lang: Language, *, as_json: bool, yes: bool) -> None:
    """Make a logbook again from its exported lines."""
    if Path(logbook).exists():
        raise LogbookExists(logbook)
    path, counted = Path(file), LineReader(file)
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise click.ClickException(say(NO_FILE, path=file))
    with path.open("rb") as opened:
        count = sum(1 for _ in counted.lines(opened))
        opened.seek(0)
        told = {"logbook": logbook, "file": file, "lines": _number(count, LINES, lang)}
        sure(SURE, yes=yes, **told)
        with watched(BEGINNING, READING) as watch:
            lines = watch(LineReader(file).lines(opened), count)
            made = Logbook.restore(logbook, lines, source=file, sha256=sha256)
    with made:
        origin = made.origin
    assert origin is not None
    note_recorded(range(1, origin.entries + 1))
    if as_json:
        at = origin.restored_at.isoformat(timespec="microseconds")
        print_json({"logbook": logbook, **asdict(origin), "restored_at": at})
        return
    entries = _number(origin.entries, ENTRIES, lang)
    click.echo(say(RESTORED, logbook=logbook, source=origin.source, entries=entries))
    if counted.foreign:
        click.echo(say(NOTE, said=say(FOREIGN, source=origin.source)))
    click.echo(f"SHA-256 {origin.sha256}")
