"""The rule that counts entries."""

from collections.abc import Iterator, Sequence

from attrs import field, frozen

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Where, WhereValue
from vaerebro_events.domain.picking import (
    Facts,
    activity_of,
    activity_problems,
    fact_problems,
    season_problems,
)
from vaerebro_events.domain.plan import Plan, Words
from vaerebro_events.domain.values import whole
from vaerebro_events.projections.history import View
from vaerebro_events.projections.judgement import Growth, Judgement, Part
from vaerebro_events.projections.rules.rule import CountingRule, grouped, least, positions, that
from vaerebro_events.projections.status import Period
from vaerebro_events.text import Text


@frozen
class Across:
    """So many different ones that the counted entries must be spread over."""

    of: str
    target: int = field(validator=whole(1))
    unit: Text


@frozen
class Each:
    """Those that must each reach the target: begun by the period's end, and not ended before it."""

    of: str
    began: str
    ended: str
    unit: Text


@frozen
class Count(CountingRule):
    """Entries of one kind.

    If wanted `across` at least so many different ones (16 meetings over two seasons), or so many for
    `each` of those that are there (three activities of each network): then the value is the least of them.
    """

    kind = "count"

    fact: str
    target: int = field(validator=whole(1))
    unit: Text
    where: Where = field(factory=dict[str, WhereValue])
    across: Across | None = None
    each: Each | None = None

    def judge(self, view: View, period: Period) -> Judgement:
        entries = view.within(period, self.fact, self.where)
        if self.each is not None:
            return self._for_each(self.each, view, period, entries)
        parts: tuple[Part, ...] = ()
        if self.across is not None:
            spread = len(grouped(entries, self.across.of))
            parts = (Part(self.across.of, spread, self.across.target),)
        counted = (*positions(entries), *view.behind(self.where, entries))
        return Judgement(Growth.COUNT, self.target, len(entries), parts, counted)

    def _for_each(self, each: Each, view: View, period: Period, entries: Sequence[Entry]) -> Judgement:
        named = grouped(entries, each.of)
        there, shown = self._there(each, view, period)
        parts = tuple(Part(name, len(named.get(name, ())), self.target) for name in there)
        counted = [entry for name in there for entry in named.get(name, ())]
        least = min((part.value for part in parts), default=0)
        return Judgement(
            Growth.COUNT,
            self.target,
            least,
            parts,
            (*shown, *positions(counted), *view.behind(self.where, counted)),
            lapses=True,
        )

    def _there(self, each: Each, view: View, period: Period) -> tuple[list[str], tuple[int, ...]]:
        """Those that are there in the period, and the entries that show it."""
        where = activity_of(self.where)
        began = grouped(view.of(each.began, where, period.last), each.of)
        ended = grouped(view.of(each.ended, where, period.first), each.of)
        there = [
            name
            for name, entries in began.items()
            if name not in ended
            or ended[name][-1].occurred_on == period.first
            or ended[name][-1].order < entries[-1].order
        ]
        shown = [entry for name in there for entry in (*began[name], *ended.get(name, ()))]
        return there, positions(shown)

    def asks_beside(self) -> Iterator[str]:
        return (name for name in ("across", "each") if getattr(self, name) is not None)

    def counted_as(self, words: Words) -> str:
        return that(words.of(self.unit), words.says(self.fact), words)

    def sentence(self, words: Words) -> str:
        counted = self.at_least_so_many(words, least(self.target, words))
        if self.across is not None:
            over = f"{least(self.across.target, words)} {words.of(self.across.unit)}"
            return f"{counted}, {'fordelt på' if words.language == 'da' else 'over'} {over}."
        if self.each is not None:
            each = words.of(self.each.unit)
            there = f"for hvert aktivt {each}" if words.language == "da" else f"for each {each} there is"
            return f"{counted} {there}."
        return f"{counted}."

    def problems(self, plan: Plan, facts: Facts) -> Iterator[Text]:
        named = [part.of for part in (self.across, self.each) if part is not None]
        yield from fact_problems(plan, facts, self.fact, self.where, *named)
        if self.each is not None:
            yield from activity_problems(self.where)
            for tag in (self.each.began, self.each.ended):
                yield from (why.at("each") for why in fact_problems(plan, facts, tag, {}, self.each.of))
            if self.across is not None:
                yield Text(
                    da="each og across kan ikke være der begge", en="each and across do not go together"
                )

    def season_problems(self, activity: str, facts: Facts) -> Iterator[Text]:
        yield from season_problems(activity, facts, self.fact, self.where)
