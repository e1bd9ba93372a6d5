"""Statistics of a whole life against recounts: day by day from the facts, and in SQL."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from httpx2 import AsyncClient
from sqlalchemy import text

from almanac.core.db import Database
from almanac.habits.domain import figures
from almanac.schedules.rules import ScheduleKind, Weekday
from tests.conftest import MovableClock
from tests.factories import complete, create_habit, create_task, create_theme, tick
from tests.stats.lives import TODAY, Life, live, make_life
from tests.stats.recount import Recount, recount

LENGTHS = {"7d": 7, "30d": 30, "90d": 90}
QUOTA = ScheduleKind.TIMES_PER_PERIOD
Fact = tuple[str, date, Recount]


def facts_of(life: Life) -> list[Fact]:
    return [
        (name, on, one)
        for name, history in life.histories.items()
        for on, ones in recount(history, today=TODAY, archived_on=life.archived_on[name]).items()
        for one in ones
    ]


def summed(facts: Iterable[Fact]) -> dict[str, int | float | None]:
    ones = [one for _, _, one in facts]
    due, done = sum(one.due for one in ones), sum(one.done for one in ones)
    return {
        "due": due,
        "done": done,
        "missed": due - done,
        "skipped": sum(one.skipped for one in ones),
        "success_rate": round(done / due, 4) if due else None,
    }


def shown(row: dict[str, Any]) -> tuple[Any, ...]:
    prefix = "" if "due" in row else "habits_"
    return row[f"{prefix}due"], row[f"{prefix}done"], row["success_rate"]


def triple(facts: Iterable[Fact]) -> tuple[Any, ...]:
    found = summed(facts)
    return found["due"], found["done"], found["success_rate"]


async def give_themes(client: AsyncClient) -> dict[str, str | None]:
    """Put every third habit under each of two themes; the name of each habit's theme."""
    themes = [None, await create_theme(client, "Body"), await create_theme(client, "Mind")]
    names: dict[str, str | None] = {}
    habits = (await client.get("/habits?limit=200")).json()["data"]
    for number, habit in enumerate(habits):
        theme = themes[number % 3]
        names[habit["name"]] = theme["name"] if theme else None
        if theme:
            body = {"theme_id": theme["id"]}
            assert (await client.patch(f"/habits/{habit['id']}", json=body)).status_code == 200
    return names


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
async def test_everything_equals_a_recount_of_the_facts(
    alice: AsyncClient, database: Database, clock: MovableClock, seed: int
) -> None:
    life = make_life(seed)
    await live(database, alice, life, clock.now)
    themes = await give_themes(alice)
    facts = facts_of(life)
    first_of_all = min(history.starts_on for history in life.histories.values())
    for name in ("7d", "30d", "90d", "all"):
        found = (await alice.get(f"/stats?range={name}")).json()
        days = LENGTHS.get(name, (TODAY - first_of_all).days + 1)
        first = TODAY - timedelta(days=days - 1)
        inside = [fact for fact in facts if fact[1] >= first]
        assert found["range"] == {
            "name": name,
            "from": first.isoformat(),
            "to": TODAY.isoformat(),
            "days": days,
        }
        assert found["totals"]["habits"] == summed(inside)
        check_trend(found["trend"], inside, first)
        check_rows(found, inside, themes)
        if name == "all":
            assert found["previous"] is found["change"] is None
        else:
            before = [f for f in facts if first - timedelta(days=days) <= f[1] < first]
            assert found["previous"]["habits"] == summed(before)


def check_trend(trend: dict[str, Any], facts: list[Fact], first: date) -> None:
    on = first
    for point in trend["points"]:
        begin, end = date.fromisoformat(point["from"]), date.fromisoformat(point["to"])
        assert begin == on
        assert point["days"] == (end - begin).days + 1
        assert shown(point) == triple(fact for fact in facts if begin <= fact[1] <= end)
        on = end + timedelta(days=1)
    assert on == TODAY + timedelta(days=1)


