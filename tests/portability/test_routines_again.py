"""Routines in the document of everything: out, back in, refused, restored, taken back."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from httpx2 import AsyncClient

from almanac.core.db import Database
from almanac.timetable.domain.checks import MAX_EXCEPTIONS
from tests.factories import create_theme
from tests.portability.test_everything_again import export
from tests.portability.uploads import upload
from tests.statements import counted_statements
from tests.timetable.days import address, change, create_routine, create_session, read

TODAY, MONDAY = "2026-03-18", date(2026, 3, 16)


async def a_timetable(client: AsyncClient) -> dict[str, Any]:
    """A routine with a task that was cancelled, moved and ticked."""
    theme = await create_theme(client, "School")
    routine = await create_routine(client, "Term", valid_from="2026-02-02")
    task = await create_session(client, routine, "Swim", kind="task", theme_id=theme["id"])
    await change(client, "PUT", f"{address(task)}/ticks/2026-03-05")
    await change(client, "PUT", f"{address(task)}/cancellations/2026-03-12", {"reason": "ill"})
    move = {"on": "2026-03-20", "starts": "07:00", "location": "Lake"}
    await change(client, "PUT", f"{address(task)}/moves/2026-03-19", move)
    return routine


async def bring_in(client: AsyncClient, document: dict[str, Any]) -> Any:
    return await upload(client, json.dumps(document).encode(), to="almanac")


async def test_a_routine_moves_house_with_all_that_was_said(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    await a_timetable(alice)
    answer = await bring_in(bob, await export(alice))
    assert answer.status_code == 201, answer.text
    assert answer.json()["routines"] == {"added": 1, "restored": 0, "present": 0}
    assert answer.json()["sessions"]["added"] == 1
    [routine] = (await read(bob, "/routines"))["data"]
    [session] = (await read(bob, f"/routines/{routine['id']}"))["sessions"]
    assert session["subject"] == "Swim"
    assert session["moves"][0]["location"] == "Lake"
    [entry] = (await read(bob, "/today", date="2026-03-05"))["entries"]
    assert (entry["state"], entry["theme"]["name"]) == ("done", "School")
    [entry] = (await read(bob, "/today", date="2026-03-12"))["entries"]
    assert (entry["state"], entry["reason"]) == ("cancelled", "ill")
    stats = await read(bob, "/stats/timetable", **{"from": "2026-02-01", "to": "2026-03-31"})
    own = await read(alice, "/stats/timetable", **{"from": "2026-02-01", "to": "2026-03-31"})
    assert (stats["minutes"], stats["count"]) == (own["minutes"], own["count"])


async def test_what_is_there_stays_and_what_was_deleted_comes_back(alice: AsyncClient) -> None:
    routine = await a_timetable(alice)
    document = await export(alice)
    assert (await bring_in(alice, document)).json()["routines"]["present"] == 1
    await alice.delete(f"/routines/{routine['id']}")
    preview = await upload(alice, json.dumps(document).encode(), to="almanac", dry_run=True)
    assert preview.json()["routines"] == {"added": 0, "restored": 1, "present": 0}
    assert (await read(alice, "/routines"))["count"] == 0
    answer = await bring_in(alice, document)
    assert answer.json()["routines"] == {"added": 0, "restored": 1, "present": 0}
    assert len((await read(alice, f"/routines/{routine['id']}"))["sessions"]) == 1
    undone = await alice.post(f"/imports/{answer.json()['id']}/undo")
    assert undone.json()["routines_removed"] == 1
    assert (await read(alice, "/routines"))["count"] == 0


async def test_a_document_of_before_there_were_timetables_is_still_read(
    alice: AsyncClient,
) -> None:
    document = await export(alice)
    del document["routines"]
    answer = await bring_in(alice, document)
    assert (answer.status_code, answer.json()["routines"]["added"]) == (200, 0)


async def test_an_import_of_routines_needs_room(alice: AsyncClient, bob: AsyncClient) -> None:
    await a_timetable(alice)
    document = await export(alice)
    for number in range(50):
        await create_routine(bob, f"routine {number}")
    answer = await bring_in(bob, document)
    assert (answer.status_code, answer.json()["code"]) == (422, "too_many_routines")


FAULTS: list[tuple[str, Any, str]] = [
    ("day_ends", "07:00", "damaged"),
    ("day_starts", "24:30", "damaged"),
    ("rotation_weeks", 7, "damaged"),
    ("valid_to", "2026-01-01", "damaged"),
    ("hidden_days", ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "damaged"),
]
OF_SESSION: list[tuple[str, Any, str]] = [
    ("minutes", 1441, "damaged"),
    ("weekday", "someday", "damaged"),
    ("subject", "\u0007", "damaged"),
    ("theme_id", "01a1f8fd-7479-74ce-b6bb-22367f73fce7", "damaged"),
    (
        "ticks",
        [{"planned_on": TODAY, "done_on": "2026-03-25", "done_at": "2026-03-25T10:00:00Z"}],
        "ahead_of_today",
    ),
    (
        "cancellations",
        [{"scope": "range", "first_on": TODAY, "last_on": "2026-03-01", "reason": ""}],
        "damaged",
    ),
    (
        "cancellations",
        [{"scope": "date", "first_on": TODAY, "last_on": None, "reason": ""}],
        "damaged",
    ),
    (
        "moves",
        [{"planned_on": TODAY, "on": TODAY, "starts": "9:5", "minutes": 5, "location": None}],
        "damaged",
    ),
    (
        "moves",
        [
            {"planned_on": day, "on": day, "starts": "09:05", "minutes": 5, "location": None}
            for day in (str(MONDAY + timedelta(weeks=week)) for week in range(MAX_EXCEPTIONS + 1))
        ],
        "damaged",
    ),
]


@pytest.mark.parametrize(("field", "value", "fault"), FAULTS)
async def test_a_routine_that_cannot_be_is_refused_whole(
    alice: AsyncClient, bob: AsyncClient, field: str, value: Any, fault: str
) -> None:
    await a_timetable(alice)
    document = await export(alice)
    document["routines"][0][field] = value
    answer = await bring_in(bob, document)
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, fault)
    assert (await read(bob, "/themes"))["count"] == 0


@pytest.mark.parametrize(("field", "value", "fault"), OF_SESSION)
async def test_a_session_that_cannot_be_is_refused_whole(
    alice: AsyncClient, bob: AsyncClient, field: str, value: Any, fault: str
) -> None:
    await a_timetable(alice)
    document = await export(alice)
    document["routines"][0]["sessions"][0][field] = value
    answer = await bring_in(bob, document)
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, fault)
    assert (await read(bob, "/routines"))["count"] == 0


async def test_everything_is_read_in_few_statements(alice: AsyncClient, database: Database) -> None:
    for _ in range(3):
        routine = await create_routine(alice)
        await create_session(alice, routine)
    with counted_statements(database) as seen:
        await export(alice)
    # One more looks up who asks.
    assert len(seen) <= 11, seen
