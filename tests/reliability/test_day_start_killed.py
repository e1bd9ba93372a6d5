"""kill -9 of the server while it begins people's days: each was begun whole or not at all."""

import asyncio
import subprocess
import time
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import func, select

from almanac.core.clock import utc_now
from almanac.core.db import Database, open_database, sqlite_url
from almanac.habits.models import Habit
from almanac.habits.schemas.habit import HabitCreate
from almanac.habits.service.habits import create_habit
from almanac.identity.domain import Visitor
from almanac.identity.models import User
from almanac.identity.service import accounts
from almanac.migrations import upgrade
from almanac.schedules.rules import Weekday
from almanac.today.jobs import begin_days
from tests.postgres import free_port
from tests.server import ALMANAC, environment

PEOPLE, HABITS = 150, 2
LIMIT_SECONDS = 90
DAY = timedelta(days=1)


class Begun(NamedTuple):
    """Of one person: whether the day start was taken, how many habits were judged and put away."""

    is_taken: bool
    judged: int
    archived: int


UNTOUCHED = Begun(is_taken=False, judged=0, archived=0)
WHOLE = Begun(is_taken=True, judged=HABITS, archived=HABITS)


async def settle(database: Database) -> None:
    """People with habits that ended yesterday and have no figures yet."""
    now = utc_now()
    today = now.date()
    async with database.writers.begin() as session:
        for number in range(PEOPLE):
            new = accounts.NewAccount(f"{number}@example.org", None, "", "UTC", "en")
            user = await accounts.create(session, new, visitor=Visitor("", ""), now=now)
            for name in "ab"[:HABITS]:
                ended = {"starts_on": today - 9 * DAY, "ends_on": today - 2 * DAY}
                habit = HabitCreate.model_validate({"name": name, **ended})
                await create_habit(
                    session, user.id, habit, week_start=Weekday.MON, now=now, today=today
                )
        for habit_row in await session.scalars(select(Habit)):
            habit_row.figures = habit_row.figures_on = habit_row.archived_on = None


async def look(database: Database) -> list[Begun]:
    """How far each person's day is."""
    statement = (
        select(
            User.id,
            User.next_day_at,
            func.count(Habit.figures_on),
            func.count(Habit.archived_on),
        )
        .join(Habit, Habit.user_id == User.id)
        .group_by(User.id, User.next_day_at)
    )
    async with database.readers.begin() as session:
        rows = list(await session.execute(statement))
    return [Begun(at is not None, judged, archived) for _, at, judged, archived in rows]


async def kill_in_between(database: Database, server: subprocess.Popen[bytes]) -> None:
    """End the server at once when it has begun some days."""
    deadline = time.monotonic() + LIMIT_SECONDS
    while sum(person.is_taken for person in await look(database)) < PEOPLE // 10:
        assert server.poll() is None, "the server ended by itself"
        assert time.monotonic() < deadline, "the server begins no days"
    server.kill()
    await asyncio.to_thread(server.wait)


def test_a_day_is_begun_whole_or_not_at_all_and_then_by_whoever_comes_next(
    process_database_url: str | None, tmp_path: Path
) -> None:
    url = process_database_url or sqlite_url(tmp_path / "almanac.db")
    upgrade(url)
    asyncio.run(with_database(url, tmp_path))


async def with_database(url: str, tmp_path: Path) -> None:
    database = open_database(url)
    try:
        await settle(database)
        command = [*ALMANAC, "serve", "--port", str(free_port())]
        env = environment(tmp_path, url)
        server = await asyncio.to_thread(
            subprocess.Popen, command, env=env, cwd=tmp_path, stdout=subprocess.DEVNULL
        )
        try:
            await kill_in_between(database, server)
        finally:
            server.kill()
        found = set(await look(database))
        assert WHOLE in found
        assert found <= {UNTOUCHED, WHOLE}
        await begin_days(database, utc_now)
        assert set(await look(database)) == {WHOLE}
    finally:
        await database.dispose()
