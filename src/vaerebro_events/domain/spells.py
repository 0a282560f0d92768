"""What begins, goes on and ends: a volunteer's time, a network, a cooperation, an organisation of a block.

A new thing of that kind: facts that say with `turn` what they are in it, and name it by `spell(...)`.
"""

from enum import Enum
from typing import ClassVar

from attrs import evolve, frozen

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import ActivityFact, Fact, Lifecycle, Thread
from vaerebro_events.errors import AlreadyThere, EndedAlready, NotThere


class Turn(Enum):
    """What a fact is in the time that something lasts."""

    BEGINS = 1
    GOES_ON = 2
    ENDS = 3


@frozen
class SpellFact(ActivityFact):
    """A fact that begins something, belongs to it, or ends it."""

    turn: ClassVar[Turn]


@frozen
class Spell:
    """The state of one thing: the positions at which it began, and ended, the last time it did."""

    kind: str
    activity: str
    name: str
    began: int | None = None
    ended: int | None = None


def _turn(fact: Fact) -> Turn:
    turn: Turn = getattr(fact, "turn", Turn.GOES_ON)
    return turn


def _step(spell: Spell, entry: Entry) -> Spell:
    turn = _turn(entry.fact)
    if turn is Turn.BEGINS:
        if spell.began and not spell.ended:
            raise AlreadyThere(spell.kind, spell.name, spell.began)
        return evolve(spell, began=entry.position, ended=None)
    if not spell.began:
        raise NotThere(spell.kind, spell.name, entry.occurred_on)
    if spell.ended:
        raise EndedAlready(spell.kind, spell.name, spell.ended)
    return evolve(spell, ended=entry.position) if turn is Turn.ENDS else spell


SPELL = Lifecycle("spell", Spell, _step)


def spell(kind: str, activity: str, name: str) -> Thread:
    """The lifecycle of one thing of a kind, within an activity."""
    return Thread(SPELL, (kind, activity, name))
