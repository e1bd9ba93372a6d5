"""Scheduled work: asks the configured provider for new quotes when it is time."""

from datetime import datetime, timedelta

import structlog

from almanac.core.clock import Clock
from almanac.core.db import Database
from almanac.core.jobs import Job
from almanac.quotes.domain import digest
from almanac.quotes.service.answers import read_answer
from almanac.quotes.service.fetching import ProviderFailed, fetch
from almanac.quotes.service.refreshing import (
    Provider,
    begin_refresh,
    is_due,
    keep_failure,
    keep_quotes,
)

log = structlog.get_logger(__name__)

# How often it is looked whether it is time.
EVERY = timedelta(minutes=1)


def refresh_job(url: str, interval: timedelta, *, started_at: datetime) -> Job:
    """Asks the provider at `url` when the server starts and once in each interval."""
    provider = Provider(digest(url), interval, started_at)

    async def run(database: Database, clock: Clock) -> None:
        await refresh(url, provider, database, clock)

    return Job("quotes.refresh", EVERY, run, at_start=True)


async def refresh(url: str, provider: Provider, database: Database, clock: Clock) -> None:
    """Ask the provider if it is time, and keep what it gave, or that it failed.

    No transaction is open while it is asked. Broken off then, it is asked again a minute later.
    """
    async with database.readers.begin() as session:
        if not await is_due(session, provider, now=clock()):
            return
    async with database.writers.begin() as session:
        turn = await begin_refresh(session, provider, now=clock())
    if turn is None:
        return
    try:
        offered = read_answer(await fetch(url))
    except ProviderFailed as failure:
        reason, retry_after = failure.reason, failure.retry_after
        log.warning("quotes.refresh_failed", reason=reason, failures=turn.failures + 1)
        async with database.writers.begin() as session:
            await keep_failure(session, turn, reason, retry_after, now=clock())
        return
    async with database.writers.begin() as session:
        await keep_quotes(session, turn, offered, now=clock())
    log.info("quotes.refreshed", count=len(offered))
