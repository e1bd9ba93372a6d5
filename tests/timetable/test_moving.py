"""Moving single dates, and ticking them, through the API."""

from typing import Any

import pytest
from httpx2 import AsyncClient

from tests.timetable.days import address, change, create_routine, create_session, read

LAST_WEEK, NEXT = "2026-03-12", "2026-03-19"


@pytest.fixture
async def chore(alice: AsyncClient) -> dict[str, Any]:
    """A task of alice on Thursdays; it is Wednesday, the 18th."""
    return await create_session(alice, await create_routine(alice), "Water", kind="task")


async def week_of(client: AsyncClient, session: dict[str, Any], day: str) -> list[Any]:
    week = await read(client, f"/routines/{session['routine_id']}/week", date=day)
    found: list[Any] = week["occurrences"]
    return found


async def test_one_date_goes_elsewhere_and_comes_back(
    alice: AsyncClient, chore: dict[str, Any]
) -> None:
    url = f"{address(chore)}/moves/{NEXT}"
    moved = await change(alice, "PUT", url, {"on": "2026-03-23", "starts": "22:30"})
    assert moved["moves"] == [
        {
            "planned_on": NEXT,
            "on": "2026-03-23",
            "starts": "22:30",
            "minutes": 60,
            "location": None,
        }
    ]
    (left,) = await week_of(alice, chore, NEXT)
    assert (left["state"], left["moved_to"]) == ("moved_away", "2026-03-23")
    arrived = (await week_of(alice, chore, "2026-03-23"))[0]
    assert (arrived["state"], arrived["planned_on"]) == ("moved_here", NEXT)
    assert (arrived["starts"], arrived["ends"]) == ("22:30", "23:30")
    elsewhere = {"on": "2026-03-20", "starts": "08:00", "minutes": 1440, "location": "Garden"}
    again = await change(alice, "PUT", url, elsewhere)
    assert again["moves"] == [{"planned_on": NEXT, **elsewhere}]
    for _ in range(2):
        assert await change(alice, "DELETE", url) == chore


async def test_a_date_may_go_past_the_routine(alice: AsyncClient, chore: dict[str, Any]) -> None:
    url = f"/routines/{chore['routine_id']}"
    await change(alice, "PATCH", url, {"valid_to": "2026-03-20"})
    body = {"on": "2026-03-30", "starts": "09:00"}
    await change(alice, "PUT", f"{address(chore)}/moves/{NEXT}", body)
    week = await read(alice, f"{url}/week", date="2026-03-30")
    assert week["week"] is None
    assert [each["state"] for each in week["occurrences"]] == ["moved_here"]


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("2026-03-18", {}, "/path/date"),
    (NEXT, {"on": "2201-01-01"}, "/body/on"),
    (NEXT, {"on": None}, "/body/on"),
    (NEXT, {"starts": "24:00"}, "/body/starts"),
    (NEXT, {"minutes": 0}, "/body/minutes"),
    (NEXT, {"minutes": 1441}, "/body/minutes"),
    (NEXT, {"location": "a\u0000"}, "/body/location"),
    (NEXT, {"weekday": "fri"}, "/body/weekday"),
]


@pytest.mark.parametrize(("day", "fields", "pointer"), REFUSED)
async def test_what_cannot_be_moved_is_refused_with_its_field(
    alice: AsyncClient, chore: dict[str, Any], day: str, fields: dict[str, Any], pointer: str
) -> None:
    body = {"on": "2026-03-20", "starts": "09:00", **fields}
    response = await alice.put(f"{address(chore)}/moves/{day}", json=body)
    assert response.status_code == 422
    assert [error["pointer"] for error in response.json()["errors"]] == [pointer]


async def test_a_task_is_ticked_by_its_date(alice: AsyncClient, chore: dict[str, Any]) -> None:
    url = f"{address(chore)}/ticks/{LAST_WEEK}"
    for _ in range(2):
        assert await change(alice, "PUT", url) == chore
    assert [each["is_done"] for each in await week_of(alice, chore, LAST_WEEK)] == [True]
    assert [each["is_done"] for each in await week_of(alice, chore, NEXT)] == [False]
    for _ in range(2):
        assert await change(alice, "DELETE", url) == chore
    assert [each["is_done"] for each in await week_of(alice, chore, LAST_WEEK)] == [False]


async def test_what_has_not_come_yet_is_not_ticked(
    alice: AsyncClient, chore: dict[str, Any]
) -> None:
    for day, code in ((NEXT, "date_in_future"), ("2026-03-11", "no_session")):
        response = await alice.put(f"{address(chore)}/ticks/{day}")
        assert response.status_code == 422
        error = response.json()["errors"][0]
        assert (error["pointer"], error["code"]) == ("/path/date", code)
    await change(
        alice, "PUT", f"{address(chore)}/moves/{NEXT}", {"on": "2026-03-18", "starts": "09:00"}
    )
    assert (await alice.put(f"{address(chore)}/ticks/{NEXT}")).status_code == 200


async def test_a_class_takes_place_and_is_not_ticked(
    alice: AsyncClient, chore: dict[str, Any]
) -> None:
    await change(alice, "PATCH", address(chore), {"kind": "class"})
    response = await alice.put(f"{address(chore)}/ticks/{LAST_WEEK}")
    assert (response.status_code, response.json()["code"]) == (409, "not_a_task")


async def test_ticks_go_along_to_another_weekday_and_back(
    alice: AsyncClient, chore: dict[str, Any]
) -> None:
    for day in ("2026-03-05", LAST_WEEK):
        await change(alice, "PUT", f"{address(chore)}/ticks/{day}")
    await change(alice, "PATCH", address(chore), {"weekday": "tue"})
    for day in ("2026-03-03", "2026-03-10"):
        (done,) = await week_of(alice, chore, day)
        assert (done["on"], done["is_done"]) == (day, True)
    await change(alice, "PATCH", address(chore), {"weekday": "thu"})
    assert [each["is_done"] for each in await week_of(alice, chore, LAST_WEEK)] == [True]
