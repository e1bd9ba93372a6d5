"""Themes: making, changing, listing; names that are refused and names that are taken."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient, Response
from sqlalchemy import insert, select

from almanac.core.db import Database
from almanac.themes.models import Theme
from tests.conftest import NOON, MovableClock
from tests.factories import create_habit, create_theme
from tests.statements import counted_statements

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"


async def names(client: AsyncClient) -> list[str]:
    return [theme["name"] for theme in (await client.get("/themes")).json()["data"]]


def refusal(response: Response) -> tuple[int, str, str]:
    problem = response.json()
    return response.status_code, problem["errors"][0]["code"], problem["errors"][0]["pointer"]


async def test_an_account_begins_without_themes(alice: AsyncClient) -> None:
    assert (await alice.get("/themes")).json() == {"data": [], "count": 0, "next_cursor": None}


async def test_a_theme_is_made_read_and_changed(alice: AsyncClient, clock: MovableClock) -> None:
    theme = await create_theme(alice, "  Home ", color="#5d6B2F")
    assert theme["name"] == "Home"
    assert theme["color"] == "#5d6B2F"
    assert theme["created_at"] == theme["updated_at"]
    assert (await alice.get(f"/themes/{theme['id']}")).json() == theme
    clock.advance(timedelta(minutes=1))
    changed = (await alice.patch(f"/themes/{theme['id']}", json={"name": "HOME"})).json()
    assert (changed["name"], changed["color"]) == ("HOME", "#5d6B2F")
    assert changed["updated_at"] > theme["updated_at"]
    changed = (await alice.patch(f"/themes/{theme['id']}", json={"color": "#000000"})).json()
    assert (changed["name"], changed["color"]) == ("HOME", "#000000")
    assert (await alice.get(f"/themes/{theme['id']}")).json() == changed
    assert (await alice.patch(f"/themes/{theme['id']}", json={})).status_code == 200


async def test_themes_are_listed_by_name_a_page_at_a_time(alice: AsyncClient) -> None:
    for name in ("work", "Home", "garden", "Élan"):
        await create_theme(alice, name)
    assert await names(alice) == ["garden", "Home", "work", "Élan"]
    page = (await alice.get("/themes?limit=3")).json()
    assert page["count"] == 4
    rest = (await alice.get(f"/themes?limit=3&cursor={page['next_cursor']}")).json()
    assert [theme["name"] for theme in rest["data"]] == ["Élan"]
    assert refusal(await alice.get("/themes?skip=4")) == (422, "page_beyond_last", "/query/skip")


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"name": "x" * 25}, "/body/name"),
        ({"name": "\u1e9e" * 25}, "/body/name"),
        ({"name": ""}, "/body/name"),
        ({"name": "   "}, "/body/name"),
        ({"name": "\u200d\u200b"}, "/body/name"),
        ({"name": "two\nlines"}, "/body/name"),
        ({"name": "be\x00ll"}, "/body/name"),
        ({"name": "\u202egnp"}, "/body/name"),
        ({"name": 5}, "/body/name"),
        ({"color": "5D6B2F"}, "/body/color"),
        ({"color": "#5D6B2"}, "/body/color"),
        ({"color": "#5D6B2F0"}, "/body/color"),
        ({"color": "#5D6B2G"}, "/body/color"),
        ({"color": "#5D6B2F\n"}, "/body/color"),
        ({"color": "olive"}, "/body/color"),
        ({"colour": "#5D6B2F"}, "/body/colour"),
    ],
)
async def test_themes_that_cannot_be_are_refused(
    alice: AsyncClient, fields: dict[str, Any], pointer: str
) -> None:
    theme = await create_theme(alice, "Kept")
    made = await alice.post("/themes", json={"name": "New", "color": "#000000", **fields})
    assert (made.status_code, refusal(made)[2]) == (422, pointer)
    changed = await alice.patch(f"/themes/{theme['id']}", json=fields)
    assert (changed.status_code, refusal(changed)[2]) == (422, pointer)
    assert (await alice.get("/themes")).json()["data"] == [theme]


async def test_half_a_character_is_refused(alice: AsyncClient) -> None:
    body = '{"name": "half \\ud83c", "color": "#000000"}'
    headers = {"Content-Type": "application/json"}
    response = await alice.post("/themes", content=body, headers=headers)
    assert refusal(response)[::2] == (422, "/body/name")
    assert await names(alice) == []


@pytest.mark.parametrize("field", ["name", "color"])
async def test_neither_name_nor_colour_can_be_left_empty(alice: AsyncClient, field: str) -> None:
    theme = await create_theme(alice)
    body = {"name": "New", "color": "#000000"}
    assert refusal(await alice.post("/themes", json={**body, field: None}))[2] == f"/body/{field}"
    del body[field]
    missing = (422, "missing", f"/body/{field}")
    assert refusal(await alice.post("/themes", json=body)) == missing
    emptied = await alice.patch(f"/themes/{theme['id']}", json={field: None})
    assert refusal(emptied) == (422, "required", f"/body/{field}")
    assert (await alice.get("/themes")).json()["data"] == [theme]


@pytest.mark.parametrize("name", ["x" * 24, "\u1e9e" * 24, "e\u0301" * 24, "🏠", FAMILY, "'; --"])
async def test_a_name_is_counted_in_characters(alice: AsyncClient, name: str) -> None:
    theme = await create_theme(alice, name)
    assert len(theme["name"]) <= 24
    assert (await alice.get("/themes")).json()["data"] == [theme]


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Home", "home"),
        ("Straße", "STRASSE"),
        ("İstanbul", "i\u0307stanbul"),
        ("Caf\u00e9", "cafe\u0301"),
        ("ΣΟΦΟΣ", "σοφος"),
    ],
)
async def test_a_name_is_taken_whatever_its_case(alice: AsyncClient, name: str, same: str) -> None:
    await create_theme(alice, name)
    other = await create_theme(alice, "Other")
    taken = (409, "theme_name_taken", "/body/name")
    body = {"name": same, "color": "#000000"}
    assert refusal(await alice.post("/themes", json=body)) == taken
    assert refusal(await alice.patch(f"/themes/{other['id']}", json={"name": same})) == taken
    assert (await alice.get(f"/themes/{other['id']}")).json() == other


async def test_a_name_belongs_to_one_person_only(alice: AsyncClient, bob: AsyncClient) -> None:
    theme = await create_theme(alice)
    await create_theme(bob)
    for method, path in [
        ("GET", ""),
        ("PATCH", ""),
        ("DELETE", ""),
        ("POST", "/restore"),
    ]:
        body = {"name": "Mine"} if method == "PATCH" else None
        response = await bob.request(method, f"/themes/{theme['id']}{path}", json=body)
        assert response.status_code == 404
        assert response.json()["code"] == "theme_not_found"
    assert (await alice.get("/themes")).json()["data"] == [theme]


async def test_of_two_that_take_a_name_at_once_one_gets_it(
    app: FastAPI, alice: AsyncClient
) -> None:
    body = {"name": "Home", "color": "#000000"}
    made = await asyncio.gather(*(alice.post("/themes", json=body) for _ in range(8)))
    assert sorted(response.status_code for response in made) == [201, *[409] * 7]
    other = await create_theme(alice, "Other")
    third = await create_theme(alice, "Third")
    renamed = await asyncio.gather(
        *(alice.patch(f"/themes/{theme['id']}", json={"name": "New"}) for theme in (other, third))
    )
    assert sorted(response.status_code for response in renamed) == [200, 409]
    assert len(await names(alice)) == 3


async def test_there_are_200_themes_at_most(alice: AsyncClient) -> None:
    themes = [await create_theme(alice, f"Theme {number}") for number in range(200)]
    body = {"name": "One more", "color": "#000000"}
    refused = await alice.post("/themes", json=body)
    assert (refused.status_code, refused.json()["code"]) == (409, "too_many_themes")
    await alice.delete(f"/themes/{themes[0]['id']}")
    assert (await alice.post("/themes", json=body)).status_code == 201
    refused = await alice.post(f"/themes/{themes[0]['id']}/restore")
    assert (refused.status_code, refused.json()["code"]) == (409, "too_many_themes")
    assert len((await alice.get("/themes?limit=200")).json()["data"]) == 200


async def test_themes_made_at_once_are_200_at_most_too(
    alice: AsyncClient, database: Database
) -> None:
    first = await create_theme(alice)
    async with database.writers.begin() as session:
        owner = select(Theme.user_id).where(Theme.id == UUID(first["id"])).scalar_subquery()
        made = {"color": "#000000", "created_at": NOON, "updated_at": NOON, "user_id": owner}
        for number in range(197):
            name = f"theme {number}"
            await session.execute(
                insert(Theme).values(id=uuid4(), name=name, name_key=name, **made)
            )
    deleted = await create_theme(alice, "Deleted")
    await alice.delete(f"/themes/{deleted['id']}")
    # So that nobody is late because a connection has to be made first.
    await asyncio.gather(*(alice.get("/themes") for _ in range(20)))
    answers = await asyncio.gather(
        alice.post(f"/themes/{deleted['id']}/restore"),
        *(
            alice.post("/themes", json={"name": f"At once {number}", "color": "#000000"})
            for number in range(12)
        ),
    )
    assert sorted(answer.status_code // 100 for answer in answers) == [2] * 2 + [4] * 11
    assert (await alice.get("/themes")).json()["count"] == 200


async def test_themes_count_what_belongs_to_them(alice: AsyncClient) -> None:
    home, work = await create_theme(alice, "Home"), await create_theme(alice, "Work")
    habits = [await create_habit(alice, name, theme_id=home["id"]) for name in "abc"]
    await create_habit(alice, "free")
    await alice.post(f"/habits/{habits[0]['id']}/archive")
    await alice.delete(f"/habits/{habits[1]['id']}")

    def habit_counts(theme: dict[str, Any]) -> tuple[int, int]:
        return theme["habits_count"], theme["active_habits_count"]

    listed = (await alice.get("/themes")).json()["data"]
    assert [habit_counts(theme) for theme in listed] == [(2, 1), (0, 0)]
    assert habit_counts((await alice.get(f"/themes/{home['id']}")).json()) == (2, 1)
    await alice.patch(f"/habits/{habits[2]['id']}", json={"theme_id": work["id"]})
    changed = await alice.patch(f"/themes/{work['id']}", json={"color": "#000000"})
    assert habit_counts(changed.json()) == (1, 1)


async def test_a_list_costs_the_same_whatever_is_in_it(
    alice: AsyncClient, database: Database
) -> None:
    seen = []
    for number in (1, 6):
        for name in range(number):
            theme = await create_theme(alice, f"{number} {name}")
            await create_habit(alice, theme_id=theme["id"])
        with counted_statements(database) as statements:
            assert (await alice.get("/themes")).status_code == 200
        seen.append(len(statements))
    assert seen[0] == seen[1] <= 4
