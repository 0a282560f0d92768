"""The command that records a whole meeting in one line: held, who came, who is new, how many heads."""

from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from functools import wraps
from typing import Any

import click
from attrs import frozen

from vaerebro_events.cli import meeting_words as words
from vaerebro_events.cli.evening import ALIAS, ATTENDED, Evening, Gathering, OneMeeting, to_record
from vaerebro_events.cli.fields import SHOWN, named_choices
from vaerebro_events.cli.meeting_receipt import Receipt
from vaerebro_events.cli.newcomers import Named, registered
from vaerebro_events.cli.options import LOGBOOK, recorder
from vaerebro_events.cli.speaking import argument, command, language, option, say
from vaerebro_events.cli.suggesting import keys, of_field, participants, references, series
from vaerebro_events.cli.writing import WHEN, How, Outcome, write, writing
from vaerebro_events.domain.batch import Recorded
from vaerebro_events.domain.entry import Actor
from vaerebro_events.domain.meetings import (
    EventHeld,
    HeadsCounted,
    LedBy,
    MeetingCancelled,
    MeetingHeld,
    SeriesPlanned,
)
from vaerebro_events.domain.participants import ParticipantKind
from vaerebro_events.errors import InvalidValue, Refusal, UnknownSeries
from vaerebro_events.forms.fields import Field, FieldKind, fields_of
from vaerebro_events.forms.reading import NO_TITLES, Titles, read_day, read_value
from vaerebro_events.forms.titles import titles_of
from vaerebro_events.logbook import Logbook
from vaerebro_events.projections.replay import Replay
from vaerebro_events.text import Text

MORE = Text(
    da="Et møde i en sæson, eller med --place og --led-by et arrangement: SÆSON er da navnet på rækken af "
    "arrangementer, såsom tirsdagscafé, og NUMMER dets nummer i den. Lister skrives med komma: f-017 er "
    "registreret i forvejen, +f-099 er ny under den reference, og +2 er to nye, der får de næste ledige "
    "referencer. Er mødet registreret, tilføjes kun det, der er nyt.",
    en="A meeting of a season or, with --place and --led-by, an event: SEASON is then the name of its line "
    "of events, such as tirsdagscafé, and NUMBER its number there. Lists are written with commas: f-017 "
    "is registered already, +f-099 is new under that reference, and +2 are two newcomers who get the next "
    "free references. Where the meeting is recorded already, only what is new is added.",
)
FIELDS: Mapping[str, Field] = {
    field.name: field for kind in (EventHeld, HeadsCounted) for field in fields_of(kind)
}
MEETING = ("activity", "series", "meeting")
EVENT = ("place", "led_by", "network")
HEADS = ("heads", "vulnerable")
LEADERS = named_choices(FIELDS["led_by"])
LIST = Text(da="LISTE", en="LIST")
MOST_SEASONS = 5
POSITIONALS = (
    argument("activity", Text(da="AKTIVITET", en="ACTIVITY"), shell_complete=keys("ActivityKey")),
    argument("series", Text(da="SÆSON", en="SEASON"), shell_complete=series),
    argument("number", Text(da="NUMMER", en="NUMBER")),
)


def _list(name: str, kind: str, said: Text) -> Any:
    """The option for a list of those who came."""
    completed = references(ALIAS) if kind == ALIAS else participants(ParticipantKind(kind))
    return option(name, kind, multiple=True, shown=LIST, said=said, shell_complete=completed)


def _value(name: str, shown: Text, said: Text) -> Any:
    """The option for one field."""
    completed = of_field(FIELDS[name])
    return option(f"--{name.replace('_', '-')}", name, shown=shown, said=said, shell_complete=completed)


WHO = (
    _list(
        "--families", ParticipantKind.FAMILY, Text(da="De familier, der kom.", en="The families who came.")
    ),
    _list(
        "--residents", ParticipantKind.RESIDENT, Text(da="De beboere, der kom.", en="The residents who came.")
    ),
    _list("--youths", ParticipantKind.YOUTH, Text(da="De unge, der kom.", en="The youths who came.")),
    _list(
        "--aliases",
        ALIAS,
        Text(
            da="Gæster, der kun er kendt under et kaldenavn.", en="Visitors who are known by an alias alone."
        ),
    ),
)
WHAT = (
    _value("heads", SHOWN[FieldKind.WHOLE], Text(da="Hvor mange der kom i alt.", en="How many came in all.")),
    _value(
        "vulnerable",
        SHOWN[FieldKind.WHOLE],
        Text(da="Hvor mange af dem er i en udsat position.", en="How many of them are vulnerably placed."),
    ),
    option("--cancelled", is_flag=True, said=Text(da="Mødet blev aflyst.", en="The meeting was cancelled.")),
    _value("place", SHOWN[FieldKind.KEY], Text(da="Arrangementets sted.", en="The place of an event.")),
    _value(
        "led_by",
        SHOWN[FieldKind.CHOICE],
        Text(da=f"Hvem der holdt det: {LEADERS.da}.", en=f"Who held it: {LEADERS.en}."),
    ),
    _value(
        "network",
        SHOWN[FieldKind.REFERENCE],
        Text(da="Det netværk, der holdt det.", en="The network that held it."),
    ),
)


