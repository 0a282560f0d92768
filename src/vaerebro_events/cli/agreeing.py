"""Commands about the agreement: the plan, its versions, and what does not add up."""

from datetime import date

import click

from vaerebro_events.cli.options import JSON, LANG, LOGBOOK, Asked, dates
from vaerebro_events.cli.printing import print_json, show, width
from vaerebro_events.cli.speaking import command, option
from vaerebro_events.codec import Codec
from vaerebro_events.errors import NoPlan
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.reports.between import Between
from vaerebro_events.reports.plain_governance import plain_agreement, plain_check
from vaerebro_events.reports.terminal.agreement import agreement_page, between_page
from vaerebro_events.reports.terminal.asked import POSITION, day_asked
from vaerebro_events.reports.terminal.check import check_page
from vaerebro_events.reports.terminal.plan import plan_page
from vaerebro_events.reports.terminal.words import NO_PLAN
from vaerebro_events.text import Language, Text

PLAN = Text(da="Reglerne står i ord.", en="Its rules are in words.")
AGREEMENT = Text(
    da="Hver version med det, den ændrede; pengene; hvad bestyrelsen har valgt; de medfinansierede timer "
    "over for dem, der er aftalt.",
    en="Each version with what it changed; the money; what the board chose; co-financed hours against "
    "what is agreed.",
)
BETWEEN_SHOWN = Text(da="DATO|POST DATO|POST", en="DATE|POSITION DATE|POSITION")
BETWEEN = Text(
    da="I stedet forskellen på to versioner: ud fra deres poster eller dage, hvor de gælder.",
    en="Instead, what differs between two versions: by their entries, or the days they are in force on.",
)
CHECK = Text(
    da="Først det, der ikke går op i planen selv; så det, der ser mærkeligt ud i logbogen.",
    en="The first is of the plan itself; then comes what looks odd in the log.",
)
ALL = Text(da="Det hele, hvert punkt med sin post.", en="All of it, each finding with its entry.")


@command("plan", PLAN)
@LOGBOOK
@dates
@LANG
@JSON
def plan(logbook: str, asked: Asked, lang: Language, *, as_json: bool) -> None:
    """Show the plan in force, with its rules in words."""
    replay = asked.replay(logbook)
    if replay.plan is None:
        raise NoPlan if asked.known is None else click.ClickException(NO_PLAN.in_(lang))
    if as_json:
        print_json(Codec.of(VOCABULARY).plain_plan(replay.plan))
        return
    show(plan_page(replay, replay.plan, asked.known, lang))


@command("agreement", AGREEMENT)
@LOGBOOK
@dates
@option("--between", nargs=2, shown=BETWEEN_SHOWN, said=BETWEEN)
@LANG
@JSON
def agreement(
    logbook: str, asked: Asked, between: tuple[str, str] | None, lang: Language, *, as_json: bool
) -> None:
    """Show the agreement: versions, money, choices, hours."""
    replay = asked.replay(logbook)
    differing = None if between is None else Between.of(replay, *map(_version_asked, between))
    if as_json:
        print_json(plain_agreement(replay, asked.typed, differing))
    elif differing is not None:
        show(between_page(replay, asked.known, differing, lang))
    else:
        show(agreement_page(replay, asked.known, lang))


def _version_asked(text: str) -> int | date:
    """The entry of a version, or a day on which it is in force. Raises: `InvalidValue`."""
    return int(text) if POSITION.fullmatch(text) else day_asked("--between", text)


@command("check", CHECK)
@LOGBOOK
@dates
@option("--all", "every", is_flag=True, said=ALL)
@LANG
@JSON
def check(logbook: str, asked: Asked, lang: Language, *, every: bool, as_json: bool) -> None:
    """Show what does not add up, and what looks odd."""
    replay = asked.replay(logbook)
    if as_json:
        print_json(plain_check(replay, asked.typed))
        return
    show(check_page(replay, asked.known, lang, width(), every=every))
