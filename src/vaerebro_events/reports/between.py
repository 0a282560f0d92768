"""The difference between two versions of the agreement, each named by its entry."""

from collections.abc import Sequence

from attrs import frozen

from vaerebro_events.domain.plan import Plan
from vaerebro_events.errors import InvalidValue
from vaerebro_events.projections.agreement import PlanChange, plan_changes
from vaerebro_events.projections.replay import Replay


@frozen
class Between:
    """What differs between two versions of the agreement: the entries that made them, and the changes."""

    before: int
    after: int
    changes: Sequence[PlanChange]

    @classmethod
    def of(cls, replay: Replay, before: int, after: int) -> "Between":
        """The difference between the versions of two entries. Raises: `InvalidValue`."""
        changes = plan_changes(_version(replay, before), _version(replay, after), replay.facts)
        return cls(before, after, changes)


def _version(replay: Replay, position: int) -> Plan:
    versions = {version.position: version.plan for version in replay.agreements.versions}
    if position not in versions:
        there = ", ".join(map(str, versions)) or "none"
        raise InvalidValue("--between", position, f"the entries with a version of the plan are {there}")
    return versions[position]
