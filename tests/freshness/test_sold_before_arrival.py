"""Goods that have not arrived: nobody sold or discarded them, however that is said."""

import pytest
from httpx2 import AsyncClient

from tests.freshness.shop_floor import create_batch, move, read_batch
from tests.freshness.test_import import bring

TOMORROW = "2026-03-19"


@pytest.mark.parametrize("to", ["sold", "discarded"])
async def test_what_has_not_arrived_leaves_no_shelf(alice: AsyncClient, to: str) -> None:
    batch = await create_batch(alice, arrival_date=TOMORROW)
    for answer in (
        await alice.post(f"/batches/{batch['id']}/{to}", json={}),
        await alice.post("/batches/bulk", json={"ids": [batch["id"]], "action": to}),
    ):
        assert answer.status_code == 422
        [error] = answer.json()["errors"]
        assert (error["pointer"], error["code"]) == ("/body/on", "before_arrival")
    assert await read_batch(alice, batch) == batch


async def test_what_has_not_arrived_can_be_recalled(alice: AsyncClient) -> None:
    batch = await create_batch(alice, arrival_date=TOMORROW)
    assert (await move(alice, batch, "recalled"))["status"] == "recalled"


async def test_a_table_says_so_of_its_row(alice: AsyncClient) -> None:
    head = "identifier,product,arrival_date,state\n"
    rows = f"K-1,Chicken,{TOMORROW},sold\nK-2,Chicken,{TOMORROW},recalled\n"
    found = await bring(alice, head + rows)
    assert [(each["row"], each["field"]) for each in found["refused"]] == [(2, "state")]
    assert [each["state"] for each in found["data"]] == ["recalled"]
