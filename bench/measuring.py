"""How time is taken: with the garbage collected before, and several rounds of which the middle one counts."""

import gc
from collections.abc import Callable
from time import perf_counter

ROUNDS = 7
# What a process prints of itself: the peak of its own memory, in KiB. That of `getrusage` begins with what
# the process had that started it. Linux tells it.
PEAK = r"""
import re, sys
from pathlib import Path
[peak] = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
print(peak, file=sys.stderr)
"""


def seconds(work: Callable[[], object]) -> float:
    """What a piece of work takes, in seconds."""
    gc.collect()
    began = perf_counter()
    work()
    return perf_counter() - began
