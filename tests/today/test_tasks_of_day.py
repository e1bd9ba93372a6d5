"""Tasks on the day: overdue first, done ones in their place, past days as they were."""

from datetime import timedelta
from typing import Any

from httpx2 import AsyncClient

from almanac.core.db import Database
from tests.conftest import MovableClock
from tests.factories import complete, create_habit, create_task, create_theme, tick
from tests.statements import counted_statements

TODAY = "2026-03-18"
YESTERDAY = "2026-03-17"
DAILY = {"kind": "daily"}


async def entries(client: AsyncClient, query: str = "") -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = (await client.get(f"/today?{query}")).json()["entries"]
    return listed


async def progress(client: AsyncClient, day: str = TODAY) -> tuple[int, int]:
    """What a day says of itself, which must be what the range says of it."""
    shown = (await client.get(f"/today?date={day}")).json()["progress"]
    [of_range] = (await client.get(f"/days?from={day}&to={day}")).json()["data"]
    assert of_range == {"date": day, **shown}
    return shown["done"], shown["total"]


async def test_a_task_brings_what_is_needed_to_act_on_it(alice: AsyncClient) -> None:
    theme = await create_theme(alice, "Home")
    steps = [{"text": "a", "is_done": True}, {"text": "b"}]
    task = await create_task(
        alice,
        "Plants",
        notes="fern",
        due="2026-03-18T09:00",
        priority="high",
        theme_id=theme["id"],
        schedule=DAILY,
        checklist=steps,
    )
    assert await entries(alice) == [
        {
            "kind": "task",
            "id": task["id"],
            "title": "Plants",
            "at": "09:00",
            "until": None,
            "state": "open",
            "urgency": "due",
            "color": None,
            "theme": {"id": theme["id"], "name": "Home", "color": theme["color"]},
            "actions": ["done", "tomorrow", "someday"],
            "priority": "high",
            "due": "2026-03-18T09:00",
            "list": "today",
            "is_late": True,
            "notes_present": True,
            "checklist_done": 1,
            "checklist_total": 2,
            "schedule": DAILY,
            "completions_count": 0,
        }
    ]


async def test_overdue_comes_first_the_oldest_first_then_by_time_and_priority(
    alice: AsyncClient,
) -> None:
    await create_habit(alice, "habit at eight", reminders=["08:00"])
    await create_habit(alice, "habit")
    for title, fields in (
        ("today", {"due": TODAY}),
        ("urgent", {"due": TODAY, "priority": "high"}),
        ("at nine", {"due": "2026-03-18T09:00"}),
        ("yesterday early", {"due": "2026-03-17T06:00"}),
        ("long ago late", {"due": "2026-03-01T23:00"}),
        ("tomorrow", {"due": "2026-03-19"}),
        ("someday", {}),
    ):
        await create_task(alice, title, **fields)
    listed = await entries(alice)
    assert [(entry["title"], entry["state"]) for entry in listed] == [
        ("long ago late", "overdue"),
        ("yesterday early", "overdue"),
        ("habit at eight", "open"),
        ("at nine", "open"),
        ("urgent", "open"),
        ("today", "open"),
        ("habit", "open"),
    ]
    assert listed[0]["actions"] == ["done", "today", "tomorrow", "someday"]
    assert await progress(alice) == (0, 7)


async def test_what_was_done_today_keeps_its_place_and_can_be_undone(alice: AsyncClient) -> None:
    overdue = await create_task(alice, "overdue", due=YESTERDAY)
    await create_task(alice, "also overdue", due=YESTERDAY)
    daily = await create_task(alice, "daily", due=TODAY, schedule=DAILY)
    early = await create_task(alice, "early", due="2026-03-25")
    before = await entries(alice)
    for task in (overdue, daily, early):
        await complete(alice, task)
    listed = await entries(alice)
    assert [(entry["title"], entry["state"]) for entry in listed] == [
        ("overdue", "done"),
        ("also overdue", "overdue"),
        ("daily", "done"),
        ("early", "done"),
    ]
    assert [entry["actions"] for entry in listed if entry["state"] == "done"] == [["undo"]] * 3
    assert [entry["due"] for entry in listed] == [YESTERDAY, YESTERDAY, TODAY, "2026-03-25"]
    assert await progress(alice) == (3, 4)
    for task in (overdue, daily, early):
        await alice.post(f"/tasks/{task['id']}/reopen", json={})
    assert await entries(alice) == before


