"""Staying signed in, the cookie that does it, and ending it."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient
from sqlalchemy import Select, event, select, update

from almanac.core.db import Database
from almanac.core.lookups import Lookups
from almanac.core.security import token_hash
from almanac.identity.models import LoginSession, User
from tests.conftest import PASSWORD, MovableClock, browser

SESSION = "__Host-almanac_session"
ALICE = {"email": "alice@example.org", "password": PASSWORD}


async def sign_in(client: AsyncClient) -> AsyncClient:
    answer = await client.post("/auth/login", json=ALICE)
    assert answer.status_code == 200, answer.text
    return client


def session_cookies(headers: list[str]) -> list[str]:
    return [header for header in headers if "almanac_session=" in header]


async def status(client: AsyncClient) -> int:
    return (await client.get("/users/me")).status_code


async def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(
    alice: AsyncClient, client: AsyncClient, database: Database
) -> None:
    answer = await client.post("/auth/login", json=ALICE)
    [cookie] = session_cookies(answer.headers.get_list("set-cookie"))
    name, _, rest = cookie.partition("=")
    value, *attributes = rest.split("; ")
    assert name == SESSION
    assert set(attributes) == {"Path=/", "HttpOnly", "SameSite=Lax", "Secure", "Max-Age=7776000"}
    assert len(value) == 43
    assert value not in answer.text
    async with database.readers.begin() as session:
        hashes = set(await session.scalars(select(LoginSession.token_hash)))
    assert token_hash(value) in hashes


@pytest.mark.parametrize(
    ("base_url", "names"),
    [
        ("https://almanac.test", [SESSION]),
        ("http://localhost:8000", [SESSION, "almanac_session"]),
        ("http://127.0.0.1:8000", [SESSION, "almanac_session"]),
        ("http://192.168.1.20:8000", ["almanac_session"]),
    ],
)
async def test_the_cookie_is_named_by_what_browsers_take(
    app: FastAPI, alice: AsyncClient, base_url: str, names: list[str]
) -> None:
    async with AsyncClient(
        transport=ASGITransport(app), base_url=f"{base_url}/api/v1", headers={"Origin": base_url}
    ) as client:
        answer = await client.post("/auth/login", json=ALICE)
        cookies = session_cookies(answer.headers.get_list("set-cookie"))
        assert [cookie.partition("=")[0] for cookie in cookies] == names
        assert all(("Secure" in cookie) == cookie.startswith("__Host-") for cookie in cookies)
        assert await status(client) == 200


async def test_a_bare_cookie_means_nothing_over_https(alice: AsyncClient, app: FastAPI) -> None:
    async with browser(app) as other:
        other.cookies.set("almanac_session", alice.cookies[SESSION])
        assert await status(other) == 401


async def test_a_tampered_cookie_is_not_signed_in(alice: AsyncClient) -> None:
    token = alice.cookies[SESSION]
    for forged in (token[:-1], token + "A", token.swapcase(), "", "x" * 8000, '"\\351"'):
        answer = await alice.get("/users/me", headers={"Cookie": f"{SESSION}={forged}"})
        assert answer.status_code == 401
        assert answer.json()["code"] == "not_signed_in"
    assert await status(alice) == 200


async def test_an_idle_session_ends_after_fourteen_days(
    alice: AsyncClient, clock: MovableClock
) -> None:
    clock.advance(timedelta(days=14) - timedelta(seconds=1))
    assert await status(alice) == 200
    clock.advance(timedelta(days=14))
    assert await status(alice) == 401


async def test_a_used_session_slides_and_ends_after_ninety_days(
    alice: AsyncClient, clock: MovableClock
) -> None:
    for _ in range(8):
        clock.advance(timedelta(days=11))
        assert await status(alice) == 200
    clock.advance(timedelta(days=2) - timedelta(seconds=1))
    assert await status(alice) == 200
    clock.advance(timedelta(seconds=1))
    assert await status(alice) == 401


async def test_use_is_written_every_five_minutes_at_most(
    alice: AsyncClient, clock: MovableClock
) -> None:
    async def seen() -> list[str]:
        found = (await alice.get("/auth/sessions")).json()["data"]
        return [each["last_seen_at"] for each in found]

    first = await seen()
    clock.advance(timedelta(minutes=4, seconds=59))
    await alice.get("/users/me")
    assert await seen() == first
    clock.advance(timedelta(seconds=1))
    await alice.get("/users/me")
    assert await seen() == ["2026-03-18T12:05:00Z"]


async def test_a_signed_in_request_asks_the_database_once(
    alice: AsyncClient, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def in_a_transaction(*_: object) -> None:
        asked.append("transaction")

    async def alone(lookups: Lookups, statement: Select[Any], values: dict[str, Any]) -> Any:
        asked.append(str(statement))
        return await really(lookups, statement, values)

    really = Lookups.first
    monkeypatch.setattr(Lookups, "first", alone)
    engines = {database.read_engine.sync_engine, database.write_engine.sync_engine}
    for engine in engines:
        event.listen(engine, "before_cursor_execute", in_a_transaction)
    try:
        assert await status(alice) == 200
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", in_a_transaction)
    assert len(asked) == 1, asked


async def test_devices_are_listed_for_their_owner_only(
    alice: AsyncClient, bob: AsyncClient, app: FastAPI
) -> None:
    async with browser(app, **{"User-Agent": "A phone"}) as phone:
        await sign_in(phone)
        page = (await phone.get("/auth/sessions")).json()
    assert page["count"] == 2
    assert page["next_cursor"] is None
    here = next(each for each in page["data"] if each["is_current"])
    assert here["user_agent"] == "A phone"
    assert (here["ip"], here["method"]) == ("192.0.2.1", "password")
    assert sum(each["is_current"] for each in page["data"]) == 1
    assert set(here) == {
        "id", "created_at", "last_seen_at", "ip", "user_agent", "method", "is_current",
    }  # fmt: skip


async def test_ending_a_device_signs_it_out_at_once(alice: AsyncClient, app: FastAPI) -> None:
    async with browser(app) as phone:
        await sign_in(phone)
        found = (await alice.get("/auth/sessions")).json()["data"]
        other = next(each["id"] for each in found if not each["is_current"])
        assert (await alice.delete(f"/auth/sessions/{other}")).status_code == 204
        assert await status(phone) == 401
    assert await status(alice) == 200
    assert (await alice.delete(f"/auth/sessions/{other}")).status_code == 404


async def test_a_strangers_device_is_not_there(alice: AsyncClient, bob: AsyncClient) -> None:
    hers = (await alice.get("/auth/sessions")).json()["data"][0]["id"]
    for session_id in (hers, uuid4()):
        answer = await bob.delete(f"/auth/sessions/{session_id}")
        assert (answer.status_code, answer.json()["code"]) == (404, "session_not_found")
    assert await status(alice) == 200


async def test_ending_the_others_keeps_this_one(
    alice: AsyncClient, bob: AsyncClient, app: FastAPI
) -> None:
    others = [await sign_in(browser(app)) for _ in range(2)]
    assert (await alice.post("/auth/sessions/revoke-others")).status_code == 204
    assert [await status(each) for each in (*others, alice, bob)] == [401, 401, 200, 200]
    for each in others:
        await each.aclose()


async def test_signing_out_ends_the_session_and_clears_the_browser(alice: AsyncClient) -> None:
    token = alice.cookies[SESSION]
    answer = await alice.post("/auth/logout")
    assert answer.status_code == 204
    assert answer.headers["clear-site-data"] == '"cache", "storage"'
    assert SESSION not in alice.cookies
    copied = await alice.get("/users/me", headers={"Cookie": f"{SESSION}={token}"})
    assert copied.status_code == 401
    assert (await alice.post("/auth/logout")).status_code == 204


async def test_deactivation_takes_effect_at_once(alice: AsyncClient, database: Database) -> None:
    async with database.writers.begin() as session:
        await session.execute(
            update(User).where(User.email_key == ALICE["email"]).values(is_active=False)
        )
    assert await status(alice) == 401


async def test_routes_that_need_a_person_say_so(client: AsyncClient) -> None:
    answers = await asyncio.gather(
        client.get("/users/me"),
        client.patch("/users/me", json={}),
        client.patch("/users/me/password", json={"current_password": "", "new_password": ""}),
        client.get("/auth/sessions"),
        client.delete(f"/auth/sessions/{uuid4()}"),
        client.post("/auth/sessions/revoke-others"),
        client.get("/auth/events"),
    )
    assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {
        (401, "not_signed_in")
    }
