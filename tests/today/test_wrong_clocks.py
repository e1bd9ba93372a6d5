"""Clocks that were wrong, and zones that are known no longer: days go on for everybody."""

from datetime import date, timedelta

from httpx2 import AsyncClient
from sqlalchemy import select, update

from almanac.core.db import Database
from almanac.habits.models import Habit
from almanac.identity.models import User
from almanac.today.jobs import begin_days
from tests.conftest import MovableClock
from tests.factories import create_habit

DAY = timedelta(days=1)


async def begun(database: Database) -> dict[str, date | None]:
    """By name of habit: the date that was begun last."""
    async with database.readers.begin() as session:
        rows = await session.execute(select(Habit.name, Habit.figures_on))
        return {row.name: row.figures_on for row in rows}


async def live_in(database: Database, zone: str, email: str = "alice@example.org") -> None:
    """As if the person had chosen a zone that this machine knew then."""
    async with database.writers.begin() as session:
        whom = update(User).where(User.email == email)
        await session.execute(whom.values(timezone=zone, next_day_at=None))


async def test_after_a_clock_that_was_years_ahead_days_begin_again(
    alice: AsyncClient, clock: MovableClock, database: Database
) -> None:
    await create_habit(alice)
    right = clock.now
    clock.advance(3650 * DAY)
    await begin_days(database, clock)
    clock.now = right
    await begin_days(database, clock)
    assert await begun(database) == {"Stretch": date(2026, 3, 18)}
    clock.advance(DAY)
    await begin_days(database, clock)
    assert await begun(database) == {"Stretch": date(2026, 3, 19)}


async def test_a_zone_that_is_known_no_longer_keeps_nobody_from_their_day(
    alice: AsyncClient, bob: AsyncClient, clock: MovableClock, database: Database
) -> None:
    await create_habit(alice, "lost")
    await create_habit(bob, "found")
    await live_in(database, "US/Pacific-New")
    clock.advance(DAY)
    await begin_days(database, clock)
    assert (await begun(database))["found"] == date(2026, 3, 19)
    assert (await alice.get("/today")).json()["date"] == "2026-03-19"
    assert (await begun(database))["lost"] == date(2026, 3, 19)


async def test_who_lives_in_a_zone_that_is_known_no_longer_can_choose_another(
    alice: AsyncClient, database: Database
) -> None:
    await live_in(database, "US/Pacific-New")
    assert (await alice.get("/users/me")).json()["timezone"] == "US/Pacific-New"
    assert (await alice.patch("/users/me", json={"full_name": "Alice"})).status_code == 200
    moved = await alice.patch("/users/me", json={"timezone": "America/Los_Angeles"})
    assert moved.json()["timezone"] == "America/Los_Angeles"
    assert (await alice.get("/today")).status_code == 200
