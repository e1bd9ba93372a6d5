"""How many routines and sessions there may be, and that as many are still answered."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx2 import AsyncClient
from sqlalchemy import select

from almanac.core.bulk_insert import insert_rows
from almanac.core.db import Database
from almanac.core.ids import new_id
from almanac.schedules.rules import Weekday
from almanac.timetable.domain.meetings import MAX_MET
from almanac.timetable.domain.model import SessionKind
from almanac.timetable.models import Routine, Session
from almanac.timetable.schemas.session import MAX_SESSIONS
from almanac.timetable.service.lookup import (
    MAX_KEPT_ROUTINES,
    MAX_KEPT_SESSIONS,
    MAX_ROUTINES,
    MAX_SESSIONS_OF_ALL,
)
from tests.conftest import NOON
from tests.statements import counted_statements
from tests.timetable.days import address, change, create_routine, create_session, read

BODY = {"subject": "one more", "weekday": "mon", "starts": "09:00"}
Fill = Callable[..., Awaitable[None]]


@pytest.fixture
async def fill(alice: AsyncClient, database: Database) -> Fill:
    """Gives a routine of alice sessions, all of them at one time."""
    user_id = UUID((await alice.get("/users/me")).json()["id"])

    async def insert(routine: dict[str, Any], count: int, *, is_deleted: bool = False) -> None:
        row = {
            "user_id": user_id,
            "routine_id": UUID(routine["id"]),
            "kind": SessionKind.CLASS,
            "weekday": Weekday.MON,
            "starts": 540,
            "minutes": 60,
            "subject": "Crowd",
            "location": "Hall",
            "note": "",
            "cancellations": [],
            "moves": [],
            "sequence": 0,
            "created_at": NOON,
            "updated_at": NOON,
            "deleted_at": NOON if is_deleted else None,
        }
        async with database.writers.begin() as session:
            await insert_rows(session, Session, [{**row, "id": new_id()} for _ in range(count)])

    return insert


def told(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def test_a_routine_has_room_for_so_many_sessions_and_no_more(
    alice: AsyncClient, fill: Fill
) -> None:
    routine = await create_routine(alice)
    await fill(routine, MAX_SESSIONS - 1)
    last = await create_session(alice, routine)
    url = f"/routines/{routine['id']}"
    copy = {"from": {"weekday": "thu"}, "to": {"weekday": "fri"}}
    refused = [
        await alice.post(f"{url}/sessions", json=BODY),
        await alice.put(f"{url}/sessions/{uuid4()}", json=BODY),
        await alice.post(f"{url}/copy-day", json=copy),
    ]
    await alice.delete(address(last))
    await create_session(alice, routine)
    back = {"ids": [last["id"]], "action": "restore"}
    refused += [
        await alice.post(f"{address(last)}/restore"),
        await alice.post(f"{url}/sessions/bulk", json=back),
    ]
    assert {told(answer) for answer in refused} == {(422, "too_many_sessions")}
    assert len((await read(alice, url))["sessions"]) == MAX_SESSIONS


async def test_a_person_has_room_for_so_many_sessions_and_no_more(
    alice: AsyncClient, fill: Fill
) -> None:
    routines = [
        await create_routine(alice, str(number))
        for number in range(MAX_SESSIONS_OF_ALL // MAX_SESSIONS)
    ]
    for routine in routines:
        await fill(routine, MAX_SESSIONS)
    extra = await create_routine(alice)
    first = f"/routines/{routines[0]['id']}"
    refused = [
        await alice.post(f"/routines/{extra['id']}/sessions", json=BODY),
        await alice.post(f"{first}/duplicate", json={}),
    ]
    await alice.delete(first)
    await create_session(alice, extra)
    refused.append(await alice.post(f"{first}/restore"))
    assert {told(answer) for answer in refused} == {(422, "too_many_sessions")}
    await alice.delete(f"/routines/{extra['id']}")
    assert (await alice.post(f"{first}/restore")).status_code == 200


async def test_a_heap_of_sessions_is_answered_in_few_statements_and_words(
    alice: AsyncClient, fill: Fill, database: Database
) -> None:
    routine, other = await create_routine(alice), await create_routine(alice)
    await fill(routine, MAX_SESSIONS)
    await fill(other, MAX_SESSIONS)
    with counted_statements(database) as seen:
        whole = await read(alice, f"/routines/{routine['id']}")
    assert len(seen) == 3
    # Each is told of twice: they overlap, at the same place.
    assert {len(each["warnings"]) for each in whole["sessions"]} == {2 * MAX_MET}
    with counted_statements(database) as seen:
        week = await read(alice, f"/routines/{routine['id']}/week")
    assert len(seen) == 3
    assert {len(each["warnings"]) for each in week["occurrences"]} == {2 * MAX_MET}
    ids = [each["id"] for each in whole["sessions"]]
    with counted_statements(database) as seen:
        bulk = {"ids": ids, "action": "delete"}
        await change(alice, "POST", f"/routines/{routine['id']}/sessions/bulk", bulk)
    assert len(seen) <= 6


async def test_there_is_room_for_so_many_routines_and_no_more(alice: AsyncClient) -> None:
    routines = [await create_routine(alice, str(number)) for number in range(MAX_ROUTINES)]
    url = f"/routines/{routines[0]['id']}"
    refused = [
        await alice.post("/routines", json={"name": "one more"}),
        await alice.put(f"/routines/{uuid4()}", json={"name": "one more"}),
        await alice.post(f"{url}/duplicate", json={}),
    ]
    await alice.delete(url)
    await create_routine(alice)
    refused.append(await alice.post(f"{url}/restore"))
    assert {told(answer) for answer in refused} == {(422, "too_many_routines")}


async def test_what_was_deleted_is_kept_within_bounds(alice: AsyncClient, fill: Fill) -> None:
    routine = await create_routine(alice)
    session = await create_session(alice, routine)
    await alice.delete(address(session))
    await fill(routine, MAX_KEPT_SESSIONS - 1, is_deleted=True)
    answer = await alice.post(f"/routines/{routine['id']}/sessions", json=BODY)
    assert told(answer) == (422, "too_many_deleted")
    assert (await alice.post(f"{address(session)}/restore")).status_code == 200


async def test_deleted_routines_are_kept_within_bounds(
    alice: AsyncClient, database: Database
) -> None:
    kept = await create_routine(alice)
    await alice.delete(f"/routines/{kept['id']}")
    async with database.writers.begin() as session:
        row = (await session.scalars(select(Routine))).one()
        same = {each.key: getattr(row, each.key) for each in Routine.__mapper__.column_attrs}
        more = [{**same, "id": new_id()} for _ in range(MAX_KEPT_ROUTINES - 1)]
        await insert_rows(session, Routine, more)
    answer = await alice.post("/routines", json={"name": "one more"})
    assert told(answer) == (422, "too_many_deleted")
    assert (await alice.post(f"/routines/{kept['id']}/restore")).status_code == 200
