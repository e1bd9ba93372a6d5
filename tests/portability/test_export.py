"""Everything of a person comes out as one document, which brings it back anywhere."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from httpx2 import AsyncClient

from almanac.portability.domain.reading import Fault, Reader, Unreadable
from almanac.portability.service import documents
from almanac.portability.service.documents import read_document
from almanac.schedules.rules import Weekday
from tests.conftest import MovableClock
from tests.factories import create_habit, tick
from tests.portability.loop_files import Loop, every_day, loop_zip
from tests.portability.uploads import bring_in, check_ins_of, habits_of, upload

READER = Reader(date(2026, 3, 18), Weekday.MON)
ACCOUNT_FIELDS = ("id", "created_at", "updated_at")


async def export(client: AsyncClient) -> dict[str, Any]:
    response = await client.get("/export")
    assert response.status_code == 200, response.text
    document: dict[str, Any] = response.json()
    return document


async def fill(client: AsyncClient) -> None:
    """An account with something of every kind."""
    run = await create_habit(client, "Run", color="#5D6B2F", reminders=["07:30"])
    await tick(client, run, "2026-03-01", note="wind")
    await tick(client, run, "2026-03-02", "skipped")
    await client.patch(
        f"/habits/{run['id']}",
        json={"schedule": {"kind": "weekly_days", "days": ["mon", "thu"]}},
    )
    water = await create_habit(
        client, "Water", kind="measure", unit="l", target=1.5, ends_on="2026-12-31"
    )
    await tick(client, water, "2026-03-01", amount=0.1)
    await client.post(f"/habits/{water['id']}/archive")
    await client.post("/pauses", json={"starts_on": "2026-02-01", "ends_on": "2026-02-07"})
    pause = {"habit_id": run["id"], "starts_on": "2026-02-10", "ends_on": None, "reason": "flu"}
    await client.post("/pauses", json=pause)
    gone = await create_habit(client, "Gone")
    await client.delete(f"/habits/{gone['id']}")


def without_ids(habits: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {name: value for name, value in habit.items() if name not in ACCOUNT_FIELDS}
        for habit in habits
    ]


async def test_the_document_holds_everything_in_a_stable_order(alice: AsyncClient) -> None:
    await fill(alice)
    response = await alice.get("/export")
    disposition = response.headers["content-disposition"]
    assert disposition == 'attachment; filename="almanac-2026-03-18.json"'
    document = response.json()
    assert (document["format"], document["version"]) == ("almanac", 1)
    assert document["exported_at"] == "2026-03-18T12:00:00Z"
    assert document["profile"]["email"] == "alice@example.org"
    assert [habit["name"] for habit in document["habits"]] == ["Run", "Water"]
    run, water = document["habits"]
    assert [entry["date"] for entry in run["check_ins"]] == ["2026-03-01", "2026-03-02"]
    assert [version["effective_from"] for version in run["versions"]] == [
        "2026-01-01",
        "2026-03-18",
    ]
    assert (water["versions"][0]["target"], water["check_ins"][0]["amount"]) == (1.5, 0.1)
    assert [pause["reason"] for pause in document["pauses"]] == ["", "flu"]
    assert await export(alice) == document


async def test_nobody_finds_anything_of_others_in_their_document(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    await fill(alice)
    document = await export(bob)
    assert (document["habits"], document["pauses"]) == ([], [])
    assert document["profile"]["email"] == "bob@example.org"


async def test_another_account_gets_the_same_history_from_it(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    await fill(alice)
    data = (await alice.get("/export")).content
    summary = await bring_in(bob, data, to="almanac")
    assert summary["habits"]["added"] == 2
    assert summary["check_ins"]["added"] == 3
    assert summary["pauses"] == {"added": 2, "present": 0}
    for status in ("active", "archived"):
        theirs, ours = await habits_of(alice, status=status), await habits_of(bob, status=status)
        assert without_ids(ours) == without_ids(theirs)
        assert len(ours) == 1
        assert await check_ins_of(bob, ours[0]) == await check_ins_of(alice, theirs[0])
    second = await upload(bob, (await bob.get("/export")).content, to="almanac")
    assert (second.status_code, second.json()["habits"]["present"]) == (200, 2)


async def test_bringing_a_document_in_where_it_came_from_adds_nothing(alice: AsyncClient) -> None:
    await fill(alice)
    data = (await alice.get("/export")).content
    response = await upload(alice, data, to="almanac")
    assert response.status_code == 200
    summary = response.json()
    assert summary["habits"] == {"added": 0, "restored": 0, "present": 2}
    assert (summary["check_ins"]["present"], summary["pauses"]["present"]) == (3, 2)


async def test_what_was_lost_since_comes_back_and_can_be_undone(alice: AsyncClient) -> None:
    await fill(alice)
    data = (await alice.get("/export")).content
    (run,) = await habits_of(alice, status="active")
    await alice.delete(f"/habits/{run['id']}/check-ins/2026-03-01")
    for pause in (await alice.get("/pauses")).json()["data"]:
        await alice.delete(f"/pauses/{pause['id']}")
    summary = await bring_in(alice, data, to="almanac")
    assert (summary["check_ins"]["added"], summary["pauses"]["added"]) == (1, 2)
    result = (await alice.post(f"/imports/{summary['id']}/undo")).json()
    removed = [result[f"{name}_removed"] for name in ("habits", "check_ins", "pauses")]
    assert removed == [0, 1, 2]
    assert (await alice.get("/pauses")).json()["count"] == 0


async def test_habits_from_loop_are_known_again_after_moving_house(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    loop = loop_zip([Loop("Run", every_day(date(2026, 3, 1), 5))])
    await bring_in(alice, loop)
    await bring_in(bob, (await alice.get("/export")).content, to="almanac")
    assert (await upload(bob, loop)).status_code == 200
    assert len(await habits_of(bob)) == 1


async def test_check_ins_ahead_of_today_are_left_out(
    alice: AsyncClient, bob: AsyncClient, clock: MovableClock
) -> None:
    run = await create_habit(alice)
    await tick(alice, run, "2026-03-17")
    await tick(alice, run, "2026-03-18")
    data = (await alice.get("/export")).content
    clock.now = clock.now.replace(day=17)
    summary = await bring_in(bob, data, to="almanac")
    assert summary["check_ins"]["added"] == 1
    assert summary["check_ins"]["left_out"] == {"future": 1}


HABIT: dict[str, Any] = {
    "id": "018f0000-0000-7000-8000-000000000001",
    "source_key": None,
    "name": "Run",
    "description": "",
    "kind": "check",
    "unit": "",
    "no_entry_is_zero": False,
    "color": None,
    "reminders": [],
    "starts_on": "2026-01-01",
    "ends_on": None,
    "completions_limit": None,
    "archived_on": None,
    "versions": [
        {
            "effective_from": "2026-01-01",
            "schedule": {"kind": "daily"},
            "week_start": "mon",
            "target": None,
            "target_kind": "at_least",
            "target_per": "day",
        }
    ],
    "check_ins": [{"date": "2026-01-02", "status": "done", "amount": None, "note": ""}],
}
DOCUMENT: dict[str, Any] = {
    "format": "almanac",
    "version": 1,
    "exported_at": "2026-03-18T12:00:00Z",
    "profile": {
        "email": "alice@example.org",
        "full_name": "Alice",
        "timezone": "Europe/Berlin",
        "week_start": "mon",
        "day_start": 0,
        "locale": "en",
        "units": "metric",
        "created_at": "2026-01-01T00:00:00Z",
    },
    "habits": [HABIT],
    "pauses": [],
}
PAUSE = {"habit_id": None, "starts_on": "2026-01-02", "ends_on": None, "reason": ""}


def written(**changes: Any) -> bytes:
    return json.dumps(DOCUMENT | changes).encode()


def with_habit(**changes: Any) -> bytes:
    return written(habits=[HABIT | changes])


def fault_of(data: bytes) -> Fault | None:
    try:
        read_document(data, READER)
    except Unreadable as exc:
        return exc.fault
    return None


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (written(), None),
        (b"hello", Fault.NOT_ALMANAC),
        (b"[]", Fault.NOT_ALMANAC),
        (b"{}", Fault.NOT_ALMANAC),
        (b"[" * 100_000, Fault.NOT_ALMANAC),
        (b"\xff\xfe", Fault.NOT_ALMANAC),
        (written()[:-20], Fault.TRUNCATED),
        (written(format="loop"), Fault.NOT_ALMANAC),
        (written(version=2), Fault.UNKNOWN_SCHEMA_VERSION),
        (written(journal=[]), Fault.DAMAGED),
        (written(habits=[HABIT, HABIT]), Fault.DAMAGED),
        (written(pauses=[PAUSE | {"habit_id": HABIT["id"][:-1] + "2"}]), Fault.DAMAGED),
        (written(pauses=[PAUSE | {"ends_on": "2026-01-01"}]), Fault.DAMAGED),
        (with_habit(name="x" * 121), Fault.DAMAGED),
        (with_habit(name="a\x00b"), Fault.DAMAGED),
        (with_habit(starts_on="2026-02-30"), Fault.DAMAGED),
        (with_habit(ends_on="2025-01-01"), Fault.DAMAGED),
        (with_habit(kind="measure"), Fault.DAMAGED),
        (with_habit(versions=[]), Fault.DAMAGED),
        (with_habit(versions=HABIT["versions"] * 2), Fault.DAMAGED),
        (with_habit(check_ins=HABIT["check_ins"] * 2), Fault.DAMAGED),
        (with_habit(check_ins=[HABIT["check_ins"][0] | {"amount": -1}]), Fault.DAMAGED),
    ],
    ids=range(22),
)
def test_a_document_is_read_whole_or_refused_with_its_fault(
    data: bytes, fault: Fault | None
) -> None:
    assert fault_of(data) is fault


def test_a_document_of_more_entries_than_a_life_has_days_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(documents, "MAX_CHECK_INS", 0)
    assert fault_of(written()) is Fault.TOO_MUCH_DATA


async def test_a_document_of_another_program_is_a_problem_of_the_file(alice: AsyncClient) -> None:
    response = await upload(alice, b"{}", to="almanac")
    (error,) = response.json()["errors"]
    assert (response.status_code, error["pointer"], error["code"]) == (
        422,
        "/body/file",
        "not_almanac",
    )


async def test_a_document_cannot_bring_more_pauses_than_can_be_made(alice: AsyncClient) -> None:
    document = await export(alice)
    first = date(2000, 1, 1)
    document["pauses"] = [
        {"habit_id": None, "starts_on": str(day), "ends_on": str(day), "reason": ""}
        for day in (first + timedelta(days=2 * number) for number in range(1001))
    ]
    response = await upload(alice, json.dumps(document).encode(), to="almanac")
    assert (response.status_code, response.json()["code"]) == (409, "too_many_pauses")
    assert (await alice.get("/pauses")).json()["count"] == 0
