"""What an application gives the front door, checked before the log is asked: facts, plans and the time."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from attrs import evolve

from vaerebro_events.domain.amendments import Amendment, Corrected
from vaerebro_events.domain.entry import Draft
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.governance import PlanAdopted, PlanRevised
from vaerebro_events.domain.plan_problems import plan_problems
from vaerebro_events.domain.vocabulary import Vocabulary
from vaerebro_events.errors import InvalidPlan, InvalidValue, UnknownTag
from vaerebro_events.text import Text

Clock = Callable[[], datetime]
# What can be tried: one fact, or several drafts together.
Drafted = Fact | Draft | Sequence[Draft]


def now() -> datetime:
    """What the machine's clock says."""
    return datetime.now(UTC)


def time_of(clock: Clock) -> datetime:
    """What a clock says, in UTC.

    Raises: `InvalidValue`, where it knows no offset.
    """
    told = clock()
    if not isinstance(told, datetime) or told.utcoffset() is None:  # pyright: ignore[reportUnnecessaryIsInstance] callers may be untyped
        why = Text(da="det skal give et tidspunkt med tidszone", en="it must give an aware time")
        raise InvalidValue("clock", told, why)
    return told.astimezone(UTC)


def draft_of(item: Fact | Draft, on: date | None, vocabulary: Vocabulary) -> Draft:
    """A draft of what is given; `on` is its day, where it brings none.

    Raises: `UnknownTag` for a fact that the vocabulary does not hold, and `InvalidPlan`.
    """
    draft = item if isinstance(item, Draft) else Draft(item)
    inner = draft.fact.fact if isinstance(draft.fact, Corrected) else draft.fact
    for fact in (draft.fact, inner):
        if vocabulary.facts.get(fact.tag) is not type(fact):
            raise UnknownTag(fact.tag, tuple(sorted(vocabulary.facts)))
    if isinstance(inner, PlanAdopted | PlanRevised):
        problems = plan_problems(inner.plan, vocabulary.facts)
        if problems:
            raise InvalidPlan(inner.plan.name, problems)
    if draft.on is None and on is not None and not isinstance(draft.fact, Amendment):
        return evolve(draft, on=on)
    return draft


def drafts_of(item: Drafted, on: date | None, vocabulary: Vocabulary) -> Sequence[Draft]:
    """The drafts of one that is given, or of several that are to be tried together. Raises: as `draft_of`."""
    together = item if isinstance(item, Sequence) else [item]
    return [draft_of(each, on, vocabulary) for each in together]
