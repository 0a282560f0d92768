"""The plan as it is adopted: areas, activities, criteria, their readings with their rules in words."""

from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType
from rich.text import Text as Rich

from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.plan import Criterion, Plan, Reading, Words
from vaerebro_events.domain.text import Language
from vaerebro_events.reports.terminal import shown, words
from vaerebro_events.reports.terminal.outline import indented, outline


def _title(criterion: Criterion, reading: Reading, language: Language) -> RenderableType:
    default = reading.key == criterion.default_reading and len(criterion.readings) > 1
    mark = f" {words.DEFAULT.in_(language)}" if default else ""
    return indented(Rich.assemble((reading.title.in_(language), "italic"), mark), 4)


def plan_page(plan: Plan, facts: Mapping[str, type[Fact]], language: Language) -> RenderableType:
    """A plan for reading; readings that share a rule stand together above it."""
    speaking = Words(language, plan, facts)

    def readings(criterion: Criterion) -> Iterator[RenderableType]:
        by_rule: dict[str, list[Reading]] = {}
        for reading in criterion.readings:
            by_rule.setdefault(reading.rule.sentence(speaking), []).append(reading)
        for sentence, found in by_rule.items():
            yield from (_title(criterion, reading, language) for reading in found)
            yield indented(Rich(sentence), 6)
        if criterion.open_questions:
            yield indented(Rich(f"{words.OPEN_QUESTIONS.in_(language)}:", "dim"), 4)
        for question in criterion.open_questions:
            yield indented(Rich(question.in_(language), "dim"), 6)

    days = f"{shown.day(plan.first_day, language)} - {shown.day(plan.last_day, language)}"
    title = Rich.assemble((plan.title.in_(language), "bold"), f"  {days}")
    return Group(title, *outline(plan, language, readings))
