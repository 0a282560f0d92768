"""Values that cannot be: of a fact, an actor, a plan."""

from collections.abc import Mapping
from datetime import date

from attrs import define, frozen

from vaerebro_events.errors.root import VaerebroError
from vaerebro_events.errors.said import listed
from vaerebro_events.text import Language, Text, Wording, day_in, quoted

MISSING = Text(da="mangler", en="is missing")
CANNOT_BE = Text(da="kan ikke være {shown}", en="cannot be {shown}")


@define
class InvalidValue(VaerebroError, ValueError):
    """Raised when a fact, an actor or another value is made with a field that cannot be so."""

    what: Wording
    value: object
    why: Wording
    says = Text(da="{named} {is_wrong}: {why}.", en="{named} {is_wrong}: {why}.")

    def told(self, language: Language) -> Mapping[str, object]:
        told = super().told(language)
        # A field or an option goes by its one name in both languages; in Danish it stands as a quotation.
        danish_code = language == "da" and isinstance(self.what, str) and not self.what.startswith("--")
        wrong = MISSING if self.value is None else CANNOT_BE
        return {
            **told,
            "named": quoted(f"{self.what}", language) if danish_code else told["what"],
            "is_wrong": wrong.in_(language).format(shown=_shown(self.value, language)),
        }


def _shown(value: object, language: Language) -> str:
    """A value as code has it; days as a sentence says them, and texts as Danish quotes them."""
    if language == "da" and isinstance(value, str):
        return quoted(repr(value)[1:-1], language)
    if type(value) is date:
        return day_in(value, language)
    try:
        return repr(value)
    except ValueError:  # a whole number of thousands of digits
        return Text(da="så langt et tal", en="so long a number").in_(language)


@define
class UnknownTag(VaerebroError):
    """Raised when a fact or rule is named by a tag that the vocabulary does not hold."""

    tag: str
    known: tuple[str, ...]
    says = Text(da="»{tag}« findes ikke; vælg en af {known}.", en="There is no «{tag}»; known are {known}.")


@define
class WrongFields(VaerebroError):
    """Raised when a fact given as plain data has fields too many, too few or of the wrong kind."""

    tag: str
    why: Wording
    says = Text(
        da="»{tag}« kan ikke laves af disse felter: {why}.", en="«{tag}» does not take these fields: {why}."
    )


@frozen
class PlanProblem:
    """One thing that is wrong in a plan file, with its table and key; `str()` says it in English."""

    place: Wording
    why: Wording

    @property
    def said(self) -> Text:
        """The place and what is wrong."""
        why = Text.of(self.why)
        return why.at(self.place) if self.place else why

    def in_(self, language: Language) -> str:
        """The place and what is wrong, in that language."""
        return self.said.in_(language)

    def __str__(self) -> str:
        return self.in_("en")


@define
class InvalidPlan(VaerebroError):
    """Raised when a plan cannot be adopted; carries all its problems at once."""

    plan: str
    problems: tuple[PlanProblem, ...]
    says = Text(da="Planen {plan} kan ikke bruges: {listed}.", en="The plan {plan} cannot be used: {listed}.")

    def told(self, language: Language) -> Mapping[str, object]:
        said = listed(each.said for each in self.problems)
        return {**super().told(language), "listed": said.in_(language)}


@define
class UnknownPlan(VaerebroError):
    """Raised when neither a file nor a plan of the package has the given name."""

    plan: str
    known: tuple[str, ...]
    says = Text(
        da="Planen »{plan}« findes ikke: angiv en TOML-fil eller den medfølgende, {known}.",
        en="There is no plan «{plan}»: give a TOML file, or the one that comes with this, {known}.",
    )
