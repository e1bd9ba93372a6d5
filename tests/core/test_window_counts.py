"""Tries are counted over a window that slides, and forgotten when they count no more."""

from types import SimpleNamespace

import pytest

from almanac.core.window_counts import WindowCounts

MINUTE = 60
BEGUN = 1_800_000_000.0


class Minutes:
    """A store of counts, and its clock."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seconds = 0.0
        self.store = WindowCounts()
        clock = SimpleNamespace(time=lambda: BEGUN + self.seconds)
        monkeypatch.setattr("almanac.core.window_counts.time", clock)

    async def tries(self, limit: int, key: str = "key") -> int:
        """How many are allowed until one is not."""
        for count in range(100):
            if not await self.store.acquire_sliding_window_entry(key, limit, MINUTE):
                return count
        return 100


@pytest.fixture
def minutes(monkeypatch: pytest.MonkeyPatch) -> Minutes:
    return Minutes(monkeypatch)


async def test_each_key_is_counted_by_itself(minutes: Minutes) -> None:
    assert await minutes.tries(4) == 4
    assert await minutes.tries(4) == 0
    assert await minutes.tries(6) == 2
    assert await minutes.tries(4, "another") == 4


async def test_what_was_tried_a_minute_ago_counts_less_and_less(minutes: Minutes) -> None:
    assert await minutes.tries(60) == 60
    minutes.seconds = 59
    assert await minutes.tries(60) == 0
    minutes.seconds = 75
    assert await minutes.store.get_sliding_window("key", MINUTE) == (60, 45, 0, 105)
    assert await minutes.tries(60) == 15
    minutes.seconds = 90
    assert await minutes.tries(60) == 15
    minutes.seconds = 120 + 59
    assert await minutes.tries(60) == 60


async def test_after_a_quiet_minute_nothing_counts(minutes: Minutes) -> None:
    assert await minutes.tries(4) == 4
    minutes.seconds = 125
    assert await minutes.store.get_sliding_window("key", MINUTE) == (0, 55, 0, 115)
    assert await minutes.tries(4) == 4


async def test_several_tries_at_once_are_counted_or_none_is(minutes: Minutes) -> None:
    assert await minutes.store.acquire_sliding_window_entry("key", 4, MINUTE, 3)
    assert not await minutes.store.acquire_sliding_window_entry("key", 4, MINUTE, 3)
    assert await minutes.tries(4) == 1
