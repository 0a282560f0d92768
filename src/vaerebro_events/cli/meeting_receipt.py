"""The receipt of a meeting: what was recorded in a line, and what the log had already."""

from collections.abc import Iterator, Sequence
from typing import Any

import click
from attrs import frozen

from vaerebro_events.cli import meeting_words as words
from vaerebro_events.cli.evening import Came, Evening, ToRecord
from vaerebro_events.cli.newcomers import ever_registered, next_references
from vaerebro_events.cli.noting import NOTE
from vaerebro_events.cli.printing import print_json
from vaerebro_events.cli.speaking import language, say
from vaerebro_events.cli.writing import SPAN_WOULD_BE, Outcome, plain_receipt, spans_said
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.meetings import EventHeld, HeadsCounted, MeetingCancelled, SeriesPlanned
from vaerebro_events.domain.participants import ParticipantKind
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.terminal.written import day
from vaerebro_events.text import Text


@frozen
class Receipt:
    """What a line about a meeting says of it, beside the log before: `replay`."""

    evening: Evening
    found: ToRecord
    replay: Replay

    def show(self, done: Outcome) -> None:
        """Prints what came of it: in lines, or as JSON."""
        if done.how.as_json:
            print_json(self._plain(done))
            return
        for line in self.lines(done.entries, dry_run=done.how.dry_run):
            click.echo(line)
        done.show_notes()

    def lines(self, entries: Sequence[Entry], *, dry_run: bool = True) -> Iterator[str]:
        """The receipt in lines, of entries that are recorded or would be."""
        if entries:
            text = SPAN_WOULD_BE if dry_run else words.ENTRIES
            positions = say(text[len(entries) > 1], positions=spans_said(entries))
            yield f"{self._meeting()}: {', '.join(self._recorded())}. {positions}"
        else:
            yield f"{self._meeting()}: {say(words.NOTHING_NEW)}"
        for each in self.found.came:
            if each.there:
                yield say(words.THERE, who=", ".join(each.there))
            if each.met:
                yield say(words.MET, who=", ".join(each.met), next=self._next(each))
        yield from (say(NOTE, said=said) for said in self._odd())

    def _odd(self) -> Iterator[str]:
        """What of the meeting itself is worth a second look."""
        held, cancelled = self.evening.held, self.found.cancelled
        if cancelled is not None and cancelled.occurred_on == self.found.on:
            yield say(words.CANCELLED_TOO, position=cancelled.position)
        facts = (entry.fact for entry in self.replay.history)
        planned = {(fact.activity, fact.series) for fact in facts if isinstance(fact, SeriesPlanned)}
        if isinstance(held, EventHeld) and (held.activity, held.series) in planned:
            yield say(words.BESIDE_A_SEASON, series=held.series)

    def _meeting(self) -> str:
        """Which meeting it is, by the title of its activity."""
        held, plan = self.evening.held, self.replay.plan
        activities = () if plan is None else plan.activities
        titles = {activity.key: activity.title.in_(language()) for activity in activities}
        event = isinstance(held, EventHeld) or held.tag != self._held_as()
        text = words.AN_EVENT if event else words.A_MEETING
        return say(
            text,
            number=held.meeting,
            activity=titles.get(held.activity, held.activity),
            series=held.series,
            day=day(self.found.on, language()),
        )

    def _held_as(self) -> str:
        """The tag under which the log has it held; else, what the line says."""
        return next((entry.fact.tag for entry in self.found.already), self.evening.held.tag)

    def _recorded(self) -> Iterator[str]:
        """What is recorded of it, each in a few words."""
        facts = [draft.fact for draft in self.found.drafts]
        if isinstance(self.evening.held, MeetingCancelled):
            yield say(words.CANCELLED)
        elif not any(each.coming for each in self.found.came):
            yield say(words.HELD)
        for each in self.found.came:
            if each.coming:
                yield _counted(words.KINDS[each.kind], len(each.coming)) + _new(each)
        for fact in facts:
            if isinstance(fact, HeadsCounted):
                yield say(words.HEADS[fact.heads != 1], count=fact.heads)
                if fact.vulnerable:
                    yield say(words.VULNERABLE, count=fact.vulnerable)

    def _next(self, came: Came) -> str:
        """The next free reference of that kind."""
        kind = ParticipantKind(came.kind)
        used = {*ever_registered(self.replay.log, kind), *came.new}
        return next(next_references(used, kind))

    def _plain(self, done: Outcome) -> dict[str, Any]:
        new = {str(each.kind): list(each.new) for each in self.found.came if each.new}
        return {**plain_receipt(done, self.found.already), "newcomers": new}


def _counted(text: tuple[Text, Text], count: int) -> str:
    return f"{count} {say(text[count != 1])}"


def _new(came: Came) -> str:
    if not came.new:
        return ""
    text = words.NEW[len(came.new) != 1]
    return f" ({say(text, count=len(came.new), who=', '.join(came.new))})"
