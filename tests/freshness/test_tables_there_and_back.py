"""What tables lost or let through on their way out and back in."""

import pytest
from httpx2 import AsyncClient

from tests.freshness.shop_floor import create_batch, create_product, products_of
from tests.freshness.test_import import bring
from tests.portability.test_everything_again import export
from tests.portability.test_shelf_again import bring_in


@pytest.mark.parametrize("quantity", [1234.567, 999_999.123, 1_000_000, 0.001])
async def test_quantities_are_written_to_their_last_decimal(
    alice: AsyncClient, bob: AsyncClient, quantity: float
) -> None:
    await create_batch(alice, quantity=quantity)
    table = (await alice.get("/batches/export.csv")).text
    assert f",{quantity}," in table
    assert (await bring(bob, table))["data"][0]["quantity"] == quantity


@pytest.mark.parametrize("reason", ["a\x07b", "a\x1b[31m", "a\u202eb", "x" * 501])
async def test_a_reason_that_nobody_could_type_is_refused(alice: AsyncClient, reason: str) -> None:
    head = "identifier,product,state,reason\n"
    found = await bring(alice, f"{head}K-1,Chicken,recalled,{reason}\nK-2,Chicken,recalled,glass\n")
    assert [(fault["row"], fault["field"]) for fault in found["refused"]] == [(2, "reason")]
    assert [batch["recall_reason"] for batch in found["data"]] == ["glass"]
    assert (await bring_in(alice, await export(alice))).status_code == 200


async def test_goods_of_a_table_are_never_of_a_deleted_product(alice: AsyncClient) -> None:
    await create_product(alice)
    old = await products_of(alice)
    for product in old.values():
        await alice.delete(f"/products/{product['id']}")
    look = await bring(alice, "product\nChicken\n", dry_run=True)
    found = await bring(alice, "product\nChicken\n")
    assert look["products_added"] == found["products_added"] == ["Chicken"]
    there = await products_of(alice)
    assert found["data"][0]["product"]["id"] == there["Chicken"]["id"]
    assert there["Chicken"]["id"] != old["Chicken"]["id"]


async def test_goods_come_into_a_shop_that_was_brought_in_without_products(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    await alice.patch("/shop", json={"name": "Hof"})
    document = await export(alice)
    document["shelf"]["products"] = []
    assert (await bring_in(bob, document)).status_code == 201
    found = await bring(bob, "product\nChicken\n")
    assert (found["added"], found["products_added"]) == (1, ["Chicken"])
