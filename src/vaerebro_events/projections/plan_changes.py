"""What differs between two versions of a plan, in words.

The values of the plan are walked field by field, so that a field added later is told without more;
`plan_words` has the titles. A new list of the plan is a table of its own, a list within one of its items
is told of that item, unless it stands in `OWN_TABLES`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, cast

from attrs import evolve, field, frozen

from vaerebro_events.domain.commitments import CoFinancing, Share
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.plan import Plan, Rule, Words
from vaerebro_events.projections.plan_words import field_names, is_value, listed, said, title_of
from vaerebro_events.text import Language, Text

PROGRAMME = "programme"
# Tables whose rows belong to a row of another: they are told beside it.
OWN_TABLES: Mapping[str, str] = {"groups": "activities", "readings": "criteria"}
TABLES = (
    *(PROGRAMME, "settings", "areas", "activities", "places", "blocks", "parties", "posts"),
    *("cofinancing", "duties", "indicators", "criteria"),
)


class ChangeKind(StrEnum):
    """Whether something came into the plan, went out of it, or is another than before."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@frozen
class PlanChange:
    """One thing in which two versions of a plan differ: the table, what of it, and how, in words.

    The subject is the key of a row, with that of the row it belongs to (`criterion reading`); of the
    programme its name; of the settings the setting. Where rows stand in another order, it is what they
    belong to.
    """

    what: ChangeKind
    table: str
    subject: str
    says: Text


_ADDED = Text(da="tilføjet", en="added")
_REMOVED = Text(da="udgået", en="removed")
_ORDER = Text(da="rækkefølge", en="order")
_IN_THE_OTHER = Text(da="på engelsk", en="in Danish")
_SAME_WORDS = Text(da="en anden, men sagt med de samme ord", en="another, though said in the same words")
_OTHER: Mapping[Language, Language] = {"da": "en", "en": "da"}


@frozen(eq=False)
class _Pair:
    """Two versions of a plan, each with what its values need to be said."""

    before: Plan
    after: Plan
    facts: Mapping[str, type[Fact]]

    def words(self, language: Language) -> tuple[Words, Words]:
        return Words(language, self.before, self.facts), Words(language, self.after, self.facts)

    def told(self, title: Text, name: str, old: object, new: object) -> Text:
        """What a value was and is; where only the other language says it otherwise, in that."""
        said_in = {language: self._said(language, name, old, new) for language in _OTHER}

        def sentence(language: Language) -> str:
            shown = (said_in[language], said_in[_OTHER[language]])
            marks = (title.in_(language), f"{title.in_(language)}, {_IN_THE_OTHER.in_(language)}")
            for mark, (was, now) in zip(marks, shown, strict=True):
                if was != now:
                    return f"{mark}: {was} → {now}"
            named = ", ".join(_differing(old, new))
            same = f"{marks[0]}: {_SAME_WORDS.in_(language)}"
            return f"{same} ({named})" if named else same

        return Text(da=sentence("da"), en=sentence("en"))

    def _said(self, language: Language, name: str, old: object, new: object) -> tuple[str, str]:
        before, after = self.words(language)
        return said(old, before, name), said(new, after, name)

    def added(self, item: object) -> Text:
        """A row that is new, with all that it says."""
        return self._row(_ADDED, item, self.after)

    def removed(self, item: object) -> Text:
        """A row that is there no more."""
        return self._row(_REMOVED, item, self.before)

    def _row(self, mark: Text, item: object, plan: Plan) -> Text:
        def sentence(language: Language) -> str:
            words = Words(language, plan, self.facts)
            title: Text | None = getattr(item, "title", None)
            found = [] if title is None else [said(title, words)]
            if mark is _ADDED or title is None:
                found += listed(item, words, "key", "title", *OWN_TABLES)
            return f"{mark.in_(language)}: {'; '.join(found)}"

        return Text(da=sentence("da"), en=sentence("en"))


@frozen
class _At:
    """Where in the plan the walk is: the table, whose row, and within which of its fields."""

    table: str
    subject: str
    within: tuple[Text, ...] = ()
    top: bool = field(default=False, kw_only=True)

    def title(self, last: Text) -> Text:
        """The titles of the fields on the way, with that of the last."""
        titles = (*self.within, last)
        return Text(da=", ".join(each.da for each in titles), en=", ".join(each.en for each in titles))

    def changed(self, says: Text) -> PlanChange:
        """A change of what is here."""
        return PlanChange(ChangeKind.CHANGED, self.table, self.subject, says)


def plan_changes(before: Plan, after: Plan, facts: Mapping[str, type[Fact]]) -> tuple[PlanChange, ...]:
    """All in which two versions of a plan differ, table by table; nothing where they are equal.

    `facts` are the kinds of fact that rules name, by tag, as a vocabulary or a replay has them.

    >>> from attrs import evolve
    >>> from vaerebro_events import VOCABULARY, read_plan
    >>> from vaerebro_events.projections.plan_changes import plan_changes
    >>> plan = read_plan()
    >>> later = evolve(plan, settings=evolve(plan.settings, weeks_a_year=46))
    >>> [change] = plan_changes(plan, later, VOCABULARY.facts)
    >>> change.table, change.subject, change.says.da
    ('settings', 'weeks_a_year', 'uger om året: 52 → 46')
    """
    found = _fields(_Pair(before, after, facts), _At(PROGRAMME, after.name, top=True), before, after)
    return tuple(sorted(found, key=_place))


