"""What all tests share: how much the property tests try, and a fresh logbook with a clock of its own."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from tempfile import mkdtemp

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


def pytest_configure() -> None:
    """Tests speak English and record as nobody, whoever runs them; commands they start do, too."""
    os.environ.update(LC_ALL="C.UTF-8", XDG_CONFIG_HOME=mkdtemp(prefix="vaerebro-tests-"))


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(datetime(2024, 1, 15, 9, 0, tzinfo=UTC))


@pytest.fixture
def logbook(clock: SettableClock) -> Iterator[Logbook]:
    with Logbook.create(":memory:", actor=Actor("family-worker", "u-3"), clock=clock) as fresh:
        yield fresh
