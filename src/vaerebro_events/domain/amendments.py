"""How an entry is put right: nothing is changed or removed, a newer entry says what holds."""

from datetime import date
from enum import StrEnum

from attrs import field, frozen

from vaerebro_events.domain.entry import A_FACT, AmendedEntry, Entry
from vaerebro_events.domain.fact import Fact, Rank
from vaerebro_events.domain.values import a_position, choice
from vaerebro_events.errors import InvalidValue
from vaerebro_events.text import Text


class Reason(StrEnum):
    """Why an entry is amended: a code and, as evidence, a document; never prose."""

    SLIP = "slip"
    LATE_INFORMATION = "late-information"
    DUPLICATE = "duplicate"
    WRONG_PERSON = "wrong-person"
    WRONG_DAY = "wrong-day"
    WRONG_FIGURE = "wrong-figure"
    DID_NOT_HAPPEN = "did-not-happen"
    WRONGLY_AMENDED = "wrongly-amended"


def _reason(value: str) -> Reason:
    return choice(Reason, "reason", value)


@frozen
class Amendment(Fact):
    """An amendment of the entry at a position. The newest known amendment of an entry holds."""

    rank = Rank.PLAN
    amendable = False

    amends: int = field(validator=a_position)
    reason: Reason = field(converter=_reason)


def _no_amendment(_: object, __: object, fact: Fact) -> None:
    if not isinstance(fact, Fact):  # pyright: ignore[reportUnnecessaryIsInstance] callers may be untyped
        raise InvalidValue("fact", fact, A_FACT)
    if isinstance(fact, Amendment) or not fact.amendable:
        why = Text(da="en post kan ikke rettes til det", en="an entry cannot be corrected into it")
        raise InvalidValue("fact", fact.tag, why)


@frozen
class Corrected(Amendment):
    """The entry says this instead, about the day of this amendment's envelope."""

    tag = "corrected"
    says = Text(da="blev rettet", en="were corrected")
    title = Text(da="Rettelse", en="Correction")

    fact: Fact = field(validator=_no_amendment)

    def days_told(self) -> tuple[date, ...]:
        return self.fact.days_told()

    def positions_told(self) -> tuple[int, ...]:
        return self.fact.positions_told()


@frozen
class Retracted(Amendment):
    """The entry no longer holds; a later correction can bring it back."""

    tag = "retracted"
    says = Text(da="blev annulleret", en="were retracted")
    title = Text(da="Annullering", en="Retraction")


FACTS: tuple[type[Fact], ...] = (Corrected, Retracted)


def told_of(entry: Entry) -> int:
    """The position of the entry that an entry tells of: its own, or that of the entry it amends."""
    return entry.fact.amends if isinstance(entry.fact, Amendment) else entry.position


def as_amended(original: Entry, amendment: Entry) -> Entry | None:
    """The entry as an amendment has it, or nothing where it is retracted."""
    if not isinstance(amendment.fact, Corrected):
        return None
    return AmendedEntry(
        position=original.position,
        batch_end=original.batch_end,
        id=original.id,
        recorded_at=original.recorded_at,
        occurred_on=amendment.occurred_on,
        actor=original.actor,
        fact=amendment.fact.fact,
        evidence=original.evidence,
        clock=original.clock,
        amendment=amendment.position,
    )
