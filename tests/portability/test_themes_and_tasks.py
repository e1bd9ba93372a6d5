"""Themes and tasks come in from a document, are known again, and go when the import is undone."""

import asyncio
import json
from typing import Any
from uuid import uuid4

import pytest
from httpx2 import AsyncClient

from almanac.core.db import Database
from tests.factories import complete, create_habit, create_task, create_theme
from tests.portability.uploads import bring_in, habits_of, upload
from tests.statements import counted_statements

DAILY = {"kind": "daily"}
PAUSED = {"starts_on": "2026-02-01", "ends_on": "2026-02-07", "reason": "moving"}


async def fill(client: AsyncClient) -> None:
    """Two themes with a habit, an open task, one that repeats and one that is done."""
    home = await create_theme(client, "Home")
    await create_theme(client, "Empty")
    await create_habit(client, "Water", theme_id=home["id"])
    await client.post("/pauses", json={**PAUSED, "theme_id": home["id"]})
    await create_task(client, "Lamp", theme_id=home["id"], notes="warm white")
    steps = [{"text": "flour", "is_done": True}]
    bread = await create_task(client, "Bread", due="2026-03-16", schedule=DAILY, checklist=steps)
    await complete(client, bread, done_on="2026-03-16")
    await complete(client, bread)
    done = await create_task(client, "Door", due="2026-03-17T09:00", priority="high")
    await complete(client, done)


async def export(client: AsyncClient) -> dict[str, Any]:
    document: dict[str, Any] = (await client.get("/export")).json()
    return document


async def tasks_of(client: AsyncClient) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = (await client.get("/tasks?limit=200")).json()["data"]
    return data


async def themes_of(client: AsyncClient) -> dict[str, dict[str, Any]]:
    return {theme["name"]: theme for theme in (await client.get("/themes")).json()["data"]}


def file_of(document: dict[str, Any]) -> bytes:
    return json.dumps(document).encode()


@pytest.fixture
async def document(alice: AsyncClient) -> dict[str, Any]:
    await fill(alice)
    return await export(alice)


async def test_a_document_holds_themes_and_tasks_with_all_that_was_done(
    document: dict[str, Any],
) -> None:
    empty, home = document["themes"]
    assert [empty["name"], home["name"]] == ["Empty", "Home"]
    assert document["habits"][0]["theme_id"] == home["id"]
    (pause,) = document["pauses"]
    assert (pause["theme_id"], pause["habit_ids"]) == (home["id"], [document["habits"][0]["id"]])
    lamp, bread, door = document["tasks"]
    assert (lamp["title"], lamp["theme_id"], lamp["notes"]) == ("Lamp", home["id"], "warm white")
    assert (bread["schedule"], bread["anchor_on"], bread["due"]) == (
        DAILY,
        "2026-03-16",
        "2026-03-19",
    )
    assert [each["planned"] for each in bread["completions"]] == ["2026-03-16", "2026-03-17"]
    assert bread["completions"][0]["ticked"] == [bread["checklist"][0]["id"]]
    assert (door["status"], door["completed_on"], door["created_on"]) == (
        "done",
        "2026-03-18",
        "2026-03-18",
    )


async def test_a_dry_run_counts_what_would_be_added_and_writes_nothing(
    document: dict[str, Any], bob: AsyncClient
) -> None:
    await create_theme(bob, "HOME")
    tried = (await upload(bob, file_of(document), to="almanac", dry_run=True)).json()
    assert tried["themes"] == {"added": 1, "present": 1}
    assert tried["tasks"] == {"added": 3, "restored": 0, "present": 0, "completions": 3}
    assert (await tasks_of(bob), list(await themes_of(bob))) == ([], ["HOME"])


async def test_a_theme_of_the_same_name_takes_what_comes_in_and_keeps_its_colour(
    document: dict[str, Any], bob: AsyncClient
) -> None:
    home = await create_theme(bob, "HOME", color="#123456")
    await bring_in(bob, file_of(document), to="almanac")
    themes = await themes_of(bob)
    assert sorted(themes) == ["Empty", "HOME"]
    assert (themes["HOME"]["id"], themes["HOME"]["color"]) == (home["id"], "#123456")
    assert (themes["HOME"]["habits_count"], themes["HOME"]["tasks_count"]) == (1, 1)


async def test_a_task_that_is_there_stays_as_it_is(
    document: dict[str, Any], alice: AsyncClient
) -> None:
    bread = next(task for task in await tasks_of(alice) if task["title"] == "Bread")
    await complete(alice, bread)
    await alice.patch(f"/tasks/{bread['id']}", json={"title": "Rye bread"})
    before = await tasks_of(alice)
    answer = await upload(alice, file_of(document), to="almanac")
    assert (answer.status_code, answer.json()["tasks"]["present"]) == (200, 3)
    assert await tasks_of(alice) == before


