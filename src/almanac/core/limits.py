"""How often something may be tried: sliding windows over the `limits` library.

Knows neither routes nor accounts: a rule is named and counted by a key. When the store fails, a
stricter count in this process takes over; a limit never opens.
"""

import math
import time
from dataclasses import dataclass
from functools import cache

import structlog
from limits import RateLimitItemPerMinute
from limits.aio.storage import Storage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.errors import StorageError

from almanac.core.errors import TooManyRequests
from almanac.core.window_counts import WindowCounts

log = structlog.get_logger(__name__)

# Of what is allowed normally, this part is allowed while the store does not answer.
FALLBACK_PART = 0.5


@dataclass(frozen=True, slots=True)
class Rule:
    """A name, how often a minute, and whose tries are counted together."""

    name: str
    per_minute: int
    key: str


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is left of the rule that is nearest to its end."""

    limit: int
    remaining: int
    reset_seconds: int

    def headers(self) -> list[tuple[str, str]]:
        return [
            ("x-ratelimit-limit", str(self.limit)),
            ("x-ratelimit-remaining", str(self.remaining)),
            ("x-ratelimit-reset", str(self.reset_seconds)),
        ]


class LimitReached(TooManyRequests):
    """Too many tries; carries `Retry-After` and the limit headers."""

    def __init__(self, allowance: Allowance) -> None:
        wait = str(max(1, allowance.reset_seconds))
        super().__init__(
            f"Try again in {wait} seconds.",
            headers={"Retry-After": wait, **dict(allowance.headers())},
        )


class Limiter:
    """Counts tries in `store`, by default in the memory of this process."""

    def __init__(self, factor: float, store: Storage | None = None) -> None:
        self._factor = factor
        store = store or WindowCounts()
        of_store = store.base_exceptions
        self._failures: tuple[type[Exception], ...] = (
            StorageError,
            OSError,
            *(of_store if isinstance(of_store, tuple) else (of_store,)),
        )
        self._shared = SlidingWindowCounterRateLimiter(store)
        self._own = SlidingWindowCounterRateLimiter(WindowCounts())

    async def hit(self, *rules: Rule) -> Allowance:
        """Count one try under each rule, or raise `LimitReached` at the first that is full."""
        allowances = [await self._hit_one(rule) for rule in rules]
        return min(allowances, key=lambda allowance: allowance.remaining)

    async def _hit_one(self, rule: Rule) -> Allowance:
        try:
            return await _hit(self._shared, rule, self._factor)
        except self._failures as exc:
            log.warning("limits.store_failed", error=exc.__class__.__name__)
            return await _hit(self._own, rule, self._factor * FALLBACK_PART)


@cache
def _per_minute(amount: int) -> RateLimitItemPerMinute:
    return RateLimitItemPerMinute(amount)


async def _hit(limiter: SlidingWindowCounterRateLimiter, rule: Rule, factor: float) -> Allowance:
    amount = max(1, math.floor(rule.per_minute * factor))
    item = _per_minute(amount)
    allowed = await limiter.hit(item, rule.name, rule.key)
    stats = await limiter.get_window_stats(item, rule.name, rule.key)
    left = max(0, math.ceil(stats.reset_time - time.time()))  # noqa: TID251 - the library counts by the system's clock
    allowance = Allowance(amount, stats.remaining if allowed else 0, left)
    if not allowed:
        raise LimitReached(allowance)
    return allowance
