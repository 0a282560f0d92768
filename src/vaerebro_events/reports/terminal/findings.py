"""The page of findings: what merely looks odd, entry by entry."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Rich

from vaerebro_events.domain.text import Language
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.terminal import words
from vaerebro_events.reports.terminal.heading import Known, heading


def _table(replay: Replay, language: Language) -> Iterator[RenderableType]:
    if not replay.findings:
        yield Rich(words.NO_FINDINGS.in_(language))
        return
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="italic dim", pad_edge=False)
    table.add_column(words.ENTRY.in_(language), justify="right", no_wrap=True)
    table.add_column(words.SAYS.in_(language), ratio=1)
    for finding in replay.findings:
        table.add_row(str(finding.position), finding.says.in_(language))
    yield table


def findings_page(replay: Replay, known: Known | None, language: Language) -> RenderableType:
    """Each finding: its entry, and what is odd about it."""
    return Group(heading(replay, known, language), Rich(), *_table(replay, language))
