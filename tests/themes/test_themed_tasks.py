"""Tasks and habits under one theme: counted apart, and leaving and coming back together."""

import asyncio
from typing import Any

from httpx2 import AsyncClient

from almanac.core.db import Database
from tests.factories import create_habit, create_task, create_theme
from tests.statements import counted_statements

TODAY = "2026-03-18"


async def theme_of(client: AsyncClient, task: dict[str, Any]) -> str | None:
    found: str | None = (await client.get(f"/tasks/{task['id']}")).json()["theme_id"]
    return found


async def test_tasks_and_habits_are_counted_apart(alice: AsyncClient) -> None:
    home = await create_theme(alice)
    tasks = [await create_task(alice, title, theme_id=home["id"]) for title in "abcd"]
    await create_habit(alice, theme_id=home["id"])
    await create_task(alice, "free")
    await alice.post(f"/tasks/{tasks[0]['id']}/complete", json={})
    await alice.delete(f"/tasks/{tasks[1]['id']}")
    theme = (await alice.get(f"/themes/{home['id']}")).json()
    assert (theme["tasks_count"], theme["open_tasks_count"]) == (3, 2)
    assert (theme["habits_count"], theme["active_habits_count"]) == (1, 1)
    assert (await alice.get("/themes")).json()["data"] == [theme]


async def test_tasks_leave_with_their_theme_and_come_back(alice: AsyncClient) -> None:
    home, work = await create_theme(alice), await create_theme(alice, "Work")
    stayed, done, moved, deleted = [
        await create_task(alice, title, theme_id=home["id"])
        for title in ("stayed", "done", "moved", "deleted")
    ]
    habit = await create_habit(alice, theme_id=home["id"])
    await alice.post(f"/tasks/{done['id']}/complete", json={})
    await alice.delete(f"/tasks/{deleted['id']}")
    assert (await alice.delete(f"/themes/{home['id']}")).status_code == 204
    assert [await theme_of(alice, task) for task in (stayed, done, moved)] == [None] * 3
    await alice.patch(f"/tasks/{moved['id']}", json={"theme_id": work["id"]})
    restored = (await alice.post(f"/themes/{home['id']}/restore")).json()
    assert (restored["tasks_count"], restored["open_tasks_count"]) == (2, 1)
    assert restored["habits_count"] == 1
    assert await theme_of(alice, moved) == work["id"]
    back = (await alice.post(f"/tasks/{deleted['id']}/restore")).json()
    assert back["theme_id"] == home["id"]
    assert (await alice.get(f"/habits/{habit['id']}")).json()["theme_id"] == home["id"]


async def test_a_day_is_filtered_and_marked_for_both(alice: AsyncClient) -> None:
    home = await create_theme(alice)
    await create_task(alice, "sweep", due=TODAY, theme_id=home["id"])
    await create_task(alice, "call", due=TODAY)
    await create_habit(alice, "water", theme_id=home["id"])
    mark = {"id": home["id"], "name": "Home", "color": home["color"]}
    day = (await alice.get(f"/today?theme_id={home['id']}")).json()
    assert {(entry["kind"], entry["title"]) for entry in day["entries"]} == {
        ("task", "sweep"),
        ("habit", "water"),
    }
    assert [entry["theme"] for entry in day["entries"]] == [mark, mark]
    assert day["progress"] == {"done": 0, "total": 2}
    free = (await alice.get("/today?theme_id=none")).json()["entries"]
    assert [(entry["title"], entry["theme"]) for entry in free] == [("call", None)]


async def test_no_task_is_left_under_a_theme_that_is_deleted_at_the_same_time(
    alice: AsyncClient,
) -> None:
    for _ in range(5):
        home = await create_theme(alice)
        tasks = [await create_task(alice, title) for title in "abc"]
        ids = [task["id"] for task in tasks]
        move = {"ids": ids, "action": {"kind": "move", "theme_id": home["id"]}}
        answers = await asyncio.gather(
            alice.post("/tasks", json={"title": "late", "theme_id": home["id"]}),
            alice.patch(f"/tasks/{ids[0]}", json={"theme_id": home["id"]}),
            alice.post("/tasks/bulk", json=move),
            alice.delete(f"/themes/{home['id']}"),
        )
        assert {response.status_code for response in answers} <= {200, 201, 204, 422}
        left = (await alice.get("/tasks?limit=200")).json()["data"]
        assert {task["theme_id"] for task in left} == {None}


async def test_whoever_changes_many_tasks_takes_them_in_the_order_of_their_ids(
    alice: AsyncClient, database: Database
) -> None:
    # Of two that take the same rows in different orders, one waits for the other in a circle.
    home = await create_theme(alice)
    await create_task(alice, theme_id=home["id"])
    for method, path, body in (
        ("DELETE", f"/themes/{home['id']}", None),
        ("POST", f"/themes/{home['id']}/restore", None),
        ("PATCH", "/users/me", {"week_start": "sat"}),
    ):
        with counted_statements(database) as seen:
            assert (await alice.request(method, path, json=body)).is_success
        first = next(sql for sql in seen if "tasks" in sql)
        assert "ORDER BY tasks.id" in first, first
        # Nor may it wait for a theme which others, who hold tasks, name in them.
        assert not [sql for sql in seen if "FROM themes" in sql and sql.endswith("FOR UPDATE")]
