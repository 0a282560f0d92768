"""The rule for who is in contact: begun, not stopped, and seen within so many months."""

from collections.abc import Iterator

from attrs import field, frozen

from vaerebro_events.domain.calendar import add_months
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.fact import Where, WhereValue
from vaerebro_events.domain.picking import Facts, activity_problems, fact_problems
from vaerebro_events.domain.plan import Plan, Words
from vaerebro_events.domain.values import MOST_MONTHS, whole
from vaerebro_events.projections.history import View
from vaerebro_events.projections.judgement import Growth, Judgement, LeftOut, Why
from vaerebro_events.projections.rules.rule import CountingRule, grouped, least
from vaerebro_events.projections.status import Period
from vaerebro_events.text import Text


@frozen
class InContact(CountingRule):
    """Different ones who are in contact on the period's last day, or on the day asked about within it.

    Somebody is in contact who began, has not stopped by that day, and began or was seen within so many
    calendar `months` up to it (a setting).
    """

    kind = "in-contact"

    began: str
    sign: str
    ended: str
    of: str
    unit: Text
    where: Where = field(factory=dict[str, WhereValue])
    months: int = field(default=12, validator=whole(1, MOST_MONTHS))
    target: int = field(default=1, validator=whole(1))

    def judge(self, view: View, period: Period) -> Judgement:
        day = min(period.last, view.on)
        if day < period.first:
            return Judgement(Growth.LEVEL, self.target)
        began, signs, ends = (
            grouped(view.of(tag, self.where, day), self.of) for tag in (self.began, self.sign, self.ended)
        )
        counted: list[int] = []
        left_out: list[LeftOut] = []
        value = 0
        for who, beginnings in began.items():
            began_last, ended_last = beginnings[-1], _last(ends.get(who))
            newest = max(began_last, _last(signs.get(who)) or began_last, key=lambda entry: entry.order)
            if ended_last is not None and ended_last.order > began_last.order:
                left_out.append(LeftOut(began_last.position, Why.ENDED, (ended_last.position,)))
            elif add_months(newest.occurred_on, self.months) < day:
                left_out.append(LeftOut(newest.position, Why.LAPSED))
            else:
                value += 1
                counted.extend((began_last.position, newest.position))
        return Judgement(Growth.LEVEL, self.target, value, (), tuple(counted), tuple(left_out))

    def counted_as(self, words: Words) -> str:
        unit = words.of(self.unit)
        if words.language == "da":
            return (
                f"{unit}, der er begyndt og ikke stoppet, og som der har været kontakt med inden for de "
                f"seneste {self.months} måneder"
            )
        return (
            f"{unit} who have begun and not stopped, and were in contact within the last {self.months} months"
        )

    def sentence(self, words: Words) -> str:
        return f"{self.at_least_so_many(words, least(self.target, words))}."

    def problems(self, plan: Plan, facts: Facts) -> Iterator[Text]:
        yield from activity_problems(self.where)
        for tag in (self.began, self.sign, self.ended):
            yield from fact_problems(plan, facts, tag, self.where, self.of)


def _last(entries: list[Entry] | None) -> Entry | None:
    return entries[-1] if entries else None
