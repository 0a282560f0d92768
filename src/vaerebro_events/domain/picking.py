"""How rules pick facts: by tag and fields, and by the fields of what a fact names.

`where = { activity = "moedre-faedre", "series.group" = "mothers" }` picks facts of the activity whose
series was planned for mothers. A new reference to follow: one line in `FOLLOWED`.
"""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from itertools import product
from types import NoneType
from typing import TYPE_CHECKING, Any, cast, get_args, get_type_hints

from attrs import fields, frozen, has

from vaerebro_events.domain.amendments import Amendment
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.meetings import EventHeld, SeriesPlanned
from vaerebro_events.domain.networks import NetworkFormed
from vaerebro_events.domain.problem_words import no_such
from vaerebro_events.text import Text

if TYPE_CHECKING:
    from vaerebro_events.domain.fact import Where
    from vaerebro_events.domain.plan import Plan

Facts = Mapping[str, type[Fact]]
TRUE_OR_FALSE = Text(da="true eller false", en="true or false")
A_WHOLE_NUMBER = Text(da="et helt tal", en="a whole number")


@frozen
class Followed:
    """The fact that says more of what a field refers to, and the fields that both have in common."""

    fact: type[Fact]
    by: tuple[str, ...]


FOLLOWED: Mapping[str, Followed] = {
    "series": Followed(SeriesPlanned, ("activity", "series")),
    "network": Followed(NetworkFormed, ("activity", "network")),
    "meeting": Followed(EventHeld, ("activity", "series", "meeting")),
}

MAYBE = 2  # kinds in «this or nothing»


def field_names(fact: type[Fact]) -> frozenset[str]:
    """The names of a fact's fields."""
    return frozenset(field.name for field in fields(fact)) if has(fact) else frozenset()


def fact_problems(plan: "Plan", facts: Facts, tag: str, where: "Where", *named: str) -> Iterator[Text]:
    """What is wrong where a rule picks facts by tag and fields."""
    fact = facts.get(tag)
    if fact is None:
        yield no_such("fact", tag)
        return
    if issubclass(fact, Amendment):
        yield Text(
            da=f"en »{tag}« handler om logbogen, og ingen regel ser den",
            en=f"a «{tag}» is about the log, and no rule sees it",
        )
        return
    for name in named:
        yield from _name_problems(fact, tag, name)
    for name in (*named, *where):
        yield from _field_problems(fact, tag, name)
    for name, value in where.items():
        if value == ():
            yield Text(da=f"where.{name} nævner ingen værdi", en=f"where.{name} names no value")
    for one in alternatives(where):
        for name, value in one.items():
            yield from _value_problems(_holder(fact, name), name, value)
        yield from _key_problems(plan, fact, one)


def alternatives(where: "Where") -> Iterator["Where"]:
    """What is picked, one value a field: where a field has several, once for each of them."""
    choices = (tuple(_different(value)) if isinstance(value, tuple) else (value,) for value in where.values())
    return (dict(zip(where, values, strict=True)) for values in product(*choices))


def _different(values: tuple[str | bool | int, ...]) -> list[str | bool | int]:
    """Each value once; true and 1 are two."""
    return list({(type(value), value): value for value in values}.values())


def _holder(fact: type[Fact], name: str) -> type[Fact]:
    """The fact that holds a field: the one picked, or the one that says more of what it refers to."""
    refers, dot, _ = name.partition(".")
    return FOLLOWED[refers].fact if dot and refers in FOLLOWED else fact


def _field_problems(fact: type[Fact], tag: str, name: str) -> Iterator[Text]:
    known = field_names(fact)
    refers, dot, further = name.partition(".")
    if refers not in known:
        there = ", ".join(sorted(known))
        yield Text(
            da=f"hændelsen »{tag}« har ikke feltet »{refers}«; den har {there}",
            en=f"the fact «{tag}» has no field «{refers}»; it has {there}",
        )
    elif dot and not (refers in FOLLOWED and known.issuperset(FOLLOWED[refers].by)):
        there = ", ".join(FOLLOWED)
        yield Text(
            da=f"»{name}« kan ikke følges; det kan {there}",
            en=f"«{name}» cannot be followed; what can: {there}",
        )
    elif dot and further not in field_names(FOLLOWED[refers].fact):
        other = FOLLOWED[refers].fact
        there = ", ".join(sorted(field_names(other)))
        yield Text(
            da=f"en »{other.tag}« har ikke feltet »{further}«; den har {there}",
            en=f"a «{other.tag}» has no field «{further}»; it has {there}",
        )


def _kind(fact: type[Fact], name: str) -> Any:
    """What a field of a fact holds; nothing where that is not known here."""
    further = name.rpartition(".")[2]
    if further not in field_names(fact):
        return None
    try:
        kind: Any = get_type_hints(fact).get(further)
    except NameError:  # an application's own annotation, of this field or another
        kind = next((field.type for field in fields(cast(Any, fact)) if field.name == further), None)
    # Text or nothing is picked by as text.
    kinds = get_args(kind)
    return kinds[0] if len(kinds) == MAYBE and kinds[1] is NoneType else kind


def _name_problems(fact: type[Fact], tag: str, name: str) -> Iterator[Text]:
    """What is wrong where a field is to name somebody or something."""
    if "." in name:
        yield Text(
            da=f"»{name}« skal være et felt i hændelsen selv",
            en=f"«{name}» must be a field of the fact itself",
        )
    elif not _may_name(_kind(fact, name)):
        yield Text(
            da=f"»{name}« i »{tag}« nævner ingen og intet: det er ikke tekst",
            en=f"«{name}» of «{tag}» names nobody and nothing: it is no text",
        )


