"""The rule that counts the different families, youths, networks or others that entries name."""

from collections.abc import Iterator, Sequence
from typing import cast

from attrs import field, frozen

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Where, WhereValue
from vaerebro_events.domain.picking import (
    Facts,
    activity_of,
    activity_problems,
    fact_problems,
    same_kind_problems,
    season_problems,
)
from vaerebro_events.domain.plan import Plan, Words
from vaerebro_events.domain.values import whole
from vaerebro_events.projections.history import View, in_order
from vaerebro_events.projections.judgement import Growth, Judgement, LeftOut, Part, Why
from vaerebro_events.projections.rules.rule import (
    CountingRule,
    grouped,
    least,
    part_of_target,
    positions,
    that,
)
from vaerebro_events.projections.status import Period
from vaerebro_events.text import Text


@frozen
class OfThem:
    """A sub-count: so many of those counted who did something else by the period's last day.

    They did it on the day of their first entry in the period or later; or, where an `ended` fact says
    when it ends, they did it at some time and it had not ended before that day.
    """

    fact: str
    of: str
    target: int = field(validator=whole(1))
    unit: Text
    ended: str | None = None


@frozen
class Also:
    """Another kind of fact that names the same ones, by the same field."""

    fact: str
    where: Where = field(factory=dict[str, WhereValue])


