"""Cancelling through the API: a date, a range, the series, and all of it taken back."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from httpx2 import AsyncClient
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.db import Database
from almanac.timetable.domain.checks import MAX_EXCEPTIONS
from almanac.timetable.models import Routine, Session
from tests.timetable.days import address, change, create_routine, create_session, read

THURSDAY, NEXT, LAST = "2026-03-12", "2026-03-19", "2026-03-26"


@pytest.fixture
async def lesson(alice: AsyncClient) -> dict[str, Any]:
    """A class of alice on Thursdays."""
    return await create_session(alice, await create_routine(alice))


async def row_of(session: AsyncSession, lesson: dict[str, Any]) -> Session:
    """The row of a session."""
    return (await session.scalars(select(Session).where(Session.id == UUID(lesson["id"])))).one()


async def states(client: AsyncClient, session: dict[str, Any]) -> dict[str, str]:
    """What becomes of the Thursdays of March."""
    found: dict[str, str] = {}
    for day in ("2026-03-05", THURSDAY, NEXT, LAST):
        week = await read(client, f"/routines/{session['routine_id']}/week", date=day)
        found |= {each["on"]: each["state"] for each in week["occurrences"]}
    return found


async def test_one_date_is_cancelled_and_comes_back(
    alice: AsyncClient, lesson: dict[str, Any]
) -> None:
    url = f"{address(lesson)}/cancellations/{NEXT}"
    cancelled = await change(alice, "PUT", url, {"reason": "ill"})
    assert cancelled["cancellations"] == [
        {"scope": "date", "first_on": NEXT, "last_on": NEXT, "reason": "ill"}
    ]
    assert (cancelled["is_cancelled"], cancelled["reason"]) == (False, "")
    week = await read(alice, f"/routines/{lesson['routine_id']}/week", date=NEXT)
    (shown,) = week["occurrences"]
    assert shown["state"] == "cancelled"
    assert shown["cancellation"] == cancelled["cancellations"][0]
    again = await change(alice, "PUT", url, {"reason": "trip"})
    assert [each["reason"] for each in again["cancellations"]] == ["trip"]
    for _ in range(2):
        assert await change(alice, "DELETE", url) == lesson


async def test_a_range_is_taken_back_day_by_day_or_as_a_whole(
    alice: AsyncClient, lesson: dict[str, Any]
) -> None:
    url = f"{address(lesson)}/cancellations"
    await change(alice, "PUT", f"{url}/2026-03-10", {"until": "2026-03-31", "reason": "trip"})
    assert [state for _, state in sorted((await states(alice, lesson)).items())] == [
        "planned",
        "cancelled",
        "cancelled",
        "cancelled",
    ]
    await change(alice, "DELETE", f"{url}/{NEXT}")
    assert (await states(alice, lesson))[NEXT] == "planned"
    assert (await states(alice, lesson))[LAST] == "cancelled"
    await change(alice, "DELETE", f"{url}/2026-03-20?until=2026-03-31")
    left = await change(alice, "DELETE", f"{url}/2026-03-10?until=2026-03-18")
    assert left == lesson


async def test_the_series_is_switched_off_and_on(
    alice: AsyncClient, lesson: dict[str, Any]
) -> None:
    await change(alice, "PUT", f"{address(lesson)}/cancellations/{NEXT}", {"reason": "ill"})
    url = f"{address(lesson)}/cancellation"
    cancelled = await change(alice, "PUT", url, {"reason": "course dropped"})
    assert (cancelled["is_cancelled"], cancelled["reason"]) == (True, "course dropped")
    assert set((await states(alice, lesson)).values()) == {"cancelled"}
    for _ in range(2):
        back = await change(alice, "DELETE", url)
        assert (back["is_cancelled"], len(back["cancellations"])) == (False, 1)
    assert (await states(alice, lesson))[NEXT] == "cancelled"


async def test_a_holiday_cancels_what_is_planned_on_it(
    alice: AsyncClient, lesson: dict[str, Any]
) -> None:
    holiday = {"first_on": NEXT, "last_on": NEXT, "name": "Feast"}
    await change(alice, "PATCH", f"/routines/{lesson['routine_id']}", {"holidays": [holiday]})
    week = await read(alice, f"/routines/{lesson['routine_id']}/week", date=NEXT)
    assert week["occurrences"][0]["cancellation"] == {
        "scope": "holiday",
        "first_on": NEXT,
        "last_on": NEXT,
        "reason": "Feast",
    }
    assert [day["holiday"] for day in week["days"] if day["date"] == NEXT] == ["Feast"]


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("2026-03-18", {}, "/path/date"),
    ("2026-02-26", {}, "/path/date"),
    ("1899-12-31", {}, "/path/date"),
    ("2026-02-30", {}, "/path/date"),
    (NEXT, {"until": "2026-03-18"}, "/body/until"),
    (NEXT, {"until": "2036-03-20"}, "/body/until"),
    (NEXT, {"until": "2201-01-01"}, "/body/until"),
    ("2026-03-20", {"until": "2026-03-25"}, "/path/date"),
    (NEXT, {"reason": "x" * 201}, "/body/reason"),
    (NEXT, {"reason": "a\u0000"}, "/body/reason"),
    (NEXT, {"reason": None}, "/body/reason"),
    (NEXT, {"scope": "series"}, "/body/scope"),
]


@pytest.mark.parametrize(("day", "body", "pointer"), REFUSED)
async def test_what_cannot_be_cancelled_is_refused_with_its_field(
    alice: AsyncClient, lesson: dict[str, Any], day: str, body: dict[str, Any], pointer: str
) -> None:
    response = await alice.put(f"{address(lesson)}/cancellations/{day}", json=body)
    assert response.status_code == 422
    assert [error["pointer"] for error in response.json()["errors"]] == [pointer]
    assert (await read(alice, f"/routines/{lesson['routine_id']}"))["sessions"] == [lesson]


async def test_a_session_on_another_weekday_takes_its_dates_along(
    alice: AsyncClient, lesson: dict[str, Any]
) -> None:
    url = address(lesson)
    await change(alice, "PUT", f"{url}/cancellations/{NEXT}", {"reason": "ill"})
    before = await change(alice, "PUT", f"{url}/moves/{LAST}", {"on": LAST, "starts": "11:00"})
    friday = await change(alice, "PATCH", url, {"weekday": "fri"})
    assert friday["cancellations"][0]["first_on"] == "2026-03-20"
    assert friday["moves"][0]["planned_on"] == "2026-03-27"
    assert await change(alice, "PATCH", url, {"weekday": "thu"}) == before


async def test_two_cancellations_at_once_are_both_kept(
    alice: AsyncClient, lesson: dict[str, Any]
) -> None:
    url = address(lesson)
    changes = [
        ("PUT", f"{url}/cancellations/{THURSDAY}", {}),
        ("PUT", f"{url}/cancellations/{NEXT}", {}),
        ("PUT", f"{url}/moves/{LAST}", {"on": LAST, "starts": "11:00"}),
        ("PUT", f"{url}/cancellation", {}),
        ("PATCH", url, {"note": "x"}),
    ]
    await asyncio.gather(*(change(alice, *each) for each in changes))
    routine = await read(alice, f"/routines/{lesson['routine_id']}")
    (session,) = routine["sessions"]
    assert [each["first_on"] for each in session["cancellations"]] == [THURSDAY, NEXT, None]
    assert len(session["moves"]) == 1
    assert (session["note"], session["is_cancelled"]) == ("x", True)


async def test_a_session_holds_so_many_exceptions_and_no_more(
    alice: AsyncClient, database: Database, lesson: dict[str, Any]
) -> None:
    off = {"scope": "date", "first_on": "2030-01-03", "last_on": "2030-01-03", "reason": ""}
    moved = {"planned_on": NEXT, "on": NEXT, "starts": 1, "minutes": 1, "location": None}
    async with database.writers.begin() as session:
        row = await row_of(session, lesson)
        row.cancellations = [off] * MAX_EXCEPTIONS
        row.moves = [moved] * MAX_EXCEPTIONS
    answers = [
        await alice.put(f"{address(lesson)}/cancellations/{NEXT}", json={}),
        await alice.put(f"{address(lesson)}/moves/{LAST}", json={"on": LAST, "starts": "11:00"}),
    ]
    for answer in answers:
        assert (answer.status_code, answer.json()["code"]) == (422, "too_many_exceptions")
    assert (await alice.delete(f"{address(lesson)}/moves/{NEXT}")).status_code == 200


async def test_calendars_are_told_of_each_change_that_they_see(
    alice: AsyncClient, database: Database, lesson: dict[str, Any]
) -> None:
    url = address(lesson)

    async def sequences() -> tuple[int, int]:
        async with database.readers.begin() as session:
            row = await row_of(session, lesson)
            routine = await session.get_one(Routine, (row.user_id, row.routine_id))
            return routine.sequence, row.sequence

    assert await sequences() == (0, 0)
    await change(alice, "PUT", f"{url}/cancellations/{NEXT}", {})
    await change(alice, "PUT", f"{url}/cancellations/{NEXT}", {})
    assert await sequences() == (0, 1)
    await change(alice, "PATCH", url, {"color": "#5D6B2F"})
    assert await sequences() == (0, 1)
    await change(alice, "PATCH", url, {"location": "Lab"})
    await change(alice, "PATCH", f"/routines/{lesson['routine_id']}", {"session_minutes": 60})
    assert await sequences() == (0, 2)
    await change(alice, "PATCH", f"/routines/{lesson['routine_id']}", {"rotation_weeks": 2})
    assert await sequences() == (1, 2)
    await alice.delete(url)
    await change(alice, "POST", f"{url}/restore")
    assert await sequences() == (1, 4)


async def test_what_is_cancelled_without_a_body_has_no_reason(
    alice: AsyncClient, lesson: dict[str, Any]
) -> None:
    url = address(lesson)
    await change(alice, "PUT", f"{url}/cancellation", {"reason": "ill"})
    for path in ("cancellation", f"cancellations/{NEXT}"):
        answers = [
            await alice.put(f"{url}/{path}"),
            await alice.put(f"{url}/{path}", headers={"Content-Type": "application/json"}),
        ]
        assert [answer.status_code for answer in answers] == [200, 200]
    cancelled = answers[-1].json()
    assert [(each["scope"], each["reason"]) for each in cancelled["cancellations"]] == [
        ("date", ""),
        ("series", ""),
    ]
    # What is there must still be a body that says so.
    refused = await alice.put(f"{url}/cancellation", json={"reasons": "ill"})
    assert refused.status_code == 422
