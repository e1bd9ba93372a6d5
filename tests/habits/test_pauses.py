"""Pauses: days that neither count nor break, for one habit or for all."""

from datetime import timedelta
from typing import Any

import pytest
from httpx2 import AsyncClient

from tests.conftest import MovableClock
from tests.factories import create_habit, tick


async def pause(client: AsyncClient, **fields: Any) -> dict[str, Any]:
    response = await client.post("/pauses", json=fields)
    assert response.status_code == 201, response.text
    created: dict[str, Any] = response.json()
    return created


async def streak(client: AsyncClient, habit: dict[str, Any]) -> int:
    return int((await client.get(f"/habits/{habit['id']}")).json()["current_streak"])


async def test_a_pause_afterwards_mends_a_streak(alice: AsyncClient) -> None:
    habit = await create_habit(alice)
    other = await create_habit(alice, "Other")
    for day in ("2026-03-13", "2026-03-14", "2026-03-17", "2026-03-18"):
        await tick(alice, habit, day)
        await tick(alice, other, day)
    assert await streak(alice, habit) == 2
    made = await pause(
        alice, habit_id=habit["id"], starts_on="2026-03-15", ends_on="2026-03-16", reason="Flu"
    )
    assert await streak(alice, habit) == 4
    assert await streak(alice, other) == 2
    assert (await alice.delete(f"/pauses/{made['id']}")).status_code == 204
    assert (await alice.delete(f"/pauses/{made['id']}")).status_code == 204
    assert await streak(alice, habit) == 2


async def test_a_pause_of_everything_silences_today(
    alice: AsyncClient, clock: MovableClock
) -> None:
    habit = await create_habit(alice)
    await tick(alice, habit, "2026-03-17")
    await pause(alice, starts_on="2026-03-18", reason="Vacation")
    assert (await alice.get("/today")).json()["entries"] == []
    clock.advance(timedelta(days=10))
    seen = (await alice.get(f"/habits/{habit['id']}")).json()
    assert (seen["state_today"], seen["current_streak"]) == ("paused", 1)


async def test_pauses_are_listed_newest_first(alice: AsyncClient) -> None:
    await pause(alice, starts_on="2026-01-01", ends_on="2026-01-05")
    await pause(alice, starts_on="2026-02-01", ends_on="2026-02-05", reason="Flu")
    listed = (await alice.get("/pauses")).json()
    assert listed["count"] == 2
    assert [row["starts_on"] for row in listed["data"]] == ["2026-02-01", "2026-01-01"]
    assert listed["data"][0]["reason"] == "Flu"


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({}, "/body/starts_on"),
        ({"starts_on": "2026-03-18", "ends_on": "2026-03-17"}, "/body/ends_on"),
        ({"starts_on": "soon"}, "/body/starts_on"),
        ({"starts_on": "2026-03-18", "reason": "x" * 201}, "/body/reason"),
    ],
)
async def test_pauses_that_cannot_be_are_refused(
    alice: AsyncClient, fields: dict[str, Any], pointer: str
) -> None:
    response = await alice.post("/pauses", json=fields)
    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"].startswith(pointer)


async def test_a_strangers_habit_cannot_be_paused(alice: AsyncClient, bob: AsyncClient) -> None:
    habit = await create_habit(alice)
    body = {"habit_id": habit["id"], "starts_on": "2026-03-18"}
    assert (await bob.post("/pauses", json=body)).status_code == 404
    made = await pause(alice, **body)
    assert (await bob.delete(f"/pauses/{made['id']}")).status_code == 204
    assert (await alice.get("/pauses")).json()["count"] == 1
