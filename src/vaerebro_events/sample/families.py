"""Who came to FamilieAkademi in the sample: regulars, families now and then, and newcomers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.seasons import MIXED_UP, TOLD_AFTER_NEW_YEAR, Evening

Attendance = dict[Evening, list[str]]

_MOST_VISITS = 4  # in a year, of a family that comes now and then
_FULL_HOUSE = 16


@frozen
class Year:
    """How many families come regularly in a year, and how many come for the first time."""

    regulars: int
    newcomers: int


# 2020: too few regulars. 2021: too few of both, until December is told in January: then two more come
# often enough and two more are new. 2023: too few newcomers.
YEARS: Mapping[int, Year] = {
    2020: Year(regulars=9, newcomers=46),
    2021: Year(regulars=9, newcomers=7),
    2022: Year(regulars=13, newcomers=11),
    2023: Year(regulars=12, newcomers=7),
}
LATE_REGULARS = 2


@frozen
class Cast:
    """The families of a year."""

    regulars: list[str]
    guests: list[str]


@frozen
class MixUp:
    """An attendance written under another family's reference."""

    evening: Evening
    right: str
    wrong: str


def who_came(dice: Dice, evenings: Sequence[Evening], references: Iterator[str]) -> tuple[Attendance, MixUp]:
    """The families that came to each evening, and the mix-up that New Year's Eve 2021 does not know of."""
    came: Attendance = {evening: [] for evening in evenings}
    mix_up: MixUp | None = None
    cast = Cast([], [])
    for year, figures in YEARS.items():
        newcomers = [next(references) for _ in range(figures.newcomers)]
        cast = _next_cast(dice, cast, figures, newcomers)
        here = [evening for evening in evenings if evening.day.year == year]
        _come_regularly(dice, came, cast.regulars, here)
        if MIXED_UP in here:
            mix_up = _autumn_2021(dice, came, cast, newcomers)
            here = [evening for evening in here if evening not in TOLD_AFTER_NEW_YEAR]
        _come_now_and_then(dice, came, cast.guests, here)
        if MIXED_UP in here:
            cast.guests.extend(_walk_in_in_december(dice, came, references))
    assert mix_up is not None
    return came, mix_up


def _next_cast(dice: Dice, last: Cast, figures: Year, newcomers: list[str]) -> Cast:
    """Two in three regulars go on, four in five of the other families; newcomers come to both."""
    stay = dice.some(last.regulars, len(last.regulars) * 2 // 3)
    others = [*dice.some(last.guests, len(last.guests) * 4 // 5), *newcomers]
    risen = dice.some(others, figures.regulars - len(stay))
    return Cast([*stay, *risen], [other for other in others if other not in risen])


def _seasons(evenings: Iterable[Evening]) -> list[list[Evening]]:
    seasons: dict[str, list[Evening]] = {}
    for evening in evenings:
        seasons.setdefault(evening.season, []).append(evening)
    return list(seasons.values())


def _come_regularly(dice: Dice, came: Attendance, families: Iterable[str], here: Iterable[Evening]) -> None:
    for season in _seasons(here):
        for family in families:
            missed = dice.some(season, dice.whole(1, len(season) // 4))
            for evening in season:
                if evening not in missed:
                    came[evening].append(family)


def _come_now_and_then(
    dice: Dice, came: Attendance, families: Iterable[str], here: Sequence[Evening]
) -> None:
    for family in families:
        for evening in _quiet(dice, came, here, dice.whole(2, _MOST_VISITS)):
            came[evening].append(family)


def _quiet(dice: Dice, came: Attendance, here: Sequence[Evening], number: int) -> list[Evening]:
    """Some evenings, rather those with room left."""
    drawn = dice.some([evening for evening in here if len(came[evening]) < _FULL_HOUSE], 2 * number)
    return sorted(drawn, key=lambda evening: len(came[evening]))[:number]


def _autumn_2021(dice: Dice, came: Attendance, cast: Cast, newcomers: Sequence[str]) -> MixUp:
    """Two families come five times, which shows once the late evenings are told and the mix-up is mended."""
    one, other = dice.some([guest for guest in cast.guests if guest not in newcomers], LATE_REGULARS)
    season = [evening for evening in came if evening.season == MIXED_UP.season]
    told = [evening for evening in season if evening not in (*TOLD_AFTER_NEW_YEAR, MIXED_UP)]
    for evening in (*dice.some(told, 4), *TOLD_AFTER_NEW_YEAR):
        came[evening].append(one)
    for evening in (*dice.some(told[:6], 3), MIXED_UP, TOLD_AFTER_NEW_YEAR[0]):
        came[evening].append(other)
    wrong = dice.one(cast.regulars)
    came[MIXED_UP] = [family for family in came[MIXED_UP] if family != wrong]
    cast.guests[:] = [guest for guest in cast.guests if guest not in (one, other)]
    cast.regulars.extend((one, other))
    return MixUp(MIXED_UP, right=other, wrong=wrong)


def _walk_in_in_december(dice: Dice, came: Attendance, references: Iterator[str]) -> list[str]:
    newcomers = [next(references) for _ in TOLD_AFTER_NEW_YEAR]
    for evening, newcomer in zip(TOLD_AFTER_NEW_YEAR, newcomers, strict=True):
        came[evening].insert(dice.whole(0, len(came[evening])), newcomer)
    return newcomers
