"""The page of one criterion: its statuses, and why: the rule, what counted, what did not, what is open."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text as Rich

from vaerebro_events.domain.plan import Criterion
from vaerebro_events.domain.text import Language, Text
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.status import LeftOut, Status, Why
from vaerebro_events.reports.terminal import shown, words
from vaerebro_events.reports.terminal.outline import indented
from vaerebro_events.reports.terminal.status import reading_title, status_page


def _line(name: Text, said: str, language: Language) -> RenderableType:
    return indented(Rich.assemble((f"{name.in_(language)}: ", "bold"), said))


def _number(count: int, language: Language) -> str:
    return f"{count} {(words.ENTRY if count == 1 else words.ENTRIES).in_(language)}"


def _entries(found: Sequence[int], language: Language) -> str:
    if not found:
        return words.NOTHING.in_(language)
    return f"{_number(len(found), language)}: {shown.positions(found)}"


def _by_why(left_out: Sequence[LeftOut]) -> dict[Why, dict[tuple[int, ...], list[int]]]:
    groups: dict[Why, dict[tuple[int, ...], list[int]]] = {}
    for left in left_out:
        groups.setdefault(left.why, {}).setdefault(left.because, []).append(left.position)
    return groups


def _left_out(status: Status, language: Language) -> Iterator[RenderableType]:
    see = words.SEE.in_(language)
    for why, groups in _by_why(status.left_out).items():
        number = _number(sum(map(len, groups.values())), language)
        listed = "; ".join(
            shown.positions(found) + (f" ({see} {shown.positions(because)})" if because else "")
            for because, found in groups.items()
        )
        yield _line(words.LEFT_OUT, f"{number}, {words.WHYS[why].in_(language)}: {listed}", language)


def _why(replay: Replay, status: Status, language: Language) -> Iterator[RenderableType]:
    assert replay.plan is not None
    title = f"\n{reading_title(replay.plan, status, language)}, {shown.period(status.period)}"
    default = f" {words.DEFAULT.in_(language)}" if status.default else ""
    yield Rich.assemble((title, "bold underline"), default)
    yield _line(words.RULE, replay.sentence(status, language), language)
    yield _line(words.COUNTED, _entries(status.counted, language), language)
    yield from _left_out(status, language)


def _sources(criterion: Criterion, language: Language) -> Iterator[RenderableType]:
    if criterion.open_questions:
        yield Rich("\n" + words.OPEN_QUESTIONS.in_(language), "bold underline")
    for question in criterion.open_questions:
        yield indented(Rich(question.in_(language)))
    yield Rich("\n" + words.SOURCES.in_(language), "bold underline")
    yield _line(words.PLACE, criterion.place.in_(language), language)
    yield _line(words.DATA_SOURCE, criterion.data_source.in_(language), language)
    yield _line(words.KEPT_BY, criterion.kept_by.in_(language), language)
    if criterion.same_as is not None:
        yield _line(words.SAME_AS, criterion.same_as, language)


def criterion_page(
    replay: Replay, known: str | None, statuses: Sequence[Status], language: Language, width: int
) -> RenderableType:
    """The statuses of one criterion, and what they rest on."""
    assert replay.plan is not None
    criterion = next(found for found in replay.plan.criteria if found.key == statuses[0].criterion)
    return Group(
        status_page(replay, known, statuses, language, width),
        *(line for status in statuses for line in _why(replay, status, language)),
        *_sources(criterion, language),
    )
