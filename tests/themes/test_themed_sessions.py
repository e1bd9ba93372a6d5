"""Sessions under a theme: counted, and leaving and coming back with it."""

from typing import Any

from httpx2 import AsyncClient

from tests.factories import create_theme
from tests.timetable.days import address, change, create_routine, create_session, read


async def theme_of(client: AsyncClient, session: dict[str, Any]) -> str | None:
    routine = await read(client, f"/routines/{session['routine_id']}")
    found: dict[str, str | None] = {each["id"]: each["theme_id"] for each in routine["sessions"]}
    return found[session["id"]]


async def test_sessions_are_counted_unless_they_or_their_routine_are_deleted(
    alice: AsyncClient,
) -> None:
    school = await create_theme(alice, "School")
    routine, other = await create_routine(alice), await create_routine(alice, "other")
    sessions = [
        await create_session(alice, within, subject, theme_id=school["id"])
        for within, subject in ((routine, "a"), (routine, "b"), (other, "c"))
    ]
    await create_session(alice, routine, "free")
    assert (await read(alice, f"/themes/{school['id']}"))["sessions_count"] == 3
    await alice.delete(address(sessions[0]))
    await alice.delete(f"/routines/{other['id']}")
    theme = await read(alice, f"/themes/{school['id']}")
    assert theme["sessions_count"] == 1
    assert (await read(alice, "/themes"))["data"] == [theme]


async def test_sessions_leave_with_their_theme_and_come_back(alice: AsyncClient) -> None:
    school, work = await create_theme(alice, "School"), await create_theme(alice, "Work")
    routine = await create_routine(alice)
    stayed, moved, deleted = [
        await create_session(alice, routine, subject, theme_id=school["id"])
        for subject in ("stayed", "moved", "deleted")
    ]
    await alice.delete(address(deleted))
    assert (await alice.delete(f"/themes/{school['id']}")).status_code == 204
    assert [await theme_of(alice, each) for each in (stayed, moved)] == [None, None]
    await change(alice, "PATCH", address(moved), {"theme_id": work["id"]})
    restored = (await alice.post(f"/themes/{school['id']}/restore")).json()
    assert restored["sessions_count"] == 1
    assert await theme_of(alice, stayed) == school["id"]
    assert await theme_of(alice, moved) == work["id"]
    await change(alice, "POST", f"{address(deleted)}/restore")
    assert await theme_of(alice, deleted) == school["id"]


async def test_a_session_of_the_day_bears_the_mark_of_its_theme(alice: AsyncClient) -> None:
    school = await create_theme(alice, "School")
    routine = await create_routine(alice)
    await create_session(alice, routine, weekday="wed", theme_id=school["id"])
    [entry] = (await read(alice, "/today", theme_id=school["id"]))["entries"]
    assert entry["theme"] == {"id": school["id"], "name": "School", "color": school["color"]}
    await alice.delete(f"/themes/{school['id']}")
    [entry] = (await read(alice, "/today"))["entries"]
    assert entry["theme"] is None
