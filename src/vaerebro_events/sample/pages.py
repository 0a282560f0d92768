"""The page that staff write about one meeting or event of the sample: in time or late."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from attrs import field, frozen

from vaerebro_events.domain.attendance import FamilyAttended
from vaerebro_events.domain.entry import Actor, Draft
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.meetings import AttendanceFact, EventHeld, HeadsCounted, MeetingHeld
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.recordings import FAMILY_WORKER, at_work, in_the_evening

ONE_DAY = timedelta(days=1)
SAME_EVENING = 60  # times in a hundred

# Who came, as a fact: of an activity, a series, a meeting's number, and a reference.
Attended = Callable[[str, str, int, str], AttendanceFact]


@frozen
class Page:
    """What is written about one meeting or event, when and by whom."""

    held: MeetingHeld | EventHeld
    day: date
    at: datetime
    came: tuple[str, ...] = field(default=(), converter=tuple[str, ...])
    heads: HeadsCounted | None = None
    attended: Attended = FamilyAttended
    by: Actor = FAMILY_WORKER
    more: tuple[Fact, ...] = field(default=(), converter=tuple[Fact, ...])

    @property
    def place(self) -> tuple[str, int]:
        """Which meeting it is."""
        return (self.held.series, self.held.meeting)

    def draft(self, who: str) -> Draft:
        """Somebody's attendance, as a line on the page."""
        held = self.held
        return Draft(self.attended(held.activity, held.series, held.meeting, who), self.day)

    def drafts(self) -> Iterator[Draft]:
        """The lines of the page, in the order of the meeting."""
        yield Draft(self.held, self.day)
        yield from (self.draft(who) for who in self.came)
        yield from (Draft(fact, self.day) for fact in self.more)
        if self.heads is not None:
            yield Draft(self.heads, self.day)


def written_at(dice: Dice, day: date, told: date | None = None) -> datetime:
    """When a page is written: on the evening itself, at the desk the day after, or on another day."""
    if told is not None:
        return at_work(dice, told)
    if dice.chance(SAME_EVENING):
        return in_the_evening(dice, day)
    return at_work(dice, day + ONE_DAY)
