"""Ticks of scheduled work: each runs once, errors stay their own, ends are clean."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from almanac.core.clock import Clock, utc_now
from almanac.core.db import Database
from almanac.core.jobs import Job, JobTick, prune_ticks, run_tick, running_jobs, tick_at
from tests.conftest import MovableClock

MINUTE = timedelta(minutes=1)
# So that only a start begins anything while a test lasts.
SELDOM = timedelta(days=10_000)


class Work:
    """Work that counts how often it is begun and brought to its end."""

    def __init__(self, *, fails: bool = False) -> None:
        self.begun, self.done = asyncio.Event(), asyncio.Event()
        self.may_end = asyncio.Event()
        self.may_end.set()
        self.times, self.fails = 0, fails

    async def __call__(self, _database: Database, _clock: Clock) -> None:
        self.times += 1
        self.begun.set()
        await self.may_end.wait()
        if self.fails:
            raise RuntimeError("this is what the test asked for")
        self.done.set()


async def ticks(database: Database) -> list[JobTick]:
    async with database.readers.begin() as session:
        return list(await session.scalars(select(JobTick).order_by(JobTick.job, JobTick.tick)))


@pytest.mark.parametrize(
    ("every", "tick"),
    [
        (timedelta(seconds=1), "2026-03-18T12:34:56+00:00"),
        (MINUTE, "2026-03-18T12:34:00+00:00"),
        (timedelta(hours=6), "2026-03-18T12:00:00+00:00"),
        (timedelta(days=1), "2026-03-18T00:00:00+00:00"),
    ],
)
def test_ticks_are_whole_multiples_since_the_epoch(every: timedelta, tick: str) -> None:
    now = datetime(2026, 3, 18, 12, 34, 56, 789, tzinfo=UTC)
    assert tick_at(now, every) == datetime.fromisoformat(tick)
    assert tick_at(datetime.fromisoformat(tick), every) == datetime.fromisoformat(tick)


async def test_a_tick_runs_once_and_the_next_one_runs_again(
    database: Database, clock: MovableClock
) -> None:
    work = Work()
    job = Job("count", MINUTE, work)
    assert await run_tick(job, database, clock)
    clock.advance(timedelta(seconds=59))
    assert not await run_tick(job, database, clock)
    clock.advance(timedelta(seconds=1))
    assert await run_tick(job, database, clock)
    assert work.times == 2
    assert [(row.tick, row.error) for row in await ticks(database)] == [
        (datetime(2026, 3, 18, 12, 0, tzinfo=UTC), None),
        (datetime(2026, 3, 18, 12, 1, tzinfo=UTC), None),
    ]
    assert all(row.finished_at is not None for row in await ticks(database))


async def test_of_many_that_claim_a_tick_at_once_one_runs_it(
    database: Database, clock: MovableClock
) -> None:
    work = Work()
    job = Job("count", MINUTE, work)
    ran = await asyncio.gather(*(run_tick(job, database, clock) for _ in range(12)))
    assert (sum(ran), work.times) == (1, 1)


async def test_jobs_do_not_share_their_ticks(database: Database, clock: MovableClock) -> None:
    works = [Work(), Work()]
    for name, work in zip("ab", works, strict=True):
        assert await run_tick(Job(name, MINUTE, work), database, clock)
    assert [work.times for work in works] == [1, 1]


async def test_an_error_is_written_down_by_its_kind_and_the_next_tick_runs(
    database: Database, clock: MovableClock
) -> None:
    work = Work(fails=True)
    job = Job("fail", MINUTE, work)
    assert await run_tick(job, database, clock)
    (row,) = await ticks(database)
    assert (row.error, row.finished_at) == ("RuntimeError", clock.now)
    clock.advance(MINUTE)
    assert await run_tick(job, database, clock)
    assert work.times == 2


async def test_old_ticks_are_forgotten(database: Database, clock: MovableClock) -> None:
    job = Job("count", MINUTE, Work())
    await run_tick(job, database, clock)
    clock.advance(MINUTE)
    await run_tick(job, database, clock)
    async with database.writers.begin() as session:
        await prune_ticks(session, before=clock.now)
    assert [row.claimed_at for row in await ticks(database)] == [clock.now]


async def test_a_start_runs_what_nobody_has_run(database: Database, clock: MovableClock) -> None:
    first, second = Work(), Work()
    async with running_jobs([Job("count", SELDOM, first, at_start=True)], database, clock):
        await first.done.wait()
    jobs = [Job("count", SELDOM, second, at_start=True), Job("wait", SELDOM, second)]
    async with running_jobs(jobs, database, clock):
        pass
    assert (first.times, second.times) == (1, 0)
    (row,) = await ticks(database)
    assert (row.job, row.finished_at) == ("count", clock.now)


async def test_the_timer_goes_on_after_an_error(database: Database) -> None:
    failing, working = Work(fails=True), Work()
    every = timedelta(seconds=1)
    jobs = [Job("fail", every, failing), Job("work", every, working)]
    async with running_jobs(jobs, database, utc_now):
        while failing.times < 2 or working.times < 2:  # noqa: ASYNC110 - the timer is what is tried
            await asyncio.sleep(0.01)
    assert {row.error for row in await ticks(database)} == {"RuntimeError", None}


async def test_a_job_that_still_runs_is_not_started_again(database: Database) -> None:
    slow, quick = Work(), Work()
    slow.may_end.clear()
    every = timedelta(seconds=1)
    async with running_jobs(
        [Job("slow", every, slow), Job("quick", every, quick)], database, utc_now
    ):
        while quick.times < 3:  # noqa: ASYNC110 - the timer is what is tried
            await asyncio.sleep(0.01)
        assert slow.times == 1
        slow.may_end.set()


async def test_the_end_waits_for_what_is_nearly_done(
    database: Database, clock: MovableClock
) -> None:
    work = Work()
    work.may_end.clear()
    async with running_jobs([Job("slow", SELDOM, work, at_start=True)], database, clock):
        await work.begun.wait()
        asyncio.get_running_loop().call_later(0.1, work.may_end.set)
    assert work.done.is_set()
    assert (await ticks(database))[0].finished_at == clock.now


async def test_the_end_breaks_off_what_does_not_end_and_leaves_its_claim_open(
    database: Database, clock: MovableClock
) -> None:
    work = Work()
    work.may_end.clear()
    jobs = [Job("stuck", SELDOM, work, at_start=True)]
    async with running_jobs(jobs, database, clock, grace_seconds=0.05):
        await work.begun.wait()
    assert not work.done.is_set()
    (row,) = await ticks(database)
    assert (row.finished_at, row.error) == (None, None)
