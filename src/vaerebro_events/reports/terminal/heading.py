"""The top of a page: the plan, the day, and as known when; how a known time is said."""

from collections.abc import Iterator
from datetime import date, datetime

from attrs import frozen
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text as Rich

from vaerebro_events.domain.governance import MarkedAsSample
from vaerebro_events.projections.closed import closings
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.terminal import shown, words, words_of_governance, written
from vaerebro_events.text import Language, Text

Known = int | date | datetime


def up_to(position: int, language: Language) -> str:
    """The last entry that a replay knows."""
    said = words.UP_TO if position else words.BEFORE_FIRST
    return said.in_(language).format(position=position)


def _known(known: Known | None, position: int, language: Language) -> str:
    last = f" ({up_to(position, language)})"
    if known is None:
        return words.KNOWN_ALL.in_(language) + last
    if not isinstance(known, int):
        return words.KNOWN_AT.in_(language).format(known=written.day_or_time(known, language)) + last
    if known == 0:
        return words.KNOWN_BEFORE.in_(language)
    # What was recorded together is known together, so a replay may know less than was asked.
    return words.KNOWN_AT_ENTRY.in_(language).format(known=known) + ("" if known == position else last)


@frozen
class Heading:
    """The top of a page; where its line is too long, the bracket at its end has one of its own."""

    title: str
    asked: str
    sample: str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        asked = self.asked
        if len(asked) > options.max_width:
            asked = "\n(".join(asked.rsplit(" (", 1))
        yield Rich.assemble((self.title, "bold"), asked, self.sample)


def heading(replay: Replay, known: Known | None, language: Language, says: Text = words.ON) -> Heading:
    """What is asked: the plan, the day, and the time as known at."""
    asked = says.in_(language).format(
        on=written.day(replay.on, language), known=_known(known, replay.position, language)
    )
    title = "" if replay.plan is None else replay.plan.title.in_(language) + "\n"
    return Heading(title, asked, sample_line(replay, language))


def sample_line(replay: Replay, language: Language) -> str:
    """A line that says so, where the logbook is a made-up sample."""
    marked = any(isinstance(entry.fact, MarkedAsSample) for entry in replay.log[:2])
    return f"\n{words.SAMPLE.in_(language)}" if marked else ""


def closed_line(replay: Replay, language: Language) -> Iterator[Rich]:
    """Which periods are closed, each by which entry, where there are any."""
    closed = closings(replay)
    if closed:
        entry = words.ENTRY.in_(language)
        said = ", ".join(
            f"{period_name(replay, period)} ({entry} {closing.position})"
            for period, closing in sorted(closed.items())
        )
        yield Rich(words_of_governance.CLOSED_PERIODS.in_(language).format(periods=said))


def period_name(replay: Replay, period: str) -> str:
    """A period that can be closed by the name people use: a year, or the whole programme's years."""
    if period != shown.PROGRAMME or replay.plan is None:
        return period
    return f"{replay.plan.first_day.year}-{replay.plan.last_day.year}"
