"""What all tests share: how much the property tests try, and a fresh logbook with a clock of its own."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, Phase, settings

from clocks import SettableClock
from vaerebro_events import Actor, Logbook

# No deadline: a busy machine is no fault of the code. "quick" shows the first counterexample as it was
# found; the others spend up to five minutes making it small.
settings.register_profile(
    "default", max_examples=40, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", settings.get_profile("default"), max_examples=200)
settings.register_profile("quick", settings.get_profile("default"), phases=[Phase.explicit, Phase.generate])
settings.load_profile("default")


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(datetime(2024, 1, 15, 9, 0, tzinfo=UTC))


@pytest.fixture
def logbook(clock: SettableClock) -> Iterator[Logbook]:
    with Logbook.create(":memory:", actor=Actor("family-worker", "u-3"), clock=clock) as fresh:
        yield fresh
