"""What turns on the shelf, in the calendar that its owner follows."""

from datetime import date, timedelta
from typing import Any

import pytest
from httpx2 import AsyncClient

from almanac.core.db import Database
from almanac.freshness.queries import calendar
from tests.conftest import MovableClock
from tests.feeds.following import events, follow, open_feed
from tests.freshness.shop_floor import create_batch, move, products_of
from tests.statements import counted_statements


@pytest.fixture
async def feed(alice: AsyncClient) -> dict[str, Any]:
    """The link to a calendar of the shelf alone."""
    return await open_feed(alice, areas=["freshness"])


async def days(client: AsyncClient, feed: dict[str, Any]) -> dict[str, date]:
    """Its events and the days that they take whole."""
    found = {name: each["dtstart"].dt for name, each in (await events(client, feed)).items()}
    assert all(type(day) is date for day in found.values())
    return found


async def test_a_calendar_has_the_days_on_which_batches_turn(
    alice: AsyncClient, client: AsyncClient, feed: dict[str, Any]
) -> None:
    await create_batch(alice, lot="L-7")
    await create_batch(alice, arrival_date="2026-03-10", use_by="2026-03-11")
    await create_batch(alice, fresh_days=3, caution_days=3)
    assert await days(client, feed) == {
        "Caution: 🍗 Chicken B-1001": date(2026, 3, 21),
        "Expired: 🍗 Chicken B-1001": date(2026, 3, 23),
        "Expired: 🍗 Chicken B-1002": date(2026, 3, 12),
        "Expired: 🍗 Chicken B-1003": date(2026, 3, 22),
    }
    found = (await events(client, feed))["Expired: 🍗 Chicken B-1001"]
    assert str(found["description"]) == "Use by: March 22, 2026\nLot: L-7"
    assert (found["transp"], found["dtend"].dt) == ("TRANSPARENT", date(2026, 3, 24))


async def test_the_shelf_is_shown_by_choice_alone(alice: AsyncClient, client: AsyncClient) -> None:
    await create_batch(alice)
    feed = await open_feed(alice)
    assert "freshness" not in feed["areas"]
    assert await events(client, feed) == {}
    chosen = await alice.patch(f"/feeds/{feed['id']}", json={"areas": ["freshness", "tasks"]})
    assert chosen.json()["areas"] == ["tasks", "freshness"]
    assert len(await events(client, feed)) == 2


async def test_what_is_no_longer_on_the_shelf_leaves_the_calendar(
    alice: AsyncClient, client: AsyncClient, feed: dict[str, Any]
) -> None:
    for to in ("sold", "discarded", "recalled"):
        batch = await create_batch(alice)
        assert len(await days(client, feed)) == 2
        await move(alice, batch, to)
        assert await days(client, feed) == {}
    await move(alice, batch, "restored")
    assert len(await days(client, feed)) == 2
    await alice.delete(f"/batches/{batch['id']}")
    assert await days(client, feed) == {}


async def test_a_batch_keeps_its_events_and_counts_their_changes(
    alice: AsyncClient, client: AsyncClient, feed: dict[str, Any], clock: MovableClock
) -> None:
    batch = await create_batch(alice)
    poultry = (await products_of(alice))["Chicken"]["id"]

    async def expiry() -> Any:
        found = await events(client, feed)
        return next(each for name, each in found.items() if name.startswith("Expired"))

    seen = [await expiry()]
    for path, body in (
        (f"/batches/{batch['id']}", {"arrival_date": "2026-03-17"}),
        (f"/products/{poultry}", {"name": "Poultry"}),
    ):
        clock.advance(timedelta(minutes=1))
        assert (await alice.patch(path, json=body)).status_code == 200
        seen.append(await expiry())
    assert len({str(each["uid"]) for each in seen}) == 1
    assert [each["dtstart"].dt.day for each in seen] == [23, 22, 22]
    assert [each["sequence"] for each in seen] == [0, 60, 120]
    assert seen[-1]["dtstamp"].dt == clock.now
    assert str(seen[-1]["summary"]) == "Expired: 🍗 Poultry B-1001"


async def test_looks_and_days_that_pass_leave_the_bytes_alone(
    alice: AsyncClient, client: AsyncClient, feed: dict[str, Any], clock: MovableClock
) -> None:
    batch = await create_batch(alice)
    whole = (await follow(client, feed)).content
    clock.advance(timedelta(days=9))
    await client.get(f"https://almanac.test/b/{batch['code']}")
    assert (await follow(client, feed)).content == whole


async def test_a_calendar_speaks_the_language_of_its_owner(
    alice: AsyncClient, client: AsyncClient, feed: dict[str, Any]
) -> None:
    await create_batch(alice)
    await alice.patch("/users/me", json={"locale": "de"})
    assert set(await days(client, feed)) == {
        "Vorsicht: 🍗 Chicken B-1001",
        "Abgelaufen: 🍗 Chicken B-1001",
    }


async def test_a_full_shelf_is_one_statement_more_and_bounded(
    alice: AsyncClient,
    client: AsyncClient,
    feed: dict[str, Any],
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for day in (12, 18, 15):
        await create_batch(alice, arrival_date=f"2026-03-{day}")
    with counted_statements(database) as asked:
        assert len(await days(client, feed)) == 6
    assert len(asked) == 3
    monkeypatch.setattr(calendar, "MOST", 2)
    assert list(await days(client, feed)) == [
        f"{word}: 🍗 Chicken B-100{number}" for number in (3, 2) for word in ("Caution", "Expired")
    ]
