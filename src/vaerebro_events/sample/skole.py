"""School and day care in the sample: joint initiatives from 2021 on, and a parents' café at the school.

Two in all were held every year, but two with each only in 2022: the readings disagree in the others.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from vaerebro_events.domain.attendance import FamilyAttended
from vaerebro_events.domain.partners import CooperationBegun, JointInitiativeHeld
from vaerebro_events.sample.days import WEDNESDAY, YEARS, monthly
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.notebook import Notebook
from vaerebro_events.sample.people import People
from vaerebro_events.sample.recordings import FAMILY_WORKER, Recording
from vaerebro_events.sample.slips import Slips, wrong_person

ACTIVITY = "skole"

_PARTNERS = (
    (date(2020, 2, 4), "skolen", "school"),
    (date(2020, 8, 25), "daginstitution-1", "day-care"),
    (date(2021, 9, 28), "daginstitution-2", "day-care"),
)
_INITIATIVES = (
    (date(2020, 10, 7), "laesehjaelp-2020", ("school",)),
    (date(2021, 5, 26), "forældreaften-2021", ("school",)),
    (date(2021, 9, 22), "leg-og-sprog-2021", ("day-care",)),
    (date(2021, 11, 10), "skolestart-2021", ("school",)),
    (date(2022, 3, 23), "skolestart-2022", ("school", "day-care")),
    (date(2022, 9, 7), "leg-og-sprog-2022", ("day-care",)),
    (date(2022, 11, 2), "forældreaften-2022", ("school",)),
    (date(2023, 3, 22), "skolestart-2023", ("school", "day-care")),
    (date(2023, 9, 6), "laeselyst-2023", ("school", "library")),
    (date(2023, 10, 25), "forældreaften-2023", ("school",)),
)
_NOT_IN = (1, 3, 6, 7, 8, 12)
_SLIPS: Final[Slips] = {("foraeldrecafe-2022", 4): (wrong_person, 6)}


def skole(seed: int, people: People) -> Iterator[Recording]:
    """Everything recorded about school and day care, in any order."""
    book = Notebook(Dice.of(seed, ACTIVITY), ACTIVITY, FAMILY_WORKER, FamilyAttended)
    for day, partner, kind in _PARTNERS:
        book.note(day, CooperationBegun(ACTIVITY, partner, kind))
    for day, initiative, partners in _INITIATIVES:
        for partner in partners:
            book.remark(day, JointInitiativeHeld(ACTIVITY, initiative, partner))
    families = people.families.mixed(book.dice, again=9, new=5)
    for year in YEARS:
        for number, day in enumerate(monthly(year, WEDNESDAY, 1, but=_NOT_IN), 1):
            came = book.dice.some(families, book.dice.whole(4, 9))
            heads = len(came) + book.dice.whole(1, 6)
            how = ("school", "staff")
            book.event(f"foraeldrecafe-{year}", number, day, how=how, came=came, heads=(heads, 0))
        families = [*book.dice.some(families, 9), *people.families.new(4)]
    return book.recordings(_SLIPS)
