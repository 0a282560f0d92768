"""The rule for what is there or not: established, shown by entries of one kind."""

from collections.abc import Iterator

from attrs import field, frozen

from vaerebro_events.domain.plan import Plan, Words
from vaerebro_events.domain.text import Text
from vaerebro_events.domain.values import whole
from vaerebro_events.projections.history import View, Where
from vaerebro_events.projections.rules.rule import Facts, JudgingRule, fact_problems, positions
from vaerebro_events.projections.status import Growth, Judgement, Period


@frozen
class Established(JudgingRule):
    """Something is there as soon as enough entries show it; it knows no pace.

    Setting: how many (`target`) are enough, where the agreement gives no number.
    """

    kind = "established"

    fact: str
    unit: Text
    where: Where = field(factory=dict[str, str | bool | int])
    target: int = field(default=1, validator=whole(1))

    def judge(self, view: View, period: Period) -> Judgement:
        entries = view.within(period, self.fact, self.where)
        return Judgement(Growth.PRESENCE, self.target, len(entries), counted=positions(entries))

    def sentence(self, words: Words) -> str:
        unit = words.of(self.unit)
        if words.language == "da":
            return f"Etableret, når der er registreret {unit} (mindst {self.target})."
        return f"Established once {unit} are recorded (at least {self.target})."

    def problems(self, plan: Plan, facts: Facts) -> Iterator[str]:
        yield from fact_problems(plan, facts, self.fact, self.where)
