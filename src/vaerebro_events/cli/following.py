"""Commands that say whether the programme is followed: the board's register, and what is due."""

from attrs import evolve

from vaerebro_events.cli.options import JSON, LANG, LOGBOOK, Asked, dates
from vaerebro_events.cli.printing import print_json, show, width
from vaerebro_events.cli.speaking import command, option
from vaerebro_events.errors import InvalidValue
from vaerebro_events.projections.due import due as all_due
from vaerebro_events.projections.follow_up import Register
from vaerebro_events.projections.follow_up import follow_up as register_of
from vaerebro_events.projections.milestones import milestones
from vaerebro_events.reports.plain_governance import plain_due, plain_follow_up
from vaerebro_events.reports.terminal.due import DuePage
from vaerebro_events.reports.terminal.follow_up import FollowUpPage
from vaerebro_events.text import Language, Text

FOLLOW_UP = Text(
    da="Siger også, hvor der er huller, og hvem der så hvad.",
    en="It shows when the board saw each criterion, the gaps, and who saw what.",
)
YEAR, YEAR_SAID = (
    Text(da="ÅR", en="YEAR"),
    Text(da="Kun dette år, måned for måned.", en="Only this year, month by month."),
)
DAYS, DAYS_SAID = (
    Text(da="N", en="N"),
    Text(
        da="Et hul er længere end så mange dage; ellers som planen siger.",
        en="A gap is longer than so many days; else, as the plan says.",
    ),
)
ALL_CRITERIA = Text(da="Hvert kriterium på en linje for sig.", en="Each criterion on a line of its own.")
DUE = Text(da="Det, der haster mest, står først.", en="What is overdue comes first, soonest first.")
ALL_DUE = Text(
    da="Også det, der er gjort, til tiden eller for sent, og det, der kommer.",
    en="Also what was done, in time or late, and what comes.",
)
NO_SUCH_YEAR = Text(da="de år, der er begyndt da, er {years}", en="the years begun by then are {years}")
NONE = Text(da="ingen", en="none")


@command("follow-up", FOLLOW_UP)
@LOGBOOK
@dates
@option("--year", type=int, shown=YEAR, said=YEAR_SAID)
@option("--days", type=int, shown=DAYS, said=DAYS_SAID)
@option("--all", "every", is_flag=True, said=ALL_CRITERIA)
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
        begun = ", ".join(map(str, years))
        there = Text(da=begun or NONE.da, en=begun or NONE.en)
        raise InvalidValue(
            "--year",
            year,
            Text(da=NO_SUCH_YEAR.da.format(years=there.da), en=NO_SUCH_YEAR.en.format(years=there.en)),
        )
    return evolve(
        register,
        rows=tuple(row for row in register.rows if row.year == year),
        social_data=tuple(each for each in register.social_data if each.year == year),
        meetings=tuple(each for each in register.meetings if each.day.year == year),
    )


@command("due", DUE)
@LOGBOOK
@dates
@option("--all", "every", is_flag=True, said=ALL_DUE)
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
