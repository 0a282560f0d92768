"""References and keys: how facts name people, things and the plan's own. A new kind of reference: here.

References are opaque: who they are is kept elsewhere. They are letters, digits and `. - _ :`, at most
64, and never anything that looks like a CPR number.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NewType, TypeVar

from vaerebro_events.domain.values import A_TEXT, checked_text, safe
from vaerebro_events.errors import InvalidValue
from vaerebro_events.text import Text

ActivityKey = NewType("ActivityKey", str)
IndicatorKey = NewType("IndicatorKey", str)
PartyKey = NewType("PartyKey", str)
RoleKey = NewType("RoleKey", str)
UserRef = NewType("UserRef", str)
ParticipantRef = NewType("ParticipantRef", str)
FamilyRef = NewType("FamilyRef", str)
YouthRef = NewType("YouthRef", str)
SeriesRef = NewType("SeriesRef", str)
JobRef = NewType("JobRef", str)
EmployerRef = NewType("EmployerRef", str)
ResidentRef = NewType("ResidentRef", str)
AliasRef = NewType("AliasRef", str)
NetworkRef = NewType("NetworkRef", str)
OrganisationRef = NewType("OrganisationRef", str)
PartnerRef = NewType("PartnerRef", str)
InitiativeRef = NewType("InitiativeRef", str)
BodyRef = NewType("BodyRef", str)
PieceRef = NewType("PieceRef", str)
RevisionRef = NewType("RevisionRef", str)
MilestoneRef = NewType("MilestoneRef", str)
BarrierRef = NewType("BarrierRef", str)
DisagreementRef = NewType("DisagreementRef", str)
CriterionKey = NewType("CriterionKey", str)
ReadingKey = NewType("ReadingKey", str)
ReportKey = NewType("ReportKey", str)
PeriodKey = NewType("PeriodKey", str)
GroupKey = NewType("GroupKey", str)
PlaceKey = NewType("PlaceKey", str)
BlockKey = NewType("BlockKey", str)
StairwellKey = NewType("StairwellKey", str)

_REFERENCE = re.compile(r"[^\W_][\w.:-]{0,63}")
REFERENCE_FORM = Text(
    da="det skal være 1 til 64 bogstaver, cifre eller . - _ : uden mellemrum",
    en="it must be 1 to 64 letters, digits or . - _ : without spaces",
)


def is_reference(text: str) -> bool:
    """Whether a text has a reference's form, composed as facts compose it."""
    return bool(_REFERENCE.fullmatch(text)) and unicodedata.is_normalized("NFC", text)


# The same few references come thousands of times when a log is read.
@lru_cache(maxsize=1 << 17, typed=True)
def _reference(what: str, value: str) -> str:
    return checked_text(what, value, _REFERENCE, REFERENCE_FORM)


def reference(what: str, value: str) -> str:
    """The reference in Unicode's composed form.

    Raises: `InvalidValue`, when it is no text, has spaces or looks like a CPR number.

    >>> from vaerebro_events.domain.references import reference
    >>> reference("family", "f-017")
    'f-017'
    """
    if type(value) is not str:
        raise InvalidValue(what, value, A_TEXT)
    return _reference(what, value)


def activity_key(value: str) -> ActivityKey:
    """An activity's key in the plan."""
    return ActivityKey(reference("activity", value))


def indicator_key(value: str) -> IndicatorKey:
    """An indicator's key in the plan."""
    return IndicatorKey(reference("indicator", value))


def party_key(value: str) -> PartyKey:
    """The key of a party that assesses."""
    return PartyKey(reference("party", value))


def role_key(value: str) -> RoleKey:
    """What somebody works as, when recording."""
    return RoleKey(reference("role", value))


def user_ref(value: str) -> UserRef:
    """Who records, in the application that embeds the library."""
    return UserRef(reference("user", value))


def participant_ref(value: str) -> ParticipantRef:
    """A participant of any kind."""
    return ParticipantRef(reference("participant", value))


def family_ref(value: str) -> FamilyRef:
    """A family."""
    return FamilyRef(reference("family", value))


def youth_ref(value: str) -> YouthRef:
    """A youth."""
    return YouthRef(reference("youth", value))


def series_ref(value: str) -> SeriesRef:
    """A season or series of meetings, within its activity."""
    return SeriesRef(reference("series", value))


