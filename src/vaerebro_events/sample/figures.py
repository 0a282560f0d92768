"""Figures that others make, in the sample: registers, elections, a survey of residents, and baselines.

Registers come in spring for the year before, so that 2023 is not known yet when the sample ends.
"""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from attrs import evolve, frozen

from vaerebro_events.domain.amendments import Reason
from vaerebro_events.domain.entry import Actor, Draft
from vaerebro_events.domain.indicators import BaselineCounted, IndicatorMeasured
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.people import People
from vaerebro_events.sample.recordings import (
    FAMILY_WORKER,
    LEADER,
    NETWORK_WORKER,
    Mending,
    Recording,
    at_work,
    report,
)


@frozen
class Figure:
    """A figure: of what, the last day it covers, when it came, per cent here and with the others."""

    indicator: str
    on: date
    told: date
    percent: str
    benchmark: str | None


_DECEMBER_2020, _DECEMBER_2021, _DECEMBER_2022 = (date(year, 12, 31) for year in (2020, 2021, 2022))
_IN_2021, _IN_2022, _IN_2023 = date(2021, 3, 23), date(2022, 3, 22), date(2023, 3, 21)
_WINTER = date(2021, 2, 28)
_WINTER_TOLD = date(2021, 5, 18)

_FIGURES = (
    # The survey of residents, winter 2020/21: safer, but not by the five points.
    Figure("safety", _WINTER, _WINTER_TOLD, "79", "88"),
    Figure("volunteering-share", _WINTER, _WINTER_TOLD, "17", "21"),
    Figure("turnout-local", date(2021, 11, 16), date(2021, 11, 24), "52.6", "64.8"),
    Figure("turnout-national", date(2022, 11, 1), date(2022, 11, 9), "78.9", "84.1"),
    Figure("youth-charged", _DECEMBER_2020, _IN_2021, "1.9", "0.8"),
    Figure("youth-charged", _DECEMBER_2021, _IN_2022, "2.3", "0.8"),
    Figure("youth-charged", _DECEMBER_2022, _IN_2023, "1.6", "0.8"),
    Figure("basic-school-only", _DECEMBER_2020, _IN_2021, "27.1", "15.2"),
    Figure("basic-school-only", _DECEMBER_2021, _IN_2022, "26.0", "15.0"),
    Figure("basic-school-only", _DECEMBER_2022, _IN_2023, "25.4", "14.9"),
    Figure("not-education-ready", date(2020, 6, 30), date(2020, 9, 15), "36.2", "17.4"),
    Figure("not-education-ready", date(2021, 6, 30), date(2021, 9, 14), "33.1", "16.5"),
    Figure("not-education-ready", date(2022, 6, 30), date(2022, 9, 13), "29.8", "16.9"),
    Figure("not-education-ready", date(2023, 6, 30), date(2023, 9, 12), "27.5", "17.2"),
    Figure("social-cases", _DECEMBER_2020, _IN_2021, "19.6", "12.1"),
    Figure("social-cases", _DECEMBER_2021, _IN_2022, "18.2", "11.9"),
    Figure("social-cases", _DECEMBER_2022, _IN_2023, "17.5", "11.8"),
    Figure("no-daycare-age-1", _DECEMBER_2020, _IN_2021, "47", "20"),
    Figure("no-daycare-age-1", _DECEMBER_2021, _IN_2022, "43", "18"),
    Figure("no-daycare-age-1", _DECEMBER_2022, _IN_2023, "41", "18"),
    # Fewer two-year-olds without day care, and fewer still elsewhere: not closer.
    Figure("no-daycare-age-2", _DECEMBER_2020, _IN_2021, "21.5", "6.5"),
    Figure("no-daycare-age-2", _DECEMBER_2021, _IN_2022, "20.4", "5.6"),
    Figure("no-daycare-age-2", _DECEMBER_2022, _IN_2023, "19.5", "5"),
    Figure("parent-meetings", _DECEMBER_2021, _IN_2022, "34", None),
    Figure("parent-meetings", _DECEMBER_2022, _IN_2023, "43", None),
    # The last time, the municipality's own figure never came.
    Figure("leisure-participation", date(2021, 6, 30), date(2021, 9, 21), "48", "71"),
    Figure("leisure-participation", date(2022, 6, 30), date(2022, 9, 20), "52", "72"),
    Figure("leisure-participation", date(2023, 6, 30), date(2023, 9, 19), "54", None),
)
# Read with two digits the wrong way round, and found in the summer.
_MISREAD, _MISREAD_PERCENT = ("youth-charged", _DECEMBER_2021), "3.2"
_MISREAD_MENDED = date(2022, 8, 16)
# The register itself was put right, months after the year was closed.
_REVISED, _REVISED_PERCENT = ("social-cases", _DECEMBER_2022), "17.9"
_REVISED_TOLD = date(2023, 6, 13)

