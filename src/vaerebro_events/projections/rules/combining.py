"""Rules made of rules: all of them, or any of them."""

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from vaerebro_events.domain.picking import Facts
from vaerebro_events.domain.plan import Plan, Rule, Words
from vaerebro_events.projections.history import View
from vaerebro_events.projections.judgement import Judgement, Needs, combined
from vaerebro_events.projections.rules.rule import JudgingRule, judging
from vaerebro_events.projections.status import Period
from vaerebro_events.text import Text, Wording

FEWEST = 2
MOST = len(Needs.ALL.marks)


@frozen
class Combining(JudgingRule):
    """Several rules about one period; the figures shown are those of the one that decides."""

    needs: ClassVar[Needs]

    rules: tuple[Rule, ...]

    def judge(self, view: View, period: Period) -> Judgement:
        return combined(tuple(judging(rule).judge(view, period) for rule in self.rules), self.needs)

    def _listed(self, words: Words) -> str:
        said = (rule.sentence(words) for rule in self.rules)
        numbered = zip(self.needs.marks, said, strict=False)
        return " ".join(f"({mark}) {sentence}" for mark, sentence in numbered)

    def problems(self, plan: Plan, facts: Facts) -> Iterator[Wording]:
        if not FEWEST <= len(self.rules) <= MOST:
            yield Text(
                da=f"»{self.kind}« samler {FEWEST} til {MOST} regler",
                en=f"«{self.kind}» combines {FEWEST} to {MOST} rules",
            )
        for number, rule in enumerate(self.rules, start=1):
            yield from (_of_rule(number, why) for why in rule.problems(plan, facts))

    def season_problems(self, activity: str, facts: Facts) -> Iterator[Wording]:
        for number, rule in enumerate(self.rules, start=1):
            yield from (_of_rule(number, why) for why in rule.season_problems(activity, facts))


def _of_rule(number: int, why: Wording) -> Text:
    return Text.of(why).at(Text(da=f"regel {number}", en=f"rule {number}"))


def within(rule: Rule) -> Iterator[Rule]:
    """A rule, and of a combination the rules that it combines, however deep."""
    yield rule
    if isinstance(rule, Combining):
        for own in rule.rules:
            yield from within(own)


@frozen
class AllOf(Combining):
    """Every one of the rules must be reached."""

    kind = "all-of"
    needs = Needs.ALL

    def sentence(self, words: Words) -> str:
        all_of = "Alle disse krav" if words.language == "da" else "All of this"
        return f"{all_of}: {self._listed(words)}"


@frozen
class AnyOf(Combining):
    """One of the rules is enough."""

    kind = "any-of"
    needs = Needs.ANY

    def sentence(self, words: Words) -> str:
        any_of = "Mindst ét af disse krav" if words.language == "da" else "Any of this"
        return f"{any_of}: {self._listed(words)}"
