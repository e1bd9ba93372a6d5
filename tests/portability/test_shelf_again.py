"""A shelf in the document of everything: out, back in, refused, restored, taken back."""

import json
from typing import Any
from uuid import uuid4

import pytest
from httpx2 import AsyncClient

from tests.freshness.shop_floor import create_batch, create_product, move, products_of
from tests.freshness.test_shop import picture
from tests.portability.test_everything_again import export
from tests.portability.uploads import upload


async def a_counter(client: AsyncClient) -> dict[str, Any]:
    """A shop with a logo, and a batch that was sold and then recalled."""
    await client.patch("/shop", json={"name": "Hof", "public_url": "https://hof.example"})
    await client.put("/shop/logo", files={"file": ("logo", picture("PNG"))})
    duck = await create_product(client, "Duck", emoji="🦆", use_by_days=6)
    batch = await create_batch(client, product_id=duck["id"], lot="L 1", quantity=0.5, unit="kg")
    await client.patch(f"/batches/{batch['id']}", json={"note": "two\nlines"})
    await move(client, batch, "sold")
    return await move(client, batch, "recalled", reason="glass")


async def bring_in(client: AsyncClient, document: dict[str, Any], **query: Any) -> Any:
    return await upload(client, json.dumps(document).encode(), to="almanac", **query)


async def test_a_shelf_moves_house_with_its_history(alice: AsyncClient, bob: AsyncClient) -> None:
    batch = await a_counter(alice)
    answer = await bring_in(bob, await export(alice))
    assert answer.status_code == 201, answer.text
    assert answer.json()["products"] == {"added": 5, "restored": 0, "present": 0}
    assert answer.json()["batches"] == {"added": 1, "restored": 0, "present": 0}
    [found] = (await bob.get("/batches")).json()["data"]
    own = ("id", "product", "code", "code_grouped", "public_url", "updated_at")
    assert {k: v for k, v in found.items() if k not in own} == {
        k: v for k, v in batch.items() if k not in own
    }
    assert found["code"] != batch["code"]
    assert (await move(bob, found, "restored"))["state"] == "sold"
    assert (await bob.get("/shop")).json()["name"] == "Hof"
    assert (await bob.get("/shop/logo")).status_code == 200
    assert list(await products_of(bob)) == ["Chicken", "Beef", "Pork", "Seafood", "Duck"]


async def test_codes_are_kept_where_they_are_free(alice: AsyncClient) -> None:
    await a_counter(alice)
    document = await export(alice)
    document["shelf"]["batches"][0] |= {"id": str(uuid4()), "code": "0123456789AB"}
    document["shelf"]["batches"][0] |= {"batch_identifier": "new", "source_key": None}
    assert (await bring_in(alice, document)).json()["batches"]["added"] == 1
    codes = {each["code"] for each in (await alice.get("/batches")).json()["data"]}
    assert "0123456789AB" in codes


async def test_what_is_there_stays_and_what_was_deleted_comes_back(alice: AsyncClient) -> None:
    batch = await a_counter(alice)
    document = await export(alice)
    again = (await bring_in(alice, document)).json()
    assert (again["products"]["present"], again["batches"]["present"]) == (5, 1)
    assert again["id"] is None
    await alice.delete(f"/batches/{batch['id']}")
    preview = (await bring_in(alice, document, dry_run=True)).json()
    assert preview["batches"] == {"added": 0, "restored": 1, "present": 0}
    assert (await alice.get("/batches")).json()["count"] == 0
    answer = (await bring_in(alice, document)).json()
    assert (await alice.get(f"/batches/{batch['id']}")).json()["code"] == batch["code"]
    undone = (await alice.post(f"/imports/{answer['id']}/undo")).json()
    assert (undone["batches_removed"], undone["products_removed"]) == (1, 0)
    assert (await alice.get("/batches")).json()["count"] == 0


async def test_an_import_taken_back_leaves_what_is_used(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    await a_counter(alice)
    answer = (await bring_in(bob, await export(alice))).json()
    await create_batch(bob)
    undone = (await bob.post(f"/imports/{answer['id']}/undo")).json()
    assert (undone["products_removed"], undone["batches_removed"]) == (4, 1)
    assert list(await products_of(bob)) == ["Chicken"]


async def test_a_document_of_before_there_was_a_shelf_is_still_read(alice: AsyncClient) -> None:
    document = await export(alice)
    assert document.pop("shelf") is None
    assert (await bring_in(alice, document)).status_code == 200


OF_BATCH: list[tuple[str, Any]] = [
    ("product_id", "01a1f8fd-7479-74ce-b6bb-22367f73fce7"),
    ("arrival_date", "2099-01-01"),
    ("butcher_date", "2026-04-01"),
    ("caution_days", 0),
    ("state", "on_shelf"),
    ("left_on", "2026-03-18"),
    ("code", "short"),
    ("batch_identifier", "\u0007"),
    ("quantity", -1),
    ("scans", -1),
]
OF_EVENT: list[tuple[str, Any]] = [
    ("kind", "eaten"),
    ("changes", {"note": ["a\u0000", "b"]}),
    ("changes", {"note": [{"deep": []}, "b"]}),
    ("changes", {"DROP TABLE": ["a", "b"]}),
    ("at", "2026-03-25T10:00:00Z"),
]


async def refused(client: AsyncClient, document: dict[str, Any]) -> str:
    answer = await bring_in(client, document)
    assert answer.status_code == 422, answer.text
    assert (await client.get("/batches")).json()["count"] == 0
    code: str = answer.json()["errors"][0]["code"]
    return code


@pytest.mark.parametrize(("field", "value"), OF_BATCH)
async def test_a_batch_that_cannot_be_is_refused_with_the_file(
    alice: AsyncClient, bob: AsyncClient, field: str, value: Any
) -> None:
    await a_counter(alice)
    document = await export(alice)
    document["shelf"]["batches"][0][field] = value
    assert await refused(bob, document) == "damaged"


@pytest.mark.parametrize(("field", "value"), OF_EVENT)
async def test_a_history_that_cannot_be_is_refused_with_the_file(
    alice: AsyncClient, bob: AsyncClient, field: str, value: Any
) -> None:
    await a_counter(alice)
    document = await export(alice)
    document["shelf"]["batches"][0]["events"][0][field] = value
    assert await refused(bob, document) in {"damaged", "ahead_of_today"}


async def test_parts_that_are_there_twice_and_broken_logos_are_refused(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    await a_counter(alice)
    for kind in ("products", "batches"):
        document = await export(alice)
        document["shelf"][kind].append(document["shelf"][kind][0])
        assert await refused(bob, document) == "damaged"
    document = await export(alice)
    document["shelf"]["shop"]["logo"] = "bm90IGEgcGljdHVyZQ=="
    assert await refused(bob, document) == "damaged"
