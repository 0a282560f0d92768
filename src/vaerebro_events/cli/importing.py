"""The command that takes rows of a spreadsheet in."""

from pathlib import Path

import click

from vaerebro_events.cli.asking import sure
from vaerebro_events.cli.import_page import ImportPage
from vaerebro_events.cli.options import LOGBOOK, recorder
from vaerebro_events.cli.printing import print_json, show, width
from vaerebro_events.cli.recording import kind_given
from vaerebro_events.cli.speaking import argument, command, language, option, say
from vaerebro_events.cli.watching import watched
from vaerebro_events.cli.writing import How, writing
from vaerebro_events.codec import Codec
from vaerebro_events.domain.amendments import Reason
from vaerebro_events.domain.entry import Actor
from vaerebro_events.logbook import Logbook
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.tables.importing import Asked, Import, imported, looked_at
from vaerebro_events.tables.plain_import import plain_import
from vaerebro_events.tables.rejected import place_for, write_rejected
from vaerebro_events.text import Language, Text

REFUSED, LEFT_OUT = 1, 3  # how the command ends

FILE = Text(da="FIL", en="FILE")
MORE = Text(
    da="""FIL er et regneark (.xlsx), en CSV-fil eller JSON-linjer (.jsonl): et ark for hver slags hændelse,
fremmødelister, eller hvad «vaerebro export» har skrevet. «vaerebro template» laver et tomt regneark.

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
REASON = Text(
    da="Hvorfor der rettes; ellers late-information (sen oplysning).",
    en="Why they are corrected; late-information, if left out.",
)
TAG = Text(
    da="Hvilken hændelse rækkerne er, hvor hverken arkets navn eller en kolonne siger det.",
    en="Which fact the rows are, where neither the sheet's name nor a column says it.",
)
ONLY_WITH_THE_REST = Text(
    da="--rejected skal bruges sammen med --only-good.", en="--rejected goes with --only-good."
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
@option("--reason", type=click.Choice([each.value for each in Reason]), said=REASON)
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
    lang = language()
    kind = None if tag is None else kind_given(tag)
    if rejected is not None and not only_good:
        raise click.UsageError(say(ONLY_WITH_THE_REST))
    asked = Asked(file, kind, only_good, amend, Reason(reason or Reason.LATE_INFORMATION))
    with Logbook.open(logbook) as opened:
        with watched(READING, COMPARING) as watch:
            look = looked_at(opened, asked, actor, watch)
        if not how.as_json:
            show(ImportPage(look, lang, width()).look())
        done = look if how.dry_run else _recorded(opened, look, actor, how)
    left = done.problems and not how.dry_run and not done.stops
    place = _written_apart(done, lang, rejected) if left else None
    if how.as_json:
        print_json(plain_import(done, Codec.of(VOCABULARY), dry_run=how.dry_run, rejected=place))
    else:
        page = ImportPage(done, lang, width())
        if done is not look and done.problems != look.problems:  # somebody recorded in between
            show(page.look())
        show(page.outcome(dry_run=how.dry_run, rejected=place))
    if done.problems:
        click.get_current_context().exit(REFUSED if done.stops else LEFT_OUT)


def _recorded(logbook: Logbook, look: Import, actor: Actor, how: How) -> Import:
    if look.taken and not look.stops:
        sure(QUESTION, yes=how.yes, count=len(look.taken))
    return imported(logbook, look, actor)


def _written_apart(done: Import, lang: Language, wanted: Path | None) -> Path:
    """Where the rows that are left out were written."""
    place = place_for(done.asked.path, lang, wanted)
    write_rejected(done, place, Codec.of(VOCABULARY), lang)
    return place
