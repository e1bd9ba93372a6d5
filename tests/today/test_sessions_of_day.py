"""Sessions on the day: in order by time, as they stand, on the day that the person lives."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from httpx2 import AsyncClient

from almanac.core.db import Database
from tests.conftest import MovableClock
from tests.factories import create_habit, create_task, create_theme
from tests.statements import counted_statements
from tests.timetable.days import address, change, create_routine, create_session

# A Wednesday.
TODAY = "2026-03-18"
YESTERDAY, TOMORROW = "2026-03-17", "2026-03-19"


async def entries(client: AsyncClient, query: str = "") -> list[dict[str, Any]]:
    response = await client.get(f"/today?{query}")
    assert response.status_code == 200, response.text
    listed: list[dict[str, Any]] = response.json()["entries"]
    return listed


async def progress(client: AsyncClient, day: str = TODAY) -> tuple[int, int]:
    """What a day says of itself, which must be what the range says of it."""
    shown = (await client.get(f"/today?date={day}")).json()["progress"]
    [of_range] = (await client.get(f"/days?from={day}&to={day}")).json()["data"]
    assert of_range == {"date": day, **shown}
    return shown["done"], shown["total"]


def told(listed: list[dict[str, Any]], *names: str) -> list[Any]:
    found = [tuple(entry[name] for name in names) for entry in listed]
    return [each[0] for each in found] if len(names) == 1 else found


async def begin_days_at(client: AsyncClient, minutes: int) -> None:
    response = await client.patch("/users/me", json={"day_start": minutes})
    assert response.status_code == 200, response.text


async def test_a_session_brings_what_is_needed_to_act_on_it(alice: AsyncClient) -> None:
    theme = await create_theme(alice, "School")
    routine = await create_routine(alice, "Spring term")
    session = await create_session(
        alice,
        routine,
        "Biology",
        weekday="wed",
        starts="15:00",
        minutes=75,
        location="Room 4",
        note="bring the frog",
        color="#112233",
        theme_id=theme["id"],
    )
    assert await entries(alice) == [
        {
            "kind": "session",
            "id": session["id"],
            "title": "Biology",
            "at": "15:00",
            "until": "16:15",
            "state": "open",
            "urgency": "due",
            "color": "#112233",
            "theme": {"id": theme["id"], "name": "School", "color": theme["color"]},
            "actions": ["cancel"],
            "session_kind": "class",
            "routine": {"id": routine["id"], "name": "Spring term"},
            "planned_on": TODAY,
            "on": TODAY,
            "starts": 900,
            "minutes": 75,
            "location": "Room 4",
            "note": "bring the frog",
            "cancelled_by": None,
            "reason": "",
            "moved_to": None,
            "is_running_on": False,
        }
    ]


async def test_sessions_of_all_routines_stand_among_the_rest_by_time(alice: AsyncClient) -> None:
    school, work = await create_routine(alice, "School"), await create_routine(alice, "Work")
    await create_session(alice, school, "late", weekday="wed", starts="19:00")
    await create_session(alice, work, "early", weekday="wed", starts="07:15")
    await create_session(alice, school, "thursdays")
    await create_session(alice, school, "other week", weekday="wed", week=2)
    await create_habit(alice, "walk", reminders=["12:00"])
    await create_task(alice, "call", due=f"{TODAY}T09:30")
    await create_task(alice, "overdue", due=YESTERDAY)
    await create_task(alice, "some time", due=TODAY)
    found = await entries(alice)
    assert told(found, "title") == ["overdue", "early", "call", "walk", "late", "some time"]


async def test_classes_are_over_and_tasks_are_ticked(
    alice: AsyncClient, clock: MovableClock
) -> None:
    routine = await create_routine(alice)
    await create_session(alice, routine, "class", weekday="wed", starts="09:00")
    task = await create_session(alice, routine, "swim", weekday="wed", starts="10:00", kind="task")
    clock.now = datetime(2026, 3, 18, 8, 59, tzinfo=UTC)  # 09:59 in Berlin
    assert told(await entries(alice), "title", "state") == [("class", "open"), ("swim", "open")]
    clock.advance(timedelta(minutes=1))
    assert told(await entries(alice), "title", "state") == [("class", "done"), ("swim", "open")]
    assert await progress(alice) == (0, 1)
    await change(alice, "PUT", f"{address(task)}/ticks/{TODAY}")
    found = await entries(alice)
    assert told(found, "state", "actions")[1] == ("done", ["undo", "cancel"])
    assert await progress(alice) == (1, 1)
    clock.advance(timedelta(days=1))
    assert told(await entries(alice, f"date={TODAY}"), "state") == ["done", "done"]
    await change(alice, "DELETE", f"{address(task)}/ticks/{TODAY}")
    missed = (await entries(alice, f"date={TODAY}"))[1]
    assert (missed["state"], missed["actions"]) == ("missed", ["done", "cancel"])
    assert await progress(alice, TODAY) == (0, 1)


async def test_what_is_cancelled_stays_with_its_reason_and_does_not_count(
    alice: AsyncClient,
) -> None:
    routine = await create_routine(
        alice, holidays=[{"first_on": YESTERDAY, "last_on": YESTERDAY, "name": "Founders"}]
    )
    swim = await create_session(alice, routine, "swim", weekday="wed", kind="task")
    run = await create_session(alice, routine, "run", weekday="wed", starts="18:00")
    sing = await create_session(alice, routine, "sing", weekday="wed", starts="19:00")
    await create_session(alice, routine, "on a holiday", weekday="tue")
    await change(alice, "PUT", f"{address(swim)}/cancellations/{TODAY}", {"reason": "closed"})
    until = {"reason": "ill", "until": "2026-03-25"}
    await change(alice, "PUT", f"{address(run)}/cancellations/{TODAY}", until)
    await change(alice, "PUT", f"{address(sing)}/cancellation", {"reason": "no choir"})
    assert told(await entries(alice), "title", "state", "cancelled_by", "reason", "actions") == [
        ("swim", "cancelled", "date", "closed", ["restore"]),
        ("run", "cancelled", "range", "ill", ["restore"]),
        ("sing", "cancelled", "series", "no choir", ["restore"]),
    ]
    assert await progress(alice) == (0, 0)
    past = await entries(alice, f"date={YESTERDAY}")
    assert told(past, "cancelled_by", "reason") == [("holiday", "Founders")]
    for session in (swim, run):
        await change(alice, "DELETE", f"{address(session)}/cancellations/{TODAY}")
    assert told(await entries(alice), "state") == ["open", "open", "cancelled"]


async def test_what_was_moved_stands_where_it_was_and_where_it_went(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    here = await create_session(alice, routine, "from Friday", weekday="fri", kind="task")
    away = await create_session(alice, routine, "to Thursday", weekday="wed", starts="10:00")
    move = {"on": TODAY, "starts": "08:00", "location": "Gym"}
    await change(alice, "PUT", f"{address(here)}/moves/2026-03-20", move)
    move = {"on": TOMORROW, "starts": "08:00"}
    await change(alice, "PUT", f"{address(away)}/moves/{TODAY}", move)
    names = ("title", "at", "state", "planned_on", "moved_to", "location", "actions")
    assert told(await entries(alice), *names) == [
        ("from Friday", "08:00", "open", "2026-03-20", None, "Gym", ["done", "cancel"]),
        ("to Thursday", "10:00", "cancelled", TODAY, TOMORROW, "", []),
    ]
    await change(alice, "PUT", f"{address(here)}/ticks/2026-03-20")
    assert told(await entries(alice), "state") == ["done", "cancelled"]
    assert await progress(alice) == (1, 1)


async def test_a_night_shift_runs_on_into_the_next_day_and_counts_where_it_began(
    alice: AsyncClient, clock: MovableClock
) -> None:
    routine = await create_routine(alice)
    night = {"starts": "22:00", "minutes": 480, "kind": "task"}
    await create_session(alice, routine, "night", weekday="tue", **night)
    await create_session(alice, routine, "morning", weekday="wed", starts="05:00")
    clock.now = datetime(2026, 3, 18, 1, 30, tzinfo=UTC)  # 02:30 in Berlin
    names = ("title", "at", "until", "state", "is_running_on", "on", "starts")
    assert told(await entries(alice), *names) == [
        ("night", "22:00", "06:00", "open", True, YESTERDAY, -120),
        ("morning", "05:00", "06:00", "open", False, TODAY, 300),
    ]
    assert await progress(alice) == (0, 0)
    assert await progress(alice, YESTERDAY) == (0, 1)
    clock.advance(timedelta(hours=4))
    assert told(await entries(alice), "title", "state")[0] == ("night", "missed")


async def test_whose_days_begin_at_four_has_one_o_clock_on_the_evening_before(
    alice: AsyncClient, clock: MovableClock
) -> None:
    await begin_days_at(alice, 240)
    routine = await create_routine(alice)
    late = await create_session(
        alice, routine, "bar", weekday="thu", starts="01:00", minutes=240, kind="task"
    )
    await create_session(alice, routine, "evening", weekday="wed", starts="20:00")
    clock.now = datetime(2026, 3, 19, 0, 30, tzinfo=UTC)  # Thursday, 01:30 in Berlin
    found = await entries(alice)
    assert told(found, "title", "at", "on", "starts") == [
        ("evening", "20:00", TODAY, 1200),
        ("bar", "01:00", TOMORROW, 1500),
    ]
    # It takes place now, so it can be ticked now.
    await change(alice, "PUT", f"{address(late)}/ticks/{TOMORROW}")
    assert await progress(alice) == (1, 1)
    clock.advance(timedelta(hours=4))
    assert told(await entries(alice), "title", "state", "is_running_on") == [("bar", "done", True)]
    assert await progress(alice, TODAY) == (1, 1)
    assert await progress(alice, TOMORROW) == (0, 0)
    later = await alice.put(f"{address(late)}/ticks/2026-03-26")
    assert later.json()["errors"][0]["code"] == "date_in_future"


async def test_days_of_a_range_count_the_tasks_of_the_timetable(
    alice: AsyncClient, database: Database
) -> None:
    routine = await create_routine(alice, rotation_weeks=2)
    for number in range(3):
        session = await create_session(
            alice, routine, f"task {number}", weekday="mon", week=None, kind="task"
        )
    await create_session(alice, routine, "other weeks", weekday="mon", week=2, kind="task")
    await create_session(alice, routine, "class", weekday="mon")
    await change(alice, "PUT", f"{address(session)}/ticks/2026-03-09")
    await change(alice, "PUT", f"{address(session)}/cancellations/2026-03-16", {})
    with counted_statements(database) as seen:
        days = (await alice.get("/days?from=2026-03-01&to=2026-03-31")).json()["data"]
    assert {day["date"]: (day["done"], day["total"]) for day in days if day["total"]} == {
        "2026-03-02": (0, 3),
        "2026-03-09": (1, 4),
        "2026-03-16": (0, 2),
    }
    assert len([sql for sql in seen if "timetable_sessions" in sql]) <= 2
    assert len(seen) <= 14


async def test_a_theme_shows_its_own_sessions(alice: AsyncClient) -> None:
    theme = await create_theme(alice, "School")
    routine = await create_routine(alice)
    await create_session(alice, routine, "hers", weekday="wed", theme_id=theme["id"])
    await create_session(alice, routine, "nobody's", weekday="wed")
    assert told(await entries(alice, f"theme_id={theme['id']}"), "title") == ["hers"]
    assert told(await entries(alice, "theme_id=none"), "title") == ["nobody's"]


async def test_deleted_sessions_and_routines_are_on_no_day(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    routine, gone = await create_routine(alice), await create_routine(alice, "gone")
    session = await create_session(alice, routine, weekday="wed")
    await create_session(alice, gone, weekday="wed")
    await create_session(alice, routine, "stays", weekday="wed")
    await alice.delete(address(session))
    await alice.delete(f"/routines/{gone['id']}")
    assert told(await entries(alice), "title") == ["stays"]
    assert await entries(bob) == []


@pytest.mark.parametrize("day", [TODAY, YESTERDAY])
async def test_sessions_cost_one_statement_however_many(
    alice: AsyncClient, database: Database, day: str
) -> None:
    with counted_statements(database) as before:
        await alice.get(f"/today?date={day}")
    holidays = [{"first_on": "2026-05-01", "last_on": "2026-05-02"}] * 3
    for number in range(3):
        routine = await create_routine(alice, f"routine {number}", holidays=holidays)
        for weekday in ("tue", "wed"):
            session = await create_session(alice, routine, weekday=weekday, kind="task")
    await change(alice, "PUT", f"{address(session)}/ticks/{TODAY}")
    with counted_statements(database) as after:
        shown = (await alice.get(f"/today?date={day}")).json()["entries"]
    assert len(shown) == 3
    assert len(after) == len(before)
    assert len([sql for sql in after if "timetable_sessions" in sql]) == 1
