"""Insights in the document: told where the numbers carry them, and never on thin data."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from httpx2 import AsyncClient

from almanac.core.db import Database
from almanac.habits.domain import (
    CheckIn,
    CheckInStatus,
    HabitHistory,
    HabitKind,
    ScheduleVersion,
)
from almanac.schedules.rules import Daily
from tests.conftest import MovableClock
from tests.factories import complete, create_habit, create_task, create_theme, tick
from tests.stats.lives import TODAY, Life, live


def daily(days: int, is_done: Callable[[date], bool]) -> HabitHistory:
    """A daily habit of so many days, done where `is_done` says so."""
    starts_on = TODAY - timedelta(days=days)
    past = [starts_on + timedelta(days=n) for n in range(days)]
    return HabitHistory(
        HabitKind.CHECK,
        starts_on,
        (ScheduleVersion(starts_on, Daily()),),
        check_ins={on: CheckIn(on, CheckInStatus.DONE) for on in past if is_done(on)},
    )


async def insights(client: AsyncClient, query: str) -> dict[str, dict[str, Any]]:
    found = (await client.get(f"/stats?{query}")).json()["insights"]
    return {insight["code"]: insight["values"] for insight in found}


async def a_month_later(client: AsyncClient, clock: MovableClock) -> None:
    """Thirty days on, looking in now and then, for nobody stays signed in who never comes."""
    for _ in range(3):
        clock.advance(timedelta(days=10))
        assert (await client.get("/users/me")).status_code == 200


async def test_nothing_is_said_of_a_few_days(alice: AsyncClient) -> None:
    habit = await create_habit(alice, starts_on="2026-03-14")
    for day in ("15", "16", "17"):
        await tick(alice, habit, f"2026-03-{day}")
    task = await create_task(alice, due="2026-03-10")
    await complete(alice, task)
    for name in ("7d", "30d", "90d", "all"):
        assert await insights(alice, f"range={name}") == {}


async def test_a_weekday_that_differs_is_named(
    alice: AsyncClient, database: Database, clock: MovableClock
) -> None:
    history = daily(180, lambda on: on.weekday() != 4)
    await live(database, alice, Life({"read": history}), clock.now)
    values = (await insights(alice, "range=90d"))["weekday_difference"]
    assert values["other_weekday"] == "fri"
    assert (values["success_rate"], values["other_success_rate"]) == (1.0, 0.0)
    assert "weekday_difference" not in await insights(alice, "range=7d")


async def test_a_change_from_the_period_before_is_told_with_its_points(
    alice: AsyncClient, database: Database, clock: MovableClock
) -> None:
    begun = TODAY - timedelta(days=29)
    better = daily(60, lambda on: on >= begun or on.day % 2 == 0)
    await live(database, alice, Life({"read": better}), clock.now)
    values = (await insights(alice, "range=30d"))["success_rising"]
    assert values["success_rate"] == 1.0
    assert values["points"] == round(100 * (1 - values["previous_success_rate"]), 2)
    worse = daily(60, lambda on: on < begun)
    await live(database, alice, Life({f"walk {n}": worse for n in range(3)}), clock.now)
    found = await insights(alice, "range=30d")
    assert found["success_falling"]["points"] < -10
    assert found["habit_struggling"]["done"] == 0
    assert found["habit_every_time"]["habit_name"] == "read"


async def test_a_streak_that_beats_an_earlier_one_is_a_record(
    alice: AsyncClient, database: Database, clock: MovableClock
) -> None:
    missed = TODAY - timedelta(days=12)
    record = daily(20, lambda on: on != missed)
    await live(database, alice, Life({"run": record, "new": daily(20, lambda _: True)}), clock.now)
    values = (await insights(alice, "range=7d"))["streak_record"]
    assert (values["habit_name"], values["length"]) == ("run", 11)
    assert values["first_on"] == str(missed + timedelta(days=1))


async def test_tasks_are_late_or_pile_up(alice: AsyncClient, clock: MovableClock) -> None:
    for number in range(12):
        await complete(alice, await create_task(alice, f"late {number}", due="2026-03-10"))
    values = (await insights(alice, "range=30d"))["tasks_late"]
    assert values == {"on_time": 0, "with_due": 12, "on_time_rate": 0.0}
    for number in range(12):
        await create_task(alice, f"more {number}")
    assert "tasks_piling_up" not in await insights(alice, "range=30d"), "there is no before"
    await a_month_later(alice, clock)
    for number in range(10):
        await create_task(alice, f"still more {number}")
    assert (await insights(alice, "range=30d"))["tasks_piling_up"] == {"created": 10, "done": 0}
    assert "tasks_piling_up" not in await insights(alice, "range=all")
    for number in range(14):
        await complete(alice, await create_task(alice, f"in time {number}", due="2026-05-01"))
    assert "tasks_on_time" in await insights(alice, "range=7d")


async def test_a_theme_that_was_left_alone_is_named(
    alice: AsyncClient, clock: MovableClock
) -> None:
    theme = await create_theme(alice, "Garden")
    for number in range(5):
        task = await create_task(alice, f"task {number}", theme_id=theme["id"])
        await complete(alice, task)
    await a_month_later(alice, clock)
    assert "theme_quiet" not in await insights(alice, "range=30d")
    await create_task(alice, "still to do", theme_id=theme["id"])
    assert (await insights(alice, "range=30d"))["theme_quiet"] == {
        "theme_id": theme["id"],
        "theme_name": "Garden",
        "previous_done": 5,
        "days": 30,
    }
    assert "theme_quiet" not in await insights(alice, "range=all")
