"""Creating, reading and changing tasks."""

from httpx2 import AsyncClient

from tests.factories import create_task

TODAY = "2026-03-18"


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
        "created_at": "2026-03-18T12:00:00Z",
        "updated_at": "2026-03-18T12:00:00Z",
        "completed_on": None,
        "completed_at": None,
        "completions_count": 0,
        "last_completion": None,
    }
