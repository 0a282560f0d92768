"""Who came: families, residents and youths by reference, and visitors by an alias alone.

A new kind of attendance: one class here, one line in `FACTS`, one golden file.
"""

from attrs import field, frozen

from vaerebro_events.domain.fact import Fact, Rank, Thread
from vaerebro_events.domain.gathered import Came
from vaerebro_events.domain.meetings import AttendanceFact, SeriesFact, gathering
from vaerebro_events.domain.participants import family, resident, youth
from vaerebro_events.domain.references import (
    AliasRef,
    FamilyRef,
    ResidentRef,
    YouthRef,
    alias_ref,
    family_ref,
    resident_ref,
    youth_ref,
)
from vaerebro_events.domain.spells import Turn, spell
from vaerebro_events.text import Text


@frozen
class FamilyAttended(AttendanceFact):
    """A family came to a meeting of a season, or to an event."""

    tag = "family-attended"
    says = Text(da="deltog", en="took part")
    title = Text(da="Familie deltog", en="Family attended")
    key = ("activity", "series", "meeting", "family")

    family: FamilyRef = field(converter=family_ref)

    @property
    def came(self) -> Came:
        return ("family", self.family)

    def threads(self) -> tuple[Thread, ...]:
        return (gathering(self.activity, self.series, self.meeting), family(self.family))


@frozen
class ResidentAttended(AttendanceFact):
    """A resident came to a meeting of a course, or to an event."""

    tag = "resident-attended"
    says = Text(da="deltog", en="took part")
    title = Text(da="Beboer deltog", en="Resident attended")
    key = ("activity", "series", "meeting", "resident")

    resident: ResidentRef = field(converter=resident_ref)

    @property
    def came(self) -> Came:
        return ("resident", self.resident)

    def threads(self) -> tuple[Thread, ...]:
        return (*super().threads(), resident(self.resident))


@frozen
class YouthAttended(AttendanceFact):
    """A youth came to a meeting of a course, or to an event."""

    tag = "youth-attended"
    says = Text(da="deltog", en="took part")
    title = Text(da="Ung deltog", en="Youth attended")
    key = ("activity", "series", "meeting", "youth")

    youth: YouthRef = field(converter=youth_ref)

    @property
    def came(self) -> Came:
        return ("youth", self.youth)

    def threads(self) -> tuple[Thread, ...]:
        return (*super().threads(), youth(self.youth))


@frozen
class AliasAttended(AttendanceFact):
    """Somebody came who is known by an alias alone: a visitor, and no family of any count."""

    tag = "alias-attended"
    says = Text(da="deltog", en="took part")
    title = Text(da="Gæst uden registrering deltog", en="Visitor by alias attended")
    key = ("activity", "series", "meeting", "alias")

    alias: AliasRef = field(converter=alias_ref)

    @property
    def came(self) -> Came:
        return ("alias", self.alias)


@frozen
class ResidentCompleted(SeriesFact):
    """A resident completed a course, once: more than taking part in it."""

    tag = "resident-completed"
    rank = Rank.ENDED
    turn = Turn.BEGINS
    says = Text(da="gennemførte et forløb", en="completed a course")
    title = Text(da="Beboer gennemførte forløb", en="Resident completed course")
    key = ("activity", "series", "resident")

    resident: ResidentRef = field(converter=resident_ref)

    def threads(self) -> tuple[Thread, ...]:
        once = spell("completed course", self.activity, f"{self.series} of {self.resident}")
        return (*super().threads(), resident(self.resident), once)


FACTS: tuple[type[Fact], ...] = (
    FamilyAttended,
    ResidentAttended,
    YouthAttended,
    AliasAttended,
    ResidentCompleted,
)
