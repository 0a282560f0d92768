"""The frame of a page: the plan's areas and activities, and under each criterion what is said of it."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text as Rich

from vaerebro_events.domain.plan import Area, Criterion, Plan
from vaerebro_events.domain.text import Language, Text

INDENT = 2


def indented(what: RenderableType, left: int = INDENT) -> Padding:
    """What is given, further to the right."""
    return Padding(what, (0, 0, 0, left))


def activity_heading(plan: Plan, area: str, activity: str | None, language: Language) -> Rich:
    """An area, and the activity in it where there is one."""
    titles: list[Text] = [found.title for found in plan.areas if found.key == area]
    titles.extend(found.title for found in plan.activities if found.key == activity)
    return Rich("\n" + ": ".join(title.in_(language) for title in titles), "bold underline")


def criterion_heading(criterion: Criterion, language: Language) -> Padding:
    """A criterion's title, and the key it is asked for by."""
    return indented(Rich.assemble((criterion.title.in_(language), "bold"), "  ", (criterion.key, "dim")))


def grouped(plan: Plan) -> Iterator[tuple[Area, str | None, list[Criterion]]]:
    """The criteria of each area: its own first, then those of each activity, in the plan's order."""
    for area in plan.areas:
        criteria = [criterion for criterion in plan.criteria if criterion.area == area.key]
        own = [criterion for criterion in criteria if criterion.level == "area"]
        if own:
            yield area, None, own
        rest = [criterion for criterion in criteria if criterion not in own]
        for activity in dict.fromkeys(criterion.activity for criterion in rest):
            yield area, activity, [criterion for criterion in rest if criterion.activity == activity]


Body = Callable[[Criterion], Iterable[RenderableType]]


def outline(plan: Plan, language: Language, body: Body) -> Iterator[RenderableType]:
    """Areas, activities and criteria in the plan's order; criteria of which nothing is said are left out."""
    for area, activity, criteria in grouped(plan):
        said = [
            [criterion_heading(criterion, language), *lines]
            for criterion in criteria
            if (lines := list(body(criterion)))
        ]
        if said:
            yield activity_heading(plan, area.key, activity, language)
            yield from chain.from_iterable(said)
