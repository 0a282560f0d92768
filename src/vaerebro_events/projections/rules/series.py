"""The rule for seasons and courses: enough of them with enough meetings, and enough who took part."""

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.meetings import MeetingFact, MeetingHeld
from vaerebro_events.domain.picking import Facts, fact_problems, field_names
from vaerebro_events.domain.plan import Plan, Words
from vaerebro_events.domain.values import whole
from vaerebro_events.projections.history import View
from vaerebro_events.projections.judgement import Growth, Judgement, LeftOut, Part, Why
from vaerebro_events.projections.rules.rule import JudgingRule, capital, grouped, least, positions
from vaerebro_events.projections.status import Period
from vaerebro_events.text import Text

SEASONS = Text(da="sæsoner", en="seasons")


@frozen
class Participants:
    """How many different ones must take part: in the required meetings together, or at every one of them."""

    fact: str
    of: str
    target: int = field(validator=whole(1))
    unit: Text
    at_every_meeting: bool = False


@frozen
class CompleteSeries(JudgingRule):
    """Seasons of an activity that reached so many meetings; one counts in the period of the last of these.

    If wanted, only those whose required meetings had enough `participants`.
    """

    kind = "complete-series"

    activity: str
    target: int = field(validator=whole(1))
    meetings: int = field(validator=whole(1))
    participants: Participants | None = None
    unit: Text = SEASONS

    def judge(self, view: View, period: Period) -> Judgement:
        held = view.of(MeetingHeld.tag, {"activity": self.activity}, period.last)
        counted: list[int] = []
        left_out: list[LeftOut] = []
        parts: list[Part] = []
        value = 0
        for series, entries in _by_first_day(grouped(held, "series")):
            if not any(period.holds(entry.occurred_on) for entry in entries):
                continue
            parts.append(Part(series, len(entries)))
            enough, more = entries[: self.meetings], entries[self.meetings :]
            came = self._came(view, enough)
            parts.extend(self._part(series, enough, came))
            if len(enough) < self.meetings:
                left_out.extend(LeftOut(entry.position, Why.TOO_FEW) for entry in entries)
            elif not self._enough_came(enough, came):
                late = enough if period.holds(enough[-1].occurred_on) else more
                left_out.extend(LeftOut(entry.position, Why.TOO_FEW_PARTICIPANTS) for entry in late)
            elif not period.holds(enough[-1].occurred_on):
                done = positions(enough)
                left_out.extend(LeftOut(entry.position, Why.COUNTED_EARLIER, done) for entry in more)
            else:
                value += 1
                counted.extend(positions((*enough, *came)))
        return Judgement(Growth.COUNT, self.target, value, tuple(parts), tuple(counted), tuple(left_out))

    def _came(self, view: View, meetings: Sequence[Entry]) -> list[Entry]:
        """Who came to these meetings of one series."""
        if self.participants is None:
            return []
        numbers = {_meeting(entry).meeting for entry in meetings}
        where = {"activity": self.activity, "series": _meeting(meetings[0]).series}
        return [e for e in view.of(self.participants.fact, where) if _meeting(e).meeting in numbers]

    def _part(self, series: str, meetings: Sequence[Entry], came: Sequence[Entry]) -> Iterator[Part]:
        """How many took part in these meetings, or in the one with the fewest, where that is asked."""
        asked = self.participants
        if asked is not None:
            yield Part(f"{series}/{asked.of}", self._many(asked, meetings, came), of=asked.target)

    def _many(self, asked: Participants, meetings: Sequence[Entry], came: Sequence[Entry]) -> int:
        if not asked.at_every_meeting:
            return len(grouped(came, asked.of))
        at = Counter(_meeting(entry).meeting for entry in came)
        return min(at[_meeting(entry).meeting] for entry in meetings)

    def _enough_came(self, meetings: Sequence[Entry], came: Sequence[Entry]) -> bool:
        asked = self.participants
        return asked is None or self._many(asked, meetings, came) >= asked.target

    def sentence(self, words: Words) -> str:
        unit, many, meetings = words.of(self.unit), least(self.target, words), self.meetings
        if words.language == "da":
            return (
                f"{capital(unit)}, der nåede {meetings} møder{self._with(words)}: {many}; "
                f"de tæller med i den periode, hvor det {meetings}. møde blev holdt."
            )
        return (
            f"{capital(unit)} that reached {meetings} meetings{self._with(words)}: {many}; "
            f"they count in the period in which the last of these {meetings} was held."
        )

    def _with(self, words: Words) -> str:
        asked = self.participants
        if asked is None:
            return ""
        who = f"{least(asked.target, words)} {words.of(asked.unit)}"
        if words.language == "da":
            return f" med {who} {'ved hvert møde' if asked.at_every_meeting else 'på forløbet'}"
        return f" with {who} {'at every one of them' if asked.at_every_meeting else 'in the course'}"

    def problems(self, plan: Plan, facts: Facts) -> Iterator[Text]:
        where = {"activity": self.activity}
        yield from fact_problems(plan, facts, MeetingHeld.tag, where)
        asked = self.participants
        if asked is not None:
            named = fact_problems(plan, facts, asked.fact, where, asked.of)
            yield from (why.at("participants") for why in named)
            if asked.fact in facts and not {"series", "meeting"} <= field_names(facts[asked.fact]):
                yield Text(
                    da=f"hændelsen »{asked.fact}« nævner intet møde",
                    en=f"the fact «{asked.fact}» names no meeting",
                ).at("participants")


def _meeting(entry: Entry) -> MeetingFact:
    assert isinstance(entry.fact, MeetingFact)
    return entry.fact


def _by_first_day(groups: dict[str, list[Entry]]) -> list[tuple[str, list[Entry]]]:
    """Seasons in the order of their first meetings, whatever the order they were recorded in."""
    return sorted(groups.items(), key=lambda group: (group[1][0].occurred_on, group[0]))
