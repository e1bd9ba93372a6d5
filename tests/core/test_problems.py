"""Every error is a problem that names what is wrong, and every response carries its headers."""

import pytest
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient

from tests.conftest import browser

JSON = {"Content-Type": "application/json"}


async def test_a_body_that_is_not_json_is_a_problem(alice: AsyncClient) -> None:
    response = await alice.post("/habits", content=b"{nope", headers=JSON)
    assert response.status_code == 422
    assert response.json()["code"] == "invalid_request"
    assert response.json()["errors"][0]["pointer"].startswith("/body")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("x" * 121, "Use at most 120 characters"), (" ", "This cannot be empty")],
)
async def test_text_of_the_wrong_length_is_told_in_characters(
    alice: AsyncClient, name: str, sentence: str
) -> None:
    (error,) = (await alice.post("/habits", json={"name": name})).json()["errors"]
    assert (error["pointer"], error["detail"]) == ("/body/name", sentence)


async def test_a_body_that_is_not_called_json_is_refused(alice: AsyncClient) -> None:
    response = await alice.post(
        "/habits", content=b'{"name": "a"}', headers={"Content-Type": "text/plain"}
    )
    assert (response.status_code, response.json()["code"]) == (415, "unsupported_media_type")


async def test_a_form_is_refused(alice: AsyncClient) -> None:
    response = await alice.post("/habits", data={"name": "a"})
    assert response.status_code == 415


async def test_a_body_that_is_too_large_is_refused(alice: AsyncClient) -> None:
    body = b'{"name": "' + b"x" * (1024 * 1024) + b'"}'
    response = await alice.post("/habits", content=body, headers=JSON)
    assert (response.status_code, response.json()["code"]) == (413, "too_large")


async def test_a_body_nested_without_end_is_refused(alice: AsyncClient) -> None:
    body = b'{"name": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    response = await alice.post("/habits", content=body, headers=JSON)
    assert response.status_code == 422


@pytest.mark.parametrize("value", [b"9" * 5000, b'"\xff"', b"[" * 100_000])
async def test_json_that_cannot_be_read_names_the_body(alice: AsyncClient, value: bytes) -> None:
    response = await alice.post("/habits", content=b'{"name": ' + value + b"}", headers=JSON)
    assert response.status_code == 422
    assert response.json()["errors"] == [
        {
            "pointer": "/body",
            "code": "json_invalid",
            "detail": "The body is not JSON that can be read",
        }
    ]


async def test_a_body_made_of_mistakes_is_answered_in_short(alice: AsyncClient) -> None:
    wrong = {f"{'k' * 2000}{number}": 1 for number in range(400)}
    response = await alice.post("/habits", json=wrong)
    assert response.status_code == 422
    assert 1 < len(response.json()["errors"]) <= 50
    assert len(response.content) < 20_000


async def test_a_pointer_escapes_what_a_client_named(alice: AsyncClient) -> None:
    response = await alice.patch("/users/me", json={"a/b~c": 1})
    assert response.json()["errors"][0]["pointer"] == "/body/a~1b~0c"


async def test_a_surrogate_without_its_pair_is_refused(alice: AsyncClient) -> None:
    response = await alice.post("/habits", content=b'{"name": "\\ud800"}', headers=JSON)
    assert response.status_code == 422


async def test_an_unknown_route_is_a_problem(alice: AsyncClient) -> None:
    for method in ("GET", "POST", "DELETE"):
        response = await alice.request(method, "/nowhere", headers={"Accept": "text/html"})
        assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["code"] == "not_found"


async def test_a_method_that_is_not_there_is_a_problem(alice: AsyncClient) -> None:
    response = await alice.put("/today", json={})
    assert response.status_code == 405
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["allow"] == "GET"


async def test_an_id_that_is_none_names_the_field(alice: AsyncClient) -> None:
    response = await alice.get("/habits/not-an-id")
    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"] == "/path/habit_id"


async def test_a_crash_says_nothing_but_its_request_id(
    alice: AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the password of the database is swordfish")

    monkeypatch.setattr("almanac.habits.service.listing.queries.list_habits", fail)
    response = await alice.get("/habits", headers={"X-Request-ID": "request-of-a-test"})
    assert response.status_code == 500
    assert response.json()["code"] == "internal_error"
    assert response.json()["request_id"] == "request-of-a-test"
    assert "swordfish" not in response.text
    assert response.headers["x-request-id"] == "request-of-a-test"
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("sent", "kept"),
    [("abcdef-123456", True), ("short", False), ("x" * 65, False), ("with space!", False)],
)
async def test_a_valid_request_id_is_kept(app: FastAPI, sent: str, kept: bool) -> None:
    async with browser(app) as client:
        response = await client.get("/config/public", headers={"X-Request-ID": sent})
    assert (response.headers["x-request-id"] == sent) is kept
    assert response.headers["x-request-id"]


@pytest.mark.parametrize("path", ["/config/public", "/users/me", "/nowhere"])
async def test_every_answer_of_the_api_carries_the_headers(client: AsyncClient, path: str) -> None:
    headers = (await client.get(path)).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"


@pytest.mark.parametrize(("origin", "expected"), [("https", "max-age=31536000"), ("http", None)])
async def test_https_is_kept_to_where_people_come_that_way(
    app: FastAPI, origin: str, expected: str | None
) -> None:
    async with AsyncClient(
        transport=ASGITransport(app), base_url=f"{origin}://almanac.test"
    ) as client:
        response = await client.get("/api/v1/nowhere")
    assert response.headers.get("strict-transport-security") == expected
