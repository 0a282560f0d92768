"""Plain data and canonical bytes: facts, plans and whole entries, through the closed vocabulary.

Everything is read strictly (no unknown field, no missing one, no value of another kind), and the
validators of the values run. Bytes are canonical: sorted keys, no spaces, UTF-8; one entry has one form.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID

import orjson
from attrs import AttrsInstance, frozen, has
from cattrs import ClassValidationError, Converter, ForbiddenExtraKeysError, transform_error
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from vaerebro_events.domain.entry import Actor, Entry, Evidence
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.plan import Plan, Rule
from vaerebro_events.domain.vocabulary import Vocabulary
from vaerebro_events.errors import InvalidPlan, PlanProblem, VaerebroError, WrongFields

Data = dict[str, Any]
T = TypeVar("T")
_KEYS = frozenset(
    {
        "position", "batch_end", "id", "recorded_at", "occurred_on", "actor", "tag", "version",
        "fact", "evidence", "clock",
    }
)  # fmt: skip


def _plain(kind: type[T], word: str) -> Callable[[Any, Any], T]:
    def structure(value: Any, _: Any) -> T:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is not {word}")
        return value

    return structure


@lru_cache(maxsize=1 << 15)
def _day_of_text(value: str) -> date:
    day = date.fromisoformat(value)
    if day.isoformat() != value:
        raise ValueError(f"{value!r} is not a day as 2021-03-04")
    return day


def _day(value: Any, _: Any = None) -> date:
    if type(value) is date:  # TOML knows days.
        return value
    if type(value) is not str:
        raise TypeError(f"{value!r} is not a day")
    return _day_of_text(value)


# What is recorded together has one time.
@lru_cache(maxsize=1 << 10)
def _instant(value: str) -> datetime:
    instant = datetime.fromisoformat(value)
    if instant.tzinfo is not UTC:
        raise ValueError(f"{value!r} is not a time in UTC")
    return instant


def _choice(value: Any, kind: Any) -> Any:
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(item.value for item in kind)
        raise ValueError(f"{value!r} is none of {known}") from None


def _where_value(value: Any, _: Any) -> Any:
    if type(value) not in (str, int, bool):
        raise TypeError(f"{value!r} is no text, whole number or truth value")
    return value


def _is(wanted: type) -> Callable[[Any], bool]:
    return lambda kind: kind is wanted


def _converter(*, detailed: bool) -> Converter:
    """A strict converter: fast where all is expected to be well, detailed where a person made the data."""
    made = Converter(prefer_attrib_converters=True, detailed_validation=detailed)
    for kind, word in ((str, "text"), (int, "a whole number"), (bool, "true or false")):
        made.register_structure_hook(kind, _plain(kind, word))
    made.register_structure_hook(date, _day)
    made.register_structure_hook(str | bool | int, _where_value)
    made.register_structure_hook(StrEnum, _choice)

    def attrs_hook(kind: type[AttrsInstance]) -> Callable[[Any, Any], Any]:
        return make_dict_structure_fn(
            kind,
            made,
            _cattrs_forbid_extra_keys=True,
            _cattrs_use_linecache=False,
            _cattrs_prefer_attrib_converters=True,
            _cattrs_detailed_validation=detailed,
        )

    made.register_structure_hook_factory(has, attrs_hook)
    made.register_unstructure_hook(date, date.isoformat)
    made.register_unstructure_hook(str | bool | int, lambda value: value)
    return made


@frozen(eq=False)
class _Shape:
    """How one kind of fact is read and written."""

    read: Callable[[Any, Any], Fact]
    write: Callable[[Fact], Data]


class Codec:
    """Reads and writes facts, plans and entries of one vocabulary.

    >>> from vaerebro_events.codec import Codec
    >>> from vaerebro_events.projections.vocabulary import VOCABULARY
    >>> Codec(VOCABULARY).fact("participant-registered", {"kind": "family", "who": "f-017"})
    ParticipantRegistered(kind=<ParticipantKind.FAMILY: 'family'>, who='f-017')
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._fast, self._detailed = _converter(detailed=False), _converter(detailed=True)
        for converter in (self._fast, self._detailed):
            # By function: a hook by class would be taken for the subclasses, too.
            converter.register_structure_hook_func(_is(Fact), self._read_nested)
            converter.register_structure_hook_func(_is(Rule), self._rule_reader(converter))
            converter.register_unstructure_hook_func(_is(Fact), self.plain_fact)
            converter.register_unstructure_hook_func(_is(Rule), self._plain_rule)
        self._shapes: dict[str, _Shape] = {}
        self._actors: dict[tuple[str, str], Actor] = {}

    # Facts.

    def fact(self, tag: str, fields: Mapping[str, Any]) -> Fact:
        """The fact of that tag with these fields, as a person or another program gives them.

        Raises: `UnknownTag`, `WrongFields`, `InvalidValue`.
        """
        kind = self.vocabulary.fact(tag)
        try:
            return self._detailed.structure(dict(fields), kind)
        except ClassValidationError as error:
            typed = next(_typed(error), None)
            if typed is not None:
                raise typed from None
            raise WrongFields(tag, _listed(_whys(error, fields))) from None

    def plain_fact(self, fact: Fact) -> Data:
        """A fact as plain data: its tag, the version of its shape, and its fields."""
        return {"tag": fact.tag, "version": fact.version, "fact": self._shape(fact.tag).write(fact)}

    def _read_fact(self, data: Mapping[str, Any]) -> Fact:
        tag, fields, version = data["tag"], data["fact"], data["version"]
        kind = self.vocabulary.fact(tag)
        if version != kind.version:
            fields = self._lifted(kind, fields, version)
        return self._shape(tag).read(fields, kind)

    def _read_nested(self, data: Any, _: Any) -> Fact:
        if set(data) != {"tag", "version", "fact"}:
            raise ValueError("a fact has tag, version and fact")
        return self._read_fact(data)

    def _lifted(self, kind: type[Fact], fields: Data, version: int) -> Data:
        while version != kind.version:
            lift = self.vocabulary.lifts.get((kind.tag, version))
            if lift is None:
                raise ValueError(f"version {version} of «{kind.tag}» is not known")
            fields, version = lift(fields), version + 1
        return fields

    def _shape(self, tag: str) -> _Shape:
        shape = self._shapes.get(tag)
        if shape is None:
            kind: Any = self.vocabulary.fact(tag)
            read = self._fast.get_structure_hook(kind)
            shape = self._shapes[tag] = _Shape(read, make_dict_unstructure_fn(kind, self._fast))
        return shape

    # Plans.

    def _rule_reader(self, converter: Converter) -> Callable[[Any, Any], Rule]:
        def read(data: Any, _: Any) -> Rule:
            fields = dict(data)
            return converter.structure(fields, self.vocabulary.rule(fields.pop("kind", None)))

        return read

    def _plain_rule(self, rule: Rule) -> Data:
        kind: Any = type(rule)
        return {"kind": rule.kind, **make_dict_unstructure_fn(kind, self._fast)(rule)}

    def plan(self, name: str, data: Mapping[str, Any]) -> Plan:
        """The plan that plain data, as read from TOML, describes.

        Raises: `InvalidPlan`, with all that is wrong and where.
        """
        try:
            plan = self._detailed.structure(data, Plan)
        except ClassValidationError as error:
            whys = _whys(error, data)
            problems = tuple(PlanProblem(place or "the file", why) for place, why in whys)
            raise InvalidPlan(name, problems) from None
        problems = plan.problems(self.vocabulary.facts)
        if problems:
            raise InvalidPlan(name, problems)
        return plan

    def plain_plan(self, plan: Plan) -> Data:
        """A plan as plain data."""
        data: Data = self._fast.unstructure(plan, Plan)
        return data

    # Entries.

    def encode(self, entry: Entry) -> bytes:
        """The canonical bytes of a recorded entry: the whole envelope and its fact."""
        return orjson.dumps(self.plain_entry(entry), option=orjson.OPT_SORT_KEYS)

    def plain_entry(self, entry: Entry) -> Data:
        """An entry as plain data."""
        actor = entry.actor
        return {
            "position": entry.position,
            "batch_end": entry.batch_end,
            "id": str(entry.id),
            "recorded_at": entry.recorded_at.isoformat(timespec="microseconds"),
            "occurred_on": entry.occurred_on.isoformat(),
            "actor": {"role": actor.role, "user": actor.user},
            "evidence": [{"document": shown.document, "sha256": shown.sha256} for shown in entry.evidence],
            "clock": None if entry.clock is None else entry.clock.isoformat(timespec="microseconds"),
            **self.plain_fact(entry.fact),
        }

    def decode(self, data: bytes) -> Entry:
        """The entry that canonical bytes hold.

        Raises: `UnknownTag`, where the vocabulary does not hold its fact; another `VaerebroError`,
        `ValueError`, `TypeError` or `KeyError`, where the bytes are no entry.
        """
        read: Data = orjson.loads(data)
        if read.keys() != _KEYS:
            raise ValueError(f"an entry has the fields {', '.join(sorted(_KEYS))}")
        try:
            return self._entry(read)
        except ForbiddenExtraKeysError as error:
            raise ValueError(_say(error)) from None

    def _entry(self, read: Data) -> Entry:
        evidence, clock = read["evidence"], read["clock"]
        return Entry(
            read["position"],
            read["batch_end"],
            UUID(read["id"]),
            _instant(read["recorded_at"]),
            _day(read["occurred_on"]),
            self._actor(read["actor"]),
            self._read_fact(read),
            tuple(self._fast.structure(shown, Evidence) for shown in evidence) if evidence else (),
            None if clock is None else _instant(clock),
        )

    def _actor(self, data: Data) -> Actor:
        # The same few people record nearly everything.
        if data.keys() != {"role", "user"}:
            raise ValueError("an actor has role and user")
        key = (data["role"], data["user"])
        actor = self._actors.get(key)
        if actor is None:
            actor = self._actors[key] = Actor(*key)
        return actor


