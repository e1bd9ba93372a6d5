"""The beginning of people's days: each once, at its instant, whoever looks or does not."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx2 import AsyncClient
from sqlalchemy import Connection, delete, event, select, update

from almanac.core.db import Database
from almanac.habits.models import CheckIn, Habit, HabitSchedule
from almanac.habits.service.day_change import judge_day, keep_day
from almanac.identity.models import User
from almanac.today.jobs import begin_days
from tests.conftest import MovableClock
from tests.factories import create_habit, tick
from tests.statements import counted_statements

TODAY = date(2026, 3, 18)
DAY = timedelta(days=1)
# Midnight in Berlin, where everybody in these tests lives at first, comes an hour before UTC's.
MIDNIGHT = datetime(2026, 3, 18, 23, 0, tzinfo=UTC)


async def kept(database: Database) -> dict[str, tuple[date | None, date | None]]:
    """By name of habit: of which day its figures are, and since when it is archived."""
    async with database.readers.begin() as session:
        rows = await session.execute(select(Habit.name, Habit.figures_on, Habit.archived_on))
        return {name: (figures_on, archived_on) for name, figures_on, archived_on in rows}


async def person(database: Database, email: str) -> User:
    async with database.readers.begin() as session:
        return (await session.scalars(select(User).where(User.email == email))).one()


async def next_day_at(database: Database, email: str = "alice@example.org") -> datetime | None:
    return (await person(database, email)).next_day_at


async def test_a_day_begins_when_it_begins_and_not_before(
    alice: AsyncClient, clock: MovableClock, database: Database
) -> None:
    await create_habit(alice)
    await begin_days(database, clock)
    assert await next_day_at(database) == MIDNIGHT
    clock.now = MIDNIGHT - timedelta(seconds=1)
    await begin_days(database, clock)
    assert (await kept(database))["Stretch"] == (TODAY, None)
    clock.now = MIDNIGHT
    await begin_days(database, clock)
    assert (await kept(database))["Stretch"] == (TODAY + DAY, None)
    assert await next_day_at(database) == MIDNIGHT + DAY


async def test_habits_are_put_away_at_the_local_day_start_without_anybody_looking(
    alice: AsyncClient, bob: AsyncClient, clock: MovableClock, database: Database
) -> None:
    await alice.patch("/users/me", json={"day_start": 240})
    await create_habit(alice, "ends", ends_on=str(TODAY))
    await create_habit(bob, "ends elsewhere", ends_on=str(TODAY))
    limited = await create_habit(alice, "limited", completions_limit=1)
    await tick(alice, limited, str(TODAY))
    await create_habit(alice, "goes on", ends_on="2026-12-31")
    clock.now = MIDNIGHT
    await begin_days(database, clock)
    archived = {name: archived_on for name, (_, archived_on) in (await kept(database)).items()}
    assert archived == dict.fromkeys(["ends", "limited", "goes on"]) | {
        "ends elsewhere": TODAY + DAY
    }
    clock.advance(timedelta(hours=4))
    await begin_days(database, clock)
    archived = {name: archived_on for name, (_, archived_on) in (await kept(database)).items()}
    put_away = dict.fromkeys(["ends", "limited", "ends elsewhere"], TODAY + DAY)
    assert archived == {**put_away, "goes on": None}


async def test_what_put_itself_away_can_be_restored_and_stays_so(
    alice: AsyncClient, clock: MovableClock, database: Database
) -> None:
    habit = await create_habit(alice, ends_on=str(TODAY))
    clock.now = MIDNIGHT
    await begin_days(database, clock)
    restored = await alice.post(f"/habits/{habit['id']}/restore")
    assert (restored.json()["is_archived"], restored.json()["ends_on"]) == (False, None)
    clock.advance(DAY)
    await begin_days(database, clock)
    assert (await kept(database))["Stretch"] == (TODAY + 2 * DAY, None)


async def test_beginning_again_writes_nothing(
    alice: AsyncClient, clock: MovableClock, database: Database
) -> None:
    await create_habit(alice)
    clock.now = MIDNIGHT
    await begin_days(database, clock)
    with counted_statements(database) as seen:
        await begin_days(database, clock)
    assert len(seen) == 1, seen


async def test_of_two_processes_at_once_one_begins_each_day(
    alice: AsyncClient, bob: AsyncClient, clock: MovableClock, database: Database
) -> None:
    for client in (alice, bob):
        await create_habit(client)
    await begin_days(database, clock)
    clock.now = MIDNIGHT
    with counted_statements(database) as seen:
        await asyncio.gather(*(begin_days(database, clock) for _ in range(4)))
    # Of the administrator there is nothing to keep.
    assert len([statement for statement in seen if statement.startswith("UPDATE habits")]) == 2
    assert (await kept(database))["Stretch"] == (TODAY + DAY, None)


async def test_what_is_broken_off_in_between_is_done_by_the_next_tick(
    alice: AsyncClient, clock: MovableClock, database: Database
) -> None:
    await create_habit(alice, ends_on=str(TODAY))
    await begin_days(database, clock)
    clock.now = MIDNIGHT

    def break_off(_c: Connection, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("UPDATE habits"):
            raise asyncio.CancelledError

    engine = database.write_engine.sync_engine
    event.listen(engine, "before_cursor_execute", break_off)
    try:
        with pytest.raises(asyncio.CancelledError):
            await begin_days(database, clock)
    finally:
        event.remove(engine, "before_cursor_execute", break_off)
    assert await next_day_at(database) == MIDNIGHT
    assert (await kept(database))["Stretch"] == (TODAY, None)
    clock.advance(timedelta(minutes=1))
    await begin_days(database, clock)
    assert await next_day_at(database) == MIDNIGHT + DAY
    assert (await kept(database))["Stretch"] == (TODAY + DAY, TODAY + DAY)


async def test_one_pass_makes_up_for_a_week_without_a_server(
    alice: AsyncClient, clock: MovableClock, database: Database
) -> None:
    await create_habit(alice, ends_on=str(TODAY + DAY))
    await begin_days(database, clock)
    clock.advance(timedelta(days=7))
    await begin_days(database, clock)
    assert (await kept(database))["Stretch"] == (TODAY + 7 * DAY, TODAY + 2 * DAY)
    assert await next_day_at(database) == MIDNIGHT + 7 * DAY


async def test_one_persons_trouble_does_not_keep_the_others_from_their_day(
    alice: AsyncClient, bob: AsyncClient, clock: MovableClock, database: Database
) -> None:
    broken = await create_habit(alice, "broken")
    await create_habit(bob, "sound")
    await begin_days(database, clock)
    clock.now = MIDNIGHT
    async with database.writers.begin() as session:
        row = HabitSchedule
        await session.execute(delete(row).where(row.habit_id == UUID(broken["id"])))
    await begin_days(database, clock)
    assert {name: day for name, (day, _) in (await kept(database)).items()} == {
        "broken": TODAY,
        "sound": TODAY + DAY,
    }
    assert await next_day_at(database, "bob@example.org") == MIDNIGHT + DAY


async def test_more_people_than_one_batch_all_have_their_day_begun(
    alice: AsyncClient, bob: AsyncClient, clock: MovableClock, database: Database
) -> None:
    await begin_days(database, clock, batch=1)
    for email in ("admin", "alice", "bob"):
        assert await next_day_at(database, f"{email}@example.org") == MIDNIGHT


async def test_whoever_is_deactivated_has_no_days_until_they_are_back(
    alice: AsyncClient, clock: MovableClock, database: Database
) -> None:
    await create_habit(alice)
    await begin_days(database, clock)
    await set_active(database, is_active=False)
    clock.advance(3 * DAY)
    await begin_days(database, clock)
    assert (await kept(database))["Stretch"] == (TODAY, None)
    await set_active(database, is_active=True)
    await begin_days(database, clock)
    assert (await kept(database))["Stretch"] == (TODAY + 3 * DAY, None)


async def set_active(database: Database, *, is_active: bool) -> None:
    async with database.writers.begin() as session:
        whom = update(User).where(User.email == "alice@example.org")
        await session.execute(whom.values(is_active=is_active))


async def test_a_habit_that_changed_meanwhile_keeps_what_the_change_computed(
    alice: AsyncClient, clock: MovableClock, database: Database
) -> None:
    habit = await create_habit(alice)
    clock.now = MIDNIGHT
    owner = (await person(database, "alice@example.org")).id
    async with database.readers.begin() as session:
        judged = await judge_day(session, owner, today=TODAY + DAY)
    await tick(alice, habit, "2026-03-19")
    async with database.writers.begin() as session:
        await keep_day(session, judged)
    shown = (await alice.get(f"/habits/{habit['id']}")).json()
    assert (shown["current_streak"], shown["state_today"]) == (1, "done")


async def test_the_first_look_of_a_day_reads_no_history(
    alice: AsyncClient, clock: MovableClock, database: Database
) -> None:
    for name in "abc":
        await tick(alice, await create_habit(alice, name), str(TODAY))
    clock.now = MIDNIGHT
    await begin_days(database, clock)
    with counted_statements(database) as seen:
        day = (await alice.get("/today")).json()
    assert [entry["streak"] for entry in day["entries"]] == [1, 1, 1]
    assert not [text for text in seen if "pauses" in text or text.startswith("UPDATE habits")]


async def test_a_day_costs_as_many_statements_whatever_the_history(
    alice: AsyncClient, clock: MovableClock, database: Database
) -> None:
    habits = [await create_habit(alice, name, starts_on="2020-01-01") for name in "abc"]
    await begin_days(database, clock)
    clock.now = MIDNIGHT
    with counted_statements(database) as few:
        await begin_days(database, clock)
    owner = (await person(database, "alice@example.org")).id
    async with database.writers.begin() as session:
        session.add_all(
            CheckIn(
                user_id=owner,
                habit_id=UUID(habit["id"]),
                local_date=TODAY - n * DAY,
                status="done",
                recorded_at=clock.now,
            )
            for habit in habits
            for n in range(1, 1000)
        )
    clock.advance(DAY)
    with counted_statements(database) as many:
        await begin_days(database, clock)
    assert len(many) == len(few)
    # Who is to begin; of the administrator habits and the day start; of Alice habits, versions,
    # pauses, the check-ins of three habits, the day start, and the three rows that are kept.
    assert len(many) <= 1 + 2 + 3 + 3 + 1 + 3
