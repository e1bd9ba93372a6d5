"""The quote of a day as people see it: the pack's, or what a provider gave for that day."""

from datetime import date, timedelta

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from almanac.core.db import Database
from almanac.quotes.domain import Language
from almanac.quotes.service.pack import load_pack
from tests.conftest import MovableClock, browser, sign_up
from tests.quotes.provider import Provider, quotes
from tests.quotes.test_refresh import refresh
from tests.statements import counted_statements

TODAY = date(2026, 3, 18)


async def test_everybody_sees_the_same_quote_all_day(
    alice: AsyncClient, bob: AsyncClient, clock: MovableClock
) -> None:
    morning = (await alice.get("/quotes/today")).json()
    clock.advance(timedelta(hours=10, minutes=59))
    assert (await alice.get("/quotes/today")).json() == morning
    assert (await bob.get("/quotes/today")).json() == morning
    clock.advance(timedelta(minutes=1))
    next_day = (await alice.get("/quotes/today")).json()
    assert (morning["date"], next_day["date"]) == ("2026-03-18", "2026-03-19")
    assert morning["text"] != next_day["text"]
    assert (await alice.get("/quotes/today?date=2026-03-18")).json() == morning


async def test_a_quote_of_the_pack_names_its_work(alice: AsyncClient) -> None:
    shown = (await alice.get("/quotes/today")).json()
    (entry,) = [
        quote for quote in load_pack(Language.ENGLISH).quotes if quote.text == shown["text"]
    ]
    assert shown == {
        "date": "2026-03-18",
        "text": entry.text,
        "author": entry.author,
        "work": entry.work,
        "source": "pack",
    }


async def test_german_readers_read_german(alice: AsyncClient) -> None:
    await alice.patch("/users/me", json={"locale": "de"})
    shown = (await alice.get("/quotes/today")).json()
    assert shown["text"] in {quote.text for quote in load_pack(Language.GERMAN).quotes}


async def test_the_day_is_the_one_of_the_person(app: FastAPI, alice: AsyncClient) -> None:
    async with browser(app) as dora:
        await sign_up(dora, "dora@example.org", timezone="Pacific/Kiritimati")
        shown = (await dora.get("/quotes/today")).json()
        assert shown["date"] == "2026-03-19"
        refused = await alice.get("/quotes/today?date=2026-03-19")
        assert refused.status_code == 422
        assert refused.json()["errors"][0]["pointer"] == "/query/date"
        assert refused.json()["errors"][0]["code"] == "date_in_future"


@pytest.mark.parametrize("day", ["yesterday", "1800-01-01", "2026-02-30", ""])
async def test_what_is_no_date_is_refused(alice: AsyncClient, day: str) -> None:
    assert (await alice.get(f"/quotes/today?date={day}")).status_code == 422


async def test_strangers_get_no_quote(client: AsyncClient) -> None:
    assert (await client.get("/quotes/today")).status_code == 401


@pytest.mark.usefixtures("configured")
async def test_what_a_provider_gave_is_shown_from_two_days_later_on(
    alice: AsyncClient,
    bob: AsyncClient,
    clock: MovableClock,
    database: Database,
    provider: Provider,
) -> None:
    await bob.patch("/users/me", json={"locale": "de"})
    provider.answer = quotes("only")
    await refresh(provider, database, clock)
    sources = []
    for _ in range(3):
        sources.append((await alice.get("/quotes/today")).json()["source"])
        clock.advance(timedelta(days=1))
    assert sources == ["pack", "pack", "provider"]
    clock.advance(timedelta(days=-1))
    assert (await alice.get("/quotes/today")).json() == {
        "date": "2026-03-20",
        "text": "Text only",
        "author": "Writer of tests",
        "work": None,
        "source": "provider",
    }
    assert (await bob.get("/quotes/today")).json()["source"] == "pack"


async def test_without_a_provider_nothing_that_one_gave_is_shown(
    alice: AsyncClient, clock: MovableClock, database: Database, provider: Provider
) -> None:
    await refresh(provider, database, clock)
    clock.advance(timedelta(days=5))
    assert (await alice.get("/quotes/today")).json()["source"] == "pack"


@pytest.mark.usefixtures("configured")
async def test_each_of_a_providers_quotes_comes_once_before_any_comes_again(
    alice: AsyncClient, clock: MovableClock, database: Database, provider: Provider
) -> None:
    provider.answer = quotes(*"abcd")
    await refresh(provider, database, clock)
    begins = date.fromordinal(((TODAY.toordinal() + 2) // 4 + 1) * 4)
    clock.advance(timedelta(days=13))
    shown = []
    for number in range(8):
        day = begins + timedelta(days=number)
        shown.append((await alice.get(f"/quotes/today?date={day}")).json()["text"])
    assert len(set(shown[:4])) == len(set(shown[4:])) == 4


@pytest.mark.usefixtures("configured")
async def test_today_shows_the_quote_for_one_statement(
    alice: AsyncClient, clock: MovableClock, database: Database, provider: Provider
) -> None:
    await refresh(provider, database, clock)
    clock.advance(timedelta(days=4))
    with counted_statements(database) as seen:
        quote = (await alice.get("/quotes/today")).json()
    assert quote["source"] == "provider"
    assert len([statement for statement in seen if "FROM quotes" in statement]) == 1
    await alice.get("/today")
    with counted_statements(database) as seen:
        day = (await alice.get("/today")).json()
    assert day["quote"] == quote
    assert len([statement for statement in seen if "FROM quotes" in statement]) == 1
    assert len(seen) <= 10
