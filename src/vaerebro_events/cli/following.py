"""Commands that say whether the programme is followed: the board's register, and what is due."""

import click
from attrs import evolve

from vaerebro_events.cli.options import JSON, LANG, LOGBOOK, Asked, dates
from vaerebro_events.cli.printing import print_json, show, width
from vaerebro_events.cli.speaking import command
from vaerebro_events.errors import InvalidValue
from vaerebro_events.projections.due import due as all_due
from vaerebro_events.projections.follow_up import Register
from vaerebro_events.projections.follow_up import follow_up as register_of
from vaerebro_events.projections.milestones import milestones
from vaerebro_events.reports.plain_governance import plain_due, plain_follow_up
from vaerebro_events.reports.terminal.due import DuePage
from vaerebro_events.reports.terminal.follow_up import FollowUpPage
from vaerebro_events.text import Language


@command("follow-up")
@LOGBOOK
@dates
@click.option("--year", type=int, metavar="YEAR", help="Only this year, month by month.")
@click.option(
    "--days", type=int, metavar="N", help="A gap is longer than so many days; else, as the plan says."
)
@click.option("--all", "every", is_flag=True, help="Each criterion on a line of its own.")
@LANG
@JSON
def follow_up(
    logbook: str,
    asked: Asked,
    year: int | None,
    days: int | None,
    lang: Language,
    *,
    every: bool,
    as_json: bool,
) -> None:
    """Show when the board saw each criterion, the gaps, and who saw what."""
    replay = asked.replay(logbook)
    register = register_of(replay, days)
    if year is not None:
        register = _of_year(register, year)
    if as_json:
        print_json(plain_follow_up(replay, asked.typed, register))
        return
    show(FollowUpPage(replay, register, year, lang, width(), every).page(asked.known))


def _of_year(register: Register, year: int) -> Register:
    """What a register says of one year. Raises: `InvalidValue`."""
    years = [each.year for each in register.social_data]
    if year not in years:
        there = ", ".join(map(str, years)) or "none"
        raise InvalidValue("--year", year, f"the years begun by then are {there}")
    return evolve(
        register,
        rows=tuple(row for row in register.rows if row.year == year),
        social_data=tuple(each for each in register.social_data if each.year == year),
        meetings=tuple(each for each in register.meetings if each.day.year == year),
    )


@command("due")
@LOGBOOK
@dates
@click.option("--all", "every", is_flag=True, help="Also what was done, in time or late, and what comes.")
@LANG
@JSON
def due(logbook: str, asked: Asked, lang: Language, *, every: bool, as_json: bool) -> None:
    """Show what is due and overdue, soonest first."""
    replay = asked.replay(logbook)
    found, planned = all_due(replay), milestones(replay)
    if as_json:
        print_json(plain_due(replay, asked.typed, found, planned))
        return
    show(DuePage(replay, found, planned, lang, every).page(asked.known))
