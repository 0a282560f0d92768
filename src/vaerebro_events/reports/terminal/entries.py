"""The log as it was recorded, a line for each entry; long lines go on under what they say."""

from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap

from vaerebro_events.domain.entry import Entry
from vaerebro_events.reports.terminal import shown
from vaerebro_events.reports.terminal.facts import amends, by, details

# Position, mark, recorded at, day.
LINE = "{:>6} {:1} {:16}  {:10}  "
INDENT = len(LINE.format("", "", "", ""))
NARROWEST = 20
AMENDS = "~"


def heading_line() -> str:
    """The names of the columns."""
    return f"{LINE.format('entry', '', 'recorded', 'day')}what, by whom"


def _what(entry: Entry, amended_by: int | None) -> str:
    amended = "" if amended_by is None else f" (amended by {amended_by})"
    return f"{entry.fact.tag}: {details(entry.fact)}{amended}, by {by(entry.actor)}"


def _line(entry: Entry, amended_by: int | None, width: int) -> str:
    mark = "" if amends(entry.fact) is None else AMENDS
    start = LINE.format(entry.position, mark, shown.instant(entry.recorded_at), str(entry.occurred_on))
    room = max(NARROWEST, width - INDENT)
    what = wrap(_what(entry, amended_by), room, break_long_words=False, break_on_hyphens=False)
    return start + ("\n" + " " * INDENT).join(what)


def entry_lines(entries: Iterable[Entry], amendments: Mapping[int, int], width: int) -> Iterator[str]:
    """The entries, amendments marked, and where an entry was amended, by which newest one."""
    for entry in entries:
        yield _line(entry, amendments.get(entry.position), width)
