"""What undoes a change of several batches, posted late, twice, or after something else."""

from typing import Any

from httpx2 import AsyncClient

from tests.freshness.shop_floor import create_batch, move, read_batch


async def change(client: AsyncClient, body: dict[str, Any]) -> dict[str, Any]:
    answer = await client.post("/batches/bulk", json=body)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_a_sale_taken_back_late_leaves_the_recall_since(alice: AsyncClient) -> None:
    one, two = await create_batch(alice, lot="L-1"), await create_batch(alice)
    sold = await change(alice, {"ids": [one["id"], two["id"]], "action": "sold"})
    await alice.post("/batches/recall", json={"lot": "L-1", "reason": "glass"})
    back = await change(alice, sold["undo"])
    assert [batch["state"] for batch in back["data"]] == ["recalled", "on_shelf"]
    assert back["undo"]["ids"] == [two["id"]]
    page = await alice.get(f"/public/batches/{one['code']}")
    assert page.json()["status"] == "recalled"
    assert (await move(alice, one, "restored"))["state"] == "sold"


async def test_a_recall_is_taken_back_once_however_often_that_is_sent(alice: AsyncClient) -> None:
    batch = await move(alice, await create_batch(alice, lot="L-1"), "sold")
    recalled = (await alice.post("/batches/recall", json={"lot": "L-1"})).json()
    for _ in range(3):
        back = await change(alice, recalled["undo"])
        assert [each["state"] for each in back["data"]] == ["sold"]
    assert (await read_batch(alice, batch))["left_on"] == "2026-03-18"


async def test_without_a_state_the_last_change_of_each_is_taken_back(alice: AsyncClient) -> None:
    one = await move(alice, await create_batch(alice), "sold")
    two = await move(alice, await create_batch(alice), "discarded")
    back = await change(alice, {"ids": [one["id"], two["id"]], "action": "restored"})
    assert {batch["state"] for batch in back["data"]} == {"on_shelf"}
    assert back["undo"] is None
