"""The page of what does not add up in the plan, and of what merely looks odd in the log."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Rich

from vaerebro_events.projections.findings import Finding, FindingKind
from vaerebro_events.projections.plan_check import Remark, RemarkKind, plan_check
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.terminal import shown
from vaerebro_events.reports.terminal import words as names
from vaerebro_events.reports.terminal import words_of_governance as words
from vaerebro_events.reports.terminal.facts import called
from vaerebro_events.reports.terminal.heading import Known, heading
from vaerebro_events.reports.terminal.named import Named
from vaerebro_events.reports.terminal.outline import INDENT, indented
from vaerebro_events.reports.terminal.tables import plain_table
from vaerebro_events.text import Language, Text

MOST_OF_A_KIND = 3
MOST_TITLES = 3
POSITIONS = 20  # columns
LINES = 2  # of positions
COUNT = 8  # columns for how many


def _remarks(
    named: Named, found: Sequence[Remark], language: Language, *, every: bool
) -> Iterator[RenderableType]:
    """The remarks by kind: the first few, or all of them; what is said of several things is said once."""
    if not found:
        yield Rich(f"\n{words.PLAN_ADDS_UP.in_(language)}", "bold underline")
        return
    yield Rich(f"\n{words.PLAN_CHECK.in_(language).format(count=len(found))}", "bold underline")
    by_kind: dict[RemarkKind, dict[Text, list[str]]] = {}
    for remark in found:
        by_kind.setdefault(remark.kind, {}).setdefault(remark.says, []).append(remark.subject)
    for kind, sentences in by_kind.items():
        count = sum(map(len, sentences.values()))
        yield indented(Rich(f"\n{words.REMARKS[kind].in_(language)}: {count}", "bold"))
        said = list(sentences.items())
        shown_first = len(said) if every or len(said) <= MOST_OF_A_KIND + 1 else MOST_OF_A_KIND
        for says, subjects in said[:shown_first]:
            of = _of(named, subjects, language, every=every) if kind is RemarkKind.OPEN_QUESTION else ""
            yield indented(Rich.assemble(says.in_(language), (of and f" ({of})", "dim")), 4)
        left = sum(len(subjects) for _, subjects in said[shown_first:])
        if left:
            yield indented(Rich(words.MORE_OF_KIND.in_(language).format(count=left), "dim"), 4)


def _of(named: Named, subjects: Sequence[str], language: Language, *, every: bool) -> str:
    """The titles of what is said alike: the first few, or all of them."""
    titles = list(dict.fromkeys(map(named.of, subjects)))
    first = titles if every or len(titles) <= MOST_TITLES else titles[:MOST_TITLES]
    more = len(titles) - len(first)
    return "; ".join(first) + (names.AND_MORE.in_(language).format(count=more) if more else "")


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


def _one_by_one(replay: Replay, found: Sequence[Finding], language: Language) -> RenderableType:
    """What is odd, with the kind of entry it is about; entries of one kind that are odd alike, together."""
    alike: dict[tuple[Text, str], list[int]] = {}
    for finding in found:
        name = called(replay.log[finding.position - 1].fact, language)
        alike.setdefault((finding.says, name), []).append(finding.position)
    rows = (
        (shown.positions(positions), Rich.assemble((f"{name}: ", "dim"), says.in_(language)))
        for (says, name), positions in alike.items()
    )
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="italic dim", pad_edge=False)
    table.add_column(words.WHICH.in_(language), max_width=POSITIONS)
    table.add_column(names.SAYS.in_(language))
    for row in rows:
        table.add_row(*row)
    return indented(table)


def _findings(replay: Replay, language: Language, width: int, *, every: bool) -> Iterator[RenderableType]:
    found = replay.findings
    if not found:
        yield Rich(f"\n{names.NO_FINDINGS.in_(language)}")
        return
    yield Rich(f"\n{words.LOG_CHECK.in_(language).format(count=len(found))}\n", "bold underline")
    if every:
        yield _one_by_one(replay, found, language)
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
        *_remarks(Named(replay, language), plan_check(replay), language, every=every),
        *_findings(replay, language, width, every=every),
    )
