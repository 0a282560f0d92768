"""Makes the sample logbook: plays what its staff record, in the order of time, through the front door."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from operator import attrgetter
from pathlib import Path

from attrs import define

from vaerebro_events.domain.agreements import Decision
from vaerebro_events.domain.amendments import Corrected, Retracted
from vaerebro_events.domain.entry import Draft, Entry
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.plan import Plan
from vaerebro_events.logbook import Logbook
from vaerebro_events.plans import DEFAULT, read_plan
from vaerebro_events.sample.acts import Act
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.familieakademi import familieakademi
from vaerebro_events.sample.fritidsjob import fritidsjob
from vaerebro_events.sample.governance import acts, governance
from vaerebro_events.sample.lommepengejob import lommepengejob
from vaerebro_events.sample.measurements import measurements
from vaerebro_events.sample.people import People
from vaerebro_events.sample.recordings import LEADER, Mending, Recording, in_piles, instant
from vaerebro_events.sample.registering import registered
from vaerebro_events.sample.stories import STORIES

SEED = 2020
FIRST = instant(date(2020, 1, 2), 9)
LAST = instant(date(2024, 2, 29), 12)

Progress = Callable[[int, int], None]
Step = Recording | Act
_Places = dict[tuple[Fact, date | None], int]


@define
class Clock:
    """A clock that the sample sets, and that nothing else moves."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


def make_sample(path: str | Path, seed: int = SEED, progress: Progress | None = None) -> Logbook:
    """A new logbook with four made-up years of all activities, the same for a seed every time.

    It is marked as a sample in entry 2. Its clock stands still on 29 February 2024, a few weeks after
    the programme. `progress` is told, after each step, the steps done and all there are.

    Where it fails underway the logbook is closed, and what was recorded so far stays in its file.

    Raises: what `Logbook.create` and `Logbook.record` raise.

    >>> from datetime import date
    >>> from vaerebro_events.sample import make_sample
    >>> with make_sample(":memory:") as logbook:
    ...     evening = logbook.replay(on=date(2021, 12, 31), known=date(2021, 12, 31))
    ...     later = logbook.replay(on=date(2021, 12, 31), known=date(2022, 2, 28))
    ...     for replay in (evening, later):
    ...         replay.status("lommepengejob.completed").state.value
    'not_met'
    'met'
    """
    dice = Dice(seed)
    clock = Clock(FIRST)
    plan = read_plan(DEFAULT)
    steps = _steps(dice, seed, plan)
    logbook = Logbook.create(path, plan, actor=LEADER, sample_seed=seed, clock=clock, ids=dice.new_id)
    try:
        _play(logbook, clock, steps, progress)
    except BaseException:
        logbook.close()
        raise
    clock.now = LAST
    return logbook


def _steps(dice: Dice, seed: int, plan: Plan) -> list[Step]:
    """Everything that is recorded, in the order of time."""
    recordings = [*_recordings(dice, seed), *governance(seed, plan)]
    steps: list[Step] = [*registered(recordings), *acts(seed, plan)]
    return sorted(steps, key=attrgetter("at"))


def _recordings(dice: Dice, seed: int) -> Iterator[Recording]:
    people = People()
    yield from familieakademi(dice, people.families)
    courses, completions = lommepengejob(dice, people.youths)
    yield from courses
    yield from fritidsjob(dice, people.youths, completions)
    yield from measurements(dice, seed)
    yield from in_piles(recording for story in STORIES for recording in story(seed, people))


def _play(logbook: Logbook, clock: Clock, steps: list[Step], progress: Progress | None) -> None:
    places: _Places = {}
    for done, step in enumerate(steps, 1):
        clock.now = step.at
        entries = (step.play(logbook),) if isinstance(step, Act) else _recorded(logbook, step, places)
        places.update(_mendable(entries))
        if progress is not None:
            progress(done, len(steps))


def _mendable(entries: Iterable[Entry]) -> Iterator[tuple[tuple[Fact, date | None], int]]:
    """Where entries that may be mended are found again. Decisions are not: a plan has no hash."""
    for entry in entries:
        if not isinstance(entry.fact, Decision):
            yield (entry.fact, entry.occurred_on), entry.position


def _recorded(logbook: Logbook, recording: Recording, places: _Places) -> tuple[Entry, ...]:
    match recording.what:
        case (Mending(of, reason, None),):
            place = places[of.fact, of.on]
            return (logbook.retract(place, reason=reason, actor=recording.actor),)
        case (Mending(of, reason, Draft() as to),):
            place = places[of.fact, of.on]
            return (logbook.correct(place, to.fact, reason=reason, on=to.on, actor=recording.actor),)
        case what:
            drafts = (item if isinstance(item, Draft) else _amending(item, places) for item in what)
            return logbook.record(*drafts, actor=recording.actor)


def _amending(mending: Mending, places: _Places) -> Draft:
    place = places[mending.of.fact, mending.of.on]
    if mending.to is None:
        return Draft(Retracted(place, mending.reason))
    return Draft(Corrected(place, mending.reason, mending.to.fact), mending.to.on)
