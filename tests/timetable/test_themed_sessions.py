"""Sessions as members of themes."""

from typing import Any
from uuid import uuid4

from httpx2 import AsyncClient

from tests.factories import create_theme
from tests.timetable.days import address, change, create_routine, create_session, read


async def themes_of(client: AsyncClient, routine: dict[str, Any]) -> list[str | None]:
    sessions = (await read(client, f"/routines/{routine['id']}"))["sessions"]
    return [session["theme_id"] for session in sessions]


async def test_a_theme_counts_its_sessions(alice: AsyncClient) -> None:
    theme = await create_theme(alice)
    routine = await create_routine(alice)
    session = await create_session(alice, routine, theme_id=theme["id"])
    await create_session(alice, routine, theme_id=theme["id"])
    url = f"/themes/{theme['id']}"
    assert (await read(alice, url))["sessions_count"] == 2
    await alice.delete(address(session))
    assert (await read(alice, url))["sessions_count"] == 1
    await alice.delete(f"/routines/{routine['id']}")
    assert (await read(alice, url))["sessions_count"] == 0


async def test_sessions_leave_a_deleted_theme_and_come_back_with_it(alice: AsyncClient) -> None:
    theme = await create_theme(alice)
    routine = await create_routine(alice)
    session = await create_session(alice, routine, theme_id=theme["id"])
    await alice.delete(f"/themes/{theme['id']}")
    assert await themes_of(alice, routine) == [None]
    # What was written before the theme was deleted, and is sent now, is no mistake.
    late = await alice.patch(address(session), json={"theme_id": theme["id"], "note": "late"})
    assert (late.status_code, late.json()["theme_id"]) == (200, None)
    new = {"subject": "New", "weekday": "mon", "starts": "09:00", "theme_id": theme["id"]}
    refused = await alice.put(f"/routines/{routine['id']}/sessions/{uuid4()}", json=new)
    assert refused.json()["errors"][0]["pointer"] == "/body/theme_id"
    await change(alice, "POST", f"/themes/{theme['id']}/restore")
    assert await themes_of(alice, routine) == [theme["id"]]


async def test_a_strangers_theme_is_no_theme(alice: AsyncClient, bob: AsyncClient) -> None:
    theme = await create_theme(bob)
    session = await create_session(alice, await create_routine(alice))
    response = await alice.patch(address(session), json={"theme_id": theme["id"]})
    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"] == "/body/theme_id"
