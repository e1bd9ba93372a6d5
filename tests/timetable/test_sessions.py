"""Sessions through the API: made, changed, deleted, and what they meet."""

from typing import Any
from uuid import uuid4

import pytest
from httpx2 import AsyncClient

from tests.conftest import MovableClock
from tests.timetable.days import address, change, create_routine, create_session, read


def codes(session: dict[str, Any]) -> list[str]:
    return [warning["code"] for warning in session["warnings"]]


async def test_a_session_is_answered_whole(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    session = await create_session(
        alice, routine, location="Lab 2", note="Bring a coat\nand gloves", color="#5D6B2F"
    )
    assert session == {
        "id": session["id"],
        "routine_id": routine["id"],
        "kind": "class",
        "weekday": "thu",
        "week": None,
        "starts": "09:00",
        "minutes": 60,
        "ends": "10:00",
        "subject": "Biology",
        "location": "Lab 2",
        "note": "Bring a coat\nand gloves",
        "color": "#5D6B2F",
        "theme_id": None,
        "is_cancelled": False,
        "reason": "",
        "cancellations": [],
        "moves": [],
        "warnings": [],
        "updated_at": "2026-03-18T12:00:00Z",
    }
    assert (await read(alice, f"/routines/{routine['id']}"))["sessions"] == [session]


async def test_without_a_length_it_is_as_long_as_the_routines_sessions(alice: AsyncClient) -> None:
    routine = await create_routine(alice, session_minutes=45)
    session = await create_session(alice, routine, minutes=None)
    assert (session["minutes"], session["ends"]) == (45, "09:45")


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"starts": "24:30"}, "/body/starts"),
    ({"starts": "9:5"}, "/body/starts"),
    ({"starts": None}, "/body/starts"),
    ({"minutes": 0}, "/body/minutes"),
    ({"minutes": 1441}, "/body/minutes"),
    ({"weekday": "thursday"}, "/body/weekday"),
    ({"weekday": None}, "/body/weekday"),
    ({"week": 0}, "/body/week"),
    ({"week": 7}, "/body/week"),
    ({"kind": "exam"}, "/body/kind"),
    ({"subject": ""}, "/body/subject"),
    ({"subject": "x" * 121}, "/body/subject"),
    ({"subject": "a\u0000b"}, "/body/subject"),
    ({"subject": "two\nlines"}, "/body/subject"),
    ({"location": "a\u001bb"}, "/body/location"),
    ({"note": "x" * 2001}, "/body/note"),
    ({"color": "red"}, "/body/color"),
    ({"theme_id": str(uuid4())}, "/body/theme_id"),
    ({"cancellations": []}, "/body/cancellations"),
    ({"routine_id": str(uuid4())}, "/body/routine_id"),
]


@pytest.mark.parametrize(("fields", "pointer"), REFUSED)
async def test_what_cannot_be_is_refused_with_its_field(
    alice: AsyncClient, fields: dict[str, Any], pointer: str
) -> None:
    routine = await create_routine(alice)
    session = await create_session(alice, routine)
    whole = {"subject": "Art", "weekday": "mon", "starts": "09:00", **fields}
    answers = [
        await alice.post(f"/routines/{routine['id']}/sessions", json=whole),
        await alice.put(address(session), json=whole),
        await alice.put(f"/routines/{routine['id']}/sessions/{uuid4()}", json=whole),
        await alice.patch(address(session), json=fields),
    ]
    for answer in answers:
        assert answer.status_code == 422
        assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    assert (await read(alice, f"/routines/{routine['id']}"))["sessions"] == [session]