def job_ref(value: str) -> JobRef:
    """A lommepengejob or fritidsjob, within its activity."""
    return JobRef(reference("job", value))


def employer_ref(value: str) -> EmployerRef:
    """An employer of a fritidsjob."""
    return EmployerRef(reference("employer", value))


def resident_ref(value: str) -> ResidentRef:
    """A resident, also as a volunteer or a bydelsmor."""
    return ResidentRef(reference("resident", value))


def alias_ref(value: str) -> AliasRef:
    """A visitor who is known by an alias alone."""
    return AliasRef(reference("alias", value))


def network_ref(value: str) -> NetworkRef:
    """A network of residents or families, within its activity."""
    return NetworkRef(reference("network", value))


def organisation_ref(value: str) -> OrganisationRef:
    """A local organisation of a block or of stairwells."""
    return OrganisationRef(reference("organisation", value))


def partner_ref(value: str) -> PartnerRef:
    """Somebody outside the project whom it works with: an enterprise, a club, an institution."""
    return PartnerRef(reference("partner", value))


def initiative_ref(value: str) -> InitiativeRef:
    """An initiative that the project and others hold together."""
    return InitiativeRef(reference("initiative", value))


def body_ref(value: str) -> BodyRef:
    """A group, channel, working group or committee."""
    return BodyRef(reference("body", value))


def piece_ref(value: str) -> PieceRef:
    """A piece of communication that was sent out."""
    return PieceRef(reference("piece", value))


def revision_ref(value: str) -> RevisionRef:
    """A revision of the agreement."""
    return RevisionRef(reference("revision", value))


def milestone_ref(value: str) -> MilestoneRef:
    """A milestone."""
    return MilestoneRef(reference("milestone", value))


def barrier_ref(value: str) -> BarrierRef:
    """A barrier to reaching the goals."""
    return BarrierRef(reference("barrier", value))


def disagreement_ref(value: str) -> DisagreementRef:
    """A disagreement between parties."""
    return DisagreementRef(reference("disagreement", value))


def criterion_key(value: str) -> CriterionKey:
    """A criterion's key in the plan."""
    return CriterionKey(reference("criterion", value))


def reading_key(value: str) -> ReadingKey:
    """The key of one of a criterion's readings."""
    return ReadingKey(reference("reading", value))


def report_key(value: str) -> ReportKey:
    """The key of a report that a duty of the plan asks for."""
    return ReportKey(reference("report", value))


def period_key(value: str) -> PeriodKey:
    """The name of a period that is closed: a year of the programme, or `programme`."""
    return PeriodKey(reference("period", value))


def group_key(value: str) -> GroupKey:
    """The key of a target group of an activity."""
    return GroupKey(reference("group", value))


def place_key(value: str) -> PlaceKey:
    """The key of a place that the plan names."""
    return PlaceKey(reference("place", value))


def block_key(value: str) -> BlockKey:
    """The key of a block of the estate."""
    return BlockKey(reference("block", value))


K = TypeVar("K", bound=str)


def _keys(what: str, several: str, value: Iterable[str], key: Callable[[str], K]) -> tuple[K, ...]:
    """Keys, each once, in the order of their names."""
    if not isinstance(value, tuple | list):
        why = Text(da=f"det skal være en liste af »{several}«", en=f"it must be a list of {several}")
        raise InvalidValue(several, safe(value), why)
    keys = sorted({key(item) for item in value})
    if len(keys) < len(value):
        why = Text(da="det samme står der to gange", en=f"a {what} stands there twice")
        raise InvalidValue(several, ", ".join(value), why)
    return tuple(keys)


def stairwell_keys(value: Iterable[str]) -> tuple[StairwellKey, ...]:
    """Keys of stairwells of a block, each once, in the order of their names.

    Raises: `InvalidValue`.
    """
    return _keys("stairwell", "stairwells", value, lambda key: StairwellKey(reference("stairwell", key)))


def criterion_keys(value: Iterable[str]) -> tuple[CriterionKey, ...]:
    """Keys of criteria, each once, in the order of their names.

    Raises: `InvalidValue`.
    """
    return _keys("criterion", "criteria", value, criterion_key)


def party_keys(value: Iterable[str]) -> tuple[PartyKey, ...]:
    """Keys of parties, each once, in the order of their names.

    Raises: `InvalidValue`.
    """
    return _keys("party", "parties", value, party_key)
