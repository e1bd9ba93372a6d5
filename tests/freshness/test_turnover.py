"""Waste and turnover by product and over time; batches as tables."""

import csv
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from httpx2 import AsyncClient

from tests.conftest import MovableClock
from tests.freshness.shop_floor import create_batch, create_product, move, products_of

FEBRUARY_AND_MARCH = "from=2026-02-01&to=2026-03-31"


async def report(client: AsyncClient, query: str = FEBRUARY_AND_MARCH) -> dict[str, Any]:
    response = await client.get(f"/batches/turnover?{query}")
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


@pytest.fixture
async def counter(alice: AsyncClient) -> AsyncClient:
    """Some sales and some waste, of two products in two months."""
    beef = (await products_of(alice))["Beef"]["id"]
    sold = await create_batch(alice, arrival_date="2026-02-10")
    await move(alice, sold, "sold", on="2026-02-12")
    late = await create_batch(alice, product_id=beef, arrival_date="2026-02-27")
    await move(alice, late, "sold", on="2026-03-03")
    await move(alice, await create_batch(alice, arrival_date="2026-03-09"), "discarded")
    await move(alice, await create_batch(alice, product_id=beef), "recalled")
    await create_batch(alice, arrival_date="2025-12-31")
    return alice


async def test_sales_and_waste_are_counted_by_product(counter: AsyncClient) -> None:
    found = await report(counter)
    assert found["total"] == {
        "arrived": 4,
        "sold": 2,
        "discarded": 1,
        "waste_share": pytest.approx(1 / 3),
        "mean_days": 3.0,
    }
    by_name = {each["product"]["name"]: each for each in found["products"]}
    assert list(by_name) == ["Chicken", "Beef"]
    assert (by_name["Chicken"]["waste_share"], by_name["Beef"]["waste_share"]) == (0.5, 0.0)


@pytest.mark.parametrize(("by", "periods"), [("day", 59), ("week", 10), ("month", 2)])
async def test_periods_add_up_to_the_whole(counter: AsyncClient, by: str, periods: int) -> None:
    found = await report(counter, f"{FEBRUARY_AND_MARCH}&by={by}")
    assert len(found["periods"]) == periods
    for figure in ("arrived", "sold", "discarded"):
        parts = [period[figure] for period in found["periods"]]
        assert sum(parts) == found["total"][figure]
        assert parts == [
            sum(product[figure] for product in period["products"]) for period in found["periods"]
        ]
    days = [period["first_on"] for period in found["periods"]]
    assert (days[0], found["periods"][-1]["last_on"]) == ("2026-02-01", "2026-03-31")


async def test_months_hold_what_happened_in_them(counter: AsyncClient) -> None:
    february, march = (await report(counter, f"{FEBRUARY_AND_MARCH}&by=month"))["periods"]
    assert (february["arrived"], february["sold"]) == (2, 1)
    assert (march["arrived"], march["sold"], march["discarded"]) == (2, 1, 1)


@pytest.mark.parametrize(
    "query",
    [
        "from=2026-03-02&to=2026-03-01",
        "from=2020-01-01&to=2026-03-01",
        "from=2026-03-01",
        "from=2026-03-01&to=2026-03-02&by=year",
    ],
)
async def test_a_range_that_cannot_be_is_refused(alice: AsyncClient, query: str) -> None:
    assert (await alice.get(f"/batches/turnover?{query}")).status_code == 422


async def test_turnover_is_written_as_a_table(counter: AsyncClient) -> None:
    await create_batch(counter, product_id=(await create_product(counter, "=1+1"))["id"])
    answer = await counter.get(f"/batches/turnover.csv?{FEBRUARY_AND_MARCH}&by=month")
    assert answer.headers["content-type"].startswith("text/csv")
    assert "turnover.csv" in answer.headers["content-disposition"]
    assert answer.text.removeprefix("\ufeff").split("\r\n") == [
        "from,to,product,arrived,sold,discarded,waste_share,mean_days",
        "2026-02-01,2026-02-28,Chicken,1,1,0,0,2",
        "2026-02-01,2026-02-28,Beef,1,0,0,,",
        "2026-03-01,2026-03-31,Chicken,1,0,1,1,",
        "2026-03-01,2026-03-31,Beef,1,1,0,0,4",
        "2026-03-01,2026-03-31,'=1+1,1,0,0,,",
        "",
    ]
    assert (
        await counter.get("/batches/turnover.csv?from=2026-03-02&to=2026-03-01")
    ).status_code == 422


async def test_a_stranger_has_no_turnover(counter: AsyncClient, bob: AsyncClient) -> None:
    found = await report(bob)
    assert (found["products"], found["total"]["arrived"]) == ([], 0)


async def test_batches_are_written_as_a_table(alice: AsyncClient, clock: MovableClock) -> None:
    fields = {"lot": "=SUM(A1)", "quantity": 1.5, "unit": "kg", "note": 'two\nlines, "quoted"'}
    batch = await create_batch(alice, batch_identifier="-1", butcher_date="2026-03-17", **fields)
    await move(alice, await create_batch(alice), "sold")
    clock.advance(timedelta(days=3))
    answer = await alice.get("/batches/export.csv?state=on_shelf")
    assert answer.headers["content-type"].startswith("text/csv")
    assert "batches.csv" in answer.headers["content-disposition"]
    [row] = csv.DictReader(StringIO(answer.text.removeprefix("\ufeff"), newline=""))
    assert (row["identifier"], row["lot"]) == ("'-1", "'=SUM(A1)")
    assert (row["quantity"], row["unit"], row["note"]) == ("1.5", "kg", fields["note"])
    assert (row["state"], row["status"], row["days_on_shelf"]) == ("on_shelf", "caution", "3")
    assert row["public_url"] == batch["public_url"]


async def test_an_empty_shelf_is_a_table_with_a_head(alice: AsyncClient) -> None:
    for name in ("export", "recall"):
        table = (await alice.get(f"/batches/{name}.csv")).text
        assert table.count("\r\n") == 1