async def test_what_came_in_can_be_taken_back_where_it_was_left(
    document: dict[str, Any], bob: AsyncClient
) -> None:
    await bring_in(bob, file_of(document), to="almanac")
    bread = next(task for task in await tasks_of(bob) if task["title"] == "Bread")
    reopened = (await bob.post(f"/tasks/{bread['id']}/reopen", json={})).json()
    assert (reopened["due"], reopened["completions_count"]) == ("2026-03-17", 1)
    door = next(task for task in await tasks_of(bob) if task["title"] == "Door")
    assert (await bob.post(f"/tasks/{door['id']}/reopen", json={})).json()["status"] == "open"


async def test_undoing_takes_tasks_and_themes_away_and_the_file_brings_them_back(
    document: dict[str, Any], bob: AsyncClient
) -> None:
    mine = await create_task(bob, "My own")
    summary = await bring_in(bob, file_of(document), to="almanac")
    undone = (await bob.post(f"/imports/{summary['id']}/undo")).json()
    removed = {name: undone[f"{name}_removed"] for name in ("tasks", "themes", "habits", "pauses")}
    assert removed == {"tasks": 3, "themes": 2, "habits": 1, "pauses": 1}
    assert [task["id"] for task in await tasks_of(bob)] == [mine["id"]]
    assert await themes_of(bob) == {}
    again = await bring_in(bob, file_of(document), to="almanac")
    assert again["tasks"] == {"added": 0, "restored": 3, "present": 0, "completions": 0}
    themes = await themes_of(bob)
    assert (themes["Home"]["habits_count"], themes["Home"]["tasks_count"]) == (1, 1)
    assert (await bob.post(f"/imports/{summary['id']}/undo")).json() == undone


async def test_a_theme_that_something_else_belongs_to_stays_when_its_import_is_undone(
    document: dict[str, Any], bob: AsyncClient
) -> None:
    summary = await bring_in(bob, file_of(document), to="almanac")
    home = (await themes_of(bob))["Home"]
    await create_task(bob, "My own", theme_id=home["id"])
    undone = (await bob.post(f"/imports/{summary['id']}/undo")).json()
    assert undone["themes_removed"] == 1
    assert (await themes_of(bob))["Home"]["tasks_count"] == 1
    assert await habits_of(bob) == []


async def test_two_uploads_at_once_add_everything_once(
    document: dict[str, Any], bob: AsyncClient
) -> None:
    data = file_of(document)
    answers = await asyncio.gather(*(upload(bob, data, to="almanac") for _ in range(3)))
    assert sorted(answer.status_code for answer in answers) == [200, 200, 201]
    assert (len(await tasks_of(bob)), len(await themes_of(bob))) == (3, 2)


async def test_a_document_of_before_is_read(document: dict[str, Any], bob: AsyncClient) -> None:
    for name in ("themes", "tasks", "pauses"):
        del document[name]
    for habit in document["habits"]:
        del habit["theme_id"]
    document["pauses"] = [{**PAUSED, "habit_id": document["habits"][0]["id"]}]
    summary = await bring_in(bob, file_of(document), to="almanac")
    assert (summary["habits"]["added"], summary["pauses"]["added"]) == (1, 1)


async def test_a_pause_of_a_theme_that_is_gone_is_kept_for_its_habits(
    document: dict[str, Any], alice: AsyncClient
) -> None:
    await alice.delete(f"/themes/{document['themes'][1]['id']}")
    (pause,) = (await export(alice))["pauses"]
    assert pause == {
        **PAUSED,
        "theme_id": None,
        "habit_ids": [],
        "habit_id": document["habits"][0]["id"],
    }


async def test_a_document_cannot_bring_more_than_can_be_made(
    document: dict[str, Any], bob: AsyncClient
) -> None:
    lamp = document["tasks"][0]
    tasks = [{**lamp, "id": str(uuid4()), "theme_id": None} for _ in range(5001)]
    answer = await upload(bob, file_of(document | {"tasks": tasks}), to="almanac")
    assert (answer.status_code, answer.json()["code"]) == (409, "too_many_tasks")
    await create_theme(bob, "One more")
    themes = [
        {"id": str(uuid4()), "name": f"Theme {n}", "color": "#000000"} for n in range(198)
    ] + document["themes"]
    answer = await upload(bob, file_of(document | {"themes": themes}), to="almanac")
    assert (answer.status_code, answer.json()["code"]) == (409, "too_many_themes")
    assert (await tasks_of(bob), await habits_of(bob)) == ([], [])
    assert list(await themes_of(bob)) == ["One more"]


async def test_statements_do_not_grow_with_what_there_is(
    document: dict[str, Any], bob: AsyncClient, database: Database
) -> None:
    lamp = document["tasks"][0]
    lamp["completions"] = document["tasks"][1]["completions"]
    many = [{**lamp, "id": str(uuid4())} for _ in range(200)]
    with counted_statements(database) as few:
        await bring_in(bob, file_of(document), to="almanac")
    with counted_statements(database) as more:
        summary = await bring_in(bob, file_of(document | {"tasks": many}), to="almanac")
    assert len(more) <= len(few) <= 40
    with counted_statements(database) as seen:
        assert len((await export(bob))["tasks"]) == 203
    assert len(seen) <= 11
    with counted_statements(database) as seen:
        await bob.post(f"/imports/{summary['id']}/undo")
    assert len(seen) <= 16
