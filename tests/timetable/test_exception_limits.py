"""How many dates a person may have cancelled and moved, however they come by them."""

import json
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx2 import AsyncClient, Response
from sqlalchemy import select

from almanac.core.db import Database
from almanac.timetable.domain.checks import MAX_EXCEPTIONS, MAX_EXCEPTIONS_OF_ALL
from almanac.timetable.models import Session
from tests.calendars.files import calendar, event
from tests.portability.test_everything_again import export
from tests.portability.uploads import upload
from tests.timetable.days import address, change, create_routine, create_session, read

NEXT, LAST = "2026-03-19", "2026-03-26"
FULL = MAX_EXCEPTIONS_OF_ALL // MAX_EXCEPTIONS
"""So many sessions with as many exceptions as one can have have all there can be."""


def cancelled(count: int) -> list[dict[str, Any]]:
    days = (date(2030, 1, 3) + timedelta(weeks=week) for week in range(count))
    return [
        {"scope": "date", "first_on": f"{day}", "last_on": f"{day}", "reason": ""} for day in days
    ]


async def give(database: Database, lesson: dict[str, Any], count: int) -> None:
    """Let a session have so many cancelled dates."""
    async with database.writers.begin() as session:
        found = select(Session).where(Session.id == UUID(lesson["id"]))
        (await session.scalars(found)).one().cancellations = cancelled(count)


@pytest.fixture
async def lessons(alice: AsyncClient, database: Database) -> list[dict[str, Any]]:
    """Two sessions of alice: one with all exceptions but one that she can have, one with none.

    Most of them are of many sessions, so that none has more than it can.
    """
    routine = await create_routine(alice)
    made = [await create_session(alice, routine, f"Crowd {n}") for n in range(FULL)]
    for each in made:
        await give(database, each, MAX_EXCEPTIONS)
    await give(database, made[0], MAX_EXCEPTIONS - 1)
    return [made[0], await create_session(alice, routine, "Biology")]


