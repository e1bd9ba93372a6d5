"""What every public page has in common, shown on the page for links that do not work."""

from collections.abc import AsyncIterator

import pytest
from httpx2 import ASGITransport, AsyncClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from almanac.pages.answers import not_found, page, too_many


def there(request: Request) -> Response:
    """A page that is there, of this room's own templates."""
    return page(request, "almanac.pages", "not_found.html", query={"week": "2026-03-16"})


def busy(request: Request) -> Response:
    return too_many(request, {"Retry-After": "7"})


@pytest.fixture
async def visitor() -> AsyncIterator[AsyncClient]:
    routes = [Route("/there", there), Route("/gone", not_found), Route("/busy", busy)]
    async with AsyncClient(
        transport=ASGITransport(Starlette(routes=routes)),
        base_url="https://almanac.test",
        headers={"Accept-Language": "en"},
    ) as client:
        yield client


async def test_a_page_is_private_and_not_for_indexes(visitor: AsyncClient) -> None:
    response = await visitor.get("/there")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["cache-control"] == "private, no-cache"
    assert response.headers["referrer-policy"] == "no-referrer"
    assert response.headers["x-robots-tag"] == "noindex, nofollow"
    assert response.headers["vary"] == "Accept-Language"
    assert "set-cookie" not in response.headers
    assert "<script" not in response.text


async def test_a_page_is_sent_again_only_when_it_changed(visitor: AsyncClient) -> None:
    etag = (await visitor.get("/there")).headers["etag"]
    for sent in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        again = await visitor.get("/there", headers={"If-None-Match": sent})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == etag
        assert again.headers["cache-control"] == "private, no-cache"
    german = await visitor.get("/there?lang=de", headers={"If-None-Match": etag})
    assert german.status_code == 200
    assert german.headers["etag"] != etag


async def test_the_head_of_a_page_is_that_of_its_get(visitor: AsyncClient) -> None:
    head, get = await visitor.head("/there"), await visitor.get("/there")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers == get.headers


async def test_a_page_is_in_the_visitors_language(visitor: AsyncClient) -> None:
    for address, accepted, tag, words in (
        ("/gone", "de-AT,en;q=0.5", "de-AT", "Hier ist nichts"),
        ("/gone", "tlh", "en", "Nothing is here"),
        ("/gone?lang=de", "en", "de", "Hier ist nichts"),
        ("/gone?lang=tlh", "de", "de", "Hier ist nichts"),
    ):
        response = await visitor.get(address, headers={"Accept-Language": accepted})
        assert response.headers["content-language"] == tag
        assert f'<html lang="{tag}" dir="ltr">' in response.text
        assert words in response.text


async def test_links_to_other_languages_keep_the_address(visitor: AsyncClient) -> None:
    text = (await visitor.get("/there")).text
    assert '<a href="?week=2026-03-16&amp;lang=de" lang="de" hreflang="de">Deutsch</a>' in text
    assert 'hreflang="en" aria-current="true">English</a>' in text


async def test_what_does_not_work_is_not_found_and_never_unchanged(visitor: AsyncClient) -> None:
    first = await visitor.get("/gone")
    assert first.status_code == 404
    again = await visitor.get("/gone", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (404, first.content)
    assert len(first.content) < 5000


async def test_who_asks_too_often_is_told_when_to_come_again(visitor: AsyncClient) -> None:
    response = await visitor.get("/busy")
    assert (response.status_code, response.headers["retry-after"]) == (429, "7")
    assert "One moment" in response.text
