"""What takes long to write out is written when its connection is free for others again."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from httpx2 import AsyncClient
from sqlalchemy import QueuePool

from almanac.core.db import SQLITE_READERS, Database
from tests.factories import create_habit, create_task, create_theme, tick
from tests.feeds.following import open_feed
from tests.timetable.days import create_routine, create_session


@pytest.fixture
async def threads() -> AsyncIterator[ThreadPoolExecutor]:
    """Where the long work of requests is done, for one test."""
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1) as own:
        loop.set_default_executor(own)
        yield own
        loop.set_default_executor(ThreadPoolExecutor())


@pytest.mark.parametrize("kind", ["feed", "routine's feed", "export.ics", "export"])
async def test_no_connection_is_held_while_a_document_is_written(
    alice: AsyncClient, database: Database, threads: ThreadPoolExecutor, kind: str
) -> None:
    theme = await create_theme(alice)
    await tick(alice, await create_habit(alice, theme_id=theme["id"]), "2026-03-17")
    await create_task(alice, due="2026-03-20", theme_id=theme["id"])
    routine = await create_routine(alice)
    await create_session(alice, routine)
    path = {
        "feed": (await open_feed(alice))["url"],
        "routine's feed": (await open_feed(alice, routine_id=routine["id"]))["url"],
        "export.ics": f"/routines/{routine['id']}/export.ics",
        "export": "/export",
    }[kind]
    expected = (await alice.get(path)).content
    is_free = Event()
    threads.submit(is_free.wait, 60)  # so that nothing is written meanwhile
    reads = [asyncio.create_task(alice.get(path)) for _ in range(SQLITE_READERS + 1)]
    try:
        async with asyncio.timeout(60):
            while threads._work_queue.qsize() < len(reads):  # noqa: ASYNC110, SLF001 - no event tells
                await asyncio.sleep(0.01)
        pool = database.read_engine.pool
        assert isinstance(pool, QueuePool)
        assert pool.checkedout() == 0
    finally:
        is_free.set()
    answers = await asyncio.gather(*reads)
    assert {(answer.status_code, answer.content) for answer in answers} == {(200, expected)}
