"""Stories in which the agreement changes: the small plan revised, readings chosen, both taken back again."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from typing import Any
from uuid import UUID

from attrs import evolve, field, frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from hypothesis.vendor.pretty import RepresentationPrinter

from clocks import SettableClock
from plain import day_in_denmark
from small_world import some_of
from stories import AFTERWARDS, SMALL_PLAN, WORKER, Story, opened, tried
from strategies import stories
from vaerebro_events import (
    Corrected,
    Criterion,
    Draft,
    Entry,
    Fact,
    Logbook,
    PeriodKind,
    Plan,
    PlanRevised,
    ReadingChosen,
    Refusal,
    Retracted,
    RevisionUploaded,
)
from vaerebro_events.domain.plan import Reading
from vaerebro_events.projections.rules import Coverage

# The ids of decisions lie above those of a story's drafts.
_FIRST_ID = 2_000_000
_DAYS = some_of(
    *[date(year, month, day) for year in (2021, 2022, 2023) for month, day in ((1, 1), (6, 30), (12, 31))],
    date(2020, 1, 1),
    date(2020, 1, 2),
    date(2020, 7, 1),
)
_ENDS = some_of(date(2023, 12, 31), date(2023, 12, 31), date(2022, 12, 31), date(2024, 6, 30))


def _short(fact: Fact | None) -> str:
    """A decision without its plan, which would fill pages."""
    if isinstance(fact, PlanRevised):
        return f"<revision {fact.revision} from {fact.holds_from}>"
    return repr(fact)


@frozen
class Decided:
    """A decision about the plan, about a day, before a turn of the story."""

    turn: int
    fact: Fact = field(repr=_short)
    day: date


@frozen
class Undone:
    """An earlier decision is retracted, or corrected to another one and another day."""

    turn: int
    which: int
    fact: Fact | None = field(repr=_short)
    day: date


@frozen
class AgreedStory:
    """A story, and what is decided about the plan in it; some of it is refused."""

    story: Story = field(repr=lambda story: f"<{len(story.attempts)} attempts>")
    acts: tuple[Decided | Undone, ...]

    def _repr_pretty_(self, printer: RepresentationPrinter, _: object) -> None:
        """Shown short by Hypothesis, too."""
        printer.text(repr(self))


@st.composite
def _reading(draw: DrawFn, reading: Reading, end: date) -> Reading:
    """A reading with another target, another deadline, or other periods, within the programme."""
    rule: Any = reading.rule
    kind = draw(some_of("target", "target", "deadline", "period"))
    target: int | None = getattr(rule, "target", None)
    # There are no more than two blocks to be covered.
    most = len(SMALL_PLAN.blocks) if isinstance(rule, Coverage) else None
    if kind == "target" and target is not None:
        target = max(1, target + draw(some_of(1, 2, -1)))
        reading = evolve(reading, rule=evolve(rule, target=min(target, most or target)))
    elif reading.period is PeriodKind.DEADLINE:
        reading = evolve(reading, last_day=draw(some_of(date(2021, 6, 30), date(2022, 3, 1), end)))
    elif kind == "period" and reading.period in (PeriodKind.YEAR, PeriodKind.PROGRAMME):
        reading = evolve(reading, period=draw(some_of(PeriodKind.YEAR, PeriodKind.PROGRAMME)))
    return reading


@st.composite
def _criterion(draw: DrawFn, criterion: Criterion, end: date) -> Criterion:
    readings = [draw(_reading(each, end)) for each in criterion.readings]
    kept = draw(st.lists(st.sampled_from(readings), min_size=1, unique_by=lambda each: each.key))
    if draw(some_of(True, False)):  # noqa: FBT003 values, not settings
        readings = kept
    keys = [each.key for each in readings]
    default = criterion.default_reading if criterion.default_reading in keys else keys[0]
    return evolve(criterion, readings=tuple(readings), default_reading=default)


def _within(reading: Reading, end: date) -> Reading:
    last = reading.last_day
    return reading if last is None or last <= end else evolve(reading, last_day=end)


@st.composite
def revised_plans(draw: DrawFn) -> Plan:
    """The small plan with some criteria revised or dropped, and maybe a longer or shorter programme."""
    end = draw(_ENDS)
    number = st.integers(0, len(SMALL_PLAN.criteria) - 1)
    revised, dropped = draw(st.sets(number, max_size=5)), draw(st.sets(number, max_size=2))
    criteria: list[Criterion] = []
    for at, criterion in enumerate(SMALL_PLAN.criteria):
        within = evolve(criterion, readings=tuple(_within(each, end) for each in criterion.readings))
        if at not in dropped:
            criteria.append(draw(_criterion(within, end)) if at in revised else within)
    return evolve(SMALL_PLAN, last_day=end, criteria=tuple(criteria))


@st.composite
def revisions_made(draw: DrawFn) -> Fact:
    """A revision of the small plan that may hold from any of its days."""
    name, kind = draw(some_of("r-1", "r-2", "r-3", "r-4")), draw(some_of("delaftale", "strategic"))
    return PlanRevised(name, kind, draw(_DAYS), draw(revised_plans()))


@st.composite
def readings_chosen(draw: DrawFn) -> Fact:
    """A reading chosen of any criterion of the small plan."""
    several = [each for each in SMALL_PLAN.criteria if len(each.readings) > 1]
    criterion = draw(st.sampled_from(several[:4]))
    return ReadingChosen(criterion.key, draw(st.sampled_from(criterion.readings)).key)


_UPLOADED = st.builds(RevisionUploaded, some_of("r-1", "r-2"))
DECISIONS: SearchStrategy[Fact] = st.one_of(
    revisions_made(), revisions_made(), readings_chosen(), readings_chosen(), _UPLOADED
)


@st.composite
def agreed_stories(draw: DrawFn) -> AgreedStory:
    """Stories with one to six acts about the agreement at random turns."""
    story = draw(stories(most=12))
    turns = st.integers(0, len(story.attempts))
    some = st.lists(st.builds(Decided, turns, DECISIONS, _DAYS), min_size=1, max_size=4)
    undone = st.builds(Undone, turns, st.integers(0, 3), st.none() | DECISIONS, _DAYS)
    return AgreedStory(story, (*draw(some), *draw(st.lists(undone, max_size=2))))


@contextmanager
def told_with(agreed: AgreedStory) -> Generator[Logbook]:
    """A logbook in which the story has been told, with its decisions, asked long afterwards."""
    with opened(agreed.story.began) as (logbook, clock):
        for turn, attempt in enumerate(agreed.story.attempts):
            _decide(logbook, clock, agreed.acts, turn)
            tried(logbook, clock, attempt)
        clock.set(logbook.entries()[-1].recorded_at)
        _decide(logbook, clock, agreed.acts, len(agreed.story.attempts))
        clock.set(AFTERWARDS)
        yield logbook


def _decide(logbook: Logbook, clock: SettableClock, acts: Sequence[Decided | Undone], turn: int) -> None:
    clock.set(max(clock.now, logbook.entries()[-1].recorded_at))
    today = day_in_denmark(clock.now)
    for number, act in enumerate(acts):
        if act.turn != turn:
            continue
        day = min(act.day, today)
        draft = Draft(act.fact, day, UUID(int=_FIRST_ID + number)) if isinstance(act, Decided) else None
        if isinstance(act, Undone):
            draft = _undoing(logbook.entries(), act, day)
        if draft is not None:
            with suppress(Refusal):
                logbook.record(draft, actor=WORKER)


def _undoing(log: Sequence[Entry], act: Undone, day: date) -> Draft | None:
    found = [entry for entry in log if entry.id == UUID(int=_FIRST_ID + act.which)]
    if not found:
        return None
    at = found[0].position
    if act.fact is None:
        return Draft(Retracted(at, "slip"))
    return Draft(Corrected(at, "slip", act.fact), day)
