"""Changing, deleting and restoring tasks, and their manual order."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from httpx2 import AsyncClient

from tests.conftest import MovableClock
from tests.factories import complete, create_task, create_theme

TODAY = "2026-03-18"
MONDAYS = {"kind": "weekly_days", "days": ["mon"], "every": 1}
FRIDAYS = {"kind": "weekly_days", "days": ["fri"], "every": 1}
FORTNIGHTLY = {"kind": "weekly_days", "days": ["mon"], "every": 2}


async def change(client: AsyncClient, task: dict[str, Any], **fields: Any) -> dict[str, Any]:
    response = await client.patch(f"/tasks/{task['id']}", json=fields)
    assert response.status_code == 200, response.text
    changed: dict[str, Any] = response.json()
    return changed


async def test_what_is_left_out_stays(alice: AsyncClient, clock: MovableClock) -> None:
    theme = await create_theme(alice, "Home")
    task = await create_task(alice, "Bins", notes="blue", due=TODAY, theme_id=theme["id"])
    clock.advance(timedelta(minutes=1))
    changed = await change(alice, task, title="Bins out")
    assert changed == {**task, "title": "Bins out", "updated_at": "2026-03-18T12:01:00Z"}
    cleared = await change(alice, task, theme_id=None, due=None)
    assert (cleared["theme_id"], cleared["due"], cleared["list"]) == (None, None, "someday")


async def test_a_new_date_moves_what_is_due_now_and_leaves_the_schedule(alice: AsyncClient) -> None:
    task = await create_task(alice, schedule=FORTNIGHTLY)
    assert task["due"] == "2026-03-23"
    moved = await change(alice, task, due="2026-03-25")
    assert moved["due"] == "2026-03-25"
    assert (await complete(alice, task))["due"] == "2026-04-06"


async def test_a_repeating_task_may_rest_without_a_date(alice: AsyncClient) -> None:
    task = await create_task(alice, schedule=MONDAYS)
    rested = await change(alice, task, due=None)
    assert (rested["list"], rested["schedule"]) == ("someday", MONDAYS)
    assert (await complete(alice, task))["due"] == "2026-03-23"


async def test_a_new_schedule_counts_from_what_is_due(alice: AsyncClient) -> None:
    task = await create_task(alice, due="2026-03-24T08:00")
    repeating = await change(alice, task, schedule=FRIDAYS)
    assert repeating["due"] == "2026-03-27T08:00"
    assert (await change(alice, task, schedule=MONDAYS, due="2026-04-01"))["due"] == "2026-04-06"


async def test_the_same_schedule_again_changes_nothing_unless_a_date_comes_with_it(
    alice: AsyncClient,
) -> None:
    task = await create_task(alice, schedule=FORTNIGHTLY)
    assert (await change(alice, task, schedule=FORTNIGHTLY))["due"] == "2026-03-23"
    await change(alice, task, schedule=FORTNIGHTLY, due="2026-03-30")
    assert (await complete(alice, task))["due"] == "2026-04-13"


async def test_without_its_schedule_a_task_keeps_its_date_and_has_no_end(
    alice: AsyncClient,
) -> None:
    task = await create_task(alice, schedule=MONDAYS, ends_on="2026-12-31")
    single = await change(alice, task, schedule=None)
    assert (single["due"], single["schedule"], single["ends_on"]) == ("2026-03-23", None, None)
    assert (await complete(alice, task))["status"] == "done"
    other = await create_task(alice, schedule=MONDAYS)
    assert (await change(alice, other, schedule=None, due=TODAY))["due"] == TODAY


async def test_only_what_repeats_has_an_end(alice: AsyncClient) -> None:
    task = await create_task(alice, due=TODAY)
    response = await alice.patch(f"/tasks/{task['id']}", json={"ends_on": "2026-12-31"})
    assert response.json()["errors"][0]["code"] == "ends_without_schedule"
    repeating = await create_task(alice, schedule=MONDAYS)
    assert (await change(alice, repeating, ends_on="2026-12-31"))["ends_on"] == "2026-12-31"
    assert (await change(alice, repeating, ends_on=None))["ends_on"] is None


async def test_a_step_keeps_its_id(alice: AsyncClient) -> None:
    task = await create_task(alice, checklist=[{"text": "a"}, {"text": "b"}])
    first, second = task["checklist"]
    changed = await change(alice, task, checklist=[{"text": "a", "is_done": True}, second])
    assert changed["checklist"] == [{**first, "is_done": True}, second]


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"title": None}, "/body/title"),
    ({"priority": None}, "/body/priority"),
    ({"ends_on": "2026-03-22"}, "/body/ends_on"),
    ({"schedule": FRIDAYS, "ends_on": "2026-03-26"}, "/body/ends_on"),
    ({"schedule": None, "ends_on": "2026-12-31"}, "/body/ends_on"),
    ({"theme_id": str(uuid4())}, "/body/theme_id"),
    ({"due": "2026-02-30"}, "/body/due"),
]


@pytest.mark.parametrize(("fields", "pointer"), REFUSED)
async def test_what_does_not_fit_is_refused_and_nothing_changes(
    alice: AsyncClient, fields: dict[str, Any], pointer: str
) -> None:
    task = await create_task(alice, schedule=MONDAYS)
    response = await alice.patch(f"/tasks/{task['id']}", json={"notes": "new", **fields})
    assert response.status_code == 422, response.text
    assert response.json()["errors"][0]["pointer"] == pointer
    assert (await alice.get(f"/tasks/{task['id']}")).json() == task


async def test_deleting_is_possible_twice_and_restoring_brings_all_back(
    alice: AsyncClient,
) -> None:
    task = await create_task(alice, due=TODAY, checklist=[{"text": "a"}])
    url = f"/tasks/{task['id']}"
    assert (await alice.delete(url)).status_code == 204
    assert (await alice.delete(url)).status_code == 204
    assert (await alice.get(url)).status_code == 404
    assert (await alice.patch(url, json={"title": "x"})).status_code == 404
    assert (await alice.post(f"{url}/complete", json={})).status_code == 404
    assert (await alice.get("/tasks")).json()["count"] == 0
    for _ in range(2):
        response = await alice.post(f"{url}/restore")
        assert response.status_code == 200
        assert response.json() == task


async def test_a_task_that_never_was_cannot_be_deleted_or_restored(alice: AsyncClient) -> None:
    url = f"/tasks/{uuid4()}"
    assert (await alice.delete(url)).status_code == 404
    assert (await alice.post(f"{url}/restore")).status_code == 404


async def test_some_tasks_share_out_the_places_they_hold(alice: AsyncClient) -> None:
    tasks = [await create_task(alice, name) for name in "abcd"]
    a, b, c, d = (task["id"] for task in tasks)
    response = await alice.put("/tasks/order", json={"ids": [d, b, a]})
    assert response.status_code == 204
    listed = (await alice.get("/tasks")).json()["data"]
    assert [task["title"] for task in listed] == ["d", "b", "c", "a"]
    assert c == listed[2]["id"]


async def test_an_order_that_names_a_stranger_changes_nothing(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    first, second = await create_task(alice, "first"), await create_task(alice, "second")
    other = await create_task(bob, "his")
    ids = [second["id"], first["id"], other["id"]]
    assert (await alice.put("/tasks/order", json={"ids": ids})).status_code == 404
    listed = (await alice.get("/tasks")).json()["data"]
    assert [task["title"] for task in listed] == ["first", "second"]


async def test_deleting_a_theme_leaves_its_tasks_and_restoring_brings_them_back(
    alice: AsyncClient,
) -> None:
    theme, other = await create_theme(alice, "Home"), await create_theme(alice, "Work")
    stays, moves, deleted = [
        await create_task(alice, name, theme_id=theme["id"]) for name in ("a", "b", "c")
    ]
    await alice.delete(f"/tasks/{deleted['id']}")
    counted = (await alice.get(f"/themes/{theme['id']}")).json()
    assert (counted["tasks_count"], counted["open_tasks_count"]) == (2, 2)
    await complete(alice, moves)
    counted = (await alice.get(f"/themes/{theme['id']}")).json()
    assert (counted["tasks_count"], counted["open_tasks_count"]) == (2, 1)
    await alice.delete(f"/themes/{theme['id']}")
    assert (await alice.get(f"/tasks/{stays['id']}")).json()["theme_id"] is None
    assert (await alice.post(f"/tasks/{deleted['id']}/restore")).json()["theme_id"] is None
    await change(alice, moves, theme_id=other["id"])
    await alice.post(f"/themes/{theme['id']}/restore")
    seen = [(await alice.get(f"/tasks/{task['id']}")).json() for task in (stays, moves, deleted)]
    assert [task["theme_id"] for task in seen] == [theme["id"], other["id"], theme["id"]]


async def test_a_new_first_day_of_the_week_moves_the_end_of_a_weekly_quota(
    alice: AsyncClient,
) -> None:
    quota = {"kind": "times_per_period", "times": 1, "period": "week"}
    task, other = await create_task(alice, schedule=quota), await create_task(alice, due=TODAY)
    assert task["due"] == "2026-03-22"
    await alice.patch("/users/me", json={"week_start": "sun"})
    assert (await alice.get(f"/tasks/{task['id']}")).json()["due"] == "2026-03-21"
    assert (await complete(alice, task))["due"] == "2026-03-28"
    assert (await alice.get(f"/tasks/{other['id']}")).json()["due"] == TODAY
