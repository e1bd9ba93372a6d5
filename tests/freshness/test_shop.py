"""The shop's profile: name, contact, zone, limits, address, logo."""

import struct
import zlib
from io import BytesIO

import pytest
from httpx2 import AsyncClient
from PIL import Image

from tests.freshness.shop_floor import create_batch, read_batch


def picture(kind: str, size: tuple[int, int] = (800, 300), mode: str = "RGB") -> bytes:
    target = BytesIO()
    Image.effect_noise(size, 60).convert(mode).save(target, kind)
    return target.getvalue()


def bomb() -> bytes:
    """A PNG of a few bytes that says it has 60,000 pixels on either side."""

    def chunk(name: bytes, data: bytes) -> bytes:
        end = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + end

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(100_000))
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


async def test_a_shop_is_shown_before_anything_was_written(alice: AsyncClient) -> None:
    shop = (await alice.get("/shop")).json()
    assert shop["name"] == ""
    assert (shop["timezone"], shop["effective_timezone"]) == (None, "Europe/Berlin")
    assert (shop["fresh_days"], shop["caution_days"], shop["logo_url"]) == (2, 4, None)
    assert shop["updated_at"] is None


async def test_a_shop_is_changed_field_by_field(alice: AsyncClient, bob: AsyncClient) -> None:
    body = {"name": "Haus & Hof", "contact": "+49 30 123\nhof.example", "timezone": "Asia/Tokyo"}
    shop = (await alice.patch("/shop", json=body)).json()
    assert {key: shop[key] for key in body} == body
    assert shop["effective_timezone"] == "Asia/Tokyo"
    cleared = (await alice.patch("/shop", json={"timezone": None})).json()
    assert (cleared["name"], cleared["timezone"]) == ("Haus & Hof", None)
    assert (await alice.get("/shop")).json() == cleared
    assert (await bob.get("/shop")).json()["name"] == ""


async def test_codes_lead_where_the_shop_says(alice: AsyncClient) -> None:
    batch = await create_batch(alice)
    body = {"public_url": "http://192.168.1.20:8000/"}
    shop = (await alice.patch("/shop", json=body)).json()
    assert (shop["codes_origin"], shop["has_local_address"]) == ("http://192.168.1.20:8000", False)
    url = (await read_batch(alice, batch))["public_url"]
    assert url == f"http://192.168.1.20:8000/b/{batch['code']}"


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"name": "x" * 81}, "/body/name"),
        ({"name": None}, "/body/name"),
        ({"contact": "x" * 301}, "/body/contact"),
        ({"contact": "\n".join("123456789")}, "/body/contact"),
        ({"timezone": "Berlin"}, "/body/timezone"),
        ({"timezone": ""}, "/body/timezone"),
        ({"fresh_days": -1}, "/body/fresh_days"),
        ({"fresh_days": 9}, "/body/caution_days"),
        ({"public_url": "http://localhost:8000"}, "/body/public_url"),
        ({"public_url": "javascript:alert(1)"}, "/body/public_url"),
        ({"public_url": "https://shop.example/path"}, "/body/public_url"),
    ],
)
async def test_a_profile_that_cannot_be_is_refused(
    alice: AsyncClient, body: dict[str, object], pointer: str
) -> None:
    answer = await alice.patch("/shop", json=body)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == pointer
    assert (await alice.get("/shop")).json()["fresh_days"] == 2


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("PNG", "L"), ("JPEG", "RGB"), ("WEBP", "RGB")],
)
async def test_a_logo_is_written_anew_and_small(
    alice: AsyncClient, bob: AsyncClient, kind: str, mode: str
) -> None:
    files = {"file": ("logo", picture(kind, mode=mode))}
    shop = await alice.put("/shop/logo", files=files)
    assert shop.status_code == 200, shop.text
    assert "/shop/logo?v=" in shop.json()["logo_url"]
    logo = await alice.get("/shop/logo")
    assert logo.headers["content-type"] == "image/webp"
    assert len(logo.content) <= 200_000
    with Image.open(BytesIO(logo.content)) as image:
        assert (image.format, image.size) == ("WEBP", (512, 192))
    again = await alice.get("/shop/logo", headers={"If-None-Match": logo.headers["etag"]})
    assert again.status_code == 304
    assert (await bob.get("/shop/logo")).status_code == 404
    assert (await alice.delete("/shop/logo")).status_code == 204
    assert (await alice.delete("/shop/logo")).status_code == 204
    assert (await alice.get("/shop")).json()["logo_url"] is None


async def test_nothing_but_pixels_is_kept_of_a_logo(alice: AsyncClient) -> None:
    target = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "where I live"
    Image.new("RGB", (64, 64), "red").save(target, "JPEG", exif=exif, comment=b"where I live")
    data = target.getvalue() + b"where I live"
    assert (await alice.put("/shop/logo", files={"file": ("logo", data)})).status_code == 200
    assert b"where I live" not in (await alice.get("/shop/logo")).content


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        picture("GIF"),
        picture("BMP"),
        picture("PNG")[:5000],
        picture("JPEG")[:200],
        bomb(),
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        picture("PNG", (5000, 5000), "1"),
    ],
    ids=["empty", "text", "svg", "gif", "bmp", "cut", "cut jpeg", "bomb", "zeroes", "large"],
)
async def test_what_is_no_picture_or_a_bomb_is_refused(alice: AsyncClient, data: bytes) -> None:
    answer = await alice.put("/shop/logo", files={"file": ("logo.png", data)})
    assert (answer.status_code, answer.json()["code"]) == (422, "logo_refused")
    assert (await alice.get("/shop")).json()["logo_url"] is None


async def test_a_file_that_is_too_large_is_refused(alice: AsyncClient) -> None:
    answer = await alice.put("/shop/logo", files={"file": ("logo.png", bytes(6 * 1024 * 1024))})
    assert answer.status_code == 413


async def test_a_logo_needs_a_file(alice: AsyncClient, client: AsyncClient) -> None:
    assert (await alice.put("/shop/logo", json={})).status_code == 422
    files = {"file": ("logo.png", b"")}
    assert (await client.put("/shop/logo", files=files)).status_code == 401
