"""Lookups: the same values as through the ORM, and connections that are replaced when they fail."""

import asyncio
from typing import Any

import pytest
from httpx2 import AsyncClient
from sqlalchemy import Select, bindparam, column, select, table, text, update
from sqlalchemy.exc import OperationalError

from almanac.core.db import Database, open_database
from almanac.identity.models import User

USERS = User.__table__
BY_KEY = select(*USERS.c).where(USERS.c.email_key == bindparam("key"))
BROKEN: Select[Any] = (
    select(column("nothing")).select_from(table("nowhere")).where(column("a") == bindparam("a"))
)


async def test_a_lookup_gives_what_the_orm_gives(alice: AsyncClient, database: Database) -> None:
    found = await database.lookups.first(BY_KEY, {"key": "alice@example.org"})
    async with database.readers.begin() as session:
        expected = (await session.execute(BY_KEY, {"key": "alice@example.org"})).one()
    assert found == tuple(expected)
    assert [type(value) for value in found or ()] == [type(value) for value in expected]


async def test_nothing_is_none(alice: AsyncClient, database: Database) -> None:
    assert await database.lookups.first(BY_KEY, {"key": "nobody@example.org"}) is None


async def test_an_error_tells_no_parameters_and_spoils_no_connection(
    alice: AsyncClient, database: Database
) -> None:
    for _ in range(20):
        with pytest.raises(OperationalError) as caught:
            await database.lookups.first(BROKEN, {"a": "a secret"})
        assert caught.value.connection_invalidated
        assert "a secret" not in str(caught.value)
    assert await database.lookups.first(BY_KEY, {"key": "alice@example.org"})


async def test_a_lookup_that_is_cut_off_spoils_no_connection(
    alice: AsyncClient, database: Database
) -> None:
    for _ in range(20):
        task = asyncio.create_task(database.lookups.first(BY_KEY, {"key": "alice@example.org"}))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert await database.lookups.first(BY_KEY, {"key": "alice@example.org"})


async def test_lookups_see_what_was_just_committed(alice: AsyncClient, database: Database) -> None:
    for name in ("Alice", "Alice Example"):
        async with database.writers.begin() as session:
            await session.execute(update(User).values(full_name=name))
        row: Any = await database.lookups.first(BY_KEY, {"key": "alice@example.org"})
        assert name in row


async def test_connections_that_the_server_ended_are_replaced(postgres_server: str) -> None:
    database = open_database(postgres_server)
    pid: Select[Any] = select(column("pg_backend_pid")).select_from(text("pg_backend_pid()"))
    try:
        row = await database.lookups.first(pid, {})
        assert row is not None
        async with database.writers.begin() as session:
            await session.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": row[0]})
        replaced = await database.lookups.first(pid, {})
        assert replaced is not None
        assert replaced != row
    finally:
        await database.dispose()
