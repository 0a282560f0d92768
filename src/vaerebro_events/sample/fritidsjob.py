"""Fritidsjobs in the sample: who started one, who kept it, who left, and when staff checked."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from attrs import frozen

from vaerebro_events.domain.calendar import add_months
from vaerebro_events.domain.entry import Draft
from vaerebro_events.domain.jobs import (
    FritidsjobEnded,
    FritidsjobHeldSixMonths,
    FritidsjobStarted,
    GuidanceGiven,
)
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.lommepengejob import ACTIVITY, Completion
from vaerebro_events.sample.people import numbered
from vaerebro_events.sample.recordings import YOUTH_WORKER, Recording, at_work, days_after
from vaerebro_events.sample.slips import noted

_EMPLOYERS = 14
_SIX_MONTHS = 6
_LAST_GUIDANCE = date(2023, 12, 31)


@frozen
class Engagement:
    """A fritidsjob: about when it started, whether by a former lommepengejobber, and what became of it."""

    start: date
    former: bool
    checked: date | None = None
    ended: date | None = None
    ordinary: bool = True
    end_told: date | None = None


# In December 2021 three jobs reach six months that were checked in January 2022, and a fourth was said
# to until its end was told in February. The check of March 2023 was made in June.
_ENGAGEMENTS = (
    Engagement(date(2020, 2, 3), former=False, checked=date(2020, 8, 19)),
    Engagement(date(2020, 3, 2), former=False, ended=date(2020, 3, 31)),
    Engagement(date(2020, 8, 17), former=True, checked=date(2021, 3, 2), ended=date(2021, 6, 30)),
    Engagement(date(2020, 9, 14), former=False, checked=date(2021, 4, 12)),
    Engagement(date(2020, 10, 5), former=True, ended=date(2021, 1, 8)),
    Engagement(date(2020, 11, 9), former=True, checked=date(2021, 5, 25), ordinary=False),
    Engagement(date(2021, 3, 15), former=True, checked=date(2021, 9, 29)),
    Engagement(date(2021, 4, 12), former=False, ended=date(2021, 7, 30)),
    Engagement(date(2021, 6, 7), former=True, checked=date(2022, 1, 10)),
    Engagement(date(2021, 6, 14), former=False, checked=date(2022, 1, 10)),
    Engagement(date(2021, 6, 21), former=True, checked=date(2022, 1, 17)),
    Engagement(
        date(2021, 6, 28),
        former=False,
        checked=date(2022, 1, 17),
        ended=date(2021, 12, 10),
        end_told=date(2022, 2, 21),
    ),
    Engagement(date(2021, 8, 30), former=True, checked=date(2022, 3, 22)),
    Engagement(date(2021, 10, 4), former=True, ended=date(2022, 1, 31)),
    Engagement(date(2022, 2, 14), former=False, checked=date(2022, 8, 29)),
    Engagement(date(2022, 3, 7), former=True, checked=date(2022, 9, 26), ended=date(2022, 12, 20)),
    Engagement(date(2022, 5, 2), former=False, ended=date(2022, 8, 12)),
    Engagement(date(2022, 6, 13), former=True, checked=date(2023, 1, 9), ordinary=False),
    Engagement(date(2022, 8, 22), former=True, checked=date(2023, 3, 13)),
    Engagement(date(2022, 9, 12), former=False, checked=date(2023, 6, 26)),
    Engagement(date(2022, 10, 10), former=True, ended=date(2023, 2, 24)),
    Engagement(date(2023, 1, 16), former=True, checked=date(2023, 8, 21)),
    Engagement(date(2023, 3, 6), former=False),
    Engagement(date(2023, 5, 8), former=False, checked=date(2023, 12, 4)),
    Engagement(date(2023, 6, 19), former=True, checked=date(2024, 1, 15)),
    Engagement(date(2023, 10, 2), former=True, ended=date(2023, 12, 15)),
    Engagement(date(2023, 11, 6), former=False),
)


@frozen
class Job:
    """An engagement as it came to be: whose it is, its reference, and the day it started."""

    plan: Engagement
    youth: str
    job: str
    start: date

    @property
    def reached(self) -> date:
        """The day on which six months are reached."""
        return add_months(self.start, _SIX_MONTHS)

    def checked(self, day: date) -> Draft:
        """The check that the job was held."""
        return Draft(FritidsjobHeldSixMonths(ACTIVITY, self.youth, self.job, day), self.reached)

    def ended(self, day: date) -> Draft:
        """The end."""
        return Draft(FritidsjobEnded(ACTIVITY, self.youth, self.job), day)


def fritidsjob(dice: Dice, youths: Iterator[str], completions: Sequence[Completion]) -> Iterator[Recording]:
    """Everything recorded about fritidsjobs, in any order."""
    employers = [f"e-{number:02}" for number in range(1, _EMPLOYERS + 1)]
    taken: set[str] = set()
    for plan, job in zip(_ENGAGEMENTS, numbered("j"), strict=False):
        youth = _former(dice, plan, completions, taken) if plan.former else next(youths)
        taken.add(youth)
        engagement = Job(plan, youth, job, plan.start + timedelta(days=dice.whole(0, 2)))
        yield _started(dice, engagement, dice.one(employers))
        yield from _guided(dice, engagement)
        yield from _outcome(dice, engagement)


def _former(dice: Dice, plan: Engagement, completions: Sequence[Completion], taken: set[str]) -> str:
    return dice.one([one.youth for one in completions if one.day < plan.start and one.youth not in taken])


def _started(dice: Dice, job: Job, employer: str) -> Recording:
    fact = FritidsjobStarted(ACTIVITY, job.youth, job.job, employer, job.plan.ordinary)
    at = at_work(dice, days_after(job.start, dice.whole(0, 8)))
    return Recording(at, YOUTH_WORKER, (Draft(fact, job.start),))


def _guided(dice: Dice, job: Job) -> Iterator[Recording]:
    """Guidance in keeping the job, about once every other month while it is known to run."""
    until = min(job.plan.ended or job.reached, _LAST_GUIDANCE)
    day = days_after(job.start, dice.whole(15, 25))
    while day < until:
        yield from noted(dice, Draft(GuidanceGiven(ACTIVITY, job.youth, "keeping"), day), YOUTH_WORKER)
        day = days_after(day, dice.whole(30, 60))


def _outcome(dice: Dice, job: Job) -> Iterator[Recording]:
    plan = job.plan
    if plan.checked is not None:
        yield Recording(at_work(dice, plan.checked), YOUTH_WORKER, (job.checked(plan.checked),))
    if plan.ended is not None:
        told = plan.end_told or days_after(plan.ended, dice.whole(0, 6))
        yield Recording(at_work(dice, told), YOUTH_WORKER, (job.ended(plan.ended),))
