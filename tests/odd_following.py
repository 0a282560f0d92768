"""What looks odd in how the programme is followed, and what is not. A new finding: a case here."""

from datetime import date, timedelta

from given_governance import ESTATE, LAST, SCHOOL, SEASONS, agreed, hours, revised, saw
from odd import Odd, written
from odd_governance import NEW_YEAR, evaluated, later, notified, raised, settled, taken_up
from vaerebro_events import Draft, MilestoneMoved, MilestoneReached, MilestoneSet, ReportSent
from vaerebro_events.projections.findings import FindingKind

MAY, YEAR_END = date(2021, 5, 3), date(2021, 12, 31)
DAY = timedelta(days=1)


def sent(on: date, about: date = YEAR_END) -> Draft:
    """The yearly report was sent on a day."""
    return Draft(ReportSent("status", on), about)


def milestone(due: date, on: date = MAY) -> Draft:
    """A milestone was set on a day."""
    return Draft(MilestoneSet("m-1", due), on)


def moved(due: date, on: date) -> Draft:
    """It was given another day."""
    return Draft(MilestoneMoved("m-1", due), on)


def data_seen(of: date | None, *criteria: str) -> Draft:
    """The board saw the central figures of a day."""
    return saw(MAY, *criteria, social_data_of=of)


def danish(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def before(done: str, in_english: str, told: date, day: date) -> tuple[str, str]:
    return (
        f"Det blev {done} {danish(told)}, før den dag, det handler om: {danish(day)}.",
        f"It was {in_english} on {told}, before the day it is about: {day}.",
    )


SEEN_BEFORE = before("set", "seen", MAY, MAY + DAY)
NOTHING_SEEN = (
    "Der blev fulgt op uden hverken kriterier eller Boligsociale Data.",
    "Neither criteria nor Boligsociale Data were seen in the follow-up.",
)
TWICE = ("Den samme dag er allerede dækket af post 2.", "Entry 2 is about the same day already.")
ITSELF = (
    "Den part, der underretter, står selv blandt de underrettede.",
    "The party that notifies is among those it notifies.",
)
TO_WHERE_IT_IS = (
    "Uenigheden er løftet til bestyrelsen, men lå allerede hos bestyrelsen.",
    "The disagreement was taken up with the board, but was with the board already.",
)
PAST = (
    "Milepælen skal nås 2.5.2021, og den dag var allerede gået.",
    "The milestone is due on 2021-05-02, and that day was past already.",
)
OUTSIDE = (
    "Milepælen skal nås 1.1.2024, efter at aftaleperioden slutter 31.12.2023.",
    "The milestone is due on 2024-01-01, after the programme ends on 2023-12-31.",
)


def too_many(amount: str, first: date, last: date) -> tuple[str, str]:
    days = f"fra {danish(first)} til {danish(last)}"
    return (
        f"{amount.replace('.', ',')} timer {days} er flere, end 10 personer har, døgnet rundt.",
        f"{amount} hours from {first} to {last} are more than 10 people have, day and night.",
    )


ODD = [
    Odd(
        FindingKind.TOLD_BEFORE_ITS_DAY,
        written(sent(YEAR_END - DAY)),
        *before("indsendt", "sent", YEAR_END - DAY, YEAR_END),
    ),
    Odd(
        FindingKind.TOLD_BEFORE_ITS_DAY,
        written(evaluated("yearly", 3, YEAR_END, YEAR_END - DAY)),
        *before("forelagt", "presented", YEAR_END - DAY, YEAR_END),
    ),
    Odd(FindingKind.TOLD_BEFORE_ITS_DAY, later(saw(MAY, SEASONS, as_of=MAY + DAY)), *SEEN_BEFORE),
    Odd(FindingKind.TOLD_BEFORE_ITS_DAY, later(data_seen(MAY + DAY)), *SEEN_BEFORE),
    Odd(FindingKind.FOLLOWED_NOTHING, written(saw(MAY)), *NOTHING_SEEN),
    Odd(
        FindingKind.TOLD_TWICE,
        written(evaluated("yearly", 3), evaluated("yearly", 4, presented_on=NEW_YEAR + DAY), late=45),
        *TWICE,
    ),
    Odd(FindingKind.TOLD_TWICE, written(sent(NEW_YEAR), sent(NEW_YEAR + DAY), late=45), *TWICE),
    Odd(FindingKind.NOTIFIED_ITSELF, written(notified(ESTATE, SCHOOL)), *ITSELF),
    Odd(
        FindingKind.SAME_LEVEL,
        written(raised("nearest-managers"), taken_up("board"), taken_up("board", 3)),
        *TO_WHERE_IT_IS,
    ),
    Odd(
        FindingKind.SAME_LEVEL,
        written(raised("nearest-managers"), taken_up("those-involved")),
        "Uenigheden er løftet til de involverede, men lå allerede hos de nærmeste ledere.",
        "The disagreement was taken up with those involved, but was with the nearest managers already.",
    ),
    Odd(FindingKind.MILESTONE_PAST, written(milestone(MAY - DAY)), *PAST),
    Odd(FindingKind.MILESTONE_PAST, written(milestone(LAST, MAY - DAY), moved(MAY - DAY, MAY)), *PAST),
    Odd(FindingKind.MILESTONE_OUTSIDE, written(milestone(LAST + DAY)), *OUTSIDE),
    Odd(FindingKind.MILESTONE_OUTSIDE, written(milestone(LAST), moved(LAST + DAY, MAY + DAY)), *OUTSIDE),
    Odd(
        FindingKind.MORE_HOURS_THAN_THE_DAYS_HAVE,
        written(hours(ESTATE, "240.5", MAY, MAY)),
        *too_many("240.5", MAY, MAY),
    ),
    Odd(
        FindingKind.MORE_HOURS_THAN_THE_DAYS_HAVE,
        written(hours(ESTATE, "481", MAY - DAY, MAY)),
        *too_many("481", MAY - DAY, MAY),
    ),
]

NOT_ODD = [
    # On the day itself.
    written(sent(YEAR_END), evaluated("yearly", 3, YEAR_END, YEAR_END)),
    written(saw(MAY, SEASONS, social_data_of=MAY)),
    written(data_seen(MAY)),
    # Each kind for itself, and each day.
    written(evaluated("yearly", 3), evaluated("midterm", 3), sent(NEW_YEAR), late=45),
    written(sent(date(2021, 1, 1), date(2020, 12, 31)), sent(NEW_YEAR), late=45),
    written(notified(ESTATE)),
    # Another of that name begins anew.
    written(
        *(raised("those-involved"), taken_up("nearest-managers"), settled("nearest-managers")),
        *(raised("those-involved", 4), taken_up("nearest-managers", 5)),
    ),
    written(milestone(MAY), moved(LAST, MAY), Draft(MilestoneReached("m-1"), MAY)),
    # The programme was made longer since.
    written(
        milestone(LAST + DAY),
        revised(
            agreed(last_day=date(2024, 6, 30)),
            date(2021, 12, 2),
            NEW_YEAR,
            "strategic",
            lbf_approved_on=date(2021, 12, 2),
        ),
    ),
    written(hours(ESTATE, "240", MAY, MAY), hours(ESTATE, "480", MAY + DAY, MAY + 2 * DAY)),
]
