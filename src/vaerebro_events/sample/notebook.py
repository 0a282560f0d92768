"""What the staff of one activity of the sample write: pages of meetings and events, and notes between."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import define, field

from vaerebro_events.domain.attendance import AliasAttended, ResidentAttended
from vaerebro_events.domain.entry import Actor, Draft
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.meetings import EventHeld, HeadsCounted, MeetingHeld
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.pages import Attended, Page, written_at
from vaerebro_events.sample.recordings import Recording, at_work, friday_of
from vaerebro_events.sample.slips import Slips, noted, written

Heads = tuple[int, int]
_ALIASES = 40


@define
class Notebook:
    """The notes of an activity, in any order, by whoever keeps it.

    `late` has the meetings that were written down late, and the day that was done.
    """

    dice: Dice
    activity: str
    by: Actor
    attended: Attended = ResidentAttended
    late: Mapping[tuple[str, int], date] = field(factory=dict[tuple[str, int], date])
    _pages: list[Page] = field(factory=list[Page])
    _notes: list[Recording] = field(factory=list[Recording])

    def meeting(
        self, series: str, number: int, day: date, came: Iterable[str], heads: Heads | None = None
    ) -> None:
        """A meeting of a planned season or course."""
        self._page(MeetingHeld(self.activity, series, number), day, came, heads)

    def event(
        self,
        series: str,
        number: int,
        day: date,
        *,
        how: tuple[str, str],
        came: Iterable[str] = (),
        heads: Heads | None = None,
        aliases: int = 0,
    ) -> None:
        """An event: where and led by whom; who came by reference, and how many by an alias alone."""
        held = EventHeld(self.activity, series, number, *how)
        drawn = self.dice.some(range(1, _ALIASES + 1), aliases)
        more = [AliasAttended(self.activity, series, number, f"gaest-{alias}") for alias in drawn]
        self._page(held, day, came, heads, more)

    def network_event(
        self,
        network: str,
        number: int,
        day: date,
        place: str,
        *,
        came: Iterable[str] = (),
        heads: Heads | None = None,
    ) -> None:
        """An event that a network held; its line of events has the network's name, and the year's."""
        held = EventHeld(self.activity, f"{network}-{day.year}", number, place, "network", network)
        self._page(held, day, came, heads)

    def _page(
        self,
        held: MeetingHeld | EventHeld,
        day: date,
        came: Iterable[str],
        heads: Heads | None,
        more: Iterable[Fact] = (),
    ) -> None:
        at = written_at(self.dice, day, self.late.get((held.series, held.meeting)))
        counted = None if heads is None else HeadsCounted(self.activity, held.series, held.meeting, *heads)
        self._pages.append(Page(held, day, at, came, counted, attended=self.attended, by=self.by, more=more))

    def note(self, day: date, *facts: Fact, told: date | None = None) -> None:
        """Notes about a day, made together on that week's Friday, or on a certain day."""
        on = told or friday_of(day)
        self._notes.append(Recording(at_work(self.dice, on), self.by, [Draft(fact, day) for fact in facts]))

    def remark(self, day: date, fact: Fact) -> None:
        """A note that may be made twice, or on the wrong day, and is mended then."""
        self._notes.extend(noted(self.dice, Draft(fact, day), self.by))

    def write(self, *recordings: Recording) -> None:
        """Anything else."""
        self._notes.extend(recordings)

    def recordings(self, slips: Slips | None = None) -> Iterator[Recording]:
        """All that was written, slips and all."""
        yield from self._notes
        pages = sorted(self._pages, key=lambda page: page.day)
        for page in written(self.dice, pages, slips or {}, self.by):
            yield from page.recordings()
