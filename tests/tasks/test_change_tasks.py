"""One change to several tasks: all or none, and undone exactly by what the answer says."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from httpx2 import AsyncClient

from almanac.core.db import Database
from tests.conftest import MovableClock
from tests.factories import complete, create_task, create_theme
from tests.statements import counted_statements

TODAY = "2026-03-18"
DAILY = {"kind": "daily"}


async def bulk(client: AsyncClient, body: dict[str, Any]) -> dict[str, Any]:
    response = await client.post("/tasks/bulk", json=body)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


async def all_tasks(client: AsyncClient) -> list[dict[str, Any]]:
    listed = (await client.get("/tasks?limit=200")).json()["data"]
    return [{name: task[name] for name in task if name != "updated_at"} for task in listed]


@pytest.fixture
async def ids(alice: AsyncClient) -> list[str]:
    """A task of each kind that alice has: open, repeating, done, done before."""
    theme = await create_theme(alice, "Home")
    steps = [{"text": "a", "is_done": True}]
    tasks = [
        await create_task(alice, "single", due="2026-03-17T09:00", priority="high"),
        await create_task(alice, "daily", due=TODAY, schedule=DAILY, checklist=steps),
        await create_task(alice, "done", theme_id=theme["id"]),
        await create_task(alice, "again", due="2026-03-16", schedule=DAILY),
        await create_task(alice, "ended", due=TODAY, schedule=DAILY, ends_on=TODAY),
    ]
    await complete(alice, tasks[2])
    await complete(alice, tasks[3], done_on="2026-03-16")
    await complete(alice, tasks[4])
    return [task["id"] for task in tasks]


ACTIONS: list[dict[str, Any]] = [
    {"kind": "complete"},
    {"kind": "complete", "done_on": "2026-03-17"},
    {"kind": "reopen"},
    {"kind": "delete"},
    {"kind": "move", "theme_id": None},
    {"kind": "due", "due": "2026-04-01T10:00"},
    {"kind": "due", "due": None},
    {"kind": "priority", "priority": "low"},
]


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: "-".join(map(str, action.values())))
async def test_every_change_is_undone_exactly_and_done_again(
    alice: AsyncClient, clock: MovableClock, ids: list[str], action: dict[str, Any]
) -> None:
    before = await all_tasks(alice)
    clock.advance(timedelta(hours=2))
    answer = await bulk(alice, {"ids": ids, "action": action})
    after = await all_tasks(alice)
    assert after != before
    shown = [{name: task[name] for name in task if name != "updated_at"} for task in answer["data"]]
    assert shown == after
    clock.advance(timedelta(hours=2))
    undone = await bulk(alice, answer["undo"])
    assert await all_tasks(alice) == before
    again = await bulk(alice, undone["undo"])
    if action["kind"] != "complete":
        assert await all_tasks(alice) == after
    await bulk(alice, again["undo"])
    assert await all_tasks(alice) == before


async def test_completing_again_is_exact_to_the_second(
    alice: AsyncClient, clock: MovableClock, ids: list[str]
) -> None:
    await bulk(alice, {"ids": ids, "action": {"kind": "complete"}})
    before = await all_tasks(alice)
    clock.advance(timedelta(days=3))
    answer = await bulk(alice, {"ids": ids, "action": {"kind": "reopen"}})
    await bulk(alice, answer["undo"])
    listed = await all_tasks(alice)
    for now, then in zip(listed, before, strict=True):
        assert {**now, "list": None} == {**then, "list": None}


async def test_tasks_move_to_a_theme_and_back_each_to_its_own(
    alice: AsyncClient, ids: list[str]
) -> None:
    before = await all_tasks(alice)
    work = await create_theme(alice, "Work")
    answer = await bulk(alice, {"ids": ids, "action": {"kind": "move", "theme_id": work["id"]}})
    assert {task["theme_id"] for task in answer["data"]} == {work["id"]}
    await bulk(alice, answer["undo"])
    assert await all_tasks(alice) == before


async def test_what_changes_nothing_has_nothing_to_undo(alice: AsyncClient) -> None:
    task = await create_task(alice)
    for action in ({"kind": "reopen"}, {"kind": "restore"}, {"kind": "due", "due": None}):
        assert (await bulk(alice, {"ids": [task["id"]], "action": action}))["undo"] is None
    assert (await alice.get(f"/tasks/{task['id']}")).json() == task


async def test_a_task_named_twice_changes_once(alice: AsyncClient) -> None:
    task = await create_task(alice, due=TODAY, schedule=DAILY)
    answer = await bulk(alice, {"ids": [task["id"]] * 2, "action": {"kind": "complete"}})
    assert [each["due"] for each in answer["data"]] == ["2026-03-19"]
    assert answer["undo"]["ids"] == [task["id"]]


async def test_what_was_deleted_can_be_deleted_and_restored_but_not_changed(
    alice: AsyncClient, ids: list[str]
) -> None:
    await bulk(alice, {"ids": ids[:1], "action": {"kind": "delete"}})
    answer = await bulk(alice, {"ids": ids[:2], "action": {"kind": "delete"}})
    assert (answer["data"], answer["undo"]["ids"]) == ([], ids[1:2])
    body = {"ids": ids, "action": {"kind": "complete"}}
    assert (await alice.post("/tasks/bulk", json=body)).status_code == 404


async def test_one_unknown_task_and_nothing_changes(
    alice: AsyncClient, bob: AsyncClient, ids: list[str]
) -> None:
    before = await all_tasks(alice)
    stranger = await create_task(bob)
    for other in (str(uuid4()), stranger["id"]):
        for action in ACTIONS:
            body = {"ids": [*ids, other], "action": action}
            response = await alice.post("/tasks/bulk", json=body)
            assert (response.status_code, response.json()["code"]) == (404, "task_not_found")
    assert await all_tasks(alice) == before
    assert (await bob.get(f"/tasks/{stranger['id']}")).json() == stranger


ME = "00000000-0000-4000-8000-000000000001"
REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"kind": "complete", "done_on": "2026-03-19"}, "/body/action/done_on"),
    ({"kind": "move"}, "/body/action/move/theme_id"),
    ({"kind": "move", "theme_id": ME}, "/body/action/theme_id"),
    ({"kind": "assign", "themes": {}}, "/body/action/themes"),
    ({"kind": "assign_due", "dues": {ME: None}}, "/body/action/dues"),
    ({"kind": "assign_priority", "priorities": {ME: "low"}}, "/body/action/priorities"),
    ({"kind": "complete_again", "completions": {}}, "/body/action/completions"),
    ({"kind": "due", "due": "2026-02-30"}, "/body/action/due/due"),
    ({"kind": "explode"}, "/body/action"),
]


@pytest.mark.parametrize(("action", "pointer"), REFUSED)
async def test_a_change_that_cannot_be_is_refused(
    alice: AsyncClient, ids: list[str], action: dict[str, Any], pointer: str
) -> None:
    before = await all_tasks(alice)
    response = await alice.post("/tasks/bulk", json={"ids": ids, "action": action})
    assert response.status_code == 422, response.text
    assert response.json()["errors"][0]["pointer"] == pointer
    assert await all_tasks(alice) == before


@pytest.mark.parametrize(
    ("done_on", "done_at"),
    [
        ("2026-03-19", "2026-03-18T11:00:00Z"),
        (TODAY, "2026-03-18T13:00:00Z"),
        (TODAY, "2026-03-18T11:00:00"),
        (TODAY, "0001-01-01T00:00:00+14:00"),
        (TODAY, "9999-12-31T23:59:59-14:00"),
    ],
)
async def test_nothing_was_done_in_the_future_or_outside_the_calendar(
    alice: AsyncClient, done_on: str, done_at: str
) -> None:
    task = await create_task(alice)
    completions = {task["id"]: {"done_on": done_on, "done_at": done_at}}
    action = {"kind": "complete_again", "completions": completions}
    response = await alice.post("/tasks/bulk", json={"ids": [task["id"]], "action": action})
    assert response.status_code == 422, response.text
    assert (await alice.get(f"/tasks/{task['id']}")).json() == task


async def test_at_most_two_hundred_tasks_change_in_a_few_statements(
    alice: AsyncClient, database: Database
) -> None:
    ids = []
    for number in range(200):
        task = await create_task(alice, f"task {number}", due=TODAY, schedule=DAILY)
        ids.append(task["id"])
    with counted_statements(database) as seen:
        answer = await bulk(alice, {"ids": ids, "action": {"kind": "complete"}})
    assert len(seen) <= 7, seen
    assert [task["id"] for task in answer["data"]] == ids
    with counted_statements(database) as seen:
        await bulk(alice, answer["undo"])
    assert len(seen) <= 7, seen
    body = {"ids": [*ids, str(uuid4())], "action": {"kind": "delete"}}
    response = await alice.post("/tasks/bulk", json=body)
    assert (response.status_code, response.json()["errors"][0]["pointer"]) == (422, "/body/ids")
