"""What is no logo is refused with the field that it was sent in."""

import pytest
from httpx2 import AsyncClient

from tests.freshness.test_shop import picture


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"GIF89a", picture("PNG")[:-40]])
async def test_a_file_that_is_no_picture_is_named(alice: AsyncClient, data: bytes) -> None:
    answer = await alice.put("/shop/logo", files={"file": ("logo.png", data, "image/png")})
    assert (answer.status_code, answer.json()["code"]) == (422, "logo_refused")
    [error] = answer.json()["errors"]
    assert (error["pointer"], error["code"]) == ("/body/file", "logo_refused")
    assert (await alice.get("/shop/logo")).status_code == 404
