"""Refusals of what does not fit the plan: it names what the plan does not have. Nothing was recorded."""

from attrs import define

from vaerebro_events.errors.refusals import Refusal


def there_are(keys: tuple[str, ...], none: str = "it has none") -> str:
    """What could have been named."""
    return f"it has {', '.join(keys)}" if keys else none


@define
class UnknownActivity(Refusal):
    """Raised when a fact names an activity that the plan does not have."""

    activity: str
    plan: str
    says = "The plan {plan} has no activity «{activity}»; see its [[activities]]."


@define
class UnknownIndicator(Refusal):
    """Raised when a measurement names an indicator that the plan does not have."""

    indicator: str
    plan: str
    says = "The plan {plan} has no indicator «{indicator}»; see its [[indicators]]."


@define
class WrongIndicator(Refusal):
    """Raised when an indicator is measured in another way than the plan says; it takes the fact `needs`."""

    indicator: str
    needs: str
    says = "The indicator «{indicator}» takes «{needs}»: record that instead."


@define
class UnknownParty(Refusal):
    """Raised when somebody assesses whom the plan does not name for it."""

    party: str
    indicator: str
    parties: tuple[str, ...]

    @property
    def sentence(self) -> str:
        return f"«{self.party}» does not assess «{self.indicator}»; the plan names {', '.join(self.parties)}."


@define
class UnknownGroup(Refusal):
    """Raised when a series is planned for a target group that its activity does not have."""

    group: str
    activity: str
    groups: tuple[str, ...]

    @property
    def sentence(self) -> str:
        there = there_are(self.groups)
        return f"The activity {self.activity} has no target group «{self.group}»; {there}."


@define
class UnknownPlace(Refusal):
    """Raised when something happened in a place that the plan does not have."""

    place: str
    places: tuple[str, ...]

    @property
    def sentence(self) -> str:
        there = there_are(self.places)
        return f"The plan has no place «{self.place}»; {there}."


@define
class UnknownBlock(Refusal):
    """Raised when a fact names a block that the plan does not have."""

    block: str
    blocks: tuple[str, ...]

    @property
    def sentence(self) -> str:
        there = there_are(self.blocks)
        return f"The plan has no block «{self.block}»; {there}."


@define
class UnknownStairwell(Refusal):
    """Raised when a fact names a stairwell that its block does not have."""

    stairwell: str
    block: str
    stairwells: tuple[str, ...]

    @property
    def sentence(self) -> str:
        there = there_are(self.stairwells, "the plan names none of it")
        return f"The block {self.block} has no stairwell «{self.stairwell}»; {there}."


@define
class NoBaseline(Refusal):
    """Raised when a baseline is recorded for an indicator that is not measured against one."""

    indicator: str
    says = "The indicator «{indicator}» has no baseline in the plan, so there is none to record."


@define
class BaselineAgreed(Refusal):
    """Raised when a baseline is recorded although the agreement gives it."""

    indicator: str
    figure: object
    says = "The baseline of «{indicator}» is {figure}, by the agreement; it is not counted anew."


@define
class WrongBaseline(Refusal):
    """Raised when a baseline is no figure of its indicator: a whole number, or per cent."""

    indicator: str
    figure: object
    needs: str
    says = "The baseline of «{indicator}» cannot be {figure}: it is {needs}."
