"""GET /stats: the document as the screen and other programs read it."""

from datetime import date, timedelta

import pytest
from httpx2 import AsyncClient

from almanac.core.db import Database
from tests.conftest import MovableClock
from tests.factories import complete, create_habit, create_task, create_theme, tick
from tests.statements import counted_statements
from tests.stats.lives import live, make_life

TODAY = "2026-03-18"
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


async def test_without_a_range_it_is_thirty_days(alice: AsyncClient) -> None:
    found = (await alice.get("/stats")).json()
    assert found["range"] == {"name": "30d", "from": "2026-02-17", "to": TODAY, "days": 30}
    assert (found["previous"]["from"], found["previous"]["to"]) == ("2026-01-18", "2026-02-16")
    assert found["trend"]["unit"] == "day"
    assert len(found["trend"]["points"]) == 30


async def test_tasks_count_when_they_were_created_and_done_and_whether_on_time(
    alice: AsyncClient, clock: MovableClock
) -> None:
    await create_task(alice, "open")
    await create_task(alice, "late already", due="2026-03-17")
    early = await create_task(alice, "done early", due="2026-03-20")
    late = await create_task(alice, "done late", due="2026-03-16T09:00")
    gone = await create_task(alice, "deleted", due=TODAY)
    await complete(alice, early)
    await complete(alice, late, done_on="2026-03-17")
    await complete(alice, gone)
    await alice.delete(f"/tasks/{gone['id']}")
    found = (await alice.get("/stats?range=7d")).json()
    assert found["totals"]["tasks"] == {
        "created": 4,
        "done": 2,
        "with_due": 2,
        "on_time": 1,
        "on_time_rate": 0.5,
    }
    assert found["tasks_now"] == {"open": 2, "overdue": 1}
    done = {point["from"]: point["tasks_done"] for point in found["trend"]["points"]}
    assert (done["2026-03-17"], done[TODAY]) == (1, 1)
    clock.advance(timedelta(days=7))
    later = (await alice.get("/stats?range=7d")).json()
    assert later["totals"]["tasks"] == NO_TASKS
    assert later["change"]["tasks_created"] == -4
    assert later["change"]["on_time_points"] is None
    assert later["tasks_now"] == {"open": 2, "overdue": 1}


async def test_a_repeating_task_is_done_once_for_each_completion(alice: AsyncClient) -> None:
    task = await create_task(alice, "water", due="2026-03-15", schedule={"kind": "daily"})
    await complete(alice, task, done_on="2026-03-15")
    await complete(alice, task, done_on="2026-03-17")
    tasks = (await alice.get("/stats?range=7d")).json()["totals"]["tasks"]
    assert (tasks["created"], tasks["done"]) == (1, 2)
    await alice.post(f"/tasks/{task['id']}/reopen", json={})
    tasks = (await alice.get("/stats?range=7d")).json()["totals"]["tasks"]
    assert (tasks["created"], tasks["done"]) == (1, 1)


async def test_archived_habits_count_up_to_that_day_and_deleted_ones_nowhere(
    alice: AsyncClient, clock: MovableClock
) -> None:
    archived = await create_habit(alice, "archived", starts_on="2026-03-15")
    deleted = await create_habit(alice, "deleted", starts_on="2026-03-15")
    await tick(alice, archived, "2026-03-15")
    await alice.post(f"/habits/{archived['id']}/archive")
    await alice.delete(f"/habits/{deleted['id']}")
    clock.advance(timedelta(days=2))
    found = (await alice.get("/stats?range=7d")).json()
    assert found["totals"]["habits"]["due"] == 3
    assert found["totals"]["habits"]["done"] == 1
    assert found["streaks"] == []
    await alice.post(f"/habits/{deleted['id']}/restore")
    assert (await alice.get("/stats?range=7d")).json()["totals"]["habits"]["due"] == 8


async def test_today_counts_once_it_is_said(alice: AsyncClient) -> None:
    habit = await create_habit(alice, starts_on=TODAY)
    assert (await alice.get("/stats?range=7d")).json()["totals"]["habits"] == NOTHING
    await tick(alice, habit, TODAY, "skipped")
    assert (await alice.get("/stats?range=7d")).json()["totals"]["habits"]["skipped"] == 1
    await tick(alice, habit, TODAY)
    habits = (await alice.get("/stats?range=7d")).json()["totals"]["habits"]
    assert (habits["due"], habits["success_rate"]) == (1, 1.0)


