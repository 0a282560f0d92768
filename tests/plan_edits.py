"""Every small edit of a plan: each field of each of its values otherwise, found by walking the values.

A field added to the plan later is edited without more; only a value of a new type needs a line in `others`.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, cast, get_args, get_type_hints

from attrs import Attribute, evolve, fields, frozen, has

from golden_plan import PLAN, TEXT
from vaerebro_events import VOCABULARY, Plan, Rule, Text
from vaerebro_events.domain.commitments import CoFinancing, Duty, Every, Money, Post, Share
from vaerebro_events.domain.plan import Area, Baseline, Indicator, IndicatorSource, Party, Starts
from vaerebro_events.projections.rules import Count, Distinct
from vaerebro_events.projections.rules.counting import Across, Each
from vaerebro_events.projections.rules.distinct import Also, OfThem
from vaerebro_events.projections.rules.presence import Ended
from vaerebro_events.projections.rules.series import Participants

Path = tuple[str | int, ...]

# The golden plan, with all that an agreement promises beside its criteria.
FULL = evolve(
    PLAN,
    areas=(Area("area", TEXT, Money(100, 50)), Area("other", TEXT)),
    criteria=(*PLAN.criteria, evolve(PLAN.criteria[0], key="again", same_as="everything")),
    indicators=(
        *PLAN.indicators,
        Indicator(
            "counted",
            TEXT,
            IndicatorSource.COUNT,
            baseline=Baseline(TEXT, due=date(2020, 12, 31)),
        ),
    ),
    money=Money(300, 200),
    parties=(Party("council", TEXT), Party("estate", TEXT)),
    posts=(Post("leader", TEXT, (Share("area", 60), Share("other", 40))), Post("worker", TEXT)),
    cofinancing=(
        CoFinancing("council", "familieakademi", TEXT, Decimal("2.5")),
        CoFinancing("council", "familieakademi", TEXT),
        CoFinancing("estate", "familieakademi", TEXT),
    ),
    duties=(
        Duty("evaluation", TEXT, "evaluation-held", Every.YEAR, TEXT, {"kind": "yearly"}, months=6),
        Duty("midterm", TEXT, "evaluation-held", Every.ONCE, TEXT, last_day=date(2022, 1, 1)),
    ),
)


@frozen
class Place:
    """The table that an edit is told of, and whose row it is; the programme's name may be edited itself."""

    table: str
    subject: str


@frozen
class Edit:
    """What a plan has otherwise at a path; of a row that is added, removed or named otherwise, which."""

    path: Path
    new: object
    place: Place
    row: str = ""

    def of(self, plan: Plan) -> Plan:
        """The plan with the edit."""
        edited = _put(plan, self.path, self.new)
        assert isinstance(edited, Plan)
        return edited


def _put(value: Any, path: Path, new: object) -> object:
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*value[:step], _put(value[step], rest, new), *value[step + 1 :])
    return evolve(value, **{step: _put(getattr(value, step), rest, new)})


# Which fields of rules name a kind of fact, so that their sentences can be said.
_TAGS = ("fact", "began", "sign", "ended")
_MADE: Mapping[type, object] = {
    Money: Money(1, 2),
    Text: Text(da="nyt", en="new"),
    date: date(2022, 6, 1),
    Baseline: Baseline(TEXT),
    Starts: Starts("activity-started"),
    Decimal: Decimal(7),
    int: 7,
    str: "new",
    Across: Across("series", 2, TEXT),
    Each: Each("network", "network-formed", "network-ended", TEXT),
    Participants: Participants("family-attended", "family", 6, TEXT),
    OfThem: OfThem("bydelsmor-began", "resident", 2, TEXT),
    Ended: Ended("body-dissolved", "body"),
    Also: Also("resident-joined"),
    Share: Share("area", 50),
    Party: Party("new", TEXT),
}


def names_of(value: object) -> tuple[str, ...]:
    """The fields of a value."""
    kind: Any = type(value)
    own: tuple[Attribute[Any], ...] = fields(kind)
    return tuple(each.name for each in own)


def is_value(value: object) -> bool:
    """Whether something has fields."""
    kind: Any = type(value)
    return has(kind)


def items_of(value: object) -> tuple[Any, ...]:
    """What a tuple holds."""
    return cast("tuple[object, ...]", value) if isinstance(value, tuple) else ()


