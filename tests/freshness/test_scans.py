"""Looks at public pages: counted in the process, written later, kept until they can be written."""

import asyncio
from typing import Any

import pytest
from httpx2 import AsyncClient
from sqlalchemy import text
from structlog.testing import capture_logs

from almanac.core.db import Database
from almanac.freshness.service import scans
from almanac.freshness.service.scans import ScanCounter
from tests.freshness.shop_floor import create_batch, read_batch
from tests.statements import counted_statements

NEVER = 3600.0


@pytest.fixture
async def counter(database: Database) -> ScanCounter:
    """A counter that writes when it is told to, as long as a test may take."""
    return ScanCounter(database, flush_seconds=NEVER)


async def looks(client: AsyncClient, *batches: dict[str, Any]) -> list[int]:
    return [(await read_batch(client, batch))["scans"] for batch in batches]


async def test_looks_wait_in_the_process_and_are_added_together(
    alice: AsyncClient, counter: ScanCounter, database: Database
) -> None:
    one, two = await create_batch(alice), await create_batch(alice)
    with counted_statements(database) as asked:
        for _ in range(3):
            counter.count(one["code"])
        counter.count(two["code"])
    assert asked == []
    assert await looks(alice, one, two) == [0, 0]
    with counted_statements(database) as asked:
        await counter.flush()
        await counter.flush()
    assert len([each for each in asked if each.startswith("UPDATE")]) == 2
    counter.count(two["code"])
    await counter.end()
    assert await looks(alice, one, two) == [3, 2]


async def test_two_processes_lose_nothing_of_each_other(
    alice: AsyncClient, database: Database
) -> None:
    batch = await create_batch(alice)
    counters = [ScanCounter(database, flush_seconds=NEVER) for _ in range(4)]
    for each in counters:
        for _ in range(5):
            each.count(batch["code"])
    await asyncio.gather(*(each.end() for each in counters))
    assert await looks(alice, batch) == [20]


async def test_looks_are_written_by_themselves_and_at_the_latest_when_the_server_ends(
    alice: AsyncClient, database: Database
) -> None:
    batch = await create_batch(alice)
    counter = ScanCounter(database, flush_seconds=0)
    counter.count(batch["code"])
    while await looks(alice, batch) == [0]:
        pass  # Each look lets the counter go on.
    counter.count(batch["code"])
    await counter.end()
    assert await looks(alice, batch) == [2]


async def test_a_look_is_no_change_of_the_batch(alice: AsyncClient, counter: ScanCounter) -> None:
    batch = await create_batch(alice)
    counter.count(batch["code"])
    await counter.end()
    assert await read_batch(alice, batch) == {**batch, "scans": 1}
    assert (await alice.get(f"/batches/{batch['id']}/history")).json()["count"] == 1


async def test_what_cannot_be_written_is_kept_and_said(
    alice: AsyncClient, counter: ScanCounter, database: Database
) -> None:
    batch = await create_batch(alice)
    counter.count(batch["code"])
    await rename(database, "batches", "elsewhere")
    try:
        with capture_logs() as said:
            await counter.flush()
    finally:
        await rename(database, "elsewhere", "batches")
    assert [(each["event"], each["log_level"]) for each in said] == [
        ("scans.not_written", "warning")
    ]
    assert batch["code"] not in str(said)
    counter.count(batch["code"])
    await counter.end()
    assert await looks(alice, batch) == [2]


async def test_codes_beyond_all_bounds_are_not_counted(
    alice: AsyncClient, counter: ScanCounter, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = await create_batch(alice), await create_batch(alice)
    monkeypatch.setattr(scans, "MOST_CODES", 1)
    for batch in (one, two, one):
        counter.count(batch["code"])
    await counter.end()
    assert await looks(alice, one, two) == [2, 0]


async def rename(database: Database, table: str, to: str) -> None:
    async with database.writers.begin() as session:
        await session.execute(text(f"ALTER TABLE {table} RENAME TO {to}"))