async def test_a_wrong_time_is_told_in_words(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    body = {"subject": "Art", "weekday": "mon", "starts": "9:5"}
    response = await alice.post(f"/routines/{routine['id']}/sessions", json=body)
    assert response.json()["detail"] == "Write a time as HH:MM, from 00:00 to 23:59"


async def test_a_title_of_markup_is_a_title(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    subject = "<img src=x onerror=alert(1)> **bold** &amp;"
    assert (await create_session(alice, routine, subject))["subject"] == subject


async def test_only_the_given_fields_change(alice: AsyncClient, clock: MovableClock) -> None:
    routine = await create_routine(alice, rotation_weeks=2)
    session = await create_session(alice, routine, week=2, color="#000000")
    clock.now = clock.now.replace(hour=13)
    later = "2026-03-18T13:00:00Z"
    changed = await change(alice, "PATCH", address(session), {"week": None, "note": "x"})
    assert changed == {**session, "week": None, "note": "x", "updated_at": later}
    clock.now = clock.now.replace(hour=14)
    assert await change(alice, "PATCH", address(session), {"note": "x"}) == changed


async def test_a_session_written_twice_is_written_once(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    url = f"/routines/{routine['id']}/sessions/{uuid4()}"
    body = {"subject": "Art", "weekday": "mon", "starts": "09:00"}
    first = await alice.put(url, json=body)
    await change(alice, "PUT", f"{url}/cancellations/2026-03-09", {})
    again = await alice.put(url, json=body)
    assert (first.status_code, again.status_code) == (201, 200)
    assert len(again.json()["cancellations"]) == 1
    assert len((await read(alice, f"/routines/{routine['id']}"))["sessions"]) == 1


async def test_a_session_belongs_to_one_routine(alice: AsyncClient) -> None:
    routine, other = await create_routine(alice), await create_routine(alice)
    session = await create_session(alice, routine)
    elsewhere = f"/routines/{other['id']}/sessions/{session['id']}"
    body = {"subject": "Art", "weekday": "mon", "starts": "09:00"}
    taken = await alice.put(elsewhere, json=body)
    assert (taken.status_code, taken.json()["code"]) == (409, "session_elsewhere")
    for method, path in (
        ("PATCH", ""),
        ("DELETE", ""),
        ("POST", "/restore"),
        ("PUT", "/cancellation"),
        ("PUT", "/ticks/2026-03-12"),
    ):
        sent: dict[str, Any] | None = {} if method in {"PATCH", "PUT"} else None
        response = await alice.request(method, elsewhere + path, json=sent)
        assert (response.status_code, response.json()["code"]) == (404, "session_not_found")
    assert (await read(alice, f"/routines/{routine['id']}"))["sessions"] == [session]


async def test_ids_of_clients_are_each_persons_own(alice: AsyncClient, bob: AsyncClient) -> None:
    hers, his = await create_routine(alice), await create_routine(bob)
    session = await create_session(alice, hers)
    body = {"subject": "Art", "weekday": "mon", "starts": "09:00"}
    assert (await bob.put(f"/routines/{hers['id']}/sessions/{uuid4()}", json=body)).status_code == (
        404
    )
    own = await bob.put(f"/routines/{his['id']}/sessions/{session['id']}", json=body)
    assert own.status_code == 201
    assert (await read(alice, f"/routines/{hers['id']}"))["sessions"] == [session]


async def test_a_deleted_session_comes_back_with_its_exceptions(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    session = await create_session(alice, routine)
    session = await change(alice, "PUT", f"{address(session)}/cancellations/2026-03-19", {})
    for _ in range(2):
        assert (await alice.delete(address(session))).status_code == 204
    assert (await read(alice, f"/routines/{routine['id']}"))["sessions"] == []
    assert (await alice.patch(address(session), json={})).status_code == 404
    body = {"subject": "Art", "weekday": "mon", "starts": "09:00"}
    gone = await alice.put(address(session), json=body)
    assert (gone.status_code, gone.json()["code"]) == (404, "session_deleted")
    for _ in range(2):
        assert await change(alice, "POST", f"{address(session)}/restore") == session


async def test_several_are_deleted_and_restored_together_or_not_at_all(alice: AsyncClient) -> None:
    routine, other = await create_routine(alice), await create_routine(alice)
    sessions = [await create_session(alice, routine, weekday=day) for day in ("mon", "tue")]
    ids = [session["id"] for session in sessions]
    url = f"/routines/{routine['id']}/sessions/bulk"
    mixed = {"ids": [*ids, str(uuid4())], "action": "delete"}
    assert (await alice.post(url, json=mixed)).status_code == 404
    elsewhere = f"/routines/{other['id']}/sessions/bulk"
    assert (await alice.post(elsewhere, json={"ids": ids, "action": "delete"})).status_code == 404
    assert len((await read(alice, f"/routines/{routine['id']}"))["sessions"]) == 2
    deleted = await change(alice, "POST", url, {"ids": ids, "action": "delete"})
    assert deleted == {"data": []}
    restored = await change(alice, "POST", url, {"ids": ids[::-1], "action": "restore"})
    assert restored == {"data": sessions[::-1]}
    nothing = await alice.post(url, json={"ids": [], "action": "delete"})
    assert nothing.json()["errors"][0]["pointer"] == "/body/ids"


async def test_what_a_session_meets_is_told_and_never_refused(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    late = await create_session(alice, routine, weekday="sat", starts="23:30", minutes=90)
    assert late["ends"] == "01:00"
    assert codes(late) == ["outside_day", "past_midnight", "hidden_day"]
    assert late["warnings"][1] == {
        "code": "past_midnight",
        "starts": "00:00",
        "minutes": 60,
        "break": None,
        "session": None,
        "first_on": None,
    }
    lunch = await create_session(alice, routine, starts="12:30", minutes=75)
    assert lunch["warnings"][0]["break"] == {"starts": "13:00", "minutes": 90}
    assert (lunch["warnings"][0]["starts"], lunch["warnings"][0]["minutes"]) == ("13:00", 45)


async def test_sessions_of_all_routines_meet(alice: AsyncClient) -> None:
    school, work = await create_routine(alice, "School"), await create_routine(alice, "Work")
    first = await create_session(alice, school, location="Hall")
    second = await create_session(alice, work, "Shift", starts="09:30", location=" hall")
    assert codes(second) == ["overlaps", "same_place"]
    assert second["warnings"][0]["first_on"] == "2026-03-05"
    assert second["warnings"][0]["session"] == {
        "id": first["id"],
        "routine_id": school["id"],
        "subject": "Biology",
        "weekday": "thu",
        "week": None,
        "starts": "09:00",
        "minutes": 60,
    }
    shown = (await read(alice, f"/routines/{school['id']}"))["sessions"][0]
    assert codes(shown) == ["overlaps", "same_place"]
    await alice.delete(f"/routines/{work['id']}")
    assert codes((await read(alice, f"/routines/{school['id']}"))["sessions"][0]) == []


async def test_a_week_that_the_rotation_lacks_has_no_date(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    session = await create_session(alice, routine, week=3)
    assert codes(session) == ["no_date"]
    changed = await change(alice, "PATCH", f"/routines/{routine['id']}", {"rotation_weeks": 3})
    assert codes(changed["sessions"][0]) == []
