"""From drafts to a batch of entries: own ids first, then the clock and the days, then places in the log."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from attrs import frozen

from vaerebro_events.domain.amendments import Amendment, Retracted, told_of
from vaerebro_events.domain.calendar import day_of
from vaerebro_events.domain.entry import Actor, Draft, Entry
from vaerebro_events.domain.folding import History
from vaerebro_events.errors import ClockBehind, DayAfterToday, DayMissing, IdTaken, PositionAhead

# A clock that stands a little behind the last entry is held at it; so much is usual between machines.
CLOCK_SLACK = timedelta(minutes=5)


@frozen
class Recording:
    """Who records, what the clock says, and whether it may stand far behind the log."""

    actor: Actor
    now: datetime
    allow_clock_behind: bool = False


class Recorded(tuple[Entry, ...]):  # noqa: SLOT001 a subclass of tuple cannot have slots that hold anything
    """For each draft the entry that it is in the log; `added` are those that the log did not have before."""

    added: tuple[Entry, ...] = ()


@frozen
class Batch:
    """The entries to add, and for each draft the entry that it is in the log."""

    added: Sequence[Entry]
    result: Sequence[Entry]

    @property
    def recorded(self) -> Recorded:
        """What recording the batch gives back."""
        recorded = Recorded(self.result)
        recorded.added = tuple(self.added)
        return recorded


@frozen
class _Place:
    """What all entries of a batch share: who recorded it and when, and where it ends in the log."""

    actor: Actor
    recorded_at: datetime
    clock: datetime | None
    end: int


def make_batch(
    history: History, drafts: Sequence[Draft], recording: Recording, new_id: Callable[[], UUID]
) -> Batch:
    """The batch that drafts make on top of a history; what is in the log already is not added again.

    Raises: `IdTaken`, `ClockBehind`, `DayMissing`, `DayAfterToday`, `PositionAhead`. Whether the history
    still folds is asked elsewhere.
    """
    ids = [draft.id or new_id() for draft in drafts]
    new = {id_ for id_ in ids if history.recorded_as(id_) is None}
    place = _place(history, recording, len(new)) if new else None
    added: dict[UUID, Entry] = {}
    days: dict[int, date] = {}
    result: list[Entry] = []
    for id_, draft in zip(ids, drafts, strict=True):
        known = history.recorded_as(id_) or added.get(id_)
        if known is not None and not _same(draft, known):
            raise IdTaken(id_, known.position)
        if known is None:
            assert place is not None
            on = _day(history, days, draft)
            known = added[id_] = _entry(draft, id_, on, history.last + len(added) + 1, place)
            if not isinstance(draft.fact, Retracted):
                days[told_of(known)] = on
        result.append(known)
    return Batch(tuple(added.values()), tuple(result))


def _place(history: History, recording: Recording, new: int) -> _Place:
    """`recorded_at` does not go back: it is held at the last entry's where the clock stands behind."""
    now, last, end = recording.now, history.last_recorded_at, history.last + new
    if last is None or now >= last:
        return _Place(recording.actor, now, None, end)
    if last - now <= CLOCK_SLACK:
        return _Place(recording.actor, last, None, end)
    if not recording.allow_clock_behind:
        raise ClockBehind(now, last)
    return _Place(recording.actor, last, now, end)


def _same(draft: Draft, known: Entry) -> bool:
    same_day = draft.on is None or draft.on == known.occurred_on
    return same_day and draft.fact == known.fact and draft.evidence == known.evidence


def _entry(draft: Draft, id_: UUID, occurred_on: date, position: int, place: _Place) -> Entry:
    told, today = max((occurred_on, *draft.fact.days_told())), day_of(place.recorded_at)
    if told > today:
        raise DayAfterToday(told, today)
    seen = draft.fact.positions_told()
    if seen and max(seen) >= position:
        raise PositionAhead(max(seen), position - 1)
    return Entry(
        position,
        place.end,
        id_,
        place.recorded_at,
        occurred_on,
        place.actor,
        draft.fact,
        draft.evidence,
        place.clock,
    )


def _day(history: History, days: Mapping[int, date], draft: Draft) -> date:
    """The day a draft is about; an amendment without one keeps the day of what it amends.

    `days` are those told earlier in the same batch.
    """
    if draft.on is not None:
        return draft.on
    if isinstance(draft.fact, Amendment):
        amends = draft.fact.amends
        return days[amends] if amends in days else history.day_of(amends)
    raise DayMissing(draft.fact.tag, draft.fact.named())
