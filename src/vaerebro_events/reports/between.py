"""The difference between two versions of the agreement, each named by its entry."""

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from vaerebro_events.domain.agreements import Version
from vaerebro_events.errors import InvalidValue
from vaerebro_events.projections.agreement import PlanChange, plan_changes
from vaerebro_events.projections.replay import Replay
from vaerebro_events.text import Text


@frozen
class Between:
    """What differs between two versions of the agreement: the entries that made them, and the changes."""

    before: int
    after: int
    changes: Sequence[PlanChange]

    @classmethod
    def of(cls, replay: Replay, before: int | date, after: int | date) -> "Between":
        """The difference between two versions: by their entries, or by days on which they are in force.

        Raises: `InvalidValue`.
        """
        old, new = _version(replay, before), _version(replay, after)
        return cls(old.position, new.position, plan_changes(old.plan, new.plan, replay.facts))


def _version(replay: Replay, meant: int | date) -> Version:
    versions = {version.position: version for version in replay.agreements.versions}
    found = versions.get(meant) if isinstance(meant, int) else replay.agreements.on(meant)
    if found is None:
        there = ", ".join(map(str, versions))
        raise InvalidValue(
            "--between",
            meant,
            Text(
                da=f"de poster, der har en version af planen, er {there or 'ingen'}",
                en=f"the entries with a version of the plan are {there or 'none'}",
            ),
        )
    return found
