"""Timetables of other programs come in: shown first, added once, taken back as a whole."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest
from httpx2 import AsyncClient

from tests.calendars.files import calendar, event, sample
from tests.portability.timetables import bring, look, routines_of, send, told, weekly

SAMPLES = ("google", "outlook", "apple", "campus")


async def new_routine(client: AsyncClient, name: str = "Mine", **more: Any) -> dict[str, Any]:
    response = await client.post("/routines", json={"name": name, **more})
    assert response.status_code == 201, response.text
    routine: dict[str, Any] = response.json()
    return routine


async def new_session(client: AsyncClient, routine: dict[str, Any], **more: Any) -> dict[str, Any]:
    values = {"weekday": "mon", "starts": "10:00", "minutes": 60, "subject": "Sport", **more}
    response = await client.post(f"/routines/{routine['id']}/sessions", json=values)
    assert response.status_code == 201, response.text
    session: dict[str, Any] = response.json()
    return session


@pytest.mark.parametrize("name", SAMPLES)
async def test_what_is_shown_is_what_comes(alice: AsyncClient, name: str) -> None:
    data = sample(name)
    shown = await look(alice, data)
    assert (shown["id"], await routines_of(alice)) == (None, [])
    done = await bring(alice, data)
    (routine,) = await routines_of(alice)
    assert routine["id"] == done["routine"]["id"]
    for result in (shown, done):
        for session in result["by_session"]:
            session.pop("session_id")
        for key in ("id", "dry_run"):
            result.pop(key)
        result["routine"].pop("id")
    assert shown == done
    added = [each for each in done["by_session"] if each["outcome"] == "added"]
    assert sorted(told(routine["sessions"])) == sorted(told(added))
    exceptions = [(each["cancellations"], each["moves"]) for each in added]
    for session in routine["sessions"]:
        assert (session["cancellations"], session["moves"]) in exceptions


async def test_a_new_routine_has_the_calendars_name_and_days(alice: AsyncClient) -> None:
    result = await bring(alice, sample("google"))
    assert result["routines"]["added"] == 1
    assert result["sessions"] == {
        "added": 2,
        "present": 0,
        "left_out": {"all_day": 1, "single_date": 1},
    }
    (routine,) = await routines_of(alice)
    assert (routine["name"], routine["valid_from"], routine["valid_to"]) == (
        "Autumn term",
        "2026-10-05",
        "2027-02-10",
    )
    assert (routine["breaks"], routine["session_minutes"]) == ([], 90)
    left = [each for each in result["by_session"] if each["outcome"] == "left_out"]
    assert [(each["line"], each["uid"], each["reason"]) for each in left] == [
        (65, "9a8bholidays@google.com", "all_day"),
        (72, "77dentist@google.com", "single_date"),
    ]


async def test_options_name_the_routine_and_take_whole_days_as_holidays(
    alice: AsyncClient,
) -> None:
    result = await bring(
        alice, sample("google"), routine_name="My term", with_holidays="true", with_past="true"
    )
    assert (result["routine"]["name"], result["routine"]["holidays"]) == ("My term", 1)
    (routine,) = await routines_of(alice)
    assert routine["holidays"] == [
        {"first_on": "2026-12-24", "last_on": "2027-01-06", "name": "Christmas holidays"}
    ]


@pytest.mark.parametrize(
    ("file_name", "name"),
    [
        ("Wintersemester.ics", "Wintersemester"),
        ("../../a b.ics", "a b"),
        ("\u202e", "Timetable"),
    ],
)
async def test_a_calendar_without_a_name_has_its_files(
    alice: AsyncClient, file_name: str, name: str
) -> None:
    data = calendar(event("A", ":20260323T101500", "RRULE:FREQ=WEEKLY"))
    response = await send(alice, data, name=file_name, dry_run=True)
    assert response.json()["routine"]["name"] == name


async def test_the_same_file_adds_nothing_the_second_time(alice: AsyncClient) -> None:
    await bring(alice, sample("campus"))
    again = await send(alice, sample("campus"))
    assert (again.status_code, again.json()["id"]) == (200, None)
    assert again.json()["sessions"] == {"added": 0, "present": 2, "left_out": {}}
    assert len(await routines_of(alice)) == 1
    assert (await alice.get("/imports")).json()["count"] == 1


async def test_a_session_that_was_changed_here_is_known_by_its_events_name(
    alice: AsyncClient,
) -> None:
    result = await bring(alice, weekly("Algebra"))
    routine = result["routine"]["id"]
    session = result["by_session"][0]["session_id"]
    path = f"/routines/{routine}/sessions/{session}"
    changed = await alice.patch(path, json={"subject": "Algebra for me", "starts": "10:30"})
    assert changed.status_code == 200
    again = await look(alice, weekly("Algebra", "Logic"), routine_id=routine)
    assert [(each["outcome"], each["subject"]) for each in again["by_session"]] == [
        ("added", "Logic"),
        ("present", "Algebra"),
    ]
    assert again["by_session"][1]["session_id"] == session


async def test_into_a_routine_that_is_there_with_what_it_meets(alice: AsyncClient) -> None:
    routine = await new_routine(alice, breaks=[{"starts": "11:00", "minutes": 30}])
    sport = await new_session(alice, routine)
    same = await new_session(alice, routine, weekday="tue", starts="10:15", minutes=90)
    data = weekly("Algebra", "Sport")
    shown = await look(alice, data, routine_id=routine["id"])
    assert shown["routine"]["is_new"] is False
    algebra, present = shown["by_session"]
    assert [(each["code"], (each["session"] or {}).get("id")) for each in algebra["warnings"]] == [
        ("in_break", None),
        ("overlaps", sport["id"]),
    ]
    assert (present["outcome"], present["session_id"]) == ("present", same["id"])
    await bring(alice, data, routine_id=routine["id"])
    (after,) = await routines_of(alice)
    assert sorted(told(after["sessions"])) == [
        "mon 10:00+60 Sport",
        "mon 10:15+90 Algebra",
        "tue 10:15+90 Sport",
    ]
    # The eight dates of the file are in force; before and after it is cancelled.
    (algebra,) = (each for each in after["sessions"] if each["subject"] == "Algebra")
    assert [(c["scope"], c["first_on"], c["last_on"]) for c in algebra["cancellations"]] == [
        ("range", "2026-03-16", "2026-03-22"),
        ("range", "2026-05-12", "2036-05-10"),
    ]


async def test_an_import_is_taken_back_in_one_request(alice: AsyncClient) -> None:
    routine = await new_routine(alice)
    await new_session(alice, routine)
    into = await bring(alice, weekly("Algebra"), routine_id=routine["id"])
    made = await bring(alice, weekly("Logic", "Rhetoric"))
    for result, removed in ((made, (1, 2)), (into, (0, 1))):
        for _ in range(2):
            undone = (await alice.post(f"/imports/{result['id']}/undo")).json()
            assert (undone["routines_removed"], undone["sessions_removed"]) == removed
    (left,) = await routines_of(alice)
    assert told(left["sessions"]) == ["mon 10:00+60 Sport"]
    restored = await alice.post(f"/routines/{made['routine']['id']}/restore")
    assert told(restored.json()["sessions"]) == ["mon 10:15+90 Logic", "tue 10:15+90 Rhetoric"]


async def test_after_an_undo_the_file_can_come_again(alice: AsyncClient) -> None:
    first = await bring(alice, weekly("Logic"))
    await alice.post(f"/imports/{first['id']}/undo")
    again = await bring(alice, weekly("Logic"))
    assert again["sessions"]["added"] == 1
    assert [each["name"] for each in await routines_of(alice)] == ["Summer"]


async def test_two_uploads_of_one_file_at_once_add_it_once(alice: AsyncClient) -> None:
    answers = await asyncio.gather(*(send(alice, weekly("A", "B")) for _ in range(5)))
    assert sorted(each.status_code for each in answers) == [200, 200, 200, 200, 201]
    (routine,) = await routines_of(alice)
    assert told(routine["sessions"]) == ["mon 10:15+90 A", "tue 10:15+90 B"]


async def test_nobody_brings_a_file_into_the_routine_of_another_person(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    routine = await new_routine(alice)
    for routine_id in (routine["id"], str(uuid4())):
        for dry_run in (True, False):
            response = await send(bob, weekly("A"), routine_id=routine_id, dry_run=dry_run)
            assert (response.status_code, response.json()["code"]) == (404, "routine_not_found")
    assert await routines_of(bob) == []
    # Nor is what alice has there already for bob.
    await bring(alice, weekly("A"), routine_id=routine["id"])
    assert (await look(bob, weekly("A")))["sessions"]["present"] == 0


async def test_a_full_account_takes_no_more(alice: AsyncClient) -> None:
    for number in range(50):
        await new_routine(alice, f"R{number}")
    for dry_run in (True, False):
        response = await send(alice, weekly("A"), dry_run=dry_run)
        assert (response.status_code, response.json()["code"]) == (422, "too_many_routines")
    assert (await alice.get("/imports")).json()["count"] == 0


async def test_a_zone_that_is_unknown_and_a_file_that_is_cut_off_are_told(
    alice: AsyncClient,
) -> None:
    data = calendar(event("A", ";TZID=Nowhere:20260323T101500", "RRULE:FREQ=WEEKLY"))
    shown = await look(alice, data.removesuffix(b"END:VCALENDAR\r\n"))
    assert [(each["code"], each["habit"]) for each in shown["warnings"]] == [
        ("unknown_zone", None),
        ("cut_off", None),
    ]
    assert "Nowhere" in shown["warnings"][0]["detail"]


async def test_times_are_those_of_the_persons_zone(alice: AsyncClient) -> None:
    await alice.patch("/users/me", json={"timezone": "America/New_York"})
    data = calendar(event("A", ":20260323T141500Z", "RRULE:FREQ=WEEKLY"))
    assert told((await look(alice, data))["by_session"]) == ["mon 10:15+90 A"]
