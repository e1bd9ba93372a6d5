"""Changing, archiving, deleting and ordering habits."""

from datetime import timedelta

from httpx2 import AsyncClient

from tests.conftest import MovableClock
from tests.factories import create_habit, tick


async def test_given_fields_change_and_others_stay(alice: AsyncClient, clock: MovableClock) -> None:
    habit = await create_habit(alice, description="ten minutes", color="#112233")
    clock.advance(timedelta(minutes=1))
    response = await alice.patch(f"/habits/{habit['id']}", json={"name": "Stretch well"})
    assert response.status_code == 200
    changed = response.json()
    assert changed["name"] == "Stretch well"
    assert changed["description"] == "ten minutes"
    assert changed["updated_at"] > habit["updated_at"]
    cleared = (await alice.patch(f"/habits/{habit['id']}", json={"color": None})).json()
    assert cleared["color"] is None


async def test_what_is_required_cannot_be_emptied(alice: AsyncClient) -> None:
    habit = await create_habit(alice)
    response = await alice.patch(f"/habits/{habit['id']}", json={"name": None})
    assert response.status_code == 422
    assert (await alice.get(f"/habits/{habit['id']}")).json()["name"] == "Stretch"


async def test_a_new_schedule_leaves_history_as_it_was(alice: AsyncClient) -> None:
    habit = await create_habit(alice, starts_on="2026-03-09")
    for day in range(9, 18):
        habit = await tick(alice, habit, f"2026-03-{day:02}")
    assert habit["current_streak"] == 9
    mondays = {"kind": "weekly_days", "days": ["mon"]}
    changed = (await alice.patch(f"/habits/{habit['id']}", json={"schedule": mondays})).json()
    assert changed["schedule"] == {**mondays, "every": 1}
    assert changed["current_streak"] == 9
    assert changed["due_today"] is False
    calendar = (await alice.get(f"/habits/{habit['id']}/calendar?year=2026")).json()
    states = {day["date"]: day["state"] for day in calendar["days"]}
    assert states["2026-03-17"] == "done"
    assert states["2026-03-18"] == "off"
    assert states["2026-03-23"] == "upcoming"


async def test_a_schedule_can_take_effect_from_the_beginning(alice: AsyncClient) -> None:
    habit = await create_habit(alice, starts_on="2026-03-02")
    for day in (2, 9, 16):
        habit = await tick(alice, habit, f"2026-03-{day:02}")
    assert habit["current_streak"] == 0
    body = {
        "schedule": {"kind": "weekly_days", "days": ["mon"]},
        "effective_from": "2026-03-02",
    }
    changed = (await alice.patch(f"/habits/{habit['id']}", json=body)).json()
    assert changed["current_streak"] == 3


async def test_an_end_before_the_start_is_refused(alice: AsyncClient) -> None:
    habit = await create_habit(alice)
    response = await alice.patch(f"/habits/{habit['id']}", json={"ends_on": "2025-12-31"})
    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"] == "/body/ends_on"


async def test_archiving_puts_a_habit_away_and_restoring_brings_it_back(
    alice: AsyncClient,
) -> None:
    habit = await create_habit(alice)
    archived = (await alice.post(f"/habits/{habit['id']}/archive")).json()
    assert archived["is_archived"] is True
    assert archived["archived_on"] == "2026-03-18"
    assert (await alice.get("/habits?status=active")).json()["count"] == 0
    assert (await alice.get("/habits?status=archived")).json()["count"] == 1
    restored = (await alice.post(f"/habits/{habit['id']}/restore")).json()
    assert restored["is_archived"] is False
    assert restored["due_today"] is True


async def test_a_habit_archives_itself_when_its_end_has_passed(
    alice: AsyncClient, clock: MovableClock
) -> None:
    habit = await create_habit(alice, ends_on="2026-03-18")
    assert habit["is_archived"] is False
    clock.advance(timedelta(days=1))
    seen = (await alice.get(f"/habits/{habit['id']}")).json()
    assert seen["is_archived"] is True
    assert (await alice.get("/today")).json()["entries"] == []


async def test_a_habit_archives_itself_after_its_last_completion(
    alice: AsyncClient, clock: MovableClock
) -> None:
    habit = await create_habit(alice, completions_limit=2)
    await tick(alice, habit, "2026-03-17")
    await tick(alice, habit, "2026-03-18")
    clock.advance(timedelta(days=1))
    assert (await alice.get("/habits?status=archived")).json()["count"] == 1
    restored = (await alice.post(f"/habits/{habit['id']}/restore")).json()
    assert restored["is_archived"] is False


async def test_a_deleted_habit_is_gone_and_can_be_restored_with_its_history(
    alice: AsyncClient,
) -> None:
    habit = await create_habit(alice)
    await tick(alice, habit, "2026-03-18")
    assert (await alice.delete(f"/habits/{habit['id']}")).status_code == 204
    assert (await alice.delete(f"/habits/{habit['id']}")).status_code == 204
    assert (await alice.get(f"/habits/{habit['id']}")).status_code == 404
    assert (await alice.get("/habits")).json()["count"] == 0
    assert (await alice.get("/today")).json()["entries"] == []
    restored = (await alice.post(f"/habits/{habit['id']}/restore")).json()
    assert restored["current_streak"] == 1


async def test_manual_order_is_kept(alice: AsyncClient) -> None:
    ids = [(await create_habit(alice, name))["id"] for name in ("a", "b", "c")]
    response = await alice.put("/habits/order", json={"ids": [ids[2], ids[0]]})
    assert response.status_code == 204
    listed = (await alice.get("/habits")).json()["data"]
    assert [habit["name"] for habit in listed] == ["c", "a", "b"]


async def test_an_order_with_an_unknown_habit_changes_nothing(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    first = (await create_habit(alice, "a"))["id"]
    await create_habit(alice, "b")
    theirs = (await create_habit(bob, "theirs"))["id"]
    assert (await alice.put("/habits/order", json={"ids": [theirs, first]})).status_code == 404
    listed = (await alice.get("/habits")).json()["data"]
    assert [habit["name"] for habit in listed] == ["a", "b"]


async def test_a_new_first_day_of_the_week_counts_from_today(alice: AsyncClient) -> None:
    quota = {"kind": "times_per_period", "times": 1, "period": "week"}
    habit = await create_habit(alice, schedule=quota)
    assert habit["period"]["first_on"] == "2026-03-16"
    assert (await alice.patch("/users/me", json={"week_start": "wed"})).status_code == 200
    seen = (await alice.get(f"/habits/{habit['id']}")).json()
    assert seen["period"]["first_on"] == "2026-03-18"