def _listed(whys: list[tuple[str, str]]) -> str:
    return "; ".join(f"{place}: {why}" if place else why for place, why in whys)


def _leaves(error: BaseException) -> list[BaseException]:
    if isinstance(error, ClassValidationError):
        return [leaf for inner in error.exceptions for leaf in _leaves(inner)]
    return [error]


def _typed(error: ClassValidationError) -> Iterator[VaerebroError]:
    return (leaf for leaf in _leaves(error) if isinstance(leaf, VaerebroError))


def _say(error: BaseException, _: type | None = None) -> str:
    match error:
        case ForbiddenExtraKeysError():
            return f"it does not know {', '.join(sorted(error.extra_fields))}"
        case KeyError():
            return "it is missing"
        case VaerebroError():
            return error.sentence.rstrip(".")
        case _:
            return str(error)


def _whys(error: ClassValidationError, data: object) -> list[tuple[str, str]]:
    """All that is wrong, each with its place: names of tables, with keys rather than numbers."""
    found: list[tuple[str, str]] = []
    for message in transform_error(error, format_exception=_say):
        why, _, path = message.rpartition(" @ ")
        found.append((_place(path.removeprefix("$").removeprefix("."), data), why))
    return found


def _place(path: str, data: Any) -> str:
    """A path such as `criteria[3].title`, said with the keys of its tables: `criteria «x.y», title`."""
    said: list[str] = []
    for step in filter(None, re.split(r"\.|(\[\d+\])", path)):
        at: Any = int(step[1:-1]) if step.startswith("[") else step
        try:
            data = data[at]
        except (KeyError, IndexError, TypeError):
            data = None
        if isinstance(at, int):
            said[-1] += f" «{_key(data)}»" if _key(data) else f" {at + 1}"
        else:
            said.append(step)
    return ", ".join(said)


def _key(data: Any) -> Any:
    try:
        return data["key"]
    except (KeyError, TypeError):
        return None
