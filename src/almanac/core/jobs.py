"""Scheduled work: when a job ticks, and the claim that makes each tick run once.

Several processes may run the same jobs. Whoever inserts (job, tick) first does the work. A process
that dies in the middle leaves its claim without an end, and nobody runs that tick again: a job has
to be one that makes up at its next tick for what an earlier one left undone.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]
from apscheduler.triggers.interval import IntervalTrigger  # type: ignore[import-untyped]
from sqlalchemy import Index, String, Text, delete, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from almanac.core.clock import Clock
from almanac.core.columns import UTCDateTime
from almanac.core.db import Base, Database

log = structlog.get_logger(__name__)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# What still runs when the server ends is given this long, then it is broken off.
GRACE_SECONDS = 3


class JobTick(Base):
    """One tick of a job that some process claimed."""

    __tablename__ = "job_ticks"
    __table_args__ = (Index("ix_job_ticks_claimed_at", "claimed_at"),)

    job: Mapped[str] = mapped_column(String(60), primary_key=True)
    tick: Mapped[datetime] = mapped_column(UTCDateTime, primary_key=True)
    claimed_at: Mapped[datetime] = mapped_column(UTCDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    error: Mapped[str | None] = mapped_column(Text)


@dataclass(frozen=True, slots=True)
class Job:
    """Work that is done at every multiple of `every` since the epoch.

    `at_start`: also when a process starts, if nobody has claimed the tick that runs then.
    `run` opens its own transactions, and may be broken off and run again at any point.
    """

    name: str
    every: timedelta
    run: Callable[[Database, Clock], Awaitable[None]]
    at_start: bool = False


def tick_at(now: datetime, every: timedelta) -> datetime:
    """The tick that an instant belongs to: the last multiple of `every` since the epoch."""
    return now - (now - EPOCH) % every


async def claim_tick(session: AsyncSession, job: str, tick: datetime, *, now: datetime) -> bool:
    """Take a tick; false when somebody has taken it before."""
    connection = await session.connection()
    insert = (
        postgresql.insert(JobTick)
        if connection.dialect.name == "postgresql"
        else sqlite.insert(JobTick)
    )
    claimed = await session.scalar(
        insert.values(job=job, tick=tick, claimed_at=now)
        .on_conflict_do_nothing()
        .returning(JobTick.tick)
    )
    return claimed is not None


async def finish_tick(
    session: AsyncSession, job: str, tick: datetime, *, now: datetime, error: str | None
) -> None:
    """Write down that a claimed tick is over, and the kind of error that ended it, if one did."""
    await session.execute(
        update(JobTick)
        .where(JobTick.job == job, JobTick.tick == tick)
        .values(finished_at=now, error=error)
    )


async def prune_ticks(session: AsyncSession, *, before: datetime) -> None:
    """Forget the ticks that were claimed before an instant."""
    await session.execute(delete(JobTick).where(JobTick.claimed_at < before))


async def run_tick(job: Job, database: Database, clock: Clock) -> bool:
    """Claim the present tick of a job and do its work; false when it was claimed before."""
    now = clock()
    tick = tick_at(now, job.every)
    async with database.writers.begin() as session:
        if not await claim_tick(session, job.name, tick, now=now):
            return False
    error = await attempt(job.run(database, clock), job=job.name)
    async with database.writers.begin() as session:
        await finish_tick(session, job.name, tick, now=clock(), error=error)
    log.debug("job.finished", job=job.name, tick=tick.isoformat(), error=error)
    return True


async def attempt(work: Awaitable[object], **about: str) -> str | None:
    """Await work whose failure must not stop what comes after it: it is logged, its kind answered.

    The kind only: the message of an error may repeat what people wrote.
    """
    try:
        await work
    except Exception as exc:
        log.exception("job.failed", **about)
        return type(exc).__name__
    return None


@asynccontextmanager
async def running_jobs(
    jobs: Sequence[Job], database: Database, clock: Clock, *, grace_seconds: float = GRACE_SECONDS
) -> AsyncIterator[None]:
    """Have the jobs run while the block lasts; afterwards none of them runs any more."""
    running: dict[str, asyncio.Task[str | None]] = {}

    async def start(job: Job) -> None:
        before = running.get(job.name)
        if before is not None and not before.done():
            log.warning("job.still_running", job=job.name)
            return
        running[job.name] = asyncio.create_task(
            attempt(run_tick(job, database, clock), job=job.name)
        )

    # It only wakes us: which tick it is, our own clock says.
    timer = AsyncIOScheduler(timezone=UTC)
    for job in jobs:
        trigger = IntervalTrigger(seconds=job.every.total_seconds(), start_date=EPOCH, timezone=UTC)
        timer.add_job(start, trigger, [job], coalesce=True, misfire_grace_time=None)
    timer.start()
    for job in jobs:
        if job.at_start:
            await start(job)
    try:
        yield
    finally:
        timer.shutdown()
        await _end(running.values(), grace_seconds)


async def _end(tasks: Collection[asyncio.Task[str | None]], grace_seconds: float) -> None:
    """Wait a little for what runs, then break it off."""
    if not tasks:
        return
    _, late = await asyncio.wait(tasks, timeout=grace_seconds)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
