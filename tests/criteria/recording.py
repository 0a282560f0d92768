"""Records a story as staff would have: each thing on its day, or later where the table says so.

What a thing needs (who is registered, what is planned) is recorded on the programme's first day, so
that a table says only what matters.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time

from attrs import frozen

from clocks import SettableClock
from criteria.saying import DAY, Drafts, drafts_of
from vaerebro_events import (
    Actor,
    Corrected,
    Draft,
    EventHeld,
    Logbook,
    MeetingHeld,
    ParticipantRegistered,
    Plan,
    Retracted,
    SeriesPlanned,
)

WORKER = Actor("network-worker", "u-7")
BEGINNING = date(2020, 1, 1)

_LATER = re.compile(rf"(.+), recorded ({DAY})")
_TAKEN_BACK = re.compile(rf"taken back on ({DAY}): (.+)")
_CORRECTED = re.compile(rf"corrected on ({DAY}): (.+) -> (.+)")


@frozen
class Recording:
    """What is recorded on one day: things that happened, or an amendment of what was said of them."""

    day: date
    drafts: Drafts = ()
    wrong: Drafts = ()
    right: Drafts = ()


def _days(drafts: Drafts) -> dict[date, list[Draft]]:
    """The drafts by the day on which somebody could record them."""
    days: dict[date, list[Draft]] = {}
    for draft in drafts:
        assert draft.on is not None
        days.setdefault(max((draft.on, *draft.fact.days_told())), []).append(draft)
    return days


def _recordings(sentence: str) -> Iterator[Recording]:
    if match := _TAKEN_BACK.fullmatch(sentence):
        yield Recording(date.fromisoformat(match[1]), wrong=drafts_of(match[2]))
    elif match := _CORRECTED.fullmatch(sentence):
        day, wrong, right = date.fromisoformat(match[1]), drafts_of(match[2]), drafts_of(match[3])
        yield Recording(day, wrong=wrong, right=right)
    elif match := _LATER.fullmatch(sentence):
        yield Recording(date.fromisoformat(match[2]), drafts_of(match[1]))
    else:
        yield from (Recording(day, drafts) for day, drafts in _days(drafts_of(sentence)).items())


def recordings(story: str) -> list[Recording]:
    """What a story has recorded, in the order of the days on which it was."""
    sentences = (sentence.strip() for sentence in story.split(";"))
    found = [recording for sentence in sentences if sentence for recording in _recordings(sentence)]
    return sorted(found, key=lambda recording: recording.day)


def _planned(draft: Draft) -> bool:
    return isinstance(draft.fact, SeriesPlanned)


def groundwork(told: Iterable[Recording]) -> dict[Draft, None]:
    """Who must be registered, and which seasons planned, before anything else."""
    needed: dict[Draft, None] = {}
    for draft in (draft for each in told for draft in (*each.drafts, *each.right)):
        if _planned(draft):
            needed[Draft(draft.fact, BEGINNING)] = None
        for thread in draft.fact.threads():
            if thread.lifecycle.kind == "participant":
                needed[Draft(ParticipantRegistered(*thread.of), BEGINNING)] = None
    return needed


def _amendments(logbook: Logbook, each: Recording) -> Iterator[Draft]:
    """The amendments that take what was wrong out of the log, or put right in its place."""
    assert not each.right or len(each.wrong) == len(each.right), "a correction has as many things as before"
    # The plan, entry 1, cannot be looked up by what it says.
    log = {(entry.fact, entry.occurred_on): entry.position for entry in logbook.entries(after=1)}
    for at, wrong in enumerate(each.wrong):
        if _planned(wrong):
            continue
        assert wrong.on is not None
        position = log[wrong.fact, wrong.on]
        if each.right:
            right = each.right[at]
            yield Draft(Corrected(position, "slip", right.fact), right.on)
        else:
            yield Draft(Retracted(position, "slip"))


def record(story: str, plan: Plan) -> tuple[Logbook, SettableClock]:
    """A logbook in memory that holds the story, and its clock."""
    clock = SettableClock(_at(BEGINNING, 8))
    logbook = Logbook.create(":memory:", plan, actor=WORKER, clock=clock)
    told = recordings(story)
    if needed := groundwork(told):
        logbook.record(*needed)
    held: set[Draft] = set()
    for each in told:
        clock.set(_at(max(each.day, BEGINNING), 12))
        new = [draft for draft in each.drafts if draft not in held and not _planned(draft)]
        held.update(draft for draft in new if isinstance(draft.fact, MeetingHeld | EventHeld))
        if drafts := [*new, *_amendments(logbook, each)]:
            logbook.record(*drafts)
    return logbook, clock


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=UTC)
