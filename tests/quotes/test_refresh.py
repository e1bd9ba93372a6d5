"""Refreshing the store: when a provider is asked, what is kept, and what never changes."""

import asyncio
from collections.abc import Iterable
from datetime import datetime, timedelta

import pytest
from httpx2 import AsyncClient
from sqlalchemy import select

from almanac.core.clock import Clock
from almanac.core.db import Database
from almanac.core.jobs import run_tick
from almanac.quotes.jobs import refresh_job
from almanac.quotes.models import Quote, QuoteProvider
from tests.conftest import MovableClock
from tests.factories import create_habit
from tests.quotes.provider import Provider, never, quotes, texts, with_body, with_json

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


async def refresh(
    provider: Provider,
    database: Database,
    clock: Clock,
    *,
    interval: timedelta = DAY,
    started_at: datetime | None = None,
) -> bool:
    """Run the job once; whether it asked the provider."""
    before = len(provider.asked)
    # Unless a test says otherwise it is of a server that has been running for long.
    started_at = started_at or clock() - 1000 * DAY
    await refresh_job(provider.url, interval, started_at=started_at).run(database, clock)
    return len(provider.asked) > before


async def stored(database: Database) -> set[tuple[str, str, str]]:
    """Text and the days on which it is shown."""
    async with database.readers.begin() as session:
        rows = await session.scalars(select(Quote))
        return {
            (row.text.removeprefix("Text "), str(row.shown_from)[5:], str(row.shown_until)[5:])
            for row in rows
        }


async def state(database: Database) -> QuoteProvider:
    async with database.readers.begin() as session:
        return (await session.scalars(select(QuoteProvider))).one()


async def asked_after(
    steps: Iterable[timedelta], provider: Provider, database: Database, clock: MovableClock
) -> list[bool]:
    asked = []
    for step in steps:
        clock.advance(step)
        asked.append(await refresh(provider, database, clock))
    return asked


async def test_it_is_asked_once_in_each_interval(
    database: Database, clock: MovableClock, provider: Provider
) -> None:
    steps = [0 * HOUR, MINUTE, 23 * HOUR, 58 * MINUTE, MINUTE, MINUTE]
    asked = await asked_after(steps, provider, database, clock)
    assert asked == [True, False, False, False, True, False]


async def test_a_shorter_interval_counts_at_once(
    database: Database, clock: MovableClock, provider: Provider
) -> None:
    assert await refresh(provider, database, clock, interval=8760 * HOUR)
    clock.advance(2 * HOUR)
    assert not await refresh(provider, database, clock, interval=3 * HOUR)
    assert await refresh(provider, database, clock, interval=HOUR)


async def test_a_server_that_starts_asks_unless_it_was_asked_just_now(
    database: Database, clock: MovableClock, provider: Provider
) -> None:
    assert await refresh(provider, database, clock)
    clock.advance(MINUTE / 2)
    assert not await refresh(provider, database, clock, started_at=clock.now)
    clock.advance(HOUR)
    started_at = clock.now
    assert await refresh(provider, database, clock, started_at=started_at)
    clock.advance(2 * MINUTE)
    assert not await refresh(provider, database, clock, started_at=started_at)


async def test_another_address_is_asked_at_once(
    database: Database, clock: MovableClock, provider: Provider
) -> None:
    await refresh(provider, database, clock)
    job = refresh_job(f"{provider.url}/other", DAY, started_at=clock.now)
    await job.run(database, clock)
    assert provider.asked == ["/api/quotes", "/api/quotes/other"]


async def test_what_is_offered_takes_the_place_of_what_was(
    database: Database, clock: MovableClock, provider: Provider
) -> None:
    provider.answer = quotes("one", "two")
    await refresh(provider, database, clock)
    assert await stored(database) == {("one", "03-20", ""), ("two", "03-20", "")}
    clock.advance(DAY)
    provider.answer = quotes("two", "three")
    await refresh(provider, database, clock)
    assert await stored(database) == {
        ("one", "03-20", "03-21"),
        ("two", "03-20", ""),
        ("three", "03-21", ""),
    }
    clock.advance(DAY)
    provider.answer = quotes("one")
    await refresh(provider, database, clock)
    assert await stored(database) == {
        ("one", "03-20", "03-21"),
        ("two", "03-20", "03-22"),
        ("three", "03-21", "03-22"),
        ("one", "03-22", ""),
    }


async def test_of_several_answers_on_one_day_the_last_one_counts(
    database: Database, clock: MovableClock, provider: Provider
) -> None:
    for names in (("one", "two"), ("three",), ("two",)):
        provider.answer = quotes(*names)
        assert await refresh(provider, database, clock, interval=HOUR)
        clock.advance(HOUR)
    assert await stored(database) == {("two", "03-20", "")}
    clock.advance(DAY)
    for names in (("four",), ("two", "five")):
        provider.answer = quotes(*names)
        assert await refresh(provider, database, clock, interval=HOUR)
        clock.advance(HOUR)
    assert await stored(database) == {("two", "03-20", ""), ("five", "03-21", "")}


