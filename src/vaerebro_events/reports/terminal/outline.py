"""The frame of a page: areas and activities, and under each criterion agreed what is said of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from attrs import frozen
from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text as Rich

from vaerebro_events.domain.plan import Area, Criterion, Plan
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.terminal import words_of_governance as words
from vaerebro_events.text import Language, Text

INDENT = 2


@frozen
class Agreed:
    """A criterion as the newest version of the plan that has it says it; `dropped` if that is over."""

    criterion: Criterion
    plan: Plan
    dropped: bool = False


def of_plan(plan: Plan) -> tuple[Agreed, ...]:
    """The criteria of one version of the plan."""
    return tuple(Agreed(criterion, plan) for criterion in plan.criteria)


def agreed(*replays: Replay) -> tuple[Agreed, ...]:
    """The criteria of the version in force in the first replay, then those that only others have."""
    found: dict[str, Agreed] = {}
    for replay in replays:
        for version in reversed(replay.agreements.until(replay.on)):
            for each in version.plan.criteria:
                dropped = version.plan is not replays[0].plan
                found.setdefault(each.key, Agreed(each, version.plan, dropped))
    return tuple(found.values())


def indented(what: RenderableType, left: int = INDENT) -> Padding:
    """What is given, further to the right."""
    return Padding(what, (0, 0, 0, left))


def titles(plan: Plan, area: str, activity: str | None, language: Language) -> list[str]:
    """The titles of an area, and of the activity in it where there is one."""
    found: list[Text] = [each.title for each in plan.areas if each.key == area]
    found.extend(each.title for each in plan.activities if each.key == activity)
    return [title.in_(language) for title in found]


def criterion_heading(agreed: Agreed, language: Language) -> Padding:
    """A criterion's title, the key it is asked for by, and whether it is agreed no more."""
    criterion = agreed.criterion
    title = Rich.assemble((criterion.title.in_(language), "bold"), "  ", (criterion.key, "dim"))
    if agreed.dropped:
        title.append(f"  {words.NO_LONGER.in_(language)}", "dim")
    return indented(title)


def grouped(criteria: Sequence[Agreed]) -> Iterator[tuple[Area, str | None, list[Agreed]]]:
    """The criteria of each area: its own first, then those of each activity, in the plan's order."""
    areas = {area.key: area for each in reversed(criteria) for area in reversed(each.plan.areas)}
    for area in reversed(areas.values()):
        found = [each for each in criteria if each.criterion.area == area.key]
        own = [each for each in found if each.criterion.level == "area"]
        if own:
            yield area, None, own
        rest = [each for each in found if each not in own]
        for activity in dict.fromkeys(each.criterion.activity for each in rest):
            yield area, activity, [each for each in rest if each.criterion.activity == activity]


Body = Callable[[Criterion], Iterable[RenderableType]]


def outline(criteria: Sequence[Agreed], language: Language, body: Body) -> Iterator[RenderableType]:
    """Areas, activities and criteria in the plan's order; criteria of which nothing is said are left out."""
    for area, activity, found in grouped(criteria):
        said = [
            [criterion_heading(each, language), *lines]
            for each in found
            if (lines := list(body(each.criterion)))
        ]
        if said:
            title = ": ".join(titles(found[0].plan, area.key, activity, language))
            yield Rich(f"\n{title}", "bold underline")
            yield from chain.from_iterable(said)


def by_activity(
    criteria: Sequence[Agreed], language: Language, lines: Callable[[Agreed], Iterable[RenderableType]]
) -> Iterator[RenderableType]:
    """The same as a table: a line for each area and each activity, and what is said of each criterion."""
    above = None
    for area, activity, found in grouped(criteria):
        own, *of_activity = titles(found[0].plan, area.key, activity, language)
        if area.key != above:
            yield Rich(f"\n{own}", "bold reverse")
        yield from (Rich(f"\n{title}", "bold underline") for title in of_activity)
        above = area.key
        yield from chain.from_iterable(map(lines, found))
