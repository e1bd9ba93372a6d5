"""Routines as values, for whoever only looks at them."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from httpx2 import AsyncClient

from almanac.core.db import Database
from almanac.schedules.rules import Weekday
from almanac.timetable.service.loading import load_record, load_routine, load_routines
from almanac.timetable.service.lookup import RoutineNotFound
from tests.statements import counted_statements
from tests.timetable.days import address, change, create_routine, create_session

Names = list[tuple[str, list[str]]]


@pytest.fixture
async def alice_id(alice: AsyncClient) -> UUID:
    return UUID((await alice.get("/users/me")).json()["id"])


async def loaded(
    database: Database, user_id: UUID, in_force: tuple[str, str] | None = None
) -> Names:
    """The routines that are found with the subjects of their sessions, in two statements."""
    days = in_force and (date.fromisoformat(in_force[0]), date.fromisoformat(in_force[1]))
    with counted_statements(database) as seen:
        async with database.readers.begin() as session:
            found = await load_routines(
                session, user_id, week_start=Weekday.MON, in_force=days or None
            )
    assert len(seen) == 2
    return [(each.name, [of.subject for of in each.sessions]) for each in found]


async def test_routines_come_in_their_order_without_what_was_deleted(
    alice: AsyncClient, bob: AsyncClient, alice_id: UUID, database: Database
) -> None:
    assert await loaded(database, alice_id) == []
    first, second = await create_routine(alice, "a"), await create_routine(alice, "b")
    gone = await create_routine(alice, "c")
    await create_session(alice, first, "Biology")
    await alice.delete(address(await create_session(alice, first, "Gone")))
    await create_session(alice, gone, "Gone as well")
    await alice.delete(f"/routines/{gone['id']}")
    await create_session(bob, await create_routine(bob), "Bob's")
    await alice.put("/routines/order", json={"ids": [second["id"], first["id"]]})
    assert await loaded(database, alice_id) == [("b", []), ("a", ["Biology"])]


async def test_of_some_days_only_what_is_in_force_or_was_moved_there_comes(
    alice: AsyncClient, alice_id: UUID, database: Database
) -> None:
    winter = await create_routine(alice, "winter", valid_to="2026-03-31")
    summer = await create_routine(alice, "summer", valid_from="2026-04-01")
    await create_session(alice, winter, "Stays")
    moved = await create_session(alice, winter, "Moved")
    await create_session(alice, summer, "Swimming")
    body = {"on": "2026-04-14", "starts": "09:00"}
    await change(alice, "PUT", f"{address(moved)}/moves/2026-03-26", body)
    april = ("2026-04-13", "2026-04-19")
    assert await loaded(database, alice_id, april) == [
        ("winter", ["Moved"]),
        ("summer", ["Swimming"]),
    ]
    assert await loaded(database, alice_id, ("2026-04-20", "2026-04-26")) == [
        ("summer", ["Swimming"])
    ]
    assert await loaded(database, alice_id, ("2026-03-31", "2026-03-31")) == [
        ("winter", ["Stays", "Moved"])
    ]


async def test_a_routine_is_loaded_with_what_calendars_need(
    alice: AsyncClient, bob: AsyncClient, alice_id: UUID, database: Database
) -> None:
    routine = await create_routine(alice)
    created = await create_session(alice, routine)
    other = UUID((await create_routine(bob))["id"])
    async with database.readers.begin() as session:
        of = UUID(routine["id"])
        record = await load_record(session, alice_id, of, week_start=Weekday.SUN)
        assert await load_routine(session, alice_id, of, week_start=Weekday.SUN) == record.routine
        with pytest.raises(RoutineNotFound):
            await load_routine(session, alice_id, other, week_start=Weekday.SUN)
    assert record.routine.week_start is Weekday.SUN
    assert record.routine.name == "Spring term"
    assert (record.sequence, record.position) == (0, 0)
    assert record.sessions[UUID(created["id"])].sequence == 0
    assert _times(record.sessions[UUID(created["id"])]) == created["updated_at"]


def _times(record: Any) -> str:
    return str(record.updated_at.isoformat()).replace("+00:00", "Z")
