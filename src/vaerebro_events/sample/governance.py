"""The agreement and the board in the sample. A new story of these: a module of its own, and a line here.

What is recorded whatever the log says is in `governance`; what is read off the log as it is then (what the
board was shown, what was reported when a year was closed) is in `acts`.
"""

from collections.abc import Iterator
from datetime import date

from vaerebro_events.domain.plan import Plan
from vaerebro_events.sample.acts import Act, Closing, Reopening
from vaerebro_events.sample.agreement import agreement
from vaerebro_events.sample.board import accounts, follow_ups
from vaerebro_events.sample.cofinancing import cofinancing
from vaerebro_events.sample.concerns import concerns
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.milestones import milestones
from vaerebro_events.sample.recordings import LEADER, Recording, at_work

# Each year is closed in the spring after. 2022 was closed before its register figures had come, and anew.
_CLOSED = (
    ("2020", date(2021, 3, 11)),
    ("2021", date(2022, 3, 24)),
    ("2022", date(2023, 3, 9)),
    ("2022", date(2023, 3, 28)),
)
_REOPENED = (("2022", date(2023, 3, 23)),)


def governance(seed: int, plan: Plan) -> Iterator[Recording]:
    """Decisions about the agreement, milestones, barriers, hours, evaluations and reports, in any order."""
    yield from agreement(seed, plan)
    yield from milestones(seed)
    yield from concerns(seed)
    yield from cofinancing(seed)
    yield from accounts(seed)


def acts(seed: int, plan: Plan) -> Iterator[Act]:
    """What the board was shown, and the years that were closed, in any order."""
    yield from follow_ups(seed, plan)
    dice = Dice.of(seed, "closing")
    yield from (Closing(at_work(dice, day), LEADER, period) for period, day in _CLOSED)
    yield from (Reopening(at_work(dice, day), LEADER, period) for period, day in _REOPENED)
