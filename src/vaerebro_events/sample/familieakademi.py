"""FamilieAkademi as the staff of the sample record it: seasons, evenings, cancelled meetings."""

from collections.abc import Iterator, Mapping
from datetime import date

from vaerebro_events.domain.entry import Draft
from vaerebro_events.domain.meetings import MeetingCancelled
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.evenings import page_of, slips
from vaerebro_events.sample.families import who_came
from vaerebro_events.sample.people import References
from vaerebro_events.sample.recordings import FAMILY_WORKER, Recording, at_work
from vaerebro_events.sample.seasons import ACTIVITY, SEASONS, Season
from vaerebro_events.sample.slips import written

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


def familieakademi(dice: Dice, families: References) -> Iterator[Recording]:
    """Everything recorded about FamilieAkademi, in any order."""
    for season in SEASONS:
        yield _planned(dice, season)
        yield from _cancelled(dice, season)
    evenings = [evening for season in SEASONS for evening in season.evenings()]
    came, mix_up = who_came(dice, evenings, families)
    pages = [page_of(dice, evening, came) for evening in evenings]
    for page in written(dice, pages, slips(mix_up), FAMILY_WORKER):
        yield from page.recordings()


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
