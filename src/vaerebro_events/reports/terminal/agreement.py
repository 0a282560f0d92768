"""The page of the agreement: its versions and what each changed, its money, the choices, the hours."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from rich.console import Group, RenderableType
from rich.text import Text as Rich

from vaerebro_events.domain.governance import AgreementKind
from vaerebro_events.forms.words import choice_name
from vaerebro_events.projections.agreement import ChangeKind, PlanChange, Revision, choices, revisions
from vaerebro_events.projections.cofinancing import CoFinanced, cofinancing
from vaerebro_events.projections.plan_changes import OWN_TABLES, PROGRAMME
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.between import Between
from vaerebro_events.reports.terminal import words as names
from vaerebro_events.reports.terminal import words_of_governance as words
from vaerebro_events.reports.terminal import written
from vaerebro_events.reports.terminal.commitments import money_table
from vaerebro_events.reports.terminal.heading import Known, heading
from vaerebro_events.reports.terminal.named import Named
from vaerebro_events.reports.terminal.outline import indented
from vaerebro_events.reports.terminal.tables import plain_table
from vaerebro_events.text import Language, Text

SIGNS: Mapping[ChangeKind, tuple[str, str]] = {
    ChangeKind.ADDED: ("+", "green"),
    ChangeKind.REMOVED: ("-", "red"),
    ChangeKind.CHANGED: ("~", "yellow"),
}


def changes(
    named: Named, found: Sequence[PlanChange], language: Language, left: int
) -> Iterator[RenderableType]:
    """What is changed, a line for each thing, marked as added, removed or changed."""
    if not found:
        yield indented(Rich(words.NOTHING_CHANGED.in_(language), "dim"), left)
        return
    rows = ((Rich(*SIGNS[each.what]), f"{_of(named, each)}{each.says.in_(language)}") for each in found)
    table = plain_table(("", ""), rows)
    table.show_header = False
    table.padding = (0, 1, 0, 0)
    yield indented(table, left)


def _of(named: Named, change: PlanChange) -> str:
    """What a change is of; of what came or went, the row it belongs to, since it says its own title."""
    if change.table in (PROGRAMME, "settings"):
        return ""
    keys = change.subject.split()
    if change.what is not ChangeKind.CHANGED:
        keys = keys[:-1] if change.table in OWN_TABLES else []
    titles = [named.of(key) for key in keys]
    if change.table == "readings" and len(keys) > 1:
        titles[1:] = [named.reading(keys[0], keys[1])]
    return f"{', '.join(titles)}: " if titles else ""


def _days(revision: Revision, language: Language) -> Iterator[Rich]:
    """When a revision was approved and uploaded, and what Landsbyggefonden had to do with it."""
    strategic = revision.kind is AgreementKind.STRATEGIC
    lbf_approved = words.LBF_NOT_APPROVED if strategic else None
    said: Sequence[tuple[date | None, Text, Text | None]] = (
        (revision.approved_on, words.APPROVED, None),
        (revision.lbf_involved_on, words.LBF_INVOLVED, None),
        (revision.lbf_approved_on, words.LBF_APPROVED, lbf_approved),
        (revision.uploaded_on, words.UPLOADED, words.NOT_UPLOADED),
    )
    for day, text, lacking in said:
        if day is not None:
            yield Rich(text.in_(language).format(day=written.day(day, language)))
        elif lacking is not None:
            yield Rich(lacking.in_(language), "bold red")


def _version(named: Named, revision: Revision, language: Language) -> Iterator[RenderableType]:
    title = Rich(f"{names.ENTRY.in_(language)} {revision.position}".capitalize(), "bold")
    if revision.in_force:
        title.append(f" ({words.IN_FORCE.in_(language)})", "bold green")
    title.append(": ")
    if revision.kind is None:
        title.append(words.ADOPTED.in_(language), "bold")
    else:
        kind = choice_name(revision.kind).in_(language)
        revised = words.REVISED.in_(language).format(kind=kind, revision=revision.revision)
        title.append(revised, "bold")
    holds = words.HOLDS_FROM.in_(language).format(day=written.day(revision.holds_from, language))
    title.append(f", {holds}")
    yield Rich()
    yield indented(title)
    if revision.kind is not None:
        yield indented(Rich(", ").join(_days(revision, language)), 4)
        yield from changes(named, revision.changes, language, 6)


def _choices(replay: Replay, language: Language) -> Iterator[RenderableType]:
    named, found = Named(replay, language), choices(replay)
    yield Rich(f"\n{words.CHOICES.in_(language)}", "bold underline")
    if not found:
        yield indented(Rich(words.NO_CHOICES.in_(language), "dim"))
    for each in found:
        yield indented(Rich.assemble(named.of(each.criterion), "  ", (each.criterion, "dim")))
        said = words.CHOICE.in_(language).format(
            reading=named.reading(each.criterion, each.reading),
            day=written.day(each.decided_on, language),
            position=each.position,
        )
        yield indented(Rich(said), 4)


def _of_agreed(each: CoFinanced | None, language: Language) -> str:
    if each is None:
        return ""
    if each.agreed_by_now is None and not each.hours:
        return words.NO_HOURS.in_(language)
    given = written.hours(each.hours, language)
    return given if each.agreed_by_now is None else f"{given} ({written.hours(each.agreed_by_now, language)})"


def _total(of_year: Sequence[CoFinanced], language: Language) -> str:
    """What was given of the hours that are agreed, and all that is agreed by the day."""
    agreed = [(each.hours, each.agreed_by_now) for each in of_year if each.agreed_by_now is not None]
    given, promised = sum(Fraction(own) for own, _ in agreed), sum(own for _, own in agreed)
    return (
        f"{written.hours(Fraction(given), language)} ({written.hours(Fraction(promised), language)})"
        if agreed
        else ""
    )


def _hours(replay: Replay, found: Sequence[CoFinanced], language: Language) -> Iterator[RenderableType]:
    """Who gave how many hours to what, by year, beside what is agreed by the day."""
    if not found:
        return
    named = Named(replay, language)
    by_key = {(each.party, each.activity, each.year): each for each in found}
    years = sorted({each.year for each in found})
    pairs = dict.fromkeys((each.party, each.activity) for each in found)
    columns = [words.PARTY.in_(language), *map(str, years)]
    rows = [
        [
            f"{named.of(party)}, {named.of(activity)}",
            *(_of_agreed(by_key.get((party, activity, year)), language) for year in years),
        ]
        for party, activity in pairs
    ]
    if len(rows) > 1 and any(each.agreed is not None for each in found):
        totals = (_total([each for each in found if each.year == year], language) for year in years)
        rows.append([words.TOTAL_AGREED.in_(language), *totals])
    yield Rich(f"\n{words.HOURS.in_(language)}", "bold underline")
    yield indented(plain_table(columns, rows, numbers=range(1, len(columns)), wraps=0))
    if any(each.agreed is None for each in found):
        yield indented(Rich(words.NOT_SAID.in_(language), "dim"))
    if any(each.agreed_by_now != each.agreed for each in found):
        yield indented(Rich(words.SO_FAR.in_(language), "dim"))


def agreement_page(replay: Replay, known: Known | None, language: Language) -> RenderableType:
    """The versions of the agreement, the money of the one in force, what was chosen, and the hours given."""
    plan, top = replay.plan, heading(replay, known, language)
    if plan is None:
        return Group(top, Rich(names.NO_PLAN.in_(language)))
    found, named = revisions(replay), Named(replay, language)
    versions: Iterable[RenderableType] = (line for each in found for line in _version(named, each, language))
    count = words.AGREEMENT.in_(language).format(count=len(found))
    return Group(
        top,
        Rich(f"\n{count}", "bold underline"),
        *versions,
        *money_table(plan, language),
        *_choices(replay, language),
        *_hours(replay, cofinancing(replay), language),
    )


def between_page(replay: Replay, known: Known | None, between: Between, language: Language) -> RenderableType:
    """The difference between two versions, in words."""
    title = words.BETWEEN.in_(language).format(
        before=between.before, after=between.after, count=len(between.changes)
    )
    return Group(
        heading(replay, known, language, words.AGREED),
        Rich(f"\n{title}", "bold underline"),
        *changes(Named(replay, language), between.changes, language, 2),
    )
