"""What is said of a plan in several of its checks."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from vaerebro_events.domain.references import REFERENCE_FORM
from vaerebro_events.text import Text, Wording, day_in, quoted

# What a plan should have, by its word in the file: as it is said after «der findes».
NO: Mapping[str, str] = {
    "activity": "ingen aktivitet",
    "area": "intet indsatsområde",
    "block": "ingen blok",
    "criterion": "intet kriterium",
    "fact": "ingen hændelse",
    "group": "ingen målgruppe",
    "indicator": "ingen indikator",
    "party": "ingen part",
    "place": "intet sted",
}


def keyed(table: Wording, *keys: str) -> Text:
    """A table of the plan, with the keys that say which."""
    where = Text.of(table)
    return Text.each(
        lambda language: f"{where.in_(language)} {', '.join(quoted(key, language) for key in keys)}"
    )


def within(place: Text, part: Wording) -> Text:
    """A part of a place of the plan."""
    return Text.each(lambda language: f"{place.in_(language)}, {Text.of(part).in_(language)}")


class Titled(Protocol):
    """What a plan names by a key and a title."""

    @property
    def key(self) -> str: ...
    @property
    def title(self) -> Text: ...


def names_of(titled: Iterable[Titled]) -> tuple[Wording, ...]:
    """All names that these go by: a person may have meant any of them."""
    return tuple(name for each in titled for name in (each.key, each.title))


def no_such(kind: str, key: object) -> Text:
    """That the plan does not have what it names."""
    return Text(da=f"der findes {NO[kind]} »{key}«", en=f"there is no {kind} «{key}»")


def no_key(key: str) -> Text:
    """That a key is such as no fact could name."""
    return Text(
        da=f"»{key}« er ikke en nøgle: {REFERENCE_FORM.da}", en=f"«{key}» is no key: {REFERENCE_FORM.en}"
    )


def outside(name: str, day: date) -> Text:
    """That a day is none of the programme's."""
    return Text(
        da=f"{name} ({day_in(day, 'da')}) ligger uden for aftaleperioden",
        en=f"{name} ({day}) lies outside the programme",
    )
