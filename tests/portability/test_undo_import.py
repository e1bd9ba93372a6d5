"""One import is taken back as a whole, and nothing else with it."""

from datetime import date
from typing import Any
from uuid import uuid4

from httpx2 import AsyncClient

from tests.factories import tick
from tests.portability.loop_files import Loop, every_day, loop_database, loop_zip
from tests.portability.uploads import HISTORY, bring_in, check_ins_of, habits_of, upload

MARCH = date(2026, 3, 1)


async def undo(client: AsyncClient, summary: dict[str, Any]) -> dict[str, Any]:
    response = await client.post(f"/imports/{summary['id']}/undo")
    assert response.status_code == 200, response.text
    result: dict[str, Any] = response.json()
    return result


async def test_undoing_removes_what_the_import_created(alice: AsyncClient) -> None:
    summary = await bring_in(alice, loop_zip(HISTORY))
    result = await undo(alice, summary)
    assert (result["habits_removed"], result["check_ins_removed"]) == (3, 20)
    assert await habits_of(alice) == []
    (listed,) = (await alice.get("/imports")).json()["data"]
    assert (listed["id"], listed["undone_at"]) == (summary["id"], result["undone_at"])


async def test_undoing_twice_answers_the_same_and_removes_nothing_more(alice: AsyncClient) -> None:
    data = loop_zip(HISTORY)
    summary = await bring_in(alice, data)
    first = await undo(alice, summary)
    await bring_in(alice, data)
    assert await undo(alice, summary) == first
    assert len(await habits_of(alice, status="active")) == 2


async def test_bringing_the_file_in_again_restores_what_was_undone(alice: AsyncClient) -> None:
    data = loop_database([Loop("Run", every_day(MARCH, 5))])
    summary = await bring_in(alice, data)
    (run,) = await habits_of(alice)
    await tick(alice, run, "2026-03-10", note="my own")
    assert (await undo(alice, summary))["check_ins_removed"] == 6
    again = await bring_in(alice, data)
    assert again["habits"] == {"added": 0, "restored": 1, "present": 0}
    assert (again["check_ins"]["added"], again["check_ins"]["present"]) == (0, 5)
    (restored,) = await habits_of(alice)
    assert (restored["id"], restored["total_done"]) == (run["id"], 6)
    assert (await undo(alice, again))["habits_removed"] == 1
    assert await habits_of(alice) == []


async def test_a_deleted_habit_comes_back_with_its_file(alice: AsyncClient) -> None:
    data = loop_database([Loop("Run", every_day(MARCH, 5))])
    await bring_in(alice, data)
    (run,) = await habits_of(alice)
    await alice.delete(f"/habits/{run['id']}")
    assert (await bring_in(alice, data))["habits"]["restored"] == 1
    assert [habit["id"] for habit in await habits_of(alice)] == [run["id"]]


async def test_undoing_a_later_import_leaves_the_earlier_one(alice: AsyncClient) -> None:
    await bring_in(alice, loop_database([Loop("Run", every_day(MARCH, 5))]))
    later = await bring_in(
        alice, loop_database([Loop("Run", every_day(MARCH, 9)), Loop("Read", [(MARCH, 2)])])
    )
    (run, _read) = await habits_of(alice)
    assert run["total_done"] == 9
    # What the person has written over since is theirs.
    await tick(alice, run, "2026-03-09", "skipped")
    result = await undo(alice, later)
    assert (result["habits_removed"], result["check_ins_removed"]) == (1, 4)
    (run,) = await habits_of(alice)
    assert run["total_done"] == 5
    statuses = [entry["status"] for entry in await check_ins_of(alice, run)]
    assert statuses == ["skipped", *["done"] * 5]


async def test_nobody_undoes_the_import_of_another_person(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    summary = await bring_in(alice, loop_zip(HISTORY))
    for import_id in (summary["id"], uuid4()):
        response = await bob.post(f"/imports/{import_id}/undo")
        assert (response.status_code, response.json()["code"]) == (404, "import_not_found")
    assert len(await habits_of(alice, status="active")) == 2


async def test_imports_are_listed_page_by_page(alice: AsyncClient) -> None:
    for number in range(3):
        await bring_in(alice, loop_zip([Loop(f"Habit {number}")]))
    first = (await alice.get("/imports", params={"limit": 2})).json()
    assert (len(first["data"]), first["count"]) == (2, 3)
    cursor = first["next_cursor"]
    rest = (await alice.get("/imports", params={"limit": 2, "cursor": cursor})).json()
    assert (len(rest["data"]), rest["next_cursor"]) == (1, None)
    ids = [row["id"] for row in first["data"] + rest["data"]]
    assert ids == sorted(ids, reverse=True)


async def test_a_dry_run_sees_what_would_be_restored(alice: AsyncClient) -> None:
    data = loop_zip(HISTORY)
    await undo(alice, await bring_in(alice, data))
    tried = (await upload(alice, data, dry_run=True)).json()
    assert tried["habits"] == {"added": 0, "restored": 3, "present": 0}
    assert await habits_of(alice) == []
