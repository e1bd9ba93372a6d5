"""What the shelf contributes to Today: what turns, and what left today."""

from datetime import timedelta
from typing import Any

from httpx2 import AsyncClient

from almanac.core.db import Database
from tests.conftest import MovableClock
from tests.factories import create_theme
from tests.freshness.shop_floor import create_batch, move
from tests.statements import counted_statements


async def shelf(client: AsyncClient, query: str = "") -> list[dict[str, Any]]:
    """The entries of the day that are batches."""
    entries = (await client.get(f"/today?{query}")).json()["entries"]
    return [entry for entry in entries if entry["kind"] == "batch"]


async def test_what_is_fresh_is_brought_up_on_the_day_before_it_turns(
    alice: AsyncClient, clock: MovableClock
) -> None:
    await create_batch(alice)
    seen = []
    for _ in range(13):
        found = await shelf(alice)
        seen.append((found[0]["status"], found[0]["urgency"]) if found else None)
        clock.advance(timedelta(days=1))
    assert seen == [
        *[None, None],
        ("fresh", "can_wait"),
        *[("caution", "due")] * 2,
        *[("expired", "overdue")] * 7,
        None,
    ]


async def test_what_was_sold_today_can_be_taken_back_today(
    alice: AsyncClient, clock: MovableClock
) -> None:
    batch = await create_batch(alice, arrival_date="2026-03-15")
    [entry] = await shelf(alice)
    assert (entry["state"], entry["actions"]) == ("attention", ["sold", "discarded"])
    assert entry["title"] == "Chicken"
    await move(alice, batch, "sold")
    [entry] = await shelf(alice)
    assert (entry["state"], entry["actions"]) == ("done", ["undo"])
    await move(alice, batch, "restored")
    assert (await shelf(alice))[0]["state"] == "attention"
    await move(alice, batch, "sold")
    clock.advance(timedelta(days=1))
    assert await shelf(alice) == []


async def test_a_day_goes_by_the_zone_of_the_shop(alice: AsyncClient, clock: MovableClock) -> None:
    await create_batch(alice, arrival_date="2026-03-16")
    assert [entry["status"] for entry in await shelf(alice)] == ["fresh"]
    await alice.patch("/shop", json={"timezone": "Pacific/Kiritimati"})
    assert [entry["status"] for entry in await shelf(alice)] == ["caution"]


async def test_other_days_and_themes_and_people_are_told_nothing(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    await create_batch(alice, arrival_date="2026-03-13")
    theme = await create_theme(alice)
    assert len(await shelf(alice)) == 1
    assert await shelf(alice, "date=2026-03-17") == []
    assert await shelf(alice, f"theme_id={theme['id']}") == []
    assert await shelf(bob) == []


async def test_the_shelf_is_no_part_of_the_progress(alice: AsyncClient) -> None:
    await create_batch(alice, arrival_date="2026-03-13")
    assert (await alice.get("/today")).json()["progress"] == {"done": 0, "total": 0}
    days = (await alice.get("/days?from=2026-03-18&to=2026-03-18")).json()["data"]
    assert days == [{"date": "2026-03-18", "done": 0, "total": 0}]


async def test_a_shelf_costs_a_day_one_statement(alice: AsyncClient, database: Database) -> None:
    await shelf(alice)
    with counted_statements(database) as bare:
        await shelf(alice)
    for _ in range(3):
        await create_batch(alice, arrival_date="2026-03-13")
    with counted_statements(database) as full:
        assert len(await shelf(alice)) == 3
    assert len(full) == len(bare)
