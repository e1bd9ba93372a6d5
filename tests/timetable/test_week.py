"""The document of a week on real dates."""

from typing import Any

from httpx2 import AsyncClient

from almanac.core.db import Database
from tests.statements import counted_statements
from tests.timetable.days import address, change, create_routine, create_session, read


async def week_of(client: AsyncClient, routine: dict[str, Any], **query: Any) -> dict[str, Any]:
    return await read(client, f"/routines/{routine['id']}/week", **query)


async def test_the_week_of_today_is_answered_whole(alice: AsyncClient) -> None:
    routine = await create_routine(alice, rotation_weeks=2)
    session = await create_session(alice, routine, week=1, location="Lab", note="Coat")
    await create_session(alice, routine, "Not this week", week=2)
    week = await week_of(alice, routine)
    assert (week["first_on"], week["last_on"]) == ("2026-03-16", "2026-03-22")
    assert (week["today"], week["week"]) == ("2026-03-18", 1)
    assert week["hours"] == {"starts": 480, "ends": 1020}
    assert week["slots"] == routine["slots"]
    assert week["days"][2] == {
        "date": "2026-03-18",
        "weekday": "wed",
        "is_hidden": False,
        "is_today": True,
        "in_force": True,
        "holiday": None,
    }
    assert [day["is_hidden"] for day in week["days"]] == [*[False] * 5, True, True]
    assert week["occurrences"] == [
        {
            "session_id": session["id"],
            "kind": "class",
            "subject": "Biology",
            "note": "Coat",
            "color": None,
            "theme_id": None,
            "weekday": "thu",
            "planned_on": "2026-03-19",
            "on": "2026-03-19",
            "starts": "09:00",
            "minutes": 60,
            "ends": "10:00",
            "location": "Lab",
            "state": "planned",
            "cancellation": None,
            "moved_to": None,
            "is_done": False,
            "lane": {"index": 0, "count": 1},
            "warnings": [],
        }
    ]
    other = await week_of(alice, routine, date="2026-03-29")
    assert (other["first_on"], other["week"]) == ("2026-03-23", 2)
    assert [each["subject"] for each in other["occurrences"]] == ["Not this week"]


async def test_weeks_begin_as_the_person_has_them(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    await alice.patch("/users/me", json={"week_start": "sun"})
    week = await week_of(alice, routine, date="2026-03-22")
    assert (week["first_on"], week["days"][0]["weekday"]) == ("2026-03-22", "sun")


async def test_outside_of_its_dates_a_routine_has_no_week(alice: AsyncClient) -> None:
    routine = await create_routine(alice, valid_from="2026-03-18", valid_to="2026-03-24")
    await create_session(alice, routine, weekday="tue")
    before = await week_of(alice, routine, date="2026-03-15")
    assert (before["week"], before["occurrences"]) == (None, [])
    begun = await week_of(alice, routine)
    assert [day["in_force"] for day in begun["days"]] == [False, False, *[True] * 5]
    assert begun["occurrences"] == []
    ending = await week_of(alice, routine, date="2026-03-29")
    assert [each["on"] for each in ending["occurrences"]] == ["2026-03-24"]


async def test_what_overlaps_stands_side_by_side_on_each_day(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    await create_session(alice, routine, "a", starts="09:00", minutes=90)
    await create_session(alice, routine, "b", starts="10:00", minutes=30)
    await create_session(alice, routine, "c", starts="10:30", minutes=30)
    await create_session(alice, routine, "d", weekday="fri")
    week = await week_of(alice, routine)
    assert {each["subject"]: tuple(each["lane"].values()) for each in week["occurrences"]} == {
        "a": (0, 2),
        "b": (1, 2),
        "c": (0, 1),
        "d": (0, 1),
    }


async def test_hidden_days_and_late_hours_are_seen(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    await create_session(alice, routine, weekday="sat", starts="23:00", minutes=180)
    await create_session(alice, routine, weekday="mon", starts="06:30")
    week = await week_of(alice, routine)
    assert week["hours"] == {"starts": 390, "ends": 1560}
    codes = [[each["code"] for each in one["warnings"]] for one in week["occurrences"]]
    assert codes == [["outside_day"], ["outside_day", "past_midnight", "hidden_day"]]


async def test_a_date_is_warned_of_what_it_meets_as_it_stands(alice: AsyncClient) -> None:
    routine, other = await create_routine(alice), await create_routine(alice)
    lesson = await create_session(alice, routine)
    shift = await create_session(alice, other, "Shift", weekday="wed", starts="23:30", minutes=600)
    week = await week_of(alice, routine)
    (warning,) = week["occurrences"][0]["warnings"]
    assert (warning["code"], warning["session"]["subject"]) == ("overlaps", "Shift")
    assert (warning["starts"], warning["minutes"]) == ("09:00", 30)
    await change(alice, "PUT", f"{address(shift)}/cancellations/2026-03-18", {})
    assert (await week_of(alice, routine))["occurrences"][0]["warnings"] == []
    move = {"on": "2026-03-26", "starts": "12:30"}
    await change(alice, "PUT", f"{address(lesson)}/moves/2026-03-19", move)
    moved = (await week_of(alice, routine, date="2026-03-26"))["occurrences"]
    assert [[each["code"] for each in one["warnings"]] for one in moved] == [
        ["overlaps"],
        ["in_break"],
    ]


async def test_the_night_before_the_week_is_met_as_well(alice: AsyncClient) -> None:
    routine = await create_routine(alice, day_starts="00:00", day_ends="00:00", hidden_days=[])
    await create_session(alice, routine, "Night", weekday="sun", starts="22:00", minutes=480)
    await create_session(alice, routine, "Early", weekday="mon", starts="05:00", minutes=60)
    first = (await week_of(alice, routine))["occurrences"][0]
    assert [each["code"] for each in first["warnings"]] == ["overlaps"]


async def test_the_ends_of_the_calendar_have_weeks(alice: AsyncClient) -> None:
    routine = await create_routine(alice, valid_from="1900-01-01")
    await create_session(alice, routine)
    assert len((await week_of(alice, routine, date="1900-01-01"))["occurrences"]) == 1
    assert len((await week_of(alice, routine, date="2200-12-31"))["occurrences"]) == 1
    for day in ("1899-12-31", "2201-01-01", "18.3.2026"):
        response = await alice.get(f"/routines/{routine['id']}/week", params={"date": day})
        assert response.json()["errors"][0]["pointer"] == "/query/date"


async def test_a_week_costs_the_same_whatever_is_in_it(
    alice: AsyncClient, database: Database
) -> None:
    routine = await create_routine(alice)
    seen = []
    for _ in range(2):
        for number in range(3):
            await create_session(alice, routine, kind="task", starts=f"1{number}:00")
            await create_session(alice, await create_routine(alice))
        with counted_statements(database) as statements:
            await week_of(alice, routine)
        seen.append(len(statements))
    assert seen[0] == seen[1] <= 3
