"""Routines through the API: made, changed, deleted, put in order."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx2 import AsyncClient

from almanac.core.db import Database
from tests.conftest import MovableClock
from tests.statements import counted_statements
from tests.timetable.days import address, change, create_routine, create_session, read

HOLIDAY = {"first_on": "2026-04-06", "last_on": "2026-04-11", "name": "Easter"}


async def test_a_routine_begins_as_a_week_of_lectures(alice: AsyncClient) -> None:
    response = await alice.post("/routines", json={"name": "Spring term"})
    assert response.status_code == 201
    routine = response.json()
    assert UUID(routine["id"]).version == 7
    assert routine["name"] == "Spring term"
    assert (routine["day_starts"], routine["day_ends"]) == ("08:00", "17:00")
    assert routine["hidden_days"] == ["sat", "sun"]
    assert routine["session_minutes"] == 75
    assert routine["breaks"] == [{"starts": "13:00", "minutes": 90}]
    assert (routine["rotation_weeks"], routine["this_week"]) == (1, 1)
    assert (routine["valid_from"], routine["valid_to"]) == (None, None)
    assert routine["starts_on"] == "2026-03-16"
    assert routine["holidays"] == routine["sessions"] == []
    assert routine["share"] is None
    assert await read(alice, f"/routines/{routine['id']}") == routine


async def test_the_day_is_answered_in_slots_without_a_gap(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    assert [(slot["starts"], slot["ends"], slot["kind"]) for slot in routine["slots"]] == [
        ("08:00", "09:15", "slot"),
        ("09:15", "10:30", "slot"),
        ("10:30", "11:45", "slot"),
        ("11:45", "13:00", "slot"),
        ("13:00", "14:30", "break"),
        ("14:30", "15:45", "slot"),
        ("15:45", "17:00", "slot"),
    ]


async def test_a_day_ends_at_midnight_when_it_ends_at_zero(alice: AsyncClient) -> None:
    routine = await create_routine(
        alice, day_starts="00:00", day_ends="00:00", session_minutes=720, breaks=[]
    )
    assert routine["day_ends"] == "00:00"
    assert [slot["ends"] for slot in routine["slots"]] == ["12:00", "00:00"]


async def test_no_break_several_and_those_of_no_length_are_all_right(alice: AsyncClient) -> None:
    breaks = [{"starts": "10:00", "minutes": 0}, {"starts": "12:00", "minutes": 30}]
    for given in ([], breaks):
        routine = await create_routine(alice, breaks=given)
        assert routine["breaks"] == given


async def test_the_rotation_tells_its_present_week(alice: AsyncClient, clock: MovableClock) -> None:
    routine = await create_routine(alice, rotation_weeks=2)
    assert routine["this_week"] == 1
    clock.now = clock.now.replace(day=24)
    assert (await read(alice, f"/routines/{routine['id']}"))["this_week"] == 2


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"name": ""}, "/body/name"),
    ({"name": "x" * 81}, "/body/name"),
    ({"name": "a\u0007b"}, "/body/name"),
    ({"name": None}, "/body/name"),
    ({"day_starts": "24:30"}, "/body/day_starts"),
    ({"day_starts": "9:5"}, "/body/day_starts"),
    ({"day_starts": 540}, "/body/day_starts"),
    ({"day_starts": "17:00"}, "/body/day_ends"),
    ({"day_starts": "18:00", "day_ends": "06:00"}, "/body/day_ends"),
    ({"session_minutes": 0}, "/body/session_minutes"),
    ({"session_minutes": 1441}, "/body/session_minutes"),
    ({"hidden_days": ["monday"]}, "/body/hidden_days/0"),
    (
        {"hidden_days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]},
        "/body/hidden_days",
    ),
    ({"breaks": [{"starts": "25:00", "minutes": 10}]}, "/body/breaks/0/starts"),
    ({"breaks": [{"starts": "12:00", "minutes": 1441}]}, "/body/breaks/0/minutes"),
    ({"breaks": [{"starts": "12:00", "minutes": -1}]}, "/body/breaks/0/minutes"),
    ({"breaks": [{"starts": "12:00", "minutes": 0}] * 25}, "/body/breaks"),
    ({"rotation_weeks": 0}, "/body/rotation_weeks"),
    ({"rotation_weeks": 7}, "/body/rotation_weeks"),
    ({"valid_from": "1899-12-31"}, "/body/valid_from"),
    ({"valid_from": 1}, "/body/valid_from"),
    ({"valid_from": "2026-04-01", "valid_to": "2026-03-31"}, "/body/valid_to"),
    ({"holidays": [HOLIDAY] * 201}, "/body/holidays"),
    ({"holidays": [{**HOLIDAY, "last_on": "2026-04-05"}]}, "/body/holidays/0/last_on"),
    ({"holidays": [{**HOLIDAY, "last_on": "2036-04-07"}]}, "/body/holidays/0/last_on"),
    ({"holidays": [{**HOLIDAY, "name": "a\u202eb"}]}, "/body/holidays/0/name"),
    ({"colour": "red"}, "/body/colour"),
]


@pytest.mark.parametrize(("fields", "pointer"), REFUSED)
async def test_what_cannot_be_is_refused_with_its_field(
    alice: AsyncClient, fields: dict[str, Any], pointer: str
) -> None:
    routine = await create_routine(alice)
    url = f"/routines/{routine['id']}"
    answers = [
        await alice.post("/routines", json={"name": "Term", **fields}),
        await alice.put(url, json={"name": "Term", **fields}),
        await alice.patch(url, json=fields),
    ]
    for answer in answers:
        assert answer.status_code == 422
        assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    assert await read(alice, url) == routine
    assert (await read(alice, "/routines"))["count"] == 1


async def test_a_change_is_checked_together_with_what_stays(alice: AsyncClient) -> None:
    routine = await create_routine(alice, valid_from="2026-03-02", valid_to="2026-07-31")
    response = await alice.patch(f"/routines/{routine['id']}", json={"valid_from": "2026-08-01"})
    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"] == "/body/valid_to"


async def test_only_the_given_fields_change(alice: AsyncClient, clock: MovableClock) -> None:
    routine = await create_routine(alice, holidays=[HOLIDAY])
    session = await create_session(alice, routine)
    clock.now = clock.now.replace(hour=13)
    changed = await change(
        alice, "PATCH", f"/routines/{routine['id']}", {"day_ends": "18:00", "valid_from": None}
    )
    expected = {**routine, "day_ends": "18:00", "valid_from": None, "sessions": [session]}
    for name in ("starts_on", "updated_at", "slots"):
        assert changed[name] != routine[name]
        expected[name] = changed[name]
    assert changed == expected


async def test_a_name_of_markup_is_a_name(alice: AsyncClient) -> None:
    name = "<script>alert(1)</script> & <b>"
    assert (await create_routine(alice, name))["name"] == name


async def test_a_routine_written_twice_is_written_once(alice: AsyncClient) -> None:
    url = f"/routines/{uuid4()}"
    body = {"name": "Work", "rotation_weeks": 2}
    first = await alice.put(url, json=body)
    again = await alice.put(url, json=body)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    shorter = await alice.put(url, json={"name": "Work"})
    assert shorter.json()["rotation_weeks"] == 1
    assert (await read(alice, "/routines"))["count"] == 1


async def test_a_routine_posted_twice_with_one_key_is_made_once(alice: AsyncClient) -> None:
    headers = {"Idempotency-Key": "a-term"}
    answers = [
        await alice.post("/routines", json={"name": "Term"}, headers=headers) for _ in range(2)
    ]
    assert answers[0].json() == answers[1].json()
    assert [answer.status_code for answer in answers] == [201, 201]
    assert (await read(alice, "/routines"))["count"] == 1


async def test_a_deleted_routine_comes_back_as_it_was(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    session = await create_session(alice, routine)
    url = f"/routines/{routine['id']}"
    for _ in range(2):
        assert (await alice.delete(url)).status_code == 204
    assert (await read(alice, "/routines"))["data"] == []
    for method, path in (("GET", url), ("PATCH", url), ("GET", f"{url}/week")):
        body: dict[str, Any] | None = {} if method == "PATCH" else None
        assert (await alice.request(method, path, json=body)).status_code == 404
    gone = await alice.put(url, json={"name": "Back by the back door"})
    assert (gone.status_code, gone.json()["code"]) == (404, "routine_deleted")
    assert (await alice.patch(address(session), json={"subject": "x"})).status_code == 404
    for _ in range(2):
        restored = await change(alice, "POST", f"{url}/restore")
        assert restored["sessions"] == [session]


async def test_the_list_is_in_the_order_wanted(alice: AsyncClient, database: Database) -> None:
    routines = [await create_routine(alice, name) for name in ("a", "b", "c")]
    await create_session(alice, routines[0])
    gone = await create_session(alice, routines[0])
    await alice.delete(address(gone))
    order = {"ids": [routines[2]["id"], routines[0]["id"]]}
    assert (await alice.put("/routines/order", json=order)).status_code == 204
    with counted_statements(database) as seen:
        found = await read(alice, "/routines")
    assert len(seen) == 3
    assert [each["name"] for each in found["data"]] == ["c", "b", "a"]
    assert [each["sessions_count"] for each in found["data"]] == [0, 0, 1]
    assert found["data"][0] == {
        "id": routines[2]["id"],
        "name": "c",
        "day_starts": "08:00",
        "day_ends": "17:00",
        "rotation_weeks": 1,
        "valid_from": "2026-03-02",
        "valid_to": None,
        "sessions_count": 0,
        "position": 0,
        "is_shared": False,
    }
    page = await read(alice, "/routines", limit=2)
    assert [each["name"] for each in page["data"]] == ["c", "b"]
    rest = await read(alice, "/routines", cursor=page["next_cursor"])
    assert [each["name"] for each in rest["data"]] == ["a"]


async def test_an_order_with_a_stranger_in_it_changes_nothing(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    routines = [await create_routine(alice, name) for name in ("a", "b")]
    other = await create_routine(bob)
    order = {"ids": [routines[1]["id"], other["id"], routines[0]["id"]]}
    assert (await alice.put("/routines/order", json=order)).status_code == 404
    assert [each["name"] for each in (await read(alice, "/routines"))["data"]] == ["a", "b"]
