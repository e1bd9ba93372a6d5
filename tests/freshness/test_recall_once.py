"""A recall that is looked at first, then sent, with a key that its client made."""

from httpx2 import AsyncClient

from tests.freshness.shop_floor import create_batch, read_batch

BODY = {"lot": "L-1", "reason": "glass"}
HEADERS = {"Idempotency-Key": "one"}


async def test_a_look_never_stands_for_the_recall_itself(alice: AsyncClient) -> None:
    batch = await create_batch(alice, lot="L-1")
    look = await alice.post("/batches/recall?dry_run=true", json=BODY, headers=HEADERS)
    assert look.json()["dry_run"] is True
    answer = await alice.post("/batches/recall", json=BODY, headers=HEADERS)
    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")
    headers = {"Idempotency-Key": "two"}
    for _ in range(2):
        done = await alice.post("/batches/recall?dry_run=false", json=BODY, headers=headers)
        assert (done.json()["dry_run"], done.json()["already"]) == (False, 0)
    assert (await read_batch(alice, batch))["state"] == "recalled"