async def test_a_habit_that_begins_later_changes_nothing_yet(alice: AsyncClient) -> None:
    await create_habit(alice, starts_on="2026-04-01")
    found = (await alice.get("/stats?range=all")).json()
    assert found["range"] == {"name": "all", "from": TODAY, "to": TODAY, "days": 1}
    assert found["totals"]["habits"] == NOTHING


async def test_weeks_are_the_persons_own(alice: AsyncClient) -> None:
    await alice.patch("/users/me", json={"week_start": "sun"})
    found = (await alice.get("/stats?range=90d")).json()
    starts = [date.fromisoformat(point["from"]) for point in found["trend"]["points"]]
    assert found["trend"]["unit"] == "week"
    assert starts[0] == date(2025, 12, 19)
    assert {start.weekday() for start in starts[1:]} == {6}
    assert [row["weekday"] for row in found["weekdays"]["rows"]][:2] == ["sun", "mon"]


async def test_a_theme_shows_what_is_its_own(alice: AsyncClient) -> None:
    theme = await create_theme(alice, "Body")
    habit = await create_habit(alice, "swim", starts_on="2026-03-17", theme_id=theme["id"])
    await create_habit(alice, "other", starts_on="2026-03-11")
    await tick(alice, habit, "2026-03-17")
    await create_task(alice, "buy goggles", theme_id=theme["id"])
    await create_task(alice, "other")
    own = (await alice.get(f"/stats?range=all&theme_id={theme['id']}")).json()
    assert own["range"]["from"] == "2026-03-17"
    assert (own["totals"]["habits"]["due"], own["totals"]["tasks"]["created"]) == (1, 1)
    assert [row["theme"]["name"] for row in own["by_theme"]] == ["Body"]
    assert own["streaks"][0]["habit"]["theme"]["name"] == "Body"
    without = (await alice.get("/stats?range=7d&theme_id=none")).json()
    assert (without["totals"]["habits"]["due"], without["tasks_now"]["open"]) == (6, 1)
    both = (await alice.get("/stats?range=7d")).json()
    assert [row["theme"] and row["theme"]["name"] for row in both["by_theme"]] == ["Body", None]
    assert both["totals"]["habits"]["due"] == 7


async def test_a_theme_of_somebody_else_is_refused(alice: AsyncClient, bob: AsyncClient) -> None:
    theme = await create_theme(alice, "Body")
    for path in ("/stats", "/stats/export.csv", "/stats/export.json"):
        response = await bob.get(f"{path}?theme_id={theme['id']}")
        assert response.status_code == 422
        assert response.json()["errors"][0]["pointer"] == "/query/theme_id"


async def test_a_stranger_sees_none_of_it(alice: AsyncClient, bob: AsyncClient) -> None:
    await tick(alice, await create_habit(alice, "private"), "2026-03-17")
    await create_task(alice, "private")
    found = (await bob.get("/stats?range=all")).json()
    assert found["totals"] == {"tasks": NO_TASKS, "habits": NOTHING}
    assert "private" not in (await bob.get("/stats/export.csv?range=all")).text


async def test_statistics_cost_the_same_statements_whatever_there_is(
    alice: AsyncClient, database: Database, clock: MovableClock
) -> None:
    theme = await create_theme(alice, "Body")
    await create_habit(alice, "one", kind="measure", unit="l", target=2, theme_id=theme["id"])
    await create_task(alice, "one")
    with counted_statements(database) as few:
        await alice.get("/stats?range=all")
    await live(database, alice, make_life(6, habits=30), clock.now)
    pause = {"theme_id": theme["id"], "starts_on": "2026-03-01", "ends_on": "2026-03-03"}
    assert (await alice.post("/pauses", json=pause)).status_code == 201
    for number in range(20):
        await complete(alice, await create_task(alice, f"task {number}", due=TODAY))
    for name in ("7d", "90d", "all"):
        with counted_statements(database) as many:
            await alice.get(f"/stats?range={name}")
        # The session is looked up beside the request's transaction, with one more.
        assert len(many) + 1 <= 12, many
        assert len(many) <= len(few) + 1
