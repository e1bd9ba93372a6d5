"""Lists of habits: filters, sorts, pages; figures that are kept and figures that are stale."""

from datetime import timedelta
from typing import Any

import pytest
from httpx2 import AsyncClient

from tests.conftest import MovableClock
from tests.factories import create_habit, tick

TODAY = "2026-03-18"


async def names(client: AsyncClient, query: str = "") -> list[str]:
    response = await client.get(f"/habits{query}")
    assert response.status_code == 200, response.text
    return [habit["name"] for habit in response.json()["data"]]


async def test_an_account_begins_with_an_empty_list(alice: AsyncClient) -> None:
    assert (await alice.get("/habits")).json() == {"data": [], "count": 0, "next_cursor": None}


async def test_filters_choose_by_state_and_kind(alice: AsyncClient) -> None:
    done = await create_habit(alice, "done")
    await create_habit(alice, "open")
    free = await create_habit(alice, "free", schedule={"kind": "weekly_days", "days": ["mon"]})
    old = await create_habit(alice, "old")
    await tick(alice, done, TODAY)
    await alice.post(f"/habits/{old['id']}/archive")
    assert free["due_today"] is False
    assert await names(alice) == ["done", "open", "free", "old"]
    assert await names(alice, "?status=due") == ["open"]
    assert await names(alice, "?status=completed") == ["done"]
    assert await names(alice, "?status=active") == ["done", "open", "free"]
    assert await names(alice, "?status=archived") == ["old"]
    assert await names(alice, "?schedule_kind=weekly_days") == ["free"]


async def test_sorts_go_both_ways(alice: AsyncClient, clock: MovableClock) -> None:
    first = await create_habit(alice, "Zebra")
    clock.advance(timedelta(minutes=1))
    second = await create_habit(alice, "apple")
    await tick(alice, second, TODAY)
    clock.advance(timedelta(minutes=1))
    await alice.patch(f"/habits/{first['id']}", json={"description": "striped"})
    assert await names(alice, "?sort=name") == ["apple", "Zebra"]
    assert await names(alice, "?sort=-name") == ["Zebra", "apple"]
    assert await names(alice, "?sort=-created_at") == ["apple", "Zebra"]
    assert await names(alice, "?sort=-updated_at") == ["Zebra", "apple"]
    assert await names(alice, "?sort=-streak") == ["apple", "Zebra"]


async def test_pages_follow_each_other_to_the_end(alice: AsyncClient) -> None:
    for name in "abcde":
        await create_habit(alice, name)
    seen: list[str] = []
    cursor = ""
    while True:
        page = (await alice.get(f"/habits?limit=2{cursor}")).json()
        assert page["count"] == 5
        seen += [habit["name"] for habit in page["data"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert seen == list("abcde")
    assert await names(alice, "?skip=4") == ["e"]


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("limit=0", "/query/limit"),
        ("limit=201", "/query/limit"),
        ("skip=-1", "/query/skip"),
        ("cursor=nonsense", "/query/cursor"),
        ("cursor=%C3%A9%C3%A9", "/query/cursor"),
        ("status=maybe", "/query/status"),
        ("sort=color", "/query/sort"),
        ("schedule_kind=hourly", "/query/schedule_kind"),
    ],
)
async def test_questions_that_cannot_be_answered_name_the_parameter(
    alice: AsyncClient, query: str, pointer: str
) -> None:
    response = await alice.get(f"/habits?{query}")
    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"] == pointer


async def test_figures_follow_the_days_without_a_write(
    alice: AsyncClient, clock: MovableClock
) -> None:
    habit = await create_habit(alice)
    await tick(alice, habit, TODAY)
    clock.advance(timedelta(days=1))
    seen = (await alice.get("/habits")).json()["data"][0]
    assert (seen["current_streak"], seen["state_today"]) == (1, "open")
    clock.advance(timedelta(days=1))
    seen = (await alice.get("/habits")).json()["data"][0]
    assert (seen["current_streak"], seen["best_streak"]) == (0, 1)


async def test_kept_figures_equal_computed_ones(alice: AsyncClient) -> None:
    schedules: list[dict[str, Any]] = [
        {"kind": "times_per_period", "times": 2, "period": "week"},
        {"kind": "after_completion", "days": 3},
        {"kind": "interval_cycle", "active_days": 2, "break_days": 1},
    ]
    for schedule in schedules:
        habit = await create_habit(alice, schedule=schedule, ends_on="2026-12-31")
        written = await tick(alice, habit, "2026-03-16")
        assert (await alice.get(f"/habits/{habit['id']}")).json() == written


async def test_a_year_shows_every_day(alice: AsyncClient) -> None:
    habit = await create_habit(alice, starts_on="2026-03-16")
    await tick(alice, habit, "2026-03-17", note="good")
    calendar = (await alice.get(f"/habits/{habit['id']}/calendar")).json()
    assert calendar["year"] == 2026
    states = {day["date"]: day["state"] for day in calendar["days"]}
    assert len(states) == 365
    assert [states[f"2026-03-{day}"] for day in (15, 16, 17, 18, 19)] == [
        "off",
        "missed",
        "done",
        "open",
        "upcoming",
    ]


async def test_the_strength_line_ends_at_the_strength_shown(alice: AsyncClient) -> None:
    habit = await create_habit(alice, starts_on="2026-03-01")
    for day in range(1, 19):
        habit = await tick(alice, habit, f"2026-03-{day:02}")
    line = (await alice.get(f"/habits/{habit['id']}/strength?points=5")).json()["data"]
    assert len(line) == 5
    assert [line[0]["date"], line[-1]["date"]] == ["2026-03-01", TODAY]
    assert round(line[-1]["strength"]) == habit["strength"]


async def test_a_schedule_can_be_previewed(alice: AsyncClient) -> None:
    body = {"schedule": {"kind": "monthly_day", "day": 31}, "count": 3}
    dates = (await alice.post("/habits/preview", json=body)).json()["dates"]
    assert dates == ["2026-03-31", "2026-04-30", "2026-05-31"]
