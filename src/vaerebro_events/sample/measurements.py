"""Surveys and assessments in the sample: once a season or a year, some of them told after New Year."""

from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from vaerebro_events.domain.amendments import Reason
from vaerebro_events.domain.entry import Actor, Draft
from vaerebro_events.domain.indicators import AssessmentMade, SurveyAnswered
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.recordings import (
    FAMILY_WORKER,
    LEADER,
    YOUTH_WORKER,
    Mending,
    Recording,
    at_work,
    report,
)

NEW_INSIGHT = "familieakademi-new-insight"
MEANINGFUL = "lommepengejob-meaningful"
GROWTH_SEEN = "lommepengejob-growth-seen"


@frozen
class Survey:
    """A round of a survey: the day it is about, the day it is told, and how many answered how."""

    indicator: str
    on: date
    told: date
    answered: int
    positive: int

    @property
    def by(self) -> Actor:
        """Who keeps the figure."""
        return FAMILY_WORKER if self.indicator == NEW_INSIGHT else YOUTH_WORKER


# New insight: 2020 stays under its share, 2021 reaches it with the answers told in January.
# Meaningful: 2022 stays under its share.
_SURVEYS = (
    Survey(NEW_INSIGHT, date(2020, 6, 25), date(2020, 7, 1), 10, 7),
    Survey(NEW_INSIGHT, date(2020, 12, 31), date(2021, 1, 14), 12, 8),
    Survey(NEW_INSIGHT, date(2021, 7, 1), date(2021, 7, 6), 12, 8),
    Survey(NEW_INSIGHT, date(2021, 12, 31), date(2022, 1, 13), 14, 13),
    Survey(NEW_INSIGHT, date(2022, 5, 12), date(2022, 5, 23), 15, 12),
    Survey(NEW_INSIGHT, date(2022, 12, 15), date(2022, 12, 20), 15, 13),
    Survey(NEW_INSIGHT, date(2023, 5, 11), date(2023, 5, 16), 14, 11),
    Survey(NEW_INSIGHT, date(2023, 12, 31), date(2024, 1, 11), 13, 11),
    Survey(MEANINGFUL, date(2020, 12, 31), date(2021, 1, 19), 16, 9),
    Survey(MEANINGFUL, date(2021, 12, 31), date(2022, 1, 18), 18, 12),
    Survey(MEANINGFUL, date(2022, 12, 31), date(2023, 1, 12), 20, 9),
    Survey(MEANINGFUL, date(2023, 12, 31), date(2024, 1, 16), 17, 11),
)
# The last one was told with a wrong figure, which was found when the leader read the report.
_MISREAD, _MISREAD_POSITIVE, _MISREAD_MENDED = _SURVEYS[-1], 14, date(2024, 2, 22)

# Party, yes or no, the day it is about, the day it is told. In 2020 the café was closed and not asked.
_ASSESSMENTS = (
    ("estate-staff", True, date(2020, 12, 10), date(2020, 12, 14)),
    ("estate-staff", True, date(2021, 12, 9), date(2021, 12, 13)),
    ("cafe", True, date(2021, 12, 31), date(2022, 1, 20)),
    ("estate-staff", True, date(2022, 12, 8), date(2022, 12, 12)),
    ("cafe", False, date(2022, 12, 15), date(2022, 12, 19)),
    ("estate-staff", True, date(2023, 12, 14), date(2023, 12, 14)),
    ("cafe", True, date(2023, 12, 31), date(2024, 1, 18)),
)


def measurements(dice: Dice, seed: int) -> Iterator[Recording]:
    """Every survey and assessment, in any order."""
    for survey in _SURVEYS:
        yield from _surveyed(dice, survey, seed)
    for party, positive, day, told in _ASSESSMENTS:
        fact = AssessmentMade(GROWTH_SEEN, party, positive)
        yield Recording(at_work(dice, told), YOUTH_WORKER, (Draft(fact, day),))


def _surveyed(dice: Dice, survey: Survey, seed: int) -> Iterator[Recording]:
    asked = survey.answered + dice.whole(1, 4)
    fact = SurveyAnswered(survey.indicator, asked, survey.answered, survey.positive)
    right = Draft(fact, survey.on, evidence=(report(survey.indicator, survey.on, seed),))
    if survey is not _MISREAD:
        yield Recording(at_work(dice, survey.told), survey.by, (right,))
        return
    wrong = evolve(right, fact=evolve(fact, positive=_MISREAD_POSITIVE))
    yield Recording(at_work(dice, survey.told), survey.by, (wrong,))
    mending = Mending(wrong, Reason.WRONG_FIGURE, right)
    yield Recording(at_work(dice, _MISREAD_MENDED), LEADER, (mending,))
