"""Goods that were recalled and then cleared away here: their labels are still about."""

from httpx2 import AsyncClient

from tests.freshness.shop_floor import create_batch, move


async def test_a_label_goes_on_warning_when_its_recalled_batch_is_deleted(
    alice: AsyncClient, client: AsyncClient
) -> None:
    batch = await move(alice, await create_batch(alice), "recalled", reason="glass")
    url = f"/public/batches/{batch['code']}"
    before = (await client.get(url)).json()
    await alice.delete(f"/batches/{batch['id']}")
    after = (await client.get(url)).json()
    assert (after["status"], after["recall_reason"]) == ("recalled", "glass")
    assert {**after, "updated_at": ""} == {**before, "updated_at": ""}
    assert (await alice.get(f"/batches/{batch['id']}")).status_code == 404


async def test_once_it_is_back_and_restored_it_is_as_any_other(
    alice: AsyncClient, client: AsyncClient
) -> None:
    batch = await move(alice, await create_batch(alice), "recalled")
    await alice.delete(f"/batches/{batch['id']}")
    await alice.post(f"/batches/{batch['id']}/undelete")
    await move(alice, batch, "restored")
    url = f"/public/batches/{batch['code']}"
    assert (await client.get(url)).json()["status"] == "fresh"
    await alice.delete(f"/batches/{batch['id']}")
    assert (await client.get(url)).status_code == 404
