"""The plan as it is adopted: areas, activities, criteria, and each reading with its rule in words."""

from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType
from rich.text import Text as Rich

from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.plan import Criterion, Plan, Words
from vaerebro_events.domain.text import Language
from vaerebro_events.reports.terminal import words
from vaerebro_events.reports.terminal.outline import indented, outline


def plan_page(plan: Plan, facts: Mapping[str, type[Fact]], language: Language) -> RenderableType:
    """A plan for reading."""
    speaking = Words(language, plan, facts)

    def readings(criterion: Criterion) -> Iterator[RenderableType]:
        for reading in criterion.readings:
            default = reading.key == criterion.default_reading and len(criterion.readings) > 1
            mark = f" {words.DEFAULT.in_(language)}" if default else ""
            yield indented(Rich.assemble((reading.title.in_(language), "italic"), mark), 4)
            yield indented(Rich(reading.rule.sentence(speaking)), 6)

    title = Rich.assemble((plan.title.in_(language), "bold"), f"  {plan.first_day} - {plan.last_day}")
    return Group(title, *outline(plan, language, readings))
