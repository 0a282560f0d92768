"""The rule for growth: what is counted, against a baseline that was counted."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil

from attrs import evolve, field, frozen
from attrs.converters import optional

from vaerebro_events.domain.picking import Facts
from vaerebro_events.domain.plan import IndicatorSource, Plan, Rule, Words
from vaerebro_events.domain.values import HUNDRED, exact
from vaerebro_events.projections.history import View
from vaerebro_events.projections.judgement import Judgement, State
from vaerebro_events.projections.rules.measuring import baseline_of
from vaerebro_events.projections.rules.rule import (
    CountingRule,
    JudgingRule,
    baseline_problems,
    indicator_problems,
    judging,
)
from vaerebro_events.projections.status import Period
from vaerebro_events.text import Text, Wording


@frozen
class Growing(JudgingRule):
    """What a counting rule counts is so many per cent more than an indicator's baseline, or more at all.

    The target is the smallest whole number that is enough. Growth in per cent on a baseline of zero
    cannot be computed, and awaits an assessment.
    """

    kind = "growth"

    indicator: str
    rule: Rule
    percent: Decimal | None = field(default=None, converter=optional(exact))

    def judge(self, view: View, period: Period) -> Judgement:
        known = baseline_of(view, self.indicator)
        found = judging(self.rule).judge(view, period)
        baseline = None if known.figure is None else int(known.figure)
        lacks = self._lacks(baseline)
        return evolve(
            found,
            target=None if baseline is None or lacks else self.enough(baseline),
            counted=(*known.counted, *found.counted),
            lacks=lacks,
            baseline=baseline,
        )

    def enough(self, baseline: int) -> int:
        """The smallest number that is growth enough on a baseline."""
        if self.percent is None:
            return baseline + 1
        return ceil(baseline * (1 + Fraction(self.percent) / HUNDRED))

    def _lacks(self, baseline: int | None) -> State | None:
        if baseline is None:
            return State.AWAITING_BASELINE
        return State.AWAITING_ASSESSMENT if not baseline and self.percent is not None else None

    def sentence(self, words: Words) -> str:
        assert isinstance(self.rule, CountingRule)
        baseline, percent = words.baseline(self.indicator), self.percent
        if words.language == "da":
            more = "flere" if percent is None else f"mindst {words.number(percent)} % flere"
            return f"{self.rule.at_least_so_many(words, more)} end basistallet ({baseline})."
        more = "more" if percent is None else f"at least {words.number(percent)} % more"
        return f"{self.rule.at_least_so_many(words, more)} than the baseline ({baseline})."

    def problems(self, plan: Plan, facts: Facts) -> Iterator[Wording]:
        yield from indicator_problems(plan, self.indicator, IndicatorSource.COUNT)
        yield from baseline_problems(plan.indicator(self.indicator))
        if self.percent is not None and self.percent <= 0:
            yield Text(
                da=f"percent er {self.percent}; udelad den, hvor enhver stigning er nok",
                en=f"percent is {self.percent}; leave it out where any rise is enough",
            )
        if isinstance(self.rule, CountingRule):
            beside = (_alone(name) for name in self.rule.asks_beside())
            for why in (*self.rule.problems(plan, facts), *beside):
                yield Text.of(why).at("rule")
        else:
            yield Text(
                da=f"vækst er i det, der tælles, ikke i en »{self.rule.kind}«",
                en=f"growth is of what is counted, not of a «{self.rule.kind}»",
            )

    def season_problems(self, activity: str, facts: Facts) -> Iterator[Wording]:
        yield from self.rule.season_problems(activity, facts)


def _alone(name: str) -> Text:
    return Text(
        da=f"vækst er i et tal alene, så {name} hører ikke til",
        en=f"growth is of a number alone, so {name} has no place",
    )
