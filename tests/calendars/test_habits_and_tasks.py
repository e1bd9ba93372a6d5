"""What habits and tasks are in a calendar, read by two programs that expand it."""

from datetime import date, timedelta
from typing import Any

import pytest
from httpx2 import AsyncClient

from tests.calendars.readers import JavaScriptReader, read_in_python
from tests.factories import complete, create_habit, create_task
from tests.feeds.following import events, follow, open_feed

FIRST, LAST = date(2026, 3, 16), date(2026, 6, 30)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]


@pytest.fixture
async def read_days(
    alice: AsyncClient,
    client: AsyncClient,
    javascript: JavaScriptReader,
) -> Any:
    """A function that answers the days on which something of alice's is, as both programs say."""

    async def read() -> list[str]:
        data = (await follow(client, await open_feed(alice))).content
        found = read_in_python(data, FIRST, LAST)
        assert javascript.read(data, FIRST, LAST) == found
        return sorted(str(each.begins) for each in found)

    return read


async def due_days(alice: AsyncClient, habit: dict[str, Any]) -> list[str]:
    """The days on which the habit is asked for, by its own calendar."""
    response = await alice.get(f"/habits/{habit['id']}/calendar", params={"year": 2026})
    states = {day["date"]: day["state"] for day in response.json()["days"]}
    asked = {"open", "upcoming", "missed"}
    return [str(day) for day in DAYS if states[str(day)] in asked]


SCHEDULES = [
    {"kind": "daily"},
    {"kind": "weekly_days", "days": ["mon", "sat", "sun"], "every": 3},
    {"kind": "monthly_day", "day": 29},
    {"kind": "monthly_day", "day": 30, "every": 2},
    {"kind": "yearly_date", "month": 5, "day": 31},
    {"kind": "interval_cycle", "active_days": 3, "break_days": 4},
    {"kind": "interval_cycle", "active_days": 40, "break_days": 2},
]


@pytest.mark.parametrize("schedule", SCHEDULES, ids=str)
async def test_a_habit_is_on_the_days_on_which_it_is_due(
    alice: AsyncClient, read_days: Any, schedule: dict[str, Any]
) -> None:
    habit = await create_habit(alice, schedule=schedule)
    due = await due_days(alice, habit)
    assert due
    assert await read_days() == due
    await alice.post(
        "/pauses",
        json={"habit_id": habit["id"], "starts_on": "2026-04-20", "ends_on": "2026-06-05"},
    )
    await alice.post("/pauses", json={"starts_on": "2026-06-25"})
    await alice.patch(f"/habits/{habit['id']}", json={"ends_on": "2026-12-31"})
    paused = await due_days(alice, habit)
    assert paused != due
    assert await read_days() == paused


async def test_a_schedule_that_changes_is_told_version_by_version(
    alice: AsyncClient, client: AsyncClient, read_days: Any
) -> None:
    habit = await create_habit(alice, schedule={"kind": "weekly_days", "days": ["mon"]})
    feed = await open_feed(alice)
    before = (await events(client, feed))["Stretch"]["uid"]
    later = {
        "schedule": {"kind": "weekly_days", "days": ["tue", "fri"], "every": 2},
        "effective_from": "2026-05-01",
    }
    changed = await alice.patch(f"/habits/{habit['id']}", json=later)
    assert changed.status_code == 200, changed.text
    assert await read_days() == await due_days(alice, habit)
    calendar = (await follow(client, feed)).text
    assert f"UID:{before}" in calendar
    assert f"UID:habit-{habit['id']}-20260501@almanac" in calendar


async def test_a_habit_is_at_its_first_reminder_or_for_the_whole_day(
    alice: AsyncClient, client: AsyncClient
) -> None:
    await create_habit(alice, "any time")
    await create_habit(alice, "at seven", reminders=["07:00", "21:00"])
    await create_habit(alice, "at night", reminders=["01:30"])
    await alice.patch("/users/me", json={"day_start": 240})
    found = await events(client, await open_feed(alice))
    at = {name: event["dtstart"].to_ical().decode() for name, event in found.items()}
    # At 01:30 it is still the day before, whose whole it is told for.
    assert at == {"any time": "20260101", "at seven": "20260101T070000", "at night": "20260101"}
    assert all(event["transp"] == "TRANSPARENT" for event in found.values())


@pytest.mark.parametrize(
    "schedule",
    [
        {"kind": "times_per_period", "times": 3, "period": "week"},
        {"kind": "after_completion", "days": 5},
    ],
    ids=str,
)
async def test_a_habit_without_days_of_its_own_is_left_out(
    alice: AsyncClient, client: AsyncClient, schedule: dict[str, Any]
) -> None:
    await create_habit(alice, schedule=schedule)
    assert await events(client, await open_feed(alice)) == {}


async def test_a_task_is_when_it_is_due(alice: AsyncClient, client: AsyncClient) -> None:
    await create_task(alice, "on a day", due="2026-03-20", notes="Ask for the key")
    await create_task(alice, "at a time", due="2026-03-20T18:30")
    await create_task(alice, "overdue", due="2024-02-29")
    await create_task(alice, "some day")
    found = await events(client, await open_feed(alice))
    at = {name: event["dtstart"].to_ical().decode() for name, event in found.items()}
    assert at == {"on a day": "20260320", "at a time": "20260320T183000", "overdue": "20240229"}
    assert found["on a day"]["description"] == "Ask for the key"
    assert all("rrule" not in event for event in found.values())


async def test_a_repeating_task_goes_on_from_what_is_due(
    alice: AsyncClient, read_days: Any
) -> None:
    weekly = {"kind": "weekly_days", "days": ["mon"], "every": 2}
    task = await create_task(alice, due="2026-03-23", schedule=weekly)
    mondays = [str(day) for day in DAYS[7::14]]
    assert await read_days() == mondays
    await complete(alice, task)
    assert await read_days() == mondays[1:]
    moved = await alice.patch(f"/tasks/{task['id']}", json={"due": "2026-04-09"})
    assert moved.status_code == 200
    assert await read_days() == ["2026-04-09", *mondays[2:]]


async def test_a_task_whose_next_date_depends_on_it_shows_the_one_that_is_due(
    alice: AsyncClient, read_days: Any
) -> None:
    await create_task(alice, due="2026-03-23", schedule={"kind": "after_completion", "days": 3})
    assert await read_days() == ["2026-03-23"]