def told_of_a_meeting(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command all that one line says of a meeting, as `typed`."""

    @wraps(command)
    def with_typed(
        activity: str, series: str, number: str, on: str | None, *, cancelled: bool, **given: Any
    ) -> None:
        event, heads = ({name: given.pop(name) for name in names} for names in (EVENT, HEADS))
        came = {kind: given.pop(kind) for kind in ATTENDED}
        told = {"activity": activity, "series": series, "meeting": number, **event, **heads}
        command(typed=_Typed(told, came, cancelled, on), **given)

    for made in reversed((*POSITIONALS, WHEN, *WHO, *WHAT)):
        with_typed = made(with_typed)
    return with_typed


@frozen
class _Typed:
    """What was typed about a meeting, by the names of fields; who came, by kind."""

    told: Mapping[str, str | None]
    came: Mapping[str, tuple[str, ...]]
    cancelled: bool
    on: str | None

    def evening(self, today: date, titles: Titles) -> Evening:
        """What is meant. Raises: `InvalidValue`, `UsageError`."""
        read = {name: read_value(FIELDS[name], text, titles) for name, text in self.told.items()}
        came = {kind: Named.of(given) for kind, given in self.came.items()}
        self._check(read, anybody=any(came.values()))
        of = tuple(read[name] for name in MEETING)
        counted = {"heads": read["heads"], "vulnerable": read["vulnerable"] or 0}
        heads = None if read["heads"] is None else HeadsCounted(*of, **counted)
        on = None if self.on is None else read_day(self.on)
        return Evening(self._held(read, of), on, today, came, heads)

    def _held(self, read: Mapping[str, Any], of: tuple[Any, ...]) -> Gathering:
        if self.cancelled:
            return MeetingCancelled(*of)
        if read["place"] is None:
            return MeetingHeld(*of)
        return EventHeld(*of, **{name: read[name] for name in EVENT})

    def _check(self, read: dict[str, Any], *, anybody: bool) -> None:
        """What does not go together. Raises: `UsageError`; `InvalidValue`, where it says of no meeting."""
        for name in MEETING:
            if read[name] is None:
                raise InvalidValue(name, "", words.NEEDED)
        if read["network"] is not None and read["led_by"] is None:
            read["led_by"] = LedBy.NETWORK
        wrong = (
            (
                self.cancelled and (anybody or any(read[name] is not None for name in (*EVENT, *HEADS))),
                words.CANCELLED_ALONE,
            ),
            ((read["place"] is None) != (read["led_by"] is None), words.BOTH),
            (read["vulnerable"] is not None and read["heads"] is None, words.HEADS_FIRST),
        )
        for holds, why in wrong:
            if holds:
                raise click.UsageError(say(why))


@command("meeting", MORE)
@LOGBOOK
@told_of_a_meeting
@recorder
@writing
def meeting(logbook: str, typed: _Typed, *, actor: Actor, how: How) -> None:
    """Records a meeting, or what is new of it."""
    with Logbook.open(logbook) as opened:
        receipt, done = _recorded(opened, typed, actor, how)
    receipt.show(done)


def _recorded(opened: Logbook, typed: _Typed, actor: Actor, how: How) -> tuple[Receipt, Outcome]:
    """What came of it; where somebody else has written of the meeting meanwhile, it is looked at anew."""
    replay = opened.replay()
    try:
        return _record(opened, replay, typed, actor, how)
    except Refusal:
        if opened.position == replay.position:
            raise
        return _record(opened, opened.replay(), typed, actor, how)


def _record(
    opened: Logbook, replay: Replay, typed: _Typed, actor: Actor, how: How
) -> tuple[Receipt, Outcome]:
    plan = replay.plan
    evening = typed.evening(replay.on, NO_TITLES if plan is None else titles_of(plan))
    about = OneMeeting.of(evening.held, replay.history, replay.log)
    for kind in ParticipantKind:
        _check_registered(kind, evening.came[kind], about)
    found = to_record(evening, about)
    receipt = Receipt(evening, found, replay)
    if not found.drafts:
        return receipt, Outcome(Recorded(), how)
    try:
        return receipt, write(opened, found.drafts, how, actor=actor, told=receipt.lines)
    except UnknownSeries as error:
        raise click.ClickException(f"{error.in_(language())}{_seasons(replay, evening)}") from None


def _check_registered(kind: ParticipantKind, named: Named, about: OneMeeting) -> None:
    """Raises: `ClickException`, where somebody is said to come who is not registered nor said to be new."""
    unknown = about.unregistered(kind, named)
    if not unknown:
        return
    known = registered(about.history, kind)
    near = [found[0] for who in unknown if (found := get_close_matches(who, known, n=1, cutoff=0.75))]
    meant = say(words.NEAR, near=", ".join(dict.fromkeys(near))) if near else ""
    new = ",".join(f"+{who}" for who in unknown)
    name = say(words.KINDS[kind][len(unknown) > 1])
    raise click.ClickException(
        say(words.UNREGISTERED, kind=name, who=", ".join(unknown), new=new, near=meant)
    )


def _seasons(replay: Replay, evening: Evening) -> str:
    """Which seasons there are, for one who named another."""
    facts = [entry.fact for entry in replay.history]
    activity = evening.held.activity
    planned = [fact.series for fact in facts if isinstance(fact, SeriesPlanned) and fact.activity == activity]
    if not planned:
        return say(words.NO_SEASON)
    return say(words.SEASONS, seasons=", ".join(planned[-MOST_SEASONS:]))
