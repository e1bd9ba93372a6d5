"""Habits under themes: put there, filtered by them, marked by them on the day."""

import asyncio
from typing import Any

import pytest
from httpx2 import AsyncClient

from almanac.core.db import Database
from tests.factories import create_habit, create_theme, tick
from tests.statements import counted_statements

TODAY = "2026-03-18"
NOBODY = "019d0000-0000-7000-8000-000000000000"


async def titles(client: AsyncClient, query: str) -> list[str]:
    response = await client.get(f"/today{query}")
    assert response.status_code == 200, response.text
    return [entry["title"] for entry in response.json()["entries"]]


async def names(client: AsyncClient, query: str) -> list[str]:
    response = await client.get(f"/habits{query}")
    assert response.status_code == 200, response.text
    return [habit["name"] for habit in response.json()["data"]]


async def test_a_habit_is_put_under_a_theme_moved_and_taken_out(alice: AsyncClient) -> None:
    home, work = await create_theme(alice), await create_theme(alice, "Work")
    habit = await create_habit(alice, theme_id=home["id"])
    assert habit["theme_id"] == home["id"]
    url = f"/habits/{habit['id']}"
    assert (await alice.patch(url, json={"name": "Bend"})).json()["theme_id"] == home["id"]
    moved = await alice.patch(url, json={"theme_id": work["id"]})
    assert moved.json()["theme_id"] == work["id"]
    assert (await alice.patch(url, json={"theme_id": None})).json()["theme_id"] is None
    assert (await create_habit(alice))["theme_id"] is None


async def test_only_ones_own_live_themes_take_habits(alice: AsyncClient, bob: AsyncClient) -> None:
    strange = await create_theme(bob)
    gone = await create_theme(alice)
    await alice.delete(f"/themes/{gone['id']}")
    habit = await create_habit(alice)
    answers = []
    for theme_id in (NOBODY, strange["id"], gone["id"]):
        body = {"name": "New", "theme_id": theme_id}
        for response in (
            await alice.post("/habits", json=body),
            await alice.patch(f"/habits/{habit['id']}", json={"name": "x", "theme_id": theme_id}),
            await alice.post("/pauses", json={"starts_on": TODAY, "theme_id": theme_id}),
        ):
            problem = response.json()
            problem.pop("request_id")
            answers.append((response.status_code, problem))
    assert all(answer == answers[0] for answer in answers)
    status, problem = answers[0]
    error = problem["errors"][0]
    assert (status, error["pointer"], error["code"]) == (
        422,
        "/body/theme_id",
        "theme_not_found",
    )
    assert (await alice.get("/habits")).json()["data"] == [habit]


async def test_lists_and_today_filter_by_theme(alice: AsyncClient) -> None:
    home, work = await create_theme(alice), await create_theme(alice, "Work")
    water = await create_habit(alice, "water", theme_id=home["id"])
    await create_habit(alice, "sweep", theme_id=home["id"])
    await create_habit(alice, "read")
    await tick(alice, water, TODAY)
    by_home, by_work = f"?theme_id={home['id']}", f"?theme_id={work['id']}"
    for ask in (names, titles):
        assert await ask(alice, "") == ["water", "sweep", "read"]
        assert await ask(alice, by_home) == ["water", "sweep"]
        assert await ask(alice, by_work) == []
        assert await ask(alice, "?theme_id=none") == ["read"]
    assert await names(alice, f"{by_home}&status=due") == ["sweep"]
    assert (await alice.get(f"/habits{by_home}&limit=1")).json()["count"] == 2
    progress = (await alice.get(f"/today{by_home}")).json()["progress"]
    assert progress == {"done": 1, "total": 2}
    assert await titles(alice, f"{by_home}&date=2026-03-17") == ["water", "sweep"]


@pytest.mark.parametrize("path", ["/habits", "/today"])
async def test_filters_by_a_theme_that_is_not_there_are_refused(
    alice: AsyncClient, bob: AsyncClient, path: str
) -> None:
    strange = await create_theme(bob)
    gone = await create_theme(alice)
    await alice.delete(f"/themes/{gone['id']}")
    for theme_id in (NOBODY, strange["id"], gone["id"], "home", ""):
        response = await alice.get(f"{path}?theme_id={theme_id}")
        assert response.status_code == 422
        assert [e["pointer"] for e in response.json()["errors"]] == ["/query/theme_id"]


async def test_entries_carry_the_mark_of_their_theme(alice: AsyncClient) -> None:
    home = await create_theme(alice, color="#112233")
    await create_habit(alice, "own colour", color="#445566", theme_id=home["id"])
    await create_habit(alice, "theme's colour", theme_id=home["id"])
    await create_habit(alice, "neither")
    mark = {"id": home["id"], "name": "Home", "color": "#112233"}
    for query in ("", "?date=2026-03-17"):
        entries = (await alice.get(f"/today{query}")).json()["entries"]
        assert [(entry["color"], entry["theme"]) for entry in entries] == [
            ("#445566", mark),
            (None, mark),
            (None, None),
        ]
    await alice.patch(f"/themes/{home['id']}", json={"name": "House", "color": "#000000"})
    entries = (await alice.get("/today")).json()["entries"]
    assert entries[0]["theme"] == {**mark, "name": "House", "color": "#000000"}
    await alice.delete(f"/themes/{home['id']}")
    entries = (await alice.get("/today")).json()["entries"]
    assert [entry["theme"] for entry in entries] == [None, None, None]


async def test_no_habit_is_left_under_a_theme_that_is_deleted_at_the_same_time(
    alice: AsyncClient,
) -> None:
    for _ in range(5):
        home = await create_theme(alice)
        body: dict[str, Any] = {"name": "late", "theme_id": home["id"]}
        habit = await create_habit(alice)
        changes = [alice.patch(f"/habits/{habit['id']}", json=body)]
        changes += [alice.post("/habits", json=body) for _ in range(3)]
        answers = await asyncio.gather(*changes, alice.delete(f"/themes/{home['id']}"))
        assert {response.status_code for response in answers} <= {200, 201, 204, 422}
        left = (await alice.get("/habits")).json()["data"]
        assert {habit["theme_id"] for habit in left} == {None}


async def test_a_tick_a_day_and_a_list_cost_no_more_with_themes_and_their_pauses(
    alice: AsyncClient, database: Database
) -> None:
    habits = []
    for number in range(6):
        theme = await create_theme(alice, f"Theme {number}")
        habits += [await create_habit(alice, theme_id=theme["id"]) for _ in range(2)]
        pause = {"theme_id": theme["id"], "starts_on": "2026-02-01", "ends_on": "2026-02-03"}
        assert (await alice.post("/pauses", json=pause)).status_code == 201
    with counted_statements(database) as ticking:
        await tick(alice, habits[0], TODAY)
    assert len(ticking) <= 6
    limits = {"/today": 10, "/today?date=2026-03-17": 12, "/habits?theme_id=none": 6, "/pauses": 1}
    for path, most in limits.items():
        with counted_statements(database) as statements:
            assert (await alice.get(path)).status_code == 200
        assert len(statements) <= most, path
