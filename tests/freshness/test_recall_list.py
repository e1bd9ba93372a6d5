"""The list of what is recalled, on paper: whose it is, why, and each batch of it."""

import io

import pytest
from httpx2 import AsyncClient, Response
from pypdf import PdfReader

from almanac.freshness.service import recall_list
from almanac.language.catalogue import languages
from tests.freshness.shop_floor import create_batch, create_product, move
from tests.typesetting.reading import text_of


def words(response: Response) -> str:
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/pdf"
    pages = PdfReader(io.BytesIO(response.content)).pages
    return " ".join(" ".join(text_of(page) for page in pages).split())


async def test_a_list_says_whose_goods_are_recalled_and_why(alice: AsyncClient) -> None:
    await alice.patch("/shop", json={"name": "Lindner", "contact": "Tel. 030 1234\nMarkt 1"})
    duck = await create_product(alice, "Duck *breast*", emoji="🦆")
    batch = await create_batch(
        alice,
        product_id=duck["id"],
        lot="L-77",
        butcher_date="2026-03-16",
        use_by="2026-03-20",
        quantity=1.5,
        unit="kg",
    )
    await move(alice, batch, "recalled", reason="Listeria #1 $x$")
    await move(alice, await create_batch(alice, lot="L-78"), "recalled")
    await create_batch(alice, lot="L-79")
    found = words(answer := await alice.get("/batches/recall.pdf"))
    assert "recall.pdf" in answer.headers["content-disposition"]
    for said in (
        *("Recall list", "Lindner", "Tel. 030 1234", "Markt 1", "As of March 18, 2026"),
        *("Lot: L-77", "Reason: Listeria #1 $x$", "B-1001", "Duck *breast*", "Mar 16, 2026"),
        *("Mar 18, 2026", "Mar 20, 2026", "1.5 kg", batch["code_grouped"], "Lot: L-78", "B-1002"),
    ):
        assert said in found
    assert "B-1003" not in found
    assert "B-1001" not in words(await alice.get("/batches/recall.pdf?lot=L-78"))


async def test_a_list_of_nothing_and_a_strangers_are_empty(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    await move(alice, await create_batch(alice, batch_identifier="HERS-1"), "recalled")
    found = words(await bob.get("/batches/recall.pdf"))
    assert "Recall list" in found
    assert "HERS" not in found


async def test_a_list_of_many_goes_over_pages(alice: AsyncClient) -> None:
    batch = await create_batch(alice, lot="L-1", batch_identifier="W" * 40)
    for _ in range(59):
        await alice.post(f"/batches/{batch['id']}/duplicate", json={})
    await alice.post("/batches/recall", json={"product_id": batch["product"]["id"]})
    answer = await alice.get("/batches/recall.pdf")
    assert len(PdfReader(io.BytesIO(answer.content)).pages) > 1
    assert answer.content == (await alice.get("/batches/recall.pdf")).content
    assert words(answer).count(" Product ") > 1


@pytest.mark.parametrize("language", sorted(languages()))
async def test_a_list_is_written_in_every_language(alice: AsyncClient, language: str) -> None:
    await move(alice, await create_batch(alice), "recalled", reason="x")
    assert "B-1001" in words(await alice.get(f"/batches/recall.pdf?lang={language}"))


async def test_more_than_a_thousand_are_to_be_narrowed(
    alice: AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recall_list, "MAX_BATCHES_AT_ONCE", 1)
    for lot in ("L-1", "L-2"):
        await move(alice, await create_batch(alice, lot=lot), "recalled")
    refused = await alice.get("/batches/recall.pdf")
    assert (refused.status_code, refused.json()["code"]) == (422, "recall_too_large")
    assert (await alice.get("/batches/recall.pdf?lot=L-1")).status_code == 200
