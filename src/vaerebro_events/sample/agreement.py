"""The agreement over time in the sample: two revisions, one of them late, and a reading that the board chose.

For 2021 money moves from one area to another, and a youth community holds three events instead of two:
approved and uploaded in time. A larger course for youths, which began in August 2021, was approved only
in May 2022, when 2021 was closed already, and uploaded six weeks later.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import evolve, frozen

from vaerebro_events.domain.entry import Draft
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.governance import AgreementKind, PlanRevised, ReadingChosen, RevisionUploaded
from vaerebro_events.domain.plan import Area, Criterion, Plan, Reading
from vaerebro_events.projections.rules.counting import Count
from vaerebro_events.projections.rules.distinct import Distinct
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.recordings import LEADER, Recording, at_work, report

SAFETY, EDUCATION = "tryghed-og-trivsel", "uddannelse-og-beskaeftigelse"
_MOVED: Final = 150  # thousand DKK


@frozen
class Step:
    """Something decided or done about the agreement: the day it is about, and the day it is told."""

    fact: Fact
    on: date
    told: date


def agreement(seed: int, adopted: Plan) -> Iterator[Recording]:
    """Every revision, upload and choice."""
    dice = Dice.of(seed, "agreement")
    for each in _decided(adopted):
        minutes = report("bestyrelsesreferat", each.on, seed)
        draft = Draft(each.fact, each.on, evidence=(minutes,))
        yield Recording(at_work(dice, each.told), LEADER, (draft,))


def _decided(adopted: Plan) -> Iterator[Step]:
    of_2021 = moved(with_target(adopted, "ungefaellesskab.events", 3), SAFETY, EDUCATION, _MOVED)
    of_2022 = with_target(of_2021, "ungefaellesskab.youths", 9)
    board, uploaded = date(2020, 11, 19), date(2020, 11, 26)
    fact = PlanRevised(
        "delaftaler-2021",
        AgreementKind.DELAFTALE,
        date(2021, 1, 1),
        of_2021,
        lbf_involved_on=date(2020, 10, 27),
    )
    yield Step(fact, board, date(2020, 11, 23))
    yield Step(RevisionUploaded("delaftaler-2021"), uploaded, uploaded)
    board, uploaded = date(2022, 5, 19), date(2022, 6, 30)
    fact = PlanRevised("uddannelse-2021", AgreementKind.DELAFTALE, date(2021, 8, 1), of_2022)
    yield Step(fact, board, date(2022, 5, 23))
    yield Step(RevisionUploaded("uddannelse-2021"), uploaded, uploaded)
    yield Step(ReadingChosen("moedre-faedre.men", "year"), date(2022, 11, 17), date(2022, 11, 21))


def with_target(plan: Plan, criterion: str, target: int) -> Plan:
    """The plan with another target for a criterion, in all its readings."""

    def revised(each: Criterion) -> Criterion:
        if each.key != criterion:
            return each
        return evolve(each, readings=tuple(_with_target(reading, target) for reading in each.readings))

    return evolve(plan, criteria=tuple(revised(each) for each in plan.criteria))


def _with_target(reading: Reading, target: int) -> Reading:
    rule = reading.rule
    assert isinstance(rule, Count | Distinct)
    return evolve(reading, rule=evolve(rule, target=target))


def moved(plan: Plan, source: str, to: str, thousand: int) -> Plan:
    """The plan with money of the fund moved from one area to another, in thousand DKK."""
    more = {source: -thousand, to: thousand}
    return evolve(plan, areas=tuple(_with_more(area, more.get(area.key, 0)) for area in plan.areas))


def _with_more(area: Area, thousand: int) -> Area:
    assert area.money is not None
    return evolve(area, money=evolve(area.money, lbf=area.money.lbf + thousand))
