"""Making an account."""

import asyncio
import dataclasses
from typing import Any

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient, Response
from sqlalchemy import func, select

from almanac.core.db import Database
from almanac.identity import deps
from almanac.identity.models import User
from tests.conftest import PASSWORD, browser

Client = AsyncClient


async def register(client: Client, **fields: Any) -> Response:
    body = {"email": "carol@example.org", "password": PASSWORD, **fields}
    return await client.post("/auth/register", json=body)


def pointers(response: Response) -> list[tuple[str, str]]:
    return [(error["pointer"], error["code"]) for error in response.json()["errors"]]


async def test_the_first_account_is_administrator_and_the_second_is_not(
    client: Client, app: FastAPI
) -> None:
    first = await register(client, full_name=" Carol ", timezone="Europe/Berlin", locale="de")
    assert first.status_code == 201
    assert first.json()["is_superuser"] is True
    assert first.json()["full_name"] == "Carol"
    assert (first.json()["timezone"], first.json()["locale"]) == ("Europe/Berlin", "de")
    assert (await client.get("/users/me")).json() == first.json()
    async with browser(app) as second:
        assert (await register(second, email="dave@example.org")).json()["is_superuser"] is False


async def test_of_many_first_accounts_at_once_exactly_one_is_administrator(
    app: FastAPI, database: Database
) -> None:
    clients = [browser(app) for _ in range(8)]
    answers = await asyncio.gather(
        *(register(each, email=f"p{n}@example.org") for n, each in enumerate(clients))
    )
    assert [answer.status_code for answer in answers] == [201] * 8
    assert sum(answer.json()["is_superuser"] for answer in answers) == 1
    async with database.readers.begin() as session:
        administrators = select(func.count()).select_from(User).where(User.is_superuser)
        assert await session.scalar(administrators) == 1
    for each in clients:
        await each.aclose()


async def test_an_address_is_taken_in_every_spelling(client: Client, alice: Client) -> None:
    answer = await register(client, email="ALICE@Example.org")
    assert answer.status_code == 409
    assert answer.json()["code"] == "email_taken"
    assert pointers(answer) == [("/body/email", "email_taken")]
    assert "set-cookie" not in answer.headers


async def test_of_many_accounts_with_one_address_at_once_one_is_made(app: FastAPI) -> None:
    clients = [browser(app) for _ in range(6)]
    answers = await asyncio.gather(*(register(each) for each in clients))
    assert sorted(answer.status_code for answer in answers) == [201, *[409] * 5]
    for each in clients:
        await each.aclose()


@pytest.mark.parametrize(
    ("fields", "pointer", "code"),
    [
        ({"password": "seven77"}, "/body/password", "password_too_short"),
        ({"password": "x" * 129}, "/body/password", "password_too_long"),
        ({"password": "x" * 1025}, "/body/password", "string_too_long"),
        ({"password": "abababababab"}, "/body/password", "password_weak"),
        ({"password": "iloveyou"}, "/body/password", "password_common"),
        ({"password": "carol and the lantern"}, "/body/password", "password_personal"),
        (
            {"full_name": "Wren Ashgrove", "password": "tall ashgrove lantern"},
            "/body/password",
            "password_personal",
        ),
        ({"password": 12345678}, "/body/password", "string_type"),
        ({"email": "carol"}, "/body/email", "invalid_email"),
        ({"email": "carol@"}, "/body/email", "invalid_email"),
        ({"email": "carol@exam\x00ple.org"}, "/body/email", "control_character"),
        ({"email": "c" * 10_000 + "@example.org"}, "/body/email", "too_long"),
        ({"full_name": "C" * 10_000}, "/body/full_name", "too_long"),
        ({"full_name": "Carol\x07"}, "/body/full_name", "control_character"),
        ({"timezone": "Europe/Atlantis"}, "/body/timezone", "unknown_timezone"),
        ({"timezone": "../../etc/passwd"}, "/body/timezone", "unknown_timezone"),
        ({"locale": "tlh"}, "/body/locale", "literal_error"),
        ({"is_superuser": True}, "/body/is_superuser", "extra_forbidden"),
    ],
)
async def test_a_field_that_is_refused_is_named(
    client: Client, database: Database, fields: dict[str, Any], pointer: str, code: str
) -> None:
    answer = await register(client, **fields)
    assert answer.status_code == 422
    assert pointers(answer) == [(pointer, code)]
    async with database.readers.begin() as session:
        assert await session.scalar(select(func.count()).select_from(User)) == 0


async def test_addresses_of_a_home_network_are_addresses(client: Client) -> None:
    answer = await register(client, email="Carol@nas.local")
    assert answer.status_code == 201
    assert answer.json()["email"] == "Carol@nas.local"


async def test_a_body_that_is_not_json_is_refused(client: Client) -> None:
    form = await client.post("/auth/register", data={"email": "carol@example.org"})
    assert form.status_code == 415
    broken = await client.post(
        "/auth/register", content=b"{", headers={"content-type": "application/json"}
    )
    assert broken.status_code == 422
    lone = b'{"email": "carol@example.org", "password": "\\ud800 quiet harbour"}'
    surrogate = await client.post(
        "/auth/register", content=lone, headers={"content-type": "application/json"}
    )
    assert surrogate.status_code == 422
    large = await register(client, full_name="C" * 1_100_000)
    assert large.status_code == 413


async def test_closed_sign_up_makes_no_accounts(client: Client, app: FastAPI) -> None:
    deps.install(app, dataclasses.replace(app.state.identity, sign_up="closed"))
    try:
        answer = await register(client)
    finally:
        deps.install(app, dataclasses.replace(app.state.identity, sign_up="open"))
    assert answer.status_code == 403
    assert answer.json()["code"] == "sign_up_closed"


async def test_the_eleventh_sign_up_in_a_minute_waits(client: Client) -> None:
    for _ in range(10):
        assert (await register(client, password="short")).status_code == 422
    answer = await register(client)
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) >= 1
    assert answer.headers["x-ratelimit-limit"] == "10"
    assert answer.headers["x-ratelimit-remaining"] == "0"


async def test_the_first_sign_up_says_how_many_are_left(client: Client) -> None:
    answer = await register(client)
    assert answer.headers["x-ratelimit-limit"] == "10"
    assert answer.headers["x-ratelimit-remaining"] == "9"
    assert int(answer.headers["x-ratelimit-reset"]) >= 0


async def test_a_visitor_learns_whether_theirs_would_be_the_first_account(client: Client) -> None:
    assert (await client.get("/config/public")).json()["has_accounts"] is False
    await register(client)
    assert (await client.get("/config/public")).json()["has_accounts"] is True


async def test_a_browser_learns_whether_it_is_signed_in_without_being_refused(
    client: Client, alice: Client
) -> None:
    assert (await client.get("/config/public")).json()["signed_in"] is False
    assert (await alice.get("/config/public")).json()["signed_in"] is True
    await alice.post("/auth/logout")
    assert (await alice.get("/config/public")).json()["signed_in"] is False
