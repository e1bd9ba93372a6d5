"""Whatever a provider answers and whenever: no day that has begun anywhere changes its quote."""

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from sqlalchemy import delete

from almanac.core.db import Database, open_database, sqlite_url
from almanac.migrations import upgrade
from almanac.quotes.domain import Language
from almanac.quotes.models import Quote, QuoteProvider
from almanac.quotes.schemas import QuoteRead
from almanac.quotes.service.answers import read_answer
from almanac.quotes.service.daily import Audience, quote_of_day
from almanac.quotes.service.refreshing import Provider, begin_refresh, keep_failure, keep_quotes
from tests.conftest import BACKENDS, fresh_postgres_database
from tests.quotes.provider import texts

READER = Audience(Language.ENGLISH, has_provider=True)
FIRST = datetime(2026, 3, 18, tzinfo=UTC)
# How far the earliest zone on earth is ahead of UTC; no day has begun that has not begun there.
EARLIEST = timedelta(hours=14)
PROVIDER = Provider("key", timedelta(hours=1), FIRST)
# Refreshes: minutes since the one before, and what came back; nothing is a failure.
REFRESHES = st.lists(
    st.tuples(st.integers(1, 4000), st.none() | st.sets(st.sampled_from("abcdef"), min_size=1)),
    max_size=10,
)
Runs = tuple[asyncio.AbstractEventLoop, Database]


@pytest.fixture(scope="module", params=BACKENDS)
def runs(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, worker: str
) -> Iterator[Runs]:
    """A loop and a database of its own, for tests that do many runs in one."""
    if request.param == "sqlite":
        yield from opened(sqlite_url(Path(tmp_path_factory.mktemp("stay")) / "almanac.db"))
        return
    server = request.getfixturevalue("postgres_server")
    with fresh_postgres_database(server, f"almanac_quotes_{worker}") as url:
        yield from opened(url)


def opened(url: str) -> Iterator[Runs]:
    upgrade(url)
    loop = asyncio.new_event_loop()
    database = open_database(url)
    yield loop, database
    loop.run_until_complete(database.dispose())
    loop.close()


@given(refreshes=REFRESHES)
@hypothesis_settings(max_examples=30)
def test_no_day_that_has_begun_changes_its_quote(
    runs: Runs, refreshes: list[tuple[int, set[str] | None]]
) -> None:
    loop, database = runs
    loop.run_until_complete(run(database, refreshes))


async def run(database: Database, refreshes: list[tuple[int, set[str] | None]]) -> None:
    async with database.writers.begin() as session:
        await session.execute(delete(Quote))
        await session.execute(delete(QuoteProvider))
    now = FIRST
    for minutes, names in refreshes:
        now += timedelta(minutes=minutes)
        before = await begun(database, now)
        await refresh(database, names, now)
        assert await begun(database, now) == before


async def refresh(database: Database, names: set[str] | None, now: datetime) -> None:
    async with database.writers.begin() as session:
        turn = await begin_refresh(session, PROVIDER, now=now)
        if turn is None:
            return
        if names is None:
            await keep_failure(session, turn, "timed_out", None, now=now)
        else:
            offered = read_answer(json.dumps(texts(*sorted(names))).encode())
            await keep_quotes(session, turn, offered, now=now)


async def begun(database: Database, now: datetime) -> dict[date, QuoteRead]:
    """The quote of every day that has begun somewhere, from the first one on."""
    days = ((now + EARLIEST).date() - FIRST.date()).days + 1
    async with database.readers.begin() as session:
        return {
            day: await quote_of_day(session, READER, day)
            for day in (FIRST.date() + timedelta(days=number) for number in range(days))
        }
