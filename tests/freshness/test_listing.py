"""Lists of batches: filters, counts, order, pages, and their price with ten thousand."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx2 import AsyncClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from almanac.core.bulk_insert import insert_rows
from almanac.core.db import Database
from almanac.freshness import models
from almanac.freshness.domain.model import Batch, BatchState, Limits
from almanac.freshness.domain.status import status_by_turns, status_of, turns_of
from tests.conftest import NOON
from tests.freshness.shop_floor import create_batch, move, products_of
from tests.statements import counted_statements

TODAY = date(2026, 3, 18)


async def listed(client: AsyncClient, query: str = "") -> dict[str, Any]:
    response = await client.get(f"/batches?{query}")
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


async def identifiers(client: AsyncClient, query: str = "") -> list[str]:
    return [batch["batch_identifier"] for batch in (await listed(client, query))["data"]]


@pytest.fixture
async def shelf(alice: AsyncClient) -> AsyncClient:
    """Batches of each status and state."""
    await create_batch(alice, batch_identifier="not yet", arrival_date="2026-03-19")
    await create_batch(alice, batch_identifier="fresh", lot="Ä 1")
    await create_batch(alice, batch_identifier="caution", arrival_date="2026-03-15")
    await create_batch(alice, batch_identifier="expired", arrival_date="2026-03-01")
    for state in ("sold", "discarded", "recalled"):
        await move(alice, await create_batch(alice, batch_identifier=state), state)
    return alice


async def test_a_list_counts_what_other_choices_would_show(shelf: AsyncClient) -> None:
    every = await listed(shelf)
    assert every["count"] == 7
    assert every["today"] == "2026-03-18"
    assert every["counts"] == {
        "status": {"not_yet": 1, "fresh": 2, "caution": 1, "expired": 2, "recalled": 1},
        "state": {"on_shelf": 4, "sold": 1, "discarded": 1, "recalled": 1},
    }
    here = await listed(shelf, "state=on_shelf&status=fresh")
    assert [batch["batch_identifier"] for batch in here["data"]] == ["fresh"]
    assert here["count"] == 1
    assert here["counts"] == {
        "status": {"not_yet": 1, "fresh": 1, "caution": 1, "expired": 1, "recalled": 0},
        "state": {"on_shelf": 1, "sold": 1, "discarded": 0, "recalled": 0},
    }


async def test_one_of_several_statuses_and_states_is_enough(shelf: AsyncClient) -> None:
    found = await identifiers(shelf, "status=caution&status=expired&state=on_shelf&state=sold")
    assert sorted(found) == ["caution", "expired"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=EXPI", ["expired"]),
        ("q=ä", ["fresh"]),
        ("q=chick&state=sold", ["sold"]),
        ("q=%25", []),
        ("lot=ä+1", ["fresh"]),
        ("arrived_to=2026-03-14", ["expired"]),
        ("arrived_from=2026-03-19", ["not yet"]),
        ("sort=expires_on&limit=1", ["expired"]),
        ("sort=-left_on&limit=2", ["discarded", "sold"]),
        ("sort=batch_identifier&limit=2", ["caution", "discarded"]),
    ],
)
async def test_lists_are_searched_and_sorted(
    shelf: AsyncClient, query: str, found: list[str]
) -> None:
    assert await identifiers(shelf, query) == found


async def test_a_list_goes_on_from_page_to_page(shelf: AsyncClient) -> None:
    first = await listed(shelf, "limit=4")
    second = await listed(shelf, f"limit=4&cursor={first['next_cursor']}")
    assert len({batch["id"] for batch in [*first["data"], *second["data"]]}) == 7
    assert second["next_cursor"] is None


@pytest.mark.parametrize(
    "query",
    [
        "status=good",
        "state=gone",
        "product_id=1",
        "arrived_from=tomorrow",
        "arrived_to=2026-02-30",
        "sort=name",
        "q=" + "x" * 201,
        "limit=0",
    ],
)
async def test_a_filter_that_cannot_be_is_refused(alice: AsyncClient, query: str) -> None:
    assert (await alice.get(f"/batches?{query}")).status_code == 422


async def test_a_stranger_sees_nothing(shelf: AsyncClient, bob: AsyncClient) -> None:
    assert await identifiers(bob) == []
    product = (await products_of(shelf))["Chicken"]["id"]
    assert await identifiers(bob, f"product_id={product}") == []


async def test_ten_thousand_batches_cost_three_statements(
    alice: AsyncClient, database: Database
) -> None:
    batch = await create_batch(alice)
    await _fill(database, UUID(batch["id"]), 9999)
    with counted_statements(database) as seen:
        page = await listed(alice, "status=caution&limit=200")
    assert len(seen) <= 3, seen
    assert sum(page["counts"]["state"].values()) == page["counts"]["state"]["on_shelf"]
    assert sum(page["counts"]["status"].values()) == 10_000
    assert {each["status"] for each in page["data"]} == {"caution"}
    full = await alice.post("/batches", json={"product_id": batch["product"]["id"]})
    assert (full.status_code, full.json()["code"]) == (422, "too_many_batches")


async def _fill(database: Database, like: UUID, count: int) -> None:
    """So many batches more like this one, over the days before today."""
    async with database.writers.begin() as session:
        row = await session.get_one(models.Batch, await _key(database, like))
        columns = {column.key: getattr(row, column.key) for column in row.__mapper__.column_attrs}
        rows = []
        for number in range(count):
            arrived = TODAY - timedelta(days=number % 60)
            turns = turns_of(Batch(arrived))
            rows.append(
                columns
                | {
                    "id": UUID(int=number + 1),
                    "identifier": f"X-{number}",
                    "identifier_key": f"x-{number}",
                    "code": f"{number:012}",
                    "arrived_on": arrived,
                    "caution_on": turns.caution_on,
                    "expires_on": turns.expires_on,
                    "created_at": NOON,
                }
            )
        await insert_rows(session, models.Batch, rows)


async def _key(database: Database, batch_id: UUID) -> tuple[UUID, UUID]:
    async with database.readers.begin() as session:
        statement = select(models.Batch.user_id).where(models.Batch.id == batch_id)
        return (await session.scalars(statement)).one(), batch_id


days = st.dates(date(2025, 1, 1), date(2027, 1, 1))


@given(
    arrived_on=days,
    before=st.none() | st.integers(0, 30),
    use_by=st.none() | st.integers(0, 30),
    fresh=st.integers(0, 20),
    more=st.integers(0, 20),
    rule=st.none() | st.integers(0, 40),
    state=st.sampled_from(BatchState),
    ahead=st.integers(-5, 70),
)
def test_dates_kept_beside_a_batch_tell_its_status(
    *,
    arrived_on: date,
    before: int | None,
    use_by: int | None,
    fresh: int,
    more: int,
    rule: int | None,
    state: BatchState,
    ahead: int,
) -> None:
    butchered_on = None if before is None else arrived_on - timedelta(days=before)
    written = None if use_by is None else (butchered_on or arrived_on) + timedelta(days=use_by)
    batch = Batch(arrived_on, butchered_on, written, Limits(fresh, fresh + more, rule), state)
    today, turns = arrived_on + timedelta(days=ahead), turns_of(batch)
    assert turns.caution_on <= turns.expires_on
    assert status_by_turns(state, arrived_on, turns, today) is status_of(batch, today)


async def test_the_database_tells_the_status_as_the_rules_do(
    alice: AsyncClient, database: Database
) -> None:
    chicken = (await products_of(alice))["Chicken"]["id"]
    number = 0
    for arrival in range(-8, 2):
        for use_by in (None, 0, 3):
            arrived = TODAY + timedelta(days=arrival)
            fields = {} if use_by is None else {"use_by": f"{arrived + timedelta(days=use_by)}"}
            await create_batch(alice, product_id=chicken, arrival_date=f"{arrived}", **fields)
            number += 1
    found = []
    for status in ("not_yet", "fresh", "caution", "expired", "recalled"):
        page = await listed(alice, f"status={status}&limit=100")
        assert {batch["status"] for batch in page["data"]} <= {status}
        assert page["counts"]["status"][status] == page["count"] == len(page["data"])
        found += page["data"]
    assert len(found) == number
