"""The evenings of FamilieAkademi as the staff of the sample write them down: a page each, in time or late."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from attrs import frozen

from vaerebro_events.domain.entry import Draft
from vaerebro_events.domain.meetings import FamilyAttended, HeadsCounted, MeetingHeld
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.families import Attendance
from vaerebro_events.sample.recordings import at_work, in_the_evening
from vaerebro_events.sample.seasons import ACTIVITY, TOLD_AFTER_NEW_YEAR, Evening

ONE_DAY = timedelta(days=1)
SAME_EVENING = 60  # times in a hundred

# Evenings written down late, and the day that was done.
_LATE: Mapping[tuple[str, int], date] = {
    ("2020-forår", 6): date(2020, 3, 23),
    ("2020-efterår", 13): date(2021, 1, 8),
    ("2021-forår", 5): date(2021, 5, 6),
    (TOLD_AFTER_NEW_YEAR[0].season, TOLD_AFTER_NEW_YEAR[0].number): date(2022, 1, 6),
    (TOLD_AFTER_NEW_YEAR[1].season, TOLD_AFTER_NEW_YEAR[1].number): date(2022, 1, 11),
    ("2022-forår", 13): date(2022, 8, 15),
    ("2022-efterår", 4): date(2022, 10, 11),
    ("2023-forår", 11): date(2023, 8, 21),
    ("2023-efterår", 14): date(2024, 1, 9),
}


@frozen
class Page:
    """What is written about one evening, and when."""

    evening: Evening
    at: datetime
    families: tuple[str, ...]
    heads: HeadsCounted

    def draft(self, family: str) -> Draft:
        """A family's attendance, as a line on the page."""
        here = self.evening
        return Draft(FamilyAttended(ACTIVITY, here.season, here.number, family), here.day)

    def drafts(self) -> Iterator[Draft]:
        """The lines of the page, in the order of the evening."""
        here = self.evening
        yield Draft(MeetingHeld(ACTIVITY, here.season, here.number), here.day)
        yield from (self.draft(family) for family in self.families)
        yield Draft(self.heads, here.day)


def page_of(dice: Dice, evening: Evening, came: Attendance) -> Page:
    """The page of an evening, as it should be."""
    families = tuple(came[evening])
    heads = sum(dice.whole(2, 4) for _ in families)
    vulnerable = dice.whole(0, heads // 4)
    counted = HeadsCounted(ACTIVITY, evening.season, evening.number, heads, vulnerable)
    return Page(evening, _written_at(dice, evening), families, counted)


def _written_at(dice: Dice, evening: Evening) -> datetime:
    late = _LATE.get((evening.season, evening.number))
    if late is not None:
        return at_work(dice, late)
    if dice.chance(SAME_EVENING):
        return in_the_evening(dice, evening.day)
    return at_work(dice, evening.day + ONE_DAY)
