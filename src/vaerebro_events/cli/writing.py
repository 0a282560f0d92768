"""What the commands that write have in common: evidence, trying first, asking, and the receipt."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import wraps
from hashlib import file_digest
from pathlib import Path
from typing import Any, cast

import click
from attrs import frozen

from vaerebro_events.cli.asking import YES, somebody_is_there, sure
from vaerebro_events.cli.noting import brought, notes
from vaerebro_events.cli.options import JSON, LANG
from vaerebro_events.cli.printing import print_json
from vaerebro_events.cli.saying import entry_said
from vaerebro_events.cli.speaking import option, say
from vaerebro_events.cli.unshown import note_recorded
from vaerebro_events.codec import Codec
from vaerebro_events.domain.batch import Recorded
from vaerebro_events.domain.entry import Actor, Draft, Entry, Evidence
from vaerebro_events.domain.values import safe
from vaerebro_events.errors import InvalidValue
from vaerebro_events.forms.reading import read_day
from vaerebro_events.logbook import Logbook
from vaerebro_events.projections.finding import Finding
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.reports.plain_governance import plain_findings
from vaerebro_events.reports.terminal.facts import Titles
from vaerebro_events.reports.terminal.shown import positions
from vaerebro_events.text import Language, Text

_WITH_SHA = re.compile(r"(.+):([0-9a-fA-F]{64})")
_NO_SHA = re.compile(r".+:[^/\\]*")  # what follows the colon is no path

NO_CHECKSUM = Text(
    da="der er ingen fil af det navn, og det, der står efter kolon, er ingen kontrolsum: en SHA-256 har 64 "
    "hexadecimale cifre",
    en="there is no such file, and what follows the colon is no checksum: a SHA-256 has 64 hexadecimal "
    "digits",
)
A_DOCUMENT = Text(
    da="skriv en fil, eller et dokuments id og dets kontrolsum",
    en="write a file, or a document's identifier and its checksum",
)

RECORD_IT = Text(da="Skal det registreres?", en="Record it?")
RECORDED = Text(da="Post {position}: {what}", en="Entry {position}: {what}")
WOULD_BE = Text(da="Ville blive post {position}: {what}", en="Would be entry {position}: {what}")
SPAN_WOULD_BE = (
    Text(da="Ville blive post {positions}.", en="Would be entry {positions}."),
    Text(da="Ville blive post {positions}.", en="Would be entries {positions}."),
)
ALREADY = Text(
    da="Registreret i forvejen som post {position}: {what}",
    en="Recorded already as entry {position}: {what}",
)
DRY = Text(da="Intet er registreret: det var en prøve.", en="Nothing is recorded: this was a trial.")

WHEN = option(
    "--on",
    shown=Text(da="DAG", en="DAY"),
    said=Text(
        da="Den dag, det handler om, som 4.3.2021 eller 2021-03-04; ellers i dag.",
        en="The day it is about, as 2021-03-04 or 4.3.2021; today, if left out.",
    ),
)
EVIDENCE = option(
    "--evidence",
    "evidence",
    multiple=True,
    shown=Text(da="FIL|ID=FIL|ID:SHA256", en="FILE|ID=FILE|ID:SHA256"),
    said=Text(
        da="Et dokument, der viser det: kun dets navn og kontrolsum skrives; kan gentages.",
        en="A document that shows it: only its name and checksum are recorded; may be repeated.",
    ),
)
ID = option(
    "--id",
    "own_id",
    type=click.UUID,
    shown=Text(da="UUID", en="UUID"),
    said=Text(
        da="Postens eget id: registreres det igen, sker der intet.",
        en="The entry's own id: recorded again, nothing happens.",
    ),
)
DRY_RUN = option(
    "--dry-run",
    is_flag=True,
    said=Text(
        da="Sig, hvad der ville ske, og registrér intet.", en="Say what would happen, and record nothing."
    ),
)


def evidence_of(given: Sequence[str]) -> tuple[Evidence, ...]:
    """The documents given, each once: files, whose SHA-256 is computed, or an identifier with its own.

    Raises: `OSError`, `InvalidValue`.
    """
    return tuple(dict.fromkeys(map(_document, given)))


def _document(given: str) -> Evidence:
    known = _WITH_SHA.fullmatch(given)
    if known is not None:
        return Evidence(known[1], known[2].lower())
    name, equals, path = given.partition("=")
    if not equals or Path(given).exists():
        name, path = Path(given).name, given
        if _NO_SHA.fullmatch(given) and not Path(given).exists():
            raise InvalidValue("--evidence", safe(given), NO_CHECKSUM)
    if not path:
        raise InvalidValue("--evidence", safe(given), A_DOCUMENT)
    with Path(path).open("rb") as document:
        return Evidence(name, file_digest(document, "sha256").hexdigest())


def day_given(on: str | None, logbook: Logbook) -> date:
    """The day that is meant; today, where none is given. Raises: `InvalidValue`."""
    return logbook.replay().on if on is None else read_day(on)


@frozen
class How:
    """How to write: without asking, only trying, and as JSON."""

    yes: bool
    dry_run: bool
    as_json: bool

    @property
    def asks(self) -> bool:
        """Whether a person is shown what would come of it, and asked."""
        return somebody_is_there() and not self.yes and not self.dry_run


def writing(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command how to write, as `how`."""

    @DRY_RUN
    @YES
    @JSON
    @LANG
    @wraps(command)
    def with_how(*, yes: bool, dry_run: bool, as_json: bool, lang: Language, **others: Any) -> None:  # noqa: ARG001 what is said is in it already
        command(how=How(yes, dry_run, as_json), **others)

    return cast(Callable[..., None], with_how)


