"""Two replays: the overview of the later one, what differs, and which entries made the difference."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen
from rich.console import Group, RenderableType
from rich.text import Text as Rich

from vaerebro_events.domain.plan import Criterion
from vaerebro_events.projections.difference import Difference, StatusChange, difference
from vaerebro_events.projections.judgement import State
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.status import Status
from vaerebro_events.reports.terminal import shown, words, written
from vaerebro_events.reports.terminal import words_of_governance as governance
from vaerebro_events.reports.terminal.amendments import ARROW
from vaerebro_events.reports.terminal.causes import causes_table
from vaerebro_events.reports.terminal.columns import reading_and_period
from vaerebro_events.reports.terminal.heading import sample_line, up_to
from vaerebro_events.reports.terminal.outline import agreed, indented, outline
from vaerebro_events.reports.terminal.overview import overview_table
from vaerebro_events.text import Language


@frozen
class Sides:
    """Two replays of one logbook, each by the name of when it is known."""

    before: Replay
    after: Replay
    names: tuple[str, str]
    language: Language
    width: int


def figures_and_state(figures: str, state: State, language: Language, *, no_value: bool) -> Rich:
    """What a status is, in a line; where only its target is known, that there is no figure."""
    said = Rich(words.state_words(state, language), words.STYLES[state])
    if not figures:
        return said
    if not no_value:
        return Rich.assemble(figures, " ", said)
    before, after = governance.NO_FIGURE.in_(language).format(figures=figures, state="\n").split("\n")
    return Rich.assemble(before, said, after)


def _said(status: Status | None, language: Language) -> Rich:
    if status is None:
        return Rich(words.NOT_THERE.in_(language))
    return figures_and_state(
        shown.reached(status, language), status.state, language, no_value=status.value is None
    )


def _parts(replay: Replay, status: Status | None, language: Language) -> Mapping[str, str]:
    none: Mapping[str, str] = {}
    return none if status is None else shown.parts(replay.plan_of(status), status, language)


def _changed_parts(change: StatusChange, sides: Sides) -> Mapping[str, str]:
    old = _parts(sides.before, change.before, sides.language)
    new = _parts(sides.after, change.after, sides.language)
    none = words.NONE.in_(sides.language)
    return {
        name: f"{old.get(name, none)} {ARROW} {new.get(name, none)}"
        for name in {**old, **new}
        if old.get(name) != new.get(name)
    }


def because_of(causes: Sequence[int], language: Language) -> str:
    """Which entries made a row another; where none did, days passed."""
    if not causes:
        return words.BECAUSE_OF_DAYS.in_(language)
    said = words.BECAUSE_OF_ONE if len(causes) == 1 else words.BECAUSE_OF
    return said.in_(language).format(positions=shown.positions(causes))


def _title(change: StatusChange, sides: Sides) -> str:
    """What a change is of, as the later side says it where it has it."""
    if change.after is not None:
        return reading_and_period(sides.after, change.after, sides.language)
    assert change.before is not None
    return reading_and_period(sides.before, change.before, sides.language)


def _change(change: StatusChange, sides: Sides) -> Iterator[RenderableType]:
    old, new = _said(change.before, sides.language), _said(change.after, sides.language)
    title = f"{_title(change, sides)}:"
    said = Rich.assemble(old, f" {ARROW} ", new)
    fits = 4 + len(title) + 1 + len(said) <= sides.width
    yield indented(Rich.assemble(title, " " if fits else "\n  ", said), 4)
    parts = _changed_parts(change, sides)
    if parts:
        yield indented(Rich(shown.listed(parts)), 6)
    yield indented(Rich(because_of(change.caused_by, sides.language), "dim"), 6)


def changes(sides: Sides, found: Difference) -> Iterator[RenderableType]:
    """Each status that differs, before and after, and because of which entries."""
    by_criterion: dict[str, list[StatusChange]] = {}
    for change in found.changed:
        by_criterion.setdefault(change.key[0], []).append(change)

    def lines(criterion: Criterion) -> Iterator[RenderableType]:
        for change in by_criterion.get(criterion.key, ()):
            yield from _change(change, sides)

    return outline(agreed(sides.after, sides.before), sides.language, lines)


def difference_page(sides: Sides) -> RenderableType:
    """The later overview, what differs from the earlier one, and the entries that made the difference."""
    plan = sides.after.plan
    assert plan is not None
    found = difference(sides.before, sides.after)
    language = sides.language
    asked = words.BOTH.in_(language).format(
        on=written.day(sides.after.on, language),
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
        *overview_table(sides.after, language, sides.width),
        Rich(f"\n{differs}", "bold reverse"),
        *changes(sides, found),
        Rich(f"\n{made_it}\n", "bold reverse"),
        causes_table(sides.before, sides.after, found.entries, language),
    )
