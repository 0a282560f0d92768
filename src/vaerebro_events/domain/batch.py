"""From drafts to a batch of entries: own ids first, then days and the clock, then places in the log."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from attrs import evolve, frozen

from vaerebro_events.domain.amendments import Amendment
from vaerebro_events.domain.calendar import day_of
from vaerebro_events.domain.entry import Actor, Draft, Entry
from vaerebro_events.domain.folding import History
from vaerebro_events.errors import ClockBehind, DayAfterToday, DayMissing, IdTaken

# A clock that stands a little behind the last entry is held at it; so much is usual between machines.
CLOCK_SLACK = timedelta(minutes=5)


@frozen
class Stamp:
    """Who records, and when: the time the log takes, and what the clock said where that is another."""

    actor: Actor
    recorded_at: datetime
    clock: datetime | None = None


@frozen
class Batch:
    """The entries to add, and for each draft the entry that it is in the log."""

    added: Sequence[Entry]
    result: Sequence[Entry]


def stamped(history: History, actor: Actor, now: datetime, *, allow_clock_behind: bool) -> Stamp:
    """The stamp of a batch: `recorded_at` does not go back.

    Raises: `ClockBehind`, when the clock stands far behind the last entry and that is not allowed.
    """
    last = history.last_recorded_at
    if last is None or now >= last:
        return Stamp(actor, now)
    if last - now <= CLOCK_SLACK:
        return Stamp(actor, last)
    if not allow_clock_behind:
        raise ClockBehind(now, last)
    return Stamp(actor, last, now)


def make_batch(history: History, drafts: Iterable[Draft], stamp: Stamp, new_id: Callable[[], UUID]) -> Batch:
    """The batch that drafts make on top of a history; what is in the log already is not added again.

    Raises: `IdTaken`, `DayMissing`, `DayAfterToday`. Whether the history folds is asked elsewhere.
    """
    added: dict[UUID, Entry] = {}
    result: list[Entry] = []
    for draft in drafts:
        known = None if draft.id is None else history.recorded_as(draft.id) or added.get(draft.id)
        if known is None:
            position = history.last + len(added) + 1
            known = _entry(history, draft, position, stamp, draft.id or new_id())
            added[known.id] = known
        elif not _same(draft, known):
            raise IdTaken(known.id, known.position)
        result.append(known)
    last = history.last + len(added)
    ended = {at: evolve(entry, batch_end=last) for at, entry in added.items()}
    return Batch(tuple(ended.values()), tuple(ended.get(entry.id, entry) for entry in result))


def _same(draft: Draft, known: Entry) -> bool:
    same_day = draft.on is None or draft.on == known.occurred_on
    return same_day and draft.fact == known.fact and draft.evidence == known.evidence


def _entry(history: History, draft: Draft, position: int, stamp: Stamp, id_: UUID) -> Entry:
    occurred_on = _day(history, draft)
    today = day_of(stamp.recorded_at)
    told = max((occurred_on, *draft.fact.days_told()))
    if told > today:
        raise DayAfterToday(told, today)
    return Entry(
        position,
        position,
        id_,
        stamp.recorded_at,
        occurred_on,
        stamp.actor,
        draft.fact,
        draft.evidence,
        stamp.clock,
    )


def _day(history: History, draft: Draft) -> date:
    """The day a draft is about; an amendment without one keeps the day of what it amends."""
    if draft.on is not None:
        return draft.on
    if isinstance(draft.fact, Amendment):
        return history.day_of(draft.fact.amends)
    raise DayMissing(draft.fact.tag)
