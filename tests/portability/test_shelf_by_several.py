"""One shelf that two people bring in at once: each code leads to one of them."""

import asyncio
from datetime import date
from uuid import UUID

from httpx2 import AsyncClient
from sqlalchemy import text

from almanac.core.db import Database
from almanac.core.ids import new_id
from almanac.freshness.domain.model import Batch, Limits
from almanac.freshness.domain.transfer import BatchRecord, ProductRecord, ShelfRecord, ShopRecord
from almanac.freshness.service.transfer import import_shelf
from tests.conftest import NOON

CODES = [f"{number:012}" for number in range(20)]
SHELF = ShelfRecord(
    ShopRecord(),
    (ProductRecord("p", "Duck", "", Limits(), NOON),),
    tuple(BatchRecord(code, "p", code, Batch(date(2026, 3, 1)), NOON, code=code) for code in CODES),
)


async def bring_in(database: Database, user_id: UUID) -> None:
    async with database.writers.begin() as session:
        await import_shelf(session, user_id, SHELF, import_id=new_id(), now=NOON)


async def until_somebody_waits(database: Database) -> None:
    """Go on when a transaction waits for another one; on SQLite each waits before it begins."""
    waiting = text(
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    async with database.readers.begin() as session:
        if (await session.connection()).dialect.name == "sqlite":
            return
        while not await session.scalar(waiting):
            # Within a transaction the view would stay as it was at first.
            await session.execute(text("SELECT pg_stat_clear_snapshot()"))


async def codes_of(client: AsyncClient) -> set[str]:
    found = (await client.get("/batches?limit=100")).json()["data"]
    return {each["code"] for each in found}


async def test_of_two_who_bring_the_same_codes_in_one_gets_them_the_other_new_ones(
    alice: AsyncClient, bob: AsyncClient, database: Database
) -> None:
    hers, his = [UUID((await each.get("/users/me")).json()["id"]) for each in (alice, bob)]
    async with database.writers.begin() as session:
        await import_shelf(session, hers, SHELF, import_id=new_id(), now=NOON)
        other = asyncio.create_task(bring_in(database, his))
        await until_somebody_waits(database)
    await other
    assert await codes_of(alice) == set(CODES)
    codes = await codes_of(bob)
    assert (len(codes), codes & set(CODES)) == (len(CODES), set())
