"""What the lifecycles of seasons and meetings know so far: the entries by which it was said."""

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

# A kind of participant, and the reference.
Came = tuple[str, str]


@frozen
class Series:
    """The state of one season: where its plan and its completion stand, once they are there."""

    activity: str
    series: str
    planned: int | None = None
    completed: int | None = None


def _nobody() -> Mapping[Came, int]:
    return {}


@frozen
class Meeting:
    """The state of one meeting: the positions at which it was held, cancelled, counted, and who came."""

    activity: str
    series: str
    meeting: str
    held: int | None = None
    held_on: date | None = None
    cancelled: int | None = None
    counted: int | None = None
    present: Mapping[Came, int] = field(factory=_nobody)
