"""Creating habits: what comes back, and what is refused by which field."""

from typing import Any

import pytest
from httpx2 import AsyncClient

from tests.factories import create_habit


async def test_a_habit_needs_only_a_name(alice: AsyncClient) -> None:
    response = await alice.post("/habits", json={"name": "  Stretch  "})
    assert response.status_code == 201
    habit = response.json()
    assert habit["name"] == "Stretch"
    assert habit["kind"] == "check"
    assert habit["schedule"] == {"kind": "daily"}
    assert habit["starts_on"] == "2026-03-18"
    assert habit["ends_on"] is None
    assert habit["target"] is None
    assert habit["is_archived"] is False
    assert (habit["current_streak"], habit["best_streak"], habit["strength"]) == (0, 0, 0)
    assert habit["due_today"] is True
    assert habit["state_today"] == "open"
    assert habit["progress_percent"] is None
    assert (await alice.get(f"/habits/{habit['id']}")).json() == habit


SCHEDULES: list[dict[str, Any]] = [
    {"kind": "daily"},
    {"kind": "weekly_days", "days": ["mon", "fri"], "every": 2},
    {"kind": "monthly_day", "day": 31, "every": 1},
    {"kind": "yearly_date", "month": 2, "day": 29, "every": 1},
    {"kind": "interval_cycle", "active_days": 2, "break_days": 1},
    {"kind": "times_per_period", "times": 3, "period": "week"},
    {"kind": "after_completion", "days": 10},
]


@pytest.mark.parametrize("schedule", SCHEDULES, ids=lambda s: str(s["kind"]))
async def test_every_kind_of_schedule_comes_back_as_it_was_sent(
    alice: AsyncClient, schedule: dict[str, Any]
) -> None:
    habit = await create_habit(alice, schedule=schedule)
    assert habit["schedule"] == schedule


async def test_names_need_not_be_unique(alice: AsyncClient) -> None:
    first, second = await create_habit(alice), await create_habit(alice)
    assert first["id"] != second["id"]
    assert [first["position"], second["position"]] == [0, 1]


async def test_a_measured_habit_keeps_its_target_and_unit(alice: AsyncClient) -> None:
    habit = await create_habit(alice, kind="measure", unit="l", target=2.5, target_kind="at_least")
    assert (habit["unit"], habit["target"]) == ("l", 2.5)


BAD_HABITS: list[tuple[dict[str, Any], str]] = [
    ({"name": ""}, "/body/name"),
    ({"name": "   "}, "/body/name"),
    ({"name": "x" * 10_000}, "/body/name"),
    ({"name": "bell\u0007"}, "/body/name"),
    ({"name": "line\nbreak"}, "/body/name"),
    ({"name": "\u202eevil"}, "/body/name"),
    ({"name": 7}, "/body/name"),
    ({"name": "a", "colour": "#ffffff"}, "/body/colour"),
    ({"name": "a", "color": "red"}, "/body/color"),
    ({"name": "a", "kind": "guess"}, "/body/kind"),
    ({"name": "a", "starts_on": "2025-02-30"}, "/body/starts_on"),
    ({"name": "a", "starts_on": "0001-01-01"}, "/body/starts_on"),
    ({"name": "a", "ends_on": "9999-12-31"}, "/body/ends_on"),
    ({"name": "a", "starts_on": "2026-02-01", "ends_on": "2026-01-31"}, "/body/ends_on"),
    ({"name": "a", "ends_on": "2026-03-17"}, "/body/ends_on"),
    ({"name": "\u200b\u200f"}, "/body/name"),
    ({"name": "a", "kind": "measure"}, "/body/target"),
    ({"name": "a", "kind": "measure", "target": 0.0004}, "/body/target"),
    ({"name": "a", "kind": "measure", "target": 0}, "/body/target"),
    ({"name": "a", "kind": "measure", "target": -1}, "/body/target"),
    ({"name": "a", "target": 3}, "/body/target"),
    ({"name": "a", "kind": "measure", "target": 3, "target_per": "period"}, "/body/target_per"),
    ({"name": "a", "reminders": ["24:30"]}, "/body/reminders/0"),
    ({"name": "a", "reminders": ["9:5"]}, "/body/reminders/0"),
    ({"name": "a", "reminders": ["09:00"] * 13}, "/body/reminders"),
    ({"name": "a", "completions_limit": 0}, "/body/completions_limit"),
    ({"name": "a", "schedule": {"kind": "hourly"}}, "/body/schedule"),
    ({"name": "a", "schedule": {"kind": "weekly_days", "days": []}}, "/body/schedule"),
    ({"name": "a", "schedule": {"kind": "weekly_days", "days": ["someday"]}}, "/body/schedule"),
    ({"name": "a", "schedule": {"kind": "monthly_day", "day": 32}}, "/body/schedule"),
    ({"name": "a", "schedule": {"kind": "yearly_date", "month": 2, "day": 30}}, "/body/schedule"),
    ({"name": "a", "schedule": {"kind": "daily", "every": 2}}, "/body/schedule"),
    (
        {"name": "a", "schedule": {"kind": "times_per_period", "times": 8, "period": "week"}},
        "/body/schedule",
    ),
]


@pytest.mark.parametrize(("body", "pointer"), BAD_HABITS)
async def test_what_cannot_be_names_its_field_and_stores_nothing(
    alice: AsyncClient, body: dict[str, Any], pointer: str
) -> None:
    response = await alice.post("/habits", json=body)
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    pointers = [error["pointer"] for error in response.json()["errors"]]
    assert any(found.startswith(pointer) for found in pointers), pointers
    assert (await alice.get("/habits")).json()["count"] == 0


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999"])
async def test_numbers_that_are_none_are_refused(alice: AsyncClient, number: str) -> None:
    body = f'{{"name": "a", "kind": "measure", "target": {number}}}'
    response = await alice.post(
        "/habits", content=body, headers={"Content-Type": "application/json"}
    )
    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"].startswith("/body")


async def test_the_list_of_habits_has_an_end(alice: AsyncClient, monkeypatch: Any) -> None:
    monkeypatch.setattr("almanac.habits.service.habits.MAX_HABITS", 2)
    await create_habit(alice)
    await create_habit(alice)
    response = await alice.post("/habits", json={"name": "one too many"})
    assert response.status_code == 409
    assert response.json()["code"] == "too_many_habits"
