"""Makes the sample logbook: plays what its staff record, in the order of time, through the front door."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

from attrs import define

from vaerebro_events.domain.amendments import Corrected, Retracted
from vaerebro_events.domain.entry import Draft, Entry
from vaerebro_events.domain.fact import Fact
from vaerebro_events.logbook import Logbook
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.familieakademi import familieakademi
from vaerebro_events.sample.fritidsjob import fritidsjob
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
    plan = list(registered(list(_recordings(dice, seed))))
    logbook = Logbook.create(path, actor=LEADER, sample_seed=seed, clock=clock, ids=dice.new_id)
    try:
        _play(logbook, clock, plan, progress)
    except BaseException:
        logbook.close()
        raise
    clock.now = LAST
    return logbook


def _recordings(dice: Dice, seed: int) -> Iterator[Recording]:
    people = People()
    yield from familieakademi(dice, people.families)
    courses, completions = lommepengejob(dice, people.youths)
    yield from courses
    yield from fritidsjob(dice, people.youths, completions)
    yield from measurements(dice, seed)
    yield from in_piles(recording for story in STORIES for recording in story(seed, people))


def _play(logbook: Logbook, clock: Clock, plan: list[Recording], progress: Progress | None) -> None:
    places: _Places = {}
    for done, recording in enumerate(plan, 1):
        clock.now = recording.at
        entries = _recorded(logbook, recording, places)
        places.update({(entry.fact, entry.occurred_on): entry.position for entry in entries})
        if progress is not None:
            progress(done, len(plan))


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
