"""Refusals of what does not fit the plan: it names what the plan does not have. Nothing was recorded."""

from collections.abc import Mapping

from attrs import define, field

from vaerebro_events.errors.refusals import Refusal
from vaerebro_events.errors.said import did_you_mean, there_are
from vaerebro_events.text import Language, Text, Wording

NONE_OF_IT = Text(da="planen nævner ingen opgange i den", en="the plan names none of it")


@define
class UnknownActivity(Refusal):
    """Raised when a fact names an activity that the plan does not have."""

    activity: str
    plan: str
    known: tuple[Wording, ...] = field(default=(), eq=False)
    says = Text(
        da="Planen {plan} har ikke aktiviteten »{activity}«.{meant} »vaerebro plan« viser aktiviteterne.",
        en="The plan {plan} has no activity «{activity}».{meant} «vaerebro plan» lists its activities.",
    )

    def told(self, language: Language) -> Mapping[str, object]:
        return {**super().told(language), "meant": did_you_mean(self.activity, self.known, language)}


@define
class UnknownIndicator(Refusal):
    """Raised when a measurement names an indicator that the plan does not have."""

    indicator: str
    plan: str
    known: tuple[Wording, ...] = field(default=(), eq=False)
    says = Text(
        da="Planen {plan} har ikke indikatoren »{indicator}«.{meant} »vaerebro plan« nævner dem i reglerne.",
        en="The plan {plan} has no indicator «{indicator}».{meant} «vaerebro plan» names them in its rules.",
    )

    def told(self, language: Language) -> Mapping[str, object]:
        return {**super().told(language), "meant": did_you_mean(self.indicator, self.known, language)}


@define
class WrongIndicator(Refusal):
    """Raised when an indicator is measured in another way than the plan says; it takes the fact `needs`."""

    indicator: str
    needs: str
    says = Text(
        da="Indikatoren »{indicator}« opgøres med »{needs}«: registrér det i stedet.",
        en="The indicator «{indicator}» takes «{needs}»: record that instead.",
    )


@define
class UnknownParty(Refusal):
    """Raised when somebody assesses whom the plan does not name for it."""

    party: str
    indicator: str
    parties: tuple[str, ...]
    says = Text(
        da="»{party}« vurderer ikke »{indicator}«; planen nævner {parties}.",
        en="«{party}» does not assess «{indicator}»; the plan names {parties}.",
    )


@define
class UnknownGroup(Refusal):
    """Raised when a series is planned for a target group that its activity does not have."""

    group: str
    activity: str
    groups: tuple[str, ...]
    says = Text(
        da="Aktiviteten {activity} har ikke målgruppen »{group}«; {there}.",
        en="The activity {activity} has no target group «{group}»; {there}.",
    )

    def told(self, language: Language) -> Mapping[str, object]:
        return {**super().told(language), "there": there_are(self.groups, language)}


@define
class UnknownPlace(Refusal):
    """Raised when something happened in a place that the plan does not have."""

    place: str
    places: tuple[str, ...]
    says = Text(
        da="Planen har ikke stedet »{place}«; {there}.",
        en="The plan has no place «{place}»; {there}.",
    )

    def told(self, language: Language) -> Mapping[str, object]:
        return {**super().told(language), "there": there_are(self.places, language)}


@define
class UnknownBlock(Refusal):
    """Raised when a fact names a block that the plan does not have."""

    block: str
    blocks: tuple[str, ...]
    says = Text(
        da="Planen har ikke blokken »{block}«; {there}.",
        en="The plan has no block «{block}»; {there}.",
    )

    def told(self, language: Language) -> Mapping[str, object]:
        return {**super().told(language), "there": there_are(self.blocks, language)}


@define
class UnknownStairwell(Refusal):
    """Raised when a fact names a stairwell that its block does not have."""

    stairwell: str
    block: str
    stairwells: tuple[str, ...]
    says = Text(
        da="Blokken {block} har ikke opgangen »{stairwell}«; {there}.",
        en="The block {block} has no stairwell «{stairwell}»; {there}.",
    )

    def told(self, language: Language) -> Mapping[str, object]:
        return {**super().told(language), "there": there_are(self.stairwells, language, NONE_OF_IT)}


@define
class NoBaseline(Refusal):
    """Raised when a baseline is recorded for an indicator that is not measured against one."""

    indicator: str
    says = Text(
        da="Indikatoren »{indicator}« har intet basistal i planen, så der er intet at registrere.",
        en="The indicator «{indicator}» has no baseline in the plan, so there is none to record.",
    )


@define
class BaselineAgreed(Refusal):
    """Raised when a baseline is recorded although the agreement gives it."""

    indicator: str
    figure: object
    says = Text(
        da="Basistallet for »{indicator}« er {figure} ifølge aftalen; det skal ikke opgøres på ny.",
        en="The baseline of «{indicator}» is {figure}, by the agreement; it is not counted anew.",
    )


@define
class WrongBaseline(Refusal):
    """Raised when a baseline is no figure of its indicator: a whole number, or per cent."""

    indicator: str
    figure: object
    needs: Wording
    says = Text(
        da="Basistallet for »{indicator}« kan ikke være {figure}: det er {needs}.",
        en="The baseline of «{indicator}» cannot be {figure}: it is {needs}.",
    )