@frozen
class Distinct(CountingRule):
    """Different ones that entries name.

    Each at least so many times, or for the first time ever; named by one kind of fact or `also` by
    others; of them, if wanted, so many who afterwards did something else.
    """

    kind = "distinct"
    different = True

    fact: str
    of: str
    target: int = field(validator=whole(1))
    unit: Text
    where: Where = field(factory=dict[str, WhereValue])
    at_least: int = field(default=1, validator=whole(1))
    first_ever: bool = False
    also: tuple[Also, ...] = ()
    of_them: OfThem | None = None

    def judge(self, view: View, period: Period) -> Judgement:
        judge = self._first_ever if self.first_ever else self._often_enough
        found, left_out = judge(view, period)
        entries = [entry for own in found.values() for entry in own]
        behind = (at for tag, where in self._picks() for at in view.behind(where, _of(tag, entries)))
        counted = (*positions(entries), *behind)
        if self.of_them is None:
            return Judgement(Growth.COUNT, self.target, len(found), (), counted, left_out)
        part, did, did_not = self._afterwards(self.of_them, view, period, found)
        return Judgement(
            Growth.COUNT, self.target, len(found), (part,), (*counted, *did), (*left_out, *did_not)
        )

    def _picks(self) -> Iterator[tuple[str, Where]]:
        """The kinds of fact that are looked at, and the fields each must have."""
        yield self.fact, self.where
        yield from ((other.fact, other.where) for other in self.also)

    def _within(self, view: View, period: Period) -> Sequence[Entry]:
        if not self.also:
            return view.within(period, self.fact, self.where)
        picked = (entry for tag, where in self._picks() for entry in view.within(period, tag, where))
        return sorted(picked, key=in_order)

    def _often_enough(self, view: View, period: Period) -> "_Found":
        groups = grouped(self._within(view, period), self.of)
        found = {name: entries for name, entries in groups.items() if len(entries) >= self.at_least}
        left_out = tuple(
            LeftOut(entry.position, Why.TOO_FEW)
            for name, entries in groups.items()
            if name not in found
            for entry in entries
        )
        return found, left_out

    def _first_ever(self, view: View, period: Period) -> "_Found":
        picks = ((tag, tuple(sorted(where.items()))) for tag, where in self._picks())
        key = ("first ever", self.of, *picks)
        firsts = view.kept(key, lambda: self._firsts(view))
        found: dict[str, list[Entry]] = {}
        left_out: list[LeftOut] = []
        wheres = dict(self._picks())
        for name, entries in grouped(self._within(view, period), self.of).items():
            first = firsts[name]
            because = (first.position, *view.behind(wheres[first.fact.tag], [first]))
            for entry in entries:
                if entry is first:
                    found[name] = [entry]
                else:
                    why = Why.NOT_THE_FIRST if _in(period, first) else Why.COUNTED_EARLIER
                    left_out.append(LeftOut(entry.position, why, because))
        return found, tuple(left_out)

    def _firsts(self, view: View) -> dict[str, Entry]:
        ever = [entry for tag, where in self._picks() for entry in view.of(tag, where)]
        return {
            name: own[0]
            for name, own in grouped(sorted(ever, key=in_order) if self.also else ever, self.of).items()
        }

    def _afterwards(
        self, of_them: OfThem, view: View, period: Period, found: dict[str, list[Entry]]
    ) -> tuple[Part, tuple[int, ...], tuple[LeftOut, ...]]:
        """Who of those found did something else afterwards, and what was too early for that."""
        activity = activity_of(self.where)
        ends = grouped(view.of(of_them.ended, activity), of_them.of) if of_them.ended else {}
        did: dict[str, int] = {}
        did_not: list[LeftOut] = []
        for entry in view.of(of_them.fact, activity, period.last):
            who = cast(str, getattr(entry.fact, of_them.of))
            if who not in found or who in did:
                continue
            first = found[who][0]
            end = next((end for end in ends.get(who, ()) if end.order > entry.order), None)
            until = entry if end is None else end
            lasts = of_them.ended is not None and end is None
            if lasts or until.occurred_on >= first.occurred_on:
                did[who] = entry.position
            else:
                did_not.append(LeftOut(entry.position, Why.NOT_AFTERWARDS, (first.position, until.position)))
        part = Part(of_them.fact, len(did), of_them.target)
        return part, tuple(did.values()), tuple(did_not)

    def asks_beside(self) -> Iterator[str]:
        return iter(()) if self.of_them is None else iter(("of_them",))

    def counted_as(self, words: Words) -> str:
        danish = words.language == "da"
        either = " eller " if danish else " or "
        did = either.join(dict.fromkeys(words.says(tag) for tag, _ in self._picks()))
        counted = that(words.of(self.unit), did, words)
        if self.at_least > 1:
            return f"{counted} {least(self.at_least, words)} {'gange' if danish else 'times'}"
        ever = " for første gang" if danish else " for the first time ever"
        return f"{counted}{ever if self.first_ever else ''}"

    def sentence(self, words: Words) -> str:
        counted = self.at_least_so_many(words, least(self.target, words))
        if self.of_them is None:
            return f"{counted}."
        did, target = words.says(self.of_them.fact), least(self.of_them.target, words)
        danish = words.language == "da"
        if self.of_them.ended is None:
            if danish:
                return f"{counted}; heraf {target}, der derefter {did} senest på periodens sidste dag."
            return f"{counted}; of them {target} who {did} afterwards, by the period's last day."
        ended = words.says(self.of_them.ended)
        if danish:
            return (
                f"{counted}; heraf {target}, der {did} senest på periodens sidste dag og ikke {ended}, "
                "før de deltog første gang i perioden."
            )
        return (
            f"{counted}; of them {target} who {did} by the period's last day, unless they {ended} before "
            "they first took part in the period."
        )

    def problems(self, plan: Plan, facts: Facts) -> Iterator[Text]:
        for tag, where in self._picks():
            yield from fact_problems(plan, facts, tag, where, self.of)
        if len({tag for tag, _ in self._picks()}) <= len(self.also):
            yield Text(da="also nævner en hændelse to gange", en="also names a fact twice")
        if self.first_ever and self.at_least > 1:
            yield Text(
                da="first_ever og at_least kan ikke være der begge",
                en="first_ever and at_least do not go together",
            )
        if self.of_them is not None:
            if self.of_them.ended is not None:
                yield from activity_problems(self.where)
            two = ((self.fact, self.of), (self.of_them.fact, self.of_them.of))
            yield from (why.at("of_them") for why in same_kind_problems(facts, *two))
            for tag in (self.of_them.fact, *filter(None, [self.of_them.ended])):
                named = fact_problems(plan, facts, tag, {}, self.of_them.of)
                yield from (why.at("of_them") for why in named)
            if self.of_them.target > self.target:
                yield part_of_target("of_them.target", self.of_them.target, self.target)

    def season_problems(self, activity: str, facts: Facts) -> Iterator[Text]:
        for tag, where in self._picks():
            yield from season_problems(activity, facts, tag, where)


def _of(tag: str, entries: list[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.fact.tag == tag]


_Found = tuple[dict[str, list[Entry]], tuple[LeftOut, ...]]


def _in(period: Period, entry: Entry) -> bool:
    if period.series is not None:
        return getattr(entry.fact, "series", None) == period.series
    return period.holds(entry.occurred_on)
