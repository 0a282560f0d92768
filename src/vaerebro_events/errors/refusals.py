"""Refusals of any recording or question: nothing was recorded. Activities and the plan have their own."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from attrs import define

from vaerebro_events.errors.root import VaerebroError
from vaerebro_events.text import Language, Text, Wording


@define
class Refusal(VaerebroError):
    """The root of all refusals: the action is not allowed, and nothing was recorded."""


@define
class StandsInTheWay(Refusal):
    """Raised when the action would leave an entry of the log without what it builds on."""

    position: int
    tag: str
    title: Wording
    occurred_on: date
    refusal: Refusal
    says = Text(
        da="Post {position} (»{title}«, {occurred_on}) står i vejen: {refusal}",
        en="Entry {position} ({tag}, {occurred_on}) stands in the way: {refusal}",
    )


@define
class DayAfterToday(Refusal):
    """Raised when a day, given to record or to ask about, has not come yet."""

    day: date
    today: date
    says = Text(
        da="{day} er ikke kommet endnu (i dag er {today}): angiv en tidligere dag.",
        en="{day} is after today ({today}): give a day that has come.",
    )


@define
class InstantAhead(Refusal):
    """Raised when a replay is asked for what will be known at a later time than now."""

    known: object
    last: int
    says = Text(
        da="Logbogen går kun til post {last}: angiv en post eller et tidspunkt, der ikke ligger i fremtiden.",
        en="What is known at {known} cannot be said yet: give a position or a time that has come.",
    )


@define
class ActorMissing(Refusal):
    """Raised when nobody is named as the one who records."""

    says = Text(
        da="Sig, hvem der registrerer: angiv det her, eller når logbogen åbnes.",
        en="Say who records: give an actor, here or when the logbook is opened.",
    )


@define
class DayMissing(Refusal):
    """Raised when a fact is given without the day it is about."""

    tag: str
    title: Wording
    says = Text(
        da="Sig, hvilken dag »{title}« handler om: angiv dagen, med on=... eller i en Draft.",
        en="Say which day «{tag}» is about: give on=..., or a Draft with its own day.",
    )


@define
class NothingToRecord(Refusal):
    """Raised when a batch is empty."""

    says = Text(
        da="Der er intet at registrere: intet er angivet.",
        en="There is nothing to record: the batch is empty.",
    )


@define
class IdTaken(Refusal):
    """Raised when an entry's own id is in the log already with other content."""

    id: UUID
    position: int
    says = Text(
        da="Id'et {id} tilhører post {position}, som siger noget andet: giv et nyt id, eller ret den post.",
        en=(
            "The id {id} belongs to entry {position}, which says something else: give a new id, or "
            "correct that entry."
        ),
    )


@define
class ClockBehind(Refusal):
    """Raised when the clock stands more than five minutes before the last entry."""

    now: datetime
    last: datetime
    says = Text(
        da=(
            "Uret viser {now.day}.{now.month}.{now.year} kl. {now:%H.%M.%S} UTC, men den sidste post blev "
            "registreret {last.day}.{last.month}.{last.year} kl. {last:%H.%M.%S} UTC: stil uret, eller "
            "tillad det udtrykkeligt."
        ),
        en=(
            "The clock says {now:%Y-%m-%d %H:%M:%S} UTC, but the last entry was recorded at "
            "{last:%Y-%m-%d %H:%M:%S} UTC: set the clock, or allow it explicitly."
        ),
    )


@define
class NoPlan(Refusal):
    """Raised when something is recorded into a log that has adopted no plan."""

    says = Text(
        da=(
            "Logbogen har ikke vedtaget nogen plan, så intet kan registreres: fjern dens fil, og opret "
            "den på ny."
        ),
        en="The logbook has adopted no plan, so nothing can be recorded: remove its file, and make it anew.",
    )


@define
class PlanAlreadyAdopted(Refusal):
    """Raised when a plan is adopted a second time."""

    plan: str
    says = Text(
        da="Logbogen har allerede vedtaget planen {plan}; én logbog rummer én plan.",
        en="The logbook has adopted the plan {plan} already; one logbook holds one plan.",
    )


@define
class UnknownStatus(Refusal):
    """Raised when a status is asked for that the replay does not have."""

    asked: str
    known: tuple[str, ...]
    says = Text(
        da="»{asked}« har ingen status: {there}.",
        en="There is no status of «{asked}»: {there}.",
    )

    def told(self, language: Language) -> Mapping[str, object]:
        return {**super().told(language), "there": self._there().in_(language)}

    def _there(self) -> Text:
        listed = ", ".join(self.known)
        if not listed:
            return Text(
                da="planen eller sæsonen var der ikke endnu", en="the plan, or the season, was not there yet"
            )
        return Text(da=f"spørg om en af {listed}", en=f"ask for one of {listed}")


@define
class NothingToAmend(Refusal):
    """Raised when an amendment names an entry that the log does not hold."""

    position: int
    last: int
    says = Text(
        da="Der er ingen post {position} at rette eller annullere: logbogen går fra 1 til {last}; se "
        "»vaerebro entries«.",
        en="There is no entry {position} to amend: the log goes from 1 to {last}; see «vaerebro entries».",
    )


@define
class AmendmentOfAmendment(Refusal):
    """Raised when an amendment names an amendment; the line of versions belongs to the first entry."""

    position: int
    amends: int
    says = Text(
        da="Post {position} er selv en rettelse af post {amends}: ret post {amends} igen.",
        en="Entry {position} is itself an amendment of entry {amends}: amend entry {amends} again.",
    )


@define
class NotAmendable(Refusal):
    """Raised when an entry is amended that changes in another way, such as the plan's adoption."""

    position: int
    tag: str
    title: Wording
    says = Text(
        da="Post {position} (»{title}«) kan hverken rettes eller annulleres.",
        en="Entry {position} («{tag}») cannot be corrected or retracted.",
    )
