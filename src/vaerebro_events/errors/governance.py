"""Refusals of decisions about the plan, of follow-up, and of closings. Nothing was recorded."""

from collections.abc import Mapping
from datetime import date

from attrs import define, field

from vaerebro_events.errors.refusals import Refusal
from vaerebro_events.errors.said import did_you_mean, periods_said, the_period, there_are
from vaerebro_events.text import Language, Text, Wording


@define
class AnotherPlan(Refusal):
    """Raised when a revision brings the plan of another programme."""

    plan: str
    adopted: str
    says = Text(
        da="Revisionen gælder planen {plan}, men logbogen har vedtaget {adopted}: én logbog rummer én plan.",
        en=(
            "The revision is of the plan {plan}, but the logbook has adopted {adopted}: one logbook "
            "holds one plan."
        ),
    )


@define
class BeginningMoved(Refusal):
    """Raised when a revision gives the programme another first day: what began has begun."""

    revision: str
    first_day: date
    began: date
    says = Text(
        da="Revisionen {revision} lader aftaleperioden begynde {first_day}, men den begyndte {began}.",
        en="The revision {revision} begins the programme on {first_day}, but it began on {began}.",
    )


@define
class NoPlanThen(Refusal):
    """Raised when something is asked as known before the plan was adopted."""

    says = Text(
        da=(
            "Der var ikke vedtaget nogen plan på det tidspunkt: angiv et senere tidspunkt for, hvad der "
            "er kendt."
        ),
        en="No plan was adopted by then: give a later time as known.",
    )


@define
class RevisionOutside(Refusal):
    """Raised when a revision holds from a day before the programme, or after its own last day."""

    revision: str
    holds_from: date
    first_day: date
    last_day: date
    says = Text(
        da=(
            "Revisionen {revision} kan ikke gælde fra {holds_from}: aftaleperioden løber fra {first_day} til "
            "{last_day}."
        ),
        en=(
            "The revision {revision} cannot hold from {holds_from}: the programme goes from {first_day} "
            "to {last_day}."
        ),
    )


@define
class UnknownCriterion(Refusal):
    """Raised when a fact names a criterion that the plan does not have."""

    criterion: str
    plan: str
    known: tuple[Wording, ...] = field(default=(), eq=False)
    says = Text(
        da="Planen {plan} har ikke kriteriet »{criterion}«.{meant} »vaerebro plan« viser kriterierne.",
        en="The plan {plan} has no criterion «{criterion}».{meant} «vaerebro plan» lists its criteria.",
    )

    def told(self, language: Language) -> Mapping[str, object]:
        return {**super().told(language), "meant": did_you_mean(self.criterion, self.known, language)}


@define
class UnknownReading(Refusal):
    """Raised when a reading is chosen that the criterion does not have."""

    reading: str
    criterion: str
    readings: tuple[str, ...]
    says = Text(
        da="Kriteriet {criterion} har ikke opgørelsen »{reading}«; {there}.",
        en="The criterion {criterion} has no reading «{reading}»; {there}.",
    )

    def told(self, language: Language) -> Mapping[str, object]:
        return {**super().told(language), "there": there_are(self.readings, language)}


@define
class UnknownPartyOfPlan(Refusal):
    """Raised when a fact names a party that is not behind the agreement."""

    party: str
    parties: tuple[str, ...]
    says = Text(
        da="Planen har ikke parten »{party}«; {there}.",
        en="The plan has no party «{party}»; {there}.",
    )

    def told(self, language: Language) -> Mapping[str, object]:
        return {**super().told(language), "there": there_are(self.parties, language)}


@define
class UnknownReport(Refusal):
    """Raised when a report was sent that no duty of the plan asks for."""

    report: str
    reports: tuple[str, ...]
    says = Text(
        da="Ingen af planens forpligtelser beder om rapporten »{report}«; {there}.",
        en="No duty of the plan asks for the report «{report}»; {there}.",
    )

    def told(self, language: Language) -> Mapping[str, object]:
        return {**super().told(language), "there": there_are(self.reports, language)}


@define
class HoursBackwards(Refusal):
    """Raised when hours begin after the day they are about, which is their last."""

    first_day: date
    last_day: date
    says = Text(
        da="Timerne kan ikke gå fra {first_day} til {last_day}: postens egen dag er den sidste.",
        en="The hours cannot go from {first_day} to {last_day}: their own day is the last.",
    )


@define
class PositionAhead(Refusal):
    """Raised when a fact says that something was seen which the log does not hold before it."""

    asked: int
    last: int
    says = Text(
        da="Post {asked} var ikke i logbogen på det tidspunkt: den sidste inden da var {last}.",
        en="Entry {asked} was not in the log by then: the last one before was {last}.",
    )


@define
class _OfPeriod(Refusal):
    """The root of refusals about a period that can be closed."""

    period: str

    def told(self, language: Language) -> Mapping[str, object]:
        the = the_period(self.period, language)
        return {**super().told(language), "the": the, "The": the[0].upper() + the[1:]}


@define
class UnknownPeriod(Refusal):
    """Raised when a period is closed, or asked for, that is no year of the programme nor the whole of it."""

    period: str
    periods: tuple[str, ...]
    says = Text(
        da="Der er ingen periode »{period}« at lukke; der er {periods}.",
        en="There is no period «{period}» to close; there are {periods}.",
    )

    def told(self, language: Language) -> Mapping[str, object]:
        return {**super().told(language), "periods": periods_said(self.periods, language)}


@define
class PeriodNotOver(_OfPeriod):
    """Raised when a period is closed whose last day has not gone."""

    last_day: date
    says = Text(
        da="{The} er ikke slut: den kan lukkes efter {last_day}.",
        en="{The} is not over: it can be closed after {last_day}.",
    )


@define
class KnownTooEarly(_OfPeriod):
    """Raised when a period is closed as it was known while it still ran."""

    as_known: int
    position: int
    says = Text(
        da=(
            "{The} kan ikke lukkes som kendt ved post {as_known}: post {position} blev "
            "registreret, før perioden var slut."
        ),
        en=(
            "{The} cannot be closed as known at entry {as_known}: entry {position} was "
            "recorded before it was over."
        ),
    )


@define
class AlreadyClosed(_OfPeriod):
    """Raised when a period is closed a second time."""

    position: int
    says = Text(
        da=("{The} er allerede lukket, i post {position}; annullér den lukning for at lukke perioden på ny."),
        en=("{The} is closed already, in entry {position}; retract that closing to close it anew."),
    )


@define
class NotClosed(_OfPeriod):
    """Raised when a closing is asked for that the log, as known, does not hold."""

    closed: tuple[str, ...]
    says = Text(
        da="{The} er ikke lukket; {there}.",
        en="{The} is not closed; {there}.",
    )

    def told(self, language: Language) -> Mapping[str, object]:
        return {**super().told(language), "there": self._closed(language)}

    def _closed(self, language: Language) -> str:
        listed = periods_said(self.closed, language)
        if not listed:
            return Text(da="det er ingen periode", en="no period is").in_(language)
        return Text(da=f"lukket er {listed}", en=f"closed are {listed}").in_(language)


@define
class ClosingDiffers(_OfPeriod):
    """Raised when a closing says something else than the replay of its two dates."""

    differs: Wording
    says = Text(
        da="Lukningen af {the} siger ikke det samme som logbogen: {differs}; luk perioden med »close«.",
        en="The closing of {period} does not say what the log says: {differs}; close it with «close».",
    )
