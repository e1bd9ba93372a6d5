"""What is forgotten when it is older than it is kept, and what is not."""

from datetime import UTC, datetime, timedelta

from httpx2 import AsyncClient
from sqlalchemy import select

from almanac.core.db import Database
from almanac.core.housekeeping import HOUSEKEEPING
from almanac.core.idempotency import IdempotencyKey
from almanac.core.jobs import JobTick, run_tick
from almanac.identity.models import User
from tests.conftest import MovableClock

DAY = timedelta(days=1)


async def test_answers_are_kept_for_thirty_days_and_ticks_for_seven(
    alice: AsyncClient, clock: MovableClock, database: Database
) -> None:
    ages = {"new": timedelta(0), "last": 30 * DAY, "old": 30 * DAY + timedelta(seconds=1)}
    async with database.writers.begin() as session:
        owner = (await session.scalars(select(User.id).limit(1))).one()
        for key, age in ages.items():
            answer = {"fingerprint": b"", "status": 201, "body": ""}
            session.add(
                IdempotencyKey(user_id=owner, key=key, created_at=clock.now - age, **answer)
            )
        for days in (7, 8):
            at = clock.now - days * DAY
            session.add(JobTick(job="day_start", tick=at, claimed_at=at))
    assert await run_tick(HOUSEKEEPING, database, clock)
    async with database.readers.begin() as session:
        keys = set(await session.scalars(select(IdempotencyKey.key)))
        ticks = await session.execute(select(JobTick.job, JobTick.tick).order_by(JobTick.tick))
        assert keys == {"new", "last"}
        assert [(row.job, row.tick) for row in ticks] == [
            ("day_start", clock.now - 7 * DAY),
            ("housekeeping", datetime(2026, 3, 18, tzinfo=UTC)),
        ]
