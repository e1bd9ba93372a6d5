"""Timing pure functions: the best of several rounds, which is what least disturbed it."""

import time
from collections.abc import Callable

ROUNDS = 7
ROUND_SECONDS = 0.05


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    begun = time.perf_counter()
    work()
    calls = max(1, int(ROUND_SECONDS / max(time.perf_counter() - begun, 1e-7)))
    return min(_round(work, calls) for _ in range(ROUNDS))


def _round(work: Callable[[], object], calls: int) -> float:
    begun = time.process_time()
    for _ in range(calls):
        work()
    return (time.process_time() - begun) / calls
