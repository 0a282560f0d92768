"""Rules that count: entries, or the different families, youths or others that entries name."""

from collections.abc import Iterator
from typing import cast

from attrs import field, frozen

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.plan import Plan, Words
from vaerebro_events.domain.text import Text
from vaerebro_events.domain.values import whole
from vaerebro_events.projections.history import View, Where
from vaerebro_events.projections.rules.rule import (
    Facts,
    JudgingRule,
    fact_problems,
    positions,
    season_problems,
)
from vaerebro_events.projections.status import Growth, Judgement, LeftOut, Part, Period, Why


def grouped(entries: Iterator[Entry] | tuple[Entry, ...] | list[Entry], of: str) -> dict[str, list[Entry]]:
    """Entries by what a field of their facts names, in order."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(cast(str, getattr(entry.fact, of)), []).append(entry)
    return groups


@frozen
class Across:
    """So many different ones that the counted entries must be spread over."""

    of: str
    target: int = field(validator=whole(1))
    unit: Text


@frozen
class Count(JudgingRule):
    """Entries of one kind, if wanted over at least so many different ones (16 meetings over two seasons)."""

    kind = "count"

    fact: str
    target: int = field(validator=whole(1))
    unit: Text
    where: Where = field(factory=dict[str, str | bool | int])
    across: Across | None = None

    def judge(self, view: View, period: Period) -> Judgement:
        entries = view.within(period, self.fact, self.where)
        parts: tuple[Part, ...] = ()
        if self.across is not None:
            spread = len({getattr(entry.fact, self.across.of) for entry in entries})
            parts = (Part(self.across.of, spread, self.across.target),)
        return Judgement(Growth.COUNT, self.target, len(entries), parts, positions(entries))

    def sentence(self, words: Words) -> str:
        counted = f"{words.of(self.unit)} {words.says(self.fact)}"
        over = "" if self.across is None else f"{self.across.target} {words.of(self.across.unit)}"
        if words.language == "da":
            return f"Mindst {self.target} {counted}" + (f", fordelt på mindst {over}." if over else ".")
        return f"At least {self.target} {counted}" + (f", over at least {over}." if over else ".")

    def problems(self, plan: Plan, facts: Facts) -> Iterator[str]:
        named = () if self.across is None else (self.across.of,)
        yield from fact_problems(plan, facts, self.fact, self.where, *named)

    def season_problems(self, activity: str, facts: Facts) -> Iterator[str]:
        yield from season_problems(activity, facts, self.fact, self.where)


@frozen
class Distinct(JudgingRule):
    """Different ones that entries name: each at least so many times, or for the first time ever."""

    kind = "distinct"

    fact: str
    of: str
    target: int = field(validator=whole(1))
    unit: Text
    where: Where = field(factory=dict[str, str | bool | int])
    at_least: int = field(default=1, validator=whole(1))
    first_ever: bool = False

    def judge(self, view: View, period: Period) -> Judgement:
        judge = self._first_ever if self.first_ever else self._often_enough
        counted, left_out, value = judge(view, period)
        return Judgement(Growth.COUNT, self.target, value, (), counted, left_out)

    def _often_enough(self, view: View, period: Period) -> "_Found":
        counted: list[int] = []
        left_out: list[LeftOut] = []
        value = 0
        for entries in grouped(list(view.within(period, self.fact, self.where)), self.of).values():
            if len(entries) >= self.at_least:
                value += 1
                counted.extend(positions(entries))
            else:
                left_out.extend(LeftOut(entry.position, Why.TOO_FEW) for entry in entries)
        return tuple(counted), tuple(left_out), value

    def _first_ever(self, view: View, period: Period) -> "_Found":
        key = ("first ever", self.fact, self.of, *sorted(self.where.items()))
        firsts = view.kept(key, lambda: _firsts(view, self.fact, self.where, self.of))
        counted: list[int] = []
        left_out: list[LeftOut] = []
        for entry in view.within(period, self.fact, self.where):
            first = firsts[getattr(entry.fact, self.of)]
            if entry is first:
                counted.append(entry.position)
            else:
                why = Why.NOT_THE_FIRST if _in(period, first) else Why.COUNTED_EARLIER
                left_out.append(LeftOut(entry.position, why, (first.position,)))
        return tuple(counted), tuple(left_out), len(counted)

    def sentence(self, words: Words) -> str:
        return (self._danish if words.language == "da" else self._english)(words)

    def _danish(self, words: Words) -> str:
        did = f"{words.of(self.unit)} {words.says(self.fact)}"
        times = f" mindst {self.at_least} gange hver" if self.at_least > 1 else ""
        return (
            f"Mindst {self.target} forskellige {did}"
            f"{' for første gang nogensinde' if self.first_ever else times}."
        )

    def _english(self, words: Words) -> str:
        did = f"{words.of(self.unit)}{' each' if self.at_least > 1 else ''} {words.says(self.fact)}"
        times = f" at least {self.at_least} times" if self.at_least > 1 else ""
        return (
            f"At least {self.target} different {did}"
            f"{' for the first time ever' if self.first_ever else times}."
        )

    def problems(self, plan: Plan, facts: Facts) -> Iterator[str]:
        yield from fact_problems(plan, facts, self.fact, self.where, self.of)
        if self.first_ever and self.at_least > 1:
            yield "first_ever and at_least do not go together"

    def season_problems(self, activity: str, facts: Facts) -> Iterator[str]:
        yield from season_problems(activity, facts, self.fact, self.where)


_Found = tuple[tuple[int, ...], tuple[LeftOut, ...], int]


def _firsts(view: View, tag: str, where: Where, of: str) -> dict[str, Entry]:
    firsts: dict[str, Entry] = {}
    for entry in view.of(tag, where):
        firsts.setdefault(cast(str, getattr(entry.fact, of)), entry)
    return firsts


def _in(period: Period, entry: Entry) -> bool:
    if period.series is not None:
        return getattr(entry.fact, "series", None) == period.series
    return period.holds(entry.occurred_on)
