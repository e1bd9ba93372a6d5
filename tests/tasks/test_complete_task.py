"""Completing and reopening: once, again and again, late, early, twice at the same moment."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from httpx2 import AsyncClient

from almanac.core.db import Database
from tests.conftest import MovableClock
from tests.factories import complete, create_task
from tests.statements import counted_statements

TODAY = "2026-03-18"
DAILY = {"kind": "daily"}
MONDAYS = {"kind": "weekly_days", "days": ["mon"], "every": 1}
TWICE_A_WEEK = {"kind": "times_per_period", "times": 2, "period": "week"}


async def reopen(client: AsyncClient, task: dict[str, Any], **said: Any) -> dict[str, Any]:
    response = await client.post(f"/tasks/{task['id']}/reopen", json=said)
    assert response.status_code == 200, response.text
    reopened: dict[str, Any] = response.json()
    return reopened


def without_time(task: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in task.items() if name != "updated_at"}


async def test_a_task_is_done_once(alice: AsyncClient) -> None:
    task = await create_task(alice, due="2026-03-17T09:00")
    done = await complete(alice, task)
    assert (done["status"], done["list"], done["due"]) == ("done", "done", "2026-03-17T09:00")
    assert (done["completed_on"], done["completed_at"]) == (TODAY, "2026-03-18T12:00:00Z")
    assert done["completions_count"] == 1
    assert done["last_completion"] == {
        "planned": "2026-03-17T09:00",
        "done_on": TODAY,
        "done_at": "2026-03-18T12:00:00Z",
    }
    assert await complete(alice, task) == done


async def test_reopening_takes_it_back_exactly(alice: AsyncClient, clock: MovableClock) -> None:
    task = await create_task(alice, due=TODAY, checklist=[{"text": "a", "is_done": True}])
    await complete(alice, task)
    clock.advance(timedelta(hours=1))
    back = await reopen(alice, task)
    assert without_time(back) == without_time(task)
    assert await reopen(alice, task) == back


async def test_a_repeating_task_opens_its_next_occurrence(alice: AsyncClient) -> None:
    steps = [{"text": "a", "is_done": True}, {"text": "b"}]
    task = await create_task(alice, due="2026-03-16T08:00", schedule=MONDAYS, checklist=steps)
    after = await complete(alice, task)
    assert (after["status"], after["due"]) == ("open", "2026-03-23T08:00")
    assert [step["is_done"] for step in after["checklist"]] == [False, False]
    assert after["last_completion"]["planned"] == "2026-03-16T08:00"
    assert without_time(await reopen(alice, task)) == without_time(task)


async def test_each_completion_is_taken_back_in_turn(alice: AsyncClient) -> None:
    states = [await create_task(alice, due=TODAY, schedule=DAILY)]
    for _ in range(4):
        states.append(await complete(alice, states[0]))
    assert [state["due"] for state in states] == [f"2026-03-{day}" for day in range(18, 23)]
    while len(states) > 1:
        states.pop()
        assert without_time(await reopen(alice, states[0])) == without_time(states[-1])


async def test_past_its_end_a_repeating_task_is_done(alice: AsyncClient) -> None:
    task = await create_task(alice, due="2026-03-17", schedule=DAILY, ends_on=TODAY)
    done = await complete(alice, task)
    assert (done["status"], done["due"], done["completed_on"]) == ("done", "2026-03-17", TODAY)
    assert without_time(await reopen(alice, task)) == without_time(task)


async def test_what_was_ticked_offline_yesterday_leaves_today_to_be_done(
    alice: AsyncClient,
) -> None:
    task = await create_task(alice, due="2026-03-17", schedule=DAILY)
    after = await complete(alice, task, due="2026-03-17", done_on="2026-03-17")
    assert (after["due"], after["list"]) == (TODAY, "today")
    assert after["last_completion"]["done_on"] == "2026-03-17"


async def test_a_quota_stays_due_until_it_is_met_with_one_completion_a_day(
    alice: AsyncClient, clock: MovableClock
) -> None:
    task = await create_task(alice, schedule=TWICE_A_WEEK)
    once = await complete(alice, task)
    assert (task["due"], once["due"], once["completions_count"]) == (
        "2026-03-22",
        "2026-03-22",
        1,
    )
    assert await complete(alice, task) == once
    clock.advance(timedelta(days=1))
    assert (await complete(alice, task))["due"] == "2026-03-29"


async def test_an_occurrence_that_was_completed_is_not_completed_again(
    alice: AsyncClient,
) -> None:
    task = await create_task(alice, due=TODAY, schedule=DAILY)
    first = await complete(alice, task, due=TODAY)
    assert await complete(alice, task, due=TODAY) == first
    assert first["completions_count"] == 1


async def test_a_tick_of_an_occurrence_that_was_moved_meanwhile_is_not_lost(
    alice: AsyncClient,
) -> None:
    task = await create_task(alice, due=TODAY, schedule=MONDAYS)
    await alice.patch(f"/tasks/{task['id']}", json={"due": "2026-03-25"})
    after = await complete(alice, task, due="2026-03-23")
    assert (after["completions_count"], after["due"]) == (1, "2026-03-30")


async def test_parallel_completions_of_an_occurrence_are_one(alice: AsyncClient) -> None:
    task = await create_task(alice, due=TODAY, schedule=DAILY)
    answers = await asyncio.gather(*(complete(alice, task, due=TODAY) for _ in range(12)))
    assert {answer["due"] for answer in answers} == {"2026-03-19"}
    seen = (await alice.get(f"/tasks/{task['id']}")).json()
    assert seen["completions_count"] == 1


async def test_parallel_completions_that_name_no_occurrence_all_count(alice: AsyncClient) -> None:
    task = await create_task(alice, due=TODAY, schedule=DAILY)
    await asyncio.gather(*(complete(alice, task) for _ in range(5)))
    seen = (await alice.get(f"/tasks/{task['id']}")).json()
    assert (seen["completions_count"], seen["due"]) == (5, "2026-03-23")


async def test_reopening_twice_by_what_was_seen_takes_back_one(alice: AsyncClient) -> None:
    task = await create_task(alice, due=TODAY, schedule=DAILY)
    await complete(alice, task)
    second = await complete(alice, task)
    first = await reopen(alice, task, completions_count=second["completions_count"])
    assert first["completions_count"] == 1
    assert await reopen(alice, task, completions_count=2) == first


@pytest.mark.parametrize(
    ("said", "pointer"),
    [
        ({"done_on": "2026-03-19"}, "/body/done_on"),
        ({"done_on": "2026-02-30"}, "/body/done_on"),
        ({"due": "2026-02-30"}, "/body/due"),
        ({"date": TODAY}, "/body/date"),
    ],
)
async def test_a_completion_that_cannot_be_is_refused(
    alice: AsyncClient, said: dict[str, str], pointer: str
) -> None:
    task = await create_task(alice, due=TODAY)
    response = await alice.post(f"/tasks/{task['id']}/complete", json=said)
    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"] == pointer
    assert (await alice.get(f"/tasks/{task['id']}")).json() == task


async def test_a_stranger_completes_nothing(alice: AsyncClient, bob: AsyncClient) -> None:
    task = await create_task(alice)
    for verb in ("complete", "reopen", "restore"):
        assert (await bob.post(f"/tasks/{task['id']}/{verb}", json={})).status_code == 404
    assert (await alice.get(f"/tasks/{task['id']}")).json() == task


@pytest.mark.parametrize("schedule", [None, DAILY, TWICE_A_WEEK])
async def test_a_tick_costs_at_most_six_statements_with_its_key(
    alice: AsyncClient, database: Database, schedule: dict[str, Any] | None
) -> None:
    task = await create_task(alice, due=TODAY, schedule=schedule)
    await complete(alice, task, done_on="2026-03-17")
    await alice.post(f"/tasks/{task['id']}/reopen", json={})
    with counted_statements(database) as seen:
        await alice.post(
            f"/tasks/{task['id']}/complete", json={}, headers={"Idempotency-Key": "one-tick"}
        )
    assert len(seen) <= 6, seen
