"""Plain data and canonical bytes: facts, plans and whole entries, through the closed vocabulary.

Everything is read strictly (no unknown field, no missing one, no value of another kind), and the
validators of the values run. Bytes are canonical: sorted keys, no spaces, UTF-8; one entry has one form.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from uuid import UUID

import orjson
from attrs import evolve, frozen
from cattrs import (
    ClassValidationError,
    Converter,
    ForbiddenExtraKeysError,
    StructureHandlerNotFoundError,
)
from cattrs.gen import make_dict_unstructure_fn

from vaerebro_events.codec.converting import converter, day, instant, is_just
from vaerebro_events.codec.telling import say, typed, whys
from vaerebro_events.domain.entry import Actor, Entry, Evidence
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.plan import Plan, Rule
from vaerebro_events.domain.plan_problems import plan_problems
from vaerebro_events.domain.vocabulary import Vocabulary
from vaerebro_events.errors import InvalidPlan, WrongFields
from vaerebro_events.errors.said import Unfit, listed
from vaerebro_events.text import Text

Data = dict[str, Any]
THE_FILE = Text(da="filen", en="the file")
A_FACT_HAS = Text(da="en hændelse har tag, version og fact", en="a fact has tag, version and fact")
A_RULE = Text(da="en regel er en tabel med sin kind", en="a rule is a table with its kind")
AN_ACTOR_HAS = Text(da="en actor har role og user", en="an actor has role and user")
_KEYS = frozenset(
    {
        "position", "batch_end", "id", "recorded_at", "occurred_on", "actor", "tag", "version",
        "fact", "evidence", "clock",
    }
)  # fmt: skip


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

    @classmethod
    @lru_cache(maxsize=8)
    def of(cls, vocabulary: Vocabulary) -> "Codec":
        """The codec of a vocabulary, made once: what reads and writes its facts takes a while to make."""
        return cls(vocabulary)

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._fast, self._detailed = converter(detailed=False), converter(detailed=True)
        for made in (self._fast, self._detailed):
            # By function: a hook by class would be taken for the subclasses, too.
            made.register_structure_hook_func(is_just(Fact), self._read_nested)
            made.register_structure_hook_func(is_just(Rule), self._rule_reader(made))
            made.register_unstructure_hook_func(is_just(Fact), self.plain_fact)
            made.register_unstructure_hook_func(is_just(Rule), self._plain_rule)
        self._shapes: dict[str, _Shape] = {}
        self._rules: dict[str, Callable[[Any], Data]] = {}
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
            own = next(typed(error), None)
            if own is not None:
                raise own from None
            wrong = listed(each.said for each in whys(error, fields))
            raise WrongFields(tag, wrong) from None

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
            raise Unfit(A_FACT_HAS)
        return self._read_fact(data)

    def _lifted(self, kind: type[Fact], fields: Data, version: int) -> Data:
        while version != kind.version:
            lift = self.vocabulary.lifts.get((kind.tag, version))
            if lift is None:
                raise Unfit(
                    Text(
                        da=f"version {version} af »{kind.tag}« kendes ikke",
                        en=f"version {version} of «{kind.tag}» is not known",
                    )
                )
            fields, version = lift(fields), version + 1
        return fields

    def _shape(self, tag: str) -> _Shape:
        shape = self._shapes.get(tag)
        if shape is None:
            kind: Any = self.vocabulary.fact(tag)
            try:
                read = self._fast.get_structure_hook(kind)
            except StructureHandlerNotFoundError as error:
                raise Unfit(
                    Text(
                        da=f"den har et felt af en type, der ikke kendes: {error.type_}",
                        en=f"it has a field of a kind that is not known: {error}",
                    )
                ) from None
            shape = self._shapes[tag] = _Shape(read, make_dict_unstructure_fn(kind, self._fast))
        return shape

    # Plans.

    def _rule_reader(self, made: Converter) -> Callable[[Any, Any], Rule]:
        def read(data: Any, _: Any) -> Rule:
            if type(data) is not dict or "kind" not in data:
                raise Unfit(A_RULE)
            fields: Data = {**data}
            return made.structure(fields, self.vocabulary.rule(fields.pop("kind")))

        return read

    def _plain_rule(self, rule: Rule) -> Data:
        write = self._rules.get(rule.kind)
        if write is None:
            kind: Any = type(rule)
            write = self._rules[rule.kind] = make_dict_unstructure_fn(kind, self._fast)
        return {"kind": rule.kind, **write(rule)}

    def plan(self, name: str, data: Mapping[str, Any]) -> Plan:
        """The plan that plain data, as read from TOML, describes.

        Raises: `InvalidPlan`, with all that is wrong and where.
        """
        try:
            plan = self._detailed.structure(data, Plan)
        except ClassValidationError as error:
            told = (evolve(each, place=each.place or THE_FILE) for each in whys(error, data))
            raise InvalidPlan(name, tuple(told)) from None
        problems = plan_problems(plan, self.vocabulary.facts)
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
            keys = ", ".join(sorted(_KEYS))
            raise Unfit(Text(da=f"en post har felterne {keys}", en=f"an entry has the fields {keys}"))
        try:
            return self._entry(read)
        except (ForbiddenExtraKeysError, StructureHandlerNotFoundError) as error:
            raise Unfit(say(error)) from None

    def _entry(self, read: Data) -> Entry:
        evidence, clock = read["evidence"], read["clock"]
        return Entry(
            read["position"],
            read["batch_end"],
            UUID(read["id"]),
            instant(read["recorded_at"]),
            day(read["occurred_on"]),
            self._actor(read["actor"]),
            self._read_fact(read),
            tuple(self._fast.structure(shown, Evidence) for shown in evidence) if evidence else (),
            None if clock is None else instant(clock),
        )

    def _actor(self, data: Data) -> Actor:
        # The same few people record nearly everything.
        if data.keys() != {"role", "user"}:
            raise Unfit(AN_ACTOR_HAS)
        key = (data["role"], data["user"])
        actor = self._actors.get(key)
        if actor is None:
            actor = self._actors[key] = Actor(*key)
        return actor