async def test_what_is_shown_no_longer_is_forgotten_after_a_while(
    database: Database, clock: MovableClock, provider: Provider
) -> None:
    for number in (0, 1, 100, 1):
        clock.advance(number * DAY)
        provider.answer = quotes(f"{clock.now:%m-%d}")
        assert await refresh(provider, database, clock)
    assert {text for text, _, _ in await stored(database)} == {"03-19", "06-27", "06-28"}


@pytest.mark.parametrize(
    "answer",
    [
        with_body(b"<p>Down"),
        with_body(b"", 500),
        with_json([*texts("one"), {"q": "Too many requests", "a": "zenquotes.io"}]),
    ],
)
async def test_a_failure_keeps_the_old_ones(
    database: Database, clock: MovableClock, provider: Provider, answer: object
) -> None:
    provider.answer = quotes("old")
    await refresh(provider, database, clock)
    before = await stored(database)
    provider.answer = answer  # type: ignore[assignment]  # parametrized
    clock.advance(DAY)
    assert await refresh(provider, database, clock)
    assert await stored(database) == before
    assert (await state(database)).failures == 1


async def test_after_failures_it_waits_longer_and_longer_and_then_starts_over(
    database: Database, clock: MovableClock, provider: Provider
) -> None:
    provider.answer = with_body(b"", 503)
    waits = []
    for _ in range(9):
        assert await refresh(provider, database, clock, interval=HOUR)
        due_at = (await state(database)).due_at
        waits.append(due_at - clock.now)
        clock.now = due_at - timedelta(seconds=1)
        assert not await refresh(provider, database, clock, interval=HOUR, started_at=clock.now)
        clock.now = due_at
    assert waits[0] == MINUTE
    steps = [MINUTE * min(2**number, 60) for number in range(9)]
    for wait, step in zip(waits, steps, strict=True):
        assert step * 0.75 <= wait <= step or wait == MINUTE
    provider.answer = quotes()
    assert await refresh(provider, database, clock, interval=HOUR)
    found = await state(database)
    assert (found.failures, found.error, found.due_at) == (0, None, clock.now + HOUR)


async def test_a_provider_is_left_alone_for_as_long_as_it_asks(
    database: Database, clock: MovableClock, provider: Provider
) -> None:
    provider.answer = with_body(b"", 429, Retry_After="5400")
    asked = await asked_after([0 * HOUR, HOUR, HOUR / 2], provider, database, clock)
    assert asked == [True, False, True]
    assert (await state(database)).error == "status_429"
    provider.answer = with_body(b"", 429, Retry_After="99999999")
    clock.advance(3 * HOUR)
    assert await refresh(provider, database, clock)
    assert (await state(database)).due_at <= clock.now + DAY


async def test_of_two_refreshers_at_once_one_asks(
    database: Database, clock: MovableClock, provider: Provider
) -> None:
    await asyncio.gather(*(refresh(provider, database, clock) for _ in range(5)))
    assert len(provider.asked) == 1
    clock.advance(DAY)
    await asyncio.gather(*(refresh(provider, database, clock) for _ in range(5)))
    assert len(provider.asked) == 2
    assert len(await stored(database)) == 3


async def test_two_answers_that_are_kept_at_once_leave_one_of_them(
    database: Database, clock: MovableClock, provider: Provider
) -> None:
    provider.answer = quotes("one", "two")
    await refresh(provider, database, clock)
    provider.answer = quotes("two", "three")
    clock.advance(DAY)
    # Each takes its turn after the minute of the other is over, as if both answers were late.
    jobs = [refresh_job(provider.url, MINUTE, started_at=clock.now) for _ in range(4)]
    await asyncio.gather(
        *(
            job.run(database, lambda n=n: clock.now + n * MINUTE)  # type: ignore[misc]  # the default binds n
            for n, job in enumerate(jobs)
        )
    )
    assert await stored(database) == {
        ("one", "03-20", "03-21"),
        ("two", "03-20", ""),
        ("three", "03-21", ""),
    }


async def test_a_tick_that_two_processes_have_asks_once(
    database: Database, clock: MovableClock, provider: Provider
) -> None:
    job = refresh_job(provider.url, DAY, started_at=clock.now)
    assert job.at_start
    ran = await asyncio.gather(*(run_tick(job, database, clock) for _ in range(3)))
    assert sorted(ran) == [False, False, True]
    assert len(provider.asked) == 1


async def test_reading_and_writing_go_on_while_a_provider_hangs(
    alice: AsyncClient, database: Database, clock: MovableClock, provider: Provider
) -> None:
    provider.answer = never
    asking = asyncio.create_task(refresh(provider, database, clock))
    await asyncio.to_thread(provider.was_asked.wait)
    await create_habit(alice)
    assert (await alice.get("/today")).json()["quote"]["source"] == "pack"
    assert not asking.done()
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    # Whoever was broken off left no answer, so it is asked again soon.
    provider.answer = quotes()
    assert await asked_after([MINUTE / 2, MINUTE / 2], provider, database, clock) == [False, True]


async def test_after_a_clock_that_was_years_ahead_the_provider_is_asked_again(
    provider: Provider, database: Database, clock: MovableClock
) -> None:
    steps = [3650 * DAY, -3650 * DAY, MINUTE, DAY]
    assert await asked_after(steps, provider, database, clock) == [True, True, False, True]
    assert await stored(database) == {(text, "03-20", "") for text in ("one", "two", "three")}
