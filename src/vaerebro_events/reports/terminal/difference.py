"""Two replays: the overview of the later one, what differs, and which entries made the difference."""

from collections.abc import Iterator, Mapping

from attrs import frozen
from rich.console import Group, RenderableType
from rich.text import Text as Rich

from vaerebro_events.domain.plan import Criterion, Plan
from vaerebro_events.domain.text import Language
from vaerebro_events.projections.difference import Difference, StatusChange, difference
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.status import Status
from vaerebro_events.reports.terminal import shown, words
from vaerebro_events.reports.terminal.amendments import ARROW
from vaerebro_events.reports.terminal.causes import causes_table
from vaerebro_events.reports.terminal.columns import reading_and_period
from vaerebro_events.reports.terminal.heading import sample_line, up_to
from vaerebro_events.reports.terminal.outline import indented, outline
from vaerebro_events.reports.terminal.overview import overview_table


@frozen
class Sides:
    """Two replays of one logbook, each by the name of when it is known."""

    before: Replay
    after: Replay
    names: tuple[str, str]
    language: Language
    width: int


def _said(status: Status | None, language: Language) -> Rich:
    if status is None:
        return Rich(words.NOT_THERE.in_(language))
    state = (words.state_words(status.state, language), words.STYLES[status.state])
    figure = shown.reached(status, language)
    return Rich.assemble(figure, " " if figure else "", state)


def _parts(plan: Plan, status: Status | None, language: Language) -> Mapping[str, str]:
    none: Mapping[str, str] = {}
    return none if status is None else shown.parts(plan, status, language)


def _changed_parts(plan: Plan, change: StatusChange, language: Language) -> Mapping[str, str]:
    old, new = (_parts(plan, status, language) for status in (change.before, change.after))
    none = words.NONE.in_(language)
    return {
        name: f"{old.get(name, none)} {ARROW} {new.get(name, none)}"
        for name in {**old, **new}
        if old.get(name) != new.get(name)
    }


def _because(change: StatusChange, language: Language) -> str:
    causes = change.caused_by
    if not causes:
        return words.BECAUSE_OF_DAYS.in_(language)
    said = words.BECAUSE_OF_ONE if len(causes) == 1 else words.BECAUSE_OF
    return said.in_(language).format(positions=shown.positions(causes))


def _change(plan: Plan, change: StatusChange, sides: Sides) -> Iterator[RenderableType]:
    status = change.after or change.before
    assert status is not None
    old, new = _said(change.before, sides.language), _said(change.after, sides.language)
    title = f"{reading_and_period(plan, status, sides.language)}:"
    said = Rich.assemble(old, f" {ARROW} ", new)
    fits = 4 + len(title) + 1 + len(said) <= sides.width
    yield indented(Rich.assemble(title, " " if fits else "\n  ", said), 4)
    parts = _changed_parts(plan, change, sides.language)
    if parts:
        yield indented(Rich(shown.listed(parts)), 6)
    yield indented(Rich(_because(change, sides.language), "dim"), 6)


def changes(plan: Plan, sides: Sides, found: Difference) -> Iterator[RenderableType]:
    """Each status that differs, before and after, and because of which entries."""
    by_criterion: Mapping[str, list[StatusChange]] = {criterion.key: [] for criterion in plan.criteria}
    for change in found.changed:
        by_criterion[change.key[0]].append(change)

    def lines(criterion: Criterion) -> Iterator[RenderableType]:
        for change in by_criterion[criterion.key]:
            yield from _change(plan, change, sides)

    return outline(plan, sides.language, lines)


def difference_page(sides: Sides) -> RenderableType:
    """The later overview, what differs from the earlier one, and the entries that made the difference."""
    plan = sides.after.plan
    assert plan is not None
    found = difference(sides.before, sides.after)
    language = sides.language
    asked = words.BOTH.in_(language).format(
        on=shown.day(sides.after.on, language),
        before=sides.names[0],
        up_to_before=up_to(sides.before.position, language),
        after=sides.names[1],
        up_to_after=up_to(sides.after.position, language),
    )
    differs = words.DIFFERS.in_(language).format(count=len(found.changed))
    made_it = words.MADE_IT.in_(language).format(count=len(found.entries))
    return Group(
        Rich.assemble((f"{plan.title.in_(language)}\n", "bold"), asked, sample_line(sides.after, language)),
        Rich("\n" + words.OVERVIEW.in_(language).format(known=sides.names[1]), "bold reverse"),
        *overview_table(sides.after, plan, language, sides.width),
        Rich(f"\n{differs}", "bold reverse"),
        *changes(plan, sides, found),
        Rich(f"\n{made_it}\n", "bold reverse"),
        causes_table(sides.before, sides.after, found.entries, language),
    )
