"""A finding: what merely looks odd, which kinds there are, and how each is said.

A new kind: a line in `FindingKind`, its sentence here, and a function in one of the modules that look.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from vaerebro_events.domain.calendar import COPENHAGEN
from vaerebro_events.domain.closing import PROGRAMME
from vaerebro_events.domain.concerns import Level
from vaerebro_events.domain.entry import Entry
from vaerebro_events.text import Language, Text, day_in


class FindingKind(StrEnum):
    """What looks odd; each is recorded all the same."""

    LATE_ENTRY = "late-entry"
    OUTSIDE_PROGRAMME = "outside-programme"
    CLOCK_BEHIND = "clock-behind"
    CLOSED_DAY = "closed-day"
    OUTSIDE_SEASON = "outside-season"
    MORE_THAN_PLANNED = "more-than-planned"
    FEWER_HEADS_THAN_CAME = "fewer-heads-than-came"
    SIX_MONTHS_EARLY = "six-months-early"
    SIX_MONTHS_LATE = "six-months-late"
    BASELINE_ZERO = "baseline-zero"
    COMPLETED_WITHOUT_MEETINGS = "completed-without-meetings"
    REVISED_AFTER_EFFECT = "revised-after-effect"
    WEIGHT_MOVED_WITHOUT_LBF = "weight-moved-without-lbf"
    STRATEGIC_WITHOUT_LBF = "strategic-without-lbf"
    DELAFTALE_CHANGES_STRATEGIC = "delaftale-changes-strategic"
    AFTER_CLOSING = "after-closing"
    LEVEL_SKIPPED = "level-skipped"
    HOURS_OVERLAP = "hours-overlap"
    HOURS_OVER_TWO_YEARS = "hours-over-two-years"
    HOURS_NOT_AGREED = "hours-not-agreed"
    SEEN_BEFORE_RECORDED = "seen-before-recorded"
    MIDTERM_WITHOUT_RESIDENTS = "midterm-without-residents"
    NOT_IN_PLAN = "not-in-plan"
    NOTIFIED_NOBODY = "notified-nobody"
    TOLD_BEFORE_ITS_DAY = "told-before-its-day"
    REVISED_NOTHING = "revised-nothing"
    FOLLOWED_NOTHING = "followed-nothing"
    TOLD_TWICE = "told-twice"
    NOTIFIED_ITSELF = "notified-itself"
    SAME_LEVEL = "same-level"
    MILESTONE_PAST = "milestone-past"
    MILESTONE_OUTSIDE = "milestone-outside"
    MORE_HOURS_THAN_THE_DAYS_HAVE = "more-hours-than-the-days-have"
    CHOSEN_THE_ONLY_READING = "chosen-the-only-reading"


class Told(StrEnum):
    """How something that looks back was told."""

    PRESENTED = "presented"
    SENT = "sent"
    SEEN = "seen"


_SENTENCES: dict[FindingKind, Text] = {
    FindingKind.LATE_ENTRY: Text(
        da="Registreret {days} dage efter at det skete.",
        en="Recorded {days} days after its day.",
    ),
    FindingKind.OUTSIDE_PROGRAMME: Text(
        da="Dagen ligger uden for aftaleperioden.", en="Its day lies outside the programme."
    ),
    FindingKind.CLOCK_BEHIND: Text(
        da="Uret var bagefter logbogen: det viste {clock}.",
        en="The clock said {clock}, behind the log, and that was allowed.",
    ),
    FindingKind.CLOSED_DAY: Text(
        da="Mødet eller arrangementet ligger på en lukkedag.",
        en="A meeting or an event on a day that is usually closed.",
    ),
    FindingKind.OUTSIDE_SEASON: Text(
        da="Mødet ligger uden for den planlagte periode.",
        en="The meeting lies outside the days of its season.",
    ),
    FindingKind.MORE_THAN_PLANNED: Text(
        da="Møde nummer {meeting}, men der er kun planlagt {planned}.",
        en="Meeting {meeting} of a season planned with {planned}.",
    ),
    FindingKind.FEWER_HEADS_THAN_CAME: Text(
        da="Der blev talt {heads}, men der er registreret {came}.",
        en="{heads} counted, but {came} recorded as having come.",
    ),
    FindingKind.SIX_MONTHS_EARLY: Text(
        da="De seks måneder er først gået {reached}.", en="Six months are not reached until {reached}."
    ),
    FindingKind.SIX_MONTHS_LATE: Text(
        da="De seks måneder var allerede gået {reached}.", en="Six months were reached on {reached} already."
    ),
    FindingKind.COMPLETED_WITHOUT_MEETINGS: Text(
        da="Forløbet er gennemført, men der er ikke registreret noget møde.",
        en="The course is completed, but no meeting of it is recorded.",
    ),
    FindingKind.BASELINE_ZERO: Text(
        da="Basistallet er nul, så en vækst i procent kan ikke beregnes.",
        en="The baseline is zero, so growth in per cent cannot be computed.",
    ),
    FindingKind.REVISED_AFTER_EFFECT: Text(
        da="Revisionen gælder fra {holds_from}, men blev først godkendt {approved}.",
        en="The revision holds from {holds_from}, but was not approved until {approved}.",
    ),
    FindingKind.WEIGHT_MOVED_WITHOUT_LBF: Text(
        da="Vægten mellem indsatsområderne er flyttet ({areas}), uden at Landsbyggefonden blev inddraget før "
        "godkendelsen.",
        en="Weight moved between the areas ({areas}), and Landsbyggefonden was not involved before approval.",
    ),
    FindingKind.STRATEGIC_WITHOUT_LBF: Text(
        da="Den strategiske aftale gælder fra {holds_from}, uden at Landsbyggefonden havde godkendt den.",
        en="The strategic agreement holds from {holds_from}, and Landsbyggefonden had not approved it.",
    ),
    FindingKind.DELAFTALE_CHANGES_STRATEGIC: Text(
        da="Revisionen er af en delaftale, men ændrer perioden, indsatsområderne eller det samlede beløb.",
        en="The revision is of a delaftale, but changes the programme's days, its areas or the total amount.",
    ),
    FindingKind.AFTER_CLOSING: Text(
        da="Vedrører {period}, som er lukket uden denne post.",
        en="Is about {period}, which was closed without it.",
    ),
    FindingKind.LEVEL_SKIPPED: Text(
        da="Uenigheden er løftet til {level} uden først at være forsøgt løst hos {below}.",
        en="The disagreement came to {level} before {below} had tried.",
    ),
    FindingKind.HOURS_OVERLAP: Text(
        da="Timerne dækker nogle af de samme dage som post {other}.",
        en="The hours are of some of the same days as entry {other}.",
    ),
    FindingKind.HOURS_OVER_TWO_YEARS: Text(
        da="Timerne går tilbage til {first}, men tælles alle med i {year}.",
        en="The hours go back to {first}, but all count in {year}.",
    ),
    FindingKind.HOURS_NOT_AGREED: Text(
        da="Aftalen har ingen medfinansiering i timer fra den part til den aktivitet.",
        en="The agreement has no hours of that party for that activity.",
    ),
    FindingKind.SEEN_BEFORE_RECORDED: Text(
        da="Der blev set på logbogen til og med post {as_known}, men den blev først registreret {recorded}.",
        en="The log was seen up to entry {as_known}, but that was not recorded until {recorded}.",
    ),
    FindingKind.MIDTERM_WITHOUT_RESIDENTS: Text(
        da="Midtvejsevalueringen er holdt uden beboere.",
        en="The midterm evaluation was held without residents.",
    ),
    FindingKind.NOT_IN_PLAN: Text(
        da="Passer ikke med den aftale, der gælder på dagen (post {version}).",
        en="Does not fit the agreement that holds on its day (entry {version}).",
    ),
    FindingKind.NOTIFIED_NOBODY: Text(
        da="Der er ikke registreret nogen, som blev underrettet.",
        en="Nobody is recorded as having been notified.",
    ),
    FindingKind.TOLD_BEFORE_ITS_DAY: Text(
        da="Det blev {done} {told}, før den dag, det handler om: {day}.",
        en="It was {done} on {told}, before the day it is about: {day}.",
    ),
    FindingKind.REVISED_NOTHING: Text(
        da="Revisionen ændrer intet i den aftale, den afløser.",
        en="The revision changes nothing in the agreement it takes the place of.",
    ),
    FindingKind.FOLLOWED_NOTHING: Text(
        da="Der blev fulgt op uden hverken kriterier eller Boligsociale Data.",
        en="Neither criteria nor Boligsociale Data were seen in the follow-up.",
    ),
    FindingKind.TOLD_TWICE: Text(
        da="Den samme dag er allerede dækket af post {other}.",
        en="Entry {other} is about the same day already.",
    ),
    FindingKind.NOTIFIED_ITSELF: Text(
        da="Den part, der underretter, står selv blandt de underrettede.",
        en="The party that notifies is among those it notifies.",
    ),
    FindingKind.SAME_LEVEL: Text(
        da="Uenigheden er løftet til {level}, men lå allerede hos {before}.",
        en="The disagreement was taken up with {level}, but was with {before} already.",
    ),
    FindingKind.MILESTONE_PAST: Text(
        da="Milepælen skal nås {due}, og den dag var allerede gået.",
        en="The milestone is due on {due}, and that day was past already.",
    ),
    FindingKind.MILESTONE_OUTSIDE: Text(
        da="Milepælen skal nås {due}, efter at aftaleperioden slutter {last_day}.",
        en="The milestone is due on {due}, after the programme ends on {last_day}.",
    ),
    FindingKind.MORE_HOURS_THAN_THE_DAYS_HAVE: Text(
        da="{hours} timer fra {first} til {last} er flere, end {people} personer har, døgnet rundt.",
        en="{hours} hours from {first} to {last} are more than {people} people have, day and night.",
    ),
    FindingKind.CHOSEN_THE_ONLY_READING: Text(
        da="Kriteriet kan kun opgøres på den ene måde, så der var intet at vælge.",
        en="The criterion has that one reading only, so there was nothing to choose.",
    ),
}

# Values that have words of their own.
_WORDS: dict[str, Text] = {
    PROGRAMME: Text(da="hele aftaleperioden", en="the whole programme"),
    Level.THOSE_INVOLVED: Text(da="de involverede", en="those involved"),
    Level.NEAREST_MANAGERS: Text(da="de nærmeste ledere", en="the nearest managers"),
    Level.BOARD: Text(da="bestyrelsen", en="the board"),
    Told.PRESENTED: Text(da="forelagt", en="presented"),
    Told.SENT: Text(da="indsendt", en="sent"),
    Told.SEEN: Text(da="set", en="seen"),
}


Shown = int | str | Text
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DECIMAL = re.compile(r"\d+\.\d+")
_MOMENT = re.compile(rf"{_DAY.pattern} \d{{2}}:\d{{2}}:.+")


def _said(fact: Shown, language: Language) -> int | str:
    """A figure in words of the language."""
    if isinstance(fact, int):
        return fact
    text = _WORDS.get(fact) if isinstance(fact, str) else fact
    return _written(str(fact), language) if text is None else text.in_(language)


def _written(fact: str, language: Language) -> str:
    """A day, and in Danish a number or a time of the clock in Denmark, as people write it."""
    if _DAY.fullmatch(fact):
        return day_in(date.fromisoformat(fact), language)
    if language == "da" and _DECIMAL.fullmatch(fact):
        return fact.replace(".", ",")
    if language == "da" and _MOMENT.fullmatch(fact):
        moment = datetime.fromisoformat(fact).astimezone(COPENHAGEN)
        return f"{day_in(moment.date(), language)} kl. {moment:%H.%M}"
    return fact


@frozen
class Finding:
    """Something odd: its kind, the entry, and the figures that show it."""

    kind: FindingKind
    position: int
    facts: tuple[tuple[str, Shown], ...] = ()

    @property
    def says(self) -> Text:
        """The finding as a sentence in both languages."""
        text = _SENTENCES[self.kind]
        danish = {name: _said(fact, "da") for name, fact in self.facts}
        english = {name: _said(fact, "en") for name, fact in self.facts}
        return Text(da=text.da.format(**danish), en=text.en.format(**english))


def found(kind: FindingKind, entry: Entry, **facts: Shown | date | datetime | Decimal) -> Iterator[Finding]:
    """A finding about an entry, and the figures that show it."""
    shown = ((name, fact if isinstance(fact, int | Text) else str(fact)) for name, fact in facts.items())
    yield Finding(kind, entry.position, tuple(shown))
