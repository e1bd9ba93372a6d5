"""Changes of schedules and targets over time: what was judged stays, what is planned stays."""

import asyncio
from typing import Any

from httpx2 import AsyncClient

from tests.conftest import MovableClock
from tests.factories import create_habit, tick

MONDAYS = {"kind": "weekly_days", "days": ["mon"]}
TODAY = "2026-03-18"


async def change(client: AsyncClient, habit: dict[str, Any], **fields: Any) -> dict[str, Any]:
    response = await client.patch(f"/habits/{habit['id']}", json=fields)
    assert response.status_code == 200, response.text
    changed: dict[str, Any] = response.json()
    return changed


async def versions_of(client: AsyncClient, habit: dict[str, Any]) -> list[dict[str, Any]]:
    document = (await client.get("/export")).json()
    (found,) = [each["versions"] for each in document["habits"] if each["id"] == habit["id"]]
    return list(found)


async def test_an_earlier_start_is_judged_by_the_first_schedule_after_a_change(
    alice: AsyncClient,
) -> None:
    habit = await create_habit(alice, starts_on="2026-04-01")
    await change(alice, habit, starts_on="2026-03-01")
    changed = await change(alice, habit, schedule=MONDAYS)
    assert changed["schedule"]["kind"] == "weekly_days"
    assert changed["expected_count"] == 17, "1 to 17 March were daily"


async def test_start_and_schedule_can_change_at_once(alice: AsyncClient) -> None:
    habit = await create_habit(alice, starts_on="2026-03-10")
    changed = await change(alice, habit, starts_on="2026-03-01", schedule=MONDAYS)
    assert changed["expected_count"] == 17


async def test_a_planned_change_outlives_another_one_before_it(alice: AsyncClient) -> None:
    habit = await create_habit(alice, kind="measure", target=5, unit="km")
    await change(alice, habit, schedule=MONDAYS, effective_from="2026-05-01")
    changed = await change(alice, habit, target=7)
    assert (changed["target"], changed["schedule"]["kind"]) == (7, "daily")
    planned = [
        (version["effective_from"], version["schedule"]["kind"], version["target"])
        for version in await versions_of(alice, habit)
    ]
    assert planned == [
        ("2026-01-01", "daily", 5),
        (TODAY, "daily", 7),
        ("2026-05-01", "weekly_days", 7),
    ]


async def test_a_new_first_day_of_the_week_keeps_planned_changes(alice: AsyncClient) -> None:
    habit = await create_habit(alice, schedule=MONDAYS)
    quota = {"kind": "times_per_period", "times": 2, "period": "week"}
    await change(alice, habit, schedule=quota, effective_from="2026-05-01")
    assert (await alice.patch("/users/me", json={"week_start": "sun"})).status_code == 200
    versions = [
        (version["effective_from"], version["schedule"]["kind"], version["week_start"])
        for version in await versions_of(alice, habit)
    ]
    assert versions == [
        ("2026-01-01", "weekly_days", "mon"),
        (TODAY, "weekly_days", "sun"),
        ("2026-05-01", "times_per_period", "sun"),
    ]


async def test_a_restored_habit_counts_weeks_as_the_others(alice: AsyncClient) -> None:
    habit = await create_habit(alice, schedule=MONDAYS)
    await alice.delete(f"/habits/{habit['id']}")
    await alice.patch("/users/me", json={"week_start": "sun"})
    await alice.post(f"/habits/{habit['id']}/restore")
    assert (await versions_of(alice, habit))[-1]["week_start"] == "sun"


async def test_saving_the_same_schedule_again_does_not_start_its_wait_anew(
    alice: AsyncClient, clock: MovableClock
) -> None:
    rule = {"kind": "after_completion", "days": 10}
    habit = await create_habit(alice, starts_on="2026-03-10", schedule=rule)
    await change(alice, habit, schedule=rule, name="Water the fern")
    assert len(await versions_of(alice, habit)) == 1


async def test_a_past_day_shows_the_target_it_was_judged_by(alice: AsyncClient) -> None:
    habit = await create_habit(alice, kind="measure", target=5, unit="km")
    await tick(alice, habit, "2026-03-17", amount=5)
    await change(alice, habit, target=8)
    (entry,) = (await alice.get("/today?date=2026-03-17")).json()["entries"]
    assert (entry["target"], entry["state"]) == (5, "done")


async def test_changes_and_new_week_starts_at_once_are_no_errors(alice: AsyncClient) -> None:
    habits = [await create_habit(alice, schedule=MONDAYS) for _ in range(3)]
    requests = [
        alice.patch(f"/habits/{habit['id']}", json={"schedule": {**MONDAYS, "every": every}})
        for habit in habits
        for every in (2, 3)
    ]
    requests += [
        alice.patch("/users/me", json={"week_start": day}) for day in ("sun", "wed", "sat")
    ]
    responses = await asyncio.gather(*requests)
    assert {response.status_code for response in responses} == {200}
    for habit in habits:
        assert [version["effective_from"] for version in await versions_of(alice, habit)] == [
            "2026-01-01",
            TODAY,
        ]
