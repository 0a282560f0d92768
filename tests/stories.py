"""A story: what people try to record in a logbook, in order; and telling it through the front door."""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from uuid import UUID

from attrs import frozen
from hypothesis.vendor.pretty import for_type_by_name

from clocks import SettableClock
from vaerebro_events import Actor, Draft, Entry, Logbook, PeriodClosed, Plan, Refusal, Replay, read_plan
from vaerebro_events.projections.vocabulary import VOCABULARY

SMALL_PLAN = read_plan(Path(__file__).with_name("small_plan.toml"))
WORKER = Actor("family-worker", "u-1")
# What is printed of a story that a law does not hold for: enough to tell plans and closings apart.
for_type_by_name("vaerebro_events.domain.plan", "Plan", lambda plan, page, _: page.text(_in_short(plan)))
for_type_by_name(
    "vaerebro_events.domain.closing", "PeriodClosed", lambda fact, page, _: page.text(_in_short(fact))
)
# Every day and time of a story has come by then.
AFTERWARDS = datetime(2030, 1, 1, 12, 0, tzinfo=UTC)
# The ids of a story's own drafts lie below.
_FIRST_FREE_ID = 1_000_000


def _in_short(value: Plan | PeriodClosed) -> str:
    if isinstance(value, Plan):
        criteria, parties = len(value.criteria), len(value.parties)
        return f"<the plan {value.name} to {value.last_day}, {criteria} criteria, {parties} parties>"
    return f"<{value.period} closed as known at {value.as_known}, by plan {value.plan_entry}>"


@frozen
class Attempt:
    """What somebody tries to record together, and what the clock says then."""

    drafts: tuple[Draft, ...]
    now: datetime
    actor: Actor = WORKER


@frozen
class Story:
    """When the plan was adopted, and every attempt since; some are refused."""

    began: datetime
    attempts: tuple[Attempt, ...]


def numbered_ids() -> Callable[[], UUID]:
    numbers = count(_FIRST_FREE_ID)
    return lambda: UUID(int=next(numbers))


def tried(logbook: Logbook, clock: SettableClock, attempt: Attempt) -> bool:
    """Whether the logbook takes an attempt."""
    clock.set(attempt.now)
    try:
        logbook.record(*attempt.drafts, actor=attempt.actor)
    except Refusal:
        return False
    return True


@contextmanager
def opened(began: datetime, path: str | Path = ":memory:") -> Generator[tuple[Logbook, SettableClock]]:
    """A new logbook with the small plan, and its clock."""
    clock = SettableClock(began)
    with Logbook.create(path, SMALL_PLAN, actor=WORKER, clock=clock, ids=numbered_ids()) as logbook:
        yield logbook, clock


@contextmanager
def told(story: Story) -> Generator[Logbook]:
    """A logbook in which the story has been told, asked long afterwards."""
    with opened(story.began) as (logbook, clock):
        for attempt in story.attempts:
            tried(logbook, clock, attempt)
        clock.set(AFTERWARDS)
        yield logbook


def log_of(story: Story) -> tuple[Entry, ...]:
    """The log that a story leaves."""
    with told(story) as logbook:
        return tuple(logbook.entries())


def replayed(entries: Sequence[Entry], on: date) -> Replay:
    """A replay of these entries, all of them known."""
    return Replay(on, len(entries), tuple(entries), VOCABULARY.facts)