def edits_of(plan: Plan) -> tuple[Edit, ...]:
    """Every small edit of a plan."""
    return tuple(_edits(plan, (), Place("programme", plan.name)))


def _edits(value: Any, path: Path, place: Place) -> Iterator[Edit]:
    """The edits of each field of a value."""
    hints = get_type_hints(cast("type[object]", type(value)))
    for name in names_of(value):
        found, at = getattr(value, name), (*path, name)
        items = items_of(found)
        here = place if place.subject or path != ("settings",) else Place("settings", name)
        if name in ("groups", "readings") or (path == () and isinstance(found, tuple)):
            yield from _rows(items, at, name, "" if path == () else f"{place.subject} ")
            yield from _turned(items, at, Place(name, place.subject))
        elif items and is_value(items[0]) and not isinstance(items[0], Text):
            for number, item in enumerate(items):
                yield from _edits(item, (*at, number), here)
                yield Edit(at, (*items[:number], *items[number + 1 :]), here)
            yield from _turned(items, at, here)
        elif name == "settings":
            yield from _edits(found, at, Place("settings", ""))
        elif name == "key":
            yield Edit(at, f"{found}-new", here, "named")
        else:
            yield from _value_edits(found, at, here, hints[name])


def _rows(rows: tuple[Any, ...], at: Path, table: str, owner: str) -> Iterator[Edit]:
    """The edits of a table: each of a row, each row gone, and one more."""
    for number, row in enumerate(rows):
        key = f"{row.party} {row.activity}" if isinstance(row, CoFinancing) else row.key
        place = Place(table, f"{owner}{key}")
        yield from _edits(row, (*at, number), place)
        yield Edit(at, (*rows[:number], *rows[number + 1 :]), place, "removed")
    if rows:
        field = "party" if isinstance(rows[0], CoFinancing) else "key"
        more = evolve(rows[0], **{field: "one-more"})
        subject = f"one-more {rows[0].activity}" if field == "party" else "one-more"
        yield Edit(at, (*rows, more), Place(table, f"{owner}{subject}"), "added")


def _turned(rows: tuple[Any, ...], at: Path, place: Place) -> Iterator[Edit]:
    if len(rows) > 1:
        yield Edit(at, rows[::-1], place)


def _value_edits(value: Any, at: Path, place: Place, hint: Any) -> Iterator[Edit]:
    """The edits of what stands in one field."""
    row = "named" if at[-1] in ("party", "activity") and at[0] == "cofinancing" else ""
    for other in others(value, str(at[-1]), hint):
        yield Edit(at, other, place, row)
    if is_value(value) and not isinstance(value, Text):
        yield from _edits(value, at, place)


def others(value: Any, name: str, hint: Any) -> Iterator[object]:  # noqa: C901 one branch a type
    """Other values that a field could have."""
    if value is None:
        kinds = [kind for kind in get_args(hint) if kind in _MADE]
        assert kinds, f"no value for {name}: {hint}"
        yield "series-planned" if name in _TAGS else _MADE[kinds[0]]
        return
    if type(None) in get_args(hint):
        yield None
    items = items_of(value)
    match value:
        case Text():
            yield Text(da=f"{value.da}, ændret", en=value.en)
            yield Text(da=value.da, en=f"{value.en}, changed")
            yield Text(da="nyt", en="new")
        case Enum():
            yield from (each for each in type(value) if each is not value)
        case bool():
            yield not value
        case int() | Decimal():
            yield value + 1
        case date():
            yield value + timedelta(days=1)
        case str():
            yield from _texts(value, name)
        case Rule():
            yield Count("meeting-held", 7, TEXT)
            yield Distinct("family-attended", "family", 7, TEXT)
        case Mapping():
            yield {**value, "place": "elsewhere"}
            yield {**value, "kind": ("one", "another")}
        case tuple():
            yield from _other_items(items, hint)
        case _:
            assert is_value(value), f"no other value for {name}: {value}"


def _other_items(items: tuple[Any, ...], hint: Any) -> Iterator[object]:
    yield (*items, items[0] if items else _MADE[get_args(hint)[0]])
    if items:
        yield items[:-1]


def _texts(value: str, name: str) -> Iterator[str]:
    if name in _TAGS:
        yield next(tag for tag in VOCABULARY.facts if tag != value)
    else:
        yield f"{value}-other"
