"""What is kept for a time only, and the daily job that forgets it."""

from datetime import timedelta

from almanac.core import idempotency
from almanac.core.clock import Clock
from almanac.core.db import Database
from almanac.core.jobs import Job, prune_ticks

TICKS_KEPT = timedelta(days=7)


async def forget_old(database: Database, clock: Clock) -> None:
    """Delete what is older than it is kept, each kind in a transaction of its own."""
    now = clock()
    async with database.writers.begin() as session:
        await idempotency.prune(session, before=now - idempotency.KEPT_FOR)
    async with database.writers.begin() as session:
        await prune_ticks(session, before=now - TICKS_KEPT)


HOUSEKEEPING = Job("housekeeping", timedelta(days=1), forget_old, at_start=True)
