"""What an import came to, as a page: what is new, what is there already, what differs, and what is wrong."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from textwrap import wrap

from attrs import frozen
from rich.console import Group, RenderableType
from rich.text import Text as Rich

from vaerebro_events.cli.saying import changes, fact_said
from vaerebro_events.domain.participants import ParticipantKind
from vaerebro_events.forms.words import fact_name
from vaerebro_events.reports.terminal.facts import Titles, as_it_is
from vaerebro_events.reports.terminal.shown import positions
from vaerebro_events.tables.importing import Import
from vaerebro_events.tables.line import Problem
from vaerebro_events.tables.matching import Change, Gone, Since
from vaerebro_events.tables.sheets_of_facts import filled
from vaerebro_events.text import Language, Text

PROBLEMS_SHOWN, CHANGES_SHOWN = 50, 20
PLACE = 10  # as wide as the place of most cells
INDENT = 2

NEW = Text(da="Nye", en="New")
ALREADY = Text(da="Står der i forvejen", en="There already")
REPEATED = Text(da="Siger det samme som en anden række", en="The same as another row")
CHANGED = Text(da="Ændret i forhold til logbogen", en="Changed from what the logbook says")
SINCE = Text(da="Rettet i logbogen siden", en="Put right in the logbook since")
PROBLEMS = Text(da="Kan ikke registreres", en="Cannot be recorded")
IGNORED = Text(da="Bemærk", en="Note")
ENTRY = Text(da="post {position}, række {row}: {what}", en="entry {position}, row {row}: {what}")
RETRACTED = Text(
    da="række {row} (»{sheet}«): post {position} er annulleret",
    en="row {row} of «{sheet}»: entry {position} is retracted",
)
CORRECTED = Text(
    da="række {row} (»{sheet}«): post {position} sagde det, men er rettet",
    en="row {row} of «{sheet}»: entry {position} said so, and has been corrected",
)
QUOTED = Text(da="»{sheet}«", en="«{sheet}»")
ABSENT = Text(
    da="{who}, møde {meeting}: deltog → deltog ikke", en="{who}, meeting {meeting}: came → did not come"
)
WHOLE_SHEET = Text(da="arket", en="sheet")
ROW = Text(da="række ", en="row ")
MORE = Text(da="… og {count} mere", en="… and {count} more")
NOTHING_IN_IT = Text(da="Der er intet i filen at registrere.", en="The file holds nothing to record.")
NOT_UNDERSTOOD = Text(
    da="Intet er registreret, for intet ark er forstået: giv arket navn efter en hændelse, såsom »Familie "
    "deltog«, eller sig med --tag, hvad rækkerne i en CSV-fil handler om. »vaerebro template« laver et "
    "regneark med de rigtige ark.",
    en="Nothing is recorded, since no sheet is understood: name the sheet after a fact, such as «Family "
    "attended», or say with --tag what the rows of a CSV file are about. «vaerebro template» makes a "
    "workbook with the right sheets.",
)
NOTHING_NEW = Text(da="Intet nyt: intet er registreret.", en="Nothing new: nothing is recorded.")
TRIAL = Text(da="Intet er registreret: det var en prøve.", en="Nothing is recorded: this was a trial.")
STOPPED = Text(
    da="Intet er registreret: ret rækkerne, og hent filen ind igen, eller registrér resten med --only-good.",
    en="Nothing is recorded: mend the rows and import the file again, or record the rest with --only-good.",
)
RECORDED = (
    Text(da="Registreret: poster {positions}.", en="Recorded: entries {positions}."),
    Text(da="Registreret: post {positions}.", en="Recorded: entry {positions}."),
)
PROPOSED = Text(
    da="Ændringerne er kun foreslået: registrér dem med --amend.",
    en="The changes are only proposed: record them with --amend.",
)
LEFT = Text(
    da="De er ikke registreret: gælder de alligevel, så ret posterne med »vaerebro correct«.",
    en="They are not recorded: if they hold after all, correct the entries with «vaerebro correct».",
)
REJECTED = Text(
    da="Rækkerne, der mangler, står i {path}: ret dem dér, og hent den fil ind.",
    en="The rows left out are in {path}: mend them there, and import that file.",
)


@frozen(eq=False)
class ImportPage:
    """The page of an import, in a language, within a width."""

    done: Import
    language: Language
    width: int
    titles: Titles = as_it_is

    def look(self) -> RenderableType:
        """What the file is to the logbook."""
        parts = (self._counts, self._changes, self._since, self._problems, self._ignored)
        return Group(Rich(str(self.done.asked.path), "bold"), *(line for part in parts for line in part()))

    def outcome(self, *, dry_run: bool, rejected: Path | None) -> RenderableType:
        """What came of it."""
        return Group(*map(Rich, self._outcome(dry_run=dry_run, rejected=rejected)))

    def _counts(self) -> Iterator[Rich]:
        new = Counter(fact_name(type(each.ready.fact)).in_(self.language) for each in self.done.new)
        counted = (
            (NEW, sum(new.values())),
            (ALREADY, len(self.done.already)),
            (REPEATED, len(self.done.repeated)),
        )
        told = [(title.in_(self.language), count) for title, count in counted if count]
        room = max((len(name) for name in (*(title for title, _ in told), *new)), default=0) + INDENT
        for title, count in told:
            yield Rich(f"\n{title.ljust(room)} {count:>6}", "bold")
            if title == NEW.in_(self.language):
                yield from (
                    Rich(f"{' ' * INDENT}{name.ljust(room - INDENT)} {of:>6}") for name, of in new.items()
                )

    def _changes(self) -> Iterator[Rich]:
        found = self.done.changes
        yield from self._title(CHANGED, len(found))
        for each in found[:CHANGES_SHOWN]:
            yield from self._change(each)
        yield from self._more(len(found) - CHANGES_SHOWN)

    def _change(self, each: Change | Gone) -> Iterator[Rich]:
        ready, was = each.ready, each.was
        what = fact_name(type(was.fact)).in_(self.language)
        told = {"position": was.position, "row": f"{ready.row} ({self._quoted(ready.sheet)})", "what": what}
        yield from self._wrapped(ENTRY.in_(self.language).format(**told), INDENT)
        for line in [self._absent(each)] if isinstance(each, Gone) else self._changed(each):
            yield from self._wrapped(line, 2 * INDENT)

    def _changed(self, each: Change) -> Iterator[str]:
        return changes(each.was, each.ready.fact, each.ready.on, self.titles)

    def _absent(self, each: Gone) -> str:
        written = each.ready.written
        who = next(written[kind.value].value for kind in ParticipantKind if kind.value in written)
        return ABSENT.in_(self.language).format(who=who, meeting=written["meeting"].value)

    def _since(self) -> Iterator[Rich]:
        found = self.done.since
        yield from self._title(SINCE, len(found))
        for each in found[:CHANGES_SHOWN]:
            yield from self._wrapped(self._put_right(each), INDENT)
            yield from self._wrapped(fact_said(each.ready.fact, each.ready.on, self.titles), 2 * INDENT)
        yield from self._more(len(found) - CHANGES_SHOWN)
        if found:
            yield from self._wrapped(LEFT.in_(self.language), INDENT)

    def _put_right(self, each: Since) -> str:
        said = RETRACTED if each.now is None else CORRECTED
        ready = each.ready
        return said.in_(self.language).format(row=ready.row, sheet=ready.sheet, position=each.was.position)

    def _problems(self) -> Iterator[Rich]:
        found = self.done.problems
        yield from self._title(PROBLEMS, len(found))
        for sheet, own in groupby(found[:PROBLEMS_SHOWN], attrgetter("sheet")):
            yield Rich(f"{' ' * INDENT}{self._quoted(sheet)}")
            for each in own:
                yield from self._problem(each)
        yield from self._more(len(found) - PROBLEMS_SHOWN)

    def _problem(self, each: Problem) -> Iterator[Rich]:
        place = self._place(each)
        indent = INDENT + PLACE
        first = f"{' ' * INDENT}{place:<{PLACE - 1}} "
        yield from self._wrapped(each.why.in_(self.language), indent, first)

    def _place(self, each: Problem) -> str:
        if each.row is None:
            return WHOLE_SHEET.in_(self.language)
        return f"{each.column or ROW.in_(self.language)}{each.row}"

    def _ignored(self) -> Iterator[Rich]:
        found = self.done.ignored
        yield from self._title(IGNORED) if found else ()
        for each in found:
            yield from self._wrapped(f"{self._quoted(each.sheet)}: {each.what.in_(self.language)}", INDENT)

    def _outcome(self, *, dry_run: bool, rejected: Path | None) -> Iterator[str]:
        done = self.done
        if done.unread:
            said = [NOT_UNDERSTOOD]
        elif done.stops:
            said = [STOPPED]
        elif dry_run:
            said = [TRIAL]
        elif done.entries:
            said = [
                filled(
                    RECORDED[len(done.entries) == 1],
                    positions=positions(each.position for each in done.entries),
                )
            ]
        else:
            said = [NOTHING_NEW if self._holds_something() else NOTHING_IN_IT]
        if done.proposed:
            said.append(PROPOSED)
        for each in said:
            yield "\n" + "\n".join(wrap(each.in_(self.language), self.width, break_on_hyphens=False))
        if rejected is not None:
            yield "\n".join(wrap(REJECTED.in_(self.language).format(path=rejected), self.width))

    def _holds_something(self) -> bool:
        done = self.done
        return bool(done.already or done.changes or done.since or done.problems)

    def _quoted(self, sheet: str) -> str:
        return QUOTED.in_(self.language).format(sheet=sheet)

    def _title(self, title: Text, count: int | None = None) -> Iterator[Rich]:
        if count != 0:
            said = title.in_(self.language)
            yield Rich(f"\n{said}" if count is None else f"\n{said}: {count}", "bold")

    def _more(self, count: int) -> Iterator[Rich]:
        if count > 0:
            yield Rich(" " * INDENT + MORE.in_(self.language).format(count=count))

    def _wrapped(self, said: str, indent: int, first: str | None = None) -> Iterator[Rich]:
        blank = " " * indent
        lines = wrap(
            said,
            self.width,
            initial_indent=blank if first is None else first,
            subsequent_indent=blank,
            break_on_hyphens=False,
        )
        return map(Rich, lines)
