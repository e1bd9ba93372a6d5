"""Pauses of a theme: for the habits that it has when the pause is made, and for no others."""

from typing import Any

from httpx2 import AsyncClient

from tests.factories import create_habit, create_theme, tick

PAUSED = {"starts_on": "2026-03-15", "ends_on": "2026-03-16"}
TICKED = ("2026-03-13", "2026-03-14", "2026-03-17", "2026-03-18")


async def pause(client: AsyncClient, theme: dict[str, Any], **fields: Any) -> dict[str, Any]:
    body = {**PAUSED, "theme_id": theme["id"], **fields}
    response = await client.post("/pauses", json=body)
    assert response.status_code == 201, response.text
    created: dict[str, Any] = response.json()
    return created


async def ticked(client: AsyncClient, name: str, **fields: Any) -> dict[str, Any]:
    """A habit done on two days before and two days after the pause."""
    habit = await create_habit(client, name, **fields)
    for day in TICKED:
        habit = await tick(client, habit, day)
    assert habit["current_streak"] == 2
    return habit


async def streaks(client: AsyncClient) -> dict[str, int]:
    listed = (await client.get("/habits")).json()["data"]
    return {habit["name"]: habit["current_streak"] for habit in listed}


async def test_a_theme_is_paused_as_it_is_now(alice: AsyncClient) -> None:
    home = await create_theme(alice)
    members = [await ticked(alice, name, theme_id=home["id"]) for name in ("first", "second")]
    await ticked(alice, "other")
    deleted = await ticked(alice, "deleted", theme_id=home["id"])
    await alice.delete(f"/habits/{deleted['id']}")
    made = await pause(alice, home, reason="Flu")
    assert (made["theme_id"], made["habit_id"], made["reason"]) == (home["id"], None, "Flu")
    assert sorted(made["habit_ids"]) == sorted(habit["id"] for habit in members)
    await ticked(alice, "late", theme_id=home["id"])
    assert (await alice.get("/pauses")).json()["data"] == [made]
    assert await streaks(alice) == {"first": 4, "second": 4, "other": 2, "late": 2}
    restored = (await alice.post(f"/habits/{deleted['id']}/restore")).json()
    assert restored["current_streak"] == 2


async def test_moving_a_habit_or_deleting_the_theme_rewrites_nothing(alice: AsyncClient) -> None:
    home, work = await create_theme(alice), await create_theme(alice, "Work")
    habit = await ticked(alice, "moved", theme_id=home["id"])
    await ticked(alice, "stayed", theme_id=home["id"])
    made = await pause(alice, home)
    await alice.patch(f"/habits/{habit['id']}", json={"theme_id": work["id"]})
    assert await streaks(alice) == {"moved": 4, "stayed": 4}
    calendar = (await alice.get(f"/habits/{habit['id']}/calendar")).json()["days"]
    states = {day["date"]: day["state"] for day in calendar}
    assert (states["2026-03-15"], states["2026-03-16"]) == ("paused", "paused")
    await alice.delete(f"/themes/{home['id']}")
    again = await tick(alice, habit, "2026-03-12")
    assert (again["current_streak"], again["theme_id"]) == (5, work["id"])
    assert await streaks(alice) == {"moved": 5, "stayed": 4}
    assert (await alice.get("/pauses")).json()["data"] == [made]
    listed = (await alice.get("/today?date=2026-03-15")).json()["entries"]
    assert listed == []


async def test_taking_a_themes_pause_back_puts_figures_back(alice: AsyncClient) -> None:
    home = await create_theme(alice)
    await ticked(alice, "member", theme_id=home["id"])
    await ticked(alice, "other")
    made = await pause(alice, home)
    await alice.delete(f"/themes/{home['id']}")
    assert await streaks(alice) == {"member": 4, "other": 2}
    for _ in range(2):
        assert (await alice.delete(f"/pauses/{made['id']}")).status_code == 204
    assert await streaks(alice) == {"member": 2, "other": 2}
    assert (await alice.get("/pauses")).json()["count"] == 0


async def test_only_whose_pause_it_is_takes_it_back(alice: AsyncClient, bob: AsyncClient) -> None:
    home = await create_theme(alice)
    await ticked(alice, "member", theme_id=home["id"])
    made = await pause(alice, home)
    assert (await bob.delete(f"/pauses/{made['id']}")).status_code == 204
    assert await streaks(alice) == {"member": 4}


async def test_a_pause_is_for_a_habit_or_a_theme_that_has_some(alice: AsyncClient) -> None:
    home = await create_theme(alice)
    habit = await create_habit(alice)
    both = {**PAUSED, "theme_id": home["id"], "habit_id": habit["id"]}
    empty = {**PAUSED, "theme_id": home["id"]}
    for body, code in ((both, "one_scope"), (empty, "theme_without_habits")):
        response = await alice.post("/pauses", json=body)
        assert response.status_code == 422
        error = response.json()["errors"][0]
        assert (error["pointer"], error["code"]) == ("/body/theme_id", code)
    assert (await alice.get("/pauses")).json()["count"] == 0


async def test_a_themes_pause_is_exported_with_its_habits(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    home = await create_theme(alice)
    for name in ("first", "second"):
        await ticked(alice, name, theme_id=home["id"])
    await ticked(alice, "other")
    await pause(alice, home)
    document = (await alice.get("/export")).content
    for person, added in ((bob, 1), (alice, 0)):
        response = await person.post(
            "/import/almanac", files={"file": ("almanac.json", document, "application/json")}
        )
        assert response.json()["pauses"]["added"] == added, response.text
    assert await streaks(bob) == {"first": 4, "second": 4, "other": 2}
