"""SSP in the sample: four parties meet through the year, and each judges the cooperation once.

The local police had not answered for 2020 when the year was over; in 2022 one party said no.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from vaerebro_events.domain.indicators import AssessmentMade
from vaerebro_events.domain.partners import CooperationBegun
from vaerebro_events.sample.days import MONDAY, YEARS, monthly
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.notebook import Notebook
from vaerebro_events.sample.people import People
from vaerebro_events.sample.recordings import YOUTH_WORKER, Recording

ACTIVITY = "ssp"
INDICATOR = "ssp-cooperation"

_PARTIES = ("ssp-consultant", "local-police", "child-and-youth-worker", "leader")
_JUDGED: Final[Mapping[int, date]] = {
    2020: date(2020, 12, 10), 2021: date(2021, 12, 8), 2022: date(2022, 12, 7), 2023: date(2023, 12, 6),
}  # fmt: skip
_SAID_NO = {(2022, "ssp-consultant")}
_TOLD: Final[Mapping[tuple[int, str], date]] = {(2020, "local-police"): date(2021, 4, 14)}
_HEADS = 5


def ssp(seed: int, _: People) -> Iterator[Recording]:
    """Everything recorded about SSP, in any order."""
    book = Notebook(Dice.of(seed, ACTIVITY), ACTIVITY, YOUTH_WORKER)
    book.note(date(2020, 1, 27), CooperationBegun(ACTIVITY, "ssp", "authority"))
    book.note(date(2020, 2, 10), CooperationBegun(ACTIVITY, "lokalpolitiet", "authority"))
    for year in YEARS:
        for number, day in enumerate(monthly(year, MONDAY, 1, but=(1, 2, 4, 5, 7, 8, 10, 12)), 1):
            heads = book.dice.whole(_HEADS, _HEADS + 3)
            book.event(f"ssp-moede-{year}", number, day, how=("school", "staff"), heads=(heads, 0))
        for party in _PARTIES:
            positive = (year, party) not in _SAID_NO
            fact = AssessmentMade(INDICATOR, party, positive)
            book.note(_JUDGED[year], fact, told=_TOLD.get((year, party)))
    return book.recordings()
