"""The rule for seasons: enough of them with enough meetings."""

from collections.abc import Iterator

from attrs import field, frozen

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.meetings import MeetingHeld
from vaerebro_events.domain.plan import Plan, Words
from vaerebro_events.domain.values import whole
from vaerebro_events.projections.history import View
from vaerebro_events.projections.rules.counting import grouped
from vaerebro_events.projections.rules.rule import Facts, JudgingRule, fact_problems, positions
from vaerebro_events.projections.status import Growth, Judgement, LeftOut, Part, Period, Why


@frozen
class CompleteSeries(JudgingRule):
    """Seasons of an activity that reached so many meetings; one counts in the period of the last of these."""

    kind = "complete-series"

    activity: str
    target: int = field(validator=whole(1))
    meetings: int = field(validator=whole(1))

    def judge(self, view: View, period: Period) -> Judgement:
        held = view.of(MeetingHeld.tag, {"activity": self.activity}, period.last)
        counted: list[int] = []
        left_out: list[LeftOut] = []
        parts: list[Part] = []
        value = 0
        for series, entries in _by_first_day(grouped(list(held), "series")):
            if not any(period.holds(entry.occurred_on) for entry in entries):
                continue
            parts.append(Part(series, len(entries)))
            enough, more = entries[: self.meetings], entries[self.meetings :]
            if len(enough) < self.meetings:
                left_out.extend(LeftOut(entry.position, Why.TOO_FEW) for entry in entries)
            elif period.holds(enough[-1].occurred_on):
                value += 1
                counted.extend(positions(entries))
            else:
                done = positions(enough)
                left_out.extend(LeftOut(entry.position, Why.COUNTED_EARLIER, done) for entry in more)
        return Judgement(Growth.COUNT, self.target, value, tuple(parts), tuple(counted), tuple(left_out))

    def sentence(self, words: Words) -> str:
        if words.language == "da":
            return (
                f"Mindst {self.target} sæsoner nåede op på {self.meetings} møder; en sæson tæller med i den "
                f"periode, hvor møde nummer {self.meetings} i rækken blev holdt."
            )
        return (
            f"At least {self.target} seasons reached {self.meetings} meetings; a season counts in the "
            f"period in which the last of these {self.meetings} was held."
        )

    def problems(self, plan: Plan, facts: Facts) -> Iterator[str]:
        yield from fact_problems(plan, facts, MeetingHeld.tag, {"activity": self.activity})


def _by_first_day(groups: dict[str, list[Entry]]) -> list[tuple[str, list[Entry]]]:
    """Seasons in the order of their first meetings, whatever the order they were recorded in."""
    return sorted(groups.items(), key=lambda group: (group[1][0].occurred_on, group[0]))
