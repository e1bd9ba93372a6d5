"""Habits that put themselves away at a day's start, and what can be taken back."""

import asyncio
import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

from httpx2 import AsyncClient

from tests.conftest import MovableClock
from tests.factories import create_habit, tick
from tests.portability.uploads import upload

TODAY = "2026-03-18"


async def read(client: AsyncClient, habit: dict[str, Any]) -> dict[str, Any]:
    response = await client.get(f"/habits/{habit['id']}")
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


async def test_the_last_completion_stays_on_its_day_and_counts(alice: AsyncClient) -> None:
    habit = await create_habit(alice, completions_limit=2)
    await tick(alice, habit, "2026-03-17")
    figures = await tick(alice, habit, TODAY)
    assert (figures["is_archived"], figures["total_done"]) == (False, 2)
    assert [entry["state"] for entry in (await alice.get("/today")).json()["entries"]] == ["done"]


async def test_when_somebody_looks_does_not_change_since_when_it_is_archived(
    alice: AsyncClient, clock: MovableClock
) -> None:
    habit = await create_habit(alice, completions_limit=2)
    await tick(alice, habit, "2026-03-17")
    await tick(alice, habit, TODAY)
    clock.advance(timedelta(days=9))
    refused = await alice.put(
        f"/habits/{habit['id']}/check-ins/2026-03-27", json={"status": "done"}
    )
    assert (refused.status_code, refused.json()["code"]) == (409, "habit_archived")
    seen = await read(alice, habit)
    assert (seen["archived_on"], seen["current_streak"]) == ("2026-03-19", 2)
    (day,) = (await alice.get("/days?from=2026-03-22&to=2026-03-22")).json()["data"]
    assert day["total"] == 0


async def test_taking_the_last_completion_back_brings_the_habit_back(
    alice: AsyncClient, clock: MovableClock
) -> None:
    habit = await create_habit(alice, completions_limit=2)
    await tick(alice, habit, "2026-03-17")
    await tick(alice, habit, TODAY)
    clock.advance(timedelta(days=1))
    assert (await alice.get("/habits?status=archived")).json()["count"] == 1
    await alice.delete(f"/habits/{habit['id']}/check-ins/{TODAY}")
    assert (await read(alice, habit))["is_archived"] is False
    await tick(alice, habit, TODAY)
    assert (await read(alice, habit))["archived_on"] == "2026-03-19"
    figures = await tick(alice, habit, "2026-03-17", "missed")
    assert figures["is_archived"] is False


async def test_what_a_person_archived_stays_archived_whatever_is_taken_back(
    alice: AsyncClient,
) -> None:
    habit = await create_habit(alice, completions_limit=5)
    await tick(alice, habit, "2026-03-17")
    await alice.post(f"/habits/{habit['id']}/archive")
    await alice.delete(f"/habits/{habit['id']}/check-ins/2026-03-17")
    assert (await read(alice, habit))["is_archived"] is True


async def test_restoring_lifts_only_what_would_archive_again(alice: AsyncClient) -> None:
    habit = await create_habit(alice, completions_limit=5, ends_on="2026-12-31")
    await alice.post(f"/habits/{habit['id']}/archive")
    restored = (await alice.post(f"/habits/{habit['id']}/restore")).json()
    assert (restored["completions_limit"], restored["ends_on"]) == (5, "2026-12-31")
    again = (await alice.post(f"/habits/{habit['id']}/restore")).json()
    assert again["completions_limit"] == 5
    await tick(alice, habit, "2026-03-16")
    lowered = await alice.patch(f"/habits/{habit['id']}", json={"completions_limit": 1})
    assert lowered.json()["is_archived"] is True
    lifted = (await alice.post(f"/habits/{habit['id']}/restore")).json()
    assert (lifted["is_archived"], lifted["completions_limit"]) == (False, None)


async def test_a_tick_sent_again_after_archiving_is_answered_as_the_first_time(
    alice: AsyncClient,
) -> None:
    habit = await create_habit(alice)
    said = {"status": "done", "note": "in the rain"}
    url = f"/habits/{habit['id']}/check-ins/{TODAY}"
    await alice.put(url, json=said)
    await alice.post(f"/habits/{habit['id']}/archive")
    assert (await alice.put(url, json=said)).status_code == 200
    assert (await alice.put(url, json={**said, "note": "dry"})).status_code == 409


