"""Values that cannot be: of a fact, an actor, a plan."""

from collections.abc import Mapping

from attrs import define, frozen

from vaerebro_events.errors.root import VaerebroError
from vaerebro_events.text import Language, Text


@define
class InvalidValue(VaerebroError, ValueError):
    """Raised when a fact, an actor or another value is made with a field that cannot be so."""

    what: str | Text
    value: object
    why: str | Text
    says = Text(da="{what} kan ikke være {shown}: {why}.", en="{what} cannot be {shown}: {why}.")

    def told(self, language: Language) -> Mapping[str, object]:
        try:
            shown = repr(self.value)
        except ValueError:  # a whole number of thousands of digits
            shown = Text(da="så langt et tal", en="so long a number").in_(language)
        return {**super().told(language), "shown": shown}


@define
class UnknownTag(VaerebroError):
    """Raised when a fact or rule is named by a tag that the vocabulary does not hold."""

    tag: str
    known: tuple[str, ...]

    @property
    def sentence(self) -> str:
        return f"There is no «{self.tag}»; known are {', '.join(self.known)}."


@define
class WrongFields(VaerebroError):
    """Raised when a fact given as plain data has fields too many, too few or of the wrong kind."""

    tag: str
    why: str
    says = "«{tag}» does not take these fields: {why}."


@frozen
class PlanProblem:
    """One thing that is wrong in a plan file, with its table and key."""

    place: str
    why: str

    def __str__(self) -> str:
        return f"{self.place}: {self.why}"


@define
class InvalidPlan(VaerebroError):
    """Raised when a plan cannot be adopted; carries all its problems at once."""

    plan: str
    problems: tuple[PlanProblem, ...]

    @property
    def sentence(self) -> str:
        listed = "; ".join(str(problem) for problem in self.problems)
        return f"The plan {self.plan} cannot be used: {listed}."


@define
class UnknownPlan(VaerebroError):
    """Raised when neither a file nor a plan of the package has the given name."""

    plan: str
    known: tuple[str, ...]

    @property
    def sentence(self) -> str:
        return f"There is no plan «{self.plan}»: give a TOML file, or one of {', '.join(self.known)}."
