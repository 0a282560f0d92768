"""What a fact is, and what a lifecycle is. The facts themselves stand in the modules of their concepts."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, TypeVar

from attrs import field, frozen

from vaerebro_events.domain.problem_words import names_of
from vaerebro_events.domain.references import ActivityKey, activity_key
from vaerebro_events.errors import UnknownActivity
from vaerebro_events.text import Text

if TYPE_CHECKING:
    from vaerebro_events.domain.entry import Entry
    from vaerebro_events.domain.plan import Plan

S = TypeVar("S")

# A field, and the value it must have; a list of values: any of them.
WhereValue = str | bool | int | tuple[str | bool | int, ...]
Where = Mapping[str, WhereValue]


class Rank(IntEnum):
    """The order in which things happen within one day, whatever the order they are recorded in."""

    PLAN = 0
    REGISTERED = 10
    PLANNED = 20
    STARTED = 30
    CANCELLED = 40
    HELD = 50
    ATTENDED = 60
    CHECKED = 70
    ENDED = 80
    MEASURED = 90


@frozen(eq=False)
class Lifecycle(Generic[S]):
    """How the entries about one thing (a family, a season, a job) follow one another.

    `start` makes the state before anything happened, from what names the thing; `step` gives the
    state after one more entry, or raises a `Refusal` that names what stands in the way.
    """

    kind: str
    start: Callable[..., S]
    step: Callable[[S, "Entry"], S]


class Thread(NamedTuple):
    """One thing's own lifecycle: a lifecycle, and what names the thing in it."""

    lifecycle: Lifecycle[Any]
    of: tuple[str, ...]


class Fact:
    """Something that happened, small and frozen, without ids or times: the envelope has those.

    A subclass is a frozen attrs class with a `tag` that is never used for anything else, a `rank`
    within the day, and `says`: what it says of its subject. Its `version` rises when its fields
    change; older shapes are lifted as they are read.

    `title` names it in lists, and at the top of its sheet. `key` names the fields that tell one such
    fact from another, maybe with `occurred_on`, the day: where another says the same of them, the one
    is the other, changed. Without a key, the whole fact and its day are.
    """

    tag: ClassVar[str]
    rank: ClassVar[Rank]
    says: ClassVar[Text]
    title: ClassVar[Text | None] = None
    key: ClassVar[tuple[str, ...]] = ()
    version: ClassVar[int] = 1
    amendable: ClassVar[bool] = True

    __slots__ = ()

    @classmethod
    def named(cls) -> Text:
        """What people call such a fact: its title, or its tag where it has none."""
        return cls.title or Text.of(cls.tag)

    def threads(self) -> tuple[Thread, ...]:
        """The lifecycles this fact belongs to; only those are folded when it is recorded."""
        return ()

    def days_told(self) -> tuple[date, ...]:
        """The days in its fields that must have come when it is recorded, as its own day must."""
        return ()

    def positions_told(self) -> tuple[int, ...]:
        """The positions in its fields that the log must hold before it."""
        return ()

    def fits(self, plan: "Plan") -> None:
        """Checks the fact against the plan that holds on its day.

        Raises: a `Refusal`, when the fact names what the plan does not have.
        """


@frozen
class ActivityFact(Fact):
    """A fact of one activity of the plan."""

    activity: ActivityKey = field(converter=activity_key)

    def fits(self, plan: "Plan") -> None:
        if not plan.has_activity(self.activity):
            raise UnknownActivity(self.activity, plan.name, names_of(plan.activities))
