"""What a test needs to judge a mutant fairly: a quick profile, cold caches and an end to every loop."""

import resource
import sys
from collections.abc import Callable, Generator, Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings

CPU_SECONDS = 10  # for one test; the slowest takes two

# Derived from the tests themselves, so that a mutant lives or dies the same way every time.
settings.register_profile(
    "mutants",
    max_examples=8,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)


def caches() -> Iterator[Callable[[], object]]:
    """What empties our functions that remember what they gave."""
    ours = [module for name, module in sys.modules.items() if name.startswith("vaerebro_events.")]
    for module in ours:
        for each in vars(module).values():
            clear = getattr(each, "cache_clear", None)
            if callable(clear):
                yield clear


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Forget what earlier tests looked up, and let a mutant that never ends end as one timed out.

    With a warm cache, a test would neither be seen to use a function nor to notice its mutants.
    """
    for clear in caches():
        clear()
    limits = resource.getrlimit(resource.RLIMIT_CPU)
    used = resource.getrusage(resource.RUSAGE_SELF)
    soon = int(used.ru_utime + used.ru_stime) + CPU_SECONDS
    most = min((limit for limit in limits if limit != resource.RLIM_INFINITY), default=soon)
    resource.setrlimit(resource.RLIMIT_CPU, (min(soon, most), limits[1]))
    try:
        return (yield)
    finally:
        resource.setrlimit(resource.RLIMIT_CPU, limits)
