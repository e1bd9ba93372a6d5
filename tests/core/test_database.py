"""Transactions: committed before the response, rolled back on errors, run again when lost."""

import asyncio
from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest
from httpx2 import AsyncClient
from sqlalchemy import select, text, update
from sqlalchemy.exc import DBAPIError, OperationalError, StatementError
from starlette.types import Message

from almanac.core.db import Base, Database
from almanac.core.http.middleware import RetryMiddleware
from almanac.identity.models import User
from tests.factories import create_habit


async def test_what_was_answered_is_committed(alice: AsyncClient, database: Database) -> None:
    habit = await create_habit(alice)
    async with database.readers.begin() as session:
        names = (await session.execute(text("SELECT name FROM habits"))).scalars().all()
    assert names == [habit["name"]]


async def test_readers_cannot_write(alice: AsyncClient, database: Database) -> None:
    with pytest.raises(DBAPIError):
        async with database.readers.begin() as session:
            await session.execute(text("DELETE FROM users"))
    assert (await alice.get("/users/me")).status_code == 200


async def test_parallel_increments_are_never_lost(alice: AsyncClient, database: Database) -> None:
    async def increment() -> None:
        async with database.writers.begin() as session:
            row = select(User).where(User.email_key == "alice@example.org").with_for_update()
            user = (await session.scalars(row)).one()
            user.day_start += 1

    await asyncio.gather(*(increment() for _ in range(50)))
    assert (await alice.get("/users/me")).json()["day_start"] == 50


async def test_a_naive_instant_is_refused(alice: AsyncClient, database: Database) -> None:
    naive = datetime(2026, 1, 1)  # noqa: DTZ001 - what is tested
    with pytest.raises(StatementError, match="needs a time zone"):
        async with database.writers.begin() as session:
            await session.execute(update(User).values(created_at=naive))


class Lost(Exception):
    sqlstate = "40001"


def lost(statement: str | None) -> OperationalError:
    return OperationalError(statement, None, Lost("serialization failure"))


async def run(app: Any, body: list[bytes]) -> list[Message]:
    """Send a request with this body through the retrying layer around `app`."""
    sent: list[Message] = []
    parts = iter(body)

    async def receive() -> Message:
        part = next(parts)
        return {"type": "http.request", "body": part, "more_body": part != body[-1]}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "state": {"request_id": str(uuid4())}}
    await RetryMiddleware(app)(scope, receive, send)
    return sent


async def test_a_lost_transaction_is_run_again_with_the_same_body() -> None:
    bodies: list[bytes] = []

    async def app(_scope: Any, receive: Any, send: Any) -> None:
        body = (await receive())["body"] + (await receive())["body"]
        bodies.append(body)
        if len(bodies) == 1:
            raise lost("UPDATE habits")
        await send({"type": "http.response.start", "status": 201, "headers": []})

    sent = await run(app, [b"one ", b"two"])
    assert bodies == [b"one two", b"one two"]
    assert sent[0]["status"] == 201


async def test_a_transaction_that_is_lost_every_time_is_503() -> None:
    tries = 0

    async def app(_scope: Any, _receive: Any, _send: Any) -> None:
        nonlocal tries
        tries += 1
        raise lost("UPDATE habits")

    sent = await run(app, [b""])
    assert tries == 3
    assert sent[0]["status"] == 503
    assert (b"retry-after", b"2") in sent[0]["headers"]


async def test_an_error_while_committing_is_not_tried_again() -> None:
    tries = 0

    async def app(_scope: Any, _receive: Any, _send: Any) -> None:
        nonlocal tries
        tries += 1
        raise OperationalError(None, None, Lost("server closed the connection"))

    sent = await run(app, [b""])
    assert tries == 1
    assert sent[0]["status"] == 503


async def test_other_database_errors_are_not_hidden() -> None:
    async def app(_scope: Any, _receive: Any, _send: Any) -> None:
        raise OperationalError("SELECT nonsense", None, Exception("no such column"))

    with pytest.raises(OperationalError):
        await run(app, [b""])


async def test_errors_hide_what_statements_carried(database: Database) -> None:
    with pytest.raises(DBAPIError) as caught:
        async with database.writers.begin() as session:
            await session.execute(text("SELECT nothing WHERE :p = ''"), {"p": "a secret"})
    assert "SELECT nothing" in str(caught.value)
    assert "a secret" not in str(caught.value)


@pytest.mark.usefixtures("app")
async def test_tables_are_keyed_by_their_owner() -> None:
    for table in Base.metadata.sorted_tables:
        if "user_id" in table.columns and table.name.startswith(("habit", "check", "pause", "imp")):
            assert next(iter(table.primary_key.columns)).name == "user_id", table.name
