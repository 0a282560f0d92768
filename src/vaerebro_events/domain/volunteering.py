"""What happens with volunteers and bydelsmødre: they begin, are in contact with the staff, and stop.

A new fact about them: one class here, one line in `FACTS`, one golden file.
"""

from enum import StrEnum

from attrs import field, frozen

from vaerebro_events.domain.fact import Fact, Rank, Thread
from vaerebro_events.domain.participants import resident
from vaerebro_events.domain.references import ResidentRef, resident_ref
from vaerebro_events.domain.spells import SpellFact, Turn, spell
from vaerebro_events.domain.values import choice
from vaerebro_events.text import Text


@frozen
class VolunteerFact(SpellFact):
    """A fact about a resident who volunteers: unpaid, uncoerced, outside the family, for others."""

    volunteer: ResidentRef = field(converter=resident_ref)

    def threads(self) -> tuple[Thread, ...]:
        return (resident(self.volunteer), spell("volunteer", self.activity, self.volunteer))


@frozen
class VolunteerRecruited(VolunteerFact):
    """A resident became a volunteer."""

    tag = "volunteer-recruited"
    rank = Rank.STARTED
    turn = Turn.BEGINS
    says = Text(da="blev frivillige", en="became volunteers")
    title = Text(da="Frivillig rekrutteret", en="Volunteer recruited")


class About(StrEnum):
    """What a contact with a volunteer was about."""

    CONTACT = "contact"
    SPARRING = "sparring"
    TRAINING = "training"


def _about(value: str) -> About:
    return choice(About, "about", value)


@frozen
class VolunteerContacted(VolunteerFact):
    """Staff and a volunteer were in contact: they spoke, sparred, or the volunteer was trained."""

    tag = "volunteer-contacted"
    rank = Rank.HELD
    turn = Turn.GOES_ON
    says = Text(da="var i kontakt med medarbejderne", en="were in contact with the staff")
    title = Text(da="Kontakt med frivillig", en="Volunteer contacted")

    about: About = field(converter=_about)


@frozen
class VolunteerStopped(VolunteerFact):
    """A resident stopped as a volunteer; the day is the last as one."""

    tag = "volunteer-stopped"
    rank = Rank.ENDED
    turn = Turn.ENDS
    says = Text(da="stoppede som frivillige", en="stopped as volunteers")
    title = Text(da="Frivillig stoppet", en="Volunteer stopped")


@frozen
class BydelsmorFact(SpellFact):
    """A fact about a resident who acts as bydelsmor: more than taking part or having completed a course."""

    resident: ResidentRef = field(converter=resident_ref)

    def threads(self) -> tuple[Thread, ...]:
        return (resident(self.resident), spell("bydelsmor", self.activity, self.resident))


@frozen
class BydelsmorBegan(BydelsmorFact):
    """A resident began to act as bydelsmor."""

    tag = "bydelsmor-began"
    rank = Rank.STARTED
    turn = Turn.BEGINS
    says = Text(da="blev aktive bydelsmødre", en="began to act as bydelsmødre")
    title = Text(da="Bydelsmor begyndt", en="Bydelsmor began")


@frozen
class BydelsmorStopped(BydelsmorFact):
    """A resident no longer acts as bydelsmor; the day is the last as one."""

    tag = "bydelsmor-stopped"
    rank = Rank.ENDED
    turn = Turn.ENDS
    says = Text(da="stoppede som bydelsmødre", en="stopped acting as bydelsmødre")
    title = Text(da="Bydelsmor stoppet", en="Bydelsmor stopped")


FACTS: tuple[type[Fact], ...] = (
    VolunteerRecruited,
    VolunteerContacted,
    VolunteerStopped,
    BydelsmorBegan,
    BydelsmorStopped,
)