def check_rows(found: dict[str, Any], facts: list[Fact], themes: dict[str, str | None]) -> None:
    for row in found["by_theme"]:
        theme = row["theme"] and row["theme"]["name"]
        assert row["habits"] == summed(fact for fact in facts if themes[fact[0]] == theme)
    for row in found["by_schedule_kind"]:
        assert row["habits"] == summed(fact for fact in facts if fact[2].kind == row["kind"])
    for number, row in enumerate(found["weekdays"]["rows"]):
        assert row["weekday"] == list(Weekday)[number]
        same = [f for f in facts if f[1].weekday() == number and f[2].kind is not QUOTA]
        assert shown(row) == triple(same)
    assert shown(found["weekdays"]["any_day"]) == triple(f for f in facts if f[2].kind is QUOTA)
    total = found["totals"]["habits"]
    for rows in (
        [row["habits"] for row in found["by_theme"]],
        [row["habits"] for row in found["by_schedule_kind"]],
        [*found["weekdays"]["rows"], found["weekdays"]["any_day"]],
        found["trend"]["points"],
    ):
        assert sum(shown(row)[0] for row in rows) == total["due"]
        assert sum(shown(row)[1] for row in rows) == total["done"]
    by_habit: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_habit[fact[0]].append(fact)
    for row in [*found["best_habits"], *found["worst_habits"]]:
        assert shown(row) == triple(by_habit[row["habit"]["name"]])
        assert row["due"] >= 5


async def test_streaks_are_those_of_the_habits(
    alice: AsyncClient, database: Database, clock: MovableClock
) -> None:
    life = make_life(5)
    await live(database, alice, life, clock.now)
    rows = (await alice.get("/stats?range=7d")).json()["streaks"]
    assert rows
    for row in rows:
        assert life.archived_on[row["habit"]["name"]] is None
        judged = figures(life.histories[row["habit"]["name"]], today=TODAY)
        assert (row["current"], row["best"]) == (
            judged.current_streak.length,
            judged.best_streak.length,
        )
        assert row["best_to"] == str(judged.best_streak.last_on)
    assert [row["current"] for row in rows] == sorted((r["current"] for r in rows), reverse=True)


async def test_sums_equal_a_recount_in_sql(alice: AsyncClient, database: Database) -> None:
    for number in range(3):
        habit = await create_habit(alice, f"daily {number}", starts_on="2026-02-01")
        for day in range(2, 19, number + 2):
            await tick(alice, habit, f"2026-03-{day:02}", ["done", "missed"][day % 5 == 0])
    for number in range(8):
        due = None if number % 3 == 0 else f"2026-03-{number + 10}"
        task = await create_task(alice, f"task {number}", due=due)
        if number < 6:
            await complete(alice, task, done_on="2026-03-13")
    async with database.readers.begin() as session:
        done = await session.scalar(
            text("SELECT count(*) FROM check_ins WHERE status = 'done' AND local_date >= :first"),
            {"first": date(2026, 2, 17) if not _is_sqlite(database) else "2026-02-17"},
        )
        finished, planned, in_time = (
            await session.execute(
                text(
                    "SELECT count(*), count(planned_on),"
                    " sum(CASE WHEN done_on <= planned_on THEN 1 ELSE 0 END) FROM task_completions"
                )
            )
        ).one()
    totals = (await alice.get("/stats?range=30d")).json()["totals"]
    assert totals["habits"]["done"] == done > 0
    # The 29 days that are over, and today for whom it is said already.
    assert totals["habits"]["due"] >= 3 * 29
    assert totals["tasks"] == {
        "created": 8,
        "done": finished,
        "with_due": planned,
        "on_time": in_time,
        "on_time_rate": round(in_time / planned, 4),
    }
    assert (finished, planned, in_time) == (6, 4, 2)


def _is_sqlite(database: Database) -> bool:
    return database.read_engine.dialect.name == "sqlite"
