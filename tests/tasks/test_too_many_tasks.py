"""How many tasks a person may have open, and that as many are still quick to list."""

from uuid import UUID, uuid4

import pytest
from httpx2 import AsyncClient
from sqlalchemy import insert

from almanac.core.db import Database
from almanac.core.ids import new_id
from almanac.tasks.models import Task
from almanac.tasks.service.lookup import MAX_OPEN_TASKS
from tests.conftest import NOON
from tests.factories import complete, create_task
from tests.statements import counted_statements


@pytest.fixture
async def crowded(alice: AsyncClient, database: Database) -> AsyncClient:
    """Alice, with as many open tasks as there may be."""
    user_id = UUID((await alice.get("/users/me")).json()["id"])
    fixed = {"created_on": NOON.date(), "created_at": NOON, "updated_at": NOON}
    rows = [
        {"user_id": user_id, "id": new_id(), "title": f"{n}", "position": n, **fixed}
        for n in range(MAX_OPEN_TASKS - 1)
    ]
    async with database.writers.begin() as session:
        await session.execute(insert(Task), rows)
    return alice


async def test_there_is_room_for_so_many_and_no_more(
    crowded: AsyncClient, database: Database
) -> None:
    task = await create_task(crowded)
    refused = [
        await crowded.post("/tasks", json={"title": "more"}),
        await crowded.put(f"/tasks/{uuid4()}", json={"title": "more"}),
    ]
    await crowded.delete(f"/tasks/{task['id']}")
    other = await create_task(crowded)
    restore = {"ids": [task["id"]], "action": {"kind": "restore"}}
    refused += [
        await crowded.post(f"/tasks/{task['id']}/restore"),
        await crowded.post("/tasks/bulk", json=restore),
    ]
    for answer in refused:
        assert (answer.status_code, answer.json()["code"]) == (409, "too_many_tasks")
    await complete(crowded, other)
    assert (await crowded.post(f"/tasks/{task['id']}/restore")).status_code == 200
    with counted_statements(database) as seen:
        page = (await crowded.get("/tasks?sort=name&limit=200&q=1")).json()
    assert len(page["data"]) == 200
    assert len(seen) <= 3
