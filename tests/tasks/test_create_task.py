"""Creating tasks, also under ids that clients make, and what is refused."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from httpx2 import AsyncClient

from tests.conftest import MovableClock
from tests.factories import complete, create_task, create_theme

TODAY = "2026-03-18"
MONDAYS = {"kind": "weekly_days", "days": ["mon"], "every": 1}


async def test_a_title_is_enough(alice: AsyncClient) -> None:
    task = await create_task(alice, "  Call home ")
    assert task == (await alice.get(f"/tasks/{task['id']}")).json()
    assert {**task, "id": None} == {
        "id": None,
        "title": "Call home",
        "notes": "",
        "theme_id": None,
        "priority": "medium",
        "status": "open",
        "due": None,
        "list": "someday",
        "is_late": False,
        "schedule": None,
        "ends_on": None,
        "checklist": [],
        "position": 0,
        "created_on": "2026-03-18",
        "created_at": "2026-03-18T12:00:00Z",
        "updated_at": "2026-03-18T12:00:00Z",
        "completed_on": None,
        "completed_at": None,
        "completions_count": 0,
        "last_completion": None,
    }


async def test_a_task_is_written_down_on_the_date_of_its_person(
    alice: AsyncClient, clock: MovableClock
) -> None:
    # Half past eleven UTC is half past midnight in Berlin.
    clock.now = clock.now.replace(hour=23, minute=30)
    assert (await create_task(alice, "Call home"))["created_on"] == "2026-03-19"


async def test_everything_can_be_said_at_once(alice: AsyncClient) -> None:
    theme = await create_theme(alice, "Home")
    said = {
        "title": "Water the plants",
        "notes": "The fern\ntoo",
        "theme_id": theme["id"],
        "priority": "high",
        "due": "2026-03-23T18:30",
        "schedule": MONDAYS,
        "ends_on": "2026-12-31",
        "checklist": [{"id": str(uuid4()), "text": "balcony", "is_done": True}],
    }
    task = await create_task(alice, **said)
    assert {name: task[name] for name in said} == said
    assert task["list"] == "upcoming"


async def test_a_new_task_stands_behind_the_others(alice: AsyncClient) -> None:
    await create_task(alice, "first")
    assert (await create_task(alice, "second"))["position"] == 1


@pytest.mark.parametrize(
    ("due", "expected"),
    [(None, "2026-03-23"), ("2026-03-24", "2026-03-30"), ("2026-03-30T09:00", "2026-03-30T09:00")],
)
async def test_a_schedule_is_first_due_on_its_first_date(
    alice: AsyncClient, due: str | None, expected: str
) -> None:
    task = await create_task(alice, due=due, schedule=MONDAYS)
    assert task["due"] == expected


@pytest.mark.parametrize(
    ("due", "expected"),
    [("2026-03-18T12:59", True), ("2026-03-18T13:00", False), (TODAY, False)],
)
async def test_what_is_due_today_is_late_by_the_clock_on_the_wall(
    alice: AsyncClient, due: str, *, expected: bool
) -> None:
    # Noon UTC is one o'clock in Berlin.
    task = await create_task(alice, due=due)
    assert (task["list"], task["is_late"]) == ("today", expected)


async def test_late_in_the_evening_today_is_not_overdue(
    alice: AsyncClient, clock: MovableClock
) -> None:
    task = await create_task(alice, due="2026-03-18T09:00")
    clock.now = clock.now.replace(hour=22, minute=30)
    seen = (await alice.get(f"/tasks/{task['id']}")).json()
    assert (seen["list"], seen["is_late"]) == ("today", True)
    clock.now = clock.now.replace(hour=23, minute=0)
    seen = (await alice.get(f"/tasks/{task['id']}")).json()
    assert (seen["list"], seen["is_late"]) == ("overdue", False)


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"title": ""}, "/body/title"),
    ({"title": "x" * 201}, "/body/title"),
    ({"title": "a\nb"}, "/body/title"),
    ({"notes": "x" * 10_001}, "/body/notes"),
    ({"priority": "urgent"}, "/body/priority"),
    ({"due": "2026-02-30"}, "/body/due"),
    ({"due": "2026-01-01T24:30"}, "/body/due"),
    ({"due": "2026-01-01T09:60"}, "/body/due"),
    ({"due": "1899-12-31"}, "/body/due"),
    ({"due": "2201-01-01"}, "/body/due"),
    ({"due": "tomorrow"}, "/body/due"),
    ({"due": "2026-01-01T09:00Z"}, "/body/due"),
    ({"due": "\uff12\uff10\uff12\uff16-01-01"}, "/body/due"),
    ({"schedule": {"kind": "weekly_days"}}, "/body/schedule/weekly_days/days"),
    ({"schedule": {"kind": "hourly"}}, "/body/schedule"),
    ({"schedule": {"kind": "monthly_day", "day": 32}}, "/body/schedule/monthly_day/day"),
    ({"ends_on": "2026-12-31"}, "/body/ends_on"),
    ({"schedule": MONDAYS, "ends_on": "2026-03-22"}, "/body/ends_on"),
    ({"schedule": MONDAYS, "due": "2026-04-01", "ends_on": "2026-03-30"}, "/body/ends_on"),
    ({"checklist": [{"text": "x"}] * 101}, "/body/checklist"),
    ({"checklist": [{"text": ""}]}, "/body/checklist/0/text"),
    ({"checklist": [{"text": "x", "id": str(uuid4())}] * 2}, "/body/checklist"),
    ({"theme_id": str(uuid4())}, "/body/theme_id"),
    ({"status": "done"}, "/body/status"),
]


@pytest.mark.parametrize(("fields", "pointer"), REFUSED)
async def test_what_makes_no_task_is_refused_and_nothing_is_written(
    alice: AsyncClient, fields: dict[str, Any], pointer: str
) -> None:
    response = await alice.post("/tasks", json={"title": "Task", **fields})
    assert response.status_code == 422, response.text
    assert response.json()["errors"][0]["pointer"] == pointer
    assert (await alice.get("/tasks")).json()["count"] == 0


async def test_another_persons_theme_is_no_theme(alice: AsyncClient, bob: AsyncClient) -> None:
    theme = await create_theme(bob, "Work")
    response = await alice.post("/tasks", json={"title": "Spy", "theme_id": theme["id"]})
    assert response.status_code == 422
    assert response.json()["errors"][0]["code"] == "theme_not_found"


async def test_a_task_may_be_as_long_as_allowed(alice: AsyncClient) -> None:
    steps = [{"text": f"step {number}"} for number in range(100)]
    task = await create_task(alice, "x" * 200, notes="y" * 10_000, checklist=steps)
    assert len(task["checklist"]) == 100
    assert len({step["id"] for step in task["checklist"]}) == 100


async def test_a_task_under_an_own_id_is_201_once_and_200_afterwards(alice: AsyncClient) -> None:
    url = f"/tasks/{uuid4()}"
    body = {
        "title": "Offline",
        "due": "2026-03-24",
        "schedule": MONDAYS,
        "checklist": [{"text": "a"}],
    }
    first, second, third = [await alice.put(url, json=body) for _ in range(3)]
    assert (first.status_code, second.status_code, third.status_code) == (201, 200, 200)
    assert first.json() == second.json() == third.json()
    assert (await alice.get("/tasks")).json()["count"] == 1


async def test_parallel_writes_of_one_id_make_one_task(alice: AsyncClient) -> None:
    url = f"/tasks/{uuid4()}"
    responses = await asyncio.gather(*(alice.put(url, json={"title": "Offline"}) for _ in range(8)))
    assert sorted(response.status_code for response in responses) == [200] * 7 + [201]
    assert (await alice.get("/tasks")).json()["count"] == 1


async def test_writing_a_task_replaces_what_it_was(alice: AsyncClient) -> None:
    task = await create_task(
        alice, "Old", notes="old", priority="high", due=TODAY, checklist=[{"text": "a"}]
    )
    theme = await create_theme(alice, "Home")
    body = {"title": "New", "theme_id": theme["id"]}
    response = await alice.put(f"/tasks/{task['id']}", json=body)
    assert response.status_code == 200
    seen = response.json()
    assert (seen["title"], seen["notes"], seen["priority"]) == ("New", "", "medium")
    assert seen["theme_id"] == theme["id"]
    assert (seen["due"], seen["checklist"]) == (None, [])


async def test_an_old_write_that_is_sent_again_opens_nothing_again(alice: AsyncClient) -> None:
    url = f"/tasks/{uuid4()}"
    body = {"title": "Bins", "due": "2026-03-24", "schedule": MONDAYS}
    task = (await alice.put(url, json=body)).json()
    moved = await complete(alice, task)
    assert moved["due"] == "2026-04-06"
    assert (await alice.put(url, json=body)).json() == moved
    other = await alice.put(url, json={**body, "due": "2026-04-14"})
    assert other.json()["due"] == "2026-04-20"


async def test_what_is_sent_again_changes_not_even_the_time_of_the_change(
    alice: AsyncClient, clock: MovableClock
) -> None:
    url = f"/tasks/{uuid4()}"
    body = {"title": "Bins", "due": TODAY, "schedule": MONDAYS, "checklist": [{"text": "out"}]}
    task = (await alice.put(url, json=body)).json()
    clock.advance(timedelta(hours=1))
    assert (await alice.put(url, json=body)).json() == task
    change = {"title": "Bins", "notes": "", "due": task["due"], "priority": "medium"}
    assert (await alice.patch(url, json=change)).json() == task
    assert (await alice.patch(url, json={"notes": "blue"})).json()["updated_at"] > task[
        "updated_at"
    ]


async def test_a_write_sent_again_does_not_trip_over_a_theme_deleted_since(
    alice: AsyncClient,
) -> None:
    home, work = await create_theme(alice, "Home"), await create_theme(alice, "Work")
    url, body = f"/tasks/{uuid4()}", {"title": "Bins", "theme_id": home["id"]}
    assert (await alice.put(url, json=body)).status_code == 201
    await alice.delete(f"/themes/{home['id']}")
    for answer in (await alice.put(url, json=body), await alice.patch(url, json=body)):
        assert (answer.status_code, answer.json()["theme_id"]) == (200, None)
    await alice.patch(url, json={"theme_id": work["id"]})
    assert (await alice.put(url, json=body)).json()["theme_id"] == work["id"]
    other = await create_task(alice)
    refused = (
        await alice.put(f"/tasks/{uuid4()}", json=body),
        await alice.patch(f"/tasks/{other['id']}", json=body),
    )
    assert {answer.json()["errors"][0]["code"] for answer in refused} == {"theme_not_found"}


async def test_a_deleted_task_is_not_written_again(alice: AsyncClient) -> None:
    task = await create_task(alice)
    await alice.delete(f"/tasks/{task['id']}")
    response = await alice.put(f"/tasks/{task['id']}", json={"title": "Back"})
    assert response.status_code == 404
    assert response.json()["code"] == "task_deleted"
    assert (await alice.get("/tasks")).json()["count"] == 0


async def test_an_id_of_another_person_is_free_for_ones_own(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    task = await create_task(alice, "hers")
    response = await bob.put(f"/tasks/{task['id']}", json={"title": "his"})
    assert response.status_code == 201
    assert (await alice.get(f"/tasks/{task['id']}")).json() == task