async def test_a_past_day_shows_what_was_done_on_it_and_what_was_missed(
    alice: AsyncClient, clock: MovableClock
) -> None:
    missed = await create_task(alice, "missed", due=TODAY)
    late = await create_task(alice, "late", due=TODAY)
    daily = await create_task(alice, "daily", due=TODAY, schedule=DAILY)
    old = await create_task(alice, "old", due=YESTERDAY)
    gone = await create_task(alice, "gone", due=TODAY)
    for task in (daily, old):
        await complete(alice, task)
    clock.advance(timedelta(days=1))
    await complete(alice, late)
    await complete(alice, daily)
    await alice.delete(f"/tasks/{gone['id']}")
    listed = await entries(alice, f"date={TODAY}")
    assert [(e["title"], e["state"], e["actions"]) for e in listed] == [
        ("old", "done", ["undo"]),
        ("missed", "missed", ["done"]),
        ("late", "missed", []),
        ("daily", "done", []),
    ]
    assert await progress(alice, TODAY) == (2, 4)
    assert await progress(alice, YESTERDAY) == (0, 1)
    assert await progress(alice, "2026-03-19") == (2, 3)
    await complete(alice, missed, done_on=TODAY)
    assert await progress(alice, TODAY) == (3, 4)


async def test_a_task_done_and_due_again_on_one_day_is_on_it_once(
    alice: AsyncClient, clock: MovableClock
) -> None:
    task = await create_task(alice, due=TODAY, schedule=DAILY)
    await complete(alice, task)
    await complete(alice, task)
    assert [entry["state"] for entry in await entries(alice)] == ["done"]
    await alice.patch(f"/tasks/{task['id']}", json={"due": TODAY})
    assert [entry["state"] for entry in await entries(alice)] == ["open"]
    assert await progress(alice) == (0, 1)
    clock.advance(timedelta(days=1))
    assert [entry["state"] for entry in await entries(alice, f"date={TODAY}")] == ["done"]
    assert await progress(alice, TODAY) == (1, 1)


async def test_days_count_tasks_and_habits_and_nothing_that_is_to_come(
    alice: AsyncClient,
) -> None:
    habit = await create_habit(alice, starts_on=YESTERDAY)
    await tick(alice, habit, YESTERDAY)
    await create_task(alice, due=YESTERDAY)
    await create_task(alice, due="2026-03-19")
    days = (await alice.get(f"/days?from={YESTERDAY}&to=2026-03-19")).json()["data"]
    assert [(day["done"], day["total"]) for day in days] == [(1, 2), (0, 2), (0, 0)]


async def test_a_theme_shows_its_tasks_alone(alice: AsyncClient) -> None:
    theme = await create_theme(alice, "Home")
    await create_task(alice, "at home", due=TODAY, theme_id=theme["id"])
    await create_task(alice, "anywhere", due=TODAY)
    day = (await alice.get(f"/today?theme_id={theme['id']}")).json()
    assert [entry["title"] for entry in day["entries"]] == ["at home"]
    assert day["progress"] == {"done": 0, "total": 1}


async def test_a_stranger_finds_none_of_it_on_their_day(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    await complete(alice, await create_task(alice, "hers", due=TODAY))
    await create_task(alice, "hers too", due=YESTERDAY)
    assert await entries(bob) == []
    assert await progress(bob) == (0, 0)
    assert await progress(bob, YESTERDAY) == (0, 0)


async def test_a_day_with_two_hundred_tasks_costs_at_most_ten_statements(
    alice: AsyncClient, database: Database, clock: MovableClock
) -> None:
    await create_theme(alice)
    await tick(alice, await create_habit(alice), TODAY)
    yearly = {"kind": "times_per_period", "times": 1, "period": "year"}
    await create_habit(alice, schedule=yearly)
    for number in range(200):
        task = await create_task(alice, f"task {number}", due=YESTERDAY, schedule=DAILY)
        if number % 2:
            await complete(alice, task, done_on=TODAY)
    with counted_statements(database) as warm:
        assert len(await entries(alice)) == 202
    assert len(warm) <= 10, warm
    clock.advance(timedelta(days=1))
    with counted_statements(database) as cold:
        assert len(await entries(alice)) == 202
    reads = [statement for statement in cold if statement.lstrip().startswith("SELECT")]
    assert len(reads) <= 10, reads
