"""Several requests at once: nothing is lost, nothing waits for each other for ever."""

import asyncio
from typing import Any
from uuid import uuid4

from httpx2 import AsyncClient

from tests.factories import create_theme
from tests.timetable.days import address, change, create_routine, create_session, read

WHOLE = {"subject": "Art", "weekday": "mon", "starts": "09:00"}


async def test_one_id_written_at_once_is_one_routine_and_one_session(alice: AsyncClient) -> None:
    url = f"/routines/{uuid4()}"
    made = await asyncio.gather(*(alice.put(url, json={"name": "Work"}) for _ in range(5)))
    assert sorted(answer.status_code for answer in made) == [200, 200, 200, 200, 201]
    session = f"{url}/sessions/{uuid4()}"
    made = await asyncio.gather(*(alice.put(session, json=WHOLE) for _ in range(5)))
    assert sorted(answer.status_code for answer in made) == [200, 200, 200, 200, 201]
    assert len((await read(alice, url))["sessions"]) == 1


async def test_routines_made_at_once_have_places_of_their_own(alice: AsyncClient) -> None:
    await create_routine(alice)
    await asyncio.gather(*(create_routine(alice, str(number)) for number in range(5)))
    found = (await read(alice, "/routines"))["data"]
    assert [each["position"] for each in found] == [0, 1, 2, 3, 4, 5]


async def test_everything_may_be_changed_at_once(alice: AsyncClient) -> None:
    theme = await create_theme(alice)
    routine, other = await create_routine(alice), await create_routine(alice)
    sessions = [
        await create_session(alice, routine, weekday=day, theme_id=theme["id"])
        for day in ("mon", "tue", "wed", "thu")
    ]
    ids = [session["id"] for session in sessions]
    url = f"/routines/{routine['id']}"
    copy = {"from": {"weekday": "mon"}, "to": {"weekday": "fri"}}
    changes: list[tuple[str, str, Any]] = [
        ("POST", f"{url}/sessions", WHOLE),
        ("POST", f"{url}/sessions/bulk", {"ids": ids, "action": "delete"}),
        ("POST", f"{url}/sessions/bulk", {"ids": ids[::-1], "action": "restore"}),
        ("POST", f"{url}/duplicate", {}),
        ("POST", f"{url}/copy-day", copy),
        ("PUT", "/routines/order", {"ids": [other["id"], routine["id"]]}),
        ("PUT", "/routines/order", {"ids": [routine["id"], other["id"]]}),
        ("PATCH", url, {"name": "Renamed", "rotation_weeks": 2}),
        ("POST", f"{url}/restore", None),
        ("DELETE", f"/themes/{theme['id']}", None),
        ("POST", f"/themes/{theme['id']}/restore", None),
        *(("PATCH", address(session), {"weekday": "sun"}) for session in sessions),
    ]
    for _ in range(3):
        answers = await asyncio.gather(
            *(alice.request(method, path, json=body) for method, path, body in changes)
        )
        # A session that another request has just deleted is not there; nothing else may fail.
        assert {answer.status_code for answer in answers} <= {200, 201, 204, 404}
    assert (await read(alice, url))["name"] == "Renamed"


async def test_a_routine_and_its_sessions_change_at_once(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    session = await create_session(alice, routine)
    dates = ("2026-03-05", "2026-03-12", "2026-03-19", "2026-03-26")
    await asyncio.gather(
        *(change(alice, "PUT", f"{address(session)}/cancellations/{day}", {}) for day in dates),
        change(alice, "PATCH", f"/routines/{routine['id']}", {"name": "Renamed"}),
    )
    found = await read(alice, f"/routines/{routine['id']}")
    assert found["name"] == "Renamed"
    assert [each["first_on"] for each in found["sessions"][0]["cancellations"]] == list(dates)
