"""Who followed up in the sample, and when: the board, those above and beside it, evaluations and reports.

The board meets twice a year, but in 2020 its meeting of the spring was given up, so that no criterion was
seen for nearly nine months. In 2021 nobody showed it one activity, and in autumn 2022 one criterion.
"""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from vaerebro_events.domain.entry import Draft
from vaerebro_events.domain.follow_up import Decided, EvaluationHeld, FollowUpBody, ReportSent
from vaerebro_events.domain.plan import Criterion, Plan
from vaerebro_events.sample.acts import FollowUp
from vaerebro_events.sample.agreement import EDUCATION, SAFETY
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.recordings import LEADER, Recording, at_work, days_after, report

BOARD, PARTNERSHIP, GROUP = FollowUpBody.BOARD, FollowUpBody.PARTNERSHIP, FollowUpBody.FOLLOW_UP_GROUP
_FAMILIES = "forebyggelse-og-foraeldreansvar"


@frozen
class Meeting:
    """A meeting: of whom and when, its papers sent and what they were as of, what was left out or decided.

    `of` is the area whose criteria were seen, where it was only one; `but` the activities and criteria
    that were not shown.
    """

    body: FollowUpBody
    day: date
    papers: date
    as_of: date
    decided: tuple[Decided, ...] = (Decided.NOTED,)
    social_data_of: date | None = None
    of: str | None = None
    but: tuple[str, ...] = ()

    def shows(self, criterion: Criterion) -> bool:
        """Whether a criterion was seen."""
        here = self.of in (None, criterion.area)
        return here and not {criterion.activity, criterion.key} & set(self.but)


_LAST_OF = {year: date(year, 12, 31) for year in range(2019, 2024)}
_MEETINGS = (
    Meeting(BOARD, date(2020, 2, 27), date(2020, 2, 20), date(2020, 2, 20)),
    Meeting(
        BOARD, date(2020, 11, 19), date(2020, 11, 12), date(2020, 10, 31),
        (Decided.ACT, Decided.REVISE), social_data_of=_LAST_OF[2019],
    ),
    Meeting(
        BOARD, date(2021, 5, 20), date(2021, 5, 12), _LAST_OF[2020],
        (Decided.ACT,), but=("ivaerksaetteri",),
    ),
    Meeting(
        BOARD, date(2021, 11, 18), date(2021, 11, 11), date(2021, 10, 31),
        (Decided.SEE_AGAIN,), social_data_of=_LAST_OF[2020], but=("ivaerksaetteri",),
    ),
    Meeting(PARTNERSHIP, date(2022, 3, 31), date(2022, 3, 25), _LAST_OF[2021]),
    Meeting(
        BOARD, date(2022, 5, 19), date(2022, 5, 12), _LAST_OF[2021], (Decided.ACT, Decided.REVISE),
    ),
    Meeting(GROUP, date(2022, 9, 13), date(2022, 9, 6), date(2022, 8, 31), of=SAFETY),
    Meeting(
        GROUP, date(2022, 9, 15), date(2022, 9, 8), date(2022, 8, 31), (Decided.ACT,), of=EDUCATION
    ),
    Meeting(GROUP, date(2022, 9, 20), date(2022, 9, 13), date(2022, 8, 31), of=_FAMILIES),
    Meeting(
        BOARD, date(2022, 11, 17), date(2022, 11, 10), date(2022, 10, 31),
        (Decided.CHOOSE_READING,), social_data_of=_LAST_OF[2021], but=("moedre-faedre.networks",),
    ),
    Meeting(BOARD, date(2023, 5, 16), date(2023, 5, 9), _LAST_OF[2022]),
    Meeting(
        BOARD, date(2023, 11, 14), date(2023, 11, 7), date(2023, 10, 31),
        (Decided.SEE_AGAIN,), social_data_of=_LAST_OF[2022],
    ),
)  # fmt: skip
# Whose minutes were written into the logbook late, and the days that took.
_LATE_MINUTES = {date(2021, 11, 18): 47}

# What was evaluated, the last day it looks back on, when it was presented, how many residents took part.
_EVALUATIONS = (
    ("yearly", _LAST_OF[2020], date(2021, 3, 18), 0),
    ("yearly", _LAST_OF[2021], date(2022, 3, 29), 0),
    ("midterm", _LAST_OF[2021], date(2022, 5, 19), 34),
    ("yearly", _LAST_OF[2022], date(2023, 5, 16), 0),
    ("yearly", _LAST_OF[2023], date(2024, 2, 22), 12),
)


# Which report, the last day of its year, when it was sent. One was late, and one of 2022 was never sent.
_REPORTS = (
    ("milestone-plan", _LAST_OF[2020], date(2021, 1, 14)),
    ("accounts", _LAST_OF[2020], date(2021, 4, 29)),
    ("grant-account", _LAST_OF[2020], date(2021, 6, 17)),
    ("goal-fulfilment", _LAST_OF[2020], date(2021, 6, 17)),
    ("milestone-plan", _LAST_OF[2021], date(2022, 1, 13)),
    ("accounts", _LAST_OF[2021], date(2022, 4, 28)),
    ("grant-account", _LAST_OF[2021], date(2022, 6, 16)),
    ("goal-fulfilment", _LAST_OF[2021], date(2022, 8, 18)),
    ("accounts", _LAST_OF[2022], date(2023, 5, 25)),
    ("grant-account", _LAST_OF[2022], date(2023, 6, 15)),
    ("goal-fulfilment", _LAST_OF[2022], date(2023, 6, 15)),
    ("milestone-plan", _LAST_OF[2023], date(2024, 1, 18)),
)


def follow_ups(seed: int, plan: Plan) -> Iterator[FollowUp]:
    """Every meeting at which somebody followed up."""
    dice = Dice.of(seed, "board")
    for meeting in _MEETINGS:
        told = days_after(meeting.day, _LATE_MINUTES.get(meeting.day, dice.whole(1, 6)))
        yield FollowUp(
            at_work(dice, told),
            LEADER,
            meeting.body,
            meeting.day,
            meeting.papers,
            meeting.as_of,
            tuple(criterion.key for criterion in plan.criteria if meeting.shows(criterion)),
            meeting.social_data_of,
            meeting.decided,
            report("referat", meeting.day, seed),
        )


def accounts(seed: int) -> Iterator[Recording]:
    """Every evaluation presented, and every report sent."""
    dice = Dice.of(seed, "accounts")
    for kind, last_day, presented, residents in _EVALUATIONS:
        evaluation = Draft(
            EvaluationHeld(kind, presented, residents), last_day, evidence=(report(kind, last_day, seed),)
        )
        yield Recording(at_work(dice, days_after(presented, 1)), LEADER, (evaluation,))
    for key, last_day, sent_on in _REPORTS:
        sent = Draft(ReportSent(key, sent_on), last_day, evidence=(report(key, last_day, seed),))
        yield Recording(at_work(dice, sent_on), LEADER, (sent,))