def told(answer: Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def test_dates_of_all_sessions_together_are_bounded(
    alice: AsyncClient, bob: AsyncClient, lessons: list[dict[str, Any]]
) -> None:
    url = address(lessons[1])
    await change(alice, "PUT", f"{url}/cancellations/{NEXT}", {"reason": "ill"})
    refused = [
        await alice.put(f"{url}/cancellations/{LAST}"),
        await alice.put(f"{url}/cancellation"),
        await alice.put(f"{url}/moves/{LAST}", json={"on": LAST, "starts": "11:00"}),
    ]
    assert {told(answer) for answer in refused} == {(422, "too_many_exceptions")}
    assert str(MAX_EXCEPTIONS_OF_ALL) in refused[0].json()["title"]
    # What is there can be changed and taken back, and then there is room again.
    await change(alice, "PUT", f"{url}/cancellations/{NEXT}", {"reason": "trip"})
    await change(alice, "PATCH", url, {"weekday": "fri"})
    await change(alice, "DELETE", f"{url}/cancellations/2026-03-20")
    await change(alice, "PUT", f"{url}/cancellations/2026-03-27")
    his = await create_session(bob, await create_routine(bob))
    await change(bob, "PUT", f"{address(his)}/cancellations/{NEXT}")


async def test_what_is_restored_brings_its_dates_back_only_where_there_is_room(
    alice: AsyncClient, lessons: list[dict[str, Any]]
) -> None:
    full, other = lessons
    await alice.delete(address(full))
    for day in (NEXT, LAST):
        await change(alice, "PUT", f"{address(other)}/cancellations/{day}")
    bulk = {"ids": [full["id"]], "action": "restore"}
    sessions = f"/routines/{full['routine_id']}/sessions"
    assert told(await alice.post(f"{address(full)}/restore")) == (422, "too_many_exceptions")
    assert told(await alice.post(f"{sessions}/bulk", json=bulk)) == (422, "too_many_exceptions")
    assert len((await read(alice, f"/routines/{full['routine_id']}"))["sessions"]) == FULL
    await change(alice, "DELETE", f"{address(other)}/cancellations/{NEXT}")
    await change(alice, "POST", f"{address(full)}/restore")


async def test_a_restored_routine_brings_its_dates_back_only_where_there_is_room(
    alice: AsyncClient, lessons: list[dict[str, Any]]
) -> None:
    url = f"/routines/{lessons[0]['routine_id']}"
    await alice.delete(url)
    extra = await create_session(alice, await create_routine(alice, "Extra"))
    for day in (NEXT, LAST):
        await change(alice, "PUT", f"{address(extra)}/cancellations/{day}")
    assert told(await alice.post(f"{url}/restore")) == (422, "too_many_exceptions")
    assert (await alice.get(url)).status_code == 404
    await change(alice, "DELETE", f"{address(extra)}/cancellations/{LAST}")
    await change(alice, "POST", f"{url}/restore")


async def test_copies_of_cancelled_series_are_counted(
    alice: AsyncClient, lessons: list[dict[str, Any]]
) -> None:
    routine = await create_routine(alice, "Short")
    session = await create_session(alice, routine)
    await change(alice, "PUT", f"{address(session)}/cancellation")
    days = {"from": {"weekday": "thu"}, "to": {"weekday": "fri"}}
    refused = [
        await alice.post(f"/routines/{routine['id']}/duplicate", json={}),
        await alice.post(f"/routines/{routine['id']}/copy-day", json=days),
    ]
    assert {told(answer) for answer in refused} == {(422, "too_many_exceptions")}
    assert len((await read(alice, f"/routines/{routine['id']}"))["sessions"]) == 1
    await change(alice, "DELETE", f"{address(session)}/cancellation")
    await change(alice, "POST", f"/routines/{routine['id']}/copy-day", days)


@pytest.mark.parametrize("dry_run", [True, False])
async def test_dates_of_a_calendar_are_counted(
    alice: AsyncClient, lessons: list[dict[str, Any]], *, dry_run: bool
) -> None:
    weekly = event("Logic", ":20260323T141500Z", "RRULE:FREQ=WEEKLY", uid="a")
    for excluded, status in (
        ("EXDATE:20260330T141500Z,20260406T141500Z", 422),
        ("EXDATE:20260330T141500Z", 200 if dry_run else 201),
    ):
        data = calendar(f"{weekly}\n{excluded}")
        answer = await upload(alice, data, to="ics", dry_run=dry_run)
        assert answer.status_code == status, answer.text
        if status == 422:
            assert answer.json()["code"] == "too_many_exceptions"
            assert (await read(alice, "/routines"))["count"] == 1


async def test_dates_of_a_document_are_counted_also_of_what_it_restores(
    alice: AsyncClient, bob: AsyncClient, lessons: list[dict[str, Any]]
) -> None:
    document = await export(alice)
    data = json.dumps(document).encode()
    his = await create_session(bob, await create_routine(bob))
    for day in (NEXT, LAST):
        await change(bob, "PUT", f"{address(his)}/cancellations/{day}")
    assert told(await upload(bob, data, to="almanac")) == (422, "too_many_exceptions")
    assert (await read(bob, "/routines"))["count"] == 1
    await alice.delete(f"/routines/{lessons[0]['routine_id']}")
    hers = await create_session(alice, await create_routine(alice, "Extra"))
    for day in (NEXT, LAST):
        await change(alice, "PUT", f"{address(hers)}/cancellations/{day}")
    assert told(await upload(alice, data, to="almanac")) == (422, "too_many_exceptions")
    for client, session in ((alice, hers), (bob, his)):
        await change(client, "DELETE", f"{address(session)}/cancellations/{NEXT}")
        assert (await upload(client, data, to="almanac")).status_code == 201
