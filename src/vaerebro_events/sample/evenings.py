"""The evenings of FamilieAkademi as the staff of the sample write them down: a page each, in time or late."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from vaerebro_events.domain.meetings import HeadsCounted, MeetingHeld
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.families import Attendance, MixUp
from vaerebro_events.sample.pages import Page, written_at
from vaerebro_events.sample.recordings import FAMILY_WORKER, SUBSTITUTE
from vaerebro_events.sample.seasons import ACTIVITY, MIXED_UP, TOLD_AFTER_NEW_YEAR, Evening
from vaerebro_events.sample.slips import (
    Slips,
    did_not_come,
    mixed_up,
    wrong_day,
    wrong_figure,
    wrong_person,
    wrongly_mended,
)

MIX_UP_MENDED = date(2022, 1, 12)
_SUBSTITUTE_FROM, _SUBSTITUTE_UNTIL = date(2022, 3, 1), date(2022, 6, 1)

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

# Which evening's page slips, how, and after how many days it was mended.
_SLIPS: Final[Slips] = {
    ("2020-forår", 5): (wrong_person, 5),
    ("2020-efterår", 9): (wrongly_mended, 3),
    ("2021-forår", 9): (wrong_day, 6),
    ("2021-forår", 12): (wrong_person, 20),
    ("2022-forår", 8): (wrong_person, 4),
    ("2022-efterår", 6): (wrong_figure, 2),
    ("2022-efterår", 11): (did_not_come, 6),
    ("2023-forår", 6): (wrong_person, 12),
    ("2023-efterår", 9): (wrong_person, 112),
}


def page_of(dice: Dice, evening: Evening, came: Attendance) -> Page:
    """The page of an evening, as it should be."""
    families = tuple(came[evening])
    heads = sum(dice.whole(2, 4) for _ in families)
    vulnerable = dice.whole(0, heads // 4)
    here = (ACTIVITY, evening.season, evening.number)
    at = written_at(dice, evening.day, _LATE.get((evening.season, evening.number)))
    by = SUBSTITUTE if _SUBSTITUTE_FROM <= at.date() < _SUBSTITUTE_UNTIL else FAMILY_WORKER
    return Page(MeetingHeld(*here), evening.day, at, families, HeadsCounted(*here, heads, vulnerable), by=by)


def slips(mix_up: MixUp) -> Slips:
    """The slips of all seasons, with the mix-up that New Year's Eve 2021 does not know of."""
    mixing = mixed_up(mix_up.right, mix_up.wrong, MIX_UP_MENDED)
    return {**_SLIPS, (MIXED_UP.season, MIXED_UP.number): (mixing, 0)}
