"""Keeping sessions alive never stands in the way of the requests that use them."""

from datetime import timedelta

from fastapi import FastAPI
from httpx2 import AsyncClient
from sqlalchemy import select
from starlette.requests import Request

from almanac.core.db import Database
from almanac.identity import deps
from almanac.identity.models import LoginSession
from tests.conftest import MovableClock

SESSION = "__Host-almanac_session"


def page_request(app: FastAPI, token: str | None) -> Request:
    cookie = [] if token is None else [(b"cookie", f"{SESSION}={token}".encode())]
    scope = {
        "type": "http",
        "app": app,
        "method": "GET",
        "scheme": "https",
        "path": "/habits",
        "server": ("almanac.test", 443),
        "headers": [(b"host", b"almanac.test"), *cookie],
    }
    return Request(scope)


async def test_a_database_that_is_busy_leaves_the_token_for_later(
    alice: AsyncClient, clock: MovableClock, database: Database
) -> None:
    old = alice.cookies[SESSION]
    clock.advance(timedelta(days=7))
    async with database.writers.begin() as busy:
        await busy.execute(select(LoginSession).with_for_update())
        answer = await alice.get("/users/me")
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers
    assert (await alice.get("/users/me")).status_code == 200
    assert alice.cookies[SESSION] != old


async def test_nobody_holds_the_writer_without_being_signed_in(
    client: AsyncClient, database: Database
) -> None:
    async with database.writers.begin() as busy:
        await busy.execute(select(LoginSession))
        answer = await client.patch("/users/me", json={})
    assert answer.status_code == 401


async def test_pages_are_shown_to_whoever_is_signed_in(
    alice: AsyncClient, app: FastAPI, clock: MovableClock
) -> None:
    token = alice.cookies[SESSION]
    assert await deps.admit(page_request(app, token))
    assert not await deps.admit(page_request(app, None))
    assert not await deps.admit(page_request(app, token[:-1] + "~"))
    clock.advance(timedelta(days=15))
    assert not await deps.admit(page_request(app, token))
