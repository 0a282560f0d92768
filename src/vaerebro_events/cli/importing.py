"""The command that takes rows of a spreadsheet in."""

from functools import partial
from pathlib import Path

import click

from vaerebro_events.cli.asking import sure
from vaerebro_events.cli.fields import named_choices
from vaerebro_events.cli.import_page import ImportPage
from vaerebro_events.cli.options import LOGBOOK, recorder
from vaerebro_events.cli.printing import print_json, show, width
from vaerebro_events.cli.recording import kind_given
from vaerebro_events.cli.saying import titles_in
from vaerebro_events.cli.speaking import argument, command, language, option, say
from vaerebro_events.cli.suggesting import reasons
from vaerebro_events.cli.unshown import note_recorded
from vaerebro_events.cli.watching import watched
from vaerebro_events.cli.writing import How, writing
from vaerebro_events.codec import Codec
from vaerebro_events.domain.amendments import Reason, Retracted
from vaerebro_events.domain.entry import Actor
from vaerebro_events.errors import NotWritten
from vaerebro_events.forms.fields import fields_of
from vaerebro_events.logbook import Logbook
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.tables.importing import Asked, Import, imported, looked_at
from vaerebro_events.tables.plain_import import plain_import
from vaerebro_events.tables.rejected import Rest, endings_for
from vaerebro_events.text import Text

REFUSED, LEFT_OUT = 1, 3  # how the command ends

FILE = Text(da="FIL", en="FILE")
MORE = Text(
    da="""FIL er et regneark (.xlsx), en CSV-fil eller JSON-linjer (.jsonl): et ark for hver slags hændelse,
fremmødelister, eller hvad »vaerebro export« har skrevet. »vaerebro template« laver et tomt regneark.

Står det samme i logbogen i forvejen, registreres det ikke igen. Står der noget andet, vises det som en
foreslået rettelse, der kun registreres med --amend. Er der fejl i en række, registreres intet, og alle fejl
vises; med --only-good registreres resten.""",
    en="""FILE is a workbook (.xlsx), a CSV file or JSON lines (.jsonl): a sheet for each kind of fact,
attendance lists, or what «vaerebro export» has written. «vaerebro template» makes an empty workbook.

What the logbook says already is not recorded again. What it says otherwise is shown as a proposed correction,
recorded only with --amend. If a row is wrong, nothing is recorded and all that is wrong is shown; with
--only-good the rest is recorded.""",
)
ONLY_GOOD = Text(
    da="Registrér de rækker, der kan registreres, og skriv resten i en fil for sig.",
    en="Record the rows that can be recorded, and write the rest to a file of their own.",
)
REJECTED = Text(
    da="Filen til resten; ellers FIL-afvist.xlsx.",
    en="The file for the rest; FILE-rejected.xlsx, if left out.",
)
AMEND = Text(da="Registrér også de foreslåede rettelser.", en="Record the proposed corrections, too.")
_REASON = next(field for field in fields_of(Retracted) if field.name == "reason")
_REASONS = named_choices(_REASON)
REASON = Text(
    da=f"Hvorfor der rettes: {_REASONS.da}; ellers late-information og, hvor et kryds er fjernet, "
    "did-not-happen.",
    en=f"Why they are corrected: {_REASONS.en}; late-information, if left out, and did-not-happen where a "
    "mark is removed.",
)
TAG = Text(
    da="Hvilken hændelse rækkerne er, hvor hverken arkets navn eller en kolonne siger det.",
    en="Which fact the rows are, where neither the sheet's name nor a column says it.",
)
ONLY_WITH_THE_REST = Text(
    da="--rejected skal bruges sammen med --only-good.", en="--rejected goes with --only-good."
)
ENDS_SO = Text(
    da="Resten kan ikke skrives til {path}: giv --rejected et navn, der ender på {endings}.",
    en="The rest cannot be written to {path}: give --rejected a name that ends in {endings}.",
)
REST_NOT_WRITTEN = Text(
    da="{why} De gode rækker er registreret: hent filen ind igen for at få resten skrevet et andet sted.",
    en="{why} The good rows are recorded: import the file again to have the rest written to another place.",
)
HAPPENING = Text(da="HÆNDELSE", en="FACT")
QUESTION = Text(da="Skal det registreres ({count})?", en="Record this ({count})?")
READING = Text(da="Læser", en="Reading")
COMPARING = Text(da="Prøver rækkerne", en="Trying the rows")


@command("import", MORE)
@LOGBOOK
@argument("file", FILE, type=click.Path(path_type=Path))
@option("--only-good", is_flag=True, said=ONLY_GOOD)
@option("--rejected", type=click.Path(path_type=Path), shown=FILE, said=REJECTED)
@option("--amend", is_flag=True, said=AMEND)
@option("--reason", shown=Text(da="KODE", en="CODE"), shell_complete=reasons, said=REASON)
@option("--tag", shown=HAPPENING, said=TAG)
@recorder
@writing
def import_(
    logbook: str,
    file: Path,
    rejected: Path | None,
    reason: str | None,
    tag: str | None,
    *,
    only_good: bool,
    amend: bool,
    actor: Actor,
    how: How,
) -> None:
    """Takes in rows of a spreadsheet."""
    if rejected is not None:
        _check_rejected(file, rejected, only_good=only_good)
    kind = None if tag is None else kind_given(tag)
    asked = Asked(file, kind, only_good, amend, None if reason is None else Reason(reason))
    with Logbook.open(logbook) as opened:
        with watched(READING, COMPARING) as watch:
            look = looked_at(opened, asked, actor, watch)
        page = partial(ImportPage, language=language(), width=width(), titles=titles_in(opened))
        if how.asks:
            show(page(look).look(), err=how.as_json)
        done, place = (look, None) if how.dry_run else _recorded(opened, look, actor, how, rejected)
    if how.as_json:
        print_json(plain_import(done, Codec.of(VOCABULARY), dry_run=how.dry_run, rejected=place))
    else:
        # Where a person has seen it, it is shown again only if somebody recorded in between.
        if not how.asks or (done.problems, done.already) != (look.problems, look.already):
            show(page(done).look())
        show(page(done).outcome(dry_run=how.dry_run, rejected=place))
    if done.problems or done.unread:
        click.get_current_context().exit(REFUSED if done.stops or done.unread else LEFT_OUT)


def _check_rejected(file: Path, rejected: Path, *, only_good: bool) -> None:
    if not only_good:
        raise click.UsageError(say(ONLY_WITH_THE_REST))
    endings = endings_for(file)
    if rejected.suffix.casefold() not in endings:
        raise click.UsageError(say(ENDS_SO, path=rejected, endings=endings[0]))


def _recorded(
    logbook: Logbook, look: Import, actor: Actor, how: How, rejected: Path | None
) -> tuple[Import, Path | None]:
    """What was recorded, and where the rows that are left out were written."""
    if not look.problems or look.stops:
        return _agreed(logbook, look, actor, how), None
    rest = Rest(look.asked.path, Codec.of(VOCABULARY), language(), rejected)
    with rest.begun(look) as begun:
        done = _agreed(logbook, look, actor, how)
        try:
            return done, begun.finish(done) if done.problems else None
        except NotWritten as error:
            click.echo(say(REST_NOT_WRITTEN, why=error.in_(language())), err=True)
            return done, None


def _agreed(logbook: Logbook, look: Import, actor: Actor, how: How) -> Import:
    if look.taken and not look.stops:
        sure(QUESTION, yes=how.yes, count=len(look.taken))
    done = imported(logbook, look, actor)
    note_recorded(entry.position for entry in done.entries)
    return done
