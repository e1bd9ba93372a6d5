"""Recalls in the audit log that each person sees of their own."""

from typing import Any

from httpx2 import AsyncClient

from tests.freshness.shop_floor import create_batch, move

KINDS = ("batches.recalled", "batches.recall_taken_back")


async def recalls(client: AsyncClient) -> list[tuple[str, dict[str, Any]]]:
    """What the log tells of recalls, the latest first."""
    found = (await client.get("/auth/events")).json()["data"]
    return [(each["kind"], each["details"]) for each in found if each["kind"] in KINDS]


async def test_a_recall_and_its_undo_are_told_once_each(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    for _ in range(2):
        await create_batch(alice, lot="L-77")
    body = {"lot": "L-77", "reason": "Listeria"}
    await alice.post("/batches/recall?dry_run=true", json=body)
    assert await recalls(alice) == []
    done = (await alice.post("/batches/recall", json=body)).json()
    goods = {"batches": 2, "identifiers": ["B-1002", "B-1001"], "lot": "L-77"}
    recalled = ("batches.recalled", {**goods, "reason": "Listeria"})
    assert await recalls(alice) == [recalled]
    await alice.post("/batches/recall", json=body)
    assert await recalls(alice) == [recalled]
    await alice.post("/batches/bulk", json=done["undo"])
    assert await recalls(alice) == [("batches.recall_taken_back", goods), recalled]
    await alice.post("/batches/bulk", json=done["undo"])
    assert len(await recalls(alice)) == 2
    assert await recalls(bob) == []


async def test_it_is_told_who_did_it_and_from_where(alice: AsyncClient) -> None:
    batch = await create_batch(alice)
    await move(alice, batch, "recalled", reason="x" * 300)
    await move(alice, batch, "restored")
    undone, recalled = (await alice.get("/auth/events")).json()["data"][:2]
    assert (recalled["kind"], undone["kind"]) == KINDS
    assert recalled["details"]["reason"] == "x" * 200
    assert (recalled["actor"], recalled["succeeded"]) == ("person", True)
    assert recalled["ip"]
    assert recalled["user_agent"] == undone["user_agent"] != ""


async def test_of_several_at_once_those_that_changed_are_told(alice: AsyncClient) -> None:
    batches = [await create_batch(alice, lot=f"L-{number}") for number in range(3)]
    await move(alice, batches[0], "recalled", reason="first")
    ids = [batch["id"] for batch in batches]
    await alice.post("/batches/bulk", json={"ids": ids, "action": "recalled", "reason": "all"})
    assert (await recalls(alice))[0] == (
        "batches.recalled",
        {"batches": 2, "identifiers": ["B-1002", "B-1003"], "reason": "all"},
    )


async def test_what_is_sold_discarded_or_deleted_is_no_matter_of_the_log(
    alice: AsyncClient,
) -> None:
    for to in ("sold", "discarded"):
        await move(alice, await create_batch(alice), to)
    batch = await create_batch(alice)
    await alice.delete(f"/batches/{batch['id']}")
    assert await recalls(alice) == []