# Baselines that the agreement leaves to be counted: the figure, its last day, when it was told, by whom.
_BASELINES = (
    ("volunteers-in-contact", 20, _DECEMBER_2020, date(2021, 1, 8), NETWORK_WORKER),
    ("house-activities", 13, _DECEMBER_2020, date(2021, 1, 12), NETWORK_WORKER),
    ("neighbour-activities", 12, date(2020, 12, 15), date(2020, 12, 15), NETWORK_WORKER),
    ("parent-meetings", 38, date(2019, 12, 31), date(2021, 2, 9), FAMILY_WORKER),
)
# One was counted with the meetings of the volunteers themselves in it.
_MISCOUNTED, _MISCOUNTED_AS, _MISCOUNTED_MENDED = "house-activities", 21, date(2021, 2, 16)


def figures(seed: int, _: People) -> Iterator[Recording]:
    """Every figure and baseline, in any order."""
    dice = Dice.of(seed, "figures")
    for figure in _FIGURES:
        yield from _measured(dice, figure, seed)
    for indicator, count, on, told, by in _BASELINES:
        right = Draft(BaselineCounted(indicator, Decimal(count)), on)
        wrong = Draft(BaselineCounted(indicator, Decimal(_MISCOUNTED_AS)), on)
        at = at_work(dice, told)
        if indicator == _MISCOUNTED:
            mended = at_work(dice, _MISCOUNTED_MENDED)
            yield Recording(at, by, (wrong,))
            yield _mended(wrong, right, by, mended)
        else:
            yield Recording(at, by, (right,))
    yield _revised(dice, seed)


def _draft(figure: Figure, seed: int) -> Draft:
    benchmark = None if figure.benchmark is None else Decimal(figure.benchmark)
    fact = IndicatorMeasured(figure.indicator, Decimal(figure.percent), benchmark)
    return Draft(fact, figure.on, evidence=(report(figure.indicator, figure.on, seed),))


def _measured(dice: Dice, figure: Figure, seed: int) -> Iterator[Recording]:
    right = _draft(figure, seed)
    at = at_work(dice, figure.told)
    if (figure.indicator, figure.on) != _MISREAD:
        yield Recording(at, LEADER, (right,))
        return
    wrong = _draft(evolve(figure, percent=_MISREAD_PERCENT), seed)
    yield Recording(at, LEADER, (wrong,))
    yield _mended(wrong, right, LEADER, at_work(dice, _MISREAD_MENDED))


def _revised(dice: Dice, seed: int) -> Recording:
    [first] = [figure for figure in _FIGURES if (figure.indicator, figure.on) == _REVISED]
    wrong, right = _draft(first, seed), _draft(evolve(first, percent=_REVISED_PERCENT), seed)
    at = at_work(dice, _REVISED_TOLD)
    return Recording(at, LEADER, (Mending(wrong, Reason.LATE_INFORMATION, right),))


def _mended(wrong: Draft, right: Draft, by: Actor, at: datetime) -> Recording:
    return Recording(at, by, (Mending(wrong, Reason.WRONG_FIGURE, right),))
