"""How time is taken: with the garbage collected before, and several rounds of which the middle one counts."""

import gc
from collections.abc import Callable
from time import perf_counter

ROUNDS = 7


def seconds(work: Callable[[], object]) -> float:
    """What a piece of work takes, in seconds."""
    gc.collect()
    began = perf_counter()
    work()
    return perf_counter() - began
