"""Codes and labels through the API: what is printed for whom, and what cannot be."""

import zlib
from typing import Any
from uuid import uuid4

import pytest
import zxingcpp
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient, Response

from almanac.freshness.domain.stocks import STOCKS
from tests.conftest import ORIGIN
from tests.freshness.sheets import papers, scanned
from tests.freshness.shop_floor import create_batch

HOME = "http://192.168.1.20:8000"


async def printed(client: AsyncClient, *batches: dict[str, Any], **said: Any) -> Response:
    body = {"batch_ids": [each["id"] for each in batches], "stock": "L7160", **said}
    return await client.post("/batches/labels.pdf", json=body)


def refused(response: Response, status: int) -> Any:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    return response.json()


async def test_labels_lead_to_the_public_pages(alice: AsyncClient) -> None:
    chicken, pork = await create_batch(alice), await create_batch(alice)
    response = await printed(alice, pork, chicken, pork)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/pdf"
    assert "labels.pdf" in response.headers["content-disposition"]
    expected = [each["public_url"] for each in (pork, chicken, pork)]
    assert sorted(scanned(response.content)) == sorted(expected)
    assert expected[0] == f"{ORIGIN}/b/{pork['code']}"
    again = await printed(alice, pork, chicken, pork)
    assert again.content == response.content


async def test_a_code_is_a_picture_of_any_size(alice: AsyncClient) -> None:
    batch = await create_batch(alice)
    drawn = await alice.get(f"/batches/{batch['id']}/qr.svg")
    assert drawn.headers["content-type"] == "image/svg+xml"
    assert drawn.text.startswith("<svg")
    assert " width=" not in drawn.text.partition(">")[0]
    for size in (128, 300, 1000):
        path = f"/batches/{batch['id']}/qr.png?size={size}"
        picture = await alice.get(path)
        assert picture.headers["content-type"] == "image/png"
        assert read_png(picture.content, size) == batch["public_url"]
    kept = await alice.get(path, headers={"If-None-Match": picture.headers["etag"]})
    assert kept.status_code == 304
    for wrong in ("127", "4097", "x"):
        refused(await alice.get(f"/batches/{batch['id']}/qr.png?size={wrong}"), 422)


def read_png(content: bytes, size: int) -> str:
    """What the code of a PNG of one bit a pixel says."""
    assert int.from_bytes(content[16:20], "big") == int.from_bytes(content[20:24], "big") == size
    data = content[content.index(b"IDAT") + 4 :]
    rows = zlib.decompressobj().decompress(data)
    width = -(-size // 8)
    pixels = bytearray()
    for at in range(0, len(rows), width + 1):
        bits = "".join(f"{byte:08b}" for byte in rows[at + 1 : at + 1 + width])[:size]
        pixels += bytes(255 * int(bit) for bit in bits)
    (found,) = zxingcpp.read_barcodes(memoryview(bytes(pixels)).cast("B", (size, size)))
    return str(found.text)


async def test_a_local_address_is_asked_for_before_the_first_label(
    alice: AsyncClient, app: FastAPI
) -> None:
    batch = await create_batch(alice)
    async with AsyncClient(
        transport=ASGITransport(app),
        base_url="https://localhost:8000/api/v1",
        headers={"Sec-Fetch-Site": "same-origin"},
        cookies={cookie.name: cookie.value or "" for cookie in alice.cookies.jar},
    ) as at_home:
        problem = refused(await printed(at_home, batch), 409)
        assert problem["code"] == "public_address_needed"
        assert "https://localhost:8000" in problem["detail"]
        answer = await at_home.patch("/shop", json={"public_url": HOME})
        assert answer.status_code == 200, answer.text
        labels = await printed(at_home, batch)
        assert scanned(labels.content) == [f"{HOME}/b/{batch['code']}"]


@pytest.mark.parametrize(
    ("said", "pointer", "code"),
    [
        ({"start_at": 25}, "/body/start_at", "out_of_range"),
        ({"start_at": 0}, "/body/start_at", "out_of_range"),
        ({"stock": "L9999"}, "/body/stock", "unknown_stock"),
        ({"batch_ids": []}, "/body/batch_ids", "too_many"),
        ({"batch_ids": [str(uuid4())] * 5000}, "/body/batch_ids", "too_many"),
        ({"offset_mm": [0, 10.1]}, "/body/offset_mm/1", "out_of_range"),
    ],
)
async def test_what_cannot_be_printed(
    alice: AsyncClient, said: dict[str, Any], pointer: str, code: str
) -> None:
    batch = await create_batch(alice)
    (error,) = refused(await printed(alice, batch, **said), 422)["errors"]
    assert (error["pointer"], error["code"]) == (pointer, code)


async def test_anothers_batch_is_not_printed(alice: AsyncClient, bob: AsyncClient) -> None:
    batch = await create_batch(alice)
    for answer in (
        await printed(bob, batch),
        await bob.get(f"/batches/{batch['id']}/qr.svg"),
        await bob.get(f"/batches/{batch['id']}/qr.png"),
        await printed(alice, batch, {"id": str(uuid4())}),
    ):
        assert refused(answer, 404)["code"] == "batch_not_found"


@pytest.mark.parametrize("stock", STOCKS)
async def test_each_stock_has_a_calibration_page(alice: AsyncClient, stock: str) -> None:
    response = await alice.get("/batches/calibration.pdf", params={"stock": stock, "lang": "de"})
    assert response.status_code == 200, response.text
    (paper,) = papers(response.content)
    assert paper == pytest.approx(STOCKS[stock].paper, abs=0.1)
    problem = refused(await alice.get("/batches/calibration.pdf?stock=x"), 422)
    assert problem["errors"][0]["pointer"] == "/query/stock"
