"""Copies through the API: a routine, and a day onto another."""

from typing import Any
from uuid import uuid4

import pytest
from httpx2 import AsyncClient

from tests.conftest import MovableClock
from tests.factories import create_theme
from tests.timetable.days import address, change, create_routine, create_session, read

HOLIDAY = {"first_on": "2026-04-06", "last_on": "2026-04-11", "name": "Easter"}


def likeness(session: dict[str, Any]) -> dict[str, Any]:
    """A session without what every one has of its own."""
    own = {"id", "routine_id", "warnings"}
    return {name: value for name, value in session.items() if name not in own}


async def test_a_copied_routine_has_its_grid_and_its_sessions(
    alice: AsyncClient, clock: MovableClock
) -> None:
    theme = await create_theme(alice)
    routine = await create_routine(
        alice, hidden_days=["sun"], rotation_weeks=2, breaks=[], holidays=[HOLIDAY]
    )
    session = await create_session(alice, routine, week=2, theme_id=theme["id"], color="#000000")
    off = await create_session(alice, routine, "Dropped", weekday="mon")
    await change(alice, "PUT", f"{address(off)}/cancellation", {"reason": "ill"})
    gone = await create_session(alice, routine, "Gone", weekday="mon")
    await alice.delete(address(gone))
    single = await change(alice, "PUT", f"{address(session)}/cancellations/2026-03-12", {})
    url = f"/routines/{routine['id']}"
    copy = await change(alice, "POST", f"{url}/duplicate", {"name": "Autumn term"})
    original = await read(alice, url)
    same = ("hidden_days", "rotation_weeks", "breaks", "holidays", "valid_from", "starts_on")
    assert [copy[name] for name in same] == [original[name] for name in same]
    assert (copy["name"], copy["position"], copy["share"]) == ("Autumn term", 1, None)
    assert [likeness(each) for each in copy["sessions"]] == [
        likeness(original["sessions"][0]),
        likeness({**single, "cancellations": []}),
    ]
    assert copy["sessions"][0]["reason"] == "ill"


async def test_a_copy_under_an_id_of_the_client_is_made_once(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    await create_session(alice, routine)
    body = {"id": str(uuid4())}
    url = f"/routines/{routine['id']}/duplicate"
    first = await change(alice, "POST", url, body)
    assert await change(alice, "POST", url, body) == first
    assert first["name"] == routine["name"]
    assert (await read(alice, "/routines"))["count"] == 2
    await alice.delete(f"/routines/{body['id']}")
    gone = await alice.post(url, json=body)
    assert (gone.status_code, gone.json()["code"]) == (404, "routine_deleted")


async def test_a_copy_of_what_has_no_first_date_begins_in_the_same_week(
    alice: AsyncClient, clock: MovableClock
) -> None:
    routine = await create_routine(alice, valid_from=None, rotation_weeks=2)
    clock.now = clock.now.replace(day=24)
    copy = await change(alice, "POST", f"/routines/{routine['id']}/duplicate", {})
    assert (copy["starts_on"], copy["this_week"]) == (routine["starts_on"], 2)


async def test_a_day_is_copied_once_onto_another(alice: AsyncClient) -> None:
    theme = await create_theme(alice)
    routine = await create_routine(alice)
    session = await create_session(alice, routine, theme_id=theme["id"])
    await change(alice, "PUT", f"{address(session)}/cancellations/2026-03-12", {})
    url = f"/routines/{routine['id']}"
    body = {"from": {"weekday": "thu"}, "to": {"weekday": "fri"}}
    (copy,) = (await change(alice, "POST", f"{url}/copy-day", body))["data"]
    assert likeness(copy) == likeness({**session, "weekday": "fri"})
    assert await change(alice, "POST", f"{url}/copy-day", body) == {"data": []}
    undo = {"ids": [copy["id"]], "action": "delete"}
    await change(alice, "POST", f"{url}/sessions/bulk", undo)
    assert [each["id"] for each in (await read(alice, url))["sessions"]] == [session["id"]]


async def test_a_day_of_one_week_is_copied_into_another(alice: AsyncClient) -> None:
    routine = await create_routine(alice, rotation_weeks=2)
    await create_session(alice, routine, "Every week")
    await create_session(alice, routine, "Second", week=2, starts="11:00")
    body = {"from": {"weekday": "thu", "week": 1}, "to": {"weekday": "thu", "week": 2}}
    url = f"/routines/{routine['id']}/copy-day"
    assert await change(alice, "POST", url, body) == {"data": []}
    body = {"from": {"weekday": "thu", "week": 2}, "to": {"weekday": "wed", "week": 1}}
    copies = (await change(alice, "POST", url, body))["data"]
    assert sorted((each["subject"], each["week"]) for each in copies) == [
        ("Every week", 1),
        ("Second", 1),
    ]


async def test_a_day_copied_twice_with_one_key_is_copied_once(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    await create_session(alice, routine)
    body = {"from": {"weekday": "thu"}, "to": {"weekday": "fri"}}
    headers = {"Idempotency-Key": "one-copy"}
    answers = [
        await alice.post(f"/routines/{routine['id']}/copy-day", json=body, headers=headers)
        for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert len(answers[1].json()["data"]) == 1


async def test_an_answer_given_again_says_what_a_session_meets(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    body = {"subject": "Late lunch", "weekday": "mon", "starts": "13:00"}
    url, headers = f"/routines/{routine['id']}/sessions", {"Idempotency-Key": "lunch"}
    answers = [await alice.post(url, json=body, headers=headers) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert answers[1].json()["warnings"][0]["break"] == {"starts": "13:00", "minutes": 90}


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"from": {"weekday": "thursday"}}, "/body/from/weekday"),
    ({"from": None}, "/body/from"),
    ({"to": {"weekday": "fri", "week": 7}}, "/body/to/week"),
    ({"to": {"weekday": "fri", "week": 2}}, "/body/to/week"),
    ({"from": {"weekday": "fri", "week": 2}}, "/body/from/week"),
    ({"source": {"weekday": "fri"}}, "/body/source"),
]


@pytest.mark.parametrize(("fields", "pointer"), REFUSED)
async def test_what_cannot_be_copied_is_refused_with_its_field(
    alice: AsyncClient, fields: dict[str, Any], pointer: str
) -> None:
    routine = await create_routine(alice)
    body = {"from": {"weekday": "thu"}, "to": {"weekday": "fri"}, **fields}
    response = await alice.post(f"/routines/{routine['id']}/copy-day", json=body)
    assert response.status_code == 422
    assert [error["pointer"] for error in response.json()["errors"]] == [pointer]
