"""The day: what is on it, in which order, and what it costs to read."""

from datetime import UTC, datetime, timedelta

import pytest
from httpx2 import AsyncClient

from almanac.core.db import Database
from tests.conftest import MovableClock
from tests.factories import create_habit, tick
from tests.statements import counted_statements

TODAY = "2026-03-18"


async def test_a_new_account_has_an_empty_day(alice: AsyncClient) -> None:
    day = (await alice.get("/today")).json()
    assert day == {
        "date": TODAY,
        "today": TODAY,
        "timezone": "Europe/Berlin",
        "quote": (await alice.get("/quotes/today")).json(),
        "entries": [],
        "progress": {"done": 0, "total": 0},
    }


async def test_entries_come_by_time_then_manual_order_and_what_can_wait_last(
    alice: AsyncClient,
) -> None:
    quota = {"kind": "times_per_period", "times": 1, "period": "week"}
    await create_habit(alice, "weekly review", schedule=quota)
    await create_habit(alice, "read")
    await create_habit(alice, "evening walk", reminders=["19:30"])
    await create_habit(alice, "stretch", reminders=["07:00", "12:00"])
    await create_habit(alice, "mondays", schedule={"kind": "weekly_days", "days": ["mon"]})
    day = (await alice.get("/today")).json()
    assert [(entry["title"], entry["at"]) for entry in day["entries"]] == [
        ("stretch", "07:00"),
        ("evening walk", "19:30"),
        ("read", None),
        ("weekly review", None),
    ]
    assert [entry["urgency"] for entry in day["entries"]] == ["due", "due", "due", "can_wait"]
    assert day["progress"] == {"done": 0, "total": 3}


async def test_what_was_done_keeps_its_place_and_counts(alice: AsyncClient) -> None:
    first = await create_habit(alice, "first")
    second = await create_habit(alice, "second")
    await tick(alice, first, TODAY)
    await tick(alice, second, TODAY, "skipped")
    day = (await alice.get("/today")).json()
    assert [(entry["title"], entry["state"]) for entry in day["entries"]] == [
        ("first", "done"),
        ("second", "skipped"),
    ]
    assert day["progress"] == {"done": 1, "total": 1}
    assert day["entries"][0]["streak"] == 1


async def test_yesterday_shows_its_own_states(alice: AsyncClient) -> None:
    habit = await create_habit(alice, "read")
    await create_habit(alice, "begun today", starts_on=TODAY)
    measured = await create_habit(alice, "water", kind="measure", unit="l", target=2)
    await tick(alice, measured, "2026-03-17", amount=1.5, note="hot day")
    day = (await alice.get("/today?date=2026-03-17")).json()
    assert (day["date"], day["today"]) == ("2026-03-17", TODAY)
    assert [(e["title"], e["state"], e["amount"], e["note"]) for e in day["entries"]] == [
        ("read", "missed", None, ""),
        ("water", "missed", 1.5, "hot day"),
    ]
    await tick(alice, habit, "2026-03-17")
    day = (await alice.get("/today?date=2026-03-17")).json()
    assert day["entries"][0]["state"] == "done"


async def test_a_past_day_of_a_quota_knows_its_period(alice: AsyncClient) -> None:
    yearly = {"kind": "times_per_period", "times": 1, "period": "year"}
    habit = await create_habit(alice, schedule=yearly, starts_on="2025-01-01")
    await tick(alice, habit, "2025-01-05")
    assert len((await alice.get("/today?date=2025-01-05")).json()["entries"]) == 1
    assert (await alice.get("/today?date=2025-12-30")).json()["entries"] == []


@pytest.mark.parametrize(
    "query", ["date=2026-03-19", "date=2026-02-30", "date=0001-01-01", "date=soon"]
)
async def test_days_that_cannot_be_shown_are_refused(alice: AsyncClient, query: str) -> None:
    response = await alice.get(f"/today?{query}")
    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"] == "/query/date"


