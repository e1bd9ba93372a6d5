"""The public page of a batch, as whoever scans its label sees it, and the same as JSON."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient, Response
from sqlalchemy import event, text

from almanac.core.db import Database
from almanac.freshness.domain.codes import grouped
from almanac.language.catalogue import languages
from tests.conftest import ORIGIN, MovableClock
from tests.freshness.shop_floor import create_batch, move, products_of, read_batch
from tests.statements import counted_statements

UNKNOWN = "0123456789AB"
DAY = timedelta(days=1)


@pytest.fixture
async def visitor(app: FastAPI) -> AsyncIterator[AsyncClient]:
    """A phone that has never been here and reads English."""
    async with AsyncClient(
        transport=ASGITransport(app, client=("198.51.100.7", 50000)),
        base_url=ORIGIN,
        headers={"Accept": "text/html,*/*;q=0.8", "Accept-Language": "en-GB,en;q=0.9"},
    ) as client:
        yield client


@pytest.fixture
async def batch(alice: AsyncClient) -> dict[str, Any]:
    answer = await alice.patch("/shop", json={"name": "Lindner & Söhne", "contact": "Tel. 030 1"})
    assert answer.status_code == 200, answer.text
    return await create_batch(
        alice,
        batch_identifier="B-1001",
        lot="L7",
        butcher_date="2026-03-14",
        arrival_date="2026-03-16",
        use_by="2026-03-20",
        note="Only for us",
    )


def path(batch: dict[str, Any]) -> str:
    return f"/b/{batch['code']}"


def words(response: Response) -> str:
    """What is read on a page: its text without tags and the style, spaces as one."""
    assert response.status_code == 200, response.text
    body = re.sub(r"<style>.*?</style>", "", response.text)
    return " ".join(re.sub(r"<[^>]*>", " ", body).split())


async def test_a_scan_tells_how_fresh_it_is(batch: dict[str, Any], visitor: AsyncClient) -> None:
    said = words(await visitor.get(path(batch)))
    for each in (
        "🍗 Chicken Fresh Within the days",
        "2 days on the shelf",
        "From 19 March 2026: Caution",
        "Cut or packed 14 March 2026",
        "Arrived 16 March 2026",
        "Use by 20 March 2026",
        "Batch B-1001",
        "Lot L7",
        "Lindner &amp; Söhne Tel. 030 1",
        "As of 18 March 2026",
        "Last change: 18 March 2026, 13:00",
        grouped(batch["code"]),
    ):
        assert each in said
    assert "Only for us" not in said


async def test_a_page_is_small_whole_and_runs_nothing(
    batch: dict[str, Any], visitor: AsyncClient
) -> None:
    for language in languages():
        response = await visitor.get(f"{path(batch)}?lang={language}")
        assert len(response.content) <= 15_000
        assert "<script" not in response.text
        assert not re.findall(r"""(?:src|href)=["'](?!data:,|\?)""", response.text)
    policy = response.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert response.headers["referrer-policy"] == "no-referrer"
    assert "noindex" in response.headers["x-robots-tag"]
    assert "set-cookie" not in response.headers


async def test_the_same_as_json(batch: dict[str, Any], visitor: AsyncClient) -> None:
    asked = {"Accept": "application/json"}
    under_page = await visitor.get(path(batch), headers=asked)
    in_api = await visitor.get(f"/api/v1/public/batches/{batch['code']}")
    assert under_page.json() == in_api.json()
    assert under_page.json() == {
        "code": batch["code"],
        "product": {"name": "Chicken", "emoji": "🍗"},
        "batch_identifier": "B-1001",
        "lot": "L7",
        "butcher_date": "2026-03-14",
        "arrival_date": "2026-03-16",
        "use_by": "2026-03-20",
        "state": "on_shelf",
        "status": "fresh",
        "next_change": {"on": "2026-03-19", "status": "caution"},
        "days_on_shelf": 2,
        "left_on": None,
        "recall_reason": "",
        "shop": {"name": "Lindner & Söhne", "contact": "Tel. 030 1"},
        "today": "2026-03-18",
        "updated_at": "2026-03-18T12:00:00Z",
    }


