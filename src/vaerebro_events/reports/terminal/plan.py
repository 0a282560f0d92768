"""The plan in force: areas, activities, criteria, their readings with their rules in words."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text as Rich

from vaerebro_events.domain.governance import PlanAdopted
from vaerebro_events.domain.plan import Criterion, Plan, Reading, Words
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.terminal import words, written
from vaerebro_events.reports.terminal import words_of_governance as governance
from vaerebro_events.reports.terminal.commitments import Commitments
from vaerebro_events.reports.terminal.decisions import chosen_mark, version_line
from vaerebro_events.reports.terminal.heading import Known, heading
from vaerebro_events.reports.terminal.outline import indented, of_plan, outline
from vaerebro_events.text import Language


def _mark(replay: Replay, criterion: Criterion, reading: Reading, language: Language) -> str:
    """What says that a reading is the one that is shown first: the plan's own choice, or the board's."""
    choice = replay.agreements.chosen(criterion)
    if choice is not None:
        return f" {chosen_mark(replay, choice.position, language)}" if choice.reading == reading.key else ""
    default = reading.key == criterion.default_reading and len(criterion.readings) > 1
    return f" {words.DEFAULT.in_(language)}" if default else ""


def plan_page(replay: Replay, plan: Plan, known: Known | None, language: Language) -> RenderableType:
    """The plan in force for reading: criteria, then what else it promises.

    Readings that share a rule stand together above it.
    """
    speaking = Words(language, plan, replay.facts)

    def readings(criterion: Criterion) -> Iterator[RenderableType]:
        by_rule: dict[str, list[Reading]] = {}
        for reading in criterion.readings:
            by_rule.setdefault(reading.rule.sentence(speaking), []).append(reading)
        for sentence, found in by_rule.items():
            for reading in found:
                mark = _mark(replay, criterion, reading, language)
                yield indented(Rich.assemble((reading.title.in_(language), "italic"), mark), 4)
            yield indented(Rich(sentence), 6)
        if criterion.open_questions:
            yield indented(Rich(f"{words.OPEN_QUESTIONS.in_(language)}:", "dim"), 4)
        for question in criterion.open_questions:
            yield indented(Rich(question.in_(language), "dim"), 6)

    days = f"{written.day(plan.first_day, language)} - {written.day(plan.last_day, language)}"
    return Group(
        heading(replay, known, language),
        Rich(f"{words.PERIOD.in_(language).capitalize()}: {days}"),
        Rich(f"{governance.JUDGED_BY.in_(language)}: {_version(replay, language)}"),
        *outline(of_plan(plan), language, readings),
        *Commitments(replay, plan, language).lines(),
    )


def _version(replay: Replay, language: Language) -> str:
    """The version in force: by its entry, and from when it is."""
    version = replay.agreements.on(replay.on)
    assert version is not None
    if not isinstance(replay.log[version.position - 1].fact, PlanAdopted):
        return version_line(version, language)
    entry = f"{words.ENTRY.in_(language)} {version.position}"
    return f"{governance.ADOPTED.in_(language)}, {entry}".capitalize()
