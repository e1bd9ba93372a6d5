"""Deleting a theme keeps what belongs to it; restoring it brings exactly that back."""

from typing import Any

from httpx2 import AsyncClient
from sqlalchemy import text

from almanac.core.db import Database
from tests.factories import create_habit, create_theme

NOBODY = "019d0000-0000-7000-8000-000000000000"


async def theme_of(client: AsyncClient, habit: dict[str, Any]) -> str | None:
    found: str | None = (await client.get(f"/habits/{habit['id']}")).json()["theme_id"]
    return found


async def delete(client: AsyncClient, theme: dict[str, Any]) -> None:
    assert (await client.delete(f"/themes/{theme['id']}")).status_code == 204


async def restore(client: AsyncClient, theme: dict[str, Any]) -> dict[str, Any]:
    response = await client.post(f"/themes/{theme['id']}/restore")
    assert response.status_code == 200, response.text
    restored: dict[str, Any] = response.json()
    return restored


async def test_deleting_keeps_habits_and_restoring_brings_them_back(alice: AsyncClient) -> None:
    home, work = await create_theme(alice), await create_theme(alice, "Work")
    habits = [await create_habit(alice, name, theme_id=home["id"]) for name in "ab"]
    other = await create_habit(alice, "other", theme_id=work["id"])
    free = await create_habit(alice, "free")
    await delete(alice, home)
    assert (await alice.get("/themes")).json()["count"] == 1
    assert (await alice.get(f"/themes/{home['id']}")).status_code == 404
    assert (await alice.patch(f"/themes/{home['id']}", json={})).status_code == 404
    assert [await theme_of(alice, habit) for habit in (*habits, free)] == [None] * 3
    restored = await restore(alice, home)
    assert (restored["name"], restored["habits_count"]) == ("Home", 2)
    assert [await theme_of(alice, habit) for habit in habits] == [home["id"]] * 2
    assert await theme_of(alice, other) == work["id"]
    assert await theme_of(alice, free) is None


async def test_deleting_and_restoring_do_not_count_as_changes_of_habits(
    alice: AsyncClient,
) -> None:
    home = await create_theme(alice)
    habit = await create_habit(alice, theme_id=home["id"])
    await delete(alice, home)
    await restore(alice, home)
    assert (await alice.get(f"/habits/{habit['id']}")).json() == habit


async def test_what_moved_elsewhere_meanwhile_stays_there(alice: AsyncClient) -> None:
    home, work = await create_theme(alice), await create_theme(alice, "Work")
    moved = await create_habit(alice, "moved", theme_id=home["id"])
    stayed = await create_habit(alice, "stayed", theme_id=home["id"])
    await delete(alice, home)
    await alice.patch(f"/habits/{moved['id']}", json={"theme_id": work["id"]})
    assert (await restore(alice, home))["habits_count"] == 1
    assert await theme_of(alice, moved) == work["id"]
    assert await theme_of(alice, stayed) == home["id"]


async def test_a_deleted_habit_comes_back_under_its_theme(alice: AsyncClient) -> None:
    home = await create_theme(alice)
    habit = await create_habit(alice, theme_id=home["id"])
    await alice.delete(f"/habits/{habit['id']}")
    await delete(alice, home)
    assert (await restore(alice, home))["habits_count"] == 0
    restored = (await alice.post(f"/habits/{habit['id']}/restore")).json()
    assert restored["theme_id"] == home["id"]


async def test_a_habit_restored_without_its_theme_has_none(alice: AsyncClient) -> None:
    home = await create_theme(alice)
    habit = await create_habit(alice, theme_id=home["id"])
    await alice.delete(f"/habits/{habit['id']}")
    await delete(alice, home)
    assert (await alice.post(f"/habits/{habit['id']}/restore")).json()["theme_id"] is None
    await restore(alice, home)
    assert await theme_of(alice, habit) == home["id"]


async def test_saying_it_twice_changes_nothing(alice: AsyncClient) -> None:
    home = await create_theme(alice)
    habit = await create_habit(alice, theme_id=home["id"])
    await delete(alice, home)
    await delete(alice, home)
    restored = await restore(alice, home)
    assert await restore(alice, home) == restored
    assert await theme_of(alice, habit) == home["id"]
    await alice.patch(f"/habits/{habit['id']}", json={"theme_id": None})
    await restore(alice, home)
    assert await theme_of(alice, habit) is None


async def test_each_deletion_remembers_what_it_found(alice: AsyncClient) -> None:
    home = await create_theme(alice)
    habit = await create_habit(alice, theme_id=home["id"])
    await delete(alice, home)
    await restore(alice, home)
    await alice.patch(f"/habits/{habit['id']}", json={"theme_id": None})
    await delete(alice, home)
    assert (await restore(alice, home))["habits_count"] == 0


async def test_a_name_used_again_meanwhile_keeps_the_old_theme_away(alice: AsyncClient) -> None:
    home = await create_theme(alice)
    habit = await create_habit(alice, theme_id=home["id"])
    await delete(alice, home)
    again = await create_theme(alice, "HOME")
    refused = await alice.post(f"/themes/{home['id']}/restore")
    assert (refused.status_code, refused.json()["code"]) == (409, "theme_name_taken")
    assert await theme_of(alice, habit) is None
    assert (await alice.get("/themes")).json()["data"] == [again]
    await alice.patch(f"/themes/{again['id']}", json={"name": "Garden"})
    assert (await restore(alice, home))["habits_count"] == 1


async def test_a_theme_that_never_was_cannot_be_deleted_or_restored(alice: AsyncClient) -> None:
    assert (await alice.delete(f"/themes/{NOBODY}")).status_code == 404
    assert (await alice.post(f"/themes/{NOBODY}/restore")).status_code == 404
    assert (await alice.get(f"/themes/{NOBODY}")).status_code == 404
    assert (await alice.delete("/themes/home")).status_code == 422


async def test_an_account_that_goes_takes_its_themes_along(
    alice: AsyncClient, bob: AsyncClient, database: Database
) -> None:
    for person in (alice, bob):
        home = await create_theme(person)
        await create_habit(person, theme_id=home["id"])
        pause = {"theme_id": home["id"], "starts_on": "2026-03-18"}
        assert (await person.post("/pauses", json=pause)).status_code == 201
    async with database.writers.begin() as session:
        await session.execute(text("DELETE FROM users WHERE email = 'alice@example.org'"))
        left = await session.scalars(
            text(
                "SELECT count(*) FROM themes UNION ALL SELECT count(*) FROM habits"
                " UNION ALL SELECT count(*) FROM pauses UNION ALL SELECT count(*) FROM pause_habits"
            )
        )
        assert left.all() == [1, 1, 1, 1]
