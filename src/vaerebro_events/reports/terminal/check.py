"""The page of what does not add up in the plan, and of what merely looks odd in the log."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text as Rich

from vaerebro_events.domain.text import Language
from vaerebro_events.projections.findings import Finding, FindingKind
from vaerebro_events.projections.plan_check import Remark, RemarkKind, plan_check
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.terminal import shown
from vaerebro_events.reports.terminal import words as names
from vaerebro_events.reports.terminal import words_of_governance as words
from vaerebro_events.reports.terminal.heading import Known, heading
from vaerebro_events.reports.terminal.outline import INDENT, indented
from vaerebro_events.reports.terminal.tables import plain_table

MOST_OF_A_KIND = 3
LINES = 2  # of positions
COUNT = 8  # columns for how many


def _remarks(found: Sequence[Remark], language: Language, *, every: bool) -> Iterator[RenderableType]:
    """The remarks, the first few of each kind; or all of them."""
    if not found:
        yield Rich(f"\n{words.PLAN_ADDS_UP.in_(language)}", "bold underline")
        return
    yield Rich(f"\n{words.PLAN_CHECK.in_(language).format(count=len(found))}", "bold underline")
    by_kind: dict[RemarkKind, list[Remark]] = {}
    for remark in found:
        by_kind.setdefault(remark.kind, []).append(remark)
    for own in by_kind.values():
        said = own if every or len(own) <= MOST_OF_A_KIND + 1 else own[:MOST_OF_A_KIND]
        yield Rich()
        for remark in said:
            yield indented(Rich.assemble(remark.says.in_(language), "  ", (remark.subject, "dim")))
        if len(said) < len(own):
            more = words.MORE_OF_KIND.in_(language).format(count=len(own) - len(said))
            yield indented(Rich(more, "dim"))


def _by_kind(found: Sequence[Finding], language: Language, width: int) -> RenderableType:
    """How many findings there are of each kind, and of which entries."""
    kinds: dict[FindingKind, list[int]] = {}
    for finding in found:
        kinds.setdefault(finding.kind, []).append(finding.position)
    titles = {kind: names.FINDINGS[kind].in_(language) for kind in kinds}
    room = width - INDENT - max(map(len, titles.values())) - COUNT - 6
    more = words.MORE_ALL.in_(language)
    rows = (
        (
            str(len(positions)),
            titles[kind],
            shown.clipped(shown.spans(positions), LINES * (room - 4) - len(more), more),
        )
        for kind, positions in sorted(kinds.items(), key=lambda item: -len(item[1]))
    )
    columns = (words.COUNT, words.KIND, words.WHICH)
    return indented(plain_table([name.in_(language) for name in columns], rows, numbers={0}))


def _one_by_one(found: Sequence[Finding], language: Language) -> RenderableType:
    """Each finding: its entry, and what is odd about it."""
    rows = ((str(finding.position), finding.says.in_(language)) for finding in found)
    columns = (names.ENTRY.in_(language), names.SAYS.in_(language))
    return indented(plain_table(columns, rows, numbers={0}))


def _findings(
    found: Sequence[Finding], language: Language, width: int, *, every: bool
) -> Iterator[RenderableType]:
    if not found:
        yield Rich(f"\n{names.NO_FINDINGS.in_(language)}")
        return
    yield Rich(f"\n{words.LOG_CHECK.in_(language).format(count=len(found))}\n", "bold underline")
    if every:
        yield _one_by_one(found, language)
        return
    yield _by_kind(found, language, width)
    yield Rich(f"\n{words.CHECK_ALL.in_(language)}", "dim")


def check_page(
    replay: Replay, known: Known | None, language: Language, width: int, *, every: bool
) -> RenderableType:
    """What does not add up in the plan; then the findings by kind, or one by one."""
    top = heading(replay, known, language)
    if replay.plan is None:
        return Group(top, Rich(names.NO_PLAN.in_(language)))
    return Group(
        top,
        *_remarks(plan_check(replay), language, every=every),
        *_findings(replay.findings, language, width, every=every),
    )
