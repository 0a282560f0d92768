"""What looks odd: a story told in a logbook, and the finding and the sentences that it leads to."""

from collections.abc import Callable
from datetime import timedelta

from attrs import frozen

from clocks import SettableClock
from given import noon
from vaerebro_events import Draft, Logbook
from vaerebro_events.projections.findings import FindingKind

Story = Callable[[Logbook, SettableClock], object]


def written(*drafts: Draft, late: int = 0) -> Story:
    """Each recorded on its own day, or so many days later."""

    def story(logbook: Logbook, clock: SettableClock) -> None:
        for draft in drafts:
            assert draft.on is not None
            clock.set(max(clock.now, noon(draft.on + timedelta(days=late))))
            logbook.record(draft)

    return story


@frozen(eq=False)
class Odd:
    """A story, and the findings and sentences it leads to."""

    kind: FindingKind
    story: Story
    danish: str
    english: str

    def __str__(self) -> str:
        return str(self.kind)
