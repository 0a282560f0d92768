"""An application's own fact and rule: a toy library, and how many toys come back in time.

The library's vocabulary is closed, so an application adds to it explicitly, and opens its logbook
with the vocabulary that results.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import ClassVar

from attrs import evolve, field, frozen

from vaerebro_events import (
    VOCABULARY,
    ActivityFact,
    Actor,
    Codec,
    Entry,
    Fact,
    Growth,
    Judgement,
    JudgingRule,
    LeftOut,
    Lifecycle,
    Logbook,
    Part,
    Period,
    Plan,
    Rank,
    Refusal,
    State,
    Text,
    Thread,
    View,
    Why,
    Words,
    read_plan,
    reference,
)


class ToyIsOut(Refusal):
    """Raised when a toy is lent that is not back yet."""

    says = "The toy is lent already; record first that it came back."


def toy_ref(value: str) -> str:
    """A toy, by its number on the shelf."""
    return reference("toy", value)


@frozen
class ToyFact(ActivityFact):
    """A fact of one toy."""

    toy: str = field(converter=toy_ref)

    def threads(self) -> tuple[Thread, ...]:
        """Every fact that names a toy belongs to its lifecycle."""
        return (Thread(TOY, (self.toy,)),)


@frozen
class ToyLent(ToyFact):
    """A toy was lent."""

    tag: ClassVar[str] = "toy-lent"
    rank: ClassVar[Rank] = Rank.STARTED
    says: ClassVar[Text] = Text(da="blev lånt ud", en="were lent")


@frozen
class ToyReturned(ToyFact):
    """A toy came back."""

    tag: ClassVar[str] = "toy-returned"
    rank: ClassVar[Rank] = Rank.ENDED
    says: ClassVar[Text] = Text(da="kom tilbage", en="came back")


def step(out: bool, entry: Entry) -> bool:  # noqa: FBT001 the state of a toy is no more than that
    """Whether the toy is out after one more entry."""
    if isinstance(entry.fact, ToyLent) and out:
        raise ToyIsOut
    return isinstance(entry.fact, ToyLent)


def on_the_shelf(_: str) -> bool:
    """A toy that nobody has lent is not out."""
    return False


TOY = Lifecycle("toy", on_the_shelf, step)


@frozen
class ReturnedInTime(JudgingRule):
    """The share of toys that came back within so many days."""

    kind: ClassVar[str] = "returned-in-time"

    days: int
    percent: int

    def judge(self, view: View, period: Period) -> Judgement:
        """Each loan of the period, with the first return of the toy after it."""
        in_time: list[int] = []
        late: list[LeftOut] = []
        for lent in view.within(period, ToyLent.tag):
            back = self._back(view, lent)
            if back is None:
                late.append(LeftOut(lent.position, Why.TOO_FEW))
            else:
                in_time.extend((lent.position, back.position))
        loans = len(in_time) // 2 + len(late)
        return Judgement(
            Growth.LEVEL,
            target=Fraction(self.percent, 100),
            value=Fraction(loans - len(late), loans) if loans else None,
            parts=(Part("loans", loans),),
            counted=tuple(in_time),
            left_out=tuple(late),
            lacks=None if loans else State.AWAITING_MEASUREMENT,
        )

    def _back(self, view: View, lent: Entry) -> Entry | None:
        assert isinstance(lent.fact, ToyLent)
        latest = lent.occurred_on + timedelta(days=self.days)
        returns = view.of(ToyReturned.tag, {"toy": lent.fact.toy}, until=latest)
        return next((entry for entry in returns if entry.order > lent.order), None)

    def sentence(self, words: Words) -> str:
        """The rule in plain words."""
        if words.language == "da":
            return f"Mindst {self.percent} % af det lånte legetøj kom tilbage inden {self.days} dage."
        return f"At least {self.percent} % of the toys lent came back within {self.days} days."

    def problems(self, plan: Plan, facts: Mapping[str, type[Fact]]) -> Iterator[str]:
        """What in the rule does not fit the facts there are."""
        if ToyLent.tag not in facts:
            yield "nobody lends toys here"


TOYS = VOCABULARY.with_facts(ToyLent, ToyReturned).with_rules(ReturnedInTime)


def plan_with_toys() -> Plan:
    """The library's plan, with one reading judged by the own rule, as a TOML file would have it."""
    codec = Codec(TOYS)
    plan = read_plan(vocabulary=TOYS)
    first = next(criterion for criterion in plan.criteria if criterion.key == "legestue.courses")
    reading = evolve(first.readings[0], key="year", rule=ReturnedInTime(days=14, percent=60))
    toys = evolve(
        first,
        key="legestue.toys",
        title=Text(da="Legetøj kommer tilbage", en="Toys come back"),
        readings=(reading,),
        default_reading="year",
    )
    return codec.plan(plan.name, codec.plain_plan(evolve(plan, criteria=(toys,))))


def main() -> None:
    """Lends three toys, two of which come back in time, and asks; one cannot be lent twice."""
    actor = Actor("family-worker", "u-3")
    with Logbook.create(":memory:", plan_with_toys(), actor=actor, vocabulary=TOYS) as logbook:
        toys = [ToyLent("legestue", f"t-{number}") for number in (1, 2, 3)]
        logbook.record(*toys, on=date(2021, 3, 1))
        for number, day in ((1, date(2021, 3, 8)), (2, date(2021, 3, 15)), (3, date(2021, 4, 19))):
            logbook.record(ToyReturned("legestue", f"t-{number}"), on=day)
        logbook.record(ToyLent("legestue", "t-1"), on=date(2021, 5, 3))
        try:
            logbook.record(ToyLent("legestue", "t-1"), on=date(2021, 5, 4))
        except Refusal as refusal:
            print(f"refused: {refusal}")
        replay = logbook.replay(on=date(2021, 12, 31))
        status = replay.status("legestue.toys")
        print(replay.sentence(status, "en"))
        print(f"{status.value} of {status.target}: {status.state}; left out: {len(status.left_out)}")


if __name__ == "__main__":
    main()