@pytest.mark.parametrize(
    ("days", "word"),
    [(-1, "Not yet"), (0, "Fresh"), (2, "Fresh"), (3, "Caution"), (4, "Caution"), (5, "Expired")],
)
async def test_the_status_follows_the_shops_calendar(
    alice: AsyncClient, visitor: AsyncClient, clock: MovableClock, days: int, word: str
) -> None:
    batch = await create_batch(alice, arrival_date="2026-03-19")
    # Half past eleven at night in Berlin, where it is a day later than in London.
    clock.now = clock.now.replace(day=19, hour=22, minute=30) + days * DAY
    page = await visitor.get(path(batch))
    assert f"<h2>{word}</h2>" in page.text
    clock.now += timedelta(hours=1)
    assert (await visitor.get(path(batch))).headers["etag"] != page.headers["etag"]


async def test_the_zone_is_the_shops(
    alice: AsyncClient, visitor: AsyncClient, clock: MovableClock
) -> None:
    await alice.patch("/shop", json={"timezone": "America/New_York"})
    batch = await create_batch(alice, arrival_date="2026-03-16")
    clock.now = clock.now.replace(day=19, hour=3, minute=30)
    assert "2 days on the shelf" in words(await visitor.get(path(batch)))


async def test_a_recall_is_told_at_once_and_taken_back(
    alice: AsyncClient, batch: dict[str, Any], visitor: AsyncClient
) -> None:
    fresh = await visitor.get(path(batch))
    await move(alice, batch, "recalled", reason="Salmonella <b>")
    recalled = await visitor.get(path(batch), headers={"If-None-Match": fresh.headers["etag"]})
    said = words(recalled)
    assert "Recalled Do not eat it. Bring it back or ask the shop." in said
    assert "Reason Salmonella &lt;b&gt;" in said
    assert "Caution" not in said
    await move(alice, batch, "restored")
    assert "Fresh" in words(await visitor.get(path(batch)))


async def test_what_was_sold_goes_on_ageing_and_what_was_discarded_is_expired(
    alice: AsyncClient, visitor: AsyncClient
) -> None:
    sold, discarded = await create_batch(alice), await create_batch(alice)
    await move(alice, sold, "sold")
    await move(alice, discarded, "discarded")
    said = words(await visitor.get(path(sold)))
    assert "Fresh" in said
    assert "Sold 18 March 2026" in said
    assert "on the shelf" not in said
    said = words(await visitor.get(path(discarded)))
    assert "Expired Do not eat it any more." in said
    assert "Taken off the shelf 18 March 2026" in said


async def test_the_page_is_sent_again_only_when_it_changed(
    alice: AsyncClient, batch: dict[str, Any], visitor: AsyncClient
) -> None:
    first = await visitor.get(path(batch))
    assert first.headers["cache-control"] == "private, no-cache"
    tag = {"If-None-Match": first.headers["etag"]}
    kept = await visitor.get(path(batch), headers=tag)
    assert (kept.status_code, kept.content) == (304, b"")
    await alice.patch(f"/batches/{batch['id']}", json={"batch_identifier": "B-1002"})
    again = await visitor.get(path(batch), headers=tag)
    assert "B-1002" in words(again)
    chicken = (await products_of(alice))["Chicken"]["id"]
    await alice.patch(f"/products/{chicken}", json={"name": "Hen"})
    assert "Hen" in words(await visitor.get(path(batch), headers=tag))


async def test_every_link_that_leads_nowhere_is_answered_alike(
    alice: AsyncClient, batch: dict[str, Any], visitor: AsyncClient
) -> None:
    revoked, deleted = batch["code"], await create_batch(alice)
    renewed = await alice.post(f"/batches/{batch['id']}/code")
    assert renewed.status_code == 200, renewed.text
    await alice.delete(f"/batches/{deleted['id']}")
    codes = [UNKNOWN, revoked, deleted["code"], "x", "", "a/b", "%00", "%FF", "é" * 12, "0" * 3000]
    pages = [await visitor.get(f"/b/{code}") for code in codes]
    assert {page.status_code for page in pages} == {404}
    assert len({page.content for page in pages}) == 1
    asked = [await visitor.get(f"/b/{c}", headers={"Accept": "application/json"}) for c in codes]
    asked += [await visitor.get(f"/api/v1/public/batches/{c}") for c in (UNKNOWN, revoked, "x")]
    for problem in asked:
        assert problem.status_code == 404
        assert problem.json()["code"] == "code_unknown"
    assert "Fresh" in words(await visitor.get(path(await read_batch(alice, batch))))


