"""The small values that facts are made of, and how each is checked. A new kind of reference: here.

References are opaque: who they are is kept elsewhere. They are letters, digits and `. - _ :`, at most
64, and never anything that looks like a CPR number.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, NewType, TypeVar

from attrs import Attribute

from vaerebro_events.errors import InvalidValue

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
GroupKey = NewType("GroupKey", str)
PlaceKey = NewType("PlaceKey", str)
BlockKey = NewType("BlockKey", str)
StairwellKey = NewType("StairwellKey", str)

MOST = 1_000_000
MOST_DECIMALS = 6
MOST_DIGITS = 30
HUNDRED = 100  # per cent
MOST_MONTHS = 120

_REFERENCE = re.compile(r"[^\W_][\w.:-]{0,63}")
REFERENCE_FORM = "it must be 1 to 64 letters, digits or . - _ : without spaces"
# Lone surrogates (U+D800-DFFF) are no text: they have no bytes in UTF-8.
_IDENTIFIER = re.compile(
    r"[^\s\x00-\x1f\x7f\ud800-\udfff](?:[^\x00-\x1f\x7f\ud800-\udfff]{0,198}[^\s\x00-\x1f\x7f\ud800-\udfff])?"
)
_IDENTIFIER_FORM = "it must be 1 to 200 characters on one line"
_SHA256 = re.compile(r"[0-9a-f]{64}")
# Day, month, year and four digits, however they are set apart; a day may have 60 added to it.
_CPR = re.compile(
    r"(?<!\d)(?:[012]\d|3[01]|[678]\d|9[01])[\W_]?(?:0[1-9]|1[0-2])[\W_]?\d\d[\W_]{0,3}\d{4}(?!\d)"
)
_NUMBER = re.compile(r"(-?[0-9]{1,12})(?:\.([0-9]{1,6}0*))?")
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")

Check = Callable[[object, "Attribute[Any]", Any], None]
E = TypeVar("E", bound=StrEnum)


def looks_like_cpr(text: str) -> bool:
    """Whether a text holds what looks like a CPR number; a UUID's digits do not count.

    >>> from vaerebro_events.domain.values import looks_like_cpr
    >>> looks_like_cpr("case 010190-1234"), looks_like_cpr("case 2021-001234")
    (True, False)
    """
    digits = unicodedata.normalize("NFKC", text)  # full-width digits are digits, too
    return bool(_CPR.search(digits)) and not _UUID.fullmatch(digits)


def _safe(value: object) -> object:
    """A value as an error may show it: what looks like a CPR number would end in logs and on screens."""
    return "…" if looks_like_cpr(str(value)) else value


def _text(what: str, value: object, pattern: re.Pattern[str], form: str) -> str:
    if not isinstance(value, str):
        raise InvalidValue(what, value, "it must be text")
    text = unicodedata.normalize("NFC", value)
    if looks_like_cpr(text):
        raise InvalidValue(what, "…", "it looks like a CPR number, and the log holds none")
    if not pattern.fullmatch(text):
        raise InvalidValue(what, value, form)
    return text


def is_reference(text: str) -> bool:
    """Whether a text has a reference's form, composed as facts compose it."""
    return bool(_REFERENCE.fullmatch(text)) and unicodedata.is_normalized("NFC", text)


# The same few references come thousands of times when a log is read.
@lru_cache(maxsize=1 << 17, typed=True)
def _reference(what: str, value: str) -> str:
    return _text(what, value, _REFERENCE, REFERENCE_FORM)


def reference(what: str, value: str) -> str:
    """The reference in Unicode's composed form.

    Raises: `InvalidValue`, when it is no text, has spaces or looks like a CPR number.

    >>> from vaerebro_events.domain.values import reference
    >>> reference("family", "f-017")
    'f-017'
    """
    if type(value) is not str:
        raise InvalidValue(what, value, "it must be text")
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


def group_key(value: str) -> GroupKey:
    """The key of a target group of an activity."""
    return GroupKey(reference("group", value))


def place_key(value: str) -> PlaceKey:
    """The key of a place that the plan names."""
    return PlaceKey(reference("place", value))


def block_key(value: str) -> BlockKey:
    """The key of a block of the estate."""
    return BlockKey(reference("block", value))


