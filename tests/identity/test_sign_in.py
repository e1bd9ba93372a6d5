"""Signing in with a password, and everything that keeps strangers out."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient, Response
from sqlalchemy import select, update

from almanac.core.db import Database
from almanac.identity import deps
from almanac.identity.domain import Visitor
from almanac.identity.models import User
from almanac.identity.service import administration, passwords
from almanac.identity.service import sign_in as service
from almanac.identity.service.passwords import PasswordPool, PasswordsBusy
from tests.conftest import NOON, ORIGIN, PASSWORD, SECRET_KEY, MovableClock, browser, sign_up

ALICE = "alice@example.org"


async def sign_in(client: AsyncClient, email: str = ALICE, password: str = PASSWORD) -> Response:
    return await client.post("/auth/login", json={"email": email, "password": password})


def from_address(app: FastAPI, address: str) -> AsyncClient:
    return AsyncClient(
        transport=ASGITransport(app, client=(address, 50000)),
        base_url=f"{ORIGIN}/api/v1",
        headers={"Sec-Fetch-Site": "same-origin"},
    )


def without_request_id(response: Response) -> dict[str, Any]:
    body: dict[str, Any] = response.json()
    return body | {"request_id": ""}


async def test_the_right_password_signs_in(client: AsyncClient, alice: AsyncClient) -> None:
    answer = await sign_in(client, " Alice@EXAMPLE.org ")
    assert answer.status_code == 200
    assert answer.json() == (await alice.get("/users/me")).json()
    assert (await client.get("/users/me")).json()["email"] == ALICE
    assert answer.headers["x-ratelimit-limit"] == "5"
    assert answer.headers["x-ratelimit-remaining"] == "4"


@pytest.mark.parametrize("password", ["wrong", "", "\x00", "x" * 1024, PASSWORD.upper()])
async def test_a_wrong_password_does_not(
    client: AsyncClient, alice: AsyncClient, password: str
) -> None:
    answer = await sign_in(client, password=password)
    assert answer.status_code == 400
    assert answer.json()["code"] == "invalid_credentials"
    assert "set-cookie" not in answer.headers
    assert (await client.get("/users/me")).status_code == 401


async def test_unknown_wrong_and_deactivated_look_and_cost_the_same(
    client: AsyncClient, app: FastAPI, alice: AsyncClient, bob: AsyncClient, database: Database
) -> None:
    async with database.writers.begin() as session:
        await session.execute(
            update(User).where(User.email_key == "bob@example.org").values(is_active=False)
        )
    pool: PasswordPool = app.state.passwords
    answers, runs = [], []
    for email, password in (
        ("nobody@example.org", PASSWORD),
        (ALICE, "not her password"),
        ("bob@example.org", PASSWORD),
        ("not even an address", PASSWORD),
    ):
        before = pool.hashed
        answers.append(await sign_in(client, email, password))
        runs.append(pool.hashed - before)
    assert runs == [1, 1, 1, 1]
    assert {answer.status_code for answer in answers} == {400}
    assert all(without_request_id(a) == without_request_id(answers[0]) for a in answers)
    assert all(set(a.headers) == set(answers[0].headers) for a in answers)


async def test_nobody_can_plant_a_session(client: AsyncClient, alice: AsyncClient) -> None:
    client.cookies.set("__Host-almanac_session", "planted-by-a-stranger")
    answer = await sign_in(client)
    assert answer.status_code == 200
    cookie = next(c for c in answer.headers.get_list("set-cookie") if "almanac_session=" in c)
    assert "planted-by-a-stranger" not in cookie


async def test_signing_in_again_replaces_this_browsers_session(
    client: AsyncClient, alice: AsyncClient
) -> None:
    await sign_in(client)
    old = client.cookies["__Host-almanac_session"]
    await sign_in(client)
    assert client.cookies["__Host-almanac_session"] != old
    assert (await client.get("/auth/sessions")).json()["count"] == 2


async def test_signing_up_again_replaces_this_browsers_session(
    alice: AsyncClient, app: FastAPI
) -> None:
    async with from_address(app, "192.0.2.99") as elsewhere:
        await sign_in(elsewhere)
        await sign_up(alice, "carol@example.org")
        assert (await alice.get("/users/me")).json()["email"] == "carol@example.org"
        assert (await elsewhere.get("/auth/sessions")).json()["count"] == 1


async def test_the_sixth_try_for_an_account_in_a_minute_waits(
    client: AsyncClient, alice: AsyncClient, app: FastAPI
) -> None:
    for _ in range(4):
        assert (await sign_in(client, password="wrong")).status_code == 400
    assert (await sign_in(client)).status_code == 200
    async with from_address(app, "192.0.2.99") as elsewhere:
        answer = await sign_in(elsewhere)
    assert answer.status_code == 429
    assert answer.json()["code"] == "too_many_requests"
    assert int(answer.headers["retry-after"]) >= 1
    assert answer.headers["x-ratelimit-remaining"] == "0"


async def test_the_twenty_first_try_from_an_address_waits(
    client: AsyncClient, app: FastAPI
) -> None:
    for n in range(20):
        assert (await sign_in(client, f"p{n}@example.org")).status_code == 400
    assert (await sign_in(client, "p20@example.org")).status_code == 429
    async with from_address(app, "192.0.2.99") as elsewhere:
        assert (await sign_in(elsewhere, "p20@example.org")).status_code == 400


async def test_addresses_of_one_ipv6_subscriber_count_together(app: FastAPI) -> None:
    async with (
        from_address(app, "2001:db8:1:2::1") as one,
        from_address(app, "2001:db8:1:2:ffff::9") as neighbour,
        from_address(app, "2001:db8:1:3::1") as stranger,
    ):
        for n in range(20):
            await sign_in(one, f"p{n}@example.org")
        assert (await sign_in(neighbour, "q@example.org")).status_code == 429
        assert (await sign_in(stranger, "q@example.org")).status_code == 400


@pytest.mark.parametrize("email", [ALICE, "nobody@example.org"])
async def test_after_five_failures_strangers_wait_longer_and_longer(
    client: AsyncClient, app: FastAPI, alice: AsyncClient, clock: MovableClock, email: str
) -> None:
    for _ in range(5):
        assert (await sign_in(client, email, "wrong")).status_code == 400
    deps.install(app, app.state.identity)  # a minute later, for the limits
    waiting = await sign_in(client, email, "wrong")
    assert waiting.status_code == 429
    assert waiting.json()["code"] == "sign_in_delayed"
    assert waiting.headers["retry-after"] == "1"
    clock.advance(timedelta(seconds=1))
    assert (await sign_in(client, email, "wrong")).status_code == 400
    clock.advance(timedelta(seconds=1))
    assert (await sign_in(client, email)).headers["retry-after"] == "1"
    clock.advance(timedelta(seconds=1))
    expected = 200 if email == ALICE else 400
    assert (await sign_in(client, email)).status_code == expected


async def test_a_known_device_is_not_locked_out_with_the_attacker(
    alice: AsyncClient, app: FastAPI
) -> None:
    await alice.post("/auth/logout")
    async with from_address(app, "192.0.2.66") as attacker:
        for _ in range(5):
            await sign_in(attacker, password="wrong")
        assert (await sign_in(attacker)).status_code == 429
    assert (await sign_in(alice)).status_code == 200


async def test_a_device_is_known_for_its_own_account_only(
    alice: AsyncClient, bob: AsyncClient, app: FastAPI
) -> None:
    await bob.post("/auth/logout")
    for _ in range(5):
        await sign_in(bob, password="wrong")
    deps.install(app, app.state.identity)
    assert (await sign_in(bob)).json()["code"] == "sign_in_delayed"


async def test_success_forgets_the_failures(
    client: AsyncClient, alice: AsyncClient, app: FastAPI
) -> None:
    for _ in range(2):
        for _ in range(4):
            await sign_in(client, password="wrong")
        assert (await sign_in(client)).status_code == 200
        client.cookies.clear()
        deps.install(app, app.state.identity)


async def test_parallel_failures_are_all_counted(alice: AsyncClient, app: FastAPI) -> None:
    clients = [browser(app) for _ in range(5)]
    await asyncio.gather(*(sign_in(each, password="wrong") for each in clients))
    deps.install(app, app.state.identity)
    assert (await sign_in(clients[0])).json()["code"] == "sign_in_delayed"
    for each in clients:
        await each.aclose()


async def test_an_old_hash_is_renewed_on_sign_in(
    client: AsyncClient, alice: AsyncClient, database: Database
) -> None:
    weak = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(PASSWORD)
    async with database.writers.begin() as session:
        await session.execute(
            update(User).where(User.email_key == ALICE).values(password_hash=weak)
        )
    assert (await sign_in(client)).status_code == 200
    async with database.readers.begin() as session:
        stored = await session.scalar(select(User.password_hash).where(User.email_key == ALICE))
    assert stored is not None
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert passwords.HASHER.verify(stored, PASSWORD)


async def test_a_full_queue_answers_busy(client: AsyncClient, app: FastAPI) -> None:
    app.state.passwords = PasswordPool(cores=1)
    clients = [from_address(app, f"192.0.2.{n}") for n in range(100, 130)]
    answers = await asyncio.gather(
        *(sign_in(each, f"p{n}@example.org") for n, each in enumerate(clients))
    )
    busy = [answer for answer in answers if answer.status_code == 503]
    assert busy
    assert {answer.status_code for answer in answers} == {400, 503}
    assert all(answer.json()["code"] == PasswordsBusy.code for answer in busy)
    assert all(answer.headers["retry-after"] == "2" for answer in busy)
    for each in clients:
        await each.aclose()
    assert (await sign_in(client)).status_code == 400


async def test_a_password_changed_meanwhile_lets_nobody_in(
    alice: AsyncClient, database: Database
) -> None:
    async with database.readers.begin() as reader:
        attempt = await service.prepare(reader, SECRET_KEY, email=ALICE, device=None, now=NOON)
    change = {"current_password": PASSWORD, "new_password": "three lanterns over the weir"}
    assert (await alice.patch("/users/me/password", json=change)).status_code == 204
    assert await finish(database, attempt) is None
    assert (await alice.get("/auth/sessions")).json()["count"] == 1


async def test_an_account_closed_meanwhile_lets_nobody_in(
    alice: AsyncClient, database: Database
) -> None:
    async with database.readers.begin() as reader:
        attempt = await service.prepare(reader, SECRET_KEY, email=ALICE, device=None, now=NOON)
    async with database.writers.begin() as session:
        await administration.deactivate(session, email=ALICE, now=NOON)
    assert await finish(database, attempt) is None


async def finish(database: Database, attempt: service.Attempt) -> service.Entered | None:
    """The last step of a sign-in whose password was right when it was looked at."""
    async with database.writers.begin() as session:
        return await service.finish(
            session, attempt, verified=True, new_hash=None, visitor=Visitor("", ""), now=NOON
        )