def _may_name(kind: Any) -> bool:
    """Whether a field of that kind can name somebody or something; what is not known here may."""
    return kind is None or isinstance(kind, str) or _is_text(kind)


def _is_text(kind: Any) -> bool:
    return kind is str or getattr(kind, "__supertype__", None) is str


def _is_choice(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, StrEnum)


def _value_problems(fact: type[Fact], name: str, value: object) -> Iterator[Text]:
    """What is wrong where a rule wants a field to have a value: it must be of the field's kind."""
    kind = _kind(fact, name)
    if kind is None or isinstance(kind, str):
        return
    if kind in (bool, int):
        if type(value) is not kind:
            yield _must_be(name, TRUE_OR_FALSE if kind is bool else A_WHOLE_NUMBER)
    elif _is_choice(kind):
        if value not in [item.value for item in kind]:
            known = ", ".join(item.value for item in kind)
            yield _must_be(name, Text(da=f"en af {known}", en=f"one of {known}"))
    elif not _is_text(kind):
        yield Text(
            da=f"en regel kan ikke vælge efter {name}: det er ikke tekst, et helt tal eller true og false",
            en=f"a rule cannot choose by {name}: it is no text, whole number or truth value",
        )
    elif not isinstance(value, str):
        yield _must_be(name, Text(da="tekst", en="text"))


def _must_be(name: str, wanted: Text) -> Text:
    return Text(da=f"where.{name} skal være {wanted.da}", en=f"where.{name} must be {wanted.en}")


def _key_problems(plan: "Plan", fact: type[Fact], where: Mapping[str, object]) -> Iterator[Text]:
    """What is wrong where a rule names what the plan should have."""
    activities = [
        activity.key for activity in plan.activities if where.get("activity", activity.key) == activity.key
    ]
    groups = [group for activity in activities for group in plan.groups(activity)]
    indicators = [each for each in plan.indicators if where.get("indicator", each.key) == each.key]
    # A party assesses an indicator, or is behind the agreement.
    assesses = "indicator" in field_names(fact)
    parties = [party for each in indicators for party in each.parties] if assesses else plan.parties
    known: Mapping[str, Collection[str]] = {
        "activity": activities,
        "series.activity": activities,
        "network.activity": activities,
        "meeting.activity": activities,
        "block": [block.key for block in plan.blocks],
        "place": [place.key for place in plan.places],
        "meeting.place": [place.key for place in plan.places],
        "group": groups,
        "series.group": groups,
        "indicator": [indicator.key for indicator in indicators],
        "party": [party.key for party in parties],
    }
    for name, keys in known.items():
        if name in where and where[name] not in keys and (name == "activity" or activities):
            yield no_such(name.rpartition(".")[2], where[name])


def season_problems(activity: str, facts: Facts, tag: str, where: Mapping[str, object]) -> Iterator[Text]:
    """What is wrong where a rule that picks facts by tag and fields is judged by season."""
    if tag in facts and "series" not in field_names(facts[tag]):
        yield Text(
            da=f"hændelsen »{tag}« nævner ingen sæson, så den kan ikke opgøres pr. sæson",
            en=f"the fact «{tag}» names no season, so it cannot be judged by season",
        )
    elif "series" in where:
        yield Text(
            da="en opgørelse pr. sæson vælger selv sæsonen, så where.series hører ikke til",
            en="a reading by season chooses the season itself, so where.series has no place",
        )
    elif where.get("activity") != activity:
        yield Text(
            da=f"en opgørelse pr. sæson skal have where.activity som »{activity}«",
            en=f"a reading by season needs where.activity to be «{activity}»",
        )


def activity_of(where: "Where") -> "Where":
    """Of what is picked, the activity alone."""
    return {name: value for name, value in where.items() if name == "activity"}


def activity_problems(where: Mapping[str, object]) -> Iterator[Text]:
    """What is wrong where a rule follows names from entry to entry: a name is one within its activity."""
    if not isinstance(where.get("activity"), str):
        yield Text(
            da="den følger navne, og de er navne inden for én aktivitet: where.activity siger hvilken",
            en="it follows names, and they are names within one activity: where.activity says which",
        )


def same_kind_problems(facts: Facts, one: tuple[str, str], other: tuple[str, str]) -> Iterator[Text]:
    """What is wrong where a rule takes two fields for one: a family and a youth may have the same name."""
    if one[0] not in facts or other[0] not in facts:
        return
    kinds = [_kind(facts[tag], name) for tag, name in (one, other)]
    if None not in kinds and kinds[0] is not kinds[1]:
        yield Text(
            da=f"»{other[1]}« i »{other[0]}« nævner noget andet end »{one[1]}« i »{one[0]}«",
            en=f"«{other[1]}» of «{other[0]}» names something else than «{one[1]}» of «{one[0]}»",
        )


def number_problems(facts: Facts, tag: str, name: str) -> Iterator[Text]:
    """What is wrong where a rule looks at a number that facts hold."""
    if tag in facts and ("." in name or _kind(facts[tag], name) is not int):
        yield Text(
            da=f"hændelsen »{tag}« har ikke tallet »{name}«",
            en=f"the fact «{tag}» has no number «{name}»",
        )
