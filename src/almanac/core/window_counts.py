"""Counts of tries in the memory of this process, for the sliding windows of the `limits` library.

Its own store makes a task of each try, which walks through the counts of everybody.
"""

import math
import time
from dataclasses import dataclass, field

from limits.aio.storage import MemoryStorage


@dataclass(slots=True)
class _Windows:
    """How often each key was tried in the window that runs, and in the one before it."""

    number: int
    current: dict[str, int] = field(default_factory=dict)
    previous: dict[str, int] = field(default_factory=dict)


class WindowCounts(MemoryStorage):
    """Keeps two windows of each length, and forgets the older one at once when another begins."""

    def __init__(self) -> None:
        super().__init__()
        self._windows: dict[int, _Windows] = {}

    async def acquire_sliding_window_entry(
        self, key: str, limit: int, expiry: int, amount: int = 1
    ) -> bool:
        """Count the tries, unless they would be too many."""
        previous, left, current, _ = self._counted(key, expiry)
        if math.floor(previous * left / expiry + current) + amount > limit:
            return False
        self._windows[expiry].current[key] = current + amount
        return True

    async def get_sliding_window(self, key: str, expiry: int) -> tuple[int, float, int, float]:
        """Tries in the window before and the seconds for which they count, the same of this one."""
        return self._counted(key, expiry)

    def _counted(self, key: str, expiry: int) -> tuple[int, float, int, float]:
        number, passed = divmod(time.time(), expiry)  # noqa: TID251 - the library counts by the system's clock
        kept = self._windows.get(expiry)
        if kept is None or kept.number != number:
            is_next = kept is not None and kept.number == number - 1
            before = kept.current if kept is not None and is_next else {}
            kept = self._windows[expiry] = _Windows(int(number), {}, before)
        left = expiry - passed
        return kept.previous.get(key, 0), left, kept.current.get(key, 0), left + expiry
