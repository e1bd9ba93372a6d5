"""Recording days: idempotent, on any past day, with amounts and notes; and what is refused."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from httpx2 import AsyncClient

from tests.conftest import MovableClock
from tests.factories import create_habit, tick

TODAY = "2026-03-18"


async def test_a_tick_is_201_once_and_200_afterwards(alice: AsyncClient) -> None:
    habit = await create_habit(alice)
    url = f"/habits/{habit['id']}/check-ins/{TODAY}"
    first = await alice.put(url, json={"status": "done"})
    second = await alice.put(url, json={"status": "done"})
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    assert first.json()["state_today"] == "done"
    assert first.json()["current_streak"] == 1
    assert (await alice.get(f"/habits/{habit['id']}/check-ins")).json() == {
        "data": [{"date": TODAY, "status": "done", "amount": None, "note": ""}],
        "count": 1,
        "next_cursor": None,
    }


async def test_taking_a_tick_back_is_possible_twice(alice: AsyncClient) -> None:
    habit = await create_habit(alice)
    await tick(alice, habit, TODAY)
    url = f"/habits/{habit['id']}/check-ins/{TODAY}"
    assert (await alice.delete(url)).status_code == 204
    assert (await alice.delete(url)).status_code == 204
    seen = (await alice.get(f"/habits/{habit['id']}")).json()
    assert (seen["state_today"], seen["current_streak"]) == ("open", 0)


async def test_parallel_ticks_of_one_day_make_one_row(alice: AsyncClient) -> None:
    habit = await create_habit(alice)
    url = f"/habits/{habit['id']}/check-ins/{TODAY}"
    responses = await asyncio.gather(
        *(alice.put(url, json={"status": "done", "note": "once"}) for _ in range(20))
    )
    codes = sorted(response.status_code for response in responses)
    assert codes == [200] * 19 + [201]
    assert (await alice.get(f"/habits/{habit['id']}/check-ins")).json()["count"] == 1


async def test_parallel_ticks_of_many_days_are_all_counted(alice: AsyncClient) -> None:
    habit = await create_habit(alice)
    await asyncio.gather(*(tick(alice, habit, f"2026-03-{day:02}") for day in range(1, 19)))
    assert (await alice.get(f"/habits/{habit['id']}")).json()["current_streak"] == 18


async def test_any_past_day_can_be_filled_in(alice: AsyncClient) -> None:
    habit = await create_habit(alice)
    await tick(alice, habit, "2026-03-16")
    await tick(alice, habit, TODAY)
    figures = await tick(alice, habit, "2026-03-17")
    assert figures["current_streak"] == 3
    assert figures["current_streak_from"] == "2026-03-16"


async def test_skipping_neither_extends_nor_breaks(alice: AsyncClient) -> None:
    habit = await create_habit(alice)
    await tick(alice, habit, "2026-03-16")
    await tick(alice, habit, "2026-03-17", "skipped")
    figures = await tick(alice, habit, TODAY)
    assert figures["current_streak"] == 2


async def test_an_explicit_no_breaks(alice: AsyncClient) -> None:
    habit = await create_habit(alice)
    await tick(alice, habit, "2026-03-17")
    figures = await tick(alice, habit, TODAY, "missed")
    assert (figures["current_streak"], figures["state_today"]) == (0, "missed")


async def test_amounts_add_up_exactly(alice: AsyncClient) -> None:
    habit = await create_habit(
        alice,
        kind="measure",
        unit="l",
        target=0.3,
        target_per="period",
        schedule={"kind": "times_per_period", "times": 1, "period": "week"},
    )
    await tick(alice, habit, "2026-03-16", amount=0.1)
    figures = await tick(alice, habit, "2026-03-17", amount=0.2)
    assert figures["period"]["done"] == 0.3
    assert figures["current_streak"] == 1


async def test_a_measured_day_is_judged_by_its_amount(alice: AsyncClient) -> None:
    habit = await create_habit(alice, kind="measure", unit="l", target=2)
    short = await tick(alice, habit, TODAY, amount=1.25)
    assert (short["state_today"], short["amount_today"]) == ("open", 1.25)
    enough = await tick(alice, habit, TODAY, amount=2, note="with lemon")
    assert (enough["state_today"], enough["note_today"]) == ("done", "with lemon")


async def test_a_check_in_on_a_free_day_is_kept_and_does_not_count(alice: AsyncClient) -> None:
    mondays = {"kind": "weekly_days", "days": ["mon"]}
    habit = await create_habit(alice, starts_on="2026-03-16", schedule=mondays)
    figures = await tick(alice, habit, "2026-03-17")
    assert figures["current_streak"] == 0
    assert (await alice.get(f"/habits/{habit['id']}/check-ins")).json()["count"] == 1


REFUSED: list[tuple[str, dict[str, Any], str, str]] = [
    ("2026-03-19", {}, "check_in_future", "/path/date"),
    ("2025-12-31", {}, "check_in_before_start", "/path/date"),
    ("2026-03-18", {"ends_on": "2026-03-17"}, "check_in_after_end", "/path/date"),
    ("2026-02-30", {}, "date_from_datetime_parsing", "/path/date"),
    ("0001-01-01", {}, "date_out_of_range", "/path/date"),
    ("9999-12-31", {}, "date_out_of_range", "/path/date"),
]


@pytest.mark.parametrize(("day", "fields", "code", "pointer"), REFUSED)
async def test_days_that_cannot_be_recorded_are_refused(
    alice: AsyncClient, day: str, fields: dict[str, Any], code: str, pointer: str
) -> None:
    habit = await create_habit(alice, **fields)
    response = await alice.put(f"/habits/{habit['id']}/check-ins/{day}", json={"status": "done"})
    assert response.status_code == 422
    error = response.json()["errors"][0]
    assert error["pointer"] == pointer
    assert error["code"].startswith(code.removesuffix("_datetime_parsing"))


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"status": "paused"},
        {"status": "done", "amount": -1},
        {"status": "done", "amount": 1e12},
        {"status": "done", "note": "x" * 10_000},
        {"status": "done", "mood": 3},
    ],
)
async def test_bodies_that_make_no_sense_are_refused(
    alice: AsyncClient, body: dict[str, Any]
) -> None:
    habit = await create_habit(alice)
    response = await alice.put(f"/habits/{habit['id']}/check-ins/{TODAY}", json=body)
    assert response.status_code == 422
    assert (await alice.get(f"/habits/{habit['id']}/check-ins")).json()["count"] == 0


async def test_an_archived_habit_takes_earlier_days_only(
    alice: AsyncClient, clock: MovableClock
) -> None:
    habit = await create_habit(alice)
    await alice.post(f"/habits/{habit['id']}/archive")
    await tick(alice, habit, "2026-03-17")
    url = f"/habits/{habit['id']}/check-ins/{TODAY}"
    refused = await alice.put(url, json={"status": "done"})
    assert (refused.status_code, refused.json()["code"]) == (409, "habit_archived")
    clock.advance(timedelta(days=3))
    assert (await alice.put(url, json={"status": "done"})).status_code == 409


async def test_the_day_begins_when_the_person_says(alice: AsyncClient, clock: MovableClock) -> None:
    habit = await create_habit(alice)
    await alice.patch("/users/me", json={"day_start": 240})
    clock.now = clock.now.replace(hour=1, minute=30)  # 02:30 in Berlin, still the 17th
    refused = await alice.put(f"/habits/{habit['id']}/check-ins/{TODAY}", json={"status": "done"})
    assert refused.status_code == 422
    assert (await tick(alice, habit, "2026-03-17"))["state_today"] == "done"


async def test_history_can_be_read_by_range(alice: AsyncClient) -> None:
    habit = await create_habit(alice)
    for day in ("2026-02-01", "2026-03-01", "2026-03-10"):
        await tick(alice, habit, day)
    url = f"/habits/{habit['id']}/check-ins"
    found = (await alice.get(f"{url}?from=2026-02-02&to=2026-03-05")).json()["data"]
    assert [row["date"] for row in found] == ["2026-03-01"]
    assert (await alice.get(f"{url}?from=2026-03-05&to=2026-03-01")).status_code == 422