@frozen
class Outcome:
    """What came of writing: the entries, recorded or on trial, and how.

    `findings` is what looks odd since.
    """

    entries: Recorded
    how: How
    findings: tuple[Finding, ...] = ()

    def show_notes(self) -> None:
        """Says what looks odd, where nobody was told before the question, and that it was a trial."""
        for line in () if self.how.asks else notes(self.findings):
            click.echo(line)
        if self.how.dry_run:
            click.echo(say(DRY))


def write(
    logbook: Logbook,
    drafts: Sequence[Draft],
    how: How,
    *,
    actor: Actor,
    told: Callable[[Sequence[Entry]], Iterable[str]],
    question: Text = RECORD_IT,
) -> Outcome:
    """Records what is drafted; a person first sees what would come of it, and is asked.

    `told` says it in lines. Raises: as `Logbook.record`; `AnsweredNo`.
    """

    def outcome(*, dry_run: bool) -> Outcome:
        entries = logbook.record(*drafts, actor=actor, dry_run=dry_run)
        if not dry_run:
            note_recorded(entry.position for entry in entries.added)
        return Outcome(entries, how, brought(logbook, entries.added))

    if how.asks:
        tried = outcome(dry_run=True)
        for line in (*told(tried.entries), *notes(tried.findings)):
            click.echo(line, err=True)
        sure(question, yes=how.yes)
    return outcome(dry_run=how.dry_run)


def receipt(done: Outcome, titles: Titles) -> None:
    """Says what was recorded, or would be: each entry in a line, or all of them as JSON.

    `titles` gives those of the plan's keys.
    """
    if done.how.as_json:
        print_json(plain_receipt(done))
        return
    for entry in done.entries:
        recorded = WOULD_BE if done.how.dry_run else RECORDED
        text = recorded if entry in done.entries.added else ALREADY
        click.echo(say(text, position=entry.position, what=entry_said(entry, titles)))
    done.show_notes()


def plain_receipt(done: Outcome, also: Sequence[Entry] = ()) -> dict[str, Any]:
    """What was recorded, or would be, as plain data; entries as `entries --json` has them.

    `also` are entries of the log that said the rest already.
    """
    plain, added = Codec.of(VOCABULARY).plain_entry, done.entries.added
    already = (*(entry for entry in done.entries if entry not in added), *also)
    return {
        "dry_run": done.how.dry_run,
        "recorded": [plain(entry) for entry in added],
        "already": [plain(entry) for entry in already],
        "findings": plain_findings(done.findings),
    }


def spans_said(entries: Sequence[Entry]) -> str:
    """The positions of entries, those that follow one another as a span."""
    return positions(entry.position for entry in entries)