def stairwell_keys(value: Iterable[str]) -> tuple[StairwellKey, ...]:
    """Keys of stairwells of a block, each once, in the order of their names.

    Raises: `InvalidValue`.
    """
    if not isinstance(value, tuple | list):
        raise InvalidValue("stairwells", _safe(value), "it must be a list of stairwells")
    keys = sorted({StairwellKey(reference("stairwell", item)) for item in value})
    if len(keys) < len(value):
        raise InvalidValue("stairwells", ", ".join(value), "a stairwell stands there twice")
    return tuple(keys)


def exact(value: Decimal | str | int) -> Decimal:
    """A number as it was written, exact; `75.0` and `75` are the same.

    Raises: `InvalidValue`; a float is refused, since it is not what was written.

    >>> from vaerebro_events.domain.values import exact
    >>> exact("77.970"), exact(80)
    (Decimal('77.97'), Decimal('80'))
    """
    if type(value) not in (Decimal, str, int):
        raise InvalidValue("number", value, "it must be exact: give it as text, such as '77.97'")
    if isinstance(value, str) and looks_like_cpr(value):
        raise InvalidValue("number", "…", "it looks like a CPR number, and the log holds none")
    written = _NUMBER.fullmatch(value if isinstance(value, str) else _plainly(value))
    if written is None:
        why = f"it must be a number such as '77.97', with at most {MOST_DECIMALS} decimals"
        raise InvalidValue("number", value, why)
    whole_part, decimals = written[1], (written[2] or "").rstrip("0")
    number = Decimal(f"{whole_part}.{decimals}" if decimals else whole_part)
    if abs(number) > MOST:
        raise InvalidValue("number", value, f"it must be at most {MOST}")
    return number or Decimal(0)


def _plainly(number: Decimal | int) -> str:
    """A number as digits, where it is one that could be meant."""
    if isinstance(number, int):
        return str(number) if abs(number) <= MOST else "too much"
    meant = number.is_finite() and abs(number.adjusted()) <= MOST_DIGITS
    return f"{number:f}" if meant else "no number"


def per_cent(_: object, attribute: "Attribute[Any]", value: Any) -> None:
    """Checks a number of per cent, from 0 to 100."""
    if not 0 <= value <= HUNDRED:
        raise InvalidValue(attribute.name, str(value), "it must be per cent, from 0 to 100")


def not_negative(_: object, attribute: "Attribute[Any]", value: Any) -> None:
    """Checks a number that is 0 or more."""
    if value < 0:
        raise InvalidValue(attribute.name, str(value), "it must be 0 or more")


def document_id(value: str) -> str:
    """A document's identifier where it is kept."""
    return _text("document", value, _IDENTIFIER, _IDENTIFIER_FORM)


def sha256_hex(value: str) -> str:
    """A SHA-256 as 64 hexadecimal digits in small letters."""
    if not isinstance(value, str) or not _SHA256.fullmatch(value):  # pyright: ignore[reportUnnecessaryIsInstance] callers may be untyped
        raise InvalidValue("sha256", value, "it must be 64 hexadecimal digits in small letters")
    return value


def whole(least: int = 0, most: int = MOST) -> Check:
    """Checks a whole number from `least` to `most`."""

    def check(_: object, attribute: "Attribute[Any]", value: Any) -> None:
        if type(value) is not int or not least <= value <= most:
            raise InvalidValue(attribute.name, value, f"it must be a whole number from {least} to {most}")

    return check


def a_position(_: object, attribute: "Attribute[Any]", value: Any) -> None:
    """Checks a place in the log, which begins at 1."""
    if type(value) is not int or value < 1:
        raise InvalidValue(attribute.name, value, "it must be a position: 1, 2, 3 …")


def yes_or_no(_: object, attribute: "Attribute[Any]", value: Any) -> None:
    """Checks a truth value; 0 and 1 are numbers, not answers."""
    if type(value) is not bool:
        raise InvalidValue(attribute.name, value, "it must be true or false")


def plain_day(_: object, attribute: "Attribute[Any]", value: Any) -> None:
    """Checks a day without a time."""
    check_day(attribute.name, value)


def check_day(what: str, value: object) -> None:
    """Refuses what is not a day without a time.

    Raises: `InvalidValue`.
    """
    if not isinstance(value, date) or isinstance(value, datetime):
        raise InvalidValue(what, value, "it must be a day, without a time")


def choice(kinds: type[E], what: str, value: str) -> E:
    """One of a closed set of words.

    Raises: `InvalidValue`, which lists them.
    """
    try:
        return kinds(value)
    except ValueError:
        known = ", ".join(kind.value for kind in kinds)
        raise InvalidValue(what, _safe(value), f"it must be one of {known}") from None
