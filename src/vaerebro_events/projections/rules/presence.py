"""The rule for what is there or not: established, or seen, shown by entries of one kind."""

from collections.abc import Iterator, Sequence

from attrs import field, frozen

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Where, WhereValue
from vaerebro_events.domain.picking import (
    Facts,
    activity_of,
    activity_problems,
    fact_problems,
    number_problems,
)
from vaerebro_events.domain.plan import Plan, Words
from vaerebro_events.domain.values import whole
from vaerebro_events.projections.history import View
from vaerebro_events.projections.judgement import Growth, Judgement, LeftOut, Why
from vaerebro_events.projections.rules.rule import JudgingRule, capital, least, positions
from vaerebro_events.projections.status import Period
from vaerebro_events.text import Text


@frozen
class Ended:
    """What takes away what was established: a fact that names it by the same field."""

    fact: str
    of: str


@frozen
class Established(JudgingRule):
    """Something is there as soon as enough entries show it; it knows no pace.

    Settings: how many (`target`) are enough, where the agreement gives no number. Where entries hold a
    number (`seen`), it must be `at_least` so many. What has `ended` by the period's last day is not there.
    """

    kind = "established"

    fact: str
    unit: Text
    where: Where = field(factory=dict[str, WhereValue])
    target: int = field(default=1, validator=whole(1))
    seen: str | None = None
    at_least: int = field(default=1, validator=whole(1))
    ended: Ended | None = None

    def judge(self, view: View, period: Period) -> Judgement:
        shown: list[Entry] = []
        left_out: list[LeftOut] = []
        ends = self._ends(view, period)
        for entry in view.within(period, self.fact, self.where):
            end = self._end(ends, entry)
            if self.seen is not None and getattr(entry.fact, self.seen) < self.at_least:
                left_out.append(LeftOut(entry.position, Why.TOO_FEW_SEEN))
            elif end is not None:
                left_out.append(LeftOut(entry.position, Why.ENDED, (end.position,)))
            else:
                shown.append(entry)
        counted = (*positions(shown), *view.behind(self.where, shown))
        return Judgement(Growth.PRESENCE, self.target, len(shown), (), counted, tuple(left_out))

    def _ends(self, view: View, period: Period) -> Sequence[Entry]:
        if self.ended is None:
            return ()
        where = activity_of(self.where)
        return view.of(self.ended.fact, where, period.last)

    def _end(self, ends: Sequence[Entry], entry: Entry) -> Entry | None:
        """The entry by which what this one established ended, if it did."""
        if self.ended is None:
            return None
        of = self.ended.of
        name = getattr(entry.fact, of)
        later = (end for end in ends if getattr(end.fact, of) == name and end.order > entry.order)
        return next(later, None)

    def sentence(self, words: Words) -> str:
        unit, many = words.of(self.unit), least(self.target, words)
        enough = least(self.at_least, words)
        if words.language == "da":
            each, gone = f", hver på {enough}", "; ophørte tæller ikke med"
        else:
            each, gone = f", each of {enough}", "; those that have ended do not count"
        return f"{capital(unit)}: {many}{each if self.seen else ''}{gone if self.ended else ''}."

    def problems(self, plan: Plan, facts: Facts) -> Iterator[Text]:
        yield from fact_problems(plan, facts, self.fact, self.where)
        if self.seen is not None:
            yield from number_problems(facts, self.fact, self.seen)
        elif self.at_least > 1:
            yield Text(
                da="at_least siger, hvor mange der skal ses, så den skal have seen",
                en="at_least says how many must be seen, so it needs seen",
            )
        if self.ended is not None:
            yield from activity_problems(self.where)
            yield from fact_problems(plan, facts, self.fact, {}, self.ended.of)
            named = fact_problems(plan, facts, self.ended.fact, {}, self.ended.of)
            yield from (why.at("ended") for why in named)
