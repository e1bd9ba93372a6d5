"""Writes that are sent again: answered again, happening once, kept for 30 days."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from httpx2 import AsyncClient, Response
from sqlalchemy import func, select

from almanac.core.db import Database
from almanac.core.housekeeping import forget_old
from almanac.core.idempotency import KEPT_FOR, IdempotencyKey
from tests.conftest import PASSWORD, MovableClock
from tests.factories import create_task

KEY = "0199f0aa-1111-7222-8333-444455556666"
TASK = {"title": "Once", "due": "2026-03-18", "schedule": {"kind": "daily"}}


async def send(
    client: AsyncClient, path: str = "/tasks", body: Any = None, key: str = KEY
) -> Response:
    return await client.post(
        path, json=TASK if body is None else body, headers={"Idempotency-Key": key}
    )


async def kept_keys(database: Database) -> int:
    async with database.readers.begin() as session:
        return await session.scalar(select(func.count()).select_from(IdempotencyKey)) or 0


async def test_the_same_request_again_is_answered_again_and_happens_once(
    alice: AsyncClient, clock: MovableClock
) -> None:
    first = await send(alice)
    assert first.status_code == 201
    assert "Idempotency-Replayed" not in first.headers
    clock.advance(timedelta(days=1))
    for _ in range(3):
        again = await send(alice)
        assert (again.status_code, again.text) == (201, first.text)
        assert again.headers["Idempotency-Replayed"] == "true"
        assert again.headers["Content-Type"] == first.headers["Content-Type"]
    assert (await alice.get("/tasks")).json()["count"] == 1


async def test_every_write_that_takes_a_key_happens_once(alice: AsyncClient) -> None:
    task = await create_task(alice, due="2026-03-18", schedule={"kind": "daily"})
    other = await create_task(alice, due="2026-03-18", schedule={"kind": "daily"})
    for path, body in (
        (f"/tasks/{task['id']}/complete", {"done_on": "2026-03-18"}),
        ("/tasks/bulk", {"ids": [other["id"]], "action": {"kind": "complete"}}),
        (f"/tasks/{task['id']}/reopen", {"completions_count": None}),
    ):
        answers = [await send(alice, path, body, key=path) for _ in range(3)]
        assert {answer.status_code for answer in answers} == {200}
        assert len({answer.text for answer in answers}) == 1
    seen = (await alice.get(f"/tasks/{task['id']}")).json()
    assert (seen["completions_count"], seen["due"]) == (0, "2026-03-18")
    assert (await alice.get(f"/tasks/{other['id']}")).json()["completions_count"] == 1


async def test_what_was_changed_since_is_not_changed_back(alice: AsyncClient) -> None:
    task = await create_task(alice)
    path, key = f"/tasks/{task['id']}", {"Idempotency-Key": KEY}
    late = {"title": "Late"}
    first = await alice.patch(path, json=late, headers=key)
    await alice.patch(path, json={"title": "Since"})
    again = await alice.patch(path, json=late, headers=key)
    assert (again.text, again.headers["Idempotency-Replayed"]) == (first.text, "true")
    assert (await alice.get(path)).json()["title"] == "Since"
    await alice.delete(path)
    restored = await alice.post(f"{path}/restore", headers={"Idempotency-Key": "restore"})
    await alice.delete(path)
    again = await alice.post(f"{path}/restore", headers={"Idempotency-Key": "restore"})
    assert again.text == restored.text
    assert (await alice.get(path)).status_code == 404


async def test_at_the_same_moment_it_happens_once(alice: AsyncClient) -> None:
    answers = await asyncio.gather(*(send(alice) for _ in range(10)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    replayed = [answer.headers.get("Idempotency-Replayed") for answer in answers]
    assert sorted(replayed, key=str) == [None, *["true"] * 9]
    assert (await alice.get("/tasks")).json()["count"] == 1


async def test_a_key_belongs_to_one_request(alice: AsyncClient) -> None:
    task = (await send(alice)).json()
    other_body = await send(alice, body={"title": "Twice"})
    other_path = await send(alice, f"/tasks/{task['id']}/complete", {})
    for answer in (other_body, other_path):
        assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")
    assert (await alice.get("/tasks")).json()["data"] == [task]


async def test_a_key_of_another_person_is_another_key(alice: AsyncClient, bob: AsyncClient) -> None:
    hers, his = await send(alice), await send(bob)
    assert (hers.status_code, his.status_code) == (201, 201)
    assert hers.json()["id"] != his.json()["id"]


async def test_what_was_refused_is_judged_again(alice: AsyncClient, clock: MovableClock) -> None:
    task = await create_task(alice)
    path, body = f"/tasks/{task['id']}/complete", {"done_on": "2026-03-19"}
    assert (await send(alice, path, body)).status_code == 422
    clock.advance(timedelta(days=1))
    assert (await send(alice, path, body)).status_code == 200


async def test_a_key_is_kept_for_thirty_days(
    alice: AsyncClient, clock: MovableClock, database: Database
) -> None:
    first = (await send(alice)).json()
    clock.advance(KEPT_FOR)
    await forget_old(database, clock)
    login = {"email": "alice@example.org", "password": PASSWORD}
    await alice.post("/auth/login", json=login)
    assert (await send(alice)).json() == first
    clock.advance(timedelta(seconds=1))
    assert (await send(alice)).json()["id"] != first["id"]
    assert await kept_keys(database) == 1
    clock.advance(KEPT_FOR + timedelta(seconds=1))
    await forget_old(database, clock)
    assert await kept_keys(database) == 0


@pytest.mark.parametrize("key", ["", "x" * 201, "two words", "ü".encode().decode("latin-1")])
async def test_a_key_that_is_none_is_refused(alice: AsyncClient, key: str) -> None:
    headers = {b"Idempotency-Key": key.encode("latin-1")}
    response = await alice.post("/tasks", json=TASK, headers=headers)
    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"] == "/header/Idempotency-Key"
    assert (await alice.get("/tasks")).json()["count"] == 0
