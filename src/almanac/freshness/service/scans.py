"""How often a public page was looked at: counted here, written now and then, nobody is followed.

A look changes nothing in the database. This process counts, and writes what it counted a little
later; what a process counted that was killed is lost, which a count of looks can bear.
"""

import asyncio
from collections import Counter
from contextlib import suppress

import structlog
from sqlalchemy import update
from sqlalchemy.exc import SQLAlchemyError

from almanac.core.db import Database
from almanac.freshness import models

log = structlog.get_logger(__name__)

FLUSH_SECONDS = 10.0
# Codes that exist are counted, so this is never reached but by a shop beyond all bounds.
MOST_CODES = 20_000


class ScanCounter:
    """Counts looks by code, and adds them to the batches at most every few seconds."""

    def __init__(self, database: Database, *, flush_seconds: float = FLUSH_SECONDS) -> None:
        self._database = database
        self._flush_seconds = flush_seconds
        self._counted: Counter[str] = Counter()
        self._is_ending = asyncio.Event()
        self._flushing: asyncio.Task[None] | None = None

    def count(self, code: str) -> None:
        """Count a look at the page of a batch that is there."""
        if code not in self._counted and len(self._counted) >= MOST_CODES:
            return
        self._counted[code] += 1
        if self._flushing is None or self._flushing.done():
            self._flushing = asyncio.create_task(self._flush_later())

    async def flush(self) -> None:
        """Write what was counted. What cannot be written now is kept for the next time."""
        counted, self._counted = self._counted, Counter()
        if not counted:
            return
        batch = models.Batch
        try:
            async with self._database.writers.begin() as session:
                # In one order, so that two processes never wait for each other.
                for code, looks in sorted(counted.items()):
                    statement = update(batch).where(batch.code == code)
                    await session.execute(
                        statement.values(scans=batch.scans + looks),
                        execution_options={"synchronize_session": False},
                    )
        except (SQLAlchemyError, OSError) as exc:
            self._counted.update(counted)
            log.warning("scans.not_written", error=type(exc).__name__)

    async def end(self) -> None:
        """Write what is left at once; afterwards nothing is under way."""
        self._is_ending.set()
        if self._flushing is not None:
            await self._flushing
        await self.flush()

    async def _flush_later(self) -> None:
        """Write until nothing is left: looks go on being counted while some are written."""
        while self._counted and not self._is_ending.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._is_ending.wait(), self._flush_seconds)
            await self.flush()
