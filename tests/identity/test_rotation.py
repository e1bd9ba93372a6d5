"""Replacing the token of a session while many requests use it, and what a stolen one is worth."""

import asyncio
from datetime import timedelta

from fastapi import FastAPI
from httpx2 import AsyncClient, Response
from sqlalchemy import func, select

from almanac.core.db import Database
from almanac.core.security import token_hash
from almanac.identity import queries
from almanac.identity.domain import Visitor
from almanac.identity.models import LoginSession, RetiredToken
from almanac.identity.service import login_sessions
from tests.conftest import MovableClock, browser

SESSION = "__Host-almanac_session"
WEEK = timedelta(days=7)


async def with_token(client: AsyncClient, token: str) -> Response:
    return await client.get("/users/me", headers={"Cookie": f"{SESSION}={token}"})


def rotated_in(answers: list[Response]) -> list[Response]:
    return [answer for answer in answers if "set-cookie" in answer.headers]


async def test_a_token_is_replaced_after_a_week(alice: AsyncClient, clock: MovableClock) -> None:
    old = alice.cookies[SESSION]
    clock.advance(WEEK - timedelta(seconds=1))
    assert not rotated_in([await alice.get("/users/me")])
    clock.advance(timedelta(seconds=1))
    answer = await alice.get("/users/me")
    assert answer.status_code == 200
    assert alice.cookies[SESSION] != old
    remaining = int((timedelta(days=90) - WEEK).total_seconds())
    assert f"Max-Age={remaining};" in answer.headers["set-cookie"]
    assert (await alice.get("/users/me")).status_code == 200


async def test_a_request_that_writes_or_fails_replaces_it_too(
    alice: AsyncClient, clock: MovableClock
) -> None:
    tokens = [alice.cookies[SESSION]]
    clock.advance(WEEK)
    assert (await alice.patch("/users/me", json={"day_start": 60})).status_code == 200
    tokens.append(alice.cookies[SESSION])
    clock.advance(WEEK)
    assert (await alice.patch("/users/me", json={"day_start": -1})).status_code == 422
    tokens.append(alice.cookies[SESSION])
    assert len(set(tokens)) == 3
    assert (await alice.get("/users/me")).status_code == 200


async def test_of_fifty_requests_at_once_one_replaces_the_token_and_none_is_signed_out(
    alice: AsyncClient, app: FastAPI, clock: MovableClock, database: Database
) -> None:
    old = alice.cookies[SESSION]
    clock.advance(WEEK)
    async with browser(app) as tabs:
        answers = await asyncio.gather(*(with_token(tabs, old) for _ in range(50)))
    assert {answer.status_code for answer in answers} == {200}
    [winner] = rotated_in(list(answers))
    new = winner.headers["set-cookie"].split("=", 1)[1].split(";")[0]
    async with database.readers.begin() as session:
        assert await session.scalar(select(func.count()).select_from(RetiredToken)) == 1
        stored = set(await session.scalars(select(LoginSession.token_hash)))
    assert token_hash(new) in stored
    assert token_hash(old) not in stored


async def test_of_two_processes_one_replaces_the_token(
    alice: AsyncClient, clock: MovableClock, database: Database
) -> None:
    clock.advance(WEEK)
    found = await login_sessions.find(database.lookups, alice.cookies[SESSION], clock.now)
    assert found is not None

    async def rotate() -> bool:
        async with database.writers.begin() as session:
            issued = await login_sessions.rotate(session, found, Visitor("", ""), clock.now)
            return issued is not None

    assert sorted(await asyncio.gather(*(rotate() for _ in range(6)))) == [*[False] * 5, True]


async def test_the_old_token_serves_thirty_seconds_more(
    alice: AsyncClient, app: FastAPI, clock: MovableClock
) -> None:
    old = alice.cookies[SESSION]
    clock.advance(WEEK)
    await alice.get("/users/me")
    clock.advance(timedelta(seconds=30))
    async with browser(app) as tab:
        answer = await with_token(tab, old)
    assert answer.status_code == 200
    assert not rotated_in([answer])
    assert (await alice.get("/users/me")).status_code == 200


async def test_an_old_token_that_comes_back_ends_the_session_and_is_told(
    alice: AsyncClient, app: FastAPI, clock: MovableClock
) -> None:
    old = alice.cookies[SESSION]
    clock.advance(WEEK)
    await alice.get("/users/me")
    clock.advance(timedelta(seconds=31))
    async with browser(app, **{"User-Agent": "thief"}) as thief:
        assert (await with_token(thief, old)).status_code == 401
        assert (await with_token(thief, old)).status_code == 401
    assert (await alice.get("/users/me")).status_code == 401
    body = {"email": "alice@example.org", "password": "a quiet harbour at dusk"}
    assert (await alice.post("/auth/login", json=body)).status_code == 200
    events = (await alice.get("/auth/events")).json()["data"]
    [replay] = [event for event in events if event["kind"] == "session.token_replayed"]
    assert replay["user_agent"] == "thief"
    assert replay["actor"] == "system"


async def test_a_token_of_long_ago_is_recognised_too(
    alice: AsyncClient, app: FastAPI, clock: MovableClock
) -> None:
    oldest = alice.cookies[SESSION]
    for _ in range(3):
        clock.advance(WEEK)
        await alice.get("/users/me")
    async with browser(app) as thief:
        answer = await thief.patch(
            "/users/me", json={"full_name": "Thief"}, headers={"Cookie": f"{SESSION}={oldest}"}
        )
    assert answer.status_code == 401
    assert (await alice.get("/users/me")).status_code == 401


async def test_ending_a_session_ends_its_old_token_as_well(
    alice: AsyncClient, app: FastAPI, clock: MovableClock, database: Database
) -> None:
    old = alice.cookies[SESSION]
    clock.advance(WEEK)
    await alice.get("/users/me")
    await alice.post("/auth/logout")
    async with browser(app) as tab:
        assert (await with_token(tab, old)).status_code == 401
    assert await queries.find_retired(database.lookups, token_hash(old), clock.now) is None
    async with database.readers.begin() as session:
        assert await session.scalar(select(func.count()).select_from(RetiredToken)) == 0
