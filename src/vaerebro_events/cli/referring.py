"""The command that shows the references in use: whom to tick off, and who has not been seen."""

from collections.abc import Iterator, Sequence
from datetime import date

import click

from vaerebro_events.cli.options import JSON, LANG, LOGBOOK, Asked, dates
from vaerebro_events.cli.printing import print_json, show
from vaerebro_events.cli.speaking import argument, command, option, say
from vaerebro_events.cli.suggesting import keys, kinds
from vaerebro_events.cli.suggesting import references as all_references
from vaerebro_events.domain.plan import Plan
from vaerebro_events.domain.problem_words import names_of
from vaerebro_events.errors import NoPlan, UnknownActivity
from vaerebro_events.forms.reading import read_day
from vaerebro_events.forms.titles import titles_of
from vaerebro_events.projections.references import Known, references
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.plain_references import plain_references
from vaerebro_events.reports.terminal.references import KINDS, ReferencesPage, kind_asked
from vaerebro_events.text import Language, Text

A_DATE = Text(da="DATO", en="DATE")
NO_SUCH_KIND = Text(
    da="»{kind}« er ikke en slags reference; der er {known}.",
    en="«{kind}» is no kind of reference; there are {known}.",
)
MORE = Text(
    da="Uden SLAGS: hvor mange der er af hver. Med: hvor og hvornår hver enkelt er set. SLAGS er "
    f"{', '.join(name.da for name in KINDS.values())}.",
    en="Without a KIND: how many there are of each. With one: where and when each was seen. KIND is "
    f"{', '.join(name.en for name in KINDS.values())}.",
)


@command("known", MORE)
@LOGBOOK
@argument("kind", Text(da="SLAGS", en="KIND"), required=False, shell_complete=kinds)
@option(
    "--activity",
    shown=Text(da="AKTIVITET", en="ACTIVITY"),
    shell_complete=keys("ActivityKey"),
    said=Text(da="Kun dem, der er set i den aktivitet.", en="Only those seen in that activity."),
)
@option(
    "--series",
    shown=Text(da="SÆSON", en="SEASON"),
    shell_complete=all_references("series"),
    said=Text(da="Kun dem, der er set i den sæson.", en="Only those seen in that season."),
)
@option(
    "--since",
    shown=A_DATE,
    said=Text(da="Kun dem, der er set den dag eller senere.", en="Only those seen on that day or later."),
)
@option(
    "--not-since",
    shown=A_DATE,
    said=Text(
        da="Kun dem, der ikke er set siden: hverken den dag eller senere.",
        en="Only those not seen since: neither on that day nor later.",
    ),
)
@dates
@LANG
@JSON
def known(
    logbook: str,
    kind: str | None,
    asked: Asked,
    lang: Language,
    *,
    activity: str | None,
    series: str | None,
    since: str | None,
    not_since: str | None,
    as_json: bool,
) -> None:
    """Show the references in use: how many of each kind, or all of one kind."""
    of = None if kind is None else _kind(kind)
    first, before = (None if day is None else read_day(day) for day in (since, not_since))
    replay = asked.replay(logbook)
    found = references(replay, _activity(replay, activity), series)
    chosen = [each for each in found if of in (None, each.kind) and _within(each, first, before)]
    if as_json:
        print_json(plain_references(replay, asked.typed, chosen))
        return
    show(ReferencesPage(replay, chosen, of, lang).page(asked.known))


def _kind(text: str) -> str:
    """The kind that is meant. Raises: `UsageError`."""
    kind = kind_asked(text)
    if kind is None:
        listed = ", ".join(say(name) for name in KINDS.values())
        raise click.UsageError(say(NO_SUCH_KIND, kind=text, known=listed))
    return kind


def _activity(replay: Replay, text: str | None) -> str | None:
    """The activity that is meant, by its key or its title in any version.

    Raises: `NoPlan`, `UnknownActivity`.
    """
    if text is None:
        return None
    plans = [version.plan for version in replay.agreements.versions]
    if not plans:
        raise NoPlan
    key = next(_by_title(plans, text), text)
    if not any(plan.has_activity(key) for plan in plans):
        raise UnknownActivity(text, plans[-1].name, names_of(plans[-1].activities))
    return key


def _by_title(plans: Sequence[Plan], text: str) -> Iterator[str]:
    for plan in reversed(plans):
        titles = titles_of(plan)["ActivityKey"]
        if text.casefold() in titles:
            yield titles[text.casefold()]


def _within(known: Known, since: date | None, not_since: date | None) -> bool:
    """Whether it was seen since the one day, and not since the other."""
    last = known.last or date.min
    return (since is None or last >= since) and (not_since is None or last < not_since)
