"""The envelope: who recorded which fact, when, about which day, at which position."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from uuid import UUID

from attrs import field, frozen
from attrs.validators import optional

from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.references import RoleKey, UserRef, role_key, user_ref
from vaerebro_events.domain.values import a_position, document_id, plain_day, sha256_hex
from vaerebro_events.errors import InvalidValue
from vaerebro_events.text import Text

A_FACT = Text(
    da="det skal være en hændelse, såsom FamilyAttended(...)",
    en="it must be a fact, such as FamilyAttended(...)",
)


@frozen
class Actor:
    """Who records: a role, and an opaque user reference, both asserted by the application.

    >>> from vaerebro_events import Actor
    >>> Actor(role="family-worker", user="u-3")
    Actor(role='family-worker', user='u-3')
    """

    role: RoleKey = field(converter=role_key)
    user: UserRef = field(converter=user_ref)


@frozen
class Evidence:
    """A document kept elsewhere that shows the fact: its identifier there, and its SHA-256."""

    document: str = field(converter=document_id)
    sha256: str = field(converter=sha256_hex)


def _fact(_: object, __: object, value: Fact) -> None:
    if not isinstance(value, Fact):  # pyright: ignore[reportUnnecessaryIsInstance] callers may be untyped
        raise InvalidValue("fact", value, A_FACT)


def _uuid(_: object, __: object, value: UUID) -> None:
    if not isinstance(value, UUID):  # pyright: ignore[reportUnnecessaryIsInstance] callers may be untyped
        raise InvalidValue("id", value, Text(da="det skal være et UUID", en="it must be a UUID"))


def _evidence(value: Evidence | Iterable[Evidence]) -> tuple[Evidence, ...]:
    shown = (value,) if isinstance(value, Evidence) else tuple(value)
    for item in shown:
        if not isinstance(item, Evidence):  # pyright: ignore[reportUnnecessaryIsInstance] callers may be untyped
            why = Text(
                da="det skal være Evidence(document, sha256)", en="it must be Evidence(document, sha256)"
            )
            raise InvalidValue("evidence", item, why)
    return shown


@frozen
class Draft:
    """A fact on its way into the log: the day it is about, and, if wanted, its own id and evidence.

    The day may be left out where the call that records gives one for all, and for an amendment that
    leaves the day as it is.

    >>> from datetime import date
    >>> from vaerebro_events import Draft, ParticipantRegistered
    >>> Draft(ParticipantRegistered("family", "f-017"), on=date(2021, 3, 4)).on.isoformat()
    '2021-03-04'
    """

    fact: Fact = field(validator=_fact)
    on: date | None = field(default=None, validator=optional(plain_day))
    id: UUID | None = field(default=None, validator=optional(_uuid))
    evidence: tuple[Evidence, ...] = field(default=(), converter=_evidence)


def _actor(_: object, __: object, value: Actor) -> None:
    if not isinstance(value, Actor):  # pyright: ignore[reportUnnecessaryIsInstance] callers may be untyped
        why = Text(da="det skal være Actor(role, user)", en="it must be Actor(role, user)")
        raise InvalidValue("actor", value, why)


def _utc(_: object, __: object, value: datetime) -> None:
    if not isinstance(value, datetime) or value.tzinfo is not UTC:  # pyright: ignore[reportUnnecessaryIsInstance] callers may be untyped
        why = Text(da="det skal være et tidspunkt i UTC", en="it must be an aware time in UTC")
        raise InvalidValue("recorded_at", value, why)


Order = tuple[date, int, int]


@frozen
class Entry:
    """A fact as the log holds it.

    `occurred_on` is the day the fact is about, `recorded_at` when the log took it (UTC), `position`
    its place in the log, and `batch_end` the position of the last entry recorded together with it.
    Where somebody allowed a clock that stood behind the log, `clock` is what it said.
    """

    position: int = field(validator=a_position)
    batch_end: int = field(validator=a_position)
    id: UUID = field(validator=_uuid)
    recorded_at: datetime = field(validator=_utc)
    occurred_on: date = field(validator=plain_day)
    actor: Actor = field(validator=_actor)
    fact: Fact = field(validator=_fact)
    evidence: tuple[Evidence, ...] = ()
    clock: datetime | None = field(default=None, validator=optional(_utc))

    @property
    def order(self) -> Order:
        """Where the entry stands in a history: by day, then rank within the day, then position."""
        return (self.occurred_on, self.fact.rank, self.position)

    @property
    def amended_by(self) -> int | None:
        """The position of the amendment that holds, where the entry is not as first recorded."""
        return None


@frozen
class AmendedEntry(Entry):
    """An entry as its newest amendment has it: its own position, another fact or day."""

    amendment: int = field(kw_only=True)

    @property
    def amended_by(self) -> int | None:
        return self.amendment
