"""A rule on the page of a criterion: its sentence and its figures; of a combination, each member's own."""

from collections.abc import Iterator

from attrs import frozen
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Rich

from vaerebro_events.domain.plan import Plan, Rule, Words
from vaerebro_events.projections.judgement import Judgement, Needs, State
from vaerebro_events.projections.rules.combining import Combining
from vaerebro_events.reports.terminal import shown, words, written
from vaerebro_events.reports.terminal.outline import INDENT, indented


@frozen
class RuleInWords:
    """What says a rule, and what was found by it, in a language."""

    plan: Plan
    words: Words

    def lines(self, rule: Rule, judgement: Judgement) -> Iterator[RenderableType]:
        """The rule, and what it is measured against, where there is such a thing."""
        language = self.words.language
        name = (f"{words.RULE.in_(language)}: ", "bold")
        if judgement.members and isinstance(rule, Combining):
            yield indented(Rich.assemble(name, self._all_or_any(judgement)))
            yield indented(self._members(rule, judgement), 2 * INDENT)
            return
        yield indented(Rich.assemble(name, rule.sentence(self.words)))
        against = self._against(rule, judgement)
        if against:
            said = ", ".join(against)
            yield indented(Rich.assemble((f"{words.AGAINST.in_(language)}: ", "bold"), said))

    def _all_or_any(self, judgement: Judgement) -> str:
        said = words.ALL_OF if judgement.needs is Needs.ALL else words.ANY_OF
        return said.in_(self.words.language)

    def _members(self, rule: Combining, judgement: Judgement) -> RenderableType:
        """Each member beside its mark: its sentence, and under it what was found."""
        grid = Table.grid(padding=(0, 1, 0, 0))
        for mark, own, found in zip(judgement.needs.marks, rule.rules, judgement.members, strict=False):
            if found.members and isinstance(own, Combining):
                said: RenderableType = Group(self._all_or_any(found), self._members(own, found))
            else:
                said = Group(own.sentence(self.words), self._found(own, found))
            grid.add_row(f"({mark})", said)
        return grid

    def _found(self, rule: Rule, judgement: Judgement) -> Rich:
        """What a member found: its figures, and whether they are enough."""
        language = self.words.language
        if judgement.lacks is not None:
            state, style = words.STATES[judgement.lacks], words.STYLES[judgement.lacks]
        elif judgement.reaches():
            state, style = words.REACHES, "green"
        else:
            state, style = words.FALLS_SHORT, "yellow"
        figures = [shown.judged(judgement, language), *self._against(rule, judgement)]
        parts = shown.named_parts(self.plan, rule, judgement.parts, language)
        figures.extend(f"{name}: {value}" for name, value in parts.items())
        said = ", ".join(figure for figure in figures if figure)
        return Rich.assemble((said, "dim"), "  " if said else "", (state.in_(language), style))

    def _against(self, rule: Rule, judgement: Judgement) -> list[str]:
        """The baseline and the benchmark, as far as there are any."""
        language, key = self.words.language, str(getattr(rule, "indicator", ""))
        figures = (
            (words.BASELINE.in_(language), judgement.baseline),
            (self.words.benchmark(key), judgement.benchmark),
        )
        against = [
            f"{name} {written.figure(figure, language)}" for name, figure in figures if figure is not None
        ]
        # A figure is there, and what it is compared with is not.
        if judgement.lacks is State.AWAITING_MEASUREMENT and judgement.value is not None and key:
            against.append(f"{self.words.benchmark(key)} ({words.MISSING.in_(language)})")
        return against
