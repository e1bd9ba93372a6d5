"""Figures kept on a row equal those computed from scratch, whatever was written before."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from httpx2 import AsyncClient, Response
from sqlalchemy import text

from almanac.core.db import Database
from tests.conftest import MovableClock
from tests.factories import create_habit, create_theme

SCHEDULES: list[dict[str, Any]] = [
    {"kind": "daily"},
    {"kind": "weekly_days", "days": ["mon", "thu"], "every": 2},
    {"kind": "monthly_day", "day": 31},
    {"kind": "interval_cycle", "active_days": 3, "break_days": 2},
    {"kind": "times_per_period", "times": 3, "period": "week"},
    {"kind": "times_per_period", "times": 20, "period": "year"},
    {"kind": "after_completion", "days": 3},
]
STATUSES = ["done", "done", "skipped", "missed"]
Write = Callable[[AsyncClient, str, Random, date], Awaitable[Response]]


async def tick(client: AsyncClient, habit: str, random: Random, today: date) -> Response:
    day = today - timedelta(days=random.randrange(20))
    return await client.put(
        f"/habits/{habit}/check-ins/{day}", json={"status": random.choice(STATUSES)}
    )


async def untick(client: AsyncClient, habit: str, random: Random, today: date) -> Response:
    day = today - timedelta(days=random.randrange(20))
    return await client.delete(f"/habits/{habit}/check-ins/{day}")


async def change(client: AsyncClient, habit: str, random: Random, today: date) -> Response:
    day = today + timedelta(days=random.randint(-40, 10))
    changes = [
        {"schedule": random.choice(SCHEDULES), "effective_from": str(day)},
        {"starts_on": str(min(day, today))},
        {"ends_on": str(max(day, today))},
        {"completions_limit": random.randint(1, 9)},
    ]
    return await client.patch(f"/habits/{habit}", json=random.choice(changes))


async def put_away(client: AsyncClient, habit: str, random: Random, _today: date) -> Response:
    return await client.post(f"/habits/{habit}/{random.choice(['archive', 'restore', 'restore'])}")


async def pause(client: AsyncClient, habit: str, random: Random, today: date) -> Response:
    first = today - timedelta(days=random.randint(-5, 20))
    body = {"starts_on": str(first), "ends_on": str(first + timedelta(days=3))}
    return await client.post("/pauses", json=random.choice([body, {**body, "habit_id": habit}]))


async def pause_theme(client: AsyncClient, habit: str, random: Random, today: date) -> Response:
    themes = (await client.get("/themes")).json()["data"] or [await create_theme(client)]
    theme_id = random.choice(themes)["id"]
    if random.random() < 0.3:
        return await client.delete(f"/themes/{theme_id}")
    await client.patch(f"/habits/{habit}", json={"theme_id": theme_id})
    first = today - timedelta(days=random.randint(-5, 20))
    body = {"starts_on": str(first), "ends_on": str(first + timedelta(days=3))}
    return await client.post("/pauses", json={**body, "theme_id": theme_id})


async def turn_week(client: AsyncClient, _habit: str, random: Random, _today: date) -> Response:
    return await client.patch("/users/me", json={"week_start": random.choice(["mon", "sun"])})


WRITES: list[Write] = [tick, tick, tick, untick, change, put_away, pause, pause_theme, turn_week]


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_kept_figures_and_days_equal_what_is_computed_anew(
    alice: AsyncClient, clock: MovableClock, database: Database, seed: int
) -> None:
    random = Random(seed)  # noqa: S311 - chooses what to try
    habits = [(await create_habit(alice, schedule=rule))["id"] for rule in SCHEDULES]
    for _ in range(12):
        today = clock.now.date()
        for _ in range(5):
            response = await random.choice(WRITES)(alice, random.choice(habits), random, today)
            assert response.status_code in {200, 201, 204, 409, 422}, response.text
        kept = (await alice.get("/habits")).json()
        async with database.writers.begin() as session:
            await session.execute(text("UPDATE habits SET figures = NULL, figures_on = NULL"))
        assert kept == (await alice.get("/habits")).json()
        first = today - timedelta(days=2)
        days = (await alice.get(f"/days?from={first}&to={today}")).json()["data"]
        for summary in days:
            day = (await alice.get("/today", params={"date": summary["date"]})).json()
            assert day["progress"] == {"done": summary["done"], "total": summary["total"]}
        clock.advance(timedelta(days=1))
