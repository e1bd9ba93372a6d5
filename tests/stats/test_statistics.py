"""GET /stats: the document as the screen and other programs read it."""

import pytest
from httpx2 import AsyncClient

NOTHING = {"due": 0, "done": 0, "missed": 0, "skipped": 0, "success_rate": None}
NO_TASKS = {"created": 0, "done": 0, "with_due": 0, "on_time": 0, "on_time_rate": None}


@pytest.mark.parametrize("name", ["7d", "30d", "90d", "all"])
async def test_a_new_account_has_zeros_and_no_rates(alice: AsyncClient, name: str) -> None:
    response = await alice.get(f"/stats?range={name}")
    assert response.status_code == 200
    found = response.json()
    assert found["totals"] == {"tasks": NO_TASKS, "habits": NOTHING}
    assert found["tasks_now"] == {"open": 0, "overdue": 0}
    assert found["streaks"] == found["insights"] == found["by_theme"] == []
    assert found["best_habits"] == found["worst_habits"] == found["by_schedule_kind"] == []
    assert (found["weekdays"]["best"], found["weekdays"]["worst"]) == (None, None)
    assert {point["success_rate"] for point in found["trend"]["points"]} == {None}


@pytest.mark.parametrize("name", ["14d", "", "7D", "all,7d"])
async def test_a_range_that_is_not_offered_is_refused(alice: AsyncClient, name: str) -> None:
    response = await alice.get(f"/stats?range={name}")
    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"] == "/query/range"