async def test_a_tick_sent_again_after_travelling_west_is_no_error(
    alice: AsyncClient, clock: MovableClock
) -> None:
    clock.advance(timedelta(hours=11, minutes=30))
    habit = await create_habit(alice)
    url = f"/habits/{habit['id']}/check-ins/2026-03-19"
    assert (await alice.put(url, json={"status": "done"})).status_code == 201
    await alice.patch("/users/me", json={"timezone": "America/New_York"})
    assert (await alice.put(url, json={"status": "done"})).status_code == 200
    seen = await read(alice, habit)
    assert (seen["state_today"], seen["total_done"]) == ("open", 0)
    assert (await alice.put(url, json={"status": "missed"})).status_code == 422


async def test_deleted_habits_cannot_be_restored_beyond_the_limit(alice: AsyncClient) -> None:
    await create_habit(alice)
    document = (await alice.get("/export")).json()
    document["habits"] = [{**document["habits"][0], "id": str(uuid4())} for _ in range(499)]
    first = await create_habit(alice)
    await alice.delete(f"/habits/{first['id']}")
    imported = await upload(alice, json.dumps(document).encode(), to="almanac")
    assert imported.status_code == 201, imported.text
    response = await alice.post(f"/habits/{first['id']}/restore")
    assert (response.status_code, response.json()["code"]) == (409, "too_many_habits")
    assert (await alice.get(f"/habits/{first['id']}")).status_code == 404


async def test_orders_set_at_once_leave_one_of_them(alice: AsyncClient) -> None:
    ids = [(await create_habit(alice, name))["id"] for name in "abcdef"]
    wanted = [[*ids[turn:], *ids[:turn]] for turn in range(6)] * 2
    responses = await asyncio.gather(
        *(alice.put("/habits/order", json={"ids": order}) for order in wanted)
    )
    assert {response.status_code for response in responses} == {204}
    listed = (await alice.get("/habits")).json()["data"]
    assert [habit["id"] for habit in listed] in wanted
    assert [habit["position"] for habit in listed] == list(range(6))


async def test_reminders_are_kept_in_the_order_of_the_day(alice: AsyncClient) -> None:
    habit = await create_habit(alice, reminders=["19:30", "07:00", "19:30"])
    assert habit["reminders"] == ["07:00", "19:30"]


async def test_a_later_end_brings_back_a_habit_that_ended(
    alice: AsyncClient, clock: MovableClock
) -> None:
    habit = await create_habit(alice, ends_on=TODAY)
    clock.advance(timedelta(days=3))
    assert (await read(alice, habit))["archived_on"] == "2026-03-19"
    url = f"/habits/{habit['id']}"
    named = await alice.patch(url, json={"name": "Stretch well"})
    assert named.json()["archived_on"] == "2026-03-19"
    moved = await alice.patch(url, json={"ends_on": "2026-03-19"})
    assert moved.json()["archived_on"] == "2026-03-20"
    for ends_on in ("2026-03-21", None):
        extended = await alice.patch(url, json={"ends_on": ends_on})
        assert (extended.json()["archived_on"], extended.json()["due_today"]) == (None, True)


async def test_a_higher_limit_brings_back_a_habit_that_reached_it(
    alice: AsyncClient, clock: MovableClock
) -> None:
    habit = await create_habit(alice, completions_limit=1)
    await tick(alice, habit, TODAY)
    clock.advance(timedelta(days=1))
    assert (await read(alice, habit))["is_archived"] is True
    raised = await alice.patch(f"/habits/{habit['id']}", json={"completions_limit": 2})
    assert raised.json()["is_archived"] is False


async def test_a_later_end_leaves_archived_what_a_person_archived(
    alice: AsyncClient, clock: MovableClock
) -> None:
    habit = await create_habit(alice, ends_on="2026-03-20")
    await alice.post(f"/habits/{habit['id']}/archive")
    clock.advance(timedelta(days=5))
    extended = await alice.patch(f"/habits/{habit['id']}", json={"ends_on": "2026-12-31"})
    assert extended.json()["archived_on"] == TODAY
