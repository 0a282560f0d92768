"""The status page: a row for each reading of each criterion, and the period it is judged for."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text as Rich

from vaerebro_events.domain.plan import Criterion
from vaerebro_events.projections.judging import opposed
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.status import Status
from vaerebro_events.reports.terminal import shown, words
from vaerebro_events.reports.terminal.columns import Columns, reading_and_period, reading_title
from vaerebro_events.reports.terminal.heading import Known, heading
from vaerebro_events.reports.terminal.outline import agreed, outline
from vaerebro_events.text import Language

MOST_OPPOSED = 2


def nearest(replay: Replay) -> tuple[Status, ...]:
    """One status for each reading: of the period that holds the day, else of the nearest one begun."""
    readings = dict.fromkeys((status.criterion, status.reading) for status in replay.statuses)
    return tuple(replay.status(*reading) for reading in readings)


def _opposed(replay: Replay, status: Status, language: Language) -> Iterator[str]:
    """The rows that say otherwise, the first few by name."""
    others = opposed(status, replay.statuses)
    more = len(others) - MOST_OPPOSED
    for number, other in enumerate(others[:MOST_OPPOSED], start=1):
        said = f"≠ {reading_and_period(replay, other, language)}: {words.state_words(other.state, language)}"
        last = number == MOST_OPPOSED and more > 0
        yield said + (words.AND_MORE.in_(language).format(count=more) if last else "")


def _notes(replay: Replay, status: Status, language: Language) -> Iterator[str]:
    """What stands under a row: the figures within its figure, and which rows say otherwise."""
    if status.judgement.members:
        yield shown.members(status.judgement, language)
    if status.parts:
        yield shown.listed(shown.parts(replay.plan_of(status), status, language))
    yield from _opposed(replay, status, language)


def _rows(
    replay: Replay, statuses: Sequence[Status], columns: Columns, language: Language
) -> Iterator[RenderableType]:
    for status in statuses:
        cells = (
            shown.period(status.period, language),
            Rich(words.state_words(status.state, language), words.STYLES[status.state]),
            shown.reached(status, language),
            shown.Bar.of(status),
        )
        mark, title = "≠" if status.disagree else "", reading_title(replay, status, language)
        yield from columns.row(mark, title, cells, tuple(_notes(replay, status, language)))


def statuses_table(
    replay: Replay, statuses: Sequence[Status], language: Language, width: int
) -> Iterator[RenderableType]:
    """Statuses by area, activity and criterion."""
    columns = Columns.of(replay, statuses, language, width)

    def rows(criterion: Criterion) -> Iterator[RenderableType]:
        own = [status for status in statuses if status.criterion == criterion.key]
        return _rows(replay, own, columns, language)

    yield Rich()
    yield from columns.heading(language)
    yield from outline(agreed(replay), language, rows)
    if any(status.disagree for status in statuses):
        yield Rich("\n" + words.DISAGREE.in_(language), "dim")


def findings_line(replay: Replay, language: Language) -> Iterator[RenderableType]:
    """How many findings there are of each kind, where there are any."""
    kinds = Counter(finding.kind for finding in replay.findings)
    said = ", ".join(
        f"{count} {(words.ENTRY if count == 1 else words.ENTRIES).in_(language)} "
        f"{words.FINDINGS[kind].in_(language)}"
        for kind, count in kinds.most_common()
    )
    if said:
        yield Rich("\n" + words.FOUND.in_(language).format(kinds=said))


def status_page(
    replay: Replay, known: Known | None, statuses: Sequence[Status], language: Language, width: int
) -> RenderableType:
    """What is asked, the statuses, and how many findings there are."""
    top = heading(replay, known, language)
    if replay.plan is None:
        return Group(top, Rich(words.NO_PLAN.in_(language)))
    table = statuses_table(replay, statuses, language, width)
    return Group(top, *table, *findings_line(replay, language))
