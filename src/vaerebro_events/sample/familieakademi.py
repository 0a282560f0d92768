"""FamilieAkademi as the staff of the sample record it: seasons, evenings, cancelled meetings."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from vaerebro_events.domain.entry import Actor, Draft
from vaerebro_events.domain.meetings import FamilyAttended, MeetingCancelled
from vaerebro_events.domain.participants import ParticipantRegistered
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.evenings import Page, page_of
from vaerebro_events.sample.families import who_came
from vaerebro_events.sample.recordings import FAMILY_WORKER, SUBSTITUTE, Recording, at_work
from vaerebro_events.sample.seasons import ACTIVITY, SEASONS, Season
from vaerebro_events.sample.slips import Written, written

# A cancelled meeting is written down on its day, but some of them together, and one after New Year.
_CANCELLED_TOLD: Mapping[date, date] = {
    date(2020, 3, 19): date(2020, 4, 2),
    date(2020, 3, 26): date(2020, 4, 2),
    date(2020, 4, 16): date(2020, 5, 14),
    date(2020, 4, 23): date(2020, 5, 14),
    date(2020, 4, 30): date(2020, 5, 14),
    date(2020, 5, 7): date(2020, 5, 14),
    date(2021, 12, 16): date(2022, 1, 3),
}
_SUBSTITUTE_FROM, _SUBSTITUTE_UNTIL = date(2022, 3, 1), date(2022, 6, 1)


def familieakademi(dice: Dice) -> Iterator[Recording]:
    """Everything recorded about FamilieAkademi, in any order."""
    for season in SEASONS:
        yield _planned(dice, season)
        yield from _cancelled(dice, season)
    evenings = [evening for season in SEASONS for evening in season.evenings()]
    came, mix_up = who_came(dice, evenings)
    pages = [page_of(dice, evening, came) for evening in evenings]
    first_days = _first_days(pages)
    known: set[str] = set()
    for page in sorted(written(dice, pages, mix_up), key=lambda page: page.page.at):
        yield Recording(page.page.at, _writer(page.page), (*_new(page, known, first_days), *page.drafts))
        yield from page.mended


def _planned(dice: Dice, season: Season) -> Recording:
    plan = season.plan()
    assert plan.on is not None
    return Recording(at_work(dice, plan.on), FAMILY_WORKER, (plan,))


def _cancelled(dice: Dice, season: Season) -> Iterator[Recording]:
    told: dict[date, list[Draft]] = {}
    for number, day in season.days():
        if number in season.cancelled:
            draft = Draft(MeetingCancelled(ACTIVITY, season.key, number), day)
            told.setdefault(_CANCELLED_TOLD.get(day, day), []).append(draft)
    for day, drafts in told.items():
        yield Recording(at_work(dice, day), FAMILY_WORKER, drafts)


def _first_days(pages: Iterable[Page]) -> dict[str, date]:
    """The day on which each family came first, which is the day it is registered for."""
    days: dict[str, date] = {}
    for page in sorted(pages, key=lambda page: page.evening.day):
        for family in page.families:
            days.setdefault(family, page.evening.day)
    return days


def _new(page: Written, known: set[str], first_days: Mapping[str, date]) -> list[Draft]:
    """Walk-ins: the families that no page has named before are registered together with the evening."""
    named = [draft.fact.family for draft in page.drafts if isinstance(draft.fact, FamilyAttended)]
    new = [family for family in named if family not in known]
    known.update(new)
    return [Draft(ParticipantRegistered("family", family), first_days[family]) for family in new]


def _writer(page: Page) -> Actor:
    return SUBSTITUTE if _SUBSTITUTE_FROM <= page.at.date() < _SUBSTITUTE_UNTIL else FAMILY_WORKER