async def test_the_date_is_the_persons_own(alice: AsyncClient, clock: MovableClock) -> None:
    clock.now = datetime(2026, 3, 18, 23, 30, tzinfo=UTC)
    assert (await alice.get("/today")).json()["date"] == "2026-03-19"
    await alice.patch("/users/me", json={"timezone": "America/New_York"})
    assert (await alice.get("/today")).json()["date"] == "2026-03-18"
    await alice.patch("/users/me", json={"timezone": "Europe/Berlin", "day_start": 120})
    assert (await alice.get("/today")).json()["date"] == "2026-03-18"


async def test_days_of_a_range_are_summed_up(alice: AsyncClient) -> None:
    habit = await create_habit(alice, starts_on="2026-03-16")
    await create_habit(alice, "other", starts_on="2026-03-17")
    await tick(alice, habit, "2026-03-16")
    await tick(alice, habit, TODAY)
    listed = (await alice.get("/days?from=2026-03-15&to=2026-03-18")).json()
    assert listed["count"] == 4
    assert [(day["done"], day["total"]) for day in listed["data"]] == [
        (0, 0),
        (1, 1),
        (0, 2),
        (1, 2),
    ]


@pytest.mark.parametrize(
    "query", ["from=2026-03-18&to=2026-03-17", "from=2020-01-01&to=2026-01-01", "from=2026-03-18"]
)
async def test_ranges_that_cannot_be_shown_are_refused(alice: AsyncClient, query: str) -> None:
    response = await alice.get(f"/days?{query}")
    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"] == "/query/to"


async def test_today_costs_few_statements_whatever_the_history(
    alice: AsyncClient, database: Database, clock: MovableClock
) -> None:
    for number in range(5):
        habit = await create_habit(alice, f"habit {number}", starts_on="2025-01-01")
        await tick(alice, habit, TODAY)
    with counted_statements(database) as warm:
        await alice.get("/today")
    assert len(warm) <= 7
    clock.advance(timedelta(days=1))
    with counted_statements(database) as cold:
        await alice.get("/today")
    reads = [statement for statement in cold if statement.lstrip().startswith("SELECT")]
    assert len(reads) <= 9
    with counted_statements(database) as warm_again:
        await alice.get("/today")
    assert len(warm_again) < len(reads), "the figures of the new day were not kept"


async def test_a_past_day_costs_few_statements_even_when_figures_are_stale(
    alice: AsyncClient, database: Database, clock: MovableClock
) -> None:
    yearly = {"kind": "times_per_period", "times": 9, "period": "year"}
    for schedule in ({"kind": "daily"}, yearly):
        habit = await create_habit(alice, schedule=schedule, starts_on="2025-01-01")
        await tick(alice, habit, TODAY)
    clock.advance(timedelta(days=1))
    with counted_statements(database) as seen:
        day = (await alice.get(f"/today?date={TODAY}")).json()
    assert [entry["state"] for entry in day["entries"]] == ["done", "done"]
    assert len([sql for sql in seen if sql.lstrip().startswith("SELECT")]) <= 10


async def test_a_tick_costs_at_most_six_statements(alice: AsyncClient, database: Database) -> None:
    habit = await create_habit(alice)
    with counted_statements(database) as seen:
        await tick(alice, habit, TODAY)
    assert len(seen) <= 6, seen


async def test_what_can_wait_today_is_left_out_of_a_range_of_days_too(alice: AsyncClient) -> None:
    quota = {"kind": "times_per_period", "times": 1, "period": "week"}
    await create_habit(alice, "weekly review", schedule=quota)
    await create_habit(alice, "read", starts_on=TODAY)
    day = (await alice.get("/today")).json()
    days = (await alice.get(f"/days?from=2026-03-17&to={TODAY}")).json()["data"]
    assert day["progress"] == {"done": 0, "total": 1}
    assert days[-1] == {"date": TODAY, "done": 0, "total": 1}
