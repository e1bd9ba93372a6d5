"""The page under a shared routine's link, as a visitor without an account sees it."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient, Response

from almanac.core.db import Database
from tests.conftest import ORIGIN, MovableClock
from tests.factories import create_theme
from tests.statements import counted_statements
from tests.timetable.days import address, change, create_routine, create_session

THURSDAY = "2026-03-19"


@pytest.fixture
async def visitor(app: FastAPI) -> AsyncIterator[AsyncClient]:
    """A browser that has never been here and reads English."""
    async with AsyncClient(
        transport=ASGITransport(app, client=("198.51.100.7", 50000)),
        base_url=ORIGIN,
        headers={"Accept": "text/html", "Accept-Language": "en-GB,en;q=0.9"},
    ) as client:
        yield client


@pytest.fixture
async def routine(alice: AsyncClient) -> dict[str, Any]:
    return await create_routine(alice)


async def path_of(client: AsyncClient, routine: dict[str, Any]) -> str:
    url: str = (await change(client, "POST", f"/routines/{routine['id']}/share"))["url"]
    return url.removeprefix(ORIGIN)


def words(response: Response) -> str:
    """What is read on a page: its text without tags and the style, spaces as one."""
    assert response.status_code == 200
    body = re.sub(r"<style>.*?</style>", "", response.text)
    return " ".join(re.sub(r"<[^>]*>", " ", body).split())


async def test_a_visitor_reads_this_week(
    alice: AsyncClient, routine: dict[str, Any], visitor: AsyncClient
) -> None:
    await create_session(alice, routine, location="Room 4", note="Bring a lens")
    page = words(await visitor.get(await path_of(alice, routine)))
    assert "Spring term 16–22 Mar 2026" in page  # noqa: RUF001 - as the locale writes it
    assert "Thu, 19 Mar" in page or "Thu 19 Mar" in page
    assert "09:00–10:00 Biology Room 4 Bring a lens" in page  # noqa: RUF001 - likewise
    assert "Wed 18 Mar today" in page.replace("Wed,", "Wed")
    assert "Break 13:00–14:30" in page  # noqa: RUF001 - likewise


async def test_the_week_is_the_owners(
    alice: AsyncClient, routine: dict[str, Any], visitor: AsyncClient, clock: MovableClock
) -> None:
    path = await path_of(alice, routine)
    # Sunday 23:30 in London is Monday in Berlin, where alice is.
    clock.now = clock.now.replace(day=22, hour=23, minute=30)
    assert "23–29 Mar" in words(await visitor.get(path))  # noqa: RUF001 - as the locale writes it
    await alice.patch("/users/me", json={"day_start": 120})
    assert "16–22 Mar" in words(await visitor.get(path))  # noqa: RUF001 - likewise


async def test_cancelled_and_moved_dates_are_told_apart(
    alice: AsyncClient, routine: dict[str, Any], visitor: AsyncClient
) -> None:
    session = await create_session(alice, routine)
    await change(alice, "PUT", f"{address(session)}/cancellations/{THURSDAY}", {"reason": "Snow"})
    moved = await create_session(alice, routine, "Latin", starts="11:00")
    await change(
        alice, "PUT", f"{address(moved)}/moves/{THURSDAY}", {"on": "2026-03-20", "starts": "08:00"}
    )
    response = await visitor.get(await path_of(alice, routine))
    assert "<s><bdi>Biology</bdi></s>" in response.text
    page = words(response)
    assert "Cancelled: Snow" in page
    assert re.search(r"Latin Moved to Fri,? 20 Mar", page)
    assert re.search(r"08:00\S09:00 Latin Moved from Thu,? 19 Mar", page)


async def test_holidays_are_named_and_hidden_days_shown_when_something_is_on(
    alice: AsyncClient, visitor: AsyncClient
) -> None:
    fair = {"first_on": THURSDAY, "last_on": THURSDAY, "name": "Spring fair"}
    routine = await create_routine(alice, holidays=[fair])
    await create_session(alice, routine)
    await create_session(alice, routine, "Choir", weekday="sun", starts="22:00", minutes=180)
    page = words(await visitor.get(await path_of(alice, routine)))
    assert "Spring fair" in page
    assert re.search(r"Sun,? 22 Mar 22:00\S01:00 the next day Choir", page)
    assert "Sat" not in page


async def test_other_weeks_are_a_link_away_and_the_pattern_too(
    alice: AsyncClient, visitor: AsyncClient
) -> None:
    routine = await create_routine(alice, rotation_weeks=2, valid_to="2026-03-29")
    await create_session(alice, routine, "Odd", week=1)
    await create_session(alice, routine, "Even", week=2)
    path = await path_of(alice, routine)
    this = await visitor.get(path)
    assert "Week A" in words(this)
    assert 'href="?week=2026-03-09" rel="prev"' in this.text
    following = await visitor.get(f"{path}?week=2026-W13")
    assert "Even" in words(following)
    assert "Next week" not in words(following)
    pattern = words(await visitor.get(f"{path}?week=every"))
    assert re.search(r"Week A .* Odd .* Week B .* Even", pattern)
    for asked in ("2031-01-01", "1999-W01", "yesterday", "%00", "9" * 5000):
        assert "Spring term" in words(await visitor.get(f"{path}?week={asked}"))


async def test_a_routine_without_sessions_says_so(
    alice: AsyncClient, routine: dict[str, Any], visitor: AsyncClient
) -> None:
    assert "There is nothing in this timetable yet." in words(
        await visitor.get(await path_of(alice, routine))
    )


async def test_the_page_is_in_the_visitors_language_whatever_the_owners(
    alice: AsyncClient, routine: dict[str, Any], visitor: AsyncClient
) -> None:
    await create_session(alice, routine)
    path = await path_of(alice, routine)
    german = await visitor.get(path, headers={"Accept-Language": "de-AT"})
    assert "Woche" in words(german)
    assert "Do., 19. März" in words(german)
    american = await visitor.get(path, headers={"Accept-Language": "en-US"})
    assert "10:00\N{NARROW NO-BREAK SPACE}AM" in american.text
    chosen = await visitor.get(f"{path}?lang=de&week=every")
    assert "Donnerstag" in words(chosen)
    assert 'href="?week=every&amp;lang=en"' in chosen.text
    assert 'href="?lang=de"' in chosen.text


async def test_nothing_of_the_owner_is_on_the_page(
    alice: AsyncClient, routine: dict[str, Any], visitor: AsyncClient
) -> None:
    theme = await create_theme(alice, "Secret theme")
    session = await create_session(alice, routine, theme_id=theme["id"])
    me = (await alice.get("/users/me")).json()
    path = await path_of(alice, routine)
    for address_ in (path, f"{path}?week=every", f"{path}x"):
        response = await visitor.get(address_)
        sent = (response.text + str(response.headers)).lower()
        for secret in (
            "alice", "example.org", "secret theme", me["id"], routine["id"], session["id"],
            theme["id"], path.removeprefix("/r/").lower(), "europe/berlin",
        ):  # fmt: skip
            assert secret not in sent
        assert "set-cookie" not in response.headers
    assert "--mark:#5D6B2F" in (await visitor.get(path)).text


async def test_what_was_typed_stays_text(alice: AsyncClient, visitor: AsyncClient) -> None:
    markup = "</style><script>alert(1)</script>"
    routine = await create_routine(alice, f"A {markup}")
    session = await create_session(
        alice, routine, markup, location="<img src=x>", note='"><svg onload=x>{{ 7*7 }}'
    )
    await change(alice, "PUT", f"{address(session)}/cancellation", {"reason": "<b>ill</b>"})
    text = (await visitor.get(await path_of(alice, routine))).text
    for tag in ("<script", "<img", "<svg", "<b>"):
        assert tag not in text
    assert text.count("</style>") == 1
    assert "{{ 7*7 }}" in text


async def test_links_that_do_not_work_are_all_alike(
    alice: AsyncClient, routine: dict[str, Any], visitor: AsyncClient, database: Database
) -> None:
    path = await path_of(alice, routine)
    await alice.delete(f"/routines/{routine['id']}/share")
    bodies, counts = set(), set()
    for gone in (
        path,
        f"{path}A",
        "/r/x",
        "/r/",
        f"{path}/more",
        f"{path}%0A",
        f"{path}%0D%0A",
        f"{path}%0Amore",
        "/r/%00",
        "/r/%ff%E2%98%83",
        "/r/" + "a" * 3000,
    ):
        with counted_statements(database) as statements:
            response = await visitor.get(gone)
        assert response.status_code == 404
        assert "x-ratelimit-limit" in response.headers
        bodies.add(response.content)
        counts.add(len(statements))
    assert len(bodies) == len(counts) == 1


async def test_a_page_is_sent_again_only_when_something_changed(
    alice: AsyncClient, routine: dict[str, Any], visitor: AsyncClient, clock: MovableClock
) -> None:
    session = await create_session(alice, routine)
    path = await path_of(alice, routine)
    first = await visitor.get(path)
    kept = {"If-None-Match": first.headers["etag"]}
    again = await visitor.get(path, headers=kept)
    assert (again.status_code, again.content) == (304, b"")
    head = await visitor.head(path)
    assert (head.status_code, head.content, head.headers["etag"]) == (
        200,
        b"",
        kept["If-None-Match"],
    )
    await change(alice, "PATCH", address(session), {"location": "Attic"})
    assert (await visitor.get(path, headers=kept)).status_code == 200
    clock.advance(timedelta(days=1))
    assert (await visitor.get(path, headers=kept)).status_code == 200


async def test_a_page_gives_no_right_to_change_anything(
    alice: AsyncClient, routine: dict[str, Any], visitor: AsyncClient
) -> None:
    path = await path_of(alice, routine)
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        response = await visitor.request(method, path, headers={"Sec-Fetch-Site": "same-origin"})
        assert response.status_code == 405
    text = (await visitor.get(path)).text
    assert "<form" not in text
    assert "/api/" not in text


async def test_the_links_of_an_address_are_counted(
    alice: AsyncClient, routine: dict[str, Any], visitor: AsyncClient
) -> None:
    path = await path_of(alice, routine)
    statuses = {(await visitor.get(f"{path}{number}")).status_code for number in range(120)}
    refused = await visitor.get(path)
    assert statuses == {404}
    assert refused.status_code == 429
    assert int(refused.headers["retry-after"]) >= 1
    assert "One moment" in refused.text


async def test_a_page_is_small_and_one_of_500_sessions_still_opens(
    alice: AsyncClient, routine: dict[str, Any], visitor: AsyncClient, database: Database
) -> None:
    await create_session(alice, routine)
    path = await path_of(alice, routine)
    with counted_statements(database) as statements:
        small = await visitor.get(path)
    assert len(small.content) < 10_000
    for number in range(11):
        await create_session(alice, routine, f"Subject {number}", starts=f"{number + 10}:00")
    assert len((await visitor.get(path)).content) < 15_000
    for number in range(11, 70):
        await create_session(alice, routine, f"Subject {number}")
    for weekday in ("mon", "tue", "wed", "fri", "sat", "sun"):
        days = {"from": {"weekday": "thu", "week": None}, "to": {"weekday": weekday, "week": None}}
        await change(alice, "POST", f"/routines/{routine['id']}/copy-day", days)
    with counted_statements(database) as of_many:
        full = await visitor.get(path)
    assert full.text.count("Subject") == 7 * 70
    assert len(of_many) == len(statements)
