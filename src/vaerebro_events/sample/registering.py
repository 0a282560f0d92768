"""Registers the participants of the sample: together with the first thing that is written about each."""

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import evolve

from vaerebro_events.domain.entry import Draft
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.participants import ParticipantRegistered
from vaerebro_events.sample.recordings import Recording

_Who = tuple[str, str]
# The fields of facts that name somebody, and as what.
_NAMED = {"family": "family", "youth": "youth", "resident": "resident", "volunteer": "resident"}


def registered(recordings: Sequence[Recording]) -> Iterator[Recording]:
    """The recordings in the order of time, each with those registered whom none before it names.

    Somebody is registered as of the first day on which anything is said of them, whenever it is told.
    """
    first_days = _first_days(recordings)
    known: set[_Who] = set()
    for recording in sorted(recordings, key=lambda recording: recording.at):
        here = (who for draft in _drafts(recording) for who in _named(draft.fact))
        new = [who for who in dict.fromkeys(here) if who not in known]
        known.update(new)
        registering = (Draft(ParticipantRegistered(*who), first_days[who]) for who in new)
        yield evolve(recording, what=(*registering, *recording.what))


def _first_days(recordings: Sequence[Recording]) -> dict[_Who, date]:
    days: dict[_Who, date] = {}
    for recording in recordings:
        for draft in _drafts(recording):
            assert draft.on is not None
            for who in _named(draft.fact):
                days[who] = min(days.get(who, draft.on), draft.on)
    return days


def _drafts(recording: Recording) -> Iterator[Draft]:
    """What is said, and what is put in the place of something said before."""
    for item in recording.what:
        if isinstance(item, Draft):
            yield item
        elif item.to is not None:
            yield item.to


def _named(fact: Fact) -> Iterator[_Who]:
    for field, kind in _NAMED.items():
        who = getattr(fact, field, None)
        if who is not None:
            yield (kind, who)
