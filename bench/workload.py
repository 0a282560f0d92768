"""What is measured: one history of any size, as a logbook and as plain `eventsourcing` keeps it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event

from vaerebro_events import (
    Actor,
    Draft,
    FamilyAttended,
    Logbook,
    MeetingHeld,
    ParticipantRegistered,
    SeriesPlanned,
)

ACTOR = Actor("family-worker", "u-1")
FIRST_DAY = date(2020, 1, 2)
FAMILIES = 60
MEETINGS = 16
DAYS_BETWEEN = 1  # so that a hundred seasons follow one another within the programme


def evenings() -> Iterator[list[Draft]]:
    """Batches without end: the families, then season after season of evenings with all of them."""
    families = [f"f-{number:03}" for number in range(FAMILIES)]
    yield [Draft(ParticipantRegistered("family", who), FIRST_DAY) for who in families]
    season = 0
    while True:
        season += 1
        begins = FIRST_DAY + timedelta(days=(season - 1) * MEETINGS * DAYS_BETWEEN)
        ends = begins + timedelta(days=MEETINGS * DAYS_BETWEEN)
        name = f"s-{season}"
        yield [Draft(SeriesPlanned("familieakademi", name, MEETINGS, begins, ends), begins)]
        for meeting in range(1, MEETINGS + 1):
            day = begins + timedelta(days=DAYS_BETWEEN * (meeting - 1))
            held = Draft(MeetingHeld("familieakademi", name, meeting), day)
            came = (FamilyAttended("familieakademi", name, meeting, who) for who in families)
            yield [held, *(Draft(fact, day) for fact in came)]


def fill(logbook: Logbook, entries: int) -> None:
    """Records evenings until the logbook has so many entries."""
    for batch in evenings():
        missing = entries - logbook.position
        if missing <= 0:
            return
        logbook.record(*batch[:missing])


def new_logbook(path: Path) -> Logbook:
    """A logbook in a new file."""
    return Logbook.create(path, actor=ACTOR)


class Attendances(Aggregate):
    """The same fields as an attendance and its envelope, as an aggregate of `eventsourcing`."""

    @event("Attended")
    def attend(  # noqa: PLR0917 the fields of the event
        self,
        activity: str,
        series: str,
        meeting: int,
        family: str,
        occurred_on: str,
        recorded_at: datetime,
        role: str,
        user: str,
        entry_id: UUID,
    ) -> None:
        """A family came."""


def attend(aggregate: Attendances, number: int) -> None:
    """One more event of the size of an attendance."""
    aggregate.attend(
        "familieakademi",
        f"s-{number % 90}",
        number % MEETINGS + 1,
        f"f-{number % FAMILIES:03}",
        FIRST_DAY.isoformat(),
        datetime.now(UTC),
        "family-worker",
        "u-1",
        uuid4(),
    )


class Stock(Application[UUID]):
    """Plain `eventsourcing`, with its own mapper and transcoder."""


def new_stock(path: Path) -> Stock:
    """Plain `eventsourcing` on SQLite, in a new file."""
    return Stock({"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": str(path)})


def fill_stock(stock: Stock, events: int) -> Attendances:
    """Saves events, sixty at a time, until there are so many."""
    aggregate = Attendances()
    for number in range(1, events):
        attend(aggregate, number)
        if number % FAMILIES == 0:
            stock.save(aggregate)
    stock.save(aggregate)
    return aggregate
