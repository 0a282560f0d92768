"""What is said of a plan in several of its checks."""

from collections.abc import Mapping
from datetime import date

from vaerebro_events.domain.references import REFERENCE_FORM
from vaerebro_events.text import Text

# What a plan should have, by its word in the file: as it is said after «der findes».
NO: Mapping[str, str] = {
    "activity": "ingen aktivitet",
    "area": "intet indsatsområde",
    "block": "ingen blok",
    "criterion": "intet kriterium",
    "fact": "ingen kendsgerning",
    "group": "ingen målgruppe",
    "indicator": "ingen indikator",
    "party": "ingen part",
    "place": "intet sted",
}


def no_such(kind: str, key: object) -> Text:
    """That the plan does not have what it names."""
    return Text(da=f"der findes {NO[kind]} «{key}»", en=f"there is no {kind} «{key}»")


def no_key(key: str) -> Text:
    """That a key is such as no fact could name."""
    return Text(
        da=f"«{key}» er ikke en nøgle: {REFERENCE_FORM.da}", en=f"«{key}» is no key: {REFERENCE_FORM.en}"
    )


def outside(name: str, day: date) -> Text:
    """That a day is none of the programme's."""
    return Text(
        da=f"{name} ({day}) ligger uden for programmet", en=f"{name} ({day}) lies outside the programme"
    )
