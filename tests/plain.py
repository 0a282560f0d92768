"""The log by the plainest means: a list of entries, cut, amended and checked straight from the words.

Nothing here uses the library's folding, history or batches; it is what these are held against.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from attrs import define, evolve

from plain_agreed import agreed, says_what_was_known
from plain_asks import days_said, fits, places_said, stands
from stories import Attempt
from vaerebro_events import (
    Corrected,
    Draft,
    Entry,
    Fact,
    MarkedAsSample,
    PeriodClosed,
    Plan,
    PlanAdopted,
    Retracted,
)

A_LITTLE = timedelta(minutes=5)


def day_in_denmark(instant: datetime) -> date:
    return instant.astimezone(ZoneInfo("Europe/Copenhagen")).date()


def cut(entries: Iterable[Entry], known: int | datetime | date) -> list[Entry]:
    """The entries of the batches that were recorded whole by then."""
    match known:
        case int():
            return [entry for entry in entries if entry.batch_end <= known]
        case datetime():
            return [entry for entry in entries if entry.recorded_at <= known]
        case date():
            return [entry for entry in entries if day_in_denmark(entry.recorded_at) <= known]


def effective(entries: Sequence[Entry]) -> list[Entry]:
    """The entries as their newest amendments have them, in the order of the log."""
    newest = {e.fact.amends: e for e in entries if isinstance(e.fact, Corrected | Retracted)}
    held: list[Entry] = []
    for entry in entries:
        amendment = newest.get(entry.position)
        if isinstance(entry.fact, Corrected | Retracted):
            continue
        if amendment is None:
            held.append(entry)
        elif isinstance(amendment.fact, Corrected):
            held.append(evolve(entry, fact=amendment.fact.fact, occurred_on=amendment.occurred_on))
    return held


def amended_positions(entries: Iterable[Entry]) -> set[int]:
    """The positions of the entries that have been amended."""
    return {entry.fact.amends for entry in entries if isinstance(entry.fact, Corrected | Retracted)}


def ordered(entries: Iterable[Entry]) -> list[Entry]:
    """By day, then the rank of the kind within the day, then the place in the log."""
    return sorted(entries, key=lambda entry: (entry.occurred_on, entry.fact.rank, entry.position))


def history(entries: Sequence[Entry], on: date = date.max) -> list[Entry]:
    """What holds for a day, in order."""
    return [entry for entry in ordered(effective(entries)) if entry.occurred_on <= on]


def _said(fact: Fact) -> Fact:
    return fact.fact if isinstance(fact, Corrected) else fact


@define
class PlainLog:
    """A logbook as a list of entries, which decides by itself what it takes."""

    plan: Plan
    entries: list[Entry]

    @classmethod
    def begun(cls, plan: Plan, first: Attempt, id_: UUID) -> "PlainLog":
        day = day_in_denmark(first.now)
        return cls(plan, [Entry(1, 1, id_, first.now, day, first.actor, PlanAdopted(plan))])

    def takes(self, attempt: Attempt) -> bool:
        """Adds what is attempted and says so, or adds nothing."""
        added = self._added(attempt)
        if added is None:
            return False
        self.entries.extend(added)
        return True

    def day_kept(self, position: int, added: Sequence[Entry] = ()) -> date | None:
        """The day that an entry is about, or was about before it was retracted."""
        entries = [*self.entries, *added]
        if not 0 < position <= len(entries):
            return None
        said = [e for e in entries if isinstance(e.fact, Corrected) and e.fact.amends == position]
        return [entries[position - 1], *said][-1].occurred_on

    def _added(self, attempt: Attempt) -> list[Entry] | None:
        if not attempt.drafts:
            return None
        by_id = {entry.id: entry for entry in self.entries}
        added: list[Entry] = []
        for draft in attempt.drafts:
            assert draft.id is not None
            if (known := by_id.get(draft.id)) is not None:
                if not _same(draft, known):
                    return None
                continue
            entry = self._entry(draft, attempt, added)
            if entry is None:
                return None
            by_id[entry.id] = entry
            added.append(entry)
        added = [evolve(entry, batch_end=len(self.entries) + len(added)) for entry in added]
        after = [*self.entries, *added]
        if not all(self._may_be(entry, after) for entry in added) or not stands(history(after)):
            return None
        return added

    def _entry(self, draft: Draft, attempt: Attempt, added: Sequence[Entry]) -> Entry | None:
        last, position = self.entries[-1].recorded_at, len(self.entries) + len(added) + 1
        day = draft.on
        if day is None and isinstance(draft.fact, Corrected | Retracted):
            day = self.day_kept(draft.fact.amends, added)
        if day is None or last - attempt.now > A_LITTLE or draft.id is None:
            return None
        at = max(last, attempt.now)
        return Entry(position, position, draft.id, at, day, attempt.actor, draft.fact, draft.evidence)

    def _may_be(self, entry: Entry, after: Sequence[Entry]) -> bool:
        fact, day = _said(entry.fact), entry.occurred_on
        decided = agreed(history(after[: entry.position - 1]))
        if max([day, *days_said(fact)]) > day_in_denmark(entry.recorded_at):
            return False
        if max([0, *places_said(fact)]) >= entry.position or not self._closes(fact, entry):
            return False
        if not decided.takes(fact) or not fits(fact, decided.on(day).plan):
            return False
        if not isinstance(entry.fact, Corrected | Retracted):
            return not isinstance(fact, PlanAdopted)
        if not entry.fact.amends < entry.position:
            return False
        amended = after[entry.fact.amends - 1].fact
        return not isinstance(amended, Corrected | Retracted | PlanAdopted | MarkedAsSample)

    def _closes(self, closing: Fact, entry: Entry) -> bool:
        """Of a closing, whether its period is over, and it says what was known before it."""
        if not isinstance(closing, PeriodClosed):
            return True
        known = cut(self.entries, closing.as_known)
        over = entry.occurred_on < day_in_denmark(entry.recorded_at)
        while_it_ran = [e for e in self.entries if day_in_denmark(e.recorded_at) <= entry.occurred_on]
        if len(known) < len(while_it_ran):
            return False
        return over and says_what_was_known(closing, entry.occurred_on, known, history(known))


def _same(draft: Draft, known: Entry) -> bool:
    return (
        draft.fact == known.fact
        and draft.on in (None, known.occurred_on)
        and draft.evidence == known.evidence
    )
