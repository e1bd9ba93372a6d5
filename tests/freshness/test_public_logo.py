"""The shop's logo on the public page: part of the page, small, and gone when it is taken away."""

import re
from base64 import b64decode
from io import BytesIO
from os import urandom

import pytest
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient
from PIL import Image
from sqlalchemy import event

from almanac.core.db import Database
from almanac.freshness.service.marks import MAX_BYTES, mark_of
from almanac.language.catalogue import languages
from tests.conftest import ORIGIN
from tests.freshness.shop_floor import create_batch, move

EMBEDDED = re.compile(r'<img src="data:image/webp;base64,([^"]+)" alt="" width="(\d+)"')


@pytest.fixture
async def visitor(app: FastAPI) -> AsyncClient:
    """Somebody with a phone and no account."""
    return AsyncClient(transport=ASGITransport(app), base_url=ORIGIN)


def noise(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """The picture that compresses worst."""
    data = urandom(width * height * len(mode))
    return Image.frombytes(mode, (width, height), data)


def encoded(image: Image.Image, kind: str = "PNG") -> bytes:
    target = BytesIO()
    image.save(target, kind)
    return target.getvalue()


async def put(client: AsyncClient, image: Image.Image) -> None:
    answer = await client.put("/shop/logo", files={"file": ("logo", encoded(image))})
    assert answer.status_code == 200, answer.text


async def test_a_logo_is_part_of_the_page_until_it_is_taken_away(
    alice: AsyncClient, visitor: AsyncClient
) -> None:
    batch = await create_batch(alice)
    path = f"/b/{batch['code']}"
    tags = [(await visitor.get(path)).headers["etag"]]
    for color in ("red", "blue"):
        await put(alice, Image.new("RGB", (400, 200), color))
        response = await visitor.get(path)
        [(data, width)] = EMBEDDED.findall(response.text)
        with Image.open(BytesIO(b64decode(data))) as image:
            assert image.format == "WEBP"
            assert image.size == (240, 120)
            red, _, blue = image.convert("RGB").resize((1, 1)).tobytes()
        assert (red > blue) is (color == "red")
        assert width == "120"
        assert "img-src data:;" in f"{response.headers['content-security-policy']};"
        tags.append(response.headers["etag"])
    await alice.delete("/shop/logo")
    response = await visitor.get(path)
    assert "<img" not in response.text
    assert response.headers["etag"] == tags[0]
    assert len(set(tags)) == 3


async def test_a_page_stays_small_with_the_worst_logo_in_every_language(
    alice: AsyncClient, visitor: AsyncClient
) -> None:
    await alice.patch("/shop", json={"name": "Ж" * 80, "contact": "Ж" * 300})
    await put(alice, noise(512, 512))
    batch = await create_batch(alice, lot="L" * 60, butcher_date="2026-03-14", use_by="2026-03-20")
    await move(alice, batch, "recalled", reason="Ж" * 500)
    for language in languages():
        response = await visitor.get(f"/b/{batch['code']}?lang={language}")
        assert EMBEDDED.search(response.text)
        assert len(response.content) <= 15_000


@pytest.mark.parametrize("size", [(1, 1), (512, 3), (3, 512), (48, 48), (512, 512)])
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_any_logo_becomes_small_enough(size: tuple[int, int], mode: str) -> None:
    mark = mark_of(encoded(noise(*size, mode), "WEBP"))
    assert len(b64decode(mark.address.partition(",")[2])) <= MAX_BYTES
    assert min(mark.width, mark.height) >= 1
    assert max(mark.width, mark.height) <= 120


async def test_a_logo_is_asked_for_once(
    alice: AsyncClient, visitor: AsyncClient, database: Database
) -> None:
    batch = await create_batch(alice)
    asked: list[object] = []
    engine = database.lookups.engine.sync_engine
    event.listen(engine, "checkout", lambda *_: asked.append(1))

    async def cost() -> int:
        asked.clear()
        assert (await visitor.get(f"/b/{batch['code']}")).status_code == 200
        return len(asked)

    assert [await cost() for _ in range(2)] == [1, 1]
    await put(alice, noise(91, 17))
    assert [await cost() for _ in range(3)] == [2, 1, 1]


async def test_each_shop_has_its_own(
    alice: AsyncClient, bob: AsyncClient, visitor: AsyncClient
) -> None:
    hers, his = await create_batch(alice), await create_batch(bob)
    await put(alice, Image.new("RGB", (10, 10), "red"))
    assert "<img" in (await visitor.get(f"/b/{hers['code']}")).text
    assert "<img" not in (await visitor.get(f"/b/{his['code']}")).text
