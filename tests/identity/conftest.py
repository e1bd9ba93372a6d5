"""Fixtures for accounts."""

from types import SimpleNamespace

import pytest

STILL = 1_800_000_000.0


@pytest.fixture(autouse=True)
def still_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the minute of the limits from rolling over in the middle of a test.

    The library counts by the system's clock and has no other.
    """
    clock = SimpleNamespace(time=lambda: STILL)
    for module in (
        "almanac.core.window_counts",
        "limits.aio.strategies",
        "almanac.core.limits",
    ):
        monkeypatch.setattr(f"{module}.time", clock)
