"""Statistics as files: a table that adds up to the figures, and the document itself."""

import csv
from datetime import date
from io import StringIO

import pytest
from httpx2 import AsyncClient

from almanac.core.db import Database
from tests.conftest import MovableClock
from tests.factories import complete, create_habit, create_task, create_theme, tick
from tests.stats.lives import live, make_life


async def read_table(client: AsyncClient, query: str) -> list[dict[str, str]]:
    response = await client.get(f"/stats/export.csv?{query}")
    assert response.status_code == 200
    return list(csv.DictReader(StringIO(response.text.removeprefix("\ufeff"))))


def total(rows: list[dict[str, str]], column: str) -> int:
    return sum(int(row[column] or 0) for row in rows)


@pytest.mark.parametrize("name", ["7d", "30d", "90d", "all"])
async def test_the_columns_add_up_to_the_figures(
    alice: AsyncClient, database: Database, clock: MovableClock, name: str
) -> None:
    await live(database, alice, make_life(7), clock.now)
    for number in range(4):
        task = await create_task(alice, f"task {number}", due="2026-03-17")
        await complete(alice, task, done_on=f"2026-03-{number + 15}")
    totals = (await alice.get(f"/stats?range={name}")).json()["totals"]
    rows = await read_table(alice, f"range={name}")
    for column in ("due", "done", "missed", "skipped"):
        assert total(rows, column) == totals["habits"][column]
    for column in ("created", "done", "with_due", "on_time"):
        assert total(rows, f"tasks_{column}") == totals["tasks"][column]
    assert {row["kind"] for row in rows} == {"habit", "tasks"}
    assert all(date.fromisoformat(row["from"]) <= date.fromisoformat(row["to"]) for row in rows)


async def test_a_row_says_whose_it_is(alice: AsyncClient) -> None:
    theme = await create_theme(alice, "Körper, Geist")
    habit = await create_habit(alice, 'say "ah"', starts_on="2026-03-17", theme_id=theme["id"])
    await tick(alice, habit, "2026-03-17")
    assert await read_table(alice, "range=7d") == [
        {
            "from": "2026-03-17",
            "to": "2026-03-17",
            "kind": "habit",
            "habit": 'say "ah"',
            "theme": "Körper, Geist",
            "schedule": "daily",
            "due": "1",
            "done": "1",
            "missed": "0",
            "skipped": "0",
            "success_rate": "1.0",
            "tasks_created": "",
            "tasks_done": "",
            "tasks_with_due": "",
            "tasks_on_time": "",
            "subject": "",
            "sessions": "",
            "session_minutes": "",
        }
    ]
    assert await read_table(alice, "range=7d&theme_id=none") == []


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\uff1d", "\uff20"])
async def test_a_name_is_never_a_formula(alice: AsyncClient, sign: str) -> None:
    habit = await create_habit(alice, f'{sign}HYPERLINK("http://example.org")')
    await tick(alice, habit, "2026-03-17")
    names = {row["habit"] for row in await read_table(alice, "range=7d")}
    assert names == {f'\'{sign}HYPERLINK("http://example.org")'}


async def test_files_have_a_name_and_a_kind(alice: AsyncClient) -> None:
    table = await alice.get("/stats/export.csv?range=90d")
    assert table.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert table.headers["Content-Disposition"] == (
        'attachment; filename="almanac-statistics-90d-2026-03-18.csv"'
    )
    assert table.text.startswith("\ufefffrom,to,kind,habit,")
    assert table.text.endswith("\r\n")
    document = await alice.get("/stats/export.json?range=all")
    assert document.headers["Content-Type"] == "application/json"
    assert document.headers["Content-Disposition"] == (
        'attachment; filename="almanac-statistics-all-2026-03-18.json"'
    )


async def test_the_json_file_is_the_document(
    alice: AsyncClient, database: Database, clock: MovableClock
) -> None:
    await live(database, alice, make_life(8), clock.now)
    for name in ("30d", "all"):
        shown = (await alice.get(f"/stats?range={name}")).json()
        assert (await alice.get(f"/stats/export.json?range={name}")).json() == shown


@pytest.mark.parametrize("ending", ["csv", "json"])
async def test_a_file_of_a_range_that_is_not_offered_is_refused(
    alice: AsyncClient, ending: str
) -> None:
    response = await alice.get(f"/stats/export.{ending}?range=1y")
    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"] == "/query/range"
