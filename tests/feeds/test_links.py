"""Links to calendars: given out, followed without a sign-in, changed, taken back."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from almanac.core.db import Database
from almanac.identity.deps.limits import PUBLIC_PER_ADDRESS
from almanac.identity.service.administration import deactivate
from tests.conftest import NOON, MovableClock, browser
from tests.factories import create_habit, create_task
from tests.feeds.following import events, follow, open_feed, read
from tests.statements import counted_statements
from tests.timetable.days import create_routine, create_session

GUESS = "https://almanac.test/feeds/guess.ics"


async def test_a_link_is_given_out_once_for_each_scope(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    first = await alice.post("/feeds", json={})
    assert first.status_code == 201
    mine = first.json()
    assert mine["areas"] == ["timetable", "habits", "tasks"]
    assert mine["routine_id"] is None
    assert mine["url"].startswith("https://almanac.test/feeds/")
    assert mine["webcal_url"] == mine["url"].replace("https://", "webcal://")
    again = await alice.post("/feeds", json={})
    assert (again.status_code, again.json()) == (200, mine)
    of_routine = await open_feed(alice, routine_id=routine["id"])
    assert of_routine["areas"] == ["timetable"]
    assert of_routine["url"] != mine["url"]
    assert await open_feed(alice, routine_id=routine["id"]) == of_routine
    listed = (await alice.get("/feeds")).json()
    assert listed == {"data": [mine, of_routine], "count": 2, "next_cursor": None}


async def test_links_may_be_given_out_and_taken_back_at_once(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    for body in ({}, {"routine_id": routine["id"]}):
        answers = await asyncio.gather(
            *(
                alice.post("/feeds", json=body) if number % 2 else alice.delete("/feeds")
                for number in range(24)
            )
        )
        assert {answer.status_code for answer in answers} <= {200, 201, 204}


async def test_areas_are_chosen_and_the_link_stays(alice: AsyncClient, client: AsyncClient) -> None:
    await create_session(alice, await create_routine(alice))
    await create_habit(alice)
    await create_task(alice, due="2026-03-20")
    feed = await open_feed(alice)
    assert set(await events(client, feed)) == {"Biology", "Stretch", "Call home"}
    chosen = await open_feed(alice, areas=["tasks", "timetable"])
    assert chosen == {**feed, "areas": ["timetable", "tasks"]}
    assert set(await events(client, feed)) == {"Biology", "Call home"}
    assert (await open_feed(alice))["areas"] == ["timetable", "tasks"]
    changed = await alice.patch(f"/feeds/{feed['id']}", json={"areas": ["habits"]})
    assert changed.json() == {**feed, "areas": ["habits"]}
    assert set(await events(client, feed)) == {"Stretch"}


@pytest.mark.parametrize("areas", [[], ["workouts"], "tasks", None, ["tasks"] * 30])
async def test_areas_that_are_none_are_refused(alice: AsyncClient, areas: object) -> None:
    feed = await open_feed(alice)
    refused = await alice.patch(f"/feeds/{feed['id']}", json={"areas": areas})
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["pointer"].startswith("/body/areas")


async def test_a_routines_calendar_is_its_timetable(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    body = {"routine_id": routine["id"], "areas": ["habits"]}
    refused = await alice.post("/feeds", json=body)
    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (422, "routine_only")
    feed = await open_feed(alice, routine_id=routine["id"])
    refused = await alice.patch(f"/feeds/{feed['id']}", json={"areas": ["timetable", "tasks"]})
    assert refused.status_code == 422


async def test_a_routines_link_shows_that_routine_alone(
    alice: AsyncClient, client: AsyncClient
) -> None:
    await create_habit(alice)
    for name in ("Term", "Gym"):
        routine = await create_routine(alice, name=name)
        await create_session(alice, routine, subject=f"{name} session")
    feed = await open_feed(alice, routine_id=routine["id"])
    assert set(await events(client, feed)) == {"Gym session"}
    assert str((await read(client, feed))["x-wr-calname"]) == "Gym"


async def test_a_deleted_routine_is_an_empty_calendar_until_it_is_restored(
    alice: AsyncClient, client: AsyncClient
) -> None:
    routine = await create_routine(alice)
    await create_session(alice, routine)
    feed = await open_feed(alice, routine_id=routine["id"])
    await alice.delete(f"/routines/{routine['id']}")
    assert await events(client, feed) == {}
    refused = await alice.post("/feeds", json={"routine_id": routine["id"]})
    assert refused.status_code == 404
    await alice.post(f"/routines/{routine['id']}/restore")
    assert set(await events(client, feed)) == {"Biology"}


async def test_a_link_taken_back_is_dead_and_the_next_is_another(
    alice: AsyncClient, client: AsyncClient
) -> None:
    feed = await open_feed(alice)
    assert (await alice.delete(f"/feeds/{feed['id']}")).status_code == 204
    assert (await follow(client, feed)).status_code == 404
    assert (await alice.delete(f"/feeds/{feed['id']}")).status_code == 404
    other = await open_feed(alice)
    assert other["url"] != feed["url"]
    assert (await alice.delete("/feeds")).status_code == 204
    assert (await alice.delete("/feeds")).status_code == 204
    assert (await follow(client, other)).status_code == 404
    assert (await alice.get("/feeds")).json()["count"] == 0


@pytest.mark.parametrize(
    "name",
    ["nobody.ics", "nobody", "", ".ics", "a" * 3000 + ".ics", "%00.ics", "%F0%9F%8C%B1.ics", "x/y"],
)
async def test_links_that_do_not_work_are_all_one_page(
    alice: AsyncClient, client: AsyncClient, database: Database, name: str
) -> None:
    feed = await open_feed(alice)
    await alice.delete("/feeds")
    gone = await follow(client, feed)
    with counted_statements(database) as asked:
        response = await client.get(f"https://almanac.test/feeds/{name}")
    assert response.status_code == gone.status_code == 404
    assert response.content == gone.content
    assert "text/html" in response.headers["content-type"]
    assert len(asked) == 1


@pytest.mark.parametrize("more", ["%0A", "%0D%0A", "%0A.ics", "%20", "/", ".ics"])
async def test_a_link_that_was_lengthened_is_as_good_as_none(
    alice: AsyncClient, client: AsyncClient, more: str
) -> None:
    feed = await open_feed(alice)
    nobody = await client.get("https://almanac.test/feeds/nobody.ics")
    response = await client.get(f"{feed['url']}{more}")
    assert (response.status_code, response.content) == (404, nobody.content)


async def test_somebody_who_was_deactivated_has_no_calendar(
    alice: AsyncClient, client: AsyncClient, database: Database
) -> None:
    feed = await open_feed(alice)
    async with database.writers.begin() as session:
        await deactivate(session, email="alice@example.org", now=NOON)
    assert (await follow(client, feed)).status_code == 404


async def test_a_stranger_neither_opens_nor_changes_what_is_hers(
    alice: AsyncClient, bob: AsyncClient, client: AsyncClient
) -> None:
    routine = await create_routine(alice)
    feed = await open_feed(alice)
    opened = await bob.post("/feeds", json={"routine_id": routine["id"]})
    assert (opened.status_code, opened.json()["code"]) == (404, "routine_not_found")
    assert (await bob.patch(f"/feeds/{feed['id']}", json={"areas": ["tasks"]})).status_code == 404
    assert (await bob.delete(f"/feeds/{feed['id']}")).status_code == 404
    assert (await bob.delete("/feeds")).status_code == 204
    assert (await bob.get(f"/routines/{routine['id']}/export.ics")).status_code == 404
    assert (await bob.delete(f"/feeds/{uuid4()}")).status_code == 404
    assert await open_feed(alice) == feed
    assert (await follow(client, feed)).status_code == 200


async def test_a_calendar_holds_what_its_owner_has_and_nobody_else(
    alice: AsyncClient, bob: AsyncClient, client: AsyncClient
) -> None:
    await create_task(alice, "hers", due="2026-03-20")
    await create_task(bob, "his", due="2026-03-20")
    await create_habit(bob, "his habit")
    assert set(await events(client, await open_feed(alice))) == {"hers"}


async def test_who_asks_too_often_is_told_to_wait(
    app: FastAPI, alice: AsyncClient, client: AsyncClient
) -> None:
    feed = await open_feed(alice)
    guesses = [await client.get(GUESS) for _ in range(PUBLIC_PER_ADDRESS)]
    refused = await follow(client, feed)
    assert {guess.status_code for guess in guesses} == {404}
    assert guesses[-1].headers["x-ratelimit-remaining"] == "0"
    assert refused.status_code == 429
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert (await alice.get("/feeds")).status_code == 200


async def test_following_a_link_writes_nothing_and_signs_nobody_in(
    app: FastAPI, alice: AsyncClient, clock: MovableClock, database: Database
) -> None:
    await create_session(alice, await create_routine(alice))
    await create_habit(alice)
    await create_task(alice, due="2026-03-20")
    feed = await open_feed(alice)
    clock.advance(timedelta(days=2))
    async with browser(app) as anybody:
        with counted_statements(database) as asked:
            response = await follow(anybody, feed)
    assert "set-cookie" not in response.headers
    assert len(asked) <= 8
    assert all(statement.lstrip().startswith("SELECT") for statement in asked)
