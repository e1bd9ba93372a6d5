"""Requests that another site may have made a browser send."""

from collections.abc import Callable
from typing import cast

import pytest
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient

from almanac.core.security import signature
from tests.conftest import ORIGIN, PASSWORD, SECRET_KEY

ALICE = {"email": "alice@example.org", "password": PASSWORD}


def bare(app: FastAPI, base_url: str = ORIGIN) -> AsyncClient:
    """A client that says nothing of where its requests come from."""
    return AsyncClient(transport=ASGITransport(app), base_url=f"{base_url}/api/v1")


async def posts(app: FastAPI, alice: AsyncClient, **headers: str) -> tuple[int, str]:
    """How alice's browser is answered when a request carries these headers."""
    async with bare(app) as client:
        client.cookies = alice.cookies
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = await client.patch("/users/me", json={"day_start": 5}, headers=named)
        return answer.status_code, answer.json().get("code", "")


ALLOWED = (200, "")
REFUSED = (403, "csrf_failed")


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"Sec_Fetch_Site": "same-origin"}, ALLOWED),
        ({"Sec_Fetch_Site": "same-origin", "Origin": "https://elsewhere.test"}, ALLOWED),
        ({"Sec_Fetch_Site": "cross-site"}, REFUSED),
        ({"Sec_Fetch_Site": "cross-site", "Origin": ORIGIN}, REFUSED),
        ({"Sec_Fetch_Site": "same-site"}, REFUSED),
        ({"Sec_Fetch_Site": "none"}, REFUSED),
        ({"Sec_Fetch_Site": ""}, REFUSED),
        ({"Origin": ORIGIN}, ALLOWED),
        ({"Origin": f"{ORIGIN}:443"}, ALLOWED),
        ({"Origin": "null"}, REFUSED),
        ({"Origin": ""}, REFUSED),
        ({"Origin": "https://elsewhere.test"}, REFUSED),
        ({"Origin": "http://almanac.test"}, REFUSED),
        ({"Origin": f"{ORIGIN}:8443"}, REFUSED),
        ({"Origin": f"{ORIGIN}.elsewhere.test"}, REFUSED),
        ({"Origin": f"{ORIGIN}/path"}, REFUSED),
        ({"Origin": "https://almanac.test@elsewhere.test"}, REFUSED),
        ({"Origin": "https://almanac.test:port"}, REFUSED),
        ({"Authorization": "Bearer something"}, REFUSED),
        ({"Referer": f"{ORIGIN}/"}, REFUSED),
        ({}, REFUSED),
    ],
)
async def test_where_a_request_comes_from_decides(
    app: FastAPI, alice: AsyncClient, headers: dict[str, str], expected: tuple[int, str]
) -> None:
    assert await posts(app, alice, **headers) == expected
    changed = (await alice.get("/users/me")).json()["day_start"]
    assert changed == (5 if expected == ALLOWED else 0)


async def test_a_configured_address_is_the_only_origin(app: FastAPI, alice: AsyncClient) -> None:
    app.state.public_url = "https://almanac.example.org"
    try:
        assert await posts(app, alice, Origin=ORIGIN) == REFUSED
        assert await posts(app, alice, Origin="https://almanac.example.org") == ALLOWED
    finally:
        app.state.public_url = None


async def test_a_phone_in_the_home_network_is_its_own_origin(
    app: FastAPI, alice: AsyncClient
) -> None:
    home = "http://192.168.1.20:8000"
    async with bare(app, home) as phone:
        answer = await phone.post("/auth/login", json=ALICE, headers={"Origin": home})
        assert answer.status_code == 200
        assert (await phone.get("/users/me")).status_code == 200


async def test_signing_in_and_up_is_not_exempt(client: AsyncClient) -> None:
    for path in ("/auth/login", "/auth/register", "/auth/logout"):
        answer = await client.post(path, json=ALICE, headers={"Sec-Fetch-Site": "cross-site"})
        assert (answer.status_code, answer.json()["code"]) == REFUSED


async def test_a_token_opens_the_way_for_clients_that_are_no_browsers(
    app: FastAPI, alice: AsyncClient
) -> None:
    async with bare(app) as program:
        before = (await program.get("/auth/csrf")).json()["csrf_token"]
        entered = await program.post("/auth/login", json=ALICE, headers={"X-CSRF-Token": before})
        assert entered.status_code == 200
        program.headers["X-CSRF-Token"] = (await program.get("/auth/csrf")).json()["csrf_token"]
        assert (await program.patch("/users/me", json={})).status_code == 200


@pytest.mark.parametrize(
    "forge",
    [
        lambda token, _other: token + "x",
        lambda token, _other: token.partition(".")[2],
        lambda _token, other: other,
        lambda _token, _other: "",
        lambda _token, _other: "caf\u00e9.\u00ff".encode().decode("latin-1"),
        lambda _token, _other: f"n.{signature(SECRET_KEY, 'csrf', 'n', 'another session')}",
    ],
)
async def test_a_token_that_is_not_this_sessions_is_refused(
    app: FastAPI, alice: AsyncClient, bob: AsyncClient, forge: Callable[[str, str], str]
) -> None:
    hers = cast("str", (await alice.get("/auth/csrf")).json()["csrf_token"])
    his = cast("str", (await bob.get("/auth/csrf")).json()["csrf_token"])
    assert await posts(app, alice, X_CSRF_Token=hers) == ALLOWED
    async with bare(app) as client:
        client.cookies = alice.cookies
        forged = {b"X-CSRF-Token": forge(hers, his).encode("latin-1")}
        answer = await client.patch("/users/me", json={}, headers=forged)
    assert (answer.status_code, answer.json()["code"]) == REFUSED


async def test_a_token_before_signing_in_needs_its_cookie(app: FastAPI) -> None:
    async with bare(app) as program, bare(app) as other:
        token = (await program.get("/auth/csrf")).json()["csrf_token"]
        answer = await other.post("/auth/login", json=ALICE, headers={"X-CSRF-Token": token})
    assert (answer.status_code, answer.json()["code"]) == REFUSED


async def test_a_bearer_token_without_cookies_passes(app: FastAPI) -> None:
    async with bare(app) as program:
        answer = await program.patch(
            "/users/me", json={}, headers={"Authorization": "Bearer something"}
        )
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


async def test_reading_is_never_refused(app: FastAPI, alice: AsyncClient) -> None:
    answer = await alice.get("/users/me", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 200
