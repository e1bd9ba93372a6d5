"""What cannot be a batch: each refused with the field that is wrong, and nothing half-written."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest
from httpx2 import AsyncClient

from tests.freshness.shop_floor import create_batch, products_of


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"arrival_date": "soon"}, "/body/arrival_date"),
        ({"arrival_date": "2026-02-30"}, "/body/arrival_date"),
        ({"arrival_date": 1773792000}, "/body/arrival_date"),
        ({"arrival_date": "2036-03-18"}, "/body/arrival_date"),
        ({"arrival_date": "2027-03-20"}, "/body/arrival_date"),
        ({"butcher_date": "2026-03-19"}, "/body/butcher_date"),
        ({"butcher_date": "yesterday"}, "/body/butcher_date"),
        ({"use_by": "2026-03-17"}, "/body/use_by"),
        ({"batch_identifier": ""}, "/body/batch_identifier"),
        ({"batch_identifier": "   "}, "/body/batch_identifier"),
        ({"batch_identifier": "\u200b"}, "/body/batch_identifier"),
        ({"batch_identifier": "x" * 41}, "/body/batch_identifier"),
        ({"batch_identifier": "a\x00b"}, "/body/batch_identifier"),
        ({"product_id": str(uuid4())}, "/body/product_id"),
        ({"product_id": "chicken"}, "/body/product_id"),
        ({"fresh_days": -1}, "/body/fresh_days"),
        ({"fresh_days": 3, "caution_days": 2}, "/body/caution_days"),
        ({"quantity": -1}, "/body/quantity"),
        ({"quantity": "a lot"}, "/body/quantity"),
        ({"quantity": 1e300}, "/body/quantity"),
        ({"note": "x" * 2001}, "/body/note"),
        ({"colour": "red"}, "/body/colour"),
    ],
)
async def test_a_batch_that_cannot_be_is_refused(
    alice: AsyncClient, fields: dict[str, Any], pointer: str
) -> None:
    chicken = (await products_of(alice))["Chicken"]["id"]
    answer = await alice.post("/batches", json={"product_id": chicken, **fields})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == pointer
    assert (await alice.get("/batches")).json()["count"] == 0


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"product_id": 1e999}', b"\xff"])
async def test_what_is_no_body_is_refused(alice: AsyncClient, content: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    answer = await alice.post("/batches", content=content, headers=headers)
    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"arrival_date": None}, "/body/arrival_date"),
        ({"batch_identifier": None}, "/body/batch_identifier"),
        ({"butcher_date": "2026-03-20"}, "/body/butcher_date"),
        ({"caution_days": 0}, "/body/caution_days"),
        ({"product_id": str(uuid4())}, "/body/product_id"),
    ],
)
async def test_a_change_that_cannot_be_is_refused_and_changes_nothing(
    alice: AsyncClient, fields: dict[str, Any], pointer: str
) -> None:
    batch = await create_batch(alice)
    url = f"/batches/{batch['id']}"
    answer = await alice.patch(url, json={"note": "new", **fields})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == pointer
    assert (await alice.get(url)).json() == batch


@pytest.mark.parametrize("identifier", ["K 1", "k  1", " K 1 "])
async def test_an_identifier_is_given_once(alice: AsyncClient, identifier: str) -> None:
    first = await create_batch(alice, batch_identifier="K 1")
    other = await create_batch(alice)
    body = {"product_id": first["product"]["id"], "batch_identifier": identifier}
    for answer in (
        await alice.post("/batches", json=body),
        await alice.put(f"/batches/{uuid4()}", json=body),
        await alice.patch(f"/batches/{other['id']}", json={"batch_identifier": identifier}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "identifier_taken")
        assert answer.json()["errors"][0]["pointer"] == "/body/batch_identifier"


async def test_two_people_may_use_the_same_identifier(alice: AsyncClient, bob: AsyncClient) -> None:
    hers = await create_batch(alice, batch_identifier="K 1")
    his = await create_batch(bob, batch_identifier="K 1")
    assert hers["code"] != his["code"]


async def test_a_deleted_batch_gives_its_identifier_away(alice: AsyncClient) -> None:
    first = await create_batch(alice, batch_identifier="K 1")
    await alice.delete(f"/batches/{first['id']}")
    await create_batch(alice, batch_identifier="K 1")
    answer = await alice.post(f"/batches/{first['id']}/undelete")
    assert (answer.status_code, answer.json()["code"]) == (409, "identifier_taken")


async def test_of_two_at_once_with_one_identifier_one_is_told(alice: AsyncClient) -> None:
    chicken = (await products_of(alice))["Chicken"]["id"]
    body = {"product_id": chicken, "batch_identifier": "K 1"}
    answers = await asyncio.gather(*(alice.post("/batches", json=body) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    assert (await alice.get("/batches")).json()["count"] == 1


async def test_one_id_put_by_several_at_once_is_one_batch(alice: AsyncClient) -> None:
    chicken = (await products_of(alice))["Chicken"]["id"]
    url = f"/batches/{uuid4()}"
    answers = await asyncio.gather(
        *(alice.put(url, json={"product_id": chicken}) for _ in range(4))
    )
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 201]
    assert len({answer.json()["batch_identifier"] for answer in answers}) == 1


async def test_a_batch_sent_again_with_its_key_is_made_once(alice: AsyncClient) -> None:
    chicken = (await products_of(alice))["Chicken"]["id"]
    headers = {"Idempotency-Key": "one"}
    sent = [
        await alice.post("/batches", json={"product_id": chicken}, headers=headers)
        for _ in range(3)
    ]
    assert {answer.json()["id"] for answer in sent} == {sent[0].json()["id"]}
    assert (await alice.get("/batches")).json()["count"] == 1


async def test_sold_and_discarded_at_once_is_one_of_both(alice: AsyncClient) -> None:
    batch = await create_batch(alice)
    answers = await asyncio.gather(
        *(alice.post(f"/batches/{batch['id']}/{to}", json={}) for to in ("sold", "discarded"))
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409]


async def test_too_many_at_once_are_refused(alice: AsyncClient) -> None:
    body = {"ids": [str(uuid4()) for _ in range(1001)], "action": "sold"}
    answer = await alice.post("/batches/bulk", json=body)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/body/ids"
