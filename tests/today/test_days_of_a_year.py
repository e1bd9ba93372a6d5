"""Days of people around the world, through the changes of their clocks and through travel."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from httpx2 import AsyncClient
from sqlalchemy import func, select

from almanac.core.db import Database
from almanac.habits.models import CheckIn, Habit
from almanac.habits.schemas.habit import HabitCreate
from almanac.habits.service.habits import create_habit as add_habit
from almanac.identity.domain import Visitor
from almanac.identity.models import User
from almanac.identity.service import accounts
from almanac.identity.service.day_starts import begin_day, list_day_starts
from almanac.schedules.rules import Weekday
from almanac.schedules.times import day_starts_at, local_today
from almanac.today.jobs import begin_days
from tests.conftest import MovableClock
from tests.factories import create_habit, tick

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
# Where they live, and how many minutes after midnight their day begins.
PEOPLE = [
    ("UTC", 0),
    ("Europe/Berlin", 150),
    ("America/New_York", 150),
    ("America/St_Johns", 0),
    ("Australia/Sydney", 150),
    ("Pacific/Auckland", 0),
    ("Pacific/Apia", 720),
    ("Asia/Kathmandu", 0),
    ("Africa/Casablanca", 150),
]
# The days on which a clock of theirs is changed in 2026, from the first to the last of the year.
CHANGES = ["02-15", "03-08", "03-22", "03-29", "04-05", "09-27", "10-04", "10-25", "11-01"]


async def settle(database: Database, people: Sequence[tuple[str, int]], now: datetime) -> None:
    """Make somebody with one habit in each place; the habit is named after it."""
    async with database.writers.begin() as session:
        for zone, day_start in people:
            new = accounts.NewAccount(f"{zone}@example.org", None, "", zone, "en")
            user = await accounts.create(session, new, visitor=Visitor("", ""), now=now)
            user.day_start = day_start
            await add_habit(
                session,
                user.id,
                HabitCreate.model_validate({"name": zone, "starts_on": "2026-01-01"}),
                week_start=Weekday.MON,
                now=now,
                today=local_today(now, ZoneInfo(zone), day_start),
            )


async def dates(database: Database) -> dict[str, date | None]:
    """By place: the date that was begun last."""
    async with database.readers.begin() as session:
        rows = await session.execute(select(Habit.name, Habit.figures_on))
        return {row.name: row.figures_on for row in rows}


@pytest.mark.parametrize("change", CHANGES)
async def test_hour_by_hour_each_date_is_begun_once_and_in_the_hour_in_which_it_begins(
    clock: MovableClock, database: Database, change: str
) -> None:
    clock.now = datetime.fromisoformat(f"2026-{change}").replace(tzinfo=UTC) - 40 * HOUR
    await settle(database, PEOPLE, clock.now)
    await begin_days(database, clock)
    begun = await dates(database)
    day_starts = dict(PEOPLE)
    for _ in range(80):
        clock.advance(HOUR)
        await begin_days(database, clock)
        for zone, day in (await dates(database)).items():
            before = begun[zone]
            assert day is not None
            assert before is not None
            if day == before:
                continue
            assert day == before + DAY
            begins = day_starts_at(day, ZoneInfo(zone), day_starts[zone])
            assert begins <= clock.now < begins + HOUR
            begun[zone] = day
    for zone, day_start in PEOPLE:
        assert begun[zone] == local_today(clock.now, ZoneInfo(zone), day_start)


async def test_from_start_to_start_a_year_has_each_of_its_dates_once(
    clock: MovableClock, database: Database
) -> None:
    clock.now = datetime(2026, 1, 1, 12, tzinfo=UTC)
    await settle(database, [("Europe/Berlin", 150), ("Australia/Sydney", 150)], clock.now)
    begun: dict[str, list[date]] = {"Europe/Berlin": [], "Australia/Sydney": []}
    async with database.writers.begin() as session:
        while clock.now < datetime(2026, 12, 31, tzinfo=UTC):
            for start in await list_day_starts(session, now=clock.now, after=None, limit=10):
                begun[start.timezone].append(start.today(clock.now))
                assert await begin_day(session, start, now=clock.now)
            next_day_at = await session.scalar(select(func.min(User.next_day_at)))
            assert next_day_at is not None
            clock.now = next_day_at
    whole = [date(2026, 1, 1) + n * DAY for n in range(365)]
    assert begun == {"Australia/Sydney": whole, "Europe/Berlin": whole[:-1]}
    await begin_days(database, clock)
    assert (await dates(database))["Europe/Berlin"] == whole[-1]


async def read_profile(database: Database) -> User:
    async with database.readers.begin() as session:
        return (await session.scalars(select(User).where(User.email == "alice@example.org"))).one()


async def test_who_flies_into_tomorrow_has_it_begun_and_nothing_that_happened_moves(
    alice: AsyncClient, clock: MovableClock, database: Database
) -> None:
    habit = await create_habit(alice)
    await tick(alice, habit, "2026-03-18")
    await begin_days(database, clock)
    await alice.patch("/users/me", json={"timezone": "Pacific/Auckland"})
    assert (await alice.get("/today")).json()["date"] == "2026-03-19"
    await begin_days(database, clock)
    assert await dates(database) == {"Stretch": date(2026, 3, 19)}
    assert (await read_profile(database)).next_day_at == datetime(2026, 3, 19, 11, tzinfo=UTC)
    async with database.readers.begin() as session:
        assert list(await session.scalars(select(CheckIn.local_date))) == [date(2026, 3, 18)]


async def test_who_flies_back_into_yesterday_finds_it_as_it_was(
    alice: AsyncClient, clock: MovableClock, database: Database
) -> None:
    ends = await create_habit(alice, "ends", ends_on="2026-03-18")
    by_hand = await create_habit(alice, "put away")
    await alice.patch("/users/me", json={"timezone": "Pacific/Auckland"})
    await begin_days(database, clock)
    await alice.post(f"/habits/{by_hand['id']}/archive")
    assert (await alice.get(f"/habits/{ends['id']}")).json()["archived_on"] == "2026-03-19"
    clock.advance(HOUR)
    await alice.patch("/users/me", json={"timezone": "Europe/Berlin"})
    await begin_days(database, clock)
    day = (await alice.get("/today")).json()
    assert (day["date"], [entry["title"] for entry in day["entries"]]) == ("2026-03-18", ["ends"])
    await tick(alice, ends, "2026-03-18")
    clock.now = datetime(2026, 3, 18, 23, tzinfo=UTC)
    await begin_days(database, clock)
    archived = (await alice.get("/habits?status=archived&sort=name")).json()["data"]
    assert [(habit["name"], habit["archived_on"]) for habit in archived] == [
        ("ends", "2026-03-19"),
        ("put away", "2026-03-19"),
    ]
    assert archived[0]["current_streak"] == archived[0]["done_count"] == 1


async def test_a_new_day_start_moves_the_next_day(
    alice: AsyncClient, clock: MovableClock, database: Database
) -> None:
    await begin_days(database, clock)
    await alice.patch("/users/me", json={"full_name": "Alice A."})
    assert (await read_profile(database)).next_day_at == datetime(2026, 3, 18, 23, tzinfo=UTC)
    await alice.patch("/users/me", json={"day_start": 300})
    await begin_days(database, clock)
    assert (await read_profile(database)).next_day_at == datetime(2026, 3, 19, 4, tzinfo=UTC)


async def test_a_day_is_not_begun_by_a_zone_that_was_left_meanwhile(
    alice: AsyncClient, clock: MovableClock, database: Database
) -> None:
    async with database.readers.begin() as session:
        found = await list_day_starts(session, now=clock.now, after=None, limit=10)
    left = [start for start in found if start.timezone == "Europe/Berlin"]
    await alice.patch("/users/me", json={"timezone": "Pacific/Auckland"})
    async with database.writers.begin() as session:
        taken = [await begin_day(session, start, now=clock.now) for start in left]
    assert taken.count(False) == 1
    assert (await read_profile(database)).next_day_at is None