def _place(change: PlanChange) -> int:
    table = OWN_TABLES.get(change.table, change.table)
    return TABLES.index(table) if table in TABLES else len(TABLES)


def _fields(pair: _Pair, at: _At, old: Any, new: Any) -> Iterator[PlanChange]:
    """What differs between two values of one class, field by field."""
    for name in field_names(new):
        values = getattr(old, name), getattr(new, name)
        if values[0] != values[1]:
            yield from _field(pair, at, name, title_of(new, name), values)


def _field(pair: _Pair, at: _At, name: str, title: Text, values: tuple[Any, Any]) -> Iterator[PlanChange]:
    was, now = values
    if _has_rows(was) and _has_rows(now):
        if at.top or name in OWN_TABLES:
            yield from _rows(pair, at, name, was, now)
        else:
            yield from _parts(pair, evolve(at, within=(*at.within, title)), was, now)
    elif _walked(was, now):
        settings = at.top and name == "settings"
        inner = _At(name, "") if settings else _At(at.table, at.subject, (*at.within, title))
        yield from _fields(pair, inner, was, now)
    else:
        named = at if at.subject else evolve(at, subject=name)
        yield named.changed(pair.told(at.title(title), name, was, now))


def _walked(was: object, now: object) -> bool:
    """Whether two values are walked field by field: of one class of the plan's, and no words or rule."""
    return type(was) is type(now) and is_value(now) and not isinstance(now, Text | Rule)


def _identity(item: object) -> str | None:
    """What tells a row from the others of its table."""
    match item:
        case Share():
            return item.area
        case CoFinancing():
            return f"{item.party} {item.activity}"
        case _:
            key: str | None = getattr(item, "key", None)
            return key


def _has_rows(value: object) -> bool:
    items = cast("tuple[object, ...]", value) if isinstance(value, tuple) else (None,)
    return all(_identity(item) is not None for item in items)


_Row = tuple[str, int]


def _by_identity(items: tuple[object, ...]) -> dict[_Row, object]:
    """Rows by what tells them apart; of several alike, by their turn, too."""
    seen: Counter[str] = Counter()
    found: dict[_Row, object] = {}
    for item in items:
        key = str(_identity(item))
        seen[key] += 1
        found[key, seen[key]] = item
    return found


def _rows(
    pair: _Pair, at: _At, table: str, was: tuple[object, ...], now: tuple[object, ...]
) -> Iterator[PlanChange]:
    """What differs between the rows of a table: gone, new, others, or in another order."""
    old, new = _by_identity(was), _by_identity(now)
    for row in {**old, **new}:
        subject = row[0] if at.top else f"{at.subject} {row[0]}"
        here = _At(table, subject)
        if row not in new:
            yield PlanChange(ChangeKind.REMOVED, table, subject, pair.removed(old[row]))
        elif row in old:
            yield from _fields(pair, here, old[row], new[row])
        else:
            yield PlanChange(ChangeKind.ADDED, table, subject, pair.added(new[row]))
            yield from _rows_within(pair, here, new[row])
    yield from _order(_At(table, at.subject), at.title(title_of(pair.after, table)), old, new)


def _rows_within(pair: _Pair, at: _At, item: object) -> Iterator[PlanChange]:
    """The rows that come with a new row."""
    for table in OWN_TABLES:
        yield from _rows(pair, at, table, (), getattr(item, table, ()))


def _parts(pair: _Pair, at: _At, was: tuple[object, ...], now: tuple[object, ...]) -> Iterator[PlanChange]:
    """What differs between the lists within two rows: they are told of the row."""
    old, new = _by_identity(was), _by_identity(now)
    for row in {**old, **new}:
        here = evolve(at, within=(*at.within, Text(da=row[0], en=row[0])))
        if row in old and row in new:
            yield from _fields(pair, here, old[row], new[row])
        else:
            *above, last = here.within
            title = evolve(here, within=tuple(above)).title(last)
            yield here.changed(pair.told(title, "", old.get(row), new.get(row)))
    yield from _order(at, at.within[-1], old, new)


def _order(
    at: _At, title: Text, old: Mapping[_Row, object], new: Mapping[_Row, object]
) -> Iterator[PlanChange]:
    """That rows which both have stand in another order."""
    was, now = [key for key in old if key in new], [key for key in new if key in old]
    if was != now:
        ways = [", ".join(key for key, _ in way) for way in (was, now)]

        def sentence(language: Language) -> str:
            return f"{title.in_(language)}, {_ORDER.in_(language)}: {ways[0]} → {ways[1]}"

        yield at.changed(Text(da=sentence("da"), en=sentence("en")))


def _differing(old: object, new: object) -> Iterator[str]:
    """The fields in which two rules differ, by their names in the plan's file."""
    if type(old) is not type(new):
        yield "kind"
        return
    if not is_value(new):
        return
    for name in field_names(new):
        was, now = getattr(old, name), getattr(new, name)
        if was == now:
            continue
        inner = list(_differing(was, now)) if _walked(was, now) or isinstance(now, Rule) else []
        yield from (f"{name}.{each}" for each in inner) if inner else (name,)
