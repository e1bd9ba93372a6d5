"""Identifiers and names that look like others, or like nothing."""

import pytest
from httpx2 import AsyncClient

from tests.freshness.shop_floor import create_batch, create_product

BLANKS = ["\u200b", "\u3164", "\u2800", "\uffa0 \u115f", "\u00ad"]


@pytest.mark.parametrize("blank", BLANKS)
async def test_what_cannot_be_seen_names_nothing(alice: AsyncClient, blank: str) -> None:
    product = await create_product(alice)
    body = {"product_id": product["id"], "batch_identifier": blank}
    answer = await alice.post("/batches", json=body)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/body/batch_identifier"
    answer = await alice.post("/products", json={"name": blank})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/body/name"


@pytest.mark.parametrize("identifier", ["K\u200b1", "\u2060K1", "K1\u00ad", "\uff2b1", "k\u200d1"])
async def test_what_looks_the_same_is_the_same(alice: AsyncClient, identifier: str) -> None:
    batch = await create_batch(alice, batch_identifier="K1")
    body = {"product_id": batch["product"]["id"], "batch_identifier": identifier}
    answer = await alice.post("/batches", json=body)
    assert (answer.status_code, answer.json()["code"]) == (409, "identifier_taken")
    found = await alice.get("/batches", params={"q": identifier})
    assert [each["id"] for each in found.json()["data"]] == [batch["id"]]


async def test_a_name_with_a_joiner_inside_is_no_other_name(alice: AsyncClient) -> None:
    await create_product(alice, "نیم\u200cپز")
    answer = await alice.post("/products", json={"name": "نیمپز"})
    assert (answer.status_code, answer.json()["code"]) == (409, "product_name_taken")