async def test_a_malformed_code_costs_the_same_statement(
    batch: dict[str, Any], visitor: AsyncClient, database: Database
) -> None:
    lookups: list[object] = []
    engine = database.lookups.engine.sync_engine
    event.listen(engine, "checkout", lambda *_: lookups.append(1))
    for code in (batch["code"], UNKNOWN, "x"):
        lookups.clear()
        with counted_statements(database) as statements:
            await visitor.get(f"/b/{code}")
        assert (len(lookups), statements) == (1, [])


async def test_a_code_is_read_as_people_type_it(
    batch: dict[str, Any], visitor: AsyncClient
) -> None:
    typed = grouped(batch["code"]).lower().replace("0", "o").replace("1", "l")
    assert (await visitor.get(f"/b/{typed}")).content == (await visitor.get(path(batch))).content


async def test_nothing_of_the_owner_is_shown(
    alice: AsyncClient, batch: dict[str, Any], visitor: AsyncClient
) -> None:
    me = (await alice.get("/users/me")).json()
    for accept in ("text/html", "application/json"):
        shown = (await visitor.get(path(batch), headers={"Accept": accept})).text
        for secret in (me["id"], me["email"], batch["id"], batch["product"]["id"], "Alice"):
            assert secret not in shown


async def test_a_deactivated_owner_shows_nothing(
    admin: AsyncClient,
    alice: AsyncClient,
    batch: dict[str, Any],
    visitor: AsyncClient,
    database: Database,
) -> None:
    async with database.writers.begin() as session:
        await session.execute(text("UPDATE users SET is_active = false WHERE email LIKE 'alice%'"))
    assert (await visitor.get(path(batch))).status_code == 404


async def test_who_asks_too_often_is_told_to_wait(
    batch: dict[str, Any], visitor: AsyncClient
) -> None:
    for _ in range(120):
        last = await visitor.get(path(batch))
    assert last.status_code == 200
    refused = await visitor.get(path(batch))
    assert refused.status_code == 429
    assert int(refused.headers["retry-after"]) > 0
    assert "One moment" in refused.text
    problem = await visitor.get(f"/api/v1/public/batches/{batch['code']}")
    assert problem.json()["code"] == "too_many_requests"


async def test_scans_are_counted_and_visitors_are_not(
    alice: AsyncClient, batch: dict[str, Any], visitor: AsyncClient, app: FastAPI
) -> None:
    before = (await visitor.get(path(batch))).headers["etag"]
    await visitor.get(path(batch), headers={"If-None-Match": before})
    await visitor.head(path(batch))
    await visitor.get(f"/b/{UNKNOWN}")
    await app.state.scans.flush()
    assert (await read_batch(alice, batch))["scans"] == 2
    assert (await visitor.get(path(batch))).headers["etag"] == before


async def test_other_methods_are_not_allowed(batch: dict[str, Any], visitor: AsyncClient) -> None:
    answer = await visitor.post(path(batch), headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Seit heute in der Theke"),
        ("ru", "На прилавке с сегодняшнего дня"),  # noqa: RUF001 - Cyrillic
        ("ar", "على الرف منذ اليوم"),
        ("zh-CN", "今天上架"),
        ("hi", "आज से शेल्फ़ पर"),
        ("tr", "Bugünden beri rafta"),
    ],
)
async def test_the_visitor_reads_their_language(
    alice: AsyncClient, visitor: AsyncClient, language: str, said: str
) -> None:
    batch = await create_batch(alice)
    page = await visitor.get(path(batch), headers={"Accept-Language": language})
    assert said in words(page)
    assert page.headers["content-language"].startswith(language[:2])
    assert ('dir="rtl"' in page.text) is (language == "ar")


@pytest.mark.parametrize(
    ("days", "said"),
    [(1, "1 день на прилавке"), (3, "3 дня на прилавке"), (5, "5 дней на прилавке")],
)
async def test_days_are_counted_as_the_language_counts(
    alice: AsyncClient, visitor: AsyncClient, clock: MovableClock, days: int, said: str
) -> None:
    batch = await create_batch(alice)
    clock.now += days * DAY
    assert said in words(await visitor.get(f"{path(batch)}?lang=ru"))
