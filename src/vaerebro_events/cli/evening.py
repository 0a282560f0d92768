"""A whole meeting, as one line tells it: what of it the log does not hold yet, in the order to record it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from attrs import field, frozen

from vaerebro_events.cli.newcomers import WHO_CAME, Named, ever_registered, next_references, registered
from vaerebro_events.domain.attendance import AliasAttended, FamilyAttended, ResidentAttended, YouthAttended
from vaerebro_events.domain.entry import Draft, Entry
from vaerebro_events.domain.meetings import (
    AttendanceFact,
    EventHeld,
    HeadsCounted,
    MeetingCancelled,
    MeetingFact,
    MeetingHeld,
)
from vaerebro_events.domain.participants import ParticipantKind, ParticipantRegistered
from vaerebro_events.errors import (
    AlreadyRegistered,
    HeadsAlreadyCounted,
    InvalidValue,
    MeetingAlreadyHeld,
    MeetingOnAnotherDay,
)
from vaerebro_events.text import Text

ALIAS = "alias"
A_NAME = Text(
    da="en gæst uden registrering skal have et kaldenavn, som I vælger",
    en="a visitor by alias has a name that you choose",
)
ATTENDED: Mapping[str, Callable[[str, str, int, str], AttendanceFact]] = {
    ParticipantKind.FAMILY: FamilyAttended,
    ParticipantKind.RESIDENT: ResidentAttended,
    ParticipantKind.YOUTH: YouthAttended,
    ALIAS: AliasAttended,
}
Gathering = MeetingHeld | EventHeld | MeetingCancelled


@frozen
class Evening:
    """What a line says of a meeting: that it was held or cancelled, who came by kind, and the heads.

    `on` is the day that the line names, and `today` that which is meant where it names none and the log
    does not have the meeting held on another.
    """

    held: Gathering
    on: date | None
    today: date
    came: Mapping[str, Named]
    heads: HeadsCounted | None = None


@frozen
class Came:
    """Those of one kind who come: to be recorded, of them new, and those whom the log has there already.

    `met` are newcomers of the same evening in the log, who are those that the line means.
    """

    kind: str
    coming: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    there: Mapping[str, Entry] = field(factory=dict[str, Entry])
    met: tuple[str, ...] = ()


@frozen
class ToRecord:
    """What is to be recorded of an evening, on which day, and what the log has of it already.

    `cancelled` is the entry that says that it was, of one that was held.
    """

    on: date
    drafts: tuple[Draft, ...]
    came: tuple[Came, ...] = ()
    already: tuple[Entry, ...] = ()
    cancelled: Entry | None = None


@frozen
class OneMeeting:
    """What a log says of one meeting or event, and of who is registered."""

    about: Sequence[Entry]
    history: Sequence[Entry]
    log: Sequence[Entry]

    @classmethod
    def of(cls, held: Gathering, history: Sequence[Entry], log: Sequence[Entry]) -> "OneMeeting":
        """The part of a history that is about one meeting, beside the log as it was recorded."""
        threads = held.threads()[:1]
        about = [entry for entry in history if isinstance(entry.fact, MeetingFact)]
        return cls([entry for entry in about if entry.fact.threads()[:1] == threads], history, log)

    def entry(self, *kinds: type[MeetingFact]) -> Entry | None:
        """The entry that says that it was held, cancelled or counted."""
        return next((entry for entry in self.about if isinstance(entry.fact, kinds)), None)

    def present(self, kind: str) -> dict[str, Entry]:
        """The attendances of a kind, by who came."""
        facts = [(entry, entry.fact) for entry in self.about]
        came = [(entry, fact.came) for entry, fact in facts if isinstance(fact, AttendanceFact)]
        return {who: entry for entry, (its, who) in came if its == kind}

    def unregistered(self, kind: ParticipantKind, named: Named) -> tuple[str, ...]:
        """Those who are said to be known, and are not."""
        known = registered(self.history, kind)
        return tuple(who for who in named.known if who not in known)


def to_record(evening: Evening, meeting: OneMeeting) -> ToRecord:
    """What is to be recorded of an evening.

    Raises: `MeetingOnAnotherDay`, `MeetingAlreadyHeld`, `HeadsAlreadyCounted`, `AlreadyRegistered`, where
    the log says something else; `InvalidValue`, where visitors by alias have no alias.
    """
    if isinstance(evening.held, MeetingCancelled):
        return _cancelled(evening, evening.held, meeting)
    held, counted = meeting.entry(MeetingHeld, EventHeld), meeting.entry(HeadsCounted)
    on = _day(evening, held)
    came = [_came(kind, named, meeting) for kind, named in evening.came.items() if named]
    facts = [
        *(ParticipantRegistered(each.kind, who) for each in came for who in each.new),
        *_said_anew(evening.held, held),
        *(_attended(evening.held, each.kind, who) for each in came for who in each.coming),
        *_counted_anew(evening.heads, counted),
    ]
    said = (held, counted if evening.heads else None)
    already = [entry for entry in said if entry] + [e for each in came for e in each.there.values()]
    drafts = tuple(Draft(fact, on) for fact in facts)
    return ToRecord(on, drafts, tuple(came), tuple(already), meeting.entry(MeetingCancelled))


def _cancelled(evening: Evening, held: MeetingCancelled, meeting: OneMeeting) -> ToRecord:
    entry, on = meeting.entry(MeetingCancelled), evening.on or evening.today
    gathered = meeting.entry(MeetingHeld, EventHeld)
    if gathered is not None and gathered.occurred_on <= on:
        raise MeetingAlreadyHeld(held.series, held.meeting, gathered.position)
    if entry is not None and evening.on in (None, entry.occurred_on):
        return ToRecord(entry.occurred_on, (), already=(entry,))
    return ToRecord(on, (Draft(held, on),))


def _day(evening: Evening, held: Entry | None) -> date:
    if held is None:
        return evening.on or evening.today
    if evening.on not in (None, held.occurred_on):
        assert evening.on is not None
        raise MeetingOnAnotherDay(evening.held.series, evening.held.meeting, held.occurred_on, evening.on)
    return held.occurred_on


def _said_anew(said: Gathering, held: Entry | None) -> Iterator[Gathering]:
    """That it was held, unless the log has it; a line that names no place means what the log has."""
    if held is None:
        yield said
    elif held.fact != said and not isinstance(said, MeetingHeld):
        raise MeetingAlreadyHeld(said.series, said.meeting, held.position)


def _counted_anew(heads: HeadsCounted | None, counted: Entry | None) -> Iterator[HeadsCounted]:
    if heads is None:
        return
    if counted is None:
        yield heads
    elif counted.fact != heads:
        raise HeadsAlreadyCounted(heads.series, heads.meeting, counted.position)


def _attended(held: Gathering, kind: str, who: str) -> AttendanceFact:
    return ATTENDED[kind](held.activity, held.series, held.meeting, who)


def _came(kind: str, named: Named, meeting: OneMeeting) -> Came:
    present = meeting.present(kind)
    if kind == ALIAS:
        return _by_alias(named, present)
    own, participants = ParticipantKind(kind), registered(meeting.history, ParticipantKind(kind))
    for who in named.new:
        if who in participants and who not in present:
            raise AlreadyRegistered(kind, who, participants[who].position)
    asked = (*named.known, *named.new)
    newcomers = [who for who, entry in present.items() if _came_as_new(participants[who], entry)]
    met = [who for who in newcomers if who not in asked][: named.more]
    used = {*ever_registered(meeting.log, own), *named.new}
    made = islice(next_references(used, own), named.more - len(met))
    new = (*(who for who in named.new if who not in present), *made)
    return Came(
        kind,
        (*(who for who in named.known if who not in present), *new),
        new,
        {who: present[who] for who in (*asked, *met) if who in present},
        tuple(met),
    )


def _by_alias(named: Named, present: Mapping[str, Entry]) -> Came:
    """Visitors by alias, who are not registered: a new one is as any other, and has a name."""
    if named.more:
        raise InvalidValue(WHO_CAME, f"+{named.more}", A_NAME)
    aliases = (*named.known, *named.new)
    there = {who: present[who] for who in aliases if who in present}
    return Came(ALIAS, tuple(who for who in aliases if who not in there), there=there)


def _came_as_new(registration: Entry, attendance: Entry) -> bool:
    """Whether somebody was registered together with the attendance, that evening."""
    together = registration.batch_end == attendance.batch_end
    return together and registration.occurred_on == attendance.occurred_on
