"""A person brings their history in from Loop Habit Tracker."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from httpx2 import AsyncClient
from sqlalchemy import event

from almanac.core.db import Database
from tests.factories import create_habit, tick
from tests.portability.loop_files import Loop, every_day, loop_database, loop_zip
from tests.portability.uploads import HISTORY, bring_in, check_ins_of, habits_of, upload

BOTH = [pytest.param(loop_zip(HISTORY), id="zip"), pytest.param(loop_database(HISTORY), id="db")]


@contextmanager
def counted_statements(database: Database) -> Iterator[list[str]]:
    """What the writing engine is asked to do."""
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        statements.append(statement)

    event.listen(database.write_engine.sync_engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(database.write_engine.sync_engine, "before_cursor_execute", note)


NOTHING_ADDED = {"added": 0, "done": 0, "skipped": 0, "missed": 0}


@pytest.mark.parametrize("data", BOTH)
async def test_the_whole_history_arrives(alice: AsyncClient, data: bytes) -> None:
    summary = await bring_in(alice, data)
    assert summary["habits"] == {"added": 3, "restored": 0, "present": 0}
    assert summary["check_ins"] == {
        "added": 20,
        "done": 18,
        "skipped": 1,
        "missed": 1,
        "present": 0,
        "outside": 0,
        "left_out": {},
    }
    stretch, gym = await habits_of(alice, status="active")
    assert (stretch["name"], stretch["starts_on"], stretch["total_done"]) == (
        "Stretch",
        "2026-03-01",
        10,
    )
    assert gym["schedule"] == {"kind": "times_per_period", "times": 3, "period": "week"}
    assert gym["color"] == "#00897B"
    (archived,) = await habits_of(alice, status="archived")
    assert archived["archived_on"] == "2026-01-04"
    newest = (await check_ins_of(alice, stretch))[0]
    assert newest == {"date": "2026-03-11", "status": "missed", "amount": None, "note": "ill"}


@pytest.mark.parametrize("data", BOTH)
async def test_a_dry_run_tells_the_same_and_writes_nothing(alice: AsyncClient, data: bytes) -> None:
    response = await upload(alice, data, dry_run=True)
    assert response.status_code == 200
    tried = response.json()
    assert (tried["id"], tried["dry_run"]) == (None, True)
    assert await habits_of(alice) == []
    assert (await alice.get("/imports")).json()["count"] == 0
    made = await bring_in(alice, data)
    same = ("habits", "check_ins", "pauses", "warnings", "format", "file_name")
    assert {name: tried[name] for name in same} == {name: made[name] for name in same}


@pytest.mark.parametrize("data", BOTH)
async def test_bringing_the_same_file_in_twice_adds_nothing(
    alice: AsyncClient, data: bytes
) -> None:
    await bring_in(alice, data)
    response = await upload(alice, data)
    assert response.status_code == 200
    again = response.json()
    assert again["id"] is None
    assert again["habits"] == {"added": 0, "restored": 0, "present": 3}
    assert again["check_ins"] == NOTHING_ADDED | {"present": 20, "outside": 0, "left_out": {}}
    assert (await alice.get("/imports")).json()["count"] == 1
    assert len(await habits_of(alice, status="active")) == 2


@pytest.mark.parametrize("data", BOTH)
async def test_two_uploads_of_one_file_at_once_add_it_once(alice: AsyncClient, data: bytes) -> None:
    responses = await asyncio.gather(*(upload(alice, data) for _ in range(4)))
    assert sorted(response.status_code for response in responses) == [200, 200, 200, 201]
    assert sum(response.json()["check_ins"]["added"] for response in responses) == 20
    assert len(await habits_of(alice, status="active")) == 2


async def test_a_later_export_adds_only_what_is_new(alice: AsyncClient) -> None:
    first = [Loop("Run", every_day(date(2026, 3, 1), 5), uuid="a1")]
    later = [Loop("Running", every_day(date(2026, 3, 1), 9), uuid="a1"), Loop("Read", uuid="b2")]
    await bring_in(alice, loop_database(first))
    (run,) = await habits_of(alice)
    assert run["total_done"] == 5
    summary = await bring_in(alice, loop_database(later))
    assert summary["habits"] == {"added": 1, "restored": 0, "present": 1}
    assert (summary["check_ins"]["added"], summary["check_ins"]["present"]) == (4, 5)
    run, read = await habits_of(alice)
    assert (run["name"], run["total_done"], read["name"]) == ("Run", 9, "Read")


async def test_what_the_person_wrote_is_never_overwritten(alice: AsyncClient) -> None:
    data = loop_database([Loop("Run", every_day(date(2026, 3, 1), 5))])
    await bring_in(alice, data)
    (run,) = await habits_of(alice)
    await tick(alice, run, "2026-03-02", "skipped", note="rain")
    await alice.delete(f"/habits/{run['id']}/check-ins/2026-03-03")
    summary = await bring_in(alice, data)
    assert (summary["check_ins"]["added"], summary["check_ins"]["present"]) == (1, 4)
    second = (await check_ins_of(alice, run))[3]
    assert (second["status"], second["note"]) == ("skipped", "rain")


async def test_entries_outside_the_days_of_a_habit_are_left_out_and_told(
    alice: AsyncClient,
) -> None:
    await bring_in(alice, loop_database([Loop("Run", every_day(date(2026, 3, 1), 2))]))
    earlier = loop_database([Loop("Run", every_day(date(2026, 2, 26), 5))])
    response = await upload(alice, earlier)
    assert response.status_code == 200
    summary = response.json()
    assert (summary["check_ins"]["outside"], summary["check_ins"]["present"]) == (3, 2)
    (warning,) = summary["warnings"]
    assert (warning["code"], warning["habit"]) == ("outside_window", "Run")
    (run,) = await habits_of(alice)
    await alice.patch(f"/habits/{run['id']}", json={"starts_on": "2026-02-26"})
    assert (await bring_in(alice, earlier))["check_ins"]["added"] == 3


async def test_a_habit_of_the_same_name_stays_and_the_person_is_told(alice: AsyncClient) -> None:
    await create_habit(alice, "Run")
    summary = await bring_in(alice, loop_zip([Loop("Run")]))
    assert [warning["code"] for warning in summary["warnings"]] == ["namesake"]
    assert [habit["name"] for habit in await habits_of(alice)] == ["Run", "Run"]


async def test_measured_habits_keep_amounts_and_targets(alice: AsyncClient) -> None:
    entries = [(date(2026, 3, 17), 1500, "warm"), (date(2026, 3, 16), 500)]
    water = Loop("Water", entries, numerical=True, unit="l", target=1.5)
    await bring_in(alice, loop_database([water]))
    (habit,) = await habits_of(alice)
    assert (habit["kind"], habit["unit"], habit["target"]) == ("measure", "l", 1.5)
    assert (habit["done_count"], habit["expected_count"]) == (1, 2)
    assert [entry["amount"] for entry in await check_ins_of(alice, habit)] == [1.5, 0.5]


async def test_entries_after_today_are_counted_and_left_out(alice: AsyncClient) -> None:
    days = every_day(date(2026, 3, 17), 5)
    summary = await bring_in(alice, loop_zip([Loop("Run", days)]))
    assert summary["check_ins"]["added"] == 2
    assert summary["check_ins"]["left_out"] == {"future": 3}


async def test_each_persons_history_is_their_own(alice: AsyncClient, bob: AsyncClient) -> None:
    data = loop_database(HISTORY)
    await bring_in(alice, data)
    assert (await alice.get("/imports")).json()["data"][0]["file_name"] == "Loop Habits.db"
    assert (await bob.get("/imports")).json() == {"data": [], "count": 0, "next_cursor": None}
    assert await habits_of(bob) == []
    assert (await bring_in(bob, data))["habits"]["added"] == 3


async def test_ten_years_of_twenty_habits_take_a_few_dozen_statements(
    alice: AsyncClient, database: Database
) -> None:
    habits = [Loop(f"Habit {number}", every_day(date(2016, 3, 1), 3650)) for number in range(20)]
    data = loop_database(habits)
    with counted_statements(database) as statements:
        summary = await bring_in(alice, data)
    assert summary["check_ins"]["added"] == 73_000
    assert len(statements) <= 40


async def test_more_habits_than_an_account_holds_are_refused_as_a_whole(
    alice: AsyncClient,
) -> None:
    await create_habit(alice)
    data = loop_zip([Loop(f"Habit {number}") for number in range(500)])
    response = await upload(alice, data)
    assert (response.status_code, response.json()["code"]) == (409, "too_many_habits")
    assert len(await habits_of(alice)) == 1


def problem(response: Any) -> tuple[int, str, str]:
    (error,) = response.json()["errors"]
    return response.status_code, error["pointer"], error["code"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"hello", "not_loop"),
        (b"", "truncated"),
        (loop_zip(HISTORY)[:-40], "truncated"),
        (loop_database(HISTORY)[:5000], "truncated"),
        (loop_database(HISTORY, 26), "unknown_schema_version"),
    ],
)
async def test_a_file_that_cannot_be_read_is_a_problem_of_that_field(
    alice: AsyncClient, data: bytes, code: str
) -> None:
    response = await upload(alice, data)
    assert problem(response) == (422, "/body/file", code)
    assert response.headers["content-type"] == "application/problem+json"
    assert await habits_of(alice) == []


async def test_a_missing_file_or_an_unknown_format_is_a_problem(alice: AsyncClient) -> None:
    assert problem(await alice.post("/import/loop", data={"other": "1"}))[:2] == (422, "/body/file")
    assert problem(await upload(alice, b"x", to="habitica"))[:2] == (422, "/path/format")
    assert (await alice.post("/import/loop", json={"file": "x"})).status_code == 422


async def test_files_of_more_than_a_mebibyte_are_taken_and_of_more_than_twenty_refused(
    alice: AsyncClient,
) -> None:
    large = await upload(alice, b"x" * 3 * 1024 * 1024)
    assert problem(large) == (422, "/body/file", "not_loop")
    for excess in (1, 10_000_000):
        response = await upload(alice, b"x" * (20 * 1024 * 1024 + excess))
        assert response.status_code == 413


async def test_strangers_are_turned_away(client: AsyncClient) -> None:
    assert (await upload(client, loop_zip(HISTORY))).status_code == 401
    assert (await client.get("/imports")).status_code == 401
    assert (await client.get("/export")).status_code == 401
